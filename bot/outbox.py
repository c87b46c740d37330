"""The second half of the loop: what is owed is claimed, posted once, and settled; only here is anything tried again.

The promise: every alert owed to a channel is posted, in order for each channel. A crash between the post and its record
can add one copy of the one delivery then in flight to that chat; nothing is lost.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from bot.chat import Adapter
from bot.render import card
from bot.store import Store
from bot.types import AlertKind, Card, Delivery, NotSent, Outcome, Platform, Sent, Unknown

# The platforms' own limits (seconds between two posts): to one chat, and over all chats of a platform.
CHAT_PACE = {Platform.TELEGRAM: 1.0, Platform.SLACK: 1.0, Platform.CONSOLE: 0.0}
GROUP_PACE = 3.0  # 20 a minute into a group or channel of Telegram
OVERALL_PACE = {Platform.TELEGRAM: 1 / 30, Platform.SLACK: 1 / 20, Platform.CONSOLE: 0.0}
FIRST_WAIT, LONGEST_WAIT = 2.0, 600.0
POST_SECONDS = 60.0
BATCH = 100
IDLE = 30.0

log = logging.getLogger(__name__)


def back_off(attempts: int, asked: float, chance: float) -> float:
    """Seconds to wait after so many tries: as the platform asked, else twice as long each time, spread by chance."""
    grown = min(FIRST_WAIT * 2.0 ** max(0, attempts - 1), LONGEST_WAIT)
    return max(asked, grown * (0.5 + chance / 2))


def pace(delivery: Delivery) -> float:
    """Seconds that a chat needs between two posts; Telegram's groups and channels have ids below zero or names."""
    channel = delivery.channel
    group = channel.platform is Platform.TELEGRAM and channel.address.startswith(("-", "@"))
    return GROUP_PACE if group else CHAT_PACE[channel.platform]


@dataclass(slots=True)
class Outbox:
    """Posts what is owed until it is told to stop; `wake` tells it that there is more."""

    store: Store
    adapters: Mapping[Platform, Adapter]
    clock: Callable[[], datetime]
    chance: Callable[[], float] = random.random
    on_sent: Callable[[], None] = field(default=lambda: None)
    _awake: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False
    _ready_at: dict[str, float] = field(default_factory=dict)
    _overall_at: dict[Platform, float] = field(default_factory=dict)

    def wake(self) -> None:
        """Look at once whether something is owed."""
        self._awake.set()

    def stop(self) -> None:
        """Finish the posts in flight and begin none."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        """Post until stopped; what a crash left claimed is owed again first."""
        again = self.store.deliveries.reclaim()
        if again:
            log.warning("deliveries_reclaimed count=%s", again)
        while not self._stopping:
            self._awake.clear()
            if not await self.drain():
                await self._rest()

    async def drain(self) -> int:
        """Post everything that is due now, a chat's deliveries in order, chats side by side; how many were tried."""
        due = [d for d in self.store.deliveries.owed(self.clock(), BATCH) if d.channel.platform in self.adapters]
        if self._stopping or not due:
            return 0
        await asyncio.gather(*(self._deliver(delivery) for delivery in due))
        return len(due)

    async def _rest(self) -> None:
        later = self.store.deliveries.next_due()
        seconds = (later - self.clock()).total_seconds() if later else IDLE
        try:
            async with asyncio.timeout(max(0.05, min(IDLE, seconds))):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _deliver(self, delivery: Delivery) -> None:
        await self._wait_for_pace(delivery)
        if self._stopping:
            return
        self.store.deliveries.claim(delivery.id, self.clock())
        outcome = await self._post(delivery)
        wait = outcome.wait if isinstance(outcome, NotSent) else 0.0
        if isinstance(outcome, Unknown):  # it may have arrived; the promise is to lose nothing, so it goes out again
            outcome = NotSent(reason=outcome.reason)
        delay = back_off(delivery.attempts + 1, wait, self.chance()) if isinstance(outcome, NotSent) else 0.0
        self.store.deliveries.settle(delivery, outcome, self.clock(), wait=delay)
        self._log(delivery, outcome)
        self.on_sent()

    async def _wait_for_pace(self, delivery: Delivery) -> None:
        """Book the next free moment of the chat and of its platform, and sleep until then."""
        platform, chat = delivery.channel.platform, delivery.channel.id
        start = max(monotonic(), self._ready_at.get(chat, 0.0), self._overall_at.get(platform, 0.0))
        self._ready_at[chat] = start + pace(delivery)
        self._overall_at[platform] = start + OVERALL_PACE[platform]
        await asyncio.sleep(max(0.0, start - monotonic()))

    async def _post(self, delivery: Delivery) -> Outcome:
        """Post, or edit the message that the chat has of the event; an answer that does not come is Unknown."""
        shown = self._card(delivery)
        if shown is None:
            return Sent(message_id="")  # the event is gone: there is nothing to tell
        adapter, channel = self.adapters[delivery.channel.platform], delivery.channel
        told = self.store.deliveries.sent_message(delivery.alert.event_id, channel.id)
        try:
            async with asyncio.timeout(POST_SECONDS):
                if told and delivery.alert.kind is not AlertKind.NEW:
                    return await adapter.edit(channel.address, told, shown)
                return await adapter.post(channel.address, shown, key=f"delivery-{delivery.id}")
        except TimeoutError:
            return Unknown(reason="no answer")
        except Exception as error:
            log.exception("post_failed channel=%s", channel.id)
            return Unknown(reason=type(error).__name__)

    def _card(self, delivery: Delivery) -> Card | None:
        event = self.store.events.get(delivery.alert.event_id)
        alert = delivery.alert
        return card(event, alert.kind, reason=alert.reason, language=delivery.channel.language) if event else None

    def _log(self, delivery: Delivery, outcome: Outcome) -> None:
        name, reason = type(outcome).__name__, getattr(outcome, "reason", "")
        level = logging.INFO if isinstance(outcome, Sent) else logging.WARNING
        log.log(level, "delivered id=%s channel=%s outcome=%s %s", delivery.id, delivery.channel.id, name, reason)
