"""The real Telegram adapter against the server on loopback, with a scripted desk behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest

from bot.chat.telegram import Telegram
from bot.render import card
from bot.types import Ask, Button, Picture, Reply
from tests.sample_events import EACH, THE_FALLEN
from tests.telegram_server import TOKEN, TelegramServer

CARD = card(THE_FALLEN)
BUTTONS = (
    Button(label="Sources (2)", words=("sources", "e1")),
    Button(label="Timeline", words=("timeline", "e1")),
    Button(label="Mute", words=("subscribe", "e1")),  # any verb that changes what the chat gets
)
WITH_BUTTONS = replace(CARD, buttons=BUTTONS)
LINKS = {
    "Sources (2)": "https://t.me/exchange_watch_bot?start=sources_e1",
    "Timeline": "https://t.me/exchange_watch_bot?start=timeline_e1",
}
CHANNEL = "-1001234567890"
PNG = b"\x89PNG\r\n\x1a\n the rest"
GROUP = {"chat": -100555, "kind": "supergroup"}


class Desk:
    """Answers as the service would, and remembers what it was asked and told; `script` has other answers."""

    def __init__(self) -> None:
        self.asks: list[Ask] = []
        self.told: list[tuple[str, ...]] = []  # what became of chats: what, and the adapter's words
        self.script: dict[tuple[str, ...], Reply | Callable[[Ask], Reply]] = {}

    async def __call__(self, ask: Ask) -> Reply:
        self.asks.append(ask)
        if ask.words[1:] == ("slow",):
            await asyncio.sleep(0.3)
        if scripted := self.script.get(ask.words):
            return scripted if isinstance(scripted, Reply) else scripted(ask)
        if ask.verb is None:
            return Reply(text="That is not something I know.")
        if ask.words[1:] == ("broken",):
            raise ZeroDivisionError
        if ask.verb == "chart":
            alt = "Ukraine & Russia\n" + "\n".join(["line"] * 300)
            return Reply(text=alt, picture=Picture(png=PNG, alt=alt))
        return Reply(text=f"{ask.verb} <&> /help", cards=(card(EACH),))

    def gone(self, address: str | None, reason: str) -> None:
        self.told.append(("gone", str(address), reason))

    def moved(self, address: str, to: str) -> None:
        self.told.append(("moved", address, to))

    def back(self, address: str | None) -> None:
        self.told.append(("back", str(address)))


def a_desk() -> Desk:
    """As a fixture."""
    return Desk()


def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is not reached through a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def a_server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramServer]:
    """As a fixture: Telegram on loopback."""
    no_proxies(monkeypatch)
    async with TelegramServer() as server:
        yield server


async def an_adapter(server: TelegramServer, desk: Desk) -> AsyncIterator[Telegram]:
    """As a fixture: the adapter, polling; 99 is an operator."""
    adapter = Telegram(
        TOKEN,
        desk,
        base_url=server.base_url,
        patience=1.0,
        operators=(99,),
        presence=desk,
    )
    await adapter.start()
    yield adapter
    await adapter.stop()
