"""Whether a changed event is worth telling, and as what. Pure."""

from datetime import datetime

from bot.types import Alert, AlertKind, Placement


def decide(placement: Placement, now: datetime) -> Alert | None:
    """A new event is told once; a known one again only where a fact changed that a reader would want to know."""
    if placement.is_new:
        kind, reason = AlertKind.NEW, placement.reason
    elif placement.changes:
        kind, reason = AlertKind.UPDATE, placement.changes[0]
    else:
        return None
    return Alert(event_id=placement.event.id, kind=kind, reason=reason, at=now, article_id=placement.article_id)
