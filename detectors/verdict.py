"""Whether the article's own news is an exchange: signals from title, lead and body, weighed together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detectors import weigh
from detectors.parties import Part, camp, is_organisation
from detectors.sides import Reading, move_of, sides_in
from detectors.status import Mode, Move, Scope

# Sentences of fewer words are datelines, bylines and captions.
_SHORTEST = 5
_LEAD, _BODY = 2, 8


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision with its confidence (0 to 1) and the reason of the contract."""

    is_report: bool
    confidence: float
    reason: str


def judge(readings: Sequence[Reading]) -> Verdict:
    """Weigh the article's signals; weights.toml says how each was fitted."""
    found = signals(readings)
    total = weigh.points("verdict", found)
    confidence = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) if found["moves"] else 0.0
    return Verdict(confidence >= 0.5, confidence, "completed exchange" if confidence >= 0.5 else _why_not(found))


def _why_not(found: Mapping[str, float]) -> str:
    best = max(("failed", "planned", "past"), key=lambda name: found[f"any_{name}"])
    if found["moves"] == 0:
        return "no exchange"
    if found["any_" + best] == 0 or found["sides"] == 0:
        return "no exchange"
    return {"failed": "denied or failed", "planned": "planned or negotiated only", "past": "past exchange only"}[best]


def signals(readings: Sequence[Reading]) -> dict[str, float]:
    """Named features between 0 and about 3, the same for every language."""
    title = [r for r in readings if r.sentence.title]
    text = [r for r in readings if not r.sentence.title and r.sentence.end - r.sentence.start >= _SHORTEST]
    lead, body = text[:_LEAD], text[_LEAD:_BODY]
    early = [*title, *lead]
    known = any(is_relevant(reading, move) for reading in early for move in reading.moves)
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
            r.sentence.has("people", "prisoners_of_war", "prisoners", "hostages") or r.sentence.has("held", "captivity")
            for r in early
        )
    )
    out["bodies"] = float(any(r.sentence.has("people", "bodies") for r in early))
    out["swap"] = float(any(r.sentence.has("swap") for r in early))
    out["names"] = float(any(group.name and group.nation is not None for r in early for group in r.groups))
    out["names_paired"] = float(any(group.name and group.pair is not None for r in early for group in r.groups))
    out["mediated"] = float(any(r.sentence.has("mediation") for r in readings))
    out["crime"] = min(3.0, sum(len({m.start for m in r.sentence.of("topic", "crime")}) for r in early))
    out["accident"] = float(any(r.sentence.has("topic", "accident") for r in early))
    out["other_sense"] = float(any(r.sentence.has("other", "sense") for r in early))
    out["repeats"] = _repeats(readings)
    out |= _directions(early)
    return out


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
        "counted": float(any(_has_count(reading) for reading, _ in told)),
        "claimed": float(any(_is_claimed(reading) for reading, _ in told)),
        "running": float(any(move.mode is Mode.RUNNING for _, move in told)),
        "agreed": float(any(move.mode is Mode.AGREED and move.scope is not Scope.PAST for _, move in moves)),
        "agreed_counted": float(any(move.mode is Mode.AGREED and _has_count(reading) for reading, move in moves)),
        "planned": float(any(move.mode is Mode.PLANNED for _, move in moves)),
        "failed": float(any(move.mode is Mode.FAILED for _, move in moves)),
        "past": float(any(move.scope is Scope.PAST for _, move in moves)),
        "talk": float(any(reading.sentence.has("mode", "talk") for reading in part)),
        "hope": float(any(reading.sentence.has("mode", "planned") for reading in part)),
        "bad": float(any(reading.sentence.has("mode", "failed") for reading in part)),
        "feature": float(any(reading.sentence.has("topic", "feature") for reading in part)),
        "still": float(bool(part) and not moves),
    } | {
        f"{mark.group}.{mark.key}": 1.0 for reading in part for mark in reading.sentence.marks if mark.group in _TELLING
    }


# The kinds of words whose mere presence in title, lead or body is a signal.
_TELLING = frozenset(
    {
        *("count", "people", "single", "held", "swap", "release", "receive", "return", "held_event"),
        *("mode", "time", "said", "speaker", "mediation", "other", "topic"),
    }
)


def is_relevant(reading: Reading, move: Move, *, known: bool = False) -> bool:
    """Whether a verb moves people that sides hold of each other; `known`: title or lead have said so."""
    sentence = reading.sentence
    if known and (move.kind == "swap" or sentence.has("people") or any(group.named for group in reading.groups)):
        return True
    if sentence.has("people", *_CAPTIVES) or sentence.has("held", "captivity"):
        return True
    parts = {actor.part for actor in reading.actors}
    if move.kind == "swap":
        people = (
            sentence.has("people", *_OTHERS)
            or sentence.has("single", "person")
            or any(group.name for group in reading.groups)
        )
        return bool(parts) and (people or any(g.nation is not None for g in reading.groups))
    if move.kind == "release" and parts and sentence.has("swap"):
        return True
    directed = bool(parts & {Part.TO, Part.FROM, Part.HOLDER}) and Part.NATION in parts
    people = sentence.has("people", *_OTHERS) or any(group.nation is not None for group in reading.groups)
    return people and (directed or len({camp(actor.party) for actor in reading.actors}) >= 2)


_CAPTIVES = ("prisoners_of_war", "prisoners", "hostages", "bodies")
_OTHERS = ("soldiers", "civilians", "children", "persons")


def _has_count(reading: Reading) -> bool:
    return any(group.named and not group.single and not group.part for group in reading.groups)


def _is_claimed(reading: Reading) -> bool:
    return reading.sentence.has("said") and (
        reading.sentence.has("speaker") or any(actor.part is Part.SPEAKER for actor in reading.actors)
    )


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
