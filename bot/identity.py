"""Do two reports tell of one exchange? Structure decides, never likeness of words: sides, people, day, counts. Pure.

Points are given for what agrees and taken for what cannot be: the day and the counts must be able to outweigh each
other, since an honest report may have either wrong. `JOINS` is what a report needs to belong.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.counts import Comparison, Figures, compare, figures_of
from detectors import Article, Category, Kind, Report, Status, camp

# Points from which a report belongs to an exchange; 0.5 to 1.2 give the same groups on the labelled articles.
JOINS = 1.0
# Days around a report within which an exchange can be the one that it tells of.
WINDOW = timedelta(days=15)
# A stated day that lies further back than this is a recap's, or misread: it may not be the day of the news.
RECENT = 3
# Points for a report that came out so many days after the exchange and states no day: features go on for a week or two.
LATE = (2.0, 1.5, 1.5, 1.3, 1.2, 1.2, 1.1, 1.1, 1.0, 1.0, 1.0)
IMPOSSIBLE = -100.0

# Who stands on whose side, where the other side is the one named (None: whoever it is).
_STANDS_WITH = {
    "Saudi Arabia": ("Yemen", "Houthis"),
    "Sudan": ("Yemen", "Houthis"),
    "Afghanistan": ("Taliban", None),
    "DPR": ("Russia", "Ukraine"),
    "LPR": ("Russia", "Ukraine"),
    "Donetsk People's Republic": ("Russia", "Ukraine"),
    "Luhansk People's Republic": ("Russia", "Ukraine"),
    "Wagner Group": ("Russia", "Ukraine"),
    "Libyan National Army": ("Haftar forces", None),
}


def sides_of(parties: Iterable[str]) -> dict[str, str]:
    """The side on which each party stands in this exchange."""
    named = set(parties)
    camps = {camp(party) for party in named}
    out = {}
    for party in named:
        ally, against = _STANDS_WITH.get(party, (None, None))
        together = ally is not None and (against in camps if against else ally not in named)
        out[party] = str(ally) if together else camp(party)
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What of a report tells one exchange from another; `stated` is the day that it gives, `out` when it came out."""

    sides: frozenset[str]
    families: frozenset[str]
    stated: date | None
    out: date | None
    coming: bool
    staged: bool
    ordinal: int | None
    figures: Figures

    @property
    def day(self) -> date | None:
        """The stated day, where it is recent enough to be the news's own."""
        if self.stated and self.out and (self.out - self.stated).days > RECENT and not self.coming:
            return None
        return self.stated

    @property
    def when(self) -> date | None:
        """The likeliest day."""
        return self.day or self.out

    @property
    def weight(self) -> tuple[int, int]:
        """How much it tells: those that tell most are placed first, so that the vague ones find their place."""
        return (2 if self.day and not self.coming else 1 if self.coming else 0, len(self.figures.known))


def day_of(article: Article) -> date | None:
    """The day on which an article came out."""
    return article.published.date() if isinstance(article.published, datetime) else article.published


def family(category: Category) -> str:
    """Bodies, children and everybody else come home in exchanges of their own."""
    return category.value if category in {Category.BODIES, Category.CHILDREN} else "living"


def parties_of(report: Report) -> tuple[str, ...]:
    """Those between whom people went; who only helps is on no side."""
    parties = report.parties or tuple(p for t in report.transfers for p in (*t.released_by, *t.returned_to))
    return tuple(party for party in parties if party not in report.mediators) or parties


def facts_of(report: Report, out: date | None) -> Facts:
    """What matters of a report."""
    sides = sides_of(parties_of(report))
    families = {family(t.category) for t in report.transfers} or _KIND_FAMILIES[report.kind]
    return Facts(
        sides=frozenset(sides.values()),
        families=frozenset(families),
        stated=report.event_date,
        out=out,
        coming=report.status is Status.ANNOUNCED,
        staged=report.status is Status.ONGOING,
        ordinal=report.ordinal,
        figures=figures_of(report.transfers, sides, family, begun=report.status is not Status.ANNOUNCED),
    )


_KIND_FAMILIES = {Kind.EXCHANGE: {"living"}, Kind.BODIES: {"bodies"}, Kind.BOTH: {"living", "bodies"}}


@dataclass(slots=True)
class Group:
    """What is known of one exchange from the reports that tell of it."""

    members: list[Facts] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    figures: set[Figures] = field(default_factory=set)

    def add(self, facts: Facts) -> None:
        """Take a report in."""
        self.members.append(facts)
        self.sides |= facts.sides
        self.families |= facts.families
        self.figures.add(facts.figures)

    @property
    def coming(self) -> bool:
        """Whether it has only been announced."""
        return all(facts.coming for facts in self.members)

    @property
    def stated(self) -> date | None:
        """The day that most reports of it state; before it happened, the announced one."""
        days = Counter(facts.day for facts in self._telling() if facts.day)
        return min(days, key=lambda day: (-days[day], day)) if days else None

    @property
    def out(self) -> date | None:
        """When most reports of it came out: one may be too early, and features follow for days."""
        days = Counter(facts.out for facts in self._telling() if facts.out)
        return min(days, key=lambda day: (-days[day], day)) if days else None

    @property
    def staged(self) -> bool:
        """Whether more stages are announced to follow it."""
        return any(facts.staged for facts in self.members)

    @property
    def when(self) -> date | None:
        """The likeliest day."""
        return self.stated or self.out

    @property
    def ordinals(self) -> set[int]:
        """The ordinals that reports give it."""
        return {facts.ordinal for facts in self.members if facts.ordinal is not None}

    def _telling(self) -> list[Facts]:
        return [facts for facts in self.members if facts.coming is self.coming]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely a report tells of an exchange, and why."""

    points: float
    why: str = ""


def likeness(facts: Facts, group: Group) -> Likeness:
    """Points for the report telling of the exchange, with the reason; far below zero where it cannot."""
    shared = facts.sides & group.sides
    if not shared:
        return Likeness(IMPOSSIBLE, "other sides")
    if facts.families and group.families and not facts.families & group.families:
        return Likeness(IMPOSSIBLE, "other people")
    days, gap = day_points(facts, group)
    figures = _compared(facts, group, gap)
    equal = figures.equal
    if days == NEXT_DAY:
        days = _overnight(facts, group, equal)
    points = days + figures.points(gap) + _ordinal_points(facts, group, equal)
    named = min(len(facts.sides), len(group.sides))
    if len(shared) == 1 and named == 1:
        points -= ONE_SIDE
    elif len(shared) == 1:  # another name for a side: only the figures can tell
        if equal < TELLING_NAME or gap != 0 or figures.contradicts:
            return Likeness(IMPOSSIBLE, "other sides")
        points -= OTHER_NAME
    return Likeness(points, f"same sides, {_gap_words(gap)}, {figures.words} ({points:.1f} points)")


# A report that names one side only, or another name for a side, must agree more in the rest.
ONE_SIDE, OTHER_NAME = 0.5, 1.0
# The least equal count that shows two names to mean one side; and two days to mean one, on either side of midnight.
TELLING_NAME, TELLING_OVERNIGHT = 5, 50
OTHER_DAY, NEXT_DAY, BEFORE = -6.0, -2.5, -1.0


def _overnight(facts: Facts, group: Group, equal: int) -> float:
    """Points for days that differ by one: the night between, or the next stage, which often has the same figures."""
    if facts.staged or group.staged:
        return -1.0 if equal >= TELLING_OVERNIGHT else NEXT_DAY
    return 0.0 if equal else NEXT_DAY


def _gap_words(gap: int) -> str:
    return "no day known" if gap < 0 else "same day" if gap == 0 else f"{gap} days apart"


def day_points(facts: Facts, group: Group) -> tuple[float, int]:
    """Points for the days, and how many lie between; -1 where one is not known."""
    if facts.when is None or group.when is None:
        return 0.0, -1
    if facts.coming or group.coming:
        return _coming_points(facts, group)
    points, gap = _past_points(facts.day, facts.out, group)
    if facts.stated and facts.day is None:  # a day far back: a recap's, or misread
        there, there_gap = _past_points(facts.stated, facts.out, group)
        if there > points - 1.0:
            return there, there_gap
        points -= 1.0
    return points, gap


def _past_points(day: date | None, out: date | None, group: Group) -> tuple[float, int]:
    theirs = group.stated
    if day and theirs:
        gap = abs((day - theirs).days)
        return (LATE[0] if gap == 0 else NEXT_DAY if gap == 1 else OTHER_DAY), gap
    mine = day or out
    other = group.when
    assert mine is not None, "asked only where a day is known"
    assert other is not None, "asked only where a day is known"
    late = (mine - other).days
    if (theirs and late < 0) or (day and late > 0):  # it came out before the day on which it happened
        ahead = abs(late)
        return (BEFORE if ahead == 1 else OTHER_DAY), ahead
    gap = abs(late)
    return (LATE[gap] if gap < len(LATE) else 0.0 if gap <= WINDOW.days else OTHER_DAY), gap


def _coming_points(facts: Facts, group: Group) -> tuple[float, int]:
    """Points where one side of the comparison is an announcement."""
    if facts.coming and group.coming:
        if facts.day and group.stated:
            gap = abs((facts.day - group.stated).days)
            return (2.0 if gap == 0 else 0.5 if gap == 1 else -1.5), gap
        assert facts.out or facts.day, "asked only where a day is known"
        gap = abs(((facts.out or facts.when) - (group.out or group.when)).days)  # type: ignore[operator]
        return (1.2 if gap <= WINDOW.days else OTHER_DAY), gap
    if facts.coming:
        return _announced(facts.day, facts.out, group.when)
    return _announced(group.stated, group.out, facts.when)


def _announced(planned: date | None, said: date | None, happened: date | None) -> tuple[float, int]:
    """An announcement made on a day, for a day or none, and what happened on a day."""
    assert happened is not None, "asked only where a day is known"
    if planned is not None:
        late = (happened - planned).days
        gap = abs(late)
        if gap <= 1:
            return (2.0 if gap == 0 else 1.5), gap
        if late > 0:
            return (1.0 if late <= len(LATE) - 4 else OTHER_DAY), gap
        return (0.8 if said is None or happened >= said else OTHER_DAY), gap
    if said is None:
        return 0.0, -1
    wait = (happened - said).days
    if wait >= 0:
        return (1.5 - 0.02 * wait if wait <= WINDOW.days else OTHER_DAY), wait
    return (0.5 if wait == -1 else -0.5 if wait >= -RECENT else OTHER_DAY), -wait


def _compared(facts: Facts, group: Group, gap: int) -> Comparison:
    """The best agreement with any report of it that has a comparable figure."""
    found = [c for other in group.figures if (c := compare(facts.figures, other)).relations]
    return max(found, key=lambda c: (c.points(gap), c.equal), default=Comparison())


def _ordinal_points(facts: Facts, group: Group, equal: int) -> float:
    """The same ordinal says much; another one too, unless it counts something else (this year's, since 2022)."""
    if facts.ordinal is None or not group.ordinals:
        return 0.0
    if facts.ordinal in group.ordinals:
        return 3.0
    near = min(abs(facts.ordinal - other) for other in group.ordinals) <= 3
    return -6.0 if near else -0.5 if equal else -3.0
