"""The places to post to: from the config and from subscriptions."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from pydantic import TypeAdapter

from bot.alerts import wants
from bot.store.database import Database, Row, as_text
from bot.store.events import Events
from bot.types import Channel, DeliveryState, Platform, Wishes

_NONE: Mapping[str, Wishes] = MappingProxyType({})
_WISHES = TypeAdapter(Wishes)

CAUGHT_UP = timedelta(days=7)  # how far back a channel that comes back is told what it missed


class Channels:
    """Who is told."""

    def __init__(self, db: Database, events: Events) -> None:
        self._db, self._events = db, events

    def sync(self, configured: Iterable[Channel], now: datetime, wishes: Mapping[str, Wishes] = _NONE) -> None:
        """Make the configured channels, and their wishes by their ids, those of the config; subscriptions stay."""
        with self._db.writing():
            self._db.execute("UPDATE channels SET configured = 0")
            for channel in configured:
                self._keep(channel, now, "configured")
                self.keep_wishes(channel.id, wishes.get(channel.id, Wishes()))

    def wishes(self, channel_id: str) -> Wishes:
        """What the channel wants to be told of."""
        rows = self._db.rows("SELECT wishes FROM channels WHERE id = ? AND wishes IS NOT NULL", channel_id)
        return wishes_of(rows[0]["wishes"]) if rows else Wishes()

    def keep_wishes(self, channel_id: str, wishes: Wishes) -> None:
        """Tell a channel, from now on, what it wishes for; inside a transaction."""
        kept = None if wishes == Wishes() else _WISHES.dump_json(wishes).decode()
        self._db.execute("UPDATE channels SET wishes = ? WHERE id = ?", (kept, channel_id))

    def _keep(self, channel: Channel, now: datetime, how: str) -> None:
        values = (channel.id, channel.platform.value, channel.address, channel.language, as_text(now))
        self._db.execute(
            f"INSERT INTO channels (id, platform, address, language, since, configured, subscribed) "  # noqa: S608
            f"VALUES (?, ?, ?, ?, ?, {int(how == 'configured')}, {int(how == 'subscribed')}) "
            f"ON CONFLICT (id) DO UPDATE SET {how} = 1, language = excluded.language",
            values,
        )
        self._come_back(channel.id, now)

    def _come_back(self, channel_id: str, now: datetime) -> None:
        """A channel that was lost is owed, as a summary, what it missed since then; of the last days at most."""
        rows = self._db.rows("SELECT gone, gone_at FROM channels WHERE id = ?", channel_id)
        if not rows or rows[0]["gone"] is None:  # a chat may be forgotten while a post is under way
            return
        self._db.execute("UPDATE channels SET gone = NULL WHERE id = ?", (channel_id,))
        if rows[0]["gone_at"] is None:
            return
        longest = as_text(now - CAUGHT_UP) or ""
        missed = self._db.rows(
            "SELECT a.id, a.event_id FROM alerts a JOIN events e ON e.id = a.event_id "
            "WHERE a.kind = 'new' AND e.merged_into IS NULL AND a.at >= ? AND (a.at >= ? OR EXISTS (SELECT 1 "
            "FROM deliveries d WHERE d.alert_id = a.id AND d.channel_id = ? AND d.state = 'refused')) ORDER BY a.id",
            longest,
            rows[0]["gone_at"],
            channel_id,
        )
        self._db.executemany(
            "INSERT INTO deliveries (alert_id, event_id, channel_id, state, fold) VALUES (?, ?, ?, 'owed', 1) "
            "ON CONFLICT (alert_id, channel_id) DO UPDATE SET state = 'owed', fold = 1, attempt = NULL, plain = 0, "
            "not_before = NULL WHERE deliveries.state = 'refused'",
            [(row["id"], row["event_id"], channel_id) for row in missed if self.is_wanted(channel_id, row["event_id"])],
        )

    def is_wanted(self, channel_id: str, event_id: str) -> bool:
        """Whether the channel wishes alerts of the event, as it is known now."""
        wishes = self.wishes(channel_id)
        event = None if wishes == Wishes() else self._events.get(event_id)
        return event is None or (wishes.alerts and wants(wishes, event))

    def lose(self, channel_id: str, reason: str, now: datetime) -> None:
        """Owe a channel nothing more until it comes back; inside a transaction."""
        self._db.execute(
            "UPDATE channels SET gone = ?, gone_at = coalesce(gone_at, ?), paused = NULL WHERE id = ?",
            (reason, as_text(now), channel_id),
        )

    def has(self, channel_id: str) -> bool:
        """Whether it is known, whatever became of it."""
        return bool(self._db.rows("SELECT 1 FROM channels WHERE id = ?", channel_id))

    def lost(self, platform: Platform) -> tuple[tuple[Channel, str], ...]:
        """The platform's channels that cannot be posted to any more, each with the reason."""
        rows = self._db.rows("SELECT * FROM channels WHERE platform = ? AND gone IS NOT NULL", platform.value)
        return tuple((channel_of(row), row["gone"]) for row in rows)

    def pause(self, channel_id: str, reason: str) -> None:
        """Remember why nothing can be posted there at present; inside a transaction."""
        self._db.execute("UPDATE channels SET paused = ? WHERE id = ?", (reason, channel_id))

    def reached(self, channel_id: str, now: datetime) -> None:
        """A post arrived, so it is neither lost nor paused; inside a transaction."""
        self._come_back(channel_id, now)
        self._db.execute(
            "UPDATE channels SET gone_at = NULL, paused = NULL WHERE id = ? "
            "AND (gone_at IS NOT NULL OR paused IS NOT NULL)",
            (channel_id,),
        )

    def move(self, channel: Channel, address: str) -> None:
        """The same people, if they are known, under another address with all that is theirs; inside a transaction.

        What was chosen goes along, but where the new address is told something by itself: there its own choices hold.
        """
        if not self.has(channel.id):
            return
        new_id = Channel(platform=channel.platform, address=address).id
        if self._db.rows("SELECT 1 FROM channels WHERE id = ? AND (configured OR subscribed)", new_id):
            self._db.execute(
                "UPDATE channels AS c SET configured = max(c.configured, o.configured), "
                "subscribed = max(c.subscribed, o.subscribed), gone = NULL FROM channels o WHERE c.id = ? AND o.id = ?",
                (new_id, channel.id),
            )
            self._hand_over(channel.id, new_id)
            self.delete(channel.id)
            return
        self._hand_over(new_id, channel.id)
        self.delete(new_id)
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        self._db.execute("UPDATE channels SET id = ?, address = ? WHERE id = ?", (new_id, address, channel.id))
        self._hand_over(channel.id, new_id)

    def _hand_over(self, channel_id: str, to: str) -> None:
        """Make its rows another's, as far as that one has none of the same."""
        for table, column in self._tables():
            sql = f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?"  # noqa: S608 (as the database names them)
            self._db.execute(sql, (to, channel_id))

    def delete(self, channel_id: str) -> dict[str, int]:
        """Delete a channel with all its rows, in whatever table; how many in each. Inside a transaction."""
        counts: dict[str, int] = {}
        for table, column in (*self._tables(), ("channels", "id")):
            sql = f"DELETE FROM {table} WHERE {column} = ?"  # noqa: S608 (as the database itself names them)
            counts[table] = self._db.execute(sql, (channel_id,)).rowcount
        return counts

    def _tables(self) -> list[tuple[str, str]]:
        """The other tables that have a column for the channel, whoever adds one."""
        sql = (
            "SELECT m.name AS name, c.name AS own FROM sqlite_master m JOIN pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND c.name IN ('channel', 'channel_id') ORDER BY m.name"
        )
        return [(row["name"], row["own"]) for row in self._db.rows(sql)]

    def active(self) -> tuple[Channel, ...]:
        """Every channel that alerts are owed to."""
        rows = self._db.rows("SELECT * FROM channels WHERE (configured OR subscribed) AND gone IS NULL ORDER BY id")
        return tuple(map(channel_of, rows))

    def subscribe(self, channel: Channel, now: datetime, person: str = "") -> None:
        """Owe alerts to a chat from now on, since `person` (the platform's own id) wants it."""
        with self._db.writing():
            self._keep(channel, now, "subscribed")
            sql = "UPDATE channels SET since = ?, subscribed_by = ? WHERE id = ?"
            self._db.execute(sql, (as_text(now), person, channel.id))

    def unsubscribe(self, platform: Platform, address: str) -> bool:
        """Owe a chat nothing more; whether it was subscribed. What it was still owed is dropped."""
        channel_id = Channel(platform=platform, address=address).id
        with self._db.writing():
            cursor = self._db.execute("UPDATE channels SET subscribed = 0 WHERE id = ? AND subscribed", (channel_id,))
            if cursor.rowcount:
                self._db.execute(
                    "UPDATE deliveries SET state = ?, reason = 'unsubscribed' WHERE channel_id = ? AND state = ? "
                    "AND NOT (SELECT configured FROM channels WHERE id = channel_id)",
                    (DeliveryState.DROPPED, channel_id, DeliveryState.OWED),
                )
            return bool(cursor.rowcount)


def channel_of(row: Row) -> Channel:
    """A row of the channels."""
    return Channel(
        platform=Platform(row["platform"]),
        address=row["address"],
        language=row["language"],
        subscribed=bool(row["subscribed"]),
    )


@lru_cache(maxsize=1024)
def wishes_of(text: str) -> Wishes:
    """Wishes as they were kept; the same ones are read at every change of an event."""
    return _WISHES.validate_json(text)
