"""How far an exchange has come: what each verb or noun of movement says, in which mode and time."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from detectors.lexicon import Mark
from detectors.reading import Sentence
from detectors.records import dataclass
from detectors.scope import Scope, dates_of, is_of_a_day_ahead, place_in_time, scope_of
from detectors.things import of_things


class Mode(StrEnum):
    """Whether a movement is told as a fact."""

    DONE = "done"
    RUNNING = "running"
    AGREED = "agreed"
    PLANNED = "planned"
    FAILED = "failed"
    NAMED = "named"  # a bare noun or present form that claims nothing by itself


@dataclass(frozen=True, slots=True)
class Move:
    """One verb or noun of movement with what the words around it make of it."""

    kind: str
    mark: Mark
    mode: Mode
    scope: Scope
    aside: bool = False  # in a relative clause: background to another verb
    dated: bool = False  # an old day or month tells that it is past, not only a word like "earlier" or a year
    told: bool = field(init=False)  # whether it is claimed as something that has just happened or is happening

    def __post_init__(self) -> None:
        """Know what every rule asks of it."""
        told = self.mode in {Mode.DONE, Mode.RUNNING} and self.scope is not Scope.PAST
        object.__setattr__(self, "told", told)


# How far before a finite verb a modal still governs it, and before a noun or infinitive.
_CLOSE, _FAR = 4, 10
# An infinitive depends on the verb of its sentence, across commas ("agreed on Thursday, …, to exchange").
_SENTENCE = 25


def read_moves(sentence: Sentence, published: date | None) -> list[Move]:
    """Every movement of the sentence, in order."""
    if not sentence.moving:
        return []
    marks = sorted(sentence.moving, key=lambda m: (m.start, -m.end))
    things = sentence.has("other", "sense", "object", "visitor")
    kept: list[Mark] = []
    for mark in marks:
        if (
            (not kept or mark.start >= kept[-1].end)
            and not _is_capture(mark, sentence)
            and not (things and of_things(sentence, mark))
        ):
            kept.append(mark)
    return [_move(sentence, m, published) for m in kept]


def _is_capture(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb is only a part of words for a capture: "taken in the war" is not "taken in"."""
    return any(
        held.start <= mark.start and mark.end <= held.end and held.end - held.start > mark.end - mark.start
        for held in sentence.of("held", "taken", "lost")
    )


def _move(sentence: Sentence, mark: Mark, published: date | None) -> Move:
    scope = scope_of(sentence, mark, published)
    dated = scope is Scope.PAST and any(
        (mention.day is not None or mention.month is not None) and place_in_time(mention, published) is Scope.PAST
        for mention in dates_of(sentence, mark)
    )
    mode = mode_of(sentence, mark)
    if mark.key == "headline" and scope is Scope.FRESH and is_of_a_day_ahead(sentence, mark, published):
        scope = Scope.COMING
    if scope is Scope.COMING and mark.key in {"headline", "present"} and mode in {Mode.DONE, Mode.RUNNING}:
        mode = Mode.AGREED  # "they swap 200 prisoners tomorrow"
    if scope is Scope.COMING and mark.key == "headline" and mode is Mode.NAMED and sentence.has("people"):
        mode = Mode.AGREED  # "six hostages come home on Saturday", wherever its verb stands
    return Move(mark.group, mark, mode, scope, aside=_aside(sentence, mark), dated=dated)


def _aside(sentence: Sentence, mark: Mark) -> bool:
    low, _ = sentence.clause(mark.start)
    return any(low <= cue.start < mark.start and mark.start - cue.end <= 6 for cue in sentence.of("role", "relative"))


def mode_of(sentence: Sentence, mark: Mark) -> Mode:
    """The mode of one movement, from its own form and the words that govern it."""
    if _near(sentence, mark, "failed", 7, 6) or _near(sentence, mark, "negated", 4, 0):
        return Mode.FAILED
    if mark.key in {"done", "home", "present"}:
        close = _FAR if sentence.language.verb_last else _CLOSE
        if _near(sentence, mark, "planned", close, 0):
            return Mode.PLANNED
        if _near(sentence, mark, "will", close, 0):
            return Mode.AGREED
        return Mode.RUNNING if mark.key == "present" else Mode.DONE
    if _is_settled(sentence, mark):
        return Mode.AGREED
    if _near(sentence, mark, "planned", _FAR, 4) or _near(sentence, mark, "talk", 4, 3) or mark.key == "base":
        return Mode.PLANNED
    by_event = _mode_by_event(sentence, mark)
    if mark.key == "headline" and by_event is not Mode.RUNNING and (sentence.title or _has_subject(sentence, mark)):
        return Mode.DONE
    return by_event  # "swap under way" in a headline is a noun, too


def _is_settled(sentence: Sentence, mark: Mark) -> bool:
    """Whether what is still to come is firm: "will", "agreed to", or "to swap" in a headline behind who does it."""
    behind = _FAR if sentence.language.verb_last else 6  # "Freilassung von 20 … angekündigt"
    if mark.key == "future" or _near(sentence, mark, "will", _FAR, 3) or _tells_itself(sentence, mark):
        return True
    if _near(sentence, mark, "agreed", _FAR, behind) and not _has_come(sentence, mark):
        return True
    if mark.key != "base":
        return False
    agreed = any(0 <= mark.start - cue.end <= _SENTENCE for cue in sentence.of("mode", "agreed"))
    if agreed or not (sentence.title and _has_subject(sentence, mark)):
        return agreed
    own = any(mark.start <= cue.start < mark.end for cue in sentence.of("mode", "planned"))  # "could swap" is one form
    return not own and not _near(sentence, mark, "planned", _CLOSE, 0)


def _tells_itself(sentence: Sentence, mark: Mark) -> bool:
    """Whether a headline's verb is itself a form of what is to come, and nobody only asks for it: "pilot to be freed".

    In a sentence it may as well tell who is meant: "the first to be freed".
    """
    own = sentence.title and any(cue.start == mark.start and mark.end <= cue.end for cue in sentence.of("mode", "will"))
    return own and not (_near(sentence, mark, "planned", _FAR, 0) or _near(sentence, mark, "talk", _FAR, 0))


def _has_come(sentence: Sentence, mark: Mark) -> bool:
    """Whether what was agreed on then happened: "the exchange agreed on in Istanbul took place on Thursday"."""
    agreed = [cue.end for cue in sentence.of("mode", "agreed") if 0 <= cue.start - mark.end <= _FAR]
    if mark.key != "noun" or not agreed:
        return False
    events = [event for event in sentence.of("held_event") if sentence.word(event.start) not in _LINKS]
    talks = [cue.start for cue in sentence.of("mode", "talk", "planned")]  # "agreed in talks that took place in Doha"
    return any(
        0 <= event.start - max(agreed) <= _FAR and not any(max(agreed) <= at < event.start for at in talks)
        for event in events
    )


# What happened is told by a verb; "under the deal", "as part of" only tell of what it is a part.
_LINKS = frozenset({"under", "as", "in", "during", "within"})


def _mode_by_event(sentence: Sentence, mark: Mark) -> Mode:
    """The mode that "took place" or "is under way" gives to a noun, but not "the first since the war began"."""
    low, high = sentence.clause(mark.start, hard=sentence.title)
    for event in sentence.of("held_event"):
        since = [cue for cue in sentence.of("time", "since") if event.start <= cue.end + _CLOSE]
        later = any(mark.end <= cue.start <= max(event.start, mark.end + 1) for cue in since)
        if low <= event.start < high and abs(event.start - mark.start) <= _FAR and not later:
            return Mode.DONE if event.key == "done" else Mode.RUNNING
    return Mode.NAMED


def _has_subject(sentence: Sentence, mark: Mark) -> bool:
    """Whether a party's name stands right before a present form."""
    return any(party.form == "name" and 0 <= mark.start - party.end <= 2 for party in sentence.of("party"))


def _near(sentence: Sentence, mark: Mark, key: str, before: int, after: int) -> bool:
    """Whether a word of mode stands up to so many tokens before or after the mark, in its clause."""
    cues = sentence.of("mode", key)
    if not cues:
        return False
    low, high = sentence.clause(mark.start, hard=sentence.title)
    counts = list(sentence.of("count", "at_least", "at_most", "none")) if key == "negated" else []
    return any(
        low <= cue.start < high
        and not any(count.start <= cue.start < count.end for count in counts)  # "not fewer than 90 returned"
        and (
            0 <= mark.start - cue.end < before * sentence.stretch
            or 0 <= cue.start - mark.end < after * sentence.stretch
            or _overlap(cue, mark)
        )
        for cue in cues
    )


def _overlap(left: Mark, right: Mark) -> bool:
    return left.start < right.end and right.start < left.end and left.start != right.start
