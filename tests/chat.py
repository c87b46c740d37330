"""A chat platform in memory, which does as it is told, and an outbox in virtual time that posts to it."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from bot.backlog import Step
from bot.outbox import Outbox
from bot.pacing import LIMITS
from bot.posting import Policy
from bot.render import plain
from bot.shown import shown
from bot.store import Store
from bot.types import (
    Card,
    Channel,
    Delivery,
    LookUp,
    Message,
    Missing,
    NotSent,
    Outcome,
    Platform,
    Refusal,
    Refused,
    Sent,
    Unknown,
)
from tests.limiter import Limiter
from tests.virtual_time import Clock

TWO = ("1", "2")  # the chats that most tests of the outbox post to
HOUR = 3600.0


@dataclass
class Post:
    """A message that a chat has."""

    at: float
    address: str
    text: str
    key: str
    reply_to: str | None = None
    plain: bool = False
    is_silent: bool = False


@dataclass
class Lost:
    """The platform takes the post, and its answer never comes."""


Answer = Outcome | Exception | Lost


class Deaf:
    """The half of an adapter that hears people, of one that never does."""

    async def check(self) -> str:
        return "chat"

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass


@dataclass
class Chat(Deaf):
    """An adapter that remembers every post. `answers` of an address are used up one by one, then all is well.

    `fixed` messages cannot be edited; `down` makes every call fail so; `reads_back` lets it be asked what arrived;
    `limiter` enforces the real limits.
    """

    platform: Platform = Platform.TELEGRAM
    reads_back: bool = False
    down: Callable[[float], Answer | None] = lambda now: None
    takes: float = 0.05
    limiter: Limiter | None = None
    answers: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))
    tries: list[tuple[float, str]] = field(default_factory=list)
    posts: dict[str, Post] = field(default_factory=dict)
    edits: list[tuple[str, str]] = field(default_factory=list)
    fixed: set[str] = field(default_factory=set)
    looked: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        def take() -> Outcome:
            if reply_to and reply_to not in self.posts:
                return Refused(reason="message to be replied not found", what=Refusal.MESSAGE)
            message_id = str(next(self.numbers))
            self.posts[message_id] = Post(now(), address, text(card), key, reply_to, plain, card.is_silent)
            return Sent(message_id=message_id)

        return await self._call(address, take)

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        def take() -> Outcome:
            if message_id not in self.posts:
                return Refused(reason="message to edit not found", what=Refusal.MESSAGE)
            if message_id in self.fixed:
                return Refused(reason="message can't be edited", what=Refusal.EDIT)
            self.posts[message_id].text = text(card)
            self.edits.append((message_id, text(card)))
            return Sent(message_id=message_id)

        return await self._call(address, take)

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        self.looked.append(key)
        if not self.reads_back:
            return Unknown(reason="cannot be read back")
        if isinstance(out := self.down(now()), NotSent):
            return out
        found = next((number for number, post in self.posts.items() if (post.address, post.key) == (address, key)), "")
        return Sent(message_id=found) if found else Missing()

    async def _call(self, address: str, take: Callable[[], Outcome]) -> Outcome:
        self.tries.append((now(), address))
        await asyncio.sleep(self.takes)
        answer = self.down(now()) or (self.answers[address].pop(0) if self.answers[address] else None)
        if answer is None and self.limiter and (wait := self.limiter.take(address)):
            answer = NotSent(reason="Too Many Requests", wait=wait)
        if answer is None or isinstance(answer, Lost):
            outcome = take()
            return Unknown(reason="no answer") if isinstance(answer, Lost) else outcome
        if isinstance(answer, Exception):
            raise answer
        return answer

    def at(self, address: str) -> list[str]:
        """The first lines of what an address has, in order."""
        return [post.text.split("\n")[0] for post in self.posts.values() if post.address == address]


def now() -> float:
    return asyncio.get_running_loop().time()


def text(card: Card) -> str:
    return plain(card)


def outbox(store: Store, chat: Chat, clock: Clock, *others: Chat, policy: Policy | None = None) -> Outbox:
    """An outbox whose chance never varies."""
    adapters = {each.platform: each for each in (chat, *others)}
    return Outbox(store, adapters, clock, policy=policy, limits=LIMITS, chance=lambda: 1.0)


@asynccontextmanager
async def running(box: Outbox) -> AsyncIterator[None]:
    """An outbox at work, and stopped in the end."""
    work = asyncio.create_task(box.run())
    yield
    assert not work.done(), work.exception()
    box.stop()
    await work


async def run_for(box: Outbox, seconds: float) -> None:
    """Let an outbox run so long, then stop it."""
    async with running(box):
        await asyncio.sleep(seconds)


def channel(address: str, platform: Platform = Platform.TELEGRAM, **more) -> Channel:
    return Channel(platform=platform, address=address, **more)


def says(store: Store, channel: Channel, event_id: str, now: datetime) -> str:
    """What the message of an event ought to say."""
    last = [alert for alert in store.events.alerts() if alert.event_id == event_id][-1]
    delivery = Delivery(id=0, alert=last, channel=channel, state="sent")  # type: ignore[arg-type]
    card = shown(store, Step((delivery,), edits=Message(id="")), now)
    assert card
    return facts(plain(card))


def facts(text: str) -> str:
    """What a message says but for the line that it was updated: one that went out late never had to be."""
    return "\n".join(line for line in text.split("\n") if not line.startswith("Updated"))
