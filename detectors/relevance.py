"""Whether a verb of movement is about people that sides hold of each other, and how plainly a sentence tells it."""

from collections.abc import Sequence

from detectors.lexicon import Mark
from detectors.parties import camp, is_group, opponent
from detectors.people import HELD
from detectors.reading import COMMAS
from detectors.roles import Part
from detectors.scope import Scope
from detectors.sides import Reading, once
from detectors.status import Mode, Move

# How far from its verb the people who are moved may stand.
_REACH = 6


def is_linked(reading: Reading, move: Move) -> bool:
    """Whether captives, the dead or a counted group stand right beside the verb."""
    reach = _REACH * reading.sentence.stretch
    places = [(mark.start, mark.end) for mark in reading.sentence.of("people", *HELD, "soldiers")]
    places += [(group.start, group.end) for group in reading.groups if group.named]
    places += [(mark.start, mark.end) for mark in reading.sentence.of("party") if _are_held(mark, reading)]
    return any(
        0 <= start - move.mark.end <= reach
        or 0 <= move.mark.start - end <= reach
        or start <= move.mark.start < end
        or (end <= move.mark.start and _is_all_held(end, move, reading))
        for start, end in places
    )


def _are_held(mark: Mark, reading: Reading) -> bool:
    """Whether a nation's name is its people's, whom somebody holds: "Britons held by Russian forces"."""
    behind = reading.sentence.starting(mark.end, "held")
    return mark.form == "national" and any(held.key in {"by", "taken"} for held in behind)


def _is_all_held(end: int, move: Move, reading: Reading) -> bool:
    """Whether all between people and their verb tells who held them: "American held for years by the Taliban freed"."""
    sentence = reading.sentence
    cues = [mark for mark in sentence.of("held") if mark.start - end in (0, 1)]
    return bool(cues) and not any(sentence.word(at) in COMMAS for at in range(cues[0].end, move.mark.start))


@once
def is_whole(reading: Reading) -> bool:
    """Whether the sentence names people and a side, so that a verb in it tells a piece of news by itself."""
    people = reading.sentence.has("people") or any(group.named for group in reading.groups)
    return people and bool(reading.sides)


def is_between_sides(reading: Reading, move: Move) -> bool:
    """Whether a bare noun names a swap between two sides, and nothing takes it back: "Another swap between …"."""
    return (
        move.kind == "swap"
        and move.mode is Mode.NAMED
        and move.scope is not Scope.PAST
        and len(reading.sides) > 1
        and not reading.sentence.has("mode", "planned", "failed", "talk")
    )


def is_freed_in_swap(reading: Reading) -> bool:
    """Whether somebody is told to be freed or home "in exchange for", "in a swap"."""
    ends = [m.mark.end for m in reading.moves if m.kind != "swap" and not m.aside and m.told]
    swaps = [*(mark.start for mark in reading.sentence.of("swap")), *_returns(reading)] if ends else ()
    return any(0 <= at - end <= _SWAP_REACH for end in ends for at in swaps)


@once
def _returns(reading: Reading) -> list[int]:
    """Where "in exchange for" stands: what joins two halves in several words says what one word does not."""
    return [
        mark.start
        for mark in reading.sentence.of("count", "for", "in_return")
        if mark.key == "in_return" or mark.end - mark.start > reading.sentence.stretch
    ]


def is_in_return(reading: Reading) -> bool:
    """Whether somebody goes "in exchange for" somebody or something."""
    return bool(_returns(reading))


def is_governed(reading: Reading, move: Move) -> bool:
    """Whether a noun for the swap only tells what something else is about: "opposition to the swap"."""
    if move.kind != "swap" or move.mark.key not in {"noun", "headline"}:
        return False
    before = [
        other for other in reading.moves if other.kind != "swap" and other.told and other.mark.end <= move.mark.start
    ]
    return not before and any(
        0 <= move.mark.start - mark.end <= _GOVERNED
        for mark in reading.sentence.of("role", "to", "of", "by", "at", "from")
    )


# How far from a verb or noun the word may stand that says what is done about it ("opposition to the swap").
_GOVERNED = 4


def is_epithet(reading: Reading, move: Move) -> bool:
    """Whether "freed" only tells who is spoken of, at the start: "Freed arms dealer visits the front"."""
    sentence = reading.sentence
    if move.mark.key != "done" or move.kind != "release" or move.mark.start != sentence.start:
        return False
    people = [*sentence.of("people"), *sentence.of("single"), *sentence.of("party")]
    return any(0 <= mark.start - move.mark.end <= 1 for mark in people)


def is_set_off(reading: Reading, move: Move) -> bool:
    """Whether "freed" only tells who somebody is, between two commas: "Bout, freed for Griner, joins a party"."""
    sentence, at = reading.sentence, move.mark.start
    if move.mark.key != "done":
        return False
    before = [i for i in sentence.commas if 0 <= at - i <= _SET_OFF]
    behind = [i for i in sentence.commas if i >= move.mark.end]
    return any(_is_person(i, reading) for i in before) and bool(behind) and sentence.end - behind[0] > _SET_OFF


def goes_on(reading: Reading, move: Move, group: str, *keys: str) -> bool:
    """Whether behind somebody "freed in a swap" a word tells, without a comma, what he does or what befell him then.

    So it is in "American released in swap says he is glad" and "Man freed in deal arrested".
    """
    if move.mark.key != "done" or not _is_person(move.mark.start, reading):
        return False
    _, high = reading.sentence.clause(move.mark.start)
    later = (mark for mark in reading.sentence.of(group, *keys) if move.mark.end < mark.start < high)
    return any(group == "said" or not _describes(mark, reading) for mark in later)


def _describes(mark: Mark, reading: Reading) -> bool:
    """Whether a word tells who somebody else is: "for a convicted dealer", "after being detained"."""
    sentence = reading.sentence
    who = any(0 <= g.start - mark.end <= 1 or g.start <= mark.start < g.end for g in reading.groups)
    behind = any(m.group in {"people", "single"} or m.form == "national" for m in sentence.starting(mark.end))
    reach = {"and": 2}  # "after he was detained", "in custody"
    joined = any(0 <= mark.start - joint.end <= reach.get(joint.key, 0) for joint in sentence.of("role"))
    return who or behind or joined


def _is_person(end: int, reading: Reading) -> bool:
    """Whether a word for people, somebody's nation or name ends right before a token."""
    named = any(group.named and group.end == end for group in reading.groups)
    return named or any(
        mark.group in {"people", "single"} or mark.form == "national" for mark in reading.sentence.ending(end)
    )


# How many tokens may part a comma from the participle behind it; more than so many go on behind the second comma.
_SET_OFF = 2


def is_epithet_of_one(reading: Reading, move: Move) -> bool:
    """Whether it is one person of whom "freed" only tells who he is: "Freed dealer Bout visits the front"."""
    behind = (group for group in reading.groups if 0 <= group.start - move.mark.end <= _BEFORE_NAME)
    return is_epithet(reading, move) and any(group.single and group.count == 1 for group in behind)


# So many words may stand between "freed" and whoever is meant ("Freed Russian arms dealer Bout").
_BEFORE_NAME = 3


def is_told_of(reading: Reading, move: Move) -> bool:
    """Whether somebody announces or reports the return of so many: "announces return of seven detainees"."""
    return (
        move.mode is Mode.NAMED
        and move.kind != "swap"
        and has_count(reading)
        and any(0 <= move.mark.start - mark.end <= _GOVERNED for mark in reading.sentence.of("said"))
    )


# How far behind "freed" its "in a swap" may stand.
_SWAP_REACH = 12


def has_terms(reading: Reading, move: Move, *, of_one: bool = False) -> bool:
    """Whether what is firmly to come is told with its figure and a side: the terms of an announced exchange.

    `of_one`: with somebody by name, or "the pilot", instead of a figure.
    """
    one = of_one and any(group.name or group.single for group in reading.groups)
    return (
        move.mode is Mode.AGREED
        and move.scope is not Scope.PAST
        and not move.aside
        and (one if of_one else has_count(reading))
        and bool(reading.sides)
        and not reading.sentence.has("mode", "planned", "failed")
        and not any(
            move.mark.start - talk.end < _GOVERNED and talk.start - move.mark.end < _GOVERNED
            for talk in reading.sentence.of("mode", "talk")
        )
    )


def is_relevant(reading: Reading, move: Move, *, known: bool = False) -> bool:
    """Whether a verb moves people that sides hold of each other; `known`: title or lead have said so."""
    sentence = reading.sentence
    # "The handover took place at the frontier" speaks of those whom title or lead have named.
    anybody = move.kind == "swap" or sentence.has("people") or any(group.named for group in reading.groups)
    if known and (anybody or (move.told and move.mark.key in {"noun", "headline"})):
        return True
    if sentence.has("people", *HELD) or sentence.has("held", "captivity", "by") or frees_captives(reading, move):
        return True
    parts = {actor.part for actor in reading.actors}
    if move.kind == "swap":
        people = (
            sentence.has("people", *_OTHERS)
            or sentence.has("single", "person")
            or any(group.name for group in reading.groups)
        )
        if move.told and sum(group.name or group.nation is not None for group in reading.groups) >= 2:
            return True  # one for another, by their names
        return bool(parts) and (people or any(g.nation is not None for g in reading.groups))
    if move.kind == "release" and parts and sentence.has("swap"):
        return True
    if move.told and move.kind == "receive" and _brings_home(reading):
        return True
    named = any(group.name or group.single or group.nation is not None for group in reading.groups)
    if move.told and named and (is_in_return(reading) or (move.kind == "release" and parts & {Part.FROM, Part.HOLDER})):
        return True
    directed = bool(parts & {Part.TO, Part.FROM, Part.HOLDER}) and Part.NATION in parts
    people = sentence.has("people", *_OTHERS) or any(group.nation is not None for group in reading.groups)
    return people and (directed or len({camp(actor.party) for actor in reading.actors}) >= 2)


def is_of_a_swap(early: Sequence[Reading]) -> bool:
    """Whether title and lead speak of a swap, of soldiers and of a party at war, be it in sentences of their own."""
    soldiers = any(reading.sentence.has("people", *HELD, "soldiers") for reading in early)
    swap = any(move.kind == "swap" for reading in early for move in reading.moves)
    return soldiers and swap and any(opponent(actor.party) for reading in early for actor in reading.actors)


def frees_captives(reading: Reading, move: Move) -> bool:
    """Whether an armed group lets people go, who can only be its captives: "ELN frees two police officers"."""
    if not move.told or move.kind != "release":
        return False
    freed = any(group.named and (not group.name or group.nation is not None) for group in reading.groups)
    return freed and any(actor.part in _FREEING and is_group(actor.party) for actor in reading.actors)


_FREEING = frozenset({Part.BARE, Part.BY})


def _brings_home(reading: Reading) -> bool:
    """Whether a party at war gets so many of its people back, even where nobody says from whom."""
    return has_count(reading) and any(opponent(actor.party) for actor in reading.actors)


_OTHERS = ("soldiers", "civilians", "children", "persons")


@once
def has_count(reading: Reading) -> bool:
    """Whether a number counts people who are a group, not a part of one."""
    return any(group.named and not group.single and not group.part for group in reading.groups)


def is_claimed(reading: Reading) -> bool:
    """Whether a side's organ or leader is quoted."""
    return reading.sentence.has("said") and (
        reading.sentence.has("speaker") or any(actor.part is Part.SPEAKER for actor in reading.actors)
    )
