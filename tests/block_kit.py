"""What Slack takes of blocks and views, as far as this project sends them: only kinds in which nothing is parsed."""

import itertools
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

BLOCKS_MOST, VIEW_BLOCKS_MOST, BLOCK_CHARACTERS_MOST = 50, 100, 13_000
TEXT_MOST, HEADER_MOST, CONTEXT_MOST, ROW_MOST = 4_000, 150, 10, 25
LABEL_MOST, VALUE_MOST, OPTIONS_MOST, OPTION_MOST, TITLE_MOST = 75, 2_000, 100, 75, 24
INPUTS = {
    "static_select",
    "multi_static_select",
    "checkboxes",
    "radio_buttons",
    "number_input",
    "timepicker",
}


def text_faults(text: str) -> list[str]:
    """Text that Slack parses must hold none of its three signs, but as their escapes."""
    bare = re.sub(r"&(amp|lt|gt);", "", text)
    faults = [f"bare {sign}" for sign in "&<>" if sign in bare]
    return faults + ([f"text of {len(text)} characters"] if not 0 < len(text) <= TEXT_MOST else [])


def view_faults(view: Mapping[str, Any]) -> list[str]:
    """What is wrong with a window or home page."""
    faults = [] if 0 < len(view["blocks"]) <= VIEW_BLOCKS_MOST else [f"{len(view['blocks'])} blocks"]
    for name in ("title", "submit", "close"):
        if name in view:
            faults += _plain_text_faults(view[name], TITLE_MOST)
    has_inputs = any(block["type"] == "input" for block in view["blocks"])
    faults += ["inputs and nothing to send them"] if has_inputs and "submit" not in view else []
    faults += ["long private_metadata"] if len(view.get("private_metadata", "")) > 3_000 else []
    names = [block["block_id"] for block in view["blocks"] if "block_id" in block]
    faults += [f"two blocks of one id in {names}"] if len(set(names)) < len(names) else []
    return faults + _each_block_faults(view["blocks"])


def block_faults(blocks: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the blocks of a message."""
    faults = [] if 0 < len(blocks) <= BLOCKS_MOST else [f"{len(blocks)} blocks"]
    size = len(json.dumps(blocks, ensure_ascii=False))
    faults += [f"blocks of {size} characters"] if size > BLOCK_CHARACTERS_MOST else []
    faults += ["an input outside a window" for block in blocks if block.get("type") == "input"]
    return faults + _each_block_faults(blocks)


def _each_block_faults(blocks: list[dict[str, Any]]) -> list[str]:
    faults = [fault for block in blocks for fault in _one_block_faults(block)]
    ids = [element["action_id"] for block in blocks if block["type"] == "actions" for element in block["elements"]]
    return faults + ([f"two buttons of one id in {ids}"] if len(set(ids)) < len(ids) else [])


def _one_block_faults(block: dict[str, Any]) -> list[str]:
    match block:
        case {"type": "header", "text": text, **rest} if not rest:
            return _plain_text_faults(text, HEADER_MOST)
        case {"type": "context", "elements": [*texts], **rest} if not rest and 0 < len(texts) <= CONTEXT_MOST:
            return [fault for text in texts for fault in _plain_text_faults(text, 3_000)]
        case {"type": "rich_text", "elements": [*sections], **rest} if not rest and sections:
            return [fault for section in sections for fault in _section_faults(section)]
        case {"type": "actions", "elements": [*buttons], **rest} if not rest and 0 < len(buttons) <= ROW_MOST:
            return [fault for button in buttons for fault in _button_faults(button)]
        case {"type": "input", "block_id": str(), "label": label, "element": element, "optional": bool(), **rest}:
            faults = [] if rest.keys() <= {"hint"} else [f"input {str(block)[:80]}"]
            return faults + _plain_text_faults(label, 150) + _element_faults(element)
    return [f"block {str(block)[:80]}"]


def _button_faults(button: dict[str, Any]) -> list[str]:
    if button.keys() != {"type", "action_id", "text", "value"} or button["type"] != "button":
        return [f"button {str(button)[:80]}"]
    faults = [] if 0 < len(button["value"]) <= VALUE_MOST else [f"value of {len(button['value'])} characters"]
    return faults + _plain_text_faults(button["text"], LABEL_MOST)


def _element_faults(element: dict[str, Any]) -> list[str]:
    if element["type"] not in INPUTS:
        return [f"element {str(element)[:80]}"]
    options, faults = element.get("options", []), []
    if "options" in element and not 0 < len(options) <= OPTIONS_MOST:
        faults.append(f"{len(options)} options")
    if element["type"] in ("checkboxes", "radio_buttons") and len(options) > 10:
        faults.append(f"{len(options)} options to tick")
    for option in options:
        faults += _plain_text_faults(option["text"], OPTION_MOST)
        faults += [] if 0 < len(option["value"]) <= 150 else [f"option {option}"]
    chosen = list(itertools.chain([element.get("initial_option")], element.get("initial_options", ["at least one"])))
    chosen = [each for each in chosen if each not in (None, "at least one")]
    faults += [f"{each} is not on offer" for each in chosen if each not in options]
    return faults + (["nothing chosen"] if element.get("initial_options") == [] else [])


def _plain_text_faults(text: dict[str, Any], most: int) -> list[str]:
    is_sound = text.keys() == {"type", "text", "emoji"} and text["type"] == "plain_text" and text["emoji"] is False
    return [] if is_sound and 0 < len(text["text"]) <= most else [f"plain text {str(text)[:80]}"]


def _section_faults(section: dict[str, Any]) -> list[str]:
    if section.keys() != {"type", "elements"} or section["type"] != "rich_text_section" or not section["elements"]:
        return [f"section {str(section)[:80]}"]
    return [f"leaf {leaf}" for leaf in section["elements"] if not _is_leaf(leaf)]


def _is_leaf(leaf: dict[str, Any]) -> bool:
    match leaf:
        case {"type": "text", "text": str(text), **rest}:
            return bool(text) and rest in ({}, {"style": {"bold": True}})
        case {"type": "link", "url": str(url), "text": str(text), **rest}:
            return bool(text) and urlsplit(url).scheme in ("http", "https") and not rest
        case {"type": "user", "user_id": str(user), **rest}:
            return re.fullmatch("[UW][A-Z0-9]+", user) is not None and not rest
        case {"type": "channel", "channel_id": str(channel), **rest}:
            return re.fullmatch("[CG][A-Z0-9]+", channel) is not None and not rest
    return False


def visible(blocks: list[dict[str, Any]]) -> str:
    """What a reader sees of blocks: buttons in brackets, people and channels by their ids."""
    return "\n".join(line for block in blocks for line in _visible(block))


def _visible(block: dict[str, Any]) -> list[str]:
    match block:
        case {"type": "rich_text", "elements": sections}:
            return ["".join(_shown(leaf) for section in sections for leaf in section["elements"])]
        case {"type": "header", "text": {"text": text}}:
            return [text]
        case {"type": "actions", "elements": buttons}:
            return [" ".join(f"[{button['text']['text']}]" for button in buttons)]
        case {"type": "input", "label": {"text": label}}:
            return [f"{label}:"]
    return [element["text"] for element in block["elements"]]


def _shown(leaf: dict[str, Any]) -> str:
    match leaf:
        case {"type": "user", "user_id": user}:
            return f"@{user}"
        case {"type": "channel", "channel_id": channel}:
            return f"#{channel}"
    return str(leaf["text"])
