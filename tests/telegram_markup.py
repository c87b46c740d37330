"""What Telegram takes of what hangs below and beside a text: keyboards, inline results, menus. Facts restated."""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_html import text_faults

DATA_BYTES, ROWS_OF, BUTTONS_MOST = 64, 8, 100
RESULTS_MOST, RESULT_ID_BYTES = 50, 64
COMMANDS_MOST = 100
SCOPES = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
}
START = re.compile(r"start=[A-Za-z0-9_-]{1,64}")


def keyboard_faults(markup: Any) -> list[str]:
    """An inline keyboard: rows of buttons that each carry data or lead to a safe page."""
    if not isinstance(markup, dict) or markup.keys() != {"inline_keyboard"} or not markup["inline_keyboard"]:
        return [f"no keyboard: {str(markup)[:80]}"]
    rows = markup["inline_keyboard"]
    faults = [f"row of {len(row)} buttons" for row in rows if not 1 <= len(row) <= ROWS_OF]
    faults += ["too many buttons"] if sum(map(len, rows)) > BUTTONS_MOST else []
    return faults + [fault for row in rows for button in row for fault in _button_faults(button)]


def _button_faults(button: dict[str, Any]) -> list[str]:
    match button:
        case {"text": str(text), "callback_data": str(data), **rest} if text and not rest:
            return [] if 1 <= len(data.encode()) <= DATA_BYTES else [f"BUTTON_DATA_INVALID {data!r}"]
        case {"text": str(text), "url": str(url), **rest} if text and not rest:
            return link_faults(url)
    return [f"button {button}"]


def link_faults(url: str) -> list[str]:
    """The only links that we make buttons of lead to the bot itself, with words that Telegram carries."""
    parts = urlsplit(url)
    is_ours = (parts.scheme, parts.netloc) == ("https", "t.me") and START.fullmatch(parts.query)
    return [] if is_ours and parts.path.lower().endswith("bot") else [f"BUTTON_URL_INVALID {url}"]


def results_faults(results: Any) -> list[str]:
    """The results of an inline query: articles whose text is sent when one is picked."""
    if not isinstance(results, list) or len(results) > RESULTS_MOST:
        return ["RESULTS_TOO_MUCH"]
    ids = [result.get("id", "") for result in results]
    faults = ["RESULT_ID_DUPLICATE"] if len(set(ids)) < len(ids) else []
    for result in results:
        if not {"type", "id", "title", "input_message_content"} <= result.keys() or result["type"] != "article":
            faults.append(f"result {str(result)[:80]}")
            continue
        left = result.keys() - {"type", "id", "title", "input_message_content", "description", "reply_markup"}
        faults += [f"unknown field {name}" for name in left]
        faults += [] if 1 <= len(result["id"].encode()) <= RESULT_ID_BYTES else ["RESULT_ID_INVALID"]
        faults += [] if result["title"] else ["no title"]
        faults += keyboard_faults(result["reply_markup"]) if "reply_markup" in result else []
        content = result["input_message_content"]
        if not {"message_text", "link_preview_options"} <= content.keys():
            faults.append(f"content {str(content)[:80]}")
            continue
        faults += text_faults(content["message_text"], content.get("parse_mode"), 4096)
    return faults


def commands_faults(commands: Any) -> list[str]:
    """The entries of a menu."""
    if not isinstance(commands, list) or not 1 <= len(commands) <= COMMANDS_MOST:
        return ["no menu"]
    return [
        f"BOT_COMMAND_INVALID {entry}"
        for entry in commands
        if entry.keys() != {"command", "description"}
        or not re.fullmatch(r"[a-z0-9_]{1,32}", entry["command"])
        or not 1 <= len(entry["description"]) <= 256
    ]


def scope_faults(scope: Any) -> list[str]:
    """Whose menu it is."""
    kind = scope.get("type")
    return [] if kind in SCOPES and scope.keys() - {"type"} == SCOPES[kind] else [f"scope {scope}"]
