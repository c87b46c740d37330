"""Is what was planned what another report tells of? A plan has figures and often no day. Pure."""

from bot.comparison import compare, is_large_part, is_small_part
from bot.counts import FEW_NAMED
from bot.days import PLAN_WINDOW, WINDOW, days_planned
from bot.facts import Facts, Group
from bot.wars import is_war, is_war_of_group


def is_long_planned(facts: Facts, group: Group) -> bool:
    """Whether one is a plan for no day, weeks old, with the other's very figures or, both ways, with not many more.

    Two states at war exchange as many every few days: there only the very figures tell.
    """
    if not ((facts.coming or group.coming) and WINDOW.days < days_planned(facts, group) <= PLAN_WINDOW.days):
        return False
    found = [compare(facts.figures, other.figures) for other in group.members]
    if any(each.equal > FEW_NAMED and not each.differs for each in found):
        return True
    sides = facts.sides | group.sides
    if is_war(sides) and not is_war_of_group(sides):
        return False
    pairs = ((facts, other) if facts.coming else (other, facts) for other in group.members)
    return any(is_large_part(done.figures, plan.figures) for plan, done in pairs)


def is_of_next_stages(facts: Facts, group: Group) -> bool:
    """Whether one is a plan for no day, and the other tells of a stage of far fewer people on that very day.

    A deal is hardly agreed, begun and to go on within a day: it prolongs the one whose stages run.
    """
    if facts.coming is group.coming or (facts.stated if facts.coming else group.stated):
        return False
    if not (group.staged if facts.coming else facts.staged):
        return False
    pairs = ((other, facts) if group.coming else (facts, other) for other in group.members)
    return all(is_small_part(done.figures, plan.figures) for plan, done in pairs if plan.coming and not done.coming)
