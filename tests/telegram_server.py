"""A Telegram on loopback: it speaks the Bot API's wire, checks every request, and fails on demand."""

import asyncio
import json
import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

from tests import specs
from tests.limiter import Limiter
from tests.platforms import TELEGRAM_ERRORS, telegram_faults

TOKEN = "123456:AAF-secret_of_the_bot"
BOT = {"id": 123456, "is_bot": True, "first_name": "Exchange Watch", "username": "exchange_watch_bot"}
PATIENCE = 5.0  # seconds that a test waits for what must come


@dataclass(frozen=True)
class Call:
    """A request that came in."""

    method: str
    form: dict[str, str]


@dataclass(frozen=True)
class Failure:
    """How to answer wrongly: with an error, too late, or by cutting the line once the request was read.

    `half`: our half of the line is closed before any answer, the other one stays open.
    """

    status: int = 200
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    body: str | None = None
    delay: float = 0.0
    drop: bool = False
    half: bool = False
    takes: bool = False  # the request is done all the same: only the answer is lost

    @classmethod
    def named(cls, name: str) -> Self:
        return cls(*TELEGRAM_ERRORS[name])


class TelegramServer:
    """`calls` came in; `faults` are what a platform would refuse, and must be empty when a test ends."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.files: list[bytes] = []
        self.taken: list[dict[str, Any]] = []  # what was done although the answer failed
        self.members: dict[tuple[int, int], str] = {}
        self.messages: dict[tuple[str, int], dict[str, str]] = {}
        self._failures: dict[str, deque[Failure]] = {}
        self.latency = 0.0
        self._updates: list[dict[str, Any]] = []
        self._numbers = 100
        self.limiter: Limiter | None = None
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.02)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        assert self.faults == []

    # what a test says and sees

    def fail(self, method: str, *failures: Failure) -> None:
        """Answer the next requests for a method so."""
        self._failures.setdefault(method, deque()).extend(failures)

    def sent(self, method: str = "sendMessage") -> list[dict[str, str]]:
        """The forms of all requests for a method."""
        return [call.form for call in self.calls if call.method == method]

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something to have happened here."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(happened)

    async def replies(self, count: int = 1) -> list[dict[str, str]]:
        """The first messages that were sent, once there are so many."""
        await self.until(lambda: len(self.sent()) >= count)
        return self.sent()

    async def say(
        self, text: str, *, chat: int = 7, kind: str = "private", place: dict[str, Any] | None = None, **message: Any
    ) -> None:
        """A person types into a chat; `place` describes it in full, `message` adds or replaces fields."""
        command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
        user = {"id": 7, "is_bot": False, "first_name": "Reader", "language_code": "en"}
        if kind == "channel":
            message = {"sender_chat": {"id": chat, "type": kind, "title": "News"}, "from": None} | message
        body = (
            self._message(chat, kind, text)
            | ({"chat": place} if place else {})
            | {"from": user, "entities": [command]}
            | message
        )
        name = "channel_post" if kind == "channel" else "message"
        await self.push({name: {key: value for key, value in body.items() if value is not None}})

    async def push(self, update: dict[str, Any], *, is_sound: bool = True) -> None:
        """Queue an update as it stands."""
        self._numbers += 1
        update = {"update_id": self._numbers, **update}
        if is_sound:
            self.faults += specs.telegram_object_faults("Update", update)
        self._updates.append(update)
        await self._tell()

    # the wire

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method, form = request.match_info["method"], self._form(await request.post())
        if request.match_info["token"] != TOKEN:
            return _error(*TELEGRAM_ERRORS["bad token"])
        self.calls.append(Call(method, form))
        if self.limiter and method in ("sendMessage", "editMessageText"):
            wait = math.ceil(self.limiter.take(form["chat_id"]))
            if wait:
                return _error(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
        self.faults += telegram_faults(method, form) + specs.telegram_faults(method, form)
        await self._tell()
        if self._failures.get(method):
            failed = await self._fail(request, method, form)
            if failed is not None:
                return failed
        try:
            answer = await getattr(self, f"_{method}")(form)
            if method == "sendMessage":
                await asyncio.sleep(self.latency)
            return answer
        except AssertionError as error:  # this server must not drift from the platform either
            self.faults.append(f"{method}: {error}")
            raise

    async def _fail(self, request: web.Request, method: str, form: dict[str, str]) -> web.Response | None:
        failure = self._failures[method].popleft()
        if failure.takes:
            await getattr(self, f"_{method}")(form)
            self.taken.append(form)
        await asyncio.sleep(failure.delay)
        if failure.half and request.transport:
            request.transport.write_eof()
            await asyncio.sleep(0.1)
        if (failure.drop or failure.half) and request.transport:
            request.transport.abort()
        if failure.body is not None:
            return web.Response(status=failure.status, text=failure.body, content_type="text/html")
        if failure.status != 200:
            return _error(failure.status, failure.description, failure.parameters)
        return None

    async def _getMe(self, form: dict[str, str]) -> web.Response:
        return _result("User", BOT)

    async def _deleteWebhook(self, form: dict[str, str]) -> web.Response:
        return _result("Boolean", True)

    async def _getUpdates(self, form: dict[str, str]) -> web.Response:
        offset = int(form.get("offset", 0))
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        try:
            async with asyncio.timeout(float(form.get("timeout", 0))), self._changed:
                await self._changed.wait_for(lambda: bool(self._updates))
        except TimeoutError:
            pass
        return web.json_response({"ok": True, "result": self._updates})

    async def _sendMessage(self, form: dict[str, str]) -> web.Response:
        message = self._message(form["chat_id"], "private", form["text"])
        self.messages[form["chat_id"], message["message_id"]] = form
        return _result("Message", message)

    def _form(self, posted: Mapping[str, Any]) -> dict[str, str]:
        """The fields of a request; a file stands by its name, its bytes are put aside."""
        form = dict(posted)
        for name, value in posted.items():
            if isinstance(value, web.FileField):
                self.files.append(value.file.read())
                form[name] = value.filename
        return form

    async def _sendPhoto(self, form: dict[str, str]) -> web.Response:
        message = self._message(form["chat_id"], "private", "")
        del message["text"]
        size = {"file_id": "photo", "file_unique_id": "1", "width": 1080, "height": 1260}
        return _result("Message", message | {"photo": [size], "caption": form["caption"]})

    async def _editMessageText(self, form: dict[str, str]) -> web.Response:
        key = form["chat_id"], int(form["message_id"])
        if key not in self.messages:
            return _error(*TELEGRAM_ERRORS["no such message"])
        if self.messages[key]["text"] == form["text"]:
            return _error(*TELEGRAM_ERRORS["not modified"])
        self.messages[key] = self.messages[key] | form
        return _result("Message", self._message(form["chat_id"], "private", form["text"], number=key[1]))

    async def _getChatMember(self, form: dict[str, str]) -> web.Response:
        chat, user = int(form["chat_id"]), int(form["user_id"])
        person = {"id": user, "is_bot": False, "first_name": "Reader"}
        match self.members.get((chat, user), "member"):
            case "creator":
                return _result("ChatMember", {"status": "creator", "user": person, "is_anonymous": False})
            case "administrator":
                rights = [f for f in ADMINISTRATOR_RIGHTS if f != "status"]
                return _result("ChatMember", {"status": "administrator", "user": person} | dict.fromkeys(rights, False))
            case status:
                return _result("ChatMember", {"status": status, "user": person})

    def _message(self, chat: int | str, kind: str, text: str, *, number: int | None = None) -> dict[str, Any]:
        self._numbers += 1
        where = {
            "id": chat if isinstance(chat, int) else int(chat) if chat.lstrip("-").isdigit() else -100,
            "type": kind,
        }
        where |= {"first_name": "Reader"} if kind == "private" else {"title": "News"}
        return {"message_id": number or self._numbers, "date": 1_750_000_000, "chat": where, "text": text}

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


ADMINISTRATOR_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def _result(kind: str, value: Any) -> web.Response:
    faults = specs.telegram_object_faults(kind, value)
    assert faults == [], faults
    return web.json_response({"ok": True, "result": value}, dumps=json.dumps)


def _error(status: int, description: str, parameters: dict[str, int] | None = None) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=status)
