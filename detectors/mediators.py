"""Who only helps: parties that brokered the exchange, carried it out or were thanked for it, without being a side."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from detectors import weigh
from detectors.actors import Actor
from detectors.lexicon import Mark
from detectors.parties import are_rivals, camp, carries, foes, is_broker, is_group, is_organisation, opponent
from detectors.roles import Part
from detectors.scope import Scope
from detectors.sides import Reading, listed

# A party nearer to a word of mediation than this may be meant by it.
_REACH = 14
# An organisation in one of the first sentences about a movement may have carried it out.
_UPPER = 8


def mediators(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The parties that the article calls helpers of its exchange, in order of mention."""
    found = candidates(readings)
    points = weigh.all_points("mediator", [(signals,) for signals in found.values()])
    told = [party for party, each in zip(found, points, strict=True) if each > 0]
    # where "the Syrian Arab Red Crescent" helped, "the Red Crescent" is that one
    return tuple(party for party in told if not any(other.endswith(f" {party}") for other in told))


def candidates(readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    """Every party beside a word of mediation, with what speaks for and against its being a helper."""
    found: dict[str, list[_Mention]] = {}
    for before, reading in zip((None, *readings), readings, strict=False):
        for mention in _in_sentence(reading, before):
            found.setdefault(mention.party, []).append(mention)
    out = {party: _nearest(mentions) for party, mentions in found.items()}
    for reading in readings[:_UPPER]:
        says, where = "with" if reading.moves else "near", "lead" if reading.sentence.order <= 1 else "later"
        for actor in _helpers(reading):
            if is_organisation(actor.party) or actor.part is not Part.PLACE:  # where it happens is no help yet
                told = out.setdefault(actor.party, {"unmarked": 1.0})
                names = f"{says}.{actor.part}", f"{says}.{where}", f"{_kind(actor.party)}.{says}.{actor.part}"
                told.update(dict.fromkeys(names, 1.0))
                if _has_mates(actor, reading.actors):
                    told["joined"] = 1.0
    if not out:
        return {}
    ranked = _ranked(readings)
    nations = {camp(group.nation) for reading in readings for group in reading.groups if group.nation is not None}
    goals = {camp(a.party) for reading in readings if reading.moves for a in reading.actors if a.part is Part.TO}
    spoken: dict[str, list[tuple[Reading, Actor]]] = {}
    for reading in readings:
        for actor in reading.actors:
            spoken.setdefault(camp(actor.party), []).append((reading, actor))
    return {party: told | _elsewhere(party, spoken[camp(party)], ranked, nations, goals) for party, told in out.items()}


def _helpers(reading: Reading) -> list[Actor]:
    """Who may have helped; "the Lebanese Red Cross" is a nation's own society, and not the ICRC."""
    sentence = reading.sentence

    def is_society(actor: Actor) -> bool:
        if not carries(actor.party):
            return False
        beside = (*sentence.ending(actor.start, "party"), *sentence.starting(actor.end, "party"))
        return any(mark.form == "national" for mark in beside)

    return [actor for actor in reading.actors if not is_society(actor)]


def _has_mates(actor: Actor, among: Sequence[Actor]) -> bool:
    """Whether the actor stands in one list with somebody else who often helps."""
    mates = {each.party for each in _list(actor, among)} - {actor.party}
    return any(is_broker(each) or is_organisation(each) for each in mates)


def _kind(party: str) -> str:
    if is_organisation(party):
        return "carries" if carries(party) else "organisation"
    return "broker" if is_broker(party) else "group" if is_group(party) else "state"


@dataclass(frozen=True, slots=True)
class _Mention:
    """A party near a word of mediation, so many words from it."""

    party: str
    gap: int
    signals: dict[str, float]


def _nearest(mentions: Sequence[_Mention]) -> dict[str, float]:
    """What the mention nearest to its word tells, and whether there are more; where it happens tells least."""
    nearest = min(mentions, key=lambda mention: ("part.place" in mention.signals, mention.gap))
    ever = {f"ever.{name}": 1.0 for mention in mentions for name in mention.signals if name in _EVER}
    return {"bias": 1.0} | nearest.signals | ever | {"again": min(2.0, len(mentions) - 1.0)}


# What counts of any mention, be it farther from its word than another.
_EVER = frozenset(
    {
        *("clause", "nearest", "mates", "listed", "fresh", "now", "part.bare", "part.by", "part.nation"),
        *(f"{key}.{where}" for key in ("broker", "help", "thanks") for where in ("before", "behind")),
        "broker.near",
    }
)


def _in_sentence(reading: Reading, before: Reading | None) -> Iterator[_Mention]:
    """Each party once for each word of mediation that it is near to."""
    sentence = reading.sentence
    words = sentence.of("mediation")
    actors = [actor for actor in _helpers(reading) if actor.part is not Part.HOLDER] if words else []
    for mark in words:
        free = [a for a in actors if a.part is not Part.NATION or _is_beside(a, actors, mark)]
        gaps = {actor: min(_gap(each, mark.start, mark.end) for each in _list(actor, free)) for actor in free}
        near = sorted(free, key=lambda actor: (gaps[actor], actor.part is Part.PLACE))
        seen: set[str] = set()
        for rank, actor in enumerate(near):
            gap = gaps[actor] // sentence.stretch
            if gap <= _REACH and actor.party not in seen:
                seen.add(actor.party)
                told = {f"gap.{min(5, gap // 2)}": 1.0, "nearest" if rank == 0 else "farther": 1.0}
                if rank and actor in _list(near[0], free):
                    told["listed"] = 1.0
                if _has_mates(actor, free):
                    told["mates"] = 1.0
                yield _Mention(actor.party, gap, told | _stands(actor, mark, reading) | _thanked(actor, mark))
        if not actors and before is not None:  # "It says it acted as the mediator."
            for actor in before.actors:
                if actor.part in {Part.BARE, Part.SPEAKER}:
                    yield _Mention(actor.party, _REACH, {"carried": 1.0})
                    break


def _stands(actor: Actor, mark: Mark, reading: Reading) -> dict[str, float]:
    """How a party stands to a word of mediation, and what their sentence tells."""
    low, high = reading.sentence.clause(mark.start)
    recalls = reading.recap or reading.sentence.has("time", "recap")
    return {
        "before" if actor.start < mark.start else "behind": 1.0,
        f"part.{actor.part}": 1.0,
        "clause" if low <= actor.start < high else "outside": 1.0,
        "recap" if recalls else "fresh": 1.0,
        "moves" if reading.moves else "still": 1.0,
        "past" if any(move.scope is Scope.PAST for move in reading.moves) else "now": 1.0,
    }


def _thanked(actor: Actor, mark: Mark) -> dict[str, float]:
    """Before or behind a word of brokering, help or thanks: who thanks stands before it, whom he thanks behind it.

    A word of help alone is said of many, one of brokering or thanks means somebody.
    """
    where = "before" if actor.start < mark.start else "behind"
    told = {f"{mark.key}.{where}": 1.0}
    if mark.key == "help":
        return told
    told[f"{mark.key}.part.{actor.part}"] = 1.0
    if mark.key == "thanks":
        told["thanks"] = 1.0
    elif _gap(actor, mark.start, mark.end) <= _CLOSE:
        told["broker.near"] = 1.0
    return told


# An adjective stands so close to its word, and whoever is called a broker no farther from that.
_BESIDE, _CLOSE = 2, 4


def _is_beside(adjective: Actor, actors: Sequence[Actor], mark: Mark) -> bool:
    """Whether an adjective tells who helped: "Qatari (and Egyptian) mediation", not "Qatari prisoners"."""
    return any(_gap(each, mark.start, mark.end) <= _BESIDE for each in _list(adjective, actors))


def _tells_help(actor: Actor, reading: Reading) -> bool:
    """Whether the mention stands right beside a word of mediation."""
    return any(_gap(actor, mark.start, mark.end) <= _BESIDE for mark in reading.sentence.of("mediation"))


def _list(actor: Actor, among: Sequence[Actor]) -> list[Actor]:
    """The actor and its neighbours in an enumeration, those joined by a clitic or by "and the" too."""
    return listed(actor, among, least=0)


def _gap(actor: Actor, start: int, end: int) -> int:
    return max(0, start - actor.end, actor.start - end)


def _elsewhere(
    party: str, mine: Sequence[tuple[Reading, Actor]], ranked: Sequence[str], nations: Set[str], goals: Set[str]
) -> dict[str, float]:
    """What the rest of the article says of the party: sides hold people, helpers do not.

    `mine` are its camp's mentions, `nations` the camps whose people are told of, `goals` those to whom people go.
    """
    side = camp(party)
    outside = _is_outsider(side, ranked)
    takers, parts = nations | goals, {actor.part for _, actor in mine}
    lends = not parts & _HOLDS and (side not in takers or Part.BARGAIN in parts)
    against = [each for each in ranked[:_SIDES] if are_rivals(side, each)]
    out = {
        "organisation": float(is_organisation(party)),
        "carries": float(carries(party)),
        "broker": float(is_broker(party)),
        "outsider": float(outside),
        "rival": float(not outside and any(not (lends and takers - {each}) for each in against)),
        "enemy": float(camp(opponent(party) or "") in ranked[:_FIRST]),
        "people": float(side in nations),
        "apart": sum(not reading.moves for reading, _ in mine) / len(mine),
        "titled": float(any(reading.sentence.title for reading, _ in mine)),
        "early": float(any(reading.sentence.order <= _LEAD for reading, _ in mine)),
        "bygone": float(all(_is_bygone(reading) for reading, _ in mine)),
        "denied": float(any(_is_denied(actor, reading) for reading, actor in mine)),
        "recalled": float(all(r.recap or r.sentence.has("time", "recap", "past") for r, _ in mine)),
    }
    rest = Counter(a.part for reading, a in mine if not (a.part is Part.NATION and _tells_help(a, reading)))
    out |= {f"all.{part}": min(2.0, float(rest[part])) for part in Part if part in rest}
    if len(parts) == 1:
        (part,) = parts
        out |= {f"only.{part}": 1.0} | ({f"{_kind(party)}.only.{part}": 1.0} if is_organisation(party) else {})
    return out | {f"rank.{min(_FIRST, ranked.index(side) if side in ranked else _FIRST)}": 1.0}


def _is_bygone(reading: Reading) -> bool:
    """Whether a sentence tells only of what once was: "in October the Red Cross helped to swap 21 of them"."""
    return reading.recap or (bool(reading.moves) and all(move.scope is Scope.PAST for move in reading.moves))


def _is_denied(actor: Actor, reading: Reading) -> bool:
    """Whether the party's own clause says no: "neither the UN nor the ICRC was involved"."""
    low, high = reading.sentence.clause(actor.start)
    return any(low <= cue.start < high for cue in reading.sentence.of("mode", "negated"))


def _is_outsider(side: str, ranked: Sequence[str]) -> bool:
    """Whether two others of the article's first sides are at war with each other, and this one with neither.

    Rivals without a war do not count, as they do in `hosts.py`: much of the world would stand outside theirs.
    """
    first = [each for each in ranked if each != side][:_SIDES]
    pairs = [(each, camp(enemy)) for each in first if (enemy := opponent(each)) and camp(enemy) in first]
    return bool(pairs) and foes(side).isdisjoint(each for pair in pairs for each in pair)


# The title and the first two sentences.
_LEAD = 2
# The sides of an exchange are among so many of whom the article says most; further ones are named in passing.
_SIDES, _FIRST = 3, 4
_SCENE = frozenset({Part.PLACE, Part.CARRIER})
_HOLDS = frozenset({Part.FROM, Part.HOLDER, Part.HELD_IN})


def _ranked(readings: Sequence[Reading]) -> list[str]:
    """Camps by how much the article says of them; where something happens and whose planes fly says nothing."""
    weight: dict[str, int] = {}
    for reading in readings:
        for actor in reading.actors:
            if not is_organisation(actor.party) and actor.part not in _SCENE:
                weight[camp(actor.party)] = weight.get(camp(actor.party), 0) + (3 if reading.sentence.title else 1)
    return sorted(weight, key=lambda side: -weight[side])
