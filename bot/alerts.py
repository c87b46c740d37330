"""Whether a changed event is worth telling, as what, and to whom; when its messages are edited else. Pure."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.facts import sides_of
from bot.figures import Way, sides_in, way_of
from bot.outlets import voices
from bot.types import Alert, AlertKind, Edit, Event, EventChange, EventStatus, People, Placement, Wishes
from detectors import Category, Kind, camp

# Events of the last days: later, nobody is told one for the first time, nor is a message edited for another outlet.
FRESH = timedelta(days=3)
# Between two edits of a message that nobody is told of: so long, or this share of the time that has passed.
LEAST_WAIT, SHARE = timedelta(minutes=5), 4
# As which people count those of a transfer; hostages are both, since texts do not tell, and so are totals over several.
_CAPTIVES = frozenset({People.PRISONERS, People.CIVILIANS})
_PEOPLE = {
    Category.PRISONERS_OF_WAR: frozenset({People.PRISONERS}),
    Category.PRISONERS: frozenset({People.PRISONERS}),
    Category.HOSTAGES: _CAPTIVES,
    Category.CIVILIANS: frozenset({People.CIVILIANS}),
    Category.CHILDREN: frozenset({People.CHILDREN}),
    Category.BODIES: frozenset({People.BODIES}),
    Category.MIXED: _CAPTIVES,
}
_OF_KIND = {
    Kind.EXCHANGE: frozenset({People.PRISONERS}),
    Kind.BODIES: frozenset({People.BODIES}),
    Kind.BOTH: frozenset({People.PRISONERS, People.BODIES}),
}


def decide(placement: Placement, now: datetime) -> tuple[Alert, ...]:
    """What to tell of a placed report.

    A new event is told once; a known one again only where a fact changed that a reader would want to know; one that
    proved to be another is withdrawn.
    """
    mine = EventChange(
        event=placement.event,
        first_told=placement.first_told,
        changes=placement.changes,
        reason=placement.reason,
    )
    told = _told((mine, *placement.others), placement.article_id, now)
    return *told, *_withdrawn(placement.merged, placement.article_id, now)


def told_of(change: EventChange, article_id: str, now: datetime) -> tuple[Alert, ...]:
    """What to tell where an article says what became of a plan: a denied one is withdrawn, others are corrected."""
    return tuple(_told((change,), article_id, now))


def decide_edit(edit: Edit, now: datetime) -> tuple[Alert, ...]:
    """What to tell of an editor's hand: as of a report, but the article is the one by which people know the event."""
    told = tuple(alert for change in edit.changes for alert in _told((change,), change.event.opener, now))
    return *told, *(alert for event in edit.merged for alert in _withdrawn((event,), event.opener, now))


def _withdrawn(merged: Sequence[Event], article_id: str, now: datetime) -> Iterator[Alert]:
    for event in merged:
        if event.told:
            reason = f"merged into {event.merged_into}"
            yield Alert(event_id=event.id, kind=AlertKind.CANCEL, reason=reason, at=now, article_id=article_id)


def _told(changes: Sequence[EventChange], article_id: str, now: datetime) -> Iterator[Alert]:
    for change in changes:
        if change.first_told:
            kind, reason = AlertKind.NEW, change.reason
        elif change.changes:
            denied = change.event.status is EventStatus.DENIED
            kind, reason = AlertKind.CANCEL if denied else AlertKind.UPDATE, change.changes[0]
        else:
            continue
        yield Alert(event_id=change.event.id, kind=kind, reason=reason, at=now, article_id=article_id)


# ── To whom ──


def wants(wishes: Wishes, event: Event) -> bool:
    """Whether an event is one of those that are wished for; a figure that nobody gives counts as none."""
    return (
        (not wishes.conflicts or _is_between(wishes.conflicts, event))
        and (not wishes.people or not wishes.people.isdisjoint(people_of(event)))
        and (not wishes.least_count or count_of(event) >= wishes.least_count)
        and (wishes.least_outlets < 2 or voices(event.reports) >= wishes.least_outlets)
    )


def _is_between(conflicts: Sequence[Sequence[str]], event: Event) -> bool:
    """Whether all parties of one conflict are sides of the event, by name, by camp, or by whom they stand with."""
    moved = {party for transfer in event.transfers for party in (*transfer.released_by, *transfer.returned_to)}
    parties = {party for party in event.parties if party in moved or party not in event.mediators}
    here = parties | set(map(camp, parties)) | set(sides_of(parties).values())
    return any(
        all(party in here or camp(party) in here or side in here for party, side in sides_of(group).items())
        for group in conflicts
    )


def people_of(event: Event) -> frozenset[People]:
    """Whom the event brings home; what no movement tells, its kind does."""
    found = [
        frozenset().union(*(_PEOPLE[part.category] for part in transfer.breakdown)) or _PEOPLE[transfer.category]
        for transfer in event.transfers
    ]
    return frozenset().union(*found) or _OF_KIND[event.kind]


def count_of(event: Event) -> int:
    """How many people in all: the headline figures of all ways together, planned ones too; 0 where there is none."""
    sides = sides_in(event.claims)
    ways: dict[Way, dict[Category, int]] = {}
    for transfer in event.transfers:  # the first of a way and category has the headline figure
        ways.setdefault(way_of(transfer, sides), {}).setdefault(transfer.category, transfer.count or 0)
    return sum(counts.get(Category.MIXED) or sum(counts.values()) for counts in ways.values())


# ── What is no alert ──


def edit_at(event: Event, now: datetime) -> datetime | None:
    """When the messages of an event that changed without an alert are to be edited; None where it is too old for that.

    The older it is, the longer further changes are waited for, so that a message is edited two dozen times at most.
    """
    day = datetime.combine(event.day, time(), UTC)
    begun = max(event.opened or event.first_seen, day if day <= now else datetime.min.replace(tzinfo=UTC))
    age = now - begun
    return now + max(LEAST_WAIT, age / SHARE) if age < FRESH else None
