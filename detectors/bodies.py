"""Whose body is told of: who is dead by the words for bodies beside a name or a word for people."""

from collections.abc import Sequence
from dataclasses import replace

from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.people import Group, owns_ahead
from detectors.reading import COMMAS, Sentence
from detectors.text import ARTICLES
from detectors.types import Category


def counts_itself(name: Group, sentence: Sentence) -> bool:
    """Whether somebody called by name is nobody more behind "the body of", which counts as one already.

    His nation and his trade may stand between: "the body of Israeli soldier Oron Shaul".
    """
    who = [*sentence.of("party"), *sentence.of("single", "person"), *sentence.of("people")]
    told = {at for mark in who for at in range(mark.start, mark.end)}
    return any(
        name.start - mark.end <= 1 or told.issuperset(range(mark.end, name.start))
        for mark in sentence.of("single", "body")
        if mark.end <= name.start
    )


def of_bodies(persons: Sequence[Group], counted: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The persons, those dead whose body is told of: "the body of a US soldier, Paul Frey", "a hostage's body".

    So are those behind the dead that a number counts: "the bodies of two Serbs, Mico and Jovan".
    """
    words = _words(sentence)
    if not (persons and words):
        return list(persons)
    heads = [(mark.start, mark.end) for mark in words]
    heads += [(group.end, group.end) for group in counted if group.dead]
    whose = {at for start, end in heads for at in range(start, _until(end, sentence))}
    named = {mark.end + gap for mark in words for gap in (0, 1)}  # a name behind any one word: "телата на Дан Леви"
    return [
        _as_dead(one) if one.start in (whose | named if one.name else whose) or _owns(one, words, sentence) else one
        for one in persons
    ]


def of_their_bodies(groups: Sequence[Group], sentence: Sentence) -> list[Group]:
    """The groups, those dead whose bodies are told of behind them: "three soldiers whose bodies came back"."""
    words = _words(sentence)
    if not (groups and words):
        return list(groups)
    relatives = sentence.of("role", "relative")
    clauses = {min(one.start, word.start) for one in relatives for word in words if _beside(one, word, sentence)}
    behind = [(one, {one.end, one.end + (sentence.word(one.end) in COMMAS)}) for one in groups]
    return [one if clauses.isdisjoint(places) else _as_dead(one) for one, places in behind]


def _words(sentence: Sentence) -> list[Mark]:
    return [*sentence.of("people", "bodies"), *sentence.of("single", "body")]


def _as_dead(one: Group) -> Group:
    return one if one.dead else replace(one, category=Category.BODIES)


def _beside(relative: Mark, word: Mark, sentence: Sentence) -> bool:
    """Whether a relative and a word for bodies belong together: "whose bodies", "dont les corps", тела которых."""
    article = sentence.word(relative.end) in ARTICLES
    return relative.end <= word.start <= relative.end + article or word.end == relative.start


def _owns(one: Group, words: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether a word for a body stands right behind somebody: "hostage's body"."""
    behind = one.end
    while sentence.word(behind) in _OWNING:
        behind += 1
    return any(one.end <= word.start <= behind for word in words)


# The tokens of English "'s".
_OWNING = frozenset({"'", "s"})


def _until(at: int, sentence: Sentence) -> int:
    """Where the words behind a body end that tell whose it is: nation, trade, name, and who that is behind a comma."""
    at, unknown, commas = _said_to_be(at, sentence), 0, 0
    while at < sentence.end:
        here = sentence.starting(at)
        step = max((each.end - at for each in here if _tells_who(each, sentence)), default=0)
        if not step and sentence.word(at) in COMMAS and not commas:
            step = commas = 1
        elif not (step or any(each.group in _STOPS for each in here)) and sentence.word(at).isalpha():
            unknown += not sentence.is_capital(at)
            step = int(unknown <= 1)
        if not step:
            break
        at += step
    return at


def _said_to_be(at: int, sentence: Sentence) -> int:
    """Where it goes on behind who says whose body it is: "a body said to be Ron Levi", "body Hamas says is soldier"."""
    teller = next((mark.end for mark in sentence.starting(at, "party") if mark.form == "name"), at)
    said = next((mark.end for mark in sentence.starting(teller, "said")), at)
    return said + any(mark.key == "to" for mark in sentence.starting(said, "role")) if said > at else at


def _tells_who(mark: Mark, sentence: Sentence) -> bool:
    whose = mark.group == "party" and (mark.form == "national" or owns_ahead(mark, sentence))
    return whose or mark.group in {"people", "single"} or (mark.group, mark.key) in _LINKS


# Words with which something else begins.
_STOPS = frozenset({*MOVES, "said", "role", "mode", "held", "party", "weekday", "month"})
_LINKS = frozenset({("role", "of"), ("count", "article")})
