"""Where words that elsewhere say who holds people say for whom, or in what time, they are let go."""

import pytest

from detectors.types import Category
from tests.readings import legs, read, report_of


@pytest.mark.parametrize(
    ("code", "text", "counts"),
    [
        ("es", "Canje de 33 retenidos por 38 presos", {33: None, 38: None}),
        ("es", "Canjean a dos presos por un estadounidense", {2: None, 1: "United States"}),
        ("es", "Canje de doce policías retenidos por 30 guerrilleros", {12: None, 30: "unnamed group"}),
        ("pt", "Troca de 20 detidos por mais de 300 presos", {20: None, 300: None}),
        ("it", "Russia e Ucraina si scambiano 175 prigionieri a testa", {175: None}),
        ("it", "Le parti scambiano 1.081 detenuti in due giorni", {1081: None}),
        ("it", "Scambio di venti detenuti in cambio di un ostaggio", {20: None, 1: None}),
    ],
)
def test_people_given_for_others_are_told_as_what_they_are(code: str, text: str, counts: dict[int, str | None]) -> None:
    (reading,) = read(text, code)
    groups = {group.count: group for group in reading.groups if group.named}
    assert {count: group.nation for count, group in groups.items() if not group.summed} == counts
    assert not reading.sentence.of("held", "by")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Los 33 retenidos por los rebeldes siguen allí"),
        ("es", "33 policías retenidos por 12 milicianos siguen en la selva"),
        ("pt", "Os 20 detidos por Israel continuam na prisão"),
        ("it", "I venti detenuti in Libia aspettano"),
    ],
)
def test_who_holds_people_still_does(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert reading.sentence.of("held", "by")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Israel entrega 38 detenidos por más de tres cadáveres"),
        ("en", "Ten hostages traded for at least 300 Palestinian prisoners"),
        ("fr", "Dix otages échangés contre plus de 300 prisonniers"),
        ("de", "Zehn Geiseln im Austausch gegen mindestens 300 Gefangene"),
    ],
)
def test_how_exact_a_number_is_does_not_part_it_from_what_it_is_given_for(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert [group.price for group in reading.groups] == [False, True]


def test_a_number_for_each_in_words_of_captivity_goes_both_ways() -> None:
    report = report_of(
        "Russia e Ucraina si scambiano 175 prigionieri a testa", "it", "Lo scambio è avvenuto mercoledì."
    )
    assert legs(report) == {("Russia", "Ukraine", 175), ("Ukraine", "Russia", 175)}
    assert {transfer.category for transfer in report.transfers} == {Category.PRISONERS_OF_WAR}


def test_the_name_of_an_aircraft_counts_nobody() -> None:
    (reading,) = read("Un C-17 de la Fuerza Aérea trajo los restos de 55 militares", "es")
    assert [group.count for group in reading.groups] == [55]
