"""Words whose mere presence in title, lead or body is a signal of the verdict."""

from collections.abc import Iterator

from detectors.lexicon import Mark
from detectors.scope import is_of_capture
from detectors.sides import Reading
from detectors.tables import CRIMES


def telling(reading: Reading) -> Iterator[tuple[str, str]]:
    """What the words of a sentence mean whose mere presence is a signal, by group and key."""
    for mark in reading.sentence.marks:
        meaning = mark.group, mark.key
        if (mark.group in _TELLING or meaning in _TELLING_COUNTS) and _tells(mark, reading):
            yield meaning


def _tells(mark: Mark, reading: Reading) -> bool:
    """Whether a word's mere presence is a signal: no time of a capture, no thing but what is itself exchanged."""
    if (mark.group, mark.key) == ("other", "nobody"):
        return False
    if (mark.group, mark.key) == ("other", "object"):
        moved = {move.mark.start for move in reading.moves}
        verbs = (verb for verb in reading.sentence.moving if verb.start not in moved)
        return any(-_THINGS <= mark.start - verb.end <= _THINGS for verb in verbs)
    if (mark.group == "time" or (mark.group, mark.key) == ("topic", "rescue")) and is_of_capture(
        mark, reading.sentence
    ):
        return False  # "children abducted in a raid"
    if (mark.group, mark.key) == ("topic", "feature"):  # "freed in return for a video of the captive"
        return not any(
            0 <= mark.start - price.end <= _PRICE for price in reading.sentence.of("count", "for", "in_return")
        )
    return True


# How far from a verb the thing may stand that is exchanged or released, so that the verb moves nobody.
_THINGS = 6
# How far behind "in return for" a thing is what people were given for.
_PRICE = 3


# The kinds of words whose mere presence in title, lead or body is a signal.
_TELLING = frozenset(
    {
        *("people", "single", "held", "swap", "release", "receive", "return", "held_event"),
        *("mode", "time", "said", "speaker", "mediation", "other"),
    }
)
_TELLING_COUNTS = frozenset(
    {
        *(("count", key) for key in ("each", "total", "same", "none", "vague")),
        *(("topic", key) for key in ("feature", "accident", "rescue", *CRIMES[1:])),
    }
)
