"""Placing: what comes together, what stays apart, and what is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.alerts import decide, told_of
from bot.events import heed, place
from bot.outlets import corroboration
from bot.types import AlertKind, Event, EventStatus, Placement
from detectors import Article, Category, Qualifier, Report, Status
from tests.facts import NOW, article, report, ru, transfer, ua

DAY = NOW.date()
BODIES = Category.BODIES


def told(*stories: tuple[Report, Article], now: datetime = NOW) -> list[Event]:
    """The events after these stories came in, in this order."""
    events: list[Event] = []
    for each, source in stories:
        placed = place(each, source, events, now)
        gone = {event.id for event in (placed.event, *placed.merged, *(other.event for other in placed.others))}
        kept = [event for event in events if event.id not in gone]
        events = [*kept, placed.event, *(other.event for other in placed.others)]
    return events


def second(first: Report, other: Report, published: object = NOW) -> Placement:
    """How the second story is placed after the first."""
    (event,) = told((first, article("first")))
    now = max(NOW, published) if isinstance(published, datetime) else NOW
    return place(other, article("second", published), [event], now)  # type: ignore[arg-type]


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    """Which articles came together."""
    return {frozenset(ref.article_id for ref in event.reports) for event in events}


def placed(each: Report, source: Article, events: Sequence[Event]) -> Placement:
    """How a report is placed now."""
    return place(each, source, events, NOW)


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
    "an ordinal that counts this year's": (report(ua(84), ordinal=68), report(ua(84), ordinal=9)),
    "an ally in the war": (
        report(transfer("Saudi Arabia", "Houthis", 128)),
        report(transfer("Saudi-led coalition", "Houthis", 128)),
    ),
    "another name for a side": (
        report(transfer("Taliban", "United States", 2)),
        report(transfer("Afghanistan", "United States", 2)),
    ),
    "a name that only the figures explain": (
        report(transfer("Druze factions", "Syria", 25)),
        report(transfer("Suwayda guard", "Syria", 25)),
    ),
    "a host taken for a side": (
        report(transfer("Russia", "United States", 16), mediators=("Türkiye",)),
        report(transfer("Türkiye", "United States", None)),
    ),
    "foreigners freed in the swap of a war": (
        report(transfer("Russia", "United States", 1)),
        report(transfer("Ukraine", "United States", 1)),
    ),
    "parts and their sum": (
        report(ua(185), ua(20, category=Category.CIVILIANS)),
        report(ua(205, category=Category.MIXED)),
    ),
    "the first of those to come": (
        report(ua(20), status=Status.ONGOING),
        report(ua(7), ua(13, planned=True), status=Status.ONGOING),
    ),
    "a few of the many": (report(ua(215), ru(55)), report(ru(1))),
    "figures of one direction that differ more": (report(ua(150), ru(150)), report(ua(189), ru(150))),
    "a figure the wrong way round": (report(ua(140), ru(100)), report(ru(140))),
    "a total taken for one side's figure": (report(ua(157), ru(157)), report(ua(314))),
    "a host taken for a side, unknown as a helper": (
        report(transfer("Russia", "United States", 16)),
        report(transfer("Türkiye", "United States", None)),
    ),
    "one figure misread": (report(ua(140), ru(82)), report(ua(140), ru(140))),
    "a day's figure that grows": (report(ua(120)), report(ua(300))),
    "both the living and the dead, and the dead": (
        report(ua(75), ua(212, category=BODIES)),
        report(ua(212, category=BODIES)),
    ),
    "a day misread by one": (report(ua(103), day=DAY), report(ua(103), day=DAY - timedelta(days=1))),
    "a feature on the freed one, with its own day": (
        report(transfer("Russia", "United States", 1), day=DAY - timedelta(days=3)),
        report(transfer("Russia", "United States", 1), day=DAY),
    ),
    "a third state's people among those freed": (
        report(transfer("Belarus", "Lithuania", 14)),
        report(transfer("Belarus", "United States", 3)),
    ),
    "a third state's people and no figure": (
        report(transfer("Russia", "Lithuania", 2)),
        report(parties=("Russia", "Norway")),
    ),
    "a day far back, misread": (report(ua(103), day=DAY), report(ua(103), day=DAY - timedelta(days=6))),
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
    "other figures both ways on the same day": (report(ua(20), ru(15)), report(ua(300), ru(280))),
    "one body days after another": (
        report(transfer("Hamas", "Israel", 1, category=BODIES), day=DAY - timedelta(days=3)),
        report(transfer("Hamas", "Israel", 1, category=BODIES), day=DAY),
    ),
    "as few for many days later": (
        report(transfer("Hamas", "Israel", 3), transfer("Israel", "Palestinians", 110), day=DAY - timedelta(days=2)),
        report(transfer("Hamas", "Israel", 3), day=DAY),
    ),
    "another side on the same day": (report(ua(1)), report(transfer("Russia", "United States", 1))),
    "the next stage with the same figures": (
        report(ua(39), day=DAY - timedelta(days=1), status=Status.ONGOING),
        report(ua(39), day=DAY, status=Status.ONGOING),
    ),
    "nobody of other people than went home that day": (
        report(ua(75), ru(75)),
        report(ua(1200, category=BODIES), ru(0)),
    ),
    "a third state with nearly as many": (
        report(transfer("Chile", "Ghana", 223), transfer("Ghana", "Chile", 223)),
        report(transfer("Chile", "Peru", 230), transfer("Peru", "Chile", 230)),
    ),
    "the next stage with near figures": (
        report(ua(307), ru(307), day=DAY - timedelta(days=1), status=Status.ONGOING),
        report(ua(303), ru(303), status=Status.COMPLETED, day=DAY),
    ),
    "a plan for more than happened before it": (
        report(ua(103), day=DAY - timedelta(days=3)),
        report(ua(1200, planned=True), status=Status.ANNOUNCED),
    ),
    "a plan for a later day": (
        report(ua(303), day=DAY),
        report(ua(303, planned=True), day=DAY + timedelta(days=3), status=Status.ANNOUNCED),
    ),
}


@pytest.mark.parametrize(("first", "other"), APART.values(), ids=APART)
def test_other_exchanges_stay_apart(first: Report, other: Report) -> None:
    assert second(first, other).is_new


def test_news_of_its_own_day_is_another_exchange_than_that_of_yesterday() -> None:
    bodies = ua(1200, category=BODIES)
    tomorrow = DAY + timedelta(days=1)
    assert second(report(bodies, day=DAY), report(bodies, day=tomorrow), NOW + timedelta(days=1)).is_new
    ongoing = report(bodies, day=DAY, status=Status.ONGOING)
    assert second(ongoing, report(bodies, day=tomorrow), NOW + timedelta(days=1)).is_new


def test_one_exchange_over_midnight_is_told_by_its_figures_both_ways() -> None:
    night = [transfer("Hamas", "Israel", 3), transfer("Israel", "Palestinians", 90)]
    later = second(report(*night, day=DAY), report(*night, day=DAY + timedelta(days=1)), NOW + timedelta(days=1))
    assert not later.is_new


def test_the_next_day_is_the_next_stage_where_one_side_gave_as_many_and_the_other_did_not() -> None:
    def stage(home: int) -> Report:
        return report(transfer("Hamas", "Israel", home), transfer("Israel", "Palestinians", 30))

    yesterday = NOW - timedelta(days=1)
    events = told((stage(16), article("first", yesterday)), (stage(8), article("second")))
    assert len(events) == 2


def test_a_named_few_are_told_of_again_on_the_next_day_as_of_that_day() -> None:
    home = transfer("China", "Canada", 2)
    again = second(report(home, day=DAY), report(home, day=DAY + timedelta(days=1)), NOW + timedelta(days=1))
    assert not again.is_new


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


def test_a_report_that_bridges_two_events_merges_them() -> None:
    events = told(
        (report(ua(75), ru(75)), article("living")),
        (report(ua(212, category=BODIES)), article("dead")),
    )
    assert len(events) == 2
    placement = placed(report(ua(75), ua(212, category=BODIES)), article("bridge"), events)
    (gone,) = placement.merged
    assert gone.merged_into == placement.event.id == events[0].id
    assert {ref.article_id for ref in placement.event.reports} == {"living", "dead", "bridge"}
    kinds = [(alert.kind, alert.event_id) for alert in decide(placement, NOW)]
    assert kinds == [(AlertKind.UPDATE, events[0].id), (AlertKind.CANCEL, gone.id)]


def test_a_report_that_shows_two_exchanges_tells_them_apart() -> None:
    early, late = NOW - timedelta(days=2), NOW
    events = told(
        (report(ua(60), day=early.date()), article("first", early)),
        (report(ua(None), ru(None)), article("vague", late)),
    )
    assert groups(events) == {frozenset({"first", "vague"})}
    placement = placed(report(ua(140), day=DAY), article("clear", late), events)
    assert {ref.article_id for ref in placement.event.reports} == {"vague", "clear"}
    assert placement.is_new
    (left,) = placement.others
    assert left.event.id == events[0].id
    assert [alert.kind for alert in decide(placement, NOW)] == [AlertKind.NEW]


def test_people_keep_the_event_that_they_heard_of() -> None:
    early = NOW - timedelta(days=1)
    events = told(
        (report(ua(None), ru(None)), article("vague", early)),
        (report(ua(140), day=DAY), article("clear")),
        (report(ua(140), ru(140), day=DAY), article("clearer")),
        (report(ua(60), ru(60), day=early.date()), article("first", early)),
    )
    first = next(event for event in events if "vague" in {ref.article_id for ref in event.reports})
    assert first.opener == "vague"
    assert first.event_date == early.date()


def test_a_recap_of_long_ago_is_told_to_nobody() -> None:
    recap = placed(report(ua(757, category=BODIES), day=DAY - timedelta(days=40)), article("recap"), [])
    assert decide(recap, NOW) == ()
    second_outlet = placed(
        report(ua(757, category=BODIES), day=DAY - timedelta(days=40)), article("other"), [recap.event]
    )
    assert [alert.kind for alert in decide(second_outlet, NOW)] == [AlertKind.NEW]


def test_a_recap_joins_the_exchange_that_it_recalls() -> None:
    then = NOW - timedelta(days=40)
    (old,) = told((report(ua(757, category=BODIES), day=then.date()), article("then", then)))
    recap = placed(report(ua(757, category=BODIES), day=then.date()), article("recap"), [old])
    assert not recap.is_new
    assert decide(recap, NOW) == ()


def test_an_article_of_any_day_joins_by_its_figures_or_stands_alone() -> None:
    (known,) = told((report(ua(103), ru(95), day=DAY), article("known")))
    assert not placed(report(ua(103)), article("undated", None), [known]).is_new
    assert placed(report(ua(44)), article("undated", None), [known]).is_new
    assert placed(report(ua(None)), article("undated", None), [known]).is_new


def test_one_report_with_an_odd_figure_does_not_join_the_next_day_to_its_own() -> None:
    early, late = NOW - timedelta(days=1), NOW
    odd = report(ua(300), ru(300), ru(200), day=early.date())
    events = told(
        *((report(ua(200), ru(200), day=early.date()), article(f"early-{i}", early)) for i in range(3)),
        (odd, article("odd", early)),
        *((report(ua(300), ru(300)), article(f"late-{i}", late)) for i in range(2)),
    )
    assert frozenset({"late-0", "late-1"}) in groups(events)


def test_a_report_that_has_the_day_of_the_exchange_before_is_found_by_its_figure_and_the_day_it_came_out() -> None:
    before = NOW - timedelta(days=2)

    def bodies(count: int, day: date) -> Report:
        return report(ua(count, category=BODIES), day=day)

    stories = [
        (bodies(1212, before.date()), article("before-1", before)),
        (bodies(1212, before.date()), article("before-2", before)),
        (bodies(1200, before.date()), article("astray")),
        (bodies(1200, DAY), article("today-1")),
        (bodies(1200, DAY), article("today-2")),
    ]
    wanted = {frozenset({"before-1", "before-2"}), frozenset({"astray", "today-1", "today-2"})}
    assert groups(told(*stories)) == groups(told(*reversed(stories))) == wanted


def test_two_events_that_a_vague_report_shows_to_be_one_are_merged() -> None:
    sides = ("Druze factions", "Suwayda guard", "Syria")
    events = told(
        (report(transfer("Druze factions", "Syria", 3), day=DAY), article("a")),
        (report(transfer("Suwayda guard", "Syria", 3), day=DAY), article("b")),
    )
    assert len(events) == 2
    bridge = placed(report(transfer("Syria", "Syria", None), parties=sides), article("c"), events)
    assert {ref.article_id for ref in bridge.event.reports} == {"a", "b", "c"}
    assert len(bridge.merged) == 1


def test_a_text_that_names_no_movement_opens_quietly() -> None:
    quiet = placed(report(parties=("Russia", "Ukraine"), confidence=0.8), article("quiet"), [])
    assert quiet.is_new
    assert decide(quiet, NOW) == ()
    loud = placed(report(ua(103)), article("loud"), [quiet.event])
    assert [alert.kind for alert in decide(loud, NOW)] == [AlertKind.NEW]


@pytest.mark.parametrize(
    ("late", "day", "first_told"),
    [(1, None, False), (3, None, False), (4, None, True), (1, DAY + timedelta(days=1), True)],
    ids=["the day after", "days after", "a week's news", "with a day of its own"],
)
def test_what_may_be_the_last_exchange_told_badly_waits_for_a_second_outlet(late, day, first_told) -> None:
    came = NOW + timedelta(days=late)
    (known,) = told((report(ua(108), ru(110), day=DAY), article("first")))
    odd = report(ua(12), ru(70), day=day)
    opened = place(odd, article("second", came), [known], came)
    assert (opened.is_new, opened.first_told) == (True, first_told)
    again = place(odd, article("third", came), [known, opened.event], came)
    assert again.event.told


def test_who_may_as_well_tell_of_the_last_exchange_is_no_witness_of_another() -> None:
    came = NOW + timedelta(days=1)
    (known,) = told((report(ua(108), ru(110), day=DAY), article("first")))
    vague = place(report(ua(None), ru(None)), article("vague", came), [known], came).event
    odd = place(report(ua(12), ru(70)), article("odd", came), [vague], came)
    assert odd.is_new
    assert not odd.first_told
    assert not any(change.first_told for change in odd.others)


@pytest.mark.parametrize(
    ("moved", "day", "confidence", "first_told"),
    [
        (transfer("Belarus", "Poland", 3), DAY, 0.75, True),
        (transfer("Belarus", "Poland", 3), None, 0.75, False),
        (transfer("Belarus", "Poland", 3), None, 0.9, True),
        (ua(103), None, 0.75, False),
        (ua(103), None, 0.83, True),
    ],
)
def test_a_lone_report_must_be_the_surer_the_less_expected_it_is(moved, day, confidence, first_told) -> None:
    lone = placed(report(moved, day=day, confidence=confidence), article("a"), [])
    assert lone.first_told is first_told


def test_one_unsure_outlet_tells_nobody_and_two_do() -> None:
    unsure = report(ua(103), confidence=0.6)
    lone = placed(unsure, article("a"), [])
    assert decide(lone, NOW) == ()
    both = placed(unsure, article("b"), [lone.event])
    assert [alert.kind for alert in decide(both, NOW)] == [AlertKind.NEW]


# ── What became of a plan ──


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


# ── What the event says ──


def test_the_sides_keep_their_order_whoever_speaks_first() -> None:
    stories = [
        (report(ua(103)), article("russian", NOW)),
        (report(ru(103)), article("earlier", NOW - timedelta(hours=1))),
    ]
    for end in (1, 2):
        (event,) = told(*stories[:end])
        assert event.parties == ("Russia", "Ukraine")
    (event,) = told(*stories[::-1])
    assert event.parties == ("Russia", "Ukraine")


def test_every_sides_figure_is_kept_with_its_speaker() -> None:
    ours = report(ua(207, claimed_by=("Ukraine's president",)))
    theirs = report(ua(195, claimed_by=("Russia's defence ministry",)))
    event = second(theirs, ours).event
    assert [(t.count, t.claimed_by) for t in event.transfers] == [
        (207, ("Ukraine's president",)),  # the side that got them back is heard first
        (195, ("Russia's defence ministry",)),
    ]
    assert len(event.claims) == 2


def test_a_figure_that_the_other_side_confirms_is_told() -> None:
    said = report(ua(103, claimed_by=("Ukraine's president",)))
    confirmed = report(ua(103, claimed_by=("Ukraine's president",), confirmed_by=("Russia's defence ministry",)))
    assert second(said, confirmed).changes == ("confirmed",)


def test_a_second_figure_that_a_side_stands_by_is_told() -> None:
    first = report(ua(246, claimed_by=("Russia's defence ministry",), confirmed_by=("Ukraine",)))
    revised = second(first, report(ua(277, claimed_by=("Volodymyr Zelensky",))))
    assert [t.count for t in revised.event.transfers] == [246, 277]
    assert revised.changes == ("figure_added",)
    again = place(report(ua(277, claimed_by=("Volodymyr Zelensky",))), article("third"), [revised.event], NOW)
    assert again.changes == ()


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


def test_parts_stand_beside_the_headline_figure() -> None:
    both = report(ua(185), ua(20, category=Category.CIVILIANS))
    (event,) = told((both, article("a")), (both, article("b")))
    assert [(t.category, t.count) for t in event.transfers] == [
        (Category.PRISONERS_OF_WAR, 185),
        (Category.CIVILIANS, 20),
    ]


def test_soldiers_and_civilians_counted_apart_are_the_total_of_another_report() -> None:
    ministry = {"claimed_by": ("Russia's defence ministry",)}
    apart = report(ru(270, **ministry), ru(120, category=Category.CIVILIANS, **ministry))
    (event,) = told((apart, article("a")), (report(ru(390, category=Category.MIXED)), article("b")))
    (line,) = event.transfers
    assert (line.category, line.count, line.claimed_by) == (Category.MIXED, 390, ("Russia's defence ministry",))
    assert {(part.category, part.count) for part in line.breakdown} == {
        (Category.PRISONERS_OF_WAR, 270),
        (Category.CIVILIANS, 120),
    }


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


def test_copies_of_one_text_speak_for_one_outlet() -> None:
    def copy(name: str) -> Article:
        return replace(article(name), title="Ukraine brings home 110 defenders in a new exchange")

    (event,) = told(
        *((report(ua(110)), copy(name)) for name in ("a", "b", "c")),
        *((report(ua(103)), article(name)) for name in ("d", "e")),
    )
    assert event.transfers[0].count == 103
    assert len(event.claims) == 5


COPIES = {
    "one agency in two languages": (
        {"text": "KYIV, Nov 24 (Reuters) - Ukraine brought home 103 soldiers."},
        {"text": "КИЕВ, 24 ноября (Рейтер) - Украина вернула 103 военных."},
    ),
    "a credit at the end": ({"text": "Ukraine holt 103 Soldaten heim. " * 9 + "/dpa/"}, {"text": "Kiew (dpa) - 103"}),
    "one site in two languages": (
        {"url": "https://www.bbc.co.uk/news/1"},
        {"url": "https://feeds.bbc.co.uk/ukrainian/articles/2"},
    ),
}
VOICES = {
    "an agency that is only quoted": (
        {"text": "An official told Reuters that 103 soldiers came home."},
        {"text": "Officials told Reuters and others of 103 soldiers."},
    ),
    "two sites of one registry": ({"url": "https://a.com.ua/1"}, {"url": "https://b.com.ua/1"}),
}


@pytest.mark.parametrize(
    ("one", "other", "independent"),
    [(*pair, 1) for pair in COPIES.values()] + [(*pair, 2) for pair in VOICES.values()],
    ids=[*COPIES, *VOICES],
)
def test_copies_count_once_also_when_translated(one: dict, other: dict, independent: int) -> None:
    (event,) = told(
        (report(ua(103)), replace(article("a"), title="103 home", **one)),
        (report(ua(103)), replace(article("b"), title="103 вдома", **other)),
    )
    assert corroboration(event).outlets == independent


def test_who_stands_behind_an_event_is_counted() -> None:
    ours = ua(103, claimed_by=("Ukraine's president",))
    (event,) = told(
        (report(ours), article("a")),
        (report(ua(103, claimed_by=("Russia's defence ministry",)), mediators=("Qatar",)), article("b")),
        (report(ours), replace(article("c"), source="a")),
    )
    known = corroboration(event)
    assert (known.outlets, set(known.sides), known.mediators) == (2, {"Russia", "Ukraine"}, ())


# ── Doubtful reports ──


def rumoured(*transfers, **more) -> Report:
    """A report that by itself is rather none."""
    return report(*transfers, confidence=0.3, **more)


def test_a_doubtful_report_opens_nothing_that_people_see() -> None:
    opened = placed(rumoured(ua(103), ru(95), day=DAY), article("doubtful"), [])
    assert opened.event.is_rumour
    again = placed(rumoured(ua(103), ru(95), day=DAY), article("other"), [opened.event])
    assert again.event.is_rumour
    assert len(again.event.doubtful) == 2
    assert decide(opened, NOW) == decide(again, NOW) == ()


def test_a_doubtful_report_joins_what_others_tell_and_changes_nothing() -> None:
    (known,) = told((report(ua(103), ru(95), day=DAY), article("known")))
    joined = placed(rumoured(ua(103), ru(44), day=DAY), article("doubtful"), [known])
    assert {ref.article_id for ref in joined.event.refs} == {"known", "doubtful"}
    assert joined.event.transfers == known.transfers
    assert corroboration(joined.event).outlets == 1
    assert decide(joined, NOW) == ()


def test_a_doubtful_report_that_says_too_little_joins_nothing() -> None:
    (known,) = told((report(ua(103), ru(95), day=DAY), article("known")))
    late = placed(rumoured(parties=("Russia",)), article("doubtful", NOW + timedelta(days=1)), [known])
    assert late.is_new


def test_the_first_sure_report_makes_an_event_of_a_rumour() -> None:
    rumour = placed(rumoured(ua(103), ru(95), day=DAY), article("doubtful"), [])
    sure = placed(report(ua(103), ru(95), day=DAY), article("sure"), [rumour.event])
    assert [ref.article_id for ref in sure.event.reports] == ["sure"]
    assert [ref.article_id for ref in sure.event.doubtful] == ["doubtful"]
    assert [alert.kind for alert in decide(sure, NOW)] == [AlertKind.NEW]


def test_a_doubtful_report_bridges_nothing() -> None:
    events = told(
        (report(ua(75), ru(75)), article("living")),
        (report(ua(212, category=BODIES)), article("dead")),
    )
    placement = placed(rumoured(ua(75), ua(212, category=BODIES)), article("bridge"), events)
    assert placement.merged == ()
    assert len(placement.event.refs) == 2


def test_a_number_of_bodies_that_more_outlets_tell_of_the_other_way_is_none():
    stories = [
        (report(ua(909, category=BODIES)), article("a")),
        (report(ua(909, category=BODIES), ru(34, category=BODIES)), article("b")),
    ]
    mirrored = (report(ru(909, category=BODIES)), article("c"))
    (event,) = told(*stories, mirrored)
    assert {(each.returned_to, each.count) for each in event.transfers} == {(("Ukraine",), 909), (("Russia",), 34)}
    assert any(claim.transfer.count == 909 and claim.transfer.returned_to == ("Russia",) for claim in event.claims)
    (both,) = told(
        (report(ua(10, category=BODIES), ru(10, category=BODIES)), article("a"))
    )  # where all tell it both ways, it was so
    assert {each.count for each in both.transfers} == {10}
    assert len(both.transfers) == 2
