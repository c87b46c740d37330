"""What was done after or despite all that stood in its way: "freed after hours of delay"."""

from detectors.lexicon import Mark
from detectors.reading import Sentence

# So many words part "after" from what stood in the way: "after several hours of delay".
_AFTER = 4


def is_overcome(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb tells what was done after or despite all that stood in its way: "freed after hours of delay"."""
    words = sentence.of("role", "despite")
    if not words or mark.key not in {"done", "headline", "present"}:
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
