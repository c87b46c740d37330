"""Where alerts are posted, and what becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from bot.types.events import Alert
from bot.types.wishes import Habits, Rhythm, Settings


class Platform(StrEnum):
    """Where a channel lives."""

    TELEGRAM = "telegram"
    SLACK = "slack"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A place to post: from the config or from a subscription; `address` is the platform's own id."""

    platform: Platform
    address: str
    language: str = "en"
    subscribed: bool = False

    @property
    def id(self) -> str:
        """The key under which deliveries are owed, unique over platforms."""
        return f"{self.platform}:{self.address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a chat has chosen, and whether it is told anything.

    `is_told`: alerts are owed to it, `since` when, `subscribed_by` whom (the platform's own id) or because the config
    names it (`is_configured`). `trouble` is why nothing can be posted there.
    """

    channel: Channel
    settings: Settings
    is_configured: bool = False
    is_told: bool = False
    since: datetime | None = None
    subscribed_by: str = ""
    trouble: str = ""
    next_digest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDigest:
    """A digest that a channel is to get now, of the time from `since` to `until`."""

    channel: Channel
    habits: Habits
    since: datetime
    until: datetime

    def as_reason(self) -> str:
        """What its alert keeps of it: the rhythm, the time it covers and the time zone, each without a blank."""
        return f"{self.habits.digest} {self.since.isoformat()} {self.until.isoformat()} {self.habits.time_zone}"

    @classmethod
    def of(cls, alert: Alert, channel: Channel) -> Self:
        """The digest that an alert was owed for."""
        rhythm, since, until, time_zone = alert.reason.split(" ")
        return cls(
            channel=channel,
            habits=Habits(digest=Rhythm(rhythm), time_zone=time_zone),
            since=datetime.fromisoformat(since),
            until=datetime.fromisoformat(until),
        )


class DeliveryState(StrEnum):
    """OWED → CLAIMED → SENT | OWED again | REFUSED | UNKNOWN; DROPPED: nobody is to be told any more.

    A delivery that waits is OWED with `not_before`. One whose answer was lost stays CLAIMED until it is known, or
    decided, what became of it; UNKNOWN is where nobody can know and it shall not be doubled.
    """

    OWED = "owed"
    CLAIMED = "claimed"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One alert owed to one channel; `message_id` is set once the platform has accepted it.

    `attempt` names the post that is under way or whose answer was lost, and is what a platform can be asked for;
    `fold`: it belongs into a summary; `plain`: the card was refused once, so it goes as bare text.
    """

    id: int
    alert: Alert
    channel: Channel
    state: DeliveryState
    attempts: int = 0
    attempt: str | None = None
    claimed_at: datetime | None = None
    not_before: datetime | None = None
    message_id: str | None = None
    reason: str | None = None
    fold: bool = False
    plain: bool = False


class MessageState(StrEnum):
    """What can still be done with a posted message: FIXED ones get replies, what is GONE is left alone."""

    EDITABLE = "editable"
    FIXED = "fixed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The message that a channel has of an event."""

    id: str
    state: MessageState = MessageState.EDITABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The platform has it."""

    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent:
    """The platform surely has not got it; try again after `wait` seconds.

    `everywhere`: no chat is to blame, so that nothing can be posted on the whole platform (no network, a bad token).
    """

    reason: str
    wait: float = 0.0
    everywhere: bool = False


class Refusal(StrEnum):
    """What it is that the platform will not take."""

    CARD = "card"  # this card, as it is
    CHANNEL = "channel"  # anything for this channel: it is lost to us
    RIGHT = "right"  # anything, until somebody there lets us post again
    MESSAGE = "message"  # an edit, since the message is no longer there
    EDIT = "edit"  # an edit, though the message is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The platform will not take it, and says why; a channel that lives on elsewhere has `moved_to`."""

    reason: str
    what: Refusal = Refusal.CARD
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """The request left and no answer came: the platform may have it. Of a look-up: it cannot be looked up here."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A look-up came to an end: the platform has not got it."""


Outcome = Sent | NotSent | Refused | Unknown
LookUp = Sent | Missing | NotSent | Unknown
