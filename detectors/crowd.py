"""The article's figures seen together: which are told again, in the title, as a sum, a part or a list of others."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from detectors.alike import are_joined
from detectors.before import is_further
from detectors.halves import halves, is_about, largest, makes_up
from detectors.nations import shared_out
from detectors.parties import camp, stand_against
from detectors.people import Group, family
from detectors.rows import listed, parted, portions, told_by
from detectors.scope import Scope
from detectors.sides import Reading, move_of, once
from detectors.terms import formulas, is_gone, is_to_come
from detectors.types import Category, Qualifier
from detectors.weigh import holding


@once
def place_of(reading: Reading) -> str:
    """Where the sentence stands: news is told from the top."""
    if reading.sentence.title:
        return "title"
    order = reading.sentence.order
    return "lead" if order <= 1 else "second" if order == 2 else "upper" if order <= 5 else "lower"


class Crowd:
    """The article's figures seen together: repeated ones, sums, parts, the largest."""

    def __init__(self, found: Sequence[tuple[Group, Reading]], told: Sequence[tuple[str, str]]) -> None:
        self._ways = {id(group): way for (group, _), way in zip(found, told, strict=True)}
        self._past = {id(reading) for reading in told_by(found) if _looks_back(reading)}
        self._times = Counter([(group.count, group.dead) for group, _ in found])
        heads = [group for group, reading in found if reading.sentence.title]
        self._titled = {group.count for group in heads}
        self._swap_of_one = _is_swap_of_one(found)
        self._heads = [group for group in heads if group.count and not group.part]
        self._went = all(is_gone(group, reading) for group, reading in found if reading.sentence.title)
        self._nations = {(g.count, g.dead): g.nation for g, _ in found if g.nation is not None}
        self._halves = halves(found, told)
        self._vague = [group.count for group in heads if group.qualifier is not Qualifier.EXACT]
        upper = [(g, r) for g, r in found if place_of(r) != "lower"]
        self._upper = [(g.count, *_whose(g)) for g, r in upper if _counts(g) and not r.recap]
        self._largest = max((g.count for g, r in upper if g.named and not r.recap), default=0)
        several = [g for g, _ in upper if g.named and not g.single and g.count > 1]
        self._counted = {(g.dead, camp(g.nation) if g.nation is not None else "", self._ways[id(g)]) for g in several}
        kinds = {(g.count, g.dead) for g, r in found if g.count > 1 and g.named and not (g.part or g.rank or r.recap)}
        self._sole = kinds.pop() if len(kinds) == 1 else None
        self._first = next((group for group, reading in found if group.named and not reading.sentence.title), None)
        counts = largest({g.count for g, r in found if g.count and not (r.recap or _is_alone(g))})
        self._sums = {one + other: (one, other) for one, other in combinations(counts, 2)}
        self._doubles = {
            (2 * g.count, g.dead)
            for g, r in found
            if g.count in counts and g.count >= _TWICE and id(r) not in self._past and _may_be_half(g, r)
        }
        self._summands = {each for total, pair in self._sums.items() if total in counts for each in pair}
        fresh = [group for group, reading in found if id(reading) not in self._past]
        self._firsts = _first_of_kind(fresh)
        self._others = _first_of_other_nation(fresh)
        self._legs, self._across = _legs(found)
        ranks, self._wholes = parted(found)
        self._listed = listed(found) | ranks
        self._shares = shared_out(found)
        self._portions = portions(found)
        self._formulas = formulas(found)
        self._terms = {group.count for group, _ in found if id(group) in self._formulas}
        self._near = _near(found)
        self._beside = {
            (one + other, sentence)
            for sentence, counts_here in self._near.items()
            for one, other in combinations(largest(counts_here), 2)
            if other
        }

    def _is_titled(self, count: int) -> bool:
        """Whether the title tells of the figure, if only by twice as many ("26 swapped") or vaguely ("over 200")."""
        return any(
            each in self._titled or any(is_about(vague, each) for vague in self._vague) for each in (count, 2 * count)
        )

    def _is_beside_more(self, group: Group) -> bool:
        """Whether several are counted who may be of one kind, nation and way with somebody told of alone."""
        nation, way = camp(group.nation) if group.nation is not None else "", self._ways[id(group)]
        return any(
            dead == group.dead and (not nation or their in ("", nation)) and not _turned(way, theirs)
            for dead, their, theirs in self._counted
        )

    def _other_than_titled(self, group: Group, reading: Reading) -> str | None:
        """How people differ from all whom the title counts, so that its figures say nothing of theirs."""
        if not self._heads:
            return None
        if all(head.dead != group.dead for head in self._heads):
            return "kind"
        nation = group.nation
        told = [self._nations.get((head.count, head.dead)) for head in self._heads]
        apart = nation is not None and all(each is not None and camp(each) != camp(nation) for each in told)
        if apart:
            return "nation"
        if is_further(group, reading) or self._is_beside_titled(group, reading):
            return "further"
        if self._went and is_to_come(group, reading):
            return "later"
        turned = all(_turned(self._ways[id(group)], self._ways[id(head)]) for head in self._heads)
        return "way" if turned else None

    def _is_beside_titled(self, group: Group, reading: Reading) -> bool:
        """Whether an "and" joins people to titled ones of another kind: "300 soldiers and two civilians"."""
        kind = family(group.category)
        return group.category is not None and any(
            other.count in self._titled
            and other.category is not None
            and family(other.category) is not kind
            and are_joined(other, group, reading.sentence)
            for other in reading.groups
        )

    def signals(self, group: Group, reading: Reading) -> dict[str, float]:
        """What the other figures say of this one."""
        count, text = group.count, not reading.sentence.title
        pair = self._sums.get(count)
        vague = group.qualifier is not Qualifier.EXACT and pair is None
        half = text and (count, group.dead) in self._halves and not (group.part or id(group) in self._listed)
        wholes = (each[id(group)] for each in (self._portions, self._shares) if id(group) in each)
        titled = half or any(map(self._is_titled, (count, *wholes)))
        untitled = bool(self._titled) and text and not titled
        other = self._other_than_titled(group, reading) if untitled and id(reading) not in self._past else None
        kind, nation = _whose(group)
        kinds, nations = (None, kind), ("", nation)
        # the largest number that may count the same people, in a running total of which these are
        most = max(
            [n for n, k, of in self._upper if (kind is None or k in kinds) and (not nation or of in nations)], default=0
        )
        beyond = 0 < most < count
        again = min(2, self._times[count, group.dead] - 1) if count > 1 or group.name else 0
        return {"again": float(again)} | holding(
            {
                "titled": count in self._titled and text,
                "titled.half": half,
                "untitled": untitled and other is None and not (self._swap_of_one and count > 1),
                f"untitled.{other}": other is not None,
                "largest": count == self._largest and count > 1,
                "beyond": beyond and count > _FAR_BEYOND * most,
                "beyond.near": beyond and count <= _FAR_BEYOND * most,
                "first": group is self._first,
                "sole": (count, group.dead) == self._sole,
                "single.counted": group.single
                and (group.pair is None or id(reading) in self._past)  # who goes for others is told of with them
                and id(group) not in self._shares
                and self._is_beside_more(group),
                "sum": pair is not None,
                "sum.near": pair is not None and set(pair) <= self._near.get(id(reading), set()),
                "sum.vague": vague and any(makes_up(each, group) for each in self._sums.values()),
                "sum.apart": count not in self._wholes
                and any(total == count and sentence != id(reading) for total, sentence in self._beside),
                "whole.ranks": count in self._wholes,
                "double": (count, group.dead) in self._doubles,
                "half": count >= _TWICE and (2 * count, group.dead) in self._times and not reading.recap,
                "summand": count in self._summands and count not in self._legs,
                "leg": count in self._legs,
                "listed": id(group) in self._listed,
                "portion": id(group) in self._portions,
                "nation.share": id(group) in self._shares,
                "nation.shared": group.nation is None and count in self._shares.values(),
                "formula": id(group) in self._formulas,
                "formula.again": count in self._terms and id(group) not in self._formulas,
                "whole": count in self._portions.values(),
                "in.sum": any(s.summed and s is not group and s.start <= group.start < s.end for s in reading.groups),
                "total.legs": pair is not None and frozenset(pair) in self._across,
                "first.kind": id(group) in self._firsts,
                "first.nation": id(group) in self._others,
                "rank.alone": group.rank and not any(n > count for n in self._near.get(id(reading), ())),
            }
        )


def _may_be_half(group: Group, reading: Reading) -> bool:
    """Whether as many may have gone either way: exactly so many, told as moved, of each side, or against others."""
    told = group.each or group.pair is not None or reading.sentence.title or move_of(reading, group) is not None
    return told and group.qualifier is Qualifier.EXACT


# A half of fewer is no half: two are not one and one.
_TWICE = 10
# What is so many times the largest figure of the news is a running total rather than the other leg.
_FAR_BEYOND = 3


def _near(found: Sequence[tuple[Group, Reading]]) -> dict[int, set[int]]:
    """The counts of each sentence, by its reading's id."""
    out: dict[int, set[int]] = {}
    for group, reading in found:
        if not _is_alone(group):
            out.setdefault(id(reading), set()).add(group.count)
    return out


def _is_swap_of_one(found: Sequence[tuple[Group, Reading]]) -> bool:
    """Whether a swap heads the news and counts nobody, so that who is named was one of those who came or went."""
    heads = [(group, reading) for group, reading in found if reading.sentence.title]
    swapped = any(move.kind == "swap" for _, reading in heads for move in reading.moves)
    vague = any(reading.sentence.has("count", "vague") for _, reading in heads)  # "swap hundreds"
    return swapped and not vague and all(group.count == 1 for group, _ in heads)


def _counts(group: Group) -> bool:
    """Whether a number of people is told, by a word for them or by whom they were exchanged for."""
    return group.named or group.pair is not None


def _whose(group: Group) -> tuple[Category | None, str]:
    """Of what kind and nation people are, as far as that is told: others of another can be none of them."""
    kind = family(group.category) if group.category is not None else None
    return kind, camp(group.nation) if group.nation is not None else ""


def _first_of_kind(groups: Sequence[Group]) -> set[int]:
    """The ids of the first several people of each kind that are told of."""
    kinds: dict[Category | None, Group] = {}
    for group in groups:
        several = group.count > 1 or (group.dead and group.count == 1)
        if group.category is not None and several and not (group.part or group.name):
            kinds.setdefault(family(group.category), group)
    return set(map(id, kinds.values()))


def _first_of_other_nation(groups: Sequence[Group]) -> set[int]:
    """The ids of the first people told of whose nation is another than that of those told of before them."""
    nations: dict[str, Group] = {}
    for group in groups:
        if group.nation is not None and group.count and not group.part:
            nations.setdefault(camp(group.nation), group)
    return set(map(id, list(nations.values())[1:]))


def _turned(way: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether the rules read two movements in opposite directions, by one side at least, or to two enemies."""
    (giver, receiver), (gave, got) = way, other
    back = (giver and giver == got) or (receiver and receiver == gave)
    back = back or (receiver and got and stand_against(receiver, got))
    return bool(back) and not ((giver and giver == gave) or (receiver and receiver == got))


@once
def _looks_back(reading: Reading) -> bool:
    """Whether a sentence tells of an earlier exchange, or goes on with it."""
    past = bool(reading.moves) and all(move.scope is Scope.PAST for move in reading.moves)
    return past or reading.recap or reading.sentence.has("time", "recap")


def _legs(found: Sequence[tuple[Group, Reading]]) -> tuple[set[int], set[frozenset[int]]]:
    """The counts of sentences in which people go both ways: "handed over 90 … and received 95"; which went across.

    Only two that stand against each other are legs of one total: of "30 Palestinians, 16 minors and 14 women, for ten"
    the 16 and the 14 are none.
    """
    out: set[int] = set()
    across: set[frozenset[int]] = set()
    told = [(group, reading, move_of(reading, group)) for group, reading in found if group.count and not group.part]
    for (one, reading, move), (other, there, back) in combinations(told, 2):
        if reading is not there or one.count == other.count:
            continue
        kinds = {each.kind for each in (move, back) if each is not None}
        nations = {camp(nation) for nation in (one.nation, other.nation) if nation is not None}
        if kinds == {"release", "receive"} or len(nations) > 1 or one.price != other.price:
            out |= {one.count, other.count}
            across.add(frozenset((one.count, other.count)))
    return out, across


def _is_alone(group: Group) -> bool:
    """Whether it is one person by a noun alone, who is no summand: two and a diplomat are not three."""
    return group.single and not group.name and group.count == 1
