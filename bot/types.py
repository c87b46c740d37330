"""The words of the domain that the service speaks. Times are aware UTC datetimes, durations are seconds."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal, Self

from detectors import Kind, Report, Status, Transfer

FullText = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A URL that is polled, with its caching and health state; validators are the server's own words.

    `full_text`: whether its entries' pages are fetched: "always", "never", or "auto", where an entry sounds like it.
    `slowest`: the longest interval between polls, for a feed that publishes seldom; `moved_to`: where the server says
    that it lives now; `full_at`: when it was last read without validators; `changed_at`: when it last brought a new
    entry; `reported_at`: when it last brought a report; `entries`: how many it held; `pace`: seconds between new
    entries; `longest_quiet`: the longest that it brought none; `hint`: the interval that it wishes for in its own body;
    `not_before`: until when the server asked to be left alone; `alarm`: what the operator was told and still holds.
    """

    url: str
    name: str | None = None
    language: str | None = None
    every: float
    full_text: FullText = "auto"
    slowest: float | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    next_poll_at: datetime
    polled_at: datetime | None = None
    changed_at: datetime | None = None
    failures: int = 0
    error: str | None = None
    moved_to: str | None = None
    full_at: datetime | None = None
    reported_at: datetime | None = None
    entries: int = 0
    pace: float | None = None
    longest_quiet: float = 0.0
    hint: float | None = None
    not_before: datetime | None = None
    failing_since: datetime | None = None
    alarm: str | None = None


class MilestoneKind(StrEnum):
    """What a feed's history is made of."""

    READ = "read"  # for the first time
    FAILED = "failed"
    RECOVERED = "recovered"  # before anybody was told
    MOVED = "moved"
    DIED = "died"
    GONE = "gone"
    EMPTIED = "emptied"
    FLOODED = "flooded"
    QUIET = "quiet"
    REVIVED = "revived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something in a feed's life worth remembering; `tell`: worth the operator's attention as well."""

    kind: MilestoneKind
    text: str
    at: datetime
    tell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorNotice:
    """Something that the operator should know, once; `subject`: the feed or channel that it is about."""

    id: int
    kind: str
    subject: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, identified by (feed_url, id); text fields are plain text, HTML already stripped."""

    feed_url: str
    id: str
    title: str = ""
    summary: str = ""
    link: str | None = None
    language: str | None = None
    published: datetime | None = None


class EventStatus(StrEnum):
    """How far an event has come in the world."""

    ANNOUNCED = "announced"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRef:
    """One report of an event: the article that told of it, and what it said; `number`: its place in the article.

    `arrived` is when it counts as having come: at its publication, or when it was seen if that is unknown. `agency`
    is the one that it credits. `pin` is the event in which an editor's hand holds it: reports with one pin stay
    together, those with two stay apart.
    """

    article_id: str
    number: int = 0
    url: str | None = None
    source: str | None = None
    published: datetime | None = None
    lang: str | None = None
    agency: str | None = None
    title: str = ""
    status: Status
    arrived: datetime | None = None
    report: Report | None = None
    pin: str | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What no other report has."""
        return self.article_id, self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What an article says became of an event whose news it does not tell: put off, called off, denied."""

    status: EventStatus
    article_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One transfer as one article states it; an event keeps every claim."""

    article_id: str
    source: str | None
    published: datetime | None
    transfer: Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One exchange in the world, joined from the reports of many outlets.

    Everything but its id follows from its reports and notices, whatever the order in which they came. `opener` is the
    article that people heard of it from; `told`: whether they did; `merged_into`: the event that it turned out to be.
    """

    id: str
    parties: tuple[str, ...]
    status: EventStatus
    kind: Kind
    event_date: date | None = None
    transfers: tuple[Transfer, ...] = ()
    mediators: tuple[str, ...] = ()
    place: str | None = None
    ordinal: int | None = None
    agreement: str | None = None
    reports: tuple[ReportRef, ...] = ()
    notices: tuple[Notice, ...] = ()
    first_seen: datetime
    updated: datetime
    opened: datetime | None = None
    opener: str = ""
    told: bool = False
    merged_into: str | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every figure that a report gives, with who said it and when: none is ever dropped."""
        return tuple(
            Claim(article_id=ref.article_id, source=ref.source, published=ref.arrived, transfer=transfer)
            for ref in self.reports
            if ref.report
            for transfer in ref.report.transfers
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many of a family of people went one way (from, to) in an event, by the least and the most that is said."""

    way: tuple[tuple[str, ...], tuple[str, ...]]
    family: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many went one way over many events; `uncounted` of the events give no figure."""

    released_by: tuple[str, ...]
    returned_to: tuple[str, ...]
    family: str
    events: int
    low: int
    high: int
    uncounted: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """How many of a family of people one side got back on a day, by the least and the most that is said."""

    day: date
    side: str
    family: str
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChange:
    """An event as it now is; `first_told`: people hear of it now; `changes`: the facts that are other than told."""

    event: Event
    first_told: bool = False
    changes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a report belongs, why, and what became of the events around it.

    `is_new`: the report opened the event; `others`: events that the report told apart or made lose reports;
    `merged`: events that it proved to be another one, each with its pointer.
    """

    event: Event
    is_new: bool
    changes: tuple[str, ...]
    reason: str
    article_id: str
    number: int = 0
    first_told: bool = False
    others: tuple[EventChange, ...] = ()
    merged: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What an editor's hand did: `merge` or `split`, the events as they now are, and those that are no more."""

    what: str
    changes: tuple[EventChange, ...]
    merged: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of all events that it touched."""
        return tuple(event.id for event in (*(change.event for change in self.changes), *self.merged))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The record of an edit."""

    at: datetime
    what: str
    events: tuple[str, ...]


class AlertKind(StrEnum):
    """NEW: an event is first told; UPDATE: its facts changed; CANCEL: it is retracted or merged into another.

    DIGEST is one channel's own: it tells of all that was decided in some time, and is no decision about an event.
    """

    NEW = "new"
    UPDATE = "update"
    CANCEL = "cancel"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A decision to tell people."""

    id: int | None = None
    event_id: str
    kind: AlertKind
    reason: str
    at: datetime
    article_id: str


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


class Rhythm(StrEnum):
    """How often a channel gets a digest."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a channel wants beside its alerts; times are by the clocks of `time_zone`.

    `digest` comes at `at`, weekly ones on Mondays; `say_nothing`: it comes even where there is nothing to say. Between
    the two `quiet` times nothing is posted.
    """

    digest: Rhythm | None = None
    at: time = time(8)
    time_zone: str = "UTC"
    say_nothing: bool = False
    quiet: tuple[time, time] | None = None


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
    """One line of a section; `url`, if any, is a safe http(s) link to who tells it."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A titled part of a card that tells of several events; `is_list` sets a mark before each of its points."""

    title: str
    points: tuple[Point, ...]
    is_list: bool = True


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
