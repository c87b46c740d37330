"""What people can ask, one implementation for every chat."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches
from functools import partial

from bot.render import Words, card, clean, statistics, words
from bot.store import Store
from bot.types import Ask, Channel, Platform, Reply, Verb

PREFIX = {Platform.TELEGRAM: "/", Platform.SLACK: "/exchanges ", Platform.CONSOLE: "exchanges "}
LISTED = (Verb.LATEST, Verb.SEARCH, Verb.STATS, Verb.EVENT, Verb.CHART, Verb.SUBSCRIBE, Verb.UNSUBSCRIBE, Verb.HELP)
DARK = "dark"  # at the end of what a chart is asked of: for a dark screen
ASKED_MOST = 200  # characters of what is searched for
LATEST_DEFAULT, LATEST_MOST = 3, 5  # so many cards still fit into one Telegram message with their sources


class Commands:
    """The answers; `clock` tells the time in UTC."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def answer(self, ask: Ask) -> Reply:
        """Answer an ask, in its language."""
        say = words(ask.language)
        if ask.verb and ask.verb.changes_channel and not ask.may_change:
            return Reply(text=say.say("reply-administrators-only"))
        if ask.verb is Verb.CHART:
            return await self._chart(ask, say)
        answers: dict[Verb | None, Callable[[Ask, Words], Reply]] = {
            Verb.START: _welcome,
            Verb.HELP: _help_reply,
            Verb.LATEST: self._latest,
            Verb.SEARCH: self._search,
            Verb.STATS: self._stats,
            Verb.EVENT: self._event,
            Verb.SUBSCRIBE: self._subscribe,
            Verb.UNSUBSCRIBE: self._unsubscribe,
        }
        return answers.get(ask.verb, _unknown)(ask, say)

    def _latest(self, ask: Ask, say: Words) -> Reply:
        asked = ask.words[1] if len(ask.words) > 1 else str(LATEST_DEFAULT)
        if not asked.isdecimal() or not 1 <= int(asked) <= LATEST_MOST:
            return Reply(text=say.say("reply-bad-count", most=say.number(LATEST_MOST)))
        events = self._store.events.latest(int(asked))
        if not events:
            return Reply(text=say.say("reply-nothing-yet"))
        return Reply(cards=tuple(card(event, language=ask.language) for event in events))

    def _search(self, ask: Ask, say: Words) -> Reply:
        asked = " ".join(ask.words[1:])[:ASKED_MOST]
        if not asked.strip():
            return Reply(text=say.say("reply-search-what", search=_typed(ask, Verb.SEARCH)))
        events = [self._store.events.get(found) for found in self._store.search.find(asked, LATEST_DEFAULT)]
        if not events:
            return Reply(text=say.say("reply-nothing-found", words=clean(asked)))
        return Reply(cards=tuple(card(event, language=ask.language) for event in events if event))

    def _stats(self, ask: Ask, say: Words) -> Reply:
        asked = " ".join(ask.words[1:])[:ASKED_MOST].strip()
        party = self._store.search.known_party(asked) if asked else None
        if asked and party is None:
            return Reply(text=say.say("reply-unknown-party", party=clean(asked), stats=_typed(ask, Verb.STATS)))
        return Reply(text=statistics(self._store.search.totals(party), say))

    async def _chart(self, ask: Ask, say: Words) -> Reply:
        """Draw an event's timeline, a party's exchanges, or all conflicts; off the event loop, since it takes time."""
        from bot import charts

        typed = ask.words[1:]
        dark = typed[-1:] == (DARK,)
        asked = " ".join(typed[:-1] if dark else typed)[:ASKED_MOST].strip()
        event = self._store.events.get(asked) if asked else None
        party = self._store.search.known_party(asked) if asked and event is None else None
        if asked and event is None and party is None:
            return Reply(text=say.say("reply-unknown-party", party=clean(asked), stats=_typed(ask, Verb.STATS)))
        totals = self._store.search.totals(party)
        if not totals:
            return Reply(text=say.say("reply-nothing-yet"))
        if event:
            draw = partial(charts.timeline, event)
        elif sides := charts.main_sides(totals, party):
            draw = partial(charts.returned_over_time, self._store.search.returned(sides), sides)
        else:
            draw = partial(charts.overview, totals)
        picture = await asyncio.to_thread(draw, language=ask.language, dark=dark)
        return Reply(text=picture.alt, picture=picture)

    def _event(self, ask: Ask, say: Words) -> Reply:
        event = self._store.events.get(ask.words[1]) if len(ask.words) > 1 else None
        if event and event.merged_into:
            event = self._store.events.get(event.merged_into)
        if event is None:
            return Reply(text=say.say("reply-no-such-event", latest=_typed(ask, Verb.LATEST)))
        return Reply(cards=(card(event, language=ask.language),))

    def _subscribe(self, ask: Ask, say: Words) -> Reply:
        if self._is_configured(ask):
            return Reply(text=say.say("reply-configured"))
        channel = Channel(platform=ask.platform, address=ask.address, language=ask.language, subscribed=True)
        is_new = self._store.channels.subscribe(channel, self._clock())
        told = say.say(
            "reply-subscribed" if is_new else "reply-subscribed-already", unsubscribe=_typed(ask, Verb.UNSUBSCRIBE)
        )
        hint = f"reply-hint-{ask.platform}"
        return Reply(text=f"{told}\n{say.say(hint)}" if say.has(hint) else told)

    def _unsubscribe(self, ask: Ask, say: Words) -> Reply:
        was_subscribed = self._store.channels.unsubscribe(ask.platform, ask.address)
        if self._is_configured(ask):
            return Reply(text=say.say("reply-configured"))
        told = "reply-unsubscribed" if was_subscribed else "reply-not-subscribed"
        return Reply(text=say.say(told, subscribe=_typed(ask, Verb.SUBSCRIBE)))

    def _is_configured(self, ask: Ask) -> bool:
        """Whether the config names this chat, by its address or its public name."""
        names = {ask.address, ask.alias}
        return any(
            channel.platform is ask.platform and channel.address in names and not channel.subscribed
            for channel in self._store.channels.active()
        )


def _welcome(ask: Ask, say: Words) -> Reply:
    return Reply(text=f"{say.say('reply-welcome')}\n\n{_help(ask, say)}")


def _help_reply(ask: Ask, say: Words) -> Reply:
    return Reply(text=_help(ask, say))


def _help(ask: Ask, say: Words) -> str:
    numbers = {"default": say.number(LATEST_DEFAULT), "most": say.number(LATEST_MOST)}
    lines = [f"{_usage(ask, verb, say)} – {say.say(f'command-{verb}', **numbers)}" for verb in LISTED]
    return "\n".join([say.say("reply-help"), *lines])


def _usage(ask: Ask, verb: Verb, say: Words) -> str:
    takes = f"command-takes-{verb}"
    return f"{_typed(ask, verb)} {say.say(takes)}" if say.has(takes) else _typed(ask, verb)


def _typed(ask: Ask, verb: Verb) -> str:
    return f"{PREFIX[ask.platform]}{verb}"


def _unknown(ask: Ask, say: Words) -> Reply:
    near = get_close_matches(ask.words[0].lower(), list(Verb), n=1)
    first = say.say("reply-unknown-near", near=_typed(ask, Verb(near[0]))) if near else say.say("reply-unknown")
    return Reply(text=f"{first}\n\n{_help(ask, say)}")
