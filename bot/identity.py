"""Do two reports tell of one exchange? Structure decides, never likeness of words: sides, people, day, counts. Pure.

Points are given for what agrees and taken for what cannot be: the day and the counts must be able to outweigh each
other, since an honest report may have either wrong. `JOINS` is what a report needs to belong.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.comparison import Comparison, compare
from bot.counts import FEW, FEW_NAMED, NO_FIGURES
from bot.days import BEFORE, LATE, NEXT_DAY, OTHER_DAY, PLAN_WINDOW, day_points
from bot.facts import RECENT, Facts, Group, hosts, is_group, opponent
from bot.plans import is_long_planned, is_of_next_stages
from bot.wars import WAR_LATE, WAY_BACK, in_one_war, is_late_in_war, is_war, is_way_back

# Points from which a report belongs to an exchange.
JOINS = 1.0
# Points from which a doubtful report does: what others tell must make up for what it does not say itself.
SURELY = 1.5
IMPOSSIBLE = -100.0
# A report that names one side only must agree more in the rest.
ONE_SIDE = 0.5
# The least equal count that shows two names to mean one side; and two days to mean one, on either side of midnight.
TELLING_NAME, TELLING_OVERNIGHT = 5, 50
# So many sides hardly exchange people with one another twice in a week, but in a war; points where all are the same.
SEVERAL, SAME_SEVERAL = 3, 1.0
# Counts that are a multiple of it are told of many exchanges.
ROUND = 10
# One report of an exchange in more than so many that has another figure may be misread.
ODD_ONES = 3
# Days within which foreigners freed in a war's swap come home.
FOREIGNERS = 4
# So many different figures hardly two exchanges of one week share.
SHARED = 3
# Told on no day of its own, with one of a day's figures and another of few that is not: rather of the day before.
ODD_FIGURE = 0.75
# What a feature of a few named persons, written for days, must agree more in the rest.
FEATURE = 0.5

_NOTHING = Comparison()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely a report tells of an exchange, and why; of equal points the more different counts agree, the nearer.

    `fit`: how many different counts both have, and how few days lie between; `why` is made of `reason` and `found`.
    """

    points: float
    reason: str = ""
    fit: tuple[int, int] = (0, 0)
    found: tuple[int, Comparison | None] | None = None  # days between, and the figures where they were compared

    @property
    def why(self) -> str:
        """The reason in words, made only where it is read: that of one of many candidates."""
        if self.found is None:
            return self.reason
        gap, figures = self.found
        agreement = f", {figures.words}" if figures else ""
        return f"{self.reason}same sides, {_gap_words(gap)}{agreement} ({self.points:.1f} points)"


def likeness(facts: Facts, group: Group) -> Likeness:
    """Points for the report telling of the exchange, with the reason; far below zero where it cannot."""
    if facts.families and group.families and not facts.families & group.families:
        is_same = _are_the_same_people(facts, group)
        return Likeness(SURELY, "the same count of one day") if is_same else Likeness(IMPOSSIBLE, "other people")
    days, gap = day_points(facts, group)
    shared, named = _sides_shared(facts, group, same_day=gap == 0)
    if not shared:
        return Likeness(IMPOSSIBLE, "other sides")
    alike = 0 < gap <= RECENT and _is_told_alike(facts, group)
    if not alike and _is_seen_off(facts, group, days, gap):  # most are
        return Likeness(OTHER_DAY, found=(gap, None))
    figures = _compared(facts, group, gap)
    points = LATE[gap] if alike and days < LATE[-1] else _dated(facts, group, figures, days, gap)
    points += figures.points(gap) + _ordinals(facts, group, figures, gap)
    if gap > RECENT and facts.figures.known and group.figures != NO_FIGURES and not figures.relations:
        points -= FEATURE  # of other people than went days ago: three bodies returned after a swap of the living
    if gap == 0 and facts.day is None and figures.equal and figures.differs_of_few:
        points -= ODD_FIGURE  # stages repeat most figures: 13 and 39 again, but four Thais and not three
    if shared >= SEVERAL and not is_war(facts.sides):
        points += SAME_SEVERAL
    if shared == named == 1:
        points -= ONE_SIDE
    elif shared == 1 and not _is_other_name(facts, group, figures, gap):
        return Likeness(IMPOSSIBLE, "other sides")
    if facts.coming and facts.day and gap > 1:
        points = min(points, LATE[1])  # what happens on the day that it names comes before what has its figures
    return Likeness(points, fit=(figures.agreed, -gap), found=(gap, figures))


def _is_told_alike(facts: Facts, group: Group) -> bool:
    """Whether a report of it has figures that hardly two exchanges share, a day or a few apart.

    Three different ones, where no stages are told; at no war an uneven number of many and another one the other way.
    """
    found = [each for other in group.figures if (each := compare(facts.figures, other)).agreed > 1 and not each.differs]
    if any(each.agreed >= SHARED for each in found) and not (facts.staged or group.staged):
        return True
    uneven = any(each.both_ways and _is_uneven(each.equal, 2 * FEW) for each in found)
    return uneven and not is_war(facts.sides | group.sides)


def _is_uneven(count: int, least: int) -> bool:
    """Whether it is at least so many and no round number, as is told of many exchanges."""
    return count >= least and count % ROUND > 0


def _is_seen_off(facts: Facts, group: Group, days: float, gap: int) -> bool:
    """Whether it is of another day, which nothing outweighs, or nothing binds it to one but names."""
    if days == OTHER_DAY and not (_may_be_feature(facts, group, gap) or is_long_planned(facts, group)):
        return True
    return gap > 1 and _is_of_before(facts, group)


def _dated(facts: Facts, group: Group, figures: Comparison, days: float, gap: int) -> float:
    """Points for the days, seen with the figures."""
    if days == OTHER_DAY and is_long_planned(facts, group):
        return JOINS + (PLAN_WINDOW.days - gap) / 1000  # of several stages the first
    if gap == 1 and facts.out != group.out and figures.equal and figures.differs:
        return min(days, NEXT_DAY)  # the next stage, in which one side gave as many as the day before
    if gap == 0 and is_of_next_stages(facts, group):
        return NEXT_DAY
    if is_late_in_war(facts, group, gap) and not (gap <= RECENT and _are_telling(figures)):
        return min(days, WAR_LATE)
    if gap == 1 and days <= NEXT_DAY and is_way_back(facts, group):
        return WAY_BACK
    if days <= BEFORE and _may_be_feature(facts, group, gap) and _is_of_few(facts, group, figures):
        return LATE[gap] - FEATURE
    if days == BEFORE and gap == 1 and _is_arrival(facts, group, figures):
        return 0.0
    return _overnight(facts, group, figures) if days == NEXT_DAY else days


def _are_telling(figures: Comparison) -> bool:
    """Whether figures agree that the next exchange hardly has: both ways, or an uneven one of many."""
    return not figures.differs and (figures.agreed > 1 or _is_uneven(figures.equal, TELLING_OVERNIGHT))


def _is_arrival(facts: Facts, group: Group, figures: Comparison) -> bool:
    """Whether the later day is that on which those let go the evening before came home: as uneven a number, at no war.

    "Caracas frees five Spaniards", told for no day; "the five landed in Madrid on Friday".
    """
    uneven = _is_uneven(figures.equal, TELLING_NAME) and not figures.differs
    staged = facts.staged or group.staged
    return uneven and not staged and facts.families == group.families and not is_war(facts.sides | group.sides)


def _are_the_same_people(facts: Facts, group: Group) -> bool:
    """Whether they are only called otherwise, as schoolgirls for hostages: as many went from whom to whom on that day.

    That the dead are taken for captives only a doubtful report shows, and no round number, which comes back too often.
    """
    if facts.when is None or facts.when not in (group.when, group.out):
        return False
    are_dead = "bodies" in facts.families | group.families
    if are_dead and not facts.doubtful:
        return False
    mine = {(way, side, figure.lead) for (_, way, side), figure in facts.figures.known}
    theirs = {(way, side, figure.lead) for each in group.figures for (_, way, side), figure in each.known}
    ends = {(way, count) for way, _, count in mine & theirs}
    both = {count for way, count in ends if way == "to" and ("from", count) in ends}
    return any(_is_uneven(count, TELLING_OVERNIGHT) if are_dead else count >= TELLING_NAME for count in both)


def _sides_shared(facts: Facts, group: Group, *, same_day: bool) -> tuple[int, int]:
    """How many sides both have, of how many (two are enough) that the one names that names fewer."""
    mine, theirs = facts.sides, group.sides
    shared = len(mine & theirs)
    if shared > 1:
        return shared, shared
    # who is a side for one may be known to the other as a helper
    mine = (mine - ((hosts() if same_day else hosts() & group.helpers) - theirs)) or mine
    theirs = (theirs - ((hosts() if same_day else hosts() & facts.helpers) - facts.sides)) or theirs
    return len(mine & theirs), min(len(mine), len(theirs))


def _is_other_name(facts: Facts, group: Group, figures: Comparison, gap: int) -> bool:
    """Whether the side that differs is only told of otherwise: another name, a third state's people among those freed.

    Two exchanges of one state with different ones on one day hardly occur, but in a war: there the figures must tell.
    So must they of a habitual host, who may only have lent planes to both.
    """
    if facts.sides & group.sides <= hosts():
        return figures.equal >= TELLING_NAME
    if 0 <= gap <= FOREIGNERS and in_one_war(facts.sides, group.sides):
        return True
    if gap != 0 or figures.contradicts:
        return False
    if figures.equal >= TELLING_NAME or _is_of_a_group(facts.sides & group.sides, facts.sides ^ group.sides):
        return True
    if figures.differs and not _frees(facts) & {side for other in group.members for side in _frees(other)}:
        return False  # as few came home to one side from two others
    return not (figures.differs_of_many or is_war(facts.sides | group.sides))


def _frees(facts: Facts) -> set[str]:
    """The sides that let people go."""
    return {side for (_, way, side), _ in facts.figures.known if way == "from"}


def _is_of_a_group(shared: Collection[str], others: Collection[str]) -> bool:
    """Whether both have an armed group and the one has strangers to its war: it lets go hostages of several states."""
    return all(map(is_group, shared)) and any(opponent(side) not in shared for side in others)


def _may_be_feature(facts: Facts, group: Group, gap: int) -> bool:
    """Whether it can tell of those that came home days ago, so that the day that it states is only its own."""
    after = facts.out is not None and group.when is not None and facts.out > group.when
    living = "living" in facts.families & group.families
    return after and living and facts.stated == facts.out and gap < len(LATE)


def _is_of_few(facts: Facts, group: Group, figures: Comparison) -> bool:
    """Whether both tell of the same few people, and none of an exchange of few for many, as are repeated weekly."""
    few = 0 < figures.equal <= FEW_NAMED and not figures.contradicts and not is_war(facts.sides)
    return few and all(figure.most <= FEW for each in (facts.figures, *group.figures) for _, figure in each.known)


def _overnight(facts: Facts, group: Group, figures: Comparison) -> float:
    """Points for days that differ by one: the night between, or the next stage, which often has the same figures."""
    together = facts.out == group.out  # told on one day, they are rather one day misread than two days' news
    own = _is_own(facts.day, facts.out) and _is_own(group.stated, group.out)
    staged = (facts.staged or group.staged) and not _is_of_few(facts, group, figures)
    telling = TELLING_OVERNIGHT if is_war(facts.sides | group.sides) else TELLING_NAME
    uneven = _is_uneven(figures.equal, telling) and facts.families == group.families
    if not together and own and figures.agreed < 2 and (staged or not uneven):
        return NEXT_DAY  # each the news of its own day: "another 1,200 bodies"
    if staged:
        both = together and figures.agreed > 1 and figures.equal >= TELLING_OVERNIGHT
        return -1.0 if uneven or both else NEXT_DAY
    if figures.equal:
        return 1.0 if together else 0.0
    return 1.0 if together and figures.points(1) >= 0 else NEXT_DAY


def _is_of_before(facts: Facts, group: Group) -> bool:
    """Whether one tells of nobody who went and is older than the other: nothing binds the two but names."""
    if facts.when is None or group.when is None:
        return False
    return not (facts if facts.when < group.when else group).moving


def _is_own(day: date | None, out: date | None) -> bool:
    """Whether it states the very day on which it came out."""
    return day is not None and day == out


def _gap_words(gap: int) -> str:
    return "no day known" if gap < 0 else "same day" if gap == 0 else f"{gap} days apart"


def _compared(facts: Facts, group: Group, gap: int) -> Comparison:
    """The agreement with the reports of it.

    On its day that with the one that agrees best, since early figures are parts; on other days that with one that has
    the same figure, if not all but a few have another, else with most of them. A plan needs most to have its own: the
    last stage of a deal is often told with the whole deal's number.
    """
    found = [c for other in group.members if (c := compare(facts.figures, other.figures)).relations]
    found.sort(key=lambda c: (c.points(gap), c.equal, c.both_ways))
    best = [c for c in found if c.equal or gap == 0]
    is_stage = facts.coming and not group.coming and len(best) * 2 <= len(found)
    best = best if len(best) * ODD_ONES >= len(found) and not is_stage else []
    return best[-1] if best else found[(len(found) - 1) // 2] if found else _NOTHING


def _ordinals(facts: Facts, group: Group, figures: Comparison, gap: int) -> float:
    """The same ordinal says much; another one too, unless it counts something else (this year's, since 2022).

    Nor does it where one day's figures agree both ways: one side's 67th is the other's 68th.
    """
    if facts.ordinal is None or not group.ordinals:
        return 0.0
    if facts.ordinal in group.ordinals:
        return 3.0
    near = min(abs(facts.ordinal - other) for other in group.ordinals) <= 3
    agree = gap == 0 and figures.equal > 0 and figures.both_ways and not figures.differs
    return -6.0 if near and not agree else -0.5 if figures.equal else -3.0
