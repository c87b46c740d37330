"""The seam between the service and the chat platforms: what an adapter is, and what all of them share."""

import asyncio
import logging
import select
from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime
from typing import IO, Any, Protocol

from bot.errors import ChatError, UnreachableError
from bot.render import words
from bot.types import Ask, Card, LookUp, Outcome, Platform, Reply

Answer = Callable[[Ask], Awaitable[Reply]]

FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0  # seconds between two tries to reach a platform
UNREACHED_WAIT = 5.0  # seconds; nothing was sent, and the network may be back at once
STRANGE_WAIT = 60.0  # an answer that nobody has seen yet is taken as passing trouble
TOKEN_WAIT = 300.0  # the token is refused until somebody mends the config; no chat is to blame
WORDS_HEARD, WORD_LIMIT = 250, 100  # of what a person typed; an operator's word to every chat is longest
REMEMBERED = 1_000  # of what was heard, and of whom; what is older is asked anew

log = logging.getLogger(__name__)


class Presence(Protocol):
    """Who wants to know where an adapter may post, as its platform tells it."""

    def gone(self, address: str | None, reason: str) -> None:
        """Nothing can be posted to a chat any more; without an address, to none of the platform's."""
        ...

    def back(self, address: str | None) -> None:
        """A chat can be posted to again; without an address, all that were lost together."""
        ...

    def moved(self, address: str, to: str) -> None:
        """The same people have another address."""
        ...


class Adapter(Protocol):
    """One platform: posts once and never retries, says exactly what became of it, and answers what people ask."""

    @property
    def platform(self) -> Platform:
        """Which platform it is."""
        ...

    async def check(self) -> str:
        """Say who we are there; raises ChatError, or UnreachableError when it may work later."""
        ...

    async def start(self) -> None:
        """Begin to listen; raises ChatError when somebody must mend something, not when the network is away."""
        ...

    async def stop(self) -> None:
        """Finish the answers under way and close every connection."""
        ...

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        """Post a card once; `key` is the attempt's own name, carried where the platform can carry it.

        `reply_to` is the message that it answers; `plain` asks for bare text, because the card was refused as it was.
        """
        ...

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        """Replace a posted card; that it reads so already is success."""
        ...

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        """Look for what was posted under `key` since then: Sent, Missing, NotSent (not now), Unknown (not here)."""
        ...


def heard(text: str) -> tuple[str, ...]:
    """The words of what a person typed, without the tail that nobody needs; halves of characters become "?"."""
    whole = text.encode(errors="replace").decode()
    return tuple(word[:WORD_LIMIT] for word in whole.split(maxsplit=WORDS_HEARD)[:WORDS_HEARD])


def remember(known: dict[Any, Any], key: Hashable, value: Any) -> None:
    """Keep the latest; what is longest untouched goes."""
    known.pop(key, None)
    known[key] = value
    if len(known) > REMEMBERED:
        del known[next(iter(known))]


async def answered(answer: Answer, ask: Ask) -> Reply:
    """The answer, or words of regret: one broken answer must not silence the chat."""
    try:
        return await answer(ask)
    except Exception:
        log.exception("answer_failed platform=%s verb=%s", ask.platform, ask.verb)
        return Reply(text=words(ask.language).say("reply-trouble"))


async def until_reached(platform: Platform, connect: Callable[[], Awaitable[object]]) -> None:
    """Call `connect` until it raises no UnreachableError, with growing waits; the first failure is told, no other."""
    wait = FIRST_WAIT
    while True:
        try:
            await connect()
        except UnreachableError as error:
            level = logging.WARNING if wait == FIRST_WAIT else logging.DEBUG
            log.log(level, "unreachable platform=%s error=%s", platform, error.why)
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)
        except ChatError as error:
            log.critical("refused platform=%s error=%s", platform, error.why)
            return
        else:
            return


def takes_more(stream: IO[str]) -> bool:
    """Whether a write of a few kilobytes would not block: a pipe that nobody reads is full one day."""
    try:
        return bool(select.select([], [stream.fileno()], [], 0)[1])
    except (OSError, ValueError, AttributeError):  # it is no file, or closed: the write will tell
        return True


def hush(*loggers: str) -> None:
    """Keep libraries that write tokens or people's words at INFO or DEBUG from ever doing so."""
    for name in loggers:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
