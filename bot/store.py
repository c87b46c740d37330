"""What has been seen, what is known and what is owed: SQLite through sqlite-utils. Nothing else speaks SQL.

One connection, used from one thread. Writes happen inside `with store.writing():`, which begins at once with the write
lock and holds no `await`; what one poll brings is one such transaction.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, Self

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.days import WINDOW
from bot.errors import StoreError
from bot.facts import sides_of
from bot.migrations import migrations
from bot.types import (
    Alert,
    AlertKind,
    Channel,
    Delivery,
    DeliveryState,
    Event,
    Feed,
    NotSent,
    Outcome,
    Placement,
    Platform,
    Refused,
    Sent,
)
from detectors import Article, Report

BUSY_SECONDS = 30
_EVENT, _REPORT = TypeAdapter(Event), TypeAdapter(Report)
_CANDIDATES = 60
_TO_GO, _GONE_OUT = "'owed'", "'sent', 'claimed', 'unknown'"

Row = Mapping[str, Any]


class ListedFeed(Protocol):
    """A feed as the config lists it."""

    url: str
    name: str | None
    language: str | None
    every: float | None


class Store:
    """The database; `open` makes it where there is none."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._conn = db.conn

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it, in its present shape; raises StoreError and leaves a stranger's alone."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)
            conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                return cls(_prepared(conn, path))
            except BaseException:
                conn.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{path}: cannot be used as the database ({error}); name another file or mend it"
            ) from error

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, all or nothing; never awaits."""
        self._conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._conn.execute("ROLLBACK")
            raise
        self._conn.execute("COMMIT")

    def _rows(self, sql: str, *values: object) -> list[Row]:
        cursor = self._conn.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    # ── Feeds ──

    def sync_feeds(self, listed: Iterable[ListedFeed], every: float, now: datetime) -> None:
        """Make the feeds those of the config; one that left keeps what was seen of it, in case it comes back."""
        with self.writing():
            self._conn.execute("UPDATE feeds SET listed = 0")
            for feed in listed:
                values = (feed.url, feed.name, feed.language, feed.every or every, _time(now))
                self._conn.execute(
                    "INSERT INTO feeds (url, name, language, every, listed, next_poll_at) VALUES (?, ?, ?, ?, 1, ?) "
                    "ON CONFLICT (url) DO UPDATE SET name = excluded.name, language = excluded.language, "
                    "every = excluded.every, listed = 1",
                    values,
                )

    def feeds(self) -> tuple[Feed, ...]:
        """Every listed feed."""
        return tuple(map(_feed, self._rows("SELECT * FROM feeds WHERE listed ORDER BY url")))

    def due_feeds(self, now: datetime) -> tuple[Feed, ...]:
        """The listed feeds whose time has come, longest due first."""
        sql = "SELECT * FROM feeds WHERE listed AND next_poll_at <= ? ORDER BY next_poll_at"
        return tuple(map(_feed, self._rows(sql, _time(now))))

    def save_feed(self, feed: Feed) -> None:
        """Keep a feed's caching and health state."""
        self._conn.execute(
            "UPDATE feeds SET etag = ?, last_modified = ?, body_hash = ?, next_poll_at = ?, polled_at = ?, "
            "changed_at = ?, failures = ?, error = ? WHERE url = ?",
            (
                feed.etag,
                feed.last_modified,
                feed.body_hash,
                _time(feed.next_poll_at),
                _time(feed.polled_at),
                _time(feed.changed_at),
                feed.failures,
                feed.error,
                feed.url,
            ),
        )

    def seen(self, feed_url: str, ids: Iterable[str]) -> set[str]:
        """Those of the entries' ids that were seen before in this feed."""
        wanted = json.dumps(list(ids))
        sql = "SELECT id FROM entries WHERE feed_url = ? AND id IN (SELECT value FROM json_each(?))"
        return {row["id"] for row in self._rows(sql, feed_url, wanted)}

    def mark_seen(self, feed_url: str, ids: Iterable[str], now: datetime) -> None:
        """Remember entries, so that they are new no more."""
        rows = [(feed_url, entry_id, _time(now)) for entry_id in ids]
        self._conn.executemany("INSERT OR IGNORE INTO entries VALUES (?, ?, ?)", rows)

    # ── Articles, reports, events, alerts ──

    def has_article(self, article_id: str) -> bool:
        """Whether an article was taken in before."""
        return bool(self._rows("SELECT 1 FROM articles WHERE id = ?", article_id))

    def add_article(self, article: Article, verdict: str, now: datetime) -> None:
        """Keep an article that tells of an exchange, or that could not be read."""
        published = _time(article.published) if article.published else None
        values = (article.id, article.url, article.source, article.title, article.lang, published, _time(now), verdict)
        self._conn.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def candidates(self, parties: Iterable[str], day: date | None) -> tuple[Event, ...]:
        """The events around a day, or of any day, in which one of the parties' sides took part."""
        sides = json.dumps(sorted(set(sides_of(parties).values())))
        first, last = ((day - WINDOW).isoformat(), (day + WINDOW).isoformat()) if day else ("", "~")
        most = _CANDIDATES if day else -1
        sql = (
            "SELECT DISTINCT e.body, e.updated FROM event_sides s JOIN events e ON e.id = s.event_id "
            "WHERE s.side IN (SELECT value FROM json_each(?)) AND s.day BETWEEN ? AND ? AND e.merged_into IS NULL "
            "ORDER BY e.updated DESC LIMIT ?"
        )
        return tuple(_event(row["body"]) for row in self._rows(sql, sides, first, last, most))

    def save_placement(self, placement: Placement, report: Report) -> None:
        """Keep the report, the event as it now is, and what became of the events around it."""
        self.save_event(placement.event)
        self._add_report(placement, report)
        for change in placement.others:
            self.save_event(change.event)
        for event in placement.merged:
            self.save_event(replace(event, reports=()))
        if placement.others or placement.merged:
            for event in (placement.event, *(change.event for change in placement.others)):
                self._move_reports(event)

    def save_event(self, event: Event) -> None:
        """Keep an event as it now is."""
        day = (event.event_date or event.first_seen.date()).isoformat()
        body = _EVENT.dump_json(event).decode()
        self._conn.execute(
            "INSERT INTO events (id, day, status, updated, body, merged_into) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET day = excluded.day, status = excluded.status, "
            "updated = excluded.updated, body = excluded.body, merged_into = excluded.merged_into",
            (event.id, day, event.status.value, _time(event.updated), body, event.merged_into),
        )
        self._conn.execute("DELETE FROM event_sides WHERE event_id = ?", (event.id,))
        if event.merged_into is None:
            sides = {(side, day, event.id) for side in sides_of(event.parties).values()}
            self._conn.executemany("INSERT INTO event_sides VALUES (?, ?, ?)", sorted(sides))

    def _move_reports(self, event: Event) -> None:
        """Note which reports are now the event's own."""
        self._conn.executemany(
            "UPDATE reports SET event_id = ? WHERE article_id = ? AND number = ? AND event_id != ?",
            [(event.id, *ref.key, event.id) for ref in event.reports],
        )

    def _add_report(self, placement: Placement, report: Report) -> None:
        day = report.event_date.isoformat() if report.event_date else None
        facts = (report.status.value, report.kind.value, report.confidence, day, report.place, report.ordinal)
        cursor = self._conn.execute(
            "INSERT INTO reports VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                placement.article_id,
                placement.event.id,
                *facts,
                placement.reason,
                _REPORT.dump_json(report).decode(),
                placement.number,
            ),
        )
        self._conn.executemany(
            "INSERT INTO transfers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    cursor.lastrowid,
                    json.dumps(t.released_by),
                    json.dumps(t.returned_to),
                    t.category.value,
                    t.count,
                    t.count_max,
                    t.qualifier.value,
                    t.planned,
                    json.dumps(t.claimed_by),
                    json.dumps(t.confirmed_by),
                )
                for t in report.transfers
            ],
        )

    def add_alert(self, alert: Alert) -> int:
        """Keep a decision to tell people; its id."""
        values = (alert.event_id, alert.kind.value, alert.reason, _time(alert.at), alert.article_id)
        cursor = self._conn.execute("INSERT INTO alerts VALUES (NULL, ?, ?, ?, ?, ?)", values)
        assert cursor.lastrowid is not None, "just inserted"
        return cursor.lastrowid

    def event(self, event_id: str) -> Event | None:
        """One event."""
        rows = self._rows("SELECT body FROM events WHERE id = ?", event_id)
        return _EVENT.validate_json(rows[0]["body"]) if rows else None

    def latest_events(self, n: int) -> tuple[Event, ...]:
        """The n events last told of, the latest first."""
        rows = self._rows(
            "SELECT body FROM events WHERE merged_into IS NULL ORDER BY day DESC, updated DESC LIMIT ?", n
        )
        return tuple(_EVENT.validate_json(row["body"]) for row in rows)

    def events(self) -> Iterator[Event]:
        """Every event that stands for itself, the first seen first."""
        for row in self._rows("SELECT body FROM events WHERE merged_into IS NULL ORDER BY day, id"):
            yield _EVENT.validate_json(row["body"])

    def reports(self) -> Iterator[tuple[str, str, Report]]:
        """(article id, event id, report) of every report, in the order in which they came."""
        for row in self._rows("SELECT article_id, event_id, body FROM reports ORDER BY id"):
            yield row["article_id"], row["event_id"], _REPORT.validate_json(row["body"])

    def alerts(self) -> Iterator[Alert]:
        """Every alert, in the order in which they were decided."""
        return map(_alert, self._rows("SELECT * FROM alerts ORDER BY id"))

    # ── Channels ──

    def sync_channels(self, configured: Iterable[Channel], now: datetime) -> None:
        """Make the configured channels those of the config; subscriptions stay."""
        with self.writing():
            self._conn.execute("UPDATE channels SET configured = 0")
            for channel in configured:
                self._keep_channel(channel, now, "configured")

    def _keep_channel(self, channel: Channel, now: datetime, how: str) -> None:
        values = (channel.id, channel.platform.value, channel.address, channel.language, _time(now))
        self._conn.execute(
            f"INSERT INTO channels (id, platform, address, language, since, configured, subscribed) "  # noqa: S608
            f"VALUES (?, ?, ?, ?, ?, {int(how == 'configured')}, {int(how == 'subscribed')}) "
            f"ON CONFLICT (id) DO UPDATE SET {how} = 1, language = excluded.language, gone = NULL",
            values,
        )

    def channels(self) -> tuple[Channel, ...]:
        """Every channel that alerts are owed to."""
        rows = self._rows("SELECT * FROM channels WHERE (configured OR subscribed) AND gone IS NULL ORDER BY id")
        return tuple(map(_channel, rows))

    def subscribe(self, channel: Channel, now: datetime) -> bool:
        """Owe alerts to a chat from now on; whether that is new."""
        known = channel.id in {each.id for each in self.channels()}
        if not known:
            with self.writing():
                self._keep_channel(channel, now, "subscribed")
        return not known

    def unsubscribe(self, platform: Platform, address: str) -> bool:
        """Owe a chat nothing more; whether it was subscribed. What it was still owed is dropped."""
        channel_id = Channel(platform=platform, address=address).id
        with self.writing():
            cursor = self._conn.execute("UPDATE channels SET subscribed = 0 WHERE id = ? AND subscribed", (channel_id,))
            if cursor.rowcount:
                self._conn.execute(
                    "UPDATE deliveries SET state = ?, reason = 'unsubscribed' WHERE channel_id = ? AND state = ? "
                    "AND NOT (SELECT configured FROM channels WHERE id = channel_id)",
                    (DeliveryState.REFUSED, channel_id, DeliveryState.OWED),
                )
            return bool(cursor.rowcount)

    # ── Deliveries ──

    def owe(self, alert_id: int, alert: Alert) -> int:
        """Owe an alert to every channel; how many.

        An update waits for nothing that still shows the old facts. Only those who were told of an event hear that it is
        withdrawn; what is still to go is dropped.
        """
        told = "EXISTS (SELECT 1 FROM deliveries d WHERE d.event_id = ? AND d.channel_id = c.id AND d.state IN ({}))"
        match alert.kind:
            case AlertKind.NEW:
                only: tuple[str, tuple[str, ...]] = ("", ())
            case AlertKind.UPDATE:
                only = f"AND NOT {told.format(_TO_GO)}", (alert.event_id,)
            case AlertKind.CANCEL:
                self._conn.execute(
                    "UPDATE deliveries SET state = 'refused', reason = ? WHERE event_id = ? AND state = 'owed'",
                    (alert.reason, alert.event_id),
                )
                only = f"AND {told.format(_GONE_OUT)}", (alert.event_id,)
        cursor = self._conn.execute(
            "INSERT INTO deliveries (alert_id, event_id, channel_id, state) "  # noqa: S608
            "SELECT ?, ?, c.id, 'owed' FROM channels c WHERE (c.configured OR c.subscribed) AND c.gone IS NULL "
            + only[0],
            (alert_id, alert.event_id, *only[1]),
        )
        return cursor.rowcount

    def owed(self, now: datetime, limit: int) -> tuple[Delivery, ...]:
        """What may be posted now: for each channel its oldest delivery that is not settled, if that is owed and due."""
        sql = (
            "SELECT d.*, a.kind, a.reason AS why, a.at, a.article_id, c.platform, c.address, c.language, c.subscribed "
            "FROM deliveries d JOIN alerts a ON a.id = d.alert_id JOIN channels c ON c.id = d.channel_id "
            "WHERE d.state = 'owed' AND (d.not_before IS NULL OR d.not_before <= ?) AND d.id = "
            "(SELECT min(o.id) FROM deliveries o WHERE o.channel_id = d.channel_id AND o.state IN ('owed', 'claimed')) "
            "ORDER BY a.kind != 'new', d.id LIMIT ?"
        )
        return tuple(map(_delivery, self._rows(sql, _time(now), limit)))

    def next_due(self) -> datetime | None:
        """When the earliest delayed delivery may be tried again."""
        rows = self._rows(
            "SELECT min(not_before) AS at FROM deliveries WHERE state = 'owed' AND not_before IS NOT NULL"
        )
        return _moment(rows[0]["at"])

    def claim(self, delivery_id: int, now: datetime) -> None:
        """Write down that a post is about to leave, before it does."""
        with self.writing():
            self._conn.execute(
                "UPDATE deliveries SET state = 'claimed', attempts = attempts + 1, claimed_at = ? WHERE id = ?",
                (_time(now), delivery_id),
            )

    def settle(self, delivery: Delivery, outcome: Outcome, now: datetime, wait: float = 0.0) -> None:
        """Write down what became of a post; `wait` delays the next try of one that was not sent."""
        with self.writing():
            match outcome:
                case Sent(message_id=message_id):
                    self._conn.execute(
                        "UPDATE deliveries SET state = 'sent', message_id = ?, reason = NULL WHERE id = ?",
                        (message_id, delivery.id),
                    )
                case NotSent(reason=reason):
                    self._conn.execute(
                        "UPDATE deliveries SET state = 'owed', not_before = ?, reason = ? WHERE id = ?",
                        (_time(now + timedelta(seconds=wait)), reason, delivery.id),
                    )
                case Refused():
                    self._refuse(delivery, outcome)
                case _:
                    self._conn.execute(
                        "UPDATE deliveries SET state = 'unknown', reason = ? WHERE id = ?",
                        (outcome.reason, delivery.id),
                    )

    def _refuse(self, delivery: Delivery, outcome: Refused) -> None:
        channel = delivery.channel
        if outcome.moved_to:  # a group became a supergroup: the same people, another id
            new_id = f"{channel.platform}:{outcome.moved_to}"
            self._conn.execute("PRAGMA defer_foreign_keys = ON")
            self._conn.execute(
                "UPDATE channels SET id = ?, address = ? WHERE id = ?", (new_id, outcome.moved_to, channel.id)
            )
            self._conn.execute("UPDATE deliveries SET channel_id = ? WHERE channel_id = ?", (new_id, channel.id))
            self._conn.execute("UPDATE deliveries SET state = 'owed' WHERE id = ?", (delivery.id,))
            return
        self._conn.execute(
            "UPDATE deliveries SET state = 'refused', reason = ? WHERE id = ?", (outcome.reason, delivery.id)
        )
        if outcome.channel_gone:
            self._conn.execute("UPDATE channels SET gone = ? WHERE id = ?", (outcome.reason, channel.id))
            self._conn.execute(
                "UPDATE deliveries SET state = 'refused', reason = ? WHERE channel_id = ? AND state = 'owed'",
                (outcome.reason, channel.id),
            )

    def reclaim(self) -> int:
        """After a crash: what was claimed and never settled is owed again; how many."""
        with self.writing():
            return self._conn.execute("UPDATE deliveries SET state = 'owed' WHERE state = 'claimed'").rowcount

    def sent_message(self, event_id: str, channel_id: str) -> str | None:
        """The message that a channel has of an event."""
        sql = (
            "SELECT message_id FROM deliveries WHERE event_id = ? AND channel_id = ? AND state = 'sent' "
            "AND message_id IS NOT NULL ORDER BY id DESC LIMIT 1"
        )
        rows = self._rows(sql, event_id, channel_id)
        return rows[0]["message_id"] if rows else None

    def delivery_states(self) -> dict[str, int]:
        """How many deliveries are in each state."""
        return {row["state"]: row["n"] for row in self._rows("SELECT state, count(*) n FROM deliveries GROUP BY state")}


def _prepared(conn: sqlite3.Connection, path: Path) -> Database:
    """The database with its settings, in its present shape."""
    db = Database(conn)
    _refuse_strangers(db, path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    migrations.apply(db)
    return db


def _refuse_strangers(db: Database, path: Path) -> None:
    """A file of another program, or of a newer version of this one, is left as it is."""
    tables = set(db.table_names())
    if not tables:
        return
    if "_sqlite_migrations" not in tables or "deliveries" not in tables:
        raise StoreError(f"{path}: is a database of another program; name another file in [store] path")
    known = {migration.name for migration in migrations.pending(db)} | {m.name for m in migrations.applied(db)}
    ours = {migration.name for migration in migrations._migrations}
    if known - ours:
        raise StoreError(f"{path}: was written by a newer version of Exchange Watch; update this one")


def _time(moment: datetime | date | None) -> str | None:
    """Sortable text: RFC 3339 in UTC; a day alone stays one."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return moment.isoformat() if moment is not None else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _feed(row: Row) -> Feed:
    return Feed(
        url=row["url"],
        name=row["name"],
        language=row["language"],
        every=row["every"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        body_hash=row["body_hash"],
        next_poll_at=datetime.fromisoformat(row["next_poll_at"]),
        polled_at=_moment(row["polled_at"]),
        changed_at=_moment(row["changed_at"]),
        failures=row["failures"],
        error=row["error"],
    )


@lru_cache(maxsize=256)
def _event(body: str) -> Event:
    """An event as it was stored; those around today are read again and again."""
    return _EVENT.validate_json(body)


def _alert(row: Row) -> Alert:
    return Alert(
        id=row["id"],
        event_id=row["event_id"],
        kind=AlertKind(row["kind"]),
        reason=row["reason"],
        at=datetime.fromisoformat(row["at"]),
        article_id=row["article_id"],
    )


def _channel(row: Row) -> Channel:
    return Channel(
        platform=Platform(row["platform"]),
        address=row["address"],
        language=row["language"],
        subscribed=bool(row["subscribed"]),
    )


def _delivery(row: Row) -> Delivery:
    alert = _alert({**row, "id": row["alert_id"], "reason": row["why"]})
    return Delivery(
        id=row["id"],
        alert=alert,
        channel=_channel(row),
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        not_before=_moment(row["not_before"]),
        message_id=row["message_id"],
        reason=row["reason"],
    )
