"""What is written as one word with another: pronouns behind it, "and" before it, the article that a form may lack."""

import pytest

from detectors import language
from detectors.lexicon import Lexicon
from detectors.text import fold
from tests.readings import read


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
