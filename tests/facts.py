"""Reports, articles and the events that they make, in few words: for tests of what follows the detector."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from bot.events import place
from bot.types import Event, Placement
from detectors import Article, Category, Kind, Qualifier, Report, Status, Transfer

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DAY = NOW.date()
BODIES = Category.BODIES


def transfer(
    giver: str, receiver: str, count: int | None, category: Category = Category.PRISONERS_OF_WAR, **more
) -> Transfer:
    """One directed movement; "A+B" is two parties."""
    exactness = more.pop("qualifier", Qualifier.UNKNOWN if count is None else Qualifier.EXACT)
    sides = {"released_by": tuple(giver.split("+")), "returned_to": tuple(receiver.split("+"))}
    return Transfer(category=category, count=count, qualifier=exactness, **sides, **more)


def report(*transfers: Transfer, day: date | None = None, status: Status = Status.COMPLETED, **more) -> Report:
    """What an article says; the parties are those of its transfers."""
    parties = tuple(dict.fromkeys(p for t in transfers for p in (*t.released_by, *t.returned_to)))
    bodies = {t.category is Category.BODIES for t in transfers}
    kind = Kind.BOTH if len(bodies) > 1 else Kind.BODIES if bodies == {True} else Kind.EXCHANGE
    facts = {"parties": parties, "kind": kind, "confidence": 0.9, "event_date": day, **more}
    return Report(status=status, transfers=transfers, **facts)


def article(name: str, published: datetime | date | None = NOW) -> Article:
    """An article of an outlet of the same name."""
    return Article(id=name, title=f"News by {name}", url=f"https://{name}.example/1", source=name, published=published)


def ua(count: int | None, **more) -> Transfer:
    """Ukrainians home from Russia."""
    return transfer("Russia", "Ukraine", count, **more)


def ru(count: int | None, **more) -> Transfer:
    """Russians home from Ukraine."""
    return transfer("Ukraine", "Russia", count, **more)


def told(*stories: tuple[Report, Article], now: datetime = NOW) -> list[Event]:
    """The events after these stories came in, in this order."""
    events: list[Event] = []
    for each, source in stories:
        change = place(each, source, events, now)
        changed = [change.event, *(other.event for other in change.others)]
        gone = {event.id for event in (*changed, *change.merged)}
        events = [*(event for event in events if event.id not in gone), *changed]
    return events


def second(first: Report, other: Report, published: object = NOW) -> Placement:
    """How the second story is placed after the first."""
    (event,) = told((first, article("first")))
    now = max(NOW, published) if isinstance(published, datetime) else NOW
    return place(other, article("second", published), [event], now)  # type: ignore[arg-type]


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    """Which articles came together."""
    return {frozenset(ref.article_id for ref in event.reports) for event in events}


def placed(each: Report, source: Article, events: Sequence[Event]) -> Placement:
    """How a report is placed now."""
    return place(each, source, events, NOW)
