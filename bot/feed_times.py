"""Times as feeds write them."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

# Zone names that feedparser and the standard library read as UTC. (IST is three zones, and so none.)
_ZONES = {"MSK": "+0300", "MSD": "+0400", "EET": "+0200", "EEST": "+0300", "CET": "+0100", "CEST": "+0200"}
_ZONE = re.compile(rf"\s*\b({'|'.join(_ZONES)})$")
_LONGEST = 100  # characters


@lru_cache(maxsize=1024)  # it is asked twice for each entry of a well-formed feed
def read_time(words: str) -> datetime | None:
    """A time as feeds write it (RFC 2822 or ISO 8601, zone names known); no zone is UTC."""
    if len(words) > _LONGEST:
        return None
    text = _ZONE.sub(lambda zone: f" {_ZONES[zone.group(1)]}", words.strip())
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text)
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
