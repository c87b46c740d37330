"""What people are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of a card: to whom, how many, who says so ("→ Ukraine", "1,200 bodies", "says …")."""

    direction: str
    amount: str
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet that a card names; `url` is a safe http(s) link or nothing."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line of a section; `url`, if any, is a safe http(s) link to who tells it; `more` follows outside the link."""

    text: str
    url: str | None = None
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of a card that tells of several events; `is_list` sets a mark before each of its points."""

    title: str
    points: tuple[Point, ...]
    is_list: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to press below a card or reply: `label` as shown; to press it asks for `words`, the verb first.

    The words are at most 48 bytes in UTF-8 with single blanks between them: Telegram carries 64.
    """

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a person is told, of one event or of several, in the reader's language: plain text, escaped for no platform.

    It reads from top to bottom: `headline`; `change`, what an update or withdrawal changed; `figures`, a line for each
    way and kind of people; `notes`, whole sentences; `sections`, of a digest; `details`, day, place, agreement and
    ordinal; then the sources, as `sources_label`: `sources` `more_sources`. All of it is visible text; in a language
    that runs from the right (`is_rtl`) names and numbers stand in Unicode's isolates. `event_id` is empty where it
    tells of several events; `language` is that of the words, as the outputs that mark it need it.
    """

    event_id: str
    headline: str
    language: str = "en"
    is_rtl: bool = False
    change: str = ""
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    details: str = ""
    sources_label: str = ""
    sources: tuple[Source, ...] = ()
    more_sources: str = ""
    buttons: tuple[Button, ...] = ()
    is_silent: bool = False
