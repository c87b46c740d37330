"""Telegram's HTML: what a reader sees of it, and what of it Telegram would refuse or make a link of."""

import re
from urllib.parse import urlsplit

MARKUP_BYTES = 9_500  # near this much text and markup, "entities too long" has been seen


def text_faults(text: str, parse_mode: str | None, most: int) -> list[str]:
    if len(text.encode()) > MARKUP_BYTES:
        return ["entities too long"]
    try:
        shown = telegram_text(text) if parse_mode == "HTML" else text
    except ValueError as error:
        return [str(error)]
    length = len(shown.strip().encode("utf-16-le")) // 2
    return [] if 1 <= length <= most else [f"text of {length} units"]


_HTML = re.compile(
    r"(?P<text>[^<>&]+)|&(?P<entity>lt|gt|amp|quot);|"
    r"<a href=\"(?P<href>[^\"<>]+)\">|<(?P<open>b|i)>|</(?P<close>a|b|i)>"
)


def telegram_text(html: str) -> str:
    """What a reader sees of Telegram HTML; ValueError on anything but our own few tags, rightly nested and escaped."""
    shown, stack, at = [], [], 0
    while at < len(html):
        found = _HTML.match(html, at)
        if not found:
            raise ValueError(f"can't parse entities: {html[at : at + 30]!r} at {at}")
        at = found.end()
        if found["text"]:
            shown.append(found["text"])
        elif found["entity"]:
            shown.append({"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[found["entity"]])
        elif found["close"]:
            if not stack or stack.pop() != found["close"]:
                raise ValueError(f"can't parse entities: unexpected </{found['close']}>")
        else:
            if found["href"] and urlsplit(found["href"]).scheme not in ("http", "https"):
                raise ValueError(f"link to {found['href']!r}")
            stack.append(found["open"] or "a")
    if stack:
        raise ValueError(f"can't parse entities: <{stack[-1]}> is not closed")
    return "".join(shown)


def without_links(html: str) -> str:
    """The HTML with our own links cut out: in what is left Telegram looks for links of its own."""
    return re.sub(r"<a [^>]*>[^<]*</a>", "", html)


# What Telegram makes a link or a ping of by itself, wherever it stands outside a link of ours.
AUTOLINK = re.compile(r"(?<!\w)@\w{3,}|(?<!\w)[#$][^\W\d]\w*|(?<![\w/])/\w+|\w+\.[^\W\d_]{2,}|\w+://")
