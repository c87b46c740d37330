"""Runs of capitalised words that nothing else is known of: what may be people's names."""

from collections.abc import Collection

from detectors.meant import MOVES, QUOTES
from detectors.people import BREAKS
from detectors.reading import COMMAS, Sentence
from detectors.text import ARTICLES, DASHES, WITH_ARTICLE
from detectors.things import named_things


def name_runs(sentence: Sentence, known: Collection[int], *, opens: bool = False) -> list[tuple[int, int]]:
    """Capitalised words that stand side by side and of which nothing is `known`; `opens`: the first word is a name."""
    words = [at for at in sentence.capitals if at not in known and not _only_opens(at, sentence)]
    if words and sentence.language.capital_nouns:
        nouns = _nouns(sentence)
        words = [at for at in words if at not in nouns or (opens and at == sentence.start)]
    if not words:
        return []
    things = named_things(sentence, words)
    runs: list[tuple[int, int]] = []
    for at in (at for at in words if at not in things):
        if runs and _goes_on(runs[-1][1], at, sentence):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return [(start, _behind_initial(end, sentence)) for start, end in runs]


def _only_opens(at: int, sentence: Sentence) -> bool:
    """Whether a small word has its capital from where it stands: "When Acehnese rebels …", "The Edhi Foundation"."""
    if not sentence.is_capital(at + 1):
        return False
    word, before = sentence.word(at), sentence.word(at - 1)
    opens = at == sentence.start or before in BREAKS or before in QUOTES
    return word in ARTICLES or (opens and word in sentence.language.small_words)


def _nouns(sentence: Sentence) -> set[int]:
    """Where a word has its capital for being a noun or the first: "im Gegenzug", "das Wort", "Erste Gruppe"."""
    articles = {mark.end for mark in sentence.of("count", "article")} | {number.end for number in sentence.numbers}
    return {
        at
        for at in sentence.capitals
        if at == sentence.start
        or at in articles
        or (before := sentence.word(at - 1)) in ARTICLES
        or before in WITH_ARTICLE
        or (before in DASHES and not is_hyphen(at - 1, sentence))
        or before in QUOTES
    }


def _goes_on(end: int, at: int, sentence: Sentence) -> bool:
    """Whether a name goes on at a word: right behind it, behind initials ("Kevin C. King"), behind a hyphen."""
    return end == at or _are_initials(end, at, sentence) or (end + 1 == at and is_hyphen(end, sentence))


def is_hyphen(at: int, sentence: Sentence) -> bool:
    """Whether a dash joins the words around it to one: "Zaghari-Ratcliffe"."""
    begins, ends = sentence.tokens.begins, sentence.tokens.ends
    inside = sentence.start < at < sentence.end - 1 and sentence.word(at) in DASHES
    return inside and ends[at - 1] == begins[at] and ends[at] == begins[at + 1]


def _are_initials(start: int, end: int, sentence: Sentence) -> bool:
    """Whether only initials stand between two words, so that one name goes on: "Kevin C. King"."""
    between = [sentence.source(at) for at in range(start, end)]
    letters = [word for word in between if word != "."]
    return 0 < len(letters) <= _MOST_INITIALS and all(len(word) == 1 and word.isupper() for word in letters)


_MOST_INITIALS = 2


def _behind_initial(end: int, sentence: Sentence) -> int:
    """Where a name ends whose last word is told by its first letter alone: "frees Hamid N.", not "Ankara U.S.…"."""
    letter = sentence.source(end) if end < sentence.end else ""
    short = len(letter) == 1 and letter.isupper() and sentence.word(end + 1) == "."
    return end + 2 if short and len(sentence.word(end + 2)) != 1 else end


def behind_who(end: int, start: int, sentence: Sentence) -> int:
    """Where a sentence goes on behind a name and what is set off behind it: an age, or who that is.

    `start`: where the next name begins.
    """
    closes = next((comma for comma in sentence.commas if comma > end), None)
    if sentence.word(end) not in COMMAS or closes is None or not end + 1 < closes < min(start, end + _ASIDE):
        return end
    inside = [mark for mark in sentence.marks if end < mark.start < closes]
    years = {mark.end for mark in inside if (mark.group, mark.key) == ("count", "unit")}
    aged = any(number.start == end + 1 and (number.end == closes or closes in years) for number in sentence.numbers)
    who = any(mark.group == "single" for mark in inside) and not any(mark.group in _NO_ASIDE for mark in inside)
    return closes if aged or who else end


# So many tokens from its comma on tell who somebody is, and none of them moves anybody.
_ASIDE = 7
_NO_ASIDE = frozenset({*MOVES, "said", "held", "number"})
