"""How many: every way that news writes a number, and what is none."""

import pytest

from detectors import language
from detectors.numbers import evaluate, parse_digits, read_numbers
from detectors.text import fold
from tests.readings import counts, read


def numbers(text: str, code: str = "en") -> list[int]:
    """The cardinal numbers that are read from a text."""
    chosen = language.load(code)
    plain = fold(text)
    return [n.value for n in read_numbers(chosen.lexicon.read(plain), plain, chosen) if not n.ordinal]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("1,212 bodies", "en", [1212]),
        ("1.212 bodies", "en", [1212]),
        ("219'000", "en", [219000]),
        ("6 060 тел", "ru", [6060]),
        ("2,3 тысячи военных", "ru", [2300]),
        ("12 тыс. тел", "ru", [12000]),
        ("2 bin 130 esir", "tr", [2130]),
        ("bin 200 asker", "tr", [1200]),
        ("6 тисяч 60 тіл", "uk", [6060]),
        ("two hundred and five", "en", [205]),
        ("twenty-six people", "en", [26]),
        ("one hundred and twenty-three prisoners", "en", [123]),
        ("a thousand bodies", "en", [1000]),
        ("five and six", "en", [5, 6]),
        ("in 1996 800 went free", "en", [1996, 800]),
        ("en 2025 150 prisonniers", "fr", [2025, 150]),
        ("Сто вісімдесят троє та двоє", "uk", [183, 2]),
        ("дев'яносто п’ять захисників", "uk", [95]),
        ("двести пять военнослужащих", "ru", [205]),
        ("тела тысячи военных", "ru", [1000]),
        ("1,000-for-1,000", "en", [1000, 1000]),
        ("٢٠٥", "en", [205]),
    ],
)
def test_numbers_are_read_whole(text: str, code: str, expected: list[int]) -> None:
    assert numbers(text, code) == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("dreihundertdreizehn Soldaten", "de", 313),
        ("zweihundertundsieben Leichname", "de", 207),
        ("zweitausend Gefangene", "de", 2000),
        ("centottantacinque militari", "it", 185),
        ("duecentotto salme", "it", 208),
        ("trecentotré detenuti", "it", 303),
        ("centundici detenuti", "it", 111),
        ("eintausendzweihundert Tote", "de", 1200),
        ("honderdeen militairen", "nl", 101),
        ("hétezret", "hu", 7000),
        ("honderdvijfentachtig militairen", "nl", 185),
        ("honderdentwee lichamen", "nl", 102),
        ("trehundratjugofem soldater", "sv", 325),
        ("kétszázharminchat foglyot", "hu", 236),
        ("kétszázharminchatot", "hu", 236),
        ("cent un soldats", "fr", 101),
        ("douăzeci și una de femei", "ro", 21),
        ("سی و نه اسیر", "fa", 39),
    ],
)
def test_number_words_made_of_others_are_one_number(text: str, code: str, expected: int) -> None:
    assert numbers(text, code) == [expected]


@pytest.mark.parametrize("text", ["the 56th exchange", "at 12.30.45", "version 1.2.3", "the fiftieth"])
def test_ordinals_times_and_versions_are_no_counts(text: str) -> None:
    assert numbers(text) == []


def test_a_year_is_marked_as_one() -> None:
    english = language.load("en")
    plain = fold("in 2022")
    assert [n.year for n in read_numbers(english.lexicon.read(plain), plain, english)] == [True]


@pytest.mark.parametrize(
    ("values", "total"),
    [([2, 100, 5], 205), ([4, 1000, 500], 4500), ([1000], 1000), ([2.3, 1000], 2300), ([1.5], None)],
)
def test_number_words_add_and_multiply(values: list[float], total: int | None) -> None:
    assert evaluate(values) == total


@pytest.mark.parametrize(("token", "value"), [("1,200", 1200), ("2.3", 2.3), ("12.30.45", None), ("1" * 20, None)])
def test_digits_are_grouped_or_decimal(token: str, value: float | None) -> None:
    assert parse_digits(token) == value


@pytest.mark.parametrize(
    ("text", "year"), [("از تیر ۱۳۹۷ در مشهد زندانی بود", 2018), ("در سال ۱۴۰۲", 2023), ("در سال 2019", 2019)]
)
def test_a_year_of_the_solar_calendar_is_a_year(text: str, year: int) -> None:
    chosen = language.load("fa")
    plain = fold(text)
    (number,) = read_numbers(chosen.lexicon.read(plain), plain, chosen)
    assert (number.year, number.in_the_year) == (True, year)


def test_elsewhere_1397_is_a_number_as_any_other() -> None:
    chosen = language.load("en")
    (number,) = read_numbers(chosen.lexicon.read("1397 prisoners"), "1397 prisoners", chosen)
    assert not number.year


@pytest.mark.parametrize(
    ("text", "nation", "count"),
    [
        ("Rusia a eliberat 390 de ucraineni", "Ukraine", 390),
        ("Au revenit acasă 20 de soldați ucraineni", "Ukraine", 20),
        ("Au revenit acasă 19 ucraineni", "Ukraine", 19),
        ("Au fost eliberați 50 de la Azov", None, 50),
    ],
)
def test_a_word_may_link_a_number_with_what_it_counts(text: str, nation: str | None, count: int) -> None:
    told = [group for reading in read(text, "ro") for group in reading.groups]
    assert [(each.count, each.nation) for each in told if not each.name] == [(count, nation)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia frees 20 prisoners on 5 and 6 March"),
        ("en", "Russia frees 20 prisoners from 5 to 7 March"),
        ("bg", "Русия освобождава 20 пленници на 5 и 6 март"),
        ("de", "Russland lässt am 5. und 6. März 20 Gefangene frei"),
        ("it", "La Russia libera 20 prigionieri il 5 e 6 marzo"),
    ],
)
def test_the_first_of_two_days_counts_nobody(code: str, text: str) -> None:
    assert counts(text, code) == [20]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("two dozen prisoners", "en", 24),
        ("half a dozen soldiers", "en", 6),
        ("twee dozijn gevangenen", "nl", 24),
        ("tre dussin fångar", "sv", 36),
        ("két tucat fogoly", "hu", 24),
        ("iki düzine esir", "tr", 24),
        ("तीन दर्जन कैदी", "hi", 36),
        ("tre decine di prigionieri", "it", 30),
        ("trois centaines de prisonniers", "fr", 300),
        ("trzy dziesiątki jeńców", "pl", 30),
        ("dwie setki jeńców", "pl", 200),
        ("tři desítky zajatců", "cs", 30),
        ("две дюжины пленных", "ru", 24),
        ("две стотици пленници", "bg", 200),
        ("τρεις δεκάδες αιχμάλωτοι", "el", 30),
    ],
)
def test_so_many_dozens_tens_or_hundreds_are_one_number(text: str, code: str, expected: int) -> None:
    assert numbers(text, code) == [expected]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Ukrajna 175-öt, Oroszország 84-et kapott vissza", "hu", [175, 84]),
        ("a 206-ot és a 307-et hazavitték", "hu", [206, 307]),
        ("4-тисячі полонених", "uk", [4000]),
    ],
)
def test_an_ending_of_digits_is_no_number(text: str, code: str, expected: list[int]) -> None:
    assert numbers(text, code) == expected
