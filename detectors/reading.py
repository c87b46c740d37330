"""An article read once: its sentences with every mark, number and date that the rules look at."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from detectors.dates import DateMention, read_dates
from detectors.language import Language
from detectors.lexicon import Mark, Tokens
from detectors.meant import MOVES, counting, free, meant
from detectors.numbers import Number, read_numbers
from detectors.records import dataclass
from detectors.telling import one_sense
from detectors.text import Passage, passages, sentences
from detectors.traded import without_trades
from detectors.types import Article, Span
from detectors.warring import known, sides_of

_SHORTEST_NAME = 3
T = TypeVar("T", Mark, Number, DateMention)
_STOPS = frozenset(',;:()[]—–«»“”"。，、；：（）「」【】،؛|')
_HARD = frozenset(";()[]—–。；（）【】؛|")
_DOT = (".",)  # behind another: "Home again.. the president", where two part the halves of an Arabic headline
# What parts the members of an enumeration.
COMMAS = frozenset({",", "،", "、", "，"})
_CLOSING = frozenset("»”\"'’“")
_VERBS = (*MOVES, "said")


@dataclass(frozen=True)
class Sentence:
    """Tokens start..end-1 of one passage; `order` counts sentences through the article, the title's being 0."""

    passage: Passage
    tokens: Tokens
    start: int
    end: int
    order: int
    title: bool
    marks: tuple[Mark, ...]
    grouped: Mapping[tuple[str, ...], Sequence[Mark]]  # the same marks by their group, and by group and key
    moving: tuple[Mark, ...]  # the verbs and nouns for moving people, kind by kind
    starts: Mapping[int, Sequence[Mark]]  # by the token at which they begin
    ends: Mapping[int, Sequence[Mark]]  # by the token before which they end
    numbers: tuple[Number, ...]
    dates: tuple[DateMention, ...]
    stops: tuple[int, ...]  # where a clause ends
    hard_stops: tuple[int, ...]  # the same without commas and quotes
    commas: tuple[int, ...]
    language: Language

    def of(self, *named: str) -> Sequence[Mark]:
        """The marks of a group, of the keys named behind it or of all."""
        if len(named) <= 2:
            return self.grouped.get(named, ())
        marks, keys = self.grouped.get(named[:1], ()), named[1:]
        return [mark for mark in marks if mark.key in keys] if marks else marks

    def has(self, *named: str) -> bool:
        """Whether any such mark stands in the sentence."""
        if len(named) <= 2:
            return named in self.grouped
        keys = named[1:]
        for mark in self.grouped.get(named[:1], ()):  # noqa: SIM110 - twice as fast as any(), and asked often
            if mark.key in keys:
                return True
        return False

    def starting(self, at: int, *groups: str) -> Sequence[Mark]:
        """The marks that begin at a token, of the named groups or of all."""
        marks = self.starts.get(at, ())
        return [mark for mark in marks if mark.group in groups] if groups and marks else marks

    def ending(self, at: int, *groups: str) -> Sequence[Mark]:
        """The marks that end right before a token, of the named groups or of all."""
        marks = self.ends.get(at, ())
        return [mark for mark in marks if mark.group in groups] if groups and marks else marks

    def word(self, at: int) -> str:
        """The folded word at a token, or nothing outside the sentence."""
        return self.tokens.words[at] if self.start <= at < self.end else ""

    def source(self, at: int) -> str:
        """A token as the article writes it."""
        return self.passage.words(self.tokens.begins[at], self.tokens.ends[at])

    def is_capital(self, at: int) -> bool:
        """Whether a token of the sentence is a word that begins with a capital."""
        return at in self.capitals

    @cached_property
    def capitals(self) -> Mapping[int, str]:
        """The words that begin with a capital, by their tokens, in order; abbreviations ("UN", "LoC") are none."""
        signs = self.passage.signs(self.tokens.begins[self.start : self.end])
        words = [(at, self.source(at)) for at, sign in enumerate(signs, self.start) if sign.isupper()]
        return {
            at: word for at, word in words if len(word) >= _SHORTEST_NAME and not word[-1].isupper() and word.isalpha()
        }

    def clause(self, at: int, *, hard: bool = False) -> tuple[int, int]:
        """The tokens around `at` up to the nearest punctuation on either side; `hard` passes over commas and quotes."""
        stops = self.hard_stops if hard else self.stops
        place = bisect_left(stops, at)
        low = stops[place - 1] + 1 if place else self.start
        return low, stops[place] if place < len(stops) else self.end

    @property
    def stretch(self) -> int:
        """How many tokens a word takes: two where every sign is one."""
        return 2 if self.tokens.signs else 1

    def span(self, start: int, end: int, rule: str) -> Span:
        """The article's own words behind tokens start..end-1."""
        return self.passage.span(self.tokens.begins[start], self.tokens.ends[end - 1], rule)

    @property
    def text(self) -> str:
        """The folded text of the sentence."""
        return self.passage.plain[self.tokens.begins[self.start] : self.tokens.ends[self.end - 1]]


def day_of(published: datetime | date | None) -> date | None:
    """The calendar day of a publication time, as the source gave it.

    None in the first and the last year that there is: programs write these for no date at all.
    """
    day = published.date() if isinstance(published, datetime) else published
    return day if day is not None and MINYEAR < day.year < MAXYEAR else None


def _parted(found: Iterable[T], ranges: Sequence[tuple[int, int]]) -> list[tuple[T, ...]]:
    """What was found in a text, by the token range in which it begins; the ranges are in order, none overlaps."""
    out: list[list[T]] = [[] for _ in ranges]
    starts = [start for start, _ in ranges]
    for each in found:
        at = bisect_right(starts, each.start) - 1
        if at >= 0 and each.start < ranges[at][1]:
            out[at].append(each)
    return list(map(tuple, out))


def _by_place(
    marks: Iterable[Mark],
) -> tuple[dict[tuple[str, ...], list[Mark]], dict[int, list[Mark]], dict[int, list[Mark]]]:
    """The marks by what they mean, by the token at which they begin and by the one before which they end."""
    grouped: dict[tuple[str, ...], list[Mark]] = defaultdict(list)
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        grouped[mark.group,].append(mark)
        grouped[mark.group, mark.key].append(mark)
        starts[mark.start].append(mark)
        ends[mark.end].append(mark)
    return grouped, starts, ends


def _dateline_day(
    passage: Passage, dates: Sequence[DateMention], words: Sequence[str], published: date | None
) -> date | None:
    """The day of a text's dateline where it is an earlier one, which "today" means: "GOMA, May 16 (Reuters) -"."""
    first = dates[0] if dates and passage.field == "text" else None
    if published is None or first is None or first.day is None or first.relative or first.end > _DATELINE:
        return None
    closes = not CLOSE_DATELINE.isdisjoint(words[first.end : first.end + _AGENCY])
    return first.day if closes and timedelta(0) < published - first.day <= _LATE else None


# So many tokens a dateline takes up to its day, so many the agency behind it; a page is stamped so much later.
_DATELINE, _AGENCY, _LATE = 8, 5, timedelta(days=2)
CLOSE_DATELINE = frozenset("-–—:")


Marked = tuple[Passage, Tokens]


def marked(article: Article, language: Language) -> list[Marked]:
    """The article's fields in reading order, with every form of the language that stands there."""
    return [(passage, language.lexicon.read(passage.plain)) for passage in passages(article)]


def may_move(texts: Iterable[Marked]) -> bool:
    """Whether any word may be for moving people, or in a title for their price: nothing tells of it otherwise."""
    return any(
        mark.group in MOVES or (passage.field == "title" and (mark.group, mark.key) == ("count", "for"))
        for passage, tokens in texts
        for mark in tokens.marks
    )


def read(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Every sentence of the article, in reading order."""
    return sentences_of(marked(article, language), language, day_of(article.published))


def sentences_of(texts: Sequence[Marked], language: Language, published: date | None) -> tuple[Sentence, ...]:
    """Every sentence of an article of that day, in reading order."""
    out: list[Sentence] = []
    warring = sides_of(mark for _, tokens in texts for mark in tokens.marks)
    for passage, tokens in texts:
        counts = read_numbers(tokens, passage.plain, language)
        dates, numbers = read_dates(tokens, passage.plain, counts, published)
        if (dateline := _dateline_day(passage, dates, tokens.words, published)) is not None:
            dates, numbers = read_dates(tokens, passage.plain, counts, dateline)
        numbers = free(numbers, tokens)
        titles = {sentence.text for sentence in out if sentence.title}
        ranges = list(_ranges(passage, tokens, language))
        marks = one_sense(known(without_trades(tokens.marks, numbers), tokens.words, warring), tokens.words)
        marks = meant(marks, tokens, passage, dates)
        parts = zip(ranges, _parted(marks, ranges), _parted(numbers, ranges), _parted(dates, ranges), strict=True)
        for (start, end), here, told, days in parts:
            words = enumerate(tokens.words[start:end], start)
            signs = [
                at for at, word in words if word in _STOPS or (word == "." and tokens.words[at + 1 : at + 2] == _DOT)
            ]
            stops, hard_stops = _stops(tokens.words, signs, start, days, here)
            grouped, starts, ends = _by_place(here)
            sentence = Sentence(
                passage=passage,
                tokens=tokens,
                start=start,
                end=end,
                order=len(out) + (0 if passage.field == "title" or out else 1),
                title=passage.field == "title",
                marks=here,
                grouped=grouped,
                moving=tuple([mark for kind in MOVES for mark in grouped.get((kind,), ())]),
                starts=starts,
                ends=ends,
                numbers=tuple(counting(number, end, tokens.words) for number in told),
                dates=days,
                stops=tuple(stops),
                hard_stops=tuple(hard_stops),
                commas=tuple([at for at in signs if tokens.words[at] in COMMAS]),
                language=language,
            )
            if sentence.text not in titles and not (passage.field == "text" and _is_furniture(sentence, out)):
                out.append(sentence)
    return tuple(out)


def _stops(
    words: Sequence[str], signs: Sequence[int], start: int, dates: Iterable[DateMention], marks: Iterable[Mark]
) -> tuple[list[int], list[int]]:
    """Where a clause ends: at the signs, and at the colon behind a quotation ("'No better gift': the exchange …").

    And which of these are hard.
    """
    if not signs:
        return [], []
    # A comma or bracket that only sets off a day ("…, Thursday, …") parts nothing.
    asides = {at for mention in dates if mention.relative for at in (mention.start - 1, mention.end)}
    asides |= {at for mark in marks if mark.group == "party" for at in range(mark.start, mark.end)}
    quoted = {at for at in signs if words[at] == ":" and at > start and words[at - 1] in _CLOSING}
    stops = [at for at in signs if at not in asides or at in quoted]
    return stops, [at for at in stops if words[at] in _HARD or at in quoted]


def _is_furniture(sentence: Sentence, before: Sequence[Sentence]) -> bool:
    """Whether a line above the text is of its page (a menu, a section's name), not of the news.

    It ends like no sentence, tells no day, and none of its words is for people or for what becomes of them.
    """
    above = all(each.title or each.passage.field != "text" for each in before)
    ends = sentence.word(sentence.end - 1) in _ENDS
    return above and not ends and not sentence.dates and not any(sentence.has(group) for group in _NEWS)


_ENDS = frozenset('.!?…:»”"。！？؟।')
_NEWS = frozenset({*_VERBS, "people", "single", "held", "held_event", "mediation"})


# No sentence of a news text is longer; the rules compare every mark of one with every other.
_LONGEST = 150


def _ranges(passage: Passage, tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """The token range of each sentence, the overlong ones in pieces."""
    for begin, stop in sentences(passage, language.abbreviations, language.small_words):
        start, end = tokens.between(begin, stop)
        for at in range(start, end, _LONGEST):
            yield at, min(end, at + _LONGEST)
