"""How each figure of the article may be read: as people going one way, as many either way, a total, or none of it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, islice
from types import MappingProxyType
from typing import NamedTuple

from detectors import weigh
from detectors.before import Link
from detectors.directions import MAIN_PARTIES, UNNAMED, Camp, mentions, nation_of
from detectors.figures import Figure, both_ways, read_figures
from detectors.hosts import holds_both, stand_against
from detectors.individuals import individuals, rivals
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


_NONE = Option(Way.NONE)


@dataclass(frozen=True, slots=True)
class Read:
    """A figure with how likely (0 to 1) each way to read it is."""

    figure: Figure
    chances: Mapping[Option, float]
    person: int | None = None  # who it is, by number, where people are told one by one

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
        return 1 - self.chances[_NONE]


class Common:
    """What all figures of an article share: how its camps are spoken of, and how each two stand to one another."""

    def __init__(self, sides: Mapping[str, Camp]) -> None:
        self.sides = sides
        self.points: dict[int, float] = {}  # of what is returned here, by its id
        self._camps: dict[tuple[str, str], Signals] = {}
        self._pairs: dict[tuple[str, str], Signals] = {}

    def camp(self, part: str, side: str) -> Signals:
        """What is said of a camp, as a signal of what it does ("gives", "gets" or "has").

        The parts that the article gives it elsewhere say nothing of whether a figure is of both sides.
        """
        known = self._camps.get((part, side))
        if known is None:
            said = self.sides[side].signals
            if part == "has":
                said = {name: value for name, value in said.items() if not name.startswith("all.")}
            known = self._camps[part, side] = self._weighed(_named(part, said))
        return known

    def pair(self, one: str, other: str) -> Signals:
        """How two camps stand to each other."""
        known = self._pairs.get((one, other))
        if known is None:
            known = self._pairs[one, other] = self._weighed(_together(self.sides, one, other))
        return known

    def _weighed(self, signals: Signals) -> Signals:
        self.points[id(signals)] = weigh.points("figure", signals)
        return signals


class _Names(dict[str, str]):
    """Signals' names with a word before them: there are some hundreds, and they are asked for all the time."""

    def __init__(self, part: str) -> None:
        self._part = part

    def __missing__(self, name: str) -> str:
        self[name] = full = f"{self._part}.{name}"
        return full


_NAMES = {part: _Names(part) for part in ("figure", "gives", "gets", "has")}


def _named(part: str, signals: Signals) -> dict[str, float]:
    names = _NAMES[part]
    return {names[name]: value for name, value in signals.items() if value}


def options(
    figure: Figure, sides: Mapping[str, Camp], common: Common | None = None
) -> dict[Option, tuple[Signals, ...]]:
    """Every way to read a figure, with the signals that speak for it; `common` is what the article's others share."""
    common = common or Common(sides)
    group, reading = figure.group, figure.reading
    said = mentions(reading, group, figure.move)
    own = _named("figure", figure.signals) | {"figure.goal": float(any("goal" in each for each in said.values()))}
    before = figure.before
    nation, kind = nation_of(group, reading), family(group.category) if group.category is not None else "no_kind"
    known = {
        side: said.get(side, {})
        | (before.parts(side) if before is not None else {})
        | _compatriots(side, nation, sides)
        | {f"armed.{kind}": each.signals.get("armed", 0.0)}
        | {"readers.name": each.signals.get("readers", 0.0) if group.name and nation is None else 0.0}
        for rank, (side, each) in enumerate(sides.items())
        if rank < MAIN_PARTIES or side in said or not _UNNAMED.isdisjoint(each.signals)
    }
    gives, gets, has = (
        {side: (common.camp(part, side), _named(part, signals)) for side, signals in known.items()}
        for part in ("gives", "gets", "has")
    )
    out: dict[Option, tuple[Signals, ...]] = {_NONE: ()}
    between = _between(figure)
    sent = {side for side, signals in said.items() if "goal.other" in signals}  # where others of a list go
    for giver in known:
        for receiver in known:
            if giver != receiver:
                ways = *gives[giver], *gets[receiver], common.pair(giver, receiver)
                listed = _LISTED[stand_against(giver, receiver)] if giver in sent else {}
                partner = between[_partner(figure, giver, receiver)]
                out[Option(Way.ONE, giver, receiver)] = (own, *ways, partner, listed)
    shared = both_ways(group, reading, figure.move) | {"pool": float(holds_both(reading.actors))}
    shared |= {name: figure.signals[name] for name in _SUMS if name in figure.signals}
    bound = {way: {f"{way}.{name}": value for name, value in shared.items()} | {f"{way}.bias": 1.0} for way in _BOTH}
    for one, other in combinations(sorted(known), 2):
        ways = *has[one], *has[other], common.pair(one, other)
        for way in _BOTH:
            out[Option(way, one, other)] = (own, bound[way], *ways)
    return out


_UNNAMED = frozenset(UNNAMED)
# Whether a giver to whom others of a list of destinations go stands against this one's receiver.
_LISTED = {True: {"one.list.against": 1.0}, False: {"one.list.beside": 1.0}}
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
    if sides.keys() & enemies:
        fought = {one, other}.intersection(enemies)
        aside = not fought and not any(enemy in enemies for enemy in islice(sides, _FRONT))
        out["opponents" if fought else "strangers.aside" if aside else "strangers"] = 1.0
    at_war = "strangers" in out or "opponents" in out  # the exchange is of that war then
    out["rivals.war" if at_war else "rivals"] = float(are_rivals(one, other))
    return out


# A war that the text is about has both its sides among so many of those that it names most.
_FRONT = 3


# What the other figures say of a total that may count both sides.
_SUMS = ("sum", "sum.near", "sum.apart", "sum.vague", "double", "again", "sole")


def _between(figure: Figure) -> dict[str, dict[str, float]]:
    """What speaks for a way from one side to another, by what the figure's partner says of these two."""
    pool = {"one.pool": 1.0} if holds_both(figure.reading.actors) else {}
    return {
        part: {"one.bias": 1.0} | pool | ({f"partner.{part}": 1.0} if part else {})
        for part in ("", "gives", "gets", "else")
    }


def _partner(figure: Figure, giver: str, receiver: str) -> str:
    """Which of two sides the people are of who were given in exchange."""
    pair = figure.group.pair
    nation = figure.reading.groups[pair].nation if pair is not None else None
    if nation is None:
        return ""
    return "gives" if camp(nation) == giver else "gets" if camp(nation) == receiver else "else"


def reads(readings: Sequence[Reading], sides: Mapping[str, Camp]) -> list[Read]:
    """Every figure of the article, weighed."""
    common = Common(sides)
    figures = read_figures(readings)
    return agreed([Read(each, chances_of(options(each, sides, common), common.points)) for each in figures])


def agreed(found: Sequence[Read]) -> list[Read]:
    """The figures, those of one number as its other mentions say: told twice, it went the same way.

    What tells of the way back ("in return", "the same number") speaks for itself, and so does each person, whom all
    that tells of him speaks for, and all that tells of whom he was exchanged for against.
    """
    told = [(read.figure.group, read.figure.reading) for read in found]
    who = individuals(told)
    keys = [_subject(read, person) for read, person in zip(found, who, strict=True)]
    same: dict[tuple[int, bool] | int | None, list[Read]] = {}
    for read, key in zip(found, keys, strict=True):
        same.setdefault(key, []).append(read)
    others = rivals(told, who)
    out = []
    for read, person, key in zip(found, who, keys, strict=True):
        along = [other for other in same[key] if other is not read] if key is not None else []
        against = [each for rival in others.get(person, ()) for each in same[rival]] if person is not None else []
        out.append(replace(read, chances=_shifted(read, along, against), person=person))
    return out


def _subject(read: Read, person: int | None) -> tuple[int, bool] | int | None:
    """What a figure counts, the same for all that speak for one another; None where it speaks for itself."""
    if person is not None or not read.count or _is_way_back(read):
        return person
    return read.count, read.dead


def _is_way_back(read: Read) -> bool:
    before, group = read.figure.before, read.figure.group
    return group.price or group.single or (before is not None and before.link in {Link.BACK, Link.SAME})


def _shifted(read: Read, others: Sequence[Read], against: Sequence[Read] = ()) -> Mapping[Option, float]:
    """The chances, each way and its opposite parted anew by what other mentions say for and against the two."""
    out = dict(read.chances)
    for option, chance in read.chances.items():
        back = Option(Way.ONE, option.receiver, option.giver)
        if option.way is Way.ONE and option.giver < option.receiver and back in out:
            odds = _HEED * sum(_leaning(each, option, back) for each in others)
            odds -= sum(_leaning(each, option, back) for each in against)  # who was exchanged for him
            both, weight = chance + out[back], math.exp(max(-_HEED * _SURE, min(_HEED * _SURE, odds)))
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


def chances_of(
    choices: Mapping[Option, tuple[Signals, ...]], points: Mapping[int, float] = MappingProxyType({})
) -> dict[Option, float]:
    """How likely each way to read a figure is, by its signals; `points` of some of them are known, by their ids."""
    known = dict(points)
    odds = {}
    for option, parts in choices.items():
        total = 0.0
        for part in parts:
            here = known.get(id(part))
            if here is None:
                here = known[id(part)] = weigh.points("figure", part)
            total += here
        odds[option] = min(50.0, total)
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
