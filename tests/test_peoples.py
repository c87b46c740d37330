"""Which part a state plays whose people act, whose name stands in a case, or before whose prison it stands."""

import pytest

from detectors.directions import told_of
from detectors.sides import move_of
from tests.readings import counts, figures, parts, read


def signals_of(
    text: str, code: str = "en", count: int | None = None, lands: frozenset[str] = frozenset()
) -> dict[str, dict[str, float]]:
    """What a headline says of each camp's part in the movement of its group, or of the one of that size."""
    (reading,) = read(text, code)
    group = next(each for each in reading.groups if count in (None, each.count))
    return told_of(reading, group, move_of(reading, group), lands)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Russians handed over five bodies on Monday"),
        ("fr", "Les Russes ont remis cinq corps"),
        ("de", "Die Russen übergaben fünf Leichen"),
        ("de", "Die Russen haben fünf Leichen übergeben"),
        ("pl", "Rosjanie oddali ciało poległego"),
        ("ru", "Русские отдали пять тел"),
    ],
)
def test_a_side_is_told_by_its_people_who_act(code: str, text: str) -> None:
    assert ("Russia", "bare") in parts(text, code)


@pytest.mark.parametrize("text", ["Russians freed for five Ukrainians", "Five Russians freed", "Russian men freed two"])
def test_people_who_are_freed_or_have_a_noun_do_not_act_for_their_side(text: str) -> None:
    assert ("Russia", "nation") in parts(text)


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "The army freed 25 rebels", "unnamed group"),
        ("en", "Hamas freed five Taliban", "Taliban"),
        ("hi", "बगराम जेल से तालिबान के 11 सदस्य बाहर आए", "Taliban"),
        ("hi", "यूक्रेन ने रूस के 248 लोगों को छोड़ा", "Russia"),
    ],
)
def test_counted_fighters_and_owned_people_do_not_act(code: str, text: str, party: str) -> None:
    assert (party, "nation") in parts(text, code)


@pytest.mark.parametrize(
    "text", ["Three were freed from a Moscow jail", "He was held in Russia detention", "Five leave Russia prisons"]
)
def test_a_prison_behind_a_name_tells_who_holds_people(text: str) -> None:
    assert parts(text) == {("Russia", "holder")}


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("lt", "Maskvoje paleisti trys belaisviai", "Russia", "place"),
        ("lt", "Rusijoje kalinti penki ukrainiečiai grįžo", "Russia", "held_in"),
        ("hu", "Moszkvában öt foglyot engedtek el", "Russia", "place"),
        ("hu", "Két fogoly Moszkvába érkezett", "Russia", "to"),
        ("tr", "Libya'da beş asker serbest bırakıldı", "Libya", "place"),
        ("tr", "ABD'de hapis yatan iki kişi serbest", "United States", "held_in"),
    ],
)
def test_a_case_tells_where_people_are(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


def test_those_held_in_a_state_are_not_of_it() -> None:
    (reading,) = read("Dešimt Venesueloje kalintų JAV piliečių grįžo", "lt")
    assert [(group.count, group.nation) for group in reading.groups] == [(10, "United States")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A prisoner swap with Moscow brought home 144 soldiers"),
        ("en", "An exchange of prisoners with Russia freed 12 soldiers"),
        ("hi", "रूस के साथ अदला-बदली में 5 सैनिक लौटे"),
        ("tr", "Rusya ile yapılan takasta 5 asker döndü"),
    ],
)
def test_with_whom_people_are_swapped_is_one_of_two(code: str, text: str) -> None:
    assert parts(text, code) == {("Russia", "between")}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The plane left for Moscow with ten spies"),
        ("en", "The ten left Vienna for Moscow"),
        ("fr", "Les dix s'envolaient pour Moscou"),
    ],
)
def test_for_whom_people_leave_is_where_they_go(code: str, text: str) -> None:
    assert ("Russia", "to") in parts(text, code)


def test_people_of_a_side_may_be_where_others_go() -> None:
    assert parts("Thirty bodies were handed to the Palestinians") == {("Palestinians", "to")}
    assert parts("1.000 gevangenen gaan naar de Houthi's", "nl") == {("Houthis", "to")}


def test_hostages_are_none_of_their_captors_people() -> None:
    (reading,) = read("Zuvor waren 24 Geiseln der Hamas freigekommen", "de")
    assert [(group.count, group.nation) for group in reading.groups] == [(24, None)]
    (reading,) = read("They belong to the crew of 25 that the Houthi rebels released on Wednesday", "en")
    assert [(group.count, group.nation) for group in reading.groups][-1] == (25, None)


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "The Saudi-led coalition fighting the Houthis freed twelve men", "Houthis"),
        ("pt", "A coalizão que combate os houthis soltou cem prisioneiros", "Houthis"),
        ("ru", "Армия, воюющая с хуситами, отпустила пятерых", "Houthis"),
        ("de", "Im Krieg gegen die Ukraine gefangen", "Ukraine"),
    ],
)
def test_against_whom_somebody_fights_neither_gives_nor_gets_anybody(code: str, text: str, party: str) -> None:
    assert (party, "home") in parts(text, code)


@pytest.mark.parametrize("text", ["Rusya'ya karşı savaşan beş asker", "Rusya'ya bağlı beş asker"])
def test_a_dative_that_leads_on_is_no_destination(text: str) -> None:
    assert ("Russia", "to") not in parts(text, "tr")


def test_by_whose_word_it_is_nobody_gets_anybody() -> None:
    told = signals_of("Rusya'ya göre beş asker döndü", "tr")
    assert "speaker.before.return" in told["Russia"]


def test_whoever_gets_people_in_return_does_not_give_them() -> None:
    text = "La Russie a remis mille corps à l'Ukraine et reçu en retour les restes de 38 militaires"
    (reading,) = read(text, "fr")
    assert [(group.count, group.price) for group in reading.groups] == [(1000, False), (38, False)]


def test_a_number_that_and_joins_in_one_word_begins_a_clause_of_its_own() -> None:
    told = signals_of("400 يفرج عنهم الحوثيون و681 يفرج عنهم التحالف", "ar", 681)
    assert not any(name.startswith("in.") for name in told["Houthis"])


def test_foreigners_from_the_land_that_a_group_fights_over_may_be_its_captives() -> None:
    told = signals_of("Two Americans are out of Yemen", lands=frozenset({"Yemen"}))
    assert "Yemen" not in told


def test_the_living_beside_bodies_are_none() -> None:
    (reading,) = read("Three Russians and the bodies of two Israelis")
    assert [group.dead for group in reading.groups] == [False, True]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Hezbollah returned businessman Elias Haddad and the bodies of three soldiers"),
        ("hu", "A Hezbollah visszaadta Elias Haddad üzletembert és három katona holttestét"),
    ],
)
def test_one_alive_and_bodies_make_up_no_number(code: str, text: str) -> None:
    assert 4 not in counts(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Hamas handed over the bodies of Dan Levi and two other hostages"),
        ("en", "Hamas handed over the remains of Dan Levi and of two other soldiers"),
        ("nl", "Hamas droeg de lichamen van Dan Levi en twee andere gijzelaars over"),
        ("sv", "Hamas lämnade över kropparna efter Dan Levi och ytterligare två gisslan"),
        ("bg", "Хамас предаде телата на Дан Леви и още двама заложници"),
    ],
)
def test_others_beside_a_name_behind_bodies_are_dead_too(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert {(group.count, group.dead) for group in reading.groups} == {(1, True), (2, True), (3, True)}


def test_others_whom_a_verb_of_their_own_frees_live() -> None:
    (reading,) = read("Hamas returned four bodies and freed two other hostages")
    assert [group.dead for group in reading.groups] == [True, False]


def test_a_name_and_who_another_verb_frees_are_not_one_number() -> None:
    assert 11 not in counts("US frees Maduro ally Alex Saab as Venezuela releases 10 Americans")
    assert 3 in counts("Keith Siegel and two others were released")


def test_where_people_were_convicted_is_not_their_nation() -> None:
    found = figures("Zwei in den USA verurteilte Neffen und drei in Belarus inhaftierte Deutsche sind frei", "de")
    assert [(each.group.count, each.group.nation) for each in found][:2] == [(2, None), (3, "Germany")]
