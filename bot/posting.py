"""One step for one chat: what is owed is claimed, posted once, and settled; only here is anything tried again.

The promise is stated in docs/delivery.md: every alert owed to a channel is posted, in order for each channel, or folded
into a summary that is. A crash or a lost answer can add at most one copy of the one post then in flight to that chat
where the platform cannot be asked for it, and none where it can.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.backlog import Step, next_step
from bot.chat import Adapter
from bot.errors import StoreError
from bot.owner import Owner
from bot.pacing import Pace
from bot.shown import shown
from bot.store import EDIT, Head, Store, Together
from bot.types import (
    Card,
    Channel,
    LookUp,
    Message,
    NotSent,
    Outcome,
    Platform,
    Refusal,
    Refused,
    Sent,
    Unknown,
)

FIRST_WAIT, LONGEST_WAIT = 2.0, 600.0  # seconds between two tries, unless the platform asks for more
RIGHT_WAIT = 3600.0  # between two looks whether a chat lets us post again
LOST_WAIT = 2.0  # before it is looked up what became of a post: the platform may need a moment itself
POST_SECONDS = 60.0
STORE_WAIT = 1.0  # between two tries to write to a database that is locked or full
IN_FLIGHT = 128  # posts under way at once on one platform, so that some dead chats delay nobody
BACKLOG = 200

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


@dataclass(slots=True)
class Line:
    """One platform: its adapter, its pace, the chats with a post under way, how often in a row nothing got through."""

    adapter: Adapter
    pace: Pace
    posts: set[str] = field(default_factory=set)
    outages: int = 0

    @property
    def has_room(self) -> bool:
        """Whether one more may be under way; one try is enough to see whether an outage is over."""
        return len(self.posts) < (1 if self.outages else IN_FLIGHT)


class Posting:
    """Takes the steps; `look_again` is called where a step may have given others something to do."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        policy: Policy,
        owner: Owner,
        chance: Callable[[], float],
        look_again: Callable[[], None],
    ) -> None:
        self._store, self._clock, self._policy = store, clock, policy
        self._owner, self._chance, self._look_again = owner, chance, look_again
        self._together = Together(store.writing)
        self._store_fails = False

    async def step(self, line: Line, head: Head) -> None:
        """Take the next step for a chat; StoreError where it could not be written down, so that nothing was posted."""
        if head.rank == EDIT:
            await self._edit(line, head.channel)
            return
        try:
            await self._next(line, head.channel)
        except StoreError as error:
            self._tell_store_fails(error)
            raise

    async def _next(self, line: Line, channel: Channel) -> None:
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
        fold, reply = step.is_summary, step.replies_to is not None
        await self._together.write(lambda: deliveries.claim(step.deliveries, attempt, now, fold=fold, reply=reply))
        self._store_fails = False
        card = shown(self._store, step, self._clock())
        # Where the event is gone there is nothing to tell.
        outcome = await self._post(line.adapter, step, card, attempt) if card else Sent(message_id="")
        await self._settle(line, step, outcome)

    async def _edit(self, line: Line, channel: Channel) -> None:
        """Make one message of a chat say what is known now."""
        delivery = self._store.deliveries.next_edit(channel.id)
        if delivery is None:
            return
        step = Step((delivery,), edits=Message(id=delivery.message_id or ""))
        card = shown(self._store, step, self._clock())
        outcome = await self._post(line.adapter, step, card, "") if card else Sent(message_id="")
        await self._settle(line, step, outcome, card=card)

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
            self._owner.note_unreadable(found.reason)
        return found

    async def _post(self, adapter: Adapter, step: Step, card: Card, attempt: str) -> Outcome:
        """Post a card, or edit the message in question; an answer that does not come is Unknown."""
        first = step.first
        address, replies_to = first.channel.address, step.replies_to.id if step.replies_to else None
        try:
            async with asyncio.timeout(POST_SECONDS):
                if step.edits:
                    return await adapter.edit(address, step.edits.id, card, plain=first.plain)
                return await adapter.post(address, card, key=attempt, reply_to=replies_to, plain=first.plain)
        except TimeoutError:
            return Unknown(reason="no answer")
        except Exception as error:
            log.exception("post_failed channel=%s", first.channel.id)
            return Unknown(reason=type(error).__name__)

    # ── What follows from an outcome ──

    async def _settle(
        self,
        line: Line,
        step: Step,
        outcome: Outcome,
        *,
        asked: float = 0.0,
        final: bool = False,
        card: Card | None = None,
    ) -> None:
        """Record it, whatever it takes, and pace what comes next by it; `card` is what an edit made the message say."""
        first = step.first
        wait = self._wait(first.attempts + 1, outcome, asked)
        match outcome:
            case Sent():
                line.pace.accepted()
                if line.outages:
                    line.outages = 0
                    self._owner.restored(line.adapter.platform)
            case NotSent(everywhere=True):
                line.outages += 1
                line.pace.hold_all(monotonic() + max(outcome.wait, back_off(line.outages, 0.0, self._chance())))
                wait = 0.0
                self._owner.note_outage(line.adapter.platform, line.outages, outcome)
            case NotSent():
                line.pace.refused(first.channel.id, monotonic() + wait)
            case Unknown() if not (final or step.edits):
                line.pace.hold(first.channel.id, monotonic() + wait)
            case _:
                pass
        await self._record(step, outcome, wait, final=final, card=card)
        if isinstance(outcome, Refused) and outcome.moved_to:  # what it is owed goes to another address
            self._look_again()
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

    async def _record(self, step: Step, outcome: Outcome, wait: float, *, final: bool, card: Card | None) -> None:
        """Write down what became of it, as soon as the database can be written: what was posted must be known."""
        store, now = self._store.deliveries, self._clock()

        def write() -> None:
            if step.edits:
                is_true = shown(self._store, step, now) == card
                store.settle_edit(step.first, outcome, now, wait=wait, is_true=is_true)
            else:
                store.settle(step.deliveries, outcome, now, wait=wait, final=final)

        while True:
            try:
                await self._together.write(write)
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


def monotonic() -> float:
    """The time that waits and limits are measured by: it never jumps."""
    return asyncio.get_running_loop().time()
