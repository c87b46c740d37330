"""Whether a changed event is worth telling, and as what. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.types import Alert, AlertKind, Edit, Event, EventChange, EventStatus, Placement


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
