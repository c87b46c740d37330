"""A Slack on loopback: Web API, Socket Mode and response URLs; it checks every request, and fails on demand."""

import asyncio
import hashlib
import hmac
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import WSMsgType, web
from slack_sdk.models.blocks import Block

from tests import specs
from tests.platforms import slack_faults

BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "xoxb-1-secret-of-the-bot", "xapp-1-secret-of-the-app", "secret-of-signing"
TICKET = "secret-ticket-of-the-socket"
CHANNEL = "C0123456789"
PATIENCE = 5.0  # seconds that a test waits for what must come


@dataclass(frozen=True)
class Call:
    """A request that came in."""

    method: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Failure:
    """How to answer wrongly: with an error, too late, or by cutting the line once the request was read."""

    error: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    content_type: str = "text/html"
    delay: float = 0.0
    drop: bool = False
    takes: bool = False  # the request is done all the same: only the answer is lost


class SlackServer:
    """`calls` came in, `acks` on the socket; `faults` are what a platform would refuse: none when a test ends."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.acks: dict[str, tuple[float, dict[str, Any]]] = {}
        self.faults: list[str] = []
        self.files: list[bytes] = []
        self.taken: list[dict[str, Any]] = []  # what was done although the answer failed
        self.messages: dict[tuple[str, str], dict[str, Any]] = {}
        self.sockets: list[web.WebSocketResponse] = []
        self._failures: dict[str, deque[Failure]] = {}
        self.latency = 0.0
        self._numbers = 0
        self.scopes = {"chat:write", "channels:history"}
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/response/{number}", self._response)
        app.router.add_post("/upload/{number}", self._upload)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.02)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._home = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.base_url = f"http://{self._home}/api/"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        assert self.faults == []

    # what a test says and sees

    def fail(self, method: str, *failures: Failure) -> None:
        """Answer the next requests for a method so."""
        self._failures.setdefault(method, deque()).extend(failures)

    def sent(self, method: str = "chat.postMessage") -> list[dict[str, Any]]:
        """The arguments of all requests for a method."""
        return [call.arguments for call in self.calls if call.method == method]

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something to have happened here."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(happened)

    async def replies(self, count: int = 1) -> list[dict[str, Any]]:
        """The first answers to commands, once there are so many."""
        await self.until(lambda: len(self.sent("response_url")) >= count)
        return self.sent("response_url")

    def command(self, text: str, *, trigger: str | None = None) -> dict[str, Any]:
        """What Slack sends when a person types /exchanges."""
        self._numbers += 1
        return {
            "token": "legacy",
            "api_app_id": "A1",
            "team_id": "T1",
            "team_domain": "newsroom",
            "channel_id": CHANNEL,
            "channel_name": "general",
            "user_id": "U7",
            "user_name": "reader",
            "command": "/exchanges",
            "text": text,
            "response_url": f"http://{self._home}/response/{self._numbers}",
            "trigger_id": trigger or f"trigger-{self._numbers}",
            "is_enterprise_install": "false",
        }

    async def type(self, text: str, *, trigger: str | None = None, times: int = 1) -> str:
        """A person types /exchanges; Slack delivers it over the socket, more than once if need be."""
        await self.until(lambda: bool(self.sockets))
        payload = self.command(text, trigger=trigger)
        envelope = f"envelope-{self._numbers}"
        body = {"type": "slash_commands", "envelope_id": envelope, "accepts_response_payload": True, "payload": payload}
        for _ in range(times):
            await self.sockets[-1].send_json(body)
        return envelope

    def signed(self, text: str, *, age: float = 0, secret: str = SIGNING_SECRET) -> tuple[str, dict[str, str]]:
        """Body and headers of the same command over HTTP, signed so many seconds ago."""
        body = urlencode(self.command(text))
        at = str(int(time.time() - age))
        signature = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        kind = "application/x-www-form-urlencoded"
        headers = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={signature}", "Content-Type": kind}
        return body, headers

    # the wire

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.method == "GET":
            arguments: dict[str, Any] = dict(request.query)
            if method.startswith("conversations."):
                arguments |= {"limit": int(arguments["limit"])}
                arguments |= {"include_all_metadata": "include_all_metadata" in arguments}
        else:
            is_json = request.content_type == "application/json"
            arguments = await request.json() if is_json else dict(request.query) | dict(await request.post())
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        self._note(method, arguments)
        await self._tell()
        if self._failures.get(method):
            failure = self._failures[method].popleft()
            if failure.takes:
                self._answer(method, arguments)
                self.taken.append(arguments)
            return await _failed(request, failure)
        if request.headers.get("Authorization") != f"Bearer {wanted}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        answer = self._answer(method, arguments)
        await asyncio.sleep(self.latency if method == "chat.postMessage" else 0.0)
        return web.json_response(answer)

    def _answer(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                who = {"url": "https://newsroom.slack.com/", "team": "Newsroom", "user": "exchange_watch"}
                return {"ok": True, "team_id": "T1", "user_id": "U1", "bot_id": "B1", **who}
            case "apps.connections.open":
                return {"ok": True, "url": f"ws://{self._home}/socket?ticket={TICKET}"}
            case "chat.postMessage":
                self._numbers += 1
                ts = f"{int(time.time())}.{self._numbers:06}"
            case "chat.update":
                ts = arguments["ts"]
                if (arguments["channel"], ts) not in self.messages:
                    return {"ok": False, "error": "message_not_found"}
            case "files.getUploadURLExternal":
                return {"ok": True, "file_id": "F1", "upload_url": f"http://{self._home}/upload/1"}
            case "files.completeUploadExternal":
                return {"ok": True, "files": [{"id": "F1", "title": json.loads(arguments["files"])[0]["title"]}]}
            case "conversations.history" | "conversations.replies":
                return self._history(arguments)
            case _:
                return {"ok": False, "error": "unknown_method"}
        self.messages[arguments["channel"], ts] = arguments
        return {"ok": True, "channel": arguments["channel"], "ts": ts, "message": {"text": arguments["text"]}}

    def _history(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The messages of a channel, the latest first, a page at a time; metadata where asked for."""
        if "channels:history" not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": "channels:history", "provided": "chat:write"}
        oldest, first = float(arguments.get("oldest", 0)), int(arguments.get("cursor") or 0)
        found = [
            {"type": "message", "ts": ts, "text": told["text"], "metadata": told.get("metadata", {})}
            for (channel, ts), told in reversed(self.messages.items())
            if channel == arguments["channel"] and float(ts) >= oldest
        ]
        page = found[first : first + arguments["limit"]]
        more = first + len(page) < len(found)
        cursor = {"next_cursor": str(first + len(page)) if more else ""}
        return {"ok": True, "messages": page, "has_more": more, "response_metadata": cursor}

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(socket)
        await self._tell()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.acks[ack["envelope_id"]] = (time.monotonic(), ack)
                await self._tell()
        self.sockets = [other for other in self.sockets if other is not socket]
        return socket

    async def _upload(self, request: web.Request) -> web.Response:
        self.files.append(await request.read())
        return web.Response(text="OK")

    async def _response(self, request: web.Request) -> web.StreamResponse:
        self._note("response_url", await request.json())
        await self._tell()
        if self._failures.get("response_url"):
            return await _failed(request, self._failures["response_url"].popleft())
        return web.Response(text="ok")

    def _note(self, method: str, arguments: dict[str, Any]) -> None:
        self.calls.append(Call(method, arguments))
        self.faults += slack_faults(method, arguments)
        blocks = arguments.get("blocks")
        if blocks:
            self.faults += specs.block_faults(blocks)
            for block in Block.parse_all(blocks):
                block.validate_json()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


async def _failed(request: web.Request, failure: Failure) -> web.Response:
    await asyncio.sleep(failure.delay)
    if failure.drop and request.transport:
        request.transport.abort()
    if failure.body is not None:
        return web.Response(status=failure.status, text=failure.body, content_type=failure.content_type)
    return web.json_response({"ok": False, "error": failure.error}, status=failure.status, headers=failure.headers)
