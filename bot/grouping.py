"""Which reports tell of one exchange: grouped in one way, whatever the order in which they came. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.assembly import Identified, Told
from bot.counts import NO_FIGURES, Figures
from bot.days import day_points
from bot.facts import RECENT, Facts, Group
from bot.identity import IMPOSSIBLE, JOINS, SURELY, Likeness, likeness
from bot.types import ReportRef

_NO_EVENT = Likeness(IMPOSSIBLE, "no event of these sides")
_ONE_OF_DAY = Likeness(JOINS, "it names no side; the only exchange of its day")


def best_of(facts: Facts, groups: Sequence[Told]) -> tuple[int | None, Likeness]:
    """Which group the report belongs to, if any, and why or why not; a sure one does not go by rumours."""
    if not facts.sides:
        return _only_one(facts, groups)
    if facts.is_vague and _has_choice(facts, groups):
        return None, _NO_EVENT
    best, why = _likeliest(facts, {i: told for i, told in enumerate(groups) if told.refs})
    if best is None and facts.doubtful:  # a rumour is what no event explains
        return _likeliest(facts, {i: told for i, told in enumerate(groups) if not told.refs})
    return best, why


def _likeliest(facts: Facts, groups: Mapping[int, Told]) -> tuple[int | None, Likeness]:
    """The group that the report fits best, if it fits any."""
    scored = {i: likeness(facts, told.group) for i, told in groups.items()}
    best = max(scored, key=lambda i: (scored[i].points, scored[i].fit), default=None)
    if best is None or scored[best].points <= IMPOSSIBLE:
        return None, _NO_EVENT
    found = scored[best]
    if found.points < (SURELY if facts.doubtful else JOINS):
        return None, Likeness(found.points, f"no event fits: {found.reason}", found=found.found)
    return best, found


def _only_one(facts: Facts, groups: Sequence[Told]) -> tuple[int | None, Likeness]:
    """For a report that names no side: the one exchange of its day, if there is only one."""
    fitting = [
        i
        for i, told in enumerate(groups)
        if told.refs and told.group.sides and told.group.families & facts.families and _is_same_day(facts, told.group)
    ]
    return (fitting[0], _ONE_OF_DAY) if len(fitting) == 1 and not facts.doubtful else (None, _NO_EVENT)


def _is_same_day(facts: Facts, group: Group) -> bool:
    return facts.when is not None and not facts.coming and not group.coming and facts.when == group.when


def _has_choice(facts: Facts, groups: Sequence[Told]) -> bool:
    """Whether exchanges of its one side with different others are near its day: nothing tells which it means."""
    others = [
        told.group.sides - facts.sides
        for told in groups
        if told.refs
        and told.group.sides & facts.sides
        and told.group.families & facts.families
        and _is_now(facts, told)
    ]
    return any(not one & other for one in others for other in others if one and other)


def _is_now(facts: Facts, told: Told) -> bool:
    there, here = told.group.when, facts.when
    return there is not None and here is not None and abs((there - here).days) <= RECENT


def arranged(reports: Sequence[Identified], groups: Sequence[Told]) -> list[Told]:
    """Group the reports, and join them to the groups that stay as they are.

    Those that prove to have the day of another exchange are grouped once more, as of the day on which they came out.
    """
    found = _grouped(reports, groups)
    astray = {ref.key for told in found for ref, facts in told.sure if _is_astray(facts, told, found)}
    if not astray:
        return found
    return _grouped([(ref, _as_of_its_day(facts) if ref.key in astray else facts) for ref, facts in reports], groups)


def _is_astray(facts: Facts, told: Told, groups: Sequence[Told]) -> bool:
    """Whether its day is misread: no report of that day has its figures, and those of the day on which it came out do.

    Texts recall the last exchange with its day, and the next one often has none but "today".
    """
    if facts.coming or not (facts.day and facts.out and facts.day < facts.out) or len(told.refs) < 2:
        return False
    same_day = (other for other in told.group.members if other is not facts and other.day in (facts.day, None))
    if any(_lead_alike(facts.figures, other.figures) for other in same_day):
        return False
    own = _as_of_its_day(facts)
    return any(
        other.refs
        and other.group.stated == facts.out
        and likeness(own, other.group).points >= SURELY
        and any(_lead_alike(facts.figures, member.figures) for member in other.group.members)
        for other in groups
        if other is not told
    )


def _lead_alike(one: Figures, other: Figures) -> bool:
    """Whether the count told first is the same for some people and way."""
    theirs = other.by_key
    return any(key in theirs and figure.lead == theirs[key].lead for key, figure in one.known)


def _as_of_its_day(facts: Facts) -> Facts:
    return replace(facts, day=facts.out, stated=facts.out)


def _grouped(reports: Sequence[Identified], settled: Sequence[Told]) -> list[Told]:
    """Group the reports: those that tell most first, each to the group that it fits best; then join alike groups."""
    groups = [replace(told, shared=True) for told in settled]
    ranked = sorted(reports, key=lambda pair: _rank(*pair))
    by_hand: dict[str, Told] = {}
    for ref, facts in ranked:
        if ref.pin:
            by_hand.setdefault(ref.pin, Told()).add(ref, facts)
    groups += by_hand.values()
    free = [(ref, facts) for ref, facts in ranked if not ref.pin]
    sure = [each for each in free if not each[1].doubtful]
    for coming in (False, True):  # a plan draws no report of the whole deal's number out of its last stage
        _deal((each for each in sure if not each[1].is_vague and each[1].coming is coming), groups)
        groups = _merge_alike(groups, len(settled))
    vague = [each for each in sure if each[1].is_vague]  # they bridge nothing, nor do the doubtful
    _deal((each for each in vague if each[1].sides), groups)
    groups = _housed(groups, len(settled))
    _deal((each for each in vague if not each[1].sides), groups)
    _deal((each for each in free if each[1].doubtful), groups)
    return groups


def _deal(reports: Iterable[Identified], groups: list[Told]) -> None:
    """Add each report to the group that it fits best, or to one of its own."""
    for ref, facts in reports:
        best, _ = best_of(facts, groups)
        if best is None:
            groups.append(Told())
        groups[-1 if best is None else best].add(ref, facts)


def _rank(ref: ReportRef, facts: Facts) -> tuple[object, ...]:
    day, known = facts.weight
    return -day, -known, ref.published is None, ref.published or ref.arrived, ref.key


def _merge_alike(groups: list[Told], settled: int) -> list[Told]:
    """Two groups are one exchange where the reports of the smaller fit the larger; the first `settled` stay apart."""
    fresh = sorted(groups[settled:], key=lambda told: (-len(told.refs), min(ref.key for ref in told.refs)))
    out = groups[:settled]
    for told in fresh:
        for other in out:
            if (told.pin and other.pin) or not other.refs:  # a rumour draws nothing
                continue
            if _belong(told.group.members, other.group):
                for ref, facts in told.sure:
                    other.add(ref, facts)
                break
        else:
            out.append(told)
    return out


def _belong(members: Sequence[Facts], group: Group) -> bool:
    """Whether none of the reports speaks against the group, and all together for it; mostly the first is against."""
    total = 0.0
    for facts in members:
        points = likeness(facts, group).points
        if points <= 0:
            return False
        total += points
    return total >= JOINS * len(members)


def _housed(groups: Sequence[Told], settled: int) -> list[Told]:
    """Join those that tell of nobody who went to the one exchange of those days with which they share a side.

    Their other sides are whoever else is in the text: who took people in, where they landed, whose citizens they are.
    """
    out = list(groups[:settled])
    for told in groups[settled:]:
        homes = [other for other in groups if _is_home(other, told)] if _tells_nobody(told) else []
        if len(homes) == 1:
            for ref, facts in told.sure:
                homes[0].add(ref, facts)
        else:
            out.append(told)
    return out


def _tells_nobody(told: Told) -> bool:
    members = told.group.members if told.refs and not told.pin else []
    return bool(members) and not any(facts.moving or facts.coming or facts.is_vague for facts in members)


def _is_home(other: Told, told: Told) -> bool:
    """Whether it is an exchange with figures to which all the reports may belong."""
    mine, theirs = told.group, other.group
    if not other.refs or theirs.coming or theirs.figures == NO_FIGURES:
        return False
    if not (mine.sides & theirs.sides and mine.families & theirs.families):
        return False
    days = [day_points(facts, theirs) for facts in mine.members]
    return all(points >= JOINS and gap in (0, 1) for points, gap in days)
