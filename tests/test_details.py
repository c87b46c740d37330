"""Where and the how-manieth: what a report says beside its figures and its day."""

import pytest

from detectors.details import ordinal, place
from tests.readings import read


@pytest.mark.parametrize(
    ("code", "text", "where"),
    [
        ("en", "Hamas released three hostages on Saturday in Khan Younis.", "Khan Younis"),
        ("en", "Israel returned the bodies at the Erez crossing.", "Erez"),
        ("pl", "Rosja uwolniła w Ankarze trzech więźniów.", "Ankarze"),
        ("uk", "Росія звільнила в Абу-Дабі двох ув'язнених.", "Абу-Дабі"),
        ("es", "Las FARC liberaron en Caquetá a cuatro rehenes.", "Caquetá"),
        ("en", "Hamas released three hostages, the army said on Telegram.", None),
        ("en", "Hamas released three hostages captured in Kfar Aza.", None),
    ],
)
def test_the_place_stands_behind_in_or_at_beside_the_movement(code: str, text: str, where: str | None) -> None:
    found = place(read("", code, text), {"Hamas", "Israel", "Russia", "Ukraine", "FARC"})
    assert found == where


def test_no_group_is_a_place() -> None:
    assert place(read("", "en", "The government freed 30 prisoners and the Houthis rejoiced."), {"Yemen"}) is None


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("en", "It was the 56th exchange of the war.", 56),
        ("pl", "To 59. wymiana od początku wojny.", 59),
        ("en", "It was the fourth batch of the exchange.", None),
        ("pl", "W czwartej turze wymiany uwolniono 11 osób.", None),
        ("uk", "Обмін припав на 286-й день війни.", None),
    ],
)
def test_the_ordinal_is_the_exchanges_own(code: str, text: str, number: int | None) -> None:
    assert ordinal(read("", code, text)) == number
