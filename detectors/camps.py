"""The sides that an article may be about: how much it speaks of each, in which parts, and who goes without saying."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise, permutations

from detectors.categories import tells_of_kidnapping
from detectors.home import at_home
from detectors.hosts import acts, host_signals
from detectors.parties import NOBODY, are_rivals, camp, foes, home_of, is_broker, is_group, is_organisation, opponent
from detectors.people import ARMED, Group
from detectors.records import dataclass
from detectors.roles import Part
from detectors.sides import Reading

# Title and lead, which tell how people came into others' hands.
_EARLY = 3
# The event is between few; further parties are background, the last of these but for the sentences that name them.
_MOST_PARTIES, MAIN_PARTIES = 10, 5
# The other side of a war that goes without saying: of the one party that is named, of one among others.
UNNAMED = ("unnamed", "unnamed.beside")


@dataclass(frozen=True, slots=True)
class Camp:
    """A side that the article may be about: who holds people there, whose people they are, what is said of it."""

    holder: str
    people: str
    signals: dict[str, float]
    partners: dict[str, float]  # with whom it acts in sentences about movements, and how often (up to 2)


@dataclass(slots=True)
class _Tally:
    """How an article speaks of one camp: how much, by which names, by whose people's names, in which parts."""

    weight: int = 0
    names: dict[str, int] = field(default_factory=dict)
    peoples: dict[str, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    partners: dict[str, int] = field(default_factory=dict)
    acts: bool = False


def _add(counts: dict[str, int], what: str, times: int = 1) -> None:
    counts[what] = counts.get(what, 0) + times


def _commonest(counts: Mapping[str, int]) -> str:
    """What is counted most often, the first of equals."""
    return max(counts, key=counts.__getitem__)


def _tallied(readings: Sequence[Reading]) -> dict[str, _Tally]:
    """Every camp that an article names as more than a carrier, weightiest first."""
    out: defaultdict[str, _Tally] = defaultdict(_Tally)
    for reading in readings:
        place = _PLACES[min(reading.sentence.order, len(_PLACES) - 1)] * (2 if reading.moves else 1)
        for actor in reading.actors:
            if is_organisation(actor.party) or actor.part is Part.CARRIER:
                continue
            tally = out[camp(actor.party)]
            tally.weight += place * _WEIGHTS[actor.part]
            _add(tally.names, actor.party, place)
            if actor.part in _OF_PEOPLE:
                _add(tally.peoples, actor.party, place)
            _add(tally.parts, actor.part)
            tally.acts |= is_broker(actor.party) and acts(actor, reading)
            if reading.sentence.title:
                _add(tally.parts, "title")
        for one, other in permutations(_acting(reading), 2):
            _add(out[one].partners, other)
    return dict(sorted(out.items(), key=lambda each: -each[1].weight))


def camps(readings: Sequence[Reading], mediators: Sequence[str]) -> dict[str, Camp]:
    """The article's possible sides, weightiest first, by camp; a war's other side is added where it is not named."""
    tallies = _tallied(readings)
    acting = [side for side, tally in tallies.items() if tally.parts.keys() - _LENT]
    ranked = list(tallies)[:_MOST_PARTIES]
    out = {}
    total = sum(tallies[side].weight for side in ranked) or 1
    taken = tells_of_kidnapping(readings[:_EARLY])
    for rank, side in _but_meeting_places(ranked, tallies):
        tally = tallies[side]
        signals = {f"all.{part}": min(2.0, float(times)) for part, times in tally.parts.items()}
        signals |= {f"rank.{min(rank, 3)}": 1.0, "share": tally.weight / total}
        signals |= {"helper": float(side in mediators), "armed": float(is_group(side))}
        signals |= {"broker": float(is_broker(side)), "scene": float(not tally.parts.keys() - _SCENE)}
        # kidnapped people are in an armed group's hands, in whatever state that took them
        signals["kidnap.group" if is_group(side) else "kidnap.state"] = float(taken)
        signals["proxied"] = float(side not in acting and _is_proxied(side, acting, mediators))
        signals["readers"] = float(side == camp(readings[0].sentence.language.home or ""))
        signals |= host_signals(side, tally.parts, ranked, acts=tally.acts)
        name = _commonest(tally.names)
        people = _commonest(tally.peoples) if tally.peoples else name
        partners = {other: min(2.0, float(times)) for other, times in tally.partners.items()}
        out[side] = Camp(_holder(side, tally), people, signals, partners)
    principals = [side for side in ranked if side not in mediators]
    named = [side for side in principals if not _is_lent(tallies[side])] or principals
    first = next(iter(named), None)
    unsaid = at_home(readings, first) if len(principals) < 2 and not any(map(is_broker, principals)) else {}
    first = first or next(iter(unsaid), None)
    enemy = opponent(first) if first is not None and _is_war(first, readings) else None
    if NOBODY in tallies:
        enemy = None  # kidnappers and tribes without a name are no army of the war
    if first is not None and not foes(first).isdisjoint(named):
        enemy = None  # its foe in this war is named, though the data know it for another one
    if first is not None and any(are_rivals(first, each) and _are_joined(first, each, readings) for each in named):
        enemy = None
    if enemy is not None and home_of(first or "") not in named:  # a group's own land
        unsaid.setdefault(enemy, {UNNAMED[len(named) > 1]: 1.0})
    for side, told in unsaid.items():
        out.setdefault(camp(side), Camp(side, side, told, {}))
    return out


def _are_joined(one: str, other: str, readings: Sequence[Reading]) -> bool:
    """Whether two stand side by side as those who swap, so that nobody is left unsaid: "Russia and the US swapped"."""
    for reading in readings:
        if any(move.kind == "swap" for move in reading.moves):
            here = [actor for actor in reading.actors if actor.part in {Part.BARE, Part.BETWEEN}]
            for last, actor in pairwise(here):
                if {camp(last.party), camp(actor.party)} == {one, other} and actor.start - last.end <= _BESIDE:
                    return True
    return False


_BESIDE = 2  # "and the"


def _holder(side: str, tally: _Tally) -> str:
    """Who of a camp holds people: an armed group of it rather than those whom it fights for, the one named most."""
    if is_group(side):
        groups = {name: times for name, times in tally.names.items() if is_group(name)}
        return _commonest(groups) if groups else side
    return _commonest(tally.names)


def _but_meeting_places(ranked: Sequence[str], tallies: Mapping[str, _Tally]) -> list[tuple[int, str]]:
    """The camps with their ranks, without brokers that are told of only as where an exchange was: "in Abu Dhabi"."""
    idle = {side for side in ranked if is_broker(side) and not tallies[side].parts.keys() - _SCENE}
    return [(rank, side) for rank, side in enumerate(ranked) if side not in idle]


def _is_proxied(side: str, acting: Sequence[str], mediators: Sequence[str]) -> bool:
    """Whether a state only lends its people's name, to an armed group's fighters whom a third holds or gets.

    "Riyadh freed seven Yemenis" in an exchange with the Houthis: they go to the Houthis.
    """
    fighters = any(home_of(each) == side for each in acting)
    return fighters and any(not (is_group(each) or is_broker(each) or each in mediators) for each in acting)


def _is_lent(tally: _Tally) -> bool:
    """Whether a party is told of only as some people's nation or a place: "five Britons among them", "in Belarus"."""
    return not tally.parts.keys() - _SCENE - {Part.NATION, Part.SPEAKER, Part.HOME}


# A party that is told of in these parts alone is where things happen.
_SCENE = frozenset({Part.PLACE, Part.CARRIER, Part.BARGAIN, "title"})
# Nor does a state act whose people or prisons alone are told of.
_LENT = _SCENE | {Part.NATION, Part.HELD_IN, Part.HOME}


def _is_war(side: str, readings: Sequence[Reading]) -> bool:
    """Whether the text is of a war's captives, so that its other side goes without saying.

    Who convicts, tourists and other people of its state are given up to is nobody's guess.
    """
    told = [group for reading in readings for group in reading.groups if group.named]
    counted = [group for group in told if group.count > 1 and not group.name]
    if is_group(side) or is_group(opponent(side) or ""):
        return True
    if not counted and _is_swapped_abroad(side, told):
        return False
    if any(r.sentence.has("people", *ARMED) for r in readings):
        return True
    many = any(camp(group.nation or side) == side for group in counted)
    return many and not any(group.single and not group.dead for group in told)


def _is_swapped_abroad(side: str, told: Sequence[Group]) -> bool:
    """Whether somebody told of alone is of a third state: "the pilot was exchanged for the American Reed"."""
    nations = {camp(group.nation) for group in told if group.single and group.nation is not None}
    return bool(nations - {side, camp(opponent(side) or side)})


def pair_of(sides: Mapping[str, Camp]) -> tuple[str, ...]:
    """The two that the article is about most, by name: the weightiest and, where it is named, the other of its war."""
    acting = [side for side, each in sides.items() if not (each.signals.get("helper") or each.signals.get("home"))]
    if not acting:
        return ()
    enemy = camp(opponent(acting[0]) or "")
    second = enemy if enemy in sides else acting[1] if len(acting) > 1 else None
    return tuple(sides[side].holder for side in (acting[0], second) if side is not None and side != NOBODY)


def _acting(reading: Reading) -> set[str]:
    """The camps that a sentence about a movement calls its parties."""
    if not any(move.told or move.kind == "swap" for move in reading.moves):
        return set()
    return {camp(a.party) for a in reading.actors if a.part in _PARTIES and not is_organisation(a.party)}


_PARTIES = frozenset({Part.BARE, Part.BETWEEN, Part.BY, Part.TO, Part.FROM, Part.HOLDER, Part.HELD_IN, Part.NATION})
_OF_PEOPLE = frozenset({Part.NATION, Part.TO})
# How much a mention counts, by the order of its sentence (title 0) and by its part: news names its sides at the top,
# and who holds, gives or gets is a side rather than who speaks or where it happens.
_PLACES = (6, 6, 4, 4, 2)
_WEIGHTS = {
    Part.BARE: 4,
    Part.TO: 5,
    Part.FROM: 5,
    Part.BY: 5,
    Part.BETWEEN: 5,
    Part.HOLDER: 6,
    Part.HELD_IN: 4,
    Part.NATION: 6,
    Part.SPEAKER: 2,
    Part.PLACE: 1,
    Part.HOME: 2,
    Part.BARGAIN: 1,
}
