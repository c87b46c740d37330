"""Which numbers are the event's own: what speaks for and against each figure of the article, by name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detectors.before import Before, befores
from detectors.parties import Actor, Part, camp, is_organisation
from detectors.people import Group
from detectors.sides import Reading, move_of
from detectors.status import Mode, Move
from detectors.types import Category, Qualifier

LIVING = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED, None})


def family(category: Category | None) -> Category | None:
    """What may not be confused: the living, children, civilians, hostages, bodies."""
    return Category.PRISONERS if category in LIVING else category


def living_of(readings: Sequence[Reading]) -> Category:
    """What people of no named kind are in this article: what it calls captives, prisoners of war before all others."""
    said = {mark.key for reading in readings for mark in reading.sentence.of("people")}
    return next((category for key, category in _CAPTIVES.items() if key in said), Category.PRISONERS)


_CAPTIVES = {
    "prisoners_of_war": Category.PRISONERS_OF_WAR,
    "soldiers": Category.PRISONERS_OF_WAR,
    "prisoners": Category.PRISONERS,
    "civilians": Category.CIVILIANS,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A group of people that may be one of the event's movements, with the verb that governs it."""

    group: Group
    reading: Reading
    move: Move | None
    signals: dict[str, float]
    before: Before | None  # what was told just before it


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
        Figure(group, reading, move, _signals(group, reading, move) | crowd.signals(group, reading), before)
        for (group, reading, move), before in zip(found, befores(found), strict=True)
    ]


def _counts(group: Group, move: Move | None, reading: Reading) -> bool:
    """Whether a number can be people at all: named as such, or one of a pair, or "each", or told of a party."""
    if group.named:
        return True
    if group.pair is not None and reading.groups[group.pair].named:
        return True
    return bool(reading.moves) or any(_is_goal(actor, group) for actor in reading.actors)


def place_of(reading: Reading) -> str:
    """Where the sentence stands: news is told from the top."""
    if reading.sentence.title:
        return "title"
    order = reading.sentence.order
    return "lead" if order <= 1 else "second" if order == 2 else "upper" if order <= 5 else "lower"


def _held(signals: Mapping[str, bool]) -> dict[str, float]:
    """The signals that hold."""
    return {name: 1.0 for name, holds in signals.items() if holds}


_FLAGS = ("part", "rank", "single", "each", "total", "own", "named", "name", "same")


def _signals(group: Group, reading: Reading, move: Move | None) -> dict[str, float]:
    sides = {camp(actor.party) for actor in reading.actors if not is_organisation(actor.party)}
    names = [
        "bias",
        f"at.{place_of(reading)}",
        f"of.{family(group.category) if group.category else 'no_kind' if group.named else 'unnamed'}",
        f"exactness.{group.qualifier}",
        f"size.{_size(group.count)}",
        f"sides.{min(2, len(sides))}",
        *_of_move(group, move),
        *(name for name in _FLAGS if getattr(group, name)),
    ]
    if group.pair is not None:
        partner = reading.groups[group.pair]
        names += ["paired", f"partner.{'named' if partner.named else 'bare'}"]
        names += ["even", f"even.{place_of(reading)}"] if partner.count == group.count > 1 else []
    if group.count == 1:
        names.append(f"one.{'single' if group.single else 'named' if group.named else 'bare'}")
        names += ["one.lone"] if group.single and group.nation is None and not _dead(group) else []
    return dict.fromkeys(names, 1.0) | _around(group, reading)


def _of_move(group: Group, move: Move | None) -> tuple[str, ...]:
    """What the verb that governs the figure says of it."""
    if move is None:
        return ("verb.none",)
    near = min(3, _gap(group, move) // 4)
    return f"mode.{move.mode}", f"scope.{move.scope}", f"verb.{move.kind}", f"aside.{move.aside}", f"gap.{near}"


def _around(group: Group, reading: Reading) -> dict[str, float]:
    """What the words around the figure say of it."""
    sentence = reading.sentence
    low, high = sentence.clause(group.start)
    since = [mark.start for mark in sentence.of("time", "since")]
    since_here = any(low <= at < high for at in since)
    taken, more = list(sentence.of("held", "taken")), list(sentence.of("count", "more"))
    return _held(
        {
            "nation": group.nation is not None,
            "out_of": group.out_of is not None,
            "beside_party": any(a.end == group.start or 0 <= a.start - group.end <= 1 for a in reading.actors),
            "since.clause": since_here,
            "since.sentence": bool(since) and not since_here,
            "recap.before": reading.recap,
            "recap.here": any(mark.start <= group.start for mark in sentence.of("time", "recap")),
            "taken": any(-1 <= m.start - group.end <= 2 or 0 <= group.start - m.end <= 2 for m in taken),
            "modal": sentence.has("mode", "planned", "will"),
            "said": sentence.has("said"),
            "in_return": sentence.has("count", "in_return"),
            "in_turn": sentence.has("count", "in_turn"),
            "sent": any(_is_goal(actor, group) for actor in reading.actors),
            "ordinal": any(number.ordinal for number in sentence.numbers),
            "today": sentence.has("time", "today"),
            "yesterday": sentence.has("time", "yesterday"),
            "also": any(low <= mark.start < high for mark in sentence.of("count", "also")),
            "more": any(0 <= group.start - mark.end <= 1 or 0 <= mark.start - group.end <= 1 for mark in more),
        }
    )


def _is_goal(actor: Actor, group: Group) -> bool:
    """Whether the mention tells where just this group went ("13 to Germany, three to the US")."""
    return actor.part is Part.TO and (0 <= actor.start - group.end <= 3 or 0 <= group.start - actor.end <= 1)


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
        counts = sorted({g.count for g, r in found if g.count and not (r.recap or _is_alone(g))}, reverse=True)[
            :_COMPARED
        ]
        self._sums = {one + other: (one, other) for one, other in combinations(counts, 2)}
        self._doubles = {2 * count for count in counts}
        self._summands = {each for total, pair in self._sums.items() if total in counts for each in pair}
        kinds: dict[Category | None, Group] = {}
        for group, _ in found:
            if group.category is not None and group.count > 1 and not (group.part or group.name):
                kinds.setdefault(family(group.category), group)
        self._firsts = set(map(id, kinds.values()))
        self._legs = _legs(found)
        self._listed = _listed(found) | _parted(found)
        self._near: dict[int, set[int]] = {}
        for group, reading in found:
            if not _is_alone(group):
                self._near.setdefault(id(reading), set()).add(group.count)
        self._beside = {
            (one + other, sentence)
            for sentence, each in self._near.items()
            for one, other in combinations(sorted(each, reverse=True)[:_COMPARED], 2)
            if other
        }

    def signals(self, group: Group, reading: Reading) -> dict[str, float]:
        """What the other figures say of this one."""
        count, text = group.count, not reading.sentence.title
        pair = self._sums.get(count)
        vague = group.qualifier is not Qualifier.EXACT and pair is None
        return {"again": float(min(2, self._times[count, _dead(group)] - 1))} | _held(
            {
                "titled": count in self._titled and text,
                "untitled": bool(self._titled) and count not in self._titled and text,
                "largest": count == self._largest and count > 1,
                "beyond": 0 < self._largest < count,
                "first": group is self._first,
                "single.counted": group.single and self._counted,
                "sum": pair is not None,
                "sum.near": pair is not None and set(pair) <= self._near.get(id(reading), set()),
                "sum.vague": vague and any(is_about(count, total) for total in self._sums),
                "sum.apart": any(total == count and sentence != id(reading) for total, sentence in self._beside),
                "double": count in self._doubles,
                "summand": count in self._summands and count not in self._legs,
                "leg": count in self._legs,
                "listed": id(group) in self._listed,
                "total.legs": pair is not None and set(pair) <= self._legs,
                "first.kind": id(group) in self._firsts,
                "rank.alone": group.rank and not any(n > count for n in self._near.get(id(reading), ())),
            }
        )


def _listed(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The figures of one sentence that make up the one before them: "230: 213 men, 11 officers and 6"."""
    out: set[int] = set()
    for reading in {id(reading): reading for _, reading in found}.values():
        row = [group for group in reading.groups if group.count and not group.total]
        for i, whole in enumerate(row):
            for end in range(i + 3, min(len(row), i + _COMPARED) + 1):
                sent = any(actor.part is Part.TO and actor.start > whole.end for actor in reading.actors)
                parts = row[i + 1 : end]
                legs = any(part.pair is not None for part in parts) or any(
                    whole.end <= move.mark.start < parts[-1].start and move.mode is not Mode.NAMED
                    for move in reading.moves
                )
                if sum(part.count for part in parts) == whole.count and not sent and not legs:
                    out.update(map(id, parts))
    return out


def _nations(groups: Sequence[Group]) -> set[str]:
    """The camps whose people some figures are said to count."""
    return {camp(group.nation) for group in groups if group.nation is not None}


def _parted(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The figures in a row that make up one that another sentence told before: "13 officers, 20 men and 12"."""
    out: set[int] = set()
    told: set[int] = set()
    for reading in {id(reading): reading for _, reading in found}.values():
        row = [group for group in reading.groups if group.count and not group.total and (group.rank or not group.part)]
        for run in _runs(row):
            if sum(each.count for each in run) in told and _go_together(run, reading):
                out.update(map(id, run))
        told |= {group.count for group in row if group.named and group.count > 1}
    return out


def _runs(row: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Two or more neighbours at a time."""
    return (row[i:j] for i in range(len(row)) for j in range(i + 2, min(len(row), i + _COMPARED) + 1))


def _go_together(run: Sequence[Group], reading: Reading) -> bool:
    """Whether neighbours in a sentence are told of in one breath, so that nobody among them goes another way."""
    inside = range(run[0].end, run[-1].start)
    return (
        all(group.named and group.pair is None and group.qualifier is Qualifier.EXACT for group in run)
        and 2 * max(group.count for group in run) != sum(group.count for group in run)  # "100: 80 men and 20 women"
        and len(_nations(run)) < 2
        and not any(move.mark.start in inside and move.mode is not Mode.NAMED for move in reading.moves)
        and not any(actor.start in inside and actor.part is not Part.NATION for actor in reading.actors)
    )


def _legs(found: Sequence[tuple[Group, Reading]]) -> set[int]:
    """The figures of sentences in which people go both ways: "handed over 90 … and received 95"."""
    out: set[int] = set()
    told = [(group, reading, move_of(reading, group)) for group, reading in found if group.count and not group.part]
    for (one, reading, move), (other, there, back) in combinations(told, 2):
        if reading is not there or one.count == other.count:
            continue
        kinds = {each.kind for each in (move, back) if each is not None}
        nations = {camp(nation) for nation in (one.nation, other.nation) if nation is not None}
        if kinds == {"release", "receive"} or len(nations) > 1 or one.price != other.price:
            out |= {one.count, other.count}
    return out


# So many of the largest figures are tried as summands.
_COMPARED = 10


def is_about(vague: int, exact: int) -> bool:
    """Whether "nearly 200" or "more than 200" may stand for the figure."""
    return vague * 0.9 <= exact <= vague * 1.2


def rounds(round_one: int, exact: int) -> bool:
    """Whether the first is the second told in round hundreds: "four hundred" of 404."""
    return round_one % 100 == 0 and exact % 100 != 0 and 0 < abs(exact - round_one) <= round_one * 0.02


def _is_alone(group: Group) -> bool:
    """Whether it is one person by a noun alone, who is no summand: two and a diplomat are not three."""
    return group.single and not group.name and group.count == 1


def _dead(group: Group) -> bool:
    return group.category is Category.BODIES


def both_ways(group: Group, reading: Reading) -> dict[str, float]:
    """What tells that a figure holds for each side, or for both together."""
    sentence = reading.sentence
    low, high = sentence.clause(group.start, hard=True)
    subjects = {
        camp(a.party)
        for a in reading.actors
        if low <= a.start < high and a.part in {Part.BARE, Part.BETWEEN, Part.BY} and not is_organisation(a.party)
    }
    partner = reading.groups[group.pair] if group.pair is not None else None
    same = partner is not None and partner.count == group.count
    nameless = group.nation is None and (partner is None or partner.nation is None)
    swap, two = sentence.has("swap"), len(subjects) >= 2
    return _held(
        {name: bool(getattr(group, name)) for name in ("each", "total", "nation", "own", "same", "name", "part")}
        | {
            "two_subjects": two,
            "pair.same": same,
            "pair.other": partner is not None and not same,
            "pair.same.nameless": same and nameless,
            "swap": swap,
            "swap.two": swap and two and group.nation is None,
            "inexact": group.qualifier is not Qualifier.EXACT,
            "odd": group.count % 2 == 1,
            "title": sentence.title,
            "directed": any(a.part in {Part.TO, Part.FROM, Part.HOLDER} for a in reading.actors),
        }
    )
