"""A card as plain text: for logs, screen readers, and every place without markup."""

from bot.render.layout import jointed, lines
from bot.types import Card, Reply


def plain(card: Card) -> str:
    """The card as lines of text, links left out."""
    return "".join(joint + line.text for joint, line in jointed(lines(card)))


def plain_reply(reply: Reply) -> str:
    """A reply's text, then its cards."""
    return "\n\n".join([reply.text] * bool(reply.text) + [plain(card) for card in reply.cards])
