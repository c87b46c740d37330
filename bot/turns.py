"""Whose turn it is: so many feeds at once, two to a host, a pause between two requests to one host."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from bot.addresses import may_be_public
from bot.types import Feed

PER_HOST = 2  # requests at once
PAUSE = 1.0  # seconds between the starts of two requests to one host
_WAITING_HOSTS = 200  # that may wait for their pause while others get their turn
STRIKES = 10  # failures in a row after which a host is left alone
REST = timedelta(minutes=1)  # for which it is


@dataclass(slots=True)
class _Host:
    pause: float
    free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PER_HOST))
    ready_at: float = 0.0
    users: int = 0


class Turns:
    """Gives each feed its turn; shared by all rounds, so that overlapping ones keep the limits together."""

    def __init__(self, at_once: int, *, pause: float = PAUSE) -> None:
        self._at_once = at_once
        self._slots = asyncio.Semaphore(at_once)
        self._pause = pause
        self._hosts: dict[str, _Host] = {}
        self._strikes: dict[str, tuple[int, datetime]] = {}
        self._over = False

    async def each(self, feeds: Iterable[Feed], act: Callable[[Feed], Awaitable[None]]) -> None:
        """Do something for each feed when its turn comes; one host's feeds wait for one another, never others'."""
        queues: dict[str, deque[Feed]] = {}
        for feed in feeds:
            queues.setdefault(host_of(feed), deque()).append(feed)
        chores = ((host, queue) for host, queue in queues.items() for _ in range(min(len(queue), PER_HOST)))

        async def work() -> None:
            for host, queue in chores:
                await self._through(host, queue, act)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(PER_HOST * len(queues), self._at_once + _WAITING_HOSTS)):
                group.create_task(work())

    async def _through(self, name: str, queue: deque[Feed], act: Callable[[Feed], Awaitable[None]]) -> None:
        """One feed of a host after the other."""
        host = self._hosts.get(name)
        if host is None:
            host = self._hosts[name] = _Host(0.0 if not self._pause or is_ours(name) else self._pause)
        host.users += 1
        try:
            async with host.free:
                while queue:
                    feed = queue.popleft()
                    if host.pause:
                        await self._wait(host)
                    async with self._slots:
                        if not self._over:
                            await act(feed)
        finally:
            host.users -= 1
            if not host.users:
                if host.pause:
                    asyncio.get_running_loop().call_later(host.pause, self._forget, name)
                else:
                    del self._hosts[name]

    def end(self) -> None:
        """No feed gets a turn any more; those whose turn it is finish."""
        self._over = True

    async def _wait(self, host: _Host) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, host.ready_at)
        host.ready_at = start + host.pause
        if start > now:
            await asyncio.sleep(start - now)

    def _forget(self, name: str) -> None:
        host = self._hosts.get(name)
        if host is not None and not host.users:
            del self._hosts[name]

    # ── Hosts that are down ──

    def rests(self, feed: Feed, now: datetime) -> bool:
        """Whether a feed's host has failed so often in a row that nothing is asked of it for a while."""
        count, since = self._strikes.get(host_of(feed), (0, now)) if self._strikes else (0, now)
        return count >= STRIKES and timedelta() <= now - since < REST

    def note(self, feed: Feed, now: datetime, *, good: bool) -> None:
        """Remember how a host behaved; after its rest one more failure suffices for the next."""
        if good and not self._strikes:
            return
        host = host_of(feed)
        if good:
            self._strikes.pop(host, None)
            return
        self._strikes[host] = (self._strikes.get(host, (0, now))[0] + 1, now)


def host_of(feed: Feed) -> str:
    """The host and port that a feed is fetched from."""
    return (feed.moved_to or feed.url).partition("://")[2].partition("/")[0].rpartition("@")[2].lower()


@lru_cache(maxsize=4096)
def is_ours(host: str) -> bool:
    """Whether a host is our own machine or network, to which we need not be polite."""
    return not may_be_public(urlsplit(f"//{host}").hostname or "")
