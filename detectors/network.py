"""A decision by named signals that count each by itself and several together: a small neural network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import IO, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Plain weights of the signals beside one hidden layer of rectified units; what it says is in log-odds."""

    rows: Mapping[str, int]  # the row of `table` in which a signal stands
    table: Floats  # signals x (1 + units): what each counts by itself, and how far it stirs each unit; none in the last
    least: Floats  # units: how far a unit is stirred without any signal
    pull: Floats  # units: what a unit counts for so much stir

    @classmethod
    def of(cls, names: Iterable[str], table: Floats, least: Floats, pull: Floats) -> Self:
        """The network over these signals; `table` has a row for each."""
        unknown = np.zeros((1, table.shape[1]), np.float32)
        return cls({name: row for row, name in enumerate(names)}, np.vstack([table, unknown]), least, pull)

    @classmethod
    def plain(cls, weights: Mapping[str, float]) -> Self:
        """A network without units: each signal counts its weight."""
        none = np.zeros(0, np.float32)
        return cls.of(weights, np.array([*weights.values()], np.float32)[:, None], none, none)

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote."""
        with np.load(file) as kept:
            table, least, pull = (kept[key].astype(np.float32) for key in ("table", "least", "pull"))
            return cls.of(map(str, kept["names"]), table, least, pull)

    def save(self, path: Path) -> None:
        """Write it down as an .npz file, in numbers of half the length: no answer changes by that."""
        table, least, pull = (each.astype(np.float16) for each in (self.table[:-1], self.least, self.pull))
        np.savez_compressed(path, names=np.array(list(self.rows)), table=table, least=least, pull=pull)

    def points(self, many: Sequence[Sequence[Signals]]) -> list[float]:
        """How far signals speak for each of some alternatives, each with its signals in parts, which may be shared.

        An alternative without signals stands at 0; a signal that was never fitted counts nothing.
        """
        parts = {id(part): part for alternative in many for part in alternative if part}
        place = {known: at for at, known in enumerate(parts, start=1)}
        sums = self._sums([_NOTHING, *parts.values()])
        found: list[float] = []
        for at in range(0, len(many), _AT_ONCE):
            some = many[at : at + _AT_ONCE]
            # Each begins with nothing, of which it consists where it has no signals.
            rows = [row for each in some for row in (0, *[place[id(part)] for part in each if part])]
            lengths = [1 + sum(map(bool, each)) for each in some]
            whole = np.add.reduceat(sums[rows], _starts(lengths), axis=0)
            stir = np.maximum(whole[:, 1:] + self.least, 0.0) - np.maximum(self.least, 0.0)
            found += (whole[:, 0] + stir @ self.pull).tolist()
        return found

    def _sums(self, many: Sequence[Signals]) -> Floats:
        """What the signals of each, which are some, count and stir together."""
        unknown = len(self.rows)
        known = self.rows.get
        rows = [known(name, unknown) for signals in many for name in signals]
        values = np.array([value for signals in many for value in signals.values()], np.float32)
        sums: Floats = np.add.reduceat(self.table[rows] * values[:, None], _starts(map(len, many)), axis=0)
        return sums


_NOTHING = {"": 0.0}
# So many alternatives are summed up in one go: a long article's would take much memory.
_AT_ONCE = 512


def _starts(lengths: Iterable[int]) -> list[int]:
    return list(accumulate(lengths, initial=0))[:-1]
