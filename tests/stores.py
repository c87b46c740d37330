"""New stores for tests, quickly there since their tables are made once for all, and how news comes into them."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from bot.intake import Read, take_in
from bot.store import EDIT, Store
from bot.types import Delivery, Event
from detectors import Article, Detection, Report
from tests.facts import BODIES, NOW, article, report, ru, transfer, ua

STAFF, DEFENCE = "Ukraine's coordination headquarters", "Russia's defence ministry"
FIGURE_95 = ua(95, claimed_by=(STAFF,))
BOTH_95 = report(ua(95), ru(95, claimed_by=(DEFENCE,)))
BRIDGE = report(ua(75), ua(212, category=BODIES))


@cache
def _empty() -> bytes:
    """A database without a row, as a first start makes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exchanges.db"
        Store.open(path).close()
        return path.read_bytes()


def new_store(folder: Path) -> Store:
    """An empty store that does not wait for the disk: where power is cut has tests of its own."""
    path = folder / "exchanges.db"
    path.write_bytes(_empty())
    store = Store.open(path)
    store._db.execute("PRAGMA synchronous = OFF")
    return store


def take(store: Store, source: Article, told: Report, now=NOW, *, owe=True, edited=False) -> None:
    """An article with one report, as the pipeline stores it."""
    detection = Detection(article_id=source.id, is_report=True, lang="en", reason="completed exchange", reports=(told,))
    with store.writing():
        take_in(store, Read(source, detection, edited=edited), now, owe=owe)


def bring(store: Store, name: str, told: Report, now=NOW) -> None:
    """A report by an outlet of this name, which is out now."""
    take(store, article(name, now), told, now)


def bring_another(store: Store, number: int, now=NOW) -> None:
    """An exchange of its own: nobody takes it for another one."""
    bring(store, f"article-{number}", report(transfer(f"North {number}", f"South {number}", 1000 + number)), now)


def tell(store: Store, count: int, at) -> None:
    """An exchange as Herald alone told it, from before anybody was owed it."""
    herald = Article(id=f"a{count}", title="x", published=at, url=f"https://news.example/{count}", source="Herald")
    take(store, herald, report(ua(count), confidence=1.0), at, owe=False)


def arrive(store: Store, name: str, told: Report, minutes: int, *, title: str = "", agency: str = "") -> None:
    """An article that comes out so many minutes after noon and is read two minutes later."""
    at = NOW + timedelta(minutes=minutes)
    one = replace(article(name, at), text=f"KYIV ({agency}) - Prisoners came home." if agency else "")
    one = replace(one, title=title or f"What {name} heard of a swap at noon")
    take(store, one, told, at + timedelta(minutes=2))


def five_outlets(store: Store) -> str:
    """An exchange that five outlets tell of, one with an agency's text, one with the first one's; its id."""
    arrive(store, "Herald", report(FIGURE_95), 0)
    arrive(store, "Tribune", report(FIGURE_95), 10, title="What Herald heard of a swap at noon")
    arrive(store, "Globe", BOTH_95, 20, agency="Reuters")
    arrive(store, "Post", report(ua(None), ru(None)), 35)
    arrive(store, "Courier", report(ua(103, confirmed_by=("ICRC",)), ru(95)), 60)
    (found,) = store.events.standing()
    return found.id


def hint(store: Store, name: str, told: Report, now=NOW) -> None:
    """One article that by itself is rather no report."""
    detection = Detection(article_id=name, is_report=False, lang="en", reason="no exchange", doubtful=(told,))
    with store.writing():
        take_in(store, Read(article(name, now), detection), now, owe=True)


def event_of(store: Store, article_id: str) -> Event:
    """The event that an article tells of."""
    return next(e for e in store.events.standing() if article_id in {ref.article_id for ref in e.reports})


def owed(store: Store, now=NOW) -> tuple[Delivery, ...]:
    """What may be posted now: of each channel the first that is not settled, if it is due."""
    heads = [head for head in store.deliveries.heads() if head.rank != EDIT]
    firsts = [store.deliveries.backlog(head.channel.id, 1)[0] for head in heads]
    return tuple(d for d in firsts if d.state == "owed" and not (d.not_before and d.not_before > now))


def only(store: Store) -> Delivery:
    """The one delivery that is owed."""
    (delivery,) = owed(store)
    return delivery


def bring_two_that_are_one(store: Store) -> None:
    """Two events, of the living and of the dead, which the next report proves to be one."""
    bring(store, "living", report(ua(75), ru(75)))
    bring(store, "dead", report(ua(212, category=BODIES)))
