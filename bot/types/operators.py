"""What a bot's operators are told: feedback, how the feeds, the queue and the chats are, what they want to send."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """What a person finds wrong with an event."""

    NUMBER = "number"  # a figure is wrong
    KIND = "kind"  # it is no exchange
    TWICE = "twice"  # it was told as two
    OTHER = "other"  # as their own words say


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody finds wrong with an event; `channel` is the platform alone where a person wrote in private."""

    id: int
    at: datetime
    channel: str
    event_id: str
    reason: Reason
    text: str = ""


class Heard(StrEnum):
    """What became of feedback: kept, or this person has said so of the event before, or enough for one day."""

    KEPT = "kept"
    AGAIN = "again"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsHealth:
    """How many feeds are listed, were polled within the hour, fail at present, are silent for longer than ever."""

    listed: int
    polled: int
    failing: int
    silent: int
    last_poll: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueHealth:
    """How many deliveries are in which state; `oldest`: when the first that is still to go was decided."""

    owed: int
    claimed: int
    refused: int
    unknown: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatsHealth:
    """How many chats are named by the config, have subscribed, do not let us post at present, are lost."""

    configured: int
    subscribed: int
    paused: int
    gone: int


class Fate(StrEnum):
    """What became of a draft that was to be sent."""

    OWED = "owed"
    AGAIN = "again"
    EXPIRED = "expired"
