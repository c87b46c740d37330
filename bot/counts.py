"""What a report's figures come to: for each kind of people, direction and side. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from detectors import Category, Qualifier, Transfer

# The figures of two sides or outlets for one exchange lie this near (195/207, 238/250), as a share of the larger.
NEAR = 0.87
# Up to this many may be the people of whom a report speaks within a larger exchange: its named ones, a first group.
FEW = 10
# So few are named persons, of whom features are written for days.
FEW_NAMED = 3

Key = tuple[str, str, str]  # family, "from" or "to" or "both", side


@dataclass(frozen=True, slots=True)
class Figure:
    """All that a report says of one family of people in one direction.

    `values`: every count and sum of counts; `most`: the largest of them; `low` and `high`: what a vague one allows;
    `rest`: what is still to come of an exchange that has begun; `lead`: the count that is told first.
    """

    values: frozenset[int]
    most: int
    low: int
    high: int
    planned: bool
    rest: bool
    lead: int = 0

    @property
    def is_vague(self) -> bool:
        """Whether it may be another number."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Figures:
    """A report's figures by (family, "from" or "to" or "both", side); hashed once, since they are compared often."""

    known: tuple[tuple[Key, Figure], ...] = ()
    by_key: Mapping[Key, Figure] = field(init=False, repr=False, compare=False)
    mark: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", dict(self.known))
        object.__setattr__(self, "mark", hash(self.known))

    def __hash__(self) -> int:
        return self.mark


NO_FIGURES = frozenset({Figures()})  # of a group whose reports give none


@lru_cache(maxsize=4096)
def _kept(figures: Figures) -> Figures:
    """The first of equal ones: what is the same thing need not be compared part by part."""
    return figures


def figures_of(
    transfers: Iterable[Transfer], sides: Mapping[str, str], family: Callable[[Category], str], *, begun: bool
) -> Figures:
    """What a report's transfers come to, for each family, direction and side; `begun`: it is no mere announcement."""
    done: dict[Key, list[Transfer]] = {}
    planned: dict[Key, list[Transfer]] = {}
    for transfer in transfers:
        if not transfer.count:
            continue
        givers = {sides.get(party, party) for party in transfer.released_by}
        getters = {sides.get(party, party) for party in transfer.returned_to}
        kind = family(transfer.category)
        if givers == getters or (len(givers) > 1 and givers & getters):
            keys = [(kind, "both", "")]
        else:
            keys = [*((kind, "from", side) for side in givers), *((kind, "to", side) for side in getters)]
        for key in keys:
            (planned if transfer.planned else done).setdefault(key, []).append(transfer)
    known = {key: _figure(tuple(done.get(key) or planned[key]), begun=begun) for key in sorted({*done, *planned})}
    for key in done.keys() & planned.keys():  # seven freed and thirteen to come are twenty
        rest = _figure(tuple(planned[key]), begun=begun)
        known[key] = replace(known[key], values=known[key].values | {known[key].most + rest.most})
    return _kept(Figures(tuple(known.items())))


@lru_cache(maxsize=4096)
def _figure(transfers: tuple[Transfer, ...], *, begun: bool) -> Figure:
    """What they come to; whoever one side gave the other got, so that each is mostly asked for twice."""
    counts = [transfer.count or 0 for transfer in transfers]
    by_category: dict[Category, int] = {}
    for transfer in transfers:
        by_category[transfer.category] = max(by_category.get(transfer.category, 0), transfer.count or 0)
    parts = {part.count for transfer in transfers for part in transfer.breakdown}
    sums = {sum(counts)} if len(transfers) > 1 else set()
    if Category.MIXED not in by_category:
        sums.add(sum(by_category.values()))
    most = max(by_category.get(Category.MIXED, 0) or sum(by_category.values()), *counts)
    lead = max(transfers, key=lambda transfer: transfer.count or 0)
    low, high = bounds(lead)
    planned = all(t.planned for t in transfers)
    first = max(transfers, key=lambda transfer: (prominence(transfer), transfer.count or 0)).count or 0
    return Figure(frozenset({*counts, *parts, *sums}), most, low, high, planned, planned and begun, first)


def prominence(transfer: Transfer) -> tuple[bool, int]:
    """How early an article tells it: of two figures for one way the first is the news, the other a total or a part."""
    found = transfer.evidence
    return (found[0].field == "title", -found[0].start) if found else (False, 0)


def bounds(transfer: Transfer) -> tuple[int, int]:
    """Between which figures a vague one may lie."""
    count, top = transfer.count or 0, transfer.count_max or transfer.count or 0
    match transfer.qualifier:
        case Qualifier.AT_LEAST:
            return count, 2 * top
        case Qualifier.AT_MOST:
            return 0, top
        case Qualifier.ABOUT:
            return int(count * NEAR), int(top / NEAR)
        case _:
            return count, top
