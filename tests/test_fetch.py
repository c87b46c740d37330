"""Fetching against a real server that behaves well, oddly or badly."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from aiohttp import web

from bot.addresses import is_public, shown
from bot.answers import retry_after
from bot.errors import FetchError
from bot.fetch import USER_AGENT, Fetcher
from tests.feed_server import FeedServer, Page, bomb, drip, endless, serving

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


async def fail(server: FeedServer, path: str, *, seconds: float = 5.0) -> FetchError:
    """The error that fetching a path ends in."""
    async with Fetcher(allow_private_networks=True, total_seconds=seconds) as fetcher:
        with pytest.raises(FetchError) as caught:
            await fetcher.get(server.url(path))
    return caught.value


async def test_a_body_comes_with_the_servers_own_validators() -> None:
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher:
        server.pages["/feed"] = Page(
            body=b"<rss/>", headers={"ETag": '"v1"', "Last-Modified": "yesterday, says the server"}
        )
        first = await fetcher.get(server.url("/feed"))
        again = await fetcher.get(server.url("/feed"), etag=first.etag, last_modified=first.last_modified)
        assert (first.body, first.etag, first.not_modified) == (b"<rss/>", '"v1"', False)
        assert again.not_modified
        headers = server.seen[-1][1]
        assert headers["If-Modified-Since"] == "yesterday, says the server"
        assert headers["User-Agent"] == USER_AGENT.format(contact="")
        assert "If-None-Match" not in server.seen[0][1]


@pytest.mark.parametrize(
    ("coding", "packed"), [("gzip", gzip.compress(b"<rss/>", mtime=0)), ("deflate", zlib.compress(b"<rss/>"))]
)
async def test_compressed_bodies_are_opened(coding: str, packed: bytes) -> None:
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher:
        server.pages["/feed"] = Page(body=packed, headers={"Content-Encoding": coding})
        assert (await fetcher.get(server.url("/feed"))).body == b"<rss/>"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=500), "answers 500; it is tried again later"),
        (Page(status=404), "is not there any more"),
        (Page(status=410), "is gone for good"),
        (Page(body=bomb(), headers={"Content-Encoding": "gzip"}), "larger than 10 MiB"),
        (Page(answer=endless), "larger than 10 MiB"),
        (Page(body=gzip.compress(b"x" * 999)[:-9], headers={"Content-Encoding": "gzip"}), "broke off in the middle"),
        (Page(body=b"x", headers={"Content-Encoding": "compress"}), "in a way that was not asked for: compress"),
        (Page(status=302, headers={"Location": "/feed"}), "redirects more than 5 times"),
        (Page(status=302), "without saying where to"),
        (Page(status=302, headers={"Location": "file:///etc/passwd"}), r"no http:// or https:// one"),
    ],
    ids=["500", "404", "410", "bomb", "endless", "cut", "compress", "loop", "nowhere", "file"],
)
async def test_a_bad_answer_is_named(page: Page, why: str) -> None:
    async with serving() as server:
        server.pages["/feed"] = page
        assert why in (await fail(server, "/feed")).why


async def test_a_dripping_body_is_cut_at_the_deadline() -> None:
    async with serving() as server:
        server.pages["/feed"] = Page(answer=drip)
        assert "no whole answer within 0.3 s" in (await fail(server, "/feed", seconds=0.3)).why


async def test_a_redirect_is_followed_without_the_first_hosts_secrets() -> None:
    async def moved(request: web.Request) -> web.StreamResponse:
        return web.Response(status=301, headers={"Location": "/new"})

    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher:
        server.pages |= {"/old": Page(answer=moved), "/new": Page(body=b"<rss/>")}
        fetched = await fetcher.get(server.url("/old"))
        assert fetched.final_url == server.url("/new")


async def test_a_private_network_is_refused_before_anything_is_sent() -> None:
    async with serving() as server, Fetcher() as fetcher:
        server.pages["/feed"] = Page(body=b"<rss/>")
        for url in (server.url("/feed"), server.url("/feed").replace("127.0.0.1", "localhost")):
            with pytest.raises(FetchError, match="allow_private_networks"):
                await fetcher.get(url)
        assert not server.asked


async def test_nobody_there_is_no_crash() -> None:
    async with Fetcher(allow_private_networks=True) as fetcher:
        with pytest.raises(FetchError, match="cannot be reached"):
            await fetcher.get("http://127.0.0.1:9/feed")


async def test_an_error_never_shows_a_secret() -> None:
    async with Fetcher(allow_private_networks=True) as fetcher:
        with pytest.raises(FetchError) as caught:
            await fetcher.get("http://user:hush@127.0.0.1:9/feed?key=hush")
        assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("224.0.0.1", False),
        ("2606:4700::1111", True),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120),
        ("999999999", 86400),
        ("-5", None),
        ("soon", None),
        ("Tue, 24 Nov 2026 12:01:00 GMT", 60),
        ("Tue, 24 Nov 2020 12:01:00 GMT", None),
    ],
)
def test_retry_after_is_read_and_clamped(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


def test_urls_are_shown_without_secrets() -> None:
    assert shown("https://u:p@a.example/f.xml?token=x&page=2#top") == "https://a.example/f.xml?token=…&page=…"
