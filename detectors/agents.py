"""Whether an organ is who moved people ("by"), or only who says or mediates it, and where it sits."""

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


def is_given_to(organ: Mark, sentence: Sentence) -> bool:
    """Whether people were handed to an organ whose state follows it: "confiés aux autorités françaises"."""
    for to in sentence.of("role", "to"):
        if to.end == organ.start or (to.start < organ.start and to.end == organ.end):
            verbs = [verb for verb in sentence.moving if verb.start < to.end and verb.key != "noun"]
            last = max((min(verb.end, to.start) for verb in verbs), default=sentence.start - _AGENT)
            between = [mark for mark in sentence.marks if last <= mark.start < to.start]
            parted = any(sentence.word(at) in _CUTS for at in range(last, to.start))
            if to.start - last <= _GIVEN and not parted and not any(mark.group in _OTHER_DEEDS for mark in between):
                return True
    return False


def is_agents_organ(mark: Mark, sentence: Sentence) -> bool:
    """Whether the organ right before its party is who moved people: "freed by the authorities of South Ossetia"."""
    of = {role.end: role.start for role in sentence.of("role", "of")}
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    organs = [organ for end in (mark.start, at) for organ in sentence.ending(of.get(end, end), "speaker")]
    starts = [start for organ in organs for start in (organ.start, organ.start - 1)]
    return bool(starts) and is_agent(starts, sentence)


def is_according(end: int, sentence: Sentence) -> bool:
    """Whether a word for "according to" stands behind a name, where such words do: "Rusya'ya göre"."""
    if not sentence.language.postpositions:
        return False
    return any(0 <= cue.end - end <= _SEATED + 1 for cue in sentence.of("said", "according"))


def seats_organ(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a sentence opens with where the organ behind it sits, nobody else's: "In Moscow, the ministry put …"."""
    if start - sentence.start > 1 or not sentence.has("said"):
        return False
    organs = [organ.end for organ in sentence.of("speaker") if 0 <= organ.start - end <= _SEATED]
    parties = [party.start for party in sentence.of("party")]
    return any(not any(end <= at <= last + 1 for at in parties) for last in organs)


# An article and a comma may part an organ from where it sits, and a word for "according to" from who says it.
_SEATED = 2
# So many words may stand between a verb and who did it ("released last week from a prison in Minsk by the …").
_AGENT = 8
# So many between a verb and whom people were given to ("confiés lundi aux autorités").
_GIVEN = 6
# Whoever stands behind "by" says, mediated or holds.
_OTHER_DEEDS = frozenset({"said", "mediation", "held", "mode"})
