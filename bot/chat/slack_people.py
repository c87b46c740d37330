"""Who asks on Slack: their language, and whether they run the workspace."""

import asyncio
from dataclasses import dataclass

from bot.chat import remember
from bot.chat.slack_calls import Calls

REMEMBERED_FOR = 600.0  # seconds
PATIENCE = 1.0  # seconds; a window can be opened only within three seconds of the press that asks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What Slack tells of somebody; the least where it tells nothing."""

    language: str = "en"
    is_admin: bool = False


class People:
    """The people of a workspace, each asked for once in a while; needs users:read."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._known: dict[str, tuple[float, Person]] = {}

    async def get(self, person: str) -> Person:
        """Somebody by their id."""
        now = asyncio.get_running_loop().time()
        until, known = self._known.get(person, (0.0, Person()))
        if now < until:
            return known
        answer = await self._calls("users_info", patience=PATIENCE, user=person, include_locale=True)
        if answer is None:
            return known  # as last seen, and asked for again next time
        user = answer.get("user") or {}
        is_admin = bool(user.get("is_admin") or user.get("is_owner"))
        known = Person(language=user.get("locale") or "en", is_admin=is_admin)
        remember(self._known, person, (now + REMEMBERED_FOR, known))
        return known
