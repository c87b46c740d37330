"""When a movement was, beside the days of a deal and of a capture, and what recalls something else."""

from datetime import date

import pytest

from detectors.scope import Scope
from tests.readings import read

PUBLISHED = date(2025, 12, 31)


def scopes(text: str, code: str = "en") -> set[Scope]:
    """When every movement of the last sentence was."""
    return {move.scope for move in read("", code, text, PUBLISHED)[-1].moves}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "18 soldiers walked across after Bangkok kept the ceasefire of October 27."),
        ("en", "18 soldiers were handed over under the agreement of 3 May."),
        ("de", "18 Soldaten wurden nach dem Abkommen vom 3. Mai übergeben."),
        ("ru", "18 солдат передали по соглашению от 3 мая."),
        ("en", "The bodies of two fishermen who died in February were handed over."),
        ("en", "Half a year after a band took them captive, 14 tourists were freed."),
        ("en", "Seven months after they were abducted, two women were freed."),
        ("en", "315 fishermen, let out of a prison two days before, were handed over."),
    ],
)
def test_what_a_deal_or_a_capture_is_dated_by_is_not_when_people_went(code: str, text: str) -> None:
    assert Scope.PAST not in scopes(text, code)


@pytest.mark.parametrize(
    "text",
    [
        "18 soldiers were handed over on October 27.",
        "Days before, 315 fishermen were handed over.",
        "A year after the swap, 14 tourists were freed.",
    ],
)
def test_what_is_told_as_past_is(text: str) -> None:
    assert Scope.PAST in scopes(text)


def test_whom_a_war_took_nobody_took_in() -> None:
    (reading,) = read("Khaatumo handed 25 men taken in the war over to Somalia")
    assert [move.kind for move in reading.moves] == ["release"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Home are 26 people captured in the battles of the Sool province in 2023."),
        ("ar", "عاد إلى ذويهم 26 شخصاً أُسروا خلال معارك محافظة سول عام 2023."),
        ("de", "Die Iraker, die seit dem Krieg von 1980 bis 1988 in Gewahrsam waren, sind frei."),
        ("en", "The prisoners of the war from 1980 to 1988 came home."),
        ("fr", "Auparavant, la guérilla relâchera un otage."),
        ("ar", "تم تسليم رفات جنود من حرب الثمانينات."),
    ],
)
def test_when_people_were_taken_or_a_war_was_dates_no_hand_over(code: str, text: str) -> None:
    assert Scope.PAST not in scopes(text, code)
