"""Several events as one card: what a channel missed, one line for each."""

from collections.abc import Sequence

from bot.render.cards import sources_of
from bot.render.headline import headline
from bot.render.text import shorten
from bot.render.words import Words, words
from bot.types import Card, Event, Point, Section

# Characters of a line and of its link; with many lines both are shorter, so that twenty fit into any one message.
LINE_LIMIT, LINK_LIMIT = 200, 150
MANY, SHORT_LINE = 10, 120


def summary(events: Sequence[Event], *, language: str = "en") -> Card:
    """What to tell of events at once, each as it stands now, in their order."""
    say = words(language)
    limit = SHORT_LINE if len(events) > MANY else LINE_LIMIT
    points = tuple(point_of(event, say, limit=limit) for event in events)
    points = (*points[:MANY], *(Point(text=point.text) for point in points[MANY:]))
    return Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=say.count("summary-headline", len(events)),
        change=say.say("summary-why"),
        sections=(Section(title="", points=points),),
    )


def point_of(event: Event, say: Words, *, told: str = "", limit: int = LINE_LIMIT) -> Point:
    """An event as one line, its day behind it, with a link to who tells it; `told` says what changed."""
    day = say.isolate(say.day(event.event_date)) if event.event_date else ""
    text = " · ".join(part for part in (shorten(headline(event, say), limit), day, told) if part)
    links = (source.url for source in sources_of(event.reports, say) if source.url and len(source.url) <= LINK_LIMIT)
    return Point(text=text, url=next(links, None))
