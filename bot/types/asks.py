"""What people ask, and what they are answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.types.cards import Button, Card
from bot.types.channels import Platform
from bot.types.wishes import Choices, Settings


class Verb(StrEnum):
    """What people can ask for; buttons ask in the same words."""

    START = "start"
    HELP = "help"
    LATEST = "latest"
    SEARCH = "search"
    STATS = "stats"
    EVENT = "event"
    CHART = "chart"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    SETTINGS = "settings"
    MUTE = "mute"
    UNMUTE = "unmute"
    STATUS = "status"
    STOP = "stop"
    PRIVACY = "privacy"
    SOURCES = "sources"
    TIMELINE = "timeline"
    WRONG = "wrong"
    ADMIN = "admin"

    @property
    def is_for_operators(self) -> bool:
        """Whether it asks about the bot itself, and is not known to anybody else."""
        return self is Verb.ADMIN

    @property
    def changes_channel(self) -> bool:
        """Whether it can alter what a chat gets, so that it matters who asks; `start` does with a link's words."""
        return self in _CHANGING


_CHANGING = frozenset({Verb.START, Verb.SUBSCRIBE, Verb.UNSUBSCRIBE, Verb.SETTINGS, Verb.MUTE, Verb.UNMUTE, Verb.STOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a person asked in a chat; `words` as typed or pressed, the verb first; `address` is the chat it is about.

    `may_change`: the person may alter what the chat gets; `is_operator`: the config names them as one who may ask
    about the bot itself; `person` is the platform's own id, empty where nobody is known to ask. `alias` is the chat's
    public name, by which the config may call it instead of its address; `title` is how people call it, where the
    answer goes elsewhere. `is_private`: one person alone with the bot. `settings` is what they filled in a form.
    """

    platform: Platform
    address: str
    alias: str | None = None
    title: str = ""
    language: str = "en"
    words: tuple[str, ...] = ()
    person: str = ""
    may_change: bool = False
    is_operator: bool = False
    is_private: bool = False
    settings: Settings | None = None

    @property
    def verb(self) -> Verb | None:
        """The verb, if it is one of ours that this person may know of; no word at all asks for help."""
        word = self.words[0].lower() if self.words else Verb.HELP
        found = next((verb for verb in Verb if verb == word), None)
        return None if found and found.is_for_operators and not self.is_operator else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as PNG, with a text that says what it shows."""

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to an ask: plain text, then cards, then rows of buttons; or a picture.

    `is_brief`: its text, at most 180 characters, can be shown for a moment where a button was pressed, and in the chat
    only where that is not possible. `in_place`: it takes the place of the message whose button was pressed. `settings`
    are what the chat has now, and `choices` what the one who asked can choose instead, if anything, for a platform that
    shows them as a form.
    """

    text: str = ""
    cards: tuple[Card, ...] = ()
    picture: Picture | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    is_brief: bool = False
    in_place: bool = False
    settings: Settings | None = None
    choices: Choices | None = None
