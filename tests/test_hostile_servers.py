"""Servers that are down, slow, broken or after us: rows 1 to 6, 12 and 13 of the torture list, on loopback."""

import asyncio
import gzip
import json
import os
import resource
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import brotli
import pytest
from aiohttp import web
from aiohttp.abc import ResolveResult

from bot.fetch import Fetcher
from tests.feed_server import RSS, Names, Page, drip, endless, serving, why_not

HERE = Path(__file__).parent


@asynccontextmanager
async def saying(say: Callable[[asyncio.StreamWriter], object]) -> AsyncIterator[str]:
    """A server that reads a request and says what it likes, byte by byte; its URL."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            said = say(writer)
            if asyncio.iscoroutine(said):
                await said
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed"
    finally:
        server.close()


async def test_a_host_that_is_not_there_is_named() -> None:
    """Row 1: DNS failure, refused, unreachable. That polling goes on is in test_feed_life.py."""
    async with Fetcher(allow_private_networks=True, total_seconds=3) as fetcher:
        assert "cannot be reached" in await why_not(fetcher, "http://127.0.0.1:9/")

    class NoNames(Names):
        async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[ResolveResult]:
            raise OSError("Temporary failure in name resolution")

    async with Fetcher(resolver=NoNames()) as fetcher:
        assert "name that cannot be found" in await why_not(fetcher, "http://news.example/")


async def test_a_connection_that_is_never_taken_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row 2: a connect that hangs."""
    monkeypatch.setattr("bot.fetch.CONNECT_SECONDS", 0.3)
    full = socket.socket()
    full.bind(("127.0.0.1", 0))
    full.listen(0)
    waiting = [socket.socket() for _ in range(4)]
    for each in waiting:  # the queue is full: whoever comes next hears nothing
        each.setblocking(False)
        each.connect_ex(full.getsockname())
    began = time.monotonic()
    async with Fetcher(allow_private_networks=True, total_seconds=10) as fetcher:
        await why_not(fetcher, f"http://127.0.0.1:{full.getsockname()[1]}/")
    assert time.monotonic() - began < 5
    for each in (*waiting, full):
        each.close()


async def _silence(_: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def _drip_headers(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(100):
        writer.write(f"X-{n}: a\r\n".encode())
        await asyncio.sleep(0.05)


@pytest.mark.parametrize("say", [_silence, _drip_headers])
async def test_silence_and_dripping_headers_end_at_the_deadline(say: Callable[[asyncio.StreamWriter], object]) -> None:
    """Rows 2 and 3; others are not delayed."""
    async with saying(say) as url, serving() as server:
        server.pages["/feed"] = Page(RSS)
        async with Fetcher(allow_private_networks=True, total_seconds=0.6) as fetcher:
            slow = asyncio.create_task(why_not(fetcher, url))
            began = time.monotonic()
            assert (await fetcher.get(server.url("/feed"))).body == RSS
            assert time.monotonic() - began < 0.5
            assert "no whole answer within 0.6 s" in await slow


async def test_a_dripping_body_ends_at_the_deadline() -> None:
    """Row 3."""
    async with serving() as server, Fetcher(allow_private_networks=True, total_seconds=0.4) as fetcher:
        server.pages["/feed"] = Page(answer=drip)
        assert "no whole answer within 0.4 s" in await why_not(fetcher, server.url("/feed"))


async def test_bodies_without_end_cost_little_memory() -> None:
    """Rows 4 and 5: endless, and bombs in every encoding that is asked for: 64 MiB more at most."""
    zeros = bytes(2**26)
    bombs = {"gzip": gzip.compress(zeros, 1), "br": brotli.compress(zeros, quality=1)}
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher:
        server.pages["/endless"] = Page(answer=endless)
        for coding, bomb in bombs.items():
            server.pages[f"/{coding}"] = Page(bomb, headers={"Content-Encoding": coding})
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for path in ("/endless", *(f"/{coding}" for coding in bombs)):
            assert "larger than 10 MiB" in await why_not(fetcher, server.url(path))
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


@pytest.mark.parametrize("coding", ["gzip, gzip", "br, gzip", "compress", "x-made-up"])
async def test_stacked_and_unknown_encodings_are_refused(coding: str) -> None:
    """Row 5."""
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher:
        server.pages["/feed"] = Page(gzip.compress(gzip.compress(RSS)), headers={"Content-Encoding": coding})
        assert "not asked for" in await why_not(fetcher, server.url("/feed"))


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\nzz\r\n", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n<rss>", "broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n<rss>", "broke off"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "broke off"),
        (b"", "broke off"),
    ],
    ids=["short", "bad chunk", "half a chunk", "two lengths", "no HTTP", "nothing"],
)
async def test_answers_that_are_no_http_are_errors_of_ours(say: bytes, why: str) -> None:
    """Row 14's wire: whatever is broken ends as a FetchError."""
    async with saying(lambda writer: writer.write(say)) as url:
        async with Fetcher(allow_private_networks=True, total_seconds=3) as fetcher:
            assert why in await why_not(fetcher, url)


FETCH_ALL = """
import asyncio, json, socket, sys
from bot.errors import FetchError
from bot.fetch import Fetcher
from tests.feed_server import Names

async def main():
    urls = json.loads(sys.argv[1])
    names = Names(**{url.split("/")[2].split(":")[0].replace(".", "_"): ["127.0.0.1"] for url in urls})
    async with Fetcher(allow_private_networks=True, resolver=names) as fetcher:
        for url in urls:
            try:
                print((await fetcher.get(url)).body.decode())
            except FetchError as error:
                print(error.why)

asyncio.run(main())
"""


async def test_a_certificate_that_cannot_be_trusted_is_never_passed_over() -> None:
    """Row 12: expired, wrong name, self-signed. A good one of the same authority shows that these are the reasons."""
    servers, urls = [], []
    for name, certificate in (
        ("good", "good"),
        ("expired", "expired"),
        ("wrong", "wrong-name"),
        ("self-signed", "self-signed"),
    ):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(HERE / f"certificates/{certificate}.pem")

        async def answer(request: web.BaseRequest) -> web.Response:
            return web.Response(body=RSS)

        runner = web.ServerRunner(web.Server(answer))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        servers.append(runner)
        urls.append(f"https://{name}.test:{runner.addresses[0][1]}/")
    env = {**os.environ, "SSL_CERT_FILE": str(HERE / "certificates/authority.pem"), "PYTHONPATH": str(HERE.parent)}
    call = [sys.executable, "-c", FETCH_ALL, json.dumps(urls)]
    done = await asyncio.to_thread(subprocess.run, call, capture_output=True, text=True, env=env, check=False)
    for runner in servers:
        await runner.cleanup()
    assert done.returncode == 0, done.stderr
    good, *bad = done.stdout.splitlines()
    assert good == RSS.decode()
    assert bad == ["shows a certificate that cannot be trusted; it is never fetched without one"] * 3


async def test_we_say_who_we_are_and_where_to_write_to() -> None:
    async with serving() as server:
        server.pages["/feed"] = Page(RSS)
        async with Fetcher(allow_private_networks=True, contact="https://bot.example/about") as fetcher:
            await fetcher.get(server.url("/feed"))
        assert server.seen[0][1]["User-Agent"] == (
            "ExchangeWatch/0.1 (a feed reader for prisoner-exchange news; https://bot.example/about)"
        )
        assert server.seen[0][1]["Accept-Encoding"] == "gzip, deflate, br, zstd"


async def test_a_connection_serves_several_feeds_of_a_host_and_not_ten_thousand_hosts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ports: list[object] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport
        ports.append((request.transport.get_extra_info("peername"), request.headers.get("Connection")))
        return web.Response(body=RSS)

    async with serving() as server:
        server.pages |= {f"/{n}": Page(answer=answer) for n in range(5)}
        async with Fetcher(allow_private_networks=True) as fetcher:
            for n in range(5):
                await fetcher.get(server.url(f"/{n}"))
            assert len(set(ports)) == 1
            monkeypatch.setattr("bot.fetch.KEPT_HOSTS", 1)
            await fetcher.get(server.url("/0").replace("127.0.0.1", "localhost"))
        assert ports[-1][1] == "close"  # type: ignore[index]
