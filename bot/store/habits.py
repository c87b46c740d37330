"""What channels have asked for beside alerts: digests and quiet hours."""

import json
from collections.abc import Mapping
from datetime import datetime, time

from bot.alerts import wants
from bot.digests import Contents, contents, last_due, next_due, quiet_hours, quiet_until
from bot.store.channels import Channels, channel_of
from bot.store.database import Database, Row, as_moment, as_text
from bot.store.events import Events
from bot.store.mutes import Mutes
from bot.types import Alert, AlertKind, Channel, DueDigest, Habits, Rhythm

_FIELDS = "h.digest, h.at, h.time_zone, h.say_nothing, h.quiet, h.silent, h.since, h.due"


class HabitRows:
    """One row for each channel that has any."""

    def __init__(self, db: Database, events: Events, channels: Channels, mutes: Mutes) -> None:
        self._db, self._events, self._channels, self._mutes = db, events, channels, mutes

    def sync(self, configured: Mapping[str, Habits], now: datetime) -> None:
        """Make the habits of the configured channels, by their ids, those of the config."""
        with self._db.writing():
            self._db.execute(
                "DELETE FROM habits WHERE channel_id IN (SELECT id FROM channels WHERE configured) "
                "AND channel_id NOT IN (SELECT value FROM json_each(?))",
                (json.dumps(list(configured)),),
            )
            for channel_id, habits in configured.items():
                self.keep(channel_id, habits, now)

    def keep(self, channel_id: str, habits: Habits, now: datetime) -> None:
        """Keep a channel's habits, inside a transaction; a digest begins where the last one ended."""
        rows = self._db.rows("SELECT since FROM habits WHERE channel_id = ?", channel_id)
        since = as_moment(rows[0]["since"]) if rows else None
        if habits.digest:
            since = since or last_due(habits, now)
        due = next_due(habits, since) if habits.digest and since else None
        quiet = "-".join(f"{hour:%H:%M}" for hour in habits.quiet) if habits.quiet else None
        at, nothing = f"{habits.at:%H:%M}", habits.say_nothing
        values = (channel_id, habits.digest, at, habits.time_zone, nothing, quiet, habits.silent)
        self._db.execute(
            "INSERT OR REPLACE INTO habits (channel_id, digest, at, time_zone, say_nothing, quiet, silent, since, due) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, as_text(since) if habits.digest else None, as_text(due)),
        )

    def of(self, channel_id: str) -> Habits:
        """What a channel wants beside its alerts."""
        rows = self._db.rows(f"SELECT {_FIELDS} FROM habits h WHERE h.channel_id = ?", channel_id)  # noqa: S608
        return _habits(rows[0]) if rows else Habits()

    def due(self, now: datetime) -> tuple[DueDigest, ...]:
        """The digests that are due, each over all the time since the last one: an outage makes one of several."""
        rows = self._db.rows(
            f"SELECT h.channel_id, {_FIELDS}, c.platform, c.address, c.language, c.subscribed "  # noqa: S608
            "FROM habits h JOIN channels c ON c.id = h.channel_id "
            "WHERE h.due <= ? AND c.gone IS NULL AND (c.configured OR c.subscribed)",
            as_text(now),
        )
        return tuple(_due(row, now) for row in rows)

    def contents(self, due: DueDigest) -> Contents:
        """What a digest tells, as it is known now: of what the channel wishes for and has not muted."""
        wishes, muted = self._channels.wishes(due.channel.id), set(self._mutes.muted(due.channel.id))
        alerts = self._events.alerts_between(due.since, due.until)
        found = {alert.event_id: self._events.get(alert.event_id) for alert in alerts}
        events = {
            event_id: event
            for event_id, event in found.items()
            if event and event_id not in muted and wants(wishes, event)
        }
        ahead = [each for each in self._events.announced(due.until.date()) if each.id not in muted]
        return contents(alerts, events, [each for each in ahead if wants(wishes, each)], due.until)

    def owe(self, due: DueDigest, now: datetime) -> None:
        """Owe a channel its digest as a delivery of its own, inside a transaction."""
        alert = Alert(event_id="", kind=AlertKind.DIGEST, reason=due.as_reason(), at=now, article_id="")
        alert_id = self._events.add_alert(alert)
        self._db.execute(
            "INSERT INTO deliveries (alert_id, event_id, channel_id, state) VALUES (?, ?, ?, 'owed')",
            (alert_id, f"digest {alert_id}", due.channel.id),
        )

    def told(self, due: DueDigest) -> None:
        """The time up to then is done with, whether there was anything to say or not; inside a transaction."""
        self._db.execute(
            "UPDATE habits SET since = ?, due = ? WHERE channel_id = ?",
            (as_text(due.until), as_text(next_due(due.habits, due.until)), due.channel.id),
        )

    def hold(self, alert_id: int, now: datetime) -> None:
        """Let what an alert owes to channels in their quiet hours wait until those end; inside a transaction.

        Where these are only silent, it goes at once, and the outbox sees to it that it makes no sound.
        """
        sql = f"SELECT h.channel_id, {_FIELDS} FROM habits h WHERE h.quiet IS NOT NULL AND NOT h.silent"  # noqa: S608
        for row in self._db.rows(sql):
            later = quiet_until(_habits(row), now)
            if later:
                self._db.execute(
                    "UPDATE deliveries SET not_before = ? WHERE alert_id = ? AND channel_id = ? AND state = 'owed'",
                    (as_text(later), alert_id, row["channel_id"]),
                )


def _due(row: Row, now: datetime) -> DueDigest:
    habits, since = _habits(row), as_moment(row["since"])
    assert since is not None, "it has a digest"
    channel: Channel = channel_of(row)
    return DueDigest(channel=channel, habits=habits, since=since, until=last_due(habits, now))


def _habits(row: Row) -> Habits:
    return Habits(
        digest=Rhythm(row["digest"]) if row["digest"] else None,
        at=time.fromisoformat(row["at"]),
        time_zone=row["time_zone"],
        say_nothing=bool(row["say_nothing"]),
        quiet=quiet_hours(row["quiet"]) if row["quiet"] else None,
        silent=bool(row["silent"]),
    )
