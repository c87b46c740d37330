"""How the feeds, the queue and the chats are, at a glance for whoever runs the bot."""

from datetime import datetime, timedelta

from bot.store.database import Database, as_moment, as_text
from bot.store.feeds import feed_of
from bot.types import ChatsHealth, Feed, FeedsHealth, QueueHealth


class Health:
    """Counts over the whole store."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def feeds(self, now: datetime) -> FeedsHealth:
        """How the listed feeds are."""
        sql = (
            "SELECT count(*) AS listed, count(*) FILTER (WHERE polled_at BETWEEN ? AND ?) AS polled, "
            "count(*) FILTER (WHERE failures) AS failing, "
            "count(*) FILTER (WHERE NOT failures AND alarm IS NOT NULL) AS silent, "
            "max(polled_at) AS last FROM feeds WHERE listed"
        )
        row = self._db.rows(sql, as_text(now - timedelta(hours=1)), as_text(now))[0]
        return FeedsHealth(
            listed=row["listed"],
            polled=row["polled"],
            failing=row["failing"],
            silent=row["silent"],
            last_poll=as_moment(row["last"]),
        )

    def troubled(self) -> tuple[Feed, ...]:
        """The listed feeds that are not well, those that have failed longest first."""
        sql = (
            "SELECT * FROM feeds WHERE listed AND (failures OR alarm IS NOT NULL) "
            "ORDER BY failing_since IS NULL, failing_since, url"
        )
        return tuple(map(feed_of, self._db.rows(sql)))

    def queue(self) -> QueueHealth:
        """How the deliveries are that have not arrived."""
        rows = self._db.rows(
            "SELECT d.state, count(*) AS n, min(a.at) AS oldest FROM deliveries d JOIN alerts a ON a.id = d.alert_id "
            "WHERE d.state IN ('owed', 'claimed', 'refused', 'unknown') GROUP BY d.state"
        )
        count = {row["state"]: row["n"] for row in rows}
        waiting = [row["oldest"] for row in rows if row["state"] in ("owed", "claimed")]
        return QueueHealth(
            owed=count.get("owed", 0),
            claimed=count.get("claimed", 0),
            refused=count.get("refused", 0),
            unknown=count.get("unknown", 0),
            oldest=as_moment(min(waiting, default=None)),
        )

    def chats(self) -> ChatsHealth:
        """How the chats are that want alerts."""
        sql = (
            "SELECT count(*) FILTER (WHERE configured) AS configured, count(*) FILTER (WHERE NOT configured) AS "
            "subscribed, count(*) FILTER (WHERE paused IS NOT NULL AND gone IS NULL) AS paused, "
            "count(*) FILTER (WHERE gone IS NOT NULL) AS gone "
            "FROM channels WHERE configured OR subscribed"
        )
        row = self._db.rows(sql)[0]
        return ChatsHealth(
            configured=row["configured"], subscribed=row["subscribed"], paused=row["paused"], gone=row["gone"]
        )

    def bytes(self) -> int:
        """The size of the database's file."""
        pages, size = (self._db.rows(f"PRAGMA {name}")[0][name] for name in ("page_count", "page_size"))
        return int(pages * size)
