"""Decisions by what signals say together: what is fitted, kept and read back."""

import math
import random
from pathlib import Path

import numpy as np
import pytest

from bench.fitting.logit import Decision
from bench.fitting.networks import fit_as, fit_beside, fit_mean, fit_network, mean_of, without_idle
from detectors.network import Network, Signals


def _either_but_not_both(count: int) -> list[Decision]:
    """Decisions that no weights can make: yes where one of two signals is there, and a third says nothing."""
    dice = random.Random(5)
    out = []
    for _ in range(count):
        one, other = dice.random() < 0.5, dice.random() < 0.5
        found = {"bias": 1.0, "one": float(one), "other": float(other), "noise": dice.random()}
        out.append(Decision([{}, found], [int(one != other)]))
    return out


@pytest.fixture(scope="module")
def network() -> Network:
    return fit_network(_either_but_not_both(2000))


def _says(network: Network, signals: Signals) -> float:
    nothing, found = network.points([(), (signals,)])
    assert nothing == 0
    return found


def test_signals_count_only_together(network: Network) -> None:
    for one, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
        points = _says(network, {"bias": 1.0, "one": one, "other": other, "noise": 0.5})
        assert (points > 1) == (one != other), (one, other, points)
        assert abs(points) < 30


def test_a_mean_of_networks_says_the_mean_of_what_they_say() -> None:
    decisions = _either_but_not_both(300)
    found = {"bias": 1.0, "one": 1.0, "noise": 0.3}
    alone = [_says(fit_network(decisions, throw=throw), found) for throw in range(2)]
    assert alone[0] != pytest.approx(alone[1], abs=1e-3)
    assert _says(fit_mean(decisions, 2), found) == pytest.approx(sum(alone) / 2, abs=1e-4)


def test_a_mean_holds_where_networks_know_different_signals(network: Network) -> None:
    told = Network.plain({"told": 1.0})
    both = mean_of([network, told])
    found = {"bias": 1.0, "one": 1.0, "told": 3.0}
    assert _says(both, found) == pytest.approx((_says(network, found) + 3.0) / 2, abs=1e-4)


def test_a_network_that_others_teach_says_what_they_say_in_the_mean_with_fewer_units(network: Network) -> None:
    decisions = _either_but_not_both(2000)
    teachers = [network, fit_network(decisions, throw=1)]
    taught = fit_as(teachers, decisions)
    assert 1 < taught.pull.size < sum(each.pull.size for each in teachers) / 2
    both = mean_of(teachers)
    for decision in decisions[:50]:
        assert _says(taught, decision.alternatives[1]) == pytest.approx(_says(both, decision.alternatives[1]), abs=0.7)


def test_units_that_part_nothing_are_left_out_and_nothing_is_said_otherwise(network: Network) -> None:
    decisions = _either_but_not_both(300)
    idle = mean_of([network, Network.of(["bias"], np.ones((1, 9), np.float32), np.ones(8, np.float32), np.zeros(8))])
    lean = without_idle(idle, decisions)
    assert lean.pull.size <= network.pull.size
    assert lean.pull.size > 1
    for decision in decisions[:50]:
        assert _says(lean, decision.alternatives[1]) == pytest.approx(_says(idle, decision.alternatives[1]), abs=0.1)


def test_any_right_alternative_will_do() -> None:
    """Of three, the first two are right, and only one of these has a signal that is ever wrong elsewhere."""
    dice = random.Random(7)
    found = [{"sure": 1.0}, {"likely": 1.0, "noise": dice.random()}, {"wrong": 1.0}]
    both = [Decision(found, [0, 1])] * 300
    elsewhere = [Decision([{"likely": 1.0}, {"wrong": 1.0}], [1])] * 100
    sure, likely, wrong = fit_network(both + elsewhere).points([(each,) for each in found])
    assert sure > likely
    assert sure > wrong


def test_odds_are_no_surer_than_what_was_seen() -> None:
    dice = random.Random(6)
    toss = [Decision([{}, {"bias": 1.0, "noise": dice.random()}], [int(dice.random() < 0.8)]) for _ in range(400)]
    network = fit_network(toss)
    chances = [1 / (1 + math.exp(-_says(network, {"bias": 1.0, "noise": dice.random()}))) for _ in range(50)]
    assert 0.7 < sum(chances) / len(chances) < 0.9
    assert max(chances) < 0.97


def test_a_network_is_read_back_as_it_was(network: Network, tmp_path: Path) -> None:
    network.save(tmp_path / "kept.npz")
    with (tmp_path / "kept.npz").open("rb") as file:
        again = Network.load(file)
    for found in ({}, {"one": 1.0}, {"bias": 1.0, "one": 1.0, "noise": 0.3}):
        assert math.isclose(_says(network, found), _says(again, found), abs_tol=0.02)


def test_signals_that_no_text_had_make_no_difference(network: Network) -> None:
    new = "never", {"one": 2.0}
    assert network.points([({"one": 1.0, "new": 2.0}, new)]) == network.points([({"one": 1.0},)])


def test_parts_of_an_alternative_count_as_one(network: Network) -> None:
    shared = {"bias": 1.0}
    parts = network.points([(shared, {"one": 1.0}), (shared, {"one": 1.0}, {"other": 1.0}), ()])
    whole = network.points([({"bias": 1.0, "one": 1.0},), ({"bias": 1.0, "one": 1.0, "other": 1.0},), ({},)])
    assert parts == pytest.approx(whole, abs=1e-4)


def test_a_network_without_units_adds_up_weights() -> None:
    assert Network.plain({"one": 2.0, "other": -0.5}).points([({"one": 1.0, "other": 2.0, "new": 9.0},)]) == [1.0]


def test_a_new_signal_is_learnt_beside_what_a_network_says_already(network: Network) -> None:
    """In new texts a further signal turns the answer round; all that the network said without it stays."""
    dice = random.Random(8)
    turned = []
    for each in _either_but_not_both(1000):
        turns = dice.random() < 0.5
        right = [0] if turns else each.right
        turned.append(Decision([{}, {**each.alternatives[1], "never": float(turns)}], right))
    taught = fit_beside(network, turned)
    known = {"bias": 1.0, "one": 1.0, "other": 0.0, "noise": 0.5}
    assert _says(taught, known) == pytest.approx(_says(network, known), abs=1e-5)
    assert _says(network, known) > 1
    assert _says(taught, {**known, "never": 1.0}) < -1
    again = fit_beside(taught, turned)  # plain weights are fitted once more, not on top of one another
    assert _says(again, {**known, "never": 1.0}) == pytest.approx(_says(taught, {**known, "never": 1.0}), abs=0.01)
