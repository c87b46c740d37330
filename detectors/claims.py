"""The movements that the article's figures speak for, and what speaks for and against each beside the others."""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

from detectors.crowd import place_of
from detectors.figures import Figure
from detectors.halves import is_about, rounds
from detectors.options import Option, Way
from detectors.parties import home_of
from detectors.people import family
from detectors.records import dataclass
from detectors.transfers import Read
from detectors.types import Qualifier


@dataclass(frozen=True, slots=True)
class Claim:
    """So many people went this way: one reading of a number, by the mention that speaks for it most."""

    read: Read
    way: Way  # ONE or JOINT
    giver: str
    receiver: str
    chance: float  # of that mention, "each" counted for both ways
    each: float  # how much of it is "each"
    times: int  # how often the article gives the number
    ever: float  # the chance that any of its mentions is meant so
    body: float  # the chance of the mention below the title that speaks for it most
    count: int  # how many
    dead: bool  # whether it counts bodies
    sides: frozenset[str]  # the two camps, whichever gives

    def goes(self, other: "Claim") -> bool:
        """Whether both are movements of one side's people to the same other side."""
        return self.way is other.way is Way.ONE and (self.giver, self.receiver) == (other.giver, other.receiver)

    def returns(self, other: "Claim") -> bool:
        """Whether they are movements in opposite directions between the same sides."""
        return self.way is other.way is Way.ONE and (self.giver, self.receiver) == (other.receiver, other.giver)

    def beside(self, other: "Claim") -> bool:
        """Whether both stand in one sentence."""
        return self.read.figure.reading is other.read.figure.reading


# Readings less likely than this are not even weighed.
_SLIGHT = 0.12
# A figure has dozens of ways, and Python takes as long to find an enum's member as to call a function.
_ONE, _EACH, _MOVED = Way.ONE, Way.EACH, frozenset({Way.ONE, Way.JOINT})


def read_claims(found: Sequence[Read]) -> list[Claim]:
    """Every movement that a figure of the article may speak for, each number with its likeliest mention.

    What all of a deal is to move is none, where the figures of a stage are told.
    """
    mentions: dict[tuple[int, bool, Option], list[tuple[float, float, Read]]] = {}
    terms = _terms(found)
    for read in found:
        if (read.count, read.dead) in terms:
            continue
        both = {frozenset(option[1:]): chance for option, chance in read.chances.items() if option.way is _EACH}
        most = 1.0 if read.swapped else max(both.values(), default=0.0)
        likely = [(option, chance) for option, chance in read.chances.items() if chance + most >= _SLIGHT]
        for option, chance in likely:
            if option.way in _MOVED:
                each = 0.0
                if option.way is _ONE:
                    each = both.get(frozenset(option[1:]), 0.0)
                    if read.swapped:  # whoever of two goes which way, one goes each way
                        each += read.chances.get(Option(_ONE, option.receiver, option.giver), 0.0)
                if chance + each >= _SLIGHT:
                    mentions.setdefault((read.count, read.dead, option), []).append((chance + each, each, read))
    return [_claim(option, told) for (_, _, option), told in mentions.items()]


def _terms(found: Sequence[Read]) -> set[tuple[int, bool]]:
    """The numbers by which a deal goes, as far as the title does not tell them otherwise."""
    formulas = {(read.count, read.dead) for read in found if "formula" in read.figure.signals}
    titled = {
        (read.count, read.dead)
        for read in found
        if read.figure.reading.sentence.title and "formula" not in read.figure.signals
    }
    return formulas - titled


def _claim(option: Option, told: Sequence[tuple[float, float, Read]]) -> Claim:
    chance, each, read = max(told, key=lambda one: one[0])
    ever = 1 - math.prod(1 - one for one, _, _ in told)
    body = max([one for one, _, each_read in told if not each_read.figure.reading.sentence.title], default=0.0)
    sides = frozenset((option.giver, option.receiver))
    return Claim(read, *option, chance, each, len(told), ever, body, read.count, read.dead, sides)


def _odds(chance: float) -> float:
    """A chance as log-odds, kept short of certainty, whose odds have no bound."""
    chance = min(max(chance, 0.003), 0.997)
    return math.log(chance / (1 - chance))


def signals(claim: Claim, claims: Sequence[Claim], found: Sequence[Read]) -> dict[str, float]:
    """What speaks for and against a movement: its own figure, and the likelihood of the others."""
    group = claim.read.figure.group
    names = [f"{claim.way}.bias", f"at.{place_of(claim.read.figure.reading)}", f"exactness.{group.qualifier}"]
    names += group.flags
    told_so = (("price", group.price), ("one", group.count == 1), ("no_kind", group.category is None))
    names += [name for name, holds in told_so if holds]
    before = claim.read.figure.before
    names += [before.way(claim.giver, claim.receiver)] if before is not None else []
    told = claim.read.figure.signals
    names += [name for name in ("in_return", "in_turn", "sent") if name in told]
    own = {
        "chance": _odds(claim.chance),
        "likely": _odds(claim.read.likely),
        "share": claim.chance / max(claim.read.likely, 0.001),
        "ever": _odds(claim.ever),
        "each.chance": claim.each,
        "times": float(min(3, claim.times)),
    }
    others = [other for other in claims if other is not claim]
    around = (
        _against(claim, others, {read.count for read in found}) | _with(claim, others, found) | _among(claim, found)
    )
    around |= {f"told.{name}": value for name, value in told.items() if _is_told(name)}
    return dict.fromkeys(names, 1.0) | own | {name: value for name, value in around.items() if value}


# What the figure's own words say is weighed once more beside the other movements: signals by their first words.
_TOLD = frozenset(
    (
        *("mode", "scope", "verb", "gap", "aside", "said", "nation", "since", "recap", "yesterday", "today", "taken"),
        *(
            "also",
            "more",
            "first",
            "largest",
            "beyond",
            "titled",
            "untitled",
            "again",
            "double",
            "half",
            "paired",
            "even",
        ),
        *("leg", "formula", "sum", "summand", "listed", "total", "sent", "portion", "whole", "in", "unled", "half"),
        "one_sided",
    )
)


@cache
def _is_told(name: str) -> bool:
    """Whether a signal of a figure is weighed once more."""
    return name.partition(".")[0] in _TOLD


def _among(claim: Claim, found: Sequence[Read]) -> dict[str, float]:
    """How likely the other figures, told with the same verb, in the same sentence or next to it, are the event's."""
    figure = claim.read.figure
    order = figure.reading.sentence.order
    others = [read for read in found if read.count != claim.count]
    here = [read for read in others if read.figure.reading is figure.reading]
    return {
        "alone": float(not here),
        "here.likely": _likeliest(here),
        "verb.likely": _likeliest([read for read in here if figure.move and read.figure.move is figure.move]),
        "near.likely": _likeliest([r for r in others if r.figure.reading.sentence.order - order in {-1, 1}]),
        "likeliest": _likeliest(others),
    }


def _likeliest(reads: Sequence[Read]) -> float:
    return max([read.likely for read in reads]) if reads else 0.0


def _most(claims: Sequence[Claim]) -> float:
    return max([claim.chance for claim in claims]) if claims else 0.0


def _with(claim: Claim, others: Sequence[Claim], found: Sequence[Read]) -> dict[str, float]:
    """What the movements between the same sides, and the same number's other readings, say."""
    alike = [o for o in others if o.sides == claim.sides]
    same = [o for o in others if (o.count, o.dead) == (claim.count, claim.dead)]
    rest = [o for o in alike if o.count != claim.count and o.dead == claim.dead]
    returned = [o for o in alike if o.returns(claim)]
    turned = [o for o in returned if o.count == claim.count and o.dead == claim.dead]
    opposite = [o for o in returned if o.count != claim.count and o.dead == claim.dead]
    one_sided = "one_sided" in claim.read.figure.signals
    back = _most(turned)
    out = {
        "back": back,
        "crossed": min(back, _most([o for o in rest if o.goes(claim) and _kinship(claim, o) != "other"])),
        "back.likelier": back if back > claim.chance else 0.0,
        "second": float(bool([o for o in same if o.read is claim.read and o.chance > claim.chance])),
        "third": _most([o for o in same if o.sides != claim.sides]),
        "pair": _most(alike),
        "pair.not": _most([o for o in others if o.sides != claim.sides]),
        "apart": _apart(claim, turned),
        "titled.back": _titled(claim, turned),
        "heir": _most([o for o in others if o.receiver == claim.giver and home_of(o.giver) == claim.receiver]),
        "back.even": back if back and has_even(claim, found) else 0.0,
        f"{claim.way}.joint": _most([o for o in same if o.way is Way.JOINT]),
        f"{claim.way}.joint.other": _most([o for o in rest if o.way is Way.JOINT]),
        f"{claim.way}.one.other": _most([o for o in rest if o.way is Way.ONE]),
        f"{claim.way}.one": _most([o for o in same if o.way is Way.ONE]),
        "opposite": _most(opposite),
        "opposite.exact": _most([o for o in opposite if _is_vaguer(claim, o)]),
        "opposite.here": _most([o for o in opposite if o.beside(claim)]),
        "opposite.one_sided": _most(_ahead(claim, returned)) if one_sided else 0.0,
        # two who were swapped for one another are no movement: one went each way
        "two.traded": float(claim.count == 2 and not (claim.dead or one_sided)),
    }
    for one, other in combinations([o for o in rest if o.way is Way.ONE and o.count < claim.count], 2):
        if one.count + other.count == claim.count and one.read is not other.read:
            name = "sum.opposite" if one.returns(other) else "sum.same"
            out[name] = max(out.get(name, 0.0), min(one.chance, other.chance))
    return out


def _ahead(claim: Claim, others: Iterable[Claim]) -> list[Claim]:
    """The movements that are likelier than this one, or that the title tells."""
    return [o for o in others if o.chance > claim.chance or o.read.figure.reading.sentence.title]


def _titled(claim: Claim, turned: Sequence[Claim]) -> float:
    """How much likelier the text below the title speaks of the way back: "Ukraine returns 503" are its own fallen."""
    if not claim.read.figure.reading.sentence.title:
        return 0.0
    return max(0.0, max([other.body for other in turned], default=0.0) - claim.body)


def _is_vaguer(claim: Claim, other: Claim) -> bool:
    """Whether a movement is told vaguely ("more than a hundred") and the other exactly."""
    exact = other.read.figure.group.qualifier is Qualifier.EXACT
    return exact and claim.read.figure.group.qualifier is not Qualifier.EXACT


def _is_even(figure: Figure) -> bool:
    """Whether a figure's own words say that as many went the other way: "84 for 84", "84 each", "as many"."""
    return figure.group.each or figure.group.same or "even" in figure.signals


def has_even(claim: Claim, found: Sequence[Read]) -> bool:
    """Whether any mention of the number says that as many went the other way."""
    return any((read.count, read.dead) == (claim.count, claim.dead) and _is_even(read.figure) for read in found)


def _apart(claim: Claim, turned: Sequence[Claim]) -> float:
    """How likely somebody else, told of by other words, goes the other way for this one person."""
    if claim.count != 1 or claim.dead:
        return 0.0
    return _most([o for o in turned if o.read.figure.group is not claim.read.figure.group])


def _against(claim: Claim, others: Sequence[Claim], counts: set[int]) -> dict[str, float]:
    """What the other numbers that went the same way say: that this one is a part of theirs, or vaguer, or one more."""
    out: dict[str, float] = {}
    exact = claim.read.figure.group.qualifier is Qualifier.EXACT
    for rival in others:
        if not rival.goes(claim) or rival.count == claim.count:
            continue
        kind, larger = _kinship(claim, rival), rival.count > claim.count
        names = [
            f"rival.{kind}.{'larger' if larger else 'smaller'}.{'here' if rival.beside(claim) else 'far'}",
            *([f"likelier.{kind}"] if rival.chance > claim.chance else []),
            *(["share.of"] if larger and rival.count - claim.count in counts else []),
        ]
        clear = rival.read.figure.group.qualifier is Qualifier.EXACT
        if (clear and not exact and is_about(claim.count, rival.count)) or rounds(claim.count, rival.count):
            names.append("vague")
        if (exact and not clear and is_about(rival.count, claim.count)) or rounds(rival.count, claim.count):
            names.append("exact")
        if larger and "listed" in claim.read.figure.signals and rival.beside(claim) and rival.dead == claim.dead:
            names.append("listed.of")
        for name in names:
            out[name] = max(out.get(name, 0.0), rival.chance)
    return out


def _kinship(claim: Claim, rival: Claim) -> str:
    """How the kinds of people that two figures count relate."""
    one, other = claim.read.figure.group.category, rival.read.figure.group.category
    if claim.dead != rival.dead:
        return "dead"
    if one is None or other is None:
        return "unknown"
    return "same" if family(one) == family(other) else "other"
