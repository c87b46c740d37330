"""How long it takes from a feed's answer to the first post, with a thousand feeds polled all the time.

    .venv/bin/python bench/latency.py [--feeds 1000] [--news 100]

The service in this process (scheduler, fetcher, parser child, detector, store, outbox) polls feeds that a server in
another process gives out; each is asked once a minute. Now and then one of them has a new exchange: the time from the
moment its server sent that body to the moment a chat got the post.
"""

import argparse
import asyncio
import json
import logging
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from aiohttp import web

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.serving import run_forever, serving
from bot import app
from bot.config import Config
from bot.types import Card, LookUp, Outcome, Platform, Sent, Unknown
from tests.chat import Deaf
from tests.feed_server import rss
from tests.torture.crash import COUNTRIES

EVERY = "60s"
SETTLED = 75.0  # seconds until every feed was polled and the first crowd is over
LONGEST = 180.0  # seconds that the news take


class Chat(Deaf):
    """Takes every post and notes when."""

    platform = Platform.CONSOLE

    def __init__(self) -> None:
        self.arrived: dict[str, float] = {}

    async def post(self, address: str, card: Card, **_: Any) -> Outcome:
        for source in card.sources:
            self.arrived.setdefault(str(source.url), time.time())
        return Sent(message_id="1")

    async def edit(self, address: str, message_id: str, card: Card, **_: Any) -> Outcome:
        return Sent(message_id=message_id)

    async def find(self, address: str, key: str, **_: Any) -> LookUp:
        return Unknown(reason="not here")


def serve(feeds: int, news: int) -> None:
    """The feeds: from some moment on, one after the other has news; /sent tells when each went out."""
    begun, sent, chance = time.monotonic(), dict[str, float](), random.Random(1)
    pairs = [(one, other) for one in COUNTRIES for other in COUNTRIES if one < other]
    chance.shuffle(pairs)
    told: dict[int, int] = {}
    old = {"id": "0", "title": "A bridge is opened", "link": "https://wire.example/0"}

    async def feed(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        items = [old]
        is_due = time.monotonic() - begun > SETTLED and len(told) < news and chance.random() < 2 * news / feeds
        if is_due and number not in told:
            told[number] = len(told)
        if number in told:
            one, other = pairs[told[number]]
            link = f"https://wire.example/{told[number] + 1}"
            title = f"{one} and {other} exchange {20 + 7 * told[number]} prisoners of war each"
            items.insert(0, {"id": link, "title": title, "link": link, "published": datetime.now(UTC)})
            sent.setdefault(link, time.time())
        return web.Response(body=rss(*items), content_type="application/rss+xml")

    async def tell(request: web.Request) -> web.Response:
        return web.json_response(sent)

    server = web.Application()
    server.router.add_get("/feed/{number}", feed)
    server.router.add_get("/sent", tell)
    run_forever(server)


async def measure(port: int, feeds: int, news: int, folder: Path) -> list[float]:
    """Seconds from each answer to its post, sorted."""
    base, chat, stop = f"http://127.0.0.1:{port}", Chat(), asyncio.Event()
    config = Config.model_validate(
        {
            "store": {"path": folder / "bench.db"},
            "polling": {"every": EVERY, "allow_private_networks": True},
            "feeds": [{"url": f"{base}/feed/{number}"} for number in range(feeds)],
            "console": {"enabled": True},
            "delivery": {"fold_above": 100},
        }
    )
    service = asyncio.create_task(app.run(config, until=stop, adapters={Platform.CONSOLE: chat}))
    for _ in range(round(SETTLED + LONGEST)):
        await asyncio.sleep(1.0)
        if len(chat.arrived) >= news:
            break
    sent = json.loads(await asyncio.to_thread(lambda: urlopen(f"{base}/sent").read()))
    stop.set()
    await service
    return sorted(chat.arrived[link] - at for link, at in sent.items() if link in chat.arrived)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1_000)
    parser.add_argument("--news", type=int, default=100)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        serve(args.feeds, args.news)
        return
    logging.getLogger().setLevel(logging.ERROR)
    served = serving(__file__, "--serve", "--feeds", str(args.feeds), "--news", str(args.news))
    with served as port, tempfile.TemporaryDirectory() as folder:
        waits = asyncio.run(measure(port, args.feeds, args.news, Path(folder)))
    at = {share: waits[min(len(waits) - 1, int(share * len(waits)))] for share in (0.5, 0.9, 0.99)}
    shown = ", ".join(f"p{share * 100:g} {seconds:.2f} s" for share, seconds in at.items())
    print(f"{args.feeds} feeds, {len(waits)} exchanges: {shown}, longest {waits[-1]:.2f} s")


if __name__ == "__main__":
    main()
