"""Events of which a chat wants to hear no more."""

from bot.store.database import Database


class Mutes:
    """Which chat muted which event; a chat need not be a channel."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def mute(self, channel_id: str, event_id: str) -> None:
        """Tell the chat nothing more of the event, nor what is still to go."""
        with self._db.writing():
            self._db.execute(
                "UPDATE deliveries SET state = 'dropped', reason = 'muted' "
                "WHERE event_id = ? AND channel_id = ? AND state = 'owed'",
                (event_id, channel_id),
            )
            sql = "INSERT OR IGNORE INTO mutes (channel_id, event_id) VALUES (?, ?)"
            self._db.execute(sql, (channel_id, event_id))

    def unmute(self, channel_id: str, event_id: str) -> bool:
        """Tell it again what changes; whether it was muted."""
        with self._db.writing():
            sql = "DELETE FROM mutes WHERE channel_id = ? AND event_id = ?"
            return bool(self._db.execute(sql, (channel_id, event_id)).rowcount)

    def muted(self, channel_id: str) -> tuple[str, ...]:
        """The ids of the events that the chat muted, the latest first."""
        rows = self._db.rows("SELECT event_id FROM mutes WHERE channel_id = ? ORDER BY event_id DESC", channel_id)
        return tuple(row["event_id"] for row in rows)
