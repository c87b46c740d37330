"""Numbers, amounts, claims and directions as phrases of the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from bot.render.speakers import name_of, names, number_of, speakers
from bot.render.text import clean
from bot.render.words import Words
from detectors import Category, Qualifier, Transfer

_SURE = (Qualifier.EXACT, Qualifier.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Count:
    """How many went one way, over all who say so."""

    low: int
    high: int
    qualifier: Qualifier


def together(transfers: Sequence[Transfer]) -> Count:
    """The span of all figures given, which is vague where one of them is; at least one transfer has one."""
    counted = [transfer for transfer in transfers if transfer.count is not None]
    lows = [transfer.count or 0 for transfer in counted]
    highs = [max(transfer.count or 0, transfer.count_max or 0) for transfer in counted]
    low, high = min(lows), max(highs)
    is_vague = any(transfer.qualifier not in _SURE for transfer in counted)
    return Count(low, high, Qualifier.ABOUT if is_vague and low < high else counted[0].qualifier)


def number(say: Words, count: Count) -> str:
    """A count with how exact it is: "about 200", "195–207"."""
    if count.high > count.low:
        span = say.say("number-range", low=say.number(count.low), high=say.number(count.high))
        return say.say("number-about", n=span) if count.qualifier is Qualifier.ABOUT else span
    exactness = Qualifier.EXACT if count.qualifier is Qualifier.UNKNOWN else count.qualifier
    return say.say(f"number-{key(exactness)}", n=say.number(count.low))


def people(say: Words, role: str, kind: Category, count: Count) -> str:
    """So many of a kind: `role` is "amount" in a figure's line, "people" where a verb governs it."""
    exact = {Count(1, 1, Qualifier.EXACT): "one", Count(2, 2, Qualifier.EXACT): "two"}.get(count, "other")
    return say.say(f"{role}-{key(kind)}", n=number(say, count), count=count.high, exact=exact)


def amount(say: Words, transfers: Sequence[Transfer]) -> str:
    """What moved, by all who say so: "49 people (42 prisoners of war and 7 civilians)", or that no figure is given."""
    kind = transfers[0].category
    if transfers[0].count is None:
        return say.say("amount-uncounted", what=say.say(f"kind-{key(kind)}"))
    total = people(say, "amount", kind, together(transfers))
    fullest = max(transfers, key=lambda transfer: len(transfer.breakdown))
    if not fullest.breakdown:
        return total
    parts = [
        people(say, "amount", part.category, Count(part.count, part.count, Qualifier.EXACT))
        for part in fullest.breakdown
    ]
    return say.say("amount-with-parts", what=total, parts=say.join(parts))


def attribution(say: Words, transfers: Sequence[Transfer]) -> str:
    """Who says so and who confirms it; where figures differ, each with its speaker: "207, says Ukraine; 195, …"."""
    if len(transfers) == 1 or transfers[0].count is None:
        said = tuple(name for transfer in transfers for name in transfer.claimed_by)
        confirmed = tuple(name for transfer in transfers for name in transfer.confirmed_by)
        return claim(say, replace(transfers[0], claimed_by=said, confirmed_by=confirmed))
    return listed(say, [_figure_claim(say, transfer) for transfer in transfers])


def listed(say: Words, told: Sequence[str]) -> str:
    """Statements one behind another, of which there is at least one: "207, says Ukraine; 195, says Russia"."""
    return reduce(lambda first, second: say.say("claim-list", first=first, second=second), told)


def claim(say: Words, transfer: Transfer) -> str:
    """Who says a figure and who confirms it; empty where nobody is named."""
    said, confirmed = speakers(transfer)
    says = say.say("claim-says", count=number_of(say, said), who=names(say, said)) if said else ""
    if not confirmed:
        return says
    confirms = say.say("claim-confirmed", count=number_of(say, confirmed), who=names(say, confirmed))
    return say.say("claim-both", says=says, confirms=confirms) if says else confirms


def _figure_claim(say: Words, transfer: Transfer) -> str:
    n, said = number(say, together([transfer])), claim(say, transfer)
    return say.say("claim-figure", n=n, says=said) if said else say.say("claim-figure-unsaid", n=n)


def direction(say: Words, transfer: Transfer) -> str:
    """Which way it went: "→ Ukraine"."""
    if transfer.returned_to and set(transfer.returned_to) == set(transfer.released_by):
        return say.say("direction-both")
    if transfer.returned_to:
        return towards(say, transfer.returned_to)
    if transfer.released_by:
        return say.say("direction-from", side=sentence(names(say, transfer.released_by, within=False)))
    return say.say("direction-unknown")


def towards(say: Words, sides: Sequence[str]) -> str:
    """To whom, as a label: "→ Ukraine"."""
    return say.say("direction-to", side=sentence(names(say, sides, within=False)))


def recipients(say: Words, sides: Sequence[str]) -> str:
    """To whom: "to Ukraine", "кожній стороні" where no sides are given; the form that the verb asks for."""
    if not sides:
        return say.say("to-each")
    forms = [(say.names.form(side, "to"), side) for side in sides]
    shown = [
        say.say("to", side=clean(form) if form else name_of(say, side), known="yes" if form else "no", count=len(sides))
        for form, side in forms
    ]
    return say.join(shown)


def kinds(say: Words, role: str, categories: Sequence[Category]) -> str:
    """What kinds of people, without a figure: "prisoners of war and bodies"; `role` as the message ids begin."""
    return say.join([say.say(f"{role}-{key(one)}") for one in categories])


def sentence(phrase: str) -> str:
    """The phrase with its first letter as at the start of a sentence."""
    start = next((index for index, sign in enumerate(phrase) if sign.isalnum()), 0)
    return phrase[:start] + phrase[start : start + 1].upper() + phrase[start + 1 :]


def key(name: str) -> str:
    """A word of ours as it stands in the ids of messages."""
    return name.replace("_", "-")
