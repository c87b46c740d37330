"""What a sentence only names is told from who is meant: who freed whom of a list, backers, captors, places, things."""

from datetime import date

import pytest

from detectors import detect
from detectors.types import Article
from tests.readings import counts, parts, read, report_of

_DAY = date(2024, 5, 10)


def ways(title: str, text: str, code: str = "en") -> set[tuple[str, ...]]:
    """The movements that an article's report tells, each as (giver, receiver, count, category)."""
    told = report_of(title, code, text, _DAY, sure=False).transfers
    return {(*t.released_by, *t.returned_to, str(t.count), str(t.category)) for t in told}


@pytest.mark.parametrize(
    "text",
    [
        "60 were set free by the government and 75 by the Houthis.",
        "On Friday 60 prisoners were released by the Yemeni government and 75 by the Houthis.",
        "The government released 60 prisoners and the Houthis 75 on Friday.",
    ],
)
def test_each_of_a_list_is_freed_by_whom_it_is_told_with(text: str) -> None:
    lead = "The Houthis and the government exchanged prisoners in Taiz on Friday. "
    told = {way[:3] for way in ways("Yemen prisoners exchanged", lead + text)}
    assert told == {("Yemen", "Houthis", "60"), ("Houthis", "Yemen", "75")}


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "Three Georgians were released by the South Ossetian authorities", "South Ossetia"),
        ("en", "Remains were handed over to Kosovo by the Serbian government", "Serbia"),
        ("en", "Three Georgians were freed by the authorities of South Ossetia", "South Ossetia"),
        ("fr", "60 détenus ont été libérés par le gouvernement yéménite", "Yemen"),
        ("pl", "Trzech Gruzinów zostało uwolnionych przez władze Osetii Południowej", "South Ossetia"),
        ("pt", "Três georgianos foram libertados pelas autoridades russas", "Russia"),
    ],
)
def test_an_organ_behind_by_did_it(code: str, text: str, party: str) -> None:
    assert (party, "by") in parts(text, code)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Prisoners were released on Friday, as was confirmed by the Ukrainian headquarters", "Ukraine"),
        ("The release, mediated by the Qatari government, took place", "Qatar"),
    ],
)
def test_an_organ_that_confirms_or_mediates_did_nothing(text: str, party: str) -> None:
    assert (party, "by") not in parts(text)


@pytest.mark.parametrize(
    ("code", "text", "backer"),
    [
        ("en", "Rebels of the Al-Nusra Front with ties to al-Qaeda gave up 45 peacekeepers", "Al-Qaeda"),
        ("en", "Turkish-backed Syrian rebels freed five SDF fighters", "Türkiye"),
        ("en", "Iran-backed Houthis freed five Saudi soldiers", "Iran"),
        ("es", "Rebeldes del Frente al Nusra vinculados a Al Qaeda liberaron a 45 cascos azules", "Al-Qaeda"),
        ("ru", "«Джебхат ан-Нусра», связанная с «Аль-Каидой», освободила 45 миротворцев", "Al-Qaeda"),
    ],
)
def test_who_backs_an_armed_group_is_no_side(code: str, text: str, backer: str) -> None:
    told = {party for party, _ in parts(text, code)}
    assert told
    assert backer not in told


def test_who_is_backed_stays_a_side() -> None:
    assert "Syrian opposition" in {party for party, _ in parts("Turkish-backed Syrian rebels freed five SDF fighters")}
    assert "Al-Qaeda" in {party for party, _ in parts("Fighters linked to al-Qaeda freed a French aid worker")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three Indonesians, kidnapped by about 20 gunmen, were freed", [3]),
        ("Three Indonesians, who were taken by five gunmen, were freed", [3]),
        ("Two hostages escorted by 30 fighters were released", [2]),
    ],
)
def test_captors_are_not_counted(text: str, told: list[int]) -> None:
    assert counts(text) == told


def test_the_nation_of_a_body_is_no_second_person() -> None:
    text = "The body of an Israeli who was missing at sea came home on Friday in return for one living prisoner."
    assert ("Hezbollah", "Israel", "1", "bodies") in ways("Hezbollah and Israel trade remains", text)
    assert ("Hezbollah", "Israel", "1", "prisoners_of_war") not in ways("Hezbollah and Israel trade remains", text)


def test_people_joined_to_bodies_are_dead() -> None:
    text = "The bodies of 98 Iranians and three Iraqis were exchanged on Thursday at the Shalamcheh crossing."
    assert ways("Iran and Iraq exchange bodies", text) == {
        ("Iraq", "Iran", "98", "bodies"),
        ("Iran", "Iraq", "3", "bodies"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Both armies swapped prisoners in Ponnagyun Township, Rakhine State, on Friday.",
        "The swap of prisoners took place between the villages of Kun Taung and Pa Day Thar.",
        "Prisoners were turned over by the Sudan Liberation Movement of Minni Minnawi.",
        "The Red Cross brought prisoners out of Kauda, a rebel-held place.",
        "The prisoners freed are members of the former FARC guerrilla.",
        "Israel freed prisoners on the Golan Heights.",
        "Both sides freed prisoners before Orthodox Easter.",
    ],
)
def test_what_names_a_place_a_leader_or_a_movement_is_nobody(text: str) -> None:
    assert not [group for reading in read(text) for group in reading.groups]


def test_two_who_are_swapped_stay_persons() -> None:
    groups = [g for r in read("The swap between Brittney Griner and Viktor Bout took place") for g in r.groups]
    assert any(group.name for group in groups)


@pytest.mark.parametrize(
    "text",
    ["97 captives were returned to Ukrainian territory", "200 captives came out of territory of the Islamic State"],
)
def test_where_people_go_is_no_thing_that_is_returned(text: str) -> None:
    assert [move for reading in read(text) for move in reading.moves if move.told]


def test_things_that_are_handed_to_a_state_stay_things() -> None:
    assert not [
        move for reading in read("Pakistán entrega a India los nombres de 261 presos", "es") for move in reading.moves
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Captives came free on Friday",
        "Fishermen have sailed home from Taiwan",
        "The rebels gave them to the Red Cross",
        "Three policemen home from Serbian custody",
        "Seven men out of Houthi jail",
        "Captive reporter free in Iraq",
        "Helicopters carry 58 hostages home",
        "The Red Cross drove nine captives to Kyiv",
        "The army took its captives back",
    ],
)
def test_verbs_of_coming_free(text: str) -> None:
    assert [move for reading in read(text) for move in reading.moves if move.told]


def test_fighters_who_give_themselves_up_are_not_given_up() -> None:
    assert not [move for reading in read("260 fighters gave themselves up on Friday") for move in reading.moves]


def test_how_people_were_taken_is_no_story_of_crime() -> None:
    text = (
        "Two of the four Georgian citizens arrested in Znauri on Sunday are free again, the police said on Tuesday. "
        "The de facto South Ossetian authorities let them go."
    )
    found = detect(Article(title="Two of four Georgians freed by Tskhinvali", text=text, lang="en", published=_DAY))
    assert found.is_report


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "From Moscow, the ministry said that 157 soldiers had come home.", "speaker"),
        ("es", "Desde Moscú, el ministerio de Defensa informó de que han vuelto 157 militares.", "speaker"),
        ("it", "Da Mosca, il ministero ha fatto sapere che 157 militari sono tornati.", "speaker"),
        ("en", "From Russia, 157 soldiers came home, the ministry said.", "from"),
    ],
)
def test_where_news_is_told_from_gives_nobody(code: str, text: str, part: str) -> None:
    assert parts(text, code) == {("Russia", part)}


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("it", "Gli Usa liberano due russi", {("United States", "bare"), ("Russia", "nation")}),
        ("it", "Colombia, l'Eln libera la giornalista", {("Colombia", "bare"), ("ELN", "bare")}),
        ("en", "Good for Us, Says Freed Man", set()),
        ("en", "Russia told us two prisoners were freed", {("Russia", "bare")}),
    ],
)
def test_an_abbreviation_may_be_written_like_a_name(code: str, text: str, said: set[tuple[str, str]]) -> None:
    assert parts(text, code) == said
