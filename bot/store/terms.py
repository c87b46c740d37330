"""The words by which an event is found, and what a person's words ask the index for.

Names, places and months are indexed in every language that has messages. What is typed in another case of a name
("Росією", "Ukrainą", "Rusya'dan") is looked for under the name as well, and a day ("6 May 2025") as one word.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from babel import Locale

from bot.render import languages
from bot.render.names import names_in
from bot.types import Event

MOST_WORDS = 12
# Scripts that set no spaces between words: each sign is found by itself.
_UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")  # one word, so that it finds that day or month and no other
_DOTTED_DAY = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")  # the day first, as our nine languages have it
_WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
_SHORT_STEM, _LONG_NAME, _ENDING = 4, 8, 3  # letters: of a stem at least; of a name that may lose two; of a case


def query(asked: str) -> str:
    """What to ask FTS5: every word, or one that begins with it, or the name that it is a case of; empty: nothing."""
    words = _with_days([_bare(word) for word in _WORD.findall(_plain(asked))])[:MOST_WORDS]
    return " AND ".join(_either(word) for word in words)


def words_of(event: Event) -> Iterator[str]:
    """All words by which an event can be found."""
    for party in (*event.parties, *event.mediators):
        yield from names_of(party)
    for text in (event.place, *(ref.report.place for ref in event.reports if ref.report)):
        if text:
            yield _plain(text)
            yield from (names_in(language).place(text) for language in languages())
    texts: Iterable[str | None] = (event.agreement, event.status, event.day.isoformat())
    yield from (_plain(text) for text in texts if text)
    yield from (name for name, month in _months().items() if month == event.day.month)
    for ref in event.reports:
        yield from (_plain(text) for text in (ref.title, ref.source) if text)


@cache
def names_of(party: str) -> tuple[str, ...]:
    """A party's names: the canonical one, and those of each language with the cases that its sentences need."""
    known = [names_in(language) for language in languages()]
    forms = [form for each in known for form in (each.form(party, "name"), *each.forms.get(party, {}).values())]
    codes = [code for code, name in Locale("en").territories.items() if name == party]  # "США", and in full
    states = [str(Locale(language).territories.get(code, "")) for code in codes for language in languages()]
    return tuple(dict.fromkeys(name for name in (party, *forms, *states) if name))


def nearest(word: str, names: Collection[str]) -> str | None:
    """The name of which a word is another case: it shares all but the ending; None where there is none.

    All are `folded`.
    """
    typed = word.removeprefix("ال")
    if typed in names:
        return typed
    best, most = None, 0
    for name in names:
        stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(typed, name, strict=False)))
        least = max(_SHORT_STEM, len(name) - (2 if len(name) >= _LONG_NAME else 1))
        if least <= stem > most and len(typed) <= len(name) + _ENDING:
            best, most = name, stem
    return best


def party_called(asked: str, parties: Iterable[str]) -> str | None:
    """The one of these parties that a person means, in any language that names are kept in, and in any case of it."""
    named = {folded(name): party for party in parties for name in names_of(party)}
    wanted = folded(asked).strip()
    return named.get(wanted) or named.get(nearest(wanted, named) or "")


def _either(word: str) -> str:
    names, typed = _name_words(), folded(word)
    name = None if word.isdecimal() else nearest(typed, names)
    return f'("{word}"* OR "{names[name]}")' if name and name != typed else f'"{word}"*'


def _bare(word: str) -> str:
    """A word without what an apostrophe adds: "Rusya'dan" → "Rusya", "l'Ukraine" → "Ukraine"."""
    parts = re.split("['’ʼ]", word)
    return max(parts[0], parts[-1], key=len) if len(parts) > 1 and len(parts[0]) != 1 else parts[-1]


def _with_days(words: list[str]) -> list[str]:
    """The words with each "6 May 2025", "May 6 2025" and "May 2025" as the index has it: 20250506, 202505."""
    months, out = _months(), list(words)
    for at, word in enumerate(words):
        month = months.get(folded(word))
        if month is None:
            continue
        for spot in ((at - 1, at, at + 1), (at, at + 1, at + 2), (at, at + 1)):
            if spot[0] < 0 or spot[-1] >= len(words):
                continue
            days = [words[i] for i in spot[:-1] if i != at]
            year = words[spot[-1]]
            if not (len(year) == 4 and year.isdecimal() and all(d.isdecimal() and len(d) < 3 for d in days)):
                continue
            found = f"{int(year):04}{month:02}" + "".join(f"{int(d):02}" for d in days)
            return [*out[: spot[0]], found, *_with_days(words[spot[-1] + 1 :])]
    return out


@cache
def _months() -> Mapping[str, int]:
    """The names of the months in every language of the messages, alone and within a date."""
    return {
        folded(name): month
        for language in languages()
        for form in ("format", "stand-alone")
        for month, name in Locale(language).months[form]["wide"].items()
    }


@cache
def _name_words() -> Mapping[str, str]:
    """Every word of a name of a state, a party or a place in the languages of the messages, by its folded form."""
    found: dict[str, str] = {}
    for language in languages():
        names = names_in(language)
        states = (name for code, name in Locale(language).territories.items() if code.isalpha())
        known = (form for forms in names.forms.values() for form in forms.values())
        for name in (*states, *known, *names.places.values()):
            for word in re.findall(r"\w+", name):
                if len(word) >= _SHORT_STEM:
                    found.setdefault(folded(word), word)
                    found.setdefault(folded(word).removeprefix("ال"), word)
    return found


def folded(text: str) -> str:
    """Text without case and marks, to compare what a person types."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))


def _plain(text: str) -> str:
    """Text as it is indexed and looked for."""
    dotted = _DOTTED_DAY.sub(lambda day: f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", text)
    return _UNSPACED.sub(r" \1 ", _ISO_DAY.sub(lambda day: "".join(part or "" for part in day.groups()), dotted))
