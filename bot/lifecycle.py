"""How far an event has come: announced, under way, done; put off, called off or denied; worth telling. Pure."""

from collections.abc import Sequence
from datetime import timedelta

from bot.facts import Group, hosts
from bot.outlets import voices
from bot.types import Event, EventStatus, ReportRef
from bot.wars import is_war
from detectors import Status, Transfer

# What lies further back than any weekday's name can reach is no news on one outlet's word.
STALE = timedelta(days=7)
# The detector's confidence in a lone report that is worth telling: of one that states its day, of one of two sides at
# war, of any other, and of one that names no movement.
DATED, AT_WAR, UNDATED, SURE = 0.7, 0.83, 0.85, 0.95
# What an article can say of a plan that is not its news.
UNDONE = {
    Status.POSTPONED: EventStatus.POSTPONED,
    Status.CANCELLED: EventStatus.CANCELLED,
    Status.DENIED: EventStatus.DENIED,
}
# The events that it can be said of: what has happened cannot be called off.
PLANS = frozenset({EventStatus.ANNOUNCED, *UNDONE.values()})


def status_of(event: Event, group: Group) -> EventStatus:
    """As the furthest report has it; a stage whose day is over is done; the last word on a mere plan holds.

    What one outlet alone says has happened is denied where nothing came after the denial.
    """
    told = {ref.status for ref in event.grounds}
    last = max(event.notices, key=lambda each: (each.at, each.article_id), default=None)
    renewed = last and any(ref.arrived and ref.arrived > last.at for ref in event.reports)
    notice = None if renewed else last
    if Status.COMPLETED in told or Status.ONGOING in told:
        if notice and notice.status is EventStatus.DENIED and voices(event.reports) == 1:
            return EventStatus.DENIED
        done = Status.COMPLETED in told or _is_over(event, group)
        return EventStatus.COMPLETED if done else EventStatus.ONGOING
    return notice.status if notice else EventStatus.ANNOUNCED


def _is_over(event: Event, group: Group) -> bool:
    day = group.stated
    return day is not None and any(ref.published and ref.published.date() > day for ref in event.reports)


def is_worth_telling(group: Group, transfers: Sequence[Transfer], reports: Sequence[ReportRef]) -> bool:
    """Whether people should hear of it.

    Not of a text that names no second side, nor on one outlet's word of a recap or of what is hardly a report.
    """
    sure = max((ref.report.confidence for ref in reports if ref.report), default=0.0)
    if len(group.sides) < 2:
        return False
    if not transfers and (sure < SURE or len(group.sides - hosts()) < 2):  # where they landed is no side
        return False
    fresh = any(not facts.stated or not facts.out or facts.out - facts.stated <= STALE for facts in group.members)
    enough = DATED if group.stated else AT_WAR if is_war(group.sides) else UNDATED
    return (fresh and sure >= enough) or voices(reports) > 1
