"""A channel's settings as a Slack form, and a filled form as settings. Pure.

That quiet hours post without a sound is not offered: an app cannot do that on Slack.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from bot.render import Words, slack_naming, slack_plain
from bot.render.slack import GAP, Block
from bot.types import COUNT_MOST, OUTLETS_MOST, Choices, Habits, People, Rhythm, Settings, Wishes

TITLE_LIMIT = 24  # Block Kit: characters of a window's title and of its two buttons
LABEL_LIMIT, HINT_LIMIT, OPTION_LIMIT = 150, 300, 75
OPTIONS_MOST = 100
FORM = "settings"  # by which Slack names the form when it comes back
FIELD = "value"  # each block has one field
NONE, ALL, NEW = "none", "all", "new"

# The fields that the dialogue by words has too are called as there.
LABELS = {
    "language": "topic-language",
    "conflicts": "topic-conflict",
    "people": "topic-people",
    "least_count": "topic-count",
    "least_outlets": "topic-outlets",
    "at": "topic-at",
    "zone": "topic-zone",
}
HINTS = {"people": "slack-hint-people", "least_count": "ask-count", "quiet_to": "slack-hint-quiet-to"}
REQUIRED = frozenset({"language", "alerts", "digest", "zone"})

Option = tuple[str, str]  # its value, and what people read


def settings_form(settings: Settings, choices: Choices, say: Words, *, channel: str) -> Block:
    """The form, filled with what the channel has now; it carries which channel it is about."""
    about = [slack_naming(say.say("slack-form-about", channel=GAP), channel)] if channel.startswith(("C", "G")) else []
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": slack_plain(say.say("slack-form-title"), TITLE_LIMIT),
        "submit": slack_plain(say.say("slack-form-save"), TITLE_LIMIT),
        "close": slack_plain(say.say("slack-form-cancel"), TITLE_LIMIT),
        "private_metadata": metadata(channel, say.language),
        "blocks": [*about, *_what(settings, choices, say), *_when(settings.habits, choices, say)],
    }


def metadata(channel: str, language: str) -> str:
    """What a window remembers: the channel that it is about and the language that it speaks."""
    return json.dumps({"channel": channel, "language": language})


def remembered(private_metadata: str) -> tuple[str, str]:
    """The channel and the language that `metadata` kept."""
    kept = json.loads(private_metadata or "{}")
    return str(kept.get("channel", "")), str(kept.get("language", "en"))


def filled(state: Mapping[str, Any]) -> Settings | dict[str, str]:
    """What a person filled in; or what is wrong with it, a message's id for each field."""
    fields = {name: block[FIELD] for name, block in state.items() if FIELD in block}
    start, end = _time(fields, "quiet_from"), _time(fields, "quiet_to")
    if (start is None) != (end is None):
        return {"quiet_to" if end is None else "quiet_from": "slack-error-quiet-both"}
    if start is not None and start == end:
        return {"quiet_to": "slack-error-quiet-same"}
    alerts, digest = _chosen(fields, "alerts", ALL), _chosen(fields, "digest", NONE)
    if alerts == NONE and digest == NONE:
        return {"digest": "slack-error-nothing"}
    wishes = Wishes(
        conflicts=tuple(tuple(value.split("|")) for value in _ticked(fields, "conflicts")),
        people=frozenset(map(People, _ticked(fields, "people"))),
        least_count=_number(fields, "least_count", 0, COUNT_MOST),
        least_outlets=_number(fields, "least_outlets", 1, OUTLETS_MOST),
        alerts=alerts != NONE,
        updates=alerts != NEW,
    )
    habits = Habits(
        digest=None if digest == NONE else Rhythm(digest),
        time_zone=_chosen(fields, "zone", "UTC"),
        say_nothing=bool(_ticked(fields, "say_nothing")),
        quiet=(start, end) if start and end else None,
    )
    at = _time(fields, "at")
    return Settings(
        language=_chosen(fields, "language", "en"), wishes=wishes, habits=replace(habits, at=at) if at else habits
    )


def _what(settings: Settings, choices: Choices, say: Words) -> list[Block]:
    wishes = settings.wishes
    conflicts = _several(
        [("|".join(names), label) for names, label in choices.conflicts],
        ["|".join(names) for names in wishes.conflicts],
        say,
    )
    people = [(each.value, say.say(f"people-choice-{each}")) for each in People]
    alerts = NONE if not wishes.alerts else ALL if wishes.updates else NEW
    return [
        _input("language", _select(choices.languages, settings.language), say),
        *([_input("conflicts", conflicts, say)] if choices.conflicts else []),
        _input("people", _boxes(people, wishes.people), say),
        _input("least_count", _whole(wishes.least_count, 0, COUNT_MOST), say),
        _input("least_outlets", _whole(wishes.least_outlets, 1, OUTLETS_MOST), say),
        _input("alerts", _radio([(each, say.say(f"slack-alerts-{each}")) for each in (ALL, NEW, NONE)], alerts), say),
    ]


def _when(habits: Habits, choices: Choices, say: Words) -> list[Block]:
    rhythms = [(each, say.say(f"slack-digest-{each}")) for each in (NONE, *Rhythm)]
    zones = sorted(choices.time_zones, key=lambda zone: zone[0] != habits.time_zone)  # theirs first: some may be cut
    nothing = [("yes", say.say("slack-say-nothing"))]
    start, end = habits.quiet or (None, None)
    return [
        _input("digest", _radio(rhythms, habits.digest or NONE), say),
        _input("at", _clock(habits.at), say),
        _input("say_nothing", _boxes(nothing, ["yes"] if habits.say_nothing else []), say),
        _input("zone", _select(zones, habits.time_zone), say),
        _input("quiet_from", _clock(start), say),
        _input("quiet_to", _clock(end), say),
    ]


def _input(name: str, element: Block, say: Words) -> Block:
    key = name.replace("_", "-")
    label = slack_plain(say.say(LABELS.get(name, f"slack-form-{key}")), LABEL_LIMIT)
    hint = HINTS.get(name, "")
    return {
        "type": "input",
        "block_id": name,
        "label": label,
        "element": {"action_id": FIELD, **element},
        "optional": name not in REQUIRED,
        **({"hint": slack_plain(say.say(hint), HINT_LIMIT)} if hint else {}),
    }


def _options(options: Iterable[Option]) -> dict[str, Block]:
    return {
        value: {"text": slack_plain(label, OPTION_LIMIT), "value": value}
        for value, label in list(options)[:OPTIONS_MOST]
    }


def _select(options: Iterable[Option], chosen: str) -> Block:
    offered = _options(options)
    initial = {"initial_option": offered[chosen]} if chosen in offered else {}
    return {"type": "static_select", "options": list(offered.values()), **initial}


def _several(options: Iterable[Option], chosen: Iterable[str], say: Words) -> Block:
    offered = _options(options)
    initial = [offered[each] for each in chosen if each in offered]
    return {
        "type": "multi_static_select",
        "placeholder": slack_plain(say.say("conflict-all"), LABEL_LIMIT),
        "options": list(offered.values()),
        **({"initial_options": initial} if initial else {}),
    }


def _boxes(options: Iterable[Option], chosen: Iterable[str]) -> Block:
    offered, ticked = _options(options), set(chosen)
    initial = [option for value, option in offered.items() if value in ticked]
    return {
        "type": "checkboxes",
        "options": list(offered.values()),
        **({"initial_options": initial} if initial else {}),
    }


def _radio(options: Iterable[Option], chosen: str) -> Block:
    offered = _options(options)
    return {"type": "radio_buttons", "options": list(offered.values()), "initial_option": offered[chosen]}


def _whole(number: int, least: int, most: int) -> Block:
    return {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
        "initial_value": str(number),
    }


def _clock(at: time | None) -> Block:
    return {"type": "timepicker", **({"initial_time": f"{at:%H:%M}"} if at else {})}


def _chosen(fields: Mapping[str, Any], name: str, default: str) -> str:
    option = fields.get(name, {}).get("selected_option")
    return str(option["value"]) if option else default


def _ticked(fields: Mapping[str, Any], name: str) -> list[str]:
    return [str(option["value"]) for option in fields.get(name, {}).get("selected_options") or ()]


def _number(fields: Mapping[str, Any], name: str, least: int, most: int) -> int:
    value = fields.get(name, {}).get("value")
    return max(least, min(most, int(value))) if value else least


def _time(fields: Mapping[str, Any], name: str) -> time | None:
    value = fields.get(name, {}).get("selected_time")
    return time.fromisoformat(value) if value else None
