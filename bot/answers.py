"""What a server's answer says beside its body: how long to stay away, whether it is a page that shuts robots out."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

DAY = 86_400.0  # seconds; whatever a server asks for, a feed is tried once a day all the same

_SECONDS = re.compile(r"\d{1,9}")
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_FRESH = re.compile(r"(?:^|[\s,])(?:no-cache|no-store|must-understand)\b", re.IGNORECASE)


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds that a server asks us to stay away, within a day; None where it says nothing usable."""
    if not header:
        return None
    if _SECONDS.fullmatch(header.strip()):
        return min(float(header), DAY)
    moment = _moment(header)
    seconds = (moment - now).total_seconds() if moment else 0.0
    return min(seconds, DAY) if seconds > 0 else None


def fresh_for(headers: Mapping[str, str]) -> float | None:
    """The seconds for which a server calls its answer good: Cache-Control less Age, else Expires less Date."""
    control = headers.get("Cache-Control", "")
    if _NOT_FRESH.search(control):
        return None
    if age := _MAX_AGE.search(control):
        spent = headers.get("Age", "0").strip()
        seconds = float(age[1]) - (float(spent) if _SECONDS.fullmatch(spent) else 0.0)
        return min(seconds, DAY) if seconds > 0 else None
    expires, date = _moment(headers.get("Expires")), _moment(headers.get("Date"))
    seconds = (expires - date).total_seconds() if expires and date else 0.0
    return min(seconds, DAY) if seconds > 0 else None


def served_at(headers: Mapping[str, str]) -> datetime | None:
    """When the server says that it is, so that its dates are read by its own clock."""
    return _moment(headers.get("Date"))


def _moment(header: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header) if header else None
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None


_CHALLENGE = re.compile(
    rb"<title>\s*(?:Just a moment|Attention Required! \| Cloudflare|DDoS-Guard)"
    rb"|/cdn-cgi/challenge-platform/|cf[-_]chl[-_]|__ddg\w*\.js|id=[\"']challenge-(?:form|running|error)",
    re.IGNORECASE,
)


def is_challenge(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether this is the page that asks a browser to prove that a person sits before it, whatever the status."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    head = body[:20_000]
    return b"<html" in head[:2000].lower() and _CHALLENGE.search(head) is not None


_END = re.compile(rb"</\s*(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)


def is_whole(body: bytes) -> bool:
    """Whether a feed's body reaches its own end; a connection that is cut off need not say so."""
    tail = body[-4096:].replace(b"\0", b"").rstrip()  # without the second bytes of UTF-16
    return tail.endswith(b"}") or _END.search(tail) is not None


_TTL = re.compile(rb"<ttl>\s*(?:<!\[CDATA\[)?\s*(\d{1,6})\s*(?:\]\]>)?\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(rb"<\w+:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</", re.IGNORECASE)
_FREQUENCY = re.compile(rb"<\w+:updateFrequency>\s*(\d{1,6})\s*</", re.IGNORECASE)
_HOURS = {b"hourly": 1, b"daily": 24, b"weekly": 168, b"monthly": 720, b"yearly": 8760}


def hint_in(body: bytes) -> float | None:
    """The seconds between polls that a feed itself wishes for: RSS's ttl (minutes) or the sy: module; at most a day."""
    wishes = []
    if ttl := _TTL.search(body):
        wishes.append(float(ttl[1]) * 60)
    if period := _PERIOD.search(body):
        times = _FREQUENCY.search(body)
        wishes.append(
            timedelta(hours=_HOURS[period[1].lower()]).total_seconds() / max(1, int(times[1]) if times else 1)
        )
    return min(max(wishes), DAY) if wishes and max(wishes) > 0 else None
