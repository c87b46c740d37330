"""What a subscriber gets of a real stream of feed entries: reports and alerts, true and false by the labels; speed.

    .venv/bin/python bench/stream.py [--show]

Reads every feeds-YEAR.jsonl.xz in the folder that $EXCHANGES_STREAMS names (default ../shared/streams) as `exchanges
backfill` does, and counts by tests/corpus/stream-YEAR.labels.json. The labels are complete: an entry that is listed
neither under "reports" nor under "maybe" reports nothing; "events" tells which entries are of one exchange, and its
figures. With --show everything that is not as labelled is listed.
"""

import argparse
import json
import lzma
import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.facts import sides_of
from bot.intake import Read, take_in
from bot.store import Store
from bot.types import AlertKind, Event
from bot.wire import article_from_json
from detectors import Article, detect

ROOT = Path(__file__).parent.parent
PER_REPORT, PER_ALERT = 20_000, 50_000  # entries that the rates of false reports and false alerts are told for


@dataclass(frozen=True)
class Said:
    """An entry that the labels call a report, or that the detector does."""

    article: Article
    is_report: bool
    note: str  # how sure the detector is of a report, or why it is none


@dataclass
class Outcome:
    """What came of a stream; `first` is the entry by which each event was first told, `events` those that stand."""

    entries: int = 0
    seconds: float = 0.0
    said: list[Said] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)


def entries(path: Path) -> Iterator[Mapping[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(path: Path, wanted: set[str], store: Store) -> Outcome:
    """Take the stream in."""
    out = Outcome()
    for item in entries(path):
        article = article_from_json(item)
        began = time.perf_counter()
        found = detect(article)
        out.seconds += time.perf_counter() - began
        out.entries += 1
        if found.is_report or article.id in wanted:
            note = f"{found.reports[0].confidence:.2f}" if found.reports else found.reason
            out.said.append(Said(article, found.is_report, note))
        if found.reports or found.doubtful or found.mentions:
            with store.writing():
                assert isinstance(article.published, datetime), "every entry of the stream has its time"
                take_in(store, Read(article, found), article.published, owe=False)
    out.first = {a.event_id: a.article_id for a in store.events.alerts() if a.kind is AlertKind.NEW}
    out.events = list(store.events.standing())
    return out


def wrong_figures(event: Event, figures: Mapping[str, Sequence[int]]) -> list[str]:
    """The figures of an event that no label gives; who stands on one side counts as one."""
    labelled = {name for way in figures for name in way.replace(">", "+").split("+")}
    names = sides_of(event.parties) | sides_of(labelled)

    def way(givers: Sequence[str], getters: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(names.get(name, name) for name in givers), frozenset(names.get(name, name) for name in getters)

    allowed = {way(*(side.split("+") for side in key.split(">"))): counts for key, counts in figures.items()}
    return [
        f"{'+'.join(each.released_by)}>{'+'.join(each.returned_to)} {each.count}"
        for each in event.transfers
        if each.count and each.count not in allowed.get(way(each.released_by, each.returned_to), ())
    ]


def show(name: str, lines: Sequence[str]) -> None:
    print(f"\n{name}:")
    for line in lines:
        print(f"  {line}")


def count_reports(out: Outcome, reports: set[str], maybe: set[str], *, every: bool) -> None:
    told = [each for each in out.said if each.is_report]
    false = [each for each in told if each.article.id not in reports | maybe]
    missed = [each for each in out.said if not each.is_report]
    unclear = sum(each.article.id in maybe for each in told)
    print(f"  reports said {len(told)}: true {len(told) - len(false) - unclear}, maybe {unclear}, false {len(false)}")
    rate = len(false) * PER_REPORT / max(out.entries, 1)
    print(f"  false in {PER_REPORT} entries {rate:.2f}; missed {len(missed)} of {len(reports)}")
    if every:
        show("false reports", [f"{each.article.id} {each.note}: {each.article.title.strip()}" for each in false])
        show("missed reports", [f"{each.article.id} {each.note}: {each.article.title.strip()}" for each in missed])


def count_alerts(out: Outcome, labels: Sequence[Mapping[str, Any]], reports: set[str], *, every: bool) -> None:
    """The `new` alerts of events that were not withdrawn."""
    titles = {each.article.id: each.article.title.strip() for each in out.said}
    of = {entry: each for each in labels for entry in each["ids"]}
    told = [event for event in out.events if event.id in out.first]
    news = {event.id: of.get(out.first[event.id]) for event in told}
    names = [label["event"] for label in news.values() if label]
    false = [event for event in told if news[event.id] is None]
    doubled = {name for name in names if names.count(name) > 1}
    due = [each["event"] for each in labels if set(each["ids"]) & reports]
    missed = [name for name in due if name not in names]
    wrong = {e.id: bad for e in told if (label := news[e.id]) and (bad := wrong_figures(e, label["figures"]))}
    print(
        f"  new alerts {len(told)}: of {len(set(names) & set(due))} of the {len(due)} exchanges, missed {len(missed)}"
    )
    rate = len(false) * PER_ALERT / max(out.entries, 1)
    print(f"  false {len(false)} ({rate:.2f} in {PER_ALERT} entries), second ones {len(names) - len(set(names))}")
    print(f"  events with a wrong figure {len(wrong)}")
    if every:
        show("false alerts", [f"{event.id}: {titles.get(out.first[event.id])}" for event in false])
        show("told twice", sorted(doubled))
        show("exchanges missed", missed)
        show("wrong figures", [f"{event_id}: {'; '.join(bad)}" for event_id, bad in wrong.items()])


def measure(path: Path, *, every: bool) -> None:
    year = path.name.removeprefix("feeds-").removesuffix(".jsonl.xz")
    labels = json.loads((ROOT / f"tests/corpus/stream-{year}.labels.json").read_text(encoding="utf-8"))
    reports, maybe = set(labels["reports"]), set(labels["maybe"])
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "stream.db")) as store:
        out = read(path, reports, store)
    print(f"{path.name}: {out.entries} entries, {out.entries / max(out.seconds, 1e-9):.0f} a second")
    count_reports(out, reports, maybe, every=every)
    count_alerts(out, labels["events"], reports, every=every)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list everything that is not as labelled")
    args = parser.parse_args()
    folder = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
    paths = sorted(folder.glob("feeds-*.jsonl.xz"))
    if not paths:
        print(f"no feeds-*.jsonl.xz in {folder}; EXCHANGES_STREAMS names the folder that holds the stream")
    for path in paths:
        measure(path, every=args.show)


if __name__ == "__main__":
    main()
