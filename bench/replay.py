"""What a subscriber gets of months of news replayed as they came in, perfectly read and read by the detector.

    .venv/bin/python bench/replay.py [--show] [--sets 2025-*]

Takes in the articles of tests/corpus/replay in order of time as `exchanges backfill` does, once with their labels in
place of the detector's answers, which measures the placing alone, and once read by the detector. With --show
everything that is not as labelled is listed.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from detectors import Detection, detect
from tests.replay import Item, Outcome, as_labelled, items, outcome, replay, shuffled


def read(item: Item) -> Detection:
    """What the detector says of the article."""
    return detect(item.article)


def show(name: str, lines: Sequence[str]) -> None:
    print(f"\n  {name}: {len(lines)}")
    for line in lines:
        print(f"    {line}")


def report(name: str, out: Outcome, *, every: bool) -> None:
    exchanges = {*out.minutes, *out.never}
    updates = sum(out.updates.values()) / max(len(out.minutes), 1)
    slowest = max(out.minutes.values(), default=0.0)
    print(f"{name}:")
    print(f"  B-cubed F1 {out.f1:.3f}, precision {out.precision:.3f}, recall {out.recall:.3f}")
    print(f"  events that hold exchanges of different days {len(out.merged)}, of one day {len(out.together)}")
    print(f"  exchanges told {len(out.minutes)} of {len(exchanges)}, never {len(out.never)}")
    print(f"  second new alerts {len(out.second)}, new alerts for negatives {len(out.false)}")
    print(f"  updates an event {updates:.2f}; events with a wrong headline figure {len(out.wrong)}")
    print(f"  minutes to the new alert: median {out.median_minutes:.0f}, longest {slowest:.0f}")
    if every:
        show("exchanges of different days in one event", out.merged)
        show("exchanges of one day in one event", out.together)
        show("exchanges in several events", out.split)
        show("never told", out.never)
        show("told again", out.second)
        show("told of a negative", out.false)
        show("wrong headline figures", out.wrong)
        show("updates", [f"{name}: {count}" for name, count in out.updates.most_common()])
        waits = sorted(out.minutes.items(), key=lambda each: -each[1])
        show("minutes to the new alert", [f"{name}: {wait:.0f}" for name, wait in waits if wait])
        print()


def read_errors(found: Sequence[Item]) -> None:
    """What the detector alone gets wrong: reports missed, false ones."""
    said = {item.article.id: detect(item.article) for item in found}
    missed = [item for item in found if item.event and not said[item.article.id].is_report]
    false = [item for item in found if not item.event and said[item.article.id].is_report]
    show(
        "reports missed",
        [f"{i.article.id} {i.article.lang} ({said[i.article.id].reason}): {i.article.title}" for i in missed],
    )
    show("false reports", [f"{i.article.id} {i.article.lang}: {i.article.title}" for i in false])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list everything that is not as labelled")
    parser.add_argument("--sets", default="*", metavar="PATTERN", help="only the sets of these names; default: all")
    args = parser.parse_args()
    found = items(args.sets)
    events = [item.event for item in found if item.event]
    reports = len(events)
    print(f"{len(found)} articles: {reports} reports of {len(set(events))} exchanges, {len(found) - reports} others")
    readers: dict[str, Callable[[Item], Detection]] = {"perfectly read": as_labelled, "read by the detector": read}
    for name, reader in readers.items():
        began = time.perf_counter()
        out = outcome(replay(found, reader))
        report(f"{name} ({time.perf_counter() - began:.1f} s)", out, every=args.show)
    again = outcome(replay(shuffled(found, 4), as_labelled))
    print(f"perfectly read, shuffled: B-cubed F1 {again.f1:.3f}")
    if args.show:
        read_errors(found)


if __name__ == "__main__":
    main()
