"""What people find wrong with events, for the bot's operator; who said it is nobody's business."""

import secrets
from datetime import datetime
from hashlib import blake2b

from bot.store.database import Database, Row, as_text
from bot.store.notices import Notices
from bot.types import Feedback, Heard, Reason

A_DAY = 10  # of one person
TEXT_MOST = 500  # characters of a person's words
_KEPT = 5000  # rows, done or not


class FeedbackRows:
    """The inbox.

    A row bears no person: only a keyed digest of the person with the event, and until the day is over one of the person
    with the day, so that nobody fills the inbox. Two rows of one person have nothing in common after that.
    """

    def __init__(self, db: Database, notices: Notices) -> None:
        self._db = db
        self._notices = notices

    def add(self, given: Feedback, person: str, now: datetime, *, about: str) -> Heard:
        """Keep what a person found (its `id` does not count), once for each event and so often a day.

        The owner is owed one notice for each event that has open feedback; `about` says which event it is.
        """
        today = now.date().isoformat()
        with self._db.writing():
            self._db.execute("UPDATE feedback SET today = NULL WHERE today IS NOT NULL AND at < ?", (today,))
            giver, this_day = self._digest(person, given.event_id), self._digest(person, today)
            if self._db.rows("SELECT 1 FROM feedback WHERE giver = ?", giver):
                return Heard.AGAIN
            if self._db.rows("SELECT count(*) AS n FROM feedback WHERE today = ?", this_day)[0]["n"] >= A_DAY:
                return Heard.ENOUGH
            cursor = self._db.execute(
                "INSERT INTO feedback (at, channel, event_id, reason, text, giver, today) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (as_text(now), given.channel, given.event_id, given.reason.value, given.text, giver, this_day),
            )
            self._db.execute("DELETE FROM feedback WHERE id <= ?", ((cursor.lastrowid or 0) - _KEPT,))
            said = f"feedback on {given.event_id} ({about}): {_IN_WORDS[given.reason]}"
            self._notices.add_once("feedback", given.event_id, f"{said}; {_WHERE}", now)
        return Heard.KEPT

    def _digest(self, person: str, of: str) -> bytes:
        rows = self._db.rows("SELECT value FROM salts WHERE name = 'feedback'")
        salt = rows[0]["value"] if rows else secrets.token_bytes(16)
        if not rows:
            self._db.execute("INSERT INTO salts VALUES ('feedback', ?)", (salt,))
        return blake2b(f"{person}\n{of}".encode("utf-8", "replace"), digest_size=8, key=salt).digest()

    def open(self) -> tuple[Feedback, ...]:
        """What nobody has looked at yet, the oldest first."""
        return tuple(map(_feedback, self._db.rows("SELECT * FROM feedback WHERE NOT done ORDER BY id")))

    def count(self) -> int:
        """How much is open."""
        return int(self._db.rows("SELECT count(*) AS n FROM feedback WHERE NOT done")[0]["n"])

    def done(self, number: int) -> bool:
        """Somebody has looked at it; whether it was open. With the last of an event new feedback is news again."""
        with self._db.writing():
            if not self._db.execute("UPDATE feedback SET done = 1 WHERE id = ? AND NOT done", (number,)).rowcount:
                return False
            event_id = self._db.rows("SELECT event_id FROM feedback WHERE id = ?", number)[0]["event_id"]
            if not self._db.rows("SELECT 1 FROM feedback WHERE event_id = ? AND NOT done LIMIT 1", event_id):
                self._notices.clear("feedback", event_id)
            return True


_WHERE = "see admin inbox, or exchanges feedback list"
_IN_WORDS = {
    Reason.NUMBER: "a wrong number",
    Reason.KIND: "not an exchange",
    Reason.TWICE: "told twice",
    Reason.OTHER: "in a person's own words",
}


def _feedback(row: Row) -> Feedback:
    return Feedback(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        channel=row["channel"],
        event_id=row["event_id"],
        reason=Reason(row["reason"]),
        text=row["text"],
    )
