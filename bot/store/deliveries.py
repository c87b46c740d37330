"""What is owed to whom, and what became of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.channels import Channels, channel_of
from bot.store.database import Database, Row, as_moment, as_text
from bot.store.events import alert_of
from bot.store.notices import Notices
from bot.types import (
    Channel,
    Delivery,
    DeliveryState,
    Message,
    MessageState,
    NotSent,
    Outcome,
    Refusal,
    Refused,
    Sent,
)

OPEN = "state IN ('owed', 'claimed')"  # as the index deliveries_open has it
_COLUMNS = (
    "d.*, a.kind, a.reason AS why, a.at, a.article_id, c.platform, c.address, c.language, c.subscribed "
    "FROM deliveries d JOIN alerts a ON a.id = d.alert_id JOIN channels c ON c.id = d.channel_id"
)
NEW, UPDATE, FOLD, EDIT = 0, 1, 2, 3  # the ranks of what is to be done
# Whose messages are kept true: in chats that still want to hear from us.
_STALE = (
    "FROM deliveries d JOIN channels c ON c.id = d.channel_id WHERE d.stale IS NOT NULL AND d.state = 'sent' "
    "AND c.gone IS NULL AND (c.configured OR c.subscribed)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A channel that is owed something: how urgent the most urgent of it is, and when the first of it may go.

    Of the rank EDIT: nothing of what is owed may go yet, and a message is to be edited.
    """

    channel: Channel
    rank: int
    not_before: datetime | None
    since: datetime | None  # when `not_before` was written


class Deliveries:
    """The outbox's rows."""

    def __init__(self, db: Database, channels: Channels, notices: Notices) -> None:
        self._db = db
        self._channels = channels
        self._notices = notices

    # what is owed

    def heads(self, channel_id: str | None = None) -> tuple[Head, ...]:
        """Every channel that is owed something, or that one if it is."""
        sql = (
            "SELECT d.channel_id, h.rank, d.not_before, d.claimed_at, "  # noqa: S608
            "c.platform, c.address, c.language, c.subscribed FROM (SELECT o.channel_id, min(o.id) AS id, "
            f"min(CASE WHEN o.fold THEN {FOLD} WHEN a.kind = 'new' THEN {NEW} ELSE {UPDATE} END) AS rank "
            f"FROM deliveries o JOIN alerts a ON a.id = o.alert_id WHERE o.{OPEN} "
            f"{'AND o.channel_id = ?' if channel_id else ''} GROUP BY o.channel_id"
            ") h JOIN deliveries d ON d.id = h.id JOIN channels c ON c.id = d.channel_id ORDER BY h.id"
        )
        of = [channel_id] if channel_id else []
        heads = {
            row["channel_id"]: Head(
                channel_of(row), row["rank"], as_moment(row["not_before"]), as_moment(row["claimed_at"])
            )
            for row in self._db.rows(sql, *of)
        }
        sql = (
            "SELECT c.id, c.platform, c.address, c.language, c.subscribed, min(d.stale) AS stale "
            f"{_STALE} {'AND d.channel_id = ?' if channel_id else ''} GROUP BY d.channel_id ORDER BY stale"
        )
        for row in self._db.rows(sql, *of):
            head, due = heads.get(row["id"]), datetime.fromisoformat(row["stale"])
            if head is None or (head.not_before and due < head.not_before):
                heads[row["id"]] = Head(channel_of(row), EDIT, due, None)
        return tuple(heads.values())

    def next_edit(self, channel_id: str) -> Delivery | None:
        """The message of a channel that is to be edited first, as the delivery that posted it, with the last alert."""
        latest = "(SELECT max(id) FROM alerts WHERE event_id = d.event_id)"
        sql = (
            f"SELECT {_COLUMNS.replace('a.id = d.alert_id', f'a.id = {latest}')} "
            "WHERE d.channel_id = ? AND d.stale IS NOT NULL AND d.state = 'sent' ORDER BY d.stale LIMIT 1"
        )
        rows = self._db.rows(sql, channel_id)
        return _delivery(rows[0]) if rows else None

    def backlog(self, channel_id: str, limit: int) -> tuple[Delivery, ...]:
        """What a channel is owed and what is not known of, oldest first."""
        sql = f"SELECT {_COLUMNS} WHERE d.channel_id = ? AND d.{OPEN} ORDER BY d.id LIMIT ?"
        return tuple(map(_delivery, self._db.rows(sql, channel_id, limit)))

    def messages(self, channel_id: str, event_ids: Sequence[str]) -> dict[str, Message]:
        """The message that shows each of these events to a channel; replies and what tells of several events do not."""
        sql = (
            "SELECT event_id, message_id, message_state FROM deliveries WHERE channel_id = ? AND state = 'sent' "
            "AND event_id IN (SELECT value FROM json_each(?)) AND message_id != '' AND NOT fold AND NOT reply"
        )
        return {
            row["event_id"]: Message(id=row["message_id"], state=MessageState(row["message_state"]))
            for row in self._db.rows(sql, channel_id, json.dumps(list(event_ids)))
        }

    # what becomes of it

    def claim(
        self, deliveries: Sequence[Delivery], attempt: str, now: datetime, *, fold: bool = False, reply: bool = False
    ) -> None:
        """Write down that a post is about to leave, before it does and before it is written; `attempt` is its name."""
        with self._db.writing():
            self._db.executemany(
                "UPDATE deliveries SET state = 'claimed', attempt = ?, attempts = attempts + 1, claimed_at = ?, "
                "not_before = NULL, stale = NULL, fold = ?, reply = ? WHERE id = ?",
                [(attempt, as_text(now), fold, reply, delivery.id) for delivery in deliveries],
            )

    def settle(
        self,
        deliveries: Sequence[Delivery],
        outcome: Outcome,
        now: datetime,
        *,
        wait: float = 0.0,
        final: bool = False,
    ) -> None:
        """Write down what became of a post; `wait` delays the next try, or the next look where the answer was lost.

        `final`: where nobody knows, it is left at that.
        """
        later = as_text(now + timedelta(seconds=wait))
        channel = deliveries[0].channel
        with self._db.writing():
            match outcome:
                case Sent(message_id=message_id):
                    self._set(
                        deliveries, "state = 'sent', message_id = ?, reason = NULL, not_before = NULL", message_id
                    )
                    self._channels.reached(channel.id, now)
                    self._notices.clear("channel", channel.id)
                case NotSent(reason=reason):
                    self._set(deliveries, "state = 'owed', attempt = NULL, not_before = ?, reason = ?", later, reason)
                case Refused():
                    self._refuse(deliveries, outcome, later, now)
                case _ if final:
                    self._set(deliveries, "state = 'unknown', reason = ?", outcome.reason)
                case _:
                    self._set(deliveries, "not_before = ?, reason = ?", later, outcome.reason)

    def settle_edit(
        self, delivery: Delivery, outcome: Outcome, now: datetime, *, wait: float = 0.0, is_true: bool = True
    ) -> None:
        """Write down what became of an edit; `is_true`: it still says what is known, nothing changed meanwhile.

        No edit is claimed: until it was made for sure it stays to be made, since to edit twice does no harm.
        """
        later = as_text(now + timedelta(seconds=wait))
        with self._db.writing():
            match outcome:
                case Sent():
                    self._set([delivery], "attempts = 1" + (", stale = NULL" if is_true else ""))
                    self._channels.reached(delivery.channel.id, now)
                    self._notices.clear("channel", delivery.channel.id)
                case Refused(what=Refusal.CARD) if not delivery.plain and not outcome.moved_to:
                    self._set([delivery], "plain = 1")
                case Refused(what=Refusal.CARD | Refusal.MESSAGE | Refusal.EDIT) if not outcome.moved_to:
                    self._set([delivery], "stale = NULL")
                    self._refuse_message(delivery, outcome)
                case Refused():
                    self._refuse_channel(delivery, outcome, later, now)
                case _:
                    self._set([delivery], "stale = ?, attempts = attempts + 1", later)

    def _refuse(self, deliveries: Sequence[Delivery], outcome: Refused, later: str | None, now: datetime) -> None:
        first, reason = deliveries[0], outcome.reason
        again = "state = 'owed', attempt = NULL, not_before = ?, reason = ?"
        match outcome.what:
            case what if outcome.moved_to or what is Refusal.EDIT:
                self._set(deliveries, again, None, reason)
            case Refusal.CARD if not first.plain:
                self._set(deliveries, f"{again}, plain = 1", None, reason)
            case Refusal.CARD:
                self._set(deliveries, "state = 'refused', reason = ?", reason)
                text = f"{first.channel.id} took no alert {first.id}: {reason}; see exchanges deliveries list"
                self._notices.add_once("refused", str(first.id), text, now)
            case Refusal.RIGHT:
                self._set(deliveries, again, later, reason)
            case Refusal.MESSAGE:
                self._set(deliveries, "state = 'dropped', reason = ?", reason)
        self._refuse_message(first, outcome)
        self._refuse_channel(first, outcome, later, now)

    def _refuse_message(self, delivery: Delivery, outcome: Refused) -> None:
        """Remember what can no longer be done with the message that shows an event; nothing goes of what is gone."""
        if outcome.what is Refusal.EDIT:
            self._mark(delivery, MessageState.FIXED)
        elif outcome.what is Refusal.MESSAGE:
            self._mark(delivery, MessageState.GONE)
            self._db.execute(
                "UPDATE deliveries SET state = 'dropped', reason = ? "
                "WHERE event_id = ? AND channel_id = ? AND state = 'owed'",
                (outcome.reason, delivery.alert.event_id, delivery.channel.id),
            )

    def _refuse_channel(self, first: Delivery, outcome: Refused, later: str | None, now: datetime) -> None:
        """What a refusal means for all that a channel is owed."""
        channel, reason = first.channel, outcome.reason
        if outcome.moved_to:  # a group became a supergroup: the same people, another id
            self._channels.move(channel, outcome.moved_to)
            if not channel.subscribed:  # else nobody need do anything
                self._note(channel, f"has moved to {outcome.moved_to}; name that in the config", now)
        elif outcome.what is Refusal.CHANNEL:
            self.lose(channel, reason, now)
        elif outcome.what is Refusal.RIGHT:
            self._channels.pause(channel.id, reason)
            sql = "UPDATE deliveries SET stale = ? WHERE channel_id = ? AND stale IS NOT NULL"
            self._db.execute(sql, (later, channel.id))
            self._note(channel, f"does not let us post: {reason}; alerts wait until it does", now)

    def lose(self, channel: Channel, reason: str, now: datetime) -> None:
        """A channel that cannot be posted to any more is owed nothing until it comes back; inside a transaction."""
        self._channels.lose(channel.id, reason, now)
        self._db.execute(
            f"UPDATE deliveries SET state = 'refused', attempt = NULL, reason = ? "  # noqa: S608
            f"WHERE channel_id = ? AND {OPEN}",
            (reason, channel.id),
        )
        self._note(channel, f"cannot be posted to any more: {reason}", now)

    def resume(self, channel_id: str, now: datetime) -> bool:
        """A channel that lets us post again waits for no further look, only for quiet hours; inside a transaction.

        Whether it was paused.
        """
        sql = "UPDATE channels SET paused = NULL WHERE id = ? AND paused IS NOT NULL"
        if not self._db.execute(sql, (channel_id,)).rowcount:
            return False
        tried = "UPDATE deliveries SET not_before = NULL WHERE channel_id = ? AND state = 'owed' AND reason IS NOT NULL"
        self._db.execute(tried, (channel_id,))
        edits = "UPDATE deliveries SET stale = :now WHERE channel_id = :channel AND stale > :now"
        self._db.execute(edits, {"now": as_text(now), "channel": channel_id})
        return True

    def _set(self, deliveries: Sequence[Delivery], change: str, *values: object) -> None:
        sql = f"UPDATE deliveries SET {change} WHERE id = ?"  # noqa: S608
        self._db.executemany(sql, [(*values, delivery.id) for delivery in deliveries])

    def _mark(self, delivery: Delivery, state: MessageState) -> None:
        """Remember what can be done with the message that a channel has of an event."""
        self._db.execute(
            "UPDATE deliveries SET message_state = ?, stale = NULL "
            "WHERE event_id = ? AND channel_id = ? AND state = 'sent'",
            (state.value, delivery.alert.event_id, delivery.channel.id),
        )

    def _note(self, channel: Channel, text: str, now: datetime) -> None:
        self._notices.add_once("channel", channel.id, f"{channel.id} {text}", now)

    # for people

    def listed(self, states: Sequence[DeliveryState], limit: int, *, tried: bool = False) -> tuple[Delivery, ...]:
        """The deliveries in these states, the latest first; `tried`: without those that nobody tried to post yet."""
        wanted = "AND (d.attempts > 0 OR d.state NOT IN ('owed', 'claimed'))" if tried else ""
        sql = (
            f"SELECT {_COLUMNS} WHERE d.state IN (SELECT value FROM json_each(?)) {wanted} "  # noqa: S608
            "ORDER BY d.id DESC LIMIT ?"
        )
        return tuple(map(_delivery, self._db.rows(sql, json.dumps([state.value for state in states]), limit)))

    def retry(self, ids: Sequence[int] | None) -> int:
        """Owe again what was refused or is unknown: these, or all; how many."""
        change = "state = 'owed', attempt = NULL, attempts = 0, plain = 0, not_before = NULL, reason = NULL"
        return self._change(change, "'refused', 'unknown'", ids)

    def drop(self, ids: Sequence[int] | None) -> int:
        """Owe no longer what was refused, is unknown or has still to go: these, or all that is refused or unknown."""
        states = "'refused', 'unknown'" if ids is None else "'refused', 'unknown', 'owed'"
        return self._change("state = 'dropped', attempt = NULL, reason = 'dropped by hand'", states, ids)

    def _change(self, change: str, states: str, ids: Sequence[int] | None) -> int:
        wanted = "" if ids is None else "AND id IN (SELECT value FROM json_each(?))"
        with self._db.writing():
            sql = f"UPDATE deliveries SET {change} WHERE state IN ({states}) {wanted}"  # noqa: S608
            return self._db.execute(sql, () if ids is None else (json.dumps(list(ids)),)).rowcount

    def states(self) -> dict[str, int]:
        """How many deliveries are in each state."""
        rows = self._db.rows("SELECT state, count(*) AS n FROM deliveries GROUP BY state")
        return {row["state"]: row["n"] for row in rows}


def _delivery(row: Row) -> Delivery:
    alert = alert_of({**row, "id": row["alert_id"], "reason": row["why"]})
    return Delivery(
        id=row["id"],
        alert=alert,
        channel=channel_of(row),
        state=DeliveryState(row["state"]),
        attempts=row["attempts"],
        attempt=row["attempt"],
        claimed_at=as_moment(row["claimed_at"]),
        not_before=as_moment(row["not_before"]),
        message_id=row["message_id"],
        reason=row["reason"],
        fold=bool(row["fold"]),
        plain=bool(row["plain"]),
    )
