"""When a channel gets a digest or wants quiet, and which events a digest tells of. Pure: the clock is an argument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.types import Alert, AlertKind, Event, EventStatus, Habits, Rhythm

HAPPENED = (EventStatus.COMPLETED, EventStatus.ONGOING)
_STEPS = {Rhythm.DAILY: 1, Rhythm.WEEKLY: 7}
MONDAY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with the last alert of it that a digest covers."""

    event: Event
    alert: Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a digest tells: what happened, what changed of events told before, what is announced and still to come."""

    happened: tuple[Event, ...] = ()
    changed: tuple[Told, ...] = ()
    announced: tuple[Event, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say; what was announced earlier is no news."""
        return not (self.happened or self.changed or self.announced)


def last_due(habits: Habits, now: datetime) -> datetime:
    """The latest moment up to now at which a digest was due; weekly ones are due on Mondays."""
    assert habits.digest is not None, "asked only of a channel that wants one"
    day = now.astimezone(ZoneInfo(habits.time_zone)).date()
    while _moment(habits, day) > now or (habits.digest is Rhythm.WEEKLY and day.weekday() != MONDAY):
        day -= timedelta(days=1)
    return _moment(habits, day)


def next_due(habits: Habits, after: datetime) -> datetime:
    """The first moment after that one at which a digest is due, by the clocks of the channel's time zone."""
    assert habits.digest is not None, "asked only of a channel that wants one"
    day = last_due(habits, after).astimezone(ZoneInfo(habits.time_zone)).date()
    return _moment(habits, day + timedelta(days=_STEPS[habits.digest]))


def _moment(habits: Habits, day: date) -> datetime:
    return datetime.combine(day, habits.at, ZoneInfo(habits.time_zone)).astimezone(UTC)


def quiet_until(habits: Habits, now: datetime) -> datetime | None:
    """When the channel's quiet hours end, if it is within them now."""
    if habits.quiet is None:
        return None
    zone = ZoneInfo(habits.time_zone)
    local = now.astimezone(zone)
    start, end = habits.quiet
    clock = local.time()
    within = start <= clock < end if start < end else clock >= start or clock < end
    if not within:
        return None
    day = local.date() + timedelta(days=int(clock >= end))
    return datetime.combine(day, end, zone).astimezone(UTC)


def quiet_hours(text: str) -> tuple[time, time]:
    """From when to when, of "22:00-07:00"; ValueError where it is neither."""
    start, _, end = text.partition("-")
    hours = time.fromisoformat(start.strip()), time.fromisoformat(end.strip())
    if hours[0] == hours[1]:
        raise ValueError("begins when it ends")
    return hours


def contents(alerts: Sequence[Alert], events: Mapping[str, Event], ahead: Sequence[Event], until: datetime) -> Contents:
    """What to tell, of the alerts of that time in their order and the announced events whose day is still ahead."""
    last = {alert.event_id: alert for alert in alerts}
    first = {alert.event_id: alert for alert in reversed(alerts)}
    told = [
        Told(event=events[event_id], alert=alert)
        for event_id, alert in last.items()
        if event_id in events and not (events[event_id].merged_into and first[event_id].kind is AlertKind.NEW)
    ]
    took_place = {alert.event_id for alert in alerts if alert.kind is AlertKind.NEW or alert.reason == "status_changed"}
    happened = [one.event for one in told if one.event.status in HAPPENED and one.event.id in took_place]
    happened = [event for event in happened if not event.merged_into]
    announced = [one.event for one in told if one.event.status is EventStatus.ANNOUNCED and not one.event.merged_into]
    others = {event.id for event in (*happened, *announced)}
    coming = [event for event in ahead if event.told and event.id not in last and event.first_seen < until]
    return Contents(
        happened=tuple(sorted(happened, key=_by_day)),
        changed=tuple(one for one in told if one.event.id not in others),
        announced=tuple(sorted((*announced, *(coming if told else ())), key=_by_day)),
    )


def _by_day(event: Event) -> tuple[date, datetime]:
    return event.day, event.first_seen
