"""What is still to go: people of whom an article tells that they follow, and whose stages it speaks of."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from detectors.dates import FRESH_DAYS
from detectors.lexicon import Mark
from detectors.people import HELD
from detectors.relevance import has_count
from detectors.scope import Scope, is_of_capture
from detectors.sides import Reading
from detectors.status import Mode, Move

# How far from "stage" the word may stand that says of what it is one ("the first stage of the swap").
_OF = 4


def legs(readings: Sequence[Reading], published: date | None) -> dict[str, float]:
    """Legs yet to come and stages, wherever the article tells of them, each by what speaks for it."""
    told = (
        f"leg.{name}"
        for reading in readings
        if not reading.recap
        for name in (*_coming(reading, published), *_stages(reading, published))
    )
    return dict.fromkeys((*told, *_in_turn(readings)), 1.0)


def _in_turn(readings: Sequence[Reading]) -> Iterator[str]:
    """What the top tells of people who come free by turns: the first of them, hostages under an agreement."""
    top = readings[:_TOP]
    for reading in top:
        sentence = reading.sentence
        part = "title" if sentence.title else "lead" if sentence.order <= _LEAD else "body"
        for number in sentence.numbers:
            behind = any(0 <= people.start - number.end <= _BESIDE for people in sentence.of("people"))
            within = any(group.start - _BESIDE <= number.start <= group.end for group in reading.groups)
            if number.ordinal and number.value <= _TURNS and (behind or within):
                yield f"nth.{part}.{'first' if number.value == 1 else 'later'}"
    if any(reading.sentence.has("people", "hostages") for reading in top):
        yield "hostages"
        for key in ("deal", "stage"):
            if any(reading.sentence.has("mode", key) for reading in readings):
                yield f"hostages.{key}"
        if any(reading.sentence.has("people", "prisoners") for reading in top):
            yield "hostages.prisoners"


# So many sentences tell the news; the title and the first two are its lead.
_TOP, _LEAD = 6, 2
# How far an ordinal stands from people, and how many turns there are.
_BESIDE, _TURNS = 2, 12


def is_due(reading: Reading, published: date | None) -> bool:
    """Whether the sentence names a day or hours to come."""
    if reading.sentence.has("time", "tomorrow", "day_after_tomorrow", "coming"):
        return True
    return published is not None and any(m.day is not None and m.day > published for m in reading.sentence.dates)


def _coming(reading: Reading, published: date | None) -> list[str]:
    """What speaks for a leg that the sentence tells as yet to come."""
    sentence = reading.sentence
    due = is_due(reading, published)
    moves = [move for move in reading.moves if _is_open(move, reading, due=due)]
    if sentence.has("count", "rate"):  # "for each, 15 are to be returned" tells terms, and of no leg
        return []
    if not moves:  # "tomorrow it is the turn of another 300"
        return _bare(reading, due=due) if reading.groups and not reading.moves else []
    firm = any(move.mode is Mode.AGREED for move in moves)
    weekday = _names_weekday(reading, published)
    due = due or (weekday and firm)
    if not (sentence.has("people", *HELD, "soldiers", "children") or reading.groups):
        return ["due.nobody"] if due else []
    told = {
        "come": True,
        "firm": firm,
        "firm.counted": firm and has_count(reading),
        "firm.due": firm and due,
        "due": due,
        "weekday": weekday and not due,
        "more": sentence.has("count", "more"),
        "return": sentence.has("count", "in_return", "in_turn"),
        "talk": sentence.has("mode", "talk", "deal"),
    }
    return [name for name, holds in told.items() if holds]


def _bare(reading: Reading, *, due: bool) -> list[str]:
    """What tells that people are yet to go in a sentence that moves nobody: "another 320 are to follow"."""
    will, more = reading.sentence.has("mode", "will"), reading.sentence.has("count", "more")
    told = {"due.bare": due, "will.bare": will, "more.bare": more, "will.more.bare": will and more}
    return [name for name, holds in told.items() if holds]


def _names_weekday(reading: Reading, published: date | None) -> bool:
    """Whether a weekday is named that must be the next one: it is read as the last, when nobody can be yet to go."""
    agreed = [mark.end for mark in reading.sentence.of("mode", "agreed")]
    return any(
        mention.relative
        and mention.day not in {None, published}
        and not any(0 <= mention.start - end <= _AGREED for end in agreed)  # "agreed on Saturday to free 20"
        for mention in reading.sentence.dates
    )


# How far behind "agreed" its own day may stand.
_AGREED = 1


def names_day_ahead(reading: Reading, published: date | None) -> bool:
    """Whether a weekday is named that is read as the last one and lies so far back that news means the next."""
    if published is None or reading.recap or not reading.moves:
        return False
    said = [mark.end for mark in (*reading.sentence.of("said"), *reading.sentence.of("mode", "agreed"))]
    return any(
        mention.relative
        and mention.day is not None
        and published - mention.day > timedelta(days=FRESH_DAYS)
        and not any(0 <= mention.start - end <= _AGREED for end in said)
        and not is_of_capture(mention, reading.sentence)
        for mention in reading.sentence.dates
    )


def _is_open(move: Move, reading: Reading, *, due: bool) -> bool:
    """Whether somebody is yet to go; `due`: the sentence names a day to come, so that a present form tells of it."""
    if move.scope is Scope.PAST or move.mode is Mode.FAILED:
        return False
    if move.kind == "swap" and move.mark.key == "noun" and any(each.told for each in reading.moves):
        return False  # "freed in an exchange agreed on Friday" tells what was
    if move.mode in {Mode.AGREED, Mode.PLANNED}:
        return True
    return due and (move.mode is Mode.NAMED or move.mark.key in {"headline", "present", "home"})


def _stages(reading: Reading, published: date | None) -> Iterator[str]:
    """Whose stage the sentence speaks of, and the how-manieth."""
    sentence = reading.sentence
    for mark in sentence.of("mode", "stage"):
        whose = _owner(mark, reading)
        if whose == "talk":  # that talks go on next week says nothing of people
            yield "stage.talk"
            continue
        ordinals = {n.value for n in sentence.numbers if n.ordinal and mark.start - 1 <= n.start < mark.end + 1}
        which = "first" if 1 in ordinals else "later" if ordinals else "some"
        yield from (f"stage.{whose}", f"stage.{which}", f"stage.{whose}.{which}")
        if is_due(reading, published):
            yield "stage.due"


# What a stage may be one of, by the words for it.
_OWNERS = {"swap": ("swap",), "deal": ("mode", "deal"), "talk": ("mode", "talk")}


def _owner(mark: Mark, reading: Reading) -> str:
    """What the nearest word says that this is a stage of."""
    reach = _OF * reading.sentence.stretch
    found = {
        name: min((_distance(mark, other) for other in reading.sentence.of(*keys)), default=reach + 1)
        for name, keys in _OWNERS.items()
    }
    nearest = min(found, key=lambda name: found[name])
    return nearest if found[nearest] <= reach else "none"


def _distance(one: Mark, other: Mark) -> int:
    return max(0, other.start - one.end, one.start - other.end)
