"""Which side is which: who gives people up and who gets them back, in one sentence and in the whole article."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import wraps
from typing import Any, TypeVar

from detectors.actors import Actor
from detectors.parties import camp, is_group, is_organisation
from detectors.people import Group
from detectors.reading import Sentence
from detectors.records import dataclass
from detectors.roles import Part
from detectors.status import Mode, Move

T = TypeVar("T")
Sides = tuple[str | None, str | None, int]  # giver, receiver, strength


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that was found in it."""

    sentence: Sentence
    actors: tuple[Actor, ...]
    groups: tuple[Group, ...]
    moves: tuple[Move, ...]
    recap: bool = False  # follows on a sentence that looks back
    # What was asked of it and of its groups, by what and of which; each with its group, so that no other gets its id.
    kept: dict[tuple[object, int], tuple[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def sides(self) -> set[str]:
        """The camps that it names, without those that can only help."""
        return {camp(actor.party) for actor in self.actors if not is_organisation(actor.party)}


def kept(find: Callable[[Reading, Group], T]) -> Callable[[Reading, Group], T]:
    """The same function, which finds something out of each group of a sentence once, though several rules ask."""

    @wraps(find)
    def known(reading: Reading, group: Group) -> T:
        key = find, id(group)
        entry = reading.kept.get(key)
        if entry is None:
            entry = reading.kept[key] = group, find(reading, group)
        found: T = entry[1]
        return found

    return known


def once(find: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """The same function, which finds something out of each sentence once, whichever of its groups is asked about."""
    key = find, 0

    @wraps(find)
    def known(reading: Reading) -> T:
        entry = reading.kept.get(key)
        if entry is None:
            entry = reading.kept[key] = None, find(reading)
        found: T = entry[1]
        return found

    return known


@kept
def move_of(reading: Reading, group: Group) -> Move | None:
    """The movement that a group belongs to: of its own clause, else of the sentence between harder stops."""
    for hard in (False, True):
        low, high = reading.sentence.clause(group.start, hard=hard)
        inside = [move for move in reading.moves if low <= move.mark.start < high]
        if inside:
            joints = _ands(reading.sentence)
            nearest = min(inside, key=lambda move: _distance(move, group, joints))
            return _freeing(nearest, inside, group, joints) or nearest
    return _left_out(reading, group)


def _ands(sentence: Sentence) -> list[int]:
    """Where an "and" joins what stands around it, and is no part of "more than" (German "mehr als")."""
    rough = {at for mark in sentence.of("count", *_ROUGH) for at in range(mark.start, mark.end)}
    return [mark.start for mark in sentence.of("role", "and") if mark.start not in rough]


def _freeing(nearest: Move, inside: Sequence[Move], group: Group, joints: Sequence[int]) -> Move | None:
    """The verb that lets people go where the nearest only tells that so they are free: "lassen 150 Gefangene frei"."""
    if nearest.kind != "return" or nearest.mark.start < group.end:
        return None
    ahead = [move for move in inside if move.kind == "release" and move.mark.end <= group.start and move.told]
    joined = ahead and any(ahead[-1].mark.end <= at < nearest.mark.start for at in joints)
    return ahead[-1] if ahead and not joined else None


def _left_out(reading: Reading, group: Group) -> Move | None:
    """The movement that a clause with its subject alone goes on with: "Ukraine got back 130 people, Russia – 90"."""
    subject = any(opens(actor, group, reading.sentence) for actor in reading.actors)
    before = [move for move in reading.moves if move.mark.end <= group.start]
    counted = any(move.mark.start < each.start < group.start for move in before[-1:] for each in reading.groups)
    return before[-1] if subject and counted else None


def opens(actor: Actor, group: Group, sentence: Sentence) -> bool:
    """Whether a bare name stands right before people: "Russia – 90", "Russia – more than 90"."""
    rough = (mark.end - mark.start for mark in sentence.ending(group.start, "count") if mark.key in _ROUGH)
    at = group.start - max(rough, default=0)
    if actor.part is Part.NATION and is_group(actor.party):  # "… and the Houthi rebels 76"
        return any(mark.start == actor.end and mark.end == at for mark in sentence.of("people", "soldiers"))
    return actor.part is Part.BARE and 0 <= at - actor.end <= 1


_ROUGH = frozenset({"at_least", "at_most", "about", "more"})


def _distance(move: Move, group: Group, joints: Sequence[int]) -> int:
    gap = group.start - move.mark.end if move.mark.end <= group.start else move.mark.start - group.end
    # "… handed over 1,212 bodies and received 27": a verb behind an "and" governs what follows it; it may be one word.
    joined = any(group.end <= at <= move.mark.start for at in joints)
    return max(0, gap) + (12 if move.mode is Mode.NAMED else 0) + (12 if joined else 0)


@kept
def sides_in(reading: Reading, group: Group) -> Sides:
    """(giver, receiver, strength) of one group as its own sentence tells it."""
    move = move_of(reading, group)
    giver: dict[str, int] = {}
    receiver: dict[str, int] = {}
    low, high, heirs = governed(reading, group)
    if group.nation is not None:
        receiver[group.nation] = 40
    for actor in reading.actors:
        if is_organisation(actor.party):
            continue
        weight = 10 if low <= actor.start < high or actor in heirs else 3
        gives, gets = _evidence(actor, group, move)
        giver[actor.party] = giver.get(actor.party, 0) + int(gives * weight)
        receiver[actor.party] = receiver.get(actor.party, 0) + int(gets * weight)
    return _settle(giver, receiver)


@kept
def governed(reading: Reading, group: Group) -> tuple[int, int, list[Actor]]:
    """The tokens that a group's own verb governs, and the subject that it takes from the verb before it."""
    return governed_by(reading, group, move_of(reading, group))


def governed_by(reading: Reading, group: Group, move: Move | None) -> tuple[int, int, list[Actor]]:
    """The same for a verb that was found otherwise."""
    low, high = territory(reading, group, move)
    return low, high, inherited(reading, low, high)


def is_head(actor: Actor, sentence: Sentence) -> bool:
    """Whether a sentence only opens with it, before a colon or brackets: "Vienna: 14 swapped", "Kyiv: 230 are home"."""
    opens = actor.part is Part.BARE and actor.start - sentence.start <= 1
    return opens and sentence.word(actor.end) in {":", "("}


def territory(reading: Reading, group: Group, move: Move | None) -> tuple[int, int]:
    """The tokens that a group's own verb governs: its clause, cut where another finite verb's reach begins."""
    low, high = reading.sentence.clause(group.start, hard=move is not None)
    turns = _turns(reading)
    for at in turns:  # "… handed Ukraine 1,212 bodies, in return it got 27"
        if any(each.end <= at < group.start for each in reading.groups if each is not group):
            low = max(low, at)
    near, until = reading.sentence.clause(group.start) if turns else (low, high)
    if any(group.end <= at < until for at in turns) and any(each.end <= near for each in reading.groups):
        low = max(low, near)  # "48 were on the plane bound for Sanaa, 42 on the one going the other way"
    if move is None:
        return low, high
    if move.mark.end <= low:  # the verb is left out, its subject stands before a dash
        low = max((actor.start for actor in reading.actors if actor.end <= group.start), default=low)
    low = max(low, _subject_again(reading, group, move))
    joints = _joints(reading)
    first, last = min(move.mark.start, group.start), max(move.mark.end, group.end)
    for other in reading.moves:
        if other is move or other.mode is Mode.NAMED or other.mark.key == "noun":
            continue
        if other.mark.end <= first:
            low = max(low, *(at for at in joints if other.mark.end <= at <= first), other.mark.end)
        elif other.mark.start >= last:
            high = min(high, *(at for at in joints if last <= at <= other.mark.start), other.mark.start)
    return low, high


def _subject_again(reading: Reading, group: Group, move: Move) -> int:
    """Where the group's own subject stands that takes the verb of the group before: "Kyiv got 215 and Moscow 55"."""
    counted = min((each.start for each in reading.groups if move.mark.end <= each.start < group.start), default=None)
    if counted is None:
        return 0
    return next((a.start for a in reading.actors if counted < a.start and opens(a, group, reading.sentence)), 0)


@once
def _turns(reading: Reading) -> list[int]:
    """Where words stand behind which people go the other way."""
    return [mark.start for mark in reading.sentence.of("count", "in_return", "in_turn")]


@once
def _joints(reading: Reading) -> list[int]:
    """Where clauses meet: commas and conjunctions, also one that is written as one word with a number: و681."""
    sentence = reading.sentence
    inner = {at for number in sentence.numbers for at in range(number.start + 1, number.end)}
    sums = (mark.start for mark in sentence.of("number", "and") if mark.start not in inner)
    return [*sentence.commas, *(mark.start for mark in sentence.of("role", "and")), *sums]


def inherited(reading: Reading, low: int, high: int) -> list[Actor]:
    """The subject that a verb without one takes from the verb before it ("handed over … and received …")."""
    subjects = [actor for actor in reading.actors if actor.part in _SUBJECTS]
    if not subjects or any(low <= actor.start < high for actor in subjects):
        return []
    verb = max((move.mark.start for move in reading.moves if move.mark.end <= low), default=low)
    before = [actor for actor in subjects if actor.end <= verb]  # not whom the verb gave to ("handed Ukraine …")
    last = next((actor for actor in reversed(before or subjects) if actor.end <= low), None)
    return listed(last, before or subjects) if last is not None else []


def _settle(giver: Mapping[str, int], receiver: Mapping[str, int]) -> Sides:
    """The strongest giver and receiver that do not stand on one side; equals cancel each other."""
    pairs = [
        (gives + gets, one or "", other or "")
        for one, gives in [*_unequal(giver), (None, 0)]
        for other, gets in [*_unequal(receiver), (None, 0)]
        if one is None or other is None or camp(one) != camp(other)
    ]
    strength, one, other = max(pairs)
    return (one or None, other or None, strength) if strength >= FAINT else (None, None, 0)


_SUBJECTS = frozenset({Part.BARE, Part.BY})
# Weaker evidence than this (a speaker alone) tells no direction.
FAINT = 5


def _unequal(scores: Mapping[str, int]) -> list[tuple[str, int]]:
    """Parties with the same evidence ("released by Ukraine and Russia") tell no direction."""
    told = [each for each in scores.items() if each[1] > 0]
    if len(told) > 1:
        (one, most), (other, as_much) = sorted(told, key=lambda each: -each[1])[:2]
        if most == as_much and camp(one) != camp(other):
            return []
    return told


def _evidence(actor: Actor, group: Group, move: Move | None) -> tuple[float, float]:
    """How much one mention makes its party the giver and the receiver of this group."""
    match actor.part:
        case Part.NATION:
            return 0.0, (4.0 if group.start - 2 <= actor.start <= group.end + 2 else 0.2)
        case Part.HOLDER | Part.FROM | Part.HELD_IN:
            return 3.0, 0.0
        case Part.TO:
            return 0.0, 3.0
        case Part.BETWEEN | Part.PLACE | Part.CARRIER | Part.HOME:
            return 0.0, 0.0
        case Part.SPEAKER if move is None or not 0 <= move.mark.start - actor.end <= 2:
            return 0.0, (0.0 if move is not None and move.kind == "release" else 0.4)
    return _subject(actor, group, move)


def _subject(actor: Actor, group: Group, move: Move | None) -> tuple[float, float]:
    """What a bare or agent mention says, by the kind of verb that governs it."""
    if move is None:
        return 0.0, 0.5
    strong = 2.0 if actor.start < move.mark.start or actor.part is Part.BY else 1.2
    if move.kind == "release":
        return strong, 0.0
    if move.kind == "receive":
        return 0.0, strong + 0.5
    if move.kind == "swap":
        return 0.0, (2.0 if group.own else 0.0)
    if group.own:
        return 0.0, 2.0
    if group.dead and actor.start < move.mark.start and group.nation is None:
        return 1.5, 0.0
    if group.nation is not None and camp(group.nation) != camp(actor.party):
        return 1.5, 0.0
    return 0.0, 1.0


def is_of_things(actor: Actor, reading: Reading) -> bool:
    """Whether a nation's adjective stands with what are no people: "gave money to a Ukrainian charity"."""
    sentence = reading.sentence
    if actor.part is not Part.NATION or not sentence.word(actor.end).isalpha():
        return False
    if any(each.start <= actor.start < each.end for each in reading.groups):
        return False
    near = (actor.start - 1, actor.end, actor.end + 1)
    people = any(sentence.starting(at, "people", "single", "speaker") for at in near)
    return not people and not sentence.starting(actor.end, *_FOLLOWING) and not sentence.ending(actor.start, "people")


# What stands right behind a nation's people rather than behind its adjective: "Ukrainians returned", "Ukrainians in".
_FOLLOWING = ("swap", "release", "receive", "return", "said", "role", "held", "mode", "count", "time", "party")


def listed(actor: Actor, among: Sequence[Actor], *, least: int = 1) -> list[Actor]:
    """The actor and its neighbours in an enumeration, which `least` to two tokens part."""
    at, out = among.index(actor), [actor]
    for step in (-1, 1):
        last, i = actor, at + step
        while 0 <= i < len(among) and least <= max(0, last.start - among[i].end, among[i].start - last.end) <= 2:
            out.append(among[i])
            last, i = among[i], i + step
    return out
