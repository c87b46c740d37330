"""What a report says beside its figures and its day: evidence, place, ordinal, running totals, agreement."""

from collections.abc import Container, Iterable, Iterator, Sequence

from detectors.actors import Actor
from detectors.capitals import is_shouted
from detectors.numbers import Number
from detectors.parties import is_group, is_organisation
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.sides import Reading
from detectors.status import Mode
from detectors.text import ARTICLES
from detectors.types import RunningTotal, Span, Transfer

# The event's own circumstances stand near the top.
_EARLY = 6


def evidence(readings: Sequence[Reading]) -> tuple[Span, ...]:
    """The words that tell that it happened, and when."""
    for reading in readings[:_EARLY]:
        told = next((move for move in reading.moves if move.told or move.mode is Mode.AGREED), None)
        if told is not None:
            words = reading.sentence.span(told.mark.start, told.mark.end, f"status-{told.mode}")
            days = [d for d in reading.sentence.dates if d.day is not None or d.relative]
            return (words, *(reading.sentence.span(d.start, d.end, "date") for d in days[:1]))
    return ()


def place(readings: Sequence[Reading], parties: Container[str]) -> str | None:
    """Where the hand-over happened, as named: what stands behind "in" or "at" in a sentence that tells of it.

    That is a state or capital that is no side, or a name that no file knows ("at the Erez crossing"), nearest to the
    verb; else a further state to or from which people went.
    """
    told = [reading for reading in readings[:_EARLY] if any(move.told for move in reading.moves)]
    for reading in told:
        sentence, verbs = reading.sentence, [move.mark for move in reading.moves if move.told]
        known = [(actor.start, actor.end) for actor in _foreign(reading, parties) if actor.part is Part.PLACE]
        spots = sorted(
            [*known, *_spots(sentence)], key=lambda at: min(max(v.start - at[1], at[0] - v.end) for v in verbs)
        )
        if spots:
            return sentence.span(*spots[0], "place").text
    for reading in told:
        for actor in _foreign(reading, parties):
            if actor.part in {Part.FROM, Part.TO, Part.BARE} and not is_group(actor.party):
                return reading.sentence.span(actor.start, actor.end, "place").text
    return None


def _foreign(reading: Reading, parties: Container[str]) -> Iterator[Actor]:
    """The states that a sentence names beside the sides."""
    for actor in reading.actors:
        if not (actor.party in parties or is_organisation(actor.party)):
            yield actor


def _spots(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The tokens of each name behind "in" or "at" that no file knows, where capitals mark names."""
    if sentence.language.capital_nouns or not sentence.has("role", "at") or is_shouted(sentence):
        return
    known = {at for mark in sentence.marks for at in range(mark.start, mark.end) if mark.group != "role"}
    # Behind these it is where somebody wrote, or where people were caught.
    other = [mark.end for mark in (*sentence.of("said"), *sentence.of("held"))]
    for mark in sentence.of("role", "at"):
        if any(0 <= mark.start - end <= _APART for end in other):
            continue
        start = mark.end + 1 if sentence.word(mark.end) in ARTICLES else mark.end
        end = start
        while end - start < _LONG_NAME and _names(sentence, end):
            end += 1
        if end > start and sentence.is_capital(start) and start not in known:
            while not sentence.is_capital(end - 1):
                end -= 1
            yield start, end


def _names(sentence: Sentence, at: int) -> bool:
    """Whether a token goes on a name: "Khan Younis", "Ras al-Naqoura"."""
    ahead = range(at + 1, min(at + 3, sentence.end))
    joins = sentence.word(at) in _JOINTS and any(map(sentence.is_capital, ahead))
    return at < sentence.end and (joins or sentence.is_capital(at))


_LONG_NAME, _APART = 6, 4
_JOINTS = frozenset({"-", "al", "el", "de", "di", "del", "'"})


def ordinal(readings: Iterable[Reading]) -> int | None:
    """The 56 of "the 56th exchange"; "first" and "second" only compare, and a fourth round is none of exchanges."""
    for reading in readings:
        sentence = reading.sentence
        for number in sentence.numbers:
            dotted = sentence.word(number.end) == "." and number.value < _MANY  # "59. wymiana"
            if number.value < _FEW or number.year or not (number.ordinal or dotted):
                continue
            reach = _NEAR if number.ordinal else 2
            nouns = [mark.start - number.end for mark in sentence.of("swap", "noun", "headline")]
            behind = [gap for gap in nouns if 0 <= gap <= reach]
            if _counts_else(number, sentence, min(behind, default=reach)):
                continue
            ahead = (number.start - mark.end for mark in sentence.of("swap", "noun", "headline"))
            if behind or (number.ordinal and any(0 <= gap <= _NEAR for gap in ahead)):
                return number.value
    return None


def _counts_else(number: Number, sentence: Sentence, gap: int) -> bool:
    """Whether an ordinal tells the number of another thing before the noun: "the fourth round", "the 286th day"."""
    between = [mark for at in range(number.end, number.end + gap) for mark in sentence.starting(at, "mode", "count")]
    return any((mark.group, mark.key) in _OF_ELSE for mark in between)


_FEW, _NEAR, _MANY = 3, 4, 1000
_OF_ELSE = frozenset({("mode", "stage"), ("mode", "final"), ("count", "unit")})  # "the fourth round", "the 286th day"


def running_totals(readings: Iterable[Reading], transfers: Iterable[Transfer]) -> tuple[RunningTotal, ...]:
    """Figures over many exchanges: larger than the event's own, beside "since", "so far" and the like."""
    largest = max((t.count or 0 for t in transfers), default=0)
    out: dict[int, RunningTotal] = {}
    for reading in readings:
        sentence = reading.sentence
        cue = next(iter(sentence.of("time", "since")), None) if reading.moves else None
        if cue is None:
            continue
        for group in reading.groups:
            if group.named and group.count > largest:
                low, high = sentence.clause(cue.start)
                out.setdefault(
                    group.count,
                    RunningTotal(
                        what=sentence.span(low, high, "running-total").text,
                        count=group.count,
                        evidence=(sentence.span(group.start, group.end, "running-total"),),
                    ),
                )
    return tuple(out.values())


def agreement(readings: Iterable[Reading]) -> str | None:
    """The agreement that the exchange carries out, by the city it was made in ("Istanbul agreements")."""
    for reading in readings:
        cities = reading.sentence.of("city")
        if cities and reading.sentence.has("mode", "deal"):
            return f"{cities[0].key} agreements"
    return None
