"""Which figures "since", "so far" and "still" make a running total, and of whom these words tell otherwise."""

import pytest

from detectors.since import since
from tests.readings import figures


def bearing(count: int, code: str, text: str) -> str | None:
    """How a word of running totals bears on the last figure of that size."""
    figure = [each for each in figures("", code, text) if each.group.count == count][-1]
    return since(figure.group, figure.reading)


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Seven Lebanese held by the Israeli army since the ceasefire were handed over on Sunday.", 7),
        ("en", "The group let go about 100 people who had been held since the regime collapsed in 2024.", 100),
        ("en", "The government freed 25 militants for the men whom they had been holding in Waziristan since May.", 25),
        ("en", "Sixteen men of the security forces, hostages of the Nusra Front since August 2014, were freed.", 16),
        (
            "fr",
            "Une centaine d'hommes quittent Aden pour Sanaa, capitale que les rebelles tiennent depuis 2014.",
            100,
        ),
        ("pt", "Israel trocou o soldado, refém do Hamas desde junho de 2006, por 477 palestinos.", 477),
    ],
    ids=["held", "relative", "holding", "hostages", "a place", "one hostage"],
)
def test_how_long_people_were_held_is_no_running_total(code: str, text: str, count: int) -> None:
    assert bearing(count, code, text) is None


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Ten soldiers came home in what Kyiv calls the first soldier-for-soldier swap since the invasion.", 10),
        (
            "es",
            "Volvieron otros 84, en el sexagésimo octavo canje con Rusia desde el comienzo de la invasión.",
            84,
        ),
    ],
)
def test_the_how_manieth_swap_is_counted_since_then_and_nobody_in_it(code: str, text: str, count: int) -> None:
    assert bearing(count, code, text) is None


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("es", "Dos soldados quedan libres en Colombia.", 2),
        ("es", "Después quedarían libres 400 palestinos.", 400),
        ("de", "In zwei Monaten sollen die übrigen 550 freigelassen werden.", 550),
        ("en", "The remaining 260 are to be released in further batches.", 260),
    ],
    ids=["go free", "would go free", "the other 550", "remaining"],
)
def test_who_is_let_go_no_longer_remains(code: str, text: str, count: int) -> None:
    assert bearing(count, code, text) is None


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Kyiv has got back 3,956 people since February 2022.", 3956),
        ("en", "The 1,358 people who have returned since March were in good health.", 1358),
        ("en", "The remaining 20 hostages are in Gaza.", 20),
        ("es", "Quedan 48 rehenes en Gaza.", 48),
        ("en", "Kyiv brought home 3,956 people in 68 exchanges since February 2022.", 3956),
    ],
)
def test_running_totals_and_who_remains_are_told_by_such_words(code: str, text: str, count: int) -> None:
    assert bearing(count, code, text) == "clause"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Over the past three days 640 captives have been brought home."),
        ("uk", "За два дні Судан визволив 640 людей."),
        ("ru", "За три дня домой вернулись 640 человек."),
        ("fr", "En deux jours, le Soudan a récupéré 640 personnes."),
        ("es", "En tres días Sudán recuperó a 640 personas."),
        ("it", "In due giorni sono tornate a casa 640 persone."),
        ("pt", "Em dois dias voltaram 640 pessoas."),
        ("ro", "În două zile s-au întors acasă 640 de oameni."),
        ("de", "An zwei Tagen kamen 640 Gefangene frei."),
        ("tr", "İki günde 640 kişi evine döndü."),
    ],
)
def test_what_some_days_come_to_is_a_running_total(code: str, text: str) -> None:
    assert bearing(640, code, text) == "clause"
