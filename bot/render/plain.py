"""A card as plain text: for logs, screen readers, and every place without markup."""

from bot.render.layout import jointed, lines
from bot.render.text import fit
from bot.types import Card, Reply

SHORT = 1_500  # characters: far below every platform's limit, for a card that a platform would not take as it was


def plain(card: Card) -> str:
    """The card as lines of text, links left out."""
    return "".join(joint + line.text for joint, line in jointed(lines(card)))


def plain_short(card: Card) -> str:
    """The lines of the card that surely fit everywhere."""
    kept = fit(lines(card), rank=lambda line: line.part, cost=lambda line: 2 * len(line.text) + 2, budget=SHORT)
    return "".join(joint + line.text for joint, line in jointed(kept))


def plain_reply(reply: Reply) -> str:
    """A reply's text, then its cards."""
    return "\n\n".join([reply.text] * bool(reply.text) + [plain(card) for card in reply.cards])
