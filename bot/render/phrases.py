"""Names, numbers and amounts as phrases of the reader's language."""

from collections.abc import Sequence

from bot.render.text import clean
from bot.render.words import Words
from detectors import Category, Qualifier, Transfer

NAMES_SHOWN = 3


def names(say: Words, parties: Sequence[str], *, within: bool = True) -> str:
    """Parties or speakers as a list; `within` a sentence some take an article; beyond three: "and 2 others"."""
    shown = [say.within(clean(name)) if within else clean(name) for name in parties]
    if len(shown) > NAMES_SHOWN:
        left = len(shown) - NAMES_SHOWN + 1
        shown = [*shown[: NAMES_SHOWN - 1], say.count("list.more", left)]
    return say.join(shown)


def number(say: Words, low: int, high: int, qualifier: Qualifier) -> str:
    """A count with how exact it is: "about 200", "195–207"."""
    if high > low:
        return say.say("number.range", low=say.number(low), high=say.number(high))
    exactness = Qualifier.EXACT if qualifier is Qualifier.UNKNOWN else qualifier
    return say.say(f"number.{exactness}", n=say.number(low))


def amount(say: Words, transfer: Transfer) -> str:
    """What a transfer moved: "49 people (42 prisoners of war and 7 civilians)", or that no figure is given."""
    category = transfer.category
    if transfer.count is None:
        return say.say("amount.uncounted", what=say.say(f"category.{category}"))
    high = max(transfer.count, transfer.count_max or 0)
    total = say.count(f"amount.{category}", high, n=number(say, transfer.count, high, transfer.qualifier))
    if not transfer.breakdown:
        return total
    parts = [say.count(f"amount.{part.category}", part.count) for part in transfer.breakdown]
    return say.say("amount.with_parts", what=total, parts=say.join(parts))


def category(say: Words, categories: Sequence[Category]) -> str:
    """What kinds of people, without a figure: "prisoners of war and bodies"."""
    return say.join([say.say(f"category.{one}") for one in categories])


def sentence(phrase: str) -> str:
    """The phrase with its first letter as at the start of a sentence."""
    return phrase[:1].upper() + phrase[1:]
