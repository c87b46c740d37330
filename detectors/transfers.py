"""Directed movements: which figures are the event's own, and who gave whom back to whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from detectors.groups import Group
from detectors.parties import Part, camp, is_group, takes_hostages
from detectors.sides import Reading, Sides, move_of, sides_in
from detectors.status import Mode, Move, Scope
from detectors.types import Category, Qualifier, Transfer
from detectors.types import Part as Share

LIVING = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group that may be one of the event's movements; None for a side that nothing tells."""

    giver: str | None
    receiver: str | None
    group: Group
    reading: Reading
    move: Move | None
    score: float
    both: bool = False
    strength: int = 0  # how firmly its own sentence tells the direction

    @property
    def count(self) -> int:
        """The figure itself."""
        return self.group.count

    @property
    def family(self) -> Category | None:
        """What may not be confused: the living, children, civilians, hostages, bodies."""
        category = self.group.category
        return Category.PRISONERS if category in LIVING else category


def candidates(readings: Sequence[Reading], sides: Sides) -> list[Candidate]:
    """Every group that may be a movement, with its sides filled in from the event's parties."""
    out: list[Candidate] = []
    for reading in readings:
        found = []
        for group in reading.groups:
            move = move_of(reading, group)
            if _counts(group, move, reading):
                giver, receiver, strength = sides_in(reading, group, move)
                both = _both_ways(group, reading)
                points = score(reading, group, move)
                found.append(Candidate(giver, receiver, group, reading, move, points, both, strength))
        out += [_against(candidate, found) for candidate in found]
    out = _summed(out)
    return [_completed(candidate, sides) for candidate in _repeated(out)]


def _counts(group: Group, move: Move | None, reading: Reading) -> bool:
    """Whether a number can be people at all: named as such, or one of a pair, or "each", or told of a party."""
    if group.named:
        return True
    if group.pair is not None:
        return reading.groups[group.pair].named or move is not None or reading.sentence.has("swap")
    if move is None:
        return False
    return (
        group.each
        or group.total
        or any(actor.end == group.start or actor.start == group.end + 1 for actor in reading.actors)
    )


def _both_ways(group: Group, reading: Reading) -> bool:
    if group.each:
        return True
    if group.own:  # "both spoke of 95 of their men"
        speakers = {camp(a.party) for a in reading.actors if a.part in {Part.SPEAKER, Part.BARE}}
        return group.nation is None and len(speakers) == 2 and all(a.start < group.start for a in reading.actors)
    if group.pair is None:
        return False
    partner = reading.groups[group.pair]
    return partner.count == group.count and group.nation is None and partner.nation is None


# Where the news stands: title and lead first (inverted pyramid).
_PLACE = (30, 30, 22, 16, 12, 10, 8, 6)
_MODE = {Mode.DONE: 10, Mode.RUNNING: 8, Mode.AGREED: 2, Mode.NAMED: 0, Mode.PLANNED: -25, Mode.FAILED: -30}
_SCOPE = {Scope.FRESH: 8, Scope.OPEN: 0, Scope.COMING: 0, Scope.PAST: -35}
THRESHOLD = 12.0


def score(reading: Reading, group: Group, move: Move | None) -> float:
    """How likely the group's number is the event's own."""
    sentence = reading.sentence
    points = float(_PLACE[sentence.order] if sentence.order < len(_PLACE) else 4)
    points += 8 if group.named else 0
    if group.count == 0:  # "received nobody" is a fact though it is negated
        return points + 10 if move is not None and move.scope is not Scope.PAST else -30.0
    points -= 25 if group.part else 0
    points -= 14 if group.single else 0
    points += 6 if group.each or group.pair is not None else 0
    points -= 4 if group.qualifier is not Qualifier.EXACT else 0
    if move is not None and not group.total:
        points += _MODE[move.mode] + _SCOPE[move.scope]
    elif group.pair is None or not (group.named and reading.groups[group.pair].named):
        points -= 12
    low, high = sentence.clause(group.start)
    if any(low <= mark.start < high for mark in sentence.of("time", "since")):
        points -= 25
    elif sentence.has("time", "since"):
        points -= 6
    if reading.recap or any(mark.start <= group.start for mark in sentence.of("time", "recap")):
        points -= 15
    if group.count == 1 and not group.single and group.category is None and group.nation is None:
        points -= 25
    return points


def _against(candidate: Candidate, found: Sequence[Candidate]) -> Candidate:
    """In "three for 369" the second group goes the other way than the first."""
    if candidate.group.pair is None or candidate.both:
        return candidate
    partner = candidate.reading.groups[candidate.group.pair]
    other = next((each for each in found if each.group is partner), None)
    mine, theirs = candidate.group.nation, partner.nation
    if other is None or (mine is None and theirs is None):
        return candidate if other is None else _opposed(candidate, other)
    if mine is None:
        receiver = other.giver if other.giver and camp(other.giver) != camp(theirs or "") else None
        return replace(candidate, giver=theirs, receiver=receiver)
    if theirs is not None and camp(theirs) != camp(mine):
        return replace(candidate, giver=candidate.giver or theirs, receiver=mine)
    return candidate


def _opposed(candidate: Candidate, other: Candidate) -> Candidate:
    """Without nations the nearer evidence settles the first group, and the second is its reverse."""
    if candidate.group.start < other.group.start or not (other.giver and other.receiver):
        return candidate
    return replace(candidate, giver=other.receiver, receiver=other.giver)


def _completed(candidate: Candidate, sides: Sides) -> Candidate:
    """Fill the side that the sentence leaves open: the other party of the pair, or what the whole article leans to."""
    if candidate.both or len(sides.pair) < 2:
        return replace(candidate, group=_of_kind(candidate.group, None, sides))
    giver, receiver = (None if p in sides.mediators else p for p in (candidate.giver, candidate.receiver))
    if receiver is None and giver is not None:
        receiver = _other(giver, sides)
    elif giver is None and receiver is not None:
        giver = _other(receiver, sides)
    elif giver is None and abs(sides.leaning) >= CLEAR_LEANING and not candidate.group.total:
        giver, receiver = sides.pair if sides.leaning > 0 else sides.pair[::-1]
    if giver is not None and is_group(camp(giver)) and camp(giver) in sides.mentioned:
        giver = camp(giver)
    return replace(candidate, giver=giver, receiver=receiver, group=_of_kind(candidate.group, giver, sides))


# How far the whole article must lean one way before it settles a figure that its own sentence leaves open.
CLEAR_LEANING = 6


def _of_kind(group: Group, giver: str | None, sides: Sides) -> Group:
    """The group with people of no named kind called what this giver's captives are called."""
    if giver is not None and takes_hostages(giver) and group.category in {None, Category.PRISONERS}:
        return replace(group, category=Category.HOSTAGES)
    return group if group.category is not None else replace(group, category=sides.living)


def _other(party: str, sides: Sides) -> str | None:
    others = [each for each in sides.pair if camp(each) != camp(party)]
    if len(others) == 1:
        return others[0]
    return next((each for each in (*sides.givers, *others) if camp(each) != camp(party)), None)


def _summed(found: list[Candidate]) -> list[Candidate]:
    """Parts marked as such where they add up to a total; ranks without a total become one."""
    out = list(found)
    by_reading: dict[int, list[Candidate]] = {}
    for candidate in found:
        by_reading.setdefault(id(candidate.reading), []).append(candidate)
    totals = {candidate.count for candidate in found}
    out = [_as_part(c) if c.group.out_of in totals else c for c in out]
    for members in by_reading.values():
        for run in _runs(members):
            total = sum(member.count for member in run)
            if total in totals:
                out = [_as_part(c) if c in run and c.count != total else c for c in out]
            elif all(member.group.rank for member in run):
                first = run[0]
                group = replace(first.group, count=total, end=run[-1].group.end, part=False, rank=False)
                out.append(replace(first, group=group, score=first.score + 15))
    return out


def _runs(members: list[Candidate]) -> Iterator[list[Candidate]]:
    """Two to four neighbouring groups of one sentence, longest first."""
    for size in (4, 3, 2):
        for start in range(len(members) - size + 1):
            run = members[start : start + size]
            if run[-1].group.start - run[0].group.end <= 14 * (size - 1) and all(m.group.pair is None for m in run):
                yield run


def _as_part(candidate: Candidate) -> Candidate:
    if candidate.group.part:
        return candidate
    return replace(candidate, group=replace(candidate.group, part=True), score=candidate.score - 25)


def _repeated(found: list[Candidate]) -> list[Candidate]:
    """A figure told twice weighs more."""
    times = Counter(candidate.count for candidate in found if candidate.score > 0 and not candidate.group.part)
    return [replace(c, score=c.score + 6 * min(2, max(0, times[c.count] - 1))) for c in found]


def choose(found: Sequence[Candidate], sides: Sides) -> list[Transfer]:
    """The event's movements: for each direction and family the likeliest figure."""
    likely = sorted((c for c in found if c.score >= THRESHOLD), key=lambda c: -c.score)
    good = [candidate for candidate in likely if not candidate.group.part] or likely
    taken: dict[tuple[str, str, Category | None], Candidate] = {}
    for candidate in good:
        for giver, receiver in _directions(candidate, sides.pair):
            if not _is_total(candidate, good) and not _is_taken(candidate, giver, receiver, taken):
                taken[giver, receiver, candidate.family] = candidate
    out = [_transfer((giver,), (receiver,), each, found, sides) for (giver, receiver, _), each in taken.items()]
    return out or _joint(good, found, sides)


def _is_taken(
    candidate: Candidate, giver: str, receiver: str, taken: dict[tuple[str, str, Category | None], Candidate]
) -> bool:
    """Whether a better candidate already tells of the same people, under the same or a vaguer name or direction."""
    for (other_giver, other_receiver, family), other in taken.items():
        same_count = other.count == candidate.count
        if (camp(other_giver), camp(other_receiver)) == (camp(giver), camp(receiver)):
            bodies = Category.BODIES in (family, candidate.family)
            if family == candidate.family or same_count or not (bodies or _beside(candidate, other)):
                return True
            continue
        unsure = camp(other_receiver) == camp(receiver) or (candidate.strength < FIRM and not other.both)
        if same_count and not candidate.both and unsure:
            return True
    return False


# The same figure the other way needs two cues of its own, or a nation's name beside it.
FIRM = 35


def _beside(candidate: Candidate, other: Candidate) -> bool:
    """Two kinds of people told of in one breath ("42 defenders and two civilians") are movements of their own."""
    return candidate.reading is other.reading and not candidate.group.part and candidate.score > THRESHOLD + 10


def _directions(candidate: Candidate, pair: tuple[str, ...]) -> list[tuple[str, str]]:
    if candidate.both and len(pair) == 2:
        return [(pair[0], pair[1]), (pair[1], pair[0])]
    if candidate.giver and candidate.receiver:
        return [(candidate.giver, candidate.receiver)]
    return []


def _is_total(candidate: Candidate, good: Sequence[Candidate]) -> bool:
    """Whether the figure is the sum over both sides of others that go one way each."""
    if candidate.both:
        return False
    if any(other.both and other.count * 2 == candidate.count for other in good):
        return True
    vague = any(c.count == candidate.count and c.group.qualifier is not Qualifier.EXACT for c in good)
    least, most = (int(candidate.count * 0.85), int(candidate.count * 1.25)) if vague else (candidate.count,) * 2
    directed = [c for c in good if c.giver and c.receiver and c.count < candidate.count and c is not candidate]
    return any(
        least <= sum(c.count for c in several) <= most and len({c.receiver for c in several}) == size
        for size in (2, 3)
        for several in combinations(directed[:_COMPARED], size)
        if all(c.count for c in several)
    )


# So many of the best figures are tried as summands.
_COMPARED = 8


def _joint(good: Sequence[Candidate], found: Sequence[Candidate], sides: Sides) -> list[Transfer]:
    """A total over both directions where nothing tells them apart."""
    best = next((candidate for candidate in good if not candidate.group.part), None)
    if best is None or len(sides.pair) < 2:
        return []
    both = tuple(sorted(sides.pair))
    return [_transfer(both, both, best, found, sides)]


def _transfer(
    givers: tuple[str, ...], receivers: tuple[str, ...], candidate: Candidate, found: Sequence[Candidate], sides: Sides
) -> Transfer:
    group, sentence = candidate.group, candidate.reading.sentence
    shares = _shares(candidate, found)
    category = group.category or sides.living
    if shares and category in LIVING and any(share.category is Category.CIVILIANS for share in shares):
        category = Category.MIXED
    return Transfer(
        released_by=givers,
        returned_to=receivers,
        category=category,
        count=candidate.count,
        qualifier=group.qualifier,
        planned=candidate.move is not None and candidate.move.mode in {Mode.PLANNED, Mode.AGREED},
        breakdown=shares,
        evidence=(sentence.span(group.start, group.end, "counted-group"),),
    )


def _shares(candidate: Candidate, found: Sequence[Candidate]) -> tuple[Share, ...]:
    """The named kinds among the total's parts: "seven of them civilians"."""
    kinds = {Category.CIVILIANS, Category.CHILDREN} - {candidate.group.category}
    shares: dict[Category, int] = {}
    for part in found:
        category = part.group.category
        if part.group.part and category in kinds and part.count < candidate.count and category is not None:
            shares.setdefault(category, part.count)
    return tuple(Share(category=category, count=count) for category, count in shares.items())
