"""What the words for people beside a number make of those whom it counts."""

from collections.abc import Sequence

from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.people import ARMED, KINDS
from detectors.reading import Sentence
from detectors.types import Category


def kind_of(heads: Sequence[Mark], before: Mark | None, number: Number, sentence: Sentence) -> Category | None:
    """What the words for people behind a number make of those it counts, and the word for bodies `before` it."""
    apart = [mark for mark in heads if mark.start >= number.end or mark.end <= number.start or len(heads) == 1]
    # Where words are not parted, the sign right behind a number only counts: 29名儿童, 子ども29人.
    counter = number.end if sentence.stretch > 1 else None
    keys = [mark.key for mark in apart if not (mark.key == "persons" and mark.start == counter)]
    if before is not None or "bodies" in keys:
        return Category.BODIES
    found = {KINDS[key] for key in keys if key in KINDS}
    civil = [(one, other) for one in apart for other in apart if one.key == "civilians" != other.key]
    both = Category.CIVILIANS in found and bool(found & {Category.PRISONERS_OF_WAR, Category.PRISONERS})
    if both and any(other.key in ARMED and _are_joined(one, other, sentence) for one, other in civil):
        return Category.MIXED  # "75 soldiers and civilian captives"
    if any(_describes(one, other, sentence) for one, other in civil):
        return Category.CIVILIANS
    if both:
        return Category.MIXED
    kin = [(one, other) for one in apart for other in apart if (one.key, other.key) == ("persons", "children")]
    if Category.CHILDREN in found and any(_are_joined(one, other, sentence) for one, other in kin):
        found.discard(Category.CHILDREN)  # "39 women and children"
    elif Category.CHILDREN in found:
        found.discard(Category.HOSTAGES)  # "three kidnapped children"
    return next((category for category in KINDS.values() if category in found), None)


def _are_joined(one: Mark, other: Mark, sentence: Sentence) -> bool:
    """Whether an "and" stands between two words for people, which do not tell of the same then."""
    low, high = min(one.end, other.end), max(one.start, other.start)
    return any(low <= joint.start <= high for joint in sentence.of("role", "and"))


def _describes(one: Mark, other: Mark, sentence: Sentence) -> bool:
    """Whether two nouns tell of the same people: "civilian Russian sailors", not "sailors and civilians".

    So do two forms of which one holds the other: "detained civilians".
    """
    first, second = sorted((one, other), key=lambda mark: mark.start)
    if second.start < first.end:
        return not any(first.start < joint.start < first.end for joint in sentence.of("role", "and"))
    nations = (mark for mark in sentence.starting(first.end, "party") if mark.form == "national")
    return second.start in {first.end, *(mark.end for mark in nations)}
