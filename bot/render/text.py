"""Text from feeds made harmless to show, and lines made to fit."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import quote, urlsplit, urlunsplit

NAME_LIMIT = 80  # characters of one name; the longest organ among 160 real reports has 63
LINK_LIMIT = 500  # characters of one link; the longest address among 160 real reports has 337

FSI, PDI, RLM = "\u2068", "\u2069", "\u200f"  # Unicode's isolates, and the mark that makes a line run from the right

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"  # they shape Persian and Hindi words, and are kept only inside words
_STRAY_JOINER = re.compile(rf"(?<!\w)[{_JOINERS}]+|[{_JOINERS}]+(?!\w)")

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic and their kin
_FROM_RIGHT = re.compile(f"[{_RIGHT}]")
_FROM_LEFT = re.compile(f"(?![{_RIGHT}])[^\\W_]|[٠-٩۰-۹]")
_ISOLATE = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")
_UNMARKED = dict.fromkeys(map(ord, FSI + PDI + RLM))
_UNSAFE_IN_LINK = re.compile(r"[\s\\\x00-\x1f\x7f]")
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*", re.IGNORECASE)
_LINK_SAFE = "/?#%:@!$&()*+,;=~-._[]"  # what RFC 3986 allows after the host, save the apostrophe

T = TypeVar("T")


def clean(text: str, limit: int = NAME_LIMIT) -> str:
    """Feed text as one visible line: no controls, no bidi tricks, nothing invisible, at most `limit` characters."""
    spaced = " ".join(text.split())
    shown = "".join(c for c in spaced if c in _JOINERS or unicodedata.category(c) not in _HIDDEN)
    return shorten(" ".join(_STRAY_JOINER.sub("", shown).split()), limit)


def shorten(text: str, limit: int) -> str:
    """A line cut to at most `limit` characters; isolates that the cut leaves open are closed."""
    if len(text) <= limit:
        return text
    short = text[: limit - 1].rstrip()
    while short and len(short) + 1 + (left := short.count(FSI) - short.count(PDI)) > limit:
        short = short[:-1]
    return short + "…" + PDI * left


def isolated(text: str, *, in_rtl: bool) -> str:
    """Text that neither takes its direction from the line around it nor lends its own; as it is where it has no other.

    In a line that runs from the right, Latin letters and all digits need that; in one from the left, letters from the
    right do.
    """
    bare = text
    while bare != (bare := _ISOLATE.sub("", bare)):
        pass
    return f"{FSI}{text}{PDI}" if (_FROM_LEFT if in_rtl else _FROM_RIGHT).search(bare) else text


def unmarked(text: str) -> str:
    """Text without the marks of direction that we put in."""
    return text.translate(_UNMARKED)


def safe_link(url: str | None) -> str | None:
    """The URL in ASCII if a reader may be sent there: http(s), a real host, no user name, of ordinary length."""
    if not url or _UNSAFE_IN_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        name = (parts.hostname or "").encode("idna").decode("ascii")
        tail = quote(urlunsplit(("", "", parts.path or "/", parts.query, parts.fragment)), safe=_LINK_SAFE)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(name) or "@" in parts.netloc:
        return None
    link = f"{parts.scheme}://{name}{port}{tail}"
    return link if len(link) <= LINK_LIMIT else None


def host(url: str) -> str:
    """The host that a safe link leads to, as readers know it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def fit(lines: Sequence[T], *, rank: Callable[[T], int], cost: Callable[[T], int], budget: int) -> tuple[T, ...]:
    """The lines that fit into `budget`, lowest rank first, whole or not at all, in their own order."""
    kept: set[int] = set()
    for index in sorted(range(len(lines)), key=lambda i: rank(lines[i])):
        price = cost(lines[index])
        if price <= budget:
            kept.add(index)
            budget -= price
    return tuple(line for index, line in enumerate(lines) if index in kept)
