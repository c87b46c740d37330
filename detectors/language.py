"""Which language a text is in, and what that language's file knows; files are checked whole when they are loaded."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale
from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from detectors.lexicon import Lexicon
from detectors.prefilter import Prefilter
from detectors.text import fold
from detectors.types import Article

# Every table that a language file may hold, and its keys ("*" takes any); docs/languages.md explains each.
TABLES: dict[str, frozenset[str]] = {
    "clitic": frozenset({"plain", "to", "from", "by", "of"}),
    "text": frozenset({"abbreviations", "spaced_thousands", "units_first", "inflected"}),
    "number": frozenset("*"),
    "ordinal": frozenset("*"),
    "count": frozenset(
        {
            "each",
            "rate",
            "total",
            "at_least",
            "at_most",
            "about",
            "vague",
            "same",
            "none",
            "for",
            "part",
            "part_of",
            "more",
            "unit",
            "age",
            "no_figure",
        }
    ),
    "people": frozenset(
        {"prisoners_of_war", "prisoners", "hostages", "soldiers", "civilians", "children", "bodies", "persons", "parts"}
    ),
    "single": frozenset({"body", "person"}),
    "held": frozenset({"captivity", "taken", "by"}),
    "swap": frozenset({"noun", "done", "present", "headline", "base"}),
    "release": frozenset({"noun", "done", "present", "headline", "base"}),
    "receive": frozenset({"noun", "done", "present", "headline", "base"}),
    "return": frozenset({"noun", "done", "present", "headline", "base", "home"}),
    "held_event": frozenset({"done", "present"}),
    "mode": frozenset({"will", "planned", "talk", "agreed", "deal", "negated", "failed"}),
    "time": frozenset({"today", "yesterday", "tomorrow", "recap", "past", "since"}),
    "weekday": frozenset("0123456"),
    "month": frozenset(map(str, range(1, 13))),
    "said": frozenset({"said", "according", "confirmed", "denied"}),
    "speaker": frozenset(
        {
            "defence_ministry",
            "foreign_ministry",
            "president",
            "prime_minister",
            "state_media",
            "ombudsman",
            "headquarters",
            "prison_service",
            "hospital",
            "officials",
            "army",
            "security_service",
            "commission",
            "organ",
        }
    ),
    "mediation": frozenset({"noun"}),
    "role": frozenset(
        {
            "and",
            "at",
            "to",
            "from",
            "by",
            "of",
            "between",
            "side",
            "side_to",
            "own",
            "relative",
            "to_after",
            "from_after",
            "by_after",
        }
    ),
    "city": frozenset("*"),
    "other": frozenset({"sense", "object"}),
    "topic": frozenset({"feature", "crime", "accident"}),
}
PARTY_FORMS = frozenset({"name", "national", "to", "from"})
_FOLDER = resources.files("detectors") / "lang"
_STATE = re.compile(r"[A-Z]{2}")
# CLDR's lists hold these beside the states.
_NO_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "TA", "DG", "EA", "IC", "CQ"})
# CLDR's own name where ours differs (contract: "DR Congo", "Palestinians").
CANONICAL = {"Congo - Kinshasa": "DR Congo", "Palestinian Territories": "Palestinians", "Vatican City": "Holy See"}


# The form of a party's mark that names the person who speaks for it.
LEADER = "leader:"
# Shorter names of states are common words in some language ("Того", "Чад"): a file lists those that it wants.
SHORTEST_STATE = 5


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
    ordinal_suffixes: frozenset[str]


@cache
def codes() -> tuple[str, ...]:
    """The languages that have a file."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml") and name != "parties.toml"))


@cache
def load(code: str) -> Language:
    """Read, check and compile the file of one language; raises LanguageError."""
    return build(code, tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8")))


@cache
def parties() -> Mapping[str, Mapping[str, Any]]:
    """The parties of every language: kind, and the names of those who speak for them."""
    return tomllib.loads((_FOLDER / "parties.toml").read_text(encoding="utf-8"))


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
    forms |= _party_forms(code, data.get("party", {}), inflected=text.get("inflected", False))
    return Language(
        code=code,
        lexicon=Lexicon(forms, data.get("clitic", {})),
        prefilter=Prefilter(forms),
        abbreviations=frozenset(map(fold, text.get("abbreviations", ()))),
        spaced_thousands=text.get("spaced_thousands", False),
        units_first=text.get("units_first", False),
        ordinal_suffixes=suffixes,
    )


def _check(code: str, data: Mapping[str, Any]) -> None:
    for group, table in data.items():
        if group in ("name", "example"):
            continue
        if group == "party":
            wrong = [f"party.{name}.{key}" for name, each in table.items() for key in each if key not in PARTY_FORMS]
        elif group not in TABLES:
            wrong = [group]
        else:
            known = TABLES[group]
            wrong = [f"{group}.{key}" for key in table if key not in known and "*" not in known]
        if wrong:
            raise LanguageError(f"lang/{code}.toml: {wrong[0]}: no such table or key; see docs/languages.md")


def _party_forms(code: str, own: Mapping[str, Any], *, inflected: bool) -> dict[tuple[str, str, str], list[str]]:
    forms: dict[tuple[str, str, str], list[str]] = {}
    for name, table in own.items():
        for form, each in table.items():
            forms["party", name, form] = list(each)
    for name, entry in parties().items():
        for leader, each in entry.get("leaders", {}).items():
            forms["party", name, f"{LEADER}{leader}"] = list(each)
    for name, local in states(code).items():
        if name not in own and (len(local) >= SHORTEST_STATE or not local.isalpha() or not local[0].isupper()):
            forms["party", name, "name"] = [local[:-1] + "*" if inflected and " " not in local else local]
    return forms


@cache
def states(code: str) -> Mapping[str, str]:
    """Every state's canonical English name and its name in this language (source: CLDR through Babel)."""
    english, local = Locale("en").territories, Locale.parse(code.replace("-", "_")).territories
    wanted = (key for key in map(str, english) if _STATE.fullmatch(key) and key not in _NO_STATES and key in local)
    return {CANONICAL.get(english[key], english[key]): local[key] for key in wanted}


# Below this many letters lingua's guess is no better than the feed's own word.
TRUSTED_LENGTH = 60
# Scripts that only one group of our languages is written in; the Latin ones need lingua.
_SCRIPTS = {
    "CYRILLIC": ("uk", "ru", "bg"),
    "ARABIC": ("ar", "fa"),
    "HEBREW": ("he",),
    "GREEK": ("el",),
    "DEVANAGARI": ("hi",),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh", "ja"),
}


def choose(article: Article) -> str | None:
    """The article's language among ours: its own word where the script allows, else a guess; None where unknown."""
    sample = " ".join(part for part in (article.title, article.summary, article.text[:400]) if part)[:600]
    hint = (article.lang or "").replace("_", "-").split("-")[0].lower()
    script = _script(sample)
    fits = _SCRIPTS.get(script, tuple(code for code in codes() if code not in _NOT_LATIN)) if script else codes()
    known = tuple(code for code in fits if code in codes())
    if len(known) <= 1:
        return next(iter(known), None)
    if hint in known and len(sample) < TRUSTED_LENGTH:
        return hint
    guess = _detector(known).detect_language_of(sample)
    if guess is None:
        return hint if hint in known else None
    return guess.iso_code_639_1.name.lower()


_NOT_LATIN = frozenset(code for each in _SCRIPTS.values() for code in each)


def _script(sample: str) -> str:
    """The script that most letters of the sample belong to, Hiragana and Katakana before Chinese signs."""
    seen = Counter(unicodedata.name(char, "").split(" ")[0] for char in sample[:200] if char.isalpha())
    kana = seen["HIRAGANA"] + seen["KATAKANA"]
    if kana and kana + seen["CJK"] >= seen.total() / 2:
        return "HIRAGANA"
    return seen.most_common(1)[0][0] if seen else ""


# In lingua's low-accuracy mode 14 of the 119 Latin titles of the labelled reports get a wrong language, in full none;
# full mode costs 400 MB, loaded with the first short text.
@cache
def _detector(among: tuple[str, ...]) -> LanguageDetector:
    wanted = [getattr(IsoCode639_1, code.upper()) for code in among if hasattr(IsoCode639_1, code.upper())]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*wanted).build()
