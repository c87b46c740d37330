"""When a feed is polled next and what its health is: pure, from its state and what the poll came to.

The interval: a feed's own `every`; longer, up to `slowest`, where it publishes seldom; `fastest` while an exchange is
live. What servers wish (TTL, sy:, Cache-Control, Expires) is kept outside live exchanges, Retry-After always.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bot.addresses import shown
from bot.answers import DAY
from bot.types import Feed, Milestone, MilestoneKind

LIVE = timedelta(hours=2)  # an exchange is live for so long after the last word on it
COVERS = timedelta(days=30)  # a feed that brought a report within them may bring the next word
FULL_EVERY = DAY  # seconds between polls without validators, for servers that answer "unchanged" for ever
JITTER = 0.1  # of the interval, so that feeds do not march in step
NO_JITTER_BELOW = 60.0  # seconds; a short interval is a test's or an emergency's and means what it says
FIRST_BACK_OFF = 3600.0  # seconds between polls of a failing feed at most, at first
DIES_AFTER = timedelta(hours=6)
QUIET_FROM = 2 * DAY  # no silence that is shorter is worth a word
EMPTIED_FROM = 5  # entries; a feed that held so many and holds none is broken
NEVER = datetime(9999, 12, 31, tzinfo=UTC)

Judged = tuple[Feed, tuple[Milestone, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """How polls go now: `fastest` (seconds) while something is `live`; `spread` over the interval or on the dot."""

    fastest: float
    live: bool = False
    spread: bool = True


def interval(feed: Feed, now: datetime, tempo: Tempo) -> float:
    """Seconds between polls of a healthy feed: two polls for each entry that is to be expected, within limits."""
    if tempo.live and covers(feed, now):
        return min(feed.every, tempo.fastest)
    quiet = (now - feed.changed_at).total_seconds() if feed.changed_at else 0.0
    expected = max(feed.pace or 0.0, quiet / 10)
    return min(max(feed.every, expected / 2), max(feed.every, feed.slowest or feed.every))


def covers(feed: Feed, now: datetime) -> bool:
    """Whether a feed is one of those that tell of exchanges."""
    return feed.reported_at is not None and now - feed.reported_at <= COVERS


def next_poll(feed: Feed, now: datetime, tempo: Tempo, *, fresh_for: float | None = None) -> datetime:
    """When a healthy feed is polled next: never before it or its server wishes, but for a live exchange."""
    wait = interval(feed, now, tempo)
    if not (tempo.live and covers(feed, now)):
        wait = max(wait, min(max(fresh_for or 0.0, feed.hint or 0.0), DAY))
    if tempo.spread and wait >= NO_JITTER_BELOW:
        wait += wait * share(feed.url, now) * (JITTER if feed.polled_at else 1.0)  # at first over the whole interval
    return now + timedelta(seconds=wait)


def share(url: str, now: datetime) -> float:
    """A feed's own number from 0 up to 1, another one at each poll: chance that a test can repeat."""
    return zlib.crc32(f"{url} {now.timestamp():.0f}".encode()) / 2**32


def wants_all(feed: Feed, now: datetime) -> bool:
    """Whether it is time for a poll without validators."""
    return feed.full_at is None or not 0 <= (now - feed.full_at).total_seconds() < FULL_EVERY


def unchanged(
    feed: Feed,
    now: datetime,
    tempo: Tempo,
    *,
    full: bool = False,
    fresh_for: float | None = None,
    moved_to: str | None = None,
) -> Judged:
    """A feed that answered and brought nothing; `full`: its whole body came and was as before."""
    said = _recovered(feed, now) + _moved(feed, now, moved_to)
    alarm = None if said and said[0].kind is MilestoneKind.REVIVED else feed.alarm
    quiet = (now - feed.changed_at).total_seconds() if feed.changed_at else 0.0
    if alarm is None and feed.longest_quiet and quiet > max(feed.longest_quiet, QUIET_FROM):
        text = f"has brought nothing new for {span(quiet)}, longer than ever; look whether it still lives"
        said += (Milestone(kind=MilestoneKind.QUIET, text=text, at=now, tell=True),)
        alarm = MilestoneKind.QUIET
    after = replace(
        _well(feed),
        next_poll_at=next_poll(feed, now, tempo, fresh_for=fresh_for),
        polled_at=now,
        full_at=now if full or feed.full_at is None else feed.full_at,
        moved_to=moved_to,
        alarm=alarm,
    )
    return after, said


def _well(feed: Feed) -> Feed:
    """A feed of which no failure is remembered."""
    return replace(feed, failures=0, error=None, failing_since=None, not_before=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a changed feed brought: how many entries it holds, how many are new, the times they bear, its validators."""

    entries: int
    new: int = 0
    times: tuple[datetime, ...] = ()
    reported: bool = False
    etag: str | None
    last_modified: str | None
    body_hash: str
    hint: float | None = None
    fresh_for: float | None = None
    moved_to: str | None = None


def changed(feed: Feed, now: datetime, tempo: Tempo, brought: Brought) -> Judged:
    """A feed whose body was read and stored: its validators advance."""
    said = _recovered(feed, now)
    if feed.changed_at is None and not feed.polled_at:
        text = f"read for the first time, {brought.entries} entries"
        said += (Milestone(kind=MilestoneKind.READ, text=text, at=now),)
    said += _moved(feed, now, brought.moved_to)
    usual, longest = _rhythm(feed, now, brought)
    after = replace(
        _well(feed),
        etag=brought.etag,
        last_modified=brought.last_modified,
        body_hash=brought.body_hash,
        moved_to=brought.moved_to,
        changed_at=now if brought.new or feed.changed_at is None else feed.changed_at,
        full_at=now,
        reported_at=now if brought.reported else feed.reported_at,
        entries=brought.entries,
        pace=usual,
        longest_quiet=longest,
        hint=brought.hint,
        alarm=None if brought.new else feed.alarm if feed.alarm == MilestoneKind.QUIET else None,
    )
    after = replace(after, next_poll_at=next_poll(after, now, tempo, fresh_for=brought.fresh_for), polled_at=now)
    return after, said


def _rhythm(feed: Feed, now: datetime, brought: Brought) -> tuple[float | None, float]:
    """Seconds between new entries as a rule, and the longest silence: at first by the dates, later as it is seen."""
    if feed.changed_at is None:
        gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(sorted(brought.times))]
        return (sum(gaps) / len(gaps) if gaps else None), max(gaps, default=0.0)
    if not brought.new:
        return feed.pace, feed.longest_quiet
    quiet = max(0.0, (now - feed.changed_at).total_seconds())
    seen = quiet / brought.new
    usual = seen if feed.pace is None else 0.7 * feed.pace + 0.3 * seen
    return usual, max(feed.longest_quiet, quiet)


def failed(
    feed: Feed,
    now: datetime,
    tempo: Tempo,
    *,
    why: str,
    gone: bool = False,
    emptied: bool = False,
    wait: float | None = None,
) -> Judged:
    """A feed that could not be read: later and later, never not at all, except where the server says that it is gone.

    `wait`: seconds for which the server asked to be left alone.
    """
    since = feed.failing_since or now
    after = replace(feed, failures=feed.failures + 1, error=why, failing_since=since)
    if feed.moved_to and after.failures >= 3:  # perhaps the old address knows a newer one
        after = replace(after, moved_to=None, etag=None, last_modified=None)
    kind = MilestoneKind.FAILED
    if gone:
        kind = MilestoneKind.GONE
    elif emptied:
        kind = MilestoneKind.EMPTIED
    elif now - since >= DIES_AFTER:
        kind = MilestoneKind.DIED
        why = f"has not been readable for {span((now - since).total_seconds())}: {why}"
    telling = kind is not MilestoneKind.FAILED and feed.alarm in {None, MilestoneKind.QUIET}
    news = telling or (kind is MilestoneKind.FAILED and why != feed.error)
    after = replace(
        after,
        alarm=kind if telling else feed.alarm,
        next_poll_at=NEVER if gone else now + timedelta(seconds=_back_off(after, now, tempo, wait)),
        not_before=now + timedelta(seconds=wait) if wait else None,
    )
    return after, (Milestone(kind=kind, text=why, at=now, tell=telling),) if news else ()


def _back_off(feed: Feed, now: datetime, tempo: Tempo, wait: float | None) -> float:
    """Twice as long each time, up to an hour; for one that has failed for days up to a day."""
    failing = (now - feed.failing_since).total_seconds() if feed.failing_since else 0.0
    longest = min(max(FIRST_BACK_OFF, failing / 8), DAY)
    back_off = max(feed.every, min(feed.every * 2.0 ** min(feed.failures - 1, 20), longest))
    if tempo.spread and back_off >= NO_JITTER_BELOW:
        back_off += back_off * JITTER * share(feed.url, now)
    return max(back_off, min(wait or 0.0, DAY))


def _moved(feed: Feed, now: datetime, moved_to: str | None) -> tuple[Milestone, ...]:
    if moved_to is None or moved_to == feed.moved_to:
        return ()
    text = f"has moved for good to {shown(moved_to)}; it is polled there, the config may follow"
    return (Milestone(kind=MilestoneKind.MOVED, text=text, at=now, tell=True),)


def _recovered(feed: Feed, now: datetime) -> tuple[Milestone, ...]:
    if not feed.failures:
        return ()
    failing = span((now - (feed.failing_since or now)).total_seconds())
    if feed.alarm in {None, MilestoneKind.QUIET}:
        text = f"can be read again after {feed.failures} failures in {failing}"
        return (Milestone(kind=MilestoneKind.RECOVERED, text=text, at=now),)
    text = f"can be read again, after {failing}"
    return (Milestone(kind=MilestoneKind.REVIVED, text=text, at=now, tell=True),)


def span(seconds: float) -> str:
    """A length of time in words for a person."""
    for size, name in ((DAY, "days"), (3600.0, "hours"), (60.0, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name}"
    return f"{seconds:g} s" if seconds < 10 else f"{seconds:.0f} s"


def times_of(moments: Iterable[datetime | None], now: datetime) -> tuple[datetime, ...]:
    """The latest times that entries bear, for a feed's rhythm: none of the future, twenty at most."""
    return tuple(sorted(moment for moment in moments if moment is not None and moment <= now)[-20:])
