"""Where people are told to go: lists of destinations, each with its number."""

import pytest

from detectors.camps import camps
from detectors.figures import read_figures
from detectors.goals import goals_of
from detectors.options import Common, Way, options
from detectors.transfers import lists, reads, shared
from tests.readings import counts, read, signals


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Eleven went to Russia, 14 to Germany and 12 to Poland"),
        ("pl", "Do Rosji trafiło 11 osób, do Niemiec 14, do Polski 12"),
        ("fr", "11 détenus sont allés en Russie, 14 en Allemagne, 12 au Brésil"),
        ("uk", "До Росії поїхали 11 людей, до Німеччини 14, до Польщі 12"),
        ("it", "11 detenuti sono andati in Russia, 14 in Germania e 12 in Polonia"),
        ("nl", "Elf gingen naar Rusland, 14 naar Duitsland en 12 naar Polen"),
    ],
)
def test_each_number_of_a_list_goes_where_it_stands_beside(code: str, text: str) -> None:
    (reading,) = read(text, code)
    goals = goals_of(reading.groups, reading.actors)
    told = {group.count: goals[group.start].party for group in reading.groups if group.start in goals}
    assert told == {11: "Russia", 14: "Germany", 12: "Brazil" if code == "fr" else "Poland"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cs", "Výměna se týká 26 lidí: do USA míří tři, do Německa 13 a do Ruska deset"),
        ("pl", "W wymianie 26 osób do USA trafiły trzy, do Niemiec 13, do Rosji dziesięć"),
    ],
)
def test_a_whole_before_a_list_goes_nowhere(code: str, text: str) -> None:
    (reading,) = read(text, code)
    goals = goals_of(reading.groups, reading.actors)
    told = {group.count: goals[group.start].party for group in reading.groups if group.start in goals}
    assert told == {3: "United States", 13: "Germany", 10: "Russia"}


def test_one_destination_makes_no_list() -> None:
    (reading,) = read("Seven officers and 90 sergeants went to Russia")
    assert not goals_of(reading.groups, reading.actors)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "26 swapped in Ankara", "Eleven went to Russia, 13 to Germany and two to Poland."),
        ("fr", "26 personnes échangées", "11 détenus sont allés en Russie, 13 en Allemagne, 2 en Pologne."),
        ("uk", "Обміняно 26 людей", "До Росії поїхали 11 людей, до Німеччини 13, до Польщі 2."),
    ],
)
def test_numbers_of_a_list_are_portions_of_the_number_that_they_make_up(code: str, title: str, text: str) -> None:
    figures = {figure.group.count: figure.signals for figure in read_figures(read(title, code, text))}
    assert {count for count, signals in figures.items() if signals.get("portion")} == {11, 13, 2}
    assert {count for count, signals in figures.items() if signals.get("whole")} == {26}
    assert not any(signals.get("untitled") for signals in figures.values())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Five were flown to Iran, nine to Sweden and one to Denmark in an exchange on Friday"),
        ("es", "En el canje, cinco presos viajaron a Irán, nueve a Suecia y uno a Dinamarca"),
        ("ru", "В рамках обмена пятеро отправились в Иран, девять в Швецию и один в Данию"),
    ],
)
def test_all_of_a_list_are_as_likely_of_the_event(code: str, text: str) -> None:
    readings = read(text, code)
    found = reads(readings, Common(camps(readings, ())))
    (row,) = lists(found)
    assert [(one.count, goal) for one, goal in row] == [(5, "Iran"), (9, "Sweden"), (1, "Denmark")]
    assert row[0][0].likely == pytest.approx(row[1][0].likely) == pytest.approx(row[2][0].likely)


def test_what_several_share_lies_between_their_chances() -> None:
    assert shared([0.5, 0.9]) == pytest.approx(0.75)  # odds of 1 and 9: 3
    assert 0 < shared([0.0, 1.0]) < 1


def test_the_first_of_those_who_went_different_ways_is_no_part() -> None:
    (reading,) = read("Thirteen of those let go were taken to Germany, three to the United States")
    assert [group.part for group in reading.groups] == [False, False]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Moscow freed eleven prisoners: eight were flown to Germany, three to the United States"),
        ("de", "Moskau ließ elf Gefangene frei: acht flogen nach Deutschland, drei in die Vereinigten Staaten"),
        ("es", "Moscú liberó a once presos: ocho volaron a Alemania, tres a Estados Unidos"),
        ("pl", "Moskwa uwolniła jedenastu więźniów: ośmiu trafiło do Niemiec, trzech do Stanów Zjednoczonych"),
    ],
)
def test_the_states_that_people_go_to_are_not_what_is_counted(code: str, text: str) -> None:
    assert counts(text, code) == [11, 8, 3]
    assert "sent.apart" in signals(8, text, code)
    assert "sent.apart" in signals(3, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Four went home: two women and two men"),
        ("fr", "Quatre sont rentrés en France, deux femmes et deux hommes"),
    ],
)
def test_who_all_go_to_one_place_are_not_sent_apart(code: str, text: str) -> None:
    assert "sent.apart" not in signals(2, text, code)


def test_who_only_gets_some_of_a_list_gave_none_of_the_others() -> None:
    title, text = "Minsk frees 123 prisoners", "Belarus pardoned them: nine were taken to Lithuania, 114 to Ukraine."
    readings = read(title, text=text)
    sides = camps(readings, ())
    (figure,) = [each for each in read_figures(readings) if each.group.count == 114]
    ways = (option for option in options(figure, sides) if option.way is Way.ONE)
    givers = {option.giver for option in ways if option.receiver == "Ukraine"}
    assert "Belarus" in givers
    assert "Lithuania" not in givers
