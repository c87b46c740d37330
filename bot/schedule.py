"""When to poll: APScheduler ticks, the store knows which feeds are due, and nothing in flight is lost at the end."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.pipeline import Pipeline, PollCounts, owe_digests
from bot.store import Store

TICK = 1.0  # seconds; a look at an index costs next to nothing

log = logging.getLogger(__name__)


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
        self._on_round = on_round
        self._rounds: set[asyncio.Task[None]] = set()
        self._busy: set[str] = set()
        self._scheduler = AsyncIOScheduler()
        # A late tick still counts, missed ticks count once, and no tick overlaps itself.
        self._scheduler.add_job(
            self._tick, "interval", seconds=tick, misfire_grace_time=None, coalesce=True, max_instances=1
        )

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()
        self._begin()

    async def _tick(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Start a round over the due feeds that no earlier round is still busy with; a slow feed delays no other."""
        if owe_digests(self._store, self._clock()):
            self._pipeline.on_owed()
        due = [feed for feed in self._store.feeds.due(self._clock()) if feed.url not in self._busy]
        if due:
            self._busy |= {feed.url for feed in due}
            task = asyncio.create_task(self._round(due))
            self._rounds.add(task)
            task.add_done_callback(self._rounds.discard)

    async def _round(self, due: list) -> None:  # type: ignore[type-arg]
        try:
            counts = await self._pipeline.poll(due)
            log.info("polled feeds=%s changed=%s alerts=%s", counts.feeds, counts.changed, counts.alerts)
            self._on_round(counts)
        finally:
            self._busy -= {feed.url for feed in due}

    async def stop(self) -> None:
        """Tick no more and await the rounds in flight: APScheduler's own shutdown would cancel them."""
        if self._scheduler.running:
            self._scheduler.pause()
        await asyncio.gather(*self._rounds, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
