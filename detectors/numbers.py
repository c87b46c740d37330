"""How many: digits with any separator, number words with their own arithmetic, and what a number must not be."""

import re
from collections.abc import Sequence
from dataclasses import replace

from detectors.language import Language
from detectors.lexicon import Mark, Tokens
from detectors.records import dataclass

# More people than any exchange ever moved; larger figures are casualties, populations or money.
LARGEST_COUNT = 99_999
_DIGITS = re.compile(r"\d+(?:[.,']\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,']\d{3})+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read at tokens start..end-1; `ordinal` for "56th", `loose` for 1 and other words that count little."""

    value: int
    start: int
    end: int
    ordinal: bool = False
    word: bool = False
    year: bool = False

    @property
    def in_the_year(self) -> int:
        """The year as the world counts it, of a number that is one."""
        return self.value + (SOLAR_BEHIND if self.value in _SOLAR else 0)


# The years of the calendar of Iran and Afghanistan that news may name, and how many it is behind.
_SOLAR, SOLAR_BEHIND = range(1300, 1451), 621


def _is_year(value: int, language: Language) -> bool:
    return 1900 <= value <= 2100 or (language.solar_years and value in _SOLAR)


def parse_digits(token: str) -> float | None:
    """The value of a digit token: grouped thousands or a decimal fraction; None for a time, score or version."""
    if _GROUPED.fullmatch(token):
        return float(re.sub(r"\D", "", token))
    if token.isdigit():
        return float(token) if len(token) <= 9 else None
    if re.fullmatch(r"\d+[.,]\d{1,2}", token) and not token.endswith(_NOUGHT):
        return float(token.replace(",", "."))
    return None


# Nobody counts people by hundredths: "at 16.00" is a time, "20,00" a price.
_NOUGHT = (".00", ",00")


def read_numbers(tokens: Tokens, plain: str, language: Language) -> list[Number]:
    """Every number in the text, in order; overlapping readings are settled for the longest."""
    words = [mark for mark in tokens.marks if mark.group == "number" and mark.key != "and"]
    marks = {mark.start: mark for mark in words if not _is_ending(mark, tokens)}
    ands = {mark.start for mark in tokens.marks if mark.group == "number" and mark.key == "and"}
    links = _links(tokens)
    ordinals = {mark.start: mark for mark in tokens.marks if mark.group == "ordinal"}
    vague = {mark.start: mark.end for mark in tokens.marks if (mark.group, mark.key) == ("count", "vague")}
    out: list[Number] = []
    at = 0
    # No number begins elsewhere, and most words of a text are none of these.
    begins = {*marks, *ordinals, *[n for n, word in enumerate(tokens.words) if word[:1].isdigit()]}
    for start in sorted(begins):
        if start < at:
            continue
        at = start
        if at in ordinals:
            mark = ordinals[at]
            out.append(Number(int(mark.key), mark.start, mark.end, ordinal=True, word=True))
            at = mark.end
            continue
        spelled = _spelled(at, tokens, marks)
        read = spelled or _number_at(at, tokens, plain, marks, ands, language)
        if read is None:
            continue
        number, at = read
        if number is not None and number.word and vague.get(number.start, 0) >= number.end:
            continue  # "thousands of people", in a language where "three thousands" is said so
        if number is not None:
            linked = number.end in links and number.value >= _LINKED and not (number.ordinal or number.year)
            out.append(replace(number, end=number.end + 1) if linked else number)
    return out


def _is_ending(mark: Mark, tokens: Tokens) -> bool:
    """Whether a number word is only the ending of digits before it: Hungarian "175-öt" is 175, not five more."""
    at, begins, ends = mark.start, tokens.begins, tokens.ends
    joined = at > 1 and tokens.words[at - 1] == "-" and ends[at - 2] == begins[at - 1] and ends[at - 1] == begins[at]
    return joined and tokens.words[at - 2][-1:].isdigit() and float(mark.key) < _HUNDRED


# Below this a number word goes on no digits: "4-тисячі", not "175-öt".
_HUNDRED = 100


# A language that joins a number and what it counts by a word does so from here on: "390 de oameni", "19 oameni".
_LINKED = 20


def _links(tokens: Tokens) -> set[int]:
    """Where words stand that only join a number and what it counts: "390 de ucraineni", not "de la"."""
    links = {mark.start: mark.end for mark in tokens.marks if (mark.group, mark.key) == ("count", "link")}
    longer = {mark.start for mark in tokens.marks if links and mark.start in links and mark.end > links[mark.start]}
    return links.keys() - longer


def _spelled(at: int, tokens: Tokens, marks: dict[int, Mark]) -> tuple[Number, int] | None:
    """A number written sign by sign, as figures are: 一九六八."""
    end = at
    while tokens.signs and end in marks and len(marks[end].key) == 1 and marks[end].end == end + 1:
        end += 1
    if end - at < _SPELLED:
        return None
    value = int("".join(marks[each].key for each in range(at, end)))
    return Number(value, at, end, word=True, year=end - at == 4 and 1900 <= value <= 2100), end


# Two signs side by side may be a range ("七八名": seven or eight).
_SPELLED = 3


def _number_at(
    at: int, tokens: Tokens, plain: str, marks: dict[int, Mark], ands: set[int], language: Language
) -> tuple[Number | None, int] | None:
    """The number that begins at token `at` and the token behind it; None where none begins."""
    values: list[float] = []
    end, words = at, True
    while end < len(tokens.words):
        digits = end + 1 if values and values[-1] >= 1000 and end in ands else end
        if digits < len(tokens.words) and _goes_on(values, digits, end, tokens, plain):
            value, end = _digits(digits, tokens, plain, language)
            words = bool(values)
            if value is None:
                return None, end
            values.append(value)
            continue
        step = _word_value(end, tokens, marks, ands, values, language)
        if step is None:
            break
        value, end = step
        values.append(value)
    if not values:
        return None
    total = evaluate(values)
    if total is None or total > LARGEST_COUNT * 100:
        return None, end
    first = tokens.words[at]
    year = not words and len(values) == 1 and first.isdigit() and len(first) == 4 and _is_year(int(first), language)
    ordinal, end = _ordinal_suffix(end, tokens, language) if not words else (False, end)
    return Number(total, at, end, ordinal=ordinal, word=words, year=year), end


def _goes_on(values: Sequence[float], at: int, end: int, tokens: Tokens, plain: str) -> bool:
    """Whether digits begin a number or belong to the thousands before them: "4 thousand and 500", "2 bin 130"."""
    if not _DIGITS.fullmatch(tokens.words[at]):
        return False
    if not values or values[-1] < 1000 or tokens.words[end - 1][:1].isdigit():  # "in 1996 800 went free"
        return not values
    gap, word = plain[tokens.ends[end - 1] : tokens.begins[at]], tokens.words[at]
    return at > end or not gap or (gap == " " and word.isdigit() and 2 <= len(word) <= 3)


def _digits(at: int, tokens: Tokens, plain: str, language: Language) -> tuple[float | None, int]:
    value, end = parse_digits(tokens.words[at]), at + 1
    if tokens.words[at].isdigit() and len(tokens.words[at]) <= 3:
        while end < len(tokens.words) and re.fullmatch(r"\d{3}", tokens.words[end]) and value is not None:
            gap = plain[tokens.ends[end - 1] : tokens.begins[end]]
            if gap != " " or not language.spaced_thousands or tokens.words[at][0] == "0":
                break
            value, end = value * 1000 + int(tokens.words[end]), end + 1
    return value, end


def _word_value(
    end: int, tokens: Tokens, marks: dict[int, Mark], ands: set[int], values: list[float], language: Language
) -> tuple[float, int] | None:
    """The next number word's value, where it can go on from the values so far."""
    at = end
    if values and at < len(tokens.words) and (tokens.words[at] == "-" or at in ands):
        at += 1
    mark = marks.get(at)
    if mark is None:
        return None
    value = float(mark.key)
    if values and not _continues(values, value, joined=at > end, language=language):
        return None
    return value, mark.end


def _continues(values: Sequence[float], value: float, *, joined: bool, language: Language) -> bool:
    """Whether a number word may follow: multipliers always, smaller ones into free places."""
    last = values[-1]
    if value >= 100:
        return last < value or (value < 1000 <= last)
    if last != int(last) or last < 10:
        return language.units_first and last < 10 and value >= 20 and value % 10 == 0
    free = 10 if int(last) % 100 else 100
    return int(last) % 10 == 0 and value < free and not (joined and last < 20)


def evaluate(values: Sequence[float]) -> int | None:
    """The number that a sequence of number words spells: 2·100+5, 4·1000+500; None where it is no whole number."""
    total = current = 0.0
    for value in values:
        if value >= 1000:
            total += (current or 1) * value
            current = 0.0
        elif value == 100:
            current = (current or 1) * 100 if current < 100 else current + 100
        else:
            current += value
    result = total + current
    return int(result) if result == int(result) else None


# What may stand before an ordinal's ending: "70-й", Swedish "70:e".
_JOINTS = frozenset({"-", ":"})


def _ordinal_suffix(end: int, tokens: Tokens, language: Language) -> tuple[bool, int]:
    words = tokens.words
    if end < len(words) and words[end] in language.ordinal_suffixes and tokens.begins[end] == tokens.ends[end - 1]:
        return True, end + 1
    if end + 1 < len(words) and words[end] in _JOINTS and words[end + 1] in language.ordinal_suffixes:
        return True, end + 2
    return False, end
