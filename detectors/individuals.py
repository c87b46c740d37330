"""Which mentions of persons are of one person: by the name, by the noun, or by both side by side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, takewhile

from detectors.lexicon import Mark
from detectors.names import name_words
from detectors.people import Group
from detectors.reading import COMMAS
from detectors.sides import Reading

# A name's case ending has at most so many letters: Griner, Grinerovou.
_ENDING = 4
# A name that changes its last letter is known by so many before it.
_STEM = 4
# Between the word for who somebody is and his name stands at most one more, and few behind a comma.
_APPOSED, _TITLE = 1, 3


def individuals(told: Sequence[tuple[Group, Reading]]) -> list[int | None]:
    """The person of each mention, numbered by the first that tells of him; None where a number counts people.

    People called by name together ("Floderus and Azizi") are told of as one is.
    """
    singles = [at for at, (group, _) in enumerate(told) if group.single and not group.dead]
    person: dict[int, int] = {at: at for at in singles}
    for one, other in combinations(singles, 2):
        if person[one] != person[other] and _is_one(told[one], told[other]):
            first, second = sorted((person[one], person[other]))
            person = {at: first if known == second else known for at, known in person.items()}
    return [person.get(at) for at in range(len(told))]


def known_by_all(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, each person with the nation that any mention of him tells: "Hamid Noury, the Iranian who …".

    Who is one of several freed together ("Floderus and Azizi") is a part of them wherever he is told of alone.
    """
    told = [(group, reading) for reading in readings for group in reading.groups]
    if not any(group.single for group, _ in told):
        return list(readings)
    who = individuals(told)
    nations: dict[int, set[str]] = {}
    for (group, _), person in zip(told, who, strict=True):
        if person is not None and group.nation is not None:
            nations.setdefault(person, set()).add(group.nation)
    freed = [(group, reading) for group, reading in told if group.name and group.count > 1 and _is_told(reading)]
    found = iter(who)

    def known(group: Group, person: int | None, reading: Reading) -> Group:
        nation = group.nation
        if nation is None and person is not None and len(nations.get(person, ())) == 1:
            nation = next(iter(nations[person]))
        part = group.part or (group.single and group.count == 1 and any(_is_among(group, reading, *f) for f in freed))
        return group if (nation, part) == (group.nation, group.part) else replace(group, nation=nation, part=part)

    named = [(each, tuple([known(group, next(found), each) for group in each.groups])) for each in readings]
    return [each if groups == each.groups else replace(each, groups=groups) for each, groups in named]


def _is_told(reading: Reading) -> bool:
    return any(move.told for move in reading.moves)


def _is_among(one: Group, reading: Reading, several: Group, there: Reading) -> bool:
    """Whether somebody is one of several who are called by name together: by the name, else by the noun before it."""
    if not one.name:
        titles = {there.sentence.word(at) for at in range(several.start - _TITLE, several.end)}
        return reading is not there and all(word in titles for word in _words(one, reading))
    names = name_words(several, there.sentence)
    return bool(names) and all(any(is_form_of(w, name) for name in names) for w in name_words(one, reading.sentence))


def counterparts(told: Sequence[tuple[Group, Reading]], who: Sequence[int | None]) -> dict[int, set[int]]:
    """Of each person, by number, the ones whom he was exchanged for: "X for Y", "X, in return Y"."""
    at = {id(group): person for (group, _), person in zip(told, who, strict=True)}
    out: dict[int, set[int]] = {}
    last: tuple[int, Reading, Group] | None = None
    for (group, reading), person in zip(told, who, strict=True):
        partner = at.get(id(reading.groups[group.pair])) if group.pair is not None else None
        if person is None:
            last = None if group.named else last
            continue
        if partner is None and last is not None and _is_answered(last[2], last[1], group, reading):
            partner = last[0]
        if partner is not None and partner != person:
            out.setdefault(person, set()).add(partner)
            out.setdefault(partner, set()).add(person)
        last = person, reading, group
    return out


def _is_answered(one: Group, reading: Reading, other: Group, there: Reading) -> bool:
    """Whether between two people, told of one after the other, words stand that turn to the other side."""
    turns = there.sentence.of("count", "in_return", "in_turn")
    if reading is there:
        return any(one.end <= mark.start < other.start for mark in turns)
    following = there.sentence.order - reading.sentence.order <= 1
    return following and any(mark.start < other.start for mark in turns)


def _is_one(one: tuple[Group, Reading], other: tuple[Group, Reading]) -> bool:
    """Whether two mentions are of one person."""
    (first, reading), (second, there) = one, other
    if first.count != second.count:
        return False
    if first.name != second.name:
        return reading is there and first.pair is None and not second.price and _is_apposed(first, second, reading)
    words, others = _words(first, reading), _words(second, there)
    if not first.name:  # "un humanitaire" and "humanitaire belge" overlap
        if first.nation is not None and second.nation is not None and first.nation != second.nation:
            return False  # "a citizen of Russia", "a US citizen"
        return words == others or (reading is there and first.end > second.start and second.end > first.start)
    if len(words) == 1 or len(others) == 1:
        return any(is_form_of(word, each) for word in words for each in others)
    return is_form_of(words[-1], others[-1])


def _is_apposed(first: Group, second: Group, reading: Reading) -> bool:
    """Whether a noun and a name, one behind the other in a sentence, stand side by side.

    "The student Wang" and "Wang, a Princeton student"; in "a teacher, Petrov and a nurse" they may be two.
    """
    between = range(first.end, second.start)
    if any(mark.start in between for mark in _parting(reading)):  # "let Corbett go, the US returns the trafficker"
        return False
    if first.name and any(each.name and 0 <= each.start - second.end <= 1 for each in reading.groups):
        return False  # "Reed, the pilot Petrov"
    comma = reading.sentence.word(first.end) in COMMAS
    near = (_TITLE if first.name else 0) if comma else _APPOSED
    return max(second.start - first.end, first.start - second.end) <= near


def _parting(reading: Reading) -> list[Mark]:
    """Words behind which somebody else is told of: verbs of movement, whoever acts."""
    sentence = reading.sentence
    verbs = sentence.moving
    return [*verbs, *(mark for mark in sentence.of("party") if mark.form == "name")]


def _words(group: Group, reading: Reading) -> list[str]:
    """The words of a mention in their order, for a name without initials."""
    sentence = reading.sentence
    known = name_words(group, sentence) if group.name else None
    words = (sentence.word(at) for at in range(group.start, group.end))
    return [word for word in words if known is None or word in known] or [sentence.word(group.start)]


def is_form_of(one: str, other: str) -> bool:
    """Whether two words are one name in two cases."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    short, long = sorted(map(len, (one, other)))
    changed = short - same  # Карелина, Карелину
    return long - same <= _ENDING and (not changed or (changed == 1 and same >= _STEM))
