"""Figures that make up another: the two legs of what a headline tells as one number, exactly or about."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from detectors.before import ways
from detectors.goals import goal_of
from detectors.parties import camp, stand_against
from detectors.people import Group
from detectors.scope import Scope
from detectors.sides import Reading, move_of
from detectors.types import Qualifier

# So many of the largest figures are tried as summands.
COMPARED = 10


def halves(found: Sequence[tuple[Group, Reading]], told: Sequence[tuple[str, str]]) -> set[tuple[int, bool]]:
    """What two figures of the text make up together the title tells as exchanged; whether each counts the dead.

    Or as one number of those who went, where the rules read the two (`told`) as given by different sides: "the Croats
    freed 127 men, the government 115" under "242 Serbs released"; or where one were exchanged for the other.
    """
    out: set[tuple[int, bool]] = set()
    sent = [
        (group, reading, way)
        for (group, reading), way in zip(found, told, strict=True)
        if not (reading.sentence.title or reading.recap) and not _is_past(group, reading)
    ]
    for head, reading in found:
        move = move_of(reading, head) if reading.sentence.title and head.count > 1 and not head.part else None
        if move is not None and (move.kind == "swap" or head.each):  # "return 185 to each other"
            counts = {g.count for g, r in found if g.count > 1 and g.dead == head.dead and not r.sentence.title}
            pairs = (pair for pair in combinations(largest(counts), 2) if makes_up(pair, head))
            out |= {(count, head.dead) for pair in pairs for count in pair}
        elif reading.sentence.title and head.count > 1 and not head.part:
            out |= {
                (each.count, head.dead)
                for (one, here, way), (other, there, back) in combinations(sent, 2)
                if one.dead == other.dead == head.dead and makes_up((one.count, other.count), head)
                if _are_exchanged(one, other, here, there) or (one.pair is None and _are_of_two(way, back))
                for each in (one, other)
            }
    return out


def by_side(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, people no parts of what two sides gave or got together: "26 are home: A gave 15 of them, B 11"."""
    wholes = {group.count for each in readings for group in each.groups if group.count > 1 and not group.part}
    return [_by_side(each, wholes) if any(group.part for group in each.groups) else each for each in readings]


def _by_side(reading: Reading, wholes: Collection[int]) -> Reading:
    """The same sentence, its parts of a whole that went two ways no parts any more."""
    told = [replace(group, part=False) if group.part and not group.rank else group for group in reading.groups]
    # "of 48 children 29 were returned to Ukraine and 19 to Russia"
    goals = [goal_of(group, told, reading.actors) for group in told]
    sent = [camp(goal.party) if goal is not None else "" for goal in goals]
    given = [
        (giver, to or got) for (giver, got), to in zip(ways([(g, reading, None) for g in told]), sent, strict=True)
    ]
    legs = {
        id(each)
        for (one, way), (other, back) in combinations(zip(told, given, strict=True), 2)
        if one.count + other.count in wholes and _are_of_two(way, back)
        for each in (one, other)
    }
    return replace(
        reading,
        groups=tuple(new if id(new) in legs else group for new, group in zip(told, reading.groups, strict=True)),
    )


def _are_exchanged(one: Group, other: Group, here: Reading, there: Reading) -> bool:
    """Whether the people of two figures were given for each other: a pair, or those whom one verb of exchange has."""
    if here is not there:
        return False
    move = move_of(here, one)
    swapped = move is not None and move is move_of(here, other) and move.kind == "swap" and move.told
    return swapped or (one.pair is not None and here.groups[one.pair] is other)


def _are_of_two(way: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two sides gave the people of two figures; who goes to two states from one side is no half.

    So did two that got them and stand against each other.
    """
    (giver, receiver), (gave, got) = way, other
    return (
        bool(giver and (giver == got or (gave and giver != gave)))
        or bool(receiver and receiver == gave)
        or bool(receiver and got and stand_against(receiver, got))
    )


def _is_past(group: Group, reading: Reading) -> bool:
    move = move_of(reading, group)
    return move is not None and move.scope is Scope.PAST


def makes_up(pair: tuple[int, int], whole: Group) -> bool:
    """Whether two figures are a whole together, of which neither is as much as the whole by itself."""
    if whole.qualifier is Qualifier.EXACT:
        return sum(pair) == whole.count
    return is_about(whole.count, sum(pair)) and not is_about(whole.count, max(pair))


def largest(counts: Collection[int]) -> list[int]:
    """The counts that are tried as summands, largest first."""
    return sorted(counts, reverse=True)[:COMPARED]


def is_about(vague: int, exact: int) -> bool:
    """Whether "nearly 200" or "more than 200" may stand for the figure."""
    return vague * 0.9 <= exact <= vague * 1.2


def rounds(round_one: int, exact: int) -> bool:
    """Whether the first is the second told in round hundreds: "four hundred" of 404."""
    return round_one % 100 == 0 and exact % 100 != 0 and 0 < abs(exact - round_one) <= round_one * 0.02
