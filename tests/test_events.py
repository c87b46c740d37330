"""Placing: what comes together, what stays apart, and what is told of it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.alerts import decide
from bot.events import place
from bot.types import AlertKind, Event, EventStatus, Placement
from detectors import Article, Category, Qualifier, Report, Status
from tests.facts import NOW, article, report, ru, transfer, ua

DAY = NOW.date()
BODIES = Category.BODIES


def told(*stories: tuple[Report, Article]) -> list[Event]:
    """The events after these stories came in, in this order."""
    events: list[Event] = []
    for each, source in stories:
        placed = place(each, source, events, NOW)
        if isinstance(placed, Placement):
            gone = {event.id for event in (placed.event, *placed.merged, *(other.event for other in placed.others))}
            kept = [event for event in events if event.id not in gone]
            events = [*kept, placed.event, *(other.event for other in placed.others)]
    return events


def second(first: Report, other: Report, published: object = NOW) -> Placement:
    """How the second story is placed after the first."""
    (event,) = told((first, article("first")))
    return placed(other, article("second", published), [event])  # type: ignore[arg-type]


def placed(each: Report, source: Article, events: Sequence[Event]) -> Placement:
    """How a report is placed that does belong somewhere."""
    placement = place(each, source, events, NOW)
    assert isinstance(placement, Placement)
    return placement


TOGETHER = {
    "the same figures": (report(ua(103), ru(103)), report(ua(103), ru(103))),
    "the other side's figure": (report(ua(207)), report(ru(195))),
    "figures that differ a little": (report(ua(207)), report(ua(195))),
    "more than": (report(ua(103)), report(ua(100, qualifier=Qualifier.AT_LEAST))),
    "a total over both sides": (report(ua(95), ru(95)), report(transfer("Russia+Ukraine", "Russia+Ukraine", 190))),
    "no figure": (report(ua(103)), report(ua(None), ru(None))),
    "a headline of one side only": (report(ua(103)), report(ua(103), parties=("Ukraine",))),
    "Hamas and Palestinians": (
        report(transfer("Israel", "Palestinians", 183)),
        report(transfer("Israel", "Hamas", 183)),
    ),
    "the same ordinal though the counts differ": (report(ua(50), ordinal=57), report(ua(103), ordinal=57)),
}


@pytest.mark.parametrize(("first", "other"), TOGETHER.values(), ids=TOGETHER)
def test_reports_of_one_exchange_come_together(first: Report, other: Report) -> None:
    assert not second(first, other).is_new


APART = {
    "other sides": (report(ua(103)), report(transfer("Azerbaijan", "Armenia", 32))),
    "the dead": (report(ua(1000)), report(ua(1000, category=BODIES))),
    "children": (report(ua(103)), report(ua(6, category=Category.CHILDREN))),
    "the next day's swap": (report(ua(49), day=DAY), report(ua(103), day=DAY + timedelta(days=1))),
    "the same count a week on": (
        report(ua(757, category=BODIES), day=DAY),
        report(ua(757, category=BODIES), day=DAY + timedelta(days=7)),
    ),
    "another ordinal": (report(ua(103), ordinal=56), report(ua(103), ordinal=57)),
    "another figure on the same day": (report(ua(20)), report(ua(300))),
}


@pytest.mark.parametrize(("first", "other"), APART.values(), ids=APART)
def test_other_exchanges_stay_apart(first: Report, other: Report) -> None:
    assert second(first, other).is_new


def test_a_late_report_of_the_same_day_joins() -> None:
    late = second(report(ua(103), day=DAY), report(ua(103), day=DAY), NOW + timedelta(days=3))
    assert not late.is_new


def test_an_announced_exchange_that_happens_is_the_same_event() -> None:
    coming = DAY + timedelta(days=6)
    happened = second(
        report(ua(1200, planned=True), day=DAY, status=Status.ANNOUNCED),
        report(ua(1200), day=coming),
        NOW + timedelta(6),
    )
    assert not happened.is_new
    assert happened.event.status is EventStatus.COMPLETED
    assert "status_changed" in happened.changes


def test_every_sides_figure_is_kept_with_its_speaker() -> None:
    ours = report(ua(207, claimed_by=("Ukraine's president",)))
    theirs = report(ua(195, claimed_by=("Russia's defence ministry",)))
    event = second(theirs, ours).event
    assert [(t.count, t.claimed_by) for t in event.transfers] == [
        (207, ("Ukraine's president",)),  # the side that got them back is heard first
        (195, ("Russia's defence ministry",)),
    ]
    assert len(event.claims) == 2


def test_a_total_gives_way_to_the_sides_own_figures() -> None:
    event = second(report(transfer("Russia+Ukraine", "Russia+Ukraine", 190)), report(ua(95), ru(95))).event
    assert sorted(t.count or 0 for t in event.transfers) == [95, 95]


def test_an_event_is_told_once_and_again_only_when_a_fact_changed() -> None:
    opened = placed(report(ua(103)), article("a"), [])
    assert [alert.kind for alert in decide(opened, NOW)] == [AlertKind.NEW]
    again = placed(report(ua(103)), article("b"), [opened.event])
    assert decide(again, NOW) == ()
    (added,) = decide(placed(report(ru(103)), article("c"), [again.event]), NOW)
    assert (added.kind, added.reason) == (AlertKind.UPDATE, "figure_added")


@settings(max_examples=60, deadline=None)
@given(order=st.permutations(range(6)))
def test_two_swaps_are_two_events_in_whatever_order_their_reports_come(order: Sequence[int]) -> None:
    first, other = DAY - timedelta(days=9), DAY
    stories = [
        (report(ua(49), day=first), article("a", NOW - timedelta(days=9))),
        (report(ua(49), ru(49), day=first), article("b", NOW - timedelta(days=9))),
        (report(ru(49), day=first), article("c", NOW - timedelta(days=8))),
        (report(ua(103), day=other), article("d")),
        (report(ua(103), ru(103), day=other), article("e")),
        (report(ru(103), day=other), article("f")),
    ]
    events = told(*(stories[i] for i in order))
    assert sorted(sorted(r.article_id for r in event.reports) for event in events) == [["a", "b", "c"], ["d", "e", "f"]]


def test_an_article_without_a_time_came_when_it_was_seen() -> None:
    undated = placed(report(ua(5)), article("a", None), [])
    assert undated.event.first_seen == NOW
    dated = placed(report(ua(5)), article("a", date(2026, 11, 20)), [])
    assert dated.event.first_seen.date() == date(2026, 11, 20)
