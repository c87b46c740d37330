"""Which entries were seen, for months: a few bytes for each thing that an entry is known by."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bot.store.database import Database

REMEMBERED = 180  # days after an entry was last in its feed
_REFRESH = 7  # days after which a key that is still met is noted again

_EPOCH = date(1970, 1, 1)


class Entries:
    """Keys of entries, each with the digest of its entry's words; 0 where that is not known."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._pruned: date | None = None

    def known(self, keys: Iterable[int]) -> dict[int, int]:
        """Those of the keys that were seen, each with the words of its entry at that time."""
        wanted = json.dumps(list(keys))
        sql = "SELECT key, words FROM entry_keys WHERE key IN (SELECT value FROM json_each(?))"
        return {row["key"]: row["words"] for row in self._db.rows(sql, wanted)}

    def remember(self, words: Mapping[int, int], now: datetime) -> None:
        """Note keys as seen now; inside `writing`. Once a day those not met for long are forgotten."""
        today = (now.date() - _EPOCH).days
        self._db.executemany(
            "INSERT INTO entry_keys (key, words, seen) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE "
            "SET words = excluded.words, seen = excluded.seen WHERE words != excluded.words OR seen < ?",
            [(key, value, today, today - _REFRESH) for key, value in words.items()],
        )
        if self._pruned != now.date():
            self._db.execute("DELETE FROM entry_keys WHERE seen < ?", (today - REMEMBERED,))
            self._pruned = now.date()
