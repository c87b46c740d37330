"""Whether the article's own news is an exchange: signals from title, lead and body, weighed together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detectors import weigh
from detectors.parties import camp, is_organisation
from detectors.relevance import (
    frees_captives,
    has_count,
    has_terms,
    is_claimed,
    is_epithet,
    is_freed_in_swap,
    is_governed,
    is_in_return,
    is_linked,
    is_of_a_swap,
    is_relevant,
    is_told_of,
)
from detectors.sides import Reading, move_of, sides_in
from detectors.status import Mode, Move, Scope, is_of_capture
from detectors.types import LIKELY

# From this confidence on an article may be a report of what others tell of.
DOUBTFUL = 0.1
# Sentences of fewer words are datelines, bylines and captions.
_SHORTEST = 5
_LEAD, _BODY = 2, 8
_BULLETS = frozenset("•●▪■")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision with its confidence (0 to 1) and the reason of the contract."""

    is_report: bool
    confidence: float
    reason: str


def judge(found: Mapping[str, float]) -> Verdict:
    """Weigh the article's signals."""
    total = weigh.points("verdict", found)
    confidence = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) if found["moves"] else 0.0
    is_report = confidence >= LIKELY
    return Verdict(is_report, confidence, "completed exchange" if is_report else _why_not(found))


def _why_not(found: Mapping[str, float]) -> str:
    if found["moves"] == 0 or found["sides"] == 0:
        return "no exchange"
    # A story about somebody freed, an interview or an anniversary tells of the past whatever its tense.
    story = any(found.get(f"{part}_{word}") for part in ("title", "lead") for word in ("topic.feature", "time.past"))
    weight = {
        "denied or failed": found["any_failed"],
        "planned or negotiated only": found["any_planned"],
        "past exchange only": found["any_past"] + (found["any_told"] if story else 0.0),
    }
    best = max(weight, key=lambda reason: weight[reason])
    return best if weight[best] else "no exchange"


def signals(readings: Sequence[Reading]) -> dict[str, float]:
    """Named features between 0 and about 3, the same for every language."""
    title = [r for r in readings if r.sentence.title]
    text = [r for r in readings if not r.sentence.title and r.sentence.end - r.sentence.start >= _SHORTEST]
    if any(move.told for reading in title for move in reading.moves):  # other news of the day, listed under the title's
        text = [reading for reading in text if reading.sentence.text[:1] not in _BULLETS]
    lead, body = text[:_LEAD], text[_LEAD:_BODY]
    early = [*title, *lead]
    known = is_of_a_swap(early) or any(is_relevant(reading, move) for reading in early for move in reading.moves)
    out = {"bias": 1.0, "untitled": float(not title), "brief": float(not text)}
    for name, part in (("title", title), ("lead", lead), ("body", body)):
        out |= {f"{name}_{key}": value for key, value in _part_signals(part, known=known).items()}
    moves = [move for reading in readings for move in reading.moves if is_relevant(reading, move, known=known)]
    out["moves"] = min(3.0, float(len(moves)))
    out["any_failed"] = _share(moves, lambda move: move.mode is Mode.FAILED)
    out["any_planned"] = _share(moves, lambda move: move.mode in {Mode.PLANNED, Mode.AGREED})
    out["any_past"] = _share(moves, lambda move: move.scope is Scope.PAST)
    out["any_told"] = _share(moves, lambda move: move.told and not move.aside)
    out["sides"] = min(2.0, float(len(_camps(readings))))
    out["early_sides"] = min(2.0, float(len(_camps(early))))
    out["war"] = float(any(r.sentence.has("people", "prisoners_of_war", "soldiers") for r in early))
    out["captive"] = float(
        any(
            r.sentence.has("people", "prisoners_of_war", "prisoners", "hostages")
            or r.sentence.has("held", "captivity", "by", "taken")
            for r in early
        )
    )
    out["bodies"] = float(any(r.sentence.has("people", "bodies") for r in early))
    out["swap"] = float(any(r.sentence.has("swap") for r in early))
    out["names"] = float(any(group.name and group.nation is not None for r in early for group in r.groups))
    out["names_paired"] = float(any(group.name and group.pair is not None for r in early for group in r.groups))
    out["mediated"] = float(any(r.sentence.has("mediation") for r in readings))
    out["accident"] = float(any(r.sentence.has("topic", "accident") for r in early))
    out["other_sense"] = float(any(r.sentence.has("other", "sense") for r in early))
    told = [move for reading in early for move in reading.moves if move.told]
    held = out["captive"] or out["bodies"] or out["title_in_return"] or out["lead_in_return"]
    out["nobody_held"] = float(not held)
    out["captor"] = float(any(frees_captives(reading, move) for reading in early for move in reading.moves))
    out["nobody_linked"] = float(not (out["title_linked"] or out["lead_linked"]))
    out["only_return"] = float(bool(told) and not out["captive"] and all(move.kind == "return" for move in told))
    out["repeats"] = _repeats(readings)
    out |= _directions(early)
    return out | _crime(early, out)


def _crime(early: Sequence[Reading], found: Mapping[str, float]) -> dict[str, float]:
    """Words of crime tell another story, but not where people are exchanged: whoever is swapped may be a convict."""
    words = min(3.0, float(sum(len(_of_crime(reading)) for reading in early)))
    swapped = found["back"] or any(
        found[f"{part}_{key}"] for part in ("title", "lead") for key in ("in_return", "freed_in_swap", "swap")
    )
    return {"crime_swapped" if swapped else "crime": words}


def _of_crime(reading: Reading) -> set[int]:
    """Where its words of crime stand; police officers who are freed are people, and no story of crime."""
    people = reading.sentence.of("people")
    marks = reading.sentence.of("topic", "crime")
    return {m.start for m in marks if not any(each.start <= m.start < each.end for each in people)}


def _directions(early: Sequence[Reading]) -> dict[str, float]:
    """Whether people are told to go from one named side to another, and whether some go the other way as well."""
    ways = set()
    for reading in early:
        for group in reading.groups:
            move = move_of(reading, group)
            if move is not None and move.told and (group.named or group.pair is not None):
                giver, receiver, _ = sides_in(reading, group, move)
                ways.add((camp(giver or ""), camp(receiver or "")))
    complete = {way for way in ways if all(way)}
    back = any(
        one != other and ((one[0] and one[0] == other[1]) or (one[1] and one[1] == other[0]))
        for one in ways
        for other in ways
    )
    paired = any(group.pair is not None for reading in early for group in reading.groups if _is_told(reading))
    return {
        "directed": float(bool(complete)),
        "half_directed": float(bool(ways)),
        "back": float(back),
        "paired": float(paired),
    }


def _is_told(reading: Reading) -> bool:
    return any(move.told for move in reading.moves)


def _share(moves: Sequence[Move], holds) -> float:  # type: ignore[no-untyped-def]
    return sum(map(holds, moves)) / len(moves) if moves else 0.0


def _part_signals(part: Sequence[Reading], *, known: bool) -> dict[str, float]:
    moves = [(reading, move) for reading in part for move in reading.moves if is_relevant(reading, move, known=known)]
    told = [(reading, move) for reading, move in moves if move.told]
    firm = [(reading, move) for reading, move in told if not move.aside]
    return {
        "told": float(bool(told)),
        "firm": float(bool(firm)),
        "fresh": float(any(move.scope is Scope.FRESH for _, move in firm)),
        "swap": float(any(move.kind == "swap" for _, move in told)),
        "counted": float(any(has_count(reading) for reading, _ in told)),
        "claimed": float(any(is_claimed(reading) for reading, _ in told)),
        "running": float(any(move.mode is Mode.RUNNING for _, move in told)),
        "agreed": float(any(move.mode is Mode.AGREED and move.scope is not Scope.PAST for _, move in moves)),
        "agreed_counted": float(any(move.mode is Mode.AGREED and has_count(reading) for reading, move in moves)),
        "planned": float(any(move.mode is Mode.PLANNED for _, move in moves)),
        "failed": float(any(move.mode is Mode.FAILED for _, move in moves)),
        "past": float(any(move.scope is Scope.PAST for _, move in moves)),
        "linked": float(any(is_linked(reading, move) for reading, move in firm)),
        "freed_in_swap": float(is_freed_in_swap(part)),
        "terms": float(any(has_terms(reading, move) for reading, move in moves)),
        "in_return": float(any(is_in_return(reading) for reading in part)),
        "governed": float(any(is_governed(reading, move) for reading, move in moves)),
        "told_of": float(any(is_told_of(reading, move) for reading, move in moves)),
        "epithet": float(any(is_epithet(reading, move) for reading, move in moves)),
        "question": float(any(_QUESTIONS.intersection(reading.sentence.text) for reading in part)),
        "quoted": float(bool(part) and part[0].sentence.text[:1] in _QUOTES),
        "still": float(bool(part) and not moves),
    } | {
        f"{mark.group}.{mark.key}": 1.0
        for reading in part
        for mark in reading.sentence.marks
        if (mark.group in _TELLING and not (mark.group == "time" and is_of_capture(mark, reading.sentence)))
        or (mark.group, mark.key) in _TELLING_COUNTS
    }


# The kinds of words whose mere presence in title, lead or body is a signal.
_TELLING = frozenset(
    {
        *("people", "single", "held", "swap", "release", "receive", "return", "held_event"),
        *("mode", "time", "said", "speaker", "mediation", "other"),
    }
)
_TELLING_COUNTS = frozenset(
    {
        *(("count", key) for key in ("each", "total", "same", "none", "vague")),
        *(("topic", key) for key in ("feature", "accident")),
    }
)

_QUESTIONS = frozenset("?？؟")
_QUOTES = frozenset("\"'“„«「『”")


def _camps(readings: Sequence[Reading]) -> set[str]:
    """The sides named in sentences about movements."""
    return {
        camp(actor.party)
        for reading in readings
        if any(is_relevant(reading, move, known=True) for move in reading.moves)
        for actor in reading.actors
        if not is_organisation(actor.party)
    }


def _repeats(readings: Sequence[Reading]) -> float:
    """How often the most repeated figure of freed people is told, less one."""
    counts: dict[int, int] = {}
    for reading in readings:
        if any(move.told for move in reading.moves):
            for group in reading.groups:
                if group.named and not group.part:
                    counts[group.count] = counts.get(group.count, 0) + 1
    return min(2.0, float(max(counts.values(), default=1) - 1))
