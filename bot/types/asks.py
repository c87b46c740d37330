"""What people ask, and what they are answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.types.cards import Card
from bot.types.channels import Platform


class Verb(StrEnum):
    """What people can ask for."""

    START = "start"
    HELP = "help"
    LATEST = "latest"
    SEARCH = "search"
    STATS = "stats"
    EVENT = "event"
    CHART = "chart"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"

    @property
    def changes_channel(self) -> bool:
        """Whether it alters what a chat gets, so that only some may ask for it."""
        return self in (Verb.SUBSCRIBE, Verb.UNSUBSCRIBE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a person asked in a chat; `words` as typed, the verb first; `may_change`: may alter what the chat gets.

    `alias` is the chat's public name, by which the config may call it instead of its address.
    """

    platform: Platform
    address: str
    alias: str | None = None
    language: str = "en"
    words: tuple[str, ...] = ()
    may_change: bool = False

    @property
    def verb(self) -> Verb | None:
        """The verb, if it is one of ours; no word at all asks for help."""
        word = self.words[0].lower() if self.words else Verb.HELP
        return next((verb for verb in Verb if verb == word), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as PNG, with a text that says what it shows."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to an ask: plain text, then cards, then a picture."""

    text: str = ""
    cards: tuple[Card, ...] = ()
    picture: Picture | None = None
