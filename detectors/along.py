"""Somebody told by name or noun and others by number, who are so many together: "Keith Siegel and two others"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detectors.lexicon import Mark
from detectors.people import Group
from detectors.reading import Sentence


def with_others(groups: Sequence[Group], sentence: Sentence) -> Iterator[Group]:
    """All, where somebody is told by name and others by number: "Keith Siegel and two others", "and a further Dane".

    So are they where a verb stands between ("Bialiatski freed with 122 others"), and where whom those others are more
    than is told by a noun, or by a name that no group tells of ("the bishop and 18 other priests").
    """
    for at, others in enumerate(groups):
        if others.name or others.part or not others.count:
            continue
        more = further(others, sentence)
        start = min([mark.start for mark in more if mark.end == others.start], default=others.start)
        one = groups[at - 1] if at else None
        if one is not None and one.pair is None and (one.name or (more and one.single and one.count == 1)):
            if (more or not others.single) and _are_together(one, others, start if more else None, sentence):
                category = one.category if one.dead else others.category  # "the bodies of X and two other hostages"
                whole = replace(others, count=one.count + others.count, start=one.start, category=category)
                yield replace(whole, nation=one.nation or others.nation, single=False, summed=True)
        elif more and (who := _ahead(start, others, groups, sentence)) is not None:
            yield replace(others, count=1 + others.count, start=who, single=False, summed=True)


def further(group: Group, sentence: Sentence) -> list[Mark]:
    """The words that tell that people are others than those told of: "two others", "e altri otto"."""
    return [mark for mark in sentence.of("count", "more") if group.start - 1 <= mark.start <= group.end]


def _are_together(one: Group, others: Group, start: int | None, sentence: Sentence) -> bool:
    """Whether an "and" joins somebody and others; or a "with" behind his verb, where further ones begin at `start`.

    A businessman and the bodies of three soldiers are no four.
    """
    if others.dead and not one.dead:
        return False
    between = range(one.end, others.start)
    joined = any(mark.start in between for mark in sentence.of("role", "and"))
    if joined and not any(verb.start in between for verb in sentence.moving):  # not "… as Caracas frees ten"
        return others.start - one.end <= _NEAR
    return start is not None and start > one.end and _is_along(start, sentence)


# So many tokens at most part others from whom they stand beside, and from the verb.
_NEAR = 3


def _is_along(at: int, sentence: Sentence) -> bool:
    """Whether a word for "with" stands before a token, and none that tells of whom, from where or for whom."""
    if any(mark.end == at for mark in sentence.of("count", "also")):
        return True
    marked = any(mark.key not in {"and", "between"} for mark in sentence.starting(at - 1, "role", "count", "held"))
    return sentence.word(at - 1) in sentence.language.small_words and not marked


def _ahead(start: int, others: Group, groups: Sequence[Group], sentence: Sentence) -> int | None:
    """Where a name or a noun stands before an "and" and others, whom no group tells of: "Poczobut i czterech innych".

    In a script without capitals a verb of the same sentence stands right before or behind them all.
    """
    plain = not sentence.capitals
    joints = (mark.start for mark in (*sentence.of("role", "and"), *sentence.of("number", "and")) if mark.end == start)
    joint = next(joints, start if plain and start < others.start else sentence.start)  # Hebrew writes both as one
    who = joint - 1
    if who < sentence.start or any(group.start <= who < group.end for group in groups):
        return None
    told = [mark for mark in sentence.marks if mark.start <= who < mark.end]
    if told:
        return who if any(mark.group == "single" and mark.end == joint for mark in told) else None
    word = sentence.word(who)
    if word in sentence.language.small_words or not any(map(str.isalpha, word)):
        return None
    verbs = (verb for verb in sentence.moving if verb.key != "noun")
    beside = any(0 <= who - verb.end <= 1 or 0 <= verb.start - others.end <= _NEAR for verb in verbs)
    return who if sentence.is_capital(who) or (plain and beside) else None
