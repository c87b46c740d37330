"""What has been seen, what is known and what is owed: SQLite through sqlite-utils. Nothing else speaks SQL.

One connection, used from one thread. Writes happen inside `with store.writing():`, which begins at once with the write
lock and holds no `await`; what one poll brings is one such transaction. Each part of the store has a module.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from bot.store.broadcasts import Broadcasts
from bot.store.channels import Channels
from bot.store.database import Database
from bot.store.deliveries import EDIT, Deliveries, Head
from bot.store.entries import Entries
from bot.store.events import Events
from bot.store.feedback import FeedbackRows
from bot.store.feeds import Feeds
from bot.store.habits import HabitRows
from bot.store.health import Health
from bot.store.mutes import Mutes
from bot.store.notices import Notices
from bot.store.owing import Owing
from bot.store.search import Search
from bot.store.settings import ChatSettings
from bot.store.together import Together

__all__ = ["EDIT", "Head", "Store", "Together"]


class Store:
    """The database; `open` makes it where there is none."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.feeds = Feeds(db)
        self.entries = Entries(db)
        self.search = Search(db)
        self.events = Events(db, self.search)
        self.channels = Channels(db, self.events)
        self.mutes = Mutes(db)
        self.habits = HabitRows(db, self.events, self.channels, self.mutes)
        self.notices = Notices(db)
        self.deliveries = Deliveries(db, self.channels, self.notices)
        self.owing = Owing(db, self.events, self.habits)
        self.settings = ChatSettings(db, self.channels, self.habits)
        self.feedback = FeedbackRows(db, self.notices)
        self.broadcasts = Broadcasts(db, self.events, self.habits)
        self.health = Health(db)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it, in its present shape; raises StoreError and leaves a stranger's alone."""
        store = cls(Database.open(path))
        store._index()
        return store

    def _index(self) -> None:
        """Index what an older version of the program stored."""
        if self.search.is_empty():
            with self.writing():
                for event in self.events.standing():
                    self.search.keep(event)

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def writing(self, *, lasting: bool = True) -> AbstractContextManager[None]:
        """One transaction, all or nothing; never awaits. `lasting`: even a power cut right behind it undoes nothing."""
        return self._db.writing(lasting=lasting)
