"""Who the sides are: what each mention of a party tells, whose the people are, and which side is never made up."""

import pytest

from detectors import Article, detect, language
from detectors.report import read_all
from detectors.sides import Reading


def read(text: str, code: str = "en") -> list[Reading]:
    return read_all(Article(title=text, lang=code), language.load(code))


def parts(text: str, code: str = "en") -> set[tuple[str, str]]:
    """Every party that a headline names, with the part that it plays."""
    return {(actor.party, str(actor.part)) for reading in read(text, code) for actor in reading.actors}


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "Guantanamo detainee flown to Oman", "United States", "holder"),
        ("en", "Two men leave Guantánamo Bay, Cuba, for Kuwait", "United States", "holder"),
        ("de", "Zwei Häftlinge aus Guantánamo nach Oman gebracht", "United States", "holder"),
        ("ru", "Узника Гуантанамо передали Кувейту", "United States", "holder"),
        ("ar", "الإفراج عن معتقل في غوانتانامو", "United States", "holder"),
        ("en", "Researcher comes home from Evin prison", "Iran", "holder"),
        ("en", "Nurse freed after being kidnapped in Mali", "Mali", "held_in"),
        ("en", "Engineer arrested on a visit in Venezuela is home", "Venezuela", "held_in"),
        ("en", "Dutch medic freed from Russian-occupied town", "Russia", "held_in"),
        ("en", "Soldier captured in Ukraine is home", "Ukraine", "place"),
        ("en", "Sailor freed from Russian custody in Syria", "Syria", "place"),
        ("en", "Four US citizens freed in Iran prisoner swap", "United States", "nation"),
        ("en", "Four US citizens freed in Iran prisoner swap", "Iran", "between"),
        ("en", "Welder freed in a Russia-Ukraine exchange", "Ukraine", "between"),
        ("en", "Body of volunteer returned to Ukrainian custody", "Ukraine", "to"),
        ("en", "Body of volunteer given back by the Russian military", "Russia", "by"),
        ("en", "Welder handed over by Russian forces", "Russia", "by"),
    ],
)
def test_the_part_of_a_mention(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


def test_a_prison_says_nothing_of_the_state_it_lies_in() -> None:
    assert "Cuba" not in {party for party, _ in parts("Two men leave Guantánamo Bay, Cuba, for Kuwait")}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("US hostage freed in Mali", "United States"),
        ("American freed in Syria", "United States"),
        ("UK engineer freed by Iran", "United Kingdom"),
        ("Marta Rossi freed from Russian prison", None),
    ],
)
def test_whose_one_person_is(text: str, nation: str | None) -> None:
    assert {group.nation for reading in read(text) for group in reading.groups if group.single} == {nation}


def test_a_swap_is_nobody_of_a_nation() -> None:
    assert not [group for reading in read("A Ukrainian prisoner exchange is under way") for group in reading.groups]


def test_a_name_keeps_the_nation_that_another_sentence_tells() -> None:
    article = Article(
        title="Engineer, Marta Rossi, freed by court order in swap for banker Petrov",
        summary="The Italian engineer Marta Rossi was brought home late last night by plane. "
        "The Russian banker Oleg Petrov was flown out at the same hour from the prison.",
        lang="en",
    )
    title = read_all(article, language.load("en"))[0]
    assert [group.nation for group in title.groups if group.name] == ["Italy", "Russia"]


@pytest.mark.parametrize(
    "text",
    [
        "Arms dealer Oleg Petrov freed from Russian prison in swap for convicted spy",
        "Russian dual citizen freed in prisoner swap after a year in jail",
        "Ukrainian ballerina freed in swap for a banker",
    ],
)
def test_no_opponent_is_made_up_for_one_convict(text: str) -> None:
    detection = detect(Article(title=text, lang="en"))
    assert {party for report in detection.reports for party in report.parties} != {"Russia", "Ukraine"}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine brings home 95 soldiers in prisoner swap",
        "Armenia gets back six prisoners of war",
        "Hamas hands over three hostages",
    ],
)
def test_the_other_side_of_a_war_goes_without_saying(text: str) -> None:
    (report,) = detect(Article(title=text, lang="en")).reports
    assert set(report.parties) in ({"Russia", "Ukraine"}, {"Armenia", "Azerbaijan"}, {"Israel", "Hamas"})
