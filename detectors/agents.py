"""Whether an organ behind "by" is who moved people, or only who says or mediates it."""

from collections.abc import Sequence

from detectors.lexicon import Mark
from detectors.reading import Sentence
from detectors.text import ARTICLES

_CUTS = frozenset(",.;:()")


def is_agent(ends: Sequence[int], sentence: Sentence) -> bool:
    """Whether "by" tells who moved people, not who says so: "handed to Kosovo by the Serbian authorities"."""
    for by in sentence.of("role", "by"):
        if by.end in ends:
            verbs = [verb.end for verb in sentence.moving if verb.start < by.start and verb.end <= by.end]
            last = max(verbs, default=sentence.start - _AGENT)
            between = [mark for mark in sentence.marks if last <= mark.start < by.start]
            parted = any(sentence.word(at) in _CUTS for at in range(last, by.start))
            if by.end - last <= _AGENT and not parted and not any(mark.group in _OTHER_DEEDS for mark in between):
                return True
    return False


def is_agents_organ(mark: Mark, sentence: Sentence) -> bool:
    """Whether the organ right before its party is who moved people: "freed by the authorities of South Ossetia"."""
    of = {role.end: role.start for role in sentence.of("role", "of")}
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    organs = [organ for end in (mark.start, at) for organ in sentence.ending(of.get(end, end), "speaker")]
    starts = [start for organ in organs for start in (organ.start, organ.start - 1)]
    return bool(starts) and is_agent(starts, sentence)


# So many words may stand between a verb and who did it ("released last week from a prison in Minsk by the …").
_AGENT = 8
# Whoever stands behind "by" says, mediated or holds.
_OTHER_DEEDS = frozenset({"said", "mediation", "held", "mode"})
