"""Directed movements: each figure of the article is read as one way, both ways, a total over both, or none of it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detectors import weigh
from detectors.directions import Camp, camps, mentions
from detectors.figures import Figure, both_ways, family, read_figures
from detectors.parties import camp, opponent, takes_hostages
from detectors.sides import Reading
from detectors.types import Category, Transfer
from detectors.types import Part as Share

Signals = Mapping[str, float]


class Way(StrEnum):
    """What a figure counts."""

    NONE = "none"  # nothing of this event
    ONE = "one"  # people of one side
    EACH = "each"  # as many people of either side
    JOINT = "joint"  # people of both sides together


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a figure; camps are named for Way.ONE alone."""

    way: Way
    giver: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A figure with how likely (0 to 1) each way to read it is."""

    figure: Figure
    chances: Mapping[Option, float]

    @property
    def count(self) -> int:
        """The figure itself."""
        return self.figure.group.count

    @property
    def is_each(self) -> bool:
        """Whether the figure counts as many people of either side, rather than those of one."""
        each = self.chances.get(Option(Way.EACH), 0.0)
        return each >= max(chance for option, chance in self.chances.items() if option.way is Way.ONE)


def options(figure: Figure, sides: Mapping[str, Camp]) -> dict[Option, tuple[Signals, ...]]:
    """Every way to read a figure, with the signals that speak for it."""
    group, reading = figure.group, figure.reading
    own = {f"figure.{name}": value for name, value in figure.signals.items()}
    said = mentions(reading, group, figure.move)
    known = {side: each.signals | said.get(side, {}) for side, each in sides.items()}
    gives = {side: {f"gives.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    gets = {side: {f"gets.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    out: dict[Option, tuple[Signals, ...]] = {Option(Way.NONE): ()}
    for giver in known:
        for receiver in known:
            if giver != receiver:
                between = _between(figure, giver, receiver)
                out[Option(Way.ONE, giver, receiver)] = (own, gives[giver], gets[receiver], between)
    if len(sides) >= 2:
        shared = both_ways(group, reading) | {
            name: figure.signals[name] for name in _SUMS if name in figure.signals
        }
        for way in (Way.EACH, Way.JOINT):
            out[Option(way)] = (own, {f"{way}.{name}": value for name, value in shared.items()} | {f"{way}.bias": 1.0})
    return out


_SUMS = ("sum", "sum.near", "sum.vague", "double", "again")


def _between(figure: Figure, giver: str, receiver: str) -> Signals:
    """What speaks for these two together."""
    out = {"one.bias": 1.0}
    enemy = opponent(giver)
    if enemy is not None:
        out["opponents" if camp(enemy) == receiver else "strangers"] = 1.0
    pair = figure.group.pair
    nation = figure.reading.groups[pair].nation if pair is not None else None
    if nation is not None:
        part = "gives" if camp(nation) == giver else "gets" if camp(nation) == receiver else "else"
        out[f"partner.{part}"] = 1.0
    return out


def reads(readings: Sequence[Reading], sides: Mapping[str, Camp]) -> list[Read]:
    """Every figure of the article, weighed."""
    return [Read(figure, _chances(options(figure, sides))) for figure in read_figures(readings)]


def _chances(choices: Mapping[Option, tuple[Signals, ...]]) -> dict[Option, float]:
    known: dict[int, float] = {}
    odds = {}
    for option, parts in choices.items():
        for part in parts:
            if id(part) not in known:
                known[id(part)] = weigh.points("figure", part)
        odds[option] = min(50.0, sum(known[id(part)] for part in parts))
    total = sum(map(math.exp, odds.values()))
    return {option: math.exp(each) / total for option, each in odds.items()}


@dataclass(frozen=True, slots=True)
class Claim:
    """So many people went this way: the best reading of one figure, with its chance."""

    read: Read
    way: Way
    giver: str
    receiver: str
    chance: float

    @property
    def kind(self) -> Category | None:
        """Whom it counts, as far as they may not be confused."""
        return family(self.read.figure.group.category)


# A movement less likely than this is not told.
LIKELY = 0.4


def choose(found: Sequence[Read], sides: Mapping[str, Camp], living: Category, least: float = LIKELY) -> list[Transfer]:
    """The event's movements: the likeliest claims that do not contradict likelier ones."""
    kept: list[Claim] = []
    for claim in sorted(_claims(found, sides), key=lambda each: -each.chance):
        if claim.chance >= least and not any(_excludes(taken, claim) for taken in kept):
            kept.append(claim)
    return [
        _transfer(givers, receivers, claim.read, found, living)
        for claim in kept
        for givers, receivers in _directions(claim, sides)
    ]


def _claims(found: Sequence[Read], sides: Mapping[str, Camp]) -> Iterator[Claim]:
    """Each figure's movements: every mention of it counts once, "each" for both ways."""
    best: dict[tuple[int, bool, Way, str, str], Claim] = {}
    pair = tuple(sides)[:2]
    for read in found:
        dead = read.figure.group.category is Category.BODIES
        for option, chance in read.chances.items():
            each = read.chances.get(Option(Way.EACH), 0.0) if {option.giver, option.receiver} == set(pair) else 0.0
            if option.way in (Way.ONE, Way.JOINT):
                key = (read.count, dead, option.way, option.giver, option.receiver)
                claim = Claim(read, option.way, option.giver, option.receiver, chance + each)
                if key not in best or best[key].chance < claim.chance:
                    best[key] = claim
    return iter(best.values())


def _excludes(taken: Claim, claim: Claim) -> bool:
    """Whether a likelier claim leaves no room for this one."""
    same_way = (taken.giver, taken.receiver) == (claim.giver, claim.receiver)
    if Category.BODIES in (taken.kind, claim.kind) and taken.kind != claim.kind:
        return same_way and taken.read.count == claim.read.count
    groups = taken.read.figure.group, claim.read.figure.group
    same_kind = taken.kind == claim.kind or None in (groups[0].category, groups[1].category)
    if not same_kind:
        return False
    if Way.JOINT in (taken.way, claim.way):
        return True
    if taken.read.count == claim.read.count:
        back = (taken.giver, taken.receiver) == (claim.receiver, claim.giver)
        return not back or (taken.read is claim.read and not taken.read.is_each)
    return same_way


def _directions(claim: Claim, sides: Mapping[str, Camp]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if claim.way is Way.ONE:
        yield (sides[claim.giver].holder,), (sides[claim.receiver].people,)
    else:
        both = tuple(sorted(sides[side].holder for side in tuple(sides)[:2]))
        yield both, both


def _transfer(
    givers: tuple[str, ...], receivers: tuple[str, ...], read: Read, found: Sequence[Read], living: Category
) -> Transfer:
    group, sentence = read.figure.group, read.figure.reading.sentence
    shares = _shares(read, found)
    category = group.category or living
    if len(givers) == 1 and takes_hostages(givers[0]) and group.category in _HELD:
        category = Category.HOSTAGES
    if shares and category in _MIXABLE and any(share.category is Category.CIVILIANS for share in shares):
        category = Category.MIXED
    return Transfer(
        released_by=givers,
        returned_to=receivers,
        category=category,
        count=read.count,
        qualifier=group.qualifier,
        breakdown=shares,
        evidence=(sentence.span(group.start, group.end, "counted-group"),),
    )


_HELD = frozenset({None, Category.PRISONERS, Category.PRISONERS_OF_WAR})
_MIXABLE = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED})


def _shares(read: Read, found: Sequence[Read]) -> tuple[Share, ...]:
    """The named kinds among the total's parts: "seven of them civilians"."""
    kinds = {Category.CIVILIANS, Category.CHILDREN} - {read.figure.group.category}
    shares: dict[Category, int] = {}
    for other in found:
        group = other.figure.group
        if group.part and group.category in kinds and group.count < read.count and group.category is not None:
            shares.setdefault(group.category, group.count)
    return tuple(Share(category=category, count=count) for category, count in shares.items())
