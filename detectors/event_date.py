"""The day of an exchange: beside its verb, behind a day of saying so, to come where it is announced, or far down."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from detectors.dates import COMING_DAYS, FRESH_DAYS, DateMention
from detectors.legs import names_day_ahead
from detectors.reading import CLOSE_DATELINE
from detectors.scope import is_of_capture
from detectors.sides import Reading
from detectors.status import Mode, Move

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
        found = [
            (reading, mention)
            for reading in readings[:_EARLY]
            for move in reading.moves
            if move.told or (announced and move.mode in {Mode.AGREED, Mode.PLANNED})
            if (mention := _beside(move, reading, first, last)) is not None
            if announced or not _is_of_agreement(mention, reading)
        ]
        found = [each for each in found if not _is_of_others(*each, readings)]
        found = [each for each in found if not _is_of_capture(each[1], each[0])] or found
        if found:
            begun = None if announced else _begun_today(readings, found[0][0], published)
            return begun or _of_deed(found, announced=announced)
    if announced:
        return _told_ahead(readings, published)
    early = [(d, r) for r in readings[:_ANNOUNCED] for d in r.sentence.dates if not _is_of_others(r, d, readings)]
    fits = [(d, r) for d, r in early if d.day is not None and fresh[0] <= d.day <= fresh[1]]
    fits = [(d, r) for d, r in fits if not (_is_of_agreement(d, r) or _tells_of_capture_alone(d, r))]
    free = [(d, r) for d, r in fits if not _in_dateline(d, r)]
    stated = [(d.relative, d.day) for d, _ in free or fits]
    late = _told_late(readings, published) if not any(r.moves for _, r in free) else None
    if late is not None:
        return late
    if not stated:
        named = (_of_a_swap(reading, fresh) for reading in readings[:_NAMED])
        return next((day for day in named if day is not None), None) or _dated_today(readings, published)
    # "Late on Wednesday" tells more than the day of a dateline.
    return max(stated, key=lambda each: each[0])[1]


def _is_of_others(reading: Reading, mention: DateMention, readings: Sequence[Reading]) -> bool:
    """Whether a sentence opens with the day of an exchange before: "103 are home. … Yesterday 49 came back"."""
    opens = mention.start == reading.sentence.start
    if not opens or all(mark.start != mention.start for mark in reading.sentence.of("time", "yesterday")):
        return False
    here = {group.count for group in reading.groups if group.count > 1}
    ahead = readings[: readings.index(reading)]
    told = {group.count for each in ahead for group in each.groups if group.count > 1}
    done = any(move.told for each in ahead for move in each.moves)
    return bool(here and told) and done and here.isdisjoint(told)


def _told_late(readings: Sequence[Reading], published: date) -> date | None:
    """An older whole date beside the first movement of all, in news that come out days after: "on 26 February"."""
    for reading in readings[:_EARLY]:
        done = [move for move in reading.moves if move.mode is Mode.DONE]
        for move in done if not (reading.sentence.title or reading.recap) else ():
            mention = _beside(move, reading, published - timedelta(days=_LATEST), published)
            if mention is None or mention.relative or _in_dateline(mention, reading):
                return None
            aside = _is_of_capture(mention, reading) or _is_of_agreement(mention, reading)
            return None if aside else mention.day
    return None


# So many days after its exchange a news release may come out.
_LATEST = 21


def _beside(move: Move, reading: Reading, first: date, last: date) -> DateMention | None:
    """The day from `first` to `last` that a movement's sentence names, in the movement's own clause if it can be."""
    low, high = reading.sentence.clause(move.mark.start)
    days = [each for each in reading.sentence.dates if each.day is not None and first <= each.day <= last]
    aside = [each for each in days if _is_of_capture(each, reading) or _in_dateline(each, reading)]
    days = [each for each in days if each not in aside] or days
    near = [each for each in days if low <= each.start < high]
    told = next(iter(near or days), None)
    return told and next(_of_the_eve(days, told, move, reading), _last_of(days, told, reading))


def _is_of_capture(mention: DateMention, reading: Reading) -> bool:
    """Whether a day tells when somebody was taken; where verbs stand last, the next verb behind it tells."""
    sentence = reading.sentence
    if is_of_capture(mention, sentence) or not sentence.language.verb_last:
        return is_of_capture(mention, sentence)
    taken = min((cue.start for cue in sentence.of("held", "taken") if cue.start >= mention.end), default=sentence.end)
    others = (mark.start for mark in (*sentence.moving, *sentence.of("said")) if mark.key != "noun")
    return taken < sentence.end and not any(mention.end <= at < taken for at in others)


def _tells_of_capture_alone(mention: DateMention, reading: Reading) -> bool:
    """Whether a sentence moves nobody and its day is that of a capture: "They had been abducted on Monday".

    Where verbs stand last, the day may as well be of one that nothing is known of.
    """
    sentence = reading.sentence
    alone = sentence.has("held", "taken", "lost") and not (sentence.moving or sentence.language.verb_last)
    return alone and is_of_capture(mention, sentence)


def _is_of_agreement(mention: DateMention, reading: Reading) -> bool:
    """Whether a day tells when an exchange was agreed on: "as agreed on 7 December", "wie am 7. Mai vereinbart"."""
    sentence = reading.sentence
    moves = [mark.start for mark in sentence.moving]
    for cue in sentence.of("mode", "agreed"):
        ahead = 0 <= mention.start - cue.end <= _AGREED
        behind = sentence.language.verb_last and 0 <= cue.start - mention.end <= _AGREED
        low, high = (cue.end, mention.start) if ahead else (mention.end, cue.start)
        if (ahead or behind) and not any(low <= at < high for at in (*moves, *sentence.commas)):
            return True
    return False


# So many words may stand between a day and a word of agreement: "reached in Oslo on 7 May", "am 7. Mai in Oslo".
_AGREED = 3


def _last_of(days: Sequence[DateMention], told: DateMention, reading: Reading) -> DateMention:
    """The second of two days that follow one another and are told together: "on Wednesday and Thursday"."""
    joints = {mark.start: mark.end for mark in reading.sentence.of("role", "and")}
    for each in days:
        beside = joints.get(told.end) in {each.start, each.start - 1}
        if beside and each.day is not None and told.day is not None and each.day - told.day == timedelta(days=1):
            return each
    return told


def _of_the_eve(days: Sequence[DateMention], told: DateMention, move: Move, reading: Reading) -> Iterator[DateMention]:
    """The day before that day, where that one is only of telling: "said on Tuesday that yesterday it freed"."""
    for each in days if _tells_only(told, reading) else ():
        eve = each.day is not None and told.day is not None and told.day - each.day == _TOLD_AFTER
        other = any(move.mark.end <= verb.mark.start < each.start for verb in reading.moves)
        if eve and not other and (told.end <= each.start or not _tells_only(each, reading)):
            yield each


def _of_deed(found: Sequence[tuple[Reading, DateMention]], *, announced: bool) -> date | None:
    """The first of the days, or that of the deed where the first is when it was told: "the ICRC said on Thursday".

    Who was then on the way went on that day: "they are heading for Egypt, the army said on Saturday".
    """
    reading, told = found[0]
    running = any(move.mode is Mode.RUNNING and move.mark.key == "present" for move in reading.moves)
    if announced or running or not _tells_only(told, reading):
        return told.day
    deeds = (
        mention.day
        for other, mention in found[1:]
        if mention.day is not None and told.day is not None and timedelta(0) <= told.day - mention.day <= _TOLD_AFTER
        if not (_tells_only(mention, other) or other.recap)
    )
    return next(deeds, told.day)


def _begun_today(readings: Sequence[Reading], deed: Reading, published: date) -> date | None:
    """The day of publication, where the news names it beside a noun before it tells of the day before by a verb.

    "Today the first stage of the return. … On the eve the young came home."
    """
    ahead = readings[: min(readings.index(deed), _ANNOUNCED)]
    nouns = [(each, move) for each in ahead for move in each.moves if move.mark.key == "noun"]
    for reading, move in nouns:
        day = _beside(move, reading, published, published) if move.mode not in {Mode.AGREED, Mode.PLANNED} else None
        if day is not None and not _tells_only(day, reading):
            return published
    return None


def _tells_only(mention: DateMention, reading: Reading) -> bool:
    """Whether a day stands beside a verb of saying, or in the dateline."""
    sentence = reading.sentence
    verbs = [move.mark.start for move in reading.moves]
    _, high = sentence.clause(mention.start)
    # where verbs stand last, a day is of the next one: "wrote that the group today 25 … has freed"
    own = sentence.language.verb_last and any(mention.end <= at < high for at in verbs)
    for cue in sentence.of("said"):  # "the ministry said on Thursday", "said a spokesman of the ministry on Thursday"
        behind = 0 <= mention.start - cue.end <= _SAID * sentence.stretch and not own
        if cue.start == mention.end or (behind and not any(cue.end <= at < mention.start for at in verbs)):
            return True
    return _in_dateline(mention, reading)


def _in_dateline(mention: DateMention, reading: Reading) -> bool:
    """Whether a date stands where a text opens with place and day: "GOMA, May 16 (Reuters) -"."""
    sentence = reading.sentence
    reach = _DATELINE * sentence.stretch
    opens = mention.start - sentence.start <= reach and mention == sentence.dates[0]
    behind = {
        sentence.word(at) for at in range(mention.end, min(sentence.end, mention.end + _AGENCY * sentence.stretch))
    }
    alone = mention.end >= sentence.end - 1 and not reading.moves  # a line of the page by itself
    closes = alone or sentence.word(mention.end) in _WIRED or not _CLOSING.isdisjoint(behind)
    return 1 <= sentence.order <= _ANNOUNCED and not mention.relative and opens and closes


# How far behind its verb the day may stand on which something was said.
_SAID = 5
# News is told on the day or the next one.
_TOLD_AFTER = timedelta(days=1)
# Where the place and the day of a dateline stand, how far behind them it closes, and with what.
_DATELINE, _AGENCY = 6, 6
_CLOSING = CLOSE_DATELINE | frozenset(")】")
_WIRED = frozenset("電电訊讯")


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


def _told_ahead(readings: Sequence[Reading], published: date) -> date | None:
    """The first day to come that the top names, be it beside no movement, or the day of publication beside one."""
    for reading in readings[:_ANNOUNCED]:
        days = [mention.day for mention in reading.sentence.dates if mention.day is not None]
        if names_day_ahead(reading, published):
            week = timedelta(days=7)
            days += [day + week for day in days if timedelta(days=FRESH_DAYS) < published - day < week]
        for day in days:
            if published < day <= published + timedelta(days=COMING_DAYS):
                return day
    named = (mention.day for r in readings[:_ANNOUNCED] if r.moves for mention in r.sentence.dates)
    return published if published in named else None


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
