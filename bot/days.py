"""Can two reports be of one exchange by their days? Time zones, late reports, misread days, plans. Pure."""

from datetime import date, timedelta

from bot.facts import RECENT, Facts, Group

# Days around a report within which an exchange can be the one that it tells of.
WINDOW = timedelta(days=15)
# Days after a plan within which what happens with the very same figures can be what was planned.
PLAN_WINDOW = timedelta(days=45)
# Points for a report that came out so many days after the exchange and states no day: features go on for a week or two.
LATE = (2.0, 1.5, 1.5, 1.3, 1.2, 1.2, 1.1, 1.1, 1.0, 1.0, 1.0)
# Points for two stated days that differ by one or more, and for a report that came out before the stated day.
NEXT_DAY, OTHER_DAY, BEFORE = -2.5, -6.0, -2.0
# Points for a plan whose day another plan of the exchange states too.
SAME_PLAN = 2.5
# Points for one that has no figure and says that it has begun, the day before: what begins tomorrow is often told so.
EVE = 1.0


def day_points(facts: Facts, group: Group) -> tuple[float, int]:
    """Points for the days, and how many lie between; -1 where one is not known."""
    if facts.when is None or group.when is None:
        return 0.0, -1
    if facts.coming or group.coming:
        return _coming_points(facts, group)
    before = EVE if facts.staged and not facts.figures.known else BEFORE
    points, gap = _past_points(facts.day, facts.out, group, before)
    if facts.stated and facts.day is None:  # a day far back: a recap's, or misread
        there, there_gap = _past_points(facts.stated, facts.out, group, before)
        if there > points - 1.0:
            return there, there_gap
        points -= 1.0
    return points, gap


def _past_points(day: date | None, out: date | None, group: Group, before: float) -> tuple[float, int]:
    theirs = group.stated
    # told overnight, as often with one day as the next
    if day and theirs and group.days.get(day) == group.days[theirs]:
        return LATE[0], 0
    if day and theirs:
        gap = abs((day - theirs).days)
        return (LATE[0] if gap == 0 else NEXT_DAY if gap == 1 else OTHER_DAY), gap
    mine = day or out
    other = group.when
    assert mine is not None, "asked only where a day is known"
    assert other is not None, "asked only where a day is known"
    late = (mine - other).days
    if late == -1 and mine in group.days:  # some state the day on which it came out, if most do not
        return LATE[1], 1
    if (theirs and late < 0) or (day and late > 0):  # it came out before the day on which it happened
        ahead = abs(late)
        return (before if ahead == 1 else OTHER_DAY), ahead
    gap = abs(late)
    return (LATE[gap] if gap < len(LATE) else 0.0 if gap <= WINDOW.days else OTHER_DAY), gap


def _coming_points(facts: Facts, group: Group) -> tuple[float, int]:
    """Points where one side of the comparison is an announcement."""
    if facts.coming and group.coming:
        if facts.day and group.stated:
            gap = abs((facts.day - group.stated).days)
            return (2.0 if gap == 0 else 0.5 if gap == 1 else -1.5), gap
        assert facts.out or facts.day, "asked only where a day is known"
        gap = abs(((facts.out or facts.when) - (group.out or group.when)).days)  # type: ignore[operator]
        return (1.2 if gap <= WINDOW.days else OTHER_DAY), gap
    if facts.coming and facts.day in group.planned:
        return SAME_PLAN, 0  # it was announced for that day, or on it, whenever it happened
    if facts.coming:
        return _announced(facts.day, facts.out, group.when)
    return _announced(group.stated, group.out, facts.when)


def days_planned(facts: Facts, group: Group) -> int:
    """For how many days the one had been planned for no day of its own when the other happened or was told; else -1.

    Asked only where one of them is yet to happen.
    """
    if facts.coming and group.coming:
        return abs((facts.out - group.out).days) if facts.out and group.out else -1
    planned, said = (facts.day, facts.out) if facts.coming else (group.stated, group.out)
    happened = group.when if facts.coming else facts.when
    if said is None or happened is None or (planned and planned > said):
        return -1
    return (happened - said).days


def _announced(planned: date | None, said: date | None, happened: date | None) -> tuple[float, int]:
    """An announcement made on a day, for a day or none, and what happened on a day."""
    assert happened is not None, "asked only where a day is known"
    if planned and said and planned <= said and not 0 <= (happened - planned).days <= 1:
        planned = None  # the day on which it was agreed
    if planned is not None:
        late = (happened - planned).days
        gap = abs(late)
        if gap <= 1:
            return (2.0 if gap == 0 else 1.5), gap
        if late > 0:
            return (1.0 if late < len(LATE) else OTHER_DAY), gap
        return (0.8 if said is None or happened > said else OTHER_DAY), gap
    if said is None:
        return 0.0, -1
    wait = (happened - said).days
    if wait >= 0:
        return (1.5 - 0.02 * wait if wait <= WINDOW.days else OTHER_DAY), wait
    return (0.5 if wait == -1 else -0.5 if wait >= -RECENT else OTHER_DAY), -wait
