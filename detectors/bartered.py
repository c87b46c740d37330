"""People for people in a headline without a verb: "50 hostages for 150 prisoners", "Deal: 20 captives for 60"."""

from collections.abc import Sequence

from detectors.people import CAPTIVES, Group
from detectors.reading import Sentence
from detectors.scope import Scope
from detectors.status import Mode, Move


def bartered(groups: Sequence[Group], sentence: Sentence) -> list[Move]:
    """The exchange of which a headline says only who goes for whom, as a noun would tell it.

    With a word for a deal it is agreed; by itself it claims nothing: it may head what is offered as well.
    """
    if not sentence.title or sentence.moving:
        return []
    for left in groups:
        right = groups[left.pair] if left.pair is not None and left.pair < len(groups) else None
        if right is None or right.start < left.end or not (_is_held(left, sentence) and _is_held(right, sentence)):
            continue
        joints = [m for m in sentence.of("count", "for") if left.end <= m.start and m.end <= right.start]
        if joints:
            return [Move("swap", joints[-1], _mode(sentence), Scope.OPEN)]
    return []


def may_barter(sentence: Sentence) -> bool:
    """Whether a sentence without a verb may be such a headline."""
    return sentence.title and sentence.has("count", "for") and sentence.has("people", *CAPTIVES)


def _is_held(group: Group, sentence: Sentence) -> bool:
    """Whether so many people are told by a word for captives."""
    told = group.named and group.count > 0 and not group.part
    return told and any(group.start <= mark.start < group.end for mark in sentence.of("people", *CAPTIVES))


def _mode(sentence: Sentence) -> Mode:
    if sentence.has("mode", "failed", "negated"):
        return Mode.FAILED
    if sentence.has("mode", "planned", "talk"):
        return Mode.PLANNED
    return Mode.AGREED if sentence.has("mode", "deal", "agreed", "will") else Mode.NAMED
