"""Can two reports' figures be of one exchange? Each side's, totals over both, parts, vague ones. Pure."""

from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from bot.counts import FEW, NEAR, Figure, Figures

# On one day, figures this near are rather one exchange told twice (150/189) than two.
MILD = 0.6
# Of a large deal so much at least is done at once, each way, though it takes weeks to begin.
LARGE_PART = 0.25


class Relation(Enum):
    """How two reports' figures for the same people and direction stand to one another.

    The values are the points that it counts on the same day, on the next, and later.
    """

    FITS = (1.0, 0.5, 0.5)  # "more than 100" and 103; a total over both sides
    NEAR = (1.0, -1.0, -1.0)
    MISREAD = (1.0, -3.0, -3.5)  # the wrong way round, or both sides' total as one side's
    PART = (0.0, 0.0, -0.5)  # a few within many
    PLANNED = (0.01, 0.005, 0.005)  # some of what was announced: a stage
    SHORT = (0.01, 0.005, -3.0)  # fewer than were still to go: days later they would all have gone
    MILD = (-0.5, -3.0, -3.0)
    FEWER = (-1.0, -3.0, -3.0)  # small numbers that differ: two of three
    CONFLICT = (-1.0, -3.5, -3.5)  # one side's figure may be misread, or a part


_CONTRADICTIONS = frozenset({Relation.MILD, Relation.CONFLICT})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two reports' figures agree; `equal` is the largest count that both have as a main figure.

    `both_ways`: figures could be compared for people who went each way; `agreed`: how many different counts both have
    or nearly have, so that 3 for 90 tells more than 90 each.
    """

    equal: int = 0
    relations: frozenset[Relation] = frozenset()
    both_ways: bool = False
    agreed: int = 0
    scores: tuple[float, ...] = field(init=False, repr=False, compare=False)  # on the same day, on the next, and later

    def __post_init__(self) -> None:
        object.__setattr__(self, "scores", tuple(map(self._score, range(3))))

    def points(self, gap: int) -> float:
        """What it counts, so many days apart; a gap that is not known (-1) may be large."""
        return self.scores[min(gap, 2)]

    def _score(self, gap: int) -> float:
        """What it counts; equal figures of many people say more than those of few.

        Two exchanges of the same sides on one day are rarer than a wrong figure, so a day outweighs one; but not
        figures that differ both ways.
        """
        strict = gap == 0 and self.both_ways and self.relations <= _CONTRADICTIONS
        others = [relation.value[1 if strict else gap] for relation in self.relations]
        worst = min(others, default=0.0)
        if self.equal:
            told = 3.0 if self.equal >= 2 * FEW else 2.0 if self.equal > 3 else 1.0
            return told if gap == 0 else told + max(-2.0, min(0.0, worst))
        return worst if worst < 0 else max(others, default=0.0)

    @property
    def contradicts(self) -> bool:
        """Whether a figure of one cannot be the other's."""
        return Relation.CONFLICT in self.relations

    @property
    def differs(self) -> bool:
        """Whether some figure is hardly the other's, small ones too."""
        return not self.relations.isdisjoint({*_CONTRADICTIONS, Relation.FEWER})

    @property
    def differs_of_few(self) -> bool:
        """Whether a small number is not the other's; a larger one may count others in."""
        return Relation.FEWER in self.relations

    @property
    def differs_of_many(self) -> bool:
        """Whether a figure of many people is not the other's, be it near."""
        return not self.relations.isdisjoint({*_CONTRADICTIONS, Relation.NEAR})

    @property
    def words(self) -> str:
        """Why, for people."""
        if self.equal:
            return f"the same count {self.equal}"
        if not self.relations:
            return "no figure to compare"
        worst = min(self.relations, key=lambda relation: (relation.value[0], relation.name))
        return {
            Relation.FITS: "counts that fit",
            Relation.NEAR: "counts that lie near",
            Relation.MISREAD: "the same count read another way",
            Relation.PART: "a part of the count",
            Relation.PLANNED: "a part of what was announced",
            Relation.SHORT: "fewer than were still to go",
        }.get(worst, "other counts")


@lru_cache(maxsize=65536)
def compare(one: Figures, other: Figures) -> Comparison:
    """How two reports' figures agree, over everything that both have figures for."""
    shared, relations = {0}, set()
    both = one.by_key.keys() & other.by_key.keys()
    for key in both:
        same, relation = _relation(one.by_key[key], other.by_key[key])
        shared.add(same)
        if relation:
            relations.add(relation)
    for total, parts in ((one, other), (other, one)):
        same, relation = _joint(total, parts)
        shared.add(same)
        if relation:
            relations.add(relation)
    equal = max(shared)
    if equal:
        relations.add(Relation.FITS)
    elif relations & _CONTRADICTIONS and (
        _misread(one, other) or _misread(other, one) or _are_shared_otherwise(one, other)
    ):
        relations = {Relation.MISREAD}
    agreed = len(shared) - 1 + (equal > 0 and Relation.NEAR in relations)
    both_ways = sum(way == "to" for _, way, _ in both) > 1
    return Comparison(equal, frozenset(relations), both_ways=both_ways, agreed=agreed)


def is_large_part(done: Figures, plan: Figures) -> bool:
    """Whether both ways a large part of those planned went, and not many more."""
    planned = {key: figure.most for key, figure in plan.known if key[1] == "to"}
    shares = [figure.most / planned[key] for key, figure in done.known if key in planned and not figure.planned]
    return len(shares) > 1 and all(LARGE_PART <= share <= 1 / NEAR for share in shares)


def is_small_part(done: Figures, plan: Figures) -> bool:
    """Whether of those planned far fewer went, each way that both tell of."""
    planned = {key: figure.most for key, figure in plan.known if key[1] == "to"}
    shares = [figure.most / planned[key] for key, figure in done.known if key in planned and not figure.planned]
    return bool(shares) and all(share < MILD for share in shares)


def _relation(one: Figure, other: Figure) -> tuple[int, Relation | None]:
    """The count that both have, where it is a main one; else how they differ."""
    shared = max(one.values & other.values, default=0)
    if shared * 2 >= min(one.most, other.most):
        return (shared, None) if one.is_vague is other.is_vague else (0, Relation.FITS)
    if one.planned is not other.planned:
        plan, done = (one, other) if one.planned else (other, one)
        if plan.rest and done.most < plan.most * NEAR:
            return 0, Relation.SHORT
        return 0, Relation.PLANNED if done.most <= plan.most / NEAR else Relation.CONFLICT
    if one.rest or other.rest:  # what is left says nothing of another half of it, nor of the whole plan
        return 0, None
    if one.low <= other.most <= one.high or other.low <= one.most <= other.high:
        return 0, Relation.FITS
    return 0, _difference(*sorted((one.most, other.most)))


def _difference(smaller: int, larger: int) -> Relation:
    share = smaller / larger
    if share >= NEAR:
        return Relation.NEAR
    if larger <= 2 * FEW:
        few = larger <= FEW or (smaller <= FEW and share <= 0.5)
        return Relation.FEWER if few else Relation.MILD if share >= MILD else Relation.CONFLICT
    if smaller <= FEW:
        return Relation.PART
    return Relation.MILD if share >= MILD else Relation.CONFLICT


def _joint(total: Figures, parts: Figures) -> tuple[int, Relation | None]:
    """A total over both sides against the sides' own figures: their sum, twice the one, or one side's after all."""
    for (kind, way, _), figure in total.known:
        if way != "both":
            continue
        given = [each for (theirs, direction, _), each in parts.known if (theirs, direction) == (kind, "to")]
        if not given:
            continue
        summed = sum(each.most for each in given)
        if summed in figure.values:
            return summed, None
        if any(each.planned is not figure.planned for each in given):
            return 0, None
        return 0, _share_of(figure, given, summed)
    return 0, None


def _misread(one: Figures, other: Figures) -> bool:
    """Whether one has the other's figure the wrong way round, or the other's total as one side's."""
    totals: dict[str, int] = {}
    for (kind, way, _), figure in other.known:
        if way == "to":
            totals[kind] = totals.get(kind, 0) + figure.most
    for (kind, way, side), mine in one.known:
        turned = other.by_key.get((kind, "from" if way == "to" else "to", side))
        if mine.most > FEW and mine.most in (totals.get(kind), turned and turned.most):
            return True
    return False


def _are_shared_otherwise(one: Figures, other: Figures) -> bool:
    """Whether both tell of as many people in all, if not of as many each way: 13 for 13, and 15 for 11."""
    mine, theirs = ({key: f.most for key, f in each.known if key[1] == "to"} for each in (one, other))
    total = sum(mine.values())
    return len(mine) > 1 and mine.keys() == theirs.keys() and total == sum(theirs.values()) > 2 * FEW


def _share_of(total: Figure, given: list[Figure], summed: int) -> Relation | None:
    """How a total stands to the sides' figures; they may be a part of it, and then say nothing."""
    possible = [summed, *(2 * each.most for each in given if len(given) == 1)]
    if any(total.low * NEAR <= each <= total.high / NEAR for each in possible):
        return Relation.FITS
    return None if summed < total.most else _difference(total.most, summed)
