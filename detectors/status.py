"""How far an exchange has come: what each verb or noun of movement says, in which mode and time."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from detectors.dates import COMING_DAYS, FRESH_DAYS
from detectors.lexicon import Mark
from detectors.reading import Sentence


class Mode(StrEnum):
    """Whether a movement is told as a fact."""

    DONE = "done"
    RUNNING = "running"
    AGREED = "agreed"
    PLANNED = "planned"
    FAILED = "failed"
    NAMED = "named"  # a bare noun or present form that claims nothing by itself


class Scope(StrEnum):
    """When a sentence plays, seen from the day of publication."""

    FRESH = "fresh"
    OPEN = "open"  # no time given
    COMING = "coming"
    PAST = "past"


MOVES = ("swap", "release", "receive", "return")


@dataclass(frozen=True, slots=True)
class Move:
    """One verb or noun of movement with what the words around it make of it."""

    kind: str
    mark: Mark
    mode: Mode
    scope: Scope


# How far before a finite verb a modal still governs it, and before a noun or infinitive.
_NEAR, _FAR = 4, 10


def read_moves(sentence: Sentence, published: date | None) -> list[Move]:
    """Every movement of the sentence, in order."""
    marks = sorted((m for kind in MOVES for m in sentence.of(kind)), key=lambda m: (m.start, -m.end))
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return [Move(m.group, m, mode_of(sentence, m), scope_of(sentence, m, published)) for m in kept]


def mode_of(sentence: Sentence, mark: Mark) -> Mode:
    """The mode of one movement, from its own form and the words that govern it."""
    low, high = sentence.clause(mark.start, hard=sentence.title)
    if _within(sentence, "failed", low, high, mark, 7, 6) or _within(sentence, "negated", low, high, mark, 4, 0):
        return Mode.FAILED
    if mark.key in {"done", "home"}:
        return Mode.PLANNED if _within(sentence, "planned", low, high, mark, _NEAR, 0) else Mode.DONE
    if mark.key == "present":
        return Mode.PLANNED if _within(sentence, "planned", low, high, mark, _NEAR, 0) else Mode.RUNNING
    if _within(sentence, "agreed", low, high, mark, _FAR, 6):
        return Mode.AGREED
    if _within(sentence, "planned", low, high, mark, _FAR, 4) or _within(sentence, "talk", low, high, mark, _FAR, 6):
        return Mode.PLANNED
    if mark.key == "headline" and sentence.title:
        return Mode.DONE
    if mark.key == "base":
        return Mode.PLANNED
    for event in sentence.of("held_event"):
        if low <= event.start < high and abs(event.start - mark.start) <= _FAR:
            return Mode.DONE if event.key == "done" else Mode.RUNNING
    return Mode.NAMED


def _within(sentence: Sentence, key: str, low: int, high: int, mark: Mark, before: int, after: int) -> bool:
    return any(
        low <= cue.start < high
        and (0 <= mark.start - cue.end < before or 0 <= cue.start - mark.end < after or _overlap(cue, mark))
        for cue in sentence.of("mode", key)
    )


def _overlap(left: Mark, right: Mark) -> bool:
    return left.start < right.end and right.start < left.end and left.start != right.start


def scope_of(sentence: Sentence, mark: Mark, published: date | None) -> Scope:
    """The time of one movement: the dates of its clause first, then those of its sentence, then recap words."""
    low, high = sentence.clause(mark.start)
    near = [d for d in sentence.dates if low <= d.start < high] or list(sentence.dates)
    scopes = {_scope(mention, published) for mention in near}
    if Scope.FRESH in scopes and not sentence.has("time", "past"):
        return Scope.FRESH
    if Scope.PAST in scopes or any(True for _ in sentence.of("time", "recap", "past")):
        return Scope.PAST
    if Scope.COMING in scopes:
        return Scope.COMING
    return Scope.OPEN


def _scope(mention, published: date | None) -> Scope:  # type: ignore[no-untyped-def]
    if mention.day is not None and published is not None:
        if mention.day < published - timedelta(days=FRESH_DAYS):
            return Scope.PAST
        if mention.day > published:
            return Scope.COMING if mention.day <= published + timedelta(days=COMING_DAYS) else Scope.OPEN
        return Scope.FRESH
    if mention.relative:
        return Scope.FRESH
    if published is not None:
        if mention.year is not None and mention.year < published.year:
            return Scope.PAST
        if mention.month is not None and mention.month != published.month and mention.year in (None, published.year):
            return Scope.PAST
    return Scope.OPEN
