"""What placing a report costs among many stored events, beside the floor: storing a report that needs no thought.

    .venv/bin/python bench/place.py [--events 10000]

Fills a database with exchanges of many pairs of sides, the busiest every few days, then takes in new reports of it.
Placing is the look-up of candidates and both decisions; with storing it is what a poll pays for each report. Prints
medians and the 99th percentile in milliseconds, and the ratio to the floor.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.alerts import decide
from bot.events import place
from bot.facts import day_of, parties_of
from bot.intake import Read, take_in
from bot.store import Store
from detectors import Article, Category, Detection, Kind, Qualifier, Report, Status, Transfer

START = date(1990, 1, 1)
BUSY = ("Russia", "Ukraine")
SIDES = (("Israel", "Hamas"), ("Houthis", "Yemen"), ("Armenia", "Azerbaijan"), ("DR Congo", "M23"), ("Iran", "Iraq"))
BUSY_EVERY = 3  # days between two exchanges of the busiest pair, as in the densest months of its war
TIMED = 400


def report(sides: tuple[str, str], day: date, home: int, away: int) -> Report:
    def moved(giver: str, getter: str, count: int) -> Transfer:
        return Transfer(
            released_by=(giver,),
            returned_to=(getter,),
            category=Category.PRISONERS_OF_WAR,
            count=count,
            qualifier=Qualifier.EXACT,
        )

    transfers = moved(sides[0], sides[1], home), moved(sides[1], sides[0], away)
    return Report(
        status=Status.COMPLETED,
        kind=Kind.EXCHANGE,
        confidence=0.95,
        parties=sides,
        transfers=transfers,
        event_date=day,
    )


def news(events: int, seed: int) -> Iterator[tuple[Report, Article]]:
    """As many exchanges, half of them of the busiest pair, every few days, two outlets each."""
    chance = random.Random(seed)
    for i in range(events):
        day = START + timedelta(days=i // 2 * BUSY_EVERY)
        sides = chance.choice(SIDES) if i % 2 else BUSY
        each = report(sides, day, chance.randint(5, 400), chance.randint(5, 400))
        for outlet in ("a", "b"):
            came = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=9)
            yield each, Article(id=f"{seed}-{i}-{outlet}", title=f"Swap {i} by {outlet}", source=outlet, published=came)


def timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000, metavar="N", help="events stored before; default: 10000")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder) / "bench.db")) as store:
        stories = list(news(args.events, seed=1))
        with store.writing():
            for each, article in stories:
                take(store, each, article)
        held = sum(1 for _ in store.events.standing())
        latest = [story for story in stories if story[0].parties == BUSY][-2 * TIMED :]
        placing, storing, floor = [], [], []
        for i, (each, known) in enumerate(latest[::2][:TIMED]):
            article = Article(id=f"new-{i}", title=f"Told anew {i}", source="c", published=known.published)
            placing.append(timed(lambda each=each, article=article: placed(store, each, article)))
            with store.writing():
                storing.append(timed(lambda each=each, article=article: take(store, each, article)))
                bare = Article(id=f"bare-{i}", title="", published=known.published)
                floor.append(timed(lambda bare=bare: store.events.add_article(bare, "report", moment(bare))))
    print(f"{held} events stored, {len(placing)} reports placed among those of the busiest pair (ms: median, 99 %)")
    for name, figures in (("placing", placing), ("placing and storing", storing), ("floor: one row stored", floor)):
        print(f"  {name:<22} {statistics.median(figures):7.3f} {statistics.quantiles(figures, n=100)[-1]:7.3f}")
    print(f"  placing and storing is {statistics.median(storing) / statistics.median(floor):.0f} times the floor")


def moment(article: Article) -> datetime:
    assert isinstance(article.published, datetime), "made with a time"
    return article.published


def placed(store: Store, each: Report, article: Article) -> None:
    candidates = store.events.candidates(parties_of(each), day_of(article))
    decide(place(each, article, candidates, moment(article)), moment(article))


def take(store: Store, each: Report, article: Article) -> None:
    found = Detection(article_id=article.id, is_report=True, lang="en", reason="", reports=(each,))
    take_in(store, Read(article, found), moment(article), owe=False)


if __name__ == "__main__":
    main()
