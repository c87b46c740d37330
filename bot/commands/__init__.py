"""What people can ask, one implementation for every chat: each verb has a function, which the table names."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from difflib import get_close_matches
from inspect import isawaitable

from bot.commands import admin, channel, events, feedback, sources
from bot.commands.usage import help_text, typed
from bot.render import Words, words
from bot.store import Store
from bot.types import Ask, Reply, Verb

__all__ = ["Commands"]

Handler = Callable[[Store, Ask, Words, datetime], Reply | Awaitable[Reply]]


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
        handler = _HANDLERS[ask.verb] if ask.verb else _unknown
        reply = handler(self._store, ask, say, self._clock())
        return await reply if isawaitable(reply) else reply


def _welcome(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    return Reply(text=f"{say.say('reply-welcome')}\n\n{help_text(ask, say)}")


def _help(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    return Reply(text=help_text(ask, say))


def _unknown(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    known = [verb for verb in Verb if ask.is_operator or not verb.is_for_operators]
    near = get_close_matches(ask.words[0].lower(), known, n=1)
    first = say.say("reply-unknown-near", near=typed(ask, Verb(near[0]))) if near else say.say("reply-unknown")
    return Reply(text=f"{first}\n\n{help_text(ask, say)}")


_HANDLERS: Mapping[Verb, Handler] = {
    Verb.START: _welcome,
    Verb.HELP: _help,
    Verb.LATEST: events.latest,
    Verb.SEARCH: events.search,
    Verb.STATS: events.stats,
    Verb.EVENT: events.event,
    Verb.CHART: events.chart,
    Verb.SUBSCRIBE: channel.subscribe,
    Verb.UNSUBSCRIBE: channel.unsubscribe,
    Verb.SOURCES: sources.sources,
    Verb.TIMELINE: sources.timeline,
    Verb.WRONG: feedback.wrong,
    Verb.ADMIN: admin.admin,
}
