"""An event from its reports: everything that it says follows from them. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, TypeVar

from bot.facts import Facts, Group, facts_of
from bot.figures import changes_between, reconcile
from bot.lifecycle import is_worth_telling, status_of
from bot.misread import credible
from bot.outlets import outlets_of
from bot.types import Claim, Event, EventChange, EventStatus, ReportRef
from detectors import Kind, Report, Status, camp

T = TypeVar("T")
Identified = tuple[ReportRef, Facts]  # a report with what tells its exchange from others


@dataclass(slots=True)
class Told:
    """A group of reports with what identifies each; doubtful ones tell nothing of it but where there are no others.

    `shared`: the lists and the group are another's, to be copied before a report is taken in.
    """

    group: Group = field(default_factory=Group)
    refs: list[ReportRef] = field(default_factory=list)
    doubtful: list[ReportRef] = field(default_factory=list)
    event: Event | None = None
    shared: bool = False

    def add(self, ref: ReportRef, facts: Facts) -> None:
        """Take a report in."""
        if self.shared:
            self.group, self.refs, self.doubtful = self.group.copy(), [*self.refs], [*self.doubtful]
            self.shared = False
        if not facts.doubtful:
            self.group = self.group if self.refs else Group()
            self.refs.append(ref)
        else:
            self.doubtful.append(ref)
            if self.refs:
                return
        self.group.add(facts)

    @property
    def all(self) -> list[ReportRef]:
        """Every report of the group."""
        return [*self.refs, *self.doubtful]

    @property
    def sure(self) -> list[Identified]:
        """The reports that are not doubtful, each with what identifies it."""
        return list(zip(self.refs, self.group.members, strict=True)) if self.refs else []

    @property
    def pin(self) -> str | None:
        """Which event an editor's hand holds its reports in, if any."""
        return next((ref.pin for ref in self.all if ref.pin), None)


def facts_in(ref: ReportRef) -> Facts:
    """What identifies a report."""
    assert ref.report is not None, "only reports that are kept whole are grouped"
    return _facts(Same(ref.report), ref.published.date() if ref.published else None)


class Same(Generic[T]):
    """A key that is equal to another only if both hold the very same thing; to compare whole reports costs more."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.thing is other.thing


@lru_cache(maxsize=4096)
def _facts(report: Same[Report], out: date | None) -> Facts:
    """The reports around today are placed against again and again."""
    return facts_of(report.thing, out)


def told_in(event: Event) -> Told:
    """An event as a group of reports."""
    known = _told(Same(event))
    return Told(known.group, known.refs, known.doubtful, event, shared=True)


@lru_cache(maxsize=512)
def _told(event: Same[Event]) -> Told:
    """The events around today are grouped again and again, and mostly no report joins them."""
    told = Told(event=event.thing)
    for ref in event.thing.refs:
        if ref.report is not None:
            told.add(ref, facts_in(ref))
    return told


def change_of(told: Told, ref: ReportRef, now: datetime, *, quiet: bool = False) -> EventChange:
    """The event of a group as it now is, because of a report; `quiet`: it is not first told by it."""
    before = told.event
    refs, doubtful = (
        tuple(sorted(some, key=lambda r: (r.arrived or now, r.key))) for some in (told.refs, told.doubtful)
    )
    first = (refs or doubtful)[0]
    blank = before or Event(
        id=_new_id(first, ref, told.group, now),
        parties=(),
        status=EventStatus.ANNOUNCED,
        kind=Kind.EXCHANGE,
        first_seen=now,
        updated=now,
        opened=now,
        opener=first.article_id,
    )
    may_tell = not quiet and any(each.key == ref.key for each in refs)
    event = built(replace(blank, reports=refs, doubtful=doubtful), told.group, may_tell=may_tell)
    first_told = event.told and not blank.told
    changes = tuple(changes_between(before, event)) if before and before.told else ()
    return EventChange(event=event, first_told=first_told, changes=changes)


def _new_id(first: ReportRef, because: ReportRef, group: Group, now: datetime) -> str:
    day = group.when or (first.arrived or now).date()
    parties = first.report.parties if first.report else ()
    slug = "-".join(party.lower().replace(" ", "_") for party in sorted(parties)[:2])
    seed = f"{first.article_id} {first.number} {because.article_id} {day}"
    return f"{day.isoformat()}-{slug or 'unknown'}-{hashlib.sha256(seed.encode()).hexdigest()[:6]}"


def _its_own(event: Event, group: Group) -> tuple[Sequence[Claim], frozenset[int]]:
    """The claims of the event itself, and the numbers agreed for the whole deal of which it is a stage.

    What was agreed for no day, or on an earlier one, is not the first stage's.
    """
    if group.coming or not group.staged:
        return event.claims, frozenset()
    whole = {
        r.article_id
        for r in event.reports
        if r.status is Status.ANNOUNCED and r.report and not _is_for(r.report.event_date, group.stated)
    }
    agreed = frozenset(c.transfer.count for c in event.claims if c.article_id in whole and c.transfer.count)
    return [claim for claim in event.claims if claim.article_id not in whole], agreed


def _is_for(planned: date | None, happened: date | None) -> bool:
    """Whether a plan names the day of the stage; the day of an earlier one is that of the agreement."""
    return planned is not None and (happened is None or planned >= happened)


def built(event: Event, group: Group, *, may_tell: bool) -> Event:
    """Everything that follows from the event's reports; what they only left over is told with its next report."""
    reports = [ref.report for ref in event.grounds if ref.report]
    outlets = outlets_of(event.grounds)
    claims, agreed = _its_own(event, group)
    mediators = tuple(dict.fromkeys(party for report in reports for party in report.mediators))
    transfers = reconcile(credible(claims, outlets, agreed, frozenset(map(camp, mediators))), outlets)
    kinds = {report.kind for report in reports}
    ordinals = [report.ordinal for report in reports if report.ordinal is not None]
    arrivals = [ref.arrived for ref in event.grounds if ref.arrived]
    return replace(
        event,
        parties=tuple(sorted({party for report in reports for party in report.parties})),  # no side comes first
        status=status_of(event, group),
        kind=kinds.pop() if len(kinds) == 1 else Kind.BOTH,
        event_date=group.stated,
        transfers=transfers,
        mediators=mediators,
        place=next((report.place for report in reports if report.place), None),
        ordinal=min(ordinals, key=lambda o: (-ordinals.count(o), o), default=None),
        agreement=next((report.agreement for report in reports if report.agreement), None),
        first_seen=min(arrivals),
        updated=max(arrivals),
        told=event.told or (may_tell and is_worth_telling(group, transfers, event.reports)),
    )
