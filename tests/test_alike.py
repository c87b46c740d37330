"""What people are whom a number alone counts, or their nation: as those told of before them."""

import pytest

from detectors.types import Category
from tests.readings import counts, figures


@pytest.mark.parametrize(
    ("code", "text", "dead"),
    [
        ("en", "The remains of 93 men changed hands between Iraq and Iran: three Iranians and 90 Iraqis.", {93, 3, 90}),
        ("en", "Iraq and Iran swapped the bodies of 31 soldiers, 11 Iraqis and 20 Iranians.", {31, 11, 20}),
        ("de", "Irak und Iran tauschten die Leichen von 31 Soldaten, elf Iraker und 20 Iraner.", {31, 11, 20}),
        ("en", "Iran handed over the bodies of 31 soldiers and freed 20 Iraqis.", {31}),
        ("fr", "Le mouvement a reçu cinq prisonniers et de premiers restes : ceux de huit combattants.", {8}),
        ("es", "Israel recibió a cinco presos y restos mortales: los de ocho soldados.", {8}),
    ],
)
def test_who_makes_up_the_bodies_told_of_is_dead(code: str, text: str, dead: set[int]) -> None:
    assert {figure.group.count for figure in figures("", code, text) if figure.group.dead} == dead


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Ocho habitantes de la región de Kursk fueron devueltos a Rusia."),
        ("it", "Otto abitanti della regione di Kursk sono stati restituiti alla Russia."),
        ("pt", "Oito moradores da região de Kursk regressaram à Rússia."),
        ("pl", "Ośmiu mieszkańców obwodu kurskiego wróciło do Rosji."),
        ("cs", "Osm obyvatel Kurské oblasti se vrátilo do Ruska."),
        ("ro", "Opt locuitori ai regiunii Kursk au fost returnați Rusiei."),
        ("lt", "Aštuoni Kursko srities gyventojai grąžinti Rusijai: 8 gyventojai."),
        ("el", "Οκτώ κάτοικοι της περιφέρειας Κουρσκ επέστρεψαν στη Ρωσία."),
        ("hu", "A kurszki régió nyolc lakosa tért vissza Oroszországba."),
        ("tr", "Kursk bölgesinin 8 sakini Rusya'ya döndü."),
        ("he", "שמונה תושבי מחוז קורסק הוחזרו לרוסיה."),
        ("zh", "8名居民返回俄罗斯。"),
        ("fa", "هشت ساکنان کورسک به روسیه بازگشتند."),
    ],
)
def test_residents_are_civilians_and_no_unit(code: str, text: str) -> None:
    assert (8, Category.CIVILIANS) in {(each.group.count, each.group.category) for each in figures("", code, text)}


@pytest.mark.parametrize(
    ("code", "text", "category"),
    [
        ("en", "An Azerbaijani civilian has been handed over to Baku by Armenia.", Category.CIVILIANS),
        ("en", "An Azerbaijani diplomat has been handed over to Baku by Armenia.", None),
    ],
)
def test_one_who_is_called_a_civilian_is_one(code: str, text: str, category: Category | None) -> None:
    assert [each.group.category for each in figures("", code, text)] == [category]


@pytest.mark.parametrize(
    ("code", "title", "text", "expected"),
    [
        ("en", "Rebels free captives", "The rebels freed 125 captives. Kampala spoke of 131.", [125, 131]),
        ("en", "Captives free", "Hamas freed seven hostages. The other 13 were in the hands of aid workers.", [7, 13]),
        ("cs", "Rukojmí volní", "Hamás předal sedm rukojmích. Dalších třináct má přijít na řadu dopoledne.", [7, 13]),
        ("ro", "Ostatici liberi", "Talibanii au eliberat 12 ostatici. Ceilalți șapte urmează.", [12, 7]),
        ("pl", "Zełenski wiezie z Turcji pięciu dowódców Azowstalu", "", [5]),
    ],
)
def test_a_number_alone_counts_people_where_its_sentence_is_news(
    code: str, title: str, text: str, expected: list[int]
) -> None:
    assert counts(title, code, text) == expected


def test_a_number_alone_counts_nobody_where_its_sentence_tells_nothing() -> None:
    assert counts("Captives free", text="Hamas freed seven hostages. It was a walk of 30 or so.") == [7]
