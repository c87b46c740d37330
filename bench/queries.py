"""What people wait for: `search`, `stats` and `latest` with many events and a million entries stored.

    .venv/bin/python bench/queries.py [--events 10000] [--entries 1000000]

Beside them the floor: one event by its id. Prints medians and the slowest of the runs in milliseconds.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.place import news, take
from bot.render import statistics as told
from bot.render import words
from bot.store import Store

RUNS = 40
LOOKED_FOR = ("Ukraine", "росія", "yemen 199", "swap 4", "israel hamas a", "nothing of the kind")


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
    for start in range(0, entries, 50_000):
        ids = [f"entry-{i}" for i in range(start, min(start + 50_000, entries))]
        with store.writing():
            store.feeds.mark_seen(f"https://feed.example/{start}", ids, now - timedelta(minutes=start))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000, metavar="N", help="default: 10000")
    parser.add_argument("--entries", type=int, default=1_000_000, metavar="N", help="default: 1000000")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "bench.db")) as store:
        filled(store, args.events, args.entries)
        newest = store.events.latest(1)[0].id
        asked: dict[str, Callable[[], object]] = {
            **{f"search {text!r}": lambda text=text: _found(store, text) for text in LOOKED_FOR},
            "stats": lambda: told(store.search.totals(), words("en")),
            "stats Ukraine": lambda: told(store.search.totals(store.search.known_party("Україна")), words("en")),
            "latest": lambda: store.events.latest(5),
            "floor: one event": lambda: store.events.get(newest),
        }
        print(f"{args.events} events, {args.entries} entries stored (ms: median, slowest of {RUNS})")
        for name, what in asked.items():
            middle, slowest = timed(what)
            print(f"  {name:<28} {middle:8.2f} {slowest:8.2f}")


def _found(store: Store, text: str) -> list[object]:
    return [store.events.get(found) for found in store.search.find(text, 5)]


if __name__ == "__main__":
    main()
