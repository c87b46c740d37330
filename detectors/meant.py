"""What is meant: the marks and the numbers of a text, where the words around them may tell otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from detectors.dates import DateMention
from detectors.lexicon import Mark, Tokens
from detectors.numbers import Number
from detectors.text import ARTICLES, Passage

QUOTES = frozenset("«»“”„\"'‘’「」『』")
# The verbs that move people.
MOVES = ("swap", "release", "receive", "return")
_TELLING = frozenset({"mode", "held_event", "topic", "time", *MOVES})


def meant(marks: Iterable[Mark], tokens: Tokens, passage: Passage, dates: Sequence[DateMention]) -> list[Mark]:
    """The marks whose words mean what they mean elsewhere."""
    names = [mark for mark in tokens.marks if mark.group == "party" and mark.end - mark.start > 1]
    agreed = {(mark.start, mark.end) for mark in tokens.marks if mark.key == "agreed" and mark.group == "mode"}
    helping = _helping(tokens.marks)
    out = []
    for mark in marks:
        group = mark.group
        if group == "party":
            if _is_name(mark, tokens, passage):
                out.append(_quoted(mark, tokens.words))
        elif group == "other" and mark.key == "object" and _is_inside(mark, helping):
            continue
        elif (group not in _TELLING and mark.key != "bodies") or not (
            (names and _is_inside(mark, names))
            or (group in _DATED and _is_inside(mark, dates))
            # "agree to" may be listed as a plan as well; what is agreed is more than that.
            or (group == "mode" and mark.key == "planned" and (mark.start, mark.end) in agreed)
        ):
            out.append(mark)
    return out


def _helping(marks: Sequence[Mark]) -> list[Mark]:
    """Where it is told with whose help: the aid in "con ayuda de Catar" is no thing that is handed over."""
    helps = [mark for mark in marks if mark.group == "mediation" and mark.end - mark.start > 1]
    opened = {mark.start for mark in marks if mark.group == "role"} if helps else set()
    return [mark for mark in helps if mark.start in opened]


def _is_name(mark: Mark, tokens: Tokens, passage: Passage) -> bool:
    """Abbreviated names are written in capitals: US and us, MIT and the German word for "with".

    Or with one, like other names, amid words that have none: "gli Usa liberano", "dell'Eln".
    """
    if mark.form == "national" or mark.end - mark.start > 1 or len(tokens.words[mark.start]) > 3:
        return True
    source = passage.words(tokens.begins[mark.start], tokens.ends[mark.end - 1])
    return source.upper() == source or not source.isascii() or (source[0].isupper() and _is_amid(mark, tokens, passage))


def _is_amid(mark: Mark, tokens: Tokens, passage: Passage) -> bool:
    """Whether words without a capital stand right around a mark, or an article or an apostrophe before it."""
    if not 0 < mark.start < mark.end < len(tokens.words):
        return False
    before, after = (passage.words(tokens.begins[at], tokens.ends[at]) for at in (mark.start - 1, mark.end))
    opens = before.lower() in ARTICLES  # "Il Pkk lascia andare": it has its capital from where it stands
    return (before.islower() or opens or before in {"'", "’"}) and after.islower()


# Words for these may only belong to a date: "on May 23" is no "may".
_DATED = frozenset({"mode", "topic"})


def _is_inside(mark: Mark, others: Sequence[Mark] | Sequence[DateMention]) -> bool:
    """Whether a word is only a part of a longer name, or of a date: أحرار ("free") الشام, "Тел" ("bodies") Авив."""
    return any(each.start <= mark.start and mark.end <= each.end for each in others)


def _quoted(mark: Mark, words: Sequence[str]) -> Mark:
    """A party's name, if it stands in quotes with these: «ДНР», "Hezbollah" are names like others."""
    alone = mark.start > 0 and mark.end < len(words)
    if not (alone and words[mark.start - 1] in QUOTES and words[mark.end] in QUOTES):
        return mark
    return replace(mark, start=mark.start - 1, end=mark.end + 1)


def free(numbers: list[Number], tokens: Tokens) -> list[Number]:
    """The numbers that are no part of a party's name ("M 23"), nor of a word that counts nobody: 数百人, "hundreds".

    A word that is both counts a nation's people itself: سويديان, two Swedes.
    """
    two = {(number.start, number.end) for number in numbers if number.word}
    parties = (m for m in tokens.marks if m.group == "party" and (m.form != "national" or (m.start, m.end) not in two))
    names = {at for mark in parties for at in range(mark.start, mark.end)}
    vague = [mark for mark in tokens.marks if (mark.group, mark.key) == ("count", "vague")]
    names |= {at for mark in vague for at in range(mark.start + 1, mark.end)}
    return [number for number in numbers if number.start not in names]


def counting(number: Number, end: int, words: Sequence[str]) -> Number:
    """The number, no ordinal where its full stop ends the sentence: "auf jeder Seite 95." and not "95. Austausch"."""
    closes = number.ordinal and not number.word and number.end == end and words[end - 1] == "."
    return replace(number, ordinal=False, end=end - 1) if closes else number
