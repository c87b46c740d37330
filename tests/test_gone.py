"""Who went to whom where a noun, a side or the other half of an exchange is left out, and what is no exchange."""

import pytest

from detectors.roles import Part
from detectors.types import Category
from tests.readings import read, report_of


def told(code: str, text: str) -> list[tuple[int, Category | None, str | None]]:
    """Every figure of a sentence: how many, what and whose they are."""
    return [(group.count, group.category, group.nation) for one in read("", code, text) for group in one.groups]


def parts(code: str, text: str) -> set[tuple[str, Part]]:
    """What each party does in a sentence."""
    return {(actor.party, actor.part) for one in read("", code, text) for actor in one.actors}


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "The remains of 700 Ukrainian soldiers went to Ukraine and those of 19 Russian soldiers to Russia.", 19),
        ("en", "Russia gave back 909 bodies and was given those of 34 Russian soldiers.", 34),
        ("fr", "Les corps de 700 soldats ukrainiens ont été remis à Kiev et ceux de 19 soldats russes à Moscou.", 19),
        ("es", "Los cuerpos de 700 ucranianos fueron entregados a Kiev y los de 19 soldados rusos a Moscú.", 19),
        ("de", "Die Leichen von 700 Ukrainern gingen an Kiew und die von 19 russischen Soldaten an Moskau.", 19),
    ],
)
def test_those_of_soldiers_beside_bodies_are_bodies(code: str, text: str, count: int) -> None:
    assert (count, Category.BODIES, "Russia") in told(code, text)


def test_those_of_the_living_stay_what_they_are() -> None:
    text = "Kyiv freed 700 Russian soldiers and those of 19 Ukrainian soldiers who were wounded came home."
    assert (19, Category.PRISONERS_OF_WAR, "Ukraine") in told("en", text)


def test_a_side_to_which_people_go_is_no_nation_of_theirs() -> None:
    text = "Bodies of the fallen were exchanged: 1,000 to the Ukrainian side, 38 to the Russian."
    assert told("en", text) == [(1000, Category.BODIES, None), (38, Category.BODIES, None)]
    assert {("Ukraine", Part.TO), ("Russia", Part.TO)} <= parts("en", text)
    assert ("Ukraine", Part.BY) in parts("en", "Nine men were handed over by the Ukrainian side.")
    assert ("Russia", Part.TO) in parts("en", "Nine men were handed back to the Russians.")
    assert ("Russia", Part.TO) not in parts("en", "According to the Russians, nine men were handed back.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "For twelve Russian soldiers in captivity, ten Ukrainian prisoners were set free."),
        ("en", "“For 12 captured Russians we got out 10 of our servicemen,” he said."),
        ("en", "12 sailors from Russia who had been saved at sea near Odesa were traded for ten Ukrainians."),
        ("de", "Für zwölf russische Soldaten erhielt die Ukraine zehn eigene Soldaten zurück."),
        ("uk", "За 12 полонених росіян ми повернули 10 наших військових."),
        ("ru", "За 12 российских военных Украина получила 10 своих солдат."),
        ("fr", "Pour douze soldats russes, l'Ukraine a récupéré dix soldats."),
    ],
)
def test_who_was_given_for_whom_is_known_from_the_opening_and_from_afar(code: str, text: str) -> None:
    groups = [group for one in read("", code, text) for group in one.groups]
    assert [(group.count, group.pair) for group in groups[:2]] == [(12, 1), (10, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "For twelve years Kyiv had held the men; ten prisoners were set free.",
        "For twelve soldiers the war is over (ten prisoners were set free).",
        "Ten soldiers were freed for the first time since the 12 prisoners of May.",
    ],
)
def test_other_numbers_behind_for_are_exchanged_for_nobody(text: str) -> None:
    assert all(group.pair is None for one in read("", "en", text) for group in one.groups)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The lawmaker Anton Velk of United Russia told reporters that prisoners were exchanged."),
        ("en", "Anton Velk, an adviser to the Kremlin, said Friday that prisoners were exchanged."),
        ("en", "The president, Anton Velk, announced on Friday that prisoners were exchanged."),
        ("en", "Prisoners captured in the Velk Strait were exchanged on Friday."),
        ("en", "Prisoners of the Armed Forces were exchanged on Friday."),
        ("fr", "Le président, Anton Velk, a annoncé vendredi que des prisonniers avaient été échangés."),
    ],
)
def test_who_tells_the_news_and_where_people_were_taken_is_nobody_freed(code: str, text: str) -> None:
    assert not told(code, text)


def test_who_is_freed_is_told_though_another_speaks_of_him() -> None:
    text = "Russia freed Anton Velk, a former marine, said Biden."
    assert [group.name for one in read("", "en", text) for group in one.groups if group.count == 1]


def test_a_group_s_fighters_are_counted_by_their_name() -> None:
    rebels = told("en", "In return, Ukrainian forces gave up 31 pro-Russian rebels.")
    assert (31, Category.PRISONERS_OF_WAR, "DPR") in rebels


def test_residents_are_civilians() -> None:
    assert told("en", "Eight residents of Kursk came home.") == [(8, Category.CIVILIANS, None)]


def test_a_president_s_first_name_is_no_other_president() -> None:
    assert parts("en", "Ukraine has got 36 soldiers back, President Petro Poroshenko said.") == {
        ("Ukraine", Part.BARE),
        ("Ukraine", Part.SPEAKER),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Bodies of soldiers who fell in June were exchanged, 160 on each side.",
        "They exchanged bodies of Ukrainian and Russian soldiers, 160 for each side.",
    ],
)
def test_a_number_behind_bodies_of_soldiers_counts_bodies(text: str) -> None:
    assert told("en", text) == [(160, Category.BODIES, None)]


def test_as_many_as_is_no_second_group() -> None:
    assert told("en", "As many as 157 Ukrainians went home.") == [(157, None, "Ukraine")]
    assert [count for count, _, _ in told("en", "157 Ukrainians went home and as many Russians.")] == [157, 157]


def test_an_age_and_an_aircraft_are_nobody() -> None:
    assert [count for count, _, _ in told("en", "Freed was a U.S. citizen of 35 whom Russia had detained.")] == [1]
    assert 1 not in [count for count, _, _ in told("en", "A Russian An-24 has landed in Kyiv.")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia and Ukraine exchanged drones again overnight."),
        ("en", "Russia, Ukraine trade drone attacks as casualties mount"),
        ("en", "Kyiv and Moscow traded accusations on Friday."),
        ("ru", "Россия и Украина обменялись ударами."),
        ("uk", "Уночі Україна та Росія обмінялися ударами дронів."),
        ("de", "Russland und die Ukraine tauschten Angriffe aus."),
        ("pl", "W nocy Rosja i Ukraina wymieniły się atakami."),
    ],
)
def test_attacks_and_words_are_not_exchanged_as_people_are(code: str, text: str) -> None:
    assert not any(one.moves for one in read("", code, text))


def test_prisoners_exchanged_among_attacks_still_are() -> None:
    assert any(
        one.moves for one in read("", "en", "Kyiv and Moscow exchanged 50 prisoners while trading drone strikes.")
    )


def test_a_part_s_kind_is_not_that_of_the_numbers_behind_it() -> None:
    text = "Ten of them, two of whom are minors, were taken to Russia, 13 to Germany and three to the US."
    assert [(count, kind) for count, kind, _ in told("en", text) if count in {3, 13}] == [(13, None), (3, None)]


def test_a_text_may_end_with_who_tells_it() -> None:
    told = "Russia freed 12 Ukrainian soldiers. Anna Kowal, an adviser, said"
    (leg,) = report_of("Prisoners of war exchanged", "en", told, sure=False).transfers
    assert leg.count == 12
