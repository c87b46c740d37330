"""What is not sure enough to be told: recaps, vague and lone reports, and those that are rather none."""

from datetime import timedelta

import pytest

from bot.alerts import decide
from bot.events import place
from bot.outlets import corroboration
from bot.types import AlertKind
from detectors import Report, Status
from tests.facts import BODIES, DAY, NOW, article, placed, report, ru, told, transfer, ua


def test_a_recap_of_long_ago_is_told_to_nobody() -> None:
    recap = placed(report(ua(757, category=BODIES), day=DAY - timedelta(days=40)), article("recap"), [])
    assert decide(recap, NOW) == ()
    second_outlet = placed(
        report(ua(757, category=BODIES), day=DAY - timedelta(days=40)), article("other"), [recap.event]
    )
    assert [alert.kind for alert in decide(second_outlet, NOW)] == [AlertKind.NEW]


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


def test_another_figure_from_the_enemy_of_who_gave_people_back_waits_for_a_second_outlet() -> None:
    (known,) = told((report(transfer("RSF", "Egypt", 27), day=DAY), article("known")))
    flown_out = report(transfer("Sudan", "Egypt", 177))
    lone = placed(flown_out, article("lone"), [known])
    assert lone.is_new
    assert decide(lone, NOW) == ()
    second_outlet = placed(flown_out, article("other"), [known, lone.event])
    assert [alert.kind for alert in decide(second_outlet, NOW)] == [AlertKind.NEW]


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
    day_after = NOW + timedelta(days=1)
    late = place(rumoured(parties=("Russia",)), article("doubtful", day_after), [known], day_after)
    assert late.is_new


def test_a_doubtful_report_goes_to_what_others_tell_before_it_goes_to_a_rumour() -> None:
    plan = report(ua(1000, planned=True), day=None, status=Status.ANNOUNCED)
    rumour = placed(rumoured(ua(1000), ru(1000), day=DAY), article("rumour"), [])
    (known,) = told((plan, article("known")))
    joined = placed(rumoured(ua(1000), ru(1000), day=DAY), article("doubtful"), [rumour.event, known])
    assert joined.event.id == known.id


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
