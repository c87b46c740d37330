"""The feeds' caching and health and what became of them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.store.database import Database, Row, as_moment, as_text
from bot.types import Feed, FeedName, FullText, Milestone, MilestoneKind

if TYPE_CHECKING:
    from bot.config import FeedConfig

_HISTORY = 200  # milestones kept of a feed


class Feeds:
    """What is known of every feed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def sync(
        self,
        listed: Iterable["FeedConfig"],
        every: float,
        now: datetime,
        *,
        slowest: float | None = None,
        full_text: FullText = "auto",
    ) -> None:
        """Make the feeds those of the config; one that left keeps what was seen of it, in case it comes back.

        `every`, `slowest` and `full_text` are for feeds that state none of their own. One that comes back to the list
        is polled at once (but not before its server's Retry-After), and so is one that is now to be polled more often,
        unless it waits as its server wishes, and one whose last poll lies in the future, or its first one far ahead:
        the clock was wrong then, or is now.
        """
        with self._db.writing():
            known = {row["url"] for row in self._db.rows("SELECT url FROM feeds WHERE listed")}
            self._db.execute("UPDATE feeds SET listed = 0")
            for feed in listed:
                most, mode = None if feed.every else slowest, feed.full_text or full_text
                values = (feed.url, feed.name, feed.language, feed.every or every, most, mode, as_text(now))
                self._db.execute(
                    "INSERT INTO feeds (url, name, language, every, slowest, full_text, listed, next_poll_at) "
                    "VALUES (?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT (url) DO UPDATE SET name = excluded.name, "
                    "language = excluded.language, every = excluded.every, slowest = excluded.slowest, "
                    "full_text = excluded.full_text, listed = 1, "
                    "next_poll_at = CASE WHEN excluded.every < every AND failures = 0 AND (polled_at IS NULL "
                    "OR 86400 * (julianday(next_poll_at) - julianday(polled_at)) "
                    "< 2.1 * max(every, coalesce(slowest, 0))) "
                    "THEN min(next_poll_at, excluded.next_poll_at) ELSE next_poll_at END",
                    values,
                )
                if feed.url not in known:
                    sql = "UPDATE feeds SET next_poll_at = max(?1, coalesce(not_before, '')) WHERE url = ?2"
                    self._db.execute(sql, (as_text(now), feed.url))
            soon = as_text(now + timedelta(minutes=5))
            self._db.execute(
                "UPDATE feeds SET next_poll_at = ?1 WHERE listed AND (polled_at > ?2 "
                "OR (polled_at IS NULL AND next_poll_at > ?2 AND next_poll_at < '9'))",
                (as_text(now), soon),
            )

    def listed(self) -> tuple[Feed, ...]:
        """Every listed feed."""
        return tuple(map(feed_of, self._db.rows("SELECT * FROM feeds WHERE listed ORDER BY url")))

    def names(self) -> tuple[FeedName, ...]:
        """How every listed feed is called, without its state, so that ten thousand are read at once."""
        return tuple(FeedName(**row) for row in self._db.rows("SELECT url, name, language FROM feeds WHERE listed"))

    def get(self, url: str) -> Feed | None:
        """One feed, listed or not."""
        rows = self._db.rows("SELECT * FROM feeds WHERE url = ?", url)
        return feed_of(rows[0]) if rows else None

    def due(self, now: datetime, limit: int = -1) -> tuple[Feed, ...]:
        """The listed feeds whose time has come, longest due first; `limit` of them at most, all if negative."""
        sql = "SELECT * FROM feeds WHERE listed AND next_poll_at <= ? ORDER BY next_poll_at LIMIT ?"
        return tuple(map(feed_of, self._db.rows(sql, as_text(now), limit)))

    def save(self, *feeds: Feed) -> None:
        """Keep feeds' caching and health state; inside `writing`."""
        self._db.executemany(_SAVE, [_values(feed) for feed in feeds])

    def save_calm(self, feeds: Iterable[Feed]) -> None:
        """Keep feeds that brought nothing and were well before, of which little changes; inside `writing`."""
        rows = [
            (as_text(each.next_poll_at), as_text(each.polled_at), as_text(each.full_at), each.moved_to, each.url)
            for each in feeds
        ]
        sql = "UPDATE feeds SET next_poll_at = ?, polled_at = ?, full_at = ?, moved_to = ? WHERE url = ?"
        self._db.executemany(sql, rows)

    def reread(self, url: str, now: datetime) -> bool:
        """Have a listed feed polled at once, and as if it were the first time; inside `writing`; whether there is one.

        What its entries told already is known by their articles, so that nothing is told twice.
        """
        sql = (
            "UPDATE feeds SET polled_at = NULL, etag = NULL, last_modified = NULL, body_hash = NULL, "
            "next_poll_at = max(?1, coalesce(not_before, '')) WHERE url = ?2 AND listed"
        )
        return bool(self._db.execute(sql, (as_text(now), url)).rowcount)

    def shift(self, jump: timedelta) -> None:
        """Move what is planned along with a clock that has jumped, so that polls go on as if it had not."""
        sql = "SELECT url, next_poll_at, not_before FROM feeds WHERE next_poll_at < '9'"
        rows = [
            (_moved(row["next_poll_at"], jump), _moved(row["not_before"], jump), row["url"])
            for row in self._db.rows(sql)
        ]
        with self._db.writing():
            self._db.executemany("UPDATE feeds SET next_poll_at = ?, not_before = ? WHERE url = ?", rows)

    def hasten(self, at: datetime, since: datetime) -> int:
        """Poll no later than `at` the healthy feeds that brought a report `since` then; inside `writing`; how many."""
        sql = (
            "UPDATE feeds SET next_poll_at = ?1 WHERE listed AND failures = 0 AND reported_at >= ?2 "
            "AND next_poll_at > ?1 AND next_poll_at < '9' AND (not_before IS NULL OR not_before <= ?1)"
        )
        return self._db.execute(sql, (as_text(at), as_text(since))).rowcount

    def remember(self, feed_url: str, milestones: Iterable[Milestone]) -> None:
        """Add to a feed's history; inside `writing`."""
        for each in milestones:
            values = (feed_url, as_text(each.at), each.kind.value, each.text)
            self._db.execute("INSERT INTO feed_history (feed_url, at, kind, text) VALUES (?, ?, ?, ?)", values)
            self._db.execute(
                "DELETE FROM feed_history WHERE feed_url = ? AND id <= (SELECT id FROM feed_history "
                "WHERE feed_url = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
                (feed_url, feed_url, _HISTORY),
            )

    def history(self, feed_url: str, limit: int = 20) -> tuple[Milestone, ...]:
        """What became of a feed, the latest last."""
        rows = self._db.rows("SELECT * FROM feed_history WHERE feed_url = ? ORDER BY id DESC LIMIT ?", feed_url, limit)
        return tuple(
            Milestone(kind=MilestoneKind(row["kind"]), text=row["text"], at=datetime.fromisoformat(row["at"]))
            for row in reversed(rows)
        )


# The state that polling changes, as columns and as fields alike; what the config says is not among it.
_PLAIN = (
    "etag", "last_modified", "body_hash", "failures", "error", "moved_to", "entries", "pace", "longest_quiet", "hint",
    "alarm",
)  # fmt: skip
_MOMENTS = ("next_poll_at", "polled_at", "changed_at", "full_at", "reported_at", "not_before", "failing_since")
_SAVE = f"UPDATE feeds SET {', '.join(f'{name} = ?' for name in _PLAIN + _MOMENTS)} WHERE url = ?"  # noqa: S608


def _values(feed: Feed) -> tuple[Any, ...]:
    return (
        *(getattr(feed, name) for name in _PLAIN),
        *(as_text(getattr(feed, name)) for name in _MOMENTS),
        feed.url,
    )


def feed_of(row: Row) -> Feed:
    """A row of the feeds."""
    state = {name: row[name] for name in ("url", "name", "language", "every", "slowest", "full_text", *_PLAIN)}
    moments = {name: as_moment(row[name]) for name in _MOMENTS}
    return Feed(**state, **moments)  # type: ignore[arg-type]


def _moved(text: str | None, jump: timedelta) -> str | None:
    moment = as_moment(text)
    try:
        return as_text(moment + jump) if moment else None
    except OverflowError:
        return text
