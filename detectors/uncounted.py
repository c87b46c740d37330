"""What counts nobody: ranks, times of day, money, ages, victims, digits of years; people who only own bodies."""

from collections.abc import Sequence

from detectors.clock import is_clock
from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.people import BREAKS
from detectors.reading import COMMAS, Sentence
from detectors.text import ARTICLES, DASHES

_SIGNS = frozenset("$€£¥₽₴№#+")  # money, numbered things, "the 5+5 commission"


def counts_nobody(number: Number, sentence: Sentence) -> bool:
    """Whether a number is a rank, a time of day, money, an age, or counts victims."""
    if number.ordinal or _is_ranked(number, sentence) or _ends_years(number, sentence) or is_bound(number, sentence):
        return True
    signed = sentence.word(number.start - 1) in _SIGNS or sentence.word(number.end) == "+"
    named = signed or _is_type(number, sentence) or _is_of_outlet(number, sentence)
    if named or _are_captors(number, sentence) or _tells_which(number, sentence):
        return True
    if is_clock(number, sentence) or _is_day(number, sentence) or _is_of_date(number, sentence):
        return True
    if _joins_names(number, sentence) or _is_in_name(number, sentence):
        return True
    return _is_victim(number, sentence) or _is_age(number, sentence) or _is_old_year(number, sentence)


def _is_ranked(number: Number, sentence: Sentence) -> bool:
    """Whether a full stop that ends no sentence makes it an ordinal: "107. brigády"."""
    return sentence.word(number.end) == "." and sentence.word(number.end + 1)[:1].isalpha()


def _tells_which(number: Number, sentence: Sentence) -> bool:
    """Whether it tells which of several things: "day two", "on day 1,941", "resolution 2107", "el frente 36".

    So it does only where no more than a preposition or an article that its form has stands before the noun, since
    other words tell when people are counted: "that day 50 came home", "in the second phase 20 are to follow".
    """
    if not sentence.has("count", "numbered") or sentence.starting(number.end, "people", "party", "single"):
        return False
    before = next((other for other in sentence.numbers if other.end + 1 == number.start), None)
    follows = before is not None and 0 < number.value - before.value <= _NEXT
    if before is not None and follows and any(mark.key == "and" for mark in sentence.starting(before.end)):
        return _tells_which(before, sentence)  # "articles 4 and 5"
    return any(
        noun.key == "numbered" and (noun.end - noun.start > 1 or _stands_bare(noun.start, sentence))
        for noun in sentence.ending(number.start, "count")
    )


def _stands_bare(at: int, sentence: Sentence) -> bool:
    """Whether a sentence, a sign, a preposition, an "and" or the "s" of a name stands right before a token."""
    return at == sentence.start or sentence.word(at - 1) in _OPENING or bool(sentence.ending(at, "role", "number"))


_OPENING, _NEXT = BREAKS | DASHES | {"s"}, 2


def _is_in_name(number: Number, sentence: Sentence) -> bool:
    """Whether a word of a number begins a town's name: "Abu Dhabi", which is both in Lithuanian."""
    towns = sentence.starting(number.start, "city") if number.word else ()
    return any(town.end > number.end for town in towns)


def _ends_years(number: Number, sentence: Sentence) -> bool:
    """Whether it is the second of two years joined by a dash: "the 1950-53 war", "der Krieg von 1904/05"."""
    joined = len(sentence.word(number.start)) == len("53") and sentence.word(number.start - 1) in _YEAR_JOINTS
    if not joined:
        return False
    tokens, year = sentence.tokens, sentence.word(number.start - 2)
    if not (year.isdigit() and len(year) == len("1950")):
        return False
    return tokens.ends[number.start - 2] == tokens.begins[number.start] - 1  # "in 2025 - 53 prisoners" has spaces


_YEAR_JOINTS = frozenset("-–/")


def is_bound(number: Number, sentence: Sentence) -> bool:
    """Whether it is the lower bound of so many years or miles: "boys of 12 to 17 years", "tra i 12 e i 17 anni"."""
    upper = next((other for other in sentence.numbers if other.start >= number.end), None)
    if upper is None or not 0 <= upper.start - number.end <= _JOINT or upper.value <= number.value:
        return False
    between = [sentence.word(at) for at in range(number.end, upper.start)]
    joints = sentence.language.to_joints | DASHES
    joined = not joints.isdisjoint(between) if between else sentence.stretch == 1  # "12 و17", its "and" no word
    return joined and is_of_unit(upper, sentence) and (joints | ARTICLES).issuperset(between)


def is_of_unit(number: Number, sentence: Sentence) -> bool:
    """Whether years, miles or the like stand right behind a number."""
    return any(mark.key == "unit" for mark in sentence.starting(number.end, "count"))


# So many words may join the bounds of a range: "12 e i 17".
_JOINT = 2


def _is_type(number: Number, sentence: Sentence) -> bool:
    """Whether it is the end of a short name that a hyphen joins: an aircraft, a road, a summit ("Ми-17", "G-20")."""
    at, begins, ends = number.start, sentence.tokens.begins, sentence.tokens.ends
    if number.word or sentence.word(at - 1) != "-" or not sentence.word(at - 2):
        return False
    name = sentence.source(at - 2)
    joined = ends[at - 2] == begins[at - 1] and ends[at - 1] == begins[at]
    short = joined and name.isalpha() and name[0].isupper() and len(name) <= _SHORT
    # "Hamas-10 prisoners", not "C-17 of" or "C-17 with the remains"
    return short and not sentence.starting(number.end, "people", "party", "single", "count")


_SHORT = 4


def _is_of_outlet(number: Number, sentence: Sentence) -> bool:
    """Whether it is one of an outlet's name: "964media" in one word, "Suwayda 24 reported"."""
    if number.word or sentence.stretch > 1:
        return False
    behind, tokens = sentence.word(number.end), sentence.tokens
    known = sentence.starting(number.end)
    if behind and tokens.begins[number.end] == tokens.ends[number.end - 1]:
        glued = behind.isalpha() and len(behind) >= _SHORT
        return glued and not any(mark.group in {"people", "party", "single", "count"} for mark in known)
    told = number.start - 1 > sentence.start and any(mark.group == "said" for mark in known)
    return told and sentence.is_capital(number.start - 1)


def _is_day(number: Number, sentence: Sentence) -> bool:
    """Whether it is the first of several days of a month: "on 5 and 6 March", "vom 23. bis 25. Mai"."""
    if number.word or not 0 < number.value <= _LAST_DAY or sentence.starting(number.end, "people"):
        return False
    joints = {mark.end for mark in sentence.starting(number.end, "role") if mark.key in _DAY_JOINTS}
    joints |= {number.end + 1} if sentence.word(number.end) in DASHES else set()
    dates = (date for date in sentence.dates if date.month is not None or date.day is not None)
    return any(date.start in joints and sentence.word(date.start)[:1].isdigit() for date in dates)


def _is_of_date(number: Number, sentence: Sentence) -> bool:
    """Whether it is the day or the month of a short date ("09/06") or a day alone: "le 24", "el 25"."""
    if number.word or not 0 < number.value <= _LAST_DAY:
        return False
    before, behind = sentence.word(number.start - 1), sentence.word(number.end)
    halves = [sentence.word(at) for sign, at in ((before, number.start - 2), (behind, number.end + 1)) if sign == "/"]
    if any(half.isdigit() and int(half) <= _LAST_DAY for half in halves):
        return min(number.value, *(int(half) for half in halves if half.isdigit())) <= _MONTHS
    return before in _THE_DAY and not sentence.starting(number.end, "people", "party", "single")


_LAST_DAY, _MONTHS = 31, 12
# Articles that stand before one thing alone, as the day of a month is.
_THE_DAY = frozenset({"le", "el", "il"})


def _joins_names(number: Number, sentence: Sentence) -> bool:
    """Whether a word of a number is one of a man's name: "Muhammed bin Selman", which is a thousand in Turkish."""
    alone = number.word and number.end - number.start == 1 and not sentence.language.capital_nouns
    if not (alone and sentence.word(number.start) in _SON):
        return False
    known = [*sentence.starting(number.end), *sentence.ending(number.start)]
    named = sentence.is_capital(number.start - 1) and sentence.is_capital(number.end)
    return named and not any(mark.group in {"people", "party"} for mark in known)


_SON = frozenset({"bin"})
_DAY_JOINTS = frozenset({"and", "to"})


def _is_victim(number: Number, sentence: Sentence) -> bool:
    """Whether it counts whom somebody killed ("a bomb that killed three policemen"), not the fallen who return."""
    killed = any(mark.end == number.start for mark in sentence.of("held", "lost"))
    return killed and not sentence.has("people", "bodies")


def _are_captors(number: Number, sentence: Sentence) -> bool:
    """Whether it counts who took people: "kidnapped by about 20 gunmen"."""
    start = min([mark.start for mark in sentence.ending(number.start, "count")], default=number.start)
    by = [mark.start for mark in sentence.ending(start, "role") if mark.key == "by"]
    if not by:
        return False
    taken = [*sentence.of("held", "by", "taken", "lost"), *sentence.of("other", "kidnap")]
    return any(mark.start < at <= mark.end for at in by for mark in taken)


def is_headed(number: Number, sentence: Sentence) -> bool:
    """Whether words make a year's digits a count: "2014 prisoners", not "2014 captured …" nor "in 2014 Houthis"."""
    if sentence.word(number.end) in ARTICLES or any(
        (mark.group, mark.key) in {("role", "at"), ("time", "since")} for mark in sentence.ending(number.start)
    ):
        return False
    behind = sentence.starting(number.end)
    nouns = any(mark.group in {"people", "party"} or mark.key in {"of", "own"} for mark in behind)
    return nouns and not any(mark.group in {"held", "swap"} for mark in behind)  # "a 2022 prisoner swap"


def _is_old_year(number: Number, sentence: Sentence) -> bool:
    """Whether digits behind "of", "in" or "since" are a year long ago: "a law of 1798", not "release of 1798 men"."""
    if number.word or number.value not in _LONG_AGO or len(sentence.word(number.start)) != len("1798"):
        return False
    before = sentence.ending(number.start)
    behind = any(mark.key in {"of", "at", "since"} for mark in before) and not any(m.group == "count" for m in before)
    return behind and not is_headed(number, sentence)


_LONG_AGO = range(1500, 1900)


def _is_age(number: Number, sentence: Sentence) -> bool:
    """Whether it tells how old somebody is: "a U.S. citizen of 35", "a man of 70", "Karapetyan, 45, …", "King (63)".

    Behind a word for one person or one of which nothing is known a comma sets it off, too: "a far-right figure, 84, …".

    So it does behind a word for it: "at the age of 73", "aged between 12 and 17".
    """
    if number.value > _OLDEST:
        return False
    if _is_told_age(number, sentence) or _is_limit(number, sentence):
        return True
    behind = _ASIDE.get(sentence.word(number.start - 1), ())
    aside = sentence.word(number.end) in behind and not number.word
    before = sentence.ending(number.start - 1)
    if aside and sentence.is_capital(number.start - 2) and not any(mark.group == "party" for mark in before):
        return True
    if aside and number.value >= _GROWN and _is_somebody(number.start - 2, before, sentence):
        return True
    if sentence.word(number.start - 3) in COMMAS and any(
        mark.key == "relative" for mark in sentence.starting(number.start - 2, "role")
    ):  # "Karapetyan, who is 45, …"
        return sentence.is_capital(number.start - 4) and sentence.word(number.end) in BREAKS
    of = (mark.start for mark in sentence.ending(number.start, "role") if mark.key == "of")
    return any(sentence.ending(at, "single") for at in of)


def _is_somebody(at: int, marks: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether one person may be told of by a word, on which these marks end: by a noun, or by a word of no meaning."""
    noun = sentence.word(at).isalpha() and not marks
    return (noun and sentence.word(at) not in ARTICLES) or any(mark.group == "single" for mark in marks)


def _is_told_age(number: Number, sentence: Sentence) -> bool:
    """Whether a word for how old people are stands before it, or before the number that is the lower bound."""
    at = number.start - (sentence.word(number.start - 1) in DASHES)  # "the oldest – 62"
    starts = {number.start, at, *(bound.start for bound in _limits(number.start, sentence))}
    if any(mark.key == "age" for at in starts for mark in sentence.ending(at, "count")):
        return True
    lower = next((each for each in reversed(sentence.numbers) if each.end < number.start), None)
    if lower is None or number.start - lower.end > _JOINT or not sentence.language.to_joints:
        return False
    between = {sentence.word(at) for at in range(lower.end, number.start)}
    joined = (sentence.language.to_joints | DASHES).issuperset(between)
    return joined and any(mark.key == "age" for mark in sentence.ending(lower.start, "count"))


def _is_limit(number: Number, sentence: Sentence) -> bool:
    """Whether it tells how old people are at most or at least: "under-25 prisoners", "soldiers under 25 are home"."""
    if number.value < _GROWN:
        return False
    joined = sentence.word(number.start - 1) == "-"
    limits = _limits(number.start - joined, sentence)
    told = joined or any(sentence.ending(limit.start, "people") for limit in limits)
    return bool(limits) and told and (joined or not sentence.starting(number.end, "people", "party", "count"))


def _limits(at: int, sentence: Sentence) -> list[Mark]:
    """The words right before a number that make it the most or the least."""
    return [mark for mark in sentence.ending(at, "count") if mark.key in {"at_most", "at_least"}]


def is_of_ages(article: Mark, sentence: Sentence) -> bool:
    """Whether a word that tells one person's age tells that of several: German "unter 25-Jährige"."""
    ages = (number for number in sentence.numbers if number.end + 1 == article.start)
    return any(sentence.word(age.end) == "-" and _limits(age.start, sentence) for age in ages)


# Nobody younger is told to be under or over some age; nobody is older.
_GROWN, _OLDEST = 14, 100
# What sets an age off behind a name, by what stands before it.
_ASIDE = {",": frozenset(",;)"), "(": frozenset(")")}


def own_bodies(at: int, sentence: Sentence) -> bool:
    """Whether an apostrophe, or its "s", at a token parts people from their bodies: "1,000 soldiers' bodies"."""
    mark = at - 1 if sentence.word(at) == "s" else at
    if sentence.word(mark) != "'":
        return False
    heads = [each for near in range(at + 1, mark + 3) for each in sentence.starting(near, "people")]
    return any(head.key == "bodies" for head in heads)
