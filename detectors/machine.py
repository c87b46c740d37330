"""A decision by likeness to labelled texts: a support vector machine over named signals, kept in an .npz file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
# Signals are kept in so many steps between the least and the greatest: a quarter of the memory, and no other answer.
_STEPS = 255


@dataclass(frozen=True, slots=True, eq=False)
class Machine:
    """A machine with a Gaussian kernel: what it has seen, and how far each of them speaks for yes (above 0) or no."""

    columns: Mapping[str, int]  # the row of `seen` in which a signal stands
    seen: npt.NDArray[np.uint8]  # signals x texts, in steps: an article has few signals, and their rows lie together
    least: float  # what step 0 stands for
    step: float
    lengths: Floats  # of each text, squared
    pull: Floats  # of each text, in log-odds
    width: float  # how fast likeness falls with the squared distance
    offset: float  # log-odds

    @classmethod
    def of(cls, names: Iterable[str], seen: Floats, pull: Floats, width: float, offset: float) -> Self:
        """The machine that has seen these texts; `seen` has a row for each name."""
        least, most = float(seen.min()), float(seen.max())
        step = (most - least) / _STEPS or 1.0
        steps = np.rint((seen - least) / step).astype(np.uint8)
        lengths = np.square(least + step * steps.astype(np.float32)).sum(axis=0)
        columns = {name: row for row, name in enumerate(names)}
        return cls(columns, steps, least, step, lengths, pull.astype(np.float32), width, offset)

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote."""
        with np.load(file) as kept:
            least, step, width, offset = map(float, kept["numbers"])
            columns = {str(name): row for row, name in enumerate(kept["names"])}
            return cls(columns, kept["seen"], least, step, kept["lengths"], kept["pull"], width, offset)

    def save(self, path: Path) -> None:
        """Write it down."""
        np.savez_compressed(
            path,
            names=np.array(list(self.columns)),
            seen=self.seen,
            lengths=self.lengths,
            pull=self.pull,
            numbers=np.array([self.least, self.step, self.width, self.offset]),
        )

    def points(self, signals: Mapping[str, float]) -> float:
        """How far the signals speak for yes, in log-odds; a signal that no text had weighs nothing."""
        known = {self.columns[name]: value for name, value in signals.items() if value and name in self.columns}
        values = np.fromiter(known.values(), np.float32, len(known))
        steps = values @ self.seen[list(known)].astype(np.float32) if known else np.float32(0)
        alike = self.least * values.sum() + self.step * steps
        apart = self.lengths + values @ values - 2 * alike
        return float(np.exp(-self.width * apart) @ self.pull) + self.offset
