"""What a language's file knows; files are checked whole when they are loaded."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import ascii_lowercase
from typing import Any

from detectors.compounds import compounds
from detectors.lexicon import Lexicon, alternatives
from detectors.prefilter import Prefilter
from detectors.states import capitals, cases, readable, scripts, state_forms, states
from detectors.tables import REBELS, TABLES, UNNAMED, unknown
from detectors.text import fold
from detectors.tokeniser import is_unspaced

_FOLDER = resources.files("detectors") / "lang"

# The form of a party's mark that names the person who speaks for it.
LEADER = "leader:"
# The form of a mark that names a place where the party holds people.
PRISON = "prison"
_WORD = re.compile(r"[^\W\d_]+")
# So many different small words ("of", "from", "which") and at most this share of foreign letters show a language.
_PLAIN, _FOREIGN = 3, 0.02
_FIRST, _LETTERS = 160, 200  # characters looked at
_SMALL = frozenset(("count", key, "") for key in ("article", "for", "also", "more", "each"))  # beside the prepositions


class LanguageError(ValueError):
    """A language file is wrong; the message names the file, the table and the key."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language's knowledge, ready to read with."""

    code: str
    lexicon: Lexicon
    prefilter: Prefilter
    abbreviations: frozenset[str]
    spaced_thousands: bool
    units_first: bool
    verb_last: bool
    postpositions: bool  # what joins a name stands behind it
    owner_ahead: bool
    owner_behind: bool
    bare_names: bool  # persons' names bear no article
    capital_nouns: bool
    inflected: bool
    solar_years: bool  # its dates may be of the calendar of Iran and Afghanistan
    one_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]  # of a nation's adjective that may stand before the number
    alike_endings: tuple[str, ...]  # of nouns that are the same for one person and for several
    several_endings: tuple[str, ...]  # of an adjective before such a noun that tells of several
    place_endings: tuple[str, ...]  # of a name in the case that tells where
    with_endings: tuple[str, ...]  # of a name in the case that tells with or by whom
    owner_endings: tuple[str, ...]  # of a name in the case that tells whose the person right behind it is
    genitive_endings: tuple[str, ...]  # of a name in the case that tells whose the people right before it are
    to_joints: frozenset[str]
    home: str | None  # the one state whose news it is written in
    ordinal_suffixes: frozenset[str]
    small_words: frozenset[str]
    foreign: re.Pattern[str]  # a letter that it does not have
    latin: bool  # whether it has every plain Latin letter

    def is_spoken(self, sample: str) -> bool:
        """Whether a text is plainly in this language: its small words stand there, and only its letters."""
        opening, small = fold(sample[:_LETTERS]), self.small_words.intersection
        # What stands between blanks at the beginning is enough mostly, and sooner found than every word.
        if len(small(opening[:_FIRST].split())) < _PLAIN:
            whole = fold(sample)
            if len(small(whole.split())) < _PLAIN and len(small(_WORD.findall(whole))) < _PLAIN:
                return False
        if self.latin and opening.isascii():
            return True
        foreign = len(self.foreign.findall(opening))
        return not foreign or foreign <= _FOREIGN * sum(map(str.isalpha, opening))


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a file."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml") and name != "parties.toml"))


@cache
def load(code: str) -> Language:
    """Read, check and compile the file of one language; raises LanguageError."""
    return build(code, _data(code))


@cache
def parties() -> Mapping[str, Mapping[str, Any]]:
    """The parties of every language: kind, names, and the names of those who speak for them."""
    return _data("parties")


def check_all() -> None:
    """Read every file without compiling it; raises LanguageError for the first that is broken."""
    parties()
    for code in codes():
        _check(code, _data(code))


def _data(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(f"lang/{name}.toml: {error}; install Exchange Watch anew") from None


def build(code: str, data: Mapping[str, Any]) -> Language:
    """Compile one language's data; raises LanguageError for a table or key that nothing reads."""
    _check(code, data)
    text, ordinal = data.get("text", {}), dict(data.get("ordinal", {}))
    suffixes = frozenset(map(fold, ordinal.pop("suffix", ())))
    forms: dict[tuple[str, str, str], list[str]] = {}
    for group, table in data.items():
        if group in TABLES and group not in {"text", "clitic"}:
            for key, each in (ordinal if group == "ordinal" else table).items():
                forms[group, key, ""] = each
    if "number_joints" in text:
        words = {int(key): each for (group, key, _), each in forms.items() if group == "number" and key.isdigit()}
        for value, each in compounds(words, text["number_joints"]).items():
            forms["number", str(value), ""] = [*words.get(value, ()), *each]
    if text.get("bare_capitals"):
        forms = {key: [*each, *filter(None, map(_bare, each))] for key, each in forms.items()}
    parts = [word for each in forms.values() for form in each for word in fold(form).replace("|", " ").split()]
    letters = set(filter(str.isalpha, "".join(parts)))
    small = [fold(form) for word, each in forms.items() if word[0] == "role" or word in _SMALL for form in each]
    forms |= _party_forms(code, data.get("party", {}), inflected=text.get("inflected", False))
    sides = {("party", key, form): each for key, table in _sides(data).items() for form, each in table.items()}
    joined = "clitic" in data or any(map(is_unspaced, parts))
    armed = {word: each for word, each in sides.items() if word[1] in {UNNAMED, REBELS} and word[2] == "name"}
    return Language(
        code=code,
        lexicon=Lexicon(forms | sides, data.get("clitic", {})),
        prefilter=Prefilter(forms | armed, _holders() | {UNNAMED, REBELS}, _captors(), joined=joined),
        abbreviations=frozenset(map(fold, text.get("abbreviations", ()))),
        spaced_thousands=text.get("spaced_thousands", False),
        units_first=text.get("units_first", False),
        verb_last=text.get("verb_last", False),
        postpositions="by_after" in data.get("role", {}),
        owner_ahead=text.get("owner_ahead", False),
        owner_behind=text.get("owner_behind", False),
        bare_names=text.get("bare_names", False),
        capital_nouns=text.get("capital_nouns", False),
        inflected=text.get("inflected", False),
        solar_years=text.get("solar_years", False),
        one_endings=tuple(map(fold, text.get("one_endings", ()))),
        adjective_endings=tuple(map(fold, text.get("adjective_endings", ()))),
        alike_endings=tuple(map(fold, text.get("alike_endings", ()))),
        several_endings=tuple(map(fold, text.get("several_endings", ()))),
        place_endings=tuple(map(fold, text.get("place_endings", ()))),
        with_endings=tuple(map(fold, text.get("with_endings", ()))),
        owner_endings=tuple(map(fold, text.get("owner_endings", ()))),
        genitive_endings=tuple(map(fold, text.get("genitive_endings", ()))),
        to_joints=frozenset(map(fold, text.get("to_joints", ()))),
        home=text.get("home"),
        ordinal_suffixes=suffixes,
        small_words=frozenset(form for form in small if form.isalpha()),
        foreign=re.compile(rf"[^\W\d_{''.join(sorted(letters))}]"),
        latin=letters.issuperset(ascii_lowercase),
    )


def _sides(data: Mapping[str, Any]) -> Mapping[str, Mapping[str, list[str]]]:
    """How a file calls sides by what they are; whom "the rebels" mean is unnamed where "rebels" alone is.

    Of two forms of parties in one place the longer counts, so the one without its article would not be seen.
    """
    sides: Mapping[str, Mapping[str, list[str]]] = data.get("side", {})
    if not {REBELS, UNNAMED} <= sides.keys():
        return sides
    alone = tuple(f" {word}" for form in sides[UNNAMED].get("name", ()) for word in alternatives(form))
    more = {form: [each for each in forms if each.endswith(alone)] for form, forms in sides[REBELS].items()}
    return {**sides, UNNAMED: {form: [*sides[UNNAMED].get(form, ()), *each] for form, each in more.items()}}


@cache
def _holders() -> frozenset[str]:
    """Armed groups, and the states at war: whom it is news of when they let anybody go."""
    return frozenset(name for name, entry in parties().items() if entry.get("kind") == "group" or "opponent" in entry)


@cache
def _captors() -> frozenset[str]:
    """Those, and the states that take foreigners without a war."""
    return _holders() | {name for name, entry in parties().items() if "rivals" in entry or entry.get("captor")}


def _bare(form: str) -> str | None:
    """The form as it stands at the beginning of a sentence, its capital without the accent: "Echange", "Etats"."""
    head, gap, rest = form.partition(" ")
    plain = _ACCENTED.sub(lambda found: unicodedata.normalize("NFD", found.group())[0], head)
    return plain + gap + rest if plain != head else None


# The first letter of a word of some length: shorter ones ("à", "été") would become other words.
_ACCENTED = re.compile(r"(?:(?<=\|)|^)[àâéèêëîïôûù](?=\w{4})")


def _check(code: str, data: Mapping[str, Any]) -> None:
    wrong = unknown(data)
    if wrong is not None:
        raise LanguageError(f"lang/{code}.toml: {wrong}: no such table or key; see docs/languages.md")


def _party_forms(code: str, own: Mapping[str, Any], *, inflected: bool) -> dict[tuple[str, str, str], list[str]]:
    """The forms of every party: the file's own, and what all languages share where it has none."""
    forms: dict[tuple[str, str, str], list[str]] = {}
    for name, table in own.items():
        for form, each in table.items():
            forms["party", name, form] = list(each)
    # A form that the language's file gives to one party is no other's.
    taken = {one for each in forms.values() for form in each for one in alternatives(fold(form))}
    for name, entry in parties().items():
        for leader, each in entry.get("leaders", {}).items():
            if known := readable(each, code):
                forms["party", name, f"{LEADER}{leader}"] = known
        if prisons := readable(entry.get("prisons", ()), code):
            forms["party", name, PRISON] = prisons
    for name, each in _shared(code, own, inflected=inflected).items():
        if fresh := [form for form in each if fold(form) not in taken]:
            forms["party", name, "name"] = [*forms.get(("party", name, "name"), ()), *fresh]
    return forms


def _named(code: str, own: Mapping[str, Any]) -> dict[str, list[str]]:
    """The names from parties.toml of the parties that a language's own file does not list.

    Abbreviations in Latin capitals ("ELN") are a listed party's as well where the language has other letters.
    """
    named: dict[str, list[str]] = {}
    foreign = "LATIN" not in scripts(code)
    for name, entry in parties().items():
        names = readable(entry.get("names", ()), code)
        if "is" in entry or name not in own:
            named.setdefault(entry.get("is", name), []).extend(names)
        elif foreign:
            named.setdefault(name, []).extend(filter(str.isascii, names))
    return named


def _shared(code: str, own: Mapping[str, Any], *, inflected: bool) -> dict[str, list[str]]:
    """The names, from parties.toml and CLDR, of the parties that a language's own file does not list.

    Capitals are added to a listed party as well, but for those that a form of the file finds: each would take a dozen.
    """
    shared = _named(code, own)
    listed = [fold(form) for table in own.values() for each in table.values() for form in each]
    stems = tuple(form[:-1] for form in listed if form.endswith("*"))
    for name, local in states(code).items():
        if code in parties().get(name, {}).get("common", ()):
            continue
        if "name" not in own.get(name, {}):
            shared.setdefault(name, []).extend(state_forms(local, inflected=inflected))
        elif inflected:  # the cases that its list lacks
            shared.setdefault(name, []).extend(form for form in cases(local) if not fold(form).startswith(stems))
    for name, city in capitals(code).items():
        if code in parties().get(name, {}).get("common_capital", ()):
            continue
        if not fold(city).startswith(stems) and (inflected or fold(city) not in listed):
            shared.setdefault(name, []).extend(state_forms(city, inflected=inflected))
    return shared
