"""Decisions by weighed signals: every named signal has a weight in weights.toml, fitted by bench/fit.py."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

Signals = Mapping[str, float]


@cache
def weights(decision: str) -> Mapping[str, float]:
    """The weights (log-odds) of one decision by signal; signals that were never fitted weigh nothing."""
    text = (resources.files("detectors") / "weights.toml").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in tomllib.loads(text).get(decision, {}).items()}


def points(decision: str, signals: Signals) -> float:
    """The sum of the signals, each by its weight."""
    known = weights(decision)
    return sum([known.get(name, 0.0) * value for name, value in signals.items() if value])
