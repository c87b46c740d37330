"""Who gives and who gets one group of people: what each mention of a party speaks for, by name."""

from collections.abc import Collection
from dataclasses import replace

from detectors.actors import Actor
from detectors.agents import is_according, seats_organ
from detectors.goals import givers_in, goal_of, goals_in
from detectors.parties import camp, is_group, is_organisation, is_rebel_of, opponent
from detectors.people import Group
from detectors.roles import Part
from detectors.sides import Reading, governed, governed_by, is_head, is_of_things, kept, listed, once, opens
from detectors.status import Move


def told_of(
    reading: Reading, group: Group, move: Move | None, lands: Collection[str] = ()
) -> dict[str, dict[str, float]]:
    """What the sentence of a group says of each camp's part in its movement: signal by signal, by camp.

    `lands`: where armed groups fight, so that "freed in Sudan" does not tell who held people that are none of theirs.
    """
    exiled = _is_exiled(group, reading, move)
    told, reading = reading, _heard_for(group, reading, move, lands, exiled=exiled)
    low, high, heirs = governed(reading, group) if reading is told else governed_by(reading, group, move)
    goal, goals = _goals(group, reading)
    givers = givers_in(reading)
    others = [giver for start, giver in givers.items() if group.start in givers and start != group.start]
    beside = [each.start for each in reading.groups if not each.single and each.start != group.start]
    kind = _kind(move, reading)
    owner = _owner(group, reading) if group.own else None
    out: dict[str, dict[str, float]] = {}
    for actor in reading.actors:
        if is_organisation(actor.party) or actor.part in _IDLE:
            continue
        signals = out.setdefault(camp(actor.party), {})
        if actor in others:  # who freed the others of a list says nothing of these
            continue
        said = _called(actor, group, move, kind, reading)
        signals[said] = 1.0
        if actor is owner:
            signals["owner"] = 1.0
        if move is not None:
            signals |= _by_verb(actor, reading, low, move, kind)
        # "29 to Ukraine and 19 to Russia": where the others go is not where these do.
        elsewhere = goal is not None and actor in goals and camp(actor.party) != camp(goal.party)
        if (low <= actor.start < high and not elsewhere) or actor in heirs:
            verb = "for" if group.price else "in"
            signals[f"{verb}.{said}"] = 1.0
            if actor.part in _FREE:
                signals[f"{verb}.{said}.{_people(actor, group)}"] = 1.0
        signals |= _nearby(actor, group, beside, reading, kind) if not elsewhere else _ELSEWHERE
        if actor is goal and len(goals) > 1:
            signals["goal"] = 1.0
    nation = nation_of(group, reading)
    if nation is not None:
        at_home = exiled or (move is not None and _is_at_home(camp(nation), reading, move))
        out.setdefault(camp(nation), {})["own_nation.home" if at_home else "own_nation"] = 1.0
    return out


def _heard_for(group: Group, reading: Reading, move: Move | None, lands: Collection[str], *, exiled: bool) -> Reading:
    """The reading with each mention's part as it is in the movement of this group."""
    if is_group(nation_of(group, reading) or ""):
        lands = ()  # its fighters may well be held by the state that it fights
    nation = nation_of(group, reading)
    foreign = nation is not None and camp(nation) not in {camp(land) for land in lands}  # "two Americans out of Yemen"
    actors = tuple(
        [
            replace(actor, part=Part.HOME)
            if ((actor.part in _WHERE or (actor.part is Part.FROM and foreign)) and actor.party in lands)
            or (actor.part is Part.TO and is_rebel_of(nation or "", actor.party))  # "100 Houthis fly to Yemen"
            else _told_as(actor, reading, group, move, exiled=exiled)
            for actor in reading.actors
        ]
    )
    return reading if actors == reading.actors else replace(reading, actors=actors)


def _called(actor: Actor, group: Group, move: Move | None, kind: str, reading: Reading) -> str:
    """What the sentence calls the actor, from or by whose people or things it may only be."""
    said = _said(actor, group, move, kind, reading)
    if _is_origin(actor, reading):
        return f"from.people.{kind}"
    return "nation.things" if said == "nation" and is_of_things(actor, reading) else said


def _is_origin(actor: Actor, reading: Reading) -> bool:
    """Whether "from" stands right behind living people, who may come from there or be of it: "199 men from the RSF".

    So it does with the others of a list: "47 fishermen from India and 38 from Bangladesh".
    """
    if actor.part is not Part.FROM:
        return False
    behind = _behind_people(reading)
    bare = any(0 <= actor.start - each.end <= _PREPOSITION and not each.named for each in reading.groups)
    return actor.start in behind or (bare and min(behind, default=actor.start) < actor.start)


@once
def _behind_people(reading: Reading) -> frozenset[int]:
    """Where those stand from whom a noun for living people, right before "from", says that they come."""
    people = [mark.end for mark in reading.sentence.of("people") if mark.key != "bodies"]
    return frozenset(
        actor.start
        for actor in reading.actors
        if actor.part is Part.FROM and any(0 <= actor.start - end <= _PREPOSITION for end in people)
    )


def _by_verb(actor: Actor, reading: Reading, low: int, move: Move, kind: str) -> dict[str, float]:
    """What it says that a mention stands right by the verb, or ahead of it behind another subject."""
    names = []
    behind = actor.start - move.mark.end
    if actor.part in _FREE and 0 <= behind <= 1:
        # "handed Ukraine the bodies" behind a subject; in Arabic the subject itself follows the verb
        subject = any(a.part in _FREE and a.end <= move.mark.start and a.start >= low for a in reading.actors)
        names.append(f"{'object' if subject else 'next'}.{kind}")
    if actor.part is Part.PLACE and 0 <= behind <= _CLOSE:
        names.append(f"at.{kind}")  # "released in Caracas": mostly by who rules there
    if _is_second(actor, reading, low, move):
        names.append(f"second.{kind}")
    return dict.fromkeys(names, 1.0)


def _is_exiled(group: Group, reading: Reading, move: Move | None) -> bool:
    """Whether a state's own dissidents go elsewhere, so that it held them: "Cuban political prisoners fly to Madrid".

    A state at war has others' prisons to get its people back from.
    """
    nation = nation_of(group, reading)
    dissidents = any(group.start <= mark.start < group.end for mark in reading.sentence.of("held", "own"))
    returns = move is None or move.kind == "return"  # "five dissidents already in Spain"
    if nation is None or not dissidents or not returns or opponent(nation) is not None:
        return False
    goals = (actor for actor in reading.actors if actor.part in {Part.TO, Part.PLACE} and actor.start >= group.end)
    return any(camp(goal.party) != camp(nation) for goal in goals)


def _told_as(actor: Actor, reading: Reading, group: Group, move: Move | None, *, exiled: bool) -> Actor:
    """The mention; who only says what is told ("Kyiv says 230 are home", "in Baku they said") as a speaker."""
    if exiled and actor.part is Part.NATION and group.start <= actor.start < group.end:
        return replace(actor, part=Part.HOLDER)
    if _are_its_fighters(actor, reading, group, move):
        return replace(actor, part=Part.BARE)
    sentence = reading.sentence
    if actor.part not in _SAYING:
        return actor
    said = any(0 <= cue.start - actor.end <= 1 for cue in sentence.of("said", "said", "confirmed"))
    said = said or is_according(actor.end, sentence)
    parted = actor.part is not Part.BARE and sentence.word(actor.end) == ","  # "three to the USA, said the agency"
    if (said and not parted) or (actor.part is not Part.BARE and seats_organ(actor.start, actor.end, sentence)):
        return replace(actor, part=Part.SPEAKER)
    if is_head(actor, sentence) or _is_topic(actor, reading):
        return replace(actor, part=Part.HEAD)
    return actor


def _are_its_fighters(actor: Actor, reading: Reading, group: Group, move: Move | None) -> bool:
    """Whether an armed group is told by its people, who let others go: "ELN rebels freed five soldiers"."""
    if actor.part is not Part.NATION or not is_group(actor.party) or move is None or move.kind != "release":
        return False
    sentence = reading.sentence
    fighters = [
        mark
        for mark in sentence.of("people", "soldiers")
        if 0 <= mark.start - actor.end <= _CLOSE or 0 <= actor.start - mark.end <= 1
    ]
    counted = any(each.start <= actor.start < each.end for each in reading.groups)
    ahead = actor.end <= min(move.mark.start, group.start) or opens(actor, group, sentence)
    return bool(fighters) and ahead and not (counted or group.price or group.part)


def _is_topic(actor: Actor, reading: Reading) -> bool:
    """Whether a headline begins with where it plays, before who lets people go: "Yemen, gli Houthi liberano 112"."""
    sentence = reading.sentence
    if actor.part is not Part.BARE or actor.start - sentence.start > 1:
        return False
    if not sentence.title or sentence.word(actor.end) != "," or sentence.has("swap") or sentence.has("count", "each"):
        return False
    verb = next((move.mark.start for move in reading.moves if move.kind == "release"), None)
    others = [a for a in reading.actors if a.part is Part.BARE and camp(a.party) != camp(actor.party)]
    return verb is not None and any(actor.end < a.start and a.end <= verb for a in others)


def _is_second(actor: Actor, reading: Reading, low: int, move: Move) -> bool:
    """Whether another subject stands before it, both ahead of the verb: "Rusland heeft Oekraïne … overhandigd"."""
    if actor.part is not Part.BARE or actor.end > move.mark.start:
        return False
    subjects = [a for a in reading.actors if a.part is Part.BARE and low <= a.start and a.end <= move.mark.start]
    ahead = [a for a in subjects if a.end <= actor.start and camp(a.party) != camp(actor.party)]
    return actor in subjects and bool(ahead) and ahead[-1] not in listed(actor, subjects)


def _goals(group: Group, reading: Reading) -> tuple[Actor | None, list[Actor]]:
    """Where just this group goes, and where the groups of the sentence do."""
    apart = goals_in(reading)
    if group.start in apart:
        return apart[group.start], list(apart.values())
    goal = goal_of(group, reading.groups, reading.actors)
    if goal is None:
        return None, []
    each = [goal_of(other, reading.groups, reading.actors) for other in reading.groups]
    return goal, [other for other in each if other is not None]


# Where the others of a list go is not where these do.
_ELSEWHERE = {"goal.other": 1.0}


def _nearby(actor: Actor, group: Group, others: Collection[int], reading: Reading, kind: str) -> dict[str, float]:
    """What it says that no other group stands between them, nor many words; `others`: where these begin."""
    place = _beside(actor, group, others)
    if place is None:
        return {}
    names = [f"{place}.{actor.part}"]
    if max(actor.start - group.end, group.start - actor.end) <= _CLOSE * reading.sentence.stretch:
        names.append(f"close.{place}.{actor.part}")
        if actor.part is Part.BARE:
            names.append(f"close.{place}.bare.{kind}")
    return dict.fromkeys(names, 1.0)


def _kind(move: Move | None, reading: Reading) -> str:
    """What a verb says of who gives and gets; "home" beside another verb only tells where to: "brought home"."""
    if move is None:
        return "none"
    if move.mark.key != "home":
        return move.kind
    beside = (m for m in reading.moves if m is not move and m.mark.key not in {"home", "noun"})
    near = (m for m in beside if max(m.mark.start - move.mark.end, move.mark.start - m.mark.end) <= 1)
    return next((m.kind for m in near), "home")


def nation_of(group: Group, reading: Reading) -> str | None:
    """Whose people they are: told with their number, or by the one name among the words for them."""
    return group.nation if group.nation is not None else _nation_among(reading, group)


@kept
def _nation_among(reading: Reading, group: Group) -> str | None:
    inside = {a.party for a in reading.actors if a.part is Part.NATION and group.start <= a.start <= group.end}
    return inside.pop() if len(inside) == 1 else None


def _is_at_home(side: str, reading: Reading, move: Move) -> bool:
    """Whether people are let go in their own country, which then held them itself: "released in Belarus"."""
    places = [actor for actor in reading.actors if actor.part in {Part.PLACE, Part.HELD_IN}]
    near = [actor for actor in places if 0 <= actor.start - move.mark.end <= _CLOSE * reading.sentence.stretch]
    return move.kind == "release" and any(camp(actor.party) == side for actor in near)


def _owner(group: Group, reading: Reading) -> Actor | None:
    """Whom "its" and "our" are said of: the last party before the group that does or says something."""
    free = [actor for actor in reading.actors if actor.part in _FREE]
    before = [actor for actor in free if actor.end <= group.start]
    return before[-1] if before else free[0] if free else None


def _beside(actor: Actor, group: Group, others: Collection[int]) -> str | None:
    """Where a mention stands that no other group parts from this one: "13 to Germany, three to the US".

    `others`: where these begin.
    """
    if group.end <= actor.start:
        return None if any(group.end <= at <= actor.start for at in others) else "behind"
    return None if any(actor.start <= at <= group.start for at in others) else "ahead"


# "97 people held by the SDF": a mention that tells of just this group stands within so many tokens of it.
_CLOSE = 3
# Who only carries people, or whose land others come from.
_IDLE = frozenset({Part.CARRIER, Part.HOME})
# Where people were or came out, be it that their captors fight there.
_WHERE = frozenset({Part.PLACE, Part.HELD_IN})
# A preposition and an article.
_PREPOSITION = 2
_FREE = frozenset({Part.BARE, Part.BY, Part.SPEAKER})
# Who is told of in these parts may be whoever says what is told.
_SAYING = frozenset({Part.BARE, Part.TO, Part.PLACE})


def _said(actor: Actor, group: Group, move: Move | None, kind: str, reading: Reading) -> str:
    """The mention's part, for a subject or object with its place beside the verb that governs the group.

    Where the verb is left out ("Ukraine got 212, Russia 45"), the subject stands before it as the first one does.
    """
    if actor.part is Part.NATION:
        return "nation.near" if group.start - 2 <= actor.start <= group.end + 2 else "nation"
    if actor.part not in _FREE or move is None:
        return str(actor.part)
    parted = any(move.mark.end <= each.start < actor.start for each in reading.groups)
    left_out = parted and opens(actor, group, reading.sentence)
    side = "before" if actor.start < move.mark.start or left_out else "behind"
    return f"{actor.part}.{side}.{kind}"


def _people(actor: Actor, group: Group) -> str:
    """Whose the people are, seen from the mention."""
    if group.own:
        return "own"
    if group.nation is not None:
        return "same" if camp(group.nation) == camp(actor.party) else "foreign"
    return "bodies" if group.dead else "people"
