"""Socket Mode: a line to Slack that is renewed before it ends, and watched, so that a dead one is noticed."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from time import time
from typing import Any, NoReturn

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_outcome import code_of, rate_wait

HELLO_PATIENCE = 10.0  # seconds from the opening to Slack's hello
PING = 10.0  # seconds without a word until it is asked for one; without an answer half as long, the line is dead
RENEW = 3600.0  # seconds that a line is trusted: one can answer every ping and bring nothing
OVERLAP = 5.0  # seconds that an old line is still heard when the new one stands
FIRST_WAIT, LONGEST_WAIT = 0.1, 30.0  # seconds between two tries
STEADY = 30.0  # seconds; a line that ended sooner is opened again ever more slowly

Handle = Callable[[SocketModeRequest], Awaitable[BoltResponse]]

# Set where the acknowledgement of what is being handled has left: the work must not hold it up.
acknowledged: ContextVar[asyncio.Event] = ContextVar("acknowledged")


class Line:
    """Keeps a socket to Slack and hands on what comes; `client` has the app-level token."""

    def __init__(self, client: AsyncWebClient, handle: Handle, log: logging.Logger) -> None:
        self._client = client
        self._handle = handle
        self._log = log
        self._links: list[_Link] = []
        self._retiring: set[asyncio.Task[None]] = set()

    async def keep(self) -> NoReturn:
        """Hold the line for ever: the next one is opened before the old one closes, unless Slack counts too many."""
        wait, told = 0.0, ""
        async with aiohttp.ClientSession() as session:
            try:
                while True:
                    await asyncio.sleep(wait)
                    began, trouble = _now(), await self._hold(session)
                    wait = 0.0 if _now() - began > STEADY else min(LONGEST_WAIT, max(FIRST_WAIT, 2 * wait))
                    if trouble and trouble != told:  # each kind once, not at every try
                        self._log.warning("slack_line_lost reason=%s", trouble)
                    told = trouble or ("" if wait == 0.0 else told)
            finally:
                await self._close_all()

    async def _hold(self, session: aiohttp.ClientSession) -> str:
        """Open a link and stay until it has to be replaced; what is wrong, or nothing where Slack asked for it."""
        try:
            async with asyncio.timeout(HELLO_PATIENCE):
                link = await self._open(session)
        except TimeoutError:
            return "no hello"
        except SlackApiError as error:
            await asyncio.sleep(rate_wait(error) or 0.0)
            return code_of(error) or "no answer of its own"
        except Exception as error:
            return type(error).__name__
        for old in self._links:
            spawn(self._retire(old), self._retiring)
        self._links = [link]
        reason = await link.ended()
        if reason == "too_many_websockets":
            self._links = []
            await link.close()
        return "" if reason in ("warning", "refresh_requested", "renewed") else reason

    async def _open(self, session: aiohttp.ClientSession) -> "_Link":
        token = str(self._client.token)
        url = str((await self._client.apps_connections_open(app_token=token))["url"])
        socket = await session.ws_connect(url, heartbeat=PING, proxy=self._client.proxy)
        link = _Link(socket, self._handle, self._log)
        try:
            await link.hello()
        except BaseException:
            await link.close()
            raise
        return link

    async def _retire(self, link: "_Link") -> None:
        await asyncio.sleep(OVERLAP)
        await link.close()

    async def _close_all(self) -> None:
        for task in self._retiring:
            task.cancel()
        await asyncio.gather(*(link.close() for link in self._links))


class _Link:
    """One socket: reads until it ends, and acknowledges on it what came over it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, handle: Handle, log: logging.Logger) -> None:
        self.logger = log  # where the library looks for it
        self._socket = socket
        self._handle = handle
        self._greeted = asyncio.Event()
        self._asked: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._handling: set[asyncio.Task[None]] = set()
        self._reading = asyncio.create_task(self._read())

    async def hello(self) -> None:
        """Wait for Slack's; ConnectionError where the socket ends before."""
        greeted = asyncio.create_task(self._greeted.wait())
        await asyncio.wait({greeted, self._reading}, return_when=asyncio.FIRST_COMPLETED)
        greeted.cancel()
        if not self._greeted.is_set():
            raise ConnectionError

    async def ended(self) -> str:
        """Why it has to be replaced: Slack's own reason, or that it is closed, silent, or old."""
        either: set[asyncio.Future[Any]] = {self._reading, self._asked}
        done, _ = await asyncio.wait(either, timeout=RENEW, return_when=asyncio.FIRST_COMPLETED)
        if self._asked in done:
            return self._asked.result()
        if not done:
            return "renewed"
        return "silent" if isinstance(self._socket.exception(), TimeoutError) else "closed"

    async def close(self) -> None:
        """Let what came be acknowledged, then close."""
        if self._handling:
            await asyncio.wait(self._handling, timeout=1.0)
        await self._socket.close()
        self._reading.cancel()

    async def send_socket_mode_response(self, response: SocketModeResponse) -> None:
        """For the library: acknowledge."""
        await self._socket.send_json(response.to_dict())

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                self._take(message.data)

    def _take(self, text: str) -> None:
        try:
            told: dict[str, Any] = dict(json.loads(text))
            request = SocketModeRequest.from_dict(told)
        except (ValueError, TypeError):
            self.logger.warning("slack_message_unread length=%s", len(text))
            return
        if told.get("type") == "hello":
            self._greeted.set()
        elif told.get("type") == "disconnect" and not self._asked.done():
            self._asked.set_result(str(told.get("reason")))
        elif request:
            spawn(self._acknowledge(request), self._handling)

    async def _acknowledge(self, request: SocketModeRequest) -> None:
        left = asyncio.Event()
        acknowledged.set(left)
        try:
            response = await self._handle(request)
            await send_async_response(self, request, response, time())  # type: ignore[arg-type]
        except Exception as error:
            self.logger.warning("slack_ack_lost error=%s", type(error).__name__)
        finally:
            left.set()


def spawn(work: Coroutine[Any, Any, None], running: set[asyncio.Task[None]]) -> None:
    """Run beside everything else, held by `running`: the loop alone does not keep a task alive."""
    task = asyncio.create_task(work)
    running.add(task)
    task.add_done_callback(running.discard)


def _now() -> float:
    return asyncio.get_running_loop().time()
