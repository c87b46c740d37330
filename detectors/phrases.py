"""The words behind a number that tell whom it counts: where they end, what these people are and whose."""

from collections.abc import Sequence
from typing import NamedTuple

from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.parties import is_group
from detectors.people import BREAKS, CAPTIVES, KINDS, are_from_there, is_counted, is_of_nation, is_one, tells_where
from detectors.reading import Sentence
from detectors.shares import are_some
from detectors.text import ARTICLES
from detectors.uncounted import own_bodies

# How many other words may stand between a number and the people it counts ("95 freshly released Ukrainian …").
_FILLERS = 4
VERBS = frozenset({"release", "receive", "return", "held_event", "said"})


class Phrase(NamedTuple):
    """Words for people behind a number: the nouns, whose people they are, whether the speaker's own, where they end."""

    heads: list[Mark]
    nation: str | None
    own: bool
    end: int


def phrase_behind(number: Number, sentence: Sentence) -> Phrase | None:
    """What the words behind a number tell of those it counts; None where they are a unit of something else."""
    phrase = _phrase_behind(number, sentence)
    if phrase is None or phrase.nation is not None:
        return phrase
    land = _land_behind(phrase.end, sentence)
    return phrase if land is None else phrase._replace(nation=land.key, end=land.end)


def _land_behind(at: int, sentence: Sentence) -> Mark | None:
    """The state that people are from: "47 fishermen from India and 38 from Bangladesh were released"."""
    froms = [role for role in sentence.starting(at, "role") if role.key == "from" and are_from_there(role, sentence)]
    return next((land for role in froms for land in sentence.starting(role.end, "party") if land.form == "name"), None)


def _phrase_behind(number: Number, sentence: Sentence) -> Phrase | None:
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
            elif _is_left(mark, sentence) or (_holds(mark, sentence) and not is_counted(mark, sentence)):
                return Phrase([*heads, *_inside(mark, sentence)], nation, own, end)
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
    return Phrase(heads, nation, own, end)


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


def _is_left(mark: Mark, sentence: Sentence) -> bool:
    """Whether it is a state that people behind their number leave, not whose they are: "سرباز ایران را ترک کردند"."""
    return mark.group == "party" and any(role.key == "from_after" for role in sentence.starting(mark.end, "role"))


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
    if any((mark.group, mark.key) in _PHRASE_ENDS and not is_within(mark, sentence) for mark in here):
        return True
    if any((mark.group, mark.key) == ("role", "relative") and _opens_clause(mark, sentence) for mark in here):
        return True
    verbs = [mark.end for mark in here if mark.group in VERBS]
    if not verbs:
        return False
    # A participle inside the phrase ("24 freed hostages") does not end it, nor a form that names the people itself.
    head = min((mark.end for mark in here if mark.group == "people" and sentence.stretch == 1), default=sentence.end)
    return any(end <= head and not sentence.starting(end, "people") for end in verbs)


def _opens_clause(relative: Mark, sentence: Sentence) -> bool:
    """Whether who does something to those counted stands right behind: "a crew of 25 that Houthi rebels released"."""
    at = relative.end + (sentence.word(relative.end) in ARTICLES)
    return bool(sentence.starting(at, "party"))


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


def is_within(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word is only part of a longer one of another kind: "handed over 90"."""
    return any(
        each.group != mark.group
        and each.start <= mark.start
        and mark.end <= each.end
        and each.end - each.start > mark.end - mark.start
        for each in sentence.marks
    )
