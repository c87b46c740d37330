"""A server with every fault that servers have, and feeds that publish on a clock of the test's own.

Used for some seconds by tests/test_soak.py and for long by bench/torture_soak.py.
"""

import asyncio
import gzip
import os
import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.config import FeedConfig
from bot.entries import looks_of
from bot.fetch import Fetcher
from bot.intake import PollCounts
from bot.parser import Parser
from bot.pipeline import Pipeline
from bot.store import Store
from bot.types import Entry
from tests.facts import NOW
from tests.feed_server import rss

WINDOW = 15  # entries that a feed shows; older ones are gone for good
DEADLINE = 0.3  # seconds that a fetch may take here


@dataclass
class Channel:
    """One feed: how often it publishes, and what the server did to it."""

    number: int
    every: float
    published: int = 0  # entries so far
    whole: set[int] = field(default_factory=set)  # entries that were served in an answer that was whole
    bad_until: datetime = NOW  # a storm

    def entries(self) -> range:
        """The numbers of the entries that it shows now."""
        return range(max(0, self.published - WINDOW), self.published)

    def body(self) -> bytes:
        """The feed as it is now, with the newest first or last, so that half of it lacks either."""
        order = list(self.entries())[:: 1 if self.number % 2 else -1]
        items = [
            {"id": f"{self.number}-{n}", "title": f"Rain in town {self.number}, part {n}", "link": self.link(n)}
            for n in order
        ]
        return rss(*items, title=f"Outlet {self.number}")

    def link(self, n: int) -> str:
        """An entry's address."""
        return f"https://outlet{self.number}.example/{n}"


Fault = Callable[["FaultyServer", Channel, asyncio.StreamWriter], None]


def head(status: str, **headers: object) -> bytes:
    """The head of an answer."""
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nConnection: close\r\n{lines}\r\n".encode()


def whole(server: "FaultyServer", channel: Channel, writer: asyncio.StreamWriter) -> None:
    """What should come."""
    body = channel.body()
    etag = f'"{channel.published}"'
    if server.random.random() < 0.5:
        packed = gzip.compress(body, 1)
        writer.write(head("200 OK", ETag=etag, Content_Length=len(packed), Content_Encoding="gzip") + packed)
    else:
        writer.write(head("200 OK", ETag=etag, Content_Length=len(body)) + body)
    channel.whole.update(channel.entries())


def cut(server: "FaultyServer", channel: Channel, writer: asyncio.StreamWriter, **headers: object) -> None:
    """Half of the feed under the ETag of the whole."""
    body = channel.body()
    part = body[: server.random.randrange(len(body) // 3, len(body) - 20)]
    writer.write(head("200 OK", ETag=f'"{channel.published}"', **headers) + part)


def cut_gzip(server: "FaultyServer", channel: Channel, writer: asyncio.StreamWriter) -> None:
    """A compressed body without its end."""
    packed = gzip.compress(channel.body(), 1)
    etag = f'"{channel.published}"'
    writer.write(head("200 OK", ETag=etag, Content_Encoding="gzip") + packed[: len(packed) // 2])


def reset(server: "FaultyServer", channel: Channel, writer: asyncio.StreamWriter) -> None:
    """A connection that is torn down in the middle."""
    cut(server, channel, writer, Content_Length=len(channel.body()))
    writer.transport.abort()


def says(status: str, body: bytes = b"", **headers: object) -> Fault:
    """A fixed answer."""
    return lambda server, channel, writer: writer.write(head(status, Content_Length=len(body), **headers) + body)


FAULTS: dict[str, Fault] = {
    "500": says("500 Internal Server Error"),
    "502": says("502 Bad Gateway", b"<html>bad gateway</html>"),
    "503": says("503 Service Unavailable", Retry_After=900),
    "429": says("429 Too Many Requests", Retry_After="soon"),
    "404": says("404 Not Found"),
    "stall": lambda server, channel, writer: None,
    "reset": reset,
    "cut, no length": cut,
    "cut, length too long": lambda server, channel, writer: cut(server, channel, writer, Content_Length=99_999),
    "cut, length too short": lambda server, channel, writer: cut(server, channel, writer, Content_Length=700),
    "cut, gzip": cut_gzip,
    "redirect loop": says("302 Found", Location="/loop"),
    "redirect": lambda server, channel, writer: writer.write(
        head("302 Found", Location=f"/moved/{channel.number}", Content_Length=0)
    ),
    "moved": lambda server, channel, writer: writer.write(
        head("301 Moved Permanently", Location=f"/moved/{channel.number}", Content_Length=0)
    ),
    "page": says("200 OK", b"<!doctype html><html><body>We are down</body></html>", ETag='"page"'),
    "challenge": says("200 OK", b"<html><title>Just a moment...</title></html>"),
    "empty": says("200 OK", ETag='"empty"'),
    "no entries": says("200 OK", rss(), ETag='"none"'),
    "false 304": says("304 Not Modified"),
}


class FaultyServer:
    """Serves the channels, with a fault in so many of a hundred answers."""

    def __init__(self, channels: list[Channel], seed: int, faults_in_100: float) -> None:
        self.channels, self.random, self.rate = channels, random.Random(seed), faults_in_100 / 100
        self.now, self.calm, self.cutting = NOW, False, False
        self.counts: Counter[str] = Counter()
        self.pack: list[str] = []

    def dealt(self) -> str:
        """One fault after the other in a shuffled order, so that none stays out whatever the order of requests."""
        if not self.pack:
            self.pack = self.random.sample(list(FAULTS), len(FAULTS))
        return self.pack.pop()

    def storm(self) -> None:
        """Now and then a feed's server is down for a while."""
        for channel in self.channels:
            if channel.bad_until <= self.now and self.random.random() < 0.004:
                channel.bad_until = self.now + timedelta(minutes=self.random.randrange(10, 180))

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request."""
        try:
            words = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            path = words[0].split(" ")[1]
            if path == "/loop":
                writer.write(head("302 Found", Location="/loop", Content_Length=0))
                return
            channel = self.channels[int(path.rpartition("/")[2])]
            name = self.choose(channel)
            self.counts[name] += 1
            if name == "stall":
                await asyncio.sleep(2 * DEADLINE)
            elif name != "good":
                FAULTS[name](self, channel, writer)
            elif any(line.lower() == f'if-none-match: "{channel.published}"' for line in words):
                self.counts["304"] += 1
                writer.write(head("304 Not Modified"))
            else:
                whole(self, channel, writer)
            if not writer.transport.is_closing():
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def choose(self, channel: Channel) -> str:
        """What goes wrong this time, if anything."""
        if self.calm:
            return "good"
        if self.cutting:  # the last entries that are published are served in halves, under the ETag of the whole
            return self.random.choice(["cut, no length", "cut, length too short"])
        if channel.bad_until > self.now:
            return self.random.choice(["500", "502", "503", "stall", "reset"])
        return self.dealt() if self.random.random() < self.rate else "good"


@dataclass
class Outcome:
    """What a soak came to."""

    served: int
    lost: list[str]
    missing: list[str]  # shown at the end, when all was calm, and not known
    polls: PollCounts
    faults: Counter[str]
    notices: Counter[str]
    memory: tuple[float, float]  # MiB after a tenth of the time, and at the end
    files: tuple[int, int]


async def soak(folder: Path, *, feeds: int, hours: float, seed: int = 1, faults_in_100: float = 25) -> Outcome:
    """Poll feeds with faults for so many hours of the clock, then four without; what was lost or is missing then."""
    rng = random.Random(seed)
    channels = [Channel(number, every=rng.uniform(600, 7200), published=3) for number in range(feeds)]
    server = FaultyServer(channels, seed, faults_in_100)
    listening = await asyncio.start_server(server.answer, "0.0.0.0", 0, backlog=500)
    port = listening.sockets[0].getsockname()[1]
    measured: list[tuple[float, int]] = []
    totals = PollCounts()
    with closing(Store.open(folder / "exchanges.db")) as store:
        urls = [f"http://127.0.{1 + c.number // 200}.{1 + c.number % 200}:{port}/{c.number}" for c in channels]
        store.feeds.sync([FeedConfig(url=url) for url in urls], 300.0, NOW, slowest=900.0)
        fetcher = Fetcher(allow_private_networks=True, total_seconds=DEADLINE)
        async with fetcher, Parser() as parser:
            pipeline = Pipeline(
                store=store, fetcher=fetcher, parser=parser, clock=lambda: server.now, look_back=86_400.0
            )
            end = NOW + timedelta(hours=hours)
            while server.now < end + timedelta(hours=4):
                server.calm, server.cutting = server.now >= end, server.now >= end - timedelta(minutes=40)
                server.now += timedelta(minutes=20 if server.calm else 2)
                for channel in channels:
                    if not server.cutting:
                        age = (server.now - NOW).total_seconds()
                        channel.published = max(channel.published, 3 + int(age / channel.every))
                server.storm()
                totals.add(await pipeline.poll(store.feeds.due(server.now)))
                if len(measured) == 0 and server.now - NOW >= (end - NOW) / 10:
                    measured.append(_used())
            measured.append(_used())
        listening.close()
        known = {c.number: _known(store, urls[c.number], c) for c in channels}
        notices = Counter(notice.kind for notice in store.notices.latest(1000))
    lost = [f"{c.number}-{n}" for c in channels for n in sorted(c.whole - known[c.number])]
    missing = [f"{c.number}-{n}" for c in channels for n in c.entries() if n not in known[c.number]]
    return Outcome(
        served=sum(len(c.whole) for c in channels),
        lost=lost,
        missing=missing,
        polls=totals,
        faults=server.counts,
        notices=notices,
        memory=(measured[0][0], measured[-1][0]),
        files=(measured[0][1], measured[-1][1]),
    )


def _known(store: Store, url: str, channel: Channel) -> set[int]:
    """The numbers of a channel's entries that the store knows by their ids."""
    made = [
        Entry(feed_url=url, id=f"{channel.number}-{n}", title=f"part {n}", link=channel.link(n))
        for n in range(channel.published)
    ]
    looks = looks_of(made)
    known = store.entries.known(key for look in looks for key in look.keys)
    return {int(look.entry.id.partition("-")[2]) for look in looks if look.id_key in known}


def _used() -> tuple[float, int]:
    status = Path("/proc/self/status").read_text()
    rss_kib = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return rss_kib / 1024, len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (only their number matters)
