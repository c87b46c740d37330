"""How long one alert takes to reach ten thousand Telegram chats, through the real outbox, store, adapter and library.

    .venv/bin/python bench/fanout.py [--chats 10000] [--only limits|free]

A server in a process of its own speaks the Bot API's wire. First it takes everything at once, as a Bot API server of
one's own may: posts a second on one core. Then it enforces Telegram's limits (30 in any second, one a second into a
chat) and refuses what comes too soon: the time over the physical limit of chats / 30 s, and how often it had to refuse.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from aiohttp import web

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.serving import run_forever, serving
from bot.chat.telegram import Telegram
from bot.intake import Read, take_in
from bot.outbox import Outbox
from bot.pacing import LIMITS, Limits, telegram_limits
from bot.store import Store
from bot.types import Ask, Channel, Platform, Reply
from detectors import Article, detect
from tests.limiter import Limiter

TOKEN = "123456:AAF-of-the-bench"


def serve(*, limited: bool) -> None:
    """The server: prints its port, tells its counts under /counts."""
    limiter = Limiter() if limited else None
    numbers = iter(range(1, 10**9))

    async def post(request: web.Request) -> web.Response:
        form = await request.post()
        chat = str(form["chat_id"])
        wait = limiter.take(chat) if limiter else 0.0
        number = next(numbers)
        if wait:
            told = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1"}
            return web.json_response(told | {"parameters": {"retry_after": 1}}, status=429)
        message = {"message_id": number, "date": 1, "chat": {"id": int(chat), "type": "private"}, "text": "x"}
        return web.json_response({"ok": True, "result": message})

    async def counts(request: web.Request) -> web.Response:
        return web.json_response({"refused": limiter.refused if limiter else 0})

    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/sendMessage", post)
    app.router.add_get("/counts", counts)
    run_forever(app)


async def answer(ask: Ask) -> Reply:
    return Reply()


async def fan_out(folder: Path, chats: int, port: int, limits: Limits) -> tuple[float, float]:
    """Seconds of the wall and of our own processor until everybody is told."""
    now = datetime.now(UTC)
    store = Store.open(folder / "bench.db")
    store.channels.sync([Channel(platform=Platform.TELEGRAM, address=str(n + 1)) for n in range(chats)], now)
    title = "Russia and Ukraine exchange 205 prisoners of war each"
    article = Article(id="1", title=title, url="https://news.example/1", source="Wire", published=now)
    with store.writing():
        take_in(store, Read(article, detect(article)), now, owe=True)
    telegram = Telegram(TOKEN, answer, base_url=f"http://127.0.0.1:{port}/bot")
    limited = {**LIMITS, Platform.TELEGRAM: limits}
    box = Outbox(store, {Platform.TELEGRAM: telegram}, lambda: datetime.now(UTC), limits=limited)
    wall, own = time.perf_counter(), time.process_time()
    await box.drain()
    spent = time.perf_counter() - wall, time.process_time() - own
    assert store.deliveries.states() == {"sent": chats}, store.deliveries.states()
    await telegram.stop()
    store.close()
    return spent


def measure(chats: int, limits: Limits, *, limited: bool) -> tuple[float, float, int]:
    """Wall and processor seconds, and how often the server refused."""
    served = "limited" if limited else "free"
    with serving(__file__, "--serve", served) as port, tempfile.TemporaryDirectory() as folder:
        wall, own = asyncio.run(fan_out(Path(folder), chats, port, limits))
        with urlopen(f"http://127.0.0.1:{port}/counts") as told:
            refused = json.load(told)["refused"]
    return wall, own, refused


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--only", choices=("limits", "free"))
    parser.add_argument("--serve", choices=("limited", "free"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    if args.serve:
        serve(limited=args.serve == "limited")
        return
    if args.only != "limits":
        wall, own, _ = measure(args.chats, Limits(), limited=False)
        print(f"no limits: {args.chats} chats in {wall:.1f} s, {args.chats / wall:.0f} posts a second", end=" ")
        print(f"({args.chats / own:.0f} for each second of the processor)", flush=True)
    if args.only != "free":
        wall, own, refused = measure(args.chats, telegram_limits(), limited=True)
        least = args.chats / 30
        print(
            f"Telegram's limits: {args.chats} chats in {wall:.1f} s, {wall / least - 1:+.2%} of {least:.1f} s", end=", "
        )
        print(f"{refused} refused (429), {own:.0f} s of the processor")


if __name__ == "__main__":
    main()
