"""Numbers that are sums or parts of what others tell of an exchange, told as one side's figure. Pure."""

from collections.abc import Sequence

from bot.counts import FEW, bounds
from bot.heard import Heard, Said, back, by_article, is_exact, is_own
from detectors import Qualifier

# A few are a part of a vague figure that is more than so many times as many.
_TIMES = 2


def is_total(each: Said, heard: Heard) -> bool:
    """What went both ways told as one side's: 50 where 25 went each way, 357 where 16 and more than 200 did."""
    if not each.number or not heard.is_lone(each) or _is_least(each):
        return False
    low, high = bounds(each.claim.transfer)
    here, there = (
        [bounds(other.claim.transfer) for other in heard.all if other.way == way and other.outlet != each.outlet]
        for way in (each.way, back(each.way))
    )
    numbers = {other.number for other in heard.all if other.way == each.way}
    if any(each.number - n in numbers - {n} for n in numbers):
        return False  # soldiers and civilians who went one way
    return any(
        min(one[0], other[0]) > FEW and one[0] + other[0] <= high and low <= one[1] + other[1]
        for one in here
        for other in there
        if max(one[0], other[0]) < low
    )


def is_total_of_several(each: Said, heard: Heard) -> bool:
    """What went to several receivers told as one's: 8 to one where others tell of 3 to it and of 5 to another."""
    if not each.number or len(each.way[1]) > 1 or is_own(each.claim):
        return False
    from_it = [
        o for o in heard.all if (o.way[0], o.way[2]) == (each.way[0], each.way[2]) and not o.claim.transfer.planned
    ]
    here = {other.number for other in from_it if other.way == each.way and 0 < other.number < each.number}
    rest = {other.number for other in from_it if other.way != each.way}
    if any(each.number - n in rest for n in here):
        return True
    apart = by_article(other for other in from_it if other.way != each.way and other.outlet != each.outlet)
    return any(_is_shared_out(each.number, own) for own in apart.values())


def _is_shared_out(number: int, own: Sequence[Said]) -> bool:
    """Whether an article has as many go to several receivers."""
    shares = {other.way: other.number for other in own}
    return len(shares) > 1 and all(shares.values()) and sum(shares.values()) == number


def is_rest(each: Said, heard: Heard) -> bool:
    """A part of one way's figure told for the way back: 3 of 203, where another outlet has the other 200."""
    if not heard.is_alone(each):
        return False
    own = (o.number for o in heard.articles[each.claim.article_id] if o.way == back(each.way))
    return any(heard.telling(back(each.way), whole - each.number) - {each.outlet} for whole in own)


def is_part(each: Said, heard: Heard) -> bool:
    """A part of what others tell as one way's figure: 96 to one place and 8 to another, of 104."""
    own = [other for other in heard.articles[each.claim.article_id] if other.way[2] == each.way[2]]
    total = sum(other.number for other in own)
    if not heard.is_lone(each) or total == sum(other.number for other in own if other.way == each.way):
        return False
    wholes = (names for (way, n), names in heard.tellers.items() if n == total and way[2] == each.way[2])
    return len(set[str]().union(*wholes) - {each.outlet}) > 1


def is_surpassed(each: Said, heard: Heard) -> bool:
    """An early figure of which another outlet later has more, or a few of another's vague many."""
    if not is_exact(each) or not heard.is_lone(each):
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
