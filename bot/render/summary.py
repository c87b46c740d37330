"""Several events as one card: what a channel missed, one line for each."""

from collections.abc import Sequence

from bot.render.cards import sources_of
from bot.render.headline import headline
from bot.render.text import shorten
from bot.render.words import Words, words
from bot.types import Card, Event, Point, Section

LINE_LIMIT = 120  # characters; twenty such lines and their links fit into one message of every platform


def summary(events: Sequence[Event], *, language: str = "en") -> Card:
    """What to tell of events at once, each as it stands now, in their order."""
    say = words(language)
    return Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=say.count("summary-headline", len(events)),
        change=say.say("summary-why"),
        sections=(Section(title="", points=tuple(point_of(event, say) for event in events)),),
    )


def point_of(event: Event, say: Words, *, told: str = "") -> Point:
    """An event as one line, its day behind it, with a link to who tells it; `told` says what changed."""
    day = say.isolate(say.day(event.event_date)) if event.event_date else ""
    text = " · ".join(part for part in (shorten(headline(event, say), LINE_LIMIT), day, told) if part)
    return Point(text=text, url=next((source.url for source in sources_of(event.reports, say) if source.url), None))
