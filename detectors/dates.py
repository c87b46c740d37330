"""When: days named in a text, resolved against the day of publication."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detectors.lexicon import Mark, Tokens
from detectors.numbers import SOLAR_BEHIND, Number
from detectors.records import dataclass

# A report comes out on the day of the exchange or up to three days later; an announcement names a day to come.
FRESH_DAYS = 3
COMING_DAYS = 14
_YEAR = re.compile(r"\d{4}")
_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})(-|/|\. ?)(\d{1,2})\2(\d{1,2})|(\d{1,2})(-|/|\. ?)(\d{1,2})\6(\d{4}))(?!\d)")
_ASIAN = re.compile(r"(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(?:(\d{1,2}) ?[日号號](?!間))?")
# A page's time stamp (RFC 5322) is in English whatever the text's language.
_STAMP_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STAMP = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(_STAMP_MONTHS)}) (\d{{4}})(?!\d)")
# A digit before a sign and a digit, or before a month: every date in digits has that, and it is sooner looked for.
_IN_DIGITS = re.compile(rf"\d(?:[-/.] ?\d| (?:{'|'.join(_STAMP_MONTHS)}) )")
# Not "for two days", "the second day" (目前 is Chinese "now", 目击 "to witness"), "within", "later", "in a row".
_NO_DAY = r"[間间后後]|以内|連続|连续|連續|ぶり|目(?![前击擊撃的标標睹])"
_DAY_ONLY = re.compile(rf"(?<!\d)(\d{{1,2}}|[十廿卅二三][一二三四五六七八九十]{{1,2}}) ?日(?!{_NO_DAY})")
_SIGNS = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)} | {"廿": 20, "卅": 30}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time word at tokens start..end-1; `day` is None where only a month or year is known, or no publication day."""

    start: int
    end: int
    day: date | None
    month: int | None = None
    year: int | None = None
    relative: bool = False


def read_dates(
    tokens: Tokens, plain: str, numbers: list[Number], published: date | None
) -> tuple[list[DateMention], list[Number]]:
    """The dates of a text, and the numbers that are no part of one."""
    found = _numeric(tokens, plain, published)
    months = [mark for mark in tokens.marks if mark.group in {"month", "solar_month"}]
    used = {i for mention in found for i in range(mention.start, mention.end)}
    by_end, by_start = {n.end: n for n in numbers}, {n.start: n for n in numbers}
    for mark in months:
        if mark.start in used:
            continue
        if mention := _named(mark, tokens, by_end, by_start, published):
            found.append(mention)
            used |= set(range(mention.start, mention.end))
    people = {mark.start for mark in tokens.marks if mark.group == "people" or mark.form == "national"}
    units = {mark.end for mark in tokens.marks if mark.group == "count" and mark.key == "unit"}
    for number in numbers:
        if number.year and number.start not in used and number.end not in people:
            found.append(DateMention(number.start, number.end, None, year=number.in_the_year))
            if number.start in units:  # "in the year 2019"
                used.add(number.start)
    free = {start: number for start, number in by_start.items() if start not in used}
    coming = [mark for mark in tokens.marks if (mark.group, mark.key) == ("time", "coming")]
    unmeant = _unmeant(tokens.marks)
    which = {number.start for number in numbers if number.ordinal and number.word}
    for mark in tokens.marks:
        if mark.group == "weekday" or (mark.group == "time" and mark.key in _OFFSETS):
            if mark in unmeant or mark.start in used or mark.start in which:  # "quarta troca", "quarta-feira"
                continue
            day = _relative(mark, published, ahead=any(each.start <= mark.start < each.end for each in coming))
            end = _with_its_number(mark, day, tokens, free, people)
            used |= set(range(mark.end, end))
            found.append(DateMention(mark.start, end, day, relative=True))
    left = [n for n in numbers if n.start not in used and (n.end - 1) not in used]
    return sorted(_by_weekday(found, tokens), key=lambda mention: mention.start), left


def _unmeant(marks: Sequence[Mark]) -> set[Mark]:
    """What a word for the day before and the day behind (Hindi कल) does not mean, as the next verb tells."""
    days = {mark for mark in marks if mark.group == "time" and mark.key in {"yesterday", "tomorrow"}}
    before = {(mark.start, mark.end): mark for mark in days if mark.key == "yesterday"}
    out = set()
    for mark in days if len(before) < len(days) else ():
        if mark.key == "tomorrow" and (mark.start, mark.end) in before:
            verbs = (each for each in marks if each.start >= mark.end and each.key in _TENSES)
            verb = min(verbs, key=lambda each: each.start, default=None)
            ahead = verb is not None and verb.key in {"future", "will"}
            out.add(before[mark.start, mark.end] if ahead else mark)
    return out


_TENSES = frozenset({"future", "will", "done", "present"})


def _by_weekday(found: list[DateMention], tokens: Tokens) -> list[DateMention]:
    """The dates, "this evening (Tuesday)" and "on the evening of 5 September" being those days also a day later.

    A night from one weekday to the next is the latter's: "in der Nacht von Montag auf Dienstag", "between Monday and
    Tuesday".
    """
    words = {mark.start for mark in tokens.marks if mark.group == "time" and mark.key in {"today", "yesterday"}}
    weekdays = {mark.start for mark in tokens.marks if mark.group == "weekday"}
    named = [mention for mention in found if mention.relative and mention.start in weekdays]
    joints = {mark.start for mark in tokens.marks if (mark.group, mark.key) == ("role", "and")}
    between = {mark.end for mark in tokens.marks if (mark.group, mark.key) == ("role", "between")}
    nights = {
        one.start: other.day
        for one, other in itertools.pairwise(sorted(named, key=lambda mention: mention.start))
        if one.day is not None and other.day == one.day + timedelta(days=1) and other.start == one.end + 1
        if tokens.words[one.end].isalpha() and (one.end not in joints or one.start in between)
    }
    named += [mention for mention in found if words and not mention.relative and mention.day is not None]
    if not ((words and named) or nights):
        return found

    def told(mention: DateMention) -> DateMention:
        if mention.relative and mention.start in nights:
            return replace(mention, day=nights[mention.start])
        beside = (each for each in named if 0 <= each.start - mention.end <= 1 or each.end == mention.start)
        other = next(beside, None) if mention.relative and mention.start in words else None
        return mention if other is None else replace(mention, day=nights.get(other.start, other.day))

    return [told(mention) for mention in found]


_OFFSETS = {"today": 0, "yesterday": -1, "tomorrow": 1, "day_before_yesterday": -2, "day_after_tomorrow": 2}


def _relative(mark: Mark, published: date | None, *, ahead: bool) -> date | None:
    """The day that such a word means: a weekday is the last one, or `ahead` the next ("next Tuesday")."""
    if published is None:
        return None
    if mark.group == "weekday":
        return published + timedelta(days=7 * ahead - (published.weekday() - int(mark.key)) % 7)
    return published + timedelta(days=_OFFSETS[mark.key])


def _with_its_number(
    mark: Mark, day: date | None, tokens: Tokens, by_start: dict[int, Number], people: set[int]
) -> int:
    """Where "Friday (10)", "viernes 10", "ontem, 10," ends: such a day may bear its number, that counts nobody then."""
    sign = tokens.words[mark.end : mark.end + 1]
    number = by_start.get(mark.end + (sign in {("(",), (",",)}))
    if number is None or number.word or day is None or number.value not in {day.day, (day + timedelta(days=7)).day}:
        return mark.end
    closed = sign == ("(",) and tokens.words[number.end : number.end + 1] == (")",)
    return number.end if closed or people.isdisjoint(range(number.end, number.end + 3)) else mark.end


def _numeric(tokens: Tokens, plain: str, published: date | None) -> list[DateMention]:
    out = []
    in_digits = _YEAR.search(plain) is not None and _IN_DIGITS.search(plain) is not None
    for match in _NUMERIC.finditer(plain) if in_digits else ():
        if (resolved := _written(match, published)) is not None:
            out.append(DateMention(*tokens.between(*match.span()), resolved, month=resolved.month, year=resolved.year))
    for match in _STAMP.finditer(plain) if in_digits else ():
        month, day, year = _STAMP_MONTHS.index(match.group(2)) + 1, int(match.group(1)), int(match.group(3))
        out.append(DateMention(*tokens.between(*match.span()), _date(year, month, day), month=month, year=year))
    for match in _ASIAN.finditer(plain) if "月" in plain else ():
        start, end = tokens.between(*match.span())
        asian_year = int(match.group(1)) if match.group(1) else None
        asian_month = int(match.group(2))
        resolved = nearest(asian_month, int(match.group(3)), asian_year, published) if match.group(3) else None
        out.append(DateMention(start, end, resolved, month=asian_month, year=asian_year))
    taken = {i for mention in out for i in range(mention.start, mention.end)}
    for match in _DAY_ONLY.finditer(plain) if "日" in plain else ():
        start, end = tokens.between(*match.span())
        if start not in taken:
            out.append(DateMention(start, end, _in_month(_day_number(match.group(1)), published)))
    return out


def _written(match: re.Match[str], published: date | None) -> date | None:
    """The day that a date in digits means: by slashes the month may stand first (3/4/2022), as fits the publication."""
    if match[1]:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    day, month, year = int(match[5]), int(match[7]), int(match[8])
    found = [_date(year, month, day), *([_date(year, day, month)] if match[6] == "/" else [])]
    days = [each for each in found if each is not None]
    if published is None:
        return next(iter(days), None)
    return min(days, key=lambda each: abs((each - published).days), default=None)


def _day_number(written: str) -> int:
    """A day of the month in digits or Chinese signs ("十三", "二十一", "廿")."""
    if written.isdigit():
        return int(written)
    tens, _, ones = written.rpartition("十")
    if "十" in written:
        return 10 * (_SIGNS[tens] if tens else 1) + (_SIGNS[ones] if ones else 0)
    return sum(_SIGNS[sign] for sign in written)


def _in_month(day: int, published: date | None) -> date | None:
    """Such a day of a month: the nearest to the publication, since one farther off is told with its month."""
    if published is None:
        return None
    first = published.replace(day=1)
    last, coming = first - timedelta(days=1), first + timedelta(days=32)
    found = [_date(each.year, each.month, day) for each in (published, last, coming)]
    return min(
        (each for each in found if each is not None), key=lambda each: abs((each - published).days), default=None
    )


def _named(
    mark: Mark, tokens: Tokens, by_end: dict[int, Number], by_start: dict[int, Number], published: date | None
) -> DateMention | None:
    """A month's name with the day before or behind it, and a year behind that."""
    start, end = mark.start, mark.end
    day = _day_before(start, tokens, by_end) or _day_behind(end, tokens, by_start)
    if day is not None:
        start, end = min(start, day.start), max(end, day.end)
    after = end + 1 if end < len(tokens.words) and tokens.words[end] in {",", "de", "del"} else end
    year = by_start.get(after) or by_start.get(end)
    number = year.in_the_year if year is not None and year.year else None
    if number is not None and year is not None:
        end = year.end
    if day is None and number is None and len(tokens.words[mark.start]) <= 3:
        return None  # a bare "may" or "mar" is a word like any other
    month = int(mark.key)
    if mark.group == "solar_month":
        if day is None and number is None:
            return None  # most of these names are words like any other
        resolved = _nearest_solar(month, day.value, number, published) if day is not None else None
        return DateMention(start, end, resolved, month=resolved.month if resolved else None, year=number)
    resolved = nearest(month, day.value, number, published) if day is not None else None
    return DateMention(start, end, resolved, month=month, year=number)


def _day_before(start: int, tokens: Tokens, by_end: dict[int, Number]) -> Number | None:
    for skip in (0, 1, 2):
        if skip and tokens.words[start - skip : start - skip + 1] not in {("of",), ("de",), (".",), ("-",), ("ng",)}:
            break
        number = by_end.get(start - skip)
        if number is not None and 1 <= number.value <= 31 and not number.year:
            return number
    return None


def _day_behind(end: int, tokens: Tokens, by_start: dict[int, Number]) -> Number | None:
    """The day behind a month's name; a number in words counts people there: "in May three pilots came home"."""
    number = by_start.get(end + 1 if tokens.words[end : end + 1] in {(".",), ("the",)} else end)
    if number is None or number.year or (number.word and not number.ordinal and not tokens.signs):
        return None
    return number if 1 <= number.value <= 31 else None


def nearest(month: int, day: int, year: int | None, published: date | None) -> date | None:
    """The day in the named year, else in the one that brings it nearest to the publication."""
    if year is not None:
        return _date(year, month, day)
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for each in years if (found := _date(each, month, day)) is not None]
    return min(days, key=lambda found: abs((found - published).days), default=None)


def _nearest_solar(month: int, day: int, year: int | None, published: date | None) -> date | None:
    """The day of the calendar of Iran and Afghanistan, in the year begun in `year`, else nearest to publication."""
    if year is not None:
        return _solar(year, month, day)
    if published is None:
        return None
    days = (_solar(each, month, day) for each in (published.year - 1, published.year, published.year + 1))
    return min(days, key=lambda found: abs((found - published).days))


def _solar(year: int, month: int, day: int) -> date:
    """A day of the solar year that begins in March of `year`: six months of 31 days, then of 30; 8 leap years in 33."""
    count = year - SOLAR_BEHIND
    new_year = date.fromordinal(_SOLAR_START + 365 * count + (8 * count + 21) // 33)
    return new_year + timedelta(days=30 * (month - 1) + min(month - 1, 6) + day - 1)


# So many days before the first solar year began; holds for the years 1304 to 1474, with 8 leap years in each 33.
_SOLAR_START = 226530


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
