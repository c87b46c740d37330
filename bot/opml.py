"""OPML lists of feeds: read leniently and safely, written so that every reader takes them, edited in place.

OPML 2.0 (http://opml.org/spec2.opml) has no word for how often a feed is polled or whether it is on. These stand in
attributes of our own namespace, which the specification allows and other readers pass over.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

OURS = "urn:exchange-watch"
NO_FEED = {"include", "source"}  # outlines with an address that is another list's
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML cannot hold


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed as a person lists it; `every` in the config's own words ("5m"), `line` where it stands in its list."""

    url: str
    name: str | None = None
    language: str | None = None
    every: str | None = None
    group: str | None = None
    enabled: bool = True
    line: int | None = field(default=None, compare=False)


def read_opml(body: bytes) -> tuple[ListedFeed, ...]:
    """Every feed of a list, each address once, its group the folders it is in ("War/Agencies"). ValueError if none."""
    feeds: dict[str, ListedFeed] = {}
    for outline in _outlines(_parsed(body, lenient=True)):
        feed = _feed(outline)
        if feed and feed.url not in feeds:
            feeds[feed.url] = feed
    return tuple(feeds.values())


def write_opml(feeds: Iterable[ListedFeed]) -> str:
    """The list as OPML 2.0, in folders by group."""
    root = etree.Element("opml", version="2.0", nsmap={"watch": OURS})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Exchange Watch feeds"
    folders: dict[tuple[str, ...], Any] = {(): etree.SubElement(root, "body")}
    for feed in feeds:
        path = tuple(_group_parts(feed.group or ""))
        for depth in range(1, len(path) + 1):
            if path[:depth] not in folders:
                folders[path[:depth]] = etree.SubElement(folders[path[: depth - 1]], "outline", text=path[depth - 1])
        outline = etree.SubElement(folders[path], "outline", type="rss", text=_clean(feed.name or "") or feed.url)
        outline.set("xmlUrl", feed.url)
        if feed.language:
            outline.set("language", feed.language)
        if feed.every:
            outline.set(f"{{{OURS}}}every", feed.every)
        if not feed.enabled:
            outline.set(f"{{{OURS}}}enabled", "false")
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + str(etree.tostring(root, encoding="unicode")) + "\n"


def remove_from_opml(body: bytes, urls: Collection[str]) -> bytes:
    """Take feeds out of a list."""

    def remove(root: Any) -> None:
        for outline in _outlines_of(root, urls):
            _take_out(outline)

    return _edited(body, remove, [feed for feed in read_opml(body) if feed.url not in urls])


def switch_in_opml(body: bytes, urls: Collection[str], *, on: bool) -> bytes:
    """Switch feeds of a list on or off."""

    def switch(root: Any) -> None:
        for outline in _outlines_of(root, urls):
            for name in [name for name in outline.attrib if _plain(name) == "enabled"]:
                del outline.attrib[name]
            if not on:
                outline.set(f"{{{OURS}}}enabled", "false")

    switched = [replace(feed, enabled=on) if feed.url in urls else feed for feed in read_opml(body)]
    return _edited(body, switch, switched)


def _parsed(body: bytes, *, lenient: bool) -> Any:
    """The root; lenient reading mends what is not well-formed. No entity is expanded, nothing is fetched."""
    parser = etree.XMLParser(
        recover=lenient, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"not readable as OPML: {error}") from None
    if root is None:
        raise ValueError("not readable as OPML: it holds no element")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ValueError("not taken as OPML: it declares entities, as no feed list needs to")
    if _plain(root.tag) != "opml":
        raise ValueError(f"not OPML: its root is <{root.tag}>")
    return root


def _outlines(root: Any) -> list[Any]:
    return [each for each in root.iter(etree.Element) if _plain(each.tag) == "outline"]


def _outlines_of(root: Any, urls: Collection[str]) -> list[Any]:
    """The outlines that list a feed with one of these addresses."""
    return [each for each in _outlines(root) if (feed := _feed(each)) and feed.url in urls]


def _plain(name: str) -> str:
    """A name without namespace and case, which real lists get wrong."""
    return name.rpartition("}")[2].lower()


def _feed(outline: Any) -> ListedFeed | None:
    given = {_plain(name): _clean(value) for name, value in outline.attrib.items()}
    url = given.get("xmlurl")
    if not url or given.get("type", "").lower() in NO_FEED:
        return None
    name = given.get("text") or given.get("title")
    return ListedFeed(
        url=url,
        name=name if name != url else None,
        language=given.get("language") or None,
        every=given.get("every") or None,
        group=_group(outline),
        enabled=given.get("enabled", "").lower() not in {"false", "no", "0"},
        line=outline.sourceline,
    )


def _group(outline: Any) -> str | None:
    folders = [each for each in outline.iterancestors() if _plain(each.tag) == "outline"]
    names = [_folder_name(folder) for folder in reversed(folders)]
    return "/".join(name for name in names if name) or None


def _folder_name(folder: Any) -> str:
    given = {_plain(name): value for name, value in folder.attrib.items()}
    return "/".join(_group_parts(given.get("text") or given.get("title") or ""))


def _group_parts(name: str) -> list[str]:
    """The folders that a group's name stands for; no part is empty."""
    return [part for part in map(_clean, name.split("/")) if part]


def _clean(text: str) -> str:
    """As an attribute keeps it: no doubled spaces, nothing that XML cannot hold."""
    return " ".join(UNFIT.sub("", text).split())


def _take_out(outline: Any) -> None:
    """Remove an outline; what stands behind its end tag stays."""
    parent, previous = outline.getparent(), outline.getprevious()
    if outline.getnext() is None:  # the last one: what leads back to its parent's end tag follows the one before it
        if previous is not None:
            previous.tail = outline.tail
        else:
            parent.text = outline.tail
    outline.tail = None
    parent.remove(outline)


def _edited(body: bytes, change: Callable[[Any], None], wanted: Iterable[ListedFeed]) -> bytes:
    """The list after a change, which is trusted only if it then reads as just what was wanted."""
    try:
        root = _parsed(body, lenient=False)
    except ValueError:
        raise ValueError("the list is not well-formed XML; edit it by hand, or export it anew") from None
    change(root)
    if OURS not in root.nsmap.values():
        etree.cleanup_namespaces(root, top_nsmap={"watch": OURS}, keep_ns_prefixes=list(filter(None, root.nsmap)))
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    before = reversed(list(root.itersiblings(preceding=True)))  # comments above the root
    parts = [f'<?xml version="1.0" encoding="{encoding}"?>'.encode(encoding)]
    parts += [
        etree.tostring(each, encoding=encoding, xml_declaration=False, with_tail=False) for each in (*before, root)
    ]
    edited: bytes = b"".join(part + "\n".encode(encoding) for part in parts)
    if read_opml(edited) != tuple(wanted):
        raise ValueError("the list is written in a way that this command does not edit; edit it by hand")
    return edited
