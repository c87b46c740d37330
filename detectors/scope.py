"""When a movement was: what its dates and words of time say, but for those of a capture or a deal."""

from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from detectors.dates import COMING_DAYS, FRESH_DAYS, DateMention
from detectors.lexicon import Mark
from detectors.reading import Sentence


class Scope(StrEnum):
    """When a sentence plays, seen from the day of publication."""

    FRESH = "fresh"
    OPEN = "open"  # no time given
    COMING = "coming"
    PAST = "past"


def scope_of(sentence: Sentence, mark: Mark, published: date | None) -> Scope:
    """The time of one movement: its clause's dates first, then whole days of its sentence, then recap words."""
    low, high = sentence.clause(mark.start)
    if _is_told_from(mark, sentence):
        return Scope.PAST
    scopes = {place_in_time(mention, published) for mention in dates_of(sentence, mark)}
    dates = _of_news(sentence)
    near = [mention for mention in dates if low <= mention.start < high]
    if any(_is_early(m, sentence, published) for m in near or dates):
        scopes.add(Scope.PAST)
    # What a sentence opens with ("On this day: …") holds for all of it.
    told_as_past = any(
        (low <= cue.start < high or cue.start - sentence.start <= 1)
        and not any(of_another(cue, sentence) for of_another in _OF_ANOTHER_TIME)
        for cue in sentence.of("time", "past")
    )
    # "Before that the rebels will free a hostage" looks ahead.
    recaps = sentence.of("time", "recap") if mark.key != "future" else ()
    recap = any(
        cue.start <= mark.start
        and not _is_of_another(cue, mark, sentence)
        and not (mark.key == "present" and _is_of_saying(cue, mark, sentence))
        for cue in recaps
    )
    of_telling = any(low <= cue.start < mark.start for cue in recaps) and not any(
        low <= mention.start < high and not _is_of_telling(mention, sentence) for mention in dates
    )
    if Scope.FRESH in scopes and not told_as_past and not of_telling:
        return Scope.FRESH
    if Scope.PAST in scopes or told_as_past or recap:
        return Scope.PAST
    return Scope.COMING if Scope.COMING in scopes else Scope.OPEN


def _is_told_from(mark: Mark, sentence: Sentence) -> bool:
    """Whether the news is only dated from it, some days before: "206 swapped a day after the return of 49"."""
    low, high = sentence.clause(mark.start)
    cues = [cue for cue in sentence.of("time", "after") if low <= cue.start and cue.end <= mark.start]
    if not cues:
        return False
    cue = cues[-1]
    between = mark.start - cue.end
    if between > _TOLD_FROM * sentence.stretch or any(cue.end <= other.start < mark.start for other in sentence.moving):
        return False
    if cue.start - sentence.start > 1 or (mark.key == "noun" and between <= _RIGHT_BEHIND):
        return True
    return any(other.start >= high for other in sentence.moving)  # not "einen Tag nach dem Gipfel tauschten …"


# So many words may stand between "a day after" and what was before ("a day after 49 captives of both sides were"),
# so many where it opens the sentence, whose own verb may be next.
_TOLD_FROM, _RIGHT_BEHIND = 7, 2


def dates_of(sentence: Sentence, mark: Mark) -> list[DateMention]:
    """The dates that tell when a movement was: those of its clause, else those of its sentence that reach it."""
    if not sentence.dates:
        return []
    low, high = sentence.clause(mark.start)
    dates = _of_news(sentence)
    return [m for m in dates if low <= m.start < high] or [m for m in dates if _reaches(m, mark)]


def is_of_a_day_ahead(sentence: Sentence, mark: Mark, published: date | None) -> bool:
    """Whether a present form tells of a weekday that was so long ago that news means the next: "frees six on Friday".

    A day of saying so tells nothing of that, nor a day within reach beside it.
    """
    if any(other.key == "done" for other in sentence.moving):
        return False  # "ließ am Montag … frei"
    days = [mention for mention in dates_of(sentence, mark) if not _is_of_telling(mention, sentence)]
    return (
        published is not None
        and bool(days)
        and all(
            mention.relative and mention.day is not None and published - mention.day > timedelta(days=FRESH_DAYS)
            for mention in days
        )
    )


def _of_news(sentence: Sentence) -> list[DateMention]:
    """The sentence's dates but for those of a capture, of a deal that is called by its day, and of years of a war."""
    if not sentence.dates:
        return []
    spans = {each for pair in pairwise(sentence.dates) if _is_span_of_years(*pair) for each in pair}
    return [
        each
        for each in sentence.dates
        if each not in spans and not (is_of_capture(each, sentence) or _names_a_deal(each, sentence))
    ]


def _is_span_of_years(first: DateMention, last: DateMention) -> bool:
    """Whether two years tell how long something was: "the war from 1980 to 1988"; nobody is exchanged for years."""
    bare = all(each.year is not None and each.month is None and each.day is None for each in (first, last))
    return bare and 0 <= last.start - first.end <= 1


def _names_a_deal(mention: DateMention, sentence: Sentence) -> bool:
    """Whether a day only tells which deal is meant: "under the ceasefire of December 27", "das Abkommen vom 3. Mai"."""
    if mention.day is None or mention.relative:
        return False
    deals = [deal.end for deal in sentence.of("mode", "deal")]
    roles = [role for role in sentence.of("role", "of", "from") if role.end in (mention.start, mention.start - 1)]
    return any(role.start == end for role in roles for end in deals)


def _is_of_another(cue: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether a word of recall ends an aside with a verb of its own: "the men, let out two days before, were …"."""
    low, high = sentence.clause(cue.start)
    verbs = (each.start for each in sentence.moving)
    return sentence.start < low and cue.end == high <= mark.start and any(low <= at < cue.start for at in verbs)


def _is_of_saying(cue: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether a word of recall tells when it was said what is being done: "earlier both said that Baku returns two"."""
    said = [each.end for each in sentence.of("said") if cue.end <= each.start and each.end <= mark.start]
    opened = (that.start for that in sentence.of("role", "relative") if said and said[0] <= that.start < mark.start)
    return any(at - said[0] <= 1 for at in opened)


def _opens_capture(cue: Mark, sentence: Sentence) -> bool:
    """Whether a time is counted from when somebody was taken: "a year after they were abducted, three are home"."""
    taken = [*sentence.of("held", "taken", "lost"), *sentence.of("other", "kidnap")]
    first = min((each.start for each in taken if each.start >= cue.end), default=None)
    if first is None or first - cue.end > _COUNTED_FROM * sentence.stretch:
        return False
    moved = any(cue.end <= each.start < first for each in sentence.moving)
    return not moved and not any(cue.end <= at < first for at in sentence.stops)


# So many words may tell who was taken behind "a year after".
_COUNTED_FROM = 7


def _is_of_telling(mention: DateMention, sentence: Sentence) -> bool:
    """Whether a day tells when something was said: "in earlier swaps 12 returned, the staff said on Tuesday"."""
    return any(0 <= mention.start - cue.end <= 1 or cue.start == mention.end for cue in sentence.of("said"))


def _is_measure(cue: Mark, sentence: Sentence) -> bool:
    """Whether a word of the past only measures the news: "the largest swap since the Cold War"."""
    return any(
        0 <= cue.start - since.end <= _MEASURE or 0 <= since.start - cue.end <= 1
        for since in sentence.of("time", "since")
    )


# How far behind "since" the past that it counts from may stand ("since the end of the Cold War").
_MEASURE = 7


def _is_of_people(cue: Mark, sentence: Sentence) -> bool:
    """Whether a time only tells of when the people are: "remains of soldiers from the war of the eighties"."""
    roles = [role.start for role in sentence.ending(cue.start, "role") if role.key in {"of", "from"}]
    return any(mark.key in {"bodies", "soldiers"} for at in roles for mark in sentence.ending(at, "people"))


def _is_early(mention: DateMention, sentence: Sentence, published: date | None) -> bool:
    """Whether a month is named of which only the first days are meant, and they are over ("at the beginning of …")."""
    if published is None or mention.day is not None or mention.month != published.month:
        return False
    return published.day > _EARLY and any(
        0 <= mention.start - cue.end <= 1 or mention.start < cue.start <= mention.end
        for cue in sentence.of("time", "early")
    )


# The last day of the month that may be meant by its beginning, and news of it still be fresh.
_EARLY = 14


def _reaches(mention: DateMention, mark: Mark) -> bool:
    """Whether a date of another clause tells when this happened: a whole day, or what the sentence opens with."""
    return mention.day is not None or mention.relative or mention.end <= mark.start


def is_of_capture(mention: DateMention | Mark, sentence: Sentence) -> bool:
    """Whether a date or "a month ago" tells since when somebody was held, not when he was freed."""
    cues = [*sentence.of("held", "taken", "lost", "by"), *sentence.of("time", "since")]
    if isinstance(mention, Mark):
        cues += sentence.of("other", "kidnap")
    if not cues:
        return False
    moves = [mark.start for mark in sentence.moving]
    # Japanese tells when before the verb: 拘束されていた2人が8日 is the day of what follows.
    behind = 0 if sentence.language.verb_last and sentence.stretch > 1 else _OF_CAPTURE
    day = isinstance(mention, DateMention) and mention.relative
    there = _OF_CAPTURE_THERE if behind and not day else behind
    return any(
        (
            0 <= mention.start - cue.end < (there if cue.key in {"taken", "lost", "kidnap"} else behind)
            and not any(cue.end <= at < mention.start for at in moves)
            and (mention.start - cue.end < behind or not any(cue.end <= at < mention.start for at in sentence.stops))
        )
        or cue.start == mention.end
        for cue in cues
    )


# So near behind a word for taking people a day tells when that was; a whole date or "last month" even behind where.
_OF_CAPTURE, _OF_CAPTURE_THERE = 5, 9
# What may make a word of the past tell of another time than the movement's.
_OF_ANOTHER_TIME = (is_of_capture, _is_measure, _opens_capture, _is_of_people)


def place_in_time(mention: DateMention, published: date | None) -> Scope:
    """When a date is, seen from the day of publication."""
    if mention.relative:  # "on Saturday" is the last one, however the dateline counts
        ahead = mention.day is not None and published is not None and mention.day > published
        return Scope.COMING if ahead else Scope.FRESH
    if mention.day is not None and published is not None:
        if mention.day < published - timedelta(days=FRESH_DAYS):
            return Scope.PAST
        if mention.day > published:
            return Scope.COMING if mention.day <= published + timedelta(days=COMING_DAYS) else Scope.OPEN
        return Scope.FRESH
    if published is not None:
        if mention.year is not None and mention.year < published.year:
            return Scope.PAST
        if mention.month is not None and mention.month != published.month and mention.year in (None, published.year):
            return Scope.PAST
    return Scope.OPEN
