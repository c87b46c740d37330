"""Decisions by likeness: what is fitted, kept and read back."""

import math
import random
from pathlib import Path

from bench.fitting.logit import Decision
from bench.fitting.machines import fit_machine
from detectors.machine import Machine


def _either_but_not_both(count: int) -> list[Decision]:
    """Decisions that no weights can make: yes where one of two signals is there, and a third says nothing."""
    dice = random.Random(5)
    out = []
    for n in range(count):
        one, other = dice.random() < 0.5, dice.random() < 0.5
        found = {"bias": 1.0, "one": float(one), "other": float(other), "noise": dice.random()}
        out.append(Decision([{}, found], [int(one != other)], event=str(n // 2)))
    return out


def test_signals_count_only_together() -> None:
    machine = fit_machine(_either_but_not_both(200), width=0.5, cost=2.0)
    for one, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
        points = machine.points([{"bias": 1.0, "one": one, "other": other, "noise": 0.5}])[0]
        assert (points > 1) == (one != other), (one, other, points)
        assert abs(points) < 30


def test_odds_are_those_of_texts_that_were_not_seen() -> None:
    dice = random.Random(6)
    toss = [Decision([{}, {"bias": 1.0, "noise": dice.random()}], [int(dice.random() < 0.8)]) for _ in range(400)]
    machine = fit_machine(toss, width=5.0, cost=2.0)
    chances = [1 / (1 + math.exp(-machine.points([{"bias": 1.0, "noise": dice.random()}])[0])) for _ in range(50)]
    assert 0.6 < sum(chances) / len(chances) < 0.95
    assert max(chances) < 0.99


def test_a_machine_is_read_back_as_it_was(tmp_path: Path) -> None:
    machine = fit_machine(_either_but_not_both(120), width=0.5, cost=2.0)
    machine.save(tmp_path / "kept.npz")
    with (tmp_path / "kept.npz").open("rb") as file:
        again = Machine.load(file)
    for found in ({}, {"one": 1.0}, {"bias": 1.0, "one": 1.0, "noise": 0.3}):
        assert math.isclose(machine.points([found])[0], again.points([found])[0], abs_tol=0.02)


def test_signals_that_no_text_had_make_no_difference() -> None:
    machine = fit_machine(_either_but_not_both(120), width=0.5, cost=2.0)
    assert machine.points([{"one": 1.0, "new": 2.0}])[0] == machine.points([{"one": 1.0}])[0]
