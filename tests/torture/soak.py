"""Three days of the service in virtual time: 200 feeds, one in a hundred of everything fails, and nothing may grow.

    python -m tests.torture.soak [--hours 72] [--feeds 200]

The real pipeline, reading, detector, store and outbox; fetching and posting are in memory. Memory, open files and tasks
are compared between the first quarter and the end; every alert must have arrived.
"""

import argparse
import asyncio
import gc
import logging
import os
import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.config import FeedConfig
from bot.errors import FetchError
from bot.feeds import ParsedFeed, parse_entries
from bot.fetch import Fetched
from bot.outbox import Outbox
from bot.pipeline import Pipeline
from bot.posting import Policy
from bot.store import Store
from bot.types import Channel, NotSent, Platform
from tests.chat import Answer, Chat, Lost
from tests.feed_server import rss
from tests.limiter import Limiter
from tests.virtual_time import Clock, run_virtually

FAULTS = 0.01
EVERY = 300.0
NEWS = 1_200  # seconds between two exchanges in the news
GROWTH = 0.05


class News:
    """Feeds without a network: most have nothing new, one in a hundred fails."""

    def __init__(self, clock: Clock, chance: random.Random) -> None:
        self.clock, self.chance, self.published = clock, chance, 0
        self.items: dict[str, list[dict[str, Any]]] = {}

    def publish(self, url: str) -> None:
        self.published += 1
        title = f"Chile and Ghana exchange {100 + self.published} prisoners of war each"
        link = f"https://wire.example/{self.published}"
        item = {"id": link, "title": title, "link": link, "published": self.clock()}
        self.items[url] = [item, *self.items.get(url, [])][:10]

    async def get(self, url: str, **_: Any) -> Fetched:
        if self.chance.random() < FAULTS:
            raise FetchError(url, "took too long")
        return Fetched(status=200, final_url=url, body=rss(*self.items.get(url, [])), content_type="text/xml")

    async def parse(self, body: bytes, *, feed_url: str, content_type: str | None = None) -> ParsedFeed:
        return parse_entries(body, feed_url=feed_url, content_type=content_type)


def size() -> tuple[int, int, int]:
    """Bytes of memory, open files, tasks."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE"), len(list(Path("/proc/self/fd").iterdir())), len(asyncio.all_tasks())


async def soak(folder: Path, hours: float, feeds: int) -> int:
    """Status 1 where something grew or was lost."""
    clock, chance = Clock(datetime(2026, 11, 1, tzinfo=UTC)), random.Random(1)
    store, news = Store.open(folder / "soak.db"), News(clock, chance)
    urls = [f"http://127.0.0.1/{number}" for number in range(feeds)]
    store.feeds.sync([FeedConfig(url=url, language="en") for url in urls], EVERY, clock())
    addresses = [str(number) for number in range(1, 9)]
    store.channels.sync([Channel(platform=Platform.TELEGRAM, address=address) for address in addresses], clock())

    def fails(now: float) -> Answer | None:
        if chance.random() >= FAULTS:
            return None
        return chance.choice([Lost(), NotSent(reason="Too Many Requests", wait=30), RuntimeError("odd")])

    limiter = Limiter(clock=lambda: asyncio.get_running_loop().time())
    chat = Chat(reads_back=True, down=fails, limiter=limiter)
    outbox = Outbox(store, {Platform.TELEGRAM: chat}, clock, policy=Policy(fold_above=50, stale_after=86_400))
    pipeline = Pipeline(store, news, news, clock, 86_400, on_owed=outbox.wake)  # type: ignore[arg-type]
    running = asyncio.create_task(outbox.run())
    early = (0, 0, 0)
    for minute in range(round(hours * 60)):
        if minute * 60 % NEWS == 0 and minute > 10:
            news.publish(chance.choice(urls))
        await pipeline.poll(store.feeds.due(clock()))
        await asyncio.sleep(60)
        if minute == round(hours * 15):
            early = size()
    await asyncio.sleep(3_600)
    late = size()
    outbox.stop()
    await running
    states = store.deliveries.states()
    alerts = len(list(store.events.alerts()))
    copies = len(chat.posts) - len({(post.address, post.text) for post in chat.posts.values()})
    print(
        f"soak: {hours:g} h, {feeds} feeds, {news.published} exchanges, {alerts} alerts, {states}, {copies} doubled; "
        f"memory {early[0] / 2**20:.0f} → {late[0] / 2**20:.0f} MiB, files {early[1]} → {late[1]}, "
        f"tasks {early[2]} → {late[2]}"
    )
    grew = late[0] > early[0] * (1 + GROWTH) or late[1] > early[1] or late[2] > early[2]
    store.close()
    return int(grew or copies > 0 or set(states) != {"sent"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hours", type=float, default=72)
    parser.add_argument("--feeds", type=int, default=200)
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        return int(run_virtually(lambda: soak(Path(folder), args.hours, args.feeds)))


if __name__ == "__main__":
    sys.exit(main())
