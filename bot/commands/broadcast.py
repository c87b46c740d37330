"""What the operator writes to every chat: shown as it will be, confirmed by a button, then owed."""

from datetime import datetime

from bot import render
from bot.commands.usage import typed
from bot.render import BROADCAST_MOST, Words, clean
from bot.store import Store
from bot.types import Ask, Button, Fate, Reply, Verb

BACK = "button-overview"


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
    back = Button(label=say.say(BACK), words=(Verb.ADMIN,))
    told = say.say("broadcast-goes", n=say.number(chats))
    return Reply(text=told, cards=(render.broadcast(text, language=ask.language),), buttons=((send, back),))


def send(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe a draft to every chat, once."""
    number = ask.words[2] if len(ask.words) > 2 else ""
    known = number.isdecimal() and len(number) < 18
    fate, chats = store.broadcasts.send(int(number), now) if known else (Fate.EXPIRED, 0)
    back = Button(label=say.say(BACK), words=(Verb.ADMIN,))
    return Reply(text=say.say(f"broadcast-{fate}", n=say.number(chats)), buttons=((back,),), in_place=True)
