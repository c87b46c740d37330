"""A person with Telegram in hand: types, presses buttons, and remembers all that is shown."""

import json
from base64 import urlsafe_b64decode
from fnmatch import fnmatchcase
from typing import Any

from tests.platforms import telegram_text
from tests.telegram_people import someone
from tests.telegram_server import TelegramServer

INVISIBLE = dict.fromkeys(map(ord, "\u2060\u2066\u2067\u2068\u2069\u200f"))  # marks of direction, and joiners


class Person:
    """`transcript` is what the person sees: > what they do, < what is shown, [buttons] below.

    `name` tells people apart where several write into one transcript.
    """

    def __init__(
        self,
        server: TelegramServer,
        number: int,
        language: str,
        *,
        name: str = "",
        transcript: list[str] | None = None,
    ) -> None:
        self.server, self.user, self.chat, self.name = server, someone(number, language), number, name
        self.transcript = [] if transcript is None else transcript
        self._seen = 0  # calls that came in before

    async def types(self, text: str) -> str:
        """Type into the private chat; what is shown next."""
        self.transcript.append(f"{self.name}> {text}")
        self._seen = len(self.server.done)
        await self.server.say(text, chat=self.chat, **{"from": self.user})
        return await self._shown("sendMessage", "sendPhoto")

    async def presses(self, words: str, *, chat: int | None = None) -> str:
        """Press the latest button that asks those words (* stands for any), or begins with them; what is shown next."""
        chat = chat or self.chat
        number, label, data = self._button(words, chat)
        where = "" if chat == self.chat else " in the channel"
        self.transcript.append(f"{self.name}> [{label}]{where}")
        if data.startswith("https://"):
            _, _, payload = data.partition("?start=")
            return await self.types(f"/start {payload}")
        self._seen = len(self.server.done)
        press = await self.server.press(data, chat=chat, message=number, person=self.user)
        toast = await self.server.answer_to(press)
        if "text" in toast:
            self.transcript.append(f"< ({toast['text'].translate(INVISIBLE)})")
            return self.transcript[-1]
        return await self._shown("sendMessage", "editMessageText", "sendPhoto")

    async def sees(self, count: int = 1, *, chat: int | None = None) -> str:
        """Wait for messages that come by themselves; the last of them."""
        for _ in range(count):
            shown = await self._shown("sendMessage", "editMessageText", chat=chat)
        return shown

    def mark(self) -> None:
        """What came in before now is not waited for."""
        self._seen = len(self.server.done)

    def _button(self, words: str, chat: int) -> tuple[int, str, str]:
        """The message, label and data of the latest button that fits best."""
        found = [
            (number, label.translate(INVISIBLE), data)
            for (where, number), form in self.server.messages.items()
            if where == str(chat)
            for label, data in self.server.buttons(form).items()
        ]
        asked = [(each, _asked(each[2])) for each in found]
        exact = [each for each, what in asked if fnmatchcase(what, words)]
        fits = exact or [each for each, what in asked if what.startswith(f"{words} ")]
        assert fits, f"no button {words!r} among {[each[2] for each in found]}"
        return fits[-1]

    async def _shown(self, *methods: str, chat: int | None = None) -> str:
        where = chat or self.chat
        await self.server.until(lambda: self._next(methods, where) is not None)
        at, method, form = self._next(methods, where) or (0, "", {})
        self._seen = at + 1
        text = telegram_text(form.get("text", form.get("caption", ""))).translate(INVISIBLE)
        rows = json.loads(form.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]
        sign = {"sendMessage": "<", "editMessageText": "<edited>", "sendPhoto": "<picture>"}[method]
        sign += "" if where == self.chat else " in the channel:"
        silent = " (without a sound)" if "disable_notification" in form else ""
        below = [" ".join(f"[{key['text'].translate(INVISIBLE)}]" for key in row) for row in rows]
        self.transcript.append("\n".join([f"{sign}{silent} {text}", *below]))
        return text

    def _next(self, methods: tuple[str, ...], chat: int) -> tuple[int, str, dict[str, Any]] | None:
        for at, call in enumerate(self.server.done[self._seen :], start=self._seen):
            if call.method in methods and call.form.get("chat_id") == str(chat):
                return at, call.method, call.form
        return None


def _asked(data: str) -> str:
    """The words that a button stands for, also where it is a link into the private chat."""
    _, _, payload = data.partition("?start=")
    if payload.startswith("w_"):
        return urlsafe_b64decode(payload[2:] + "=" * (-len(payload[2:]) % 4)).decode()
    return payload.replace("_", " ", 1) if payload else data
