"""Slack's windows and the bot's home page there, as far as they show answers. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from bot.chat.slack_form import TITLE_LIMIT, metadata
from bot.render import Words, slack_buttons, slack_naming, slack_plain, slack_reply, slack_words
from bot.render.slack import GAP, HEADER_LIMIT, VIEW_BLOCKS_MOST, Block
from bot.types import Button, Channel, Reply, Verb

TITLE = "Exchange Watch"
REFRESH = "refresh"  # the words of the button that draws the home page anew
SUBSCRIPTIONS_MOST = 20  # that the home page names


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A channel that gets alerts, as a person sees it."""

    channel: Channel
    may_change: bool


def window(reply: Reply, say: Words, *, channel: str = "") -> Block:
    """An answer as a window; it remembers which channel it is about."""
    return {
        "type": "modal",
        "title": slack_plain(TITLE, TITLE_LIMIT),
        "close": slack_plain(say.say("slack-close"), TITLE_LIMIT),
        "private_metadata": metadata(channel, say.language),
        "blocks": slack_reply(reply)[1],
    }


def home(latest: Reply, subscriptions: Sequence[Subscription], more: int, health: Reply | None, say: Words) -> Block:
    """The home page: what happened, where alerts are posted, how many `more` such, and for operators how the bot is."""
    numbers = count(1)  # no two buttons of a page may have one id
    refresh = Button(label=say.say("button-refresh"), words=(REFRESH,))
    top = (refresh, Button(label=say.say("slack-help"), words=(Verb.HELP,)))
    blocks = [
        slack_words(say.say("reply-welcome")),
        *slack_buttons(top, numbers),
        *_part(say.say("button-latest"), without_changes(latest), numbers),
        _title(say.say("slack-home-alerts")),
        *([] if subscriptions else [slack_words(say.say("slack-home-none", typed="/exchanges subscribe"))]),
    ]
    for each in subscriptions:
        channel = each.channel.address
        blocks.append(slack_naming(say.say("slack-home-channel", channel=GAP), channel))
        if each.may_change:
            settings = Button(label=say.say("button-settings"), words=(Verb.SETTINGS,))
            blocks += slack_buttons((settings,), numbers, about=channel)
    if more:
        blocks.append(slack_words(say.count("slack-home-more", more)))
    if health:
        blocks += _part(say.say("slack-home-health"), health, numbers)
    return {"type": "home", "blocks": blocks[:VIEW_BLOCKS_MOST]}


def without_changes(reply: Reply) -> Reply:
    """An answer without the buttons that alter what a chat gets: for places that are no chat."""

    def kept(row: Sequence[Button]) -> tuple[Button, ...]:
        return tuple(button for button in row if not _changes(button.words))

    cards = tuple(replace(card, buttons=kept(card.buttons)) for card in reply.cards)
    rows = tuple(row for row in map(kept, reply.buttons) if row)
    return replace(reply, cards=cards, buttons=rows)


def _changes(words: Sequence[str]) -> bool:
    verb = next((verb for verb in Verb if words and verb == words[0]), None)
    return verb is not None and verb.changes_channel


def _part(title: str, reply: Reply, numbers: Iterator[int]) -> list[Block]:
    return [_title(title), *slack_reply(reply, numbers=numbers)[1]]


def _title(text: str) -> Block:
    return {"type": "header", "text": slack_plain(text, HEADER_LIMIT)}
