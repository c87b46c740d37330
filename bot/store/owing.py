"""Who is owed what: decisions about an event become deliveries, and marks on messages that are to be kept true."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.alerts import FRESH, edit_at, wants
from bot.store.channels import wishes_of
from bot.store.database import Database, as_text
from bot.store.events import Events, alert_of
from bot.store.habits import HabitRows
from bot.types import Alert, AlertKind, Event, Wishes

_IN, _ALSO = "(SELECT value FROM json_each(:wishes))", "(SELECT value FROM json_each(:also))"
_GONE_OUT = "d.state IN ('sent', 'claimed', 'unknown')"
_TOLD = "EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = :event AND d.channel_id = c.id AND {})"
# What shows an event by itself and is, or will be, where it can be edited.
_SHOWN = (
    "event_id = ? AND state IN ('sent', 'claimed') AND NOT fold AND NOT reply AND message_state = 'editable' "
    "AND (message_id IS NULL OR message_id != '')"
)


class Owing:
    """What follows from alerts and changes; every method runs inside a transaction of the caller's.

    Only the channels that wish for something cost more than their row: their wishes are few texts, each judged once.
    """

    def __init__(self, db: Database, events: Events, habits: HabitRows) -> None:
        self._db, self._events, self._habits = db, events, habits

    def owe(self, alert_id: int, alert: Alert) -> int:
        """Owe an alert to every channel that is to hear it, and keep true what they have been shown; how many.

        An update waits for nothing that still shows the old facts, and is not owed where somebody took the message
        away; who was told of the event hears it even where the event no longer fits their wishes. Only those who were
        told hear that it is denied; what is still to go is dropped. Of a merged event nobody hears anything more.
        """
        if alert.kind is AlertKind.NEW:
            return self._insert(alert_id, alert, f"(c.wishes IS NULL OR c.wishes IN {_IN})", self._willing(alert))
        self._mark(alert.event_id, alert.at)
        hearing = self._texts(lambda wishes: wishes.alerts and wishes.updates)
        if alert.kind is AlertKind.UPDATE:
            waits = _TOLD.format("(d.state = 'owed' OR d.message_state = 'gone')")
            heard = f"(c.wishes IS NULL OR c.wishes IN {_IN} OR (c.wishes IN {_ALSO} AND {_TOLD.format(_GONE_OUT)}))"
            willing = set(self._willing(alert)).intersection(hearing)
            return self._insert(alert_id, alert, f"NOT {waits} AND {heard}", willing, hearing)
        self._db.execute(
            "UPDATE deliveries SET state = 'dropped', reason = ? WHERE event_id = ? AND state = 'owed'",
            (alert.reason, alert.event_id),
        )
        event = self._events.get(alert.event_id)
        if event and event.merged_into:
            return 0
        told = _TOLD.format(f"{_GONE_OUT} AND d.message_state != 'gone'")
        return self._insert(alert_id, alert, f"{told} AND (c.wishes IS NULL OR c.wishes IN {_IN})", hearing)

    def owe_late(self, event: Event, now: datetime) -> int:
        """Owe what an event was first told with to the channels that it has grown to fit; how many.

        To those that were there when it was told, while it is fresh, and never to one that heard of it.
        """
        if not event.told or event.merged_into or now.date() - event.day > FRESH or not self._texts():
            return 0
        rows = self._db.rows("SELECT * FROM alerts WHERE event_id = ? AND kind = 'new' ORDER BY id LIMIT 1", event.id)
        if not rows:
            return 0
        alert = alert_of(rows[0])
        never = f"c.wishes IN {_IN} AND c.since <= :at AND NOT {_TOLD.format('1')}"
        return self._insert(rows[0]["id"], alert, never, self._willing(alert, event), now=now)

    def refresh(self, event: Event, now: datetime) -> None:
        """Have the messages that show an event edited in a while, for what changed and is no alert."""
        due = edit_at(event, now) if event.told and not event.merged_into else None
        if due:
            self._mark(event.id, due)

    def _mark(self, event_id: str, due: datetime) -> None:
        """Messages that are to be edited sooner anyway are left so."""
        sql = f"UPDATE deliveries SET stale = ? WHERE {_SHOWN} AND (stale IS NULL OR stale > ?)"  # noqa: S608
        self._db.execute(sql, (as_text(due), event_id, as_text(due)))

    def _insert(
        self,
        alert_id: int,
        alert: Alert,
        only: str,
        wishes: Iterable[str],
        also: Iterable[str] = (),
        *,
        now: datetime | None = None,
    ) -> int:
        """Owe it to the channels that a condition over `c` names, but for those that muted the event.

        `wishes` and `also` are the wishes, as kept, that it may ask for.
        """
        values = {"alert": alert_id, "event": alert.event_id, "at": as_text(alert.at)}
        sql = (
            "INSERT OR IGNORE INTO deliveries (alert_id, event_id, channel_id, state) "  # noqa: S608
            "SELECT :alert, :event, c.id, 'owed' FROM channels c WHERE (c.configured OR c.subscribed) "
            "AND c.gone IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM mutes m WHERE m.event_id = :event AND m.channel_id = c.id) AND " + only
        )
        lists = {"wishes": json.dumps(list(wishes)), "also": json.dumps(list(also))}
        owed = self._db.execute(sql, {**values, **lists}).rowcount
        if owed:
            self._habits.hold(alert_id, now or alert.at)
        return owed

    def _texts(self, fit: Callable[[Wishes], bool] = lambda wishes: True) -> tuple[str, ...]:
        """The different wishes that channels have, as they are kept, as far as they fit."""
        rows = self._db.rows("SELECT DISTINCT wishes FROM channels WHERE wishes IS NOT NULL")
        return tuple(row["wishes"] for row in rows if fit(wishes_of(row["wishes"])))

    def _willing(self, alert: Alert, event: Event | None = None) -> tuple[str, ...]:
        """The wishes that want alerts of the event."""
        texts = self._texts(lambda wishes: wishes.alerts)
        event = event or (self._events.get(alert.event_id) if texts else None)
        return tuple(text for text in texts if event and wants(wishes_of(text), event))
