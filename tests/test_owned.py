"""One of somebody's own people, first groups, those whom a sentence only counts, and numbers that are not people's."""

import pytest

from detectors.types import Category
from tests.readings import figures, read, report_of


def groups(code: str, text: str) -> list[tuple[int, Category | None]]:
    """Everybody whom a text counts."""
    return [(group.count, group.category) for reading in read("", code, text) for group in reading.groups]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Bakou a obtenu en contrepartie un de ses militaires."),
        ("de", "Baku erhielt im Gegenzug einen seiner Soldaten zurück."),
        ("pt", "Baku recebeu de volta um dos seus militares."),
        ("nl", "Bakoe kreeg in ruil een van zijn soldaten terug."),
        ("sv", "Baku fick i utbyte tillbaka en av sina soldater."),
        ("ro", "Baku a primit în schimb pe unul dintre militarii săi."),
        ("el", "Το Μπακού πήρε ως αντάλλαγμα έναν από τους στρατιώτες του."),
        ("hu", "Baku cserébe visszakapta egyik katonáját."),
        ("ar", "استعادت باكو في المقابل أحد جنودها."),
        ("fa", "باکو در مقابل یکی از سربازان خود را پس گرفت."),
    ],
)
def test_one_of_its_own_is_one_person(code: str, text: str) -> None:
    told = figures("", code, text)
    assert [(each.group.count, each.group.own) for each in told] == [(1, True)]


def test_one_of_anybody_else_is_nobody_new() -> None:
    assert groups("fr", "Un de ses avocats a annoncé la libération.") == []
    assert groups("de", "Einer der Soldaten dankte den Vermittlern.") == []


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Israel started to release a first batch of 477 Palestinian prisoners.", 477),
        ("de", "Eine erste Gruppe von 30 Gefangenen wurde freigelassen.", 30),
        ("ru", "Первая группа из 150 пленных освобождена.", 150),
    ],
)
def test_a_first_group_is_as_many_as_it_says(code: str, text: str, count: int) -> None:
    assert count in {each for each, _ in groups(code, text)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "There were 76 of them, from the armed forces and the national service."),
        ("de", "Es waren 76, unter ihnen ein Offizier."),
        ("fr", "Ils étaient 76, dont un officier."),
        ("es", "Eran 76, entre ellos un oficial."),
        ("it", "Erano 76, tra cui un ufficiale."),
        ("pt", "Eram 76, entre eles um oficial."),
        ("ru", "Их было 76, среди них один офицер."),
        ("pl", "Było ich 76, wśród nich oficer."),
        ("nl", "Het waren er 76, onder wie een officier."),
        ("lt", "Jų daugiau kaip 76."),
        ("tr", "Sayıları 76, aralarında bir subay da var."),
        ("ar", "وبلغ عددهم 76."),
    ],
)
def test_a_sentence_that_only_counts_those_told_of_counts_people(code: str, text: str) -> None:
    first = next(figure.group for figure in figures("", code, text))
    assert (first.count, first.named, first.part) == (76, True, False)


def test_ages_are_no_number_of_those_told_of() -> None:
    assert figures("", "en", "They are 34 and 36.") == []


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("pl", "Izrael zwolnił 1 tys. 968 więźniów.", 1968),
        ("cs", "Izrael propustil 1 tis. 968 vězňů.", 1968),
        ("lt", "Izraelis paleido 1 tūkst. 968 kalinius.", 1968),
        ("ar", "سويديان مقابل أسير", 2),
    ],
)
def test_short_thousands_and_a_nations_dual_are_numbers(code: str, text: str, count: int) -> None:
    assert count in {each for each, _ in groups(code, text)}


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "On 12/31 Thailand handed over 18 prisoners.", {18}),
        ("pt", "Acordo nesta segunda-feira (09/06) pode ser a maior troca de prisioneiros.", set()),
        ("fr", "Dix Thaïlandais le 24, quatre Thaïlandais le 25 et trois le 26 ont été libérés.", {10, 4, 3}),
        ("es", "El 24, Hamás liberó a 13 rehenes; el 25, a 14.", {13, 14}),
        ("en", "An officer told 964media that the soldiers were returned.", set()),
        ("en", "The collective Suwayda 24 reported that 17 wives were freed.", {17}),
        ("tr", "Suudi Arabistan'da Muhammed bin Selman takası duyurdu.", set()),
        ("tr", "Moskova bin Ukraynalı askeri serbest bıraktı.", {1000}),
    ],
)
def test_days_outlets_and_mens_names_count_nobody(code: str, text: str, people: set[int]) -> None:
    assert {count for count, _ in groups(code, text) if count > 1} == people


@pytest.mark.parametrize(
    ("code", "title", "text", "counts"),
    [
        (
            "en",
            "31 dead of the 1980s war swapped by Iraq and Iran",
            "The neighbours gave each other the remains of 31 soldiers. 11 Iraqis and 20 Iranians went home.",
            {11, 20},
        ),
        (
            "en",
            "64 fallen go home over Saudi-Yemeni border",
            "Saudi Arabia and the Houthi rebels have exchanged the bodies of 64 of their dead. "
            "Riyadh gave up 58 and received six of its soldiers.",
            {58, 6},
        ),
    ],
)
def test_soldiers_and_nations_in_news_of_the_dead_alone_are_dead(
    code: str, title: str, text: str, counts: set[int]
) -> None:
    told = report_of(title, code, text, sure=False).transfers
    assert counts <= {each.count for each in told if each.category is Category.BODIES}


def test_the_living_whom_title_or_lead_count_stay_alive_beside_a_body() -> None:
    text = "Jaish al-Adl handed over four Iranian soldiers and the body of a fifth to Iran."
    told = report_of("Four soldiers freed, body of fifth returned", "en", text, sure=False).transfers
    assert Category.BODIES not in {each.category for each in told if each.count == 4}


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Prisoners exchanged, says the Syrian Observatory for Human Rights"),
        ("de", "Gefangene getauscht: Ankunft am Flughafen Kloten"),
        ("fr", "Prisonniers échangés, selon l'Observatoire syrien"),
        ("it", "Scambio di prigionieri, riferisce l'Osservatorio siriano"),
        ("pl", "Jeńcy wymienieni, dotarli na przejście Kerem Szalom"),
        ("cs", "Zajatci vyměněni v syrské provincii Hamá"),
    ],
)
def test_an_organisation_or_a_place_by_name_is_nobody(code: str, title: str) -> None:
    assert not [group for reading in read(title, code) for group in reading.groups if group.name]


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Talibanas paleido Prancūzijos žurnalistę.", "France"),
        ("Lenkija perdavė Rusijos šnipą.", "Russia"),
        ("Irano diplomatas grįžo namo.", "Iran"),
        ("Ukraina žurnalistą paleido.", None),
    ],
)
def test_the_case_of_a_states_name_tells_whose_the_person_behind_it_is(text: str, nation: str | None) -> None:
    (reading,) = [each for each in read("", "lt", text) if each.groups]
    assert [group.nation for group in reading.groups] == [nation]
