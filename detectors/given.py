"""Verbs of getting people back that tell of giving them, by whom else they stand; and to whom people are given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from detectors.actors import Actor
from detectors.parties import camp, home_of, is_group
from detectors.people import Group
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.status import Move
from detectors.types import Category


def given_back(
    moves: Iterable[Move], actors: Sequence[Actor], groups: Sequence[Group], sentence: Sentence
) -> Iterator[Move]:
    """The movements, a verb of getting back that stands by whom else it is done for one of giving: "вернул Индии".

    So it is where an armed group does it with those whom such groups hold: "«Боко Харам» вернула 82 школьницы".
    """
    for move in moves:
        if move.kind != "receive":
            yield move
            continue
        verb = move.mark
        free = [camp(a.party) for a in actors if a.part in {Part.BARE, Part.BY} and a.end <= verb.start]
        near = (a for a in actors if a.part is Part.TO and (a.start - verb.end in (0, 1) or a.end == verb.start))
        away = bool(free) and any(camp(a.party) not in free for a in near)
        away = away or (bool(free) and is_group(free[-1]) and _are_captives_of(free[-1], verb.end, groups, sentence))
        yield replace(move, kind="release") if away else move


def given_to(
    actors: Sequence[Actor], groups: Sequence[Group], moves: Iterable[Move], sentence: Sentence
) -> Iterator[Actor]:
    """The mentions, the second of two before people and a verb that gives them as whoever gets these.

    "Rusland heeft Oekraïne 1.245 lichamen overhandigd", where no case and no preposition tells it.
    """
    gives = [move.mark.start for move in moves if move.kind == "release" and move.mark.key != "noun"]
    for ahead, actor in zip((None, *actors), actors, strict=False):
        second = ahead is not None and ahead.part is actor.part is Part.BARE and camp(ahead.party) != camp(actor.party)
        yield replace(actor, part=Part.TO) if second and _gets(ahead, actor, groups, gives, sentence) else actor


def _gets(giver: Actor | None, actor: Actor, groups: Sequence[Group], gives: Sequence[int], sentence: Sentence) -> bool:
    """Whether people stand right behind a mention, and a verb that gives them right behind these, in one clause."""
    low, high = sentence.clause(actor.start)
    together = giver is not None and low <= giver.start
    joints = {mark.end for mark in (*sentence.of("role", "and"), *sentence.of("said", "according"))}
    together = together and joints.isdisjoint({actor.start, actor.start - 1})  # "and Ukraine", "volgens Oekraïne"
    return together and any(
        0 <= group.start - actor.end <= 1 and 0 <= verb - group.end <= 1 and verb < high
        for group in groups
        for verb in gives
    )


def _are_captives_of(captor: str, verb: int, groups: Sequence[Group], sentence: Sentence) -> bool:
    """Whether the people right behind a verb are none of an armed group's own: hostages, alive or dead, or children."""
    first = next((group for group in groups if 0 <= group.start - verb <= _OBJECT and not group.own), None)
    if first is None:
        return False
    foreign = first.nation is not None and camp(first.nation) not in {captor, home_of(captor)}
    hostages = any(first.start <= mark.start <= first.end for mark in sentence.of("people", "hostages"))
    return first.category in _CAPTIVES or foreign or hostages


# An object stands so near behind its verb.
_OBJECT = 3
_CAPTIVES = frozenset({Category.HOSTAGES, Category.CHILDREN})
