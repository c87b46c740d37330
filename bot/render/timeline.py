"""How what is known of an event grew: its reports, what became of it, and what people were told, in order of time."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.render.cards import outlet_of, said_by
from bot.render.headline import headline
from bot.render.phrases import key
from bot.render.sources import Page, arrival, by_arrival, joined, passed_on, points_of, voices_of
from bot.render.text import safe_link
from bot.render.words import Words, words
from bot.types import Alert, AlertKind, Card, Event, Point, Section
from detectors import Transfer

MERGED = "merged into "  # how the reason of an alert begins that points to another event


def timeline(
    event: Event, alerts: Sequence[Alert], number: int, now: datetime, *, time_zone: str = "UTC", language: str = "en"
) -> Page:
    """The timeline by the clocks of a time zone."""
    say, zone = words(language), ZoneInfo(time_zone)
    steps = sorted([*_reports(event, say), *_notices(event, say), *_alerts(alerts, say)], key=lambda step: step[0])
    is_short = all(moment.year == now.year for moment, _ in steps)
    points = (_at(moment.astimezone(zone), point, say, is_short=is_short) for moment, point in steps)
    shown, number, pages = points_of(points, number)
    card = Card(
        event_id=event.id,
        language=say.language,
        is_rtl=say.is_rtl,
        headline=headline(event, say),
        sections=(Section(title=say.say("timeline-title"), points=shown),),
        details=say.say("timeline-zone", zone=time_zone),
    )
    return Page(card, number, pages)


Step = tuple[datetime, Point]


def _at(moment: datetime, point: Point, say: Words, *, is_short: bool) -> Point:
    day = say.short_day(moment.date()) if is_short else say.day(moment.date())
    when = say.isolate(say.say("digest-moment", day=day, time=say.time(moment)))
    return Point(text=" · ".join(part for part in (when, point.text) if part), url=point.url, more=point.more)


def _reports(event: Event, say: Words) -> Iterator[Step]:
    """Each report with the figures that nobody gave before it, and how far the event had come by it."""
    reports = by_arrival(event)
    spoken_for = voices_of(reports)
    known: set[object] = set()
    reached = ""
    for ref in reports:
        news = [] if ref.report is None else [t for t in ref.report.transfers if _figure(t) not in known]
        known |= {_figure(transfer) for transfer in news}
        counted = [transfer for transfer in news if transfer.count is not None]
        repeats = ref.report is not None and any(t.count is not None for t in ref.report.transfers)
        said = say.say("timeline-same") if repeats and not counted else said_by(event, ref, say, only=counted)
        status = "" if ref.status.value == reached else say.say(f"timeline-{ref.status}")
        reached = ref.status.value
        parts = (passed_on(ref, spoken_for, say), status, said)
        yield (
            arrival(ref, event),
            Point(text=say.isolate(outlet_of(ref)), url=safe_link(ref.url), more=joined(parts, say)),
        )


def _figure(transfer: Transfer) -> object:
    """What makes a figure another one, whoever says it."""
    ways = frozenset(transfer.released_by), frozenset(transfer.returned_to)
    return *ways, transfer.category, transfer.count, transfer.count_max, transfer.qualifier, transfer.planned


def _notices(event: Event, say: Words) -> Iterator[Step]:
    for notice in event.notices:
        yield notice.at, Point(text=say.say(f"headline-{notice.status}"))


def _alerts(alerts: Sequence[Alert], say: Words) -> Iterator[Step]:
    for alert in alerts:
        yield alert.at, Point(text=say.say("timeline-alert", what=_told(alert, say)))


def _told(alert: Alert, say: Words) -> str:
    """What an alert told when it was sent, which need not be how things are now."""
    if alert.kind is AlertKind.NEW:
        return say.say("timeline-first")
    if alert.kind is AlertKind.CANCEL:
        return say.say("change-cancel" if alert.reason.startswith(MERGED) else "change-denied")
    reason = f"change-{key(alert.reason)}"
    return say.say(reason if say.has(reason) else "change-update")
