"""The figures of a deal that is carried out by and by, told beside those of the stage that is the news."""

from collections.abc import Sequence

from detectors.people import Group
from detectors.sides import Reading, move_of
from detectors.status import Mode


def formulas(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The ids of figures by which a deal goes ("a thousand for a thousand", "the deal for 500 each").

    So it is where a good share of them, but fewer, are told as done: the rest went before or is still to follow.
    """
    done = {group.count for group, reading in found if _is_done(group, reading)}
    return {
        id(group)
        for group, reading in found
        if group.count not in done
        and any(each < group.count <= _SHARE * each for each in done)
        and _is_of_terms(group, reading)
    }


# A stage of a deal moves more than this part of all; fewer beside more may be some of them.
_SHARE = 10


def _is_done(group: Group, reading: Reading) -> bool:
    """Whether a figure is told as news that has happened."""
    move = move_of(reading, group)
    done = move is not None and move.told and move.mode is Mode.DONE
    return done and group.named and group.count > 1 and not (group.part or group.rank or group.total or reading.recap)


def _is_of_terms(group: Group, reading: Reading) -> bool:
    """Whether a figure stands against its like without a word for people, or in or right behind a word for a deal."""
    if group.pair is not None:
        other = reading.groups[group.pair]
        return other.count == group.count and not (group.named and other.named)
    sentence = reading.sentence
    if any(mark.start < group.end and group.start < mark.end for mark in sentence.of("mode", "stage")):  # "mil por mil"
        return True
    return any(0 <= group.start - mark.end <= _OF_DEAL for mark in sentence.of("mode", "deal", "agreed"))


# How far behind a word for the deal its figure may stand ("the deal for 1,000 each").
_OF_DEAL = 3
