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
                if self._is_ours(channel, address) if address else channel.platform is self._platform:
                    self._store.deliveries.lose(channel, reason if address else _everywhere(reason), self._clock())

    def back(self, address: str | None) -> None:
        """A chat can be posted to again; without an address, all that were lost together."""
        found = [
            channel
            for channel, reason in self._store.channels.lost(self._platform)
            if (_is_of(channel, address) if address else reason.startswith(_everywhere("")))
        ]
        paused = [each for each in self._store.channels.active() if address and self._is_ours(each, address)]
        with self._store.writing():
            resumed = [self._store.deliveries.resume(channel.id, self._clock()) for channel in paused]
            for channel in found:
                self._store.channels.reached(channel.id, self._clock())
        if found or any(resumed):
            self._on_owed()

    def moved(self, address: str, to: str) -> None:
        """The same people have another address."""
        old, new = (Channel(platform=self._platform, address=each) for each in (address, to))
        with self._store.writing():
            if self._store.channels.has(old.id):
                self._store.channels.move(old, to)
                self._store.channels.reached(new.id, self._clock())  # it lives on, though the old chat may be left
        self._on_owed()

    def _is_ours(self, channel: Channel, address: str) -> bool:
        return channel.platform is self._platform and _is_of(channel, address)


def _is_of(channel: Channel, address: str) -> bool:
    """Whether it is the chat of that address, or a topic of it."""
    return channel.address == address or channel.address.startswith(f"{address}/")


def _everywhere(reason: str) -> str:
    return f"everywhere: {reason}"
