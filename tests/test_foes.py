"""Whom a side fights where a text names both, and who holds people where armed groups fight and kidnap."""

import pytest

from detectors.camps import Camp, camps
from detectors.directions import told_of
from detectors.hosts import fought_over
from detectors.options import Common
from detectors.parties import foes, stand_against
from tests.readings import figures, parts, read


def sides_of(title: str, text: str = "", code: str = "en") -> dict[str, Camp]:
    return camps(read(title, code, text), ())


@pytest.mark.parametrize(
    ("one", "other", "fight"),
    [
        ("Taliban", "United States", True),
        ("Taliban", "Afghanistan", True),
        ("Hezbollah", "Al-Nusra Front", True),
        ("Houthis", "Saudi Arabia", True),
        ("Al-Qaeda", "Mali", True),  # a group of its camp does
        ("Taliban", "India", False),
        ("Hezbollah", "Lebanon", False),
    ],
)
def test_a_side_may_fight_several(one: str, other: str, fight: bool) -> None:
    assert (other in foes(one)) == (one in foes(other)) == stand_against(one, other) == fight


def test_each_war_that_a_text_names_both_sides_of_is_one() -> None:
    common = Common(
        sides_of("Kabul frees 900 Taliban", "They are let go under the deal of the Taliban with Washington.")
    )
    assert common.pair("Afghanistan", "Taliban")["opponents"]
    assert common.pair("Taliban", "United States")["opponents"]


def test_no_other_enemy_is_made_up_beside_a_foe_that_is_named() -> None:
    assert "Israel" not in sides_of("Hezbollah and the Nusra Front swap three fighters")
    assert "Israel" in sides_of("Three Hezbollah fighters freed in swap")


@pytest.mark.parametrize(
    ("code", "text", "land"),
    [
        ("en", "29 Chinese workers freed in Sudan", "Sudan"),
        ("de", "29 chinesische Arbeiter im Sudan freigelassen", "Sudan"),
        ("ru", "29 китайцев отпущены в Судане", "Sudan"),
    ],
)
def test_the_land_that_a_group_fights_over_tells_not_who_held_people(code: str, text: str, land: str) -> None:
    (figure, *_) = (each for each in figures(text, code) if each.group.count == 29)
    assert "place" in told_of(figure.reading, figure.group, figure.move)[land]
    lands = fought_over(["China", "Sudan", "SPLM-N"])
    assert "place" not in told_of(figure.reading, figure.group, figure.move, lands).get(land, {})


def test_fighters_are_held_in_the_land_that_they_fight() -> None:
    (figure,) = figures("29 Houthi prisoners freed in Yemen")
    assert "place" in told_of(figure.reading, figure.group, figure.move, fought_over(["Houthis", "Yemen"]))["Yemen"]
    assert fought_over(["Hamas", "Israel"]) == frozenset()


@pytest.mark.parametrize(("text", "told"), [("The workers were kidnapped in May.", 1.0), ("They are well.", 0.0)])
def test_who_was_kidnapped_is_in_a_groups_hands(text: str, told: float) -> None:
    sides = sides_of("Abu Sayyaf frees ten Indonesian sailors in the Philippines", text)
    assert sides["Abu Sayyaf"].signals["kidnap.group"] == told
    assert sides["Philippines"].signals["kidnap.state"] == told


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("ru", "ХАМАС вернул 20 заложников", "release"),
        ("uk", "ХАМАС повернув 20 заручників", "release"),
        ("ru", "ХАМАС вернул 20 своих боевиков", "receive"),
        ("ru", "Израиль вернул 20 заложников", "receive"),
        ("en", "Hamas got back 20 fighters", "receive"),
    ],
)
def test_an_armed_group_gives_hostages_back(code: str, text: str, kind: str) -> None:
    assert [move.kind for reading in read(text, code) for move in reading.moves] == [kind]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "По соглашению с ХАМАСом отдают 1027 заключённых", ("Hamas", "between")),
        ("en", "Two Cuban doctors abducted from Kenya are free", ("Kenya", "place")),
        ("es", "Libres dos médicos cubanos secuestrados en Kenia", ("Kenya", "place")),
        ("de", "Drei Kämpfer der Hisbollah sind frei", ("Hezbollah", "nation")),
        ("de", "Israel übergab der Hisbollah drei Leichen", ("Hezbollah", "bare")),
        ("ro", "30 de ucraineni se întorc acasă", ("Ukraine", "nation")),
        ("es", "un centenar de rusos vuelven a casa", ("Russia", "nation")),
    ],
)
def test_what_a_preposition_or_an_article_tells_of_a_side(code: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "price"),
    [
        ("tr", "293 kişiye karşılık 176 kişi serbest bırakıldı", 293),
        ("hi", "11 कैदियों के बदले 3 इंजीनियर रिहा", 11),
        ("en", "176 people freed in exchange for 293 prisoners", 293),
    ],
)
def test_others_were_given_for_who_stands_before_the_word_where_it_follows_its_noun(
    code: str, text: str, price: int
) -> None:
    assert [each.group.count for each in figures(text, code) if each.group.price] == [price]


@pytest.mark.parametrize(
    ("code", "text"),
    [("hi", "बोको हराम ने अपने साथियों के बदले 82 छात्राओं को छोड़ा"), ("tr", "Esedi karşılığında 3 kişi bırakıldı")],
)
def test_who_stands_behind_such_a_word_is_no_price(code: str, text: str) -> None:
    assert not any(each.group.price for each in figures(text, code) if each.group.count > 1)


def test_dissidents_who_are_in_another_state_were_held_by_their_own() -> None:
    (figure, *_) = figures("Ostatnia piątka kubańskich dysydentów już w Hiszpanii", "pl")
    assert "holder" in told_of(figure.reading, figure.group, figure.move)["Cuba"]


def test_of_two_groups_of_one_camp_the_one_named_most_holds_people() -> None:
    sides = sides_of("JNIM frees a Frenchman", "The JNIM, which Al-Qaeda supports, had held him. JNIM says he is well.")
    assert sides["Al-Qaeda"].holder == "JNIM"
    assert sides_of("Al-Qaeda frees a Frenchman", "Al-Qaeda had held him.")["Al-Qaeda"].holder == "Al-Qaeda"


@pytest.mark.parametrize(
    ("code", "text", "nation"),
    [
        ("pl", "dziesięciu indonezyjskich marynarzy", "Indonesia"),
        ("tr", "Malezyalı kadın", "Malaysia"),
        ("bg", "десет индонезийски моряци", "Indonesia"),
        ("hu", "tíz indonéz tengerész", "Indonesia"),
        ("lt", "dešimt indoneziečių jūreivių", "Indonesia"),
        ("el", "δέκα ινδονήσιοι ναυτικοί", "Indonesia"),
        ("hi", "दस इंडोनेशियाई नाविक", "Indonesia"),
        ("nl", "tien Indonesische zeelieden", "Indonesia"),
        ("it", "un marinaio singaporiano", "Singapore"),
        ("sv", "tio vietnamesiska sjömän", "Vietnam"),
        ("en", "45 Fijian peacekeepers", "Fiji"),
    ],
)
def test_peoples_are_known_by_their_adjectives(code: str, text: str, nation: str) -> None:
    assert (nation, "nation") in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Miliz übernahm zwei tote Kämpfer"),
        ("lt", "Viena moteris ir vienas karys grįžo namo"),
        ("hu", "Két kárpátaljai hadifogoly hazatért"),
        ("en", "Twenty soldiers returned under the Geneva Convention"),
        ("it", "20 soldati restituiti secondo la convenzione di Ginevra"),
        ("lt", "20 karių grąžinta laikantis Ženevos konvencijos"),
        ("zh", "根据日内瓦公约20名士兵回国"),
        ("ja", "ジュネーブ条約に基づき兵士20人が帰国"),
    ],
)
def test_common_words_name_no_party(code: str, text: str) -> None:
    assert {party for party, _ in parts(text, code)} <= {"unnamed group"}
