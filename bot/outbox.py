"""The second half of the loop: every chat that is owed something gets its turns, within the platforms' limits."""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.chat import Adapter
from bot.errors import StoreError
from bot.owner import Owner
from bot.pacing import LIMITS, Limits, Pace
from bot.posting import LONGEST_WAIT, STORE_WAIT, Line, Policy, Posting, monotonic
from bot.store import Head, Store
from bot.types import Channel, Platform

IDLE = 30.0  # between two looks into the database without a call to: commands on the command line change it too
SOON = 2.0  # seconds that `drain` waits for
LONGEST_HELD = 86_400.0  # a wait that a clock gone wrong made longer is not believed

log = logging.getLogger(__name__)


def is_group(channel: Channel) -> bool:
    """Whether it is a group or channel of Telegram, which have ids below zero or names."""
    return channel.platform is Platform.TELEGRAM and channel.address.startswith(("-", "@"))


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
        self._store, self._clock = store, clock
        policy = policy or Policy()
        self._lines = {platform: Line(adapter, Pace(limits[platform])) for platform, adapter in adapters.items()}
        self._owner = Owner(store, adapters, clock, policy.owner, self.wake)
        self._posting = Posting(store, clock, policy, self._owner, chance, self.wake)
        self._heads: dict[str, Head] = {}
        self._awake = asyncio.Event()
        self._stopping = self._is_known = False
        self._posts: set[asyncio.Task[None]] = set()
        self._looked_at = -IDLE

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
        """Post until nothing is owed that could go within `SOON`."""
        self._is_known = False
        while True:
            self._awake.clear()
            self._look()
            self._begin()
            waits = [wait for line in self._lines.values() if (wait := line.pace.wait(monotonic())) is not None]
            if not any(line.posts for line in self._lines.values()) and min(waits, default=SOON) >= SOON:
                return
            await self._rest()

    # ── The loop ──

    def _look(self) -> None:
        """Offer every chat that is owed something to the pace of its platform."""
        if self._is_known and monotonic() - self._looked_at < IDLE:
            return
        self._looked_at = monotonic()
        try:
            heads = self._store.deliveries.heads()
            notices = self._store.notices.untold()
        except StoreError:
            return  # the next look is soon enough
        self._is_known = True
        for head in heads:
            self._offer(head)
        self._owner.tell(notices)

    def _offer(self, head: Head) -> None:
        channel = head.channel
        line = self._lines.get(channel.platform)
        if line is None:
            return
        now, wait = self._clock(), 0.0
        if head.not_before and not (head.since and now < head.since):  # else the clock was set back meanwhile
            wait = min(max(0.0, (head.not_before - now).total_seconds()), LONGEST_HELD)
        self._heads[channel.id] = head
        line.pace.offer(channel.id, head.rank, at=monotonic() + wait, is_group=is_group(channel))

    def _begin(self) -> None:
        for line in self._lines.values():
            while not self._stopping and line.has_room and (channel_id := line.pace.take(monotonic())):
                line.posts.add(channel_id)
                task = asyncio.create_task(self._turn(line, channel_id))
                self._posts.add(task)
                task.add_done_callback(self._posts.discard)

    async def _rest(self) -> None:
        with_room = (line for line in self._lines.values() if line.has_room)  # else an answer wakes us
        waits = [line.pace.wait(monotonic()) for line in with_room]
        try:
            async with asyncio.timeout(min((IDLE, *(wait for wait in waits if wait is not None)))):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _finish(self) -> None:
        await self._owner.stop()
        if self._posts:
            await asyncio.wait(self._posts)

    async def _turn(self, line: Line, channel_id: str) -> None:
        """One step for one chat; whatever goes wrong with it concerns that chat alone."""
        try:
            await self._posting.step(line, self._heads[channel_id])
        except StoreError:  # what cannot be recorded is not sent
            line.pace.hold(channel_id, monotonic() + STORE_WAIT)
        except Exception:
            log.exception("delivery_failed channel=%s", channel_id)
            line.pace.hold(channel_id, monotonic() + LONGEST_WAIT)
        finally:
            line.posts.discard(channel_id)
            line.pace.done(channel_id, monotonic())
            self._offer_again(channel_id)
            self._awake.set()

    def _offer_again(self, channel_id: str) -> None:
        try:
            for head in self._store.deliveries.heads(channel_id):
                self._offer(head)
        except StoreError:
            self._is_known = False
