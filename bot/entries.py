"""Which entries of a feed are new, which were edited, which are old acquaintances. Pure.

An entry is known by its id, its link and its words, whichever of them hold still: servers change ids at every answer,
give all entries one id, move to https, add tracking parameters, edit texts and bring back what was gone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.types import Entry

# Parameters that say how a reader came to the page and never which page it is. Lists that guess at such names
# ("source", "cid", "session") are no use here: some outlets number their articles by them.
_TRACKING = frozenset(
    {"fbclid", "gclid", "dclid", "yclid", "ysclid", "msclkid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid", "ocid",
     "cmp", "cmpid", "smid", "xtor", "maca", "wt_mc", "ref_src", "traffic_source", "_openstat", "srsltid"}
)  # fmt: skip
_TRACKING_STARTS = ("utm_", "at_", "ns_", "mtm_", "pk_", "hsa_", "__twitter")
# Words that so many characters long are one outlet's own: met again they are the same entry, whatever its date.
_TELLING = 100
# No outlet writes so many entries an hour; a feed that brings more has re-dated or re-posted its archive.
FLOOD_AN_HOUR = 100
# A clock may be a little fast; what is dated later has no date that could be used.
AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Look:
    """An entry as it looks now; `keys`: what it is known by, its id first, then its link, then its words."""

    entry: Entry
    id_key: int | None
    link_key: int | None
    text_key: int
    words: int

    @property
    def keys(self) -> tuple[int, ...]:
        """What is to be looked up and remembered."""
        return tuple(key for key in (self.id_key, self.link_key, self.text_key) if key is not None)


@dataclass(frozen=True, slots=True)
class News:
    """What a feed brought: entries never seen, entries whose words changed, and what to remember (key → words)."""

    new: tuple[Entry, ...]
    edited: tuple[Entry, ...]
    remember: Mapping[int, int]


def looks_of(entries: Iterable[Entry]) -> list[Look]:
    """The entries with what they can be known by: an id or link that several share is nobody's."""
    entries = list(entries)
    links = [canonical_link(entry.link) if entry.link else None for entry in entries]
    ids_used, links_used = Counter(entry.id for entry in entries), Counter(links)
    return [
        Look(
            entry=entry,
            id_key=_key(entry.feed_url, "id", entry.id) if ids_used[entry.id] == 1 else None,
            link_key=_key(entry.feed_url, "link", link) if link and links_used[link] == 1 else None,
            text_key=_key(entry.feed_url, "text", _telling_words(entry)),
            words=_digest(entry.title) >> 1 << _HALF | _digest(entry.summary),
        )
        for entry, link in zip(entries, links, strict=True)
    ]


def sort_out(looks: Iterable[Look], known: Mapping[int, int]) -> News:
    """Tell the new from the edited from the known, by what is remembered of the feed (key → words at that time)."""
    new: list[Entry] = []
    edited: list[Entry] = []
    remember: dict[int, int] = {}
    for look in looks:
        before = _words_before(look, known)
        words = look.words
        if before is None:
            new.append(look.entry)
        elif before and before != words:
            if _is_emptied(before, words):
                words = before  # so that its coming back is no edit either
            else:
                edited.append(look.entry)
        remember |= dict.fromkeys(look.keys, words)
    return News(tuple(new), tuple(edited), remember)


def _words_before(look: Look, known: Mapping[int, int]) -> int | None:
    """The entry's words when it was last seen; None if it never was.

    An id alone does not make an entry known where both its link and its title are others than before: some feeds number
    their places, not their entries.
    """
    if look.link_key is not None and look.link_key in known:
        return known[look.link_key]
    if look.id_key is not None and look.id_key in known:
        before = known[look.id_key]
        if look.entry.link is None or not before or before >> _HALF == look.words >> _HALF:
            return before
    return known.get(look.text_key)


def _is_emptied(before: int, now: int) -> bool:
    """Whether only the body is gone."""
    return before >> _HALF == now >> _HALF and now == now >> _HALF << _HALF


def fresh(news: News, since: datetime | None, now: datetime, look_back: timedelta) -> list[Entry]:
    """The entries that are news: none of the backlog or the archive; `since`: the last poll, None on the first.

    On a feed's first poll an entry without a date may be of any age, and later only a new one is new. An edit of what
    was not read at its time is news only if it is dated within the window, as everything is.
    """
    oldest, latest = (since or now) - look_back, now + AHEAD
    undated = [each for each in news.new if each.published is None or each.published > latest]
    dated = [each for each in (*news.new, *news.edited) if each.published and oldest <= each.published <= latest]
    return undated + dated if since else dated


def is_flood(new: int, seconds: float) -> bool:
    """Whether so many new entries, after so many seconds, cannot be news."""
    return new > FLOOD_AN_HOUR * max(1.0, seconds / 3600)


def canonical_link(link: str) -> str:
    """The page that a link leads to, written in one way: https, no www, no default port, tracking or fragment."""
    try:
        parts = urlsplit(link.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return link
    place = f"{host}:{port}" if port not in {None, 80, 443} else host
    query = parts.query and urlencode([pair for pair in parse_qsl(parts.query, True) if not _is_tracking(pair[0])])
    fragment = f"#{parts.fragment.rstrip()}" if parts.fragment.startswith(("!", "/")) else ""
    path = _OPEN_END.sub("", parts.path)
    return f"https://{place}{path}{'?' if query else ''}{query}{fragment}"


# Blanks before a fragment that goes are an address's end as well.
_OPEN_END = re.compile(r"[/\s]+$")


def _is_tracking(name: str) -> bool:
    return name.lower() in _TRACKING or name.lower().startswith(_TRACKING_STARTS)


def _telling_words(entry: Entry) -> str:
    """Long words stand for themselves; short ones recur ("Prisoners exchanged") and need their day and link."""
    words = f"{entry.title}\n{entry.summary}"
    if len(words) >= _TELLING:
        return words
    day = entry.published.date().isoformat() if isinstance(entry.published, datetime) else ""
    return f"{words}\n{day}"


_HALF = 32  # bits: the title's digest stands above the summary's, which is 0 where there is none


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=4).digest()) if text else 0


def _key(feed_url: str, kind: str, value: str) -> int:
    """A row id for whatever an entry is known by, in its feed: ten thousand feeds bring many."""
    name = f"{feed_url}\n{kind}\n{value}".encode("utf-8", "replace")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), signed=True)
