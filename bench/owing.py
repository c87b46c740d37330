"""What it costs to owe an event to ten thousand channels: none, some, or all of which wish for something.

    .venv/bin/python bench/owing.py [--channels 10000]

For each share of channels with wishes (of up to a hundred different ones): milliseconds of the processor to take in the
report that opens an event, with all its writing; the one that changes a figure; and that of another outlet.
"""

import argparse
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot.store import Store
from bot.types import Channel, Platform, Sent, Wishes
from tests.facts import report, ru, ua
from tests.stores import bring

KINDS = 100  # of wishes
REPORTS = {"new": report(ua(103)), "figure": report(ua(103), ru(95)), "outlet": report(ua(103), ru(95))}


def wishes(number: int) -> Wishes:
    """Different ones, each of which costs something to judge."""
    return Wishes(conflicts=(("Russia", "Ukraine"),), least_count=number % KINDS, least_outlets=1 + number % 2)


def measure(folder: Path, channels: int, wishing: int) -> dict[str, float]:
    """Milliseconds of each report."""
    now = datetime.now(UTC)
    with closing(Store.open(folder / f"{channels} {wishing}.db")) as store:
        named = [Channel(platform=Platform.TELEGRAM, address=str(n + 1)) for n in range(channels)]
        store.channels.sync(named, now, {each.id: wishes(n) for n, each in enumerate(named[:wishing])})
        spent = {}
        for number, (what, told) in enumerate(REPORTS.items()):
            moment = now + number * timedelta(minutes=1)
            begun = time.process_time()
            bring(store, what, told, moment)
            spent[what] = (time.process_time() - begun) * 1000
            for channel in named:
                if backlog := store.deliveries.backlog(channel.id, 5):
                    store.deliveries.settle(backlog, Sent(message_id=str(number)), moment)
                while edit := store.deliveries.next_edit(channel.id):
                    store.deliveries.settle_edit(edit, Sent(message_id=str(number)), moment)
        return spent


def main() -> None:
    """Print a line for each share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--channels", type=int, default=10_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        measure(Path(folder), 1, 1)  # what is loaded with the first event
        for wishing in (0, args.channels // 20, args.channels):
            spent = measure(Path(folder), args.channels, wishing)
            told = ", ".join(f"{what} {ms:.0f} ms" for what, ms in spent.items())
            print(f"{args.channels} channels, {wishing} of which wish for something: {told}", flush=True)


if __name__ == "__main__":
    main()
