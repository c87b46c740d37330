"""The thread in which Slack is heard and acknowledged, whatever holds up the rest of the program meanwhile."""

import asyncio
from collections.abc import Coroutine
from threading import Thread
from typing import Any

from bot.chat.slack_line import spawn


class Ear:
    """An event loop in a thread of its own: it takes what Slack sends and waits for nothing else, so for no database.

    Only what hears runs there; the work that follows belongs to the loop of the program, which has the store.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._kept: set[asyncio.Task[None]] = set()

    def open(self) -> None:
        """Begin."""
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="slack", daemon=True)
        self._thread.start()

    async def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something there and wait for it; raises what it raises."""
        assert self._loop, "it is open"
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    def keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin something there that goes on until the end."""
        assert self._loop, "it is open"
        self._loop.call_soon_threadsafe(spawn, work, self._kept)

    async def close(self) -> None:
        """End what goes on there, then the thread."""
        assert self._loop, "it is open"
        assert self._thread, "it is open"
        await self.run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        await asyncio.to_thread(self._thread.join)
        self._loop.close()

    async def _end(self) -> None:
        for task in self._kept:
            task.cancel()
        await asyncio.gather(*self._kept, return_exceptions=True)
