"""With whom people are swapped, by whom, to whom and where they are given up, as cases and small words tell it."""

import pytest

from detectors.sides import move_of
from tests.readings import parts, read


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tr", "Rusya ile Ukrayna arasında esir takası yapıldı, 100 asker döndü"),
        ("tr", "Rusya ve Ukrayna arasındaki takasta 100 asker evine döndü"),
        ("hu", "Oroszország és Ukrajna között fogolycsere volt, 100 katona tért haza"),
        ("hi", "रूस और यूक्रेन के बीच कैदियों की अदला-बदली में 100 सैनिक लौटे"),
        ("ja", "ロシアとウクライナの間で捕虜交換が行われ、100人が帰国した"),
        ("zh", "俄罗斯与乌克兰之间进行战俘交换，100名士兵返回"),
    ],
)
def test_two_before_a_word_for_between_are_those_who_swap(code: str, text: str) -> None:
    assert parts(text, code) == {("Russia", "between"), ("Ukraine", "between")}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Украина обменялась с Россией пленными, вернулись 100 военных"),
        ("uk", "Україна обмінялася з Росією полоненими, вдома 100 військових"),
        ("pl", "Ukraina wymieniła się z Rosją jeńcami, wróciło 100 żołnierzy"),
        ("cs", "Ukrajina si s Ruskem vyměnila zajatce, vrátilo se 100 vojáků"),
        ("bg", "Украйна размени пленници с Русия, върнаха се 100 войници"),
        ("lt", "Ukraina su Rusija apsikeitė belaisviais, grįžo 100 karių"),
        ("hu", "Ukrajna fogolycserét hajtott végre Oroszországgal, 100 katona tért haza"),
        ("tr", "Ukrayna, Rusya ile esir takası yaptı, 100 asker evine döndü"),
        ("zh", "烏克蘭當天與俄羅斯進行第68次戰俘交換，8名平民回到國內"),
        ("ja", "ウクライナは19日、ロシアと捕虜を交換し、100人が帰国した"),
    ],
)
def test_with_whom_a_side_swaps_is_nobody_who_acts(code: str, text: str) -> None:
    assert ("Russia", "between") in parts(text, code)
    assert {party for party, _ in parts(text, code)} == {"Russia", "Ukraine"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Тела 500 бойцов переданы Россией"),
        ("uk", "Тіла 500 бійців передані Росією"),
        ("cs", "Těla 500 vojáků byla předána Ruskem"),
        ("ru", "Тела 500 бойцов переданы российской стороной"),
        ("uk", "Тіла 500 бійців передані російською стороною"),
        ("cs", "Těla 500 vojáků byla předána ruskou stranou"),
    ],
)
def test_a_case_alone_tells_by_whom_people_are_given_up(code: str, text: str) -> None:
    assert parts(text, code) == {("Russia", "by")}


@pytest.mark.parametrize(
    ("code", "text"),
    [("ru", "Ранее обмен с украинской стороной готовили месяц"), ("ru", "Гордятся Россией и ждут 20 пленных")],
)
def test_beside_a_preposition_or_no_verb_of_movement_it_does_not(code: str, text: str) -> None:
    assert "by" not in {part for _, part in parts(text, code)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("he", "גופות שני מחבלים נמסרו לפלסטינים"),
        ("he", "שבע גופות הוחזרו לפלסטינים"),
    ],
)
def test_a_people_in_one_word_with_to_behind_a_verb_gets_them(code: str, text: str) -> None:
    assert parts(text, code) == {("Palestinians", "to")}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tr", "82 kız Kamerun sınırında teslim alındı"),
        ("hi", "82 लड़कियों को कैमरून सीमा पर रिहा किया गया"),
        ("hu", "82 lányt engedtek szabadon Kamerun határán"),
        ("el", "Ελεύθερα 82 κορίτσια στα σύνορα με το Καμερούν"),
    ],
)
def test_a_border_is_a_place(code: str, text: str) -> None:
    assert parts(text, code) == {("Cameroon", "place")}


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "Five Iranians arrested in the United States for breaching sanctions were freed", "holder"),
        ("bg", "Петима иранци, задържани в САЩ за нарушаване на санкциите, са свободни", "holder"),
        ("en", "Five Iranians are free after the United States lifted its sanctions", "bargain"),
    ],
)
def test_whose_sanctions_somebody_was_jailed_for_is_no_bargain(code: str, text: str, part: str) -> None:
    assert ("United States", part) in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "Pirates free two Georgians and an Iranian after a ransom was paid", "Georgia", "nation"),
        ("en", "Pirates free two Georgians and an Iranian after a ransom was paid", "Iran", "nation"),
        ("fr", "Deux otages géorgiens relâchés contre une rançon", "Georgia", "nation"),
        ("fr", "Deux marins libérés par le M23 contre une rançon", "M23", "by"),
        ("en", "Two sailors were freed by the M23 for a ransom", "M23", "by"),
        ("en", "Qatar paid a ransom of five million for the sailors", "Qatar", "bargain"),
        ("en", "The Georgian embargo was lifted for the sailors", "Georgia", "bargain"),
    ],
)
def test_who_is_freed_for_a_ransom_and_who_frees_for_one_pays_none(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


@pytest.mark.parametrize(
    "text",
    [
        "أطلق الحوثيون سبعة مختطفين مدنيين وتسلموا تسعة من أسراهم",
        "سلم الفصيل سبعة جنود، ومعهم قائد، واسترد تسعة من مقاتليه",
    ],
)
def test_a_verb_in_one_word_with_and_governs_what_follows_it(text: str) -> None:
    (reading,) = read(text, "ar")
    kinds = {group.count: move.kind for group in reading.groups if (move := move_of(reading, group)) is not None}
    assert (kinds[7], kinds[9]) == ("release", "receive")


def test_two_nations_may_follow_their_noun() -> None:
    (reading,) = read("دو زندانی ایرانی-بریتانیایی که در ایران در بند بودند آزاد شدند", "fa")
    assert [group.nation for group in reading.groups] == ["United Kingdom"]


def test_armed_forces_are_no_armed_group() -> None:
    told = parts("Ελεύθερα ογδόντα έξι μέλη των ουκρανικών ενόπλων δυνάμεων", "el")
    assert ("Ukraine", "home") not in told


def test_as_many_received_in_hungarian() -> None:
    (reading,) = read("146 foglyot adott át Oroszország Ukrajnának, és ugyanannyi katonáját kapta meg", "hu")
    assert [move.kind for move in reading.moves] == ["release", "receive"]
