"""Which states an article may be about: its paper's own, and those that only lend the place."""

import pytest

from detectors.camps import camps
from tests.readings import read, report_of


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("it", "Griner liberata in uno scambio con la Russia", "La cestista è in volo verso casa."),
        ("it", "Nigeria, liberati 24 bambini", "I piccoli sono tornati a casa dalle loro famiglie."),
        ("ro", "Griner, eliberată într-un schimb cu Rusia", "Baschetbalista este acasă."),
        ("bg", "Нигерия: освободени са 24 деца", "Децата вече са у дома."),
        ("pl", "Do Ukrainy wróciło 230 osób", "To pierwsza od sierpnia wymiana jeńców, wszyscy są w domu."),
        ("lt", "Namo parvežti 44 žuvę Ukrainos gynėjai", "Jų kūnai jau namie."),
        ("ja", "ウクライナ兵230人が帰国", "8月以来の捕虜交換。"),
    ],
)
def test_a_paper_tells_of_others_without_its_own_state(code: str, title: str, text: str) -> None:
    readings = read(title, code, text)
    assert readings[0].sentence.language.home not in camps(readings, ())


@pytest.mark.parametrize(
    ("code", "title", "text", "home"),
    [
        ("uk", "Ще 95 наших удома", "Обмін із Росією відбувся.", "Ukraine"),
        ("he", "עידן אלכסנדר שוחרר משבי חמאס", "החייל נמסר לצלב האדום.", "Israel"),
        ("tr", "PKK dört askeri serbest bıraktı", "Askerler heyete teslim edildi.", "Türkiye"),
        ("pl", "Andrzej Poczobut na wolności", "Białoruś wydała go na moście.", "Poland"),
        ("it", "È libera", "La cooperante è finalmente a casa.", "Italy"),
    ],
)
def test_a_paper_need_not_name_its_state_beside_who_stands_against_it(
    code: str, title: str, text: str, home: str
) -> None:
    assert home in camps(read(title, code, text), ())


@pytest.mark.parametrize(
    ("code", "title", "text", "place"),
    [
        ("de", "Griner frei, USA lassen But gehen", "Der Tausch war in Abu Dhabi.", "United Arab Emirates"),
        ("en", "Russia and the US swap spies", "The exchange took place in Istanbul.", "Türkiye"),
        ("ru", "Россия и США обменялись заключёнными", "Обмен прошёл в Катаре.", "Qatar"),
    ],
)
def test_where_an_exchange_happened_is_no_side(code: str, title: str, text: str, place: str) -> None:
    assert place not in camps(read(title, code, text), ())


def test_a_broker_whose_people_go_home_is_a_side() -> None:
    text = "The exchange took place in Egypt, where 25 Egyptians came home."
    assert "Egypt" in camps(read("Israel frees Egyptians", "en", text), ())


def test_the_sides_of_one_man_are_those_whom_the_figures_mean() -> None:
    text = (
        "Hamas handed the 21-year-old soldier over to the Red Cross on Monday in what it called a gesture towards the "
        "president. No Palestinian prisoners were freed in return."
    )
    report = report_of("Daniel Cohen, last living American held in Gaza, is free", "en", text, sure=False)
    assert {(each.released_by, each.returned_to) for each in report.transfers} == {(("Hamas",), ("United States",))}
    assert set(report.parties) == {"Hamas", "United States"}


def test_captors_without_a_name_are_no_party() -> None:
    text = (
        "Marie Dupont, held by a militia for two and a half years, was handed to the US embassy on Tuesday, Trump said."
    )
    report = report_of("Israeli-French scholar Dupont freed in Iraq", "en", text, sure=False)
    assert report.parties == ("France",)
