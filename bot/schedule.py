"""When to poll: APScheduler ticks, the store knows which feeds are due, and nothing in flight is lost at the end."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.intake import PollCounts, owe_digests
from bot.pipeline import Pipeline
from bot.store import Store
from bot.types import Feed

TICK = 0.5  # seconds, so that "1s" is hardly more; a look at an index costs next to nothing
MOST = 1000  # feeds in hand at once; the others wait in the store, where they cost nothing
JUMP = timedelta(seconds=30)  # a clock that runs ahead of or behind the ticks by more has been set

log = logging.getLogger(__name__)


class Ticks(BaseTrigger):  # type: ignore[misc]
    """Fires so many seconds after now; APScheduler's own interval counts up what it missed, for years if need be."""

    def __init__(self, seconds: float) -> None:
        self._step = timedelta(seconds=seconds)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """The next tick."""
        return now + self._step


class Schedule:
    """Polls what is due until it is stopped."""

    def __init__(
        self,
        store: Store,
        pipeline: Pipeline,
        clock: Callable[[], datetime],
        *,
        tick: float = TICK,
        on_round: Callable[[PollCounts], None] = lambda counts: None,
    ) -> None:
        self._store, self._pipeline, self._clock = store, pipeline, clock
        self._tick_seconds, self._on_round = tick, on_round
        self._rounds: set[asyncio.Task[None]] = set()
        self._watch: asyncio.Task[None] | None = None
        self._ticked: tuple[float, datetime] | None = None  # by the loop's clock, which nobody sets, and by ours
        self._scheduler = AsyncIOScheduler()
        # A late tick still counts, missed ticks count once, and no tick overlaps itself.
        self._job = self._scheduler.add_job(
            self._tick, Ticks(tick), misfire_grace_time=None, coalesce=True, max_instances=1
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watching())
        self._begin()

    async def _tick(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Start a round over the due feeds that no earlier round is still busy with; a slow feed delays no other."""
        if owe_digests(self._store, self._clock()):
            self._pipeline.on_owed()
        self._heed_the_clock()
        busy = self._pipeline.busy
        if len(busy) >= MOST:
            return
        due = [feed for feed in self._store.feeds.due(self._clock(), MOST) if feed.url not in busy]
        if due:
            task = asyncio.create_task(self._round(due))
            self._rounds.add(task)
            task.add_done_callback(self._rounds.discard)

    def _heed_the_clock(self) -> None:
        """Where the clock was set, or the machine slept, what is planned moves along: no standstill and no burst."""
        now, ticks = self._clock(), asyncio.get_running_loop().time()
        if self._ticked is not None:
            jump = (now - self._ticked[1]) - timedelta(seconds=ticks - self._ticked[0])
            if abs(jump) > JUMP:
                log.warning("clock_jumped seconds=%.0f", jump.total_seconds())
                self._store.feeds.shift(jump)
        self._ticked = (ticks, now)

    async def _watching(self) -> None:
        """APScheduler plans by the wall clock and stands still while that repeats an hour; the loop's does not."""
        while True:
            await asyncio.sleep(2 * self._tick_seconds)
            late = asyncio.get_running_loop().time() - (self._ticked[0] if self._ticked else 0.0)
            if late >= 2 * self._tick_seconds:
                with suppress(Exception):  # told by the tick that fails, not by its watch
                    self._begin()
                self._job.reschedule(Ticks(self._tick_seconds))

    async def _round(self, due: list[Feed]) -> None:
        try:
            counts = await self._pipeline.poll(due)
            log.info("polled feeds=%s changed=%s alerts=%s", counts.feeds, counts.changed, counts.alerts)
            self._on_round(counts)
        except Exception:
            log.exception("round_failed feeds=%s", len(due))  # they are due still

    async def stop(self) -> None:
        """Tick no more and await the polls in flight: APScheduler's own shutdown would cancel them."""
        if self._watch is not None:
            self._watch.cancel()
        if self._scheduler.running:
            self._scheduler.pause()
        self._pipeline.wind_down()
        await asyncio.gather(*self._rounds, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
