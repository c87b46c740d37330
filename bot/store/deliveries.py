"""What is owed to whom, and what became of it."""

from datetime import datetime, timedelta

from bot.store.channels import channel_of
from bot.store.database import Database, Row, as_moment, as_text
from bot.store.events import alert_of
from bot.types import Alert, AlertKind, Delivery, DeliveryState, NotSent, Outcome, Refused, Sent

_TO_GO, _GONE_OUT = "'owed'", "'sent', 'claimed', 'unknown'"


class Deliveries:
    """The outbox's rows."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def owe(self, alert_id: int, alert: Alert) -> int:
        """Owe an alert to every channel; how many.

        An update waits for nothing that still shows the old facts. Only those who were told of an event hear that it is
        withdrawn; what is still to go is dropped.
        """
        told = "EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = ? AND d.channel_id = c.id AND d.state IN ({}))"
        match alert.kind:
            case AlertKind.NEW:
                only: tuple[str, tuple[str, ...]] = ("", ())
            case AlertKind.UPDATE:
                only = f"AND NOT {told.format(_TO_GO)}", (alert.event_id,)
            case AlertKind.CANCEL:
                self._db.execute(
                    "UPDATE deliveries SET state = 'refused', reason = ? WHERE event_id = ? AND state = 'owed'",
                    (alert.reason, alert.event_id),
                )
                only = f"AND {told.format(_GONE_OUT)}", (alert.event_id,)
        cursor = self._db.execute(
            "INSERT INTO deliveries (alert_id, event_id, channel_id, state) "  # noqa: S608
            "SELECT ?, ?, c.id, 'owed' FROM channels c WHERE (c.configured OR c.subscribed) AND c.gone IS NULL "
            + only[0],
            (alert_id, alert.event_id, *only[1]),
        )
        return cursor.rowcount

    def owed(self, now: datetime, limit: int) -> tuple[Delivery, ...]:
        """What may be posted now: for each channel its oldest delivery that is not settled, if that is owed and due."""
        sql = (
            "SELECT d.*, a.kind, a.reason AS why, a.at, a.article_id, c.platform, c.address, c.language, c.subscribed "
            "FROM deliveries d JOIN alerts a ON a.id = d.alert_id JOIN channels c ON c.id = d.channel_id "
            "WHERE d.state = 'owed' AND (d.not_before IS NULL OR d.not_before <= ?) AND d.id = "
            "(SELECT min(o.id) FROM deliveries o WHERE o.channel_id = d.channel_id AND o.state IN ('owed', 'claimed')) "
            "ORDER BY a.kind != 'new', d.id LIMIT ?"
        )
        return tuple(map(_delivery, self._db.rows(sql, as_text(now), limit)))

    def next_due(self) -> datetime | None:
        """When the earliest delayed delivery may be tried again."""
        rows = self._db.rows(
            "SELECT min(not_before) AS at FROM deliveries WHERE state = 'owed' AND not_before IS NOT NULL"
        )
        return as_moment(rows[0]["at"])

    def claim(self, delivery_id: int, now: datetime) -> None:
        """Write down that a post is about to leave, before it does."""
        with self._db.writing():
            self._db.execute(
                "UPDATE deliveries SET state = 'claimed', attempts = attempts + 1, claimed_at = ? WHERE id = ?",
                (as_text(now), delivery_id),
            )

    def settle(self, delivery: Delivery, outcome: Outcome, now: datetime, wait: float = 0.0) -> None:
        """Write down what became of a post; `wait` delays the next try of one that was not sent."""
        with self._db.writing():
            match outcome:
                case Sent(message_id=message_id):
                    self._db.execute(
                        "UPDATE deliveries SET state = 'sent', message_id = ?, reason = NULL WHERE id = ?",
                        (message_id, delivery.id),
                    )
                case NotSent(reason=reason):
                    self._db.execute(
                        "UPDATE deliveries SET state = 'owed', not_before = ?, reason = ? WHERE id = ?",
                        (as_text(now + timedelta(seconds=wait)), reason, delivery.id),
                    )
                case Refused():
                    self._refuse(delivery, outcome)
                case _:
                    self._db.execute(
                        "UPDATE deliveries SET state = 'unknown', reason = ? WHERE id = ?",
                        (outcome.reason, delivery.id),
                    )

    def _refuse(self, delivery: Delivery, outcome: Refused) -> None:
        channel = delivery.channel
        if outcome.moved_to:  # a group became a supergroup: the same people, another id
            new_id = f"{channel.platform}:{outcome.moved_to}"
            self._db.execute("PRAGMA defer_foreign_keys = ON")
            self._db.execute(
                "UPDATE channels SET id = ?, address = ? WHERE id = ?", (new_id, outcome.moved_to, channel.id)
            )
            self._db.execute("UPDATE deliveries SET channel_id = ? WHERE channel_id = ?", (new_id, channel.id))
            self._db.execute("UPDATE deliveries SET state = 'owed' WHERE id = ?", (delivery.id,))
            return
        self._db.execute(
            "UPDATE deliveries SET state = 'refused', reason = ? WHERE id = ?", (outcome.reason, delivery.id)
        )
        if outcome.channel_gone:
            self._db.execute("UPDATE channels SET gone = ? WHERE id = ?", (outcome.reason, channel.id))
            self._db.execute(
                "UPDATE deliveries SET state = 'refused', reason = ? WHERE channel_id = ? AND state = 'owed'",
                (outcome.reason, channel.id),
            )

    def reclaim(self) -> int:
        """After a crash: what was claimed and never settled is owed again; how many."""
        with self._db.writing():
            return self._db.execute("UPDATE deliveries SET state = 'owed' WHERE state = 'claimed'").rowcount

    def sent_message(self, event_id: str, channel_id: str) -> str | None:
        """The message that a channel has of an event."""
        sql = (
            "SELECT message_id FROM deliveries WHERE event_id = ? AND channel_id = ? AND state = 'sent' "
            "AND message_id IS NOT NULL ORDER BY id DESC LIMIT 1"
        )
        rows = self._db.rows(sql, event_id, channel_id)
        return rows[0]["message_id"] if rows else None

    def states(self) -> dict[str, int]:
        """How many deliveries are in each state."""
        return {
            row["state"]: row["n"] for row in self._db.rows("SELECT state, count(*) n FROM deliveries GROUP BY state")
        }


def _delivery(row: Row) -> Delivery:
    alert = alert_of({**row, "id": row["alert_id"], "reason": row["why"]})
    return Delivery(
        id=row["id"],
        alert=alert,
        channel=channel_of(row),
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        not_before=as_moment(row["not_before"]),
        message_id=row["message_id"],
        reason=row["reason"],
    )
