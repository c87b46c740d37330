"""JSON Feed 1.0 and 1.1 (jsonfeed.org): text in, the same fields out as the readers of XML give."""

import json
from collections.abc import Mapping
from typing import Any

from bot.feed_times import newest, read_time

_VERSIONS = ("https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1")


def read_json(text: str, most: int) -> Mapping[str, Any] | None:
    """A JSON Feed as {feed, entries, version, left_out}; None where the text is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not _text(data, "version").startswith(_VERSIONS):
        return None
    items = data.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    kept = [_entry(item) for item in newest(items, most, lambda item: read_time(_text(item, "date_published")))]
    feed = {"title": _escaped(_text(data, "title")), "language": _text(data, "language")}
    return {"feed": feed, "entries": kept, "version": "json", "left_out": len(items) - len(kept)}


def _entry(item: Mapping[str, Any]) -> dict[str, Any]:
    own = item.get("id")  # a string by the standard; numbers are met
    bodies = [_text(item, "content_html"), _escaped(_text(item, "content_text"))]
    return {
        "id": str(own) if isinstance(own, int | float) and not isinstance(own, bool) else _text(item, "id"),
        "link": _text(item, "url") or _text(item, "external_url"),
        "title": _escaped(_text(item, "title")),
        "summary": _escaped(_text(item, "summary")),
        "content": [{"value": body} for body in bodies if body],
        "language": _text(item, "language"),
        "published": _text(item, "date_published"),
        "updated": _text(item, "date_modified"),
    }


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _escaped(text: str) -> str:
    """Plain text as the HTML that would show it: the fields of the other formats may hold markup, these do not."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
