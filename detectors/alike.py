"""What people of no named kind are, by those counted before them: "… 1,000 bodies and received 35"."""

from collections.abc import Sequence
from dataclasses import replace

from detectors.lexicon import Mark
from detectors.people import BREAKS, KINDS, Group
from detectors.reading import Sentence
from detectors.types import Category


def alike(groups: list[Group], before: Group | None, sentence: Sentence) -> list[Group]:
    """A number without a noun counts what was counted last ("… 1,000 bodies and received 35").

    Where nothing was in its sentence, that is whom the sentence itself told of: "exchanged bodies: 909 went to Kyiv".
    """
    if not groups:
        return []
    out: list[Group] = []
    here = False
    heads = [mark for mark in sentence.of("people") if mark.key in KINDS]
    those = {mark.end for mark in sentence.of("count", "those")}
    parts = {at for group in groups if group.part and not group.rank for at in range(group.start, group.end)}
    for group in sorted(groups, key=lambda each: each.start):
        # "… and those of 19 Russian soldiers", "remains: those of eight fighters"
        those_of = group.start in those and ((before is not None and before.dead) or _are_bodies_ahead(group, heads))
        those_of = those_of or _are_others_of_the_dead(out, group, sentence)
        bare = not group.named or those_of or _are_own(group, sentence) or _are_dead_too(out[-1:], group, sentence)
        if not (bare or group.part):
            before = before if here and before is not None and _are_beside(before, group, sentence) else group
            here = True
        spoken = next((mark for mark in reversed(heads) if mark.end <= group.start and mark.start not in parts), None)
        if spoken is not None:  # "exchanged bodies of soldiers, 160 on each side"
            spoken = next((mark for mark in heads if _are_of(spoken, mark)), spoken)
        category = group.category
        if those_of:
            category = Category.BODIES
        elif bare and spoken is not None and not here:
            category = KINDS[spoken.key]
        elif bare and before is not None:
            same = (each.category for each in out if each.count == group.count and not each.part)
            category = next(same, before.category)
        told = group if category is group.category else replace(group, category=category)
        out.append(replace(told, named=True, part=False, own=False) if _are_they(group, sentence) else told)
    return _all_dead(out)


def _are_beside(before: Group, group: Group, sentence: Sentence) -> bool:
    """Whether civilians are told of only as going with more others: "185 soldiers and 20 civilians"."""
    civilians = group.category is Category.CIVILIANS and before.category not in _NO_OTHERS
    return civilians and before.count > group.count and are_joined(before, group, sentence)


# Civilians beside people of no kind, bodies or children are told of in their own right.
_NO_OTHERS = frozenset({None, Category.CIVILIANS, Category.BODIES, Category.CHILDREN})


def _are_they(group: Group, sentence: Sentence) -> bool:
    """Whether a sentence only adds how many those are whom it means: "there were 76 of them", "Ils étaient 76".

    So it is not in a list of ages: "they are 34 and 36".
    """
    words = sentence.of("count", "they") if not group.named and group.count > 1 else ()
    hedges = {mark.start for mark in sentence.of("count", "at_least", "at_most", "about") if mark.end == group.start}
    ahead = any(mark.end in {group.start, *hedges} for mark in words)
    return ahead and not any(1 <= number.start - group.end <= _LISTED for number in sentence.numbers)


# A further number so near is one more of a list.
_LISTED = 2


def _are_bodies_ahead(group: Group, heads: Sequence[Mark]) -> bool:
    """Whether bodies are the last people told of before it, or those whose bodies they are."""
    ahead = [mark for mark in heads if mark.end <= group.start]
    return bool(ahead) and (ahead[-1].key == "bodies" or any(_are_of(ahead[-1], mark) for mark in ahead))


def _all_dead(groups: list[Group]) -> list[Group]:
    """The groups, those dead whom their nations alone tell and who make up the bodies told before them.

    "The remains of 93 men: three Iranians and 90 Iraqis".
    """
    out = list(groups)
    for i, whole in enumerate(groups):
        rest = [group for group in groups[i + 1 :] if group.category is None and group.nation is not None]
        if whole.dead and len(rest) > 1 and sum(group.count for group in rest) == whole.count:
            out = [replace(group, category=Category.BODIES) if group in rest else group for group in out]
    return out


def _are_of(people: Mark, bodies: Mark) -> bool:
    """Whether it is the bodies of these people that are told of."""
    return bodies.key == "bodies" and 0 <= people.start - bodies.end <= _WHOSE


# So many words may stand between bodies and whose they are.
_WHOSE = 5


def _are_dead_too(ahead: Sequence[Group], group: Group, sentence: Sentence) -> bool:
    """Whether an "and" joins people told by their nation alone to bodies: "the bodies of 98 Iranians and 3 Iraqis"."""
    if group.category is not None or group.nation is None:
        return False
    return any(
        last.dead
        and last.nation is not None
        and bool(sentence.starting(last.start, "people"))
        and are_joined(last, group, sentence)
        for last in ahead
    )


def _are_others_of_the_dead(ahead: Sequence[Group], group: Group, sentence: Sentence) -> bool:
    """Whether bodies are theirs and somebody's who is named: "the remains of Hadar Goldin and (of) two other soldiers".

    Nobody else is counted between, and no verb stands there, which would have people of its own.
    """
    bodies = next((m for m in reversed(sentence.of("people", "bodies")) if m.end < group.start), None)
    if bodies is None or group.dead or group.start - bodies.end > _OTHERS:
        return False
    verbs = (bodies.start <= verb.start < group.start for verb in sentence.moving)
    if any(each.end > bodies.start for each in ahead) or any(verbs) or sentence.word(bodies.end) in BREAKS:
        return False
    more = any(group.start - _JOINED < mark.start <= group.end for mark in sentence.of("count", "more"))
    return more and any(
        bodies.end < mark.start and 0 < group.start - mark.start <= _JOINED for mark in sentence.of("role", "and")
    )


# A name, an "and" and an "of" may stand between bodies and the others; an "of" or a "further" behind the "and".
_OTHERS, _JOINED = 8, 3


def _are_own(group: Group, sentence: Sentence) -> bool:
    """Whether nothing but whose they are is told of people: "41 of its own"."""
    if not group.own or group.category is not None or group.nation is not None:
        return False
    own = {mark.end for mark in sentence.of("role", "own")}
    return not any(group.start <= mark.start < group.end and mark.end not in own for mark in sentence.of("people"))


def are_joined(last: Group, group: Group, sentence: Sentence) -> bool:
    """Whether nothing but an "and" stands between two groups, as a word or written as one with the second."""
    gap = group.start - last.end
    return (gap == 0 and sentence.stretch == 1) or (
        gap == 1 and any(mark.start == last.end for mark in sentence.of("role", "and"))
    )
