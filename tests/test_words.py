import re

import pytest

from bot.render import card, languages, spoken, untranslated, words
from bot.render import words as words_for
from bot.render.names import names_in
from bot.render.speakers import name_of
from bot.render.words import messages
from detectors import Qualifier
from detectors.language import parties
from tests.sample_events import BODIES, EACH, POW, event, transfer

WANTED = {"ar", "de", "en", "es", "fr", "pl", "ru", "tr", "uk"}


# ── every language has every word ────────────────────────────────────────────────────────────────────────────────────


def test_these_are_the_languages():
    assert set(languages()) == WANTED


@pytest.mark.parametrize("language", languages())
def test_no_message_is_missing_and_none_is_left_over(language):
    assert untranslated(language) == ()
    assert messages(language).keys() == messages("en").keys()


def variables(entry):
    from fluent.syntax import FluentSerializer

    lines = FluentSerializer().serialize_entry(entry).splitlines()
    return set(re.findall(r"\$([a-z]+)", "\n".join(line for line in lines if not line.startswith("#"))))


CHOOSING = {"count", "exact", "form", "kind", "known", "which"}


def shown(language, key, seen=()):
    """The variables that a message shows, also by another message that it refers to."""
    from fluent.syntax import FluentSerializer

    text = FluentSerializer().serialize_entry(messages(language)[key])
    found = variables(messages(language)[key]) - CHOOSING
    for name in re.findall(r"\{ ([a-z][a-z-]+) \}", text):
        found |= shown(language, name)
    return found


# A language may say the one instead of the other.
EITHER = {"what": "swap", "swap": "what"}


@pytest.mark.parametrize("language", languages())
def test_every_language_shows_what_english_shows(language):
    for key in messages("en"):
        there, here = shown("en", key), shown(language, key)
        assert {name for name in there if EITHER.get(name, name) not in here} <= here, key
        assert here <= there | {EITHER.get(name, name) for name in there} | {"owner", "organ", "n"}, key


@pytest.mark.parametrize("language", languages())
def test_no_file_of_words_has_a_fault_and_every_plural_form_is_one_of_cldrs(language):
    from importlib import resources

    from babel import Locale
    from fluent.syntax import FluentParser, ast

    text = resources.files("bot.render").joinpath("lang", f"{language}.ftl").read_text(encoding="utf-8")
    assert [entry.content for entry in FluentParser().parse(text).body if isinstance(entry, ast.Junk)] == []
    locale = Locale.parse(language)
    forms = {*locale.plural_form.tags, *locale.ordinal_form.tags, "other"}
    cldr = {"zero", "one", "two", "few", "many", "other"}
    assert {form for form in re.findall(r"\[(\w+)\]", text) if form in cldr} <= forms | {"one"}


@pytest.mark.parametrize("language", languages())
def test_every_form_of_a_name_belongs_to_a_party_that_the_detector_knows(language):
    known = {*parties(), "Palestine", "Red Crescent"}
    leaders = {name for party in parties().values() for name in party.get("leaders", ())}
    states = set(names_in("en").forms) | known
    from babel import Locale

    states |= set(Locale.parse("en").territories.values())
    names = names_in(language)
    assert set(names.forms) - states - {"Russian state media", "Israeli army"} == set()
    assert set(names.people) - leaders - known - {"Russian state media"} == set()


# ── which language a reader gets ─────────────────────────────────────────────────────────────────────────────────────

TAGS = {
    "uk": "uk",
    "uk-UA": "uk",
    "UK_ua": "uk",
    "pt-BR": "en",
    "de-AT": "de",
    "zh-Hant-TW": "en",
    "ar-EG": "ar",
    "es-419": "es",
    "xx": "en",
    "": "en",
    "../../etc/passwd": "en",
    "e" * 500: "en",
}


@pytest.mark.parametrize(("tag", "language"), TAGS.items())
def test_a_tag_is_looked_up_from_the_most_special_to_english(tag, language):
    assert spoken(tag) == language
    assert card(EACH, language=tag).language == language


def test_a_missing_message_reads_english_and_none_may_be_unknown():
    from fluent.runtime import FluentBundle

    from bot.render.words import Words

    uk = words_for("uk")
    empty = Words("uk", uk.locale, uk.names, FluentBundle(["uk"]), uk._english)
    assert empty.say("note-uncounted") == "No figures given"
    with pytest.raises(KeyError):
        uk.say("no-such-message")


# ── numbers, dates, plurals, cases ───────────────────────────────────────────────────────────────────────────────────

COUNTS = {
    "en": {1: "1 prisoner of war", 2: "2 prisoners of war", 1200: "1,200 prisoners of war"},
    "uk": {
        1: "1 військовополонений",
        2: "2 військовополонені",
        5: "5 військовополонених",
        11: "11 військовополонених",
        21: "21 військовополонений",
        1200: "1200 військовополонених",
        12120: "12\u00a0120 військовополонених",
    },
    "ru": {1: "1 военнопленный", 2: "2 военнопленных", 5: "5 военнопленных", 21: "21 военнопленный"},
    "pl": {1: "1 jeniec wojenny", 2: "2 jeńców wojennych", 22: "22 jeńców wojennych"},
    "de": {1: "1 Kriegsgefangener", 2: "2 Kriegsgefangene", 1200: "1.200 Kriegsgefangene"},
    "fr": {0: "0 prisonnier de guerre", 1: "1 prisonnier de guerre", 1200: "1\u202f200 prisonniers de guerre"},
    "tr": {1: "1 savaş esiri", 1200: "1.200 savaş esiri"},
}


@pytest.mark.parametrize(("language", "count", "said"), [(k, n, s) for k, of in COUNTS.items() for n, s in of.items()])
def test_plurals_and_numbers_are_the_languages_own(language, count, said):
    assert card(event(transfer("Russia", "Ukraine", POW, count)), language=language).figures[0].amount == said


HEADLINES = {
    "uk": "Росія ⇄ Україна: Україні повернуто 2 військовополонених",
    "ru": "Россия ⇄ Украина: Украине вернули 2 военнопленных",
    "pl": "Rosja ⇄ Ukraina: Ukrainie przekazano 2 jeńców wojennych",
    "de": "Russland ⇄ Ukraine: 2 Kriegsgefangene an die Ukraine übergeben",
    "fr": "Russie ⇄ Ukraine : 2 prisonniers de guerre remis à l’Ukraine",
    "es": "Rusia ⇄ Ucrania: 2 prisioneros de guerra entregados a Ucrania",
    "tr": "Rusya ⇄ Ukrayna: Ukrayna'ya 2 savaş esiri teslim edildi",
}


@pytest.mark.parametrize(("language", "said"), HEADLINES.items())
def test_names_stand_in_the_case_that_the_sentence_asks_for(language, said):
    assert card(event(transfer("Russia", "Ukraine", POW, 2)), language=language).headline == said


UNKNOWN = {
    "uk": "стороні «Atlantis» повернуто 2 військовополонених",
    "ru": "стороне «Atlantis» вернули 2 военнопленных",
    "pl": "stronie „Atlantis” przekazano 2 jeńców wojennych",
    "tr": "Atlantis tarafına 2 savaş esiri teslim edildi",
    "fr": "2 prisonniers de guerre remis à Atlantis",
}


@pytest.mark.parametrize(("language", "said"), UNKNOWN.items())
def test_a_name_whose_forms_nobody_wrote_down_stands_in_the_nominative(language, said):
    shown = event(transfer("Russia", "Atlantis", POW, 2), parties=("Russia", "Atlantis"))
    assert card(shown, language=language).headline.endswith(said)


ORGANS = {
    "en": "Russia's defence ministry",
    "uk": "Міністерство оборони Росії",
    "de": "das Verteidigungsministerium Russlands",
    "ar": "وزارة الدفاع الروسية",
    "tr": "Rusya Savunma Bakanlığı",
}


@pytest.mark.parametrize(("language", "said"), ORGANS.items())
def test_an_organ_is_named_with_whose_it_is(language, said):
    assert name_of(words(language), "Russia's defence ministry") == said


ONCE = {
    "an organ with and without its owner": (
        ("coordination headquarters", "Ukraine's coordination headquarters"),
        (),
        "says Ukraine's coordination headquarters",
    ),
    "the owner beside its organ": (("Ukraine", "Ukraine's army"), (), "says Ukraine's army"),
    "the same organ in two spellings": (
        ("Russia's defence ministry", "Russia's Defense Ministry"),
        (),
        "says Russia's defence ministry",
    ),
    "who says it does not confirm it": (
        ("Russia's army", "Ukraine"),
        ("Ukraine", "Russia"),
        "say Russia's army and Ukraine",
    ),
    "two sides' organs of one kind": (("Russia's army", "Ukraine's army"), (), "say Russia's army and Ukraine's army"),
    "an owner that ends in s": (
        ("Houthis' army",),
        ("ICRC",),
        "says the Houthis' army, confirmed by the ICRC",
    ),
}


@pytest.mark.parametrize(("said", "confirmed", "shown"), ONCE.values(), ids=ONCE)
def test_nobody_is_named_twice(said, confirmed, shown):
    one = transfer("Russia", "Ukraine", POW, 2, claimed_by=said, confirmed_by=confirmed)
    assert card(event(one)).figures[0].attribution == shown


def test_each_side_speaks_for_its_own_figure_where_they_differ():
    shown = card(
        event(
            transfer("Russia", "Ukraine", POW, 207, claimed_by=("Ukraine",)),
            transfer("Russia", "Ukraine", POW, 195, claimed_by=("Russia's defence ministry",)),
        )
    )
    (figure,) = shown.figures
    assert figure.amount == "195–207 prisoners of war"
    assert figure.attribution == "207, says Ukraine; 195, says Russia's defence ministry"


def test_a_range_with_a_vague_end_is_vague():
    exact = transfer("Russia", "Ukraine", POW, 190, claimed_by=("Ukraine",))
    vague = transfer("Russia", "Ukraine", POW, 200, Qualifier.AT_LEAST, claimed_by=("Russia",))
    (figure,) = card(event(exact, vague)).figures
    assert figure.amount == "about 190–200 prisoners of war"
    assert figure.attribution == "190, says Ukraine; at least 200, says Russia"


def test_what_is_only_planned_does_not_stretch_the_figure_of_what_is_done():
    done = transfer("Russia", "Ukraine", POW, 1000)
    planned = transfer("Russia", "Ukraine", POW, 6000, planned=True)
    assert "1,000 prisoners" in card(event(done, planned)).headline
    assert "6,000" not in card(event(done, planned)).headline


def test_what_is_only_planned_is_not_said_to_be_done():
    done = transfer("Russia", "Ukraine", POW, 10)
    planned = transfer("Russia", "Ukraine", BODIES, 6000, planned=True)
    assert card(event(done, planned)).headline.endswith(
        "10 prisoners of war returned to Ukraine; the bodies of 6,000 people to be returned to Ukraine"
    )
