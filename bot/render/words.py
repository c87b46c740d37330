"""The words of ours that people read, one TOML file a language, with numbers, plurals and lists as CLDR has them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """One reader's language; keys are dotted paths into its table."""

    locale: Locale
    texts: Mapping[str, str]

    def has(self, key: str) -> bool:
        """Whether the table, or the one it falls back to, has a text under `key`."""
        return key in self.texts

    def say(self, key: str, **values: str) -> str:
        """The text under `key`, filled in; KeyError when no language has it."""
        return self.texts[key].format_map(values)

    def count(self, key: str, count: int, *, n: str | None = None, **values: str) -> str:
        """The text under `key` in the plural form of `count`; `n` stands in for the bare number."""
        return self._formed(key, self.locale.plural_form(count), n=n or self.number(count), **values)

    def ordinal(self, key: str, number: int) -> str:
        """The text under `key` in the ordinal form of `number` (1st, 2nd, 3rd, 4th)."""
        return self._formed(key, self.locale.ordinal_form(number), n=str(number))

    def _formed(self, key: str, form: str, **values: str) -> str:
        exact = f"{key}.{form}"
        return self.say(exact if exact in self.texts else f"{key}.other", **values)

    def number(self, number: int) -> str:
        """A whole number as the reader writes it."""
        return format_decimal(number, locale=self.locale)

    def day(self, day: date) -> str:
        """A date in full."""
        return format_date(day, format="long", locale=self.locale)

    def join(self, names: Sequence[str]) -> str:
        """Names as a list within a sentence: "A, B and C"."""
        return format_list(list(names), locale=self.locale)

    def within(self, name: str) -> str:
        """A name as it reads inside a sentence ("the United States")."""
        return self.texts.get(f"within.{name}", name)


def words(language: str) -> Words:
    """The words for a BCP 47 tag: its own where it has them, else English."""
    base = language.replace("_", "-").split("-")[0].lower()
    return _words(base if base in languages() else FALLBACK)


@cache
def languages() -> frozenset[str]:
    """The languages that have a file of words."""
    return frozenset(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml"))


@cache
def _words(language: str) -> Words:
    # British English has the order of day and month, and the lists, that most of the world's English readers use.
    locale = Locale.parse("en_GB" if language == FALLBACK else language)
    return Words(locale, {**_texts(FALLBACK), **_texts(language)})


def _texts(language: str) -> dict[str, str]:
    return dict(_flat(tomllib.loads(_folder().joinpath(f"{language}.toml").read_text(encoding="utf-8"))))


def _folder() -> Traversable:
    return resources.files(__package__).joinpath("lang")


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs
