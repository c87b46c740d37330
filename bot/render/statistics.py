"""How many came home, by sides, as text in the reader's language."""

from collections.abc import Sequence

from bot.render.phrases import Count, people
from bot.render.speakers import names
from bot.render.words import Words
from bot.types import Total
from detectors import Category, Qualifier

PAIRS_SHOWN = 5
_AMOUNT = {"bodies": Category.BODIES, "children": Category.CHILDREN, "living": Category.MIXED}


def statistics(totals: Sequence[Total], say: Words) -> str:
    """Each pair of sides with what went each way; where figures differ, from the least to the most that is said."""
    if not totals:
        return say.say("reply-nothing-yet")
    pairs: dict[frozenset[str], list[Total]] = {}
    for total in totals:
        pairs.setdefault(frozenset((*total.released_by, *total.returned_to)), []).append(total)
    blocks = [_pair(pair, say) for pair in list(pairs.values())[:PAIRS_SHOWN]]
    left = len(pairs) - PAIRS_SHOWN
    more = [say.count("stats-more", left)] if left > 0 else []
    return "\n\n".join([say.say("stats-title"), *blocks, *more])


def _pair(totals: Sequence[Total], say: Words) -> str:
    sides = list(dict.fromkeys(side for total in totals for side in (*total.released_by, *total.returned_to)))
    first, last = min(total.first for total in totals), max(total.last for total in totals)
    span = say.say("stats-span", first=say.day(first), last=say.day(last)) if first != last else say.day(first)
    return "\n".join([f"{names(say, sides, within=False)} · {span}", *(_line(total, say) for total in totals)])


def _line(total: Total, say: Words) -> str:
    joint = set(total.released_by) == set(total.returned_to)
    counted = total.events > total.uncounted
    count = Count(total.low, total.high, Qualifier.EXACT)
    what = people(say, "amount", _AMOUNT[total.family], count) if counted else say.say("stats-none")
    events = say.count("stats-events", total.events)
    key = "stats-both" if joint else "stats-line"
    line = say.say(key, side=names(say, total.returned_to, within=False), what=what, events=events)
    unsaid = [say.count("stats-uncounted", total.uncounted)] if counted and total.uncounted else []
    return " · ".join([line, *unsaid])
