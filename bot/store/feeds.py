"""The feeds' caching and health."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.store.database import Database, Row, as_moment, as_text
from bot.types import Feed, FullText


class ListedFeed(Protocol):
    """A feed as the config lists it."""

    url: str
    name: str | None
    language: str | None
    every: float | None
    full_text: FullText | None


class Feeds:
    """What is known of every feed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def sync(self, listed: Iterable[ListedFeed], every: float, now: datetime, *, full_text: FullText = "auto") -> None:
        """Make the feeds those of the config; one that left keeps what was seen of it, in case it comes back."""
        with self._db.writing():
            self._db.execute("UPDATE feeds SET listed = 0")
            for feed in listed:
                values = (feed.url, feed.name, feed.language, feed.every or every, as_text(now))
                self._db.execute(
                    "INSERT INTO feeds (url, name, language, every, listed, next_poll_at) VALUES (?, ?, ?, ?, 1, ?) "
                    "ON CONFLICT (url) DO UPDATE SET name = excluded.name, language = excluded.language, "
                    "every = excluded.every, listed = 1",
                    values,
                )
                mode = feed.full_text or full_text
                self._db.execute("UPDATE feeds SET full_text = ? WHERE url = ?", (mode, feed.url))

    def listed(self) -> tuple[Feed, ...]:
        """Every listed feed."""
        return tuple(map(_feed, self._db.rows("SELECT * FROM feeds WHERE listed ORDER BY url")))

    def due(self, now: datetime) -> tuple[Feed, ...]:
        """The listed feeds whose time has come, longest due first."""
        sql = "SELECT * FROM feeds WHERE listed AND next_poll_at <= ? ORDER BY next_poll_at"
        return tuple(map(_feed, self._db.rows(sql, as_text(now))))

    def save(self, feed: Feed) -> None:
        """Keep a feed's caching and health state."""
        self._db.execute(
            "UPDATE feeds SET etag = ?, last_modified = ?, body_hash = ?, next_poll_at = ?, polled_at = ?, "
            "changed_at = ?, failures = ?, error = ? WHERE url = ?",
            (
                feed.etag,
                feed.last_modified,
                feed.body_hash,
                as_text(feed.next_poll_at),
                as_text(feed.polled_at),
                as_text(feed.changed_at),
                feed.failures,
                feed.error,
                feed.url,
            ),
        )


def _feed(row: Row) -> Feed:
    return Feed(
        url=row["url"],
        name=row["name"],
        language=row["language"],
        every=row["every"],
        full_text=row["full_text"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        body_hash=row["body_hash"],
        next_poll_at=datetime.fromisoformat(row["next_poll_at"]),
        polled_at=as_moment(row["polled_at"]),
        changed_at=as_moment(row["changed_at"]),
        failures=row["failures"],
        error=row["error"],
    )
