"""The console as a channel: cards in colour, for the demo and for a look without any chat platform."""

from datetime import datetime
from itertools import count

from rich.console import Console as RichConsole

from bot.chat import takes_more
from bot.render import console_panel
from bot.types import Card, LookUp, NotSent, Outcome, Platform, Refusal, Refused, Sent, Unknown

ADDRESS = "console"
FULL_WAIT = 5.0  # seconds; a pipe whose reader sleeps


class Console:
    """The adapter; it hears nothing and needs no start."""

    platform = Platform.CONSOLE

    def __init__(self, console: RichConsole | None = None) -> None:
        self._console = console or RichConsole()
        self._ids = count(1)

    async def check(self) -> str:
        """The console is always there."""
        return ADDRESS

    async def start(self) -> None:
        """Nothing to listen to."""

    async def stop(self) -> None:
        """Nothing to close."""

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        """Print a card."""
        return self._print(card, str(next(self._ids)))

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        """What is printed stays as it is; what changed is told in a reply."""
        return Sent(message_id=message_id)

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        """What was printed cannot be read."""
        return Unknown(reason="a terminal cannot be read")

    def _print(self, card: Card, message_id: str) -> Outcome:
        # rich itself ends the whole program when the other end of a pipe is gone; so the writing is ours.
        with self._console.capture() as shown:
            self._console.print(console_panel(card))
        if not takes_more(self._console.file):
            return NotSent(reason="nobody reads what is printed", wait=FULL_WAIT)
        try:
            self._console.file.write(shown.get())
            self._console.file.flush()
        except OSError as error:
            return Refused(reason=type(error).__name__, what=Refusal.CHANNEL)
        return Sent(message_id=message_id)
