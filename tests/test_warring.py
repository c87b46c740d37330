"""Sides of a civil war that a text names by what they are: "the government", "the rebels"."""

import pytest

from tests.readings import legs, read, report_of

YEMEN = {("Houthis", "Yemen", 9), ("Yemen", "Houthis", 12)}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Prisoners swapped in Yemen", "The Houthis freed nine soldiers and the government twelve rebels."),
        ("fr", "Échange de prisonniers au Yémen", "Le gouvernement libère 12 combattants, les Houthis neuf soldats."),
        ("ar", "تبادل أسرى في اليمن", "أفرجت الحكومة عن 12 مقاتلا وأفرج الحوثيون عن تسعة جنود."),
        ("tr", "Yemen'de esir takası", "Husiler dokuz askeri, hükümet ise 12 isyancıyı serbest bıraktı."),
        ("ru", "Обмен пленными в Йемене", "Хуситы освободили девять солдат, а правительство — двенадцать повстанцев."),
    ],
)
def test_the_government_and_the_rebels_are_the_sides_of_the_war_that_is_told_of(
    code: str, title: str, text: str
) -> None:
    assert legs(report_of(title, code, text)) == YEMEN


def test_a_group_tells_which_state_it_fights() -> None:
    report = report_of("Swap with the ELN", "en", "The guerrillas released four soldiers, the army handed over three.")
    assert legs(report) == {("ELN", "Colombia", 4), ("Colombia", "ELN", 3)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The government in Kyiv said that Russia had freed 20 soldiers.", {"Ukraine", "Russia"}),  # no civil war
        # whose it is stands beside it
        ("The Houthis freed 20 soldiers, the Saudi government said.", {"Houthis", "Saudi Arabia"}),
    ],
)
def test_a_government_that_is_no_side_of_a_civil_war_is_nobody(text: str, named: set[str]) -> None:
    (reading,) = read("", "en", text)
    assert {actor.party for actor in reading.actors} == named
