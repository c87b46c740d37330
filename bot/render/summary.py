"""Several events as one card: what a channel missed, one line for each."""

from collections.abc import Sequence

from bot.render.cards import card
from bot.render.text import clean
from bot.render.words import words
from bot.types import Card, Event, Source

LINE_LIMIT = 120  # characters; twenty such lines and their links fit into one message of every platform
LINKS_SHOWN = 3


def summary(events: Sequence[Event], *, language: str = "en") -> Card:
    """What to tell of events at once, each as it stands now, in their order."""
    say = words(language)
    cards = [card(event, language=language) for event in events]
    days = [f" · {say.day(event.event_date)}" if event.event_date else "" for event in events]
    lines = [f"• {clean(each.headline, LINE_LIMIT)}{day}" for each, day in zip(cards, days, strict=True)]
    links = dict.fromkeys(next(iter(each.sources)) for each in cards if each.sources)
    more = len(links) - LINKS_SHOWN
    return Card(
        event_id="",
        headline=say.count("summary.headline", len(events)),
        change=say.say("summary.why"),
        notes=tuple(lines),
        sources_label=say.count("sources.count", len(links)) if links else "",
        sources=tuple(_brief(source) for source in list(links)[:LINKS_SHOWN]),
        more_sources=say.count("sources.more", more) if more > 0 else "",
    )


def _brief(source: Source) -> Source:
    return Source(name=clean(source.name, LINE_LIMIT), url=source.url)
