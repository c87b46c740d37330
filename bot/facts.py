"""What of a report tells one exchange from another, and what is known of an exchange from its reports. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, lru_cache

from bot.counts import Figures, figures_of
from detectors import Article, Category, Kind, Report, Status, Transfer, camp

# A stated day that lies further back than this is a recap's, or misread: it may not be the day of the news.
RECENT = 3
# One person beside so many of another kind is not the news.
_CROWD = 20

# Who stands on whose side, where that side or the other is named (None: whoever the other is).
_STANDS_WITH = {
    "Saudi Arabia": ("Yemen", "Houthis"),
    "Saudi-led coalition": ("Yemen", "Houthis"),
    "Sudan": ("Yemen", "Houthis"),
    "Afghanistan": ("Taliban", None),
    "DPR": ("Russia", "Ukraine"),
    "LPR": ("Russia", "Ukraine"),
    "Donetsk People's Republic": ("Russia", "Ukraine"),
    "Luhansk People's Republic": ("Russia", "Ukraine"),
    "Wagner Group": ("Russia", "Ukraine"),
    "Libyan National Army": ("Haftar forces", None),
}


@cache
def opponent(side: str) -> str | None:
    """The other side of a side's war, if it has one."""
    from detectors.parties import opponent as known  # the detector's data load only once there is something to place

    return known(side)


@cache
def is_group(side: str) -> bool:
    """Whether it is an armed group."""
    from detectors.parties import is_group as known

    return known(side)


@cache
def hosts() -> frozenset[str]:
    """The states that lend planes and airports, so often that texts make a side of them."""
    from detectors.language import parties

    return frozenset(name for name, entry in parties().items() if entry.get("broker"))


def sides_of(parties: Iterable[str]) -> dict[str, str]:
    """The side on which each party stands in this exchange."""
    return _sides_of(frozenset(parties)).copy()


@lru_cache(maxsize=4096)
def _sides_of(named: frozenset[str]) -> dict[str, str]:
    """The same parties come again with every report of an exchange, and each is placed several times."""
    camps = {camp(party) for party in named}
    out = {}
    for party in named:
        ally, against = _STANDS_WITH.get(party, (None, None))
        together = ally is not None and (bool({ally, against} & camps) if against else ally not in named)
        out[party] = str(ally) if together else camp(party)
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What of a report tells one exchange from another.

    `sides` are the camps between whom people went, `helpers` those that only help, `families` the kinds of people that
    come home in exchanges of their own. `stated` is the day that it gives, `day` that day where it is recent enough to
    be the news's own, `out` the day on which it came out. `coming`: it is yet to happen; `staged`: more is to follow;
    `moving`: it tells who went; `doubtful`: by itself it is rather no report.
    """

    sides: frozenset[str]
    helpers: frozenset[str]
    families: frozenset[str]
    stated: date | None
    out: date | None
    coming: bool
    staged: bool
    ordinal: int | None
    figures: Figures
    day: date | None
    moving: bool = True
    doubtful: bool = False
    when: date | None = field(init=False, compare=False)  # the likeliest day

    def __post_init__(self) -> None:
        object.__setattr__(self, "when", self.day or self.out)

    @property
    def is_vague(self) -> bool:
        """Whether it tells so little that it fits many: no side, or one and no figure."""
        return not self.sides or (len(self.sides) < 2 and not self.figures.known)

    @property
    def weight(self) -> tuple[int, int]:
        """(how sure its day is, how many figures): who tells most is placed first, so that the vague find a place."""
        return (2 if self.day and not self.coming else 1 if self.coming else 0, len(self.figures.known))


def day_of(article: Article) -> date | None:
    """The day on which an article came out."""
    return article.published.date() if isinstance(article.published, datetime) else article.published


_FAMILIES = {category: category.value for category in (Category.BODIES, Category.CHILDREN)}


def family(category: Category) -> str:
    """Bodies, children and everybody else come home in exchanges of their own."""
    return _FAMILIES.get(category, "living")


def parties_of(report: Report) -> tuple[str, ...]:
    """Those between whom people went; who only helps is on no side."""
    parties = report.parties or tuple(p for t in report.transfers for p in (*t.released_by, *t.returned_to))
    return tuple(party for party in parties if party not in report.mediators) or parties


def names_nobody(report: Report | None) -> bool:
    """Whether it does not tell between whom people went."""
    return report is not None and not parties_of(report)


def facts_of(report: Report, out: date | None) -> Facts:
    """What matters of a report."""
    sides = sides_of(parties_of(report))
    moved = [t for t in report.transfers if t.count != 0] or report.transfers  # of nobody, any word may be said
    families = _families(moved) or _KIND_FAMILIES[report.kind]
    coming = report.status is Status.ANNOUNCED or _is_plan(report)
    old = report.event_date and out and (out - report.event_date).days > RECENT and not coming
    return Facts(
        sides=frozenset(sides.values()),
        helpers=frozenset(map(camp, report.mediators)),
        families=frozenset(families),
        stated=report.event_date,
        out=out,
        day=None if old else report.event_date,
        coming=coming,
        staged=report.status is Status.ONGOING,
        ordinal=report.ordinal,
        figures=figures_of(report.transfers, sides, family, begun=not coming),
        moving=bool(report.transfers),
        doubtful=report.is_doubtful,
    )


def _is_plan(report: Report) -> bool:
    """Whether nobody that it tells of has gone yet, whatever it says of itself."""
    return bool(report.transfers) and all(transfer.planned for transfer in report.transfers)


def _families(transfers: Iterable[Transfer]) -> set[str]:
    """Which people it tells of, but for one beside many of another kind, who is misread or not the news."""
    most: dict[str, int] = {}
    for transfer in transfers:
        kind = family(transfer.category)
        most[kind] = max(most.get(kind, 0), transfer.count or 0)
    return {kind for kind, count in most.items() if count != 1 or max(most.values()) < _CROWD}


_KIND_FAMILIES = {Kind.EXCHANGE: {"living"}, Kind.BODIES: {"bodies"}, Kind.BOTH: {"living", "bodies"}}


@dataclass(slots=True)
class Group:
    """What is known of one exchange from the reports that tell of it.

    `coming`: it has only been announced; `staged`: more stages are to follow; `stated`: the day that most reports
    state, before it happened the announced one; `out`: when most of them came out, since one may be too early and
    features follow for days; `when`: the likeliest day; `planned`: the days for which it was announced; `moving`:
    a report tells who went.
    """

    members: list[Facts] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    helpers: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    figures: set[Figures] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    coming: bool = True
    staged: bool = False
    moving: bool = False
    stated: date | None = None
    out: date | None = None
    when: date | None = None
    planned: set[date] = field(default_factory=set)
    days: dict[date, int] = field(default_factory=dict)  # how many state each
    outs: dict[date, int] = field(default_factory=dict)  # how many came out on each

    def add(self, facts: Facts) -> None:
        """Take a report in."""
        self.members.append(facts)
        self.sides |= facts.sides
        self.helpers |= facts.helpers
        self.families |= facts.families
        self.figures.add(facts.figures)
        if facts.ordinal is not None:
            self.ordinals.add(facts.ordinal)
        self.staged = self.staged or facts.staged
        self.moving = self.moving or facts.moving
        if facts.coming and facts.day is not None:
            self.planned.add(facts.day)
        if self.coming and not facts.coming:  # it has happened: what was announced tells its day no more
            self.coming = False
            self.days, self.outs, self.stated, self.out = {}, {}, None, None
        if facts.coming is self.coming:
            self.stated = _most_said(self.days, facts.day, self.stated)
            self.out = _most_said(self.outs, facts.out, self.out)
            self.when = self.stated or self.out

    def copy(self) -> "Group":
        """Another group of the same reports."""
        return Group(
            [*self.members],
            {*self.sides},
            {*self.helpers},
            {*self.families},
            {*self.figures},
            {*self.ordinals},
            self.coming,
            self.staged,
            self.moving,
            self.stated,
            self.out,
            self.when,
            {*self.planned},
            {**self.days},
            {**self.outs},
        )


def _most_said(days: dict[date, int], day: date | None, most: date | None) -> date | None:
    """Count a day in; the one that is said most, the earliest of several, which was `most` before."""
    if day is None:
        return most
    days[day] = days.get(day, 0) + 1
    return day if most is None or (-days[day], day) < (-days[most], most) else most
