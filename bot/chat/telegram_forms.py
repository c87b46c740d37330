"""Cards and replies as the fields of Telegram's requests; what pressed buttons, links and inline queries ask. Pure."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from typing import Any

from telegram import (
    Chat,
    ChatFullInfo,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ChatType, ParseMode

from bot.chat import heard
from bot.render import plain_reply, plain_short, telegram_html, telegram_plain, telegram_reply
from bot.types import Button, Card, Reply, Verb

ARTICLES_MOST = 50  # Bot API: results of one inline query
SUMMARY_MOST = 200  # characters below a result's title: more than any program shows
IN_A_ROW = 2  # buttons below a card: two labels still fit a phone's width
DATA_BYTES = 64  # Bot API: of what a button carries

# What anyone may ask, and nobody else in the chat need read: in groups and channels it opens in private.
READ_ALONE = frozenset({Verb.EVENT, Verb.SOURCES, Verb.TIMELINE, Verb.CHART, Verb.WRONG, Verb.LATEST})
ASKED_BY_LINK = READ_ALONE - {Verb.CHART, Verb.WRONG}  # by links in plain words: timeline_ID
INLINE = (Verb.LATEST, Verb.SEARCH, Verb.STATS, Verb.EVENT)  # inline queries ask these; other words are searched for
INLINE_LATEST = "5"

_DATA = re.compile(r"(?:(\d+):)?(.*)", re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ABOUT = re.compile(r"to_(\d+)")
_CODED = "w_"  # words in base64, where they hold what a link cannot


def destination(address: str) -> dict[str, Any]:
    """Where to post: "-100123", "@name", or "-100123/45" for a topic of a group."""
    chat, _, topic = address.partition("/")
    where: dict[str, Any] = {"chat_id": int(chat) if chat.lstrip("-").isdecimal() else chat}
    return where | ({"message_thread_id": int(topic)} if topic else {})


def public_name(chat: Chat | ChatFullInfo | None, address: str) -> str | None:
    """A group's or channel's name, by which the config may call it, with the topic of an address; in small letters."""
    _, slash, topic = address.partition("/")
    named = chat.username if chat and chat.type != ChatType.PRIVATE else None
    return f"@{named.lower()}{slash}{topic}" if named else None


def is_shared(address: str) -> bool:
    """Whether it is a group or channel, where all see what is posted for one."""
    return address.startswith(("-", "@"))


# ── What is posted ──


def card_form(card: Card, address: str, bot_name: str, *, plain: bool = False) -> dict[str, Any]:
    """A card for a chat, with its buttons; bare text has none, since one of them may be what was refused."""
    if plain:
        return _bare(plain_short(card))
    buttons = keyboard(_rows(card.buttons), bot_name, shared=is_shared(address))
    return _form(telegram_html(card), preview=_first_link(card)) | _markup(buttons)


def reply_form(reply: Reply, address: str, bot_name: str, *, about: str = "", plain: bool = False) -> dict[str, Any]:
    """A reply for a chat; `about` is the chat that its buttons ask about where that is another one."""
    if plain:
        return _bare(telegram_plain(plain_reply(reply)))
    return _form(telegram_reply(reply), preview=None) | _markup(reply_keyboard(reply, address, bot_name, about=about))


def reply_keyboard(reply: Reply, address: str, bot_name: str, *, about: str = "") -> InlineKeyboardMarkup | None:
    """The buttons below a reply: those of its card, where it has only one, and its own."""
    rows = _rows(reply.cards[0].buttons) if len(reply.cards) == 1 else []
    return keyboard([*rows, *reply.buttons], bot_name, shared=is_shared(address), about=about)


def articles(reply: Reply, verb: Verb | None, bot_name: str) -> list[InlineQueryResultArticle]:
    """A reply as what can be picked and shared in any chat: a card each, or sums as text."""
    if verb is Verb.STATS and reply.text and not reply.cards:
        first, *rest = reply.text.splitlines()
        content = _content(telegram_reply(reply), preview=None)
        below = " · ".join(filter(None, rest))[:SUMMARY_MOST]
        return [InlineQueryResultArticle("stats", first, content, description=below)]
    return [
        InlineQueryResultArticle(
            id=f"{number} {card.event_id}"[:DATA_BYTES],
            title=card.headline,
            input_message_content=_content(telegram_html(card), preview=_first_link(card)),
            reply_markup=keyboard(_rows(card.buttons), bot_name, shared=True, links_only=True),
            description=" · ".join(f"{f.direction} {f.amount}" for f in card.figures)[:SUMMARY_MOST] or card.details,
        )
        for number, card in enumerate(reply.cards[:ARTICLES_MOST])
    ]


def keyboard(
    rows: Iterable[Sequence[Button]], bot_name: str, *, shared: bool, about: str = "", links_only: bool = False
) -> InlineKeyboardMarkup | None:
    """Buttons as Telegram has them, or nothing where none is left.

    `shared`: what one reader asks for opens in private. `links_only`: nobody hears of other presses.
    """
    drawn = [[key for button in row if (key := _key(button, bot_name, shared, about, links_only))] for row in rows]
    return InlineKeyboardMarkup(kept) if (kept := [row for row in drawn if row]) else None


def _key(button: Button, bot_name: str, shared: bool, about: str, links_only: bool) -> InlineKeyboardButton | None:
    if shared and button.words[0] in (*READ_ALONE, Verb.START):
        link = link_to(bot_name, payload_of(button.words))
        return InlineKeyboardButton(button.label, url=link) if link else None
    data = data_of(button.words, about)
    if links_only or len(data.encode()) > DATA_BYTES:
        return None
    return InlineKeyboardButton(button.label, callback_data=data)


def _rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    return [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]


def _markup(buttons: InlineKeyboardMarkup | None) -> dict[str, Any]:
    return {"reply_markup": buttons} if buttons else {}


def _first_link(card: Card) -> str | None:
    return next((source.url for source in card.sources if source.url), None)


def _form(html: str, *, preview: str | None) -> dict[str, Any]:
    """Fields that say themselves which link is previewed, if any: the platform would take the first of the text."""
    options = (
        LinkPreviewOptions(url=preview, prefer_small_media=True) if preview else LinkPreviewOptions(is_disabled=True)
    )
    return {"text": html, "parse_mode": ParseMode.HTML, "link_preview_options": options}


def _bare(text: str) -> dict[str, Any]:
    return {"text": text, "link_preview_options": LinkPreviewOptions(is_disabled=True)}


def _content(html: str, *, preview: str | None) -> InputTextMessageContent:
    form = _form(html, preview=preview)
    return InputTextMessageContent(message_text=form.pop("text"), **form)


# ── What is asked ──


def data_of(words: Sequence[str], about: str = "") -> str:
    """What a button carries: its words, behind the id of the group or channel that they are about, without its minus.

    An id has at most 15 digits then, so that 48 bytes of words fit.
    """
    return f"{about.removeprefix('-')}:{' '.join(words)}" if about else " ".join(words)


def pressed(data: str) -> tuple[str, tuple[str, ...]]:
    """The chat that a pressed button is about, if it is another one, and the words that it asks."""
    found = _DATA.fullmatch(data)
    assert found, "it matches anything"
    return f"-{found[1]}" if found[1] else "", heard(found[2])


def payload_of(words: Sequence[str]) -> str | None:
    """Words as what can follow `?start=`; None where they are too long."""
    first, *rest = words
    plain = "_".join(rest if first == Verb.START else words)
    if (first in ASKED_BY_LINK or first == Verb.START) and _PAYLOAD.fullmatch(plain):
        return plain
    coded = _CODED + urlsafe_b64encode(" ".join(words).encode()).decode().rstrip("=")
    return coded if _PAYLOAD.fullmatch(coded) else None


def linked(words: tuple[str, ...]) -> tuple[str, ...]:
    """`/start w_…` as the words that it stands for, if they do no more than to show something.

    Anyone can make such a link, and whoever follows it has not seen what it asks.
    """
    if len(words) != 2 or words[0] != Verb.START or not words[1].startswith(_CODED):
        return words
    coded = words[1].removeprefix(_CODED)
    try:
        found = heard(urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode())
    except ValueError:
        return words[:1]
    shows = bool(found) and found[0] in READ_ALONE and (found[0] != Verb.WRONG or len(found) == 2)
    return found if shows else words[:1]


def payload_about(address: str) -> str:
    """What follows `?start=` where the bot is to ask about a group or channel."""
    return f"to_{address.removeprefix('-')}"


def asked_about(words: Sequence[str]) -> str:
    """The chat that `/start to_ID` is about, or nothing."""
    found = _ABOUT.fullmatch(words[1]) if len(words) == 2 and words[0] == Verb.START else None
    return f"-{found[1]}" if found else ""


def link_to(bot_name: str, payload: str | None) -> str | None:
    """The link that opens the bot in private, and asks; None while the bot's own name is not known."""
    return f"https://t.me/{bot_name}?start={payload}" if bot_name and payload else None


def inline_words(query: str) -> tuple[str, ...]:
    """What an inline query asks: nothing is the latest, "latest russia ukraine" and words without a verb a search."""
    words = heard(query)
    verb = words[0].lower() if words else Verb.LATEST
    if verb == Verb.LATEST and (len(words) < 2 or words[1].isdecimal()):
        return Verb.LATEST, *(words[1:2] or (INLINE_LATEST,))
    if verb in INLINE and verb != Verb.LATEST:
        return verb, *words[1:]
    return Verb.SEARCH, *(words[1:] if verb == Verb.LATEST else words)
