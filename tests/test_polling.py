"""When a feed is polled next, and what its operator hears of it."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.polling import (
    COVERS,
    DAY,
    FULL_EVERY,
    JITTER,
    NEVER,
    Brought,
    Judged,
    Tempo,
    changed,
    failed,
    interval,
    next_poll,
    share,
    times_of,
    unchanged,
    wants_all,
)
from bot.types import Feed, MilestoneKind
from tests.facts import NOW

STEADY = Tempo(fastest=60.0, spread=False)
FEED = Feed(url="https://a.example/rss", every=300.0, slowest=1800.0, next_poll_at=NOW)
READ = Brought(entries=20, new=1, etag='"1"', last_modified=None, body_hash="h")

seconds = st.floats(1.0, 400_000.0)


@st.composite
def feeds(draw: st.DrawFn) -> Feed:
    """Any healthy feed."""

    def ago() -> st.SearchStrategy[timedelta]:
        return st.floats(0, 90 * DAY).map(lambda s: timedelta(seconds=s))

    every = draw(st.floats(1.0, 7200.0))
    return replace(
        FEED,
        url=draw(st.sampled_from(["https://a.example/", "https://b.example/1"])),
        every=every,
        slowest=draw(st.none() | st.floats(1.0, 86_400.0)),
        pace=draw(st.none() | seconds),
        hint=draw(st.none() | seconds),
        polled_at=draw(st.none() | ago().map(lambda t: NOW - t)),
        changed_at=draw(st.none() | ago().map(lambda t: NOW - t)),
        reported_at=draw(st.none() | ago().map(lambda t: NOW - t)),
    )


tempos = st.builds(Tempo, fastest=st.floats(1.0, 600.0), live=st.booleans(), spread=st.booleans())


@given(feeds(), tempos, st.none() | seconds)
def test_a_poll_is_never_too_early_nor_too_late(feed: Feed, tempo: Tempo, fresh_for: float | None) -> None:
    wait = (next_poll(feed, NOW, tempo, fresh_for=fresh_for) - NOW).total_seconds()
    live = tempo.live and feed.reported_at is not None and feed.reported_at >= NOW - COVERS
    wishes = 0.0 if live else min(max(feed.hint or 0.0, fresh_for or 0.0), DAY)
    floor = min(feed.every, tempo.fastest) if live else feed.every
    ceiling = floor if live else max(feed.every, feed.slowest or 0.0)
    longest = max(ceiling, wishes)
    stretch = 1.0 if not tempo.spread else 1.0 + JITTER if feed.polled_at else 2.0
    assert max(floor, wishes) - 0.001 <= wait <= longest * stretch + 0.001


@given(feeds(), st.floats(0.1, 10.0))
def test_who_publishes_more_is_polled_no_less_often(feed: Feed, factor: float) -> None:
    brisk, slow = sorted((feed.pace or 300.0, (feed.pace or 300.0) * factor))
    assert interval(replace(feed, pace=brisk), NOW, STEADY) <= interval(replace(feed, pace=slow), NOW, STEADY)


@given(feeds())
def test_a_stated_interval_is_kept_where_no_other_limit_is(feed: Feed) -> None:
    alone = replace(feed, slowest=None, hint=None)
    assert interval(alone, NOW, STEADY) == feed.every


def test_while_an_exchange_is_live_those_that_cover_it_are_asked_more_often() -> None:
    live = replace(STEADY, live=True)
    quiet = replace(FEED, pace=DAY, hint=3600.0, polled_at=NOW)
    covering = replace(quiet, reported_at=NOW - timedelta(days=3))
    assert next_poll(covering, NOW, live, fresh_for=600.0) == NOW + timedelta(seconds=60)
    assert next_poll(covering, NOW, STEADY) == NOW + timedelta(hours=1)
    assert next_poll(quiet, NOW, live) == NOW + timedelta(hours=1)
    assert next_poll(replace(covering, every=30.0), NOW, live) == NOW + timedelta(seconds=30)


def test_a_feed_that_falls_silent_is_asked_less_and_less() -> None:
    waits = [interval(replace(FEED, pace=600.0, changed_at=NOW - timedelta(hours=h)), NOW, STEADY) for h in range(12)]
    assert waits[0] == 300.0
    assert all(earlier <= later for earlier, later in pairwise(waits))
    assert waits[-1] == 1800.0


def test_polls_of_many_feeds_spread_over_the_whole_interval() -> None:
    """Row 10: no thundering herd."""
    tempo = replace(STEADY, spread=True)
    firsts = sorted(
        (next_poll(replace(FEED, url=f"https://a.example/{n}"), NOW, tempo) - NOW).total_seconds() for n in range(1000)
    )
    assert firsts[0] < 310
    assert firsts[-1] > 590
    assert max(later - earlier for earlier, later in pairwise(firsts)) < 10
    assert 0 <= share("https://a.example", NOW) < 1


def test_once_a_day_everything_is_asked_for() -> None:
    """Row 8: a server that answers "unchanged" for ever."""
    assert wants_all(FEED, NOW)
    read = replace(FEED, full_at=NOW)
    assert not wants_all(read, NOW + timedelta(seconds=FULL_EVERY - 1))
    assert wants_all(read, NOW + timedelta(seconds=FULL_EVERY))
    assert wants_all(read, NOW - timedelta(hours=1))  # the clock was ahead then


class Life:
    """One feed through its polls, with what the operator was told."""

    def __init__(self) -> None:
        self.feed, self.now = FEED, NOW
        self.told: list[MilestoneKind] = []

    def take(self, judged: Judged) -> None:
        """One poll; then the clock goes on to the next."""
        self.feed, said = judged
        self.told += [each.kind for each in said if each.tell]
        assert self.feed.next_poll_at > self.now
        if self.feed.next_poll_at < NEVER:
            self.now = self.feed.next_poll_at

    def fail(self, hours: float, **how: object) -> int:
        """Fail for some hours; how many polls that were."""
        until, polls = self.now + timedelta(hours=hours), 0
        while self.now < until:
            self.take(failed(self.feed, self.now, STEADY, why="answers 500", **how))  # type: ignore[arg-type]
            polls += 1
        return polls

    def read(self, **what: object) -> None:
        """One good poll that brings something."""
        self.take(changed(self.feed, self.now, STEADY, replace(READ, **what)))  # type: ignore[arg-type]


def test_a_feed_that_dies_is_told_once_and_never_given_up_and_told_when_it_revives() -> None:
    """Row 10: the operator hears after hours, not per failure."""
    life = Life()
    life.read()
    life.fail(3)
    assert life.told == []
    life.fail(30 * 24)
    assert life.told == [MilestoneKind.DIED]
    assert life.fail(10 * 24) >= 10  # at least once a day still
    life.read()
    assert life.told == [MilestoneKind.DIED, MilestoneKind.REVIVED]
    assert (life.feed.failures, life.feed.alarm, life.feed.error) == (0, None, None)


def test_a_short_failure_is_history_and_no_notice() -> None:
    life = Life()
    life.read()
    life.fail(1)
    judged = unchanged(life.feed, life.now, STEADY)
    assert [(each.kind, each.tell) for each in judged[1]] == [(MilestoneKind.RECOVERED, False)]
    life.take(judged)
    assert life.told == []


def test_what_is_gone_is_polled_no_more() -> None:
    """Row 11: 410."""
    life = Life()
    life.read()
    life.take(failed(life.feed, life.now, STEADY, why="is gone for good (410)", gone=True))
    assert life.feed.next_poll_at == NEVER
    assert life.told == [MilestoneKind.GONE]


def test_an_emptied_feed_is_an_alarm_and_keeps_its_validators() -> None:
    """Row 11: "went from 50 to 0 items"."""
    life = Life()
    life.read(entries=50)
    life.fail(1, emptied=True)
    assert life.told == [MilestoneKind.EMPTIED]
    assert (life.feed.etag, life.feed.entries) == ('"1"', 50)
    life.fail(24)
    assert life.told == [MilestoneKind.EMPTIED]


def test_a_silence_longer_than_ever_is_told_once() -> None:
    life = Life()
    life.read(new=20, times=tuple(NOW - timedelta(hours=10 * n) for n in range(20)))
    assert life.feed.longest_quiet == timedelta(hours=10).total_seconds()
    until = life.now + timedelta(days=5)
    while life.now < until:
        life.take(unchanged(life.feed, life.now, STEADY))
        quiet = life.now - NOW
        assert bool(life.told) == (quiet - timedelta(minutes=30) > timedelta(days=2)), quiet
    assert life.told == [MilestoneKind.QUIET]
    life.read()
    assert life.feed.alarm is None
    assert life.feed.longest_quiet > timedelta(days=4).total_seconds()


def test_a_move_is_told_once_and_forgotten_where_it_leads_nowhere() -> None:
    """Row 7: 301."""
    life = Life()
    life.read(moved_to="https://new.example/rss")
    life.read(moved_to="https://new.example/rss")
    life.take(unchanged(life.feed, life.now, STEADY, moved_to="https://new.example/rss"))
    assert life.told == [MilestoneKind.MOVED]
    assert life.feed.moved_to == "https://new.example/rss"
    life.fail(0.5)
    assert life.feed.moved_to is None
    assert life.feed.url == FEED.url


@pytest.mark.parametrize(
    ("asked", "waited"),
    [(None, 300), (0, 300), (10, 300), (7200, 7200), (86_400, 86_400), (1e9, 86_400)],
)
def test_a_wait_that_is_asked_for_is_kept_between_the_interval_and_a_day(asked: float | None, waited: float) -> None:
    """Row 9: 429 and 503 with Retry-After."""
    after, _ = failed(FEED, NOW, STEADY, why="asks us to come less often (429)", wait=asked)
    assert (after.next_poll_at - NOW).total_seconds() == waited


def test_a_rhythm_is_read_from_the_dates_and_then_from_what_comes() -> None:
    life = Life()
    life.read(new=3, times=times_of([NOW, NOW - timedelta(hours=2), None, NOW + timedelta(days=9)], NOW))
    assert life.feed.pace == 7200.0
    life.now = NOW + timedelta(hours=1)
    life.read(new=2)
    assert life.feed.pace == pytest.approx(0.7 * 7200 + 0.3 * 1800)
