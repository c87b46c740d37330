"""Decisions by weighed signals: every named signal has a weight in weights.toml, fitted by bench/fit.py."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources

Signals = Mapping[str, float]
Weights = Mapping[str, float]


@cache
def _in_use() -> dict[str, Weights]:
    text = (resources.files("detectors") / "weights.toml").read_text(encoding="utf-8")
    return {decision: dict(table) for decision, table in tomllib.loads(text).items()}


@contextmanager
def weighed_by(weights: Mapping[str, Weights]) -> Iterator[None]:
    """Let these decisions go by other weights (log-odds by signal) for a while, in every thread: for fitting."""
    known = _in_use()
    before = dict(known)
    known.update(weights)
    try:
        yield
    finally:
        known.update(before)


def points(decision: str, signals: Signals) -> float:
    """The sum of the signals, each by its weight; a signal that was never fitted weighs nothing."""
    known = _in_use()[decision]
    return sum([known.get(name, 0.0) * value for name, value in signals.items() if value])


def holding(names: Mapping[str, bool]) -> dict[str, float]:
    """The signals that hold, each as 1."""
    return {name: 1.0 for name, holds in names.items() if holds}
