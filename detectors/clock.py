"""Times of day, whose digits count nobody: "at 16:30", "às 20h00", "a las 20 h"."""

import re

from detectors.numbers import Number
from detectors.reading import Sentence

_MINUTES = re.compile(r"[0-5]\d")
_HOURS = re.compile(r"h(?:[0-5]\d)?")


def is_clock(number: Number, sentence: Sentence) -> bool:
    """Whether a number is the hours or the minutes of a time of day."""
    if number.word:
        return False
    after = sentence.word(number.end)
    if number.value <= _DAY and (
        _HOURS.fullmatch(after) or (after == ":" and _MINUTES.fullmatch(sentence.word(number.end + 1)))
    ):
        return True
    hours = sentence.word(number.start - 2)
    minutes = _MINUTES.fullmatch(sentence.word(number.start))
    return bool(minutes) and sentence.word(number.start - 1) in _JOINTS and hours.isdigit() and int(hours) <= _DAY


_DAY, _JOINTS = 24, frozenset({":", "h"})  # "21 h 30"
