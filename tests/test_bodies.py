"""Whose body is told of: nobody is alive of whom a sentence has the body."""

import pytest

from detectors.types import Category
from tests.readings import figures, report_of


def alive(title: str, code: str) -> list[str]:
    """Everybody in a headline who is no body: the words that tell who."""
    living = (each for each in figures(title, code) if not each.group.dead)
    return [each.reading.sentence.word(each.group.start) for each in living]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "India hands over body of Pakistani sailor"),
        ("en", "Hezbollah hands over coffin of a retired US soldier, Mark Dorn"),
        ("en", "Israel receives hostage's body"),
        ("en", "Hamas hands over a body said to be Ron Levi"),
        ("en", "Israel receives body Hamas says is soldier"),
        ("en", "The bodies of two Kosovo Serbs, Milan and Jovan Ilic, were given to envoys of Serbia"),
        ("en", "Hamas returned five soldiers whose bodies lay in Gaza"),
        ("pt", "Corpo de refém é devolvido a Israel"),
        ("fr", "Le Hamas a remis deux soldats dont les corps étaient à Gaza"),
        ("ru", "ХАМАС передал двух солдат, тела которых были в Газе"),
        ("de", "Hamas übergibt zwei Soldaten, deren Leichen in Gaza lagen"),
    ],
)
def test_nobody_is_alive_whose_body_is_told_of(code: str, title: str) -> None:
    assert figures(title, code)
    assert not alive(title, code)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Hamas returned the body of an officer and freed five soldiers"),
        ("en", "Hamas frees a soldier and returns a body"),
        ("en", "Hamas freed the officer who found the body"),
        ("en", "The body lay unburied there, soldier Ron Levi was freed by Hamas"),
        ("en", "Hamas hands over body of Dan Levi, a soldier, hostage Ron Cohen freed"),
        ("pt", "Hamas devolve um corpo e liberta um soldado"),
    ],
    ids=[
        "beside a body",
        "before a body",
        "who found it",
        "beside a body that lay there",
        "behind whose body it is",
        "beside a body, in Portuguese",
    ],
)
def test_who_goes_beside_a_body_stays_alive(code: str, title: str) -> None:
    assert alive(title, code)


def test_nobody_goes_home_both_alive_and_dead() -> None:
    text = "The coffin left by air. Red Cross staff took the last Frenchman out of Gaza. His body was flown to Paris."
    told = report_of("Hamas hands last Frenchman over", "en", text, sure=False).transfers
    ways = [(each.released_by, each.returned_to, each.count) for each in told]
    assert len(ways) == len(set(ways))


def test_as_many_bodies_as_hostages_of_one_sentence_are_both_told() -> None:
    title = "Hamas frees four hostages and hands over four bodies to Israel"
    kinds = {each.category for each in report_of(title, "en", sure=False).transfers if each.count == 4}
    assert kinds == {Category.HOSTAGES, Category.BODIES}
