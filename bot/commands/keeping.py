"""What is kept of a chat, told in plain words, and deleted when somebody asks for it."""

from datetime import datetime

from bot.commands.standing import standing_of
from bot.commands.usage import button, typed
from bot.render import Words
from bot.store import Store
from bot.types import Ask, Button, Reply, Verb

YES = "yes"
_COUNTED = ("deliveries", "mutes", "feedback")  # tables of a chat's rows that people have a notion of


def privacy(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """What is kept, for how long, who can see it, how to delete it."""
    lines = [say.say("privacy-kept"), say.say("privacy-long"), say.say("privacy-seen")]
    lines.append(say.say("privacy-delete", stop=say.say("button-stop") if ask.title else typed(ask, Verb.STOP)))
    return Reply(text="\n\n".join(lines), buttons=((button(say, "stop", Verb.STOP),),))


def stop(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Delete all that is kept of a chat, once that is confirmed."""
    standing = standing_of(store, ask)
    if standing.is_configured:
        return Reply(text=say.say("reply-configured"))
    if ask.words[1:2] != (YES,):
        sure = Button(label=say.say("button-stop-yes"), words=(Verb.STOP, YES))
        return Reply(text=say.say("stop-ask"), buttons=((sure,), (button(say, "keep", Verb.STATUS),)), in_place=True)
    deleted = store.settings.forget(standing.channel.id)
    if not any(deleted.values()):
        return Reply(text=say.say("stop-nothing"), in_place=True)
    counted = [say.say(f"stop-{table}", n=say.number(deleted[table])) for table in _COUNTED if deleted.get(table)]
    return Reply(text="\n".join([say.say("stop-done"), *counted, say.say("stop-left")]), in_place=True)
