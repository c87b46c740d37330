"""What tells one exchange of a war from the next: they come every few days, with as many people. Pure."""

from collections.abc import Collection, Set

from bot.counts import Figures
from bot.facts import RECENT, Facts, Group, is_group, opponent

# Points for one that came out days after an exchange of a war, more than one where an armed group fights: who is so
# late says when it was, and the next one has as many.
GROUP_RECENT, WAR_LATE = 1, -2.5
# Points for one that tells, a day after the exchange, who went the other way: it answers that rather than what came on
# its own day.
WAY_BACK = 1.5


def is_war(sides: Collection[str]) -> bool:
    """Whether two of them are at war with one another."""
    return any(opponent(side) in sides for side in sides)


def in_one_war(one: Set[str], other: Set[str]) -> bool:
    """Whether who is freed by a side of a war in the one is freed by its enemy in the other."""
    return any(opponent(side) in other - one for side in one - other)


def is_war_of_group(sides: Collection[str]) -> bool:
    """Whether an armed group fights in a war of theirs."""
    return is_war(sides) and any(map(is_group, sides))


def recent(sides: Collection[str]) -> int:
    """For how many days news of an exchange between them comes without the day on which it was."""
    return GROUP_RECENT if is_war_of_group(sides) else RECENT


def is_late_in_war(facts: Facts, group: Group, gap: int) -> bool:
    """Whether the later of the two states no day and came out days after an exchange of a war: it is another's."""
    if facts.coming or group.coming or facts.when is None or group.when is None:
        return False
    stated = facts.stated if facts.when > group.when else group.stated
    if stated is not None or gap <= GROUP_RECENT:
        return False
    sides = facts.sides | group.sides
    return gap > recent(sides) and is_war(sides)


def is_way_back(facts: Facts, group: Group) -> bool:
    """Whether the later of the two, a day apart, tells of nobody but who went the other way.

    An armed group lets few go for many, who often leave after midnight or the day after; not who goes to the group
    first, nor where a total over both ways counts those who went back already. In a war between states as many go each
    way, day by day.
    """
    if not is_war_of_group(facts.sides) or facts.when is None or group.when is None:
        return False
    theirs = [member.figures for member in group.members]
    first, then = ([facts.figures], theirs) if facts.when < group.when else (theirs, [facts.figures])
    if any(way == "both" for told in first for (_, way, _), _ in told.known):
        return False
    gone, back = ({side for each in told for side in _gone(each)} for told in (first, then))
    return bool(back) and not all(map(is_group, gone)) and not gone & back


def _gone(figures: Figures) -> set[str]:
    """The sides of which it says how many have come home."""
    return {side for (_, way, side), figure in figures.known if way == "to" and not figure.planned}
