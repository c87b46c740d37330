"""The feed list in a config's text, edited as a careful person would."""

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import tomlkit

from bot.opml import ListedFeed

HEADER = re.compile(r"\s*\[")
FEED_HEADER = re.compile(r"\s*\[\[\s*feeds\s*\]\]")
REMARK = re.compile(r"\s*(#|$)")
SWITCH = re.compile(r"(\s*enabled\s*=\s*)(true|false)(\s*(?:#.*)?)$")

BY_HAND = "the feeds are written in a way that this command does not edit; edit them by hand"


def add_feeds(text: str, feeds: Iterable[ListedFeed], groups: Collection[str] = ()) -> str:
    """Put feeds after the last one, and with them the groups that are known nowhere yet; every other line stays.

    ValueError where that cannot be done.
    """
    lines, wanted = _lines(text), _parsed(text)
    known = {*groups, *wanted.get("groups", {})}
    added: list[str] = []
    for feed in feeds:
        if feed.group and feed.group not in known:
            known.add(feed.group)
            added += ["", f"[groups.{tomlkit.key(feed.group).as_string()}]"]
            wanted["groups"] = {**wanted.get("groups", {}), feed.group: {}}
        added += ["", "[[feeds]]", *(f"{key} = {tomlkit.item(value).as_string()}" for key, value in _pairs(feed))]
        wanted["feeds"] = [*wanted.get("feeds", []), dict(_pairs(feed))]
    blocks = _blocks(lines)
    end = blocks[-1].stop if blocks else len(lines)
    return _checked([*lines[:end], *added[0 if lines else 1 :], *lines[end:]], wanted)


def remove_feed(text: str, url: str) -> str:
    """Take the feeds with this address out; remarks around them stay. ValueError where there is none."""
    lines, wanted = _lines(text), _parsed(text)
    feeds = wanted.get("feeds", [])
    kept = [feed for feed in feeds if feed.get("url") != url]
    if len(kept) == len(feeds):
        raise ValueError(f"no feed has the address {url}")
    for block, feed in reversed(list(zip(_blocks(lines), feeds, strict=False))):
        if feed.get("url") == url:
            stop = block.stop + (block.stop < len(lines) and not lines[block.stop].strip())
            del lines[block.start : stop]
    wanted["feeds"] = kept
    return _checked(lines, wanted)


def switch_feed(text: str, url: str, *, enabled: bool) -> str:
    """Switch the feeds with this address on or off. ValueError where there is none.

    On is what a feed is that says nothing, so the line goes, unless a remark stands behind its value.
    """
    lines, wanted = _lines(text), _parsed(text)
    feeds = wanted.get("feeds", [])
    if all(feed.get("url") != url for feed in feeds):
        raise ValueError(f"no feed has the address {url}")
    blocks = _blocks(lines)
    if len(blocks) != len(feeds):
        raise ValueError(BY_HAND)
    for block, feed in reversed(list(zip(blocks, feeds, strict=True))):
        if feed.get("url") == url:
            _switch(lines, block, feed, enabled=enabled)
    return _checked(lines, wanted)


def _switch(lines: list[str], block: range, feed: dict[str, Any], *, enabled: bool) -> None:
    """Edit the lines of one feed, and its data in the same way."""
    number = next((n for n in block if SWITCH.match(lines[n])), None)
    if number is None:
        if not enabled:
            last = max(n for n in block if not REMARK.match(lines[n]))
            lines.insert(last + 1, "enabled = false")
            feed["enabled"] = False
    elif enabled and "#" not in lines[number]:
        del lines[number]
        del feed["enabled"]
    else:
        feed["enabled"] = enabled
        lines[number] = SWITCH.sub(rf"\g<1>{str(enabled).lower()}\g<3>", lines[number])


def _lines(text: str) -> list[str]:
    return text.rstrip("\n").split("\n") if text.strip() else []


def _blocks(lines: Sequence[str]) -> list[range]:
    """The own lines of each [[feeds]] table; the remarks that follow after an empty line belong to what comes next."""
    headers = [number for number, line in enumerate(lines) if HEADER.match(line)]
    blocks = []
    for start, after in zip(headers, [*headers[1:], len(lines)], strict=False):
        if FEED_HEADER.match(lines[start]):
            last = max(number for number in range(start, after) if not REMARK.match(lines[number]))
            while last + 1 < after and lines[last + 1].strip():
                last += 1
            blocks.append(range(start, last + 1))
    return blocks


def _pairs(feed: ListedFeed) -> list[tuple[str, str | bool]]:
    keys = ("url", "name", "group", "language", "every")
    pairs: list[tuple[str, str | bool]] = [(key, getattr(feed, key)) for key in keys if getattr(feed, key)]
    return pairs if feed.enabled else [*pairs, ("enabled", False)]


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"not valid TOML: {error}") from None


def _checked(lines: Sequence[str], wanted: dict[str, Any]) -> str:
    """The edit is made on lines, so it is trusted only if the result parses to just what was wanted."""
    text = "\n".join(lines).rstrip("\n") + "\n"
    try:
        parsed: dict[str, Any] | None = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        parsed = None
    if parsed is None or {"feeds": [], **parsed} != {"feeds": [], **wanted}:
        raise ValueError(BY_HAND)
    return text
