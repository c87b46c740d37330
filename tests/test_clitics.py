"""What is written as one word with another: pronouns behind it, "and" before it, the article that a form may lack."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from detectors import language
from detectors.clitics import Clitics
from detectors.lexicon import Lexicon
from detectors.text import fold
from tests.readings import parts, read

LANGUAGES = Path(language.__file__).parent / "lang"


def meanings(text: str) -> set[tuple[str, str, str]]:
    """Every mark that Arabic's file finds in a text, with the words that it covers."""
    tokens = language.load("ar").lexicon.read(fold(text))
    return {(mark.group, mark.key, " ".join(tokens.words[mark.start : mark.end])) for mark in tokens.marks}


@pytest.mark.parametrize(
    ("word", "group", "key"),
    [
        ("شبانها", "people", "persons"),
        ("طبيبهم", "single", "person"),
        ("احتجزتهما", "held", "taken"),
        ("موظفي", "people", "persons"),
        ("موظفوها", "people", "persons"),
        ("ومزارعيهم", "people", "persons"),
        ("صحافيتها", "single", "person"),
        ("بحارتها", "people", "soldiers"),
    ],
)
def test_a_word_is_known_with_its_pronoun_or_case(word: str, group: str, key: str) -> None:
    assert (group, key, fold(word)) in meanings(word)


@pytest.mark.parametrize("word", ["محاربة", "مكانها", "كتابهم"])
def test_what_only_ends_like_a_pronoun_is_no_other_word(word: str) -> None:
    assert not {each for each in meanings(word) if each[0] in {"people", "single", "release", "receive", "return"}}


def test_who_is_told_with_a_pronoun_is_somebodys_own() -> None:
    (reading,) = read("استعادت إريتريا خمسة من شبانها", "ar")
    (group,) = reading.groups
    assert (group.count, group.own) == (5, True)


def test_an_and_written_as_one_word_parts_people() -> None:
    (reading,) = read("استعادت إريتريا خمسة من شبانها وجثمان طبيب", "ar")
    assert [(group.count, str(group.category)) for group in reading.groups] == [(5, "None"), (1, "bodies")]


def test_a_word_listed_with_its_article_is_found_without_it_in_several_words() -> None:
    forms = {("party", "X", "name"): ["تنظيم قاعدة"], ("party", "Y", "name"): ["القاعدة"]}
    lexicon = Lexicon(forms, {"plain": ["ال"]})
    assert {mark.key for mark in lexicon.read(fold("تنظيم القاعدة")).marks} == {"X"}
    assert {mark.key for mark in lexicon.read(fold("القاعدة")).marks} == {"Y"}
    assert not lexicon.read(fold("قاعدة")).marks


@pytest.mark.parametrize("word", ["مهندستين", "طبيبتان", "قبطانان", "والمصورتين", "طبيبين"])
def test_the_dual_counts_two(word: str) -> None:
    (group,) = read(f"عاد {word} من الأسر", "ar")[0].groups
    assert group.count == 2


@pytest.mark.parametrize("word", ["شبان", "معتقلين", "سكان"])
def test_a_plural_counts_nobody(word: str) -> None:
    assert not read(f"عاد {word} من الأسر", "ar")[0].groups


@pytest.mark.parametrize("code", ["ar", "he"])
def test_no_form_of_several_words_hides_a_party_behind_a_preposition(code: str) -> None:
    """A word that some form lists with its preposition is found only as listed: موالون لروسيا hid every لروسيا."""
    own = tomllib.loads((LANGUAGES / f"{code}.toml").read_text(encoding="utf-8"))
    shared = tomllib.loads((LANGUAGES / "parties.toml").read_text(encoding="utf-8"))
    forms = [form.split() for form in texts_in({key: own[key] for key in own.keys() - {"example", "clitic"}})]
    names = [form.split() for form in texts_in([own["party"], own["side"], shared])]
    alone = {fold(word) for form in names if len(form) == 1 for word in form}
    listed = {fold(word) for form in [*forms, *names] if len(form) > 1 for part in form for word in part.split("|")}
    clitics = Clitics(own["clitic"])
    hidden = {
        word
        for word in listed - {fold(form[0]) for form in forms if len(form) == 1} - alone
        for pieces, _ in clitics.bare(word, lambda stem: stem if stem in alone else None)
        if not {"ה", "ال"}.issuperset(pieces)
    }
    assert hidden == set()


def texts_in(data: object) -> Iterator[str]:
    """Every form in a language's data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from texts_in(list(data.values()))
    elif isinstance(data, list):
        for each in data:
            yield from texts_in(each)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "سلمت أوكرانيا لروسيا 100 جثة", {("Ukraine", "bare"), ("Russia", "to")}),
        ("ar", "سلم الحوثيون للحكومة 10 جثامين", {("Houthis", "bare"), ("Yemen", "to")}),
        ("ar", "سلمت الحكومة للحوثيين 10 جثامين", {("Yemen", "bare"), ("Houthis", "to")}),
        ("ar", "تبادل أسرى بين الحكومة والحوثيين", {("Yemen", "between"), ("Houthis", "between")}),
        ("ar", "تبادل أسرى بين الحكومة وقوات الدعم السريع", {("Sudan", "between"), ("RSF", "between")}),
        ("he", "חילופי שבויים בין הממשלה לחות'ים", {("Yemen", "between"), ("Houthis", "between")}),
        ("he", "חילופי שבויים בין רוסיה לאוקראינה", {("Russia", "between"), ("Ukraine", "between")}),
        ("he", "הודו ופקיסטן החליפו אסירים", {("India", "bare"), ("Pakistan", "bare")}),
        ("he", "10 תאילנדים שוחררו מעזה", {("Thailand", "nation"), ("Palestinians", "from")}),
    ],
)
def test_a_party_is_known_by_what_is_written_as_one_word_with_it(
    code: str, text: str, expected: set[tuple[str, str]]
) -> None:
    assert parts(text, code) == expected
