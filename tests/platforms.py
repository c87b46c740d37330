"""What Telegram and Slack take, as far as this project speaks to them: every request of the tests is checked here.

The facts are restated from the platforms' public documentation. `tests/test_platforms.py` holds them against the full
schemas where those are at hand.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.block_kit import BLOCKS_MOST, CONTEXT_MOST, HEADER_MOST, block_faults, view_faults, visible
from tests.block_kit import text_faults as slack_text_faults
from tests.telegram_html import AUTOLINK, telegram_text, text_faults, without_links
from tests.telegram_markup import commands_faults, keyboard_faults, link_faults, results_faults, scope_faults

__all__ = [
    "AUTOLINK",
    "BLOCKS_MOST",
    "CONTEXT_MOST",
    "HEADER_MOST",
    "block_faults",
    "slack_text_faults",
    "telegram_text",
    "visible",
    "without_links",
]


# ── Telegram ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Field:
    """An argument: the kinds that the Bot API names for it; `most` characters, of a text after entities parsing."""

    kinds: tuple[str, ...]
    required: bool = False
    most: int | None = None


CHAT_ID = Field(("Integer", "String"), required=True)
TEXT = Field(("String",), required=True, most=4096)
PREVIEW = Field(("LinkPreviewOptions",))
KEYBOARD = Field(("InlineKeyboardMarkup",))
BELOW = Field(("InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"))
LANGUAGE = Field(("String",))
SCOPE = Field(("BotCommandScope",))

TELEGRAM: dict[str, dict[str, Field]] = {
    "getMe": {},
    "deleteWebhook": {"drop_pending_updates": Field(("Boolean",))},
    "getUpdates": {
        "offset": Field(("Integer",)),
        "limit": Field(("Integer",)),
        "timeout": Field(("Integer",)),
        "allowed_updates": Field(("Array of String",)),
    },
    "sendMessage": {
        "chat_id": CHAT_ID,
        "message_thread_id": Field(("Integer",)),
        "text": TEXT,
        "parse_mode": Field(("String",)),
        "link_preview_options": PREVIEW,
        "reply_parameters": Field(("ReplyParameters",)),
        "reply_markup": BELOW,
        "disable_notification": Field(("Boolean",)),
    },
    "sendPhoto": {
        "chat_id": CHAT_ID,
        "message_thread_id": Field(("Integer",)),
        "photo": Field(("InputFile", "String"), required=True),
        "caption": Field(("String",), most=1024),
        "parse_mode": Field(("String",)),
        "reply_markup": BELOW,
    },
    "editMessageText": {
        "chat_id": CHAT_ID,
        "message_id": Field(("Integer",), required=True),
        "text": TEXT,
        "parse_mode": Field(("String",)),
        "link_preview_options": PREVIEW,
        "reply_markup": KEYBOARD,
    },
    "answerCallbackQuery": {
        "callback_query_id": Field(("String",), required=True),
        "text": Field(("String",), most=200),
        "show_alert": Field(("Boolean",)),
        "url": Field(("String",)),
    },
    "answerInlineQuery": {
        "inline_query_id": Field(("String",), required=True),
        "results": Field(("Array of InlineQueryResult",), required=True),
        "cache_time": Field(("Integer",)),
        "is_personal": Field(("Boolean",)),
    },
    "getChat": {"chat_id": CHAT_ID},
    "getChatAdministrators": {"chat_id": CHAT_ID},
    "getMyCommands": {"scope": SCOPE, "language_code": LANGUAGE},
    "setMyCommands": {
        "commands": Field(("Array of BotCommand",), required=True),
        "scope": SCOPE,
        "language_code": LANGUAGE,
    },
    "getMyDescription": {"language_code": LANGUAGE},
    "setMyDescription": {"description": Field(("String",), most=512), "language_code": LANGUAGE},
    "getMyShortDescription": {"language_code": LANGUAGE},
    "setMyShortDescription": {"short_description": Field(("String",), most=120), "language_code": LANGUAGE},
}
LINK_PREVIEW_OPTIONS = {"is_disabled": bool, "url": str, "prefer_small_media": bool}
REPLY_PARAMETERS = {"message_id": int, "allow_sending_without_reply": bool}

TELEGRAM_ERRORS: dict[str, tuple[int, str]] = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "kicked from group": (403, "Forbidden: bot was kicked from the group chat"),
    "kicked from supergroup": (403, "Forbidden: bot was kicked from the supergroup chat"),
    "kicked from channel": (403, "Forbidden: bot was kicked from the channel chat"),
    "no member": (403, "Forbidden: bot is not a member of the channel chat"),
    "no member of the group": (403, "Forbidden: bot is not a member of the supergroup chat"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "never met": (403, "Forbidden: bot can't initiate conversation with a user"),
    "a bot": (403, "Forbidden: bot can't send messages to bots"),
    "no chat": (400, "Bad Request: chat not found"),
    "bad peer": (400, "Bad Request: PEER_ID_INVALID"),
    "blocked as 400": (400, "USER_IS_BLOCKED"),
    "group off": (400, "Bad Request: group chat was deactivated"),
    "write forbidden": (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
    "write forbidden as 403": (403, "Forbidden: CHAT_WRITE_FORBIDDEN"),
    "no rights": (400, "Bad Request: not enough rights to send text messages to the chat"),
    "have no rights": (400, "Bad Request: have no rights to send a message"),
    "need administrator": (400, "Bad Request: need administrator rights in the channel chat"),
    "admin required": (400, "Bad Request: CHAT_ADMIN_REQUIRED"),
    "restricted": (400, "Bad Request: CHAT_RESTRICTED"),
    "topic closed": (400, "Bad Request: TOPIC_CLOSED"),
    "no photos": (400, "Bad Request: not enough rights to send photos to the chat"),
    "moved": (400, "Bad Request: group chat was upgraded to a supergroup chat"),
    "empty": (400, "Bad Request: message text is empty"),
    "too long": (400, "Bad Request: message is too long"),
    "too much markup": (400, "Bad Request: entities too long"),
    "bad markup": (400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
    "bad button": (400, "Bad Request: BUTTON_URL_INVALID"),
    "bad button data": (400, "Bad Request: BUTTON_DATA_INVALID"),
    "bad file": (400, "Bad Request: wrong file identifier/HTTP URL specified"),
    "no file there": (400, "Bad Request: failed to get HTTP URL content"),
    "big file": (400, "Bad Request: file is too big"),
    "nothing to reply to": (400, "Bad Request: message to be replied not found"),
    "too fast": (429, "Too Many Requests: retry after 30"),
    "webhook": (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),
    "not modified": (400, "Bad Request: message is not modified"),
    "no such message": (400, "Bad Request: message to edit not found"),
    "not editable": (400, "Bad Request: message can't be edited"),
    "bad token": (401, "Unauthorized"),
    "second poller": (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ),
    "server": (500, "Internal Server Error"),
    "gateway": (502, "Bad Gateway"),
}
# Errors of what only answers people are not among those above, which say what becomes of a post.
TOO_OLD = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
NO_TEXT = (400, "Bad Request: there is no text in the message to edit")


def telegram_faults(method: str, form: Mapping[str, str]) -> list[str]:
    """What Telegram would refuse in a request, or what this project never meant to send."""
    if method not in TELEGRAM:
        return [f"{method}: not a method we use"]
    fields = TELEGRAM[method]
    faults = [f"{method}: unknown field {name}" for name in form.keys() - fields.keys()]
    faults += [f"{method}: no {name}" for name, field in fields.items() if field.required and name not in form]
    for name, value in form.items():
        if name in fields and not any(_is_kind(value, kind) for kind in fields[name].kinds):
            faults.append(f"{method}: {name}={value!r} is no {' or '.join(fields[name].kinds)}")
    for name, field in fields.items():
        if field.most and name in form:
            faults += [f"{method}: {fault}" for fault in text_faults(form[name], form.get("parse_mode"), field.most)]
    faults += [f"{method}: {fault}" for fault in _markup_faults(form)]
    return faults


def _markup_faults(form: Mapping[str, str]) -> list[str]:
    """What is wrong below and beside a request's text."""
    faults = keyboard_faults(json.loads(form["reply_markup"])) if "reply_markup" in form else []
    faults += results_faults(json.loads(form["results"])) if "results" in form else []
    faults += commands_faults(json.loads(form["commands"])) if "commands" in form else []
    faults += scope_faults(json.loads(form["scope"])) if "scope" in form else []
    return faults + (link_faults(form["url"]) if "url" in form else [])


def _is_kind(value: str, kind: str) -> bool:
    match kind:
        case "String":
            return True
        case "Integer":
            return re.fullmatch(r"-?\d+", value) is not None
        case "Boolean":
            return value in ("true", "false")
        case "Array of String":
            return isinstance(names := json.loads(value), list) and all(isinstance(name, str) for name in names)
        case "LinkPreviewOptions":
            options = json.loads(value)
            return all(isinstance(options[key], LINK_PREVIEW_OPTIONS.get(key, ())) for key in options)
        case "ReplyParameters":
            options = json.loads(value)
            return all(isinstance(options[key], REPLY_PARAMETERS.get(key, ())) for key in options)
    return kind in ("InlineKeyboardMarkup", "BotCommandScope") or kind.startswith("Array of ")  # see _markup_faults


# ── Slack ────────────────────────────────────────────────────────────────────────────────────────────────────────────

SLACK: dict[str, dict[str, tuple[type, bool]]] = {  # argument → (type, required)
    "auth.test": {},
    "apps.connections.open": {},
    "chat.postMessage": {
        "channel": (str, True),
        "text": (str, True),
        "blocks": (list, False),
        "thread_ts": (str, False),
        "reply_broadcast": (bool, False),
        "unfurl_links": (bool, True),
        "unfurl_media": (bool, True),
        "metadata": (dict, False),
    },
    "chat.update": {"channel": (str, True), "ts": (str, True), "text": (str, True), "blocks": (list, False)},
    "conversations.history": {
        "channel": (str, True),
        "oldest": (str, True),
        "limit": (int, True),
        "include_all_metadata": (bool, True),
        "cursor": (str, False),
    },
    "conversations.replies": {
        "channel": (str, True),
        "ts": (str, True),
        "limit": (int, True),
        "include_all_metadata": (bool, True),
        "cursor": (str, False),
    },
    "files.getUploadURLExternal": {"filename": (str, True), "length": (str, True), "alt_txt": (str, True)},
    "files.completeUploadExternal": {"files": (str, True), "channel_id": (str, True), "thread_ts": (str, False)},
    "response_url": {
        "text": (str, True),
        "blocks": (list, True),
        "response_type": (str, True),
        "replace_original": (bool, True),
    },
    "users.info": {"user": (str, True), "include_locale": (str, True)},
    "views.open": {"trigger_id": (str, True), "view": (dict, True)},
    "views.update": {"view_id": (str, True), "view": (dict, True)},
    "views.publish": {"user_id": (str, True), "view": (dict, True)},
}
SLACK_ERRORS = {
    "gone": ("channel_not_found", "is_archived"),
    "right": ("not_in_channel", "restricted_action", "access_denied", "no_permission"),
    "content": ("msg_too_long", "no_text", "invalid_blocks", "msg_blocks_too_long"),
    "token": ("invalid_auth", "account_inactive", "token_revoked", "missing_scope", "org_login_required"),
    "unknown": ("fatal_error", "internal_error", "request_timeout"),
}


def slack_faults(method: str, arguments: Mapping[str, Any]) -> list[str]:
    """What Slack would refuse in a request, or what this project never meant to send."""
    if method not in SLACK:
        return [f"{method}: not a method we use"]
    known = SLACK[method]
    faults = [f"unknown argument {name}" for name in arguments.keys() - known.keys()]
    for name, (kind, required) in known.items():
        if name in arguments and not isinstance(arguments[name], kind):
            faults.append(f"{name} is no {kind.__name__}")
        elif required and not arguments.get(name) and arguments.get(name) is not False:
            faults.append(f"no {name}")
    faults += slack_text_faults(arguments["text"]) if "text" in arguments else []
    faults += block_faults(arguments["blocks"]) if "blocks" in arguments else []
    faults += view_faults(arguments["view"]) if "view" in arguments else []
    return [f"{method}: {fault}" for fault in faults]
