"""Where people are told to go: the destination of one group, those of a list, each with its number."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from detectors.actors import Actor
from detectors.parties import camp, is_broker, is_organisation
from detectors.people import Group
from detectors.roles import Part
from detectors.sides import Reading, once


def goal_of(group: Group, groups: Sequence[Group], actors: Sequence[Actor]) -> Actor | None:
    """Where just this group is told to go: the first destination behind it, before the next group."""
    goals = [a for a in actors if group.end <= a.start < group.end + _GOAL and a.part is Part.TO]
    if not goals:
        return None
    until = min([each.start for each in groups if each.start >= group.end], default=group.end + _GOAL)
    return next((goal for goal in goals if goal.start < until), None)


def goals_of(groups: Sequence[Group], actors: Sequence[Actor]) -> dict[int, Actor]:
    """Where each group of a list goes, by its first token: "13 to Germany, three to the US", "to Germany 13, …"."""
    goals = [actor for actor in actors if _is_goal(actor)] if len(groups) >= _SEVERAL else []
    if len(goals) < _SEVERAL:
        return {}
    pairs = _in_turn(groups, goals)
    # Two places may be where people are held; three in a row are where they went ("in Russia, 13 in Germania e tre …").
    least = _SEVERAL if any(actor.part is Part.TO for actor in goals) else _SEVERAL + 1
    return pairs if len({camp(goal.party) for goal in pairs.values()}) == len(pairs) >= least else {}


@once
def goals_in(reading: Reading) -> dict[int, Actor]:
    """The same of a sentence."""
    return goals_of(reading.groups, reading.actors)


@once
def givers_in(reading: Reading) -> dict[int, Actor]:
    """Who freed each group of a list, by its first token: "60 were freed by the government, 75 by the Houthis"."""
    return _each_its_own(reading, Part.BY)


@once
def origins_in(reading: Reading) -> dict[int, Actor]:
    """Where each group of a list is from, by its first token: "47 fishermen from India and 38 from Bangladesh"."""
    return _each_its_own(reading, Part.FROM)


def _each_its_own(reading: Reading, part: Part) -> dict[int, Actor]:
    """The party of this part told with each group of a list, by the group's first token, where each is another."""
    if len(reading.groups) < _SEVERAL:
        return {}
    named = [actor for actor in reading.actors if actor.part is part and not is_organisation(actor.party)]
    if len(named) < _SEVERAL:
        return {}
    pairs = _in_turn(reading.groups, named)
    return pairs if len({camp(each.party) for each in pairs.values()}) == len(pairs) >= _SEVERAL else {}


def _in_turn(groups: Sequence[Group], named: Sequence[Actor]) -> dict[int, Actor]:
    """The party told with each group, by its first token, where groups and parties take turns."""
    wholes = [group for group in groups if not (group.part or group.total or group.summed)]
    row: list[Group | Actor] = sorted([*wholes, *named], key=lambda one: one.start)
    first = next((i for i, one in enumerate(row) if isinstance(one, Actor)), len(row))
    start = first if not first else first - 1
    if start < first and _is_behind(row[start:]):
        start = first = 0
        row = row[row.index(next(one for one in row if isinstance(one, Actor))) :]
    pairs: dict[int, Actor] = {}
    for one, other in zip(row[start::2], row[start + 1 :: 2], strict=False):
        match one, other:
            case (Group(), Actor()) if first:
                pairs[one.start] = other
            case (Actor(), Group()) if not first:
                pairs[other.start] = one
            case _:
                break
    return pairs


def _is_behind(row: Sequence[Group | Actor]) -> bool:
    """Whether each party stands before its group, though a whole opens the row: "of 26, to Germany went 13, to …"."""
    turns = all(isinstance(one, Actor) == bool(at % 2) for at, one in enumerate(row))
    if not turns or len(row) % 2 == 0:
        return False
    gaps = [other.start - one.end for one, other in pairwise(row)]
    return sum(gaps[1::2]) < sum(gaps[::2])


_SEVERAL = 2


def _is_goal(actor: Actor) -> bool:
    """Whether people may go there, by "in" too ("13 en Allemagne, 3 aux États-Unis"), but for where swaps are held."""
    lasting = actor.part is Part.PLACE and not is_broker(actor.party)
    return (actor.part is Part.TO or lasting) and not is_organisation(actor.party)


def sent_apart(groups: Sequence[Group], actors: Sequence[Actor]) -> list[Group]:
    """The groups, none a part where each is told to go another way: "29 of them to Ukraine and 19 to Russia".

    The first of a sentence is none either where others go elsewhere: "13 of those went to Germany, three to Italy".
    """
    parts = [group for group in groups if group.part]
    if not parts:
        return list(groups)
    goals = {group.start: goal for group in parts if (goal := goal_of(group, groups, actors))}
    apart = goals if len({camp(goal.party) for goal in goals.values()}) > 1 else ()
    if groups[0].part and not apart:
        apart = goals_of([replace(groups[0], part=False), *groups[1:]], actors)
    return [replace(group, part=False) if group.start in apart else group for group in groups]


# How far behind a group its destination may stand ("29 of them are to return to Ukraine").
_GOAL = 12
