"""The clockwork: ticks that nothing stops, and clocks that are set."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from apscheduler.schedulers import base as apscheduler_base

from bot.config import FeedConfig
from bot.intake import PollCounts
from bot.schedule import Schedule
from bot.store import Store
from bot.types import Feed

TICK = 0.05
EVERY = 0.4
BUSY = 10.0  # seconds that a busy machine may add; what is feared is an hour


class Clock:
    """The wall clock, which can be set."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def set(self, moment: datetime) -> None:
        """Set the clock."""
        self.ahead = moment - datetime.now(UTC)


class Polls:
    """Stands in for the pipeline: what is polled when, and trouble on demand."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock = store, clock
        self.busy: set[str] = set()
        self.began: list[tuple[str, float]] = []
        self.trouble: BaseException | None = None
        self.takes: dict[str, float] = {}

    async def poll(self, feeds: Iterable[Feed]) -> PollCounts:
        """Poll each for as long as it takes; plan the next."""
        await asyncio.gather(*(self.one(feed) for feed in feeds))
        return PollCounts()

    async def one(self, feed: Feed) -> None:
        """One poll."""
        self.busy.add(feed.url)
        self.began.append((feed.url, asyncio.get_running_loop().time()))
        try:
            if self.trouble:
                raise self.trouble
            await asyncio.sleep(self.takes.get(feed.url, 0.0))
            with self.store.writing():
                now = self.clock()
                self.store.feeds.save(replace(feed, polled_at=now, next_poll_at=now + timedelta(seconds=feed.every)))
        finally:
            self.busy.discard(feed.url)

    def wind_down(self) -> None:
        """Nothing waits here."""

    def count(self, url: str) -> int:
        """How often a feed was polled."""
        return sum(each == url for each, _ in self.began)


@asynccontextmanager
async def clockwork(folder: Path, monkeypatch: pytest.MonkeyPatch, *urls: str) -> AsyncIterator[tuple[Polls, Clock]]:
    """A schedule that ticks, with APScheduler on the same clock that can be set."""
    clock, store = Clock(), Store.open(folder / "exchanges.db")

    class Set(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def,override]
            return clock().astimezone(tz)

    monkeypatch.setattr(apscheduler_base, "datetime", Set)
    store.feeds.sync([FeedConfig.model_construct(url=url) for url in urls], EVERY, clock())
    polls = Polls(store, clock)
    schedule = Schedule(store, polls, clock, tick=TICK)  # type: ignore[arg-type]
    schedule.start()
    try:
        yield polls, clock
    finally:
        await schedule.stop()
        store.close()


async def polled_again(polls: Polls, url: str, within: float) -> None:
    """Wait for the next poll of a feed."""
    before = polls.count(url)
    async with asyncio.timeout(within):
        while polls.count(url) == before:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    "to",
    [
        timedelta(hours=-1),
        timedelta(hours=1),
        timedelta(hours=8),
        datetime(1970, 1, 2, tzinfo=UTC),
        datetime(2099, 1, 1, tzinfo=UTC),
    ],
    ids=["an hour back", "an hour ahead", "a night of sleep", "1970", "2099"],
)
async def test_a_clock_that_is_set_neither_stops_the_polls_nor_brings_a_burst(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: timedelta | datetime
) -> None:
    """Row 63: a poll within two intervals of the clock that nobody sets. (Summer time: all our times are UTC.)"""
    async with clockwork(tmp_path, monkeypatch, "a") as (polls, clock):
        await polled_again(polls, "a", BUSY)
        clock.set(clock() + to if isinstance(to, timedelta) else to)
        await polled_again(polls, "a", 2 * EVERY + BUSY)
        await polled_again(polls, "a", 2 * EVERY + BUSY)
        times = [at for _, at in polls.began]
        assert all(later - earlier > 0.8 * EVERY for earlier, later in pairwise(times))


async def test_a_slow_feed_overlaps_itself_never_and_delays_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 64: a poll longer than its interval, and an event loop that is blocked."""
    async with clockwork(tmp_path, monkeypatch, "slow", "quick") as (polls, _):
        polls.takes["slow"] = 2.0
        await polled_again(polls, "slow", BUSY)
        await polled_again(polls, "quick", BUSY)
        await polled_again(polls, "quick", BUSY)  # while the slow one is still under way
        assert polls.count("slow") == 1
        time.sleep(0.8)  # noqa: ASYNC251 (on purpose: the loop is blocked)
        await polled_again(polls, "quick", BUSY)
        polls.takes["slow"] = 0.0
        await polled_again(polls, "slow", BUSY)


@pytest.mark.parametrize("trouble", [RuntimeError("broken"), MemoryError(), asyncio.CancelledError()], ids=type)
async def test_trouble_in_a_round_is_told_and_the_next_one_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, trouble: BaseException
) -> None:
    """Row 65: a round that raises."""
    async with clockwork(tmp_path, monkeypatch, "a") as (polls, _):
        await polled_again(polls, "a", BUSY)
        polls.trouble = trouble
        await polled_again(polls, "a", 2 * EVERY + BUSY)
        polls.trouble = None
        await polled_again(polls, "a", 2 * EVERY + BUSY)
        told = [record for record in caplog.records if record.message.startswith("round_failed")]
        assert all(record.levelno == logging.ERROR for record in told)
        assert bool(told) == isinstance(trouble, Exception)


async def test_a_store_that_fails_for_a_while_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Row 65: a tick that raises."""
    async with clockwork(tmp_path, monkeypatch, "a") as (polls, _):
        await polled_again(polls, "a", BUSY)
        due = polls.store.feeds.due

        def broken(*_: object) -> tuple[Feed, ...]:
            raise OSError("the disk is away")

        monkeypatch.setattr(polls.store.feeds, "due", broken)
        await asyncio.sleep(0.3)
        monkeypatch.setattr(polls.store.feeds, "due", due)
        await polled_again(polls, "a", 2 * EVERY + BUSY)
        assert "the disk is away" in caplog.text
