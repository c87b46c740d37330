"""The server of bench/feeds.py: a thousand or ten thousand feeds, each on a loopback address of its own.

A bare protocol rather than a framework, so that the two cores are left to those who are measured. It counts what it was
really asked: GET /-/counts answers with JSON and starts anew, GET /-/set?key=value&… changes how it behaves.
"""

import asyncio
import gzip
import hashlib
import json
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

ITEMS = 20
STARTED = datetime.now(UTC).replace(microsecond=0)
SENTENCES = (
    "The city council agreed on a budget for new tram lines after a debate that lasted until midnight.",
    "Officials said that repairs to the bridge would take until spring and asked drivers to use the ring road.",
    "Forecasters expect rain in the west and clear skies in the east, with a light wind from the south.",
    "The central bank left its main rate unchanged and pointed to falling prices of energy.",
    "Researchers described a fossil of a fish that lived in a warm sea two hundred million years ago.",
    "The match ended without a goal; both coaches praised the defence and complained about the pitch.",
)


def url_of(number: int, port: int) -> str:
    """The address of a feed, on a host of its own."""
    number += 1
    return f"http://127.{1 + number // 62500}.{1 + number // 250 % 250}.{1 + number % 250}:{port}/{number - 1}.xml"


def feed(number: int, version: int) -> bytes:
    """A feed of twenty entries, 15 to 16 KiB; a later version has one entry more at its head."""
    items = []
    for place in range(version, version - ITEMS, -1):
        text = " ".join(SENTENCES[(number + place + k) % len(SENTENCES)] for k in range(5))
        published = format_datetime(STARTED + timedelta(hours=3 * place - 3))
        link = f"http://outlet-{number}.example/{2000 + place}"
        items.append(
            f"<item><title>Outlet {number}, piece {2000 + place}: {text[:60]}</title><link>{link}</link>"
            f'<guid isPermaLink="true">{link}</guid><pubDate>{published}</pubDate>'
            f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        )
    head = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Outlet {number}</title>'
    return f"{head}<link>http://outlet-{number}.example/</link><language>en</language>{''.join(items)}</channel></rss>".encode()


class World:
    """How the server behaves and what it was asked."""

    def __init__(self) -> None:
        self.settings = {"version": 0, "changed": 0, "bare": 0, "latency": 0}  # changed: every nth feed; ms
        self.counts: dict[str, int] = {}
        self.in_flight = 0

    def version_of(self, number: int) -> int:
        """The version that a feed is at: those that change are one ahead."""
        every = self.settings["changed"]
        return self.settings["version"] + (1 if every and number % every == 0 else 0)

    def answer(self, number: int, etag: str | None) -> bytes:
        """The whole answer to a request for a feed."""
        packed, now = packed_feed(number, self.version_of(number))
        bare = self.settings["bare"] and number % self.settings["bare"] == 0
        validators = "" if bare else f'ETag: "{now}"\r\nLast-Modified: {format_datetime(STARTED, usegmt=True)}\r\n'
        if etag == f'"{now}"' and not bare:
            self.count("304")
            return f"HTTP/1.1 304 Not Modified\r\n{validators}\r\n".encode()
        self.count("200")
        kind = "Content-Type: application/rss+xml\r\nContent-Encoding: gzip\r\n"
        return f"HTTP/1.1 200 OK\r\n{kind}{validators}Content-Length: {len(packed)}\r\n\r\n".encode() + packed

    def count(self, name: str, n: int = 1) -> None:
        """Count something."""
        self.counts[name] = self.counts.get(name, 0) + n


@lru_cache(maxsize=12_000)
def packed_feed(number: int, version: int) -> tuple[bytes, str]:
    """A feed's compressed body and its name."""
    body = gzip.compress(feed(number, version), 6, mtime=0)
    return body, hashlib.sha1(body).hexdigest()


class Connection(asyncio.Protocol):
    """One connection; requests without a body, one after the other."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self.transport = transport
        self.world.count("connections")

    def data_received(self, data: bytes) -> None:
        """Answer what is whole."""
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            world, path = self.world, first.split(" ")[1]
            world.in_flight += 1
            if path.startswith("/-/"):
                self.send(control(world, path), close=False)
                continue
            world.counts["most_at_once"] = max(world.counts.get("most_at_once", 0), world.in_flight)
            answer = world.answer(int(path[1:].partition(".")[0]), headers.get("if-none-match"))
            close = headers.get("connection", "").lower() == "close"
            asyncio.get_running_loop().call_later(world.settings["latency"] / 1000, self.send, answer, close)

    def send(self, answer: bytes, close: bool) -> None:
        """Write an answer."""
        self.world.in_flight -= 1
        self.transport.write(answer)
        if close:
            self.transport.close()


def control(world: World, path: str) -> bytes:
    """Settings and counts."""
    for name, value in parse_qsl(urlsplit(path).query):
        world.settings[name] = int(value)
    told = json.dumps(world.counts).encode()
    world.counts = {}
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(told)}\r\n\r\n".encode() + told


async def main() -> None:
    """Serve on every loopback address until killed; the first line printed is the port."""
    world = World()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(world), "0.0.0.0", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
