"""What people wait for: `search`, `stats` and `latest` with many events and a million entries stored.

    .venv/bin/python bench/queries.py [--events 10000] [--entries 1000000]

Whole answers of the bot, cards and all; beside them the floor: one event by its id. Prints medians and the slowest of
the runs in milliseconds.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bench.place import news, take
from bot.commands import Commands
from bot.store import Store
from bot.types import Ask, Platform

RUNS = 40
KEYS = 3  # by which an entry is known: its id, its link, its words
LOOKED_FOR = ("Ukraine", "Росією", "ХАМАС", "yemen 199", "swap 4", "israel hamas a", "May 2025", "nothing of the kind")


def timed(what: Callable[[], object]) -> tuple[float, float]:
    spent = []
    for _ in range(RUNS):
        began = time.perf_counter()
        what()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent), max(spent)


def filled(store: Store, events: int, entries: int) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with store.writing():
        for each, article in news(events, seed=1):
            take(store, each, article)
    chance = random.Random(1)
    for start in range(0, entries, 50_000):
        keys = KEYS * (min(start + 50_000, entries) - start)
        with store.writing():
            store.entries.remember({chance.getrandbits(62): chance.getrandbits(62) for _ in range(keys)}, now)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000, metavar="N", help="default: 10000")
    parser.add_argument("--entries", type=int, default=1_000_000, metavar="N", help="default: 1000000")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "bench.db")) as store:
        filled(store, args.events, args.entries)
        newest = store.events.latest(1)[0].id
        commands = Commands(store, lambda: datetime(2026, 1, 1, tzinfo=UTC))
        asked: dict[str, Callable[[], object]] = {
            **{f"search {text!r}": lambda text=text: _answer(commands, "search", text) for text in LOOKED_FOR},
            "stats": lambda: _answer(commands, "stats"),
            "stats Україна": lambda: _answer(commands, "stats", "Україна"),
            "latest 5": lambda: _answer(commands, "latest", "5"),
            "floor: one event": lambda: store.events.get(newest),
        }
        print(f"{args.events} events, {args.entries} entries stored (ms: median, slowest of {RUNS})")
        for name, what in asked.items():
            middle, slowest = timed(what)
            print(f"  {name:<28} {middle:8.2f} {slowest:8.2f}")


def _answer(commands: Commands, *typed: str) -> object:
    """What a chat gets, cards and all."""
    return asyncio.run(commands.answer(Ask(platform=Platform.TELEGRAM, address="1", language="en", words=typed)))


if __name__ == "__main__":
    main()
