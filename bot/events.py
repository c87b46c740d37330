"""Which exchange a report tells of: a report and the events that it could belong to in, what changes out. Pure.

Placing gives the same groups whatever the order in which the reports came: the reports around the new one are grouped
again, those that tell most first, and the groups then take over the events that people know. So a report that bridges
two events merges them, and one that shows two exchanges in one event tells them apart. What an editor put together
or told apart (`bot/hand.py`) stays so.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assembly import Identified, Told, change_of, facts_in, told_in
from bot.days import WINDOW
from bot.facts import Facts, Group
from bot.grouping import arranged, best_of
from bot.identity import JOINS, Likeness, likeness
from bot.lifecycle import PLANS, UNDONE, status_of
from bot.outlets import agency_of, voices
from bot.types import Event, EventChange, Notice, Placement, ReportRef
from bot.wars import in_one_war, recent
from detectors import Article, Report, Status

# Events within so many days of a report are grouped again with it; those further off can be joined and stay whole.
NEIGHBOURS = 4


def place(
    report: Report, article: Article, candidates: Sequence[Event], now: datetime, *, number: int = 0
) -> Placement:
    """Join the report to the exchange that it tells of, or open an event for it."""
    ref = _ref_of(report, article, now, number)
    facts = facts_in(ref)
    known = [told for event in sorted(candidates, key=_age) if (told := told_in(event)).all]
    best, why = best_of(facts, known)
    events = [told.event for told in known if told.event]
    settled = best is not None and bool(facts.sides) and _adds_nothing(facts, known[best].group)
    if settled or facts.when is None or not known:
        groups = known if best is not None else [*known, Told()]
        groups[-1 if best is None else best].add(ref, facts)
    else:
        near = [told for told in known if _is_near(facts, told.group)]
        far = [_split_off(told) for told in known if told not in near]
        again = [(r, facts_in(r)) for told in near for r in told.all] + [each for _, loose in far for each in loose]
        groups = arranged([(ref, facts), *again], [told for told, _ in far if told.all])
        _hand_over(events, groups)
    return _outcome(ref, groups, events, why, now)


def revise(report: Report, article: Article, event: Event, now: datetime, *, number: int = 0) -> Placement:
    """The event with what its article says now in the place of what it said; it came out when it first did.

    The report stays with its event: if it belongs elsewhere now, that shows when the next report is placed near it.
    """
    ref = _ref_of(report, article, now, number)
    told = Told(event=event)
    for each in event.refs:
        if each.key == ref.key:
            ref = replace(ref, arrived=each.arrived, published=each.published, pin=each.pin)
        elif each.report is not None:
            told.add(each, facts_in(each))
    told.add(ref, facts_in(ref))
    change = change_of(told, ref, now)
    return Placement(
        event=change.event,
        is_new=False,
        changes=change.changes,
        reason="its article was edited",
        article_id=article.id,
        number=number,
        first_told=change.first_told,
    )


def heed(
    mention: Report, article: Article, candidates: Sequence[Event], now: datetime, *, is_denial: bool = False
) -> EventChange | None:
    """What an article that is about something else says became of an exchange that people were told of.

    It never opens one. A plan can be put off, called off or denied; of what is said to have happened only what one
    outlet alone tells can be denied, and only by an article whose news the denial is (`is_denial`).
    """
    if mention.status not in UNDONE:
        return None
    ref = _ref_of(replace(mention, status=Status.ANNOUNCED), article, now, 0)
    known = [event for event in candidates if event.reports and event.first_seen <= (ref.arrived or now)]
    told, why = _meant(ref, [event for event in known if event.status in PLANS])
    if told is None and is_denial and mention.status is Status.DENIED:
        ref = replace(ref, report=replace(mention, status=Status.COMPLETED, event_date=None))
        told, why = _meant(ref, [e for e in known if e.status not in PLANS and voices(e.reports) == 1])
    if told is None or told.event is None:
        return None
    event = told.event
    notice = Notice(status=UNDONE[mention.status], article_id=article.id, at=ref.arrived or now)
    if any(each.article_id == article.id for each in event.notices):
        return None
    after = replace(event, notices=(*event.notices, notice), updated=max(event.updated, notice.at))
    after = replace(after, status=status_of(after, told.group))
    changed = after.told and after.status is not event.status
    return EventChange(event=after, changes=("status_changed",) if changed else (), reason=why.why)


def _meant(ref: ReportRef, events: Sequence[Event]) -> tuple[Told | None, Likeness]:
    """Which of the events a mention means, and why."""
    told = [told_in(event) for event in sorted(events, key=_age)]
    best, why = best_of(facts_in(ref), told)
    return (None if best is None else told[best]), why


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
        agency=agency_of(article),
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


def _adds_nothing(facts: Facts, group: Group) -> bool:
    """Whether reports like it are in the group already, so that it cannot change how the reports are grouped.

    Two at least: the second can still tip what most of them say.
    """
    return group.members.count(facts) > 1


def _is_near(facts: Facts, group: Group) -> bool:
    """Whether the report could change where the group's reports belong."""
    when = facts.when
    assert when is not None, "asked only where a day is known"
    days = WINDOW.days if group.coming or facts.coming else NEIGHBOURS
    return not group.sides.isdisjoint(facts.sides) and any(
        member.when and abs((when - member.when).days) <= days for member in group.members
    )


def _split_off(told: Told) -> tuple[Told, list[Identified]]:
    """A group that stays as it is, and those of its reports that name no side: they go where there is no choice."""
    loose = [(ref, facts) for ref, facts in told.sure if not facts.sides and not ref.pin]
    if not loose:
        return told, []
    rest = Told(event=told.event)
    for ref in told.all:
        if all(ref is not each for each, _ in loose):
            rest.add(ref, facts_in(ref))
    return rest, loose


def _hand_over(events: Sequence[Event], groups: Sequence[Told]) -> None:
    """Give each event, the oldest first, the group that people heard of as this event.

    That is the one with its opening report, else with most of its reports; of those that no older event has. A rumour
    is no event's heir, nor an event a rumour's.
    """
    for told in groups:
        told.event = None
    for event in events:
        keys = {ref.key for ref in event.refs}
        free = [
            told
            for told in groups
            if told.event is None
            and event.is_rumour is not bool(told.refs)
            and any(ref.key in keys for ref in (told.refs or told.doubtful))
        ]
        if free:
            heir = max(free, key=lambda told: (_opens(event, told), sum(ref.key in keys for ref in told.all)))
            heir.event = event


def _opens(event: Event, told: Told) -> bool:
    return any(ref.article_id == event.opener for ref in told.all)


# ── What comes of it ──


def _outcome(
    ref: ReportRef, groups: Sequence[Told], before: Sequence[Event], why: Likeness, now: datetime
) -> Placement:
    others: list[EventChange] = []
    mine: tuple[EventChange, bool] | None = None
    for told in groups:
        had = told.event.refs if told.event else ()
        if (*told.refs, *told.doubtful) == had or {r.key for r in told.all} == {r.key for r in had}:
            continue
        change = change_of(told, ref, now, quiet=_is_echo(told, groups))
        if any(r.key == ref.key for r in told.all):
            mine = change, told.event is None
        else:
            others.append(change)
    assert mine is not None, "the report is in one of the groups"
    change, is_new = mine
    kept = {told.event.id for told in groups if told.event}
    merged = [event for event in before if event.id not in kept]
    return Placement(
        event=change.event,
        is_new=is_new,
        changes=change.changes,
        reason=why.why,
        article_id=ref.article_id,
        number=ref.number,
        first_told=change.first_told,
        others=tuple(others),
        merged=tuple(replace(event, merged_into=_heir(event, groups, change.event)) for event in merged),
    )


def _is_echo(told: Told, groups: Sequence[Told]) -> bool:
    """Whether it is rather the news of days ago told badly than news of its own: that waits for a second outlet.

    So it is where one outlet tells, with no day of its own, of sides and people whose exchange people just heard of,
    be it with one side's enemy in its place.
    """
    group = told.group
    if not told.refs or group.stated or group.coming or group.out is None:
        return False
    return any(
        other is not told
        and (other.event is not None and other.event.told)
        and _is_between_the_same(group, other.group)
        and other.group.families & group.families
        and (other.group.when is not None and 0 <= (group.out - other.group.when).days <= recent(group.sides))
        and voices(_witnesses(told, other)) < 2
        for other in groups
    )


def _is_between_the_same(one: Group, other: Group) -> bool:
    """Whether both have the same sides, or one side's enemy stands in its place."""
    shared = one.sides & other.sides
    return len(shared) > 1 or (bool(shared) and in_one_war(one.sides, other.sides))


def _witnesses(told: Told, other: Told) -> list[ReportRef]:
    """The reports that cannot as well tell of the other exchange."""
    return [ref for ref, facts in told.sure if likeness(facts, other.group).points < JOINS]


def _heir(event: Event, groups: Sequence[Told], mine: Event) -> str:
    """The event that has most of the reports of one that is no more."""
    keys = {ref.key for ref in event.refs}
    told = max(groups, key=lambda told: sum(ref.key in keys for ref in told.all))
    return told.event.id if told.event else mine.id
