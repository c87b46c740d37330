"""An event loop whose time flies: what would be waited for is skipped. For what talks to no real socket."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import wraps
from typing import Any


class _Selector(selectors.DefaultSelector):  # type: ignore[misc, valid-type]
    """Instead of sleeping it moves the loop's time on."""

    skipped = 0.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready and timeout:
            self.skipped += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """`time()` goes only as far as something is waited for."""

    def __init__(self) -> None:
        self._skipping = _Selector()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.skipped


class Clock:
    """The wall clock of a virtual loop; `ahead` seconds may be added to make it jump."""

    def __init__(self, start: datetime) -> None:
        self.start, self.ahead = start, 0.0

    def __call__(self) -> datetime:
        try:
            passed = asyncio.get_running_loop().time()
        except RuntimeError:
            passed = 0.0
        return self.start + timedelta(seconds=passed + self.ahead)


def run_virtually(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run to the end in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work())
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def virtually(work: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that runs in virtual time."""

    @wraps(work)
    def test(*args: Any, **more: Any) -> None:
        run_virtually(lambda: work(*args, **more))

    return test
