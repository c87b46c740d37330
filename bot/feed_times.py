"""Times as feeds write them."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

# Zone names that feedparser and the standard library read as UTC. (IST is three zones, and so none.)
_ZONES = {"MSK": "+0300", "MSD": "+0400", "EET": "+0200", "EEST": "+0300", "CET": "+0100", "CEST": "+0200",
          "TRT": "+0300"}  # fmt: skip
_ZONE = re.compile(rf"\s*\b({'|'.join(_ZONES)})$")
# "+03:00", "GMT+3" and "UTC+0300" behind a time, which the standard library reads as no offset at all.
_OFFSET = re.compile(r"(?<=:\d\d)\s*(?:GMT|UTC|UT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$")
HALF_DAYS = re.compile(r"\d\s*[AP]\.?M\b", re.IGNORECASE)  # which it leaves out
_LONGEST = 100  # characters


@lru_cache(maxsize=1024)  # it is asked twice for each entry of a well-formed feed
def read_time(words: str) -> datetime | None:
    """A time as feeds write it (RFC 2822 or ISO 8601, zone names known); no zone is UTC."""
    if len(words) > _LONGEST or HALF_DAYS.search(words):
        return None
    text = _ZONE.sub(lambda zone: f" {_ZONES[zone.group(1)]}", words.strip())
    plain = _OFFSET.sub(lambda found: f" {found[1]}{found[2]:0>2}{found[3] or '00'}", text)
    for read, form in ((parsedate_to_datetime, plain), (datetime.fromisoformat, text)):
        try:
            moment = read(form)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, IndexError, OverflowError, TypeError):
            continue
    return None


def newest(entries: Sequence[T], most: int, time_of: Callable[[T], datetime | None]) -> Sequence[T]:
    """The newest of very many by the feed's own order, which is nearly always newest first."""
    if len(entries) <= most:
        return entries
    first, last = time_of(entries[0]), time_of(entries[-1])
    return entries[-most:] if first and last and first < last else entries[:most]
