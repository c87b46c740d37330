"""How far an event has come: announced, under way, done; put off, called off or denied. Pure."""

from bot.facts import Group
from bot.types import Event, EventStatus
from detectors import Status

# What an article can say of a plan that is not its news.
UNDONE = {
    Status.POSTPONED: EventStatus.POSTPONED,
    Status.CANCELLED: EventStatus.CANCELLED,
    Status.DENIED: EventStatus.DENIED,
}
# The events that it can be said of: what has happened cannot be called off.
PLANS = frozenset({EventStatus.ANNOUNCED, *UNDONE.values()})


def status_of(event: Event, group: Group) -> EventStatus:
    """As the furthest report has it; a stage whose day is over is done; the last word on a mere plan holds."""
    told = {ref.status for ref in event.reports}
    if Status.COMPLETED in told:
        return EventStatus.COMPLETED
    if Status.ONGOING in told:
        return EventStatus.COMPLETED if _is_over(event, group) else EventStatus.ONGOING
    notice = max(event.notices, key=lambda each: (each.at, each.article_id), default=None)
    renewed = notice and any(ref.arrived and ref.arrived > notice.at for ref in event.reports)
    return notice.status if notice and not renewed else EventStatus.ANNOUNCED


def _is_over(event: Event, group: Group) -> bool:
    day = group.stated
    return day is not None and any(ref.published and ref.published.date() > day for ref in event.reports)
