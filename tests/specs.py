"""The platforms' full schemas, where they lie beside the project (../shared/specs): a second, stricter check."""

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry, Resource

SPECS = Path(os.environ.get("EXCHANGES_SPECS", Path(__file__).parents[2] / "shared" / "specs"))
PRESENT = SPECS.is_dir()
CORPORA = Path(os.environ.get("EXCHANGES_FEED_CORPORA", SPECS.parent / "corpora"))
WHY_NO_CORPORA = "the public corpora are not here ($EXCHANGES_FEED_CORPORA, else ../shared/corpora)"
WHY_SKIPPED = "the platforms' full schemas are not here ($EXCHANGES_SPECS, else ../shared/specs)"


@cache
def load(name: str) -> Any:
    return json.loads((SPECS / name).read_text(encoding="utf-8"))


def telegram_spec() -> Any:
    return load("telegram-bot-api-10.1.api.json")


def telegram_faults(method: str, form: Mapping[str, str]) -> list[str]:
    """A request as Telegram's own description has it."""
    if not PRESENT:
        return []
    known = telegram_spec()["methods"].get(method)
    if known is None:
        return [f"{method}: no such method"]
    fields = {field["name"]: field for field in known.get("fields", [])}
    values = {name: _decoded(value, fields[name]["types"]) for name, value in form.items() if name in fields}
    faults = [f"{method}: unknown field {name}" for name in form.keys() - fields.keys()]
    return faults + _field_faults(method, fields, values)


def telegram_object_faults(kind: str, value: Any, where: str = "") -> list[str]:
    """An object of Telegram's, as its own description has it."""
    if not PRESENT:
        return []
    where = where or kind
    match kind, value:
        case ("Integer", int()) | ("Float", int() | float()) | ("Boolean" | "True", bool()) | ("String", str()):
            return (
                [] if (kind in ("Boolean", "True")) == isinstance(value, bool) else [f"{where}: {value!r} is no {kind}"]
            )
        case _, list() if kind.startswith("Array of "):
            inner = kind.removeprefix("Array of ")
            return [fault for i, v in enumerate(value) for fault in telegram_object_faults(inner, v, f"{where}[{i}]")]
        case _, dict() if kind in telegram_spec()["types"]:
            known = telegram_spec()["types"][kind]
            if "subtypes" in known:
                found = [telegram_object_faults(subtype, value, where) for subtype in known["subtypes"]]
                return min(found, key=len)
            fields = {field["name"]: field for field in known.get("fields", [])}
            faults = [f"{where}: unknown field {name}" for name in value.keys() - fields.keys()]
            return faults + _field_faults(where, fields, value)
    return [f"{where}: {value!r} is no {kind}"]


def _field_faults(where: str, fields: Mapping[str, Any], values: Mapping[str, Any]) -> list[str]:
    faults = [f"{where}: no {name}" for name, field in fields.items() if field["required"] and name not in values]
    for name, value in values.items():
        if name not in fields:
            continue  # told already
        found = [telegram_object_faults(kind, value, f"{where}.{name}") for kind in fields[name]["types"]]
        faults += min(found, key=len)
        faults += _length_faults(f"{where}.{name}", value, fields[name]["description"])
    return faults


def _length_faults(where: str, value: Any, description: str) -> list[str]:
    """A text's length as its description has it, but for one that is marked up: that is measured elsewhere."""
    said = re.search(r"(\d+)-(\d+) (characters|bytes)(?! after)", description)
    if said is None or not isinstance(value, str) or where.endswith(("message_text", "caption")):
        return []
    length = len(value.encode()) if said[3] == "bytes" else len(value)
    return [] if int(said[1]) <= length <= int(said[2]) else [f"{where}: {length} {said[3]}"]


def _decoded(value: str, kinds: list[str]) -> Any:
    if "Integer" in kinds and re.fullmatch(r"-?\d+", value):
        return int(value)
    if "String" in kinds:
        return value
    return json.loads(value)


def block_faults(blocks: list[dict[str, Any]]) -> list[str]:
    """Blocks as Slack's documentation has them."""
    if not PRESENT:
        return []
    checker = Draft202012Validator(load("slack-block-kit.message-subset.schema.json"))
    return [error.message[:200] for error in checker.iter_errors(blocks)]


def manifest_faults(manifest: Any) -> list[str]:
    """An app manifest as Slack's official schema has it."""
    home = "https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas/"
    files = {f"{home}manifest.schema.{v}.json": load(f"slack-manifest.schema.{v}.json") for v in ("1.0.0", "2.0.0")}
    registry = Registry().with_resources((uri, Resource.from_contents(schema)) for uri, schema in files.items())
    checker = Draft7Validator(load("slack-manifest.schema.json"), registry=registry)
    return [error.message[:300] for error in checker.iter_errors(manifest)]


def slack_arguments(method: str) -> set[str]:
    """The argument names of an older Web API method."""
    path = load("slack_web_openapi_v2_without_examples.json")["paths"][f"/{method}"]
    return {parameter["name"] for verb in path.values() for parameter in verb["parameters"]}
