"""What people can ask, one implementation for every chat."""

from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches

from bot.render import Words, card, words
from bot.store import Store
from bot.types import Ask, Channel, Platform, Reply, Verb

PREFIX = {Platform.TELEGRAM: "/", Platform.SLACK: "/exchanges ", Platform.CONSOLE: "exchanges "}
LISTED = (Verb.LATEST, Verb.SUBSCRIBE, Verb.UNSUBSCRIBE, Verb.HELP)
LATEST_DEFAULT, LATEST_MOST = 3, 5  # so many cards still fit into one Telegram message with their sources


class Commands:
    """The answers; `clock` tells the time in UTC."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def answer(self, ask: Ask) -> Reply:
        """Answer an ask, in its language."""
        say = words(ask.language)
        match ask.verb:
            case Verb.START:
                return Reply(text=f"{say.say('reply-welcome')}\n\n{_help(ask, say)}")
            case Verb.HELP:
                return Reply(text=_help(ask, say))
            case Verb.LATEST:
                return self._latest(ask, say)
            case Verb.SUBSCRIBE | Verb.UNSUBSCRIBE if not ask.may_change:
                return Reply(text=say.say("reply-administrators-only"))
            case Verb.SUBSCRIBE:
                return Reply(text=self._subscribe(ask, say))
            case Verb.UNSUBSCRIBE:
                return Reply(text=self._unsubscribe(ask, say))
            case _:
                return Reply(text=_unknown(ask, say))

    def _latest(self, ask: Ask, say: Words) -> Reply:
        asked = ask.words[1] if len(ask.words) > 1 else str(LATEST_DEFAULT)
        if not asked.isdecimal() or not 1 <= int(asked) <= LATEST_MOST:
            return Reply(text=say.say("reply-bad-count", most=say.number(LATEST_MOST)))
        events = self._store.events.latest(int(asked))
        if not events:
            return Reply(text=say.say("reply-nothing-yet"))
        return Reply(cards=tuple(card(event, language=ask.language) for event in events))

    def _subscribe(self, ask: Ask, say: Words) -> str:
        if self._is_configured(ask):
            return say.say("reply-configured")
        channel = Channel(platform=ask.platform, address=ask.address, language=ask.language, subscribed=True)
        is_new = self._store.channels.subscribe(channel, self._clock())
        told = say.say(
            "reply-subscribed" if is_new else "reply-subscribed-already", unsubscribe=_typed(ask, Verb.UNSUBSCRIBE)
        )
        hint = f"reply-hint-{ask.platform}"
        return f"{told}\n{say.say(hint)}" if say.has(hint) else told

    def _unsubscribe(self, ask: Ask, say: Words) -> str:
        was_subscribed = self._store.channels.unsubscribe(ask.platform, ask.address)
        if self._is_configured(ask):
            return say.say("reply-configured")
        told = "reply-unsubscribed" if was_subscribed else "reply-not-subscribed"
        return say.say(told, subscribe=_typed(ask, Verb.SUBSCRIBE))

    def _is_configured(self, ask: Ask) -> bool:
        """Whether the config names this chat, by its address or its public name."""
        names = {ask.address, ask.alias}
        return any(
            channel.platform is ask.platform and channel.address in names and not channel.subscribed
            for channel in self._store.channels.active()
        )


def _help(ask: Ask, say: Words) -> str:
    numbers = {"default": say.number(LATEST_DEFAULT), "most": say.number(LATEST_MOST)}
    lines = [f"{_usage(ask, verb, say)} – {say.say(f'command-{verb}', **numbers)}" for verb in LISTED]
    return "\n".join([say.say("reply-help"), *lines])


def _usage(ask: Ask, verb: Verb, say: Words) -> str:
    return f"{_typed(ask, verb)} {say.say('command-count')}" if verb is Verb.LATEST else _typed(ask, verb)


def _typed(ask: Ask, verb: Verb) -> str:
    return f"{PREFIX[ask.platform]}{verb}"


def _unknown(ask: Ask, say: Words) -> str:
    near = get_close_matches(ask.words[0].lower(), list(Verb), n=1)
    first = say.say("reply-unknown-near", near=_typed(ask, Verb(near[0]))) if near else say.say("reply-unknown")
    return f"{first}\n\n{_help(ask, say)}"
