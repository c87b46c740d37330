"""The platforms' limits as a server enforces them: sliding windows over the moments at which posts arrived."""

import time
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Limiter:
    """`refused` counts what came too soon; a limit is (posts, seconds)."""

    overall: tuple[tuple[int, float], ...] = ((30, 1.0),)
    chat: tuple[tuple[int, float], ...] = ((1, 1.0),)
    group: tuple[tuple[int, float], ...] = ((1, 1.0), (20, 60.0))
    clock: Callable[[], float] = time.monotonic
    refused: int = 0
    arrived: int = 0
    _all: deque[float] = field(default_factory=lambda: deque(maxlen=2_000))
    _chats: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(lambda: deque(maxlen=50)))

    def take(self, chat: str) -> float:
        """Seconds to wait, or 0 where the post is taken."""
        now = self.clock()
        limits = self.group if chat.startswith(("-", "@")) else self.chat
        wait = max(_wait(self._all, self.overall, now), _wait(self._chats[chat], limits, now))
        if wait > 0:
            self.refused += 1
            return wait
        self.arrived += 1
        self._all.append(now)
        self._chats[chat].append(now)
        return 0.0


def _wait(stamps: deque[float], limits: tuple[tuple[int, float], ...], now: float) -> float:
    wait = 0.0
    for posts, seconds in limits:
        inside = list(stamps)[bisect_right(stamps, now - seconds) :]
        if len(inside) >= posts:
            wait = max(wait, inside[-posts] + seconds - now)
    return wait
