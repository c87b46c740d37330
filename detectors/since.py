"""Whether "since", "so far" and "still" make a figure a running total, or tell how long people were held."""

from detectors.lexicon import Mark
from detectors.people import BREAKS, CAPTIVES, Group
from detectors.reading import Sentence
from detectors.sides import Reading
from detectors.terms import is_to_come


def since(group: Group, reading: Reading) -> str | None:
    """Where a word of running totals bears on a figure: in its "clause", in its "sentence", nowhere."""
    sentence = reading.sentence
    found = [mark.start for mark in sentence.of("time", "since") if not _is_of_others(mark, group, reading)]
    if not found:
        return None
    low, high = sentence.clause(group.start)
    return "clause" if any(low <= at < high or _opens(at, group, reading) for at in found) else "sentence"


def _is_of_others(since: Mark, group: Group, reading: Reading) -> bool:
    """Whether "since" or "still" tells how long people were held, or where those are from whom some were taken.

    So it is in "held since April" and "one of the four still there", which are no running totals.
    """
    sentence = reading.sentence
    moved = any(group.end <= mark.start < since.start for mark in sentence.moving)
    dated = any(0 <= date.start - since.end <= 1 for date in sentence.dates)
    close = 1 <= since.start - group.end <= sentence.stretch and dated and not moved  # some word for "held"
    left = group.out_of is not None and since.start >= group.end and _is_taken(group, sentence)
    to_come = since.end == group.start and is_to_come(group, reading)  # "the remaining 260 are to follow"
    return (
        close
        or left
        or to_come
        or _is_of_verb(since, sentence)
        or _is_told_aside(since, group, sentence)
        or _were_held(since, group, sentence)
        or _measures(since, sentence)
        or _heads_more(since, group, reading)
    )


def _is_of_verb(since: Mark, sentence: Sentence) -> bool:
    """Whether it is only a part of a verb that moves people: Spanish "quedan libres", who are no longer there."""
    return any(verb.start <= since.start and since.end <= verb.end for verb in sentence.moving)


def _is_told_aside(since: Mark, group: Group, sentence: Sentence) -> bool:
    """Whether it stands in a clause that only tells who somebody is, or where, and moves nobody.

    "Whom Iran had held since July", "the capital, which the rebels have ruled since 2014".
    """
    heads = [mark.start for mark in sentence.of("role", "relative") if mark.start < since.start]
    if not heads or heads[-1] < sentence.clause(since.start)[0] - 1:
        return False
    _, until = sentence.clause(since.start)
    inside = heads[-1] < group.start < until
    return not (inside or _is_moved(heads[-1], since.start, sentence))


def _were_held(since: Mark, group: Group, sentence: Sentence) -> bool:
    """Whether it tells how long people have been in somebody's hands: "held by the army since", "X, hostage since"."""
    low, _ = sentence.clause(since.start)
    held = [
        cue.end
        for cue in sentence.of("held", "taken", "captivity", "by", "keeps")
        if 0 <= since.start - cue.end <= (_HELD if cue.key != "captivity" else 1) * sentence.stretch
    ]
    captives = [
        mark.end
        for mark in sentence.of("people", *CAPTIVES)
        if 0 <= since.start - mark.end <= _HELD
        and not group.start <= mark.start < group.end
        and (mark.start == sentence.start or sentence.word(mark.start - 1) in BREAKS)
    ]
    return any(low <= at and not _is_moved(at, since.start, sentence) for at in (*held, *captives))


# So many words may tell where, or in whose hands, people were "held … since".
_HELD = 6


def _measures(since: Mark, sentence: Sentence) -> bool:
    """Whether it only tells from when an exchange is the how-manieth: "the first swap since the war began"."""
    nouns = [mark for mark in sentence.of("swap", "noun", "headline") if 0 <= since.start - mark.end <= _MEASURED]
    return any(
        noun.start - 2 * _MEASURED <= number.end <= noun.end and not _is_moved(noun.end, since.start, sentence)
        for noun in nouns
        for number in sentence.numbers
        if number.ordinal
    )


# So many words may stand between an exchange and "since", twice as many between "third" and it.
_MEASURED = 3


def _heads_more(since: Mark, group: Group, reading: Reading) -> bool:
    """Whether it stands right before a larger number behind these: "90 each, which brings the total to 1,558"."""
    ahead = group.end <= since.start
    return ahead and any(0 <= o.start - since.end <= _MEASURED and o.count > group.count for o in reading.groups)


def _is_moved(low: int, high: int, sentence: Sentence) -> bool:
    """Whether a verb between two tokens moves people."""
    return any(low <= mark.start < high and mark.key != "noun" for mark in sentence.moving)


def _is_taken(group: Group, sentence: Sentence) -> bool:
    """Whether a verb tells of moving some of several, so that it is the others who remain: "one of the last four"."""
    return _is_moved(*sentence.clause(group.start), sentence)


def _opens(since: int, group: Group, reading: Reading) -> bool:
    """Whether a sentence begins with it and counts nobody before its comma: "Since it began, Kyiv has got 4,552"."""
    sentence = reading.sentence
    _, until = sentence.clause(since)
    _, end = sentence.clause(since, hard=True)
    return since == sentence.start and group.start < end and not any(each.start < until for each in reading.groups)
