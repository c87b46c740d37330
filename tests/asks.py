"""A word to the bot and its answer, as any chat gives them."""

from bot.render import slack_reply, telegram_reply
from bot.types import Ask, Channel, Platform, Reply
from tests import platforms, specs

CHAT = Channel(platform=Platform.TELEGRAM, address="-100555")


async def ask(commands, *words, language="en", platform=Platform.TELEGRAM, **more) -> Reply:
    asked = {"platform": platform, "address": CHAT.address, "words": words, "language": language, "person": "7", **more}
    return await commands.answer(Ask(**asked))


async def operate(commands, *words, **more) -> Reply:
    return await ask(commands, "admin", *words, is_operator=True, **more)


def labels(reply: Reply) -> list[list[tuple[str, str]]]:
    return [[(button.label, " ".join(button.words)) for button in row] for row in reply.buttons]


def faults(reply: Reply) -> list[str]:
    """What either platform would refuse of a reply."""
    form = {"chat_id": "1", "text": telegram_reply(reply), "parse_mode": "HTML"}
    text, blocks = slack_reply(reply)
    found = platforms.telegram_faults("sendMessage", form) + specs.telegram_faults("sendMessage", form)
    platforms.telegram_text(form["text"])  # ValueError where the markup is broken
    return found + platforms.slack_text_faults(text) + platforms.block_faults(blocks) + specs.block_faults(blocks)
