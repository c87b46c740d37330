"""Every language file: it loads, it holds nothing that nobody reads, and what its own examples say comes true."""

import tomllib
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from detectors import Article, Detection, detect, language
from detectors.identify import language_of
from detectors.lexicon import alternatives
from detectors.report import detect_in
from detectors.states import states
from detectors.text import fold

FILES = Path(language.__file__).parent / "lang"
EXAMPLES = [
    pytest.param(code, example, id=f"{code}: {example['text'][:60]}")
    for code in language.codes()
    for example in tomllib.loads((FILES / f"{code}.toml").read_text(encoding="utf-8")).get("example", [])
]


def told(detection: Detection) -> list[str]:
    """The transfers with a figure, as the examples write them."""
    return [
        f"{' + '.join(t.released_by)} > {' + '.join(t.returned_to)} {t.count} {t.category}"
        for report in detection.reports
        for t in report.transfers
        if t.count is not None
    ]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_what_a_file_promises_is_read(code: str, example: dict[str, object]) -> None:
    detection = detect(Article(title=str(example["text"]), lang=code, published=date(2025, 6, 13)))
    assert detection.is_report is example["report"], detection.reason
    if example.get("transfers"):
        assert sorted(told(detection)) == sorted(example["transfers"])  # type: ignore[call-overload]


@pytest.mark.parametrize("code", language.codes())
def test_a_files_tables_stand_together_before_its_examples(code: str) -> None:
    headers = [line for line in (FILES / f"{code}.toml").read_text(encoding="utf-8").splitlines() if line[:1] == "["]
    first = headers.index("[[example]]")
    assert set(headers[first:]) == {"[[example]]"}


@pytest.mark.parametrize("code", language.codes())
def test_every_file_brings_examples_of_both_kinds(code: str) -> None:
    examples = tomllib.loads((FILES / f"{code}.toml").read_text(encoding="utf-8")).get("example", [])
    assert {example["report"] for example in examples} == {True, False}


@pytest.mark.parametrize("table", ["[swop]\nnoun = []", '[swap]\nnuon = ["x"]', '[party.Ukraine]\nnames = ["x"]'])
def test_a_table_or_key_that_nothing_reads_is_refused(table: str) -> None:
    with pytest.raises(language.LanguageError, match=r"lang/xx\.toml: .*no such table or key"):
        language.build("xx", tomllib.loads(table))


@pytest.mark.parametrize("code", language.codes())
def test_no_other_sense_hides_a_word_of_rescue(code: str) -> None:
    table = tomllib.loads((FILES / f"{code}.toml").read_text(encoding="utf-8"))["topic"]["rescue"]
    lexicon = language.load(code).lexicon
    read = {form: lexicon.read(fold(form.replace("*", ""))).marks for form in table}
    assert not [form for form, marks in read.items() if not any(mark.key == "rescue" for mark in marks)]


@pytest.mark.parametrize("code", language.codes())
def test_no_stem_of_what_is_not_people_covers_a_word_for_people(code: str) -> None:
    table = tomllib.loads((FILES / f"{code}.toml").read_text(encoding="utf-8"))

    def words(group: str, *keys: str) -> set[str]:
        each = table.get(group, {})
        forms = (form for key in keys for form in each.get(key, ()))
        return {one for form in forms for one in alternatives(fold(form)) if " " not in one}

    people = words("people", *table["people"]) | words("single", "person")
    stems = {stem for stem in words("count", "unit") | words("other", "object", "carrier") if "*" in stem}
    covered = [(stem, word) for stem in stems for word in people if fnmatchcase(word.rstrip("*"), stem)]
    assert not covered, f"lang/{code}.toml: {covered}: write the stem's own forms out, or its people are not counted"


ESPERANTO = """
name = "Esperanto"
[number]
3 = ["tri"]
[people]
prisoners_of_war = ["militkaptit*"]
[swap]
noun = ["interŝanĝ*"]
[release]
done = ["liberigis", "transdonis"]
[mode]
failed = ["prokrast*"]
[role]
to = ["al"]
[party.Russia]
name = ["rusio"]
national = ["rusa*", "rusoj"]
[party.Ukraine]
name = ["ukrainio"]
national = ["ukraina*", "ukrainoj"]
"""


def test_a_new_file_is_enough_for_a_new_language() -> None:
    esperanto = language.build("eo", tomllib.loads(ESPERANTO))
    article = Article(title="Rusio liberigis tri ukrainajn militkaptitojn.", published=date(2025, 6, 13))
    assert told(detect_in(article, esperanto)) == ["Russia > Ukraine 3 prisoners_of_war"]
    assert not detect_in(Article(title="Interŝanĝo de militkaptitoj prokrastita."), esperanto).is_report


def test_states_without_an_entry_are_known_by_their_cldr_name() -> None:
    assert states("uk")["Portugal"] == "Португалія"
    assert states("en")["DR Congo"] == "Congo - Kinshasa"


@pytest.mark.parametrize(
    ("text", "hint", "code"),
    [
        ("Україна та Росія обмінялися полоненими, додому повернулися понад двісті захисників", "ru", "uk"),
        ("Россия и Украина обменялись пленными по формуле", None, "ru"),
        ("Russia and Ukraine have exchanged prisoners of war, officials in both countries said", "pl", "en"),
        ("Swap", "en", "en"),
        ("Russia, Ukraine swap 200 prisoners", None, "en"),
        ("Armenia, Azerbaijan swap POWs", None, "en"),
        ("Venezuela, Colombia exchange prisoners", None, "en"),
        ("В Кабуле американца обменяли на поставщика героина", None, "ru"),
        ("… — 205", None, None),
    ],
)
def test_the_language_is_chosen_by_script_and_words_before_the_feeds_own_claim(
    text: str, hint: str | None, code: str | None
) -> None:
    assert language_of(Article(title=text, lang=hint)) == code
