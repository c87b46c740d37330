"""Which reports tell of one exchange: grouped in one way, whatever the order in which they came. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.assembly import Told
from bot.counts import compare
from bot.facts import Facts
from bot.identity import IMPOSSIBLE, JOINS, SURELY, Likeness, likeness
from bot.types import ReportRef

Known = tuple[ReportRef, Facts]
_NO_EVENT = Likeness(IMPOSSIBLE, "no event of these sides")


def best_of(facts: Facts, groups: Sequence[Told]) -> tuple[int | None, Likeness]:
    """Which group the report belongs to, if any, and why or why not; a sure one does not go by rumours."""
    scored = [likeness(facts, told.group) if told.refs or facts.doubtful else _NO_EVENT for told in groups]
    best = max(range(len(scored)), key=lambda i: scored[i].points, default=None)
    if best is None or scored[best].points <= IMPOSSIBLE:
        return None, _NO_EVENT
    if scored[best].points < (SURELY if facts.doubtful else JOINS):
        return None, Likeness(scored[best].points, f"no event fits: {scored[best].why}")
    return best, scored[best]


def arranged(reports: Sequence[Known], groups: Sequence[Told]) -> list[Told]:
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
    if any(compare(facts.figures, other.figures).equal for other in told.group.members if other is not facts):
        return False
    own = _as_of_its_day(facts)
    return any(
        other.refs
        and other.group.stated == facts.out
        and likeness(own, other.group).points >= SURELY
        and any(compare(facts.figures, member.figures).equal for member in other.group.members)
        for other in groups
        if other is not told
    )


def _as_of_its_day(facts: Facts) -> Facts:
    return replace(facts, day=facts.out, stated=facts.out)


def _grouped(reports: Sequence[Known], known: Sequence[Told]) -> list[Told]:
    """Group the reports: those that tell most first, each to the group that it fits best; then join alike groups."""
    groups = [replace(told, shared=True) for told in known]
    settled = len(groups)
    ranked = sorted(reports, key=lambda pair: _rank(*pair))
    by_hand: dict[str, Told] = {}
    for ref, facts in ranked:
        if ref.pin:
            by_hand.setdefault(ref.pin, Told()).add(ref, facts)
    groups += by_hand.values()
    free = [(ref, facts) for ref, facts in ranked if not ref.pin]
    _deal((each for each in free if not each[1].doubtful), groups)
    groups = _merge_alike(groups, settled)
    _deal((each for each in free if each[1].doubtful), groups)  # they bridge nothing
    return groups


def _deal(reports: Iterable[Known], groups: list[Told]) -> None:
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
    """Two groups are one exchange where the reports of the smaller fit the larger."""
    fresh = sorted(groups[settled:], key=lambda told: (-len(told.refs), min(ref.key for ref in told.refs)))
    out = groups[:settled]
    for told in fresh:
        for other in out:
            if told.pin and other.pin:
                continue
            points = [likeness(facts, other.group).points for facts in told.group.members]
            if min(points) > 0 and sum(points) >= JOINS * len(points):
                for ref, facts in told.sure:
                    other.add(ref, facts)
                break
        else:
            out.append(told)
    return out
