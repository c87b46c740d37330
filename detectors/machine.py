"""A decision by likeness to labelled texts: a support vector machine over named signals, kept in an .npz file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """A machine with a Gaussian kernel: what it has seen, and how far each of them speaks for yes (above 0) or no."""

    columns: Mapping[str, int]  # the row of `seen` in which a signal stands
    seen: Floats  # signals x texts: an article has few signals, and their rows lie together
    pull: Floats  # of each text, in log-odds
    lengths: Floats  # of each text, squared
    width: float  # how fast likeness falls with the squared distance
    offset: float  # log-odds

    @classmethod
    def of(cls, names: Iterable[str], seen: Floats, pull: Floats, width: float, offset: float) -> Self:
        """The machine that has seen these texts; `seen` has a row for each name."""
        columns = {name: row for row, name in enumerate(names)}
        return cls(columns, seen, pull, np.square(seen).sum(axis=0), width, offset)

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote."""
        with np.load(file) as kept:
            seen = np.ascontiguousarray(kept["seen"], dtype=np.float32)
            pull = np.ascontiguousarray(kept["pull"], dtype=np.float32)
            return cls.of(map(str, kept["names"]), seen, pull, float(kept["width"]), float(kept["offset"]))

    def save(self, path: Path) -> None:
        """Write it down, to half precision: the signals are small numbers, and most of them 0 or 1."""
        np.savez_compressed(
            path,
            names=np.array(list(self.columns)),
            seen=self.seen.astype(np.float16),
            pull=self.pull,
            width=np.float64(self.width),
            offset=np.float64(self.offset),
        )

    def points(self, signals: Mapping[str, float]) -> float:
        """How far the signals speak for yes, in log-odds; a signal that no text had weighs nothing."""
        known = {self.columns[name]: value for name, value in signals.items() if value and name in self.columns}
        values = np.fromiter(known.values(), np.float32, len(known))
        alike = values @ self.seen[list(known)] if known else np.float32(0)
        apart = self.lengths + values @ values - 2 * alike
        return float(np.exp(-self.width * apart) @ self.pull) + self.offset
