"""Events, what they were joined from, and the alerts that tell of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from detectors import Kind, Report, Status, Transfer

SHORT = 34  # bytes of an id that a button can carry beside its other words


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

    Everything but its id follows from its reports and notices, whatever the order in which they came. `doubtful` are
    reports that only what is known from others makes likely: nothing follows from them where there are others, and an
    event that has no others is told to nobody. `opener` is the article that people heard of it from; `told`: whether
    they did; `merged_into`: the event that it turned out to be.
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
    doubtful: tuple[ReportRef, ...] = ()
    notices: tuple[Notice, ...] = ()
    first_seen: datetime
    updated: datetime
    opened: datetime | None = None
    opener: str = ""
    told: bool = False
    merged_into: str | None = None

    @property
    def short_id(self) -> str:
        """The id as buttons carry it: of one that is too long, the day and the sign at its end."""
        return self.id if len(self.id.encode()) <= SHORT else f"{self.id[:10]}{self.id[-7:]}"

    @property
    def day(self) -> date:
        """The day on which it was, or on which it was first told to be under way, or, of a plan, first heard of."""
        if self.event_date:
            return self.event_date
        happened = (ref.arrived for ref in self.grounds if ref.arrived and ref.status is not Status.ANNOUNCED)
        return min(happened, default=self.first_seen).date()

    @property
    def refs(self) -> tuple[ReportRef, ...]:
        """Every report, those that are sure first."""
        return *self.reports, *self.doubtful

    @property
    def grounds(self) -> tuple[ReportRef, ...]:
        """The reports from which everything else follows."""
        return self.reports or self.doubtful

    @property
    def is_rumour(self) -> bool:
        """Whether it stands on doubtful reports alone."""
        return not self.reports and bool(self.doubtful)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every figure that a report gives, with who said it and when: none is ever dropped."""
        return tuple(
            Claim(article_id=ref.article_id, source=ref.source, published=ref.arrived, transfer=transfer)
            for ref in self.grounds
            if ref.report
            for transfer in ref.report.transfers
        )


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

    DIGEST is one channel's own: it tells of all that was decided in some time, and is no decision about an event. Nor
    is a BROADCAST, which the bot's operator writes to every channel.
    """

    NEW = "new"
    UPDATE = "update"
    CANCEL = "cancel"
    DIGEST = "digest"
    BROADCAST = "broadcast"

    @property
    def is_of_event(self) -> bool:
        """Whether it is a decision about an event; others are neither folded into a summary nor exported."""
        return self not in (AlertKind.DIGEST, AlertKind.BROADCAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A decision to tell people."""

    id: int | None = None
    event_id: str
    kind: AlertKind
    reason: str
    at: datetime
    article_id: str
