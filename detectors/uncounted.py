"""Numbers that count nobody handed over, by what stands right beside them: ordinals, money, times, ages, victims."""

from detectors.clock import is_clock
from detectors.numbers import LARGEST_COUNT, Number
from detectors.reading import Sentence

_SIGNS = frozenset("$€£¥₽₴№#+")  # money, numbered things, "the 5+5 commission"


def counts_nobody(number: Number, sentence: Sentence) -> bool:
    """Whether the words right beside a number tell that it counts no people, or nobody who may be handed over."""
    if number.ordinal or not 0 <= number.value <= LARGEST_COUNT or is_clock(number, sentence):
        return True
    if sentence.word(number.start - 1) in _SIGNS or sentence.word(number.end) == "+":
        return True
    if number.value == 1 and number.word and any(other.end == number.start for other in sentence.numbers):
        return True  # "10 boarded a plane to Russia, 13 one to Germany"
    if any(mark.start <= number.start < mark.end for mark in sentence.of("count", "total")):
        return True  # "des deux côtés"
    return (
        _is_model(number, sentence)
        or _is_ranked(number, sentence)
        or _is_age(number, sentence)
        or _is_victim(number, sentence)
    )


def _is_ranked(number: Number, sentence: Sentence) -> bool:
    """Whether a full stop that ends no sentence makes it an ordinal: "107. brigády"."""
    return sentence.word(number.end) == "." and sentence.word(number.end + 1)[:1].isalpha()


def _is_age(number: Number, sentence: Sentence) -> bool:
    """Whether it only tells how old somebody is: "a citizen of 35"."""
    of = (mark for mark in sentence.ending(number.start, "role") if mark.key == "of")
    return any(mark.key == "person" for each in of for mark in sentence.ending(each.start, "single"))


def _is_victim(number: Number, sentence: Sentence) -> bool:
    """Whether it counts whom somebody killed ("a bomb that killed three policemen"), not the fallen who return."""
    killed = any(mark.end == number.start for mark in sentence.of("held", "lost"))
    return killed and not sentence.has("people", "bodies")
