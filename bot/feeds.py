"""Bytes of a feed in, entries out: RSS, Atom, JSON Feed and the usual broken ones; text as plain text."""

import calendar
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser
import feedparser.mixin

from bot.addresses import web_link
from bot.errors import ParseError
from bot.feed_json import read_json
from bot.feed_text import bounded, clean, decode, is_too_deep
from bot.feed_times import HALF_DAYS, read_time
from bot.feed_xml import read_well_formed
from bot.markup import plain_text
from bot.types import Entry

MAX_ENTRIES = 500  # the newest; the rest is an archive
MAX_BODY = 10 * 1024 * 1024  # bytes, as the fetcher has it

# feedparser looks for an address in every author with a quadratic pattern; nobody here asks who the author is.
feedparser.mixin._FeedParserMixin._sync_author_detail = lambda self, key="author": None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """What a feed's body says; `left_out`: entries beyond the newest, `empty`: those that say nothing."""

    title: str | None = None
    language: str | None = None
    entries: tuple[Entry, ...] = ()
    left_out: int = 0
    empty: int = 0


def parse_entries(body: bytes, *, feed_url: str, content_type: str | None = None) -> ParsedFeed:
    """Read a feed; raises ParseError where the body is none, and never anything else."""
    try:
        return parse_text(clean(decode(body[:MAX_BODY], content_type)), feed_url)
    except ParseError:
        raise
    except Exception as error:  # feedparser raises many kinds on broken input; none may end the round
        raise ParseError(feed_url, f"cannot be read as a feed ({type(error).__name__})") from error


def parse_text(text: str, feed_url: str) -> ParsedFeed:
    """Read a cleaned feed the quick way, where it is one of the usual ones."""
    found = (read_json if text.startswith("{") else read_well_formed)(text, MAX_ENTRIES)
    return _feed(found, text, feed_url) if found else parse_text_forgivingly(text, feed_url)


def parse_text_forgivingly(text: str, feed_url: str) -> ParsedFeed:
    """What feedparser makes of a cleaned feed, given only as much as it can read in time."""
    less, left_out = bounded(text, MAX_ENTRIES)
    if is_too_deep(less):
        raise ParseError(feed_url, "is nested more deeply than any feed")
    found = feedparser.parse(
        BytesIO(less.encode("utf-8")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version, entries = found.get("version"), found.entries[:MAX_ENTRIES]
    return _feed({"feed": found.feed, "entries": entries, "version": version, "left_out": left_out}, text, feed_url)


def _feed(found: Mapping[str, Any], text: str, feed_url: str) -> ParsedFeed:
    if not found["entries"] and not found["version"]:
        raise ParseError(feed_url, _what_else(text))
    entries = [_entry(each, feed_url) for each in found["entries"]]
    return ParsedFeed(
        title=plain_text(_words(found["feed"], "title")) or None,
        language=_words(found["feed"], "language") or None,
        entries=tuple(entry for entry in entries if entry is not None),
        left_out=found["left_out"],
        empty=entries.count(None),
    )


def _what_else(text: str) -> str:
    if not text.strip():
        return "is empty"
    if re.search(r"<(?:!doctype html|html|body)\b", text[:5000], re.IGNORECASE):
        return "is a web page, not a feed; look for the feed's own address in its source or footer"
    return "is no RSS, Atom or JSON feed"


# ── Entries ──


def _entry(each: Mapping[str, Any], feed_url: str) -> Entry | None:
    """One entry, identified by its id, else its link, else its words; None where it says nothing."""
    title, summary = plain_text(_words(each, "title")), plain_text(_summary(each))
    own, leads_to = _words(each, "id").strip(), _words(each, "link")
    if leads_to == own and "://" not in own:
        leads_to = ""  # an id that nobody said is no address
    link = web_link(leads_to, feed_url)
    if not (title or summary or link):
        return None
    return Entry(
        feed_url=feed_url,
        id=_short(own or link or hashlib.sha256(f"{title}\n{summary}".encode()).hexdigest()),
        title=title,
        summary=summary,
        link=link,
        language=_words(each, "language") or None,
        published=_published(each),
    )


def _short(name: str) -> str:
    """An id of any length in a bounded column."""
    return name if len(name) <= 300 else hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()


def _get(each: Mapping[str, Any], key: str) -> object:
    return each[key] if key in each else None  # noqa: SIM401 (feedparser's get() answers "updated" with "published")


def _words(each: Mapping[str, Any], key: str) -> str:
    found = _get(each, key)
    return found if isinstance(found, str) else ""


def _summary(each: Mapping[str, Any]) -> str:
    """The longest of summary and content: some feeds carry the whole article."""
    contents = each.get("content")
    values = [c.get("value") for c in contents if isinstance(c, Mapping)] if isinstance(contents, list) else []
    return max((v for v in (_words(each, "summary"), *values) if isinstance(v, str)), key=len, default="")


def _published(each: Mapping[str, Any]) -> datetime | None:
    """When the entry says that it came out, in UTC; None where it says nothing usable."""
    for key in ("published", "updated"):
        words = _words(each, key)
        moment = read_time(words) or _from_struct(_get(each, f"{key}_parsed"), words)
        if moment is not None and 1980 <= moment.year <= 2100:
            return moment
    return None


def _from_struct(struct: object, words: str) -> datetime | None:
    """What feedparser made of odd words, if they name the year that it found and no zone that there is not."""
    try:
        moment = datetime.fromtimestamp(calendar.timegm(struct), UTC)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    zone = re.search(r"[+-](\d\d):?\d\d$", words.strip())
    impossible = zone is not None and int(zone.group(1)) > 14
    in_doubt = impossible or HALF_DAYS.search(words)
    return moment if str(moment.year)[2:] in words and not in_doubt else None
