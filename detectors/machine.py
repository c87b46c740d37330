"""A decision by likeness to labelled texts: a support vector machine over named signals, kept in an .npz file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
        columns = {name: row for row, name in enumerate(names)}
        out = cls(columns, steps, least, step, np.zeros(0, np.float32), pull.astype(np.float32), width, offset)
        return replace(out, lengths=np.square(out.texts).sum(axis=0))

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote."""
        with np.load(file) as kept:
            least, step, width, offset = map(float, kept["numbers"])
            columns = {str(name): row for row, name in enumerate(kept["names"])}
            return cls(columns, kept["seen"], least, step, kept["lengths"], kept["pull"], width, offset)

    @property
    def texts(self) -> Floats:
        """What it has seen, a column for each text."""
        return np.float32(self.least) + np.float32(self.step) * self.seen.astype(np.float32)

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

    def points(self, many: Sequence[Mapping[str, float]]) -> list[float]:
        """How far each article's signals speak for yes, in log-odds; a signal that no text had weighs nothing."""
        known = [{self.columns[name]: v for name, v in each.items() if v and name in self.columns} for each in many]
        rows = sorted(set().union(*known))
        place = {row: at for at, row in enumerate(rows)}
        values = np.zeros((len(many), len(rows)), dtype=np.float32)
        for found, each in zip(values, known, strict=True):
            found[[place[row] for row in each]] = list(each.values())
        seen = self.seen[rows].astype(np.float32)
        alike = self.least * values.sum(axis=1, keepdims=True) + self.step * (values @ seen)
        apart = self.lengths + np.square(values).sum(axis=1, keepdims=True) - 2 * alike
        return [float(each) + self.offset for each in np.exp(-self.width * apart) @ self.pull]
