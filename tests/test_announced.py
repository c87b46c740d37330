"""A plan is the exchange that happens first: told weeks ahead, for no day, with another count, in stages."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from bot.intake import Read, take_in
from bot.store import Store
from detectors import Article, Category, Detection, Report, Status
from tests.facts import BODIES, DAY, article, groups, report, ru, told, transfer, ua

Story = tuple[Report, Article]
HOSTAGES = Category.HOSTAGES


def at(day: date, name: str, each: Report) -> Story:
    """The report as an outlet told it on a day."""
    return each, article(name, datetime.combine(day, time(9), UTC))


def planned(*counts: tuple[str, str, int], day: date | None = None, **more) -> Report:
    """An announcement."""
    movements = (transfer(*each, planned=True, **more) for each in counts)
    return report(*movements, day=day, status=Status.ANNOUNCED)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def stored(stories: Sequence[Story], path: Path) -> set[frozenset[str]]:
    """The groups, once the stories came in, in this order, by way of a store, which must find the events again."""
    with closing(Store.open(path / "exchanges.db")) as store:
        with store.writing():
            for each, source in stories:
                found = Detection(article_id=source.id, is_report=True, lang="en", reason="", reports=(each,))
                take_in(store, Read(source, found), datetime(2027, 6, 1, tzinfo=UTC), owe=False)
        return {frozenset(ref.article_id for ref in event.refs) for event in store.events.standing()}


YEMEN = (("Yemen", "Houthis", 700), ("Houthis", "Yemen", 190))
ONE_EVENT = {
    "the very count weeks later": (
        at(DAY - days(36), "plan", planned(("South Korea", "China", 68), category=BODIES)),
        at(DAY, "done", report(transfer("South Korea", "China", 68, category=BODIES), day=DAY)),
    ),
    "a large part both ways weeks later": (
        at(DAY - days(35), "plan", planned(*YEMEN)),
        at(DAY, "done", report(transfer("Yemen", "Houthis", 250), transfer("Houthis", "Yemen", 70), day=DAY)),
    ),
    "a plan that is dated by the day of the agreement": (
        at(DAY - days(12), "plan", planned(("Morocco", "Ghana", 100), day=DAY - days(12))),
        at(DAY, "done", report(transfer("Morocco", "Ghana", 100), day=DAY)),
    ),
    "a plan that slips by a week": (
        at(DAY - days(13), "plan", planned(("Afghanistan", "Taliban", 100), day=DAY - days(8))),
        at(DAY, "done", report(transfer("Afghanistan", "Taliban", 100), day=DAY)),
    ),
    "some of those planned, and who is to follow": (
        at(DAY - days(1), "plan", planned(("Taliban", "South Korea", 19), category=HOSTAGES)),
        at(
            DAY,
            "done",
            report(
                transfer("Taliban", "South Korea", 12, category=HOSTAGES),
                transfer("Taliban", "South Korea", 7, category=HOSTAGES, planned=True),
                day=DAY,
                status=Status.ONGOING,
            ),
        ),
    ),
}


@pytest.mark.parametrize("stories", ONE_EVENT.values(), ids=ONE_EVENT)
@pytest.mark.parametrize("turned", [False, True])
def test_a_plan_is_the_exchange_that_follows(stories: Sequence[Story], turned: bool, tmp_path: Path) -> None:
    assert stored(stories[::-1] if turned else stories, tmp_path) == {frozenset({"plan", "done"})}


def test_what_was_planned_weeks_ago_is_of_the_day_on_which_it_is_told_to_have_begun(tmp_path: Path) -> None:
    five = ("Iran", "United States", 5), ("United States", "Iran", 5)
    stories = [
        at(DAY - days(39), "plan", planned(*five)),
        at(DAY, "under way", report(*(transfer(*each) for each in five), status=Status.ONGOING)),
        at(DAY, "landed", report(transfer(*five[0]), status=Status.ONGOING)),
        at(DAY + days(1), "home", report(transfer(*five[0]))),
    ]
    assert stored(stories, tmp_path) == {frozenset({"plan", "under way", "landed", "home"})}


TWO_EVENTS = {
    "a small part weeks later": (
        at(DAY - days(21), "plan", planned(("Russia", "Ukraine", 1200), ("Ukraine", "Russia", 1200))),
        at(DAY, "done", report(ua(84), ru(84), day=DAY)),
    ),
    "as many before": (
        at(DAY, "done", report(ua(205), ru(205), day=DAY)),
        at(DAY + days(27), "plan", planned(("Russia", "Ukraine", 205), ("Ukraine", "Russia", 205))),
    ),
    "the count of a few": (
        at(DAY - days(30), "plan", planned(("Iran", "France", 2))),
        at(DAY, "done", report(transfer("Iran", "France", 2), day=DAY)),
    ),
    "months later": (
        at(DAY - days(60), "plan", planned(("South Korea", "China", 68), category=BODIES)),
        at(DAY, "done", report(transfer("South Korea", "China", 68, category=BODIES), day=DAY)),
    ),
}


@pytest.mark.parametrize("stories", TWO_EVENTS.values(), ids=TWO_EVENTS)
def test_a_plan_is_no_other_exchange(stories: Sequence[Story], tmp_path: Path) -> None:
    assert len(stored(stories, tmp_path)) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_happens_on_the_planned_day_comes_before_what_has_the_planned_count(order: Sequence[int]) -> None:
    last = DAY + days(2)
    stories = [
        at(DAY, "plan", planned(*YEMEN, day=DAY)),
        at(DAY, "first day", report(transfer("Yemen", "Houthis", 250), transfer("Houthis", "Yemen", 70), day=DAY)),
        at(last, "recap", report(transfer("Yemen", "Houthis", 700), transfer("Houthis", "Yemen", 190), day=last)),
    ]
    found = groups(told(*(stories[i] for i in order)))
    assert found == {frozenset({"plan", "first day"}), frozenset({"recap"})}


def test_of_two_plans_one_is_the_other_again_where_both_state_the_day_of_the_agreement() -> None:
    agreed, now = DAY - days(7), datetime.combine(DAY + days(2), time(9), UTC)
    stories = [
        at(agreed, "plan", planned(("Russia", "Ukraine", 1000), ("Ukraine", "Russia", 1000), day=agreed)),
        at(DAY, "done", report(ua(1000), ru(1000), day=DAY)),
        at(DAY + days(1), "next", report(parties=("Russia", "Ukraine"), day=DAY + days(1), status=Status.ONGOING)),
        at(agreed, "misread", planned(("Russia", "Ukraine", 25), day=agreed)),
    ]
    assert groups(told(*stories, now=now)) == {frozenset({"plan", "done", "misread"}), frozenset({"next"})}
