"""Numbers that count only some of others: taken from a larger one, told as a part, given at a rate."""

from collections.abc import Mapping

from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.people import BREAKS
from detectors.reading import Sentence
from detectors.text import ARTICLES
from detectors.uncounted import counts_nobody, is_bound, is_of_unit

Populations = Mapping[int, Number]  # the larger number that one is taken from, by where the smaller begins


def populations(sentence: Sentence) -> Populations:
    """Of each number that is taken from a larger one, by where it begins, that larger one: four of "one of four"."""
    if len(sentence.numbers) < 2:
        return {}
    found = ((number.start, _population(number, sentence)) for number in sentence.numbers)
    return {start: larger for start, larger in found if larger is not None}


def _population(number: Number, sentence: Sentence) -> Number | None:
    """The four in "one of the last four": the larger number that this one is taken from.

    An ordinal is taken from nothing: "a first group of 150 prisoners" are 150.
    """
    if number.ordinal:
        return None
    for mark in sentence.of("role", "of", "from"):
        if 0 <= mark.start - number.end <= 1:
            for other in sentence.numbers:
                between = range(mark.end, other.start)
                near = len(between) <= 3 and other.start >= mark.end
                if near and other.value > number.value and _is_plain(between, sentence):
                    things = other.year or is_bound(other, sentence) or is_of_unit(other, sentence)
                    return None if things or counts_nobody(number, sentence) else other  # "part two of …"
    return None


def _is_plain(between: range, sentence: Sentence) -> bool:
    """Whether no party and no further clause begins among some tokens, and no sign parts them.

    "Maduro gets two nephews of his wife and returns seven Americans": the two are none of the seven.
    """
    begins = any(mark.start in between for mark in (*sentence.of("party"), *sentence.of("role", "and")))
    return not begins and not any(sentence.word(at) in BREAKS for at in between)


def is_part(number: Number, end: int, sentence: Sentence) -> bool:
    """Whether the number counts only a part of a group named elsewhere: "among them 7", "21 of those freed"."""
    marks = sentence.of("count", "rate", "part", "part_of")
    if not marks:
        return False
    low, high = sentence.clause(number.start)
    until = min(high, _next(end, sentence))
    return (
        "rate" in beside(number, sentence)
        or _at_a_rate(number, sentence)
        or any(
            m.key == "part"
            and low <= m.start < number.start
            and number.start - m.end <= _AHEAD
            and not (_is_of_another(m, number, sentence) or _is_of_all(m, number, sentence))
            for m in marks
        )
        or any(
            m.key == "part_of"
            and ((m.start < until and 0 <= m.start - end <= 5) or (m.start < high and 0 <= m.start - number.end <= 1))
            for m in marks
        )
    )


# So many tokens may stand between "among them" and the number.
_AHEAD = 6


def _is_of_another(part: Mark, number: Number, sentence: Sentence) -> bool:
    """Whether "of them" is told of the number before it, and a verb leads on: "A gave 15 of them, and B gave 11"."""
    counted = any(other.end == part.start for other in sentence.numbers)
    return counted and any(part.end <= verb.start < number.start for verb in sentence.moving)


def _is_of_all(part: Mark, number: Number, sentence: Sentence) -> bool:
    """Whether somebody is told to be one of so many, of whom the number tells all: "she is among 17 freed"."""
    behind = sentence.ending(number.start, "count")
    return any(mark.key == "among" and part.start <= mark.start < part.end for mark in behind)


def _next(end: int, sentence: Sentence) -> int:
    """Where the next number begins, whose part what stands behind it tells of: "nine people two of them soldiers"."""
    return min((other.end for other in sentence.numbers if other.start >= end), default=sentence.end)


def is_added(number: Number, sentence: Sentence) -> bool:
    """Whether its people are told of as further ones, not as some of those before: "and besides, 31 wounded"."""
    low, _ = sentence.clause(number.start, hard=True)
    reach = _ADDED * sentence.stretch
    also = any(
        low <= m.start and (0 <= number.start - m.end <= reach or _opens(m, number, sentence))
        for m in sentence.of("count", "also")
    )
    return also or any(0 <= number.start - m.end <= 1 for m in sentence.of("count", "more"))


# So many words may stand between "besides" and the number.
_ADDED = 6


def _opens(also: Mark, number: Number, sentence: Sentence) -> bool:
    """Whether a sentence begins with "besides them" and counts nobody before the number."""
    first = min(other.start for other in sentence.numbers)
    return also.start - sentence.start <= 1 and also.end <= number.start == first


def _at_a_rate(number: Number, sentence: Sentence) -> bool:
    """Whether its sentence opens with what each is given for: "for each body returned, Israel hands over 15"."""
    low, _ = sentence.clause(number.start, hard=True)
    reach = _RATED * sentence.stretch
    return any(low <= m.start and 0 <= number.start - m.end <= reach for m in sentence.of("count", "rate"))


# So many words may stand between "for each" and the number behind a comma.
_RATED = 14


def beside(number: Number, sentence: Sentence) -> set[str]:
    """Which words of `[count]` that tell how a number counts stand near it, in its clause."""
    marks = sentence.of("count", *_NEAR)
    if not marks:
        return set()
    low, high = sentence.clause(number.start)
    stretch = sentence.stretch
    return {
        mark.key
        for mark in marks
        if low <= mark.start < high and abs(mark.start - number.end) <= _NEAR[mark.key] * stretch
        if not (mark.key == "each" and mark.start != number.end and _are_of_a_list(mark, sentence))
        if not (mark.end <= number.start and _is_of_people_ahead(mark, sentence))
        if not (mark.key == "each" and any(2 * half.value == number.value for half in _between(number, mark, sentence)))
    }


def _between(number: Number, mark: Mark, sentence: Sentence) -> list[Number]:
    """The numbers from one to a word behind it: of "410 soldiers, 205 from each side" half of them went each way."""
    return [each for each in sentence.numbers if number.end <= each.start < mark.start]


def _is_of_people_ahead(mark: Mark, sentence: Sentence) -> bool:
    """Whether the word counts people who are told of right before it: "90 men from each side, which makes 1,558"."""
    return any(
        0 <= mark.start - head.end <= 1
        for number in sentence.numbers
        for head in sentence.starting(number.end, "people")
        if not number.ordinal
    )


def _are_of_a_list(each: Mark, sentence: Sentence) -> bool:
    """Whether "each" shares out a list of other numbers: "10 to Russia, 13 to Germany, 3 to the US respectively"."""
    told = [number.value for number in sentence.numbers if number.end <= each.start and not number.ordinal]
    return len(told) >= _LIST and len(set(told)) == len(told)


# So many numbers, none of them told twice, are a list rather than what either side gave.
_LIST = 3


# So many words may part such a word from the number.
_NEAR = {"each": 9, "rate": 9, "total": 5, "both": 5}


def are_some(mark: Mark, number: Number, sentence: Sentence) -> bool:
    """Whether "of" joins a number to an armed group's name, behind which nothing of theirs is told."""
    of = {each.end for each in sentence.starting(number.end, "role") if each.key == "of"}
    of |= {at + 1 for at in of if sentence.word(at) in ARTICLES}
    return mark.start in of and sentence.word(mark.end) != "'"
