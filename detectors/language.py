"""Which language a text is in, and what that language's file knows; files are checked whole when they are loaded."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from babel import Locale, localedata
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from detectors.lexicon import Lexicon, alternatives
from detectors.prefilter import Prefilter
from detectors.text import fold
from detectors.types import Article

# Every table that a language file may hold, and its keys ("*" takes any); docs/languages.md explains each.
TABLES: dict[str, frozenset[str]] = {
    "clitic": frozenset({"plain", "to", "from", "by", "of"}),
    "text": frozenset(
        {
            "abbreviations",
            "spaced_thousands",
            "units_first",
            "inflected",
            "verb_last",
            "owner_ahead",
            "owner_behind",
            "capital_nouns",
        }
    ),
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
            "in_return",
            "in_turn",
            "more",
            "unit",
        }
    ),
    "people": frozenset(
        {"prisoners_of_war", "prisoners", "hostages", "soldiers", "civilians", "children", "bodies", "persons", "parts"}
    ),
    "single": frozenset({"body", "person"}),
    "held": frozenset({"captivity", "taken", "lost", "by"}),
    "swap": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "release": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "receive": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "return": frozenset({"noun", "done", "present", "headline", "future", "base", "home"}),
    "held_event": frozenset({"done", "present"}),
    "mode": frozenset({"will", "planned", "talk", "agreed", "deal", "negated", "failed", "stage"}),
    "time": frozenset(
        {"today", "yesterday", "tomorrow", "day_before_yesterday", "day_after_tomorrow", "recap", "past", "since"}
    ),
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
            "ruled",
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
# Islands and towns that belong to a state and have no army: nobody exchanges prisoners with them, and their names are
# common words ("La Réunion", "Jersey", "Guam", "Man").
_DEPENDENT = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM "
    "PN PR RE SH SJ SX TC TF TK UM VG VI WF YT"
)
# CLDR's own name where ours differs (contract: "DR Congo", "Palestinians").
CANONICAL = {"Congo - Kinshasa": "DR Congo", "Palestinian Territories": "Palestinians", "Vatican City": "Holy See"}


# The form of a party's mark that names the person who speaks for it.
LEADER = "leader:"
# The form of a mark that names a place where the party holds people.
PRISON = "prison"
# Shorter names of states are common words in some language ("Того", "Чад"): a file lists those that it wants.
SHORTEST_STATE = 5
# A state's name that is inflected: so long a stem, or word of a name of several, may end in anything.
_LONG_STEM, _LONG_WORD = 7, 4
_WORD = re.compile(r"[^\W\d_]+")
_PARENS = re.compile(r"[()]")  # "Myanmar (Burma)": either name
# What an adjective's or a name's cases change, and the endings of the languages whose files say `inflected`, by script:
# first of a name less its vowel, then of one that ends in a consonant or never changes.
_ADJECTIVES = ("ая", "яя", "ий", "ый", "ые", "ие", "ій", "á", "ý", "é")
_CASES = ("а", "я", "ы", "и", "ь", "й", "as", "is", "us", "os", "a", "o", "y", "e", "ė", "ος", "α", "η", "ς")
_ENDINGS = {
    "CYRILLIC": (
        "а я ы и і ї у ю е є ь й ой ей ою ею єю ем єм ам ям ами ями ах ях ов ів ьо",
        "а у ом ем е і ові ы и ов ам ами ах",
    ),
    "LATIN": (
        "a y i ę ą e ě ie u o ou em om ach ami as is us ai ui iui ė io į ų oje yje uje ais "
        "át ában ába ából ának ával ától áért ót óban óba ónak óval",
        "u owi em ie e ech t ot et ban ben ba be ból ből nak nek val vel tól től ért",
    ),
    "GREEK": ("α ας ά άς η ης ή ής ο ος ου ον ό ός ού όν ες ων ς", "ς"),
}


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
    owner_ahead: bool
    owner_behind: bool
    capital_nouns: bool
    ordinal_suffixes: frozenset[str]
    small_words: frozenset[str]
    letters: frozenset[str]

    def is_spoken(self, sample: str) -> bool:
        """Whether a folded text is plainly in this language: its small words stand there, and only its letters."""
        small = self.small_words.intersection(sample.split())  # those beside no comma are enough mostly, and soon found
        if len(small) < _PLAIN and len(self.small_words.intersection(_WORD.findall(sample))) < _PLAIN:
            return False
        if not any(map(str.isalpha, set(sample[:_LETTERS]) - self.letters)):
            return True
        letters = [char for char in sample[:_LETTERS] if char.isalpha()]
        return sum(char not in self.letters for char in letters) <= _FOREIGN * len(letters)


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
    words = [word for each in forms.values() for form in each for word in fold(form).replace("|", " ").split()]
    small = [fold(form) for (group, _, _), each in forms.items() if group == "role" for form in each]
    forms |= _party_forms(code, data.get("party", {}), inflected=text.get("inflected", False))
    return Language(
        code=code,
        lexicon=Lexicon(forms, data.get("clitic", {})),
        prefilter=Prefilter(forms),
        abbreviations=frozenset(map(fold, text.get("abbreviations", ()))),
        spaced_thousands=text.get("spaced_thousands", False),
        units_first=text.get("units_first", False),
        verb_last=text.get("verb_last", False),
        owner_ahead=text.get("owner_ahead", False),
        owner_behind=text.get("owner_behind", False),
        capital_nouns=text.get("capital_nouns", False),
        ordinal_suffixes=suffixes,
        small_words=frozenset(form for form in small if form.isalpha()),
        letters=frozenset("".join(words)),
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
    """The forms of every party: the file's own, and what all languages share where it has none."""
    forms: dict[tuple[str, str, str], list[str]] = {}
    for name, table in own.items():
        for form, each in table.items():
            forms["party", name, form] = list(each)
    # A form that the language's file gives to one party is no other's.
    taken = {fold(one) for each in forms.values() for form in each for one in alternatives(form)}
    for name, entry in parties().items():
        for leader, each in entry.get("leaders", {}).items():
            if readable := _readable(each, code):
                forms["party", name, f"{LEADER}{leader}"] = readable
        if prisons := _readable(entry.get("prisons", ()), code):
            forms["party", name, PRISON] = prisons
    for name, each in _shared(code, own, inflected=inflected).items():
        if fresh := [form for form in each if fold(form) not in taken]:
            forms["party", name, "name"] = [*forms.get(("party", name, "name"), ()), *fresh]
    return forms


def _shared(code: str, own: Mapping[str, Any], *, inflected: bool) -> dict[str, list[str]]:
    """The names, from parties.toml and CLDR, of the parties that a language's own file does not list."""
    shared: dict[str, list[str]] = {}
    for name, entry in parties().items():
        if "is" in entry or name not in own:
            shared.setdefault(entry.get("is", name), []).extend(_readable(entry.get("names", ()), code))
    for name, local in states(code).items():
        if name not in own and code not in parties().get(name, {}).get("common", ()):
            shared.setdefault(name, []).extend(_state_forms(local, inflected=inflected))
    return shared


def _script(text: str) -> str:
    """The script of a text's first letter, as Unicode names it ("CYRILLIC")."""
    return next((unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha()), "")


@cache
def _scripts(code: str) -> frozenset[str]:
    """The scripts that a language is written in, by its names of states."""
    return frozenset(map(_script, states(code).values()))


def _readable(forms: Iterable[str], code: str) -> list[str]:
    """The shared forms that a text in this language can hold: those in its script, and abbreviations ("ELN")."""
    return [form for form in forms if _script(form) in _scripts(code) or (form.isupper() and form.isascii())]


def _state_forms(local: str, *, inflected: bool) -> list[str]:
    """How a text may write a state whose CLDR name is `local`; an inflected one with its endings.

    A stem of seven letters and more finds hardly any other word, so it may end in anything. A shorter one finds many
    (Samoa: "samo*", Qatar: "kata*", Palau: "pala*", Italy: "итал*"), so it takes only the endings of a noun: over the
    60,000 commonest words of each language no other word is found but those that parties.toml calls `common`.
    """
    names = [each.replace(" – ", " - ").replace(" — ", " - ").strip() for each in _PARENS.split(local) if each.strip()]
    out: list[str] = []
    for name in names:
        if name.isalpha() and name[0].isupper() and len(name) < SHORTEST_STATE:
            continue
        if not inflected:
            out.append(name)
        elif not name.isalpha():
            out.append(_WORD.sub(lambda word: _stem(word.group()), name.replace("-", " - ")))
        elif len(stem := _cut(name)) >= _LONG_STEM:
            out.append(f"{stem}*")
        else:
            cut, whole = _ENDINGS.get(_script(name), ("", ""))
            out += [name, *(stem + ending for ending in (whole if stem == name else cut).split())]
    return list(dict.fromkeys(out))


def _cut(name: str) -> str:
    """A name without the vowel that its cases change; two full vowels at its end ("Samoa") mean that there are none."""
    ending = next((each for each in _CASES if name.endswith(each)), "")
    return name[: -len(ending)] if ending and name[-len(ending) - 1] not in "aouаоуαοω" else name


def _stem(word: str) -> str:
    """A word of a name of several: only together do they mean it, so each may end in anything."""
    if len(word) < _LONG_WORD:
        return word
    return f"{next((word[: -len(each)] for each in _ADJECTIVES if word.endswith(each)), '') or _cut(word)}*"


@cache
def states(code: str) -> Mapping[str, str]:
    """Every state's canonical English name and its name in this language (source: CLDR through Babel)."""
    english, local = Locale("en").territories, Locale.parse(code.replace("-", "_")).territories
    others = _NO_STATES.union(_DEPENDENT.split())
    wanted = (key for key in map(str, english) if _STATE.fullmatch(key) and key not in others and key in local)
    names = {CANONICAL.get(english[key], english[key]): local[key] for key in wanted}
    getattr(localedata, "_cache", {}).clear()  # Babel keeps all that it knows of a locale: a MiB for each language
    return names


# A feed's own word for its language stands unless the text itself says otherwise this firmly.
UNLIKELY = 0.01
# Written near one of ours: a text in one of these is then not taken for it.
NEIGHBOURS = (
    "be",
    "ca",
    "da",
    "hr",
    "hy",
    "id",
    "ka",
    "kk",
    "ko",
    "ku",
    "mk",
    "mn",
    "mr",
    "ne",
    "no",
    "sk",
    "sl",
    "sr",
    "ur",
    "vi",
)
_SAMPLE = 600  # characters
# The first words are enough where they are this surely of one language: so are 84 in 100 feed entries, and over 8,000
# entries and labelled texts the whole sample never said otherwise.
_OPENING, _SURE, _HINTED = 80, 0.9, 0.3
# So many different small words ("of", "from", "which") and at most this share of foreign letters show a language.
_PLAIN, _FOREIGN = 3, 0.02
_LETTERS = 200  # characters looked at


def choose(article: Article) -> str | None:
    """The article's language among ours; None where it is in another one or holds no words."""
    sample = " ".join(part for part in (article.title, article.summary, article.text[:400]) if part)[:_SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    hint = (article.lang or "").replace("_", "-").split("-")[0].lower()
    if hint in codes() and load(hint).is_spoken(fold(sample)):
        return hint
    best, likelihood = _identifier().classify(sample[:_OPENING])
    if best == hint and likelihood >= _HINTED:
        return hint
    if likelihood < _SURE or hint in codes():
        likely = dict(_identifier().rank(sample))
        best = hint if hint in codes() and likely[hint] >= UNLIKELY else max(likely, key=likely.__getitem__)
    return best if best in codes() else None


@cache
def _identifier() -> LanguageIdentifier:
    """py3langid: no wrong language in the 160 labelled reports, title alone or with text, for 50 MB and 0.5 s.

    Its table of 142 languages is left behind for one of ours and their neighbours.
    """
    every = LanguageIdentifier.from_model_file(MODEL_FILE)
    every.set_languages([*codes(), *NEIGHBOURS])
    table, labels = np.ascontiguousarray(every.nb_ptc, dtype=np.float32), every.nb_classes
    return LanguageIdentifier(
        table, every.nb_pc, labels, every.tk_nextmove, every.tk_output, norm_probs=True, tk_row=every.tk_row
    )
