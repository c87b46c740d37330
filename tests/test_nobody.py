"""Names that are no moved person's: institutions, places, what belongs to somebody, what only opens a sentence."""

import pytest

from tests.readings import read


def names(code: str, text: str, title: str = "") -> list[str]:
    return [
        " ".join(reading.sentence.word(at) for at in range(group.start, group.end))
        for reading in read(title, code, text)
        for group in reading.groups
        if group.name
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "There the Edhi Foundation received the freed fishermen."),
        ("en", "They met in the old Ciragan Palace and agreed on a swap of prisoners."),
        ("en", "When Acehnese rebels let 22 civilians go, the army was told."),
        ("en", "The High Court of Justice cleared the way for the return of the prisoners."),
        ("en", "The Syrian Observatory said that prisoners had been exchanged."),
        ("en", "It was the largest exchange since the Cold War, said the agency Tolo News."),
        ("en", "The 15 prisoners were flown to Wad Madani and freed."),
        ("en", "Elders of Zazi Maidan had the prisoners released."),
        ("en", "The family of Robert Levinson wants captives released."),
        ("en", "Hadar Goldin's parents asked why prisoners were released."),
        ("en", "They came in the Griner-Bout swap of prisoners."),
        ("fr", "Le Haut Conseil a libéré des prisonniers."),
        ("de", "Auf dem Flughafen Zürich tauschten sie Gefangene."),
        ("de", "Mit jedem Tag Krieg werden mehr Gefangene getauscht."),
        ("de", "So klingt das Wort Austausch für Gefangene, die freikommen."),
        ("de", "Istanbul (dpa) - Jede Seite ließ Gefangene frei."),
        ("es", "El Alto Tribunal dejó libres a presos."),
    ],
)
def test_what_is_no_person_is_nobody(code: str, text: str) -> None:
    assert not names(code, text)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "106 captured defenders of Bakhmut are back in Ukraine"),
        ("en", "Turkey hosts great swap between Moscow and the West"),
        ("en", "First 220 of 439 Indian fishermen leave Malir jail"),
        ("en", "Way home in biggest East-West swap since Cold War"),
        ("es", "Rusia y Occidente ejecutan en Ankara un canje de presos"),
        ("nl", "Grote gevangenenruil tussen Rusland en Westen"),
    ],
)
def test_a_title_names_places_and_blocs_that_are_nobody(code: str, title: str) -> None:
    assert not names(code, "", title)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nazanin Zaghari-Ratcliffe was freed by Iran on Friday.", "nazanin zaghari - ratcliffe"),
        ("For Francis Gary Powers the Soviet spy was exchanged.", "francis gary powers"),
        ("The release of Mark Frerichs was confirmed.", "mark frerichs"),
        ("Trevor Reed's release was confirmed by Moscow.", "trevor reed"),
        ("Israel let prisoners go in exchange for Elhanan Tannenbaum's remains.", "elhanan tannenbaum"),
        ("But Marc Fogel was freed by Russia.", "marc fogel"),
    ],
)
def test_people_called_by_name_are_read_whole(text: str, name: str) -> None:
    assert names("en", text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die USA ließen im Gegenzug Baschir Nursai laufen.", "baschir nursai"),
        ("In Haft: Johan Floderus kam am Samstag frei.", "johan floderus"),
    ],
)
def test_a_noun_with_its_capital_is_no_part_of_the_name_behind_it(text: str, name: str) -> None:
    assert names("de", text) == [name]


def living(text: str) -> set[int]:
    return {group.count for reading in read("", "en", text) for group in reading.groups if not group.dead}


def test_a_few_are_not_dead_because_as_many_bodies_are_told_of() -> None:
    bodies = "Three bodies were handed over to Ukraine on Friday. "
    assert 3 in living(bodies + "In May three pilots were back from captivity.")
    assert 3 in living(bodies + "Three women and 42 men came home in May.")
    assert 3 not in living(bodies + "The three men were buried in Kyiv.")
    many = "Ukraine received 1,212 bodies. "
    assert 1212 not in living(many + "The 1,212 men, some of whom died in captivity, came home.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In May three pilots came home."),
        ("de", "Im Mai kamen Gefangene frei. Im August drei Soldaten."),
        ("es", "En mayo tres soldados volvieron a casa."),
    ],
)
def test_a_number_in_words_behind_a_month_is_no_day(code: str, text: str) -> None:
    assert 3 in {group.count for reading in read("", code, text) for group in reading.groups}
