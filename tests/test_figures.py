"""Whom the numbers of an article count, and what is seen of each: how its words and the other figures speak of it."""

import pytest

from detectors import Article, language
from detectors.figures import Figure, read_figures
from detectors.report import read_all
from detectors.types import Category


def figures(title: str, code: str = "en", text: str = "") -> list[Figure]:
    """The figures of an article, in reading order."""
    return read_figures(read_all(Article(title=title, text=text, lang=code), language.load(code)))


def counts(title: str, code: str = "en", text: str = "") -> list[int]:
    """How many people each figure of an article counts."""
    return [figure.group.count for figure in figures(title, code, text)]


def signals(count: int, title: str, code: str = "en", text: str = "") -> dict[str, float]:
    """What speaks for and against the last figure of that size."""
    return [figure for figure in figures(title, code, text) if figure.group.count == count][-1].signals


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "تبادل الطرفان 44 أسيراً و57 مدنياً", [44, 57]),
        ("ar", "عاد إلى بيروت 44 أسيراً وبـ57 جثة", [44, 57]),
        ("he", "שוחררו 44 אסירים ו57 נשים", [44, 57]),
        ("bg", "Киев освободи 44-ма войници", [44]),
    ],
)
def test_a_number_written_as_one_with_other_words_counts(code: str, text: str, expected: list[int]) -> None:
    assert counts(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Moscow freed eleven prisoners: eight were flown to Germany, three to the United States"),
        ("de", "Moskau ließ elf Gefangene frei: acht flogen nach Deutschland, drei in die Vereinigten Staaten"),
        ("es", "Moscú liberó a once presos: ocho volaron a Alemania, tres a Estados Unidos"),
        ("pl", "Moskwa uwolniła jedenastu więźniów: ośmiu trafiło do Niemiec, trzech do Stanów Zjednoczonych"),
    ],
)
def test_the_states_that_people_go_to_are_not_what_is_counted(code: str, text: str) -> None:
    assert counts(text, code) == [11, 8, 3]
    assert "sent.apart" in signals(8, text, code)
    assert "sent.apart" in signals(3, text, code)


def test_states_in_the_plural_are_a_name() -> None:
    assert counts("Ad Ankara liberati otto detenuti, tre dagli Stati Uniti", "it") == [8, 3]


def test_states_that_are_counted_are_no_people() -> None:
    assert counts("Three states handed over eleven prisoners") == [11]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Four went home: two women and two men"),
        ("fr", "Quatre sont rentrés en France, deux femmes et deux hommes"),
    ],
)
def test_who_all_go_to_one_place_are_not_sent_apart(code: str, text: str) -> None:
    assert "sent.apart" not in signals(2, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [("pl", "65 za 65. Jeńcy w domach"), ("en", "65 for 65. Prisoners are home"), ("uk", "65 на 65. Полонені вдома")],
)
def test_a_bare_pair_counts_people(code: str, text: str) -> None:
    assert counts(text, code) == [65, 65]


@pytest.mark.parametrize(
    ("code", "text", "total"),
    [
        ("en", "The junta released Aye Thant and eleven other prisoners", 12),
        ("fr", "L'Iran a libéré Paul Morel et deux autres Français", 3),
        ("es", "La guerrilla libera a Juan Ortega y a otros dos rehenes", 3),
        ("de", "Minsk lässt Anna Lukina und sechs andere Gefangene frei", 7),
        ("ru", "Киеву переданы Анна Лукина и шестеро других заложников", 7),
    ],
)
def test_a_person_and_others_are_so_many_together(code: str, text: str, total: int) -> None:
    assert total in counts(text, code)


def test_who_is_given_for_a_person_is_not_told_with_him() -> None:
    assert 4 not in counts("Iran freed Paul Morel in exchange for three engineers")


def test_the_title_tells_a_figure_also_by_twice_as_many_or_vaguely() -> None:
    body = "Each side let 44 soldiers go, Moscow said. Three weeks ago, 57 prisoners were swapped."
    assert "untitled" not in signals(44, "Kyiv and Moscow swap 88 prisoners", text=body)
    assert "untitled" not in signals(44, "Kyiv and Moscow swap more than 80 prisoners", text=body)
    assert "untitled" in signals(57, "Kyiv and Moscow swap 88 prisoners", text=body)


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("en", "Minsk freed 44 civilian sailors and 57 soldiers", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("es", "Minsk liberó a 44 marineros civiles y a 57 soldados", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("de", "Minsk ließ 44 zivile Gefangene und 57 Soldaten frei", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("en", "Minsk freed 44 soldiers and civilians", [Category.MIXED]),
        ("ru", "Освобождены 44 военных и гражданских лиц", [Category.MIXED]),
        ("ja", "捕虜44人交換　民間人も57人ずつ", [Category.PRISONERS_OF_WAR, Category.CIVILIANS]),
        ("zh", "双方各释放44名平民和57名军人", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
    ],
)
def test_civilian_captives_are_civilians_and_soldiers_beside_them_are_not(
    code: str, text: str, kinds: list[Category]
) -> None:
    assert [figure.group.category for figure in figures(text, code)] == kinds


@pytest.mark.parametrize(
    ("code", "text"),
    [("es", "Kiev entregó 44 cuerpos y Moscú mil"), ("fa", "کی‌یف ۴۴ پیکر و مسکو هزار پیکر تحویل داد")],
)
def test_the_word_for_people_behind_one_number_is_not_taken_by_the_next(code: str, text: str) -> None:
    one, other = [figure.group for figure in figures(text, code)]
    assert (one.category, other.category) == (Category.BODIES, Category.BODIES)
    assert one.end <= other.start
