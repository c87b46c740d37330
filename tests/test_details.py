"""Where, when and the how-manieth: what a report says beside its figures."""

from datetime import date

import pytest

from detectors.details import event_date, ordinal, place
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


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        (
            "en",
            "The rebels freed 12 soldiers, the Red Cross said on Thursday. The men were handed over on Wednesday.",
            date(2025, 6, 11),
        ),
        (
            "de",
            "Die Rebellen haben 12 Soldaten freigelassen, sagte ein Sprecher am Donnerstag. "
            "Die Männer wurden am Mittwoch übergeben.",
            date(2025, 6, 11),
        ),
        ("en", "The rebels freed 12 soldiers, the Red Cross said on Thursday.", date(2025, 6, 12)),
        (
            "en",
            "Twelve soldiers captured on Tuesday are free. The rebels handed them over on Thursday.",
            date(2025, 6, 12),
        ),
        ("en", "GOMA, June 12 (Reuters) - The rebels freed 12 soldiers on June 11.", date(2025, 6, 11)),
        (
            "uk",
            "Сьогодні перший етап повернення поранених із полону. Напередодні повернулися військові до 25 років.",
            date(2025, 6, 12),
        ),
    ],
    ids=[
        "said and done",
        "said and done in German",
        "only said",
        "captured and freed",
        "behind a dateline",
        "begun today",
    ],
)
def test_the_day_is_that_of_the_deed_and_not_of_the_word(code: str, text: str, day: date) -> None:
    published = date(2025, 6, 12)
    assert event_date(read("", code, text, published), published, announced=False) == day
