"""How far an exchange has come: what each verb or noun of movement says, in which mode and time."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from detectors.happened import CLOSE, FAR, has_come, has_happened, is_managed, is_overcome, overlap
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


# An infinitive depends on the verb of its sentence, across commas ("agreed on Thursday, …, to exchange").
_SENTENCE = 25


def read_moves(sentence: Sentence, published: date | None) -> list[Move]:
    """Every movement of the sentence, in order."""
    if not sentence.moving:
        return []
    marks = sorted(sentence.moving, key=lambda m: (m.start, -m.end))
    things = sentence.has("other", "sense", "object", "visitor", "vessel")
    kept: list[Mark] = []
    for mark in marks:
        if (
            (not kept or mark.start >= kept[-1].end)
            and not _is_of_other_deed(mark, sentence)
            and not _is_link(mark, sentence)
            and not (things and of_things(sentence, mark))
        ):
            kept.append(mark)
    return [_move(sentence, m, published) for m in kept]


def _is_of_other_deed(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb is only a part of words for a capture or for telling something.

    "Taken in the war" is not "taken in", nor is what a correspondent passed on ("przekazał korespondent") anybody.
    """
    return any(
        other.start <= mark.start and mark.end <= other.end and other.end - other.start > mark.end - mark.start
        for other in (*sentence.of("held", "taken", "lost"), *sentence.of("said"))
    )


def _is_link(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word is only a part of what joins people and their price: "in return for"."""
    return mark.group == "return" and any(
        each.start < mark.start and mark.end <= each.end for each in sentence.of("count", "for", "in_return")
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
    if (_near(sentence, mark, "failed", 7, 6) and not is_overcome(mark, sentence)) or _near(
        sentence, mark, "negated", 4, 0
    ):
        return Mode.FAILED
    if mark.key in {"done", "home", "present"}:
        close = FAR if sentence.language.verb_last else CLOSE
        if _near(sentence, mark, "planned", close, 0):
            return Mode.PLANNED
        if _near(sentence, mark, "will", close, 0):
            return Mode.AGREED
        return Mode.RUNNING if mark.key == "present" else Mode.DONE
    if has_happened(mark, sentence) or is_managed(mark, sentence):
        return Mode.DONE
    return _mode_ahead(sentence, mark) or _mode_of_noun(sentence, mark)


def _mode_ahead(sentence: Sentence, mark: Mark) -> Mode | None:
    """The mode of what is still to come; None where nothing says so."""
    if _is_settled(sentence, mark):
        return Mode.AGREED
    planned = _near(sentence, mark, "planned", FAR, 4) or _near(sentence, mark, "talk", 4, 3) or mark.key == "base"
    return Mode.PLANNED if planned else None


def _mode_of_noun(sentence: Sentence, mark: Mark) -> Mode:
    """The mode of a noun, or of a present form that headlines use for the past."""
    by_event = _mode_by_event(sentence, mark)
    if mark.key == "headline" and by_event is not Mode.RUNNING and (sentence.title or _has_subject(sentence, mark)):
        return Mode.DONE
    return by_event  # "swap under way" in a headline is a noun, too


def _is_settled(sentence: Sentence, mark: Mark) -> bool:
    """Whether what is still to come is firm: "will", "agreed to", or "to swap" in a headline behind who does it."""
    behind = FAR if sentence.language.verb_last else 6  # "Freilassung von 20 … angekündigt"
    if mark.key == "future" or _near(sentence, mark, "will", FAR, 3) or _tells_itself(sentence, mark):
        return True
    if _is_to_happen(sentence, mark):
        return True
    if _near(sentence, mark, "agreed", FAR, behind) and not has_come(mark, sentence):
        return True
    if mark.key != "base":
        return False
    agreed = any(0 <= mark.start - cue.end <= _SENTENCE for cue in sentence.of("mode", "agreed"))
    if agreed or not (sentence.title and _has_subject(sentence, mark)):
        return agreed
    own = any(mark.start <= cue.start < mark.end for cue in sentence.of("mode", "planned"))  # "could swap" is one form
    return not own and not _near(sentence, mark, "planned", CLOSE, 0)


def _is_to_happen(sentence: Sentence, mark: Mark) -> bool:
    """Whether "will" stands behind a noun and between whom it is: "the swap between A and B will be held"."""
    if mark.key not in {"noun", "headline"} or (mark.key == "headline" and _has_subject(sentence, mark)):
        return False
    _, high = sentence.clause(mark.start)
    reach = min(high, mark.end + FAR * sentence.stretch)
    will = min((cue.start for cue in sentence.of("mode", "will") if mark.end <= cue.start < reach), default=None)
    if will is None or _mode_by_event(sentence, mark) is not Mode.NAMED:
        return False
    between = range(mark.end, will)
    stops = (*sentence.moving, *sentence.of("role", "relative", "and"), *sentence.of("said"))
    return not any(each.start in between and not _joins(each, sentence) for each in stops)


def _joins(mark: Mark, sentence: Sentence) -> bool:
    """Whether an "and" stands between two parties' names, the second with its article: "between Russia and Ukraine"."""
    names = sentence.of("party")
    ahead = any(name.end == mark.start for name in names)
    return mark.group == "role" and ahead and any(0 <= name.start - mark.end <= 2 for name in names)


def _tells_itself(sentence: Sentence, mark: Mark) -> bool:
    """Whether a headline's verb is itself a form of what is to come, and nobody only asks for it: "pilot to be freed".

    In a sentence it may as well tell who is meant: "the first to be freed".
    """
    own = sentence.title and any(cue.start == mark.start and mark.end <= cue.end for cue in sentence.of("mode", "will"))
    return own and not (_near(sentence, mark, "planned", FAR, 0) or _near(sentence, mark, "talk", FAR, 0))


def _mode_by_event(sentence: Sentence, mark: Mark) -> Mode:
    """The mode that "took place" or "is under way" gives to a noun, but not "the first since the war began"."""
    low, high = sentence.clause(mark.start, hard=sentence.title)
    for event in sentence.of("held_event"):
        since = [cue for cue in sentence.of("time", "since") if event.start <= cue.end + CLOSE]
        later = any(mark.end <= cue.start <= max(event.start, mark.end + 1) for cue in since)
        near = low <= event.start < high and abs(event.start - mark.start) <= FAR
        if near and not later and not _is_ahead(event, sentence):
            return Mode.DONE if event.key == "done" else Mode.RUNNING
    return Mode.DONE if _is_held_again(sentence, mark) else Mode.NAMED


def _is_held_again(sentence: Sentence, mark: Mark) -> bool:
    """Whether somebody held the how-manieth: "held their 70th prisoner exchange"; "held" alone tells other things."""
    nth = [number.start for number in sentence.numbers if number.ordinal and 0 <= mark.start - number.end <= 1]
    return bool(nth) and any(0 <= at - verb.end <= 1 for verb in sentence.of("event", "holds") for at in nth)


def _is_ahead(event: Mark, sentence: Sentence) -> bool:
    """Whether "will" makes what happened something to come: "wird durchgeführt", "será realizada"."""
    return any(
        cue.start <= event.start < cue.end or 0 <= event.start - cue.end <= 1 for cue in sentence.of("mode", "will")
    )


def _has_subject(sentence: Sentence, mark: Mark) -> bool:
    """Whether a party's name stands right before a present form, and no verb of helping: "Qatar mediates to free"."""
    near = (party for party in sentence.of("party") if party.form == "name" and 0 <= mark.start - party.end <= 2)
    if any(mark.start == each.end or not sentence.starting(each.end, "mediation") for each in near):
        return True
    return _is_turned(mark, sentence)


def _is_turned(mark: Mark, sentence: Sentence) -> bool:
    """Whether a verb, no noun, stands before its subject and behind other words: "Im Gegenzug entlässt Israel 39"."""
    if sentence.title or mark.group == "return" or mark.start == sentence.start:
        return False
    noun = any(each.key == "noun" and each.start == mark.start for each in sentence.moving)
    return not noun and any(party.form == "name" for party in sentence.starting(mark.end, "party"))


def _near(sentence: Sentence, mark: Mark, key: str, before: int, after: int) -> bool:
    """Whether a word of mode stands up to so many tokens before or after the mark, in its clause."""
    cues = sentence.of("mode", key)
    if not cues:
        return False
    low, high = sentence.clause(mark.start, hard=sentence.title)
    high = min(high, _clause_end(mark, sentence))
    counts = list(sentence.of("count", "at_least", "at_most", "none")) if key == "negated" else []
    return any(
        low <= cue.start < high
        and not any(count.start <= cue.start < count.end for count in counts)  # "not fewer than 90 returned"
        and not (key == "failed" and _is_of_idiom(cue, mark))
        and (
            0 <= mark.start - cue.end < before * sentence.stretch
            or 0 <= cue.start - mark.end < after * sentence.stretch
            or overlap(cue, mark)
        )
        for cue in cues
    )


def _is_of_idiom(cue: Mark, mark: Mark) -> bool:
    """Whether the word is only a part of a verb that tells what was done: "rimandati a casa", sent, not put off."""
    return (
        mark.key == "done"
        and mark.start <= cue.start
        and cue.end <= mark.end
        and cue.end - cue.start < mark.end - mark.start
    )


def _clause_end(mark: Mark, sentence: Sentence) -> int:
    """Where what a headline tells of a movement ends: at a comma behind which it goes on with something else.

    So it does where a party does it ("Israel frees four, agrees to border talks") or where it is told to have happened
    ("exchange begins, raising hopes for peace"); else what stands behind may tell of it ("a swap, put off for days").
    """
    commas = [at for at in sentence.commas if mark.end < at] if sentence.title else []
    if not commas:
        return sentence.end
    if mark.key in {"headline", "done"} and _has_subject(sentence, mark):
        return commas[0]
    events = [event.end for event in sentence.of("held_event") if mark.start <= event.start]
    return next((at for at in commas if any(end <= at for end in events)), sentence.end)
