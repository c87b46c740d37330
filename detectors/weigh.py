"""Decisions by weighed signals, fitted by bench/fit.py.

Some go by a weight for every named signal, in weights.toml; those in _NETWORKS by what signals say together as well.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources

from detectors.network import Network, Said, Signals

# The decisions for which many signals count only together with others.
_NETWORKS = ("claim", "figure", "mediator", "verdict")


@cache
def _in_use() -> dict[str, Network]:
    kept = resources.files("detectors")
    tables = tomllib.loads((kept / "weights.toml").read_text(encoding="utf-8"))
    out = {decision: Network.plain(table) for decision, table in tables.items()}
    for decision in _NETWORKS:
        with (kept / f"{decision}.npz").open("rb") as file:
            out[decision] = Network.load(file)
    return out


def networks() -> Mapping[str, Network]:
    """What each decision goes by."""
    return dict(_in_use())


@contextmanager
def weighed_by(networks: Mapping[str, Network]) -> Iterator[None]:
    """Let these decisions go by other networks for a while, in every thread: for fitting."""
    known = _in_use()
    before = dict(known)
    known.update(networks)
    try:
        yield
    finally:
        known.update(before)


def points(decision: str, signals: Signals) -> float:
    """How far the signals speak for a decision, in log-odds; a signal that was never fitted weighs nothing."""
    return all_points(decision, [(signals,)])[0]


def all_points(decision: str, many: Sequence[Sequence[Said]]) -> list[float]:
    """The same for many at once, the signals of each in parts; parts that several share are summed up once."""
    return _in_use()[decision].points(many)


def holding(names: Mapping[str, bool]) -> dict[str, float]:
    """The signals that hold, each as 1."""
    return {name: 1.0 for name, holds in names.items() if holds}
