"""The figures of an event: which of those that its reports give it keeps, and of whom."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.comparison import Comparison, Relation
from bot.events import place
from detectors import Category, Transfer
from tests.facts import BODIES, NOW, article, report, ru, second, told, transfer, ua

BOTH_WAYS = {"Russia>Ukraine 103", "Ukraine>Russia 103"}


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


def test_what_a_side_tells_of_a_part_is_no_headline() -> None:
    azovstal = report(ua(95, claimed_by=("Ukraine's security service",)))
    (event,) = told((report(ua(144)), article("a")), (azovstal, article("b")), (report(ua(144)), article("c")))
    assert [t.count for t in event.transfers] == [144, 95]
    near = report(ua(140, claimed_by=("Ukraine's security service",)))
    (event,) = told((report(ua(144)), article("a")), (near, article("b")), (report(ua(144)), article("c")))
    assert [t.count for t in event.transfers] == [140]


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


@pytest.mark.parametrize(
    ("outlets", "shown"),
    [
        # the group itself says how many it let go, but that it got as many is misread: two outlets tell the other way
        (
            [
                [transfer("Houthis", "Yemen", 113)],
                [transfer("Houthis", "Yemen", 113)],
                [transfer("Yemen", "Houthis", 112, claimed_by=("Houthis",))],
            ],
            {"Houthis>Yemen 113"},
        ),
        # one outlet each way, and a side speaks for the one
        (
            [[transfer("Yemen", "Houthis", 104, claimed_by=("Yemen's army",))], [transfer("Houthis", "Yemen", 104)]],
            {"Yemen>Houthis 104"},
        ),
        # parts of one way's figure, told for either way: the others have the whole, of whichever way
        (
            [
                [transfer("Yemen", "Houthis", 96), transfer("Houthis", "Yemen", 8)],
                [transfer("Saudi-led coalition", "Houthis", 104, claimed_by=("Saudi-led coalition",))],
                [transfer("Houthis", "Yemen", 104)],
            ],
            {"Saudi-led coalition>Houthis 104"},
        ),
        # a side's own figure of what two states at war gave each other stands
        ([[ua(103)], [ua(103)], [ru(103, claimed_by=("Russia's defence ministry",))]], BOTH_WAYS),
    ],
)
def test_whom_an_armed_group_let_go_are_not_its_own(outlets: Sequence[Sequence[Transfer]], shown: set[str]) -> None:
    stories = [(report(*moved), article(name)) for name, moved in zip("abcd", outlets, strict=False)]
    (event,) = told(*stories)
    lines = {f"{'+'.join(t.released_by)}>{'+'.join(t.returned_to)} {t.count}" for t in event.transfers}
    assert lines == shown


def test_a_reason_is_the_same_whatever_order_a_set_has() -> None:
    relations = [Relation.NEAR, Relation.FITS]
    told = {Comparison(relations=frozenset(each)).words for each in (relations, relations[::-1])}
    assert told == {"counts that fit"}
