"""Who takes part in bench/feeds.py: each does one round over state that it keeps in a folder, and tells what it cost.

A script of its own, so that no peer carries what another needs.
"""

import asyncio
import contextlib
import json
import os
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from bench.feed_server import url_of
from bot.config import FeedConfig

AT_ONCE = 20


def children() -> list[str]:
    """The process ids of our children that live."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def cpu() -> float:
    """Seconds of CPU that we and our children have used."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = time.process_time() + ended.ru_utime + ended.ru_stime
    for pid in children():
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        spent += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return spent


def memory(key: str = "VmHWM") -> tuple[float, float]:
    """MiB of ourselves and of our children, at their highest (VmHWM) or now (VmRSS)."""

    def of(pid: str) -> float:
        status = Path(f"/proc/{pid}/status").read_text()
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(key)), 0.0)

    return of("self"), sum(map(of, children()))


@dataclass
class Clock:
    """Takes the time of a block."""

    wall: float = 0.0
    cpu: float = 0.0

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Measure what is inside."""
        wall, spent = time.perf_counter(), cpu()
        yield
        self.wall, self.cpu = time.perf_counter() - wall, cpu() - spent


async def ours(folder: Path, urls: list[str], clock: Clock) -> None:
    """The pipeline as the service runs it, warm."""
    from bot.feeds import ParsedFeed
    from bot.fetch import Fetcher
    from bot.parser import Parser
    from bot.pipeline import Pipeline
    from bot.store import Store

    def now() -> datetime:
        return datetime.now(UTC)

    warm_detector()
    with contextlib.closing(Store.open(folder / "ours.db")) as store:
        store.feeds.sync([FeedConfig(url=url) for url in urls], 300.0, now())
        async with Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
            assert isinstance(await parser.parse(WARM_FEED, feed_url="http://a.example/"), ParsedFeed)
            pipeline = Pipeline(store=store, fetcher=fetcher, parser=parser, clock=now, look_back=86400.0)
            with clock.running():
                counts = await pipeline.poll(store.feeds.listed())
            print(json.dumps({"said": str(counts), "memory": memory()}))


WARM_FEED = b"<rss version='2.0'><channel><title>a</title><item><title>Two swapped</title></item></channel></rss>"


def warm_detector() -> None:
    """As the service does at its start."""
    from bot.intake import warm_up

    warm_up(())


async def floor(folder: Path, urls: list[str], clock: Clock) -> None:
    """The least that a poller can do."""
    import aiohttp
    import feedparser

    db = sqlite3.connect(folder / "floor.db")
    db.execute("CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT)")
    db.execute("CREATE TABLE IF NOT EXISTS entries (url TEXT, id TEXT, title TEXT, PRIMARY KEY (url, id))")
    known = {url: (etag, modified) for url, etag, modified in db.execute("SELECT * FROM feeds")}
    feedparser.parse(BytesIO(WARM_FEED))
    limit, read = asyncio.Semaphore(AT_ONCE), []

    async def one(session: aiohttp.ClientSession, url: str) -> None:
        etag, modified = known.get(url, (None, None))
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        async with limit, session.get(url, headers=headers) as response:
            if response.status == 200:
                parsed = feedparser.parse(BytesIO(await response.read()))
                entries = [(url, entry.id, entry.title) for entry in parsed.entries]
                read.append((url, response.headers.get("ETag"), response.headers.get("Last-Modified"), entries))

    with clock.running():
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            await asyncio.gather(*(one(session, url) for url in urls))
        with db:
            db.executemany("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", [each[:3] for each in read])
            db.executemany("INSERT OR IGNORE INTO entries VALUES (?, ?, ?)", [e for each in read for e in each[3]])
    db.close()
    print(json.dumps({"memory": memory()}))


def reader(folder: Path, urls: list[str], clock: Clock) -> None:
    """The reader library, which is synchronous."""
    from reader import make_reader

    engine = make_reader(str(folder / "reader.db"))
    for url in urls:
        engine.add_feed(url, exist_ok=True)
    with clock.running():
        engine.update_feeds(workers=AT_ONCE, scheduled=False)
    print(json.dumps({"memory": memory()}))
    engine.close()


async def rsstt(folder: Path, urls: list[str], clock: Clock) -> None:
    """The calls of RSS-to-Telegram-Bot's monitor for one feed, made anew: session, semaphores, parse in a thread."""
    import aiohttp
    import feedparser

    path = folder / "rsstt.json"
    known: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
    loop, threads = asyncio.get_running_loop(), ThreadPoolExecutor(2)
    hosts: dict[str, asyncio.Semaphore] = {}
    overall = asyncio.Semaphore(AT_ONCE)
    feedparser.parse(BytesIO(WARM_FEED))

    async def fetch(url: str, headers: dict[str, str]) -> tuple[int, bytes | None, Any]:
        connector = aiohttp.TCPConnector()
        async with aiohttp.ClientSession(connector=connector, headers=headers) as session, session.get(url) as response:
            return response.status, await response.read() if response.status == 200 else None, response.headers

    async def one(url: str) -> None:
        etag, modified, hashes = known.get(url, (None, None, []))
        headers = {"User-Agent": "RSStT/2.10", "Accept": "application/rss+xml", "Accept-Encoding": "gzip, deflate"}
        headers["If-Modified-Since"] = modified or format_datetime(datetime.now(UTC) - timedelta(days=365))
        headers |= {"If-None-Match": etag} if etag else {}
        async with hosts.setdefault(url.split("/")[2], asyncio.Semaphore(16)), overall:
            status, body, answered = await asyncio.wait_for(fetch(url, headers), 12)
        if status != 200 or body is None:
            return
        lowered = {name.lower(): value for name, value in answered.items()}

        def parse() -> Any:
            return feedparser.parse(BytesIO(body), sanitize_html=False, response_headers=lowered)

        parsed = await loop.run_in_executor(threads, parse)
        new = [hash(entry.get("guid") or entry.get("link")) for entry in parsed.entries]
        known[url] = (answered.get("ETag"), answered.get("Last-Modified"), (new + hashes)[: max(2 * len(new), 100)])

    with clock.running():
        await asyncio.gather(*(one(url) for url in urls))
    path.write_text(json.dumps(known))
    print(json.dumps({"memory": memory()}))


def idle(folder: Path, urls: list[str], clock: Clock) -> None:
    """Nothing but the detector."""
    warm_detector()
    print(json.dumps({"memory": memory()}))


PEERS: dict[str, Callable[[Path, list[str], Clock], Any]] = {
    "ours": ours,
    "floor": floor,
    "reader": reader,
    "rsstt": rsstt,
    "idle": idle,
}


def take_part(name: str, folder: Path, port: int, feeds: int) -> None:
    """One round of one peer, in a process of its own; prints JSON."""
    clock, urls = Clock(), [url_of(number, port) for number in range(feeds)]
    going = PEERS[name](folder, urls, clock)
    if asyncio.iscoroutine(going):
        asyncio.run(going)
    print(json.dumps({"wall": clock.wall, "cpu": clock.cpu}))


if __name__ == "__main__":
    peer, folder, port, feeds = sys.argv[1:]
    take_part(peer, Path(folder), int(port), int(feeds))
