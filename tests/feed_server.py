"""A real HTTP server on loopback that serves feeds well or badly and counts what it was asked, and names for it."""

import asyncio
import gzip
import socket
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from xml.sax.saxutils import escape

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import FetchError
from bot.fetch import Fetcher

RSS = b"<rss><channel></channel></rss>"


def rss(*entries: dict[str, Any], title: str = "Test Wire") -> bytes:
    """An RSS 2.0 feed of entries with title, summary, link, id, published."""
    items = []
    for entry in entries:
        published = entry.get("published")
        parts = [f"<title>{escape(entry['title'])}</title>"]
        parts += [f"<description>{escape(entry['summary'])}</description>"] if entry.get("summary") else []
        parts += [f"<link>{escape(entry['link'])}</link>"] if entry.get("link") else []
        parts += [f'<guid isPermaLink="false">{escape(entry["id"])}</guid>'] if entry.get("id") else []
        parts += [f"<pubDate>{format_datetime(published)}</pubDate>"] if isinstance(published, datetime) else []
        items.append(f"<item>{''.join(parts)}</item>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{escape(title)}</title>'
        f"{''.join(items)}</channel></rss>"
    ).encode()


@dataclass
class Page:
    """What the server says at one path; `answer` may be a whole handler instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    answer: Any = None


@dataclass
class FeedServer:
    """The pages by path, the requests counted, their headers kept."""

    base: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The address of a path."""
        return self.base + path

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        self.asked[request.path] += 1
        self.seen.append((request.path, dict(request.headers)))
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if page.answer is not None:
            answered: web.StreamResponse = await page.answer(request)
            return answered
        etag = page.headers.get("ETag")
        if etag and request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(body=page.body, status=page.status, headers=page.headers)


@asynccontextmanager
async def serving() -> AsyncIterator[FeedServer]:
    """A server for the length of a test."""
    server = FeedServer()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", server.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.base = f"http://127.0.0.1:{port}"
    try:
        yield server
    finally:
        await runner.cleanup()


async def drip(request: web.Request) -> web.StreamResponse:
    """A body that comes a byte at a time and never ends."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"x")
        await asyncio.sleep(0.05)


async def endless(request: web.Request) -> web.StreamResponse:
    """A body without an end, as fast as it is read."""
    response = web.StreamResponse()
    await response.prepare(request)
    while True:
        await response.write(b"x" * 65536)


def bomb() -> bytes:
    """Sixteen mebibytes of zeros in a few kilobytes."""
    return gzip.compress(bytes(16 * 1024 * 1024))


NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Names(AbstractResolver):
    """A DNS that answers what the test wants, one answer after the other."""

    def __init__(self, **answers: list[str]) -> None:
        self.answers = {name.replace("_", "."): list(addresses) for name, addresses in answers.items()}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[ResolveResult]:
        """The next answer for a name; the last one stays."""
        self.asked.append(host)
        answers = self.answers[host]
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing to close."""


async def why_not(fetcher: Fetcher, url: str) -> str:
    """Why a URL cannot be fetched."""
    with pytest.raises(FetchError) as caught:
        await fetcher.get(url)
    return caught.value.why
