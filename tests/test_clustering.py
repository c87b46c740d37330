"""Placing as a whole: the labelled reports of the corpus, perfectly read, come together as their labels say."""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.alerts import decide
from bot.events import place
from bot.intake import Read, take_in
from bot.store import Store
from bot.types import AlertKind, Event
from bot.wire import article_from_json
from detectors import Article, Detection, Qualifier, Report
from tests.facts import article, report, ru, transfer, ua
from tests.replay import b_cubed, reported

CORPUS = Path(__file__).parent / "corpus"
LEAST_F1 = 0.98
# Several people labelled the corpus and gave some exchanges more than one name.
ONE_EVENT = {
    "lby-haftar-2021-01-06": "lby-2021-01-06",
    "tha-cam-2025-12-31": "tha-khm-2025-12-31",
    "irn-swe-2024-06-15": "swe-irn-2024-06-15",
    "usa-afg-2025-01-21": "us-afg-2025-01-21",
    "irn-usa-2023-09-18": "us-irn-2023-09-18",
    "isr-ham-2025-10-14-bodies": "isr-ham-bodies-2025-10-14",
    "ruua-2025-05-16-agreement": "ruua-2025-05-23",
    "ruua-2025-05-16-deal": "ruua-2025-05-23",
    "yem-2025-12-23-deal": "yem-2025-12-23",
}
OTHER_DAY = {
    "fr-yemen-1": "yem-2020-10-16",  # labelled as the first day's exchange
    "ar-rh-isr-ham-2025-10-15-bodies-1": "isr-ham-bodies-2025-10-14",  # answers that of the evening before
}


@dataclass(frozen=True)
class Labelled:
    """An article with its report as a careful reader has it."""

    article: Article
    report: Report
    event: str

    @property
    def came(self) -> datetime:
        """When it came out."""
        published = self.article.published
        if isinstance(published, datetime):
            return published
        return datetime.combine(published or date(2026, 6, 1), time(12), UTC)


def labelled() -> list[Labelled]:
    """Every labelled report, oldest first."""
    out = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            gold = item["gold"]
            if gold["is_report"] and gold.get("event_id"):
                event = OTHER_DAY.get(item["id"]) or ONE_EVENT.get(gold["event_id"], gold["event_id"])
                out.append(Labelled(article_from_json(item), reported(gold), event))
    return sorted(out, key=lambda each: each.came)


def grouped(items: Iterable[Labelled], path: Path) -> tuple[dict[str, str], list[str]]:
    """Which event each article landed in, and whose article opened each `new` alert, through the real store."""
    where, alerted = {}, []
    with closing(Store.open(path)) as store:
        with store.writing():
            for each in items:
                reports = (each.report,)
                found = Detection(article_id=each.article.id, is_report=True, lang="en", reason="", reports=reports)
                take_in(store, Read(each.article, found), each.came, owe=False)
        for event in store.events.standing():
            where |= {ref.article_id: event.id for ref in event.reports}
        alerted = [alert.article_id for alert in store.events.alerts() if alert.kind is AlertKind.NEW]
    return where, alerted


@pytest.fixture(scope="module")
def in_time(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Labelled], dict[str, str], list[str]]:
    items = labelled()
    return items, *grouped(items, tmp_path_factory.mktemp("placing") / "exchanges.db")


def test_perfectly_read_reports_come_together_as_labelled(in_time):
    items, where, alerted = in_time
    gold = {each.article.id: each.event for each in items}
    assert b_cubed(gold, where)[0] >= LEAST_F1
    told_of = Counter(gold[name] for name in alerted)
    assert sum(count - 1 for count in told_of.values()) <= 0.02 * len(told_of)


def test_no_two_exchanges_of_different_days_are_merged(in_time):
    items, where, _ = in_time
    held = defaultdict(set)
    for each in items:
        held[where[each.article.id]].add(each.event)
    assert [names for names in held.values() if len(names) > 1] == []


def test_the_groups_are_the_same_in_another_order(in_time, tmp_path):
    items, where, _ = in_time
    shuffled = list(items)
    random.Random(4).shuffle(shuffled)
    again, _ = grouped(shuffled, tmp_path / "exchanges.db")
    assert _groups(again) == _groups(where)


def _groups(where: Mapping[str, str]) -> set[frozenset[str]]:
    held = defaultdict(set)
    for name, event in where.items():
        held[event].add(name)
    return set(map(frozenset, held.values()))


# ── What names no side or too few ──


def through_the_store(stories: Sequence[tuple[Report, Article]], path: Path) -> set[frozenset[str]]:
    """The groups, once the articles came in, in this order."""
    with closing(Store.open(path)) as store:
        with store.writing():
            for each, source in stories:
                found = Detection(article_id=source.id, is_report=True, lang="en", reason="", reports=(each,))
                take_in(store, Read(source, found), LATER, owe=False)
        return {frozenset(ref.article_id for ref in event.refs) for event in store.events.standing()}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_report_that_names_no_side_goes_to_the_only_exchange_of_its_day(order, tmp_path):
    came = datetime.combine(START, time(9), UTC)
    stories = [
        (report(ua(90), ru(90), day=START), article("one", came)),
        (report(ua(90), day=START), article("other", came)),
        (report(day=START), article("no side", came)),
    ]
    assert through_the_store([stories[i] for i in order], tmp_path / "one.db") == {
        frozenset({"one", "other", "no side"})
    }
    stories[1] = (report(transfer("Houthis", "Yemen", 113), day=START), article("other", came))
    apart = {frozenset({name}) for name in ("one", "other", "no side")}
    assert through_the_store([stories[i] for i in order], tmp_path / "two.db") == apart


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_report_of_one_side_without_figures_stays_alone_where_it_fits_two(order, tmp_path):
    came = datetime.combine(START, time(14), UTC)
    stories = [
        (report(transfer("Russia", "United States", 1), day=START - timedelta(days=1)), article("teacher", came)),
        (report(transfer("Belarus", "United States", 3), day=START), article("three", came)),
        (report(day=START, parties=("United States",)), article("vague", came)),
    ]
    apart = {frozenset({name}) for name in ("teacher", "three", "vague")}
    assert through_the_store([stories[i] for i in order], tmp_path / "exchanges.db") == apart


# ── A month of news, in any order ──

START = date(2026, 3, 1)
LATER = datetime(2026, 6, 1, tzinfo=UTC)
WAYS = (
    "both",
    "to Ukraine",
    "to Russia",
    "no figure",
    "two days late",
    "more than",
    "a total",
    "no day",
    "doubtful",
    "no side",
)


def story(way: str, name: str, day: date, home: int, away: int) -> tuple[Report, Article]:
    """One outlet's telling of an exchange."""
    came = datetime.combine(day, time(9), UTC) + timedelta(days=2 if way == "two days late" else 0)
    transfers = {
        "to Ukraine": (ua(home),),
        "to Russia": (ru(away),),
        "no figure": (ua(None), ru(None)),
        "no side": (),
        "more than": (ua(home // 10 * 10, qualifier=Qualifier.AT_LEAST),),
        "a total": (transfer("Russia+Ukraine", "Russia+Ukraine", home + away),),
    }.get(way, (ua(home), ru(away)))
    sure = 0.3 if way == "doubtful" else 0.9
    return report(*transfers, day=None if way == "no day" else day, confidence=sure), article(name, came)


EXCHANGE = st.tuples(
    st.integers(7, 15),  # days since the one before
    st.integers(20, 400),
    st.integers(20, 400),
    st.lists(st.sampled_from(WAYS), max_size=5).map(lambda ways: ["both", *ways]),  # one outlet at least tells all
)


@settings(max_examples=40, deadline=None)
@given(exchanges=st.lists(EXCHANGE, min_size=1, max_size=4), order=st.randoms(use_true_random=False))
def test_a_month_of_news_gives_its_exchanges_in_whatever_order_it_comes(exchanges, order):
    stories, truth, day = [], [], START
    for i, (wait, home, away, ways) in enumerate(exchanges):
        day += timedelta(days=wait)
        stories += [story(way, f"{i}-{j}", day, home, away) for j, way in enumerate(ways)]
        truth.append(frozenset(f"{i}-{j}" for j in range(len(ways))))
    order.shuffle(stories)
    events, alerts = told_in(stories)
    assert {frozenset(ref.article_id for ref in event.refs) for event in events} == set(truth)
    assert not any(event.is_rumour for event in events)
    standing = Counter(alert.event_id for alert in alerts if alert.kind is AlertKind.NEW)
    standing.subtract(alert.event_id for alert in alerts if alert.kind is AlertKind.CANCEL)
    assert {name: count for name, count in standing.items() if count} == {event.id: 1 for event in events if event.told}


def told_in(stories: Sequence[tuple[Report, Article]]) -> tuple[list[Event], list]:
    """The events and the alerts after these stories came in, in this order."""
    events: dict[str, Event] = {}
    alerts = []
    for each, source in stories:
        placed = place(each, source, list(events.values()), LATER)
        alerts += decide(placed, LATER)
        for event in placed.merged:
            del events[event.id]
        for event in (placed.event, *(change.event for change in placed.others)):
            events[event.id] = event
    return list(events.values()), alerts
