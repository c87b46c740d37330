"""Whom a number or a noun tells of who was not handed over now: who remain, earlier ones, one of many, a source."""

import pytest

from detectors.figures import Figure, read_figures
from tests.readings import read


def figures(text: str, code: str) -> list[Figure]:
    """The figures of a headline, in reading order."""
    return read_figures(read(text, code))


def signals(count: int, text: str, code: str) -> dict[str, float]:
    """What speaks for and against the last figure of that size."""
    return [figure for figure in figures(text, code) if figure.group.count == count][-1].signals


@pytest.mark.parametrize(
    ("code", "text", "count", "left"),
    [
        ("en", "With their return, 73 out of 251 hostages remain in Gaza", 73, True),
        ("ru", "73 из 251 заложника остаются в секторе Газа", 73, True),
        ("en", "Hamas handed over one of the four hostages still held in Gaza", 1, False),
        ("ru", "ХАМАС передал одного из четырех заложников, которые остаются в Газе", 1, False),
    ],
)
def test_those_of_a_larger_number_who_remain_were_not_handed_over(code: str, text: str, count: int, left: bool) -> None:
    assert ("since.clause" in signals(count, text, code)) is left


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Since the start of the war, Kyiv has brought home 4,757 people"),
        ("cs", "Od začátku války, uvedl Kyjev, se domů vrátilo 4757 lidí"),
        ("uk", "Відколи почалася війна, Україна повернула 4757 людей"),
        ("lt", "Nuo karo pradžios, skelbia Kyjivas, namo grįžo 4757 žmonės"),
    ],
)
def test_since_when_opens_a_sentence_and_holds_for_all_of_it(code: str, text: str) -> None:
    assert "since.opening" in signals(4757, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Israel freed five Lebanese prisoners, among them a Lebanese woman"),
        ("es", "Israel liberó a cinco presos libaneses, entre ellos un periodista libanés"),
        ("de", "Israel ließ fünf libanesische Häftlinge frei, darunter eine libanesische Journalistin"),
    ],
)
def test_who_is_among_those_counted_is_a_part_of_them(code: str, text: str) -> None:
    assert [figure.group.part for figure in figures(text, code)] == [False, True]


def test_somebody_told_of_beside_others_is_no_part_of_them() -> None:
    assert [f.group.part for f in figures("Israel freed five Lebanese prisoners and a Dutch woman", "en")] == [
        False
    ] * 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Girls swapped for Boko Haram fighters, Nigerian officer says"),
        ("en", "According to lawmaker Anna Novak, Russia received 55 bodies"),
        ("de", "Russland erhielt laut dem Abgeordneten Jan Nowak 55 Tote"),
        ("pl", "Według deputowanego Jana Nowaka Rosja odebrała 55 ciał"),
    ],
)
def test_who_only_tells_the_news_is_nobody_handed_over(code: str, text: str) -> None:
    assert not [figure for figure in figures(text, code) if figure.group.single]


@pytest.mark.parametrize(
    ("code", "lead", "row"),
    [
        ("es", "El ELN liberó a seis uniformados", "Un policía, tres soldados y dos suboficiales fueron recibidos"),
        ("en", "The ELN freed six men", "Three soldiers, two sergeants and one policeman were received"),
    ],
)
def test_three_that_make_up_the_number_before_are_its_parts_though_one_is_half(code: str, lead: str, row: str) -> None:
    found = read_figures(read(lead, code, row))
    assert {f.group.count for f in found if "listed" in f.signals} == {1, 2, 3}
