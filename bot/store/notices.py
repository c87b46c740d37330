"""What the operator should know, each thing once: whoever finds something adds it, whoever can tell it takes it up."""

from collections.abc import Iterable
from datetime import datetime

from bot.store.database import Database, Row, as_text
from bot.types import OperatorNotice

_KEPT = 1000  # notices


class Notices:
    """The notices, told and untold."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, kind: str, subject: str, text: str, now: datetime) -> None:
        """Owe the operator a notice; inside `writing`."""
        values = (kind, subject, text, as_text(now))
        cursor = self._db.execute("INSERT INTO notices (kind, subject, text, at) VALUES (?, ?, ?, ?)", values)
        self._db.execute("DELETE FROM notices WHERE id <= ?", ((cursor.lastrowid or 0) - _KEPT,))

    def add_once(self, kind: str, subject: str, text: str, now: datetime) -> bool:
        """Owe it unless one of that kind and subject stands already, until `clear`; whether it is new."""
        stands = self._db.rows("SELECT 1 FROM notices WHERE kind = ? AND subject = ? LIMIT 1", kind, subject)
        if not stands:
            self.add(kind, subject, text, now)
        return not stands

    def clear(self, kind: str, subject: str) -> None:
        """What it was about has passed; one that is still to be told stays until it is. Inside `writing`."""
        self._db.execute("DELETE FROM notices WHERE kind = ? AND subject = ? AND told", (kind, subject))

    def untold(self, limit: int = 20) -> tuple[OperatorNotice, ...]:
        """What no operator has been told yet, oldest first."""
        return tuple(map(_notice, self._db.rows("SELECT * FROM notices WHERE NOT told ORDER BY id LIMIT ?", limit)))

    def latest(self, limit: int = 20) -> tuple[OperatorNotice, ...]:
        """The last notices, told or not, the latest first."""
        return tuple(map(_notice, self._db.rows("SELECT * FROM notices ORDER BY id DESC LIMIT ?", limit)))

    def mark_told(self, ids: Iterable[int]) -> None:
        """Remember that the operator has been told; inside `writing`."""
        self._db.executemany("UPDATE notices SET told = 1 WHERE id = ?", [(each,) for each in ids])


def _notice(row: Row) -> OperatorNotice:
    return OperatorNotice(
        id=row["id"],
        kind=row["kind"],
        subject=row["subject"],
        text=row["text"],
        at=datetime.fromisoformat(row["at"]),
    )
