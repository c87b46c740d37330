"""Parties of whom a sentence only tells whose the things are: aircraft that carry people, what is paid for them."""

from detectors.lexicon import Mark
from detectors.reading import Sentence


def carries(mark: Mark, sentence: Sentence) -> bool:
    """Whether it is only told whose the aircraft or buses are: "in Venezuelan helicopters", "a plane of Oman"."""
    of = [of.start for of in sentence.of("role", "of") if of.end == mark.start]
    for carrier in sentence.of("other", "carrier"):
        if mark.form == "national" and (0 <= carrier.start - mark.end <= 1 or carrier.end == mark.start):
            return True
        if mark.form == "name" and (carrier.end in of or (sentence.language.owner_ahead and carrier.start == mark.end)):
            return True
    return False


def bargains(mark: Mark, sentence: Sentence) -> bool:
    """Whether it stands by what is paid for people, no verb that moves them between: "the US lifts its sanctions"."""
    if not sentence.has("other", "payment"):
        return False
    low, high = sentence.clause(mark.start)
    verbs = [verb.start for verb in sentence.moving]
    reach = _PAID_REACH * sentence.stretch
    return any(
        low <= paid.start < high
        and max(paid.start - mark.end, mark.start - paid.end) <= reach
        and not any(min(paid.start, mark.start) <= at <= max(paid.start, mark.start) for at in verbs)
        for paid in sentence.of("other", "payment")
    )


_PAID_REACH = 6
