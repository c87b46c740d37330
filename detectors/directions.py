"""Who gives and who gets one group of people: what each mention of a party speaks for, by name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from detectors.parties import Actor, Part, camp, is_broker, is_group, is_organisation, opponent
from detectors.people import Group
from detectors.sides import Reading, goal_of, inherited, territory
from detectors.status import Move
from detectors.types import Category

# The event is between few; further parties are background.
_MOST_PARTIES = 6


@dataclass(frozen=True, slots=True)
class Camp:
    """A side that the article may be about: who holds people there, whose people they are, what is said of it."""

    holder: str
    people: str
    signals: dict[str, float]
    partners: dict[str, float]  # with whom it acts in sentences about movements, and how often (up to 2)


def camps(readings: Sequence[Reading], mediators: Sequence[str]) -> dict[str, Camp]:
    """The article's possible sides, weightiest first, by camp; a war's other side is added where only one is named."""
    weight: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    peoples: dict[str, Counter[str]] = {}
    parts: dict[str, Counter[str]] = {}
    together: dict[str, Counter[str]] = {}
    for reading in readings:
        place = _PLACES[min(reading.sentence.order, len(_PLACES) - 1)] * (2 if reading.moves else 1)
        for one, other in permutations(_acting(reading), 2):
            together.setdefault(one, Counter())[other] += 1
        for actor in reading.actors:
            if is_organisation(actor.party) or actor.part is Part.CARRIER:
                continue
            side = camp(actor.party)
            weight[side] += place * _WEIGHTS[actor.part]
            names.setdefault(side, Counter())[actor.party] += place
            if actor.part in {Part.NATION, Part.TO}:
                peoples.setdefault(side, Counter())[actor.party] += place
            parts.setdefault(side, Counter())[actor.part] += 1
            if reading.sentence.title:
                parts[side]["title"] += 1
    ranked = [side for side, _ in weight.most_common(_MOST_PARTIES)]
    out = {}
    total = sum(weight[side] for side in ranked) or 1
    for rank, side in enumerate(ranked):
        signals = {f"all.{part}": min(2.0, float(times)) for part, times in parts[side].items()}
        signals |= {f"rank.{min(rank, 3)}": 1.0, "share": weight[side] / total}
        signals["helper"] = float(side in mediators)
        signals["armed"] = float(is_group(side))
        signals["broker"] = float(is_broker(side))
        name = names[side].most_common(1)[0][0]
        people = peoples[side].most_common(1)[0][0] if side in peoples else name
        partners = {other: min(2.0, float(times)) for other, times in together.get(side, Counter()).items()}
        out[side] = Camp(side if is_group(side) else name, people, signals, partners)
    acting = [side for side in ranked if side not in mediators]
    enemy = opponent(acting[0]) if len(acting) == 1 and _is_war(acting[0], readings) else None
    if enemy is not None and camp(enemy) not in out:
        out[camp(enemy)] = Camp(enemy, enemy, {"unnamed": 1.0}, {})
    return out


def _is_war(side: str, readings: Sequence[Reading]) -> bool:
    """Whether the text is of a war's captives, so that its other side goes without saying.

    Who convicts, tourists and other people of its state are given up to is nobody's guess.
    """
    if is_group(side) or is_group(opponent(side) or "") or any(r.sentence.has("people", *_ARMED) for r in readings):
        return True
    told = [group for reading in readings for group in reading.groups if group.named]
    many = any(group.count > 1 and not group.name and camp(group.nation or side) == side for group in told)
    return many and not any(group.single and group.category is not Category.BODIES for group in told)


_ARMED = ("prisoners_of_war", "soldiers")


def pair_of(sides: Mapping[str, Camp]) -> tuple[str, ...]:
    """The two that the article is about most, by name: the weightiest and, where it is named, the other of its war."""
    acting = [side for side, each in sides.items() if not each.signals.get("helper")]
    if not acting:
        return ()
    enemy = camp(opponent(acting[0]) or "")
    second = enemy if enemy in sides else acting[1] if len(acting) > 1 else None
    return tuple(sides[side].holder for side in (acting[0], second) if side is not None)


def _acting(reading: Reading) -> set[str]:
    """The camps that a sentence about a movement calls its parties."""
    if not any(move.told or move.kind == "swap" for move in reading.moves):
        return set()
    return {camp(a.party) for a in reading.actors if a.part in _PARTIES and not is_organisation(a.party)}


_PARTIES = frozenset({Part.BARE, Part.BETWEEN, Part.BY, Part.TO, Part.FROM, Part.HOLDER, Part.HELD_IN, Part.NATION})
_PLACES = (6, 6, 4, 4, 2)
_WEIGHTS = {
    Part.BARE: 4,
    Part.TO: 5,
    Part.FROM: 5,
    Part.BY: 5,
    Part.BETWEEN: 5,
    Part.HOLDER: 6,
    Part.HELD_IN: 4,
    Part.NATION: 6,
    Part.SPEAKER: 2,
    Part.PLACE: 1,
}


def mentions(reading: Reading, group: Group, move: Move | None) -> dict[str, dict[str, float]]:
    """What the sentence of a group says of each camp's part in its movement: signal by signal, by camp."""
    low, high = territory(reading, group, move)
    heirs = inherited(reading, low, high)
    goal = goal_of(group, reading.groups, reading.actors)
    goals = [goal_of(each, reading.groups, reading.actors) for each in reading.groups] if goal is not None else []
    out: dict[str, dict[str, float]] = {}
    kind = move.kind if move is not None else "none"
    for actor in reading.actors:
        if is_organisation(actor.party) or actor.part is Part.CARRIER:
            continue
        signals = out.setdefault(camp(actor.party), {})
        said = _said(actor, group, move, kind)
        signals[said] = 1.0
        if move is not None and actor.part in _FREE and 0 <= actor.start - move.mark.end <= 1:
            # "handed Ukraine the bodies" behind a subject; in Arabic the subject itself follows the verb
            subject = any(a.part in _FREE and a.end <= move.mark.start and a.start >= low for a in reading.actors)
            signals[f"{'object' if subject else 'next'}.{kind}"] = 1.0
        # "29 to Ukraine and 19 to Russia": where the others go is not where these do.
        elsewhere = goal is not None and actor in goals and camp(actor.party) != camp(goal.party)
        if (low <= actor.start < high and not elsewhere) or actor in heirs:
            verb = "for" if group.price else "in"
            signals[f"{verb}.{said}"] = 1.0
            if actor.part in _FREE:
                signals[f"{verb}.{said}.{_people(actor, group)}"] = 1.0
        if place := _beside(actor, group, reading):
            signals[f"{place}.{actor.part}"] = 1.0
            if max(actor.start - group.end, group.start - actor.end) <= _CLOSE * reading.sentence.stretch:
                signals[f"close.{place}.{actor.part}"] = 1.0
    if group.nation is not None:
        out.setdefault(camp(group.nation), {})["own_nation"] = 1.0
    return out


def _beside(actor: Actor, group: Group, reading: Reading) -> str | None:
    """Where a mention stands that no other group parts from this one: "13 to Germany, three to the US"."""
    others = [each.start for each in reading.groups if not each.single and each.start != group.start]
    if group.end <= actor.start:
        return None if any(group.end <= at <= actor.start for at in others) else "behind"
    return None if any(actor.start <= at <= group.start for at in others) else "ahead"


# "97 people held by the SDF": a mention that tells of just this group stands within so many tokens of it.
_CLOSE = 3
_FREE = frozenset({Part.BARE, Part.BY, Part.SPEAKER})


def _said(actor: Actor, group: Group, move: Move | None, kind: str) -> str:
    """The mention's part, for a subject or object with its place beside the verb that governs the group."""
    if actor.part is Part.NATION:
        return "nation.near" if group.start - 2 <= actor.start <= group.end + 2 else "nation"
    if actor.part not in _FREE or move is None:
        return str(actor.part)
    side = "before" if actor.start < move.mark.start else "behind"
    return f"{actor.part}.{side}.{kind}"


def _people(actor: Actor, group: Group) -> str:
    """Whose the people are, seen from the mention."""
    if group.own:
        return "own"
    if group.nation is not None:
        return "same" if camp(group.nation) == camp(actor.party) else "foreign"
    return "bodies" if group.category is Category.BODIES else "people"
