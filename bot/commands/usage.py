"""How asks are typed on each platform, the list of them, and the buttons that stand for them."""

from collections.abc import Sequence

from bot.render import Words
from bot.types import Ask, Button, Platform, Verb

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
    Verb.SETTINGS,
    Verb.STATUS,
    Verb.MUTE,
    Verb.PRIVACY,
    Verb.STOP,
    Verb.HELP,
)
LATEST_DEFAULT, LATEST_MOST = 3, 5  # so many cards still fit into one Telegram message with their sources
WORDS_MOST = 48  # bytes of a button's words
SIDE_BY_SIDE = 18  # characters of a label that still leaves room for another beside it on a phone


def typed(ask: Ask, verb: Verb) -> str:
    """A verb as one would type it there."""
    return f"{PREFIX[ask.platform]}{verb}"


def number_asked(ask: Ask) -> int | None:
    """The number that is the third word, if it is one that SQLite can keep."""
    word = ask.words[2] if len(ask.words) > 2 else ""
    return int(word) if word.isdecimal() and len(word) < 18 else None


def help_text(ask: Ask, say: Words) -> str:
    """All that can be asked, a line each."""
    numbers = {"default": say.number(LATEST_DEFAULT), "most": say.number(LATEST_MOST)}
    lines = [f"{_usage(ask, verb, say)} – {say.say(f'command-{verb}', **numbers)}" for verb in _listed(ask)]
    return "\n".join([say.say("reply-help"), *lines])


def button(say: Words, label: str, verb: Verb) -> Button:
    """A button that asks for a verb."""
    return Button(label=say.say(f"button-{label}"), words=(verb,))


def fits(way: Button) -> bool:
    """Whether a platform can carry what a button stands for."""
    return len(" ".join(way.words).encode()) <= WORDS_MOST


def in_rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Two short ones beside one another, each long one for itself."""
    rows: list[tuple[Button, ...]] = []
    for each in buttons:
        before = rows[-1] if rows else ()
        if len(before) == 1 and max(len(before[0].label), len(each.label)) <= SIDE_BY_SIDE:
            rows[-1] = (*before, each)
        else:
            rows.append((each,))
    return tuple(rows)


def _listed(ask: Ask) -> tuple[Verb, ...]:
    """What a person is told of; operators of what is for them alone as well."""
    return (*LISTED, *(verb for verb in Verb if verb.is_for_operators)) if ask.is_operator else LISTED


def _usage(ask: Ask, verb: Verb, say: Words) -> str:
    takes = f"command-takes-{verb}"
    return f"{typed(ask, verb)} {say.say(takes)}" if say.has(takes) else typed(ask, verb)
