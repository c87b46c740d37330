"""Which claims of an event the others prove misread, so that no headline figure comes of them. Pure.

A claim is never dropped from the event, only from what it says. A lone figure falls where several outlets tell of the
exchange and it is what misreadings look like: the sum of both ways told as one, a figure told for the way back too, a
third party on one side, other people, one soldier. What the receiving side itself says mostly stands.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from bot.counts import FEW, NEAR, bounds
from bot.facts import hosts, is_group
from bot.figures import UNSORTED, Way, speaks_for, ways_of
from bot.heard import Heard, Said, back, by_article, ends_of, is_exact, is_own
from bot.identity import TELLING_NAME
from bot.sums import is_part, is_rest, is_surpassed, is_total, is_total_of_several
from bot.types import Claim
from bot.wars import is_war
from detectors import Category

# A figure this many times another one, or the other it, tells of something else; so many outlets are many.
QUITE, MANY = 2, 3


def credible(
    claims: Sequence[Claim], outlets: Mapping[str, str], agreed: Collection[int] = (), helpers: Collection[str] = ()
) -> list[Claim]:
    """The claims without those that the others prove misread.

    `outlets` says for each article whom it speaks for; `agreed` are the numbers of the whole deal, if it is a stage;
    `helpers` those whom a report names as mediators.
    """
    ways = zip(claims, ways_of(claims), strict=True)
    said = [Said(each, way, outlets.get(each.article_id, each.article_id)) for each, way in ways]
    twice = {article: own for article, own in by_article(said).items() if _tells_a_number_twice(own)}
    said = [each for each in said if not _is_echo(each, twice.get(each.claim.article_id, ()))]
    if _all_tell_the_same(said, outlets):
        return [each.claim for each in said]
    heard = Heard(said, outlets.values(), agreed, helpers)
    for is_misread in _MISREADINGS:
        kept = [each for each in said if not is_misread(each, heard)]
        if len(kept) < len(said):
            said, heard = kept, Heard(kept, outlets.values(), agreed, helpers)
    return [each.claim for each in said]


def _all_tell_the_same(said: Sequence[Said], outlets: Mapping[str, str]) -> bool:
    """Whether every article has the same numbers for the same ways, as mostly, so that nothing gainsays anything."""
    told = {article: {(each.way, each.number) for each in own} for article, own in by_article(said).items()}
    first = next(iter(told.values()), None)
    return told.keys() == outlets.keys() and all(each == first for each in told.values())


def _tells_a_number_twice(article: Sequence[Said]) -> bool:
    """Whether any of an article's numbers can be the echo of another."""
    return len({each.number for each in article}) < len(article)


def _is_echo(each: Said, article: Sequence[Said]) -> bool:
    """An article's own figure of one way, told for the way back as well, vaguely or beside the right one."""
    if not each.number or not article:
        return False
    own = [other for other in article if other.number and is_exact(other)]
    there = {other.number for other in own if other.way == back(each.way)}
    if each.number not in there:
        return False
    category = each.claim.transfer.category
    here = {other.number for other in own if other.way == each.way and other.claim.transfer.category is category}
    beside = len(there) == 1 and min(here, default=each.number) <= FEW < each.number
    return beside or not is_exact(each)


def _is_deal(each: Said, heard: Heard) -> bool:
    """The number of the whole deal for that of its stage, of which as many outlets tell with another number or none."""
    if each.number not in heard.agreed or each.claim.transfer.planned:
        return False
    tellers = heard.telling(each.way, each.number)
    return len(heard.naming[each.way] - tellers) >= len(tellers)


def _is_overtaken(each: Said, heard: Heard) -> bool:
    """A figure of a plan that did not come true as announced: others went the other way than it says."""
    if not each.claim.transfer.planned:
        return False
    there = {n for way, n in heard.tellers if way == back(each.way)}
    plan = (o for o in heard.articles[each.claim.article_id] if o.way == back(each.way) and o.claim.transfer.planned)
    return bool(there) and any(other.number and other.number not in there for other in plan)


def _is_for_others(each: Said, heard: Heard) -> bool:
    """A plan for other people than those who went, from an article that told of no more than plans: six on Saturday."""
    own = heard.articles[each.claim.article_id]
    if not all(other.claim.transfer.planned for other in own):
        return False
    return bool(heard.tellers) and all(way[2] != each.way[2] for way, _ in heard.tellers)


def _is_turned(each: Said, heard: Heard) -> bool:
    """A lone figure of one way that others tell the other way, where its article has none.

    Two states at war often free as many each; a state and an armed group hardly ever do (21 of 437 labelled exchanges).
    """
    there = back(each.way)
    is_of_group = any(map(is_group, (*each.way[0], *each.way[1])))
    lone = len(heard.telling(each.way, each.number)) < 2 if is_of_group else heard.is_lone(each)
    if each.number < TELLING_NAME or each.claim.transfer.planned or not lone:
        return False  # what an armed group itself says is said of one way or the other
    planning = {other.outlet for other in heard.all if other.way == each.way and other.number}
    if planning != {each.outlet} or each.outlet in heard.counting.get(there, ()):
        return False
    share = NEAR if is_of_group else 1.0
    low, high = (int(each.number * share), int(each.number / share)) if is_exact(each) else bounds(each.claim.transfer)
    names = set[str]().union(*(who for (way, n), who in heard.tellers.items() if way == there and low <= n <= high))
    if is_of_group and names and not each.claim.transfer.claimed_by:
        return len(names) > 1 or any(_is_of_a_side(o) for o in heard.all if o.way == there and o.number == each.number)
    return len(names) > (1 if is_of_group else 2)


def _is_of_a_side(each: Said) -> bool:
    """Whether one of the two sides says so."""
    parties = (*each.claim.transfer.released_by, *each.claim.transfer.returned_to)
    return any(speaks_for(name, party) for name in each.claim.transfer.claimed_by for party in parties)


def _is_foreign(each: Said, heard: Heard) -> bool:
    """A third party for a side: who carries, helps, or whose citizen was among those freed.

    In a war one outlet alone does not prove it; else not for as many or fewer, where its article does not know the two
    sides.
    """
    main = heard.main
    if main is None or not each.number or ends_of(each.way) == ends_of(main) or each.way[0] == each.way[1]:
        return False
    if len(heard.naming[each.way]) > 1:
        return False
    knows = any(ends_of(other.way) == ends_of(main) for other in heard.articles[each.claim.article_id])
    fewer = any(each.number <= count for (way, count) in heard.tellers if ends_of(way) == ends_of(main))
    return (fewer and not knows) or is_war({side for way in heard.naming for side in (*way[0], *way[1])})


def _is_misdirected(each: Said, heard: Heard) -> bool:
    """A number with another giver or receiver than more outlets tell, or a lone one than as many told before.

    As many people hardly go to two states at once, and who only helps is no side.
    """
    if each.number < TELLING_NAME or each.claim.transfer.planned:
        return False
    rivals = (
        way
        for (way, number), names in heard.tellers.items()
        if number == each.number
        and way[2] == each.way[2]
        and (way[0] == each.way[0]) != (way[1] == each.way[1])
        and each.outlet not in names
    )
    mine = _backing(each.way, each, heard)
    length = 3 if heard.is_lone(each) else 1
    return any(_backing(rival, each, heard)[:length] > mine[:length] for rival in rivals)


def _backing(way: Way, each: Said, heard: Heard) -> tuple[float, ...]:
    return len(heard.telling(way, each.number)), not _helps(way, heard), -heard.first[way, each.number]


def _helps(way: Way, heard: Heard) -> bool:
    """Whether one of the two ends is who only helps."""
    return any(end <= hosts() | heard.helpers for end in way[:2])


def _is_of_helper(each: Said, heard: Heard) -> bool:
    """Where they landed as who got them: three to Oman, of whom others tell that two went to Austria."""
    if not each.number or each.claim.transfer.planned or not _helps(each.way, heard):
        return False
    mine = heard.telling(each.way, each.number)
    others = (
        names
        for (way, _), names in heard.tellers.items()
        if way[2] == each.way[2] and (way[0] == each.way[0]) != (way[1] == each.way[1]) and not _helps(way, heard)
    )
    return any(len(names) >= len(mine) for names in others)


def _is_of_others(each: Said, heard: Heard) -> bool:
    """People of whom one outlet alone tells, where others tell of other people only: yesterday's bodies."""
    mine = heard.families[each.way[2]]
    others = set[str]().union(*(names for kind, names in heard.families.items() if kind != each.way[2]))
    if each.number and len(mine) == 1 and others - mine and len((others | heard.silent) - mine) > 1:
        return True
    if not each.number or not heard.is_alone(each):
        return False
    along = (names for way, names in heard.naming.items() if way[:2] == each.way[:2] and way[2] != each.way[2])
    most = max((len(names - {each.outlet}) for names in along), default=0)
    return most > 1 or (most == 1 and len(heard.naming.get(back(each.way), set()) - {each.outlet}) > 1)


def _is_mirrored(each: Said, heard: Heard) -> bool:
    """One way's figure told for the way back as well, by one outlet, where others tell of nobody or others there.

    The others' figure for the one way may be slightly different; if it is quite another, neither is right.
    """
    there = back(each.way)
    if not each.number or not heard.is_lone(each) or each.outlet not in heard.telling(there, each.number):
        return False
    near = (names for (way, n), names in heard.tellers.items() if way == there and NEAR * n <= each.number <= n / NEAR)
    if len(set[str]().union(*near)) > 2 and heard.counting[each.way] == {each.outlet}:
        return True
    way = each.way if len(heard.telling(there, each.number)) > 1 else there
    category = each.claim.transfer.category
    return any(n > each.number or category in heard.kinds[way, n] for n in heard.agreed_on(way, each))


def _is_outvoted(each: Said, heard: Heard) -> bool:
    """A lone figure where several outlets have one other number of the same people.

    What a side says stands, but where it is another thing than the others count: five officers, or all since the war
    began. So it is beside their number in one article, and where it is quite another than one that many have.
    """
    if not each.number or not is_exact(each) or heard.telling(each.way, each.number) - {each.outlet}:
        return False
    category = each.claim.transfer.category
    rivals = [n for n in heard.agreed_on(each.way, each) if _are_alike(category, heard.kinds[each.way, n])]
    if not _is_of_a_side(each):
        return any(category in heard.kinds[each.way, n] for n in rivals)
    own = {other.number for other in heard.articles[each.claim.article_id] if other.way == each.way}
    return any(
        (n in own and not n * NEAR <= each.number <= n / NEAR)
        or (not n / QUITE < each.number < n * QUITE and len(heard.telling(each.way, n)) >= MANY)
        for n in rivals
    )


def _are_alike(category: Category, others: Collection[Category]) -> bool:
    """Whether people of one kind can be told as one of the others."""
    return category in others or category in UNSORTED or not UNSORTED.isdisjoint(others)


def _is_unheard_plan(each: Said, heard: Heard) -> bool:
    """A way of which one outlet alone tells, in mere plans, where several tell who went: it came otherwise."""
    own = heard.articles[each.claim.article_id]
    if not all(other.claim.transfer.planned for other in own) or heard.naming[each.way] != {each.outlet}:
        return False
    return len(set[str]().union(*heard.counting.values()) - {each.outlet}) > 1


def _is_other_swap(each: Said, heard: Heard) -> bool:
    """One for one, but not as many as others tell one for one: 1,000 each, of whom more tell that 303 went each way."""
    there = back(each.way)
    if is_own(each.claim) or not heard.telling(there, each.number):
        return False
    mine = heard.telling(each.way, each.number) | heard.telling(there, each.number)
    own = {other.number for other in heard.articles[each.claim.article_id]}  # soldiers, beside the civilians
    return any(
        n not in own and heard.telling(there, n) and len(names | heard.telling(there, n)) > len(mine)
        for n, names in heard.exact.get(each.way, {}).items()
    )


def _is_few_unsaid(each: Said, heard: Heard) -> bool:
    """A few of whom one outlet alone tells, quoting nobody, where several tell of others only."""
    if not 0 < each.number <= FEW or each.claim.transfer.claimed_by or not heard.is_alone(each):
        return False
    return len(heard.everybody - {each.outlet}) > 1


def _is_one_person(each: Said, heard: Heard) -> bool:
    """One person of whom the other outlets know nothing: a group is hardly ever one."""
    if each.number != 1 or each.way[2] != "living" or not heard.is_lone(each):
        return False
    many = any(count > 2 * FEW and len(names) > 1 for (_, count), names in heard.tellers.items())
    return many or len(heard.everybody - {each.outlet}) > 1


_MISREADINGS: tuple[Callable[[Said, Heard], bool], ...] = (
    is_total,
    _is_deal,
    _is_overtaken,
    _is_for_others,
    _is_unheard_plan,
    is_part,
    is_rest,
    is_total_of_several,
    is_surpassed,
    _is_of_others,
    _is_foreign,
    _is_misdirected,
    _is_of_helper,
    _is_few_unsaid,
    _is_one_person,
    _is_other_swap,
    _is_mirrored,
    _is_turned,
    _is_outvoted,
)
