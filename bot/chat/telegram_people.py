"""Telegram's people: who may change what a chat gets, and who asks faster than anyone can read."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram import Bot, ChatFullInfo
from telegram.error import TelegramError

from bot.chat import remember

KEPT = 60.0  # seconds that Telegram's word on a person or chat is believed: so long a dismissed administrator acts on
BURST, PER_SECOND = 20, 1.0  # asks of one person: quick settings take two a second for some seconds
DOUBLE = 1.0  # seconds within which the same press again is a double press

log = logging.getLogger(__name__)
T = TypeVar("T")


class Rights:
    """What Telegram says of people and chats, kept for a minute at most."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: dict[Hashable, tuple[float, Any]] = {}

    async def may_change(self, chat_id: int, user_id: int) -> bool:
        """Whether a person administers a group or channel; where Telegram does not tell, no.

        Asked for all of them at once: of a single person Telegram need not tell a bot that is no administrator itself,
        and a channel's thousands of readers who press cost one question a minute.
        """
        ask = ("administrators", chat_id), lambda: self._bot.get_chat_administrators(chat_id)
        return any(one.user.id == user_id for one in await self._ask(*ask) or ())

    async def chat(self, chat_id: int) -> ChatFullInfo | None:
        """A chat's title and public name; None where we are not in it."""
        return await self._ask(("chat", chat_id), lambda: self._bot.get_chat(chat_id))

    async def _ask(self, key: Hashable, call: Callable[[], Awaitable[T]]) -> T | None:
        until, known = self._known.get(key, (0.0, None))
        answer: T | None = known
        if until > _now():
            return answer
        try:
            answer = await call()
        except TelegramError as error:
            log.warning("telegram_member_unknown error=%s", type(error).__name__)
            return None
        remember(self._known, key, (_now() + KEPT, answer))
        return answer


@dataclass(slots=True)
class _Person:
    at: float
    left: float = BURST
    is_told: bool = False


class Manners:
    """Lets nobody hold up the others."""

    def __init__(self) -> None:
        self._people: dict[str, _Person] = {}
        self._presses: dict[Hashable, tuple[str, float]] = {}

    def hears(self, person: str) -> bool:
        """Whether the person's next ask is heard, or came too fast."""
        one = self._people.get(person) or _Person(at=_now())
        remember(self._people, person, one)
        one.left, one.at = min(BURST, one.left + (_now() - one.at) * PER_SECOND), _now()
        if one.left < 1:
            return False
        one.left -= 1
        one.is_told = one.is_told and one.left < BURST / 2
        return True

    def must_tell(self, person: str) -> bool:
        """Whether the person has yet to hear that it is too fast; once each time."""
        one = self._people[person]
        told, one.is_told = one.is_told, True
        return not told

    def is_double(self, place: Hashable, press: str) -> bool:
        """Whether the last press there, by the same person on the same message, was the same a moment ago."""
        last, at = self._presses.get(place, ("", 0.0))
        remember(self._presses, place, (press, _now()))
        return last == press and _now() - at < DOUBLE


def _now() -> float:
    return asyncio.get_running_loop().time()
