"""Which numbers are the event's own: what speaks for and against each figure of the article, by name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from detectors.groups import Group
from detectors.parties import Part, camp, is_organisation
from detectors.sides import Reading, move_of
from detectors.status import Move
from detectors.types import Category, Qualifier

LIVING = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED, None})


def family(category: Category | None) -> Category | None:
    """What may not be confused: the living, children, civilians, hostages, bodies."""
    return Category.PRISONERS if category in LIVING else category


@dataclass(frozen=True, slots=True)
class Figure:
    """A group of people that may be one of the event's movements, with the verb that governs it."""

    group: Group
    reading: Reading
    move: Move | None
    signals: dict[str, float]


def read_figures(readings: Sequence[Reading]) -> list[Figure]:
    """Every number of people in the article with what speaks for and against it."""
    found = [
        (group, reading, move)
        for reading in readings
        for group in reading.groups
        if _counts(group, move := move_of(reading, group), reading)
    ]
    crowd = _Crowd([(group, reading) for group, reading, _ in found])
    return [
        Figure(group, reading, move, dict(_signals(group, reading, move)) | crowd.signals(group, reading))
        for group, reading, move in found
    ]


def _counts(group: Group, move: Move | None, reading: Reading) -> bool:
    """Whether a number can be people at all: named as such, or one of a pair, or "each", or told of a party."""
    if group.named:
        return True
    return bool(reading.moves) or (group.pair is not None and reading.groups[group.pair].named)


def place_of(reading: Reading) -> str:
    """Where the sentence stands: news is told from the top."""
    if reading.sentence.title:
        return "title"
    order = reading.sentence.order
    return "lead" if order <= 1 else "second" if order == 2 else "upper" if order <= 5 else "lower"


def _signals(group: Group, reading: Reading, move: Move | None) -> Iterator[tuple[str, float]]:
    sentence = reading.sentence
    yield "bias", 1.0
    yield f"at.{place_of(reading)}", 1.0
    yield f"of.{family(group.category) if group.category else 'no_kind' if group.named else 'unnamed'}", 1.0
    if move is not None:
        yield f"mode.{move.mode}", 1.0
        yield f"scope.{move.scope}", 1.0
        yield f"verb.{move.kind}", 1.0
        yield f"aside.{move.aside}", 1.0
        yield f"gap.{min(3, _gap(group, move) // 4)}", 1.0
    else:
        yield "verb.none", 1.0
    for name in ("part", "rank", "single", "each", "total", "own", "named", "name", "same"):
        if getattr(group, name):
            yield name, 1.0
    if group.nation is not None:
        yield "nation", 1.0
    if group.pair is not None:
        yield "paired", 1.0
        yield f"partner.{'named' if reading.groups[group.pair].named else 'bare'}", 1.0
    if group.out_of is not None:
        yield "out_of", 1.0
    if any(actor.end == group.start or 0 <= actor.start - group.end <= 1 for actor in reading.actors):
        yield "beside_party", 1.0
    yield f"exactness.{group.qualifier}", 1.0
    yield f"size.{_size(group.count)}", 1.0
    if group.count == 1:
        yield f"one.{'single' if group.single else 'named' if group.named else 'bare'}", 1.0
    low, high = sentence.clause(group.start)
    since = [mark.start for mark in sentence.of("time", "since")]
    if any(low <= at < high for at in since):
        yield "since.clause", 1.0
    elif since:
        yield "since.sentence", 1.0
    if reading.recap:
        yield "recap.before", 1.0
    if any(mark.start <= group.start for mark in sentence.of("time", "recap")):
        yield "recap.here", 1.0
    if any(-1 <= mark.start - group.end <= 2 or 0 <= group.start - mark.end <= 2 for mark in sentence.of("held", "taken")):
        yield "taken", 1.0
    if sentence.has("mode", "planned") or sentence.has("mode", "will"):
        yield "modal", 1.0
    if sentence.has("said"):
        yield "said", 1.0
    sides = {camp(actor.party) for actor in reading.actors if not is_organisation(actor.party)}
    yield f"sides.{min(2, len(sides))}", 1.0
    if any(number.ordinal for number in sentence.numbers):
        yield "ordinal", 1.0


def _gap(group: Group, move: Move) -> int:
    return max(0, group.start - move.mark.end, move.mark.start - group.end)


def _size(count: int) -> str:
    return "none" if count == 0 else "one" if count == 1 else "few" if count < 6 else "tens" if count < 100 else "many"


class _Crowd:
    """The article's figures seen together: repeated ones, sums, parts, the largest."""

    def __init__(self, found: Sequence[tuple[Group, Reading]]) -> None:
        self._times = Counter((group.count, _dead(group)) for group, _ in found)
        self._titled = {group.count for group, reading in found if reading.sentence.title}
        upper = [g.count for g, r in found if g.named and place_of(r) != "lower" and not r.recap]
        self._largest = max(upper, default=0)
        self._counted = any(g.named and not g.single and g.count > 1 for g, r in found if place_of(r) != "lower")
        self._first = next((group for group, reading in found if group.named and not reading.sentence.title), None)
        counts = sorted({g.count for g, r in found if g.count and not r.recap}, reverse=True)[:_COMPARED]
        self._sums = {one + other: (one, other) for one, other in combinations(counts, 2)}
        self._doubles = {2 * count for count in counts}
        self._summands = {each for total, pair in self._sums.items() if total in counts for each in pair}
        self._near: dict[int, set[int]] = {}
        for group, reading in found:
            self._near.setdefault(id(reading), set()).add(group.count)
        self._beside = {
            (one + other, sentence)
            for sentence, each in self._near.items()
            for one, other in combinations(sorted(each, reverse=True)[:_COMPARED], 2)
            if other
        }

    def signals(self, group: Group, reading: Reading) -> dict[str, float]:
        out: dict[str, float] = {"again": float(min(2, self._times[group.count, _dead(group)] - 1))}
        if group.count in self._titled and not reading.sentence.title:
            out["titled"] = 1.0
        elif self._titled and not reading.sentence.title:
            out["untitled"] = 1.0
        if group.count == self._largest and group.count > 1:
            out["largest"] = 1.0
        elif self._largest and group.count > self._largest:
            out["beyond"] = 1.0
        if group is self._first:
            out["first"] = 1.0
        if group.single and self._counted:
            out["single.counted"] = 1.0
        if group.count in self._sums:
            out["sum"] = 1.0
            if set(self._sums[group.count]) <= self._near[id(reading)]:
                out["sum.near"] = 1.0
        elif group.qualifier is not Qualifier.EXACT and any(is_about(group.count, total) for total in self._sums):
            out["sum.vague"] = 1.0
        if any(total == group.count and sentence != id(reading) for total, sentence in self._beside):
            out["sum.apart"] = 1.0
        if group.count in self._doubles:
            out["double"] = 1.0
        if group.count in self._summands:
            out["summand"] = 1.0
        return out


# So many of the largest figures are tried as summands.
_COMPARED = 10


def is_about(vague: int, exact: int) -> bool:
    """Whether "nearly 200" or "more than 200" may stand for the figure."""
    return vague * 0.9 <= exact <= vague * 1.2


def _dead(group: Group) -> bool:
    return group.category is Category.BODIES


def both_ways(group: Group, reading: Reading) -> dict[str, float]:
    """What tells that a figure holds for each side, or for both together."""
    sentence = reading.sentence
    out = {}
    low, high = sentence.clause(group.start, hard=True)
    subjects = {
        camp(a.party)
        for a in reading.actors
        if low <= a.start < high and a.part in {Part.BARE, Part.BETWEEN, Part.BY} and not is_organisation(a.party)
    }
    if len(subjects) >= 2:
        out["two_subjects"] = 1.0
    if group.each:
        out["each"] = 1.0
    if group.total:
        out["total"] = 1.0
    if group.pair is not None:
        partner = reading.groups[group.pair]
        same = partner.count == group.count
        out["pair.same" if same else "pair.other"] = 1.0
        if same and group.nation is None and partner.nation is None:
            out["pair.same.nameless"] = 1.0
    for name in ("nation", "own", "same", "name", "part"):
        if getattr(group, name):
            out[name] = 1.0
    if sentence.has("swap"):
        out["swap"] = 1.0
        if group.nation is None and len(subjects) >= 2:
            out["swap.two"] = 1.0
    if group.qualifier is not Qualifier.EXACT:
        out["inexact"] = 1.0
    if group.count % 2:
        out["odd"] = 1.0
    if sentence.title:
        out["title"] = 1.0
    if any(a.part in {Part.TO, Part.FROM, Part.HOLDER} for a in reading.actors):
        out["directed"] = 1.0
    return out
