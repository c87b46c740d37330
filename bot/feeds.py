"""Bytes of a feed in, entries out: RSS 2.0, RSS 1.0, Atom and the usual broken ones; text as plain text."""

import calendar
import codecs
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

import charset_normalizer
import feedparser
import lxml.html
from lxml.etree import LxmlError

from bot.errors import ParseError
from bot.types import Entry

MAX_ENTRIES = 500  # the newest by the feed's own order; the rest is an archive
MAX_TEXT = 20_000  # characters of a title or summary; the detector reads no more
_SAMPLE = 64 * 1024  # bytes that tell an undeclared encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """What a feed's body says."""

    title: str | None = None
    language: str | None = None
    entries: tuple[Entry, ...] = ()


def parse_entries(body: bytes, *, feed_url: str, content_type: str | None = None) -> ParsedFeed:
    """Read a feed; raises ParseError where the body is none, and never anything else."""
    try:
        return _read(decode(body, content_type), feed_url)
    except ParseError:
        raise
    except Exception as error:  # feedparser raises many kinds on broken input; none may end the round
        raise ParseError(feed_url, f"cannot be read as a feed ({type(error).__name__})") from error


def _read(text: str, feed_url: str) -> ParsedFeed:
    parsed = feedparser.parse(
        BytesIO(clean(text).encode("utf-8")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    entries = tuple(entry for each in parsed.entries[:MAX_ENTRIES] if (entry := _entry(each, feed_url)) is not None)
    if not entries and not parsed.get("version"):
        raise ParseError(feed_url, _what_else(text))
    feed = parsed.feed
    title, language = plain_text(_words(feed, "title")), _words(feed, "language")
    return ParsedFeed(title=title or None, language=language or None, entries=entries)


def _what_else(text: str) -> str:
    if not text.strip():
        return "is empty"
    if re.search(r"<(?:!doctype html|html|body)\b", text[:5000], re.IGNORECASE):
        return "is a web page, not a feed; look for the feed's own address in its source or footer"
    return "is no RSS or Atom feed"


# ── Encoding ──

_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def decode(body: bytes, content_type: str | None) -> str:
    """The text of a body: byte order mark, then UTF-8 where it fits, then what is declared, then a guess."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").lstrip("\ufeff")
    if body[:2] in {b"<\0", b"\0<"}:
        return body.decode("utf-16-le" if body[0] else "utf-16-be", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    header = _CHARSET.search(content_type or "")
    declared = _DECLARED.search(body[:400])
    for name in (header.group(1) if header else None, declared.group(1).decode("ascii") if declared else None):
        if name and name.lower().replace("-", "").replace("_", "") != "utf8":
            try:
                return body.decode(name)
            except (LookupError, UnicodeError, ValueError):
                continue
    best = charset_normalizer.from_bytes(body[:_SAMPLE]).best()
    return body.decode(best.encoding if best is not None else "utf-8", "replace")


# ── What breaks or blows up parsers is taken out before they see it ──

_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));?")
_ENCODING = re.compile(r"(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"']{0,40}[\"']")


def clean(text: str) -> str:
    """The same feed without its DOCTYPE, control characters, references to no character, and leading blanks."""
    text = "".join(map(_sound, text)) if _UNSOUND.search(text) else text
    text = _ENCODING.sub(r"\1", _without_doctype(text.lstrip()), count=1)
    return _REFERENCE.sub(_checked_reference, text)


_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def _sound(char: str) -> str:
    return "" if _UNSOUND.match(char) else char


def _without_doctype(text: str) -> str:
    """Entities are declared there: bombs, and doors to files and networks. Feeds need none."""
    start = text[:10_000].upper().find("<!DOCTYPE")
    if start < 0:
        return text
    bracket, close = text.find("[", start), text.find(">", start)
    if 0 <= bracket < close:
        subset_end = text.find("]", bracket)
        close = text.find(">", subset_end) if subset_end >= 0 else -1
    return text[:start] + text[close + 1 :] if close >= 0 else text[:start]


def _checked_reference(match: re.Match[str]) -> str:
    digits = match.group(1) or match.group(2)
    code = int(digits, 16 if match.group(1) else 10) if len(digits) <= 8 else -1
    valid = code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return match.group() if valid else ""


# ── Entries ──


def _entry(each: Mapping[str, Any], feed_url: str) -> Entry | None:
    """One entry, identified by its id, else its link, else its words; None where it says nothing."""
    title, summary = plain_text(_words(each, "title")), plain_text(_summary(each))
    link = _link(_words(each, "link"), feed_url)
    if not (title or summary):
        return None
    own = (_words(each, "id") or "").strip()
    words = hashlib.sha256(f"{title}\n{summary}".encode()).hexdigest()
    return Entry(
        feed_url=feed_url,
        id=_short(own or link or words),
        title=title,
        summary=summary,
        link=link,
        language=_words(each, "language") or None,
        published=_published(each),
    )


def _short(name: str) -> str:
    """An id of any length in a bounded column."""
    return name if len(name) <= 300 else hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()


def _words(each: Mapping[str, Any], key: str) -> str:
    found = each.get(key)
    return found if isinstance(found, str) else ""


def _summary(each: Mapping[str, Any]) -> str:
    """The longest of summary and content: some feeds carry the whole article."""
    contents = each.get("content")
    values = [c.get("value") for c in contents if isinstance(c, Mapping)] if isinstance(contents, list) else []
    return max((v for v in (_words(each, "summary"), *values) if isinstance(v, str)), key=len, default="")


def _link(link: str, feed_url: str) -> str | None:
    """An absolute http(s) link, or nothing."""
    try:
        absolute = urljoin(feed_url, link.strip()) if link.strip() else ""
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in {"http", "https"} and parts.hostname and len(absolute) <= 2000 else None


# Zone names that feedparser and the standard library read as UTC.
_ZONES = {
    "MSK": "+0300",
    "MSD": "+0400",
    "EET": "+0200",
    "EEST": "+0300",
    "CET": "+0100",
    "CEST": "+0200",
    "IST": "+0530",
}
_ZONE = re.compile(rf"\s*\b({'|'.join(_ZONES)})$")


def _published(each: Mapping[str, Any]) -> datetime | None:
    """When the entry says that it came out, in UTC; None where it says nothing usable."""
    for key in ("published", "updated"):
        moment = read_time(_words(each, key)) or _from_struct(each.get(f"{key}_parsed"))
        if moment is not None and 1995 <= moment.year <= 2100:
            return moment
    return None


def read_time(words: str) -> datetime | None:
    """A time as feeds write it (RFC 2822 or ISO 8601, zone names known); no zone is UTC."""
    text = _ZONE.sub(lambda zone: f" {_ZONES[zone.group(1)]}", words.strip())
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, IndexError, OverflowError, TypeError):
            continue
    return None


def _from_struct(struct: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(struct), UTC)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, OSError):
        return None


# ── Plain text ──

_BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote", "section"})
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "object"})
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def plain_text(markup: str) -> str:
    """The words of HTML or text: no tags, no control or direction signs, blanks folded, lines kept."""
    markup = markup[: MAX_TEXT * 4]
    text = _from_html(markup) if "<" in markup or "&" in markup else markup
    kept = (char for char in text if char in "\n\t" or (char not in _BIDI and unicodedata.category(char) != "Cc"))
    lines = (" ".join(line.split()) for line in "".join(kept).splitlines())
    return "\n".join(line for line in lines if line)[:MAX_TEXT]


def _from_html(markup: str) -> str:
    try:
        root = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (LxmlError, ValueError):
        return re.sub(r"<[^>]*>", " ", markup)
    pieces: list[str] = []
    for event, node in _walk(root):
        if event == "end":
            pieces += ["\n"] if node.tag in _BLOCKS else []
            pieces.append(node.tail or "")
        elif isinstance(node.tag, str) and node.tag not in _SILENT:
            pieces += ["\n"] if node.tag in _BLOCKS else []
            pieces.append(node.text or "")
    return "".join(pieces)


def _walk(root: Any) -> Any:
    """Start and end of each node in order, without recursion and without what is inside silent ones."""
    yield "start", root
    stack = [iter(root)]
    nodes = [root]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            done = nodes.pop()
            if done is not root:
                yield "end", done
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            yield "start", child
            stack.append(iter(child))
            nodes.append(child)
        else:
            yield "end", child
