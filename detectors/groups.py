"""Groups of people in a sentence: how many, what they are, whose they are, and which stands for which."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detectors.alike import alike, are_joined
from detectors.along import further, with_others
from detectors.bodies import of_their_bodies
from detectors.counted import as_many, counted, nobody
from detectors.lexicon import Mark
from detectors.owned import one_of_own
from detectors.people import BREAKS, Group, ends_a_verb, is_paid_for
from detectors.persons import read_persons
from detectors.reading import Sentence
from detectors.shares import populations
from detectors.types import Category, Qualifier


def read_groups(sentence: Sentence, before: Group | None = None, *, opens: bool = False) -> list[Group]:
    """Every group of the sentence that a number or a singular noun counts, in order; `before`: the group told last.

    `opens` tells that the sentence's first word, which is capital in any case, is known to be somebody's name.
    """
    larger = populations(sentence)
    numbers = [*sentence.numbers, *one_of_own(sentence)]
    told = [group for number in numbers if (group := counted(number, sentence, larger)) is not None]
    told += [nobody(mark, sentence) for mark in dict.fromkeys(sentence.of("count", "none"))]
    told = of_their_bodies(told, sentence)
    told = alike([*told, *_same(sentence, told, before)], before, sentence)
    told = [*told, *read_persons(sentence, told, opens=opens)]
    if not told:
        return []
    each = sorted(_even(told, sentence), key=_place)
    paired = _paired(_apposed(each), sentence)
    wholes = [*_summed(paired, sentence), *with_others(paired, sentence), *_and_others(paired, sentence)]
    return [*(_priced(each, sentence) for each in paired), *wholes]


def _and_others(groups: list[Group], sentence: Sentence) -> Iterator[Group]:
    """All where others of the same kind are counted beside some: "two priests and eight other civilians"."""
    for one, others in pairwise(groups):
        is_summed = _adds(one) and _adds(others) and _goes_on(one, others, -1, sentence)
        kinds, nations = {one.category, others.category} - {None}, {one.nation, others.nation} - {None}
        if is_summed or len(kinds) > 1 or len(nations) > 1:
            continue
        more = further(others, sentence)
        ahead = sum(mark.end - mark.start for mark in more if mark.end == others.start)  # "e altri otto"
        joined = are_joined(one, replace(others, start=others.start - ahead), sentence)
        if more and joined and all(map(_is_counted, (one, others))):
            yield _all_of([one, others])


def _is_counted(group: Group) -> bool:
    """Whether so many people are told to be no part of others, by their number."""
    marked = group.part or group.single or group.each or group.total or group.name or group.pair is not None
    return group.count > 0 and group.qualifier is Qualifier.EXACT and not marked


def _apposed(groups: list[Group]) -> list[Group]:
    """The groups, persons a part where they only tell who was counted: "two teachers, an American and a Dane"."""
    out = list(groups)
    for i, whole in enumerate(groups):
        run = groups[i : i + 1 + whole.count] if 1 < whole.count <= _NAMED_ONE_BY_ONE and whole.nation is None else []
        alone = len(run) == whole.count + 1 and all(one.single and one.count == 1 for one in run[1:])
        if alone and all(after.start - one.end <= 3 for one, after in pairwise(run)):
            nations = {one.nation for one in run[1:]}
            if None not in nations and len(nations) > 1:
                out[i] = replace(whole, part=True)
            else:
                out[i + 1 : i + len(run)] = [replace(one, part=True) for one in run[1:]]
    return out


# No more people are told of one by one behind their number.
_NAMED_ONE_BY_ONE = 4


def _place(group: Group) -> int:
    return group.start


def _priced(group: Group, sentence: Sentence) -> Group:
    """Whether the group is what the others were given for: the second of a pair, or behind "in exchange for" itself.

    Where such words stand behind their noun, it is the first: "293 kişiye karşılık 176 kişi".
    """
    if sentence.language.postpositions:
        return replace(group, price=True) if is_paid_for(group, sentence) else group
    verbs = sentence.moving
    behind = any(
        0 <= _gap(mark, group, sentence) <= sentence.stretch
        and (
            group.pair is not None
            or mark.end - mark.start > 1
            or (group.single and _is_verb_ahead(mark, verbs))
            or (group.named and _is_verb_ahead(mark, sentence.of("swap")))  # "the girls were exchanged for four men"
        )
        # "in exchange got 27", "let in exchange Noury go": its own verb tells which way
        and not any(mark.start <= verb.start and mark.end < verb.end <= group.start for verb in verbs)
        and not _is_adverb(group, mark, sentence)
        for mark in sentence.of("count", "for")
    )
    return replace(group, price=True) if behind else group


def _gap(mark: Mark, group: Group, sentence: Sentence) -> int:
    """How many tokens part a word from a group, but for what says how exact its number is: "por más de 300 presos"."""
    hedges = [
        each
        for each in sentence.of("count", "at_least", "at_most", "about")
        if mark.end <= each.start and 0 <= group.start - each.end <= 1
    ]
    return min((each.start for each in hedges), default=group.start) - mark.end


def _is_verb_ahead(mark: Mark, verbs: Sequence[Mark]) -> bool:
    """Whether a verb stands not far before a word for what is given in exchange: "let him go against a spy"."""
    return any(verb.key != "noun" and 0 <= mark.start - verb.end <= _BESIDE for verb in verbs)


def _is_adverb(group: Group, mark: Mark, sentence: Sentence) -> bool:
    """Whether "in exchange" behind a verb stands by itself, so that who follows is that verb's.

    Of two who are exchanged the last may still be the price ("freed in exchange two"), unless they are what is got.
    """
    alone = any(mark.end == each.end for each in sentence.of("count", "in_return"))
    verbs = (verb for verb in sentence.moving if verb.key != "noun" and (group.pair is None or verb.group == "receive"))
    return alone and any(0 <= mark.start - verb.end <= 1 for verb in verbs)


def _summed(groups: list[Group], sentence: Sentence) -> Iterator[Group]:
    """One group of all for neighbours told in one breath: "six officers and 101 privates", "42 men and a woman"."""
    run: list[Group] = []
    for at, group in enumerate([*groups, None]):
        if group is not None and _adds(group) and (not run or _goes_on(run[-1], group, at, sentence)):
            run.append(group)
            continue
        if len(run) > 1 and (all(each.rank for each in run) or are_joined(run[-2], run[-1], sentence)):
            whole = _all_of(run)
            if not any(2 * each.count == whole.count for each in run) or len(run) == 2:
                yield whole  # else one of them is what the others make up
        run = [group] if group is not None and _adds(group) else []


def _all_of(run: Sequence[Group]) -> Group:
    return replace(
        run[0],
        count=sum(each.count for each in run),
        end=run[-1].end,
        category=next((each.category for each in run if each.category is not None), None),
        nation=next((each.nation for each in run if each.nation is not None), None),
        rank=all(each.rank for each in run),
        single=False,
        part=False,
        summed=True,
        pair=None,
    )


def _adds(group: Group) -> bool:
    """Whether it may be a summand: ranks, and people of no kind but soldiers or children."""
    if group.rank:
        return True
    plain = group.named and group.count > 0 and group.category in _SUMMANDS
    return (
        plain and group.qualifier is Qualifier.EXACT and not (group.part or group.single or group.each or group.total)
    )


_SUMMANDS = frozenset({None, Category.PRISONERS_OF_WAR, Category.CHILDREN})


def _goes_on(last: Group, group: Group, at: int, sentence: Sentence) -> bool:
    """Whether a summand, the group at index `at`, is told with the one before it, not exchanged for it.

    Children are a sum with children alone: "six boys and a girl".
    """
    if group.pair == at - 1 or (last.category is Category.CHILDREN) != (group.category is Category.CHILDREN):
        return False
    if last.rank and group.rank:
        return group.start - last.end <= _BESIDE
    nations = {each.nation for each in (last, group)} - {None}
    listed = [sentence.word(i) for i in range(last.end, group.start)] in [[","], ["、"], ["،"]]
    return len(nations) < 2 and (listed or are_joined(last, group, sentence))


# How many tokens may part neighbours of one enumeration.
_BESIDE = 6


def _same(sentence: Sentence, told: Sequence[Group], before: Group | None) -> Iterator[Group]:
    """As many as were told of last: "and the same number went to Russia"."""
    for mark in sentence.of("count", "same"):
        counts = [group.count for group in told if group.named and group.start < mark.start and not group.part]
        count = counts[-1] if counts else before.count if before is not None else 0
        if count:
            yield as_many(count, mark, sentence)


def _even(groups: list[Group], sentence: Sentence) -> list[Group]:
    """Equal numbers joined by a dash or "to" ("300-300", "35'e 35") are as many for each side; one says it all."""
    if len({group.count for group in groups}) == len(groups):
        return groups
    twins = {
        (one.start, other.start): other
        for one in groups
        for other in groups
        if one.count == other.count > 1 and _is_even(one, other, sentence)
    }
    firsts = {first for first, _ in twins}
    seconds = {second for _, second in twins}
    named = {first: other for (first, _), other in twins.items()}
    return [
        replace(
            group,
            each=True,
            end=named[group.start].end,
            named=named[group.start].named,
            category=named[group.start].category,
        )
        if group.start in firsts
        else group
        for group in groups
        if group.start not in seconds or group.start in firsts
    ]


def _is_even(one: Group, other: Group, sentence: Sentence) -> bool:
    """Whether nothing but a dash or a word for "to" joins two numbers."""
    if other.start - one.start == 2 and sentence.word(one.start + 1) in {"-", "–"}:
        return True
    paired = any(mark.start == one.end for mark in sentence.of("count", "for"))
    to = sentence.of("role", "to", "to_after", "at")
    return not paired and any(mark.start == one.end and mark.end == other.start for mark in to)


def _paired(groups: list[Group], sentence: Sentence) -> list[Group]:
    """The same groups, each tied to the one that it is exchanged for ("three for 369")."""
    out = list(groups)
    verbs = {mark.end for mark in sentence.of("swap") if mark.key != "noun"}
    for i in range(len(out) - 1):
        left, right = out[i], out[i + 1]
        joints = [
            mark
            for mark in sentence.of("count", "for")
            if left.end <= mark.start
            and mark.end <= right.start
            and _gap(mark, right, sentence) <= 2
            and not (ends_a_verb(mark, sentence) or _is_goal(left, mark, right, sentence))
        ]
        # "11 sailors from Russia who had been saved at sea were traded for 19 Ukrainians"
        swapped = any(not verbs.isdisjoint(range(mark.start, mark.end + 1)) for mark in joints)
        near = right.start - left.end <= (_FAR_PAIR if swapped and left.named else _PAIR)
        stopped = any(sentence.word(at) in {";", "(", ")", "."} for at in range(left.end, right.start))
        told = (joints and near) or _opens_with_price(left, right, sentence)
        if told and not stopped and left.pair is None:
            # who is exchanged for others is no part of them: "31 wounded for 15 wounded Russians"
            out[i], out[i + 1] = (
                replace(one, pair=other, part=one.part and not one.rank) for one, other in ((left, i + 1), (right, i))
            )
    return out


def _is_goal(left: Group, joint: Mark, right: Group, sentence: Sentence) -> bool:
    """Whether a word for an exchange stands before whom people go to: "31 for Ukraine and 15 for Russia"."""
    sides = [party.end for party in sentence.of("party") if party.start == joint.end and party.form == "name"]
    joints = {mark.start for mark in sentence.of("role", "and")} | set(sentence.commas)
    return joint.start == left.end and not left.named and not right.named and not joints.isdisjoint(sides)


# So many words may part two that were exchanged, and so many behind whom a verb says so.
_PAIR, _FAR_PAIR = 12, 30


def _opens_with_price(left: Group, right: Group, sentence: Sentence) -> bool:
    """Whether a sentence begins with what others were given for: "For ten captives Kyiv got ten of its soldiers"."""
    opening = {sentence.start, sentence.start + (sentence.word(sentence.start) in BREAKS)}
    ahead = any(mark.start in opening and mark.end == left.start for mark in sentence.of("count", "for"))
    verbs = (mark for mark in sentence.moving if mark.key != "noun")
    moved = any(left.end <= at.start and max(right.start - at.end, at.start - right.end) <= _PAIR for at in verbs)
    return ahead and moved and left.named and right.named and right.start - left.end <= _PAIR
