"""Directed movements: who gave whom back to whom, and how many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detectors.groups import Group
from detectors.parties import Actor, Part, is_organisation
from detectors.reading import Sentence
from detectors.status import Mode, Move, Scope
from detectors.types import Category, Part as Breakdown, Qualifier, Span, Transfer

LIVING = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED})


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that was found in it."""

    sentence: Sentence
    actors: tuple[Actor, ...]
    groups: tuple[Group, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A counted group that may be one of the event's movements; None for a side that its sentence leaves open."""

    giver: str | None
    receiver: str | None
    group: Group
    reading: Reading
    move: Move | None
    score: float
    both: bool = False

    @property
    def count(self) -> int:
        """The figure itself."""
        return self.group.count or 0

    @property
    def family(self) -> Category | None:
        """What may not be confused: the living, children, civilians, hostages, bodies."""
        category = self.group.category
        return Category.PRISONERS if category in LIVING else category


def nearest_move(reading: Reading, group: Group) -> Move | None:
    """The movement that a group belongs to: of its own clause, else of its sentence."""
    low, high = reading.sentence.clause(group.start)
    inside = [move for move in reading.moves if low <= move.mark.start < high]
    hard = reading.sentence.clause(group.start, hard=True)
    pool = inside or [move for move in reading.moves if hard[0] <= move.mark.start < hard[1]]
    return min(pool, key=lambda move: _distance(move, group), default=None)


def _distance(move: Move, group: Group) -> tuple[int, int]:
    rank = {Mode.DONE: 0, Mode.RUNNING: 0, Mode.AGREED: 0, Mode.PLANNED: 0, Mode.FAILED: 0, Mode.NAMED: 12}[move.mode]
    gap = group.start - move.mark.end if move.mark.end <= group.start else move.mark.start - group.end
    return max(0, gap) + rank, 0


def sides(reading: Reading, group: Group, move: Move | None) -> tuple[str | None, str | None]:
    """(giver, receiver) of one group as its own sentence tells it."""
    giver: Counter[str] = Counter()
    receiver: Counter[str] = Counter()
    low, high = reading.sentence.clause(group.start)
    if group.nation is not None:
        receiver[group.nation] += 40
    for actor in reading.actors:
        weight = 10 if low <= actor.start < high else 4
        gives, gets = _evidence(actor, group, move, reading)
        giver[actor.party] += int(gives * weight)
        receiver[actor.party] += int(gets * weight)
    for party in list(giver):
        if is_organisation(party):
            del giver[party]
            receiver.pop(party, None)
    return _settle(+giver, +receiver)


def _settle(giver: Counter[str], receiver: Counter[str]) -> tuple[str | None, str | None]:
    """The strongest giver and receiver that are not the same party."""
    pairs = [
        (gives + gets, one, other)
        for one, gives in [*giver.items(), (None, 0)]
        for other, gets in [*receiver.items(), (None, 0)]
        if one is None or one != other
    ]
    _, one, other = max(pairs, key=lambda pair: (pair[0], str(pair[2]), str(pair[1])))
    return one, other


def _evidence(actor: Actor, group: Group, move: Move | None, reading: Reading) -> tuple[float, float]:
    """How much one mention makes its party the giver and the receiver of this group."""
    if actor.part is Part.NATION:
        touching = group.start - 2 <= actor.start <= group.end + 2
        return (0.0, 4.0) if touching else (0.0, 0.3)
    if actor.part is Part.HOLDER:
        return 3.0, 0.0
    if actor.part is Part.TO:
        return 0.0, 3.0
    if actor.part is Part.FROM:
        return 3.0, 0.0
    if actor.part is Part.SPEAKER:
        return 0.0, 0.8
    return _subject(actor, group, move)


def _subject(actor: Actor, group: Group, move: Move | None) -> tuple[float, float]:
    """What a bare or agent mention says, by the kind of verb that governs it."""
    if move is None:
        return 0.0, 0.5
    before = actor.start < move.mark.start or actor.part is Part.BY
    strong = 2.0 if before else 1.2
    if move.kind == "release":
        return strong, 0.0
    if move.kind == "receive":
        return 0.0, strong + 0.5
    if move.kind == "return":
        if group.own:
            return 0.0, 2.0
        if group.nation is not None and group.nation != actor.party:
            return 1.5, 0.0
        return 0.0, 1.0
    return (0.0, 2.0) if group.own else (0.0, 0.0)


def candidates(readings: Sequence[Reading], pair: tuple[str, ...]) -> list[Candidate]:
    """Every counted group that may be a movement, with its sides filled in from the event's two parties."""
    out: list[Candidate] = []
    for reading in readings:
        for group in reading.groups:
            move = nearest_move(reading, group)
            if not _counts(group, move, reading):
                continue
            giver, receiver = sides(reading, group, move)
            out.append(
                Candidate(
                    giver, receiver, group, reading, move, score(reading, group, move), both=_goes_both_ways(group, reading)
                )
            )
    out = _reversed_pairs(out)
    return [_completed(candidate, pair) for candidate in _repeated(out)]


def _counts(group: Group, move: Move | None, reading: Reading) -> bool:
    """Whether a number can be people at all: named as such, or one of a pair, or "each" beside a movement."""
    if group.number is None or group.number.year and not group.named:
        return False
    if group.named:
        return True
    if group.pair is not None:
        partner = reading.groups[group.pair]
        return partner.named or move is not None or reading.sentence.has("swap")
    return (group.each and move is not None) or (
        move is not None and any(actor.end == group.start for actor in reading.actors)
    )


def _goes_both_ways(group: Group, reading: Reading) -> bool:
    if group.each:
        return True
    if group.pair is None:
        return False
    partner = reading.groups[group.pair]
    return partner.count == group.count and group.nation is None and partner.nation is None


# Where the news stands: title and lead first (inverted pyramid).
_PLACE = (30, 30, 22, 16, 12, 10, 8, 6)
_MODE = {Mode.DONE: 10, Mode.RUNNING: 8, Mode.AGREED: 2, Mode.NAMED: 0, Mode.PLANNED: -25, Mode.FAILED: -30}
_SCOPE = {Scope.FRESH: 8, Scope.OPEN: 0, Scope.COMING: 0, Scope.PAST: -35}


def score(reading: Reading, group: Group, move: Move | None) -> float:
    """How likely the group's number is the event's own."""
    order = reading.sentence.order
    points = float(_PLACE[order] if order < len(_PLACE) else 4)
    points += 8 if group.named else 0
    points -= 25 if group.part else 0
    points += 6 if group.each or group.pair is not None else 0
    points -= 4 if group.qualifier is not Qualifier.EXACT else 0
    if move is None:
        points -= 12
    else:
        points += _MODE[move.mode] + _SCOPE[move.scope]
    low, high = reading.sentence.clause(group.start)
    if any(low <= mark.start < high for mark in reading.sentence.of("time", "since")):
        points -= 25
    elif reading.sentence.has("time", "since"):
        points -= 10
    if reading.sentence.has("time", "recap"):
        points -= 15
    if (group.count or 0) == 1 and group.category is None:
        points -= 25
    return points


def _reversed_pairs(found: list[Candidate]) -> list[Candidate]:
    """In "three for 369" the second group goes the other way."""
    out = []
    for candidate in found:
        partner_index = candidate.group.pair
        if partner_index is not None and not candidate.both:
            other_group = candidate.reading.groups[partner_index]
            other = next((c for c in found if c.reading is candidate.reading and c.group is other_group), None)
            if other is not None:
                candidate = _against(candidate, other)
        out.append(candidate)
    return out


def _against(candidate: Candidate, other: Candidate) -> Candidate:
    """The sides of a group whose partner's nation settles them."""
    if candidate.group.nation is not None or other.group.nation is None:
        if candidate.group.nation is not None and other.group.nation not in (None, candidate.group.nation):
            return replace(candidate, giver=candidate.giver or other.group.nation, receiver=candidate.group.nation)
        return candidate
    receiver = other.giver if other.giver != other.group.nation else None
    return replace(candidate, giver=other.group.nation, receiver=receiver)


def _completed(candidate: Candidate, pair: tuple[str, ...]) -> Candidate:
    """Fill the side that the sentence leaves open with the event's other party."""
    giver, receiver = candidate.giver, candidate.receiver
    if candidate.both or len(pair) < 2:
        return candidate
    if receiver is None and giver in pair:
        receiver = next(party for party in pair if party != giver)
    if giver is None and receiver in pair:
        giver = next(party for party in pair if party != receiver)
    return replace(candidate, giver=giver, receiver=receiver)


def _repeated(found: list[Candidate]) -> list[Candidate]:
    """A figure told twice weighs more."""
    times = Counter(candidate.count for candidate in found if candidate.score > 0)
    return [replace(c, score=c.score + 6 * min(2, times[c.count] - 1)) for c in found]


THRESHOLD = 12.0


def choose(found: Sequence[Candidate], pair: tuple[str, ...]) -> list[Transfer]:
    """The event's movements: for each direction and family the likeliest figure."""
    good = [candidate for candidate in found if candidate.score >= THRESHOLD]
    taken: dict[tuple[str, str, Category | None], Candidate] = {}
    for candidate in sorted(good, key=lambda c: -c.score):
        for giver, receiver in _directions(candidate, pair):
            family = candidate.family or Category.PRISONERS
            key = (giver, receiver, family)
            if key not in taken and not _is_sum(candidate, good):
                taken[key] = candidate
    out = [_transfer(giver, receiver, candidate) for (giver, receiver, _), candidate in taken.items()]
    return out or _joint(good, pair)


def _directions(candidate: Candidate, pair: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    if candidate.both and len(pair) == 2:
        return [(pair[0], pair[1]), (pair[1], pair[0])]
    if candidate.giver and candidate.receiver:
        return [(candidate.giver, candidate.receiver)]
    return []


def _is_sum(candidate: Candidate, good: Sequence[Candidate]) -> bool:
    """Whether the figure is the total of two others, or twice one that goes both ways."""
    if candidate.group.category is Category.BODIES:
        return False
    both = any(other.both and other.count * 2 == candidate.count for other in good)
    return both and not candidate.both


def _joint(good: Sequence[Candidate], pair: tuple[str, ...]) -> list[Transfer]:
    """A total over both directions where nothing tells them apart."""
    best = max(good, key=lambda c: c.score, default=None)
    if best is None or len(pair) < 2:
        return []
    return [_transfer_of(tuple(sorted(pair)), tuple(sorted(pair)), best)]


def _transfer(giver: str, receiver: str, candidate: Candidate) -> Transfer:
    return _transfer_of((giver,), (receiver,), candidate)


def _transfer_of(giver: tuple[str, ...], receiver: tuple[str, ...], candidate: Candidate) -> Transfer:
    group, sentence = candidate.group, candidate.reading.sentence
    evidence: tuple[Span, ...] = (sentence.span(group.start, max(group.end, group.start + 1), "group"),)
    planned = candidate.move is not None and candidate.move.mode in {Mode.PLANNED, Mode.AGREED}
    breakdown: tuple[Breakdown, ...] = ()
    return Transfer(
        released_by=giver,
        returned_to=receiver,
        category=group.category or Category.PRISONERS,
        count=candidate.count,
        qualifier=group.qualifier,
        planned=planned,
        breakdown=breakdown,
        evidence=evidence,
    )
