"""What the detector says of a real stream of feed entries: true and false reports by the labels, missed ones, speed.

    .venv/bin/python bench/stream.py [--show]

Reads every feeds-YEAR.jsonl.xz in the folder that $EXCHANGES_STREAMS names (default ../shared/streams) and counts by
tests/corpus/stream-YEAR.labels.json, which is complete: an entry that is listed neither under "reports" nor under
"maybe" reports nothing. With --show every false and every missed entry is listed.
"""

import argparse
import json
import lzma
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.wire import article_from_json
from detectors import detect

ROOT = Path(__file__).parent.parent
PER = 20_000  # entries that the rate of false reports is told for


@dataclass(frozen=True)
class Said:
    """An entry that the labels call a report, or that the detector does."""

    id: str
    title: str
    is_report: bool
    note: str  # how sure the detector is of a report, or why it is none


def entries(path: Path) -> Iterator[Mapping[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(path: Path, wanted: set[str]) -> tuple[int, float, list[Said]]:
    """How many entries there are, in how many seconds they were read, and all that matter to the count."""
    count, spent = 0, 0.0
    said = []
    for item in entries(path):
        article = article_from_json(item)
        began = time.perf_counter()
        found = detect(article)
        spent += time.perf_counter() - began
        count += 1
        if found.is_report or article.id in wanted:
            note = f"{found.reports[0].confidence:.2f}" if found.reports else found.reason
            said.append(Said(article.id, article.title, found.is_report, note))
    return count, spent, said


def show(name: str, said: list[Said]) -> None:
    print(f"\n{name}:")
    for each in said:
        print(f"  {each.id}  {each.note}: {each.title.strip()}")


def measure(path: Path, *, every: bool) -> None:
    year = path.name.removeprefix("feeds-").removesuffix(".jsonl.xz")
    labels = json.loads((ROOT / f"tests/corpus/stream-{year}.labels.json").read_text(encoding="utf-8"))
    reports, maybe = set(labels["reports"]), set(labels["maybe"])
    count, spent, said = read(path, reports)
    told = [each for each in said if each.is_report]
    false = [each for each in told if each.id not in reports | maybe]
    missed = [each for each in said if not each.is_report]
    unclear = sum(each.id in maybe for each in told)
    print(f"{path.name}: {count} entries, {count / max(spent, 1e-9):.0f} a second")
    print(f"  reports said {len(told)}: true {len(told) - len(false) - unclear}, maybe {unclear}, false {len(false)}")
    print(f"  false in {PER} entries {len(false) * PER / max(count, 1):.2f}; missed {len(missed)} of {len(reports)}")
    if every:
        show("false", false)
        show("missed", missed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list the false and the missed entries")
    args = parser.parse_args()
    folder = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
    paths = sorted(folder.glob("feeds-*.jsonl.xz"))
    if not paths:
        print(f"no feeds-*.jsonl.xz in {folder}; EXCHANGES_STREAMS names the folder that holds the stream")
    for path in paths:
        measure(path, every=args.show)


if __name__ == "__main__":
    main()
