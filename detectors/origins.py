"""What "from" and "kidnapped in" tell of the party behind them, where that is not who let people go."""

from detectors.lexicon import Mark
from detectors.parties import camp, is_group
from detectors.reading import Sentence

_DEALS = frozenset({"deal", "talk"})


def is_of_swap(before: Mark, sentence: Sentence) -> bool:
    """Whether "from" is "with" behind a word for a swap or a deal: "обмен с США", "porozumienie z Hamasem"."""
    deals = [mark for mark in sentence.ending(before.start, "mode") if mark.key in _DEALS]
    return bool(deals or sentence.ending(before.start, "swap"))


def is_of_kidnapping(before: Mark, sentence: Sentence) -> bool:
    """Whether it tells where people were kidnapped, who holds them being somebody else: "abducted from Kenya".

    "Abducted children from Russia" may well be let go by it.
    """
    people = {mark.end for mark in sentence.of("people")}
    kidnapped = (mark for mark in sentence.of("other", "kidnap") if mark.end not in people)
    return any(mark.end == before.start for mark in kidnapped)


def is_place_of_kidnapping(held: Mark, party: Mark, sentence: Sentence) -> bool:
    """Whether words for being held tell where people were kidnapped, in a state whose own they are no captives of."""
    kidnapped = any(mark.start == held.start for mark in sentence.of("other", "kidnap"))
    where = any(mark.key == "at" for mark in sentence.ending(held.end, "role"))
    return kidnapped and where and not is_group(camp(party.key))
