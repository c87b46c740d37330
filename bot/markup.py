"""HTML and text from outside in, plain text out: no tags, nothing unseen, nothing that turns the reading direction."""

import re
from typing import Any

from lxml import etree

MAX_TEXT = 20_000  # characters of a title or summary; the detector reads no more
_BLOCKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "blockquote", "section")
_SILENT = ("script", "style", "noscript", "template", "iframe", "object")
# Control characters, soft hyphens, zero-width and direction signs; joiners stay, since Persian and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_PILED = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")
_PARSER = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
_SHORT = 1000  # characters, among which no row does harm
_ROWS = re.compile(r"(([^\w\s])\2{9})\2+")  # thousands of dots are as many sentences to whoever reads them


def plain_text(markup: str) -> str:
    """The words of HTML or text: no tags, and sound as `sound_text` makes it."""
    markup = markup[: MAX_TEXT * 4]
    is_markup = "&" in markup or ("<" in markup and ">" in markup)
    return sound_text(_from_html(markup) if is_markup else markup)[:MAX_TEXT]


def sound_text(text: str) -> str:
    """Text without unseen signs, piles of accents and long rows of one sign; blanks folded, lines kept."""
    if not text.isprintable():  # none of what is unseen is; and most texts are
        text = _UNSEEN.sub("", text)
    if not text.isascii():
        text = _PILED.sub(r"\1", text)
    if len(text) > _SHORT:
        text = _ROWS.sub(r"\1", text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _from_html(markup: str) -> str:
    try:
        root: Any = etree.fromstring(f"<div>{markup}</div>", _PARSER)
        etree.strip_elements(root, *_SILENT, with_tail=False)
        for block in root.iter(*_BLOCKS):
            block.text = "\n" + (block.text or "")
            block.tail = "\n" + (block.tail or "")
        return "".join(root.itertext())
    except (etree.LxmlError, ValueError):
        return re.sub(r"<[^>]*>", " ", markup)
