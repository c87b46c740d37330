"""The ways to read a figure: people going one way, as many either way, a total, or none of it; what speaks for each."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import combinations, islice, permutations, repeat
from typing import NamedTuple

from detectors import weigh
from detectors.camps import MAIN_PARTIES, UNNAMED, Camp
from detectors.directions import nation_of, told_of
from detectors.figures import Figure, both_ways
from detectors.hosts import fought_over, holds_both
from detectors.nations import nations_of, run_of
from detectors.network import Named, Said, Signals
from detectors.parties import are_allies, are_rivals, camp, foes, home_of, stand_against
from detectors.people import family
from detectors.roles import Part
from detectors.sides import Reading, once


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


NONE = Option(Way.NONE)


class Common:
    """What all figures of an article share: how its camps are spoken of, and how each two stand to one another."""

    def __init__(self, sides: Mapping[str, Camp]) -> None:
        self.sides = sides
        self._titled = {side for side, each in sides.items() if "all.title" in each.signals}
        self._lands = fought_over(sides)
        self._pairs: dict[tuple[str, str], Signals] = {}
        self._ways: dict[tuple[str, ...], _Ways] = {}
        self._told: dict[int, dict[str, dict[str, float]]] = {}

    @cached_property
    def camps(self) -> dict[str, dict[str, Named]]:
        """What is said of each camp, by what it does ("gives", "gets" or "has").

        The parts that the article gives it elsewhere say nothing of whether a figure is of both sides.
        """
        said = {side: {n: v for n, v in each.signals.items() if v} for side, each in self.sides.items()}
        here = {side: {n: v for n, v in signals.items() if not n.startswith("all.")} for side, signals in said.items()}
        parts = (("gives", said), ("gets", said), ("has", here))
        return {part: {side: (part, signals) for side, signals in each.items()} for part, each in parts}

    def ways(self, sides: Sequence[str]) -> "_Ways":
        """Every way from one to another of some sides, and between each two, with how these stand to each other."""
        key = tuple(sides)
        known = self._ways.get(key)
        if known is None:
            apart = [(*pair, Option(Way.ONE, *pair), self.pair(*pair)) for pair in permutations(key, 2)]
            both = [
                (*pair, [Option(way, *pair) for way in _BOTH], self.pair(*pair))
                for pair in combinations(sorted(key), 2)
            ]
            known = self._ways[key] = _Ways(apart, both)
        return known

    def acts(self, side: str) -> bool:
        """Whether the article tells of a side as of one that does something or holds people, and not only gets them."""
        return side in self.sides and not _ACTS.isdisjoint(self.sides[side].signals)

    def pair(self, one: str, other: str) -> Signals:
        """How two camps stand to each other, which is the same in either order."""
        key = (one, other) if one < other else (other, one)
        known = self._pairs.get(key)
        if known is None:
            known = self._pairs[key] = _together(self.sides, self._titled, *key)
        return known

    def told(self, figure: Figure) -> dict[str, dict[str, float]]:
        """What a figure's sentence says of each camp's part, the same whichever other figures stand beside it."""
        group = figure.group
        known = self._told.get(id(group))
        if known is None:
            known = self._told[id(group)] = told_of(figure.reading, group, figure.move, self._lands)
        return known


# What is said of a side that may have held people.
_ACTS = frozenset({"all.bare", "all.by", "all.between", "all.holder", "all.held_in"})


class _Ways(NamedTuple):
    """The ways between some sides: from one to another, and those that count people of two sides."""

    apart: Sequence[tuple[str, str, Option, Signals]]
    both: Sequence[tuple[str, str, Sequence[Option], Signals]]


def options(figure: Figure, sides: Mapping[str, Camp], common: Common | None = None) -> dict[Option, tuple[Said, ...]]:
    """Every way to read a figure, with the signals that speak for it; `common` is what the article's others share."""
    common = common or Common(sides)
    said = common.told(figure)
    aimed = [signals for signals in said.values() if "goal" in signals]
    own = "figure", figure.signals | ({"goal": 1.0} if aimed else {})
    known = _known(figure, sides, said)
    gives, gets, has = (
        {side: (camps[side], (part, signals)) for side, signals in known.items()}
        for part, camps in common.camps.items()
    )
    both = _holds_both(figure.reading)
    out: dict[Option, tuple[Said, ...]] = {NONE: ()}
    between, given = _BETWEEN[both], _given(figure)
    sent = {side for side, signals in said.items() if "goal.other" in signals}  # where others of a list go
    got = {side for side in sent if not common.acts(side)}
    beside = _nations_beside(figure, sides)
    ways = common.ways(list(known))
    for giver, receiver, option, stand in ways.apart:
        if giver in beside or (giver in got and not stand_against(giver, receiver)):
            continue
        partner = between["" if given is None else _whose(given, giver, receiver)]
        listed = (_LISTED[stand_against(giver, receiver)],) if giver in sent else ()
        out[option] = (own, *gives[giver], *gets[receiver], stand, partner, *listed)
    shared = both_ways(figure.reading, figure.group) | ({"pool": 1.0} if both else {})
    shared |= {name: figure.signals[name] for name in _SUMS if name in figure.signals}
    bound = [(way, shared | {"bias": 1.0}) for way in _BOTH]
    if figure.group.count == 1:  # nobody is of both sides together
        bound = bound[:1]
    for one, other, two, stand in ways.both:
        rest = *has[one], *has[other], stand
        for option, told in zip(two, bound, strict=False):
            out[option] = (own, told, *rest)
    return out


@once
def _holds_both(reading: Reading) -> bool:
    return holds_both(reading.actors)


def _known(
    figure: Figure, sides: Mapping[str, Camp], said: Mapping[str, dict[str, float]]
) -> dict[str, dict[str, float]]:
    """What is said of each side that may be a figure's, `said` being what its sentence says of them."""
    group, before, verb = figure.group, figure.before, _lone_verb(figure)
    nation = nation_of(group, figure.reading)
    armed = f"armed.{family(group.category) if group.category is not None else 'no_kind'}"
    nameless = nation is None and group.name
    out: dict[str, dict[str, float]] = {}
    for rank, (side, each) in enumerate(sides.items()):
        if rank >= MAIN_PARTIES and side not in said and _UNNAMED.isdisjoint(each.signals):
            continue
        out[side] = signals = {**said[side]} if side in said else {}
        if before is not None:
            signals |= before.parts(side, verb)
        if nation is not None:
            signals |= _compatriots(side, nation, sides)
        if each.signals.get("armed"):
            signals[armed] = 1.0
        if nameless and each.signals.get("readers"):
            signals["readers.name"] = 1.0
    return out


_UNNAMED = frozenset(UNNAMED)
# Whether a giver to whom others of a list of destinations go stands against this one's receiver. One that only gets
# people gives its friends none: "nine went to Lithuania, 114 to Ukraine".
_LISTED = {True: {"one.list.against": 1.0}, False: {"one.list.beside": 1.0}}
_BOTH = (Way.EACH, Way.JOINT)


def _compatriots(side: str, nation: str, sides: Mapping[str, Camp]) -> dict[str, float]:
    """Whether the people are of an armed group's own country, and that country is no side itself."""
    home = home_of(side)
    if home is None or home != camp(nation):
        return {}
    proxied = home in sides and bool(sides[home].signals.get("proxied"))
    return {"compatriots": 1.0, "compatriots.proxied": float(proxied)}


def _together(sides: Mapping[str, Camp], titled: set[str], one: str, other: str) -> dict[str, float]:
    """Whether two camps are at war with each other, or one of them with a third of the text; how often both act.

    And whether the headline names just these two.
    """
    enemies = foes(one) | foes(other)
    out = {"together": sides[one].partners.get(other, 0.0), "allies": float(are_allies(one, other))}
    out["headline"] = float({one, other} == titled)
    if sides.keys() & enemies:
        fought = {one, other}.intersection(enemies)
        aside = not fought and not any(enemy in enemies for enemy in islice(sides, _FRONT))
        out["opponents" if fought else "strangers.aside" if aside else "strangers"] = 1.0
    at_war = "strangers" in out or "opponents" in out  # the exchange is of that war then
    out["rivals.war" if at_war else "rivals"] = float(are_rivals(one, other))
    return out


# A war that the text is about has both its sides among so many of those that it names most.
_FRONT = 3


def _nations_beside(figure: Figure, sides: Collection[str]) -> set[str]:
    """Whose people are let go in one breath with a figure's, none of whom let it go: "nine Germans, four Swiss and …".

    Two nations alone may as well be the two sides, where no enemy of either is one: "ten Israelis and two Thais".
    """
    group = figure.group
    if figure.move is None or figure.move.kind == "swap" or group.nation is None or group.pair is not None:
        return set()
    nations = nations_of(run_of(group, figure.reading))
    if len(nations) == len(_BOTH):
        enemies = {side for side in sides if any(stand_against(side, nation) for nation in nations)}
        if not enemies or enemies & nations:
            return set()
    return nations - {camp(group.nation)} if len(nations) > 1 else set()


_SUBJECTS = frozenset({Part.BARE, Part.BY})
# What the other figures say of a total that may count both sides.
_SUMS = ("sum", "sum.near", "sum.apart", "sum.vague", "double", "half", "again", "sole", "one_sided")


def _lone_verb(figure: Figure) -> str:
    """The kind of a figure's verb where its sentence names nobody who acts: "In return they received 150"."""
    acts = any(actor.part in _SUBJECTS for actor in figure.reading.actors)
    return figure.move.kind if figure.move is not None and not acts else ""


def _between(*, pool: bool) -> dict[str, dict[str, float]]:
    """What speaks for a way from one side to another, by what the figure's partner says of these two.

    `pool`: its sentence lists holders that stand against each other.
    """
    always = {"one.bias": 1.0} | ({"one.pool": 1.0} if pool else {})
    return {"": always} | {part: always | {f"partner.{part}": 1.0} for part in ("gives", "gets", "else")}


_BETWEEN = {pool: _between(pool=pool) for pool in (False, True)}


def _given(figure: Figure) -> str | None:
    """The camp of whoever was given in exchange, where that is told."""
    pair = figure.group.pair
    nation = figure.reading.groups[pair].nation if pair is not None else None
    return camp(nation) if nation is not None else None


def _whose(given: str, giver: str, receiver: str) -> str:
    """Which of two sides that camp is."""
    return "gives" if given == giver else "gets" if given == receiver else "else"


def chances_of(
    many: Sequence[Mapping[Option, tuple[Said, ...]]], heard: Sequence[Sequence[float]] = ()
) -> list[dict[Option, float]]:
    """How likely each way to read each of an article's figures is, by its signals.

    `heard` is how far the context speaks for each, in log-odds, where it has something to say: one signal more.
    """
    told = [with_heard(*each) for each in zip(many, heard or repeat((), len(many)), strict=True)]
    odds = iter(weigh.all_points("figure", [parts for choices in told for parts in choices]))
    return [_likely(choices, [*islice(odds, len(choices))]) for choices in many]


def with_heard(choices: Mapping[Option, tuple[Said, ...]], heard: Sequence[float]) -> list[tuple[Said, ...]]:
    """What speaks for each way to read a figure, with what the context says of it, if anything."""
    if not heard:
        return [*choices.values()]
    return [(*parts, signal) for parts, signal in zip(choices.values(), as_signals(heard), strict=True)]


def as_signals(heard: Sequence[float]) -> list[Signals]:
    """What the context says of each way to read a figure as one signal of it: its log-likelihood, made smaller."""
    most = max(heard)
    total = most + math.log(sum(math.exp(each - most) for each in heard))
    return [{"heard": max(each - total, _HARDLY) / _SMALLER} for each in heard]


# No log-likelihood is less than this, and so much smaller it stirs the units of a network as other signals do.
_HARDLY, _SMALLER = -12.0, 4.0


def _likely(choices: Iterable[Option], odds: Sequence[float]) -> dict[Option, float]:
    most = max(odds)
    likely = [*map(math.exp, [each - most for each in odds])]
    total = sum(likely)
    return dict(zip(choices, [each / total for each in likely], strict=True))
