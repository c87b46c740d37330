"""Slack's tests in common: a service that answers as it would, and the adapter against the server on loopback."""

import asyncio
import time
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from bot.chat.slack import Slack
from bot.render import card
from bot.types import Ask, Button, Picture, Reply
from tests.sample_events import EACH
from tests.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer

PNG, ALT = b"\x89PNG\r\n\x1a\n the rest", "Ukraine and Russia\n→ Ukraine: 205"
BUTTONS = ((Button(label="More", words=("latest", "5")), Button(label="Off", words=("unsubscribe",))),)


class Desk:
    """Answers as the service would, and remembers what was asked; `replies` are its answers to a verb."""

    def __init__(self) -> None:
        self.asks: list[Ask] = []
        self.replies: dict[str, Reply] = {}
        self.blocks_for = 0.0  # seconds that the whole program stands still, as for a database that is held

    async def __call__(self, ask: Ask) -> Reply:
        self.asks.append(ask)
        time.sleep(self.blocks_for)  # noqa: ASYNC251 (it is what is tested)
        if ask.words[-1:] == ("slow",):
            await asyncio.sleep(0.4)
        if ask.words[-1:] == ("broken",):
            raise ZeroDivisionError
        if ask.words and ask.words[0] in self.replies:
            return self.replies[ask.words[0]]
        if ask.verb == "chart":
            return Reply(text=ALT, picture=Picture(png=PNG, alt=ALT))
        return Reply(text=f"{ask.verb} <&>", cards=(card(EACH),), buttons=BUTTONS)


@asynccontextmanager
async def running(server: SlackServer, desk: Any, **more: Any) -> AsyncIterator[Slack]:
    """The adapter over the socket, started, and stopped in the end."""
    more = {"app_token": APP_TOKEN, "patience": 1.0, **more}
    adapter = Slack(BOT_TOKEN, desk, base_url=server.base_url, **more)
    await adapter.start()
    try:
        yield adapter
    finally:
        await adapter.stop()


@asynccontextmanager
async def apart(server: SlackServer, desk: Any, **more: Any) -> AsyncIterator[None]:
    """The adapter in a thread and a loop of its own: where it stands still, the server and the test go on."""
    began: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        ended = asyncio.Event()
        async with running(server, desk, **more):
            began.set_result((asyncio.get_running_loop(), ended))
            await ended.wait()

    thread = Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    loop, ended = await asyncio.wrap_future(began)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(ended.set)
        await asyncio.to_thread(thread.join)
