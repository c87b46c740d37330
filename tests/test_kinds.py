"""What words for people make of those whom a number counts."""

import pytest

from detectors.categories import living_of
from detectors.types import Category
from tests.readings import figures, read, report_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia returned two detained civilians."),
        ("fr", "Kyiv récupère deux civils détenus en Russie."),
        ("it", "La Russia ha restituito due civili detenuti."),
        ("ro", "Rusia a predat doi civili deținuți."),
        ("de", "Russland übergab zwei zivile Seeleute."),
        ("nl", "Rusland liet twee civiele zeelieden gaan."),
        ("cs", "Rusko předalo dva civilní námořníky a 2 civilních námořníků."),
        ("el", "Η Ρωσία παρέδωσε 2 πολίτες ναυτικούς."),
        ("uk", "Росія повернула двох цивільних моряків."),
        # whose they are and what they are may stand in one form
        ("tr", "Kursk'tan 2 Rus sivilin döndüğünü duyurdu."),
        ("tr", "2 Rus sivil denizci serbest bırakıldı."),
    ],
)
def test_civilians_who_are_held_or_work_are_civilians(code: str, text: str) -> None:
    assert (2, Category.CIVILIANS) in {(each.group.count, each.group.category) for each in figures("", code, text)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia returned 75 soldiers and civilian captives."),
        ("fr", "La Russie a rendu 75 soldats et prisonniers civils."),
        ("de", "Russland übergab 75 Soldaten und zivile Gefangene."),
        ("uk", "Росія повернула 75 військових і цивільних громадян України."),
        ("uk", "Росія повернула 75 військових та цивільних полонених."),
    ],
)
def test_soldiers_and_civilians_under_one_number_are_both(code: str, text: str) -> None:
    assert [each.group.category for each in figures("", code, text)] == [Category.MIXED]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("fr", "Casamance : sept soldats libérés", "Le MFDC a libéré sept soldats sénégalais, otages des rebelles."),
        ("en", "Casamance rebels free soldiers", "The MFDC released seven Senegalese soldiers, its hostages."),
    ],
)
def test_soldiers_of_whom_it_is_said_that_they_were_hostages_are_some(code: str, title: str, text: str) -> None:
    report = report_of(title, code, text, sure=False)
    assert {each.category for each in report.transfers} == {Category.HOSTAGES}


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("Five for two: Georgia frees five, two teenagers stay behind", Category.PRISONERS),
        ("Six children go home", Category.CHILDREN),
        ("Children go home after talks", Category.CHILDREN),
    ],
)
def test_a_title_that_counts_children_beside_others_makes_nobody_a_child(title: str, category: Category) -> None:
    assert living_of(read(title)) is category


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Rebellen übergaben 12 getötete Polizisten."),
        ("ru", "Россия вернула 12 убитых солдат."),
        ("uk", "Росія повернула 12 убитих воїнів."),
        ("pl", "Rosja oddała 12 zabitych bojowników."),
        ("cs", "Rusko předalo 12 zabitých bojovníků."),
        ("el", "Η Χεζμπολάχ παρέδωσε 12 σκοτωμένους στρατιώτες."),
        ("hu", "Oroszország átadott 12 megölt harcost."),
        ("tr", "Rusya 12 ölen savaşçıyı teslim etti."),
        ("lt", "Rusija perdavė 12 žuvusių kovotojų."),
        ("he", "חיזבאללה החזיר 12 לוחמים הרוגים."),
        ("ar", "سلم حزب الله 12 مقاتلا قتيلا."),
        ("fa", "حزب‌الله 12 سرباز کشته شده را تحویل داد."),
    ],
)
def test_killed_fighters_who_are_handed_over_are_bodies(code: str, text: str) -> None:
    assert {(12, Category.BODIES)} == {(each.group.count, each.group.category) for each in figures("", code, text)}
