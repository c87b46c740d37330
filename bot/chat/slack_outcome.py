"""What became of a Slack request, told from the error that the library raised. Pure."""

from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.chat import STRANGE_WAIT, TOKEN_WAIT, UNREACHED_WAIT
from bot.types import LookUp, NotSent, Outcome, Refusal, Refused, Unknown

# Slack's own codes. One that stands in no table here was answered with "ok": false, so nothing was posted.
REFUSALS: dict[str, Refusal] = {
    "channel_not_found": Refusal.CHANNEL,
    "is_archived": Refusal.CHANNEL,
    "user_disabled": Refusal.CHANNEL,
    "not_in_channel": Refusal.RIGHT,  # until somebody invites the bot
    "access_denied": Refusal.RIGHT,  # to this channel; "no_permission" likewise
    "no_permission": Refusal.RIGHT,
    "restricted_action": Refusal.RIGHT,
    "restricted_action_non_threadable_channel": Refusal.RIGHT,
    "restricted_action_read_only_channel": Refusal.RIGHT,
    "restricted_action_thread_only_channel": Refusal.RIGHT,
    "block_mismatch": Refusal.CARD,
    "invalid_blocks": Refusal.CARD,
    "invalid_blocks_format": Refusal.CARD,
    "msg_blocks_too_long": Refusal.CARD,
    "msg_too_long": Refusal.CARD,
    "no_text": Refusal.CARD,
    "message_not_found": Refusal.MESSAGE,
    "thread_not_found": Refusal.MESSAGE,
    "cannot_reply_to_message": Refusal.MESSAGE,
    "cant_update_message": Refusal.EDIT,
    "edit_window_closed": Refusal.EDIT,
}
BAD_TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
MAY_HAVE_POSTED = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
NO_LOOK_UP = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "method_not_supported_for_channel_type",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_in_channel",
        "thread_not_found",
        "unknown_method",
    }
)
RATE_LIMITED = frozenset({"rate_limited", "ratelimited"})

TOO_MANY = 429  # HTTP
RATE_WAIT = 30.0  # seconds; a 429 without Retry-After


def outcome(error: Exception) -> Outcome:
    """Sort an error; what Slack's answer does not rule out is Unknown, not failed."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return NotSent(reason=type(error).__name__, wait=UNREACHED_WAIT, everywhere=True)
    return Unknown(reason=type(error).__name__)


def look_up(error: Exception) -> LookUp:
    """Sort an error of a look-up: it may work later, or never with what this app was granted."""
    if isinstance(error, SlackApiError):
        code = code_of(error)
        if code in NO_LOOK_UP:
            return Unknown(reason=code)
        if (wait := rate_wait(error)) is not None:
            return NotSent(reason="rate limited", wait=wait)
    return NotSent(reason=type(error).__name__, wait=UNREACHED_WAIT)


def code_of(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where the answer was none of its own."""
    data: Any = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def rate_wait(error: SlackApiError) -> float | None:
    """Seconds that Slack wants to be left alone; None where it refused for another reason."""
    if getattr(error.response, "status_code", None) != TOO_MANY and code_of(error) not in RATE_LIMITED:
        return None
    return wait_in(getattr(error.response, "headers", {}))


def wait_in(headers: Mapping[str, str]) -> float:
    """Seconds that the headers of a 429 ask for."""
    wait = str({name.lower(): value for name, value in headers.items()}.get("retry-after", ""))
    return float(wait) if wait.isdecimal() else RATE_WAIT


def _answered(error: SlackApiError) -> Outcome:
    code, status = code_of(error), getattr(error.response, "status_code", None)
    if (wait := rate_wait(error)) is not None:
        return NotSent(reason="rate limited", wait=wait)
    if not code or code in MAY_HAVE_POSTED:
        return Unknown(reason=code or f"HTTP {status}")
    if code in REFUSALS:
        return Refused(reason=code, what=REFUSALS[code])
    if code in BAD_TOKEN:
        return NotSent(reason=code, wait=TOKEN_WAIT, everywhere=True)
    return NotSent(reason=code, wait=STRANGE_WAIT)
