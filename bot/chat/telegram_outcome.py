"""What became of a Telegram request, told from the error that the library raised. Pure."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import TypeGuard

import aiohttp
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.chat import STRANGE_WAIT, TOKEN_WAIT, UNREACHED_WAIT
from bot.types import NotSent, Outcome, Refusal, Refused, Unknown

NOT_MODIFIED = "message is not modified"

# Parts of the Bot API's own words, in lower case: it gives them under one code or another (400 or 403). The first that
# is found in an answer says what is refused.
REFUSALS: dict[str, Refusal] = {
    "bot was blocked": Refusal.CHANNEL,
    "bot was kicked": Refusal.CHANNEL,
    "bot is not a member": Refusal.CHANNEL,
    "user is deactivated": Refusal.CHANNEL,
    "group chat was deactivated": Refusal.CHANNEL,
    "chat not found": Refusal.CHANNEL,
    "message thread not found": Refusal.CHANNEL,
    "can't initiate conversation": Refusal.CHANNEL,
    "can't send messages to bots": Refusal.CHANNEL,
    "peer_id_invalid": Refusal.CHANNEL,
    "user_is_blocked": Refusal.CHANNEL,
    "not enough rights to send photos": Refusal.CARD,  # as bare text it may go
    "chat_write_forbidden": Refusal.RIGHT,
    "chat_admin_required": Refusal.RIGHT,
    "chat_restricted": Refusal.RIGHT,
    "topic_closed": Refusal.RIGHT,
    "have no rights": Refusal.RIGHT,
    "not enough rights": Refusal.RIGHT,
    "need administrator rights": Refusal.RIGHT,
    "can't parse entities": Refusal.CARD,
    "message text is empty": Refusal.CARD,
    "message is too long": Refusal.CARD,
    "entities too long": Refusal.CARD,
    "message to be replied not found": Refusal.MESSAGE,
    "button_url_invalid": Refusal.CARD,
    "button_data_invalid": Refusal.CARD,
    "wrong file identifier": Refusal.CARD,
    "failed to get http url content": Refusal.CARD,
    "file is too big": Refusal.CARD,
    "message to edit not found": Refusal.MESSAGE,
    "message can't be edited": Refusal.EDIT,
}

_NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError)
_TOO_FAST = re.compile(r"too many requests: retry after (\d+)", re.IGNORECASE)  # where no number came with the words
_REASON_LIMIT = 200


def outcome(error: TelegramError) -> Outcome:
    """Sort an error; what the platform's answer does not rule out is Unknown, not failed."""
    reason = error.message[:_REASON_LIMIT]
    match error:
        case RetryAfter():
            return NotSent(reason=reason, wait=seconds(error.retry_after))
        case ChatMigrated():
            return Refused(reason=reason, moved_to=str(error.new_chat_id))
        case InvalidToken():
            return NotSent(reason="the bot's token was refused", wait=TOKEN_WAIT, everywhere=True)
        case Forbidden() | BadRequest():  # before all else: BadRequest is a kind of NetworkError in this library
            return _refusal(reason)
        case Conflict():
            return NotSent(reason=reason, wait=STRANGE_WAIT)
    if asked := _TOO_FAST.search(reason):
        return NotSent(reason=reason, wait=float(asked[1]))
    if isinstance(error.__cause__, _NEVER_LEFT):
        return NotSent(reason=reason, wait=UNREACHED_WAIT, everywhere=True)
    return Unknown(reason=reason)


def moved_within(address: str, told: Outcome) -> Outcome:
    """A group that moved keeps its topics."""
    _, slash, topic = address.partition("/")
    return replace(told, moved_to=f"{told.moved_to}/{topic}") if slash and moved(told) else told


def moved(told: Outcome) -> TypeGuard[Refused]:
    """Whether the chat lives on under another id."""
    return isinstance(told, Refused) and told.moved_to is not None


def _refusal(reason: str) -> Outcome:
    said = reason.lower()
    what = next((what for words, what in REFUSALS.items() if words in said), None)
    return Refused(reason=reason, what=what) if what else NotSent(reason=reason, wait=STRANGE_WAIT)


def seconds(wait: float | timedelta) -> float:
    """How long Telegram asks to wait, as the library tells it in one way or the other."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
