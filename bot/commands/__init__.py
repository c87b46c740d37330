"""What people can ask, one implementation for every chat: each verb has a function, which the table names."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from inspect import isawaitable

from bot.commands import admin, channel, events, feedback, keeping, onboarding, settings, sources
from bot.commands.standing import alters, language_of, may_change, refusal, standing_of
from bot.commands.usage import help_text, typed
from bot.render import Words, clean, words
from bot.store import Store
from bot.types import Ask, Reply, Verb

__all__ = ["Commands"]

Handler = Callable[[Store, Ask, Words, datetime], Reply | Awaitable[Reply]]


class Commands:
    """The answers; `clock` tells the time in UTC, `on_owed` is called where an ask may have left something to post."""

    def __init__(self, store: Store, clock: Callable[[], datetime], on_owed: Callable[[], None] = lambda: None) -> None:
        self._store, self._clock, self._on_owed = store, clock, on_owed

    async def answer(self, ask: Ask) -> Reply:
        """Answer an ask, in the language of the chat or, where it is told elsewhere, of the person."""
        ask = replace(onboarding.unlinked(ask), language=language_of(self._store, ask))
        say = words(ask.language)
        if alters(ask) and not may_change(ask, standing_of(self._store, ask)):
            return Reply(text=refusal(ask, say), is_brief=True)
        handler = _HANDLERS[ask.verb] if ask.verb else _unknown
        answer = handler(self._store, ask, say, self._clock())
        reply = await answer if isawaitable(answer) else answer
        if ask.verb in _OWING:
            self._on_owed()
        return _headed(reply, ask)


def _headed(reply: Reply, ask: Ask) -> Reply:
    """The name of the chat above what is said of it, where that is said elsewhere."""
    if not ask.title or reply.is_brief or ask.verb not in _ABOUT_CHAT:
        return reply
    return replace(reply, text=f"{clean(ask.title)}\n\n{reply.text}")


def _help(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    return Reply(text=help_text(ask, say))


def _unknown(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    known = [verb for verb in Verb if ask.is_operator or not verb.is_for_operators]
    near = get_close_matches(ask.words[0].lower(), known, n=1)
    first = say.say("reply-unknown-near", near=typed(ask, Verb(near[0]))) if near else say.say("reply-unknown")
    return Reply(text=f"{first}\n\n{help_text(ask, say)}")


_HANDLERS: Mapping[Verb, Handler] = {
    Verb.START: onboarding.start,
    Verb.HELP: _help,
    Verb.LATEST: events.latest,
    Verb.SEARCH: events.search,
    Verb.STATS: events.stats,
    Verb.EVENT: events.event,
    Verb.CHART: events.chart,
    Verb.SUBSCRIBE: channel.subscribe,
    Verb.UNSUBSCRIBE: channel.unsubscribe,
    Verb.SETTINGS: settings.settings,
    Verb.MUTE: channel.mute,
    Verb.UNMUTE: channel.unmute,
    Verb.STATUS: channel.status,
    Verb.STOP: keeping.stop,
    Verb.PRIVACY: keeping.privacy,
    Verb.SOURCES: sources.sources,
    Verb.TIMELINE: sources.timeline,
    Verb.WRONG: feedback.wrong,
    Verb.ADMIN: admin.admin,
}
_OWING = (Verb.SUBSCRIBE, Verb.WRONG, Verb.ADMIN)  # what was missed, a notice to the owner, a broadcast
_ABOUT_CHAT = (Verb.SUBSCRIBE, Verb.UNSUBSCRIBE, Verb.SETTINGS, Verb.MUTE, Verb.STATUS, Verb.STOP)
