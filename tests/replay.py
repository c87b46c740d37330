"""Months of news replayed as they came in: what a subscriber gets of them, by the labels of tests/corpus/replay.

Each line of a set is an article with its label; events.json gives the day and the final figures of each exchange.
"""

import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bot.facts import sides_of
from bot.figures import Way, sides_in, way_of
from bot.intake import Read, take_in
from bot.store import Store
from bot.types import Alert, AlertKind, Event
from bot.wire import article_from_json
from detectors import Article, Category, Detection, Kind, Qualifier, Report, Status, Transfer
from detectors.types import Part

SETS = Path(__file__).parent / "corpus" / "replay"
Labels = Mapping[str, Any]


@dataclass(frozen=True)
class Item:
    """An article of a set; `gold` is its label."""

    article: Article
    gold: Labels

    @property
    def came(self) -> datetime:
        """When it came out."""
        assert isinstance(self.article.published, datetime), "every article of a set has its time"
        return self.article.published

    @property
    def event(self) -> str | None:
        """The exchange that it reports; none where it reports none."""
        return self.gold["event_id"] if self.gold["is_report"] else None


def items(names: str = "*") -> list[Item]:
    """The articles of the sets of these names (a glob pattern), oldest first."""
    paths = sorted(SETS.glob(f"{names}.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    out = [Item(article_from_json(item), item["gold"]) for item in map(json.loads, lines)]
    return sorted(out, key=lambda each: (each.came, each.article.id))


def truths() -> dict[str, Labels]:
    """The day and the final figures of each exchange: {"day": "2025-05-06", "figures": {"Russia>Ukraine": [205]}}."""
    return {each["event"]: each for each in json.loads((SETS / "events.json").read_text(encoding="utf-8"))}


# ── As a careful reader has it ──


def as_labelled(item: Item) -> Detection:
    """What the detector would say of the article if it read as the labels do."""
    gold = item.gold
    return Detection(
        article_id=item.article.id,
        is_report=gold["is_report"],
        lang=item.article.lang or "en",
        reason=gold.get("reason", ""),
        reports=(reported(gold),) if gold["is_report"] else (),
        mentions=tuple(map(reported, gold.get("mentions") or ())),
    )


def reported(gold: Labels) -> Report:
    """A label as the detector's report."""
    return Report(
        status=Status(gold["status"]),
        kind=Kind(gold["kind"]),
        confidence=0.9,
        parties=tuple(gold["parties"]),
        transfers=tuple(map(_moved, gold["transfers"])),
        mediators=tuple(gold.get("mediators") or ()),
        event_date=date.fromisoformat(gold["event_date"]) if gold.get("event_date") else None,
        ordinal=gold.get("ordinal"),
    )


def _moved(gold: Labels) -> Transfer:
    parts = [each for each in gold.get("breakdown") or () if each.get("category") and each.get("count")]
    return Transfer(
        released_by=tuple(gold["released_by"]),
        returned_to=tuple(gold["returned_to"]),
        category=Category(gold["category"]),
        count=gold["count"],
        count_max=gold.get("count_max"),
        qualifier=Qualifier(gold["qualifier"]),
        planned=bool(gold.get("planned")),
        claimed_by=tuple(gold.get("claimed_by") or ()),
        breakdown=tuple(Part(category=Category(each["category"]), count=each["count"]) for each in parts),
    )


# ── What comes of it ──


@dataclass(frozen=True)
class Replayed:
    """The articles, the events that stand in the end, and every alert as it was decided."""

    items: Sequence[Item]
    events: Sequence[Event]
    alerts: Sequence[Alert]


def replay(found: Sequence[Item], read: Callable[[Item], Detection]) -> Replayed:
    """Take the articles in, in this order, as `exchanges backfill` does, with a real store."""
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "replay.db")) as store:
        with store.writing():
            for item in found:
                take_in(store, Read(item.article, read(item)), item.came, owe=False)
        return Replayed(found, list(store.events.standing()), list(store.events.alerts()))


def shuffled(found: Sequence[Item], seed: int) -> list[Item]:
    """The articles in another order."""
    return random.Random(seed).sample(found, len(found))


@dataclass
class Outcome:
    """What a subscriber got; each list names what is not as labelled.

    `f1`, `precision`, `recall` are B-cubed over the labelled reports; `merged` lists events that hold exchanges of
    different days, `together` those that hold several of one day; `minutes` how long after an exchange's first report
    people were told.
    """

    f1: float
    precision: float
    recall: float
    merged: list[str] = field(default_factory=list)
    together: list[str] = field(default_factory=list)
    split: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    second: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    minutes: dict[str, float] = field(default_factory=dict)
    updates: Counter[str] = field(default_factory=Counter)

    @property
    def median_minutes(self) -> float:
        """Half of the exchanges were told within so many minutes of their first report."""
        return median(self.minutes.values()) if self.minutes else 0.0


def outcome(replayed: Replayed) -> Outcome:
    """Hold what came of a set against its labels."""
    gold = {item.article.id: item.event for item in replayed.items if item.event}
    where = {ref.article_id: event.id for event in replayed.events for ref in event.refs}
    out = Outcome(*b_cubed(gold, where))
    exchange = {event.id: name for event in replayed.events if (name := _main_of(event, gold))}
    _count_groups(out, replayed.events, gold)
    _count_alerts(out, replayed, gold, exchange)
    for event in replayed.events:
        name = exchange.get(event.id)
        if name and event.told and (bad := wrong_figures(event, truths()[name]["figures"])):
            out.wrong.append(f"{name} ({event.id}): {'; '.join(bad)}")
    return out


def b_cubed(gold: Mapping[str, str], where: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed F1, precision and recall over the labelled articles, as tests/score.py has it: an unread one is lost."""
    true, found = defaultdict(set), defaultdict(set)
    for name, event in gold.items():
        true[event].add(name)
        if name in where:
            found[where[name]].add(name)
    both = [(true[gold[name]], found[where[name]]) for name in gold if name in where]
    precision = sum(len(t & f) / len(f) for t, f in both) / max(1, len(both))
    recall = sum(len(t & f) / len(t) for t, f in both) / len(gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def groups(replayed: Replayed) -> set[frozenset[str]]:
    """Which articles stand together."""
    return {frozenset(ref.article_id for ref in event.reports) for event in replayed.events}


def _main_of(event: Event, gold: Mapping[str, str]) -> str | None:
    """The exchange that most of an event's reports tell of, the one that opened it first of several."""
    held = [gold[ref.article_id] for ref in event.reports if ref.article_id in gold]
    counts = Counter(held)
    opened = gold.get(event.opener)
    return max(counts, key=lambda name: (counts[name], name == opened, name), default=None)


def _count_groups(out: Outcome, events: Sequence[Event], gold: Mapping[str, str]) -> None:
    days = {name: truth["day"] for name, truth in truths().items()}
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        held: defaultdict[str, list[str]] = defaultdict(list)
        for ref in event.refs:
            if ref.article_id in gold:
                held[gold[ref.article_id]].append(ref.article_id)
        for name, ids in held.items():
            parts[name].append("+".join(ids))
        if len(held) > 1:
            line = f"{event.id}: " + "; ".join(f"{name}: {', '.join(ids)}" for name, ids in held.items())
            (out.merged if len({days[name] for name in held}) > 1 else out.together).append(line)
    out.split = [f"{name}: {' | '.join(each)}" for name, each in parts.items() if len(each) > 1]


def _count_alerts(out: Outcome, replayed: Replayed, gold: Mapping[str, str], exchange: Mapping[str, str]) -> None:
    came = {item.article.id: item.came for item in replayed.items}
    titles = {item.article.id: item.article.title for item in replayed.items}
    first = {name: min(came[each] for each in gold if gold[each] == name) for name in gold.values()}
    told: Counter[str] = Counter()
    for alert in replayed.alerts:
        name = exchange.get(alert.event_id)
        if alert.kind is AlertKind.NEW and alert.article_id not in gold:
            out.false.append(f"{alert.article_id}: {titles[alert.article_id]}")
        if name is None:
            continue
        if alert.kind is AlertKind.UPDATE:
            out.updates[name] += 1
        elif alert.kind is AlertKind.NEW:
            told[name] += 1
            if told[name] > 1:
                out.second.append(f"{name}: {alert.article_id}: {titles[alert.article_id]}")
            wait = (alert.at - first[name]).total_seconds() / 60
            out.minutes[name] = min(wait, out.minutes.get(name, wait))
    out.never = [name for name in first if name not in told]


def wrong_figures(event: Event, figures: Mapping[str, Sequence[int]]) -> list[str]:
    """The headline figures of an event that are not its final ones, and the final ones that it does not give."""
    labelled = {name for way in figures for name in way.replace(">", "+").split("+")}
    names = {**sides_of(labelled), **sides_in(event.claims)}

    def way(key: str) -> Sequence[frozenset[str]]:
        return [frozenset(names.get(name, name) for name in side.split("+") if name) for side in key.split(">")]

    right = {tuple(way(key)): counts for key, counts in figures.items()}
    headlines: dict[Way, Transfer] = {}
    for transfer in event.transfers:
        headlines.setdefault(way_of(transfer, names), transfer)
    out = []
    for (givers, getters, _), line in headlines.items():
        counts = right.get((givers, getters))
        shown = f"{'+'.join(sorted(givers))}>{'+'.join(sorted(getters))} {line.count}"
        if line.count and line.count not in (counts or ()):
            out.append(shown)
        elif counts and line.count is None:
            out.append(f"{shown} instead of {counts[0]}")
    return out
