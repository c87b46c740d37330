"""Whose turn it is to be posted to, within the platforms' limits. Pure: every method is told the time.

Times are seconds of a clock that never jumps. A post counts from when it can have arrived at the latest: when its
answer came, less most of the time that even the quickest answer takes. So two cannot arrive closer together than the
limit allows, however long each was on its way.
"""

from bisect import insort
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from bot.types import Platform

# A post that is not answered by then counts as arrived, so that a platform's silence slows nobody else for long.
ON_ITS_WAY = 1.0
# Of the quickest answer's time, once so many answers were seen, less what may be our own (two commits).
QUICKEST_SHARE, QUICKEST_KNOWN, OUR_OWN = 0.8, 30, 0.004
# A turn that comes late moves none of those after it, up to so many seconds: else each one's millisecond adds up.
CATCH_UP = 0.2
REFUSED_CHATS = 3  # different ones in a row, without a success between


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many posts in any stretch of so many seconds."""

    posts: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a platform allows into one chat, into a group or channel, and over all; `spacing` spreads the last out."""

    chat: tuple[Limit, ...] = ()
    group: tuple[Limit, ...] = ()
    overall: tuple[Limit, ...] = ()
    spacing: float = 0.0


def telegram_limits(posts_per_second: int = 30) -> Limits:
    """Telegram: one a second into a chat, 20 a minute into a group or channel, 30 a second over all."""
    one = Limit(1, 1.0)
    return Limits(
        chat=(one,), group=(one, Limit(20, 60.0)), overall=(Limit(posts_per_second, 1.0),), spacing=1 / posts_per_second
    )


# Slack: one a second into a channel, and several hundred a minute in a workspace, of which we take three.
SLACK_LIMITS = Limits(chat=(Limit(1, 1.0),), group=(Limit(1, 1.0),), overall=(Limit(20, 1.0), Limit(300, 60.0)))
LIMITS = {Platform.TELEGRAM: telegram_limits(), Platform.SLACK: SLACK_LIMITS, Platform.CONSOLE: Limits()}


class _Window:
    """The posts that still count, and when one more fits."""

    __slots__ = ("_ended", "_limits", "_most", "_running")

    def __init__(self, limits: tuple[Limit, ...]) -> None:
        self._limits = limits
        self._most = max((limit.posts for limit in limits), default=0)
        self._ended: list[float] = []
        self._running: deque[float] = deque()

    def begin(self, now: float) -> None:
        if self._limits:
            self._running.append(now)

    def end(self, begun: float, arrived: float) -> None:
        if begun in self._running:  # else it took so long that it counts already
            self._running.remove(begun)
            self._count(min(arrived, begun + ON_ITS_WAY))

    def free_at(self, now: float) -> float:
        """When one more fits, as far as is known now; `now` or earlier where it fits at once."""
        while self._running and self._running[0] + ON_ITS_WAY <= now:
            self._count(self._running.popleft() + ON_ITS_WAY)
        return max((self._frees(limit, now) for limit in self._limits), default=now)

    def _frees(self, limit: Limit, now: float) -> float:
        over = len(self._ended) + len(self._running) - limit.posts
        if over < 0:
            return now
        if over < len(self._ended):
            return self._ended[over] + limit.seconds
        return self._running[over - len(self._ended)] + ON_ITS_WAY + limit.seconds

    def _count(self, at: float) -> None:
        insort(self._ended, at)
        del self._ended[: -self._most]


@dataclass(slots=True)
class _Chat:
    window: _Window
    held_until: float = 0.0
    begun: float | None = None  # a post is under way since then
    ticket: int = 0  # of its place in line; older places of it are void


@dataclass(slots=True)
class Pace:
    """One platform: chats are offered, and taken one post at a time, fairly, the lowest rank first."""

    limits: Limits = field(default_factory=Limits)
    _chats: dict[str, _Chat] = field(default_factory=dict)
    _ready: list[tuple[int, int, str]] = field(default_factory=list)  # (rank, ticket, chat)
    _later: list[tuple[float, int, int, str]] = field(default_factory=list)  # (at, rank, ticket, chat)
    _tickets: Iterator[int] = field(default_factory=lambda: count(1))
    _overall: _Window = field(init=False)
    _next_at: float = 0.0
    _held_until: float = 0.0
    _refused: set[str] = field(default_factory=set)
    _answers: int = 0
    _quickest: float = ON_ITS_WAY

    def __post_init__(self) -> None:
        self._overall = _Window(self.limits.overall)

    def offer(self, chat: str, rank: int, *, at: float = 0.0, is_group: bool = False) -> None:
        """There is something to post to a chat, not before `at`; what was offered of it before is void.

        A chat that has a post under way is left as it is: offer it again when that is done.
        """
        known = self._chats.get(chat)
        if known is None:
            known = self._chats[chat] = _Chat(_Window(self.limits.group if is_group else self.limits.chat))
        if known.begun is None:
            known.ticket = next(self._tickets)
            heappush(self._later, (max(at, known.held_until), rank, known.ticket, chat))

    def take(self, now: float) -> str | None:
        """The chat whose turn it is, if it is anybody's; its post is then under way until `done`."""
        self._wake(now)
        if max(self._held_until, self._next_at, self._overall.free_at(now)) > now or not self._ready:
            return None
        _, _, name = heappop(self._ready)
        chat = self._chats[name]
        chat.begun, chat.ticket = now, 0
        chat.window.begin(now)
        self._overall.begin(now)
        self._next_at = max(self._next_at, now - CATCH_UP) + self.limits.spacing
        return name

    def done(self, chat: str, now: float) -> None:
        """The post is no longer under way."""
        known = self._chats[chat]
        if known.begun is not None:
            self._answers += 1
            self._quickest = min(self._quickest, now - known.begun)
            quickest = self._quickest - OUR_OWN if self._answers > QUICKEST_KNOWN else 0.0
            arrived = now - QUICKEST_SHARE * max(0.0, quickest)
            known.window.end(known.begun, arrived)
            self._overall.end(known.begun, arrived)
            known.begun = None

    def hold(self, chat: str, until: float) -> None:
        """Post nothing to one chat until then."""
        self._chats[chat].held_until = until

    def hold_all(self, until: float) -> None:
        """Post nothing to anybody until then."""
        self._held_until = max(self._held_until, until)

    def refused(self, chat: str, until: float) -> None:
        """The platform wants us to wait; a few different chats in a row mean that it is not about any one of them."""
        self.hold(chat, until)
        self._refused.add(chat)
        if len(self._refused) >= REFUSED_CHATS:
            self.hold_all(min(self._chats[each].held_until for each in self._refused))
            self._refused.clear()

    def accepted(self) -> None:
        """The platform took a post."""
        self._refused.clear()

    def wait(self, now: float) -> float | None:
        """Seconds until it can be somebody's turn; None while nothing is offered."""
        self._wake(now)
        if self._ready:
            return max(0.0, max(self._held_until, self._next_at, self._overall.free_at(now)) - now)
        return max(0.0, self._later[0][0] - now) if self._later else None

    def _wake(self, now: float) -> None:
        """Line up those whose time has come, and drop places in line that are void."""
        while self._later and (self._later[0][0] <= now or self._is_void(*self._later[0][2:])):
            _, rank, ticket, name = heappop(self._later)
            if self._is_void(ticket, name):
                continue
            chat = self._chats[name]
            at = max(chat.held_until, chat.window.free_at(now))
            if at > now:
                heappush(self._later, (at, rank, ticket, name))
            else:
                heappush(self._ready, (rank, ticket, name))
        while self._ready and self._is_void(*self._ready[0][1:]):
            heappop(self._ready)

    def _is_void(self, ticket: int, name: str) -> bool:
        return self._chats[name].ticket != ticket
