"""The row of all that is known of an article, which the encoder reads."""

from datetime import date

import pytest

from detectors.camps import camps
from detectors.sequence import LONGEST, NO_SIDE, ORGANISATION, SIDES, Item, Row, row_of
from tests.readings import read

DAY = date(2026, 3, 5)


def _row(title: str, code: str = "en", text: str = "") -> Row:
    readings = read(title, code, text, DAY)
    return row_of(readings, camps(readings, ()), DAY)


def _named(row: Row, name: str) -> list[Item]:
    return [item for item in row.items if name in item.names]


def test_items_stand_in_the_order_of_the_text() -> None:
    row = _row("Armenia handed 12 prisoners over to Azerbaijan")
    (giver, people, receiver) = (_named(row, name)[0] for name in ("part.bare", "group", "part.to"))
    assert giver.word < people.word < receiver.word
    assert [item.word for item in row.items] == sorted(item.word for item in row.items)


def test_sides_stand_without_their_names() -> None:
    """So what is learnt of one war holds in every other."""
    one, other = (_row(f"{a} handed 12 prisoners over to {b}") for a, b in (("Mali", "Niger"), ("Chad", "Gabon")))
    assert list(one.sides) != list(other.sides)
    assert one.items == other.items


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Mali übergab Niger 12 Gefangene"), ("fr", "Le Mali a remis 12 prisonniers au Niger")],
)
def test_languages_are_told_in_the_same_names(code: str, text: str) -> None:
    english = _row("Mali handed 12 prisoners over to Niger")
    assert _named(_row(text, code), "group")[0].names == _named(english, "group")[0].names


def test_equal_numbers_are_known_and_others_apart() -> None:
    row = _row("Mali frees 12 soldiers", text="Mali freed 12 soldiers on Thursday and Niger 30 rebels, Mali said.")
    numbers = [item.number for item in _named(row, "group")]
    assert numbers[0] == numbers[1] != numbers[2]
    assert 0 not in numbers


def test_who_is_no_side_is_still_known_as_a_state_or_an_organisation() -> None:
    readings = read("Mali handed 12 prisoners over to Niger, the Red Cross and Gabon said")
    sides = {side: each for side, each in camps(readings, ()).items() if side != "Gabon"}
    named = [item.side for item in row_of(readings, sides, DAY).items if "party" in item.names]
    assert ORGANISATION in named
    assert NO_SIDE in named


@pytest.mark.parametrize(
    ("day", "age"),
    [("today", "today"), ("yesterday", "yesterday"), ("on 1 March 2026", "week"), ("on 3 May 2021", "old")],
)
def test_days_are_told_by_how_long_ago_they_are(day: str, age: str) -> None:
    (item,) = _named(_row(f"Mali handed 12 prisoners over to Niger {day}"), "day")
    assert item.names == ("day", f"day.{age}")


def test_a_row_ends_within_reach_and_knows_which_people_are_in_it() -> None:
    sentence = "Mali handed 12 prisoners over to Niger on Thursday. "
    readings = read("Mali frees 12 prisoners", text=sentence * 60)
    row = row_of(readings, camps(readings, ()), DAY)
    assert len(row.items) == LONGEST
    groups = [group for reading in readings for group in reading.groups]
    within = [row.places.get(id(group)) for group in groups]
    assert within[0] is not None
    assert within[-1] is None
    assert all(at is None or row.items[at].names[0] == "group" for at in within)


def test_no_more_sides_are_told_apart_than_the_encoder_knows() -> None:
    states = ("Mali", "Niger", "Chad", "Gabon", "Benin", "Togo", "Ghana", "Kenya", "Uganda", "Zambia", "Malawi")
    row = _row("Prisoners come home", text=" ".join(f"{state} released 12 prisoners." for state in states))
    assert len(row.sides) <= SIDES
    assert len(row.said) == len(row.sides)
    assert all(item.side <= ORGANISATION for item in row.items)


def test_enemies_are_told_as_such() -> None:
    row = _row("Russia handed 12 prisoners over to Ukraine")
    pairs = {frozenset((one, other)) for one, other, _ in row.ties}
    assert frozenset((row.sides["Russia"], row.sides["Ukraine"])) in pairs
    assert _row("Mali handed 12 prisoners over to Gabon").ties == []
