"""Answers about where it is known from: who tells of an event, how that grew, which feeds are read."""

from datetime import datetime

from bot import render
from bot.commands.events import asked_event, no_such_event
from bot.commands.standing import standing_of
from bot.commands.usage import number_asked
from bot.render import Page, Words
from bot.store import Store
from bot.types import Ask, Button, Reply, Verb

FEEDS = "feeds"  # in place of an event's id: a page of the feeds


def sources(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Who tells of an event and what each says; of none, the feeds that are read."""
    if len(ask.words) == 1 or ask.words[1].lower() == FEEDS:
        feeds = store.feeds.names()
        if not feeds:
            return Reply(text=say.say("feeds-none"))
        return _reply(render.feeds_read(feeds, page_asked(ask), language=ask.language), (Verb.SOURCES, FEEDS), ask, say)
    event = asked_event(store, ask)
    if event is None:
        return no_such_event(ask, say)
    page = render.sources(event, page_asked(ask), language=ask.language)
    more = Button(label=say.say("button-timeline"), words=(Verb.TIMELINE, event.short_id))
    return _reply(page, (Verb.SOURCES, event.short_id), ask, say, more)


def timeline(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """How what is known of an event grew, by the chat's clocks."""
    event = asked_event(store, ask)
    if event is None:
        return no_such_event(ask, say)
    zone = standing_of(store, ask).settings.habits.time_zone
    alerts = store.events.alerts_of(event.id)
    page = render.timeline(event, alerts, page_asked(ask), now, time_zone=zone, language=ask.language)
    more = Button(label=say.say("button-chart"), words=(Verb.CHART, event.short_id))
    return _reply(page, (Verb.TIMELINE, event.short_id), ask, say, more)


def page_asked(ask: Ask) -> int:
    """The page that the third word names, else the first."""
    return max(1, number_asked(ask) or 1)


def turns(words: tuple[str, ...], number: int, pages: int, say: Words) -> tuple[Button, ...]:
    """What turns the pages, as far as there are others."""
    back = Button(label=say.say("button-previous"), words=(*words, str(number - 1)))
    more = Button(label=say.say("button-next"), words=(*words, str(number + 1)))
    return (*((back,) if number > 1 else ()), *((more,) if number < pages else ()))


def _reply(page: Page, words: tuple[str, ...], ask: Ask, say: Words, *others: Button) -> Reply:
    """A page and what turns to others, which take its place."""
    rows = (turns(words, page.number, page.pages, say), others)
    return Reply(cards=(page.card,), buttons=tuple(row for row in rows if row), in_place=len(ask.words) > 2)
