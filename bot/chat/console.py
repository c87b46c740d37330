"""The console as a channel: cards in colour, for the demo and for a look without any chat platform."""

from itertools import count

from rich.console import Console as RichConsole

from bot.render import console_panel
from bot.types import Card, Outcome, Platform, Refused, Sent

ADDRESS = "console"


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

    async def post(self, address: str, card: Card, *, key: str) -> Outcome:
        """Print a card."""
        return self._print(card, str(next(self._ids)))

    async def edit(self, address: str, message_id: str, card: Card) -> Outcome:
        """Print it anew: what is printed cannot be taken back."""
        return self._print(card, message_id)

    def _print(self, card: Card, message_id: str) -> Outcome:
        # rich itself ends the whole program when the other end of a pipe is gone; so the writing is ours.
        with self._console.capture() as shown:
            self._console.print(console_panel(card))
        try:
            self._console.file.write(shown.get())
            self._console.file.flush()
        except OSError as error:
            return Refused(reason=type(error).__name__, channel_gone=True)
        return Sent(message_id=message_id)
