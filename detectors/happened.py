"""What happened all the same, though words of plans or of failure stand beside it."""

from detectors.lexicon import Mark
from detectors.reading import Sentence
from detectors.text import ARTICLES

# How far before a finite verb a modal still governs it, and before a noun or infinitive.
CLOSE, FAR = 4, 10
# What says that something is still to come, or only spoken of; how far before a noun "next" may stand.
_NOT_YET = ("will", "planned", "talk", "agreed", "failed", "negated")
_WHICH = 3
# What happened is told by a verb; "under the deal", "as part of" only tell of what it is a part.
_LINKS = frozenset({"under", "as", "in", "during", "within"})
# So many words part "after" from what stood in the way: "after several hours of delay".
_AFTER = 4


def has_happened(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb tells that what is only called the next, or the planned one, happened: "the next swap took place".

    What stands right before the noun tells which one is meant. Any other word of plans has its say, and what stands
    behind a preposition is not what happened: "talks about the next swap took place". A verb that says both at once
    tells what happened: "an exchange was agreed and carried out".
    """
    events = sentence.of("event", "happened")
    if not events or mark.key not in {"noun", "headline"}:
        return False
    low, high = sentence.clause(mark.start, hard=sentence.title)
    near = [event for event in events if low <= event.start < high and _distance(event, mark) <= FAR]
    cues = [cue for cue in sentence.of("mode", *_NOT_YET) if low <= cue.start < high]
    return bool(near and cues) and all(
        any(event.start <= cue.start < event.end for event in near) or _tells_which(cue, mark, sentence) for cue in cues
    )


def _tells_which(cue: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether a word of plans only stands before the noun: "the next swap", "the next stage of the swap"."""
    if cue.key not in {"planned", "will"} or not (overlap(cue, mark) or 0 <= mark.start - cue.end <= _WHICH):
        return False
    at = cue.start - (sentence.word(cue.start - 1) in ARTICLES)
    led = any(role.key in {"of", "at", "from"} for role in sentence.ending(at, "role"))
    return not led or any(event.end >= at for event in sentence.ending(at, "event"))


def has_come(mark: Mark, sentence: Sentence) -> bool:
    """Whether what was agreed on then happened: "the exchange agreed on in Istanbul took place on Thursday"."""
    agreed = [cue.end for cue in sentence.of("mode", "agreed") if 0 <= cue.start - mark.end <= FAR]
    if mark.key != "noun" or not agreed:
        return False
    events = [event for event in sentence.of("held_event") if sentence.word(event.start) not in _LINKS]
    talks = [cue.start for cue in sentence.of("mode", "talk", "planned")]  # "agreed in talks that took place in Doha"
    return any(
        0 <= event.start - max(agreed) <= FAR and not any(max(agreed) <= at < event.start for at in talks)
        for event in events
    )


def is_managed(mark: Mark, sentence: Sentence) -> bool:
    """Whether somebody helped to do it or managed it: "half, neun Kinder zurückzuholen", "succeeded in freeing".

    An infinitive may stand far behind, a noun only right there; what tells of plans or deals between governs it.
    """
    reach = {"base": FAR * sentence.stretch, "noun": 0}.get(mark.key)
    cues = sentence.of("mode", "managed")
    if reach is None or not cues:
        return False
    other = [cue.start for cue in sentence.of("mode", *_NOT_YET, "deal")]
    return any(
        _follows(cue, mark, reach, sentence)
        and not any(cue.start - CLOSE <= at < mark.start and not cue.start <= at < cue.end for at in other)
        for cue in cues
    )


def _follows(cue: Mark, mark: Mark, reach: int, sentence: Sentence) -> bool:
    """Whether a verb of managing governs what stands behind it, or right before it where verbs come last."""
    last = sentence.language.verb_last and 0 <= cue.start - mark.end <= 1
    return last or -1 <= mark.start - cue.end <= reach  # Greek βοήθησε να ∩ να επιστρέψουν


def is_overcome(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb tells what was done after or despite all that stood in its way: "freed after hours of delay".

    So does a noun ahead of those words ("first swap after a pause"), not behind them ("after the delay of the swap").
    """
    words = sentence.of("role", "despite")
    if mark.key == "noun":
        words = [word for word in words if mark.end <= word.start]
    if not words or mark.key not in {"done", "headline", "present", "noun"}:
        return False
    low, high = sentence.clause(mark.start, hard=sentence.title)
    cues = [cue for cue in sentence.of("mode", "failed") if low <= cue.start < high]
    return all(any(_leads_to(word, cue, sentence) for word in words) for cue in cues)


def _leads_to(word: Mark, cue: Mark, sentence: Sentence) -> bool:
    """Whether "after" or "despite" stands before a noun, behind it where such words do, and no verb between them."""
    ahead, behind = cue.start - word.end, word.start - cue.end
    reach = _AFTER * sentence.stretch
    if sentence.language.postpositions:
        return 0 <= behind <= reach
    return 0 <= ahead <= reach and not any(word.end <= verb.start < cue.start for verb in sentence.moving)


def _distance(one: Mark, other: Mark) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def overlap(left: Mark, right: Mark) -> bool:
    """Whether two marks share words but begin at different ones."""
    return left.start < right.end and right.start < left.end and left.start != right.start
