"""The feed list in a config's text edited as a careful person would, and read from and written to OPML."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import tomlkit
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeElementTree

HEADER = re.compile(r"\s*\[")
FEED_HEADER = re.compile(r"\s*\[\[\s*feeds\s*\]\]")
REMARK = re.compile(r"\s*(#|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed as a person lists it; `every` in the config's own words ("5m")."""

    url: str
    name: str | None = None
    language: str | None = None
    every: str | None = None


def add_feed(text: str, feed: ListedFeed) -> str:
    """Put a feed after the last one; every other line stays as it is. ValueError where that cannot be done."""
    lines = _lines(text)
    blocks = _blocks(lines)
    block = ["[[feeds]]", *(f"{key} = {tomlkit.item(value).as_string()}" for key, value in _pairs(feed))]
    if blocks:
        end = blocks[-1].stop
        edited = [*lines[:end], "", *block, *lines[end:]]
    else:
        edited = [*lines, *([""] if lines else []), *block]
    wanted = _parsed(text)
    wanted["feeds"] = [*wanted.get("feeds", []), dict(_pairs(feed))]
    return _checked(edited, wanted)


def remove_feed(text: str, url: str) -> str:
    """Take the feeds with this address out; remarks around them stay. ValueError where there is none."""
    lines = _lines(text)
    wanted = _parsed(text)
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


def feeds_to_opml(feeds: Iterable[ListedFeed]) -> str:
    """The list as OPML 2.0, which every feed reader takes."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "Exchange Watch feeds"
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        outline = ElementTree.SubElement(body, "outline", type="rss", text=feed.name or feed.url, xmlUrl=feed.url)
        if feed.language:
            outline.set("language", feed.language)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def feeds_from_opml(body: bytes) -> tuple[ListedFeed, ...]:
    """Every feed of an OPML list, however deep in folders, each address once. ValueError where it is none."""
    try:
        root = SafeElementTree.fromstring(body)
    except (ElementTree.ParseError, DefusedXmlException, ValueError) as error:
        raise ValueError(f"not readable as OPML: {error}") from None
    if root.tag.lower() != "opml":
        raise ValueError(f"not OPML: its root is <{root.tag}>")
    found: dict[str, ListedFeed] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url and url not in found:
            name = (outline.get("text") or outline.get("title") or "").strip()
            found[url] = ListedFeed(url=url, name=name if name != url else None, language=outline.get("language"))
    return tuple(found.values())


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


def _pairs(feed: ListedFeed) -> list[tuple[str, str]]:
    pairs = (("url", feed.url), ("name", feed.name), ("language", feed.language), ("every", feed.every))
    return [(key, value) for key, value in pairs if value]


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
        raise ValueError("the feeds are written in a way that this command does not edit; edit them by hand")
    return text
