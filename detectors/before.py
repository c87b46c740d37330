"""What was told just before: the movement that a figure goes on from, or is the way back of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from detectors.lexicon import Mark
from detectors.parties import camp, is_organisation
from detectors.people import Group
from detectors.roles import Part
from detectors.sides import Reading, is_head, sides_in
from detectors.status import Move


class Link(StrEnum):
    """How a figure follows on the one before it."""

    SAME = "same"  # "the same number"
    BACK = "back"  # behind "in return" or "for its part"
    ALSO = "also"  # further people who go along: beside "also" or "with them", by a verb of no subject of its own
    HERE = "here"  # in one sentence
    THEN = "then"  # in the sentence after it


@dataclass(frozen=True, slots=True)
class Before:
    """The movement told just before a figure, by the rules alone: the camps that gave and got, "" where unknown."""

    giver: str
    receiver: str
    link: Link

    def parts(self, side: str, verb: str) -> dict[str, float]:
        """What part a camp had in it, as signals; `verb`: the kind of the figure's own, where it names no subject."""
        told = (("gave", self.giver), ("got", self.receiver))
        names = [f"{self.link}.{part}" for part, who in told if who == side]
        return dict.fromkeys([*names, *(f"{name}.{verb}" for name in names if verb)], 1.0)

    def way(self, giver: str, receiver: str) -> str:
        """Whether people who go from one camp to another go the same way, turned round, or between others."""
        for name, one, other in (("on", giver, receiver), ("turned", receiver, giver)):
            if self.giver in ("", one) and self.receiver in ("", other):
                return f"{self.link}.{name}"
        return f"{self.link}.else"


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure whose sides the rules know, at least one of them."""

    group: Group
    reading: Reading
    giver: str
    receiver: str


def ways(figures: Sequence[tuple[Group, Reading, Move | None]]) -> list[tuple[str, str]]:
    """The camps that give and get the people of each figure, as the rules alone read its sentence; "" where unknown."""
    return [
        _way(reading, group) if group.count and not (group.part or group.rank) else ("", "")
        for group, reading, _ in figures
    ]


def _way(reading: Reading, group: Group) -> tuple[str, str]:
    """What the rules read of a figure, but for what its sentence only opens with: "Kyiv: bodies back from Russia"."""
    free = tuple(actor for actor in reading.actors if not is_head(actor, reading.sentence))
    headed = len(free) < len(reading.actors) and not group.own
    giver, receiver, _ = sides_in(replace(reading, actors=free) if headed else reading, group)
    return camp(giver) if giver else "", camp(receiver) if receiver else ""


def befores(
    figures: Sequence[tuple[Group, Reading, Move | None]], told: Sequence[tuple[str, str]]
) -> list[Before | None]:
    """For each figure in reading order, what the rules read of the one before it in its sentence or the last."""
    out: list[Before | None] = []
    last: _Told | None = None
    for (group, reading, _), (giver, receiver) in zip(figures, told, strict=True):
        link = _link(last, group, reading) if last is not None and _is_near(last.reading, reading) else None
        out.append(Before(last.giver, last.receiver, link) if last is not None and link is not None else None)
        if giver or receiver:
            last = _Told(group, reading, giver, receiver)
    return out


def _is_near(last: Reading, reading: Reading) -> bool:
    """Whether a sentence goes on from another: it is the same or the next one, which no text is from its title."""
    return last is reading or (reading.sentence.order - last.sentence.order <= 1 and not last.sentence.title)


def _link(last: _Told, group: Group, reading: Reading) -> Link:
    here = last.reading is reading
    turns = reading.sentence.of("count", "in_return", "in_turn")
    if group.same:
        return Link.SAME
    after = last.group.start if here else 0
    if any(after <= mark.start and _is_turned(mark, group, reading) for mark in turns):
        return Link.BACK
    if _goes_along(last, group, reading):
        return Link.ALSO
    return Link.HERE if here else Link.THEN


def _is_turned(mark: Mark, group: Group, reading: Reading) -> bool:
    """Whether words for the way back tell of a group: ahead of it, close behind, or where it goes as all that is told.

    "25 Egyptians, three of them minors, took the opposite way"
    """
    if mark.start <= group.end + _BEHIND:
        return True
    if mark.start > group.end + _FAR * reading.sentence.stretch:
        return False
    others = [move.mark for move in reading.moves if move.mark.end <= mark.start] + [
        each for each in reading.groups if not each.part
    ]
    between = [each.start for each in others] + [a.start for a in reading.actors if a.part in _ACTS]
    return not any(group.end <= at < mark.start for at in between)


def _goes_along(last: _Told, group: Group, reading: Reading) -> bool:
    """Whether people are told of as further ones by a verb without a subject; whoever acts may as well give others."""
    low, high = reading.sentence.clause(group.start)
    after = last.group.end if last.reading is reading else 0
    sides = (actor for actor in reading.actors if actor.part in _ACTS and not is_organisation(actor.party))
    acts = any(max(low, after) <= actor.start < high for actor in sides)
    return not acts and is_further(group, reading, after)


def is_further(group: Group, reading: Reading, after: int = 0) -> bool:
    """Whether "also" or "with them" stands beside people who are moved, behind `after`, or opens their sentence."""
    sentence = reading.sentence
    if not (reading.moves and sentence.has("count", "also")):
        return False
    low, high = sentence.clause(group.start)
    rest = [each.start for each in reading.groups if group.end <= each.start < high]  # "eight, and with them five more"
    return any(
        after <= mark.start < min([high, group.end + _ALONG * sentence.stretch, *rest])
        and not any(mark.end <= at for at in rest if mark.start >= group.end)
        and (low <= mark.start or mark.start - sentence.start < _OPENS or 0 <= group.start - mark.end <= 1)
        for mark in sentence.of("count", "also")
    )


# So many tokens may stand before a word that opens its sentence.
_OPENS = 2
_ACTS = frozenset({Part.BARE, Part.BY})
# "Two civilians were let go along with them": so far behind.
_ALONG = 6
# "… received 35 in return": so far behind the figure the word may stand.
_BEHIND = 3
# So far where nothing but the words themselves tells where they go.
_FAR = 12
