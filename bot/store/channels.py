"""The places to post to: from the config and from subscriptions."""

from collections.abc import Iterable
from datetime import datetime

from bot.store.database import Database, Row, as_text
from bot.types import Channel, DeliveryState, Platform


class Channels:
    """Who is told."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def sync(self, configured: Iterable[Channel], now: datetime) -> None:
        """Make the configured channels those of the config; subscriptions stay."""
        with self._db.writing():
            self._db.execute("UPDATE channels SET configured = 0")
            for channel in configured:
                self._keep(channel, now, "configured")

    def _keep(self, channel: Channel, now: datetime, how: str) -> None:
        values = (channel.id, channel.platform.value, channel.address, channel.language, as_text(now))
        self._db.execute(
            f"INSERT INTO channels (id, platform, address, language, since, configured, subscribed) "  # noqa: S608
            f"VALUES (?, ?, ?, ?, ?, {int(how == 'configured')}, {int(how == 'subscribed')}) "
            f"ON CONFLICT (id) DO UPDATE SET {how} = 1, language = excluded.language, gone = NULL",
            values,
        )

    def active(self) -> tuple[Channel, ...]:
        """Every channel that alerts are owed to."""
        rows = self._db.rows("SELECT * FROM channels WHERE (configured OR subscribed) AND gone IS NULL ORDER BY id")
        return tuple(map(channel_of, rows))

    def subscribe(self, channel: Channel, now: datetime) -> bool:
        """Owe alerts to a chat from now on; whether that is new."""
        known = channel.id in {each.id for each in self.active()}
        if not known:
            with self._db.writing():
                self._keep(channel, now, "subscribed")
        return not known

    def unsubscribe(self, platform: Platform, address: str) -> bool:
        """Owe a chat nothing more; whether it was subscribed. What it was still owed is dropped."""
        channel_id = Channel(platform=platform, address=address).id
        with self._db.writing():
            cursor = self._db.execute("UPDATE channels SET subscribed = 0 WHERE id = ? AND subscribed", (channel_id,))
            if cursor.rowcount:
                self._db.execute(
                    "UPDATE deliveries SET state = ?, reason = 'unsubscribed' WHERE channel_id = ? AND state = ? "
                    "AND NOT (SELECT configured FROM channels WHERE id = channel_id)",
                    (DeliveryState.REFUSED, channel_id, DeliveryState.OWED),
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
