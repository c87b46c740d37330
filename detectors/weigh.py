"""Decisions by weighed signals, fitted by bench/fit.py.

Most go by a weight for every named signal, in weights.toml; those in _MACHINES by likeness to labelled texts.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources

from detectors.machine import Machine

Signals = Mapping[str, float]
Weights = Mapping[str, float]

# The decisions for which many signals count only together with others.
_MACHINES = ("verdict", "claim")


@cache
def _in_use() -> dict[str, Weights | Machine]:
    kept = resources.files("detectors")
    tables = tomllib.loads((kept / "weights.toml").read_text(encoding="utf-8"))
    out: dict[str, Weights | Machine] = {decision: dict(table) for decision, table in tables.items()}
    for decision in _MACHINES:
        with (kept / f"{decision}.npz").open("rb") as file:
            out[decision] = Machine.load(file)
    return out


@contextmanager
def weighed_by(weights: Mapping[str, Weights | Machine]) -> Iterator[None]:
    """Let these decisions go by other weights (log-odds by signal) for a while, in every thread: for fitting."""
    known = _in_use()
    before = dict(known)
    known.update(weights)
    try:
        yield
    finally:
        known.update(before)


def points(decision: str, signals: Signals) -> float:
    """How far the signals speak for a decision, in log-odds; a signal that was never fitted weighs nothing."""
    known = _in_use()[decision]
    if isinstance(known, Machine):
        return known.points([signals])[0]
    return sum([known.get(name, 0.0) * value for name, value in signals.items() if value])


def all_points(decision: str, many: Sequence[Signals]) -> list[float]:
    """The same for many at once, which costs a machine little more than one."""
    known = _in_use()[decision]
    return known.points(many) if isinstance(known, Machine) and many else [points(decision, each) for each in many]


def holding(names: Mapping[str, bool]) -> dict[str, float]:
    """The signals that hold, each as 1."""
    return {name: 1.0 for name, holds in names.items() if holds}
