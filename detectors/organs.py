"""Organs and fighters told with their side: whether they act themselves, whose they are."""

from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.reading import Sentence

_VERBS = (*MOVES, "said")


def tells_members(before: Mark, sentence: Sentence) -> bool:
    """Whether "from" tells whose fighters are given up: "handed over the body of a fighter from the SDF".

    Who gets people gets them from whoever it names.
    """
    fighters = [mark for mark in sentence.ending(before.start, "people") if mark.key == "soldiers"]
    if not fighters or any(fighters[0].start <= own.end <= before.start for own in sentence.of("role", "own")):
        return False
    verbs = [verb for verb in sentence.moving if verb.end <= fighters[0].start]
    governing = max(verbs, key=lambda verb: verb.start, default=None)
    same = {kind for kind in MOVES if governing and any(m.start == governing.start for m in sentence.of(kind))}
    return same == {"release"}


def organ_ahead(before: Mark, sentence: Sentence) -> Mark | None:
    """The organ of whom "in" tells; where adjectives follow nouns they may part the two: مكتب العلاقات العامة في X."""
    reach = _ADJECTIVES if sentence.language.owner_behind else 0
    organs = [organ for organ in sentence.of("speaker") if 0 <= before.start - organ.end <= reach]
    if not organs:
        return None
    said = any(mark.start < before.start and mark.end > organs[-1].end for kind in _VERBS for mark in sentence.of(kind))
    return None if said else organs[-1]


_ADJECTIVES = 2


def acts(organ: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether an organ that is told with its state is right beside a verb that moves people: "received the army …".

    Only where owners stand behind what is theirs: there the organ is the subject of the verb before it.
    """
    if not sentence.language.owner_behind:
        return False
    return any(
        verb.key != "noun" and (verb.end == organ.start or (verb.start == mark.end and verb.start > organ.start))
        for verb in sentence.moving
    )
