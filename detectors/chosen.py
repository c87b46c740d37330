"""What is told in the end: the claims that hold, weighed against one another, as movements."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from detectors import weigh
from detectors.between import among
from detectors.camps import Camp
from detectors.categories import Kindless
from detectors.claims import Claim, has_even, read_claims, signals
from detectors.goals import goals_in
from detectors.halves import is_about, makes_up, rounds
from detectors.options import Way
from detectors.outcome import is_kidnapped, transfer
from detectors.parties import NOBODY, are_allies, are_rivals, camp, is_bloc, is_group
from detectors.roles import Part
from detectors.sides import listed
from detectors.transfers import Read, lists, shared
from detectors.types import Category, Qualifier, Transfer

# An exact figure less likely than this to have gone the same way is of another exchange.
_HEARD = 0.1
# A figure says by itself that as many went back where this share of its chance speaks for it: of one behind "in
# return" or "for its part", of any other, which may as well repeat what was told, in words that fit both ways.
_TURNED, _FIRM = 0.6, 0.75
# A movement less likely than this is not told.
LIKELY = 0.42


def choose(
    found: Sequence[Read],
    sides: Mapping[str, Camp],
    living: Category,
    least: float = LIKELY,
    *,
    day: date | None = None,
) -> list[Transfer]:
    """The event's movements, likeliest first: each number goes one way, or both ways between the same two sides.

    `day` is when the news came out, `living` what people of no named kind are.
    """
    claims = read_claims(found)
    kept: list[Claim] = []
    points = weigh.all_points("claim", [(signals(claim, claims, found),) for claim in claims])
    chances = {id(claim): _chance(each) for claim, each in zip(claims, points, strict=True)}
    for row in lists(found):  # a list tells of one exchange
        sent = ([claim for claim in claims if _is_sent(claim, *member)] for member in row)
        heard = [max(ways, key=lambda claim: chances[id(claim)]) for ways in sent if ways]
        chances |= dict.fromkeys(map(id, heard), shared([chances[id(claim)] for claim in heard]) if heard else 0.0)
    chances |= _of_kidnappers(claims, chances, sides, found)
    for claim in claims:  # "the last four hundred" are 404: the exact figure is told, as likely as either
        near = (o for o in claims if o.goes(claim) and o.dead == claim.dead and _stands_for(claim, o))
        exact = next((other for other in near if other.chance >= _HEARD), None)
        if exact is not None:
            chances[id(exact)] = max(chances[id(exact)], chances[id(claim)])
            chances[id(claim)] = 0.0
    for total in [claim for claim in claims if claim.way is Way.JOINT]:  # "swap 135 prisoners" sends nobody either way
        if any(camp(party) not in total.sides for party in among(total.read.figure.group, total.read.figure.reading)):
            chances[id(total)] = 0.0  # strangers are held by one of both
            continue
        ways = [claim for claim in claims if claim.way is Way.ONE and _is_of(claim, total)]
        if ways and _is_of_both(total, ways, chances, found):
            chances[id(total)] = max(chances[id(each)] for each in (total, *ways))
            chances |= dict.fromkeys(map(id, ways), 0.0)
    for claim in sorted(claims, key=lambda each: -chances[id(each)]):
        chance = chances[id(claim)]
        same = [each for each in claims if (each.count, each.dead) == (claim.count, claim.dead)]
        ahead = [
            each for each in same if each.returns(claim) and each.chance > claim.chance and chances[id(each)] >= least
        ]
        rivals = [each for each in same if each in kept or each in ahead]
        if chance < least or any(_is_alive_or_dead(claim, each) for each in kept):
            continue
        if all(claim.returns(each) and _is_own_leg(claim, each, found) for each in rivals):
            kept.append(claim)
    kept = [c for i, c in enumerate(kept) if not (_is_alone(c, found) and any(map(c.returns, kept[:i])))]
    told = [claim for claim in kept if not (_is_total(claim, kept, found) or _is_summand(claim, kept))]
    return [_told(claim, sides, found, Kindless(living, day)) for claim in told]


def _of_kidnappers(
    claims: Sequence[Claim], chances: Mapping[int, float], sides: Mapping[str, Camp], found: Sequence[Read]
) -> dict[int, float]:
    """The chances of claims that are told alike: whom kidnappers let go, no state held where they were taken."""
    out: dict[int, float] = {}
    ways = [claim for claim in claims if claim.way is Way.ONE] if NOBODY in sides else []
    for claim in ways:
        same = (o for o in ways if (o.count, o.dead, o.receiver) == (claim.count, claim.dead, claim.receiver))
        twin = next((other for other in same if other.giver == NOBODY != claim.giver), None)
        if twin is not None and _held_nobody(claim, sides, found):
            known = out.get(id(twin), chances[id(twin)])
            out |= {id(twin): min(1.0, known + chances[id(claim)]), id(claim): 0.0}
    return out


def _held_nobody(claim: Claim, sides: Mapping[str, Camp], found: Sequence[Read]) -> bool:
    """Whether the giver is but the state in whose land kidnappers took these people."""
    return NOBODY in sides and _is_scene(sides[claim.giver]) and is_kidnapped(claim.read, found)


def _is_sent(claim: Claim, read: Read, goal: str) -> bool:
    """Whether a movement is a figure's own: its people go to that camp."""
    return claim.read is read and claim.way is Way.ONE and claim.receiver == goal


def _is_of(claim: Claim, other: Claim) -> bool:
    """Whether both read one number as people between the same sides."""
    return (claim.count, claim.dead, claim.sides) == (other.count, other.dead, other.sides)


def _is_of_both(total: Claim, ways: Sequence[Claim], chances: Mapping[int, float], found: Sequence[Read]) -> bool:
    """Whether a number is rather a total over both sides than people of one, or as many of each."""
    if has_even(total, found):
        return False
    move, told = total.read.figure.move, [chances[id(way)] for way in ways]
    if move is not None and move.kind == "swap" and len(told) > 1 and max(told) - min(told) < _UNTOLD:
        return total.chance >= _OPEN * max(way.chance for way in ways)
    return total.chance >= _BOTH


# A mention as likely as this to be of both sides is a total; less will do where a swap's two ways are as likely as
# each other but for so much: such a share of theirs. Of 41 such numbers in labelled texts 35 were totals.
_BOTH, _UNTOLD, _OPEN = 0.3, 0.2, 1 / 3


def _is_alive_or_dead(claim: Claim, kept: Claim) -> bool:
    """Whether as many went the same way by another sentence that has them dead, or alive: nobody is both."""
    return claim.goes(kept) and claim.count == kept.count and claim.dead != kept.dead and not claim.beside(kept)


def _is_alone(claim: Claim, found: Sequence[Read]) -> bool:
    """Whether its sentence says that nobody goes back for those let go: "unilaterally released".

    Of as many on each side it says that of something else: "205 from each side, before a unilateral truce".
    """
    reading = claim.read.figure.reading
    alone = reading.sentence.has("mode", "alone") and any(move.told for move in reading.moves)
    return alone and not has_even(claim, found)


def _stands_for(claim: Claim, other: Claim) -> bool:
    """Whether a number is another's in round hundreds, or told as "more than" a bit less."""
    least = claim.read.figure.group.qualifier is Qualifier.AT_LEAST
    exact = other.read.figure.group.qualifier is Qualifier.EXACT and claim.count < other.count
    return rounds(claim.count, other.count) or (least and exact and is_about(claim.count, other.count))


def _is_total(claim: Claim, kept: Sequence[Claim], found: Sequence[Read]) -> bool:
    """Whether those told of either direction make it up: 47 of "47 freed: 31 rebels by Mali, 16 soldiers by them".

    So "over 200" are the 82 and the 140, too.
    """
    told = [read.figure.group for read in found if (read.count, read.dead) == (claim.count, claim.dead)]
    return any(
        one.returns(other)
        and claim.sides == one.sides
        and claim.dead == one.dead == other.dead
        and any(makes_up((one.count, other.count), whole) for whole in told)
        and (min(one.count, other.count) > 1 or (one.read.swapped and other.read.swapped))
        for one, other in combinations(kept, 2)
    )


def _is_summand(claim: Claim, kept: Sequence[Claim]) -> bool:
    """Whether all of those told in one breath with it are told: the men of "42 men and three women" beside all 45."""
    group = claim.read.figure.group
    counts = {other.count for other in kept if other.goes(claim) and other.dead == claim.dead}
    sums = (each for each in claim.read.figure.reading.groups if each.summed and each.count in counts - {claim.count})
    return any(each.start <= group.start < group.end <= each.end for each in sums)


def _is_own_leg(claim: Claim, taken: Claim, found: Sequence[Read]) -> bool:
    """Whether a number that went one way went back as well: by its own words, or because it is told of each side."""
    if has_even(claim, found) or claim.read.swapped:
        return True
    if claim.read is taken.read:
        return claim.each >= claim.chance / 2
    if claim.read.person is not None and claim.read.person == taken.read.person:  # nobody goes both ways
        return False
    if claim.count == 1:  # two people, each told of by his own words
        return True
    return claim.chance >= (_TURNED if _is_turned(claim) else _FIRM) * claim.read.likely


def _is_turned(claim: Claim) -> bool:
    """Whether its sentence says that the other side speaks or acts."""
    return not {"in_return", "in_turn"}.isdisjoint(claim.read.figure.signals)


def _chance(points: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, points)))


def _told(claim: Claim, sides: Mapping[str, Camp], found: Sequence[Read], kindless: Kindless) -> Transfer:
    if claim.way is Way.ONE:
        return transfer(_givers(claim, sides, found), (_people(claim, sides),), claim.read, found, kindless)
    both = tuple(sorted(sides[side].holder for side in claim.sides))
    return transfer(both, both, claim.read, found, kindless)


def _people(claim: Claim, sides: Mapping[str, Camp]) -> str:
    """Who gets them back, by the name that their own words give: "five Serbs" are Serbia's beside Yugoslav soldiers."""
    nation, side = claim.read.figure.group.nation, claim.receiver
    own = nation is not None and camp(nation) == side and not is_group(side)
    return nation if nation is not None and own else sides[side].people


def _givers(claim: Claim, sides: Mapping[str, Camp], found: Sequence[Read]) -> tuple[str, ...]:
    """Who gave them up: the side, by the names of its sentence where a bloc acts, and its allies in the exchange.

    Those held some too, or get others of the same list. A state in whose land kidnappers took them held nobody.
    """
    if _held_nobody(claim, sides, found):
        return (NOBODY,)
    acting = {a.party for a in claim.read.figure.reading.actors if camp(a.party) == claim.giver and a.part in _GIVING}
    own = sorted(acting) if any(map(is_bloc, acting)) else [sides[claim.giver].holder]
    reading = claim.read.figure.reading
    sent = {camp(goal.party) for goal in goals_in(reading).values()}
    allies = [
        each.holder
        for side, each in sides.items()
        if are_allies(side, claim.giver)
        and are_rivals(side, claim.receiver)
        and (side in sent or each.signals.keys() & {"all.holder", "all.held_in"})
    ]
    return tuple(dict.fromkeys((*own, *allies, *_holding_too(claim, sides))))


def _is_scene(side: Camp) -> bool:
    """Whether a state is told of as where people were or are from, and neither does anything nor holds anybody."""
    return not is_group(side.holder) and not side.signals.keys() & _DOES


_DOES = frozenset({"all.bare", "all.by", "all.holder", "all.to"})


def _holding_too(claim: Claim, sides: Mapping[str, Camp]) -> list[str]:
    """Who is named with the giver as whoever held them or gives them up: "held by Russia and Belarus"."""
    acting = [a for a in claim.read.figure.reading.actors if a.part in _TOGETHER]
    run = [
        each
        for one in acting
        if camp(one.party) == claim.giver
        for each in listed(one, acting)
        if each.part is one.part
    ]
    both = (camp(each.party) for each in run)
    return [sides[side].holder for side in both if side in sides and side not in {claim.giver, claim.receiver}]


_TOGETHER = frozenset({Part.BY, Part.HOLDER})
_GIVING = frozenset({Part.BARE, Part.BY, Part.HOLDER, Part.FROM})
