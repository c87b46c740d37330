"""What the owner is to be told once: a channel was lost, a token was refused."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Database, as_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that the owner should know; one for each `kind` and `subject`, until that has passed."""

    kind: str
    subject: str
    text: str


class Notices:
    """Told once each; a thing that has passed and comes again is told again."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, notice: Notice, now: datetime) -> bool:
        """Keep it, inside a transaction; whether it is new."""
        cursor = self._db.execute(
            "INSERT INTO notices (kind, subject, text, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (notice.kind, notice.subject, notice.text, as_text(now)),
        )
        return bool(cursor.rowcount)

    def clear(self, kind: str, subject: str) -> None:
        """What it was about has passed; inside a transaction. One that is still to be told stays until it is."""
        self._db.execute("DELETE FROM notices WHERE kind = ? AND subject = ? AND told IS NOT NULL", (kind, subject))

    def untold(self) -> tuple[Notice, ...]:
        """Those that the owner has still to be told, the oldest first."""
        rows = self._db.rows("SELECT kind, subject, text FROM notices WHERE told IS NULL ORDER BY at")
        return tuple(Notice(kind=row["kind"], subject=row["subject"], text=row["text"]) for row in rows)

    def told(self, notice: Notice, now: datetime) -> None:
        """The owner has been told."""
        with self._db.writing():
            self._db.execute(
                "UPDATE notices SET told = ? WHERE kind = ? AND subject = ?",
                (as_text(now), notice.kind, notice.subject),
            )
