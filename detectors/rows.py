"""Figures told in a row: which make up one told before them, and where those of a list of destinations went."""

from collections.abc import Collection, Iterator, Sequence

from detectors.goals import goals_in
from detectors.halves import COMPARED
from detectors.nations import nations_of
from detectors.parties import camp
from detectors.people import Group
from detectors.roles import Part
from detectors.sides import Reading
from detectors.status import Mode
from detectors.types import Qualifier


def told_by(found: Sequence[tuple[Group, Reading]]) -> Collection[Reading]:
    """The sentences of the figures, each once."""
    return {id(reading): reading for _, reading in found}.values()


def listed(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The ids of figures of one sentence that make up the one before them: "230: 213 men, 11 officers and 6"."""
    out: set[int] = set()
    for reading in told_by(found):
        row = [group for group in reading.groups if group.count and not (group.total or group.summed)]
        for i, whole in enumerate(row):
            for end in range(i + 3, min(len(row), i + COMPARED) + 1):
                parts = row[i + 1 : end]
                if sum([part.count for part in parts]) == whole.count and not (
                    _are_even(parts) or _go_apart(whole, parts, reading)
                ):
                    out.update(map(id, parts))
    return out


def _go_apart(whole: Group, parts: Sequence[Group], reading: Reading) -> bool:
    """Whether those behind a number go another way than it does, or each another.

    By a verb, a pair, a destination, or to the nations whose people they are.
    """
    return (
        len(nations_of(parts)) > 1
        or any(actor.part is Part.TO and actor.start > whole.end for actor in reading.actors)
        or any(part.pair is not None for part in parts)
        or any(whole.end <= move.mark.start < parts[-1].start and move.mode is not Mode.NAMED for move in reading.moves)
    )


def _are_even(parts: Sequence[Group]) -> bool:
    """Whether a number is told in two halves, which may as well have gone for each other."""
    return len(parts) == 2 and parts[0].count == parts[1].count


def portions(found: Sequence[tuple[Group, Reading]]) -> dict[int, int]:
    """By their ids, the figures of a list of destinations that makes up a number told elsewhere, with that number."""
    told = {group.count for group, _ in found}
    out: dict[int, int] = {}
    for reading in told_by(found):
        goals = goals_in(reading)
        sent = [group for group in reading.groups if group.start in goals and not group.summed]
        total = sum(group.count for group in sent)
        if total in told:
            out.update((id(group), total) for group in sent)
    return out


def parted(found: Sequence[tuple[Group, Reading]]) -> tuple[set[int], set[int]]:
    """The ids of figures in a row that make up one that another sentence told before, and the counts that they make up.

    So are "13 officers, 20 men and 12 sergeants" parts of the 45 told of in the lead.
    """
    out: set[int] = set()
    wholes: set[int] = set()
    told: set[int] = set()
    for reading in told_by(found):
        told_one = (group for group in reading.groups if group.count and not (group.total or group.summed))
        row = [group for group in told_one if group.rank or not group.part]
        for run in _runs(row):
            whole = sum(each.count for each in run)
            if whole in told and _go_together(run, reading):
                out.update(map(id, run))
                wholes.add(whole)
        told |= {group.count for group in row if group.named and group.count > 1}
    return out, wholes


def _runs(row: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Two or more neighbours at a time."""
    return (row[i:j] for i in range(len(row)) for j in range(i + 2, min(len(row), i + COMPARED) + 1))


def _go_together(run: Sequence[Group], reading: Reading) -> bool:
    """Whether neighbours in a sentence are told of in one breath, so that nobody among them goes another way."""
    inside = range(run[0].end, run[-1].start)
    if _are_two_sides(run, reading):
        return False
    return (
        all(group.named and group.pair is None and group.qualifier is Qualifier.EXACT for group in run)
        and not _are_even(run)
        and len(nations_of(run)) < 2
        and not any(move.mark.start in inside and move.mode is not Mode.NAMED for move in reading.moves)
        and not any(actor.start in inside and actor.part is not Part.NATION for actor in reading.actors)
    )


def _are_two_sides(run: Sequence[Group], reading: Reading) -> bool:
    """Whether words among neighbours tell of two sides: "A freed 61, the other side 25", "151 of A's, 201 of B's"."""
    inside, sentence = range(run[0].end, run[-1].start), reading.sentence
    if any(mark.start in inside for mark in (*sentence.of("role", "side"), *sentence.of("count", *_TURNS))):
        return True
    near = range(run[0].start - _WHOSE * sentence.stretch, run[-1].start)
    whose = {camp(a.party) for a in reading.actors if a.part is Part.NATION and a.start in near}
    return len(whose) > 1


_TURNS = ("in_return", "in_turn")
# So far ahead of people it may stand whose they are.
_WHOSE = 3
