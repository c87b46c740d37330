"""What each chat has chosen, read and kept as a whole, whether it is posted to or not; and all of it forgotten."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.store.channels import Channels, channel_of
from bot.store.database import Database, as_moment, as_text
from bot.store.habits import HabitRows
from bot.types import Channel, Platform, Settings, Standing


class ChatSettings:
    """Over the rows of channels and habits; a chat that only chose something is a channel that nothing is owed to."""

    def __init__(self, db: Database, channels: Channels, habits: HabitRows) -> None:
        self._db = db
        self._channels = channels
        self._habits = habits

    def standing(self, platform: Platform, names: Sequence[str], language: str) -> Standing:
        """How a chat stands, by its address and public name, the address first; one that the config names comes first.

        A chat that nothing is kept of would be told everything, in `language`.
        """
        ids = [Channel(platform=platform, address=name).id for name in names]
        sql = (
            "SELECT * FROM channels WHERE id IN (SELECT value FROM json_each(?)) AND (configured OR id = ?) "
            "ORDER BY configured DESC LIMIT 1"
        )
        rows = self._db.rows(sql, json.dumps(ids), ids[0])
        if not rows:
            channel = Channel(platform=platform, address=names[0], language=language)
            return Standing(channel=channel, settings=Settings(language=language))
        row = rows[0]
        channel = channel_of(row)
        habits = self._db.rows("SELECT due FROM habits WHERE channel_id = ?", channel.id)
        return Standing(
            channel=channel,
            settings=Settings(
                language=channel.language,
                wishes=self._channels.wishes(channel.id),
                habits=self._habits.of(channel.id),
            ),
            is_configured=bool(row["configured"]),
            is_told=bool(row["configured"] or row["subscribed"]) and row["gone"] is None,
            since=as_moment(row["since"]),
            subscribed_by=row["subscribed_by"] or "",
            trouble=row["gone"] or row["paused"] or "",
            next_digest=as_moment(habits[0]["due"]) if habits else None,
        )

    def keep(self, channel: Channel, settings: Settings, now: datetime) -> None:
        """Keep what a chat has chosen; that alone subscribes nobody."""
        with self._db.writing():
            self._db.execute(
                "INSERT INTO channels (id, platform, address, language, since, configured, subscribed) "
                "VALUES (?, ?, ?, ?, ?, 0, 0) ON CONFLICT (id) DO UPDATE SET language = excluded.language",
                (channel.id, channel.platform.value, channel.address, settings.language, as_text(now)),
            )
            self._channels.keep_wishes(channel.id, settings.wishes)
            self._habits.keep(channel.id, settings.habits, now)

    def subscribe(self, channel: Channel, settings: Settings, now: datetime, person: str) -> None:
        """Tell a chat from now on what it has chosen; its first digest begins where one would have been due last."""
        with self._db.writing():
            self._channels.subscribe(channel, now, person)
            self._db.execute("UPDATE habits SET since = NULL WHERE channel_id = ?", (channel.id,))
            self.keep(channel, settings, now)

    def forget(self, channel_id: str) -> dict[str, int]:
        """Delete every row that is a chat's own, in whatever table; how many of each."""
        with self._db.writing():
            own = self._db.rows("SELECT id, alert_id, event_id FROM deliveries WHERE channel_id = ?", channel_id)
            counts = self._channels.delete(channel_id)
            digests = [(row["alert_id"],) for row in own if row["event_id"].startswith("digest ")]
            self._db.executemany("DELETE FROM alerts WHERE id = ?", digests)
            notices = [("channel", channel_id), *(("refused", str(row["id"])) for row in own)]
            self._db.executemany("DELETE FROM notices WHERE kind = ? AND subject = ?", notices)
        return counts
