"""People of several nations told of in one breath: "nine Germans, four Swiss and a Dutchman"."""

from collections.abc import Sequence

from detectors.parties import camp
from detectors.people import Group
from detectors.sides import Reading, once


def nations_of(groups: Sequence[Group]) -> set[str]:
    """The camps whose people some groups are said to be."""
    return {camp(group.nation) for group in groups if group.nation is not None}


def run_of(group: Group, reading: Reading) -> list[Group]:
    """The people told of by their nations in one breath with a group, itself among them; none where its own is not."""
    return next((run for run in _runs(reading) if any(each.start == group.start for each in run)), [])


def shared_out(found: Sequence[tuple[Group, Reading]]) -> dict[int, int]:
    """By their ids, the people of several nations who together are a number told of elsewhere, with that number.

    So "nine Germans, four Swiss and a Dutchman" are the fourteen whom the title tells of, and each nation gets its own.
    """
    told = {group.count for group, _ in found if group.nation is None and not group.summed}
    out: dict[int, int] = {}
    for reading in {id(reading): reading for _, reading in found}.values():
        for run in _runs(reading):
            whole = sum(each.count for each in run)
            if whole in told and len(nations_of(run)) > 1:
                out.update((id(each), whole) for each in run)
    return out


@once
def _runs(reading: Reading) -> list[list[Group]]:
    """Every row of people told of by their nations that nothing but commas and an "and" part."""
    people = [each for each in reading.groups if each.nation is not None and each.count and not each.summed]
    if not people:
        return []
    joints = {mark.start for mark in reading.sentence.of("role", "and")} | set(reading.sentence.commas)
    runs = [people[:1]]
    for each in people[1:]:
        if any(_joins(at, runs[-1][-1], each) for at in joints):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _joins(at: int, one: Group, other: Group) -> bool:
    """Whether a comma or an "and" at a token is all that parts two groups, but for an article."""
    return one.end <= at < other.start and other.start - one.end <= _IN_ONE_BREATH


_IN_ONE_BREATH = 3
