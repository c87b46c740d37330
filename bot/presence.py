"""Where the bot may post, as the platforms tell it: chats that are lost, have moved, or are there again."""

from collections.abc import Callable
from datetime import datetime

from bot.store import Store
from bot.types import Channel, Platform


class Presence:
    """What one platform tells; `on_owed` is called where a chat that came back is owed what it missed."""

    def __init__(
        self, store: Store, platform: Platform, clock: Callable[[], datetime], on_owed: Callable[[], None]
    ) -> None:
        self._store, self._platform, self._clock, self._on_owed = store, platform, clock, on_owed

    def gone(self, address: str | None, reason: str) -> None:
        """Nothing can be posted to a chat any more; without an address, to none of the platform's."""
        with self._store.writing():
            for channel in self._store.channels.active():
                if channel.platform is self._platform and (address is None or _is_of(channel, address)):
                    self._store.deliveries.lose(channel, reason if address else _everywhere(reason), self._clock())

    def back(self, address: str | None) -> None:
        """A chat can be posted to again; without an address, all that were lost together."""
        found = [
            channel
            for channel, reason in self._store.channels.lost(self._platform)
            if (_is_of(channel, address) if address else reason.startswith(_everywhere("")))
        ]
        if found:
            with self._store.writing():
                for channel in found:
                    self._store.channels.reached(channel.id, self._clock())
            self._on_owed()

    def moved(self, address: str, to: str) -> None:
        """The same people have another address."""
        old = Channel(platform=self._platform, address=address)
        with self._store.writing():
            if self._store.channels.has(old.id):
                self._store.channels.move(old, to)


def _is_of(channel: Channel, address: str) -> bool:
    """Whether it is the chat of that address, or a topic of it."""
    return channel.address == address or channel.address.startswith(f"{address}/")


def _everywhere(reason: str) -> str:
    return f"everywhere: {reason}"
