"""Telegram: posts to chats and channels, and answers commands that it hears by long polling."""

import asyncio
import logging
import os
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import Chat, LinkPreviewOptions, Message, ReplyParameters, Update
from telegram.constants import ChatMemberStatus, ChatType, ParseMode
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters

from bot.chat import Answer, answered, heard, hush, until_reached
from bot.chat.telegram_outcome import NOT_MODIFIED, moved_within, outcome
from bot.chat.telegram_wire import Wire
from bot.errors import ChatError, UnreachableError
from bot.render import plain_short, telegram_caption, telegram_html, telegram_reply
from bot.types import Ask, Card, LookUp, Outcome, Picture, Platform, Sent, Unknown

BASE_URL = "https://api.telegram.org/bot"
ALLOWED_UPDATES = (Update.MESSAGE, Update.CHANNEL_POST)  # always sent: Telegram keeps the last list it was given
ANSWERS_AT_ONCE = 8
CONNECT_PATIENCE = 5.0  # seconds
POLL_FOR = 10  # seconds that Telegram holds a poll open
ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
BAD_TOKEN = "the token was refused; mend: put the token that @BotFather gave you under [telegram] token"  # noqa: S105

# Durations of the library's errors as timedelta: the integers are on their way out and warn at each use.
os.environ.setdefault("PTB_TIMEDELTA", "1")

log = logging.getLogger(__name__)


class Telegram:
    """The adapter; `patience` is how many seconds a post may wait for Telegram's answer."""

    platform = Platform.TELEGRAM

    def __init__(self, token: str, answer: Answer, *, base_url: str = BASE_URL, patience: float = 30.0) -> None:
        hush("telegram")  # they write the token into INFO and DEBUG lines
        logging.getLogger("telegram.request").setLevel(logging.CRITICAL)  # it raises what it also logs, at length
        self._answer = answer
        self._wires = Wire(patience=patience, connect=CONNECT_PATIENCE), _SkippingWire(connect=CONNECT_PATIENCE)
        self._app: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder()
            .token(token)
            .base_url(base_url)
            .request(self._wires[0])
            .get_updates_request(self._wires[1])
            .job_queue(None)
            .concurrent_updates(ANSWERS_AT_ONCE)
            .build()
        )
        self._app.add_handler(MessageHandler(filters.COMMAND, self._heard))
        self._app.add_error_handler(_answer_lost)
        self._polling_trouble = ""
        self._later: asyncio.Task[None] | None = None

    async def check(self) -> str:
        """The bot's own @name."""
        try:
            await self._app.initialize()
        except InvalidToken:
            raise ChatError(self.platform, BAD_TOKEN) from None  # the library's text holds the token
        except TelegramError as error:
            raise UnreachableError(self.platform, error.message) from error
        return f"@{self._app.bot.username}"

    async def start(self) -> None:
        """Listen for commands, at once or as soon as Telegram can be reached."""
        try:
            await self._listen()
        except UnreachableError:
            self._later = asyncio.create_task(until_reached(self.platform, self._listen))

    async def stop(self) -> None:
        """Confirm what was heard, finish the answers under way, close the connections."""
        if self._later:
            self._later.cancel()
            with suppress(asyncio.CancelledError):
                await self._later
        try:
            if self._app.updater and self._app.updater.running:
                await self._app.updater.stop()
        except TelegramError as error:
            log.warning("telegram_stop_failed error=%s", type(error).__name__)
        if self._app.running:
            await self._app.stop()
        await self._app.shutdown()
        await self._app.bot.shutdown()
        for wire in self._wires:  # which the library forgets where it never reached Telegram
            await wire.shutdown()

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        """Post a card once; Telegram has no place for `key`."""
        reply: dict[str, Any] = {}
        if reply_to:  # where that message is gone, it is told without
            parameters = ReplyParameters(int(reply_to), allow_sending_without_reply=True)
            reply = {"reply_parameters": parameters}
        call = self._app.bot.send_message(**_destination(address), **reply, **_content(card, plain=plain))
        return moved_within(address, await _once(call))

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        """Replace a posted card."""
        chat_id = _destination(address)["chat_id"]
        content = _content(card, plain=plain)
        call = self._app.bot.edit_message_text(chat_id=chat_id, message_id=int(message_id), **content)
        return moved_within(address, await _once(call, message_id))

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        """A bot cannot read what it posted."""
        return Unknown(reason="Telegram lets no bot read back")

    async def _listen(self) -> None:
        await self.check()
        if not self._app.running:
            await self._app.start()
        assert self._app.updater
        try:
            await self._app.updater.start_polling(
                timeout=POLL_FOR, allowed_updates=ALLOWED_UPDATES, error_callback=self._polling_failed
            )
        except TelegramError as error:
            raise UnreachableError(self.platform, error.message) from error

    def _polling_failed(self, error: TelegramError) -> None:
        """Tell each kind of trouble once: the library tries again by itself, ever more slowly, for ever."""
        trouble = type(error).__name__
        if trouble == self._polling_trouble:
            return
        self._polling_trouble = trouble
        if isinstance(error, Conflict):
            log.error("telegram_conflict mend=another program polls with this bot's token: stop it")
        else:
            log.warning("telegram_polling_failed error=%s", trouble)

    async def _heard(self, update: Update, context: object) -> None:
        self._polling_trouble = ""
        message = update.effective_message
        words = self._addressed(message) if message else ()
        if not message or not words:
            return
        user, chat = message.from_user, message.chat
        ask = Ask(
            platform=self.platform,
            address=_address(message),
            alias=f"@{chat.username}" if chat.username else None,
            language=(user.language_code if user else None) or "en",
            words=words,
        )
        if ask.verb is None and chat.type != ChatType.PRIVATE and "@" not in (message.text or "").split()[0]:
            return  # in a group it is most likely meant for another bot
        if ask.verb and ask.verb.changes_channel:
            ask = replace(ask, may_change=await self._may_change(message))
        reply = await answered(self._answer, ask)
        if reply.picture and await self._show(ask.address, reply.picture):
            return
        await self._app.bot.send_message(**_destination(ask.address), **_form(telegram_reply(reply), preview=None))

    async def _show(self, address: str, picture: Picture) -> bool:
        """Post a picture with its text below; False where the chat takes none, so that the text goes alone."""
        try:
            await self._app.bot.send_photo(
                **_destination(address),
                photo=picture.png,
                filename="chart.png",
                caption=telegram_caption(picture),
                parse_mode=ParseMode.HTML,
            )
        except BadRequest as error:
            log.warning("telegram_picture_refused error=%s", error.message)
            return False
        return True

    def _addressed(self, message: Message) -> tuple[str, ...]:
        """The words of a command, its slash and our name taken off; nothing if it names another bot."""
        command, *arguments = heard(message.text or "")
        verb, _, name = command.removeprefix("/").partition("@")
        return (verb, *arguments) if name.lower() in ("", self._app.bot.username.lower()) else ()

    async def _may_change(self, message: Message) -> bool:
        """Anyone in private; in groups and channels an administrator, who may be speaking as the group itself."""
        chat, user = message.chat, message.from_user
        if chat.type == ChatType.PRIVATE:
            return True
        if chat.type in (ChatType.GROUP, ChatType.SUPERGROUP) and _speaks_as(message, chat):
            return True
        if user is None:
            return False
        try:
            member = await self._app.bot.get_chat_member(chat.id, user.id)
        except TelegramError as error:
            log.warning("telegram_member_unknown error=%s", type(error).__name__)
            return False
        return member.status in ADMINISTRATORS


class _SkippingWire(Wire):
    """Polls past what the library cannot read: one such update would otherwise stop all of them for ever."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        answer = Wire.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    """The update, or only its number, so that it is confirmed and not sent again."""
    try:
        Update.de_json(update, None)
    except Exception:
        log.exception("telegram_update_skipped id=%s", update["update_id"])
        return {"update_id": update["update_id"]}
    return update


async def _once(call: Awaitable[Message | bool], message_id: str = "") -> Outcome:
    try:
        answer = await call
    except BadRequest as error:
        is_there = message_id and NOT_MODIFIED in error.message.lower()
        return Sent(message_id=message_id) if is_there else outcome(error)
    except TelegramError as error:
        return outcome(error)
    except Exception as error:  # the library could not read the answer, so there was one
        log.exception("telegram_answer_unread")
        return Unknown(reason=type(error).__name__)
    return Sent(message_id=str(answer.message_id) if isinstance(answer, Message) else message_id)


def _destination(address: str) -> dict[str, Any]:
    """Where to post: "-100123", "@name", or "-100123/45" for a topic of a group."""
    chat, _, topic = address.partition("/")
    where: dict[str, Any] = {"chat_id": int(chat) if chat.lstrip("-").isdecimal() else chat}
    return where | ({"message_thread_id": int(topic)} if topic else {})


def _address(message: Message) -> str:
    topic = f"/{message.message_thread_id}" if message.is_topic_message else ""
    return f"{message.chat.id}{topic}"


def _content(card: Card, *, plain: bool) -> dict[str, Any]:
    if plain:
        return {"text": plain_short(card), "link_preview_options": LinkPreviewOptions(is_disabled=True)}
    return _form(telegram_html(card), preview=next((source.url for source in card.sources if source.url), None))


def _form(html: str, *, preview: str | None) -> dict[str, Any]:
    options = (
        LinkPreviewOptions(url=preview, prefer_small_media=True) if preview else LinkPreviewOptions(is_disabled=True)
    )
    return {"text": html, "parse_mode": ParseMode.HTML, "link_preview_options": options}


def _speaks_as(message: Message, chat: Chat) -> bool:
    return message.sender_chat is not None and message.sender_chat.id == chat.id


async def _answer_lost(update: object, context: Any) -> None:
    log.warning("telegram_answer_lost error=%s", type(context.error).__name__)
