"""Polling a thousand feeds beside other feed engines, and ten thousand by ourselves.

    .venv/bin/python bench/feeds.py [--feeds 1000] [--rounds 3] [--latency 0] [--peers ours,floor,reader,rsstt]
    .venv/bin/python bench/feeds.py --scale [--feeds 10000]

A server in a process of its own (bench/feed_server.py) has each feed on a host of its own and confirms what was really
asked of it. Every round of every peer is a fresh process that keeps its state in files; seconds are taken round the
update alone, CPU includes child processes, medians over the rounds. The peers:

    ours    bot.pipeline with everything: limits, detection, one SQLite store, a child that parses
    floor   aiohttp + feedparser + one transaction; it writes and checks nothing on a 304
    reader  the library of that name, where it is installed (pip install reader sgmllib3k)
    rsstt   what RSS-to-Telegram-Bot 2.10 does for a feed, without its database: a session for each request, two threads
            that parse
    idle    only the detector, loaded and warm: what memory is compared with
"""

import argparse
import asyncio
import contextlib
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from feed_server import url_of

from bot.config import FeedConfig

HERE = Path(__file__)
AT_ONCE = 20
ROUNDS = ("cold", "unchanged", "changed")  # all new; nothing new; one entry more in one feed of twenty


# ── Measuring ──


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


# ── The peers: each does one round over state that it keeps in a folder ──


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


# ── The run ──


@contextlib.contextmanager
def serving() -> Iterator[int]:
    """The server, in its own process; its port."""
    server = subprocess.Popen([sys.executable, HERE.with_name("feed_server.py")], stdout=subprocess.PIPE, text=True)
    try:
        yield int(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


def ask(port: int, path: str) -> dict[str, int]:
    """Set or count something at the server."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return json.loads(opener.open(f"http://127.0.0.1:{port}/-/{path}", timeout=10).read())


def one_round(name: str, folder: Path, port: int, feeds: int) -> dict[str, Any]:
    """What a peer's round took, and what the server says of it."""
    ask(port, "counts")
    call = [sys.executable, str(HERE), "--take-part", name, str(folder), str(port), "--feeds", str(feeds)]
    env = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(call, capture_output=True, text=True, env=env, check=False)
    if done.returncode:
        sys.exit(f"{name}: {done.stderr[-3000:]}")
    took: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        took |= json.loads(line)
    return {**took, "asked": ask(port, "counts")}


def compare(peers: list[str], feeds: int, rounds: int, latency: int) -> None:
    """Every peer through every round, side by side."""
    results: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with serving() as port:
        for bare in (0, 3):
            for turn in range(rounds):
                with tempfile.TemporaryDirectory() as base:
                    for kind in ROUNDS if not bare else ("cold", "unchanged"):
                        ask(
                            port,
                            f"set?version=0&changed={20 if kind == 'changed' else 0}&bare={bare}&latency={latency}",
                        )
                        for name in peers[turn % len(peers) :] + peers[: turn % len(peers)]:
                            folder = Path(base) / name
                            folder.mkdir(exist_ok=True)
                            label = kind if not bare else f"{kind}, a third bare"
                            results.setdefault((label, name), []).append(one_round(name, folder, port, feeds))
        alone = one_round("idle", Path("/tmp"), port, 1)["memory"][0]
    print(f"{feeds} feeds, {AT_ONCE} at once, {latency} ms, medians of {rounds}; detector alone {alone:.0f} MiB")
    print(
        f"{'round':<24}{'peer':<8}{'wall s':>8}{'CPU s':>8}{'of floor: wall':>16}{'CPU':>6}{'MiB':>6}{'child':>7}"
        "   the server was asked"
    )
    for (label, name), took in results.items():
        wall, spent = (statistics.median(each[key] for each in took) for key in ("wall", "cpu"))
        base = results.get((label, "floor"))
        ratios = [
            f"{value / statistics.median(each[key] for each in base):.2f}" if base else ""
            for key, value in (("wall", wall), ("cpu", spent))
        ]
        own, child = took[-1]["memory"]
        asked = ", ".join(f"{key} {value}" for key, value in sorted(took[-1]["asked"].items()))
        print(
            f"{label:<24}{name:<8}{wall:>8.2f}{spent:>8.2f}{ratios[0]:>16}{ratios[1]:>6}{own:>6.0f}{child:>7.0f}"
            f"   {asked}"
        )


# ── Ten thousand ──


async def scale(folder: Path, port: int, feeds: int) -> None:
    """Rounds over all feeds in one process: CPU and memory of each; then the service's own clockwork, and its lag."""
    from bot.fetch import Fetcher
    from bot.intake import PollCounts
    from bot.parser import Parser
    from bot.pipeline import Pipeline
    from bot.schedule import Schedule
    from bot.store import Store
    from bot.types import Feed

    lags: list[float] = []

    class Watched(Pipeline):
        """Notes how late each poll begins."""

        async def poll_one(self, feed: Feed) -> PollCounts:
            """Poll and take the time."""
            lags.append((datetime.now(UTC) - feed.next_poll_at).total_seconds())
            return await Pipeline.poll_one(self, feed)

    def now() -> datetime:
        return datetime.now(UTC)

    every = 60.0
    warm_detector()
    with contextlib.closing(Store.open(folder / "scale.db")) as store:
        store.feeds.sync([FeedConfig(url=url_of(number, port)) for number in range(feeds)], every, now())
        async with Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
            pipeline = Watched(store=store, fetcher=fetcher, parser=parser, clock=now, look_back=86400.0)
            for number in range(21):
                clock = Clock()
                with clock.running():
                    counts = await pipeline.poll(store.feeds.listed())
                own, child = memory("VmRSS")
                open_files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (only their number matters)
                print(
                    f"round {number:>2}: {clock.wall:6.1f} s, CPU {clock.cpu:5.1f} s, {own:4.0f} + {child:3.0f} MiB, "
                    f"{open_files} files, "
                    f"changed {counts.changed}, unchanged {counts.unchanged}, failed {counts.failed}",
                    flush=True,
                )
            lags.clear()
            store.feeds.sync([FeedConfig(url=url_of(number, port)) for number in range(feeds)], every, now())
            schedule, clock = Schedule(store, pipeline, now), Clock()
            with clock.running():
                schedule.start()
                await asyncio.sleep(2.5 * every)
                await schedule.stop()
            late = sorted(lags)
            print(
                f"{feeds} feeds every {every:g} s, {clock.wall:.0f} s long: {len(late)} polls, CPU {clock.cpu:.1f} s, "
                f"late by {statistics.median(late):.2f} s (median), {late[int(len(late) * 0.99)]:.2f} s (p99), "
                f"{late[-1]:.2f} s (most)"
            )


def main() -> None:
    """Read the words of the call."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=int, default=0, help="milliseconds that each answer takes")
    parser.add_argument("--peers", default="ours,floor,reader,rsstt")
    parser.add_argument("--scale", action="store_true", help="ours alone, 21 rounds and the clockwork")
    parser.add_argument("--take-part", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.take_part:
        name, folder, port = args.take_part
        take_part(name, Path(folder), int(port), args.feeds)
    elif args.scale:
        with serving() as port, tempfile.TemporaryDirectory() as folder:
            asyncio.run(scale(Path(folder), port, args.feeds or 10_000))
    else:
        peers = args.peers.split(",")
        try:
            import reader  # noqa: F401
        except ImportError:
            peers = [name for name in peers if name != "reader"]
            print("reader is not installed and left out; it takes part after: pip install reader sgmllib3k")
        compare(peers, args.feeds or 1000, args.rounds, args.latency)


if __name__ == "__main__":
    main()
