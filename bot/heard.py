"""What was said of an exchange, figure by figure: who tells of each way, and of which numbers. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from math import inf
from typing import NamedTuple

from bot.figures import Way, speaks_for
from bot.types import Claim
from detectors import Category, Qualifier


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

    def __init__(
        self, said: Sequence[Said], outlets: Iterable[str], agreed: Collection[int] = (), helpers: Collection[str] = ()
    ) -> None:
        self.all = said
        self.agreed = agreed
        self.helpers = frozenset(helpers)
        self.everybody = set(outlets)
        self.silent = self.everybody - {each.outlet for each in said}
        self.tellers: defaultdict[tuple[Way, int], set[str]] = defaultdict(set)  # outlets, by the figure done
        self.counting: defaultdict[Way, set[str]] = defaultdict(set)  # outlets with any figure that is done
        self.naming: defaultdict[Way, set[str]] = defaultdict(set)  # outlets that tell of the way at all
        self.families: defaultdict[str, set[str]] = defaultdict(set)  # outlets that tell of such people
        self.vague: defaultdict[Way, list[Said]] = defaultdict(list)  # what is done, told vaguely
        self.exact: defaultdict[Way, dict[int, set[str]]] = defaultdict(dict)  # outlets with an exact figure, by it
        self.kinds: defaultdict[tuple[Way, int], set[Category]] = defaultdict(set)  # which people have the figure
        self.first: dict[tuple[Way, int], float] = {}  # when each figure was first told
        self.articles = by_article(said)
        for each in said:
            self.families[each.way[2]].add(each.outlet)
            self.naming[each.way].add(each.outlet)
            if each.number and not each.claim.transfer.planned:
                self.tellers[each.way, each.number].add(each.outlet)
                self.counting[each.way].add(each.outlet)
                self._take(each)

    def _take(self, each: Said) -> None:
        figure, published = (each.way, each.number), each.claim.published
        moment = published.timestamp() if published else inf
        self.kinds[figure].add(each.claim.transfer.category)
        self.first[figure] = min(moment, self.first.get(figure, moment))
        if is_exact(each):
            self.exact[each.way].setdefault(each.number, set()).add(each.outlet)
        else:
            self.vague[each.way].append(each)

    @property
    def main(self) -> Way | None:
        """The way that most outlets tell of, if two do."""
        known = [way for way, names in self.naming.items() if len(names) > 1]
        return max(known, key=lambda way: (len(self.naming[way]), spelled(way)), default=None)

    def telling(self, way: Way, number: int) -> Set[str]:
        """The outlets that have the number done for the way; none where it is only planned."""
        return self.tellers.get((way, number), frozenset())

    def is_lone(self, each: Said) -> bool:
        """Whether one outlet alone has the figure, and not from the side that it concerns."""
        return len(self.telling(each.way, each.number)) < 2 and not is_own(each.claim)

    def is_alone(self, each: Said) -> bool:
        """Whether nobody else tells of the way either."""
        return self.is_lone(each) and self.naming[each.way] == {each.outlet}

    def agreed_on(self, way: Way, each: Said) -> list[int]:
        """The other exact numbers that several other outlets have for a way."""
        known = self.exact.get(way, {}).items()
        return [n for n, names in known if n != each.number and len(names - {each.outlet}) > 1]


def by_article(said: Iterable[Said]) -> dict[str, list[Said]]:
    """What each article says, by its id."""
    out: dict[str, list[Said]] = {}
    for each in said:
        out.setdefault(each.claim.article_id, []).append(each)
    return out


def back(way: Way) -> Way:
    """The other way round."""
    return way[1], way[0], way[2]


def ends_of(way: Way) -> set[frozenset[str]]:
    """Between whom people go, whoever gives."""
    return {way[0], way[1]}


def spelled(way: Way) -> tuple[list[str], list[str], str]:
    """A way in an order that is always the same."""
    return sorted(way[0]), sorted(way[1]), way[2]


def is_own(claim: Claim) -> bool:
    """Whether the receiving side itself says it."""
    transfer = claim.transfer
    return any(speaks_for(name, party) for party in transfer.returned_to for name in transfer.claimed_by)


def is_exact(each: Said) -> bool:
    """Whether the figure is told as exact."""
    return each.claim.transfer.qualifier is Qualifier.EXACT
