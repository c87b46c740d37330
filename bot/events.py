"""Which exchange a report tells of: a report and the events that it could belong to in, what changes out. Pure.

Placing gives the same groups whatever the order in which the reports came: the reports around the new one are grouped
again, those that tell most first, and the groups then take over the events that people know. So a report that bridges
two events merges them, and one that shows two exchanges in one event tells them apart.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.days import WINDOW
from bot.facts import Facts, Group, facts_of
from bot.figures import changes_between, outlets_of, reconcile
from bot.identity import IMPOSSIBLE, JOINS, Likeness, likeness
from bot.lifecycle import PLANS, UNDONE, is_worth_telling, status_of
from bot.types import Event, EventChange, EventStatus, Notice, Placement, ReportRef
from detectors import Article, Kind, Report, Status

# Events within so many days of a report are grouped again with it; those further off can be joined and stay whole.
NEIGHBOURS = 4


@dataclass(slots=True)
class Told:
    """A group of reports with what identifies each."""

    group: Group
    refs: list[ReportRef]
    event: Event | None = None

    def add(self, ref: ReportRef, facts: Facts) -> None:
        """Take a report in."""
        self.group.add(facts)
        self.refs.append(ref)


def place(
    report: Report, article: Article, candidates: Sequence[Event], now: datetime, *, number: int = 0
) -> Placement:
    """Join the report to the exchange that it tells of, or open an event for it."""
    ref = _ref_of(report, article, now, number)
    facts = _facts(ref)
    known = [told for event in sorted(candidates, key=_age) if (told := _told(event)).refs]
    best, why = _best(facts, [told.group for told in known])
    events = [told.event for told in known if told.event]
    settled = best is not None and _adds_nothing(facts, known[best].group)
    if settled or facts.when is None or not known:
        groups = known if best is not None else [*known, Told(Group(), [])]
        groups[-1 if best is None else best].add(ref, facts)
    else:
        near = [told for told in known if _is_near(facts, told.group)]
        groups = [told for told in known if told not in near]
        groups = _arranged([(ref, facts), *((r, _facts(r)) for told in near for r in told.refs)], groups)
        _hand_over(events, groups)
    return _outcome(ref, groups, events, why, now)


def revise(report: Report, article: Article, event: Event, now: datetime, *, number: int = 0) -> Placement:
    """The event with what its article says now in the place of what it said; it came out when it first did.

    The report stays with its event: if it belongs elsewhere now, that shows when the next report is placed near it.
    """
    ref = _ref_of(report, article, now, number)
    told = Told(Group(), [], event)
    for each in event.reports:
        if each.key == ref.key:
            ref = replace(ref, arrived=each.arrived, published=each.published)
        elif each.report is not None:
            told.add(each, _facts(each))
    told.add(ref, _facts(ref))
    change = _change(told, ref, now)
    return Placement(
        event=change.event,
        is_new=False,
        changes=change.changes,
        reason="its article was edited",
        article_id=article.id,
        number=number,
        first_told=change.first_told,
    )


def heed(mention: Report, article: Article, candidates: Sequence[Event], now: datetime) -> EventChange | None:
    """What an article that is about something else says became of an announced exchange; it never opens one."""
    if mention.status not in UNDONE:
        return None
    ref = _ref_of(replace(mention, status=Status.ANNOUNCED), article, now, 0)
    plans = [event for event in candidates if event.status in PLANS and event.first_seen <= (ref.arrived or now)]
    told = [_told(event) for event in sorted(plans, key=_age)]
    best, why = _best(_facts(ref), [each.group for each in told])
    if best is None:
        return None
    event = told[best].event
    assert event is not None, "made from an event"
    notice = Notice(status=UNDONE[mention.status], article_id=article.id, at=ref.arrived or now)
    if any(known.article_id == article.id for known in event.notices):
        return None
    after = replace(event, notices=(*event.notices, notice), updated=max(event.updated, notice.at))
    after = replace(after, status=status_of(after, told[best].group))
    changed = after.told and after.status is not event.status
    return EventChange(event=after, changes=("status_changed",) if changed else (), reason=why.why)


def _age(event: Event) -> tuple[bool, datetime, str]:
    """What people heard of comes before what was kept quiet, the older first."""
    return not event.told, event.opened or event.first_seen, event.id


def _ref_of(report: Report, article: Article, now: datetime, number: int) -> ReportRef:
    arrived = _moment(article, now)
    return ReportRef(
        article_id=article.id,
        number=number,
        url=article.url,
        source=article.source,
        published=arrived if article.published else None,
        lang=article.lang,
        title=article.title,
        status=report.status,
        arrived=arrived,
        report=report,
    )


def _moment(article: Article, now: datetime) -> datetime:
    """When the article came out; one without a time, or from the future, came out when it was seen."""
    published = article.published
    if isinstance(published, date) and not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day, tzinfo=UTC)
    return min(published, now) if published is not None else now


def _facts(ref: ReportRef) -> Facts:
    assert ref.report is not None, "only reports that are kept whole are grouped"
    return facts_of(ref.report, ref.published.date() if ref.published else None)


def _told(event: Event) -> Told:
    told = Told(Group(), [], event)
    for ref in event.reports:
        if ref.report is not None:
            told.add(ref, _facts(ref))
    return told


def _adds_nothing(facts: Facts, group: Group) -> bool:
    """Whether a report like it is in the group already, so that it cannot change how the reports are grouped."""
    return facts in group.members


def _is_near(facts: Facts, group: Group) -> bool:
    """Whether the report could change where the group's reports belong."""
    when = facts.when
    assert when is not None, "asked only where a day is known"
    days = WINDOW.days if group.coming or facts.coming else NEIGHBOURS
    return any(member.when and abs((when - member.when).days) <= days for member in group.members)


# ── Grouping ──


def _best(facts: Facts, groups: Sequence[Group]) -> tuple[int | None, Likeness]:
    """Which group the report belongs to, if any, and why or why not."""
    scored = [likeness(facts, group) for group in groups]
    best = max(range(len(scored)), key=lambda i: scored[i].points, default=None)
    if best is None or scored[best].points <= IMPOSSIBLE:
        return None, Likeness(IMPOSSIBLE, "no event of these sides")
    if scored[best].points < JOINS:
        return None, Likeness(scored[best].points, f"no event fits: {scored[best].why}")
    return best, scored[best]


def _arranged(reports: Sequence[tuple[ReportRef, Facts]], groups: list[Told]) -> list[Told]:
    """Group the reports: those that tell most first, each to the group that it fits best; then join alike groups."""
    settled = len(groups)
    for ref, facts in sorted(reports, key=lambda pair: _rank(*pair)):
        best, _ = _best(facts, [told.group for told in groups])
        if best is None:
            groups.append(Told(Group(), []))
        groups[-1 if best is None else best].add(ref, facts)
    return _merge_alike(groups, settled)


def _rank(ref: ReportRef, facts: Facts) -> tuple[object, ...]:
    day, known = facts.weight
    return -day, -known, ref.published is None, ref.published or ref.arrived, ref.key


def _merge_alike(groups: list[Told], settled: int) -> list[Told]:
    """Two groups are one exchange where the reports of the smaller fit the larger."""
    fresh = sorted(groups[settled:], key=lambda told: (-len(told.refs), min(ref.key for ref in told.refs)))
    out = groups[:settled]
    for told in fresh:
        for other in out:
            points = [likeness(facts, other.group).points for facts in told.group.members]
            if min(points) > 0 and sum(points) >= JOINS * len(points):
                for ref, facts in zip(told.refs, told.group.members, strict=True):
                    other.add(ref, facts)
                break
        else:
            out.append(told)
    return out


def _hand_over(events: Sequence[Event], groups: Sequence[Told]) -> None:
    """Give each event, the oldest first, the group that people heard of as this event.

    That is the one with its opening report, else with most of its reports; of those that no older event has.
    """
    for told in groups:
        told.event = None
    for event in events:
        keys = {ref.key for ref in event.reports}
        free = [told for told in groups if told.event is None and any(ref.key in keys for ref in told.refs)]
        if free:
            heir = max(free, key=lambda told: (_opens(event, told), sum(ref.key in keys for ref in told.refs)))
            heir.event = event


def _opens(event: Event, told: Told) -> bool:
    return any(ref.article_id == event.opener for ref in told.refs)


# ── What comes of it ──


def _outcome(
    ref: ReportRef, groups: Sequence[Told], before: Sequence[Event], why: Likeness, now: datetime
) -> Placement:
    changes: list[EventChange] = []
    mine: tuple[EventChange, bool] | None = None
    for told in groups:
        had = {r.key for r in told.event.reports} if told.event else set()
        if had == {r.key for r in told.refs}:
            continue
        change = _change(told, ref, now)
        if any(r.key == ref.key for r in told.refs):
            mine = change, told.event is None
        else:
            changes.append(change)
    assert mine is not None, "the report is in one of the groups"
    kept = {told.event.id for told in groups if told.event}
    merged = [event for event in before if event.id not in kept]
    return Placement(
        event=mine[0].event,
        is_new=mine[1],
        changes=mine[0].changes,
        reason=why.why,
        article_id=ref.article_id,
        number=ref.number,
        first_told=mine[0].first_told,
        others=tuple(changes),
        merged=tuple(replace(event, merged_into=_heir(event, groups, mine[0].event)) for event in merged),
    )


def _heir(event: Event, groups: Sequence[Told], mine: Event) -> str:
    """The event that has most of the reports of one that is no more."""
    keys = {ref.key for ref in event.reports}
    told = max(groups, key=lambda told: sum(ref.key in keys for ref in told.refs))
    return told.event.id if told.event else mine.id


def _change(told: Told, ref: ReportRef, now: datetime) -> EventChange:
    before = told.event
    refs = tuple(sorted(told.refs, key=lambda r: (r.arrived or now, r.key)))
    blank = before or Event(
        id=_new_id(refs[0], ref, told.group, now),
        parties=(),
        status=EventStatus.ANNOUNCED,
        kind=Kind.EXCHANGE,
        first_seen=now,
        updated=now,
        opened=now,
        opener=refs[0].article_id,
    )
    event = _built(replace(blank, reports=refs), told.group, may_tell=any(each.key == ref.key for each in refs))
    first_told = event.told and not blank.told
    changes = tuple(changes_between(before, event)) if before and before.told else ()
    return EventChange(event=event, first_told=first_told, changes=changes)


def _new_id(first: ReportRef, because: ReportRef, group: Group, now: datetime) -> str:
    day = group.when or (first.arrived or now).date()
    parties = first.report.parties if first.report else ()
    slug = "-".join(party.lower().replace(" ", "_") for party in sorted(parties)[:2])
    seed = f"{first.article_id} {first.number} {because.article_id} {day}"
    return f"{day.isoformat()}-{slug or 'unknown'}-{hashlib.sha256(seed.encode()).hexdigest()[:6]}"


def _built(event: Event, group: Group, *, may_tell: bool) -> Event:
    """Everything that follows from the event's reports; what they only left over is told with its next report."""
    reports = [ref.report for ref in event.reports if ref.report]
    claims = event.claims
    transfers = reconcile(claims, outlets_of(event.reports))
    kinds = {report.kind for report in reports}
    ordinals = Counter(report.ordinal for report in reports if report.ordinal is not None)
    arrivals = [ref.arrived for ref in event.reports if ref.arrived]
    return replace(
        event,
        parties=tuple(dict.fromkeys(party for report in reports for party in report.parties)),
        status=status_of(event, group),
        kind=kinds.pop() if len(kinds) == 1 else Kind.BOTH,
        event_date=group.stated,
        transfers=transfers,
        mediators=tuple(dict.fromkeys(party for report in reports for party in report.mediators)),
        place=next((report.place for report in reports if report.place), None),
        ordinal=min(ordinals, key=lambda o: (-ordinals[o], o), default=None),
        agreement=next((report.agreement for report in reports if report.agreement), None),
        first_seen=min(arrivals),
        updated=max(arrivals),
        told=event.told or (may_tell and is_worth_telling(group, transfers, event.reports)),
    )
