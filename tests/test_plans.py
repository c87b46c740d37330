"""Plans: what happens of them, what becomes of them, and what they leave in the event."""

from datetime import datetime, timedelta

import pytest

from bot.alerts import told_of
from bot.events import heed, place
from bot.types import AlertKind, EventStatus
from detectors import Article, Report, Status
from tests.facts import DAY, NOW, article, groups, placed, report, ru, second, told, transfer, ua


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


PLAN = report(ua(1000, planned=True), ru(1000, planned=True), status=Status.ANNOUNCED)


def test_the_first_stage_is_the_announced_exchange_and_the_second_is_its_own() -> None:
    first, other = DAY, DAY + timedelta(days=1)
    later = NOW + timedelta(days=1)
    events = told(
        (PLAN, article("plan", NOW - timedelta(days=7))),
        (report(ua(390), ru(390), day=first, status=Status.ONGOING), article("first")),
        (report(ua(307), ru(307), day=other, status=Status.ONGOING), article("other", later)),
        now=later,
    )
    assert groups(events) == {frozenset({"plan", "first"}), frozenset({"other"})}


LATER = {"in time": 6, "a day late": 7, "some days late": 10, "some days early": 3}


@pytest.mark.parametrize("days", LATER.values(), ids=LATER)
def test_a_plan_for_a_day_is_what_happens_around_it(days: int) -> None:
    happened = NOW + timedelta(days=days)
    plan = report(ua(1200, planned=True), day=DAY + timedelta(days=6), status=Status.ANNOUNCED)
    assert not second(plan, report(ua(1200), day=happened.date()), happened).is_new


def test_a_plan_moved_to_another_day_stays_the_plan_but_another_plan_is_another() -> None:
    def plan(count: int, days: int) -> Report:
        return report(ua(count, planned=True), day=DAY + timedelta(days=days), status=Status.ANNOUNCED)

    assert not second(plan(1200, 2), plan(1200, 5)).is_new
    assert second(plan(1200, 2), plan(300, 5)).is_new


def test_a_plan_heard_of_after_the_fact_is_the_same() -> None:
    plan = report(ua(103, planned=True), status=Status.ANNOUNCED)
    (event,) = told((report(ua(103), day=DAY), article("done")), (plan, article("plan", NOW - timedelta(days=3))))
    assert event.status is EventStatus.COMPLETED


def test_a_plan_that_is_told_again_is_one_plan() -> None:
    again = second(PLAN, PLAN, NOW + timedelta(days=5))
    assert not again.is_new
    assert again.changes == ()


def mentioned(status: Status, *, when: datetime = NOW, **more: object) -> tuple[Report, Article]:
    """What an article about something else says of the plan."""
    return report(ua(1000), ru(1000), status=status, **more), article("aside", when)


@pytest.mark.parametrize(
    ("said", "becomes", "alert"),
    [
        (Status.POSTPONED, EventStatus.POSTPONED, AlertKind.UPDATE),
        (Status.CANCELLED, EventStatus.CANCELLED, AlertKind.UPDATE),
        (Status.DENIED, EventStatus.DENIED, AlertKind.CANCEL),
    ],
)
def test_a_mention_changes_a_plan(said: Status, becomes: EventStatus, alert: AlertKind) -> None:
    (plan,) = told((PLAN, article("plan", NOW - timedelta(days=2))))
    change = heed(*mentioned(said), [plan], NOW)
    assert change is not None
    assert change.event.status is becomes
    assert [each.kind for each in told_of(change, "aside", NOW)] == [alert]
    assert heed(*mentioned(said), [change.event], NOW) is None  # the same article again
    done = placed(report(ua(1000), ru(1000), day=DAY), article("done"), [change.event])
    assert done.event.status is EventStatus.COMPLETED


def test_a_plan_put_off_and_told_again_is_on() -> None:
    (plan,) = told((PLAN, article("plan", NOW - timedelta(days=4))))
    change = heed(*mentioned(Status.POSTPONED, when=NOW - timedelta(days=2)), [plan], NOW)
    assert change is not None
    assert placed(PLAN, article("again"), [change.event]).event.status is EventStatus.ANNOUNCED


NOTHING_CHANGES = {
    "what has happened": (report(ua(1000), ru(1000), day=DAY), mentioned(Status.POSTPONED)),
    "a recap": (PLAN, mentioned(Status.PAST)),
    "other sides": (PLAN, (report(transfer("Israel", "Hamas", 5), status=Status.CANCELLED), article("aside"))),
    "an older article": (PLAN, mentioned(Status.CANCELLED, when=NOW - timedelta(days=9))),
}


@pytest.mark.parametrize(("known", "said"), NOTHING_CHANGES.values(), ids=NOTHING_CHANGES)
def test_a_mention_changes_nothing_else(known: Report, said: tuple[Report, Article]) -> None:
    assert heed(*said, told((known, article("known", NOW - timedelta(days=2)))), NOW) is None


def test_what_one_outlet_alone_tells_can_be_denied_until_another_tells_it() -> None:
    (lone,) = told((report(ua(103), ru(103)), article("first", NOW - timedelta(hours=5))))
    said = report(ua(103), ru(103), status=Status.DENIED), article("aside", NOW - timedelta(hours=1))
    assert heed(*said, [lone], NOW) is None  # an aside is no denial
    change = heed(*said, [lone], NOW, is_denial=True)
    assert change is not None
    assert change.event.status is EventStatus.DENIED
    assert [each.kind for each in told_of(change, "denial", NOW)] == [AlertKind.CANCEL]
    again = placed(report(ua(103), ru(103)), article("second"), [change.event])
    assert (again.event.status, again.changes) == (EventStatus.COMPLETED, ("status_changed",))
    assert heed(*said, [again.event], NOW, is_denial=True) is None
    (known,) = told(
        (report(ua(103)), article("a", NOW - timedelta(hours=5))),
        (report(ua(103)), article("b", NOW - timedelta(hours=4))),
    )
    assert heed(*said, [known], NOW, is_denial=True) is None  # two outlets tell of it


def test_a_stage_is_done_when_its_day_is_over() -> None:
    ongoing = report(ua(390), day=DAY, status=Status.ONGOING)
    (event,) = told((ongoing, article("a")))
    assert event.status is EventStatus.ONGOING
    later = place(ongoing, article("b", NOW + timedelta(days=1)), [event], NOW + timedelta(days=1))
    assert later.event.status is EventStatus.COMPLETED


def test_a_stage_without_figures_does_not_have_those_of_the_whole_deal() -> None:
    stage = report(ua(None), ru(None), day=DAY, status=Status.ONGOING)
    (event,) = told((PLAN, article("plan", NOW - timedelta(days=7))), (stage, article("first")))
    assert {(t.count, t.planned) for t in event.transfers} == {(None, False)}


def test_what_was_planned_gives_way_to_what_happened() -> None:
    plan, first = article("plan", NOW - timedelta(days=2)), article("first")
    (event,) = told((PLAN, plan), (report(ua(1000), day=DAY), first))
    assert {(t.returned_to, t.count, t.planned) for t in event.transfers} == {
        (("Ukraine",), 1000, False),
        (("Russia",), 1000, True),
    }
    (event,) = told((PLAN, plan), (report(ua(390), day=DAY), first))  # as many may have gone back
    assert {(t.returned_to, t.count, t.planned) for t in event.transfers} == {(("Ukraine",), 390, False)}
