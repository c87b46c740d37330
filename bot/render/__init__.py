"""What people are shown: an event becomes a Card, and a Card becomes each platform's own form. Pure."""

from bot.render.broadcast import BROADCAST_MOST, broadcast
from bot.render.cards import brief, card, withdrawn
from bot.render.console import console_lines, console_panel
from bot.render.digest import digest
from bot.render.mail import mail_html
from bot.render.plain import plain, plain_reply, plain_short
from bot.render.slack import (
    slack_blocks,
    slack_buttons,
    slack_naming,
    slack_plain,
    slack_reply,
    slack_share,
    slack_text,
    slack_words,
)
from bot.render.sources import Page, feed_name, feeds_read, page_of, sources
from bot.render.statistics import statistics
from bot.render.summary import summary
from bot.render.telegram import telegram_caption, telegram_html, telegram_plain, telegram_reply
from bot.render.text import clean, shorten
from bot.render.timeline import timeline
from bot.render.words import Words, languages, spoken, untranslated, words

__all__ = [
    "BROADCAST_MOST",
    "Page",
    "Words",
    "brief",
    "broadcast",
    "card",
    "clean",
    "console_lines",
    "console_panel",
    "digest",
    "feed_name",
    "feeds_read",
    "languages",
    "mail_html",
    "page_of",
    "plain",
    "plain_reply",
    "plain_short",
    "shorten",
    "slack_blocks",
    "slack_buttons",
    "slack_naming",
    "slack_plain",
    "slack_reply",
    "slack_share",
    "slack_text",
    "slack_words",
    "sources",
    "spoken",
    "statistics",
    "summary",
    "telegram_caption",
    "telegram_html",
    "telegram_plain",
    "telegram_reply",
    "timeline",
    "untranslated",
    "withdrawn",
    "words",
]
