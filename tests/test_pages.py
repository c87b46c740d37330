"""The pages behind entries: fetched where the setting asks for it and robots.txt allows, never at any price."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from aiohttp import web

from bot.fetch import Fetcher
from bot.pages import Pages, completed
from bot.parser import Parser
from bot.types import Feed, FullText
from detectors import Article
from tests.feed_server import NOW, FeedServer, Page, serving

STORY = "Україна повернула з полону 205 військових, повідомив Координаційний штаб у вівторок."
PAGE = f"""<!doctype html><html lang="uk"><head><title>Додому повернулися 205</title>
<link rel="canonical" href="https://visnyk.example/1">
<meta property="article:published_time" content="2026-11-24T10:00:00Z"></head>
<body><nav><a href="/">Головна</a></nav><article><h1>Додому повернулися 205</h1><p>{STORY}</p>
<p>Обмін відбувся за посередництва Об'єднаних Арабських Еміратів.</p></article></body></html>""".encode()
HTML = Page(body=PAGE, headers={"Content-Type": "text/html; charset=utf-8"})
SWAP = "Обмін полоненими: додому повернулися 205 військових"


def feed(mode: FullText) -> Feed:
    return Feed(url="https://visnyk.example/feed", every=300.0, next_poll_at=NOW, full_text=mode)


def article(server: FeedServer, path: str, title: str = SWAP, **more: str) -> Article:
    return Article(id=path, title=title, url=server.url(path), **more)


@asynccontextmanager
async def guests(*, seconds: float = 20.0) -> AsyncIterator[tuple[FeedServer, Pages]]:
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
        yield server, Pages(fetcher, parser, seconds=seconds, between=0.01)


async def test_an_entry_gets_what_its_page_says_and_its_feed_does_not() -> None:
    async with guests() as (server, pages):
        server.pages["/1"] = HTML
        (got,) = await pages.complete([article(server, "/1")], feed("auto"))
        assert STORY in got.text
        assert (got.title, got.lang, got.published) == (SWAP, "uk", date(2026, 11, 24))
        assert (got.id, got.url) == ("/1", "https://visnyk.example/1")
        assert server.asked == {"/robots.txt": 1, "/1": 1}


def test_what_the_feed_says_stands() -> None:
    said = Article(id="1", title="A", lang="ru", published=NOW, url="https://a.example/", source="Wire")
    page = Article(id="2", title="B", text="t", lang="uk", published=date(2020, 1, 1), source="Page")
    assert completed(said, page) == replace(said, text="t")


async def test_the_setting_says_whose_pages_are_fetched() -> None:
    async with guests() as (server, pages):
        server.pages |= {"/1": HTML, "/2": HTML, "/3": HTML}
        dull = article(server, "/2", title="Weather: rain in the north")
        whole = article(server, "/3", summary=STORY * 30)
        for mode, asked in (("never", []), ("auto", ["/1"]), ("always", ["/2"])):  # one was read lately
            server.asked.clear()
            await pages.complete([article(server, "/1"), dull, whole], feed(mode))  # type: ignore[arg-type]
            assert sorted(path for path in server.asked if path != "/robots.txt") == asked


async def test_robots_txt_is_obeyed_and_asked_for_once() -> None:
    rules = b"User-agent: *\nDisallow: /private\nUser-agent: ExchangeWatch\nDisallow: /*/secret\n"
    async with guests() as (server, pages):
        server.pages |= {"/robots.txt": Page(body=rules), "/a/secret": HTML, "/private": HTML}
        asked = [article(server, "/a/secret"), article(server, "/private")]
        got = await pages.complete(asked, feed("always"))
        assert [bool(each.text) for each in got] == [False, True]
        assert server.asked == {"/robots.txt": 1, "/private": 1}


@pytest.mark.parametrize(("path", "read"), [("/open", True), ("/closed", False)])
async def test_a_redirect_is_followed_only_where_the_other_hosts_rules_allow(path: str, read: bool) -> None:
    async with guests() as (server, pages), serving() as other:
        rules = Page(body=b"User-agent: *\nDisallow: /closed\n")
        other.pages |= {"/robots.txt": rules, "/open": HTML, "/closed": HTML}
        server.pages["/1"] = Page(status=302, headers={"Location": other.url(path)})
        (got,) = await pages.complete([article(server, "/1")], feed("always"))
        assert bool(got.text) is read
        assert other.asked == {"/robots.txt": 1} | ({path: 1} if read else {})


async def test_where_the_rules_cannot_be_had_nothing_is_fetched() -> None:
    async with guests() as (server, pages):
        server.pages |= {"/robots.txt": Page(status=503), "/1": HTML}
        (got,) = await pages.complete([article(server, "/1")], feed("always"))
        assert got == article(server, "/1")
        assert server.asked == {"/robots.txt": 1}


async def test_a_host_that_wants_much_time_between_pages_is_left_alone() -> None:
    async with guests() as (server, pages):
        server.pages |= {"/robots.txt": Page(body=b"User-agent: *\nCrawl-delay: 60\n"), "/1": HTML}
        await pages.complete([article(server, "/1")], feed("always"))
        assert "/1" not in server.asked


async def test_a_page_that_is_broken_or_none_leaves_the_entry_as_it_is() -> None:
    async with guests() as (server, pages):
        broken = Page(body=b"\x00\xff<", headers={"Content-Type": "text/html"})
        server.pages |= {"/broken": broken, "/error": Page(status=500), "/good": HTML}
        asked = [article(server, path) for path in ("/broken", "/error", "/good")]
        got = await pages.complete(asked, feed("always"))
        assert got[:2] == asked[:2]
        assert STORY in got[2].text


async def test_a_slow_page_is_not_waited_for_and_blocks_nobody() -> None:
    async def never(request: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    async with guests(seconds=0.5) as (server, pages):
        server.pages["/slow"] = Page(answer=never)
        slow = article(server, "/slow")
        assert await pages.complete([slow], feed("always")) == [slow]
        server.pages["/robots.txt"] = Page(body=b"User-agent: *\nDisallow: /")
        async with asyncio.timeout(20):
            await pages.complete([slow], feed("always"))


async def test_a_page_read_lately_is_not_asked_for_again() -> None:
    async with guests() as (server, pages):
        server.pages["/1"] = HTML
        await pages.complete([article(server, "/1")], feed("auto"))
        server.pages["/1"] = Page(status=500)
        (edited,) = await pages.complete([article(server, "/1", title=f"{SWAP} (оновлено)")], feed("auto"))
        assert STORY in edited.text
        assert server.asked["/1"] == 1


async def test_pages_of_one_host_come_one_at_a_time() -> None:
    at_once = [0, 0]

    async def count(request: web.Request) -> web.Response:
        at_once[0] += 1
        at_once[1] = max(at_once)
        await asyncio.sleep(0.05)
        at_once[0] -= 1
        return web.Response(body=PAGE, content_type="text/html")

    async with guests() as (server, pages):
        server.pages |= {f"/{n}": Page(answer=count) for n in range(5)}
        got = await pages.complete([article(server, f"/{n}") for n in range(5)], feed("always"))
        assert all(each.text for each in got)
        assert at_once[1] == 1
