"""What the bot's operator writes to every chat, as a card."""

from bot.render.text import clean
from bot.render.words import words
from bot.types import Card

BROADCAST_MOST = 700  # characters: so many still stand whole in the bare text of a card that a platform refused


def broadcast(text: str, *, language: str = "en") -> Card:
    """The operator's words under a headline that says whose they are."""
    say = words(language)
    told = say.isolate(clean(text, BROADCAST_MOST))
    return Card(
        event_id="", language=say.language, is_rtl=say.is_rtl, headline=say.say("broadcast-headline"), notes=(told,)
    )
