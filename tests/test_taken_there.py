"""Where people were taken before they came home, who had them taken there, and armed groups that give hostages back."""

import pytest

from tests.readings import figures, parts, read


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "Four children deported to Russia return to Ukraine", "Russia"),
        ("en", "252 Venezuelans whom the US had deported to El Salvador flew home", "El Salvador"),
        ("de", "Drei nach Russland verschleppte Kinder kehren in die Ukraine zurück", "Russia"),
        ("es", "Vuelven 252 venezolanos que Estados Unidos había deportado a El Salvador", "El Salvador"),
        ("fr", "252 Vénézuéliens expulsés vers le Salvador ont été libérés", "El Salvador"),
        ("uk", "Додому повернули сімох дітей, вивезених до Росії", "Russia"),
        ("uk", "Україна повернула 12 дітей, яких депортували до РФ", "Russia"),
        ("ru", "Украине вернули шесть детей, вывезенных в Россию", "Russia"),
        ("pl", "Dziewięcioro dzieci wywiezionych do Rosji wróciło na Ukrainę", "Russia"),
        ("ar", "عودة 252 فنزويليا رحلتهم واشنطن إلى السلفادور", "El Salvador"),
    ],
)
def test_where_people_were_deported_to_they_were_held(code: str, text: str, place: str) -> None:
    found = parts(text, code)
    assert (place, "held_in") in found
    assert (place, "to") not in found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "252 Venezuelans whom the US had deported to El Salvador flew home"),
        ("de", "252 Venezolaner, die die USA nach El Salvador abgeschoben hatten, durften heimkehren"),
        ("es", "Vuelven 252 venezolanos que Estados Unidos había deportado a El Salvador"),
    ],
)
def test_who_had_them_taken_to_others_is_no_side_by_that(code: str, text: str) -> None:
    assert ("United States", "home") in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "Ten prisoners deported to Russia, four spies freed in exchange", "Russia", "to"),
        ("en", "Two Russian citizens deported to Russia, an American freed", "Russia", "to"),
        ("en", "Qatar says four children deported to Russia return to Ukraine", "Qatar", "bare"),
        ("en", "Four children deported to Russia return to Ukraine", "Ukraine", "to"),
        ("de", "Drei nach Russland verschleppte Kinder kehren in die Ukraine zurück", "Ukraine", "to"),
    ],
)
def test_prisoners_deported_are_let_go_by_that(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("uk", "ХАМАС повернув тіла двох заручників", "release"),
        ("ru", "ХАМАС вернул тела двух заложников", "release"),
        ("ru", "Хезболла вернула тела двух бойцов", "receive"),
        ("uk", "Ізраїль повернув тіла двох заручників", "receive"),
    ],
)
def test_an_armed_group_gives_dead_hostages_back(code: str, text: str, kind: str) -> None:
    assert [move.kind for reading in read(text, code) for move in reading.moves] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Drei nach Russland verschleppte Kinder kehren heim",
        "Zwei in den USA verurteilte Neffen kehren heim",
    ],
)
def test_where_people_were_taken_to_makes_them_nobodys(text: str) -> None:
    assert [figure.group.nation for figure in figures(text, "de")] == [None]


def test_who_is_taken_home_by_the_clause_s_own_verb_goes_there() -> None:
    assert ("Lithuania", "to") in parts("14 osób wywieziono na Litwę, pięć dotarło do Rygi.", "pl")
