"""With whom people are swapped and by whom they are given up, as a case, a postposition or the order tells it."""

import pytest

from tests.readings import parts


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
