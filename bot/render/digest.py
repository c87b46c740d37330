"""A digest as a card: what happened, totals per side with who claims them, what changed, what is announced."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.digests import Contents
from bot.render.cards import change_of
from bot.render.phrases import Count, direction, people, together
from bot.render.speakers import names, number_of, speakers
from bot.render.summary import point_of
from bot.render.words import Words, words
from bot.types import Card, Event, Point, Rhythm, Section
from detectors import Category, Qualifier, Transfer

POINTS_SHOWN = 8  # of a section; four such sections fit into one message of every platform

Way = tuple[str, Category]  # as a reader sees it, and what kind of people


def digest(
    told: Contents, since: datetime, until: datetime, *, rhythm: Rhythm, time_zone: str = "UTC", language: str = "en"
) -> Card:
    """The digest of the time from `since` to `until`, which it names by the clocks of `time_zone`."""
    say, zone = words(language), ZoneInfo(time_zone)
    span = {"since": _moment(since.astimezone(zone), say), "until": _moment(until.astimezone(zone), say)}
    sections = {
        "happened": [point_of(event, say) for event in told.happened],
        "totals": _totals(told.happened, say),
        "changed": [
            point_of(one.event, say, told=change_of(one.event, one.alert.kind, one.alert.reason, say))
            for one in told.changed
        ],
        "announced": [point_of(event, say) for event in told.announced],
    }
    return Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=say.say(f"digest-{rhythm}", **span),
        notes=(say.say("digest-nothing"),) if told.is_empty else (),
        sections=tuple(
            Section(title=say.say(f"digest-{name}"), points=_shown(points, say), is_list=name != "totals")
            for name, points in sections.items()
            if points
        ),
    )


def _moment(moment: datetime, say: Words) -> str:
    return say.say("digest-moment", day=say.short_day(moment.date()), time=say.time(moment))


def _shown(points: Sequence[Point], say: Words) -> tuple[Point, ...]:
    left = len(points) - POINTS_SHOWN
    more = (Point(text=say.count("digest-more", left)),) if left > 0 else ()
    return (*points[:POINTS_SHOWN], *more)


def _totals(events: Iterable[Event], say: Words) -> list[Point]:
    """How many each side got back over all events: the least and the most that is claimed, and who claims it."""
    counts: dict[Way, Count] = {}
    claims: dict[Way, list[str]] = {}
    for event in events:
        for way, same_way in _counted(event.transfers, say).items():
            one = together(same_way)
            known = counts.get(way)
            counts[way] = _sum(known, one) if known else one
            claims.setdefault(way, []).extend(name for transfer in same_way for name in speakers(transfer)[0])
    return [Point(text=_total(way, count, list(dict.fromkeys(claims[way])), say)) for way, count in counts.items()]


def _total(way: Way, count: Count, said: Sequence[str], say: Words) -> str:
    where, kind = way
    line = f"{where}  {say.isolate(people(say, 'amount', kind, count))}"
    return f"{line} · {say.say('claim-says', count=number_of(say, said), who=names(say, said))}" if said else line


def _counted(transfers: Iterable[Transfer], say: Words) -> dict[Way, list[Transfer]]:
    """What was counted and has happened, by way and kind; of a total over several kinds not its parts as well."""
    done = [transfer for transfer in transfers if transfer.count and not transfer.planned and transfer.returned_to]
    whole = {frozenset(transfer.returned_to) for transfer in done if transfer.category is Category.MIXED}
    ways: dict[Way, list[Transfer]] = {}
    for transfer in done:
        apart = transfer.category in (Category.MIXED, Category.BODIES)
        if apart or frozenset(transfer.returned_to) not in whole:
            ways.setdefault((direction(say, transfer), transfer.category), []).append(transfer)
    return ways


def _sum(one: Count, other: Count) -> Count:
    exactness = {one.qualifier, other.qualifier} - {Qualifier.EXACT, Qualifier.UNKNOWN}
    vague = next(iter(exactness)) if len(exactness) == 1 else Qualifier.ABOUT if exactness else Qualifier.EXACT
    return Count(one.low + other.low, one.high + other.high, vague)
