"""A card as Slack blocks: rich text for everything that came from a feed, so that nothing in it is ever parsed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from bot.render.layout import Line, Part, Run, jointed, lines
from bot.render.plain import plain, plain_reply
from bot.render.text import RLM, fit, shorten
from bot.types import Button, Card, Reply

Block = dict[str, Any]

HEADER_LIMIT = 150  # Block Kit: characters of a header
ASIDE_LIMIT = 300  # ours: the context line is an aside
TEXT_LIMIT = 3_000  # longer fallback texts have been seen split into a second message past 4,000
BLOCKS_LIMIT = 12_500  # undocumented: all blocks of a message together fail at about 13,200 characters
BLOCKS_MOST, VIEW_BLOCKS_MOST = 50, 100  # of a message, of a window or home page
LABEL_LIMIT = 75  # Block Kit: characters of a button
ROW = 25  # Block Kit: buttons side by side
SHORTENED = Run("\n…")  # tells that lines were left out
GAP = "\ufffc"  # stands in our words where Slack shows a person or a channel
ASK, SHARE = "ask", "share"  # what the ids of buttons begin with


def slack_blocks(card: Card, *, budget: int = BLOCKS_LIMIT) -> tuple[str, list[Block]]:
    """The text for notifications and screen readers, and the blocks, at most `budget` characters as JSON."""
    return slack_text(plain(card)), _blocks(card, budget, count(1))


def slack_reply(reply: Reply, *after: Block, numbers: Iterator[int] | None = None) -> tuple[str, list[Block]]:
    """A reply's text and blocks: its own words, its cards with a fair share of the room, its buttons, what comes after.

    The ids of its buttons begin with `ASK` and are numbered; their values are the words that they ask for.
    """
    numbers = numbers or count(1)
    rows = [block for row in reply.buttons for block in slack_buttons(row, numbers)]
    last = [*_fitting(rows, BLOCKS_LIMIT // 2 - _size(after)), *after][-BLOCKS_MOST // 2 :]
    room = BLOCKS_LIMIT - _size(last)
    said = [_said(reply.text, room // 2 if reply.cards else room)] if reply.text else []
    room -= _size(said)
    cards = [block for card in reply.cards for block in _blocks(card, room // len(reply.cards), numbers)]
    return slack_text(plain_reply(reply)), (said + cards)[: BLOCKS_MOST - len(last)] + last


def slack_buttons(row: Sequence[Button], numbers: Iterator[int], *, about: str = "") -> list[Block]:
    """Buttons side by side; `about` is the channel that they ask about where it is not the one they stand in."""
    pressed = [_button(f"{ASK}-{next(numbers)}-{about}", each.label, each.words) for each in row]
    return [{"type": "actions", "elements": pressed[at : at + ROW]} for at in range(0, len(pressed), ROW)]


def slack_share(label: str, words: Iterable[str]) -> Block:
    """A button that shows everybody in the channel the answer to those words."""
    return {"type": "actions", "elements": [_button(SHARE, label, words)]}


def slack_naming(text: str, named: str) -> Block:
    """A line of ours in which a person or channel, by its Slack id, stands in the place of `GAP`."""
    before, _, after = text.partition(GAP)
    who = {"type": "user", "user_id": named} if named[:1] in "UW" else {"type": "channel", "channel_id": named}
    return _rich_text([*_bare(before), who, *_bare(after)])


def slack_words(text: str) -> Block:
    """Words in which nothing is parsed."""
    return _rich_text([_leaf(Run(text))])


def slack_plain(text: str, limit: int) -> Block:
    """A piece of plain text of at most so many characters, for titles, labels and choices."""
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def _blocks(card: Card, budget: int, numbers: Iterator[int]) -> list[Block]:
    mark = RLM if card.is_rtl else ""  # Slack goes by a line's first letter
    header: Block = {"type": "header", "text": slack_plain(mark + card.headline, HEADER_LIMIT)}
    aside = [_aside(mark + card.details)] if card.details else []
    last = _fitting([*aside, *slack_buttons(card.buttons, numbers)], budget // 2)
    shown = {Part.DETAILS} if len(mark + card.headline) > HEADER_LIMIT else {Part.DETAILS, Part.HEADLINE}
    rest = [line for line in lines(card) if line.part not in shown]
    room = budget - _size([header, *last, _rich_text([_leaf(SHORTENED)])])
    kept = fit(rest, rank=lambda line: line.part, cost=_cost, budget=room)
    leaves = [leaf for joint, line in jointed(kept) for leaf in _leaves(joint, line)]
    leaves += [_leaf(SHORTENED)] if len(kept) < len(rest) else []
    return [header, *([_rich_text(leaves)] if leaves else []), *last]


def _fitting(blocks: list[Block], budget: int) -> list[Block]:
    """The blocks that fit, the first ones first."""
    return list(fit(blocks, rank=lambda _: 0, cost=lambda block: _size([block]), budget=budget))


def _said(text: str, room: int) -> Block:
    """The lines of a text that fit."""
    every = text.split("\n")
    kept = fit(every, rank=lambda _: 0, cost=lambda line: _size([line]), budget=room - _size([slack_words("\n…")]))
    return slack_words("\n".join(kept) + ("\n…" if len(kept) < len(every) else ""))


def _button(action: str, label: str, words: Iterable[str]) -> Block:
    text = slack_plain(label, LABEL_LIMIT)
    return {"type": "button", "action_id": action, "text": text, "value": " ".join(words)}


def _cost(line: Line) -> int:
    return _size(_leaves("\n\n", line))


def _leaves(joint: str, line: Line) -> list[Block]:
    return [_leaf(run) for run in (Run(joint), *line.runs) if run.text]


def _leaf(run: Run) -> Block:
    style = {"style": {"bold": True}} if run.bold else {}
    if run.url:
        return {"type": "link", "url": run.url, "text": run.text, **style}
    return {"type": "text", "text": run.text, **style}


def _bare(text: str) -> list[Block]:
    return [_leaf(Run(text))] if text else []


def _rich_text(leaves: list[Block]) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": leaves}]}


def _aside(text: str) -> Block:
    return {"type": "context", "elements": [slack_plain(text, ASIDE_LIMIT)]}


def slack_text(text: str) -> str:
    """The lines that fit; Slack parses this text, so its three signs of markup are escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = fit(escaped.split("\n"), rank=lambda _: 0, cost=lambda line: len(line) + 1, budget=TEXT_LIMIT)
    return "\n".join(kept)


def _size(blocks: Sequence[Any]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))
