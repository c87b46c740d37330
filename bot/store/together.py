"""Writes that are asked for at nearly the same moment share one transaction: each commit waits for the disk."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

GATHER = 0.002  # seconds; with a hundred posts under way a commit then holds some ten writes


class Together:
    """Runs changes inside `writing`, many at once; each caller goes on when its own is on the disk."""

    def __init__(self, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._writing = writing
        self._asked: list[tuple[Callable[[], object], asyncio.Future[None]]] = []

    async def write(self, change: Callable[[], object]) -> None:
        """Make a change; raises what it raises, or StoreError where nothing can be written now."""
        loop = asyncio.get_running_loop()
        if not self._asked:
            loop.call_later(GATHER, self._flush)
        done: asyncio.Future[None] = loop.create_future()
        self._asked.append((change, done))
        await done

    def _flush(self) -> None:
        asked, self._asked = self._asked, []
        try:
            with self._writing():
                for change, _ in asked:
                    change()
        except Exception as error:
            if len(asked) == 1:
                _fail(asked[0][1], error)
                return
            for one in asked:  # whichever of them it was, the others are not to blame
                self._asked = [one]
                self._flush()
            return
        for _, done in asked:
            if not done.done():
                done.set_result(None)


def _fail(done: "asyncio.Future[None]", error: Exception) -> None:
    if not done.done():
        done.set_exception(error)
