"""The second half of the loop: what is owed is claimed, posted once, and settled; only here is anything tried again.

The promise is stated in docs/delivery.md: every alert owed to a channel is posted, in order for each channel, or folded
into a summary that is. A crash or a lost answer can add at most one copy of the one post then in flight to that chat
where the platform cannot be asked for it, and none where it can.
"""

import asyncio
import logging
import random
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from bot.backlog import Step, next_step
from bot.chat import Adapter
from bot.errors import StoreError
from bot.pacing import LIMITS, Limits, Pace
from bot.render import broadcast, card, digest, summary
from bot.store import Head, Store, Together
from bot.types import (
    Alert,
    AlertKind,
    Card,
    Channel,
    Delivery,
    DueDigest,
    LookUp,
    NotSent,
    OperatorNotice,
    Outcome,
    Platform,
    Refusal,
    Refused,
    Rhythm,
    Sent,
    Unknown,
)

FIRST_WAIT, LONGEST_WAIT = 2.0, 600.0  # seconds between two tries, unless the platform asks for more
RIGHT_WAIT = 3600.0  # between two looks whether a chat lets us post again
LOST_WAIT = 2.0  # before it is looked up what became of a post: the platform may need a moment itself
POST_SECONDS = 60.0
STORE_WAIT = 1.0  # between two tries to write to a database that is locked or full
IN_FLIGHT = 128  # posts under way at once on one platform, so that some dead chats delay nobody
IDLE = 30.0  # between two looks into the database without a call to: commands on the command line change it too
LONGEST_HELD = 86_400.0  # a wait that a clock gone wrong made longer is not believed
BACKLOG = 200
OUTAGE_TOLD, OUTAGE_WAIT = 8, 300.0  # after so many tries in a row, or at once where it will last, the owner is told

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Policy:
    """How the owner wants it. `hold`: where nobody knows whether a post arrived, it is not posted again.

    `stale_after` is in seconds; `owner` is the channel that is told what the owner should know.
    """

    hold: bool = False
    stale_after: float = 7200.0
    fold_above: int = 5
    owner: Channel | None = None


def back_off(attempts: int, asked: float, chance: float) -> float:
    """Seconds to wait after so many tries: as the platform asked, else twice as long each time, spread by chance."""
    grown = min(FIRST_WAIT * 2.0 ** min(max(0, attempts - 1), 20), LONGEST_WAIT)
    return max(asked, grown * (0.5 + chance / 2))


def is_group(channel: Channel) -> bool:
    """Whether it is a group or channel of Telegram, which have ids below zero or names."""
    return channel.platform is Platform.TELEGRAM and channel.address.startswith(("-", "@"))


@dataclass(slots=True)
class _Line:
    """One platform: its adapter, its pace, the chats with a post under way, how often in a row nothing got through."""

    adapter: Adapter
    pace: Pace
    posts: set[str] = field(default_factory=set)
    outages: int = 0

    @property
    def has_room(self) -> bool:
        """Whether one more may be under way; one try is enough to see whether an outage is over."""
        return len(self.posts) < (1 if self.outages else IN_FLIGHT)


class Outbox:
    """Posts what is owed until it is told to stop; `wake` tells it that there is more."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[Platform, Adapter],
        clock: Callable[[], datetime],
        *,
        policy: Policy | None = None,
        limits: Mapping[Platform, Limits] = LIMITS,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store, self._clock, self._chance = store, clock, chance
        self._together = Together(store.writing)
        self._policy = policy or Policy()
        self._lines = {platform: _Line(adapter, Pace(limits[platform])) for platform, adapter in adapters.items()}
        self._channels: dict[str, Channel] = {}
        self._awake = asyncio.Event()
        self._stopping = self._is_known = False
        self._posts: set[asyncio.Task[None]] = set()
        self._telling: asyncio.Task[None] | None = None
        self._looked_at = -IDLE
        self._store_fails = False

    def wake(self) -> None:
        """Look at once whether something is owed."""
        self._is_known = False
        self._awake.set()

    def stop(self) -> None:
        """Finish the posts in flight and begin none."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        """Post until stopped."""
        while not self._stopping:
            self._awake.clear()
            self._look()
            self._begin()
            await self._rest()
        await self._finish()

    async def drain(self) -> None:
        """Post until nothing is owed that could go within `LOST_WAIT`."""
        self._is_known = False
        while True:
            self._awake.clear()
            self._look()
            self._begin()
            waits = [wait for line in self._lines.values() if (wait := line.pace.wait(_now())) is not None]
            if not any(line.posts for line in self._lines.values()) and min(waits, default=LOST_WAIT) >= LOST_WAIT:
                return
            await self._rest()

    # ── The loop ──

    def _look(self) -> None:
        """Offer every chat that is owed something to the pace of its platform."""
        if self._is_known and _now() - self._looked_at < IDLE:
            return
        self._looked_at = _now()
        try:
            heads = self._store.deliveries.heads()
            notices = self._store.notices.untold()
        except StoreError:
            return  # the next look is soon enough
        self._is_known = True
        for head in heads:
            self._offer(head)
        if notices and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._tell(notices))

    def _offer(self, head: Head) -> None:
        channel = head.channel
        line = self._lines.get(channel.platform)
        if line is None:
            return
        now, wait = self._clock(), 0.0
        if head.not_before and not (head.since and now < head.since):  # else the clock was set back meanwhile
            wait = min(max(0.0, (head.not_before - now).total_seconds()), LONGEST_HELD)
        self._channels[channel.id] = channel
        line.pace.offer(channel.id, head.rank, at=_now() + wait, is_group=is_group(channel))

    def _begin(self) -> None:
        for line in self._lines.values():
            while not self._stopping and line.has_room and (channel_id := line.pace.take(_now())):
                line.posts.add(channel_id)
                task = asyncio.create_task(self._turn(line, channel_id))
                self._posts.add(task)
                task.add_done_callback(self._posts.discard)

    async def _rest(self) -> None:
        waits = [line.pace.wait(_now()) for line in self._lines.values() if line.has_room]  # else an answer wakes us
        try:
            async with asyncio.timeout(min((wait for wait in waits if wait is not None), default=IDLE)):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _finish(self) -> None:
        if self._telling:
            self._telling.cancel()
            await asyncio.wait([self._telling])
        if self._posts:
            await asyncio.wait(self._posts)

    async def _turn(self, line: _Line, channel_id: str) -> None:
        """One step for one chat; whatever goes wrong with it concerns that chat alone."""
        try:
            await self._step(line, self._channels[channel_id])
        except StoreError as error:  # what cannot be recorded is not sent
            self._tell_store_fails(error)
            line.pace.hold(channel_id, _now() + STORE_WAIT)
        except Exception:
            log.exception("delivery_failed channel=%s", channel_id)
            line.pace.hold(channel_id, _now() + LONGEST_WAIT)
        finally:
            line.posts.discard(channel_id)
            line.pace.done(channel_id, _now())
            self._offer_again(channel_id)
            self._awake.set()

    def _offer_again(self, channel_id: str) -> None:
        try:
            for head in self._store.deliveries.heads(channel_id):
                self._offer(head)
        except StoreError:
            self._is_known = False

    # ── One step ──

    async def _step(self, line: _Line, channel: Channel) -> None:
        deliveries, policy = self._store.deliveries, self._policy
        backlog = deliveries.backlog(channel.id, BACKLOG)
        messages = deliveries.messages(channel.id, [d.alert.event_id for d in backlog])
        step = next_step(backlog, messages, self._clock(), stale_after=policy.stale_after, fold_above=policy.fold_above)
        if step is None:
            return
        if step.was_lost:
            match await self._look_up(line.adapter, step):
                case Sent() as found:
                    await self._settle(line, step, found)
                    return
                case Unknown() as found if policy.hold:
                    await self._settle(line, step, found, final=True)
                    return
                case NotSent() as found:  # it could not be looked up now, which says nothing of the post
                    await self._settle(line, step, Unknown(reason=found.reason), asked=found.wait)
                    return
        attempt = step.first.attempt if step.was_lost and step.first.attempt else secrets.token_hex(8)
        now = self._clock()
        await self._together.write(lambda: deliveries.claim(step.deliveries, attempt, now, fold=step.is_summary))
        self._store_fails = False
        await self._settle(line, step, await self._post(line.adapter, step, attempt))

    async def _look_up(self, adapter: Adapter, step: Step) -> LookUp:
        """What became of a post whose answer was lost."""
        first, replies_to = step.first, step.replies_to.id if step.replies_to else None
        assert first.claimed_at is not None, "it was claimed"
        assert first.attempt is not None, "it was claimed"
        try:
            async with asyncio.timeout(POST_SECONDS):
                found = await adapter.find(
                    first.channel.address, first.attempt, since=first.claimed_at, reply_to=replies_to
                )
        except TimeoutError:
            return NotSent(reason="no answer to the look-up")
        if isinstance(found, Unknown) and adapter.platform is Platform.SLACK:
            text = f"slack: what was posted cannot be read back ({found.reason}); grant channels:history to the app"
            self._note("read_back", "slack", text)
        return found

    async def _post(self, adapter: Adapter, step: Step, attempt: str) -> Outcome:
        """Post, or edit the message that the chat has of the event; an answer that does not come is Unknown."""
        first, shown = step.first, self._card(step)
        if shown is None:
            return Sent(message_id="")  # the event is gone: there is nothing to tell
        address, replies_to = first.channel.address, step.replies_to.id if step.replies_to else None
        try:
            async with asyncio.timeout(POST_SECONDS):
                if step.edits:
                    return await adapter.edit(address, step.edits.id, shown, plain=first.plain)
                return await adapter.post(address, shown, key=attempt, reply_to=replies_to, plain=first.plain)
        except TimeoutError:
            return Unknown(reason="no answer")
        except Exception as error:
            log.exception("post_failed channel=%s", first.channel.id)
            return Unknown(reason=type(error).__name__)

    def _card(self, step: Step) -> Card | None:
        alert, language = step.first.alert, step.first.channel.language
        if alert.kind is AlertKind.DIGEST:
            return self._digest(DueDigest.of(alert, step.first.channel))
        if alert.kind is AlertKind.BROADCAST:
            return broadcast(alert.reason, language=language)
        alerts: dict[str, Alert] = {}
        for delivery in step.deliveries:
            alerts.setdefault(delivery.alert.event_id, delivery.alert)
        events = [event for event in map(self._store.events.get, alerts) if event]
        told = [event for event in events if not event.merged_into] or events
        if not told:
            return None
        if len(told) > 1:
            return summary(told, language=language)
        alert = alerts[told[0].id]
        return card(told[0], alert.kind, reason=alert.reason, language=language)

    def _digest(self, due: DueDigest) -> Card:
        told = self._store.habits.contents(due.since, due.until)
        rhythm, zone = due.habits.digest or Rhythm.DAILY, due.habits.time_zone
        return digest(told, due.since, due.until, rhythm=rhythm, time_zone=zone, language=due.channel.language)

    # ── What follows from an outcome ──

    async def _settle(
        self, line: _Line, step: Step, outcome: Outcome, *, asked: float = 0.0, final: bool = False
    ) -> None:
        """Record it, whatever it takes, and pace what comes next by it."""
        first = step.first
        wait = self._wait(first.attempts + 1, outcome, asked)
        match outcome:
            case Sent():
                line.pace.accepted()
                self._restored(line)
            case NotSent(everywhere=True):
                line.outages += 1
                line.pace.hold_all(_now() + max(outcome.wait, back_off(line.outages, 0.0, self._chance())))
                wait = 0.0
                self._note_outage(line, outcome)
            case NotSent():
                line.pace.refused(first.channel.id, _now() + wait)
            case Unknown() if not final:
                line.pace.hold(first.channel.id, _now() + wait)
            case Refused(what=Refusal.RIGHT):
                line.pace.hold(first.channel.id, _now() + wait)
            case _:
                pass
        await self._record(step.deliveries, outcome, wait, final=final)
        if isinstance(outcome, Refused):
            self._is_known = self._is_known and not outcome.moved_to  # what it is owed goes to another address
        ids = ",".join(str(delivery.id) for delivery in step.deliveries)
        level = logging.INFO if isinstance(outcome, Sent) else logging.WARNING
        name, reason = type(outcome).__name__, getattr(outcome, "reason", "")
        log.log(level, "delivered id=%s channel=%s outcome=%s %s", ids, first.channel.id, name, reason)

    def _wait(self, attempts: int, outcome: Outcome, asked: float) -> float:
        match outcome:
            case NotSent(wait=wait):
                return back_off(attempts, wait, self._chance())
            case Unknown():
                return back_off(attempts, max(LOST_WAIT, asked), self._chance())
            case Refused(what=Refusal.RIGHT):
                return RIGHT_WAIT
        return 0.0

    async def _record(self, deliveries: Sequence[Delivery], outcome: Outcome, wait: float, *, final: bool) -> None:
        """Write down what became of it, as soon as the database can be written: what was posted must be known."""
        store, now = self._store.deliveries, self._clock()
        while True:
            try:
                await self._together.write(lambda: store.settle(deliveries, outcome, now, wait=wait, final=final))
            except StoreError as error:
                self._tell_store_fails(error)
                await asyncio.sleep(STORE_WAIT)
            else:
                self._store_fails = False
                return

    def _tell_store_fails(self, error: StoreError) -> None:
        if not self._store_fails:
            log.error("store_failed error=%s; nothing more is posted until it can be recorded", error)
        self._store_fails = True

    # ── What the owner is told ──

    def _note_outage(self, line: _Line, outcome: NotSent) -> None:
        if line.outages == OUTAGE_TOLD or outcome.wait >= OUTAGE_WAIT:
            platform = line.adapter.platform
            self._note("platform", platform, f"{platform}: nothing is taken: {outcome.reason}")

    def _restored(self, line: _Line) -> None:
        if line.outages:
            line.outages = 0
            with suppress(StoreError), self._store.writing():
                self._store.notices.clear("platform", line.adapter.platform)

    def _note(self, kind: str, subject: str, text: str) -> None:
        with suppress(StoreError), self._store.writing():
            if self._store.notices.add_once(kind, subject, text, self._clock()):
                self._is_known = False

    async def _tell(self, notices: Sequence[OperatorNotice]) -> None:
        """Log each once, and post it to the owner where there is one to post to."""
        owner = self._policy.owner
        line = self._lines.get(owner.platform) if owner else None
        for notice in notices:
            outcome: Outcome = Sent(message_id="")
            if owner and line:
                told = Card(event_id="", headline=notice.text)
                outcome = await line.adapter.post(owner.address, told, key=secrets.token_hex(8))
            if isinstance(outcome, Sent | Refused):  # one who refuses to be told is not told again
                log.warning("notice kind=%s subject=%s text=%s", notice.kind, notice.subject, notice.text)
                with suppress(StoreError), self._store.writing():
                    self._store.notices.mark_told([notice.id])


def _now() -> float:
    """The time that waits and limits are measured by: it never jumps."""
    return asyncio.get_running_loop().time()
