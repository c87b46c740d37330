"""How far an exchange has come: what each verb or noun of movement says, in which mode and time."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from detectors.dates import COMING_DAYS, FRESH_DAYS, DateMention
from detectors.lexicon import Mark
from detectors.reading import Sentence
from detectors.things import of_things


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


@dataclass(frozen=True, slots=True)
class Move:
    """One verb or noun of movement with what the words around it make of it."""

    kind: str
    mark: Mark
    mode: Mode
    scope: Scope
    aside: bool = False  # in a relative clause: background to another verb
    dated: bool = False  # an old day or month tells that it is past, not only a word like "earlier" or a year

    @property
    def told(self) -> bool:
        """Whether the movement is claimed as something that has just happened or is happening."""
        return self.mode in {Mode.DONE, Mode.RUNNING} and self.scope is not Scope.PAST


# How far before a finite verb a modal still governs it, and before a noun or infinitive.
_CLOSE, _FAR = 4, 10
# An infinitive depends on the verb of its sentence, across commas ("agreed on Thursday, …, to exchange").
_SENTENCE = 25


def read_moves(sentence: Sentence, published: date | None) -> list[Move]:
    """Every movement of the sentence, in order."""
    marks = sorted(sentence.moving, key=lambda m: (m.start, -m.end))
    kept: list[Mark] = []
    for mark in marks:
        if (not kept or mark.start >= kept[-1].end) and not of_things(sentence, mark):
            kept.append(mark)
    return [_move(sentence, m, published) for m in kept]


def _move(sentence: Sentence, mark: Mark, published: date | None) -> Move:
    scope = scope_of(sentence, mark, published)
    dated = scope is Scope.PAST and any(
        (mention.day is not None or mention.month is not None) and _scope(mention, published) is Scope.PAST
        for mention in _dates_of(sentence, mark)
    )
    mode = mode_of(sentence, mark)
    if mark.key == "headline" and scope is Scope.FRESH and _is_of_a_day_ahead(sentence, mark, published):
        scope = Scope.COMING
    if scope is Scope.COMING and mark.key in {"headline", "present"} and mode in {Mode.DONE, Mode.RUNNING}:
        mode = Mode.AGREED  # "they swap 200 prisoners tomorrow"
    if scope is Scope.COMING and mark.key == "headline" and mode is Mode.NAMED and sentence.has("people"):
        mode = Mode.AGREED  # "six hostages come home on Saturday", wherever its verb stands
    return Move(mark.group, mark, mode, scope, aside=_aside(sentence, mark), dated=dated)


def _is_of_a_day_ahead(sentence: Sentence, mark: Mark, published: date | None) -> bool:
    """Whether a present form tells of a weekday that was so long ago that news means the next: "frees six on Friday".

    A day of saying so tells nothing of that, nor a day within reach beside it.
    """
    if any(other.key == "done" for other in sentence.moving):
        return False  # "ließ am Montag … frei"
    days = [mention for mention in _dates_of(sentence, mark) if not _is_of_telling(mention, sentence)]
    return (
        published is not None
        and bool(days)
        and all(
            mention.relative and mention.day is not None and published - mention.day > timedelta(days=FRESH_DAYS)
            for mention in days
        )
    )


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
    if mark.key == "future" or _near(sentence, mark, "will", _FAR, 3):
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
        for cue in sentence.of("mode", key)
    )


def _overlap(left: Mark, right: Mark) -> bool:
    return left.start < right.end and right.start < left.end and left.start != right.start


def scope_of(sentence: Sentence, mark: Mark, published: date | None) -> Scope:
    """The time of one movement: its clause's dates first, then whole days of its sentence, then recap words."""
    low, high = sentence.clause(mark.start)
    scopes = {_scope(mention, published) for mention in _dates_of(sentence, mark)}
    dates = [mention for mention in sentence.dates if not is_of_capture(mention, sentence)]
    near = [mention for mention in dates if low <= mention.start < high]
    if any(_is_early(m, sentence, published) for m in near or dates):
        scopes.add(Scope.PAST)
    # What a sentence opens with ("On this day: …") holds for all of it.
    told_as_past = any(
        (low <= cue.start < high or cue.start - sentence.start <= 1)
        and not (is_of_capture(cue, sentence) or _is_measure(cue, sentence))
        for cue in sentence.of("time", "past")
    )
    recap = any(cue.start <= mark.start for cue in sentence.of("time", "recap"))
    of_telling = any(low <= cue.start < mark.start for cue in sentence.of("time", "recap")) and not any(
        low <= mention.start < high and not _is_of_telling(mention, sentence) for mention in dates
    )
    if Scope.FRESH in scopes and not told_as_past and not of_telling:
        return Scope.FRESH
    if Scope.PAST in scopes or told_as_past or recap:
        return Scope.PAST
    return Scope.COMING if Scope.COMING in scopes else Scope.OPEN


def _dates_of(sentence: Sentence, mark: Mark) -> list[DateMention]:
    """The dates that tell when a movement was: those of its clause, else those of its sentence that reach it."""
    if not sentence.dates:
        return []
    low, high = sentence.clause(mark.start)
    dates = [mention for mention in sentence.dates if not is_of_capture(mention, sentence)]
    return [m for m in dates if low <= m.start < high] or [m for m in dates if _reaches(m, mark)]


def _is_of_telling(mention: DateMention, sentence: Sentence) -> bool:
    """Whether a day tells when something was said: "in earlier swaps 12 returned, the staff said on Tuesday"."""
    return any(0 <= mention.start - cue.end <= 1 or cue.start == mention.end for cue in sentence.of("said"))


def _is_measure(cue: Mark, sentence: Sentence) -> bool:
    """Whether a word of the past only measures the news: "the largest swap since the Cold War"."""
    return any(
        0 <= cue.start - since.end <= _MEASURE or 0 <= since.start - cue.end <= 1
        for since in sentence.of("time", "since")
    )


# How far behind "since" the past that it counts from may stand ("since the end of the Cold War").
_MEASURE = 7


def _is_early(mention: DateMention, sentence: Sentence, published: date | None) -> bool:
    """Whether a month is named of which only the first days are meant, and they are over ("at the beginning of …")."""
    if published is None or mention.day is not None or mention.month != published.month:
        return False
    return published.day > _EARLY and any(
        0 <= mention.start - cue.end <= 1 or mention.start < cue.start <= mention.end
        for cue in sentence.of("time", "early")
    )


# The last day of the month that may be meant by its beginning, and news of it still be fresh.
_EARLY = 14


def _reaches(mention: DateMention, mark: Mark) -> bool:
    """Whether a date of another clause tells when this happened: a whole day, or what the sentence opens with."""
    return mention.day is not None or mention.relative or mention.end <= mark.start


def is_of_capture(mention: DateMention | Mark, sentence: Sentence) -> bool:
    """Whether a date or "a month ago" tells since when somebody was held, not when he was freed."""
    cues = [*sentence.of("held", "taken", "lost", "by"), *sentence.of("time", "since")]
    moves = [mark.start for mark in sentence.moving]
    # Japanese tells when before the verb: 拘束されていた2人が8日 is the day of what follows.
    behind = 0 if sentence.language.verb_last and sentence.stretch > 1 else _OF_CAPTURE
    return any(
        (0 <= mention.start - cue.end < behind and not any(cue.end <= at < mention.start for at in moves))
        or cue.start == mention.end
        for cue in cues
    )


# So near behind a word for taking people a day tells when that was.
_OF_CAPTURE = 5


def _scope(mention: DateMention, published: date | None) -> Scope:
    if mention.relative:  # "on Saturday" is the last one, however the dateline counts
        ahead = mention.day is not None and published is not None and mention.day > published
        return Scope.COMING if ahead else Scope.FRESH
    if mention.day is not None and published is not None:
        if mention.day < published - timedelta(days=FRESH_DAYS):
            return Scope.PAST
        if mention.day > published:
            return Scope.COMING if mention.day <= published + timedelta(days=COMING_DAYS) else Scope.OPEN
        return Scope.FRESH
    if published is not None:
        if mention.year is not None and mention.year < published.year:
            return Scope.PAST
        if mention.month is not None and mention.month != published.month and mention.year in (None, published.year):
            return Scope.PAST
    return Scope.OPEN
