"""Reports and articles in few words, for tests of what follows the detector."""

from datetime import UTC, date, datetime

from detectors import Article, Category, Kind, Qualifier, Report, Status, Transfer

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


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
