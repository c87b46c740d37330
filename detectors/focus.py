"""What a title, lead or body is about: how much of it the known words make up, and which days it names."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detectors.dates import FRESH_DAYS, DateMention
from detectors.meant import MOVES, QUOTES
from detectors.reading import Sentence
from detectors.sides import Reading

# Tokens from which on a distance or a length counts as long; a news headline has some 12.
_REST, _WAY, _LONG = 8, 10, 30
_TOLD = frozenset({*MOVES, "people", "single", "party"})


def focus(part: Sequence[Reading]) -> dict[str, float]:
    """How much of a part the known words are, and what stands around the movement, from 0 to 1.

    "Griner freed in swap for Bout" is told whole in such words; "Man freed in swap wins a seat in the assembly" goes
    on, and a feature, a game or a match report is full of words that no exchange needs.
    """
    if not part:
        return {}
    known = sum(
        len({at for mark in each.sentence.marks if mark.group != "role" for at in range(mark.start, mark.end)})
        for each in part
    )
    length = sum(each.sentence.end - each.sentence.start for each in part)
    first = part[0].sentence
    told = max([mark.end for mark in first.marks if mark.group in _TOLD], default=first.start)
    ahead = min((move.mark.start for move in part[0].moves), default=first.end) - first.start
    behind = first.end - max((move.mark.end for move in part[0].moves), default=first.start)
    return {
        "known": known / length,
        "rest": _share(first.end - told, _REST * first.stretch),
        "ahead": _share(ahead, _WAY * first.stretch),
        "behind": _share(behind, _WAY * first.stretch),
        "long": _share(first.end - first.start, _LONG * first.stretch),
    }


def _share(tokens: int, most: int) -> float:
    return min(tokens, most) / most


def days(early: Sequence[Reading], readings: Iterable[Reading], published: date | None) -> dict[str, float]:
    """Whether the days that title and lead (`early`), or some more sentences, name are those of news or of memory."""
    if published is None:
        return {}
    mentions = [mention for each in readings for mention in each.sentence.dates]
    first = [mention for each in early for mention in each.sentence.dates]
    fresh = any(
        mention.day is not None and timedelta(0) <= published - mention.day <= timedelta(FRESH_DAYS)
        for mention in mentions
    )
    old = any(mention.day is not None and published - mention.day > timedelta(FRESH_DAYS) for mention in first)
    return {
        "fresh_day": float(fresh),
        "old_day": float(old),
        "old_day_only": float(old and not fresh),
        "old_year": float(any(_year(mention) < published.year - 1 for mention in first)),
        "anniversary": float(any(_is_anniversary(mention, published) for mention in mentions)),
        "no_day": float(not mentions),
    }


def _year(mention: DateMention) -> int:
    return mention.year or (mention.day.year if mention.day is not None else date.max.year)


def _is_anniversary(mention: DateMention, published: date) -> bool:
    """Whether a day of another year is named that is, but for a day, the day of publication."""
    if mention.day is None or mention.day.year >= published.year:
        return False
    off = (published - mention.day).days % _YEAR
    return min(off, _YEAR - off) <= _DAY_OR_SO


_YEAR, _DAY_OR_SO = 365.2425, 1.8  # what leap days put off is less than a day


def is_dateline(sentence: Sentence) -> bool:
    """Whether a sentence is a byline, a caption or where and when the news comes from: "Турция, 20 сентября 2014"."""
    if sentence.end - sentence.start < _SHORTEST:
        return True
    if not sentence.dates or sentence.moving:
        return False
    named = [(mark.start, mark.end) for mark in sentence.of("party")]
    named += [(day.start, day.end) for day in sentence.dates]
    known = {at for start, end in named for at in range(start, end)}
    words = [at for at in range(sentence.start, sentence.end) if at not in known and sentence.word(at).isalpha()]
    return len(words) <= _AGENCY * sentence.stretch


# Sentences of fewer words are datelines, bylines and captions; so many may name the agency.
_SHORTEST, _AGENCY = 5, 2


def is_quotation(sentence: Sentence) -> bool:
    """Whether it opens with somebody's words, not with a name or a word in quotes: "«Nusra» frees five soldiers"."""
    if sentence.text[:1] not in _QUOTES:
        return False
    first = range(sentence.start + 1, min(sentence.end - 1, sentence.start + 1 + _NAME))
    closing = next((at for at in first if sentence.word(at) in QUOTES), None)
    return closing is None or not sentence.word(closing + 1).isalnum()


# So few tokens up to the closing sign are a name.
_NAME = 4
_QUOTES = frozenset("\"'“„«「『”")
