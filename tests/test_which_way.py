"""Which way people go: to their families in a state, the opposite way, not as others of whom there are as many."""

import pytest

from detectors.before import Link
from detectors.directions import told_of
from tests.readings import counts, figures, legs, parts, read, report_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nine children were reunited with their families in Ukraine"),
        ("en", "Six children were handed to relatives from Ukraine at the embassy"),
        ("de", "Sechs Kinder sind zu ihren Familien in der Ukraine zurückgekehrt"),
        ("nl", "Zes kinderen zijn herenigd met hun familie in Oekraïne"),
        ("sv", "Sex barn har återförenats med sina familjer i Ukraina"),
        ("fr", "Six enfants ont été remis mardi à leur famille d'Ukraine"),
        ("fr", "Neuf mineurs rejoindront les leurs en Ukraine"),
        ("es", "Seis niños fueron devueltos a sus familias en Ucrania"),
        ("it", "Sei bambini sono stati restituiti alle loro famiglie in Ucraina"),
        ("pt", "Seis crianças foram devolvidas às suas famílias na Ucrânia"),
        ("ro", "Șase copii au fost duși la familiile lor din Ucraina"),
        ("uk", "Шестеро дітей возз'єдналися з родинами в Україні"),
        ("ru", "Шестеро детей воссоединились с родственниками в Украине"),
        ("pl", "Sześcioro dzieci wróciło do rodzin na Ukrainie"),
        ("cs", "Šest dětí se vrátilo k rodinám na Ukrajině"),
        ("bg", "Шест деца се върнаха при семействата си в Украйна"),
        ("el", "Έξι παιδιά επέστρεψαν στις οικογένειές τους στην Ουκρανία"),
        ("ar", "أعيد ستة أطفال إلى عائلاتهم في أوكرانيا"),
        ("fa", "شش کودک به خانواده‌هایشان در اوکراین بازگشتند"),
    ],
)
def test_who_goes_to_his_family_goes_where_it_lives(code: str, text: str) -> None:
    assert ("Ukraine", "to") in parts(text, code)


def test_whose_families_only_wait_there_goes_nowhere() -> None:
    assert ("Ukraine", "place") in parts("Families in Ukraine wait for nine children")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Neuf enfants iront en Ukraine"),
        ("fr", "Neuf enfants vont au Qatar"),
        ("it", "Nove bambini andranno in Ucraina"),
        ("it", "Nove bambini sono partiti alla volta dell'Ucraina"),
        ("ro", "Nouă copii merg în Ucraina"),
    ],
)
def test_behind_a_verb_of_going_in_is_where_to(code: str, text: str) -> None:
    assert {part for _, part in parts(text, code)} == {"to"}


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("fr", "Vingt Egyptiens ont été libérés", "Egypt"),
        ("fr", "Vingt Ethiopiennes ont été libérées", "Ethiopia"),
        ("fr", "Vingt Erythréens ont été libérés", "Eritrea"),
    ],
)
def test_french_capitals_need_no_accent(code: str, text: str, party: str) -> None:
    assert (party, "nation") in parts(text, code)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Five Americans left Iran on Monday. The five Americans were flown to Doha. "
            "Five Iranians were pardoned by the United States in the deal.",
            ("United States", "Iran", 5),
        ),
        (
            "Russia and Ukraine exchanged prisoners. 195 Russian soldiers were handed over by Ukraine. "
            "195 Ukrainian soldiers are home. The 195 Ukrainian soldiers were released by Russia.",
            ("Ukraine", "Russia", 195),
        ),
    ],
)
def test_as_many_of_another_nation_say_nothing_of_where_people_go(text: str, told: tuple[str, str, int]) -> None:
    assert told in legs(report_of("Prisoners exchanged", "en", text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "Sete americanos voltam para casa, e dois parentes do ditador Maduro fazem o caminho inverso"),
        ("fr", "Israël récupère un homme, tandis que 25 Egyptiens, dont trois mineurs, empruntaient le chemin inverse"),
        ("en", "Seven Americans came home from Venezuela and two relatives of the president's wife went the other way"),
    ],
)
def test_the_opposite_way_may_be_told_far_behind(code: str, text: str) -> None:
    links = {figure.group.count: figure.before.link for figure in figures(text, code) if figure.before is not None}
    assert links[2 if 2 in links else 25] is Link.BACK


def test_words_behind_others_turn_nobody_round() -> None:
    text = "Kyiv handed over 10 soldiers to Russia. Moscow freed 31 soldiers and gave 40 sailors to Ukraine in return."
    links = {figure.group.count: figure.before.link for figure in figures("", "en", text) if figure.before is not None}
    assert links[31] is not Link.BACK
    assert links[40] is Link.BACK


def test_those_of_another_clause_are_not_who_others_are_taken_from() -> None:
    assert counts("Maduro recupera dois sobrinhos da mulher e devolve sete americanos a Biden", "pt") == [2, 7]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "En Moscú, el Ministerio de Defensa cifró en 63 los soldados que regresaron."),
        ("ro", "La Moscova, Ministerul Apărării anunță că 63 de militari s-au întors."),
        ("fr", "À Moscou, le ministère de la Défense fait état de 63 soldats rentrés."),
        ("en", "In Moscow, the defence ministry said that 63 servicemen had come home."),
    ],
)
def test_where_an_organ_sits_speaks_of_its_own(code: str, text: str) -> None:
    (figure,) = [each for each in figures("", code, text) if each.group.count == 63]
    assert "speaker.before.return" in told_of(figure.reading, figure.group, figure.move)["Russia"]


def test_where_another_states_organ_speaks_is_a_place() -> None:
    text = "In Moscow, the Ukrainian embassy said that 63 servicemen had come home."
    (figure,) = figures("", "en", text)
    assert "place" in told_of(figure.reading, figure.group, figure.move)["Russia"]


def test_fighters_do_not_go_to_the_state_that_they_fight() -> None:
    text = "Saudi Arabia sent a hundred captured Houthi fighters back to Yemen on Friday."
    (figure,) = figures("", "en", text)
    assert "Yemen" not in told_of(figure.reading, figure.group, figure.move)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The minister returned from a visit to Ukraine with five freed sailors"),
        ("fr", "Après une visite à Kiev, cinq marins sont rentrés"),
        ("es", "Tras una visita a Ucrania regresaron cinco marineros"),
        ("it", "Dopo una visita a Kiev sono tornati cinque marinai"),
        ("pt", "Depois de uma visita à Ucrânia regressaram cinco marinheiros"),
        ("ro", "După o vizită la Kiev s-au întors cinci marinari"),
        ("ru", "После визита на Украину вернулись пятеро моряков"),
        ("uk", "Після візиту до України повернулися п'ятеро моряків"),
        ("lt", "Po vizito į Ukrainą grįžo penki jūreiviai"),
        ("nl", "Na een bezoek aan Oekraïne keerden vijf zeelieden terug"),
    ],
)
def test_who_was_visited_is_not_where_people_go(code: str, text: str) -> None:
    assert ("Ukraine", "place") in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Чад передал Судану сто тел, получив 38."),
        ("uk", "Чад передав Судану сто тіл, отримавши 38."),
        ("pl", "Czad przekazał Sudanowi sto ciał, odzyskując 38."),
        ("it", "Il Ciad ha ricevuto cento salme, consegnandone 38."),
        ("es", "Chad recibió cien cuerpos, entregando 38."),
    ],
)
def test_a_participle_tells_of_the_way_back(code: str, text: str) -> None:
    assert {move.kind for reading in read("", code, text) for move in reading.moves} == {"release", "receive"}
