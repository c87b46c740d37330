"""What became of a Slack request, told from the error that the library raised. Pure."""

from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.types import NotSent, Outcome, Refused, Unknown

# Slack's own codes. One that stands in no set here was answered with "ok": false, so nothing was posted.
CHANNEL_GONE = frozenset({"channel_not_found", "is_archived", "not_in_channel", "user_disabled"})
BAD_CONTENT = frozenset(
    {
        "block_mismatch",
        "cant_update_message",
        "edit_window_closed",
        "invalid_blocks",
        "invalid_blocks_format",
        "message_not_found",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
    }
)
BAD_TOKEN = frozenset(
    {
        "access_denied",
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
MAY_HAVE_POSTED = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
RATE_LIMITED = frozenset({"rate_limited", "ratelimited"})

UNREACHED_WAIT = 5.0  # seconds; nothing was sent, and the network may be back at once
STRANGE_WAIT = 60.0  # codes that nobody has seen yet are taken as passing trouble
RATE_WAIT = 30.0  # a 429 without Retry-After
TOKEN_WAIT = 300.0  # the token is refused until somebody mends the config; no channel is to blame


def outcome(error: Exception) -> Outcome:
    """Sort an error; what Slack's answer does not rule out is Unknown, not failed."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return NotSent(reason=type(error).__name__, wait=UNREACHED_WAIT)
    return Unknown(reason=type(error).__name__)


def code_of(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where the answer was none of its own."""
    data: Any = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def _answered(error: SlackApiError) -> Outcome:
    code, status = code_of(error), getattr(error.response, "status_code", None)
    if status == 429 or code in RATE_LIMITED:
        return NotSent(reason="rate limited", wait=_retry_after(error))
    if not code or code in MAY_HAVE_POSTED:
        return Unknown(reason=code or f"HTTP {status}")
    if code in CHANNEL_GONE:
        return Refused(reason=code, channel_gone=True)
    if code in BAD_CONTENT:
        return Refused(reason=code)
    return NotSent(reason=code, wait=TOKEN_WAIT if code in BAD_TOKEN else STRANGE_WAIT)


def _retry_after(error: SlackApiError) -> float:
    headers = {name.lower(): value for name, value in getattr(error.response, "headers", {}).items()}
    wait = str(headers.get("retry-after", ""))
    return float(wait) if wait.isdecimal() else RATE_WAIT
