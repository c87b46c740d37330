"""How each figure of the article may be read: as people going one way, as many either way, a total, or none of it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from detectors import weigh
from detectors.before import Link
from detectors.directions import MAIN_PARTIES, UNNAMED, Camp, mentions, nation_of
from detectors.figures import Figure, both_ways, read_figures
from detectors.hosts import holds_both
from detectors.parties import are_allies, are_rivals, camp, home_of, is_bystander, opponent, takes_hostages
from detectors.people import family
from detectors.sides import Reading
from detectors.status import Mode
from detectors.types import Category, Transfer
from detectors.types import Part as Share

Signals = Mapping[str, float]


class Way(StrEnum):
    """What a figure counts."""

    NONE = "none"  # nothing of this event
    ONE = "one"  # people of one side
    EACH = "each"  # as many people of either side
    JOINT = "joint"  # people of both sides together


class Option(NamedTuple):
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
    def dead(self) -> bool:
        """Whether it counts bodies."""
        return self.figure.group.dead

    @property
    def likely(self) -> float:
        """How likely the figure is the event's own at all."""
        return 1 - self.chances[Option(Way.NONE)]


def options(figure: Figure, sides: Mapping[str, Camp]) -> dict[Option, tuple[Signals, ...]]:
    """Every way to read a figure, with the signals that speak for it."""
    group, reading = figure.group, figure.reading
    own = {f"figure.{name}": value for name, value in figure.signals.items()}
    said = mentions(reading, group, figure.move)
    before = figure.before
    last = {side: before.parts(side) for side in sides} if before is not None else {}
    own["figure.goal"] = float(any("goal" in each for each in said.values()))
    nation, kind = nation_of(group, reading), family(group.category) if group.category is not None else "no_kind"
    known = {
        side: each.signals
        | said.get(side, {})
        | last.get(side, {})
        | _compatriots(side, nation, sides)
        | {f"armed.{kind}": each.signals.get("armed", 0.0)}
        for rank, (side, each) in enumerate(sides.items())
        if rank < MAIN_PARTIES or side in said or each.signals.keys() & set(UNNAMED)
    }
    gives = {side: {f"gives.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    gets = {side: {f"gets.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    out: dict[Option, tuple[Signals, ...]] = {Option(Way.NONE): ()}
    pool = holds_both(reading.actors)
    for giver in known:
        for receiver in known:
            if giver != receiver:
                between = _between(figure, sides, giver, receiver) | ({"one.pool": 1.0} if pool else {})
                out[Option(Way.ONE, giver, receiver)] = (own, gives[giver], gets[receiver], between)
    shared = both_ways(group, reading, figure.move) | {
        name: figure.signals[name] for name in _SUMS if name in figure.signals
    }
    bound = {way: {f"{way}.{name}": value for name, value in shared.items()} | {f"{way}.bias": 1.0} for way in _BOTH}
    has = {side: {f"has.{name}": value for name, value in signals.items()} for side, signals in known.items()}
    for one, other in combinations(sorted(known), 2):
        between = _together(sides, one, other)
        for way in _BOTH:
            out[Option(way, one, other)] = (own, bound[way], has[one], has[other], between)
    return out


_BOTH = (Way.EACH, Way.JOINT)


def _compatriots(side: str, nation: str | None, sides: Mapping[str, Camp]) -> dict[str, float]:
    """Whether the people are of an armed group's own country, and that country is no side itself."""
    home = home_of(side)
    if nation is None or home is None or home != camp(nation):
        return {}
    proxied = home in sides and bool(sides[home].signals.get("proxied"))
    return {"compatriots": 1.0, "compatriots.proxied": float(proxied)}


def _together(sides: Mapping[str, Camp], one: str, other: str) -> dict[str, float]:
    """Whether two camps are at war with each other, or one of them with a third of the text; how often both act."""
    enemies = [camp(enemy) for side in (one, other) if (enemy := opponent(side))]
    out = {"together": sides[one].partners.get(other, 0.0), "allies": float(are_allies(one, other))}
    out["rivals"] = float(are_rivals(one, other))
    if sides.keys() & enemies:
        out["opponents" if {one, other}.intersection(enemies) else "strangers"] = 1.0
    return out


# What the other figures say of a total that may count both sides.
_SUMS = ("sum", "sum.near", "sum.apart", "sum.vague", "double", "again", "sole")


def _between(figure: Figure, sides: Mapping[str, Camp], giver: str, receiver: str) -> dict[str, float]:
    """What speaks for these two as giver and receiver."""
    out = {"one.bias": 1.0} | _together(sides, giver, receiver)
    pair = figure.group.pair
    nation = figure.reading.groups[pair].nation if pair is not None else None
    if nation is not None:
        part = "gives" if camp(nation) == giver else "gets" if camp(nation) == receiver else "else"
        out[f"partner.{part}"] = 1.0
    return out


def reads(readings: Sequence[Reading], sides: Mapping[str, Camp]) -> list[Read]:
    """Every figure of the article, weighed."""
    return agreed([Read(figure, chances_of(options(figure, sides))) for figure in read_figures(readings)])


def agreed(found: Sequence[Read]) -> list[Read]:
    """The figures, those of one number as its other mentions say: told twice, it went the same way.

    What tells of the way back ("in return", "the same number") speaks for itself.
    """
    same: dict[tuple[int, bool], list[Read]] = {}
    for read in found:
        if read.count and not _is_way_back(read):
            same.setdefault((read.count, read.dead), []).append(read)
    told = {id(read): [other for other in each if other is not read] for each in same.values() for read in each}
    return [replace(read, chances=_shifted(read, told[id(read)])) if told.get(id(read)) else read for read in found]


def _is_way_back(read: Read) -> bool:
    before, group = read.figure.before, read.figure.group
    return group.price or group.single or (before is not None and before.link in {Link.BACK, Link.SAME})


def _shifted(read: Read, others: Sequence[Read]) -> Mapping[Option, float]:
    """The chances, each way and its opposite parted anew by what other mentions say of the two."""
    out = dict(read.chances)
    for option, chance in read.chances.items():
        back = Option(Way.ONE, option.receiver, option.giver)
        if option.way is Way.ONE and option.giver < option.receiver and back in out:
            odds = sum(_leaning(other, option, back) for other in others)
            both, weight = chance + out[back], math.exp(_HEED * max(-_SURE, min(_SURE, odds)))
            out[option] = both * chance * weight / (chance * weight + out[back])
            out[back] = both - out[option]
    return out


def _leaning(read: Read, way: Option, back: Option) -> float:
    """How far a mention speaks for a way rather than for its opposite, in log-odds."""
    undecided = 1 + _DOUBT - read.chances.get(way, 0.0) - read.chances.get(back, 0.0)
    return math.log((read.chances.get(way, 0.0) + undecided) / (read.chances.get(back, 0.0) + undecided))


# How much of other mentions' log-odds a mention takes over, and the most that all of them may have.
_HEED, _SURE = 0.5, 4.0
# No mention is so clear that its opposite is less likely than this.
_DOUBT = 0.03


def chances_of(choices: Mapping[Option, tuple[Signals, ...]]) -> dict[Option, float]:
    """How likely each way to read a figure is, by its signals."""
    known: dict[int, float] = {}
    odds = {}
    for option, parts in choices.items():
        for part in parts:
            if id(part) not in known:
                known[id(part)] = weigh.points("figure", part)
        odds[option] = min(50.0, sum(known[id(part)] for part in parts))
    total = sum(map(math.exp, odds.values()))
    return {option: math.exp(each) / total for option, each in odds.items()}


def transfer(
    givers: tuple[str, ...], receivers: tuple[str, ...], read: Read, found: Sequence[Read], living: Category
) -> Transfer:
    """What is told of a figure read in this way, with its kind, its parts and the words it was read from."""
    group, sentence = read.figure.group, read.figure.reading.sentence
    shares = _shares(read, found)
    told = group.category or _told_elsewhere(read, found)
    category = told or living
    soldiers = told is Category.PRISONERS_OF_WAR
    hostile = len(givers) == 1 and (
        takes_hostages(givers[0], soldiers=soldiers) or all(is_bystander(receiver, givers[0]) for receiver in receivers)
    )
    if hostile and told in _MAY_BE_HOSTAGES:
        category = Category.HOSTAGES
    if shares and (told is None or told in _MIXABLE) and any(share.category is Category.CIVILIANS for share in shares):
        category = Category.MIXED
    return Transfer(
        released_by=givers,
        returned_to=receivers,
        category=category,
        count=read.count,
        qualifier=group.qualifier,
        planned=_is_ahead(read, found),
        breakdown=shares,
        evidence=(sentence.span(group.start, group.end, "counted-group"),),
    )


def _is_ahead(read: Read, found: Sequence[Read]) -> bool:
    """Whether the article tells of these people, wherever it does, only as of those who are yet to go."""
    same = [each for each in found if (each.count, each.dead) == (read.count, read.dead)]
    modes = [each.figure.move.mode for each in same if each.figure.move is not None and each.likely >= _SAID]
    if modes:
        return all(mode in {Mode.AGREED, Mode.PLANNED} for mode in modes)
    return read.figure.move is None and read.figure.reading.sentence.has("mode", "planned", "will")


# A figure less likely than this to be the event's own says nothing of when.
_SAID = 0.2


def _told_elsewhere(read: Read, found: Sequence[Read]) -> Category | None:
    """What the article calls the same number of people in another place."""
    groups = (other.figure.group for other in found if other.count == read.count > 1)
    kinds = (group.category for group in groups if not group.part and not group.dead)
    return next((kind for kind in kinds if kind is not None), None)


# Who is a hostage in the hands of a group that takes them, whatever the text calls captives.
_MAY_BE_HOSTAGES = frozenset({None, *Category} - {Category.BODIES})
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
