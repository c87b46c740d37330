"""The first words: what this is, and what shall be posted; links that lead into the chat with words of their own."""

from dataclasses import replace
from datetime import datetime

from bot.commands.settings import limits
from bot.commands.standing import standing_of
from bot.commands.usage import button
from bot.render import Words, clean
from bot.store import Store
from bot.types import Ask, Reply, Verb

# What can stand behind ?start= in a link, before the first "_", and the words that it stands for.
_LINKS = {
    "sub": "subscribe",
    "event": "event",
    "sources": "sources",
    "timeline": "timeline",
    "settings": "settings",
    "latest": "latest",
}


def unlinked(ask: Ask) -> Ask:
    """What a link asks for, in plain words: `start sub_ru_ua` is `subscribe ru_ua`."""
    if ask.verb is not Verb.START or len(ask.words) < 2:
        return ask
    kind, _, rest = ask.words[1].partition("_")
    verb = _LINKS.get(kind.lower())
    return replace(ask, words=(verb, rest) if rest else (verb,)) if verb else ask


def start(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Say what this is, and ask what shall be posted where nothing is yet."""
    standing = standing_of(store, ask)
    if standing.is_told:
        ways = (button(say, "latest", Verb.LATEST), button(say, "settings", Verb.SETTINGS))
        told = f"{say.isolate(clean(ask.title))}: {say.say('settings-told')}" if ask.title else say.say("settings-told")
        return Reply(text=f"{say.say('reply-welcome')}\n\n{told}", buttons=(ways,))
    everything = "subscribe" if limits(say, standing.settings) else "everything"
    chat = clean(ask.title)
    question = say.say("onboarding-ask-there", chat=chat) if chat else say.say("onboarding-ask")
    return Reply(
        text=f"{say.say('reply-welcome')}\n\n{question}",
        buttons=(
            (button(say, everything, Verb.SUBSCRIBE),),
            (button(say, "choose", Verb.SETTINGS),),
            (button(say, "only-ask", Verb.HELP),),
        ),
    )
