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
from tests.telegram_methods import BOT, Methods, error
from tests.telegram_people import READER, bot_as

TOKEN = "123456:AAF-secret_of_the_bot"
PATIENCE = 20.0  # seconds that a test waits for what must come


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


class TelegramServer(Methods):
    """`calls` came in; `faults` are what a platform would refuse, and must be empty when a test ends."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[Call] = []
        self.done: list[Call] = []  # those that were answered, so that what they did can be seen
        self.faults: list[str] = []
        self.files: list[bytes] = []
        self.taken: list[dict[str, Any]] = []  # what was done although the answer failed
        self.latency = 0.0
        self.limiter: Limiter | None = None
        self._failures: dict[str, deque[Failure]] = {}

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
        assert self.unanswered == set()

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
        user = READER
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

    async def press(
        self, data: str, *, chat: int = 7, message: int = 1, person: dict[str, Any] = READER, is_old: bool = False
    ) -> str:
        """A person presses a button of a message; the press, which must be answered."""
        self._numbers += 1
        press = f"press-{self._numbers}"
        self.unanswered.add(press)
        where, form = self._where(chat), self.messages.get((str(chat), message), {})
        below: dict[str, Any] = {"message_id": message, "chat": where, "date": 0}
        if not is_old:
            topic = form.get("message_thread_id")
            below |= {"date": 1_750_000_000, "text": form.get("text", "words"), "from": BOT}
            below |= {"message_thread_id": int(topic), "is_topic_message": True} if topic else {}
        query = {"id": press, "from": person, "message": below, "chat_instance": "1", "data": data}
        await self.push({"callback_query": query})
        return press

    async def answer_to(self, press: str) -> dict[str, str]:
        """How a press was answered."""
        await self.until(lambda: press not in self.unanswered)
        return next(form for form in self.sent("answerCallbackQuery") if form["callback_query_id"] == press)

    async def ask_inline(self, query: str, *, person: dict[str, Any] = READER) -> list[dict[str, Any]]:
        """A person types "@bot query" in any chat; the results that are offered."""
        self._numbers += 1
        number = f"inline-{self._numbers}"
        await self.push({"inline_query": {"id": number, "from": person, "query": query, "offset": ""}})
        await self.until(lambda: any(form["inline_query_id"] == number for form in self.sent("answerInlineQuery")))
        form = next(form for form in self.sent("answerInlineQuery") if form["inline_query_id"] == number)
        results: list[dict[str, Any]] = json.loads(form["results"])
        return results

    async def place(self, chat: int, before: str, after: str, *, person: dict[str, Any] = READER) -> None:
        """The bot's own place in a chat changes from one status to another; those in `bot_as`."""
        change = {
            "chat": self._where(chat),
            "from": person,
            "date": 1_750_000_000,
            "old_chat_member": bot_as(before, BOT),
            "new_chat_member": bot_as(after, BOT),
        }
        await self.push({"my_chat_member": change})

    def buttons(self, form: dict[str, str]) -> dict[str, str]:
        """The buttons of a message by their labels: what they carry, or where they lead."""
        rows = json.loads(form.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]
        return {key["text"]: key.get("callback_data") or key["url"] for row in rows for key in row}

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
            return error(*TELEGRAM_ERRORS["bad token"])
        self.calls.append(Call(method, form))
        if self.limiter and method in ("sendMessage", "editMessageText"):
            wait = math.ceil(self.limiter.take(form["chat_id"]))
            if wait:
                return error(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
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
            self.done.append(Call(method, form))
            await self._tell()
            return answer
        except AssertionError as drift:  # this server must not drift from the platform either
            self.faults.append(f"{method}: {drift}")
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
            return error(failure.status, failure.description, failure.parameters)
        return None

    def _form(self, posted: Mapping[str, Any]) -> dict[str, str]:
        """The fields of a request; a file stands by its name, its bytes are put aside."""
        form = dict(posted)
        for name, value in posted.items():
            if isinstance(value, web.FileField):
                self.files.append(value.file.read())
                form[name] = value.filename
        return form
