"""One call to Telegram, tried once, and what became of it."""

import logging
from collections.abc import Awaitable
from typing import Any

from telegram import Bot, Message, ReplyParameters
from telegram.error import BadRequest, TelegramError

from bot.chat.telegram_forms import destination
from bot.chat.telegram_outcome import NOT_MODIFIED, moved_within, outcome
from bot.types import Outcome, Sent, Unknown

log = logging.getLogger(__name__)


async def send(
    bot: Bot,
    address: str,
    form: dict[str, Any],
    *,
    reply_to: str | None = None,
    stands_alone: bool = True,
    silent: bool = False,
) -> Outcome:
    """Post a message; where `reply_to` is gone, only one that `stands_alone` goes all the same."""
    more: dict[str, Any] = {"disable_notification": True} if silent else {}
    if reply_to:
        more["reply_parameters"] = ReplyParameters(int(reply_to), allow_sending_without_reply=stands_alone)
    return moved_within(address, await once(bot.send_message(**destination(address), **form, **more)))


async def replace(bot: Bot, address: str, message_id: str, form: dict[str, Any]) -> Outcome:
    """Edit a message; that it reads so already is success. Buttons that the form lacks are taken away."""
    chat_id = destination(address)["chat_id"]
    call = bot.edit_message_text(chat_id=chat_id, message_id=int(message_id), **form)
    return moved_within(address, await once(call, message_id))


async def once(call: Awaitable[Message | bool], message_id: str = "") -> Outcome:
    """What became of a call; `message_id` is the message that it edits."""
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
