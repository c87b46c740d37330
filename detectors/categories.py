"""What kind of people a movement is of: by the words for them, by who held them and how they were taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detectors.parties import (
    are_at_war,
    governs,
    imprisons,
    is_bystander,
    is_group,
    is_war_of_armies,
    takes_hostages,
)
from detectors.people import ARMED, KINDS
from detectors.reading import Sentence
from detectors.sides import Reading
from detectors.types import Category

# Title and lead: who is freed is told there by what they are, if anywhere.
_EARLY = 3
# What people of no named kind are, the first of these that is said.
_LIVING = ("prisoners", "hostages", "civilians")
# How far the words that name a headquarters stand from it ("… for the Treatment of Prisoners of War").
_TITLE = 4


def living_of(readings: Sequence[Reading]) -> Category:
    """What people of no named kind are in this article: those of a war where it tells of one, else as its lead says."""
    said = [{*_said(reading.sentence)} for reading in readings]
    early, all_ = set[str]().union(*said[:_EARLY]), set[str]().union(*said)
    for kinds, here in ((ARMED, all_), (_LIVING, early), (_LIVING, all_)):
        for key in kinds:
            if key in here:
                return KINDS[key]
    return Category.PRISONERS


def _said(sentence: Sentence) -> Iterable[str]:
    """The kinds of people that a sentence tells of, but for those in the name of a headquarters."""
    offices = list(sentence.of("speaker", "headquarters"))
    for mark in sentence.of("people"):
        if not any(max(mark.start - office.end, office.start - mark.end) <= _TITLE for office in offices):
            yield mark.key


@dataclass(frozen=True, slots=True)
class Held:
    """People who are given up: what they are called, what others of no named kind are, how they were taken."""

    told: Category | None
    living: Category
    kidnapped: bool
    few: bool = False  # one or two, whom news tell of by name: convicts, mostly


def category_of(people: Held, givers: Sequence[str], receivers: Sequence[str]) -> Category:
    """The kind of people, given who held them: a state holds prisoners, an armed group mostly hostages."""
    category = people.told or people.living
    if people.told is Category.BODIES or not givers:
        return category
    if people.told is Category.PRISONERS and not people.few and are_soldiers(givers, receivers):
        return Category.PRISONERS_OF_WAR
    if not any(map(is_group, givers)):
        return _of_states(people, category, givers, receivers)
    if len(givers) > 1:
        return category
    group = givers[0]
    soldiers = people.told is Category.PRISONERS_OF_WAR
    bystanders = all(is_bystander(receiver, group) for receiver in receivers)
    if takes_hostages(group, soldiers=soldiers and not people.kidnapped):
        return Category.HOSTAGES
    if governs(group) and not (people.kidnapped or category is Category.HOSTAGES):
        return Category.PRISONERS if category is Category.CIVILIANS else category
    if bystanders or governs(group) or (people.kidnapped and not imprisons(group)):
        return Category.HOSTAGES
    return Category.PRISONERS if category is Category.HOSTAGES and imprisons(group) else category


def are_soldiers(givers: Sequence[str], receivers: Sequence[str]) -> bool:
    """Whether captives that go from these to those are a war's unless they are called otherwise."""
    return any(is_war_of_armies(giver, receiver) for giver in givers for receiver in receivers)


def _of_states(people: Held, category: Category, givers: Sequence[str], receivers: Sequence[str]) -> Category:
    """What a state holds: prisoners, and civilians of another in a war alone; hostages are others', given up there."""
    at_war = any(are_at_war(giver, receiver) for giver in givers for receiver in receivers)
    if category is Category.HOSTAGES and (at_war or not people.kidnapped):
        return Category.PRISONERS
    return Category.PRISONERS if category is Category.CIVILIANS and receivers and not at_war else category


def tells_of_kidnapping(readings: Iterable[Reading]) -> bool:
    """Whether sentences about people tell that they were kidnapped."""
    return any(reading.sentence.has("other", "kidnap") for reading in readings)
