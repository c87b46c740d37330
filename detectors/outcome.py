"""What is told of a figure in the end: a movement with its kind, its parts and the words it was read from."""

from collections.abc import Sequence

from detectors.categories import Held, Kindless, as_told, category_of, tells_of_kidnapping
from detectors.parties import NOBODY, is_group
from detectors.status import Mode
from detectors.transfers import Read
from detectors.types import Category, Transfer
from detectors.types import Part as Share


def transfer(
    givers: tuple[str, ...], receivers: tuple[str, ...], read: Read, found: Sequence[Read], kindless: Kindless
) -> Transfer:
    """What is told of a figure read in this way, with its kind, its parts and the words it was read from."""
    group, sentence = read.figure.group, read.figure.reading.sentence
    shares = _shares(read, found)
    told = as_told(_told_first(read, found) or group.category or _told_elsewhere(read, found), kindless.living)
    # whoever is told of alone is a convict or a captive, whatever journalists the text has
    alone = group.single and kindless.living in {Category.CIVILIANS, Category.BODIES}
    living = Category.PRISONERS if alone else kindless.living
    soldier = group.single and any(group.start <= mark.start < group.end for mark in sentence.of("people", "soldiers"))
    # whom an armed group holds are hostages where the article calls them so anywhere, as where they were kidnapped
    called = any(
        each.figure.group.category is Category.HOSTAGES or each.figure.reading.sentence.has("people", "hostages")
        for each in _of_these(read, found)
    )
    kidnapped = is_kidnapped(read, found) or (called and all(map(is_group, givers)))
    held = Held(told, living, kidnapped, read.count <= _FEW, kindless.day, soldier)
    category = category_of(held, givers, receivers)
    if shares and (told is None or told in _MIXABLE) and any(share.category is Category.CIVILIANS for share in shares):
        category = Category.MIXED
    return Transfer(
        released_by=tuple(party for party in givers if party != NOBODY),
        returned_to=tuple(party for party in receivers if party != NOBODY),
        category=category,
        count=read.count,
        qualifier=group.qualifier,
        planned=_is_ahead(read, found),
        breakdown=shares,
        evidence=(sentence.span(group.start, group.end, "counted-group"),),
    )


# So few people are told of by their names.
_FEW = 2


def _is_ahead(read: Read, found: Sequence[Read]) -> bool:
    """Whether the article tells of these people, wherever it does, only as of those who are yet to go."""
    same = [each for each in found if (each.count, each.dead) == (read.count, read.dead)]
    modes = [each.figure.move.mode for each in same if each.figure.move is not None and each.likely >= _SAID]
    if modes:
        return all(mode in {Mode.AGREED, Mode.PLANNED} for mode in modes)
    return read.figure.move is None and read.figure.reading.sentence.has("mode", "planned", "will")


# A figure less likely than this to be the event's own says nothing of when.
_SAID = 0.2


def _told_first(read: Read, found: Sequence[Read]) -> Category | None:
    """What the article calls these people first: one number told later may count others, too."""
    group, way = read.figure.group, max(read.chances, key=read.chances.__getitem__)
    same = (each for each in found if (each.count, each.dead) == (read.count, read.dead) and read.count > 1)
    first = (each.figure.group for each in same if each.chances.get(way, 0.0) >= _AS_WELL * read.chances[way])
    return next((each.category for each in first if each.category is not None and not each.part), group.category)


# A mention that is as good as this beside the likeliest one counts the same people.
_AS_WELL = 0.7


def _told_elsewhere(read: Read, found: Sequence[Read]) -> Category | None:
    """What the article calls the same number of people in another place, where that is likeliest of these."""
    same = sorted((other for other in found if other.count == read.count > 1), key=lambda other: -other.likely)
    kinds = (each.figure.group.category for each in same if not (each.figure.group.part or each.dead))
    return next((kind for kind in kinds if kind is not None), None)


def is_kidnapped(read: Read, found: Sequence[Read]) -> bool:
    """Whether the article tells, wherever it does of these people, that they were kidnapped."""
    return tells_of_kidnapping(each.figure.reading for each in _of_these(read, found))


def _of_these(read: Read, found: Sequence[Read]) -> list[Read]:
    """The mentions of these very people."""
    return [each for each in found if (each.count, each.dead, each.person) == (read.count, read.dead, read.person)]


_MIXABLE = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED})


def _shares(read: Read, found: Sequence[Read]) -> tuple[Share, ...]:
    """The named kinds among the total's parts: "seven of them civilians"."""
    kinds = {Category.CIVILIANS, Category.CHILDREN} - {read.figure.group.category}
    shares: dict[Category, int] = {}
    for other in found:
        group = other.figure.group
        if group.part and group.category in kinds and group.count < read.count and group.category is not None:
            shares.setdefault(group.category, group.count)
    return tuple(Share(category=category, count=count) for category, count in shares.items())
