"""What has been seen, what is known and what is owed: SQLite through sqlite-utils. Nothing else speaks SQL.

One connection, used from one thread. Writes happen inside `with store.writing():`, which begins at once with the write
lock and holds no `await`; what one poll brings is one such transaction. Each part of the store has a module.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from bot.store.channels import Channels
from bot.store.database import Database
from bot.store.deliveries import Deliveries, Head
from bot.store.events import Events
from bot.store.feeds import Feeds, ListedFeed
from bot.store.habits import HabitRows
from bot.store.notices import Notice, Notices
from bot.store.together import Together

__all__ = ["Head", "ListedFeed", "Notice", "Store", "Together"]


class Store:
    """The database; `open` makes it where there is none."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.feeds = Feeds(db)
        self.events = Events(db)
        self.channels = Channels(db)
        self.habits = HabitRows(db, self.events)
        self.notices = Notices(db)
        self.deliveries = Deliveries(db, self.notices)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it, in its present shape; raises StoreError and leaves a stranger's alone."""
        return cls(Database.open(path))

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, all or nothing; never awaits."""
        return self._db.writing()
