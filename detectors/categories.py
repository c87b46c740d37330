"""What kind of people a movement is of: by the words for them, by who held them and how they were taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detectors.parties import (
    NOBODY,
    are_at_war,
    governs,
    imprisons,
    is_bystander,
    is_group,
    is_war_of_armies,
    takes_hostages,
)
from detectors.people import ARMED, CAPTIVES, KINDS
from detectors.sides import Reading, once
from detectors.types import Category

# Title and lead: who is freed is told there by what they are, if anywhere.
_EARLY, _LEAD = 3, 1
# What people of no named kind are, the first of these that is said.
_LIVING = ("prisoners", "hostages", "civilians")
# The title, which tells of children only where they are who goes.
_TITLED = 1
# The words for people who live, but for soldiers, whose bodies are told of mostly.
_UNARMED = frozenset(KINDS) - {"bodies", "soldiers"}
# How far the words that name a headquarters stand from it ("… for the Treatment of Prisoners of War").
_TITLE = 4


def living_of(readings: Sequence[Reading]) -> Category:
    """What people of no named kind are in this article: those of a war where it tells of one, else as its lead says.

    They are dead where the lead tells of bodies, nobody is a captive and title and lead count nobody who lives.
    """
    said = [_said(reading) for reading in readings]
    early, all_ = set[str]().union(*said[:_EARLY]), set[str]().union(*said)
    if "bodies" in early and early.isdisjoint(_UNARMED) and all_.isdisjoint(CAPTIVES) and not _counts_living(readings):
        return Category.BODIES
    titled = "children" in set[str]().union(*said[:_TITLED]) and not _counts_children(readings[:_TITLED])
    if titled and early.isdisjoint({*CAPTIVES, *ARMED}):
        return Category.CHILDREN
    for kinds, here in ((ARMED, all_), (_LIVING, early), (_LIVING, all_)):
        for key in kinds:
            if key in here:
                return KINDS[key]
    return Category.PRISONERS


def _counts_children(readings: Sequence[Reading]) -> bool:
    """Whether children are a counted few beside others: "Five for two: South Ossetia keeps two teenagers"."""
    groups = [group for reading in readings for group in reading.groups if group.count > 0]
    young = {group.count for group in groups if group.category is Category.CHILDREN}
    return bool(young) and any(group.count not in young for group in groups)


def _counts_living(readings: Sequence[Reading]) -> bool:
    """Whether title or lead count people who live: "four soldiers freed, the body of a fifth handed over".

    So do those given for bodies: "45 followers of Hezbollah for the bodies of two soldiers".
    """
    return any(
        group.count > 0 and not group.dead and (group.category is not None or group.pair is not None)
        for reading in readings[:_EARLY]
        if reading.sentence.title or reading.sentence.order <= _LEAD
        for group in reading.groups
    )


def as_told(category: Category | None, living: Category) -> Category | None:
    """What people are called, those dead whom an article of the dead alone calls soldiers: "six of its soldiers"."""
    return Category.BODIES if living is Category.BODIES and category is Category.PRISONERS_OF_WAR else category


@once
def _said(reading: Reading) -> set[str]:
    """The kinds of people that a sentence tells of, but for those in the name of a headquarters."""
    people = reading.sentence.of("people")
    offices = reading.sentence.of("speaker", "headquarters") if people else ()
    return {
        mark.key
        for mark in people
        if not (offices and any(max(mark.start - each.end, each.start - mark.end) <= _TITLE for each in offices))
    }


@dataclass(frozen=True, slots=True)
class Kindless:
    """What people of no named kind are in an article, and when it came out."""

    living: Category
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """People who are given up: what they are called, what others of no named kind are, how they were taken."""

    told: Category | None
    living: Category
    kidnapped: bool
    few: bool = False  # one or two, whom news tell of by name: convicts, mostly
    day: date | None = None  # of publication: who rules a state now did not always
    soldier: bool = False  # one person, told of by a word for a soldier


def category_of(people: Held, givers: Sequence[str], receivers: Sequence[str]) -> Category:
    """The kind of people, given who held them: a state holds prisoners, an armed group mostly hostages."""
    category = people.told or people.living
    if category is Category.BODIES:
        return category
    if not givers:  # who let them go is not told, but that they were kidnapped
        return Category.HOSTAGES if people.kidnapped and category in _KIDNAPPED else category
    if people.told is Category.PRISONERS and not people.few and are_soldiers(givers, receivers):
        return Category.PRISONERS_OF_WAR
    if not any(map(is_group, givers)):
        return _of_states(people, category, givers, receivers)
    return category if len(givers) > 1 else _of_group(people, category, givers[0], receivers)


def _of_group(people: Held, category: Category, group: str, receivers: Sequence[str]) -> Category:
    """What an armed group holds: hostages, but for soldiers, and for prisoners where it rules."""
    if receivers and all(map(is_group, receivers)):  # who comes back to an armed group is one of its fighters
        return Category.PRISONERS if category is Category.HOSTAGES else category
    if group == NOBODY and category in _SEIZED:  # captors without a name rule nothing and fight no war
        return Category.HOSTAGES
    soldiers = people.told is Category.PRISONERS_OF_WAR or people.soldier
    if takes_hostages(group, soldiers=soldiers and not people.kidnapped):
        return Category.HOSTAGES
    ruling = governs(group, people.day)
    if ruling and not (people.kidnapped or category is Category.HOSTAGES):
        return Category.PRISONERS if category is Category.CIVILIANS else category
    seized = people.kidnapped or category is Category.CIVILIANS
    bystanders = all(is_bystander(receiver, group) for receiver in receivers)
    if bystanders or ruling or (seized and not imprisons(group)):
        return Category.HOSTAGES
    return Category.PRISONERS if category is Category.HOSTAGES and imprisons(group) else category


# What those are called beside the word that they were kidnapped.
_KIDNAPPED = frozenset({Category.PRISONERS, Category.CIVILIANS})
_SEIZED = _KIDNAPPED | {Category.PRISONERS_OF_WAR}


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
