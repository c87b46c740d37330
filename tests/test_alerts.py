"""Whom an event is for by what a channel wishes, and how soon its messages are edited."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.alerts import count_of, edit_at, people_of, wants
from bot.types import Event, People, Wishes
from detectors import Category, Kind, Status, Transfer
from detectors.types import Part
from tests.facts import NOW, article, report, ru, told, transfer, ua

BOTH = frozenset({People.PRISONERS, People.CIVILIANS})


def event(*transfers: Transfer, outlets: int = 1, **more: object) -> Event:
    """The event of so many outlets that tell the same."""
    (found,) = told(*((report(*transfers, **more), article(f"outlet{n}")) for n in range(outlets)))
    return found


MIXED = Category.MIXED
SWAP = event(ua(100), ru(90))
GAZA = event(transfer("Israel", "Hamas", 30), transfer("Hamas", "Israel", 3, Category.HOSTAGES))
WANTS = {
    "nothing in particular": (Wishes(), SWAP, True),
    "one conflict": (Wishes(conflicts=(("Russia", "Ukraine"),)), SWAP, True),
    "another conflict": (Wishes(conflicts=(("Armenia", "Azerbaijan"),)), SWAP, False),
    "one of several": (Wishes(conflicts=(("Armenia",), ("Ukraine",))), SWAP, True),
    "half of a conflict": (Wishes(conflicts=(("Russia", "United States"),)), SWAP, False),
    "by camp": (Wishes(conflicts=(("Israel", "Palestinians"),)), GAZA, True),
    "by the group itself": (Wishes(conflicts=(("Hamas",),)), GAZA, True),
    "by an ally": (Wishes(conflicts=(("Russia", "Ukraine"),)), event(transfer("DPR", "Ukraine", 5)), True),
    "who only helps is no side": (
        Wishes(conflicts=(("United Arab Emirates",),)),
        event(
            ua(5),
            parties=("Russia", "Ukraine", "United Arab Emirates"),
            mediators=("United Arab Emirates",),
        ),
        False,
    ),
    "bodies of prisoners": (Wishes(people=frozenset({People.BODIES})), SWAP, False),
    "bodies": (Wishes(people=frozenset({People.BODIES})), event(ua(5, category=Category.BODIES)), True),
    "enough people": (Wishes(least_count=190), SWAP, True),
    "too few people": (Wishes(least_count=191), SWAP, False),
    "no figure fits none": (Wishes(), event(ua(None), ru(None)), True),
    "no figure is not one": (Wishes(least_count=1), event(ua(None), ru(None)), False),
    "a plan's figure": (Wishes(least_count=1000), event(ua(1000, planned=True), status=Status.ANNOUNCED), True),
    "one outlet": (Wishes(least_outlets=2), SWAP, False),
    "two outlets": (Wishes(least_outlets=2), event(ua(100), outlets=2), True),
    "all at once": (
        Wishes(conflicts=(("Ukraine",),), people=frozenset({People.PRISONERS}), least_count=100, least_outlets=2),
        event(ua(100), outlets=2),
        True,
    ),
}


@pytest.mark.parametrize(("wishes", "what", "wanted"), WANTS.values(), ids=WANTS)
def test_an_event_is_wanted_where_it_is_all_that_is_wished_for(wishes: Wishes, what: Event, wanted: bool) -> None:
    assert wants(wishes, what) is wanted


PEOPLE = {
    "prisoners of war": ((ua(5),), {People.PRISONERS}),
    "hostages are both": ((ua(5, category=Category.HOSTAGES),), BOTH),
    "a total": ((ua(5, category=MIXED),), BOTH),
    "a total with its parts": (
        (ua(5, category=MIXED, breakdown=(Part(category=Category.CHILDREN, count=5),)),),
        {People.CHILDREN},
    ),
    "both ways": ((ua(5), ru(4, category=Category.BODIES)), {People.PRISONERS, People.BODIES}),
}


@pytest.mark.parametrize(("transfers", "people"), PEOPLE.values(), ids=PEOPLE)
def test_whom_an_event_brings_home(transfers: tuple[Transfer, ...], people: set[People]) -> None:
    assert people_of(event(*transfers)) == people


@pytest.mark.parametrize(("kind", "people"), [(Kind.EXCHANGE, People.PRISONERS), (Kind.BODIES, People.BODIES)])
def test_what_no_movement_tells_the_kind_does(kind: Kind, people: People) -> None:
    assert people_of(replace(SWAP, transfers=(), kind=kind)) == {people}


COUNTS = {
    "both ways": ((ua(100), ru(90)), 190),
    "the living and the dead": ((ua(100), ua(7, category=Category.BODIES)), 107),
    "counted apart": ((ua(100), ua(7, category=Category.CIVILIANS)), 107),
    "a total over both sides": ((transfer("Russia+Ukraine", "Russia+Ukraine", 190),), 190),
    "one way unknown": ((ua(100), ru(None)), 100),
}


@pytest.mark.parametrize(("transfers", "count"), COUNTS.values(), ids=COUNTS)
def test_how_many_people_an_event_is_of(transfers: tuple[Transfer, ...], count: int) -> None:
    assert count_of(event(*transfers)) == count


def test_the_headline_figure_counts_and_another_sides_figure_not_beside_it() -> None:
    both = told(
        (report(ua(207, claimed_by=("Ukraine",))), article("a")),
        (report(ua(195, claimed_by=("Russia",))), article("b")),
    )
    assert [count_of(each) for each in both] == [207]


def test_messages_of_an_event_are_edited_the_more_rarely_the_older_it_is() -> None:
    def wait(after: timedelta, **more: object) -> timedelta | None:
        now = NOW + after
        due = edit_at(replace(SWAP, opened=NOW, event_date=NOW.date(), **more), now)
        return due - now if due else None

    assert wait(timedelta(0)) == wait(timedelta(minutes=20)) == timedelta(minutes=5)
    assert wait(timedelta(hours=8)) == timedelta(hours=2)
    assert wait(timedelta(days=3)) is None
    begun = datetime.combine(date(2026, 11, 27), time(), NOW.tzinfo)
    day_of_it = begun + timedelta(hours=8) - NOW
    assert edit_at(replace(SWAP, opened=NOW - timedelta(days=9), event_date=begun.date()), NOW + day_of_it)
    assert edit_at(replace(SWAP, opened=NOW - timedelta(days=9), event_date=begun.date()), NOW) is None
