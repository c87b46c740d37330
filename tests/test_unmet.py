"""What texts said that nobody had met: hours, aircraft, ships, a leader's jails, pirates, families of the dead."""

import pytest

from detectors.categories import living_of
from detectors.roles import Part
from detectors.status import Mode
from detectors.types import Category
from tests.readings import counts, figures, read


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "20 апреля в 16.00 азербайджанская сторона отдала тело военного"),
        ("pl", "O 16.00 strona rosyjska oddała ciało żołnierza"),
        ("cs", "V 16.00 ruská strana předala tělo vojáka"),
    ],
)
def test_hours_behind_a_full_stop_count_nobody(code: str, text: str) -> None:
    assert not set(counts(text, code)) & {16, 20}


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("ru", "На базе сел транспортный С-17 с останками американцев", 17),
        ("uk", "Приземлився Ан-26 із полоненими на борту", 26),
        ("en", "A C-17 with the remains of 55 soldiers landed", 17),
    ],
)
def test_an_aircrafts_type_counts_nobody_whatever_follows(code: str, text: str, number: int) -> None:
    assert number not in counts(text, code)


def test_a_rank_of_soldiers_behind_a_hyphen_is_still_counted() -> None:
    assert 15 in counts("Из плена вернулись -15 пленных", "ru")


@pytest.mark.parametrize(
    ("code", "text", "nation"),
    [
        ("pl", "Pięć pielęgniarek i palestyński lekarz są wolni", "Palestinians"),
        ("cs", "Propuštěno bylo pět řidičů a palestinský lékař", "Palestinians"),
        ("ru", "Освобождены пять медсестёр и палестинский врач", "Palestinians"),
    ],
)
def test_a_nation_behind_and_is_of_the_one_who_follows(code: str, text: str, nation: str) -> None:
    told = {figure.group.count: figure.group.nation for figure in figures(text, code)}
    assert told == {5: None, 1: nation}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("lt", "Iš Lukašenkos kalėjimo grįžo penki lietuviai"),
        ("pl", "Z więzień Łukaszenki wyszło pięciu Litwinów"),
        ("ru", "Из тюрем Лукашенко вышли пятеро литовцев"),
    ],
)
def test_a_leaders_jails_are_his_states(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert ("Belarus", Part.HOLDER) in {(actor.party, actor.part) for actor in reading.actors}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bg", "Хутите пуснаха екипажа на Galaxy Leader"),
        ("bg", "Хутите пуснаха „Галакси Лидер“"),
        ("uk", "Хусити відпустили журналістів NBC News"),
        ("pl", "Huti wypuścili załogę „Galaxy Leader”"),
    ],
)
def test_ships_and_outlets_are_nobody(code: str, text: str) -> None:
    assert not any(group.name for reading in read(text, code) for group in reading.groups)


def test_a_nickname_in_quotes_leaves_the_name() -> None:
    (reading,) = read("Россия отпустила Юлию «Тайру» Паевскую", "ru")
    assert any(group.name for group in reading.groups)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Тела 362 солдат отдали родным"),
        ("uk", "Рідним передали тіла 12 загиблих"),
        ("bg", "Останките на 12 войници предадени на семействата"),
        ("pl", "Szczątki 12 żołnierzy przekazano rodzinom"),
        ("cs", "Ostatky devíti padlých převzali příbuzní"),
        ("lt", "12 karių palaikai perduoti artimiesiems"),
    ],
)
def test_families_who_get_their_dead_are_no_side(code: str, text: str) -> None:
    assert not any(reading.moves for reading in read(text, code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Пираты отпустили шестерых моряков"),
        ("uk", "Пірати відпустили шістьох моряків"),
        ("bg", "Пирати пуснаха шестима моряци"),
        ("pl", "Piraci wypuścili sześciu marynarzy"),
        ("cs", "Piráti propustili šest námořníků"),
        ("lt", "Piratai paleido šešis jūreivius"),
    ],
)
def test_pirates_are_criminals(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert reading.sentence.has("topic", "crime")


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("pl", "Rebelianci w Sudanie Południowym oddali zakładników", "South Sudan"),
        ("ru", "Революционные вооружённые силы Колумбии отпустили заложников", "FARC"),
        ("uk", "Революційні збройні сили Колумбії відпустили заручників", "FARC"),
        ("ru", "Боевики «Боко-Харам» отпустили заложниц", "Boko Haram"),
        ("bg", "Силите за бърза подкрепа освободиха пленници", "RSF"),
        ("uk", "Хізболла віддала тіла", "Hezbollah"),
    ],
)
def test_names_and_cases_that_were_missing(code: str, text: str, party: str) -> None:
    (reading,) = read(text, code)
    assert party in {actor.party for actor in reading.actors}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bg", "Колумбийските бунтовници освободиха войници"),
        ("ru", "Бунтовщики освободили солдат"),
        ("pl", "Buntownicy uwolnili żołnierzy"),
    ],
)
def test_rebels_make_no_riot(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert not reading.sentence.has("topic", "crime")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("cs", "Speciál s Čechem míří do Prahy"),
        ("cs", "Jan Novák je na palubě vládního speciálu"),
        ("pl", "Uwolnieni jadą już do Dżuby"),
        ("lt", "17 grįžtančių namo pasitiko artimieji"),
    ],
)
def test_who_is_on_the_way_is_so(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert any(move.kind == "return" and move.mark.key == "present" for move in reading.moves)


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("ru", "Заложники на воле, передаёт РИА «Новости».", {"said"}),
        ("ru", "Россия передаёт Украине тела 20 военных", {"release"}),
        ("uk", "Обмін відбувся, передає Укрінформ.", {"said"}),
        ("uk", "Росія передає Україні 20 тіл", {"release"}),
        ("pl", "Rzecznik przekazał, że wymiana dobiegła końca", {"said"}),
        ("pl", "Rosja przekazała ciała 20 żołnierzy", {"release"}),
    ],
)
def test_a_verb_of_giving_or_telling_does_the_one_that_its_neighbours_show(
    code: str, text: str, kinds: set[str]
) -> None:
    (reading,) = read(text, code)
    verbs = {"передает", "передаёт", "передає", "przekazał", "przekazała"}
    told = {mark.group for mark in reading.sentence.marks if reading.sentence.word(mark.start) in verbs}
    assert told == kinds


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Dwunastu porwanych Koreańczyków jest wolnych"),
        ("en", "Twelve Korean hostages are free"),
    ],
)
def test_people_of_no_kind_are_hostages_where_the_lead_tells_of_no_others(code: str, text: str) -> None:
    assert living_of(read(text, code)) is Category.HOSTAGES


@pytest.mark.parametrize(
    ("title", "text", "mode"),
    [
        ("Captured pilot to be freed on Friday, Pakistan says", "", Mode.AGREED),
        ("Families demand prisoners to be freed", "", Mode.PLANNED),
        ("", "The exchange began with captives under 25 the first to be released.", Mode.PLANNED),
        ("", "They are going to receive 18 captured soldiers.", Mode.AGREED),
    ],
)
def test_what_a_headline_says_is_to_be_done_is_firm(title: str, text: str, mode: Mode) -> None:
    moves = [move for reading in read(title, "en", text) for move in reading.moves if move.kind != "swap"]
    assert [move.mode for move in moves][:1] == [mode]


def test_german_delivers_people_up_or_off() -> None:
    assert any(move.told for each in read("Hisbollah liefert zwei tote Soldaten ab", "de") for move in each.moves)
    assert any(each.sentence.has("topic", "expulsion") for each in read("Tschechien liefert Hacker an USA aus", "de"))
