"""Verbs that give people up or tell the news ("передаёт", "przekazał", "предаде"): which of the two each does."""

from collections.abc import Sequence

from detectors.lexicon import Mark


def one_sense(marks: Sequence[Mark], words: Sequence[str]) -> list[Mark]:
    """The marks, of a verb that may do either only the one that its neighbours show; both where they show none."""
    told = {(mark.start, mark.end) for mark in marks if mark.group == "said"}
    both = {(m.start, m.end) for m in marks if m.group == "release" and (m.start, m.end) in told}
    if not both:
        return list(marks)
    given = {mark.start for mark in marks if mark.group in _GIVEN or mark.form == "to"}
    given -= {mark.start for mark in marks if mark.group in _NOBODY}
    lost = {place: "said" if _gives(place[1], words, given) else _tells(*place, words) for place in both}
    return [mark for mark in marks if mark.group != lost.get((mark.start, mark.end))]


def _gives(end: int, words: Sequence[str], given: set[int]) -> bool:
    """Whether people, a number or whom they are given to stand behind the verb, in its stretch."""
    for at in range(end, min(len(words), end + _REACH)):
        if at in given or words[at][:1].isdigit():
            return True
        if words[at] in _STOPS:
            return False
    return False


def _tells(start: int, end: int, words: Sequence[str]) -> str | None:
    """What the verb is not, where a sign parts it from what is told: "…, передаёт ТАСС", "Kijów przekazał, że …"."""
    parted = (start and words[start - 1] in _SIGNS) or (end < len(words) and words[end] == ",")
    return "release" if parted else None


_GIVEN = frozenset({"people", "single", "number"})
# Whose word it is, and when it was.
_NOBODY = frozenset({"speaker", "month", "weekday"})
_REACH = 8
_STOPS = frozenset(',.;:!?()«»“”„"')
_SIGNS = frozenset(',-–—»”"')
