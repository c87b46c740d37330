"""What the operator writes to every chat: shown as it will be, confirmed by a button, then owed."""

from datetime import datetime

from bot import render
from bot.commands.usage import button, number_asked, typed
from bot.render import BROADCAST_MOST, Words, clean
from bot.store import Store
from bot.types import Ask, Button, Fate, Reply, Verb


def draft(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Show what would go out, and to how many chats; nothing goes before the button is pressed."""
    whole = " ".join(ask.words[2:])
    text = clean(whole, len(whole))
    if not text:
        return Reply(text=say.say("broadcast-what", command=f"{typed(ask, Verb.ADMIN)} broadcast"))
    if len(text) > BROADCAST_MOST:
        return Reply(text=say.say("broadcast-long", n=say.number(len(text)), most=say.number(BROADCAST_MOST)))
    chats = len(store.channels.active())
    if not chats:
        return Reply(text=say.say("broadcast-nobody"))
    number = store.broadcasts.draft(text, now)
    send = Button(label=say.say("button-send", n=say.number(chats)), words=(Verb.ADMIN, "send", str(number)))
    told = say.say("broadcast-goes", n=say.number(chats))
    return Reply(text=told, cards=(render.broadcast(text, language=ask.language),), buttons=((send, overview(say)),))


def send(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe a draft to every chat, once."""
    number = number_asked(ask)
    fate, chats = (Fate.EXPIRED, 0) if number is None else store.broadcasts.send(number, now)
    return Reply(text=say.say(f"broadcast-{fate}", n=say.number(chats)), buttons=((overview(say),),), in_place=True)


def overview(say: Words) -> Button:
    """Leads back to how everything is."""
    return button(say, "overview", Verb.ADMIN)
