"""A Slack on loopback: Web API, Socket Mode and response URLs; it checks every request, and fails on demand."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import WSMsgType, web
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.chat.slack import SCOPES
from tests import slack_hands as hands
from tests import specs
from tests.block_kit import BLOCKS_MOST
from tests.platforms import slack_faults
from tests.slack_hands import BOT_USER

BOT_TOKEN, APP_TOKEN = "xoxb-1-secret-of-the-bot", "xapp-1-secret-of-the-app"
TICKET = "secret-ticket-of-the-socket"
PATIENCE = 20.0  # seconds that a test waits for what must come


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
        self.scopes = set(SCOPES)
        self.people: dict[str, dict[str, Any]] = {}  # what users.info tells of them
        self._transports: list[asyncio.Transport | None] = []
        self.views: list[dict[str, Any]] = []  # as they were shown
        self.says_hello = True
        self.answers_pings = True
        self.opened = 0  # sockets, all in all
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
        self.home = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.base_url = f"http://{self.home}/api/"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        assert not self.faults, self.faults

    # what a test says and sees

    def fail(self, method: str, *failures: Failure) -> None:
        """Answer the next requests for a method so."""
        self._failures.setdefault(method, deque()).extend(failures)

    def sent(self, method: str = "chat.postMessage") -> list[dict[str, Any]]:
        """The arguments of all requests for a method."""
        return [call.arguments for call in self.calls if call.method == method]

    @property
    def methods(self) -> set[str]:
        """All methods that were called."""
        return {call.method for call in self.calls}

    def cut_socket(self) -> None:
        """End the latest socket without a word."""
        transport = self._transports[-1]
        assert transport
        transport.abort()

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something to have happened here."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(happened)

    async def replies(self, count: int = 1) -> list[dict[str, Any]]:
        """The first answers to commands, once there are so many."""
        await self.until(lambda: len(self.sent("response_url")) >= count)
        return self.sent("response_url")

    async def send(self, payload: Mapping[str, Any], *, times: int = 1) -> str:
        """Bring something over the socket, more than once if need be; the number of its envelope."""
        await self.until(lambda: bool(self.sockets))
        self._numbers += 1
        envelope = f"envelope-{self._numbers}"
        body = {"type": hands.envelope_type(payload), "envelope_id": envelope, "payload": payload}
        for _ in range(times):
            await self.sockets[-1].send_json(body | {"accepts_response_payload": True})
        return envelope

    async def type(self, text: str, *, times: int = 1, **who: str) -> str:
        """A person types /exchanges."""
        return await self.send(hands.command(text, self.home, **who), times=times)

    async def press(self, label: str, content: Mapping[str, Any], **who: str) -> str:
        """A person presses a button of a message, or of a window or home page."""
        button = hands.buttons(content)[label]
        if "id" in content:
            return await self.send(hands.press_in(content, button, **who))
        return await self.send(hands.press(button, self.home, **who))

    async def view(self, count: int = 1, method: str = "views.open") -> dict[str, Any]:
        """The view that was shown last, once a method was called so often."""
        await self.until(lambda: len(self.sent(method)) >= count)
        return self.views[-1]

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
        granted = {"X-OAuth-Scopes": ",".join(sorted(self.scopes))}
        await asyncio.sleep(self.latency)
        return web.json_response(answer, headers=granted)

    def _answer(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                who = {"url": "https://newsroom.slack.com/", "team": "Newsroom", "user": "exchange_watch"}
                return {"ok": True, "team_id": "T1", "user_id": BOT_USER, "bot_id": "B1", **who}
            case "apps.connections.open":
                return {"ok": True, "url": f"ws://{self.home}/socket?ticket={TICKET}"}
            case "chat.postMessage" | "chat.update":
                return self._posted(method, arguments)
            case "files.getUploadURLExternal":
                return {"ok": True, "file_id": "F1", "upload_url": f"http://{self.home}/upload/1"}
            case "files.completeUploadExternal":
                return {"ok": True, "files": [{"id": "F1", "title": json.loads(arguments["files"])[0]["title"]}]}
            case "users.info":
                return self._person(arguments["user"])
            case "views.open" | "views.publish" | "views.update":
                return self._shown(arguments)
            case "conversations.history" | "conversations.replies":
                return self._history(arguments)
        return {"ok": False, "error": "unknown_method"}

    def _posted(self, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        self._numbers += 1
        ts = arguments["ts"] if method == "chat.update" else f"{int(time.time())}.{self._numbers:06}"
        if method == "chat.update" and (arguments["channel"], ts) not in self.messages:
            return {"ok": False, "error": "message_not_found"}
        self.messages[arguments["channel"], ts] = arguments
        return {"ok": True, "channel": arguments["channel"], "ts": ts, "message": {"text": arguments["text"]}}

    def _person(self, user: str) -> dict[str, Any]:
        if "users:read" not in self.scopes:
            return {"ok": False, "error": "missing_scope", "needed": "users:read", "provided": "chat:write"}
        known = {"id": user, "team_id": "T1", "locale": "en-GB", "is_admin": False, "is_owner": False}
        return {"ok": True, "user": known | self.people.get(user, {})}

    def _shown(self, arguments: dict[str, Any]) -> dict[str, Any]:
        self._numbers += 1
        number = arguments.get("view_id") or f"V{self._numbers}"
        self.views.append(arguments["view"] | {"id": number, "team_id": "T1", "hash": f"h{self._numbers}"})
        return {"ok": True, "view": self.views[-1]}

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
        socket = web.WebSocketResponse(autoping=self.answers_pings)
        self.opened += 1
        await socket.prepare(request)
        self._transports.append(request.transport)
        if self.says_hello:
            await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self.sockets.append(socket)
        await self._tell()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.acks[ack["envelope_id"]] = (time.monotonic(), ack)
                self._note_ack(ack.get("payload") or {})
                await self._tell()
        self.sockets = [other for other in self.sockets if other is not socket]
        await self._tell()
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
        if "view" in arguments:
            self.faults += view_faults(arguments["view"])
        elif arguments.get("blocks"):
            self.faults += block_faults(arguments["blocks"])

    def _note_ack(self, payload: dict[str, Any]) -> None:
        """What an acknowledgement does to a window."""
        if payload.get("response_action") == "update":
            self.faults += slack_faults("views.update", {"view_id": "V", "view": payload["view"]})
            self.faults += view_faults(payload["view"])

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


def block_faults(blocks: list[dict[str, Any]]) -> list[str]:
    """By Block Kit's schema, which is of messages and knows no inputs, and by the library's own checks."""
    for block in Block.parse_all(blocks):
        block.validate_json()
    shown = [block for block in blocks if block["type"] != "input"]
    parts = [shown[at : at + BLOCKS_MOST] for at in range(0, len(shown), BLOCKS_MOST)]
    return [fault for part in parts for fault in specs.block_faults(part)]


def view_faults(view: dict[str, Any]) -> list[str]:
    """By the library's own checks of views and of their blocks, and by Block Kit's schema."""
    fields = {name: value for name, value in view.items() if name != "blocks"}
    View(**fields, blocks=Block.parse_all(view["blocks"])).validate_json()
    return block_faults(view["blocks"])
