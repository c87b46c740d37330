"""A card as Telegram's HTML, which can never break: all text escaped, only our own tags, whole lines or none."""

import re
from html import escape

from bot.render.layout import Line, Run, jointed, lines
from bot.render.text import fit, shorten
from bot.types import Card, Picture, Reply

TEXT_UNITS = 4096  # Bot API: characters after entities parsing; we count UTF-16 units, the larger reading
CAPTION_UNITS = 1024  # as TEXT_UNITS, of what stands under a picture
MARKUP_BYTES = 8_000  # undocumented: at about 9,500 bytes of text and markup Telegram says "entities too long"
LINE_MOST = 500  # characters of one line of a reply
SHORTENED = "\n…"  # tells that lines were left out

# Telegram makes links of these by itself, wherever they stand: @name #tag $TAG /command a.host tg://…
_AUTOLINK = re.compile(r"[@#$](?=\w)|(?<!\w)/(?=\w)|\.(?=[^\W\d_])|:(?=//)")
_WORD_JOINER = "\u2060"  # invisible, and no part of any name


def telegram_html(card: Card, *, budget: int = TEXT_UNITS) -> str:
    """The card as HTML of at most `budget` UTF-16 units of text; lines that do not fit are left out whole."""
    everything = lines(card)
    kept = fit(everything, rank=lambda line: line.part, cost=_cost, budget=budget - len(SHORTENED))
    html = "".join(joint + _html(line) for joint, line in jointed(kept))
    return html if len(kept) == len(everything) else html + SHORTENED


def telegram_reply(reply: Reply) -> str:
    """A reply as HTML: as many lines of its text as there is room, then its cards, each with a fair share of it."""
    text = telegram_plain(reply.text, budget=TEXT_UNITS // 2 if reply.cards else TEXT_UNITS)
    room = TEXT_UNITS - units(text) - 2 * len(reply.cards)
    cards = [telegram_html(card, budget=room // len(reply.cards)) for card in reply.cards]
    return "\n\n".join([escape(text, quote=False)] * bool(text) + cards)


def telegram_plain(text: str, *, budget: int = TEXT_UNITS) -> str:
    """Bare text of at most `budget` UTF-16 units: its lines, each cut where it is endless, as many as there is room."""
    said = [shorten(line, LINE_MOST) for line in text.splitlines()]
    kept = fit(said, rank=lambda _: 0, cost=_text_cost, budget=budget - len(SHORTENED))
    return "\n".join(kept) + (SHORTENED if len(kept) < len(said) else "")


def telegram_caption(picture: Picture) -> str:
    """What stands under a picture, as HTML: the text that says what it shows, as many lines of it as there is room."""
    said = picture.alt.splitlines()
    kept = fit(said, rank=lambda _: 0, cost=lambda line: units(line) + 1, budget=CAPTION_UNITS)
    return escape("\n".join(kept), quote=False)


def units(text: str) -> int:
    """The length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def _cost(line: Line) -> int:
    """What a line takes of the room for text, or of the room for markup in the same measure, whichever is more."""
    markup = len(_html(line).encode()) + 2
    return max(sum(units(_shown(run)) for run in line.runs) + 2, -(-markup * TEXT_UNITS // MARKUP_BYTES))


def _text_cost(line: str) -> int:
    """As `_cost`, of a line of a reply's text."""
    markup = len(escape(line, quote=False).encode()) + 1
    return max(units(line) + 1, -(-markup * TEXT_UNITS // MARKUP_BYTES))


def _html(line: Line) -> str:
    return "".join(_tagged(run) for run in line.runs)


def _shown(run: Run) -> str:
    """What a run shows: names that would turn into links have an invisible sign in them, which takes room too."""
    return run.text if run.url else _AUTOLINK.sub(rf"\g<0>{_WORD_JOINER}", run.text)


def _tagged(run: Run) -> str:
    if run.url:
        return f'<a href="{escape(run.url)}">{escape(_shown(run), quote=False)}</a>'
    text = escape(_shown(run), quote=False)
    return f"<b>{text}</b>" if run.bold else text
