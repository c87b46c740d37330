"""What a report says beside its figures: the day, the place, the ordinal, running totals, the agreement."""

from collections.abc import Container, Iterable, Sequence
from datetime import date, timedelta

from detectors.actors import Part
from detectors.dates import COMING_DAYS, FRESH_DAYS
from detectors.parties import is_organisation
from detectors.sides import Reading
from detectors.status import Mode
from detectors.types import RunningTotal, Span, Transfer

# The event's own circumstances stand near the top.
_EARLY = 6


def event_date(readings: Sequence[Reading], published: date | None, *, announced: bool) -> date | None:
    """The day that the news gives for its exchange: beside its verb, else the day of a same-day announcement."""
    if published is None:
        return _resolved(readings)
    coming = _coming(readings, published) if announced else None
    if coming is not None:
        return coming
    fresh = published - timedelta(days=FRESH_DAYS), published
    windows = (
        [(published + timedelta(days=1), published + timedelta(days=COMING_DAYS)), fresh] if announced else [fresh]
    )
    for first, last in windows:
        for reading in readings[:_EARLY]:
            for move in reading.moves:
                if move.told or (announced and move.mode in {Mode.AGREED, Mode.PLANNED}):
                    low, high = reading.sentence.clause(move.mark.start)
                    days = [d for d in reading.sentence.dates if d.day is not None and first <= d.day <= last]
                    near = [d for d in days if low <= d.start < high]
                    if days:
                        return (near or days)[0].day
    if announced:
        return None
    early = [d for r in readings[:_ANNOUNCED] for d in r.sentence.dates]
    stated = [(d.relative, d.day) for d in early if d.day is not None and fresh[0] <= d.day <= fresh[1]]
    if not stated:
        named = (_of_a_swap(reading, fresh) for reading in readings[:_NAMED])
        return next((day for day in named if day is not None), None) or _dated_today(readings, published)
    # "Late on Wednesday" tells more than the day of a dateline.
    return max(stated, key=lambda each: each[0])[1]


def _of_a_swap(reading: Reading, fresh: tuple[date, date]) -> date | None:
    """The day right beside a noun for the exchange: "Thursday's handover", "a pénteki csere"."""
    for move in reading.moves:
        for mention in reading.sentence.dates if move.mark.key == "noun" else ():
            near = -2 <= mention.end - move.mark.start <= 0 or 0 <= mention.start - move.mark.end <= 1
            if mention.day is not None and near and fresh[0] <= mention.day <= fresh[1]:
                return mention.day
    return None


def _dated_today(readings: Sequence[Reading], published: date) -> date | None:
    """The day of publication, where a text calls it by name or date at all, be it far down."""
    days = (each.day for reading in readings[:_NAMED] for each in reading.sentence.dates)
    return published if published in days else None


def _coming(readings: Sequence[Reading], published: date) -> date | None:
    """The next such weekday, where one stands behind a verb that tells what is to come: "will cross on Monday"."""
    for reading in readings[:_EARLY]:
        sentence = reading.sentence
        weekdays = {mark.start for mark in sentence.of("weekday")}
        for move in reading.moves:
            if move.mode in {Mode.AGREED, Mode.PLANNED}:
                _, high = sentence.clause(move.mark.start)
                said = min((m.start for m in sentence.of("said") if m.start >= move.mark.end), default=high)
                for mention in sentence.dates:
                    behind = move.mark.end <= mention.start < min(high, said)
                    if behind and mention.start in weekdays and mention.day is not None and mention.day < published:
                        return mention.day + timedelta(days=7)
    return None


# The day of a same-day announcement stands in one of the first sentences.
_ANNOUNCED = 4
# So far down a day is looked for where the top of the article names none.
_NAMED = 12


def _resolved(readings: Sequence[Reading]) -> date | None:
    """The first whole date beside a verb of movement, in an article that does not say when it came out."""
    for reading in readings[:_EARLY]:
        if any(move.told or move.mode is Mode.AGREED for move in reading.moves):
            for mention in reading.sentence.dates:
                if mention.day is not None:
                    return mention.day
    return None


def evidence(readings: Sequence[Reading]) -> tuple[Span, ...]:
    """The words that tell that it happened, and when."""
    for reading in readings[:_EARLY]:
        told = next((move for move in reading.moves if move.told or move.mode is Mode.AGREED), None)
        if told is not None:
            words = reading.sentence.span(told.mark.start, told.mark.end, f"status-{told.mode}")
            days = [d for d in reading.sentence.dates if d.day is not None or d.relative]
            return (words, *(reading.sentence.span(d.start, d.end, "date") for d in days[:1]))
    return ()


def place(readings: Iterable[Reading], parties: Container[str]) -> str | None:
    """Where the hand-over happened, as named: a state or city that is no side of it, in a sentence about a movement."""
    for reading in readings:
        if not any(move.told for move in reading.moves):
            continue
        for actor in reading.actors:
            side = actor.party in parties or is_organisation(actor.party)
            if not side and actor.part in {Part.FROM, Part.TO, Part.BARE, Part.PLACE}:
                return reading.sentence.span(actor.start, actor.end, "place").text
    return None


def ordinal(readings: Iterable[Reading]) -> int | None:
    """The 56 of "the 56th exchange"; "first" and "second" only compare."""
    for reading in readings:
        for number in reading.sentence.numbers:
            if number.ordinal and number.value >= 3:
                for mark in reading.sentence.of("swap", "noun", "headline"):
                    if 0 <= mark.start - number.end <= 4 or 0 <= number.start - mark.end <= 4:
                        return number.value
    return None


def running_totals(readings: Iterable[Reading], transfers: Iterable[Transfer]) -> tuple[RunningTotal, ...]:
    """Figures over many exchanges: larger than the event's own, beside "since", "so far" and the like."""
    largest = max((t.count or 0 for t in transfers), default=0)
    out: dict[int, RunningTotal] = {}
    for reading in readings:
        sentence = reading.sentence
        cue = next(sentence.of("time", "since"), None)
        if cue is None or not reading.moves:
            continue
        for group in reading.groups:
            if group.named and group.count > largest:
                low, high = sentence.clause(cue.start)
                out.setdefault(
                    group.count,
                    RunningTotal(
                        what=sentence.span(low, high, "running-total").text,
                        count=group.count,
                        evidence=(sentence.span(group.start, group.end, "running-total"),),
                    ),
                )
    return tuple(out.values())


def agreement(readings: Iterable[Reading]) -> str | None:
    """The agreement that the exchange carries out, by the city it was made in ("Istanbul agreements")."""
    for reading in readings:
        city = next(reading.sentence.of("city"), None)
        if city is not None and reading.sentence.has("mode", "deal"):
            return f"{city.key} agreements"
    return None
