"""Months of news, perfectly read, come together as labelled, and each exchange is told once."""

import pytest

from tests.replay import Outcome, Replayed, as_labelled, groups, items, outcome, replay, shuffled

LEAST_F1 = 0.97
MOST_SECOND = 0.02  # of the exchanges


@pytest.fixture(scope="module")
def replayed() -> Replayed:
    return replay(items(), as_labelled)


@pytest.fixture(scope="module")
def got(replayed: Replayed) -> Outcome:
    return outcome(replayed)


def test_reports_come_together_as_labelled(got: Outcome) -> None:
    assert got.f1 >= LEAST_F1, got.split


def test_no_exchanges_of_different_days_are_merged(got: Outcome) -> None:
    assert got.merged == []


def test_each_exchange_is_told_once_and_nothing_else_is(got: Outcome) -> None:
    assert got.false == []
    assert got.never == []
    assert len(got.second) <= MOST_SECOND * len(got.minutes), got.second


def test_the_headline_figures_are_the_final_ones(got: Outcome) -> None:
    assert got.wrong == []


def test_the_groups_are_the_same_in_another_order(replayed: Replayed) -> None:
    assert groups(replay(shuffled(items(), 4), as_labelled)) == groups(replayed)
