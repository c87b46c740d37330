"""Events of every shape to show, with facts like those of the news, in our own words."""

from datetime import UTC, date, datetime

from bot.types import Event, EventStatus, ReportRef
from detectors import Category, Kind, Part, Qualifier, Status, Transfer

NOW = datetime(2025, 6, 20, 12, 0, tzinfo=UTC)


def transfer(released_by, returned_to, category, count=None, qualifier=Qualifier.EXACT, **more) -> Transfer:
    """A transfer in few words; no count is no figure."""
    exactness = Qualifier.UNKNOWN if count is None else qualifier
    sides = {"released_by": _names(released_by), "returned_to": _names(returned_to)}
    return Transfer(category=category, count=count, qualifier=exactness, **sides, **more)


def event(*transfers: Transfer, parties=("Russia", "Ukraine"), status=EventStatus.COMPLETED, **more) -> Event:
    """An event in few words."""
    bodies = {one.category is Category.BODIES for one in transfers}
    kind = Kind.BOTH if len(bodies) > 1 else Kind.BODIES if bodies == {True} else Kind.EXCHANGE
    facts = {"id": "e1", "kind": kind, "first_seen": NOW, "updated": NOW, **more}
    return Event(parties=parties, status=status, transfers=transfers, **facts)


def report(source: str | None, url: str | None = "https://news.example/1") -> ReportRef:
    """Where a report stands."""
    return ReportRef(article_id=f"{source} {url}", url=url, source=source, status=Status.COMPLETED)


def _names(names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


POW, BODIES, CIVILIANS = Category.PRISONERS_OF_WAR, Category.BODIES, Category.CIVILIANS

THE_FALLEN = event(
    transfer("Russia", "Ukraine", BODIES, 1200, claimed_by=("Russia's defence ministry",), confirmed_by=("Ukraine",)),
    transfer("Ukraine", "Russia", BODIES, 0, claimed_by=("Russian state media",)),
    transfer("Russia", "Ukraine", POW),
    transfer("Ukraine", "Russia", POW),
    place="Belarus",
    agreement="Istanbul agreements",
    reports=(report("Fiji Global News"), report("Seaside Herald", "https://seaside.example/?a=1&b=<2>")),
)
EACH = event(
    transfer("Russia", "Ukraine", POW, 95, claimed_by=("Ukraine",)),
    transfer("Ukraine", "Russia", POW, 95, claimed_by=("Russia's defence ministry",)),
    id="e2",
    mediators=("United Arab Emirates",),
    event_date=date(2024, 7, 17),
    ordinal=53,
    reports=(report("Seaside Herald"),),
)
MANY_SIDES = event(
    transfer("Russia", "United States", Category.PRISONERS, 3),
    transfer(("Russia", "Belarus"), "Germany", Category.PRISONERS, 13),
    transfer(("United States", "Germany", "Poland", "Norway", "Slovenia"), "Russia", Category.PRISONERS, 8),
    parties=("Russia", "Belarus", "United States", "Germany", "Poland", "Norway", "Slovenia"),
    mediators=("Türkiye",),
    place="Ankara",
)
SPLIT = event(
    transfer(
        "Russia",
        "Ukraine",
        Category.MIXED,
        49,
        breakdown=(Part(category=POW, count=42), Part(category=CIVILIANS, count=7)),
    ),
)
