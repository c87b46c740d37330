"""Where requests may go: to no private network, through no proxy that nobody named, with no password elsewhere."""

import socket

import pytest
from aiohttp import web

from bot.fetch import Fetcher
from tests.feed_server import RSS, Names, Page, serving, why_not

PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fe80::1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0/",
]


@pytest.fixture
def no_packets(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Where connections would have gone."""
    went: list[object] = []

    async def connect(self: object, sock: socket.socket, address: object) -> None:
        went.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("asyncio.selector_events.BaseSelectorEventLoop.sock_connect", connect)
    return went


@pytest.mark.parametrize("url", PRIVATE)
async def test_no_packet_leaves_for_a_private_address_however_it_is_written(url: str, no_packets: list[object]) -> None:
    """Row 6; numbers as the system's resolver reads them."""
    async with Fetcher(total_seconds=3) as fetcher:
        why = await why_not(fetcher, url)
    assert "allow_private_networks" in why or "cannot be found" in why or "no proper address" in why
    assert no_packets == []


@pytest.mark.parametrize("address", ["127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1", "100.64.0.1"])
async def test_a_name_that_leads_into_a_private_network_is_refused(address: str, no_packets: list[object]) -> None:
    """Row 6: DNS answers."""
    async with Fetcher(resolver=Names(evil_example=[address])) as fetcher:
        assert "allow_private_networks" in await why_not(fetcher, "http://evil.example/feed")
    assert no_packets == []


async def test_a_name_that_changes_its_mind_is_caught_at_the_connect(no_packets: list[object]) -> None:
    """Row 6: DNS rebinding. What is checked is the very address that is connected to, at each connect."""
    names = Names(evil_example=["93.184.216.34", "127.0.0.1"])
    async with Fetcher(resolver=names) as fetcher:
        assert "cannot be reached" in await why_not(fetcher, "http://evil.example/feed")
        assert no_packets == [("93.184.216.34", 80)]
        assert fetcher._session is not None
        fetcher._session.connector.clear_dns_cache()  # type: ignore[union-attr]
        assert "allow_private_networks" in await why_not(fetcher, "http://evil.example/feed")
    assert len(no_packets) == 1


async def test_every_hop_of_a_redirect_is_judged() -> None:
    """Row 6: from a public host to a private one, to a file, to a port where no feed is expected, and for ever."""
    async with serving() as server:
        port = server.base.rpartition(":")[2]
        names = Names(news_example=["127.0.0.1"])
        for path, to in {
            "/private": "http://10.1.2.3/",
            "/metadata": "http://169.254.169.254/",
            "/file": "file:///etc/passwd",
            "/ssh": "http://news.example:22/",
            "/loop": "/loop",
        }.items():
            server.pages[path] = Page(status=302, headers={"Location": to})
        async with Fetcher(resolver=names) as fetcher:
            fetcher._session.connector._socket_factory = None  # type: ignore[union-attr] # our server stands for a public one
            whys = {path: await why_not(fetcher, f"http://news.example:{port}{path}") for path in server.pages}
    assert "allow_private_networks" in whys["/private"]
    assert "allow_private_networks" in whys["/metadata"]
    assert "no http:// or https:// one" in whys["/file"]
    assert "port 22" in whys["/ssh"]
    assert "more than 5 times" in whys["/loop"]
    assert server.asked["/loop"] == 6


async def test_a_redirect_takes_no_password_to_another_host() -> None:
    """Security list: no credentials forwarded across hosts."""
    async with serving() as one, serving() as other:
        one.pages["/feed"] = Page(status=302, headers={"Location": other.url("/feed")})
        other.pages["/feed"] = Page(RSS)
        async with Fetcher(allow_private_networks=True) as fetcher:
            await fetcher.get(one.url("/feed").replace("//", "//user:hush@"))
        assert "Authorization" in one.seen[0][1]
        assert "Authorization" not in other.seen[0][1]


@pytest.mark.parametrize("proxy", [None, "environment", "stated"])
async def test_a_proxy_is_used_only_where_the_config_says_so(
    monkeypatch: pytest.MonkeyPatch, proxy: str | None
) -> None:
    """Row 13: what stands in the environment is ignored unless the config names it."""

    async def relay(request: web.Request) -> web.StreamResponse:
        return web.Response(body=b"<rss>by proxy</rss>")

    async with serving() as server, serving() as between:
        server.pages["/feed"] = Page(RSS)
        between.pages["/feed"] = Page(answer=relay)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
            monkeypatch.setenv(name, between.base)
        monkeypatch.setenv("no_proxy", "")
        stated = between.base if proxy == "stated" else proxy
        async with Fetcher(allow_private_networks=True, proxy=stated) as fetcher:
            fetched = await fetcher.get(server.url("/feed"))
        assert fetched.body == (b"<rss>by proxy</rss>" if proxy else RSS)
        assert sum(server.asked.values()) == (0 if proxy else 1)
