"""Between whom title and lead have people go: who is named, and which ways."""

from collections.abc import Sequence
from itertools import pairwise

from detectors.parties import camp, is_group, is_organisation, opponent
from detectors.people import Group
from detectors.relevance import is_relevant
from detectors.roles import Part
from detectors.sides import Reading, move_of, sides_in


def who(title: Sequence[Reading], early: Sequence[Reading]) -> dict[str, float]:
    """Who is named early, whether a verb of movement stands beside it or not."""
    parties = {actor.party for reading in early for actor in reading.actors}
    states = {side for reading in early for side in reading.sides}
    headline = {side for reading in title for side in reading.sides}
    enemies = {camp(enemy) for party in parties if (enemy := opponent(party)) is not None}
    return {
        "nobody": float(not states),
        "one_party": float(len(states) == 1),
        "at_war": float(bool(enemies)),
        "enemies": float(bool(enemies & states)),
        "armed_group": float(any(map(is_group, parties))),
        "organisation": float(any(map(is_organisation, parties))),
        "title_nobody": float(bool(title) and not headline),
        "title_both": float(len(headline) > 1),
    }


def ways(early: Sequence[Reading]) -> dict[str, float]:
    """Whether people are told to go from one named side to another, and whether some go the other way as well."""
    found = set()
    foreign = alone = False
    for reading in early:
        for group in reading.groups:
            move = move_of(reading, group)
            if move is not None and move.told and (group.named or group.pair is not None):
                giver, receiver, _ = sides_in(reading, group)
                found.add((camp(giver or ""), camp(receiver or "")))
                stranger = giver is not None and (group.nation is None or camp(group.nation) != camp(giver))
                foreign |= stranger and group.nation is not None
                alone |= stranger and (bool(group.name) or group.single)
    complete = {way for way in found if all(way)}
    back = any(
        one != other and ((one[0] and one[0] == other[1]) or (one[1] and one[1] == other[0]))
        for one in found
        for other in found
    )
    paired = any(group.pair is not None for reading in early for group in reading.groups if _is_told(reading))
    return {
        "directed": float(bool(complete)),
        "half_directed": float(bool(found)),
        "back": float(back),
        "foreign": float(foreign),
        "alone": float(alone),
        "paired": float(paired),
    }


def headline(title: Sequence[Reading]) -> dict[str, float]:
    """Whether the title alone, with or without a verb, sends people to two sides: "1,003 to Ukraine, 26 to Russia"."""
    return {"title_crossed": float(any(_crosses(reading) for reading in title))}


def _crosses(reading: Reading) -> bool:
    goals = {camp(actor.party) for actor in reading.actors if actor.part is Part.TO}
    groups = [group for group in reading.groups if not group.part]
    return len(goals) > 1 and len(groups) > 1 and not reading.sentence.has("mode", "failed", "talk")


def swapping(early: Sequence[Reading]) -> tuple[str, ...]:
    """The two whose exchange the news is told to be a part of: Britons freed "in a Russia-Ukraine exchange"."""
    for reading in early:
        for one, other in pairwise(reading.actors) if _is_of_a_swap(reading) else ():
            apart = camp(one.party) != camp(other.party)
            if apart and one.part is Part.BETWEEN and 0 <= other.start - one.end <= _BESIDE:
                return one.party, other.party
    return ()


_BESIDE = 3  # "et l'"


def among(group: Group, reading: Reading) -> list[str]:
    """Whose people are told to be among these: "ten prisoners, including Americans"."""
    begins = {mark.end for mark in reading.sentence.of("count", "part") if 0 <= mark.start - group.end <= 1}
    return [actor.party for actor in reading.actors if actor.part is Part.NATION and actor.start in begins]


def _is_of_a_swap(reading: Reading) -> bool:
    return any(move.kind == "swap" for move in reading.moves) and _is_told(reading)


def acting(readings: Sequence[Reading]) -> set[str]:
    """The sides named in sentences about movements."""
    return {
        side
        for reading in readings
        if any(is_relevant(reading, move, known=True) for move in reading.moves)
        for side in reading.sides
    }


def _is_told(reading: Reading) -> bool:
    return any(move.told for move in reading.moves)
