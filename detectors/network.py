"""A decision by named signals that count each by itself and several together: a small neural network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, zip_longest
from pathlib import Path
from typing import IO, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Signals = Mapping[str, float]
# Signals whose names stand behind a word: what is said of a side, as said of whoever "gives" or "gets".
Named = tuple[str, Signals]
Said = Named | Signals


def in_full(part: Said) -> dict[str, float]:
    """The signals of a part that hold, each by its whole name."""
    if isinstance(part, tuple):
        word, signals = part
        return {f"{word}.{name}": value for name, value in signals.items() if value}
    return {name: value for name, value in part.items() if value}


class _Rows(dict[str, int]):
    """Rows by name; a name that was never fitted has the last, where nothing stands."""

    def __missing__(self, name: str) -> int:
        return -1


class _Words(dict[str, _Rows]):
    """Rows by the first word of their names; behind a word that was never fitted there is none."""

    def __missing__(self, word: str) -> _Rows:
        return _Rows()


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Plain weights of the signals beside one hidden layer of rectified units; what it says is in log-odds."""

    rows: Mapping[str, Mapping[str, int]]  # of a signal in `table`, by the first word of its name and the rest; "": all
    table: Floats  # signals x (1 + units): what each counts by itself, and how far it stirs each unit; none in the last
    least: Floats  # units: how far a unit is stirred without any signal
    pull: Floats  # units: what a unit counts for so much stir
    alone: Mapping[str, float]  # what each signal counts, where there are no units

    @classmethod
    def of(cls, names: Iterable[str], table: Floats, least: Floats, pull: Floats) -> Self:
        """The network over these signals; `table` has a row for each."""
        unknown = np.zeros((1, table.shape[1]), np.float32)
        rows = _Rows((name, row) for row, name in enumerate(names))
        by_word = _Words({"": rows})
        for name, row in rows.items():
            first, _, rest = name.partition(".")
            by_word.setdefault(first, _Rows())[rest] = row
        weights = {} if pull.size else dict(zip(rows, table[:, 0].tolist(), strict=True))
        return cls(by_word, np.vstack([table, unknown]), least, pull, weights)

    @property
    def names(self) -> list[str]:
        """Of the signals, in the order of their rows."""
        return list(self.rows[""])

    @classmethod
    def plain(cls, weights: Mapping[str, float]) -> Self:
        """A network without units: each signal counts its weight."""
        none = np.zeros(0, np.float32)
        return cls.of(weights, np.array([*weights.values()], np.float32)[:, None], none, none)

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote, but for the units that no signal stirs or that count nothing.

        The fit holds at 0 whatever does not help, a third of the verdict's units and more.
        """
        with np.load(file) as kept:
            table, least, pull = (kept[key].astype(np.float32) for key in ("table", "least", "pull"))
            felt = table[:, 1:].any(axis=0) & (pull != 0)
            return cls.of(map(str, kept["names"]), table.compress([True, *felt], axis=1), least[felt], pull[felt])

    def save(self, path: Path) -> None:
        """Write it down as an .npz file, in numbers of half the length: no answer changes by that."""
        table, least, pull = (each.astype(np.float16) for each in (self.table[:-1], self.least, self.pull))
        np.savez_compressed(path, names=np.array(self.names), table=table, least=least, pull=pull)

    def points(self, many: Sequence[Sequence[Said]]) -> list[float]:
        """How far signals speak for each of some alternatives, each with its signals in parts, which may be shared.

        An alternative without signals stands at 0; a signal that was never fitted counts nothing.
        """
        if not self.pull.size:
            alone = self.alone
            held = ([each for part in parts for each in in_full(part).items()] for parts in many)
            return [sum([alone[name] * value for name, value in signals if name in alone], 0.0) for signals in held]
        every = [*chain.from_iterable(zip_longest(*many, fillvalue=_NOTHING))]
        if not every:
            return [0.0] * len(many)
        names = [*map(id, every)]
        parts = dict(zip(names, every, strict=True))
        place = dict(zip(parts, count(), strict=False))
        sums = self._sums(parts.values())
        at = np.array([*map(place.__getitem__, names)]).reshape(-1, len(many))
        rest = np.maximum(self.least, 0.0)
        found: list[float] = []
        for start in range(0, len(many), _AT_ONCE):
            first, *others = at[:, start : start + _AT_ONCE]
            whole = sums.take(first, axis=0)
            for each in others:  # one by one: all in one table would take as long to make as to sum up
                whole += sums.take(each, axis=0)
            stir = whole[:, 1:] + self.least
            np.maximum(stir, 0.0, out=stir)
            stir -= rest
            found += (whole[:, 0] + stir @ self.pull).tolist()
        return found

    def _sums(self, parts: Iterable[Said]) -> Floats:
        """What the signals of each part count and stir together."""
        rows: list[int] = []
        values: list[float] = []
        starts: list[int] = []
        for part in parts:
            word, signals = part if isinstance(part, tuple) else ("", part)
            starts.append(len(rows))
            rows += map(self.rows[word].__getitem__, signals or _ZERO)
            values += (signals or _ZERO).values()
        weighed = self.table.take(rows, axis=0)
        weighed *= np.array(values, np.float32)[:, None]
        sums: Floats = np.add.reduceat(weighed, starts, axis=0)
        return sums


_NOTHING: Signals = {}
# One row at least is summed up for each part, if nothing stands there.
_ZERO: Signals = {"": 0.0}
# So many alternatives are summed up in one go: a long article's would take much memory.
_AT_ONCE = 256
