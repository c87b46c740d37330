"""What the owner should know is told once: in the log, and in the chat that the config names."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from bot.chat import Adapter
from bot.errors import StoreError
from bot.store import Store
from bot.types import Card, Channel, NotSent, OperatorNotice, Outcome, Platform, Refused, Sent

OUTAGE_TOLD, OUTAGE_WAIT = 8, 300.0  # after so many tries in a row, or at once where it will last, the owner is told

log = logging.getLogger(__name__)


class Owner:
    """Notes what happens, and tells it; `channel` is where, if anywhere, and `look_again` asks to have it told."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[Platform, Adapter],
        clock: Callable[[], datetime],
        channel: Channel | None,
        look_again: Callable[[], None],
    ) -> None:
        self._store, self._clock, self._channel = store, clock, channel
        self._look_again = look_again
        self._adapter = adapters.get(channel.platform) if channel else None
        self._telling: asyncio.Task[None] | None = None

    def note_outage(self, platform: Platform, tries: int, outcome: NotSent) -> None:
        """Keep that a platform takes nothing, once that has lasted, or will."""
        if tries == OUTAGE_TOLD or outcome.wait >= OUTAGE_WAIT:
            self._note("platform", platform, f"{platform}: nothing is taken: {outcome.reason}")

    def note_unreadable(self, reason: str) -> None:
        """Keep that what was posted on Slack cannot be read back."""
        text = f"slack: what was posted cannot be read back ({reason}); grant channels:history to the app"
        self._note("read_back", "slack", text)

    def restored(self, platform: Platform) -> None:
        """The platform takes posts again."""
        with suppress(StoreError), self._store.writing():
            self._store.notices.clear("platform", platform)

    def tell(self, notices: Sequence[OperatorNotice]) -> None:
        """Begin to tell them, unless others are still being told."""
        if notices and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._tell(notices))

    async def stop(self) -> None:
        """Tell no more; what was not told is told next time."""
        if self._telling:
            self._telling.cancel()
            await asyncio.wait([self._telling])

    def _note(self, kind: str, subject: str, text: str) -> None:
        with suppress(StoreError), self._store.writing():
            if self._store.notices.add_once(kind, subject, text, self._clock()):
                self._look_again()

    async def _tell(self, notices: Sequence[OperatorNotice]) -> None:
        for notice in notices:
            outcome: Outcome = Sent(message_id="")
            if self._channel and self._adapter:
                told = Card(event_id="", headline=notice.text)
                outcome = await self._adapter.post(self._channel.address, told, key=secrets.token_hex(8))
            if isinstance(outcome, Sent | Refused):  # one who refuses to be told is not told again
                log.warning("notice kind=%s subject=%s text=%s", notice.kind, notice.subject, notice.text)
                with suppress(StoreError), self._store.writing():
                    self._store.notices.mark_told([notice.id])
