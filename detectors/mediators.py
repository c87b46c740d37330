"""Who only helps: parties that brokered the exchange, carried it out or were thanked for it, without being a side."""

from collections.abc import Sequence

from detectors import weigh
from detectors.actors import Actor, Part
from detectors.parties import are_rivals, camp, is_broker, is_organisation, opponent
from detectors.sides import Reading, listed

# A party nearer to a word of mediation than this may be meant by it.
_REACH = 14
# An organisation in one of the first sentences about a movement may have carried it out.
_UPPER = 8


def mediators(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The parties that the article calls helpers of its exchange, in order of mention."""
    return tuple(party for party, signals in candidates(readings).items() if weigh.points("mediator", signals) > 0)


def candidates(readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    """Every party beside a word of mediation, with what speaks for and against its being a helper."""
    out: dict[str, dict[str, float]] = {}
    times: dict[str, int] = {}
    for before, reading in zip((None, *readings), readings, strict=False):
        for party, signals in _in_sentence(reading, before).items():
            known = out.setdefault(party, {})
            out[party] = {name: max(known.get(name, 0.0), signals.get(name, 0.0)) for name in known | signals}
            times[party] = times.get(party, 0) + 1
    for party, often in times.items():
        out[party]["again"] = min(2.0, often - 1.0)
    for reading in readings[:_UPPER]:
        for actor in reading.actors:
            hosts = actor.part is Part.PLACE  # where it happens is no help yet
            if (is_organisation(actor.party) or (is_broker(actor.party) and not hosts)) and reading.moves:
                told = out.setdefault(actor.party, {"unmarked": 1.0})
                told[f"with.{actor.part}"] = told["with.lead" if reading.sentence.order <= 1 else "with.later"] = 1.0
    return {party: signals | _elsewhere(party, readings) for party, signals in out.items()}


def _in_sentence(reading: Reading, before: Reading | None) -> dict[str, dict[str, float]]:
    sentence = reading.sentence
    out: dict[str, dict[str, float]] = {}
    actors = [actor for actor in reading.actors if actor.part is not Part.HOLDER]
    for mark in sentence.of("mediation"):
        # An adjective tells who helped only right beside the word: "Qatari mediation", not "Qatari prisoners".
        free = [a for a in actors if a.part is not Part.NATION or _gap(a, mark.start, mark.end) <= _BESIDE]
        gaps = {actor: min(_gap(each, mark.start, mark.end) for each in _list(actor, free)) for actor in free}
        near = sorted(free, key=lambda actor: gaps[actor])
        for rank, actor in enumerate(near):
            gap = gaps[actor] // sentence.stretch
            if gap > _REACH:
                continue
            low, high = sentence.clause(mark.start)
            signals = out.setdefault(actor.party, {"bias": 1.0})
            signals[f"gap.{min(5, gap // 2)}"] = 1.0
            signals["nearest" if rank == 0 else "farther"] = 1.0
            signals["before" if actor.start < mark.start else "behind"] = 1.0
            signals[f"part.{actor.part}"] = 1.0
            signals["clause" if low <= actor.start < high else "outside"] = 1.0
            if rank and actor in _list(near[0], free):
                signals["listed"] = 1.0
            signals["recap" if reading.recap or sentence.has("time", "recap") else "fresh"] = 1.0
            signals["moves" if reading.moves else "still"] = 1.0
            signals["past" if any(str(move.scope) == "past" for move in reading.moves) else "now"] = 1.0
        if not actors and before is not None:  # "It says it acted as the mediator."
            for actor in before.actors:
                if actor.part in {Part.BARE, Part.SPEAKER}:
                    out.setdefault(actor.party, {"bias": 1.0})["carried"] = 1.0
                    break
    return out


# An adjective stands so close to its word.
_BESIDE = 2


def _list(actor: Actor, among: Sequence[Actor]) -> list[Actor]:
    """The actor and its neighbours in an enumeration, those joined by a clitic or by "and the" too."""
    return listed(actor, among, least=0)


def _gap(actor: Actor, start: int, end: int) -> int:
    return max(0, start - actor.end, actor.start - end)


def _elsewhere(party: str, readings: Sequence[Reading]) -> dict[str, float]:
    """What the rest of the article says of the party: sides hold people, helpers do not."""
    ranked = _ranked(readings)
    out = {
        "organisation": float(is_organisation(party)),
        "broker": float(is_broker(party)),
        "outsider": float(_is_outsider(camp(party), ranked)),
        "rival": float(any(are_rivals(camp(party), each) for each in ranked[:_SIDES])),
    }
    mine = [actor for reading in readings for actor in reading.actors if camp(actor.party) == camp(party)]
    for part in Part:
        times = sum(actor.part is part for actor in mine)
        if times:
            out[f"all.{part}"] = min(2.0, float(times))
    out["titled"] = float(any(camp(a.party) == camp(party) for r in readings if r.sentence.title for a in r.actors))
    out[f"rank.{ranked.index(camp(party)) if camp(party) in ranked[:4] else 4}"] = 1.0
    return out


def _is_outsider(side: str, ranked: Sequence[str]) -> bool:
    """Whether two others of the article's first sides are at war with each other, and this one with neither."""
    first = [each for each in ranked if each != side][:_SIDES]
    pairs = [(each, camp(enemy)) for each in first if (enemy := opponent(each)) and camp(enemy) in first]
    return bool(pairs) and camp(opponent(side) or "") not in {each for pair in pairs for each in pair}


# The sides of an exchange are among so many of whom the article says most.
_SIDES = 3


def _ranked(readings: Sequence[Reading]) -> list[str]:
    """Camps by how much the article says of them."""
    weight: dict[str, int] = {}
    for reading in readings:
        for actor in reading.actors:
            if not is_organisation(actor.party):
                weight[camp(actor.party)] = weight.get(camp(actor.party), 0) + (3 if reading.sentence.title else 1)
    return sorted(weight, key=lambda side: -weight[side])
