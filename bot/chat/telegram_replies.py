"""Replies, shown to whom they are for: posted, put in the place of a message, or held up for a moment."""

import asyncio
import logging
from typing import Any

from telegram import Bot, CallbackQuery
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat import Presence
from bot.chat.telegram_calls import once, replace, send
from bot.chat.telegram_forms import destination, reply_form, reply_keyboard
from bot.chat.telegram_outcome import moved
from bot.render import shorten, telegram_caption
from bot.types import NotSent, Outcome, Picture, Refusal, Refused, Reply, Sent, Unknown

TOAST_MOST = 200  # Bot API: characters that are shown where a button was pressed
TOAST_LINE = 60  # of them fit the line that fades by itself; more stays until it is closed
AGAIN_MOST = 10.0  # seconds of patience that Telegram may ask for; nobody waits longer for an answer

log = logging.getLogger(__name__)


class Replies:
    """Shows them; `presence` hears of chats that have moved."""

    def __init__(self, bot: Bot, presence: Presence | None) -> None:
        self._bot, self._presence = bot, presence

    async def show(
        self, address: str, reply: Reply, *, about: str = "", over: str | None = None, answers: str | None = None
    ) -> Outcome:
        """Show a reply in a chat: in the place of its message `over`, else below its message `answers`.

        `about` is the chat that it speaks about, where that is another one.
        """
        if reply.picture and (told := await self._show_picture(address, reply.picture, reply, about)):
            return told
        if over:
            form = reply_form(reply, address, self._bot.username, about=about)
            told = await replace(self._bot, address, over, form)
            if isinstance(told, Sent | Unknown):  # what may have arrived is not told twice
                return told
        told = await self._post(address, reply, about, answers)
        if isinstance(told, Refused) and told.moved_to:
            if self._presence:
                self._presence.moved(address, told.moved_to)
            told = await self._post(told.moved_to, reply, about, None)
        if not isinstance(told, Sent):
            log.warning("telegram_answer_lost outcome=%s reason=%s", type(told).__name__, told.reason)
        return told

    async def toast(self, query: CallbackQuery, text: str = "", *, url: str | None = None) -> None:
        """Answer a press with what is seen for a moment by the one who pressed, or with a link that opens."""
        said: dict[str, Any] = {"url": url} if url else {}
        if text:
            said = {"text": shorten(text, TOAST_MOST), "show_alert": len(text) > TOAST_LINE}
        try:
            await self._bot.answer_callback_query(query.id, **said)
        except TelegramError as error:  # it is too old by now, or it was never theirs
            log.debug("telegram_toast_lost error=%s", error.message)

    async def _post(self, address: str, reply: Reply, about: str, answers: str | None) -> Outcome:
        """Post it, once more where Telegram asks for a little patience, and as bare text where it will not take it."""
        for plain in (False, True):
            form = reply_form(reply, address, self._bot.username, about=about, plain=plain)
            told = await send(self._bot, address, form, reply_to=answers)
            if isinstance(told, NotSent) and told.wait <= AGAIN_MOST:
                await asyncio.sleep(told.wait)
                told = await send(self._bot, address, form, reply_to=answers)
            if not (isinstance(told, Refused) and told.what is Refusal.CARD and not moved(told)):
                break
        return told

    async def _show_picture(self, address: str, picture: Picture, reply: Reply, about: str) -> Outcome | None:
        """Post a picture with its text below; None where the chat takes none, so that the text goes alone."""
        call = self._bot.send_photo(
            **destination(address),
            photo=picture.png,
            filename="chart.png",
            caption=telegram_caption(picture),
            parse_mode=ParseMode.HTML,
            reply_markup=reply_keyboard(reply, address, self._bot.username, about=about),
        )
        told = await once(call)
        if isinstance(told, Sent | Unknown):
            return told
        log.warning("telegram_picture_refused reason=%s", told.reason)
        return None
