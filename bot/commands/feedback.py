"""What people find wrong with an event, asked for by buttons or told in words, for the bot's operator."""

from datetime import datetime

from bot.commands.events import asked_event, no_such_event
from bot.commands.usage import typed
from bot.render import Words, card, clean
from bot.store import Store
from bot.store.feedback import TEXT_MOST
from bot.types import Ask, Button, Card, Channel, Event, Feedback, Heard, Reason, Reply, Verb

_ANSWERS = {Heard.KEPT: "wrong-thanks", Heard.AGAIN: "wrong-again", Heard.ENOUGH: "wrong-enough"}


def wrong(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Keep what is wrong with an event; without words, offer reasons."""
    event = asked_event(store, ask)
    if event is None:
        return no_such_event(ask, say)
    text = clean(" ".join(ask.words[2:]), TEXT_MOST)
    if not text:
        return _question(event, ask, say)
    if text == Reason.OTHER:
        return Reply(text=say.say("wrong-how", wrong=typed(ask, Verb.WRONG), event=event.short_id))
    reason = Reason(text) if text in set(Reason) else Reason.OTHER
    channel = Channel(platform=ask.platform, address=ask.address)
    given = Feedback(
        id=0,
        at=now,
        channel=ask.platform if ask.is_private else channel.id,
        event_id=event.id,
        reason=reason,
        text=text if reason is Reason.OTHER else "",
    )
    person = f"{ask.platform}:{ask.person or ask.address}"
    heard = store.feedback.add(given, person, now, about=card(event).headline)
    return Reply(text=say.say(_ANSWERS[heard]), is_brief=True)


def _question(event: Event, ask: Ask, say: Words) -> Reply:
    asked = Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=say.say("wrong-what"),
        notes=(card(event, language=ask.language).headline,),
    )
    reasons = (
        Button(label=say.say(f"wrong-{reason}"), words=(Verb.WRONG, event.short_id, reason.value)) for reason in Reason
    )
    return Reply(cards=(asked,), buttons=tuple((reason,) for reason in reasons))
