"""The small table of what the platforms take: that it refuses what they refuse, and agrees with their full schemas."""

import copy
import json
import re
from pathlib import Path

import pytest
import yaml

from bot.chat.slack import SCOPES
from bot.chat.slack_answers import COMMAND, LATEST
from bot.chat.slack_presence import BACK, GONE
from tests import platforms, specs
from tests.platforms import SLACK, TELEGRAM, TELEGRAM_ERRORS, slack_faults, telegram_faults, telegram_text

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / "seeds" / "slack-manifest.yaml"
needs_specs = pytest.mark.skipif(not specs.PRESENT, reason=specs.WHY_SKIPPED)

GOOD = {"chat_id": "-100123", "text": "<b>Ukraine</b> &amp; Russia", "parse_mode": "HTML"}
BAD_FOR_TELEGRAM = {
    "no chat": {"text": "x"},
    "empty text": GOOD | {"text": ""},
    "only tags": GOOD | {"text": "<b></b>"},
    "too long": GOOD | {"text": "x" * 4097},
    "too long in UTF-16": GOOD | {"text": "𝕏" * 2049},
    "an unclosed tag": GOOD | {"text": "<b>x"},
    "tags that cross": GOOD | {"text": "<b><i>x</b></i>"},
    "a stray sign": GOOD | {"text": "a < b"},
    "an unknown entity": GOOD | {"text": "&nbsp;x"},
    "an unknown tag": GOOD | {"text": "<br>x"},
    "a script": GOOD | {"text": '<a href="javascript:x">x</a>'},
    "too much markup": GOOD | {"text": "<b>x</b>" * 1_300},
    "the removed switch for previews": GOOD | {"disable_web_page_preview": "true"},
    "an unknown option": GOOD | {"link_preview_options": '{"colour": "red"}'},
    "a message number in letters": GOOD | {"message_thread_id": "x"},
}


@pytest.mark.parametrize("form", BAD_FOR_TELEGRAM.values(), ids=BAD_FOR_TELEGRAM)
def test_the_telegram_table_refuses(form):
    assert telegram_faults("sendMessage", form) != []


def test_the_telegram_table_takes_what_is_right_and_no_other_method():
    assert telegram_faults("sendMessage", GOOD) == []
    assert telegram_faults("banChatMember", {}) == ["banChatMember: not a method we use"]
    assert telegram_text(GOOD["text"]) == "Ukraine & Russia"


def blocks_of(*leaves):
    return [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(leaves)}]}]


def button(label="x", **more):
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "actions", "elements": [{"type": "button", "action_id": "a", "text": text, "value": "x"} | more]}


PLAIN = {"type": "plain_text", "text": "x", "emoji": False}
FIELD = {
    "type": "input",
    "block_id": "x",
    "label": PLAIN,
    "optional": True,
    "element": {"type": "timepicker", "action_id": "value"},
}
MODAL = {"type": "modal", "title": PLAIN, "submit": PLAIN, "blocks": [FIELD]}
BAD_VIEWS = {
    "no blocks": MODAL | {"blocks": []},
    "too many blocks": MODAL | {"blocks": blocks_of({"type": "text", "text": "x"}) * 101},
    "a long title": MODAL | {"title": PLAIN | {"text": "x" * 25}},
    "no way to send it": {name: value for name, value in MODAL.items() if name != "submit"},
    "two fields of one id": MODAL | {"blocks": [FIELD, FIELD]},
    "too much to remember": MODAL | {"private_metadata": "x" * 3_001},
    "nothing to choose from": MODAL
    | {"blocks": [FIELD | {"element": {"type": "static_select", "action_id": "value", "options": []}}]},
    "a choice that is not on offer": MODAL
    | {
        "blocks": [
            FIELD
            | {
                "element": {
                    "type": "static_select",
                    "action_id": "value",
                    "options": [{"text": PLAIN, "value": "a"}],
                    "initial_option": {"text": PLAIN, "value": "b"},
                }
            }
        ]
    },
    "a field that takes any text": MODAL
    | {"blocks": [FIELD | {"element": {"type": "plain_text_input", "action_id": "value"}}]},
}


@pytest.mark.parametrize("view", BAD_VIEWS.values(), ids=BAD_VIEWS)
def test_the_slack_table_refuses_the_view(view):
    assert slack_faults("views.open", {"trigger_id": "1", "view": view}) != []


def test_the_slack_table_takes_a_view():
    assert slack_faults("views.open", {"trigger_id": "1", "view": MODAL}) == []


WORDS = blocks_of({"type": "text", "text": "x"})
POST = {
    "channel": "C1",
    "text": "x",
    "blocks": WORDS,
    "unfurl_links": False,
    "unfurl_media": False,
    "metadata": {"a": 1},
}
BAD_FOR_SLACK = {
    "no channel": {key: value for key, value in POST.items() if key != "channel"},
    "no text for screen readers": POST | {"text": ""},
    "a ping in the text": POST | {"text": "<!channel>"},
    "text too long": POST | {"text": "x" * 4_001},
    "unfurling left open": {key: value for key, value in POST.items() if key != "unfurl_links"},
    "names linked": POST | {"link_names": True},
    "no blocks": POST | {"blocks": []},
    "too many blocks": POST | {"blocks": WORDS * 51},
    "blocks too long": POST | {"blocks": blocks_of({"type": "text", "text": "x" * 13_000})},
    "markdown": POST | {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*x*"}}]},
    "a ping in a block": POST | {"blocks": blocks_of({"type": "broadcast", "range": "channel"})},
    "an empty leaf": POST | {"blocks": blocks_of({"type": "text", "text": ""})},
    "an empty section": POST | {"blocks": blocks_of()},
    "a script": POST | {"blocks": blocks_of({"type": "link", "url": "javascript:x", "text": "x"})},
    "a button without words": POST | {"blocks": [button(value="")]},
    "a button with a link": POST | {"blocks": [button(url="https://x.example")]},
    "a long label": POST | {"blocks": [button("x" * 76)]},
    "two buttons of one id": POST | {"blocks": [button(), button()]},
    "an input in a message": POST | {"blocks": [FIELD]},
    "somebody who is nobody": POST | {"blocks": blocks_of({"type": "user", "user_id": "<!channel>"})},
    "a long header": POST
    | {"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151, "emoji": False}}]},
}


@pytest.mark.parametrize("arguments", BAD_FOR_SLACK.values(), ids=BAD_FOR_SLACK)
def test_the_slack_table_refuses(arguments):
    assert slack_faults("chat.postMessage", arguments) != []


def test_the_slack_table_takes_what_is_right_and_no_other_method():
    assert slack_faults("chat.postMessage", POST) == []
    assert slack_faults("chat.delete", {}) == ["chat.delete: not a method we use"]
    assert platforms.visible(WORDS) == "x"


@needs_specs
def test_the_telegram_table_agrees_with_the_bot_api():
    methods = specs.telegram_spec()["methods"]
    for method, fields in TELEGRAM.items():
        known = {field["name"]: field for field in methods[method].get("fields", [])}
        for name, field in fields.items():
            assert set(field.kinds) == set(known[name]["types"]), (method, name)
            assert field.required or not known[name]["required"], (method, name)
            if field.most:
                assert f"-{field.most} characters" in known[name]["description"]
        assert {name for name in known if known[name]["required"]} <= fields.keys()
    options = {field["name"] for field in specs.telegram_spec()["types"]["LinkPreviewOptions"]["fields"]}
    assert platforms.LINK_PREVIEW_OPTIONS.keys() <= options


@needs_specs
def test_the_telegram_errors_are_those_that_were_seen():
    seen = {(e["error_code"], e["description"]) for e in specs.load("telegram-error-descriptions.json")["errors"]}
    ours = {error for name, error in TELEGRAM_ERRORS.items() if name != "bad markup"}
    assert ours <= seen


@needs_specs
def test_the_slack_table_agrees_with_the_older_web_api():
    newer = {"metadata"}  # came after that description was frozen
    for method in ("chat.postMessage", "chat.update", "users.info", "views.open", "views.update", "views.publish"):
        assert SLACK[method].keys() - newer <= specs.slack_arguments(method)


@needs_specs
def test_the_block_limits_agree_with_block_kit():
    schema = specs.load("slack-block-kit.message-subset.schema.json")
    assert schema["maxItems"] == platforms.BLOCKS_MOST
    assert schema["$defs"]["context_block"]["properties"]["elements"]["maxItems"] == platforms.CONTEXT_MOST
    assert f'"maxLength": {platforms.HEADER_MOST}' in json.dumps(schema["$defs"]["header_block"])


def test_the_readme_shows_the_manifest_as_it_is():
    shown = re.search(r"<!-- slack manifest -->\n\s*```yaml\n(.*?)\n\s*```\n", (ROOT / "README.md").read_text(), re.S)
    assert shown
    assert yaml.safe_load(shown[1]) == yaml.safe_load(MANIFEST.read_text())


def test_the_manifest_asks_for_no_more_than_the_bot_uses():
    """Every scope has its why beside it, every event a scope that lets it through, and someone who hears it."""
    text = MANIFEST.read_text()
    manifest = yaml.safe_load(text)
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    assert sorted(scopes) == sorted(SCOPES)
    assert all(re.search(rf"- {scope} # \S", text) for scope in scopes)
    assert [command["command"] for command in manifest["features"]["slash_commands"]] == [COMMAND]
    assert [shortcut["callback_id"] for shortcut in manifest["features"]["shortcuts"]] == [LATEST]
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    heard = {*GONE, *BACK, "member_left_channel", "member_joined_channel", "channel_id_changed"}
    assert events == heard | {"app_home_opened", "app_mention", "app_uninstalled", "tokens_revoked"}


def over_http(manifest):
    """The manifest as the guide says to change it where Slack must call the bot."""
    url = "https://your.host/slack/events"
    changed = copy.deepcopy(manifest)
    changed["settings"]["socket_mode_enabled"] = False
    changed["settings"]["event_subscriptions"]["request_url"] = url
    changed["settings"]["interactivity"]["request_url"] = url
    changed["features"]["slash_commands"][0]["url"] = url
    return changed


@needs_specs
def test_slack_s_own_schema_takes_the_manifest():
    manifest = yaml.safe_load(MANIFEST.read_text())
    assert specs.manifest_faults(manifest) == []
    assert specs.manifest_faults(over_http(manifest)) == []
    assert specs.manifest_faults(manifest | {"sockets": True}) != []
