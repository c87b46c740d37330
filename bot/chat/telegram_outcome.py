"""What became of a Telegram request, told from the error that the library raised. Pure."""

from datetime import timedelta

import httpx
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.types import NotSent, Outcome, Refused, Unknown

NOT_MODIFIED = "message is not modified"

# Parts of the Bot API's own words, in lower case: it gives them under one code or another (400 or 403).
CHANNEL_GONE = (
    "bot was blocked",
    "bot was kicked",
    "bot is not a member",
    "user is deactivated",
    "group chat was deactivated",
    "chat not found",
    "can't initiate conversation",
    "can't send messages to bots",
    "peer_id_invalid",
    "user_is_blocked",
)
NO_RIGHT = (
    "chat_write_forbidden",
    "chat_admin_required",
    "chat_restricted",
    "topic_closed",
    "have no rights",
    "not enough rights",
    "need administrator rights",
)
BAD_CONTENT = (
    "can't parse entities",
    "message text is empty",
    "message is too long",
    "entities too long",
    "message thread not found",
    "message to edit not found",
    "message can't be edited",
    "message to be replied not found",
    "button_url_invalid",
    "button_data_invalid",
    "wrong file identifier",
    "failed to get http url content",
    "file is too big",
)

UNREACHED_WAIT = 5.0  # seconds; nothing was sent, and the network may be back at once
STRANGE_WAIT = 60.0  # words that nobody has seen yet are taken as passing trouble
TOKEN_WAIT = 300.0  # the token is refused until somebody mends the config; no chat is to blame

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_REASON_LIMIT = 200


def outcome(error: TelegramError) -> Outcome:
    """Sort an error; what the platform's answer does not rule out is Unknown, not failed."""
    reason = error.message[:_REASON_LIMIT]
    match error:
        case RetryAfter():
            return NotSent(reason=reason, wait=_seconds(error.retry_after))
        case ChatMigrated():
            return Refused(reason=reason, moved_to=str(error.new_chat_id))
        case InvalidToken():
            return NotSent(reason="the bot's token was refused", wait=TOKEN_WAIT)
        case Forbidden() | BadRequest():  # before all else: BadRequest is a kind of NetworkError in this library
            return _refusal(reason)
        case Conflict():
            return NotSent(reason=reason, wait=STRANGE_WAIT)
    if isinstance(error.__cause__, _NEVER_LEFT):
        return NotSent(reason=reason, wait=UNREACHED_WAIT)
    return Unknown(reason=reason)


def _refusal(reason: str) -> Outcome:
    said = reason.lower()
    if any(words in said for words in CHANNEL_GONE):
        return Refused(reason=reason, channel_gone=True)
    if any(words in said for words in NO_RIGHT + BAD_CONTENT):
        return Refused(reason=reason)
    return NotSent(reason=reason, wait=STRANGE_WAIT)


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
