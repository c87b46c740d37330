"""The people that a number counts: its phrase, what they are, whose they are, how exactly they are told."""

from collections.abc import Sequence

from detectors.kinds import kind_of
from detectors.lexicon import Mark
from detectors.numbers import LARGEST_COUNT, Number
from detectors.parties import is_group
from detectors.people import (
    BREAKS,
    CAPTIVES,
    KINDS,
    Group,
    adjective_before,
    is_counted,
    is_of_nation,
    is_one,
    tells_where,
)
from detectors.reading import Sentence
from detectors.shares import Populations, are_some, beside, is_added, is_part
from detectors.text import ARTICLES
from detectors.types import Qualifier
from detectors.uncounted import counts_nobody, is_headed, own_bodies

# How many other words may stand between a number and the people it counts ("95 freshly released Ukrainian …").
_FILLERS = 4
_VERBS = frozenset({"release", "receive", "return", "held_event", "said"})


def counted(number: Number, sentence: Sentence, larger: Populations) -> Group | None:
    """The people that a number counts; None where it counts something else."""
    if not 0 <= number.value <= LARGEST_COUNT or counts_nobody(number, sentence):
        return None
    if number.value == 1 and number.word and any(other.end == number.start for other in sentence.numbers):
        return None  # "10 boarded a plane to Russia, 13 one to Germany"
    if (
        number.value == 1
        and number.word
        and sentence.word(number.start - 1) in ARTICLES
        and _is_alone(number, sentence)
    ):
        return None  # "48 were on the plane for Sanaa, 42 on the one for Marib"
    if any(mark.start <= number.start < mark.end for mark in sentence.of("count", "total")):
        return None  # "des deux côtés"
    out_of = larger.get(number.start)
    phrase = _phrase(number if out_of is None else out_of, sentence)
    if phrase is None or any(other is number for other in larger.values()):
        return None
    heads, nation, own, end = phrase
    if sentence.stretch > 1:  # "捕虜185人": where every sign is a token the noun may stand before the number
        joints = {mark.start for mark in sentence.of("role", "and")}  # "平民和185名军人" are civilians, then soldiers
        ahead = (mark for mark in sentence.of("people") if 0 <= number.start - mark.end <= 1)
        heads = [*heads, *(mark for mark in ahead if mark.end not in joints)]
    if sentence.stretch > 1 or any(mark.start == number.start for mark in heads):  # "a French couple": two in one word
        nation = nation or next((m.key for m in sentence.ending(number.start, "party")), None)
    if heads:
        nation = nation or adjective_before(number.start, sentence)
    before = _head_before(number, sentence)
    named = bool(heads) or before is not None or nation is not None
    if number.year and not (named and (sentence.stretch > 1 or is_headed(number, sentence))):
        return None
    start = before.start if before is not None else number.start
    near = beside(number, sentence)
    ranks = before is None and bool(heads) and all(mark.key == "parts" for mark in heads)
    rank = ranks and not is_added(number, sentence)
    return Group(
        number.value,
        start,
        end if named else number.end,
        category=kind_of(heads, before, number, sentence),
        nation=nation,
        own=own
        or any(
            start - 3 <= mark.start < end and not is_of_nation(mark, sentence) for mark in sentence.of("role", "own")
        ),
        each="each" in near,
        part=rank or is_part(number, end if named else number.end, sentence),
        total="total" in near,
        both="both" in near,
        out_of=out_of.value if out_of is not None else None,
        rank=rank,
        named=named,
        qualifier=_qualifier(number, sentence),
    )


def _is_alone(number: Number, sentence: Sentence) -> bool:
    """Whether no word for people, a nation, a part or a body stands behind a number."""
    behind = sentence.starting(number.end)
    return not any(mark.group in {"people", "party", "single"} or mark.key in _OF_ONE for mark in behind)


_OF_ONE = frozenset({"of", "part", "part_of", "own"})


def _phrase(number: Number, sentence: Sentence) -> tuple[list[Mark], str | None, bool, int] | None:
    """(head nouns, nation, own, end) of the words behind a number; None where they are a unit of something else."""
    heads = [*sentence.starting(number.end - 1, "people")]  # "двоих": two people
    nation = _nation_within(number, sentence)
    own, fillers, at, end, after_of = False, 0, number.end, number.end, False
    starts = {other.start for other in sentence.numbers}
    most = _FILLERS * sentence.stretch
    while at < sentence.end and fillers <= most:
        here = sentence.starting(at)
        if here and at == number.end and _counts_things(here, heads, nation, sentence):
            return None  # before what a verb begins with: "on three planes came", Turkish "üç uçakla geldi"
        word = sentence.word(at)
        left = here and _leaves(at, here, heads, nation, sentence, told=end > number.end)
        if word in BREAKS or at in starts or left:
            break
        step, noun = 1, False
        for mark in here:
            if mark.group == "people":
                heads.append(mark)
                noun, step, end = True, max(step, mark.end - mark.start), max(end, mark.end)
            elif mark.group == "party" and _holds(mark, sentence) and not is_counted(mark, sentence):
                return heads, nation, own, end
            elif mark.group == "party" and (
                mark.form == "national"
                or (_modifies(mark, sentence) and not tells_where(mark, sentence))
                or (after_of and _belong(heads))
                or (sentence.language.owner_behind and is_counted(mark, sentence) and not number.year)
                or _are_fighters(mark, number, sentence)
            ):
                nation = nation or mark.key
                heads += _inside(mark, sentence)
                noun, step, end = True, max(step, mark.end - mark.start), max(end, mark.end)
            elif not heads and _is_thing(mark, nation, end, sentence):
                return None
            own = own or ((mark.group, mark.key) == ("role", "own") and not is_of_nation(mark, sentence))
        keys = {mark.key for mark in here}
        parted = heads and not noun and keys.isdisjoint(_JOINING)
        if parted and not (own_bodies(at, sentence) or (after_of and word in ARTICLES)):
            break
        after_of = "of" in keys or (after_of and not noun)
        fillers += not noun
        at += step
    return heads, nation, own, end


_JOINING = frozenset({"of", "own", "and"})


def _inside(party: Mark, sentence: Sentence) -> list[Mark]:
    """Words for people that are told in one form with whose they are: "8 Rus sivil", "11 citizens of Ukraine"."""
    if party.end - party.start == 1:
        return []
    return [mark for mark in sentence.of("people") if party.start < mark.start and mark.end <= party.end]


def _nation_within(number: Number, sentence: Sentence) -> str | None:
    """Whose people a number tells itself: "un francés", سويديان (two Swedes)."""
    last = sentence.starting(number.end - 1, "party") if number.word else ()
    return next((mark.key for mark in last if mark.form == "national" and mark.end == number.end), None)


def _leaves(
    at: int, here: Sequence[Mark], heads: Sequence[Mark], nation: str | None, sentence: Sentence, *, told: bool
) -> bool:
    """Whether words tell no more of those whom a number counts; `told`: something of them is told before."""
    other = _one_more(here, sentence) if told else _is_way(at, here, sentence) or _is_giver(here, sentence)
    return other or _are_others(here, heads, nation, sentence) or _phrase_ends(here, sentence)


def _is_way(at: int, here: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether nothing but to whom they go is told behind a number: "1,000 to the Ukrainian side, 38 to the Russian"."""
    if not any((mark.group, mark.key) == ("role", "to") for mark in here):
        return False
    sides = {mark.start for mark in sentence.of("role", "side", "side_by")}
    return any(
        at < mark.start <= at + 2 and (mark.end in sides or (mark.form == "national" and _stands_last(mark, sentence)))
        for mark in sentence.of("party")
    )


def _is_giver(here: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether nothing but who let them go is told behind a number: "60 by the government and 75 by the rebels"."""
    roles = [mark for mark in here if mark.group == "role"]
    if [mark.key for mark in roles] != ["by"]:  # Romanian "de" is "of" as well
        return False
    at = roles[0].end
    return bool(sentence.starting(at, "party") or sentence.starting(at + (sentence.word(at) in ARTICLES), "party"))


def _stands_last(mark: Mark, sentence: Sentence) -> bool:
    return mark.end >= sentence.end or sentence.word(mark.end) in BREAKS


def _are_others(here: Sequence[Mark], heads: Sequence[Mark], nation: str | None, sentence: Sentence) -> bool:
    """Whether bodies are told of beside the living: "двух солдат и тела пяти", not "iki asker cenazesi"."""
    dead = next((mark.start for mark in here if mark.key == "bodies"), None)
    kinds = any(head.key in KINDS and head.key != "bodies" for head in heads)
    if dead is None or not (kinds or (nation is not None and not heads)):
        return False
    at = dead - 1 if sentence.word(dead - 1) in ARTICLES else dead  # "three Russians and the bodies of two"
    joined = any(mark.key == "and" for mark in (*sentence.ending(dead, "role"), *sentence.ending(at, "role")))
    return joined or (kinds and sentence.language.owner_behind)


def _holds(mark: Mark, sentence: Sentence) -> bool:
    """Whether the party is whose prison it is, not whose people: "52 inmates of Belarusian prisons"."""
    return any(after.key == "captivity" for after in sentence.starting(mark.end, "held"))


def _is_thing(mark: Mark, nation: str | None, end: int, sentence: Sentence) -> bool:
    """Whether things are counted: "three states", "two Russian planes", not "three to the United States".

    Behind a nation's name they are only where it is their adjective: "four Syrian towns", not "20 Syrians hours after".
    """
    if mark.key == "unit" and nation is not None and mark.start == end and sentence.language.owner_ahead:
        return not sentence.word(end - 1).endswith("s")
    if mark.key != "unit" or nation is not None:
        return mark.key == "carrier" and mark.start == end
    return not any(each.start <= mark.start and mark.end <= each.end for each in sentence.of("party"))


def _counts_things(here: Sequence[Mark], heads: Sequence[Mark], nation: str | None, sentence: Sentence) -> bool:
    """Whether a unit or what carries people stands right behind a number, and none of these words counts people."""
    people = any(mark.group in {"people", "party"} for mark in here)
    several = any(mark.key == "vague" and sentence.stretch == 1 for mark in here)  # "two groups of men"
    return not (heads or people) and (several or any(_is_thing(mark, nation, mark.start, sentence) for mark in here))


def _belong(heads: list[Mark]) -> bool:
    """Whether "of" names whose people they are ("fighters of the RSF"), not who holds them ("hostages of Hamas")."""
    return bool(heads) and not any(head.key in CAPTIVES for head in heads)


def _modifies(mark: Mark, sentence: Sentence) -> bool:
    """A state's name used as an adjective: "ten US citizens", not "drei nach Russland verschleppte Kinder"."""
    at = mark.start - (sentence.word(mark.start - 1) in ARTICLES)
    where = any(role.key in {"at", "to"} for role in sentence.ending(at, "role"))
    return not where and bool(sentence.starting(mark.end, "people"))


def _are_fighters(mark: Mark, number: Number, sentence: Sentence) -> bool:
    """Whether an armed group's name is itself what is counted: "706 rebels", not "two to the rebels".

    So it is where a name ends in a word for people, whosever they are: "31 pro-Russian rebels", and behind a word for
    some of them: "five of the RSF".
    """
    if is_group(mark.key) and mark.form == "name" and are_some(mark, number, sentence):
        return True
    people = any(head.end == mark.end and head.start > mark.start for head in sentence.of("people", "soldiers"))
    near = mark.start - number.end <= 1 and (is_group(mark.key) or people) and mark.form != "from"
    return near and not any(number.end <= each.start < mark.start for each in sentence.of("role"))


def _phrase_ends(here: Sequence[Mark], sentence: Sentence) -> bool:
    if any((mark.group, mark.key) in _PHRASE_ENDS and not _within(mark, sentence) for mark in here):
        return True
    verbs = [mark.end for mark in here if mark.group in _VERBS]
    if not verbs:
        return False
    # A participle inside the phrase ("24 freed hostages") does not end it, nor a form that names the people itself.
    head = min((mark.end for mark in here if mark.group == "people" and sentence.stretch == 1), default=sentence.end)
    return any(end <= head and not sentence.starting(end, "people") for end in verbs)


def _one_more(here: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether an "and" leads to somebody told of alone: "two Austrians and a Dane", "64 soldiers and a citizen".

    So it does where a nation's adjective stands before the word for him: "pięć pielęgniarek i palestyński lekarz".
    """
    behind = next((mark.end for mark in here if mark.group == "role" and mark.key == "and"), None)
    if behind is None:
        return False
    after = sentence.starting(behind)
    if any(mark.form == "national" and sentence.starting(mark.end, "single") for mark in after):
        return True
    return any(mark.group == "single" or (mark.group, mark.key) == ("count", "article") for mark in after) or any(
        mark.group == "party" and is_one(mark, sentence) for mark in after
    )


_PHRASE_ENDS = frozenset({("count", "for"), ("held", "by"), ("held", "captivity")})


def _head_before(number: Number, sentence: Sentence) -> Mark | None:
    """Bodies or remains of N: a head noun just before the number."""
    for mark in sentence.of("people", "bodies"):
        gap = number.start - mark.end
        # "26 bodies and Moscow 1,000", not "of 28 bodies four", nor where the number is a noun: جنديين وجثث خمسة
        own = any(
            mark.start - 1 <= each.end <= mark.start and not sentence.ending(each.end, "people")
            for each in sentence.numbers
        )
        own = own and not any(each.start == mark.start for each in sentence.of("count", "part_of"))
        if 0 <= gap <= 3 and not own and not any(sentence.word(at) in BREAKS for at in range(mark.end, number.start)):
            ends = (*(m for kind in _VERBS for m in sentence.of(kind)), *sentence.of("count", "for"))
            # "… 1,212 bodies and received 27", "the bodies of four for 600 prisoners"
            if not any(mark.end <= m.start < number.start for m in ends):
                return mark
    return None


def _qualifier(number: Number, sentence: Sentence) -> Qualifier:
    for mark in sentence.of("count", "at_least", "at_most", "about"):
        if 0 <= number.start - mark.end <= 1 or (mark.key == "at_least" and mark.start == number.end):
            return Qualifier.EXACT if _within(mark, sentence) else Qualifier(mark.key)
    return Qualifier.EXACT


def _within(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word is only part of a longer one of another kind: "handed over 90"."""
    return any(
        each.group != mark.group
        and each.start <= mark.start
        and mark.end <= each.end
        and each.end - each.start > mark.end - mark.start
        for each in sentence.marks
    )


def nobody(mark: Mark, sentence: Sentence) -> Group:
    """Nobody: "did not receive any of its own fallen soldiers"."""
    none = Number(0, mark.start, mark.end, word=True)
    heads, nation, own, end = _phrase(none, sentence) or ([], None, False, mark.end)
    named = bool(heads) or mark.end - mark.start > 1  # a bare "nothing" is of what was told before
    kind = kind_of(heads, None, none, sentence)
    return Group(0, mark.start, end, category=kind, nation=nation, own=own, named=named)


def as_many(count: int, mark: Mark, sentence: Sentence) -> Group:
    """As many people again: "and the same number of prisoners went to Russia"."""
    number = Number(count, mark.start, mark.end, word=True)
    heads, nation, own, end = _phrase(number, sentence) or ([], None, False, mark.end)
    category = kind_of(heads, None, number, sentence)
    return Group(count, mark.start, end, category=category, nation=nation, own=own, named=True, same=True)
