"""Where words for who holds people say for whom, or in what time, they are let go: "33 presos por 38"."""

from collections.abc import Iterable, Sequence

from detectors.lexicon import Mark
from detectors.numbers import Number

# Who may be given for others; soldiers, policemen and men may as well be those who hold them.
_GIVEN = frozenset({"prisoners_of_war", "prisoners", "hostages", "bodies", "civilians", "children"})
# How far from the words a verb or noun of exchange tells that others may be meant too.
_REACH = 12


def without_trades(marks: Sequence[Mark], numbers: Sequence[Number]) -> Sequence[Mark]:
    """The marks of a passage, but those of "held by" behind which nobody is named who could hold people."""
    people = {mark.start for mark in marks if mark.group == "people"}
    held = [mark for mark in marks if (mark.group, mark.key) == ("held", "by") and mark.start in people]
    if not held:
        return marks
    joins = {mark.end for mark in marks if (mark.group, mark.key) == ("count", "for")}
    none = [
        mark
        for mark in held
        if _is_cut(mark, marks)
        or any(
            _counts_time(mark, each, marks) or (mark.end in joins and _counts_given(mark, each, marks))
            for each in numbers
        )
    ]
    return [mark for mark in marks if mark not in none] if none else marks


def _is_cut(held: Mark, marks: Iterable[Mark]) -> bool:
    """Whether the last of the words begins another phrase: "175 prigionieri a testa", "detenuti in cambio di"."""
    return any(mark.group in _PHRASES and held.start < mark.start < held.end < mark.end for mark in marks)


_PHRASES = frozenset({"count", "time", "mode", "held_event"})


def _counts_time(held: Mark, number: Number, marks: Iterable[Mark]) -> bool:
    """Whether days or steps are counted right behind the words: "1.081 detenuti in due giorni"."""
    return number.start == held.end and any(
        mark.start == number.end and (mark.group, mark.key) == ("count", "unit") for mark in marks
    )


def _counts_given(held: Mark, number: Number, marks: Iterable[Mark]) -> bool:
    """Whether a number behind the words counts people who may be given for those before them."""
    if number.ordinal or not 0 <= number.start - held.end <= _HEDGE:
        return False
    between = range(held.end, number.start)
    hedges = {at for mark in marks if mark.group == "count" for at in range(mark.start, mark.end)}
    if not hedges.issuperset(between):
        return False
    counted = [mark for mark in marks if number.start < mark.start <= number.end <= mark.end]
    if any(mark.key in _GIVEN or mark.form == "national" for mark in counted if mark.group in {"people", "party"}):
        return True
    swapped = any(mark.group == "swap" and -_REACH <= mark.start - held.end <= _REACH for mark in marks)
    return swapped and any(mark.group == "people" for mark in counted)


# So many words may stand before the number that say how exact it is ("por más de 300 presos").
_HEDGE = 3
