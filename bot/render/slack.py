"""A card as Slack blocks: rich text for everything that came from a feed, so that nothing in it is ever parsed."""

import json
from typing import Any

from bot.render.layout import Line, Part, Run, jointed, lines
from bot.render.plain import plain, plain_reply
from bot.render.text import fit, shorten
from bot.types import Card, Reply

Block = dict[str, Any]

HEADER_LIMIT = 150  # Block Kit: characters of a header
ASIDE_LIMIT = 300  # ours: the context line is an aside
TEXT_LIMIT = 3_000  # longer fallback texts have been seen split into a second message past 4,000
BLOCKS_LIMIT = 12_500  # undocumented: all blocks of a message together fail at about 13,200 characters
SHORTENED = Run("\n…")  # tells that lines were left out


def slack_blocks(card: Card, *, budget: int = BLOCKS_LIMIT) -> tuple[str, list[Block]]:
    """The text for notifications and screen readers, and the blocks, at most `budget` characters as JSON."""
    return slack_text(plain(card)), _blocks(card, budget)


def slack_reply(reply: Reply) -> tuple[str, list[Block]]:
    """A reply's text and blocks: its own words, then its cards, each with a fair share of the room."""
    said = [_rich_text([_leaf(Run(reply.text))])] if reply.text else []
    room = BLOCKS_LIMIT - _size(said)
    cards = [block for card in reply.cards for block in _blocks(card, room // len(reply.cards))]
    return slack_text(plain_reply(reply)), said + cards


def _blocks(card: Card, budget: int) -> list[Block]:
    header: Block = {"type": "header", "text": _plain_text(card.headline, HEADER_LIMIT)}
    aside = [_aside(card.details)] if card.details else []
    shown = {Part.DETAILS} if len(card.headline) > HEADER_LIMIT else {Part.DETAILS, Part.HEADLINE}
    rest = [line for line in lines(card) if line.part not in shown]
    room = budget - _size([header, *aside, _rich_text([_leaf(SHORTENED)])])
    kept = fit(rest, rank=lambda line: line.part, cost=_cost, budget=room)
    leaves = [leaf for joint, line in jointed(kept) for leaf in _leaves(joint, line)]
    leaves += [_leaf(SHORTENED)] if len(kept) < len(rest) else []
    return [header, *([_rich_text(leaves)] if leaves else []), *aside]


def _cost(line: Line) -> int:
    return _size(_leaves("\n\n", line))


def _leaves(joint: str, line: Line) -> list[Block]:
    return [_leaf(run) for run in (Run(joint), *line.runs) if run.text]


def _leaf(run: Run) -> Block:
    style = {"style": {"bold": True}} if run.bold else {}
    if run.url:
        return {"type": "link", "url": run.url, "text": run.text, **style}
    return {"type": "text", "text": run.text, **style}


def _rich_text(leaves: list[Block]) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": leaves}]}


def _aside(text: str) -> Block:
    return {"type": "context", "elements": [_plain_text(text, ASIDE_LIMIT)]}


def _plain_text(text: str, limit: int) -> Block:
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def slack_text(text: str) -> str:
    """The lines that fit; Slack parses this text, so its three signs of markup are escaped."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = fit(escaped.split("\n"), rank=lambda _: 0, cost=lambda line: len(line) + 1, budget=TEXT_LIMIT)
    return "\n".join(kept)


def _size(blocks: list[Block]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))
