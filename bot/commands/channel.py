"""Answers that change what a chat gets."""

from datetime import datetime

from bot.commands.usage import typed
from bot.render import Words
from bot.store import Store
from bot.types import Ask, Channel, Reply, Verb


def subscribe(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe alerts to the chat from now on."""
    if is_configured(store, ask):
        return Reply(text=say.say("reply-configured"))
    channel = Channel(platform=ask.platform, address=ask.address, language=ask.language, subscribed=True)
    is_new = store.channels.subscribe(channel, now)
    told = say.say(
        "reply-subscribed" if is_new else "reply-subscribed-already", unsubscribe=typed(ask, Verb.UNSUBSCRIBE)
    )
    hint = f"reply-hint-{ask.platform}"
    return Reply(text=f"{told}\n{say.say(hint)}" if say.has(hint) else told)


def unsubscribe(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe the chat nothing more."""
    was_subscribed = store.channels.unsubscribe(ask.platform, ask.address)
    if is_configured(store, ask):
        return Reply(text=say.say("reply-configured"))
    told = "reply-unsubscribed" if was_subscribed else "reply-not-subscribed"
    return Reply(text=say.say(told, subscribe=typed(ask, Verb.SUBSCRIBE)))


def is_configured(store: Store, ask: Ask) -> bool:
    """Whether the config names this chat, by its address or its public name."""
    names = {ask.address, ask.alias}
    return any(
        channel.platform is ask.platform and channel.address in names and not channel.subscribed
        for channel in store.channels.active()
    )
