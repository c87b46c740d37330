"""The fit: what each signal weighs, so that the right alternatives of many decisions are the likely ones."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Signals = Mapping[str, float]
EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Decision:
    """Alternatives with their signals, some of which are right."""

    alternatives: Sequence[Signals]
    right: Sequence[int]
    weight: float = 1.0


def fit(decisions: Sequence[Decision], ridge: float) -> dict[str, float]:
    """Weights of a conditional logit in which any right alternative will do: expectation, then Newton's method."""
    names = sorted({name for d in decisions for each in d.alternatives for name in each})
    index = {name: i for i, name in enumerate(names)}
    tables = []
    for d in decisions:
        used = np.array(sorted({index[name] for each in d.alternatives for name in each}), dtype=int)
        place = {int(column): i for i, column in enumerate(used)}
        table = np.zeros((len(d.alternatives), len(used)))
        for row, each in enumerate(d.alternatives):
            for name, value in each.items():
                table[row, place[index[name]]] = value
        tables.append((used, table))
    prior = np.array([EXPECTED.get(name, 0.0) for name in names])
    w = prior.copy()
    for _ in range(25):
        gradient, hessian = -ridge * (w - prior), ridge * np.eye(len(names))
        for d, (used, x) in zip(decisions, tables, strict=True):
            odds = x @ w[used]
            p = np.exp(odds - odds.max())
            p /= p.sum()
            q = np.zeros(len(p))
            q[list(d.right)] = p[list(d.right)]
            q = q / q.sum() if q.sum() > 1e-12 else q
            gradient[used] += d.weight * (q - p) @ x
            mean = p @ x
            hessian[np.ix_(used, used)] += d.weight * ((x * p[:, None]).T @ x - np.outer(mean, mean))
        step = np.linalg.solve(hessian, gradient)
        w += step * min(1.0, 2.0 / max(1e-9, np.abs(step).max()))
        if np.abs(step).max() < 1e-2:
            break
    return {name: float(value) for name, value in zip(names, w, strict=True) if abs(value) >= 0.005}
