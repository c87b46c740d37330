"""Which claims of an event the others prove misread, so that no headline figure comes of them. Pure.

A claim is never dropped from the event, only from what it says. A lone figure falls where several outlets tell of the
exchange and it is what misreadings look like: the sum of both ways told as one, a figure told for the way back too, a
third party on one side, other people, one soldier. What the receiving side itself says stands.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from bot.counts import FEW
from bot.figures import Way, sides_in, speaks_for, way_of
from bot.identity import is_war
from bot.types import Claim
from detectors import Category, Qualifier

# A few are a part of a vague figure that is more than so many times as many.
_TIMES = 2


class Said(NamedTuple):
    """A claim, from which side to which it has people go, and which independent outlet says so."""

    claim: Claim
    way: Way
    outlet: str

    @property
    def number(self) -> int:
        """How many; 0 where no number is told, or nobody went."""
        return self.claim.transfer.count or 0


class Heard:
    """What was said of an exchange: who tells of each way and of each of its figures, and what each article says."""

    def __init__(self, said: Sequence[Said], outlets: Iterable[str], agreed: Collection[int] = ()) -> None:
        self.agreed = agreed
        self.everybody = set(outlets)
        self.silent = self.everybody - {each.outlet for each in said}
        self.tellers: defaultdict[tuple[Way, int], set[str]] = defaultdict(set)  # outlets, by the figure done
        self.counting: defaultdict[Way, set[str]] = defaultdict(set)  # outlets with any figure that is done
        self.naming: defaultdict[Way, set[str]] = defaultdict(set)  # outlets that tell of the way at all
        self.families: defaultdict[str, set[str]] = defaultdict(set)  # outlets that tell of such people
        self.vague: defaultdict[Way, list[Said]] = defaultdict(list)  # what is done, told vaguely
        self.articles = _by_article(said)
        for each in said:
            self.families[each.way[2]].add(each.outlet)
            self.naming[each.way].add(each.outlet)
            if each.number and not each.claim.transfer.planned:
                self.tellers[each.way, each.number].add(each.outlet)
                self.counting[each.way].add(each.outlet)
                if not _is_exact(each):
                    self.vague[each.way].append(each)

    @property
    def main(self) -> Way | None:
        """The way that most outlets tell of, if two do."""
        known = [way for way, names in self.naming.items() if len(names) > 1]
        return max(known, key=lambda way: (len(self.naming[way]), _spelled(way)), default=None)

    def is_lone(self, each: Said) -> bool:
        """Whether one outlet alone has the figure, and not from the side that it concerns."""
        return len(self.tellers[each.way, each.number]) < 2 and not _is_own(each.claim)


def credible(claims: Sequence[Claim], outlets: Mapping[str, str], agreed: Collection[int] = ()) -> list[Claim]:
    """The claims without those that the others prove misread.

    `outlets` says for each article whom it speaks for; `agreed` are the numbers of the whole deal, if it is a stage.
    """
    sides = sides_in(claims)
    said = [Said(each, way_of(each.transfer, sides), outlets.get(each.article_id, each.article_id)) for each in claims]
    own = _by_article(said)
    said = [each for each in said if not _is_echo(each, own[each.claim.article_id])]
    if _all_tell_the_same(said, outlets):
        return [each.claim for each in said]
    heard = Heard(said, outlets.values(), agreed)
    for is_misread in _MISREADINGS:
        kept = [each for each in said if not is_misread(each, heard)]
        if len(kept) < len(said):
            said, heard = kept, Heard(kept, outlets.values(), agreed)
    return [each.claim for each in said]


def _by_article(said: Iterable[Said]) -> dict[str, list[Said]]:
    out: dict[str, list[Said]] = {}
    for each in said:
        out.setdefault(each.claim.article_id, []).append(each)
    return out


def _all_tell_the_same(said: Sequence[Said], outlets: Mapping[str, str]) -> bool:
    """Whether every article has the same numbers for the same ways, as mostly, so that nothing gainsays anything."""
    told = {article: {(each.way, each.number) for each in own} for article, own in _by_article(said).items()}
    first = next(iter(told.values()), None)
    return told.keys() == outlets.keys() and all(each == first for each in told.values())


def _back(way: Way) -> Way:
    """The other way round."""
    return way[1], way[0], way[2]


def _ends(way: Way) -> set[frozenset[str]]:
    """Between whom people go, whoever gives."""
    return {way[0], way[1]}


def _spelled(way: Way) -> tuple[list[str], list[str], str]:
    return sorted(way[0]), sorted(way[1]), way[2]


def _is_own(claim: Claim) -> bool:
    """Whether the receiving side itself says it."""
    transfer = claim.transfer
    return any(speaks_for(name, party) for party in transfer.returned_to for name in transfer.claimed_by)


def _is_echo(each: Said, article: Sequence[Said]) -> bool:
    """An article's own figure of one way, told for the way back as well, vaguely or beside the right one."""
    if not each.number:
        return False
    own = [other for other in article if other.number and _is_exact(other)]
    there = {other.number for other in own if other.way == _back(each.way)}
    category = each.claim.transfer.category
    here = {other.number for other in own if other.way == each.way and other.claim.transfer.category is category}
    beside = len(there) == 1 and min(here, default=each.number) <= FEW < each.number
    return each.number in there and (beside or not _is_exact(each))


def _is_exact(each: Said) -> bool:
    return each.claim.transfer.qualifier is Qualifier.EXACT


def _is_deal(each: Said, heard: Heard) -> bool:
    """The number of the whole deal for that of its stage, of which as many outlets tell with another number or none."""
    if each.number not in heard.agreed or each.claim.transfer.planned:
        return False
    tellers = heard.tellers[each.way, each.number]
    return len(heard.naming[each.way] - tellers) >= len(tellers)


def _is_overtaken(each: Said, heard: Heard) -> bool:
    """A figure of a plan that did not come true as announced: others went the other way than it says."""
    if not each.claim.transfer.planned:
        return False
    there = {n for way, n in heard.tellers if way == _back(each.way)}
    plan = (o for o in heard.articles[each.claim.article_id] if o.way == _back(each.way) and o.claim.transfer.planned)
    return bool(there) and any(other.number and other.number not in there for other in plan)


def _is_total(each: Said, heard: Heard) -> bool:
    """What went both ways told as one side's: 50 where 25 went each way."""
    if not heard.is_lone(each):
        return False
    ways = (each.way, _back(each.way))
    there, here = ([n for (way, n) in heard.tellers if way == known and n != each.number] for known in ways)
    return any(one + other == each.number and min(one, other) > FEW for one in there for other in here)


def _is_part(each: Said, heard: Heard) -> bool:
    """A part of what others tell as one way's figure: 96 to one place and 8 to another, of 104."""
    own = [other for other in heard.articles[each.claim.article_id] if other.way[2] == each.way[2]]
    total = sum(other.number for other in own)
    if not heard.is_lone(each) or total == sum(other.number for other in own if other.way == each.way):
        return False
    wholes = (names for (way, n), names in heard.tellers.items() if n == total and way[2] == each.way[2])
    return any(len(names - {each.outlet}) > 1 for names in wholes)


def _is_foreign(each: Said, heard: Heard) -> bool:
    """A third party for a side: who carries, helps, or whose citizen was among those freed.

    In a war one outlet alone does not prove it; else not for as many or fewer, where its article does not know the two
    sides.
    """
    main = heard.main
    if main is None or not each.number or _ends(each.way) == _ends(main) or each.way[0] == each.way[1]:
        return False
    if len(heard.naming[each.way]) > 1:
        return False
    knows = any(_ends(other.way) == _ends(main) for other in heard.articles[each.claim.article_id])
    fewer = any(each.number <= count for (way, count) in heard.tellers if _ends(way) == _ends(main))
    return (fewer and not knows) or is_war({side for way in heard.naming for side in (*way[0], *way[1])})


def _is_surpassed(each: Said, heard: Heard) -> bool:
    """An early figure of which another outlet later has more, or a few of another's vague many."""
    if not _is_exact(each) or not heard.is_lone(each):
        return False
    return any(
        other.outlet != each.outlet
        and other.number > each.number
        and (each.number <= FEW < other.number / _TIMES or (_is_least(other) and _is_later(other, each)))
        for other in heard.vague[each.way]
    )


def _is_least(each: Said) -> bool:
    return each.claim.transfer.qualifier is Qualifier.AT_LEAST


def _is_later(one: Said, other: Said) -> bool:
    there, here = one.claim.published, other.claim.published
    return there is not None and here is not None and there > here


def _is_of_others(each: Said, heard: Heard) -> bool:
    """People of whom one outlet alone tells, where others tell of other people only: yesterday's bodies."""
    mine = heard.families[each.way[2]]
    others = set[str]().union(*(names for kind, names in heard.families.items() if kind != each.way[2]))
    return bool(each.number) and len(mine) == 1 and bool(others - mine) and len((others | heard.silent) - mine) > 1


def _is_mirrored(each: Said, heard: Heard) -> bool:
    """One way's figure told for the way back as well, by one outlet, where others tell of nobody who went back."""
    if not each.number or not heard.is_lone(each):
        return False
    tellers = heard.tellers[_back(each.way), each.number]
    return each.outlet in tellers and len(tellers) > 2 and heard.counting[each.way] == {each.outlet}


def _is_one_soldier(each: Said, heard: Heard) -> bool:
    """One soldier of a war, of whom the other outlets know nothing: a group is hardly ever one."""
    transfer = each.claim.transfer
    if each.number != 1 or transfer.category is not Category.PRISONERS_OF_WAR or not heard.is_lone(each):
        return False
    many = any(count > 2 * FEW and len(names) > 1 for (_, count), names in heard.tellers.items())
    return many or len(heard.everybody - {each.outlet}) > 1


_MISREADINGS: tuple[Callable[[Said, Heard], bool], ...] = (
    _is_deal,
    _is_overtaken,
    _is_part,
    _is_total,
    _is_surpassed,
    _is_of_others,
    _is_foreign,
    _is_one_soldier,
    _is_mirrored,
)
