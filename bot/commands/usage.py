"""How asks are typed on each platform, and the list of them."""

from bot.render import Words
from bot.types import Ask, Platform, Verb

PREFIX = {Platform.TELEGRAM: "/", Platform.SLACK: "/exchanges ", Platform.CONSOLE: "exchanges "}
LISTED = (
    Verb.LATEST,
    Verb.SEARCH,
    Verb.STATS,
    Verb.EVENT,
    Verb.CHART,
    Verb.SOURCES,
    Verb.TIMELINE,
    Verb.WRONG,
    Verb.SUBSCRIBE,
    Verb.UNSUBSCRIBE,
    Verb.HELP,
)
LATEST_DEFAULT, LATEST_MOST = 3, 5  # so many cards still fit into one Telegram message with their sources


def typed(ask: Ask, verb: Verb) -> str:
    """A verb as one would type it there."""
    return f"{PREFIX[ask.platform]}{verb}"


def help_text(ask: Ask, say: Words) -> str:
    """All that can be asked, a line each."""
    numbers = {"default": say.number(LATEST_DEFAULT), "most": say.number(LATEST_MOST)}
    lines = [f"{_usage(ask, verb, say)} – {say.say(f'command-{verb}', **numbers)}" for verb in _listed(ask)]
    return "\n".join([say.say("reply-help"), *lines])


def _listed(ask: Ask) -> tuple[Verb, ...]:
    """What a person is told of; operators of what is for them alone as well."""
    return (*LISTED, *(verb for verb in Verb if verb.is_for_operators)) if ask.is_operator else LISTED


def _usage(ask: Ask, verb: Verb, say: Words) -> str:
    takes = f"command-takes-{verb}"
    return f"{typed(ask, verb)} {say.say(takes)}" if say.has(takes) else typed(ask, verb)
