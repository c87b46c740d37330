"""With whom people are swapped and by whom they are given up, where a name's case or place tells it."""

from detectors.lexicon import Mark
from detectors.reading import Sentence


def is_with(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name is whom something is done with: "с Россией", "Oroszországgal", "與俄羅斯進行交換"."""
    if _is_instrumental(mark, sentence):
        return sentence.language.postpositions or has_preposition(mark.start, sentence)
    return _is_swapped_with(mark, sentence)


def is_by(mark: Mark, sentence: Sentence) -> bool:
    """Whether the case of a name right beside a verb tells who did it: "возвращены Грузией", "předána Ruskem"."""
    if not _is_instrumental(mark, sentence):
        return False
    verbs = (verb for verb in sentence.moving if verb.key != "noun")
    return any(0 <= max(mark.start - verb.end, verb.start - mark.end) <= _BESIDE for verb in verbs)


_BESIDE = 2


def _is_instrumental(mark: Mark, sentence: Sentence) -> bool:
    """Whether a state's name stands in the case that tells with or by whom."""
    return mark.form == "name" and sentence.word(mark.end - 1).endswith(sentence.language.with_endings)


def has_preposition(at: int, sentence: Sentence) -> bool:
    """Whether a short word before a token governs the case of what begins there: "с Россией", "над Украиной"."""
    before = sentence.word(at - 1)
    return before.isalpha() and (len(before) <= _SHORT or bool(sentence.ending(at, "role")))


_SHORT = 3


def _is_swapped_with(mark: Mark, sentence: Sentence) -> bool:
    """Whether "and", where it is "with" as well, joins a name to a swap rather than to another name: 與俄羅斯換俘."""
    joints = sentence.ending(mark.start, "role") if sentence.stretch > 1 and mark.form == "name" else ()
    if not any(joint.key == "and" and not sentence.ending(joint.start, "party") for joint in joints):
        return False
    until = sentence.clause(mark.start)[1]
    verb = min((verb for verb in sentence.moving if mark.end <= verb.start < until), key=_start, default=None)
    return verb is not None and verb.group == "swap"


def _start(mark: Mark) -> int:
    return mark.start
