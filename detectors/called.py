"""Sides that are called by what they are: "the rebels" and "the government" of the war that an article names."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detectors.actors import Actor, actor_of, joined
from detectors.lexicon import Mark
from detectors.parties import bloc_against, home_of, is_group, opponent
from detectors.people import Group
from detectors.sides import Reading


def called_by_kind(readings: list[Reading]) -> list[Reading]:
    """The readings with a mention for each "rebels" or "government" whose name another sentence tells."""
    meant = _meant(readings)
    if not meant:
        return readings
    return [_with(reading, meant) if reading.sentence.has("called") else reading for reading in readings]


def _meant(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Who is meant by each word: the armed group that the article names most, the state and the bloc that it fights."""
    named = Counter(actor.party for reading in readings for actor in reading.actors if is_group(actor.party))
    if not named:
        return {}
    rebels = named.most_common(1)[0][0]
    state = opponent(rebels)
    rulers = {"rulers": state} if state is not None and state == home_of(rebels) else {}
    bloc = bloc_against(rebels)
    return {"rebels": rebels, **rulers, **({"coalition": bloc} if bloc is not None else {})}


def _with(reading: Reading, meant: Mapping[str, str]) -> Reading:
    actors = sorted((*reading.actors, *_mentions(reading, meant)), key=lambda actor: actor.start)
    groups = tuple(_of_side(group, reading, meant) for group in reading.groups)
    return replace(reading, actors=tuple(joined(actors, reading.sentence)), groups=groups)


def _of_side(group: Group, reading: Reading, meant: Mapping[str, str]) -> Group:
    """The group, of the nation that the word among those for it means: "706 rebels", "181 government soldiers"."""
    if group.nation is not None or group.count == 0:
        return group
    words = [mark for mark in reading.sentence.of("called") if _is_theirs(mark, group, reading)]
    nations = {meant[mark.key] for mark in words if mark.key in meant}
    return replace(group, nation=nations.pop()) if len(nations) == 1 else group


def _is_theirs(mark: Mark, group: Group, reading: Reading) -> bool:
    """Whether the word stands in the group's phrase; in Chinese and Japanese also right before: 政府軍兵士181人."""
    if group.start <= mark.start < group.end:
        return True
    ahead = reading.sentence.stretch > 1 and 0 <= group.start - mark.end <= _OF
    return ahead and not any(mark.end <= move.mark.start < group.start for move in reading.moves)


def _mentions(reading: Reading, meant: Mapping[str, str]) -> Iterator[Actor]:
    for mark in reading.sentence.of("called"):
        party = meant.get(mark.key)
        if party is not None and _stands_alone(mark, reading):
            yield actor_of(replace(mark, group="party", key=party, form="name"), reading.sentence)


def _stands_alone(mark: Mark, reading: Reading) -> bool:
    """Whether nobody is named beside the word ("Houthi rebels") or counted by it ("32 rebels")."""
    sentence = reading.sentence
    beside = any(party.start - mark.end <= _OF and mark.start - party.end <= 1 for party in sentence.of("party"))
    return not beside and not any(group.start <= mark.start < group.end for group in reading.groups)


# "rebels of the M23", "the government of Yemen": a name so near to the word says whose it is.
_OF = 2
