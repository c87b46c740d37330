"""Placing: what comes together, what stays apart, and what is told of it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import identity
from bot.alerts import decide
from bot.types import AlertKind
from detectors import Category, Qualifier, Report, Status
from tests.facts import BODIES, DAY, NOW, article, groups, placed, report, ru, second, told, transfer, ua

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
    "figures both ways, one uneven, at no war and days apart": (
        report(
            transfer("India", "Bangladesh", 90),
            transfer("Bangladesh", "India", 95),
            day=DAY - timedelta(days=2),
            status=Status.ONGOING,
        ),
        report(transfer("India", "Bangladesh", 90), transfer("Bangladesh", "India", 95), day=DAY),
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
    "the same figures both ways in a war, days apart": (
        report(ua(95), ru(90), day=DAY - timedelta(days=2)),
        report(ua(95), ru(90), day=DAY),
    ),
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
    "a plan for no day that prolongs a truce, beside the day's stage": (
        report(transfer("Hamas", "Israel", 30, planned=True), status=Status.ANNOUNCED),
        report(transfer("Hamas", "Israel", 12), day=DAY, status=Status.ONGOING),
    ),
    "a plan for a later day": (
        report(ua(303), day=DAY),
        report(ua(303, planned=True), day=DAY + timedelta(days=3), status=Status.ANNOUNCED),
    ),
}


@pytest.mark.parametrize(("first", "other"), APART.values(), ids=APART)
def test_other_exchanges_stay_apart(first: Report, other: Report) -> None:
    assert second(first, other).is_new


@pytest.mark.parametrize(("giver", "getter", "recent"), [("Hamas", "Israel", 1), ("Russia", "Ukraine", 3)])
def test_news_without_a_day_is_not_of_a_war_s_exchange_of_days_ago(giver: str, getter: str, recent: int) -> None:
    bodies = report(transfer(giver, getter, 2, category=BODIES))
    soon, late = (NOW - timedelta(days=days) for days in (recent, recent + 1))
    assert len(told((bodies, article("first", soon)), (bodies, article("second")))) == 1
    for order in (1, -1):
        assert len(told(*[(bodies, article("first", late)), (bodies, article("second"))][::order])) == 2


def test_who_leaves_prison_the_day_after_answers_who_came_home() -> None:
    yesterday = DAY - timedelta(days=1)
    first = report(transfer("Hamas", "Israel", 3), day=yesterday, status=Status.ONGOING)
    back = report(transfer("Israel", "Palestinians", 90), day=DAY, status=Status.ONGOING)
    stage = report(transfer("Hamas", "Israel", 3), transfer("Israel", "Palestinians", 90), day=DAY)
    for later, events in ((back, 1), (stage, 2)):
        assert len(told((first, article("first", NOW - timedelta(days=1))), (later, article("second")))) == events


def test_who_goes_to_the_armed_group_first_is_answered_by_nobody_the_day_after() -> None:
    yesterday = DAY - timedelta(days=1)
    first = report(transfer("Israel", "Palestinians", 15, category=BODIES), day=yesterday)
    next_one = report(transfer("Hamas", "Israel", 1, category=BODIES), day=DAY)
    assert len(told((first, article("first", NOW - timedelta(days=1))), (next_one, article("second")))) == 2


def test_whom_a_total_over_both_ways_counts_nobody_lets_go_the_day_after() -> None:
    yesterday = DAY - timedelta(days=1)
    total = transfer("Houthis+Yemen", "Houthis+Yemen", 900, qualifier=Qualifier.ABOUT)
    first = report(transfer("Houthis", "Yemen", 4), total, day=yesterday)
    more = report(transfer("Saudi Arabia", "Houthis", 104), day=DAY)
    assert len(told((first, article("first", NOW - timedelta(days=1))), (more, article("second")))) == 2


def test_a_plan_of_weeks_ago_is_of_no_smaller_swap_between_states_at_war() -> None:
    before = NOW - timedelta(days=21)
    plan = report(ua(115, planned=True), ru(115, planned=True), day=before.date(), status=Status.ANNOUNCED)
    swap = report(ua(103), ru(103), day=DAY)
    assert len(told((plan, article("first", before)), (swap, article("second")))) == 2


def test_states_at_war_let_as_many_go_each_way_and_day_by_day() -> None:
    yesterday = DAY - timedelta(days=1)
    there, back = report(ua(390), day=yesterday), report(ru(307), day=DAY)
    assert len(told((there, article("first", NOW - timedelta(days=1))), (back, article("second")))) == 2


def test_figures_both_ways_tell_of_a_war_s_exchange_of_days_ago() -> None:
    swap = report(transfer("Hamas", "Israel", 4), transfer("Israel", "Palestinians", 200))
    assert len(told((swap, article("first", NOW - timedelta(days=2))), (swap, article("second")))) == 1


def test_fewer_freed_than_were_to_go_days_later_is_another_exchange() -> None:
    before = report(transfer("Hamas", "Israel", 3), transfer("Israel", "Palestinians", 110), day=DAY)
    after = report(
        transfer("Hamas", "Israel", 3), transfer("Israel", "Palestinians", 183, planned=True), status=Status.ONGOING
    )
    assert second(before, after, NOW + timedelta(days=2)).is_new


def test_a_lone_exchange_of_a_war_days_after_another_is_told_at_once() -> None:
    (event,) = told(
        (report(transfer("Hamas", "Israel", 3), day=DAY - timedelta(days=2)), article("first", NOW - timedelta(days=2)))
    )
    assert event.told
    placement = placed(report(transfer("Hamas", "Israel", 1)), article("second"), [event])
    assert [alert.kind for alert in decide(placement, NOW)] == [AlertKind.NEW]


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


def test_what_is_told_without_a_day_is_of_the_stage_that_has_all_its_figures() -> None:
    def stage(foreigners: int, **more) -> Report:
        home = transfer("Hamas", "Israel", 12), transfer("Hamas", "Nepal", foreigners)
        return report(*home, transfer("Israel", "Palestinians", 36), status=Status.ONGOING, **more)

    yesterday = NOW - timedelta(days=1)
    stories = [
        (stage(5, day=yesterday.date()), article("first", yesterday)),
        (stage(5), article("overnight", NOW - timedelta(hours=11))),
        (stage(2, day=DAY), article("second")),
    ]
    wanted = {frozenset({"first", "overnight"}), frozenset({"second"})}
    assert groups(told(*stories)) == groups(told(*reversed(stories))) == wanted


def test_a_plan_for_no_day_beside_a_stage_of_most_of_them_is_of_that_stage() -> None:
    plan = report(transfer("Hamas", "Israel", 14, planned=True), status=Status.ANNOUNCED)
    assert not second(plan, report(transfer("Hamas", "Israel", 12), day=DAY, status=Status.ONGOING)).is_new


@pytest.mark.parametrize(("giver", "is_new"), [("Iran", False), ("Russia", True)])
def test_a_count_that_no_war_repeats_is_told_again_on_the_next_day_as_of_that_day(giver: str, is_new: bool) -> None:
    home = transfer(giver, "United Kingdom" if giver == "Iran" else "Ukraine", 15)
    tomorrow = DAY + timedelta(days=1)
    assert second(report(home, day=DAY), report(home, day=tomorrow), NOW + timedelta(days=1)).is_new is is_new


def test_three_sides_do_not_exchange_people_again_on_the_next_day() -> None:
    yesterday = DAY - timedelta(days=1)
    hostages = [transfer("MUJAO", "Spain", 2), transfer("MUJAO", "Italy", 1)]
    first = report(*hostages, transfer("Mauritania", "MUJAO", 2), day=yesterday)
    assert not second(first, report(*hostages, transfer("Mauritania", "MUJAO", 1))).is_new
    between_two = report(transfer("MUJAO", "Spain", 3), transfer("Spain", "MUJAO", 2), day=yesterday)
    assert second(between_two, report(transfer("MUJAO", "Spain", 3), transfer("Spain", "MUJAO", 1))).is_new


def test_a_named_few_are_told_of_again_on_the_next_day_as_of_that_day() -> None:
    home = transfer("China", "Canada", 2)
    again = second(report(home, day=DAY), report(home, day=DAY + timedelta(days=1)), NOW + timedelta(days=1))
    assert not again.is_new


def test_a_late_report_of_the_same_day_joins() -> None:
    late = second(report(ua(103), day=DAY), report(ua(103), day=DAY), NOW + timedelta(days=3))
    assert not late.is_new


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


def test_only_the_reason_that_is_read_is_put_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [DAY - timedelta(days=3 * i) for i in range(4)]
    events = told(*((report(ua(50 + 40 * i), day=day), article(f"{i}")) for i, day in enumerate(days)))
    written = []
    words = identity._gap_words
    monkeypatch.setattr(identity, "_gap_words", lambda gap: written.append(gap) or words(gap))
    change = placed(report(ua(50), day=DAY), article("another"), events)
    assert (len(events), change.reason, written) == (4, "same sides, same day, the same count 50 (5.0 points)", [0])


SEVEN_HOME = report(transfer("Cuba", "Spain", 7, Category.PRISONERS), day=DAY + timedelta(days=1))


def test_who_was_let_go_in_the_evening_and_landed_the_next_day_was_let_go_once() -> None:
    evening = report(transfer("Cuba", "Spain", 7, Category.PRISONERS))
    assert not second(evening, SEVEN_HOME, NOW + timedelta(days=1)).is_new


@pytest.mark.parametrize(
    "evening",
    [
        report(transfer("Cuba", "Spain", 10, Category.PRISONERS)),  # another number
        report(transfer("Cuba", "Spain", 7, Category.PRISONERS), status=Status.ONGOING),
    ],
    ids=["others", "more to follow"],
)
def test_the_next_day_may_be_another_release(evening: Report) -> None:
    assert second(evening, SEVEN_HOME, NOW + timedelta(days=1)).is_new
