"""Directed movements: each figure of the article is read as one way, both ways, a total over both, or none of it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from detectors import weigh
from detectors.directions import Camp, mentions
from detectors.figures import Figure, both_ways, family, is_about, read_figures
from detectors.parties import camp, opponent, takes_hostages
from detectors.sides import Reading
from detectors.types import Category, Qualifier, Transfer
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
    """One way to read a figure; where it counts people of both sides, the camps stand in order of their names."""

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
    def likely(self) -> float:
        """How likely the figure is the event's own at all."""
        return 1 - self.chances[Option(Way.NONE)]

    @property
    def is_each(self) -> bool:
        """Whether the figure counts as many people of either side, rather than those of one."""
        each = sum(chance for option, chance in self.chances.items() if option.way is Way.EACH)
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
                between = _between(figure, sides[giver], giver, receiver)
                out[Option(Way.ONE, giver, receiver)] = (own, gives[giver], gets[receiver], between)
    shared = both_ways(group, reading) | {name: figure.signals[name] for name in _SUMS if name in figure.signals}
    bound = {way: {f"{way}.{name}": value for name, value in shared.items()} | {f"{way}.bias": 1.0} for way in _BOTH}
    has = {side: {f"has.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    for one, other in combinations(sorted(known), 2):
        between = _together(sides[one], one, other)
        for way in _BOTH:
            out[Option(way, one, other)] = (own, bound[way], has[one], has[other], between)
    return out


_BOTH = (Way.EACH, Way.JOINT)


def _together(side: Camp, one: str, other: str) -> dict[str, float]:
    """Whether two camps are at war with each other, and act together in the text."""
    enemy = opponent(one) or opponent(other)
    out = {"together": side.partners.get(other, 0.0)}
    if enemy is not None:
        out["opponents" if camp(enemy) in (one, other) else "strangers"] = 1.0
    return out


_SUMS = ("sum", "sum.near", "sum.apart", "sum.vague", "double", "again")


def _between(figure: Figure, side: Camp, giver: str, receiver: str) -> Signals:
    """What speaks for these two as giver and receiver."""
    out = {"one.bias": 1.0} | _together(side, giver, receiver)
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
    def is_firm(self) -> bool:
        """Whether the figure's own words say that it went this way, and not only that it belongs to the event."""
        option = Option(self.way, self.giver, self.receiver)
        each = self.read.chances.get(Option(Way.EACH, *sorted((self.giver, self.receiver))), 0.0)
        return self.read.chances[option] + each >= _FIRM * self.read.likely

    @property
    def kind(self) -> Category | None:
        """Whom it counts, as far as they may not be confused."""
        return family(self.read.figure.group.category)


# A way is told by the figure's own chance once it holds this share of it, however many others divide the rest.
SURE = 0.4
# A figure told again opens the other way only where so much of its chance speaks for it.
_FIRM = 0.6
# Readings less likely than this are never told, not even as a mention.
_SLIGHT = 0.05
# A movement less likely than this is not told.
LIKELY = 0.3


def choose(found: Sequence[Read], sides: Mapping[str, Camp], living: Category, least: float = LIKELY) -> list[Transfer]:
    """The event's movements: the likeliest claims that do not contradict likelier ones."""
    kept: list[Claim] = []
    if any(_is_counted(read) and read.likely >= least for read in found):
        found = [read for read in found if not read.figure.group.name]
    for claim in sorted(_exact(list(_claims(found))), key=lambda each: -each.chance):
        if claim.chance < least or any(_is_share(claim, taken, found) for taken in kept):
            continue
        if not any(_excludes(taken, claim) for taken in kept):
            kept.append(claim)
    return [
        _transfer(givers, receivers, claim.read, found, living)
        for claim in kept
        for givers, receivers in _directions(claim, sides)
    ]


def _is_counted(read: Read) -> bool:
    """Whether the figure is a number of people, next to which names only illustrate."""
    group = read.figure.group
    return group.named and not group.single and group.count > 1 and group.pair is None


def _claims(found: Sequence[Read]) -> Iterator[Claim]:
    """Each figure's movements: every mention of it counts once, "each" for both ways."""
    best: dict[tuple[int, bool, Way, str, str], Claim] = {}
    for read in found:
        dead = read.figure.group.category is Category.BODIES
        chances = {
            option: chance + read.chances.get(Option(Way.EACH, *sorted((option.giver, option.receiver))), 0.0)
            if option.way is Way.ONE
            else chance
            for option, chance in read.chances.items()
            if option.way in (Way.ONE, Way.JOINT)
        }
        first = max(chances, key=lambda option: chances[option], default=None)
        for option, chance in chances.items():
            if chance < _SLIGHT and option != first:
                continue
            key = (read.count, dead, option.way, option.giver, option.receiver)
            # The likeliest way is told as soon as the figure is the event's own, however many others there are.
            claim = Claim(
                read,
                option.way,
                option.giver,
                option.receiver,
                read.likely if option == first and chance >= SURE * read.likely else chance,
            )
            if key not in best or best[key].chance < claim.chance:
                best[key] = claim
    return iter(best.values())


def _exact(claims: Sequence[Claim]) -> list[Claim]:
    """Without vague figures ("over 4,000") where an exact one tells the same (4,208)."""
    claims = [claim for claim in claims if not _adds_up(claim, claims)]
    exact = [claim for claim in claims if claim.read.figure.group.qualifier is Qualifier.EXACT]
    vague = [claim for claim in claims if claim.read.figure.group.qualifier is not Qualifier.EXACT]
    return exact + [claim for claim in vague if not any(_is_told_by(claim, other) for other in exact)]


def _adds_up(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the figure is only the sum of two that go opposite ways ("185 in all: 90 and 95")."""
    parts = [
        each
        for each in claims
        if each.way is Way.ONE and each.chance >= _SURE_ENOUGH and each.read.count < claim.read.count
    ]
    return any(
        one.read.count + other.read.count == claim.read.count
        and (one.giver, one.receiver) == (other.receiver, other.giver)
        and one.read is not other.read
        for one, other in combinations(parts, 2)
    )


def _is_told_by(claim: Claim, other: Claim) -> bool:
    same = (claim.way, claim.giver, claim.receiver, claim.kind) == (other.way, other.giver, other.receiver, other.kind)
    return same and other.chance >= _SURE_ENOUGH and is_about(claim.read.count, other.read.count)


# An exact figure this likely takes the place of a vague one.
_SURE_ENOUGH = 0.2


def _is_share(claim: Claim, total: Claim, found: Sequence[Read]) -> bool:
    """Whether the figure is only a part of a likelier one: "101 freed: 100 soldiers and a civilian"."""
    rest = total.read.count - claim.read.count
    beside = (read.count for read in found if read.figure.reading is claim.read.figure.reading)
    same_way = (claim.giver, claim.receiver) == (total.giver, total.receiver)
    return same_way and rest > 0 and rest in beside


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
        return not back or (not claim.is_firm if taken.read is not claim.read else not taken.read.is_each)
    return same_way


def _directions(claim: Claim, sides: Mapping[str, Camp]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if claim.way is Way.ONE:
        yield (sides[claim.giver].holder,), (sides[claim.receiver].people,)
    else:
        both = tuple(sorted(sides[side].holder for side in (claim.giver, claim.receiver)))
        yield both, both


def _transfer(
    givers: tuple[str, ...], receivers: tuple[str, ...], read: Read, found: Sequence[Read], living: Category
) -> Transfer:
    group, sentence = read.figure.group, read.figure.reading.sentence
    shares = _shares(read, found)
    category = group.category or living
    soldiers = group.category is Category.PRISONERS_OF_WAR
    if len(givers) == 1 and group.category in _HELD and takes_hostages(givers[0], soldiers=soldiers):
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
