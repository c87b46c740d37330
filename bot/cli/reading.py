"""What a person or a script hands in (text, HTML, JSON, JSON lines), turned into articles one by one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.errors import CallError, ParseError
from bot.wire import Json, article_from_json, id_from_json
from detectors import Article

JSONL_SUFFIXES = (".jsonl", ".ndjson")
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<!--")
FEED_MARKUP = (b"<rss", b"<feed", b"<rdf:rdf")
SNIFFED = 2000  # bytes: a prolog and a comment may stand before the first telling tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article; `place` is its file and line, `extracted` what was made of a page for it."""

    place: str
    article: Article
    extracted: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """What should have been an article, and why it is none."""

    place: str
    error: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the call says of articles that do not say it themselves."""

    published: datetime | date | None
    lang: str | None


def read_lines(lines: Iterable[bytes], *, name: str, stated: Stated) -> Iterator[Reading | Broken]:
    """JSONL, a line at a time; a broken line is a reading with its error."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Broken(place=f"{name}:{number}", error=_json_fault(error))
        else:
            yield _read_json(value, place=f"{name}:{number}", stated=stated)


def read_body(body: bytes, *, name: str, stated: Stated) -> tuple[bool, Iterable[Reading | Broken]]:
    """One body of JSON, HTML or plain text, told by its first bytes; says too whether it holds many articles."""
    start = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            pass  # text may start with a bracket; lines of JSON are read as lines
        else:
            if isinstance(value, list):
                places = ((f"{name}[{index}]", one) for index, one in enumerate(value))
                return True, (_read_json(one, place=place, stated=stated) for place, one in places)
            return False, (_read_json(value, place=name, stated=stated),)
        if _is_json(start.partition(b"\n")[0]):
            return True, read_lines(body.splitlines(), name=name, stated=stated)
    read = _read_html if _is_html(start) else _read_text
    return False, (read(body, name=name, stated=stated),)


def _read_json(value: object, *, place: str, stated: Stated) -> Reading | Broken:
    try:
        article = article_from_json(value, published=stated.published, lang=stated.lang)
    except ValueError as error:
        return Broken(place=place, error=str(error), id=id_from_json(value))
    return Reading(place=place, article=article)


def _read_html(body: bytes, *, name: str, stated: Stated) -> Reading | Broken:
    from bot.articles import article_from_html  # trafilatura takes a quarter of a second to load

    day = stated.published.date() if isinstance(stated.published, datetime) else stated.published
    try:
        article = article_from_html(body, url=name, published=day, lang=stated.lang)
    except ParseError as error:
        return Broken(place=name, error=error.why)
    extracted = {
        "url": article.url,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "text": article.text,
    }
    return Reading(place=name, article=article, extracted=extracted)


def _read_text(body: bytes, *, name: str, stated: Stated) -> Reading:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        from bot.feed_text import decode  # which knows the encodings that are met in the world

        text = decode(body, None)
    return Reading(place=name, article=Article(id=name, text=text, published=stated.published, lang=stated.lang))


def _json_fault(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"not JSON: {error.msg} at column {error.colno}; write one object a line"
        case UnicodeDecodeError():
            return f"not UTF-8: byte {error.object[error.start]:#04x} at {error.start}; save the file as UTF-8"
        case _:
            return "not JSON: nested too deeply or a number too long; write one plain object a line"


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_html(start: bytes) -> bool:
    head = start[:SNIFFED].lower()
    if head.startswith(b"<?xml") and any(tag in head for tag in FEED_MARKUP):
        raise CallError("this is a feed, not an article; see what it would yield with: exchanges feeds check URL")
    return head.startswith(MARKUP) or (head.startswith(b"<?xml") and b"<html" in head)
