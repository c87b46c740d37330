"""What is said of a bargain: whether there was one at all, and the figures of a deal carried out by and by."""

from collections.abc import Iterable, Sequence

from detectors.parties import camp
from detectors.people import Group
from detectors.relevance import is_in_return
from detectors.scope import Scope
from detectors.sides import Reading, move_of
from detectors.status import Mode


def are_bargained_for(readings: Iterable[Reading]) -> bool:
    """Whether anything tells that people went for others: a swap that is not of the past, "in return", "for 55"."""
    return any(
        any(move.kind == "swap" and move.scope is not Scope.PAST for move in reading.moves)
        or is_in_return(reading)
        or reading.sentence.has("count", "in_turn")
        or any(group.pair is not None or group.each or group.price or group.same for group in reading.groups)
        for reading in readings
        if not reading.recap
    )


def formulas(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The ids of figures by which a deal goes ("a thousand for a thousand", "the deal for 500 each").

    So it is where a good share of them, but fewer, are told as done: the rest went before or is still to follow.
    """
    told = [(group, reading) for group, reading in found if _is_done(group, reading)]
    done = {group.count for group, reading in told if group.named or not _is_of_terms(group, reading)}
    stages = {group.count for group, _ in told}
    terms = [
        (group, reading)
        for group, reading in found
        if group.count not in done
        and any(each < group.count <= _SHARE * each for each in stages)
        and _is_of_terms(group, reading)
        and not _is_answer(group, told)
    ]
    partners = [reading.groups[group.pair] for group, reading in terms if group.pair is not None]
    return {id(group) for group in (*(group for group, _ in terms), *partners) if group.count not in done}


# A stage of a deal moves more than this part of all; fewer beside more may be some of them.
_SHARE = 10


def _is_done(group: Group, reading: Reading) -> bool:
    """Whether a figure is told as news that has happened."""
    move = move_of(reading, group)
    done = move is not None and move.told and move.mode is Mode.DONE
    return done and group.count > 1 and not (group.part or group.rank or group.total or reading.recap)


def _is_answer(group: Group, told: Sequence[tuple[Group, Reading]]) -> bool:
    """Whether people are of another nation than all who went: Pakistan's promise to free Indians in return."""
    nations = {camp(each.nation) if each.nation is not None else None for each, _ in told if each.named}
    return group.nation is not None and not nations & {None, camp(group.nation)}


def _is_of_terms(group: Group, reading: Reading) -> bool:
    """Whether a figure stands against its like without a word for people, or in or behind a word for a deal.

    Behind it, a figure "of each side" may stand further off: "the deal of June speaks of 6,000 fallen each".
    """
    if group.pair is not None:
        other = reading.groups[group.pair]
        if other.count == group.count:
            return not (group.named and other.named)
    sentence = reading.sentence
    if any(mark.start < group.end and group.start < mark.end for mark in sentence.of("mode", "stage")):  # "mil por mil"
        return True
    reach = _OF_DEAL * (2 if group.each or group.pair is not None else 1)
    return any(0 <= group.start - mark.end <= reach for mark in sentence.of("mode", "deal", "agreed"))


# How far behind a word for the deal its figure may stand ("the deal for 1,000 each").
_OF_DEAL = 6


def is_gone(group: Group, reading: Reading) -> bool:
    """Whether people are told of as moved or on their way, if only by no verb, as a headline may."""
    move = move_of(reading, group)
    return move is None or move.mode in {Mode.DONE, Mode.RUNNING}


def is_to_come(group: Group, reading: Reading) -> bool:
    """Whether people are told of as those whose turn comes: "another 400 are to be freed", "tomorrow 300 more".

    A total, or people for others, are rather the terms of the whole deal: "33 hostages are to go for 737 prisoners".
    """
    if group.total or group.pair is not None:
        return False
    move = move_of(reading, group)
    if move is None:
        return reading.sentence.has("time", "tomorrow", "day_after_tomorrow", "coming")
    return move.mode is Mode.AGREED or move.scope is Scope.COMING
