"""What the operator writes to every chat: kept as a draft until it is confirmed, then owed like any alert."""

from datetime import datetime, timedelta

from bot.store.database import Database, as_text
from bot.store.events import Events
from bot.store.habits import HabitRows
from bot.types import Alert, AlertKind, Fate

DRAFT_KEPT = timedelta(minutes=15)  # until it is confirmed; what lies longer is sent by mistake


class Broadcasts:
    """The drafts, and how they are owed."""

    def __init__(self, db: Database, events: Events, habits: HabitRows) -> None:
        self._db, self._events, self._habits = db, events, habits

    def draft(self, text: str, now: datetime) -> int:
        """Keep a text until it is confirmed; its number."""
        with self._db.writing():
            self._db.execute("DELETE FROM drafts WHERE sent IS NULL AND at < ?", (as_text(now - DRAFT_KEPT),))
            cursor = self._db.execute("INSERT INTO drafts (at, text) VALUES (?, ?)", (as_text(now), text))
        assert cursor.lastrowid is not None, "just inserted"
        return cursor.lastrowid

    def send(self, number: int, now: datetime) -> tuple[Fate, int]:
        """Owe a draft to every channel that is owed alerts, once and not too late; to how many.

        It belongs to no event, and waits for the end of a channel's quiet hours like an alert.
        """
        with self._db.writing():
            rows = self._db.rows("SELECT * FROM drafts WHERE id = ?", number)
            if rows and rows[0]["sent"]:
                return Fate.AGAIN, 0
            if not rows or not timedelta(0) <= now - datetime.fromisoformat(rows[0]["at"]) <= DRAFT_KEPT:
                return Fate.EXPIRED, 0
            alert = Alert(event_id="", kind=AlertKind.BROADCAST, reason=rows[0]["text"], at=now, article_id="")
            self._db.execute("UPDATE drafts SET sent = ? WHERE id = ?", (as_text(now), number))
            alert_id = self._events.add_alert(alert)
            owed = self._db.execute(
                "INSERT INTO deliveries (alert_id, event_id, channel_id, state) SELECT ?, ?, id, 'owed' "
                "FROM channels WHERE (configured OR subscribed) AND gone IS NULL",
                (alert_id, f"broadcast {alert_id}"),
            ).rowcount
            self._habits.hold(alert_id, now)
        return Fate.OWED, owed
