"""Answers about exchanges: the latest, one, those that are searched for, how many came home."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.commands.usage import LATEST_DEFAULT, LATEST_MOST, typed
from bot.render import Words, card, clean, statistics
from bot.store import Store
from bot.types import Ask, Event, Reply, Verb

DARK = "dark"  # at the end of what a chart is asked of: for a dark screen
ASKED_MOST, PARTY_SHOWN = 200, 60  # characters of what is searched for, and of a name that nobody knows


def latest(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """The latest exchanges, as many as asked for."""
    asked = ask.words[1] if len(ask.words) > 1 else str(LATEST_DEFAULT)
    if not asked.isdecimal() or not 1 <= int(asked) <= LATEST_MOST:
        return Reply(text=say.say("reply-bad-count", most=say.number(LATEST_MOST)))
    events = store.events.latest(int(asked))
    if not events:
        return Reply(text=say.say("reply-nothing-yet"))
    return _cards(events, ask)


def search(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """The exchanges that the words fit best."""
    asked = " ".join(ask.words[1:])[:ASKED_MOST]
    if not asked.strip():
        return Reply(text=say.say("reply-search-what", search=typed(ask, Verb.SEARCH)))
    found = map(store.events.get, store.search.find(asked, LATEST_DEFAULT))
    events = [event for event in found if event]
    if not events:
        return Reply(text=say.say("reply-nothing-found", words=clean(asked)))
    return _cards(events, ask)


def stats(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """How many came home, of one party or of all."""
    asked = " ".join(ask.words[1:])[:ASKED_MOST].strip()
    party = store.search.known_party(asked) if asked else None
    if asked and party is None:
        return _unknown_party(asked, ask, say)
    return Reply(text=statistics(store.search.totals(party), say))


async def chart(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Draw an event's timeline, a party's exchanges, or all conflicts; off the event loop, since it takes time."""
    from bot import charts

    words = ask.words[1:]
    dark = words[-1:] == (DARK,)
    asked = " ".join(words[:-1] if dark else words)[:ASKED_MOST].strip()
    found = store.events.get(asked) if asked else None
    party = store.search.known_party(asked) if asked and found is None else None
    if asked and found is None and party is None:
        return _unknown_party(asked, ask, say)
    totals = store.search.totals(party)
    if not totals:
        return Reply(text=say.say("reply-nothing-yet"))
    if found:
        draw = partial(charts.timeline, found)
    elif sides := charts.main_sides(totals, party):
        draw = partial(charts.returned_over_time, store.search.returned(sides), sides)
    else:
        draw = partial(charts.overview, totals)
    picture = await asyncio.to_thread(draw, language=ask.language, dark=dark)
    return Reply(text=picture.alt, picture=picture)


def _unknown_party(asked: str, ask: Ask, say: Words) -> Reply:
    party = clean(asked, PARTY_SHOWN)
    return Reply(text=say.say("reply-unknown-party", party=party, stats=typed(ask, Verb.STATS)), is_brief=True)


def event(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """One exchange."""
    found = asked_event(store, ask)
    if found is None:
        return no_such_event(ask, say)
    return Reply(cards=(card(found, language=ask.language),))


def asked_event(store: Store, ask: Ask) -> Event | None:
    """The event whose id follows the verb, or the one that it was merged into."""
    found = store.events.get(ask.words[1]) if len(ask.words) > 1 else None
    return store.events.get(found.merged_into) if found and found.merged_into else found


def no_such_event(ask: Ask, say: Words) -> Reply:
    """What to say where `asked_event` finds none."""
    return Reply(text=say.say("reply-no-such-event", latest=typed(ask, Verb.LATEST)), is_brief=True)


def _cards(events: Sequence[Event], ask: Ask) -> Reply:
    """Events as cards; of several in one message no button could say which of them it is about."""
    cards = [card(event, language=ask.language) for event in events]
    return Reply(cards=tuple(cards if len(cards) == 1 else (replace(one, buttons=()) for one in cards)))
