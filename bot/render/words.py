"""The words of ours that people read: Fluent files, one a language, with numbers, plurals and lists as CLDR has them.

A message that a language lacks reads English; `untranslated` tells which. A tag that no file answers to is looked up
as BCP 47 asks (RFC 4647, lookup): "pt-BR", then "pt", then English.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.render.names import Names, names_in
from bot.render.text import isolated

FALLBACK = "en"
# British English has the order of day and month, and the lists, that most of the world's English readers use.
_LOCALES = {"en": "en_GB"}
_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}  # CLDR's numbering systems of the languages that have a file

# Variables that choose a form and are never shown; those that are shown are set apart where they run the other way.
_CHOOSING = frozenset({"exact", "form", "kind", "known", "which"})


@dataclass(frozen=True, slots=True)
class Words:
    """One reader's language: `language` is that of the words, `locale` also knows the reader's country.

    `marks`: whether text that runs the other way is set apart, which every screen needs and no picture does.
    """

    language: str
    locale: Locale
    names: Names
    _bundle: FluentBundle
    _english: FluentBundle
    marks: bool = True

    @property
    def is_rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.locale.text_direction == "rtl"

    def has(self, key: str) -> bool:
        """Whether there is a message of that id."""
        return bool(self._english.has_message(key))

    def say(self, key: str, **values: str | int) -> str:
        """The message `key`, filled in; whole numbers choose a plural form. KeyError: no such message or variable."""
        bundle = self._bundle if self._bundle.has_message(key) else self._english
        pattern = bundle.get_message(key).value
        assert pattern is not None, "our messages have values"
        shown = {
            name: value if name in _CHOOSING or not isinstance(value, str) else self.isolate(value)
            for name, value in values.items()
        }
        text, faults = bundle.format_pattern(pattern, shown)
        if faults:
            raise KeyError(f"{self.language}.ftl: {key}: {faults[0]}")
        return str(text)

    def count(self, key: str, count: int, **values: str | int) -> str:
        """The message `key` in the plural form of `count`, which it shows as `n`."""
        return self.say(key, **{"n": self.number(count), "count": count, **values})

    def ordinal(self, key: str, number: int) -> str:
        """The message `key` in the ordinal form of `number` (1st, 2nd, 3rd, 4th)."""
        return self.say(key, n=self._digits(str(number)), form=self.locale.ordinal_form(number))

    def number(self, number: int) -> str:
        """A whole number as the reader writes it."""
        grouped = number >= self.names.grouped_from
        text = format_decimal(number, locale=self.locale, group_separator=grouped, numbering_system="default")
        return self._digits(text)

    def day(self, day: date) -> str:
        """A date in full."""
        return self._digits(format_date(day, format="long", locale=self.locale))

    def short_day(self, day: date) -> str:
        """A date without its year."""
        return self._digits(format_date(day, format=self.say("day-short"), locale=self.locale))

    def month(self, day: date) -> str:
        """The month of a date with its year, as on a chart."""
        return self._digits(format_date(day, format="LLL y", locale=self.locale))

    def year(self, day: date) -> str:
        """The year of a date."""
        return self._digits(str(day.year))

    def time(self, moment: datetime | time) -> str:
        """The time of day, by 24 hours."""
        return self._digits(f"{moment:%H:%M}")

    def join(self, names: Sequence[str]) -> str:
        """Names as a list within a sentence: "A, B and C"."""
        return format_list([self.isolate(name) for name in names], locale=self.locale)

    def isolate(self, text: str) -> str:
        """Text of feeds or of ours, set apart where its letters run the other way than the line."""
        return isolated(text, in_rtl=self.is_rtl) if self.marks else text

    def _digits(self, text: str) -> str:
        own = _DIGITS.get(self.locale.default_numbering_system)
        return text.translate(str.maketrans("0123456789", own)) if own else text


def words(language: str) -> Words:
    """The words for a BCP 47 tag: its own where it has them, else those of its base language, else English."""
    return _words(language.replace("_", "-").lower()[:35])


def spoken(language: str) -> str:
    """The language that a reader who asks for `language` gets."""
    return words(language).language


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of words."""
    suffix = ".ftl"
    return tuple(sorted(file.name.removesuffix(suffix) for file in _folder().iterdir() if file.name.endswith(suffix)))


def untranslated(language: str) -> tuple[str, ...]:
    """The ids of the messages that English has and the language's own file lacks."""
    return tuple(sorted(messages(FALLBACK).keys() - messages(language).keys()))


@cache
def messages(language: str) -> Mapping[str, Any]:
    """The messages of a language's own file by their ids, as Fluent parsed them."""
    return {entry.id.name: entry for entry in _resource(language).body if hasattr(entry, "value")}


@cache
def _words(tag: str) -> Words:
    parts = tag.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    language = next((tag for tag in tags if tag in languages()), FALLBACK)
    known = [locale for tag in tags if tag.startswith(language) and (locale := _locale(tag))]
    locale = known[0] if known else Locale.parse(_LOCALES.get(language, language))
    return Words(language, locale, names_in(language), _bundle(language), _bundle(FALLBACK))


def _locale(tag: str) -> Locale | None:
    """What CLDR knows of a tag."""
    try:
        return Locale.parse(_LOCALES.get(tag, tag), sep="-" if "-" in tag else "_")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def _bundle(language: str) -> FluentBundle:
    locale = Locale.parse(_LOCALES.get(language, language))
    bundle = FluentBundle([str(locale)], use_isolating=False)  # say() isolates what needs it
    bundle.add_resource(_resource(language))
    return bundle


@cache
def _resource(language: str) -> Any:
    return FluentResource(_folder().joinpath(f"{language}.ftl").read_text(encoding="utf-8"))


def _folder() -> Traversable:
    return resources.files(__package__).joinpath("lang")
