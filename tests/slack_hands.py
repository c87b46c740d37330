"""What people and Slack itself do in a workspace, as the payloads that reach an app."""

import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

SIGNING_SECRET = "secret-of-signing"
CHANNEL, PERSON, BOT_USER = "C0123456789", "U7", "U1"
_numbers = itertools.count(1)


def trigger() -> str:
    return f"trigger-{next(_numbers)}"


def command(text: str, home: str, *, by: str = PERSON, channel: str = CHANNEL, **more: str) -> dict[str, Any]:
    """A person types /exchanges."""
    return {
        "token": "legacy",
        "api_app_id": "A1",
        "team_id": "T1",
        "team_domain": "newsroom",
        "channel_id": channel,
        "channel_name": "general",
        "user_id": by,
        "user_name": "reader",
        "command": "/exchanges",
        "text": text,
        "response_url": f"http://{home}/response/{next(_numbers)}",
        "trigger_id": trigger(),
        "is_enterprise_install": "false",
        **more,
    }


def press(
    button: Mapping[str, Any], home: str, *, by: str = PERSON, channel: str = CHANNEL, is_ephemeral: bool = True
) -> dict[str, Any]:
    """A person presses a button of a message, which only they see or everybody."""
    container = {"type": "message", "message_ts": "1.5", "channel_id": channel, "is_ephemeral": is_ephemeral}
    url = f"http://{home}/response/{next(_numbers)}"
    return _pressed(button, by, container=container, channel={"id": channel, "name": "general"}, response_url=url)


def press_in(view: Mapping[str, Any], button: Mapping[str, Any], *, by: str = PERSON) -> dict[str, Any]:
    """A person presses a button of a window or a home page."""
    return _pressed(button, by, container={"type": "view", "view_id": view["id"]}, view=dict(view))


def _pressed(button: Mapping[str, Any], by: str, **where: Any) -> dict[str, Any]:
    action = {"type": button["type"], "block_id": "b", "action_ts": "1.0"}
    action |= {name: button[name] for name in ("action_id", "text", "value") if name in button}
    who = {"id": by, "username": "reader", "name": "reader", "team_id": "T1"}
    body = {"type": "block_actions", "user": who, "team": {"id": "T1", "domain": "newsroom"}, "api_app_id": "A1"}
    return body | {"token": "legacy", "trigger_id": trigger(), "actions": [action], **where}


def send_form(view: Mapping[str, Any], values: Mapping[str, Any], *, by: str = PERSON) -> dict[str, Any]:
    """A person sends a form, filled as it was but for `values`."""
    state = {
        block["block_id"]: {
            block["element"]["action_id"]: _as_it_is(block["element"]) | values.get(block["block_id"], {})
        }
        for block in view["blocks"]
        if block["type"] == "input"
    }
    body = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": by, "team_id": "T1"}, "api_app_id": "A1"}
    return body | {"token": "legacy", "trigger_id": trigger(), "view": {**view, "state": {"values": state}}}


def _as_it_is(element: Mapping[str, Any]) -> dict[str, Any]:
    match element["type"]:
        case "static_select" | "radio_buttons":
            return {"type": element["type"], "selected_option": element.get("initial_option")}
        case "multi_static_select" | "checkboxes":
            return {"type": element["type"], "selected_options": element.get("initial_options", [])}
        case "timepicker":
            return {"type": element["type"], "selected_time": element.get("initial_time")}
        case "number_input":
            return {"type": element["type"], "value": element.get("initial_value")}
    raise AssertionError(element)


def shortcut(name: str, *, by: str = PERSON) -> dict[str, Any]:
    """A person chooses a global shortcut."""
    who = {"id": by, "username": "reader", "team_id": "T1"}
    return {
        "type": "shortcut",
        "token": "legacy",
        "callback_id": name,
        "trigger_id": trigger(),
        "user": who,
        "team": {"id": "T1", "domain": "newsroom"},
        "action_ts": "1.0",
    }


def event(kind: str, **fields: Any) -> dict[str, Any]:
    """Something happens in the workspace."""
    number = next(_numbers)
    told = {"type": kind, "event_ts": f"{number}.0", **fields}
    body = {"type": "event_callback", "token": "legacy", "team_id": "T1", "api_app_id": "A1", "event": told}
    mine = {"team_id": "T1", "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}
    return body | {"event_id": f"Ev{number}", "event_time": number, "authorizations": [mine]}


def mention(text: str, *, by: str = PERSON, ts: str = "7.5", **more: str) -> dict[str, Any]:
    """A person names the bot in a channel."""
    return event("app_mention", user=by, channel=CHANNEL, ts=ts, text=f"<@{BOT_USER}> {text}", **more)


def signed(payload: Mapping[str, Any], *, age: float = 0, secret: str = SIGNING_SECRET) -> tuple[str, dict[str, str]]:
    """Body and headers of a payload as Slack sends it over HTTP, signed so many seconds ago."""
    kind = "application/x-www-form-urlencoded"
    if payload.get("type") in ("event_callback", "url_verification"):
        body, kind = json.dumps(payload), "application/json"
    elif "command" in payload:
        body = urlencode(payload)
    else:
        body = urlencode({"payload": json.dumps(payload)})
    at = str(int(time.time() - age))
    signature = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
    return body, {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={signature}", "Content-Type": kind}


def envelope_type(payload: Mapping[str, Any]) -> str:
    """How Socket Mode calls what it brings."""
    if "command" in payload:
        return "slash_commands"
    return "events_api" if payload["type"] == "event_callback" else "interactive"


def buttons(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons of a message or view by their labels."""
    return {
        element["text"]["text"]: element
        for block in content["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
    }
