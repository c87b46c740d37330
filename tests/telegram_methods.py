"""What the tests' Telegram does for each method of the Bot API, as far as the bot uses it."""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests import specs
from tests.platforms import NO_TEXT, TELEGRAM_ERRORS, TOO_OLD
from tests.telegram_people import administrator, chat_of

BOT = {"id": 123456, "is_bot": True, "first_name": "Exchange Watch", "username": "exchange_watch_bot"}


class Methods:
    """A chat platform's memory: messages by chat and number, members, what is shown of the bot."""

    def __init__(self) -> None:
        self.messages: dict[tuple[str, int], dict[str, str]] = {}
        self.members: dict[tuple[int, int], str] = {}
        self.chats: dict[int, dict[str, Any]] = {}  # groups and channels that the bot is in, as Telegram describes them
        self.strangers: set[int] = set()  # people who never wrote to the bot
        self.unanswered: set[str] = set()  # presses that still show a wheel
        self.menus: dict[tuple[str, str], str] = {}
        self._updates: list[dict[str, Any]] = []
        self._numbers = 100
        self._changed = asyncio.Condition()

    async def _getMe(self, form: dict[str, str]) -> web.Response:
        return result("User", BOT)

    async def _deleteWebhook(self, form: dict[str, str]) -> web.Response:
        return result("Boolean", True)

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
        if form["chat_id"].removeprefix("-").isdigit() and int(form["chat_id"]) in self.strangers:
            return error(*TELEGRAM_ERRORS["never met"])
        message = self._message(form["chat_id"], "", form["text"])
        self.messages[form["chat_id"], message["message_id"]] = form
        return result("Message", message)

    async def _sendPhoto(self, form: dict[str, str]) -> web.Response:
        message = self._message(form["chat_id"], "", "")
        del message["text"]
        self.messages[form["chat_id"], message["message_id"]] = form
        size = {"file_id": "photo", "file_unique_id": "1", "width": 1080, "height": 1260}
        return result("Message", message | {"photo": [size], "caption": form["caption"]})

    async def _editMessageText(self, form: dict[str, str]) -> web.Response:
        key = form["chat_id"], int(form["message_id"])
        known = self.messages.get(key)
        if known is None:
            return error(*TELEGRAM_ERRORS["no such message"])
        if "text" not in known:
            return error(*NO_TEXT)
        if (known["text"], known.get("reply_markup")) == (form["text"], form.get("reply_markup")):
            return error(*TELEGRAM_ERRORS["not modified"])
        kept = {name: value for name, value in known.items() if name != "reply_markup"}
        self.messages[key] = kept | form
        return result("Message", self._message(form["chat_id"], "", form["text"], number=key[1]))

    async def _answerCallbackQuery(self, form: dict[str, str]) -> web.Response:
        if form["callback_query_id"] not in self.unanswered:
            return error(*TOO_OLD)
        self.unanswered.discard(form["callback_query_id"])
        await self._tell()
        return result("Boolean", True)

    async def _answerInlineQuery(self, form: dict[str, str]) -> web.Response:
        return result("Boolean", True)

    async def _getChat(self, form: dict[str, str]) -> web.Response:
        if int(form["chat_id"]) not in self.chats:
            return error(*TELEGRAM_ERRORS["no chat"])
        return result("ChatFullInfo", chat_of(self._where(int(form["chat_id"]))))

    async def _getMyCommands(self, form: dict[str, str]) -> web.Response:
        return result("Array of BotCommand", json.loads(self._shown("commands", form) or "[]"))

    async def _setMyCommands(self, form: dict[str, str]) -> web.Response:
        return self._show("commands", form)

    async def _getMyDescription(self, form: dict[str, str]) -> web.Response:
        return result("BotDescription", {"description": self._shown("description", form)})

    async def _setMyDescription(self, form: dict[str, str]) -> web.Response:
        return self._show("description", form)

    async def _getMyShortDescription(self, form: dict[str, str]) -> web.Response:
        return result("BotShortDescription", {"short_description": self._shown("short_description", form)})

    async def _setMyShortDescription(self, form: dict[str, str]) -> web.Response:
        return self._show("short_description", form)

    def _shown(self, what: str, form: dict[str, str]) -> str:
        return self.menus.get((what, form.get("scope", "") + form.get("language_code", "")), "")

    def _show(self, what: str, form: dict[str, str]) -> web.Response:
        self.menus[what, form.get("scope", "") + form.get("language_code", "")] = form[what]
        return result("Boolean", True)

    async def _getChatAdministrators(self, form: dict[str, str]) -> web.Response:
        people = {user: status for (chat, user), status in self.members.items() if str(chat) == form["chat_id"]}
        found: list[dict[str, Any]] = []
        for number, status in people.items():
            person = {"id": number, "is_bot": False, "first_name": "Reader"}
            if status == "creator":
                found.append({"status": "creator", "user": person, "is_anonymous": False})
            elif status == "administrator":
                found.append(administrator(person))
        return result("Array of ChatMember", found)

    def _message(self, chat: int | str, kind: str, text: str, *, number: int | None = None) -> dict[str, Any]:
        self._numbers += 1
        where = self._where(chat, kind)
        return {"message_id": number or self._numbers, "date": 1_750_000_000, "chat": where, "text": text}

    def _where(self, chat: int | str, kind: str = "") -> dict[str, Any]:
        """A chat as it stands in messages."""
        number = chat if isinstance(chat, int) else int(chat) if chat.lstrip("-").isdigit() else -100
        kind = kind or ("private" if number > 0 else "supergroup")
        named = {"first_name": "Reader"} if kind == "private" else {"title": "News"}
        return {"id": number, "type": kind} | named | self.chats.get(number, {})

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


def result(kind: str, value: Any) -> web.Response:
    faults = specs.telegram_object_faults(kind, value)
    assert faults == [], faults
    return web.json_response({"ok": True, "result": value}, dumps=json.dumps)


def error(status: int, description: str, parameters: dict[str, int] | None = None) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=status)
