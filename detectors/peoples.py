"""Sides that are told by their people: "the Russians handed over five bodies"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detectors.actors import Actor
from detectors.lexicon import Mark
from detectors.people import Group, adjective_before
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.status import Move
from detectors.text import ARTICLES


def acting(actors: Sequence[Actor], groups: Sequence[Group], moves: Sequence[Move], sentence: Sentence) -> list[Actor]:
    """The mentions, such people as the subject that they are."""
    peoples = [actor for actor in actors if actor.part is Part.NATION]
    joints = {joint.end for joint in sentence.of("role", "and")}  # "Russians freed after five Ukrainians"
    verbs = [
        move.mark
        for move in moves
        if move.kind in {"release", "receive"} and move.mark.key != "noun" and move.mark.end not in joints
    ]
    if not (peoples and verbs and groups):
        return list(actors)
    subjects = list(_subjects(peoples, groups, verbs, sentence))
    return [replace(actor, part=Part.BARE) if actor in subjects else actor for actor in actors]


def _subjects(
    peoples: Sequence[Actor], groups: Sequence[Group], verbs: Sequence[Mark], sentence: Sentence
) -> Iterator[Actor]:
    """The peoples right before a verb behind which, or where it stands last before which, those stand whom they move.

    Whose own are freed have nobody behind their verb: "Russians freed as Kyiv hands over five".
    """
    for people in peoples:
        if any(group.start <= people.start < group.end for group in groups) or adjective_before(people.end, sentence):
            continue
        for group in groups:
            verb = next((each for each in verbs if _is_object(people, each, group, sentence)), None)
            if verb is not None and not group.price and group.pair is None:
                yield people
                break


def _is_object(people: Actor, verb: Mark, group: Group, sentence: Sentence) -> bool:
    """Whether a verb stands right between a people and whom they move, or behind both where it ends its clause."""
    if verb.end <= group.start:
        return _joins(people.end, verb.start, _AUXILIARY, sentence) and _is_bare(verb.end, group.start, sentence)
    last = sentence.language.verb_last and group.end <= verb.start
    return last and _joins(people.end, group.start, _AUXILIARY, sentence) and _is_bare(group.end, verb.start, sentence)


def _joins(low: int, high: int, most: int, sentence: Sentence) -> bool:
    """Whether but few words part two tokens, none for people or a party: "have also"."""
    between = range(low, high)
    return 0 <= high - low <= most and not any(
        at in sentence.stops or sentence.starting(at, *_OTHERS) for at in between
    )


def _is_bare(low: int, high: int, sentence: Sentence) -> bool:
    """Whether nothing but an article parts two tokens."""
    return high - low <= 1 and all(sentence.word(at) in ARTICLES for at in range(low, high))


# So few words of a verb stand before what it says: "the Russians have also handed over".
_AUXILIARY = 2
_OTHERS = ("people", "single", "speaker", "party", "role")
