"""Names that are no person's: places, outlets, feasts, whose group it is."""

from collections.abc import Sequence

from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.parties import is_group
from detectors.reading import Sentence
from detectors.runs import is_hyphen
from detectors.text import ARTICLES

# So few words part a noun from who does it: "la libération par le Hamas".
_AGENT = 3


def _is_no_person(start: int, sentence: Sentence) -> bool:
    """Whether a name is a place's or an outlet's: "killed in Mariupol", "from Azovstal", "the site Ukrainska Pravda".

    So it is behind soldiers whom one word calls their country's: "захисників Маріуполя", the defenders of Mariupol.
    """
    if any(_tells_no_person(mark, sentence) for mark in sentence.ending(start)):
        return True
    if sentence.word(start - 1) in ARTICLES:  # "in the Kerch Strait"
        return any(_leads_to_place(mark, sentence) for mark in sentence.ending(start - 1, "role"))
    return False


def _tells_no_person(mark: Mark, sentence: Sentence) -> bool:
    """Whether what stands right behind a word is no person by that."""
    match mark.group:
        case "role":
            return _leads_to_place(mark, sentence) or _leads_to_agent(mark, sentence)
        case "speaker":
            return _is_outlet(mark, sentence)
        case "party" if mark.form == "national":
            soldiers = any(each.end == mark.end for each in sentence.starting(mark.start, "people"))
            return soldiers or any(_is_outlet(each, sentence) for each in sentence.ending(mark.start, "speaker"))
    return False


def _is_outlet(mark: Mark, sentence: Sentence) -> bool:
    # "da una parte Reed": on the one side
    return mark.key == "organ" and all(role.key != "side" for role in sentence.starting(mark.start, "role"))


def _leads_to_place(mark: Mark, sentence: Sentence) -> bool:
    """Whether "at", "from", "via" or "between" stands before a place, not before people."""
    if mark.key == "through":
        return True
    if mark.key == "between":  # "the swap between A and B"
        return not any(sentence.ending(at, "swap") for at in (mark.start, mark.start - 1))
    if mark.key == "from":
        return all(role.key not in {"of", "by"} for role in sentence.starting(mark.start, "role"))
    if mark.key == "to":  # "flown to Nyala"
        return any(move.key != "noun" for at in (mark.start, mark.end) for move in sentence.ending(at, "return"))
    if mark.key != "at":
        return False
    # "обменяли Бута на Грайнер": the word before whom somebody is swapped for may also stand before a place.
    for swap in sentence.of("count", "for"):
        if swap.end == mark.end and (swap.start < mark.start or _is_swapped(mark, sentence)):  # "в обмен на Грайнер"
            return False
    return True


def _is_swapped(at: Mark, sentence: Sentence) -> bool:
    """Whether somebody is swapped for who is told behind the word: by a verb, or by the noun right before it."""
    noun = any(move.key == "noun" for move in sentence.ending(at.start, "swap"))  # "после обмена на Грайнер"
    return noun or sentence.has("swap", "done", "headline")


def _leads_to_agent(mark: Mark, sentence: Sentence) -> bool:
    """Whether somebody stands behind it who does it, not to whom it is done: "freed by", where that says no more."""
    return mark.key == "by" and len(sentence.starting(mark.start, "role", "count")) == 1


def places_of(runs: Sequence[tuple[int, int]], sentence: Sentence) -> set[tuple[int, int]]:
    """The names that are no person's: by the word before them, by one of their own, or as the next of such names.

    So are "Rakhine State", "the province of Tak", "Minni Minnawi" in "the SLM of Minni Minnawi".
    """
    words = sentence.of("other", "nobody")
    heads = [mark.end for mark in (*words, *_groups(sentence))]
    of = {mark.start: mark.end for mark in sentence.of("role", "of")} if heads else {}
    ahead = {mark.end for mark in words} | {of[end] for end in heads if end in of}
    behind = {mark.start for mark in words}
    joints = {mark.end: mark.start for mark in sentence.of("role", "and")}
    out: list[tuple[int, int]] = []
    for start, end in runs:
        first = start - 1 if sentence.word(start - 1) in ARTICLES else start
        short = start - (sentence.source(start - 1)[:1].isupper() if start > sentence.start else 0)  # "and Pa Day Thar"
        listed = any(last in {joints.get(start), joints.get(short)} for _, last in out[-1:])
        named = listed or end in behind or not ahead.isdisjoint((start, first)) or _is_no_person(start, sentence)
        if named or _only_owns(start, end, sentence) or _is_told_of(start, first, sentence):
            out.append((start, end))
    return set(out)


def _groups(sentence: Sentence) -> list[Mark]:
    """The names of armed groups, but for those who only do it: "la libération par le Hamas d'Edan Alexander"."""
    groups = [mark for mark in sentence.of("party") if mark.form == "name" and is_group(mark.key)]
    nouns = [mark.end for mark in sentence.moving if mark.key == "noun"] if groups else []
    if not nouns:
        return groups
    by = {mark.end for mark in sentence.of("role", "by") if any(0 <= mark.start - end <= _AGENT for end in nouns)}
    by |= {at + 1 for at in by if sentence.word(at) in ARTICLES}
    return [mark for mark in groups if mark.start not in by]


def _only_owns(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a name only tells whose or which something is: "Levinson's family", "Malir jail", "the East-West swap".

    Whose release or whose body it is, is moved.
    """
    if sentence.word(end) == "'" and sentence.word(end + 1) == "s":
        reach = range(end, end + 2 + _OWNED)  # "'s release" is a word itself
        moves = (mark.start in reach for mark in sentence.moving)
        return not any(moves) and not any(sentence.starting(at, "people") for at in reach)
    if is_hyphen(end, sentence) and not sentence.is_capital(end + 1):  # "nerve-wracking"
        return True
    hyphened = any(is_hyphen(at, sentence) for at in range(start, end))
    deal = any(mark.key in {"noun", "headline"} for mark in sentence.starting(end, "swap"))
    nouns = [*sentence.starting(end, "people"), *sentence.of("held", "captivity")]
    return (hyphened and deal) or (sentence.language.owner_ahead and any(mark.start == end for mark in nouns))


# A word or two may stand between an owner and what is his: "Shalit's expected release".
_OWNED = 3


def _is_told_of(start: int, first: int, sentence: Sentence) -> bool:
    """Whether a name is no moved person's by the article or the "of" before it: "the West", "defenders of Bakhmut".

    Where persons bear articles ("la Griner"), these tell nothing; "the release of Griner" and "the body of" move them.
    """
    if first < start and sentence.language.bare_names:
        return True
    of = [mark.start for mark in sentence.ending(first, "role") if mark.key == "of"]
    before = [*sentence.ending(first), *(mark for at in of for mark in sentence.ending(at))] if of else []
    return bool(of) and not any(mark.group in _MOVED or mark.key in _OF_PEOPLE for mark in before)


_MOVED = frozenset({*MOVES, "single"})
_OF_PEOPLE = frozenset({"bodies", "for"})
