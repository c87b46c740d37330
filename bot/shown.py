"""What a step shows: the card of what it tells, as it is known at this moment."""

from dataclasses import replace
from datetime import datetime

from bot.backlog import Step
from bot.digests import quiet_until
from bot.render import brief, broadcast, card, digest, summary, withdrawn
from bot.store import Store
from bot.types import Alert, AlertKind, Card, DueDigest, Event, Rhythm


def shown(store: Store, step: Step, now: datetime) -> Card | None:
    """The card that a step posts or edits in; None where there is nothing left to tell.

    In a channel's quiet hours it makes no sound: what may make one then waits for their end.
    """
    told = _card(store, step)
    if told is None or step.edits:
        return told
    habits = store.habits.of(step.first.channel.id)
    is_quiet = habits.silent and quiet_until(habits, now) is not None
    return replace(told, is_silent=True) if is_quiet else told


def _card(store: Store, step: Step) -> Card | None:
    alert, language = step.first.alert, step.first.channel.language
    if alert.kind is AlertKind.DIGEST:
        return _digest(store, DueDigest.of(alert, step.first.channel))
    if alert.kind is AlertKind.BROADCAST:
        return broadcast(alert.reason, language=language)
    alerts: dict[str, Alert] = {}
    for delivery in step.deliveries:
        alerts.setdefault(delivery.alert.event_id, delivery.alert)
    events = [event for event in map(store.events.get, alerts) if event]
    told = [event for event in events if not event.merged_into]
    if len(told) > 1:
        return summary(told, language=language)
    if not told:
        return withdrawn(events[0], _survivor(store, events[0]), language=language) if events else None
    alert = alerts[told[0].id]
    whole = card(told[0], alert.kind, reason=alert.reason, language=language)
    return brief(whole) if step.replies_to else whole


def _survivor(store: Store, gone: Event) -> Event:
    """The event that one turned out to be, which may itself have turned out to be another."""
    event, seen = gone, {gone.id}
    while event.merged_into and event.merged_into not in seen and (into := store.events.get(event.merged_into)):
        seen.add(into.id)
        event = into
    return event


def _digest(store: Store, due: DueDigest) -> Card:
    rhythm, zone = due.habits.digest or Rhythm.DAILY, due.habits.time_zone
    contents = store.habits.contents(due)
    return digest(contents, due.since, due.until, rhythm=rhythm, time_zone=zone, language=due.channel.language)
