"""An article read once: its sentences with every mark, number and date that the rules look at."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from detectors.dates import DateMention, read_dates
from detectors.language import Language
from detectors.lexicon import Mark, Tokens
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
# What parts the members of an enumeration.
COMMAS = frozenset({",", "،", "、", "，"})
_CLOSING = frozenset("»”\"'’“")
QUOTES = frozenset("«»“”„\"'‘’「」『』")
# The verbs that move people.
MOVES = ("swap", "release", "receive", "return")
_VERBS = (*MOVES, "said")
_TELLING = frozenset({"mode", "held_event", "topic", "time", *MOVES})


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
    grouped: Mapping[str, Sequence[Mark]]  # the same marks by their group
    moving: tuple[Mark, ...]  # the verbs and nouns for moving people, kind by kind
    starts: Mapping[int, Sequence[Mark]]  # by the token at which they begin
    ends: Mapping[int, Sequence[Mark]]  # by the token before which they end
    numbers: tuple[Number, ...]
    dates: tuple[DateMention, ...]
    stops: tuple[int, ...]  # where a clause ends
    hard_stops: tuple[int, ...]  # the same without commas and quotes
    commas: tuple[int, ...]
    language: Language

    def of(self, group: str, *keys: str) -> Sequence[Mark]:
        """The marks of one group, of the named keys or of all."""
        marks = self.grouped.get(group, ())
        return marks if not keys or not marks else [mark for mark in marks if mark.key in keys]

    def has(self, group: str, *keys: str) -> bool:
        """Whether any such mark stands in the sentence."""
        marks = self.grouped.get(group, ())
        if not keys:
            return bool(marks)
        for mark in marks:  # noqa: SIM110 - asked hundreds of times for each article, and twice as fast as any()
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
        """The words that begin with a capital, by their tokens, in order."""
        begins, ends = self.tokens.begins[self.start : self.end], self.tokens.ends[self.start : self.end]
        return {
            at: word
            for at, word in enumerate(map(self.passage.words, begins, ends), self.start)
            if word[:1].isupper() and len(word) >= _SHORTEST_NAME and not word[1:].isupper() and word.isalpha()
        }

    @property
    def shouted(self) -> bool:
        """Whether capitals tell nothing: its verbs begin with one, or, where it has none, most of its words."""
        verbs = {m.start for m in (*self.moving, *self.of("said")) if m.key != "noun" and m.start > self.start}
        words = [
            self.source(at)
            for at in verbs or range(self.start, self.end)
            if self.tokens.words[at].isalpha() and (verbs or len(self.tokens.words[at]) > 3)
        ]
        return sum(word[0].isupper() for word in words) > len(words) / 2

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


def _is_name(mark: Mark, tokens: Tokens, passage: Passage) -> bool:
    """Abbreviated names are written in capitals: US and us, MIT and the German word for "with".

    Or with one, like other names, amid words that have none: "gli Usa liberano", "dell'Eln".
    """
    if mark.form == "national" or mark.end - mark.start > 1 or len(tokens.words[mark.start]) > 3:
        return True
    source = passage.words(tokens.begins[mark.start], tokens.ends[mark.end - 1])
    return source.upper() == source or not source.isascii() or (source[0].isupper() and _is_amid(mark, tokens, passage))


def _is_amid(mark: Mark, tokens: Tokens, passage: Passage) -> bool:
    """Whether words without a capital stand right around a mark, or an apostrophe before it."""
    if not 0 < mark.start < mark.end < len(tokens.words):
        return False
    before, after = (passage.words(tokens.begins[at], tokens.ends[at]) for at in (mark.start - 1, mark.end))
    return (before.islower() or before in {"'", "’"}) and after.islower()


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
) -> tuple[dict[str, list[Mark]], dict[int, list[Mark]], dict[int, list[Mark]]]:
    """The marks by their group, by the token at which they begin and by the one before which they end."""
    grouped: dict[str, list[Mark]] = defaultdict(list)
    starts: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        grouped[mark.group].append(mark)
        starts[mark.start].append(mark)
        ends[mark.end].append(mark)
    return grouped, starts, ends


def _meant(marks: Iterable[Mark], tokens: Tokens, passage: Passage, dates: Sequence[DateMention]) -> Iterator[Mark]:
    """The marks whose words mean what they mean elsewhere, where those around them may tell otherwise."""
    names = [mark for mark in tokens.marks if mark.group == "party" and mark.end - mark.start > 1]
    agreed = {(mark.start, mark.end) for mark in tokens.marks if mark.key == "agreed" and mark.group == "mode"}
    for mark in marks:
        group = mark.group
        if group == "party":
            if _is_name(mark, tokens, passage):
                yield _quoted(mark, tokens.words)
        elif (group not in _TELLING and mark.key != "bodies") or not (
            (names and _is_inside(mark, names))
            or (group in _DATED and _is_inside(mark, dates))
            # "agree to" may be listed as a plan as well; what is agreed is more than that.
            or (group == "mode" and mark.key == "planned" and (mark.start, mark.end) in agreed)
        ):
            yield mark


# Words for these may only belong to a date: "on May 23" is no "may".
_DATED = frozenset({"mode", "topic"})


def _is_inside(mark: Mark, others: Sequence[Mark] | Sequence[DateMention]) -> bool:
    """Whether a word is only a part of a longer name, or of a date: أحرار ("free") الشام, "Тел" ("bodies") Авив."""
    return any(each.start <= mark.start and mark.end <= each.end for each in others)


def _quoted(mark: Mark, words: Sequence[str]) -> Mark:
    """A party's name, if it stands in quotes with these: «ДНР», "Hezbollah" are names like others."""
    alone = mark.start > 0 and mark.end < len(words)
    if not (alone and words[mark.start - 1] in QUOTES and words[mark.end] in QUOTES):
        return mark
    return replace(mark, start=mark.start - 1, end=mark.end + 1)


def _free(numbers: list[Number], tokens: Tokens) -> list[Number]:
    """The numbers that are no part of a party's name ("M 23"), nor of a word that counts nobody: 数百人, "hundreds".

    A word that is both counts a nation's people itself: سويديان, two Swedes.
    """
    two = {(number.start, number.end) for number in numbers if number.word}
    parties = (m for m in tokens.marks if m.group == "party" and (m.form != "national" or (m.start, m.end) not in two))
    names = {at for mark in parties for at in range(mark.start, mark.end)}
    vague = [mark for mark in tokens.marks if (mark.group, mark.key) == ("count", "vague")]
    names |= {at for mark in vague for at in range(mark.start + 1, mark.end)}
    return [number for number in numbers if number.start not in names]


def _counting(number: Number, end: int, words: Sequence[str]) -> Number:
    """The number, no ordinal where its full stop ends the sentence: "auf jeder Seite 95." and not "95. Austausch"."""
    closes = number.ordinal and not number.word and number.end == end and words[end - 1] == "."
    return replace(number, ordinal=False, end=end - 1) if closes else number


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


def read(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Every sentence of the article, in reading order."""
    out: list[Sentence] = []
    published = day_of(article.published)
    texts = [(passage, language.lexicon.read(passage.plain)) for passage in passages(article)]
    warring = sides_of(mark for _, tokens in texts for mark in tokens.marks)
    for passage, tokens in texts:
        counts = read_numbers(tokens, passage.plain, language)
        dates, numbers = read_dates(tokens, passage.plain, counts, published)
        if (dateline := _dateline_day(passage, dates, tokens.words, published)) is not None:
            dates, numbers = read_dates(tokens, passage.plain, counts, dateline)
        numbers = _free(numbers, tokens)
        titles = {sentence.text for sentence in out if sentence.title}
        ranges = list(_ranges(passage, tokens, language))
        marks = one_sense(known(without_trades(tokens.marks, numbers), tokens.words, warring), tokens.words)
        marks = [*_meant(marks, tokens, passage, dates)]
        parts = zip(ranges, _parted(marks, ranges), _parted(numbers, ranges), _parted(dates, ranges), strict=True)
        for (start, end), here, told, days in parts:
            signs = [at for at in range(start, end) if tokens.words[at] in _STOPS]
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
                moving=tuple([mark for kind in MOVES for mark in grouped.get(kind, ())]),
                starts=starts,
                ends=ends,
                numbers=tuple(_counting(number, end, tokens.words) for number in told),
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
