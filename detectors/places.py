"""Names that are no person's: places, outlets, feasts, whose group it is."""

from collections.abc import Sequence

from detectors.parties import is_group
from detectors.reading import MOVES, Sentence
from detectors.runs import is_hyphen
from detectors.text import ARTICLES

# So few words part a noun from who does it: "la libération par le Hamas".
_AGENT = 3


def _not_persons(sentence: Sentence) -> set[int]:
    """Where a name is a place's or an outlet's: "killed in Mariupol", "from Azovstal", "the site Ukrainska Pravda".

    So it is behind soldiers whom one word calls their country's: "захисників Маріуполя", the defenders of Mariupol.
    """
    of = {mark.start for mark in sentence.of("role", "of", "by")}
    # "обменяли Бута на Грайнер": the word before whom somebody is swapped for may also stand before a place.
    swaps = sentence.of("count", "for") if sentence.has("swap", "done", "headline") else ()
    for_whom = {mark.start for mark in swaps}
    places = {m.end for m in sentence.of("role", "at", "from") if m.start not in (for_whom if m.key == "at" else of)}
    sides = {mark.start for mark in sentence.of("role", "side")}  # "da una parte Reed": on the one side
    organs = {mark.end for mark in sentence.of("speaker", "organ") if mark.start not in sides}
    soldiers = {(mark.start, mark.end) for mark in sentence.of("people")}
    national = [mark for mark in sentence.of("party") if mark.form == "national"]
    owners = {mark.end for mark in national if mark.start in organs or (mark.start, mark.end) in soldiers}
    nouns = {at for mark in sentence.of("swap") for at in (mark.end, mark.end + 1)}  # "the swap between A and B"
    places |= {mark.end for mark in sentence.of("role", "between") if mark.start not in nouns}
    moved = {mark.end for mark in sentence.of("return") if mark.key != "noun"}  # "flown to Nyala"
    places |= {m.end for m in sentence.of("role", "to") if not moved.isdisjoint((m.start, m.end))}
    places |= {at + 1 for at in places if sentence.word(at) in ARTICLES}  # "in the Kerch Strait"
    return places | organs | owners | _agents(sentence)


def places_of(runs: Sequence[tuple[int, int]], sentence: Sentence) -> set[tuple[int, int]]:
    """The names that are no person's: by the word before them, by one of their own, or as the next of such names.

    So are "Rakhine State", "the province of Tak", "Minni Minnawi" in "the SLM of Minni Minnawi".
    """
    others = _not_persons(sentence)
    words = sentence.of("other", "nobody")
    of = {mark.start: mark.end for mark in sentence.of("role", "of")}
    nouns = [mark.end for mark in sentence.moving if mark.key == "noun"]
    by = {  # "la libération par le Hamas d'Edan Alexander"
        mark.end for mark in sentence.of("role", "by") if any(0 <= mark.start - end <= _AGENT for end in nouns)
    }
    by |= {at + 1 for at in by if sentence.word(at) in ARTICLES}
    groups = [
        mark for mark in sentence.of("party") if is_group(mark.key) and mark.form == "name" and mark.start not in by
    ]
    heads = [*(mark.end for mark in words), *(mark.end for mark in groups)]
    ahead = {mark.end for mark in words} | {of[end] for end in heads if end in of}
    behind = {mark.start for mark in words}
    joints = {mark.end: mark.start for mark in sentence.of("role", "and")}
    out: list[tuple[int, int]] = []
    for start, end in runs:
        first = start - 1 if sentence.word(start - 1) in ARTICLES else start
        short = start - (sentence.source(start - 1)[:1].isupper() if start > sentence.start else 0)  # "and Pa Day Thar"
        listed = any(last in {joints.get(start), joints.get(short)} for _, last in out[-1:])
        named = listed or start in others or end in behind or not ahead.isdisjoint((start, first))
        if named or _only_owns(start, end, sentence) or _is_told_of(start, first, sentence):
            out.append((start, end))
    return set(out)


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


def _agents(sentence: Sentence) -> set[int]:
    """Where somebody would stand who does it, not to whom it is done: "freed by", where that word says no more."""
    return {m.end for m in sentence.of("role", "by") if len(sentence.starting(m.start, "role", "count")) == 1}
