"""Telegram: posts to chats and channels, and hears people by long polling."""

import asyncio
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.chat import Answer, Presence, hush, until_reached
from bot.chat.telegram_calls import replace, send
from bot.chat.telegram_desk import Desk
from bot.chat.telegram_forms import card_form
from bot.chat.telegram_menu import keep_menu
from bot.chat.telegram_wire import Wire
from bot.errors import ChatError, UnreachableError
from bot.types import Card, LookUp, Outcome, Platform, Unknown

BASE_URL = "https://api.telegram.org/bot"
ALLOWED_UPDATES = (  # always sent: Telegram keeps the last list it was given
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
ANSWERS_AT_ONCE = 64  # so many that those of one person, who may ask 20 at once, stall nobody else
CONNECT_PATIENCE = 5.0  # seconds
POLL_FOR = 10  # seconds that Telegram holds a poll open
OVER_AFTER = 600.0  # seconds without it after which a trouble of polling is a new one; two pollers take turns till then
BAD_TOKEN = "the token was refused; mend: put the token that @BotFather gave you under [telegram] token"  # noqa: S105

# Durations of the library's errors as timedelta: the integers are on their way out and warn at each use.
os.environ.setdefault("PTB_TIMEDELTA", "1")

log = logging.getLogger(__name__)


class Telegram:
    """The adapter; `patience` is how many seconds a post may wait for Telegram's answer.

    `operators` are the user ids of those who may ask about the bot itself; `presence` hears where we may post.
    """

    platform = Platform.TELEGRAM

    def __init__(
        self,
        token: str,
        answer: Answer,
        *,
        base_url: str = BASE_URL,
        patience: float = 30.0,
        operators: Iterable[int] = (),
        presence: Presence | None = None,
    ) -> None:
        hush("telegram")  # they write the token into INFO and DEBUG lines
        logging.getLogger("telegram.request").setLevel(logging.CRITICAL)  # it raises what it also logs, at length
        self._operators = tuple(operators)
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
        self._desk = Desk(self._app.bot, answer, self._operators, presence)
        self._app.add_handler(TypeHandler(Update, self._heard))
        self._app.add_error_handler(_update_failed)
        self._bot_name = ""
        self._troubles: dict[str, float] = {}  # of polling, by their names: when each came last
        self._background: list[asyncio.Task[None]] = []

    async def check(self) -> str:
        """The bot's own @name."""
        try:
            await self._app.initialize()
        except InvalidToken:
            raise ChatError(self.platform, BAD_TOKEN) from None  # the library's text holds the token
        except TelegramError as error:
            raise UnreachableError(self.platform, error.message) from error
        self._bot_name = self._app.bot.username
        return f"@{self._bot_name}"

    async def start(self) -> None:
        """Listen for commands, at once or as soon as Telegram can be reached."""
        try:
            await self._listen()
        except UnreachableError:
            self._background.append(asyncio.create_task(until_reached(self.platform, self._listen)))

    async def stop(self) -> None:
        """Confirm what was heard, finish the answers under way, close the connections."""
        for task in self._background:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
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
        form = card_form(card, address, self._bot_name, plain=plain)
        # Who took the first message away wants to hear no more of that event.
        return await send(self._app.bot, address, form, reply_to=reply_to, stands_alone=False, silent=card.is_silent)

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        """Replace a posted card."""
        return await replace(self._app.bot, address, message_id, card_form(card, address, self._bot_name, plain=plain))

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
        self._background.append(asyncio.create_task(keep_menu(self._app.bot, self._operators)))

    async def _heard(self, update: Update, context: object) -> None:
        await self._desk.take(update)

    def _polling_failed(self, error: TelegramError) -> None:
        """Tell each kind of trouble once, until it is over: the library tries again by itself, ever more slowly."""
        trouble, now = type(error).__name__, asyncio.get_running_loop().time()
        last = self._troubles.get(trouble)
        self._troubles[trouble] = now
        if last is not None and now - last < OVER_AFTER:
            return
        if isinstance(error, Conflict):
            log.error("telegram_conflict mend=another program polls with this bot's token: stop it")
        else:
            log.warning("telegram_polling_failed error=%s", trouble)


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


async def _update_failed(update: object, context: Any) -> None:
    log.warning("telegram_update_failed error=%s", type(context.error).__name__)
