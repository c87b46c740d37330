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


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "Six Russians imprisoned in Germany, the US and Poland return", "holder"),
        ("en", "Six Russians freed from prisons in Germany, the US and Poland return", "held_in"),
        ("de", "Sechs Russen, die in Deutschland, den USA und Polen inhaftiert waren, sind frei", "held_in"),
        ("de", "Sechs Russen aus Gefängnissen in Deutschland, den USA und Polen sind frei", "holder"),
        ("fr", "Six Russes incarcérés en Allemagne, en Pologne et en Norvège sont rentrés", "holder"),
        ("it", "Sei russi detenuti in Germania, in Polonia e in Norvegia sono tornati", "holder"),
        ("pl", "Wrócili Rosjanie więzieni w Niemczech, USA i Polsce", "holder"),
        ("ru", "Обменяли россиян, сидевших в Германии, США и Польше", "holder"),
        ("ru", "Из тюрем Германии, США и Польши вышли шестеро россиян", "holder"),
        ("uk", "Обміняли росіян, засуджених у Німеччині, США та Польщі", "holder"),
        ("cs", "Vyměnili Rusy, kteří seděli v Německu, USA a Polsku", "holder"),
    ],
)
def test_states_of_a_list_share_the_part_of_the_first(code: str, text: str, part: str) -> None:
    jails = [found for party, found in parts(text, code) if party != "Russia"]
    assert jails == [part] * 3


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In Abu Dhabi, Russia and Ukraine exchanged prisoners"),
        ("en", "In Abu Dhabi, the US and Russia swapped two prisoners"),
    ],
)
def test_who_acts_behind_a_place_is_none_of_its_list(code: str, text: str) -> None:
    assert ("Russia", "bare") in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("ru", "Осужденных в США россиян вернули домой", "United States"),
        ("ru", "Обменяли россиян, сидевших в США", "United States"),
        ("uk", "Обміняли росіян, які сиділи в США", "United States"),
        ("lt", "Lietuvoje nuteisti rusai perduoti Maskvai", "Lithuania"),
    ],
)
def test_a_name_alike_in_both_cases_tells_where_people_were_jailed(code: str, text: str, party: str) -> None:
    assert (party, "held_in") in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "Teacher serving a 14-year sentence in Russia is home", "Russia"),
        ("pl", "Wymieniono Rosjan odsiadujących wyroki w Niemczech", "Germany"),
        ("ru", "Обменяли россиян, отбывавших срок в Германии", "Germany"),
    ],
)
def test_who_serves_a_sentence_is_held_there(code: str, text: str, party: str) -> None:
    assert (party, "holder") in parts(text, code)


def test_who_is_taken_home_by_the_clause_s_own_verb_goes_there() -> None:
    assert ("Lithuania", "to") in parts("14 osób wywieziono na Litwę, pięć dotarło do Rygi.", "pl")
