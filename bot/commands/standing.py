"""How the chat that is spoken about stands, who may change that, and in which language it is answered."""

from bot.render import Words
from bot.store import Store
from bot.types import Ask, Channel, Platform, Standing, Verb


def standing_of(store: Store, ask: Ask) -> Standing:
    """The chat as it is kept, or as it would be told where nothing is kept of it."""
    names = [ask.address, *([ask.alias] if ask.alias else [])]
    return store.settings.standing(ask.platform, names, ask.language)


def language_of(store: Store, ask: Ask) -> str:
    """The language that the chat has chosen; where the answer is shown elsewhere, that of the person."""
    if not ask.title:
        return standing_of(store, ask).settings.language
    if not ask.person:
        return ask.language
    own = Channel(platform=ask.platform, address=ask.person)  # on Telegram the chat with a person bears their id
    return store.settings.standing(own.platform, [own.address], ask.language).settings.language


def alters(ask: Ask) -> bool:
    """Whether it changes what the chat gets, or only looks."""
    match ask.verb:
        case Verb.SETTINGS:
            return ask.settings is not None or len(ask.words) > 2
        case Verb.MUTE | Verb.UNMUTE:
            return len(ask.words) > 1
        case Verb.SUBSCRIBE | Verb.UNSUBSCRIBE | Verb.STOP:
            return True
    return False


def may_change(ask: Ask, standing: Standing) -> bool:
    """Whether the person may: an administrator, and on Slack who subscribed the channel."""
    subscribed = ask.platform is Platform.SLACK and standing.is_told and bool(ask.person)
    return ask.may_change or (subscribed and ask.person == standing.subscribed_by)


def refusal(ask: Ask, say: Words) -> str:
    """Why somebody may not."""
    own = f"reply-administrators-only-{ask.platform}"
    return say.say(own if say.has(own) else "reply-administrators-only")
