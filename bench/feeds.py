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
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.feed_peers import AT_ONCE, Clock, memory, warm_detector
from bench.feed_server import url_of
from bench.serving import serving
from bot.config import FeedConfig
from bot.fetch import Fetcher
from bot.intake import PollCounts
from bot.parser import Parser
from bot.pipeline import Pipeline
from bot.schedule import Schedule
from bot.store import Store
from bot.types import Feed

HERE = Path(__file__)
SERVER, PEER = (str(HERE.with_name(name)) for name in ("feed_server.py", "feed_peers.py"))
EVERY = 60.0  # seconds between two polls of a feed by the clockwork
ROUNDS = ("cold", "unchanged", "changed")  # all new; nothing new; one entry more in one feed of twenty


def ask(port: int, path: str) -> dict[str, int]:
    """Set or count something at the server."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return json.loads(opener.open(f"http://127.0.0.1:{port}/-/{path}", timeout=10).read())


def one_round(name: str, folder: Path, port: int, feeds: int) -> dict[str, Any]:
    """What a peer's round took, and what the server says of it."""
    ask(port, "counts")
    call = [sys.executable, PEER, name, str(folder), str(port), str(feeds)]
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
    with serving(SERVER) as port:
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


class Watched(Pipeline):
    """Notes how late each poll begins, in seconds."""

    lags: ClassVar[list[float]] = []

    async def poll_one(self, feed: Feed) -> PollCounts:
        """Poll and take the time."""
        self.lags.append((now() - feed.next_poll_at).total_seconds())
        return await Pipeline.poll_one(self, feed)


def now() -> datetime:
    return datetime.now(UTC)


async def scale(folder: Path, port: int, feeds: int) -> None:
    """Rounds over all feeds in one process, then the service's own clockwork."""
    listed = [FeedConfig(url=url_of(number, port)) for number in range(feeds)]
    warm_detector()
    with contextlib.closing(Store.open(folder / "scale.db")) as store:
        store.feeds.sync(listed, EVERY, now())
        async with Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
            pipeline = Watched(store=store, fetcher=fetcher, parser=parser, clock=now, look_back=86400.0)
            for number in range(21):
                await whole_round(number, pipeline)
            pipeline.lags.clear()
            store.feeds.sync(listed, EVERY, now())
            await clockwork(pipeline, feeds)


async def whole_round(number: int, pipeline: Pipeline) -> None:
    """One round over all feeds: what it cost, and what is held after it."""
    clock = Clock()
    with clock.running():
        counts = await pipeline.poll(pipeline.store.feeds.listed())
    own, child = memory("VmRSS")
    open_files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (only their number matters)
    print(
        f"round {number:>2}: {clock.wall:6.1f} s, CPU {clock.cpu:5.1f} s, {own:4.0f} + {child:3.0f} MiB, "
        f"{open_files} files, "
        f"changed {counts.changed}, unchanged {counts.unchanged}, failed {counts.failed}",
        flush=True,
    )


async def clockwork(pipeline: Watched, feeds: int) -> None:
    """How late polls are when the service's own schedule begins them."""
    schedule, clock = Schedule(pipeline.store, pipeline, now), Clock()
    with clock.running():
        schedule.start()
        await asyncio.sleep(2.5 * EVERY)
        await schedule.stop()
    late = sorted(pipeline.lags)
    print(
        f"{feeds} feeds every {EVERY:g} s, {clock.wall:.0f} s long: {len(late)} polls, CPU {clock.cpu:.1f} s, "
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
    args = parser.parse_args()
    if args.scale:
        with serving(SERVER) as port, tempfile.TemporaryDirectory() as folder:
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
