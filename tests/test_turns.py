"""Many feeds at once, few of one host."""

import asyncio
from collections import Counter
from itertools import pairwise

import pytest

from bot.turns import PER_HOST, REST, STRIKES, Turns, host_of, is_ours
from bot.types import Feed
from tests.facts import NOW


def feed(url: str) -> Feed:
    """A feed at an address."""
    return Feed(url=url, every=300.0, next_poll_at=NOW)


class Watch:
    """What was under way at once, in all and of each host, and when each began."""

    def __init__(self, seconds: float = 0.01) -> None:
        self.seconds = seconds
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.began: list[tuple[str, float]] = []

    async def act(self, feed: Feed) -> None:
        """Take some time."""
        host = host_of(feed)
        self.began.append((feed.url, asyncio.get_running_loop().time()))
        for name in (host, "all"):
            self.now[name] += 1
            self.most[name] = max(self.most[name], self.now[name])
        await asyncio.sleep(self.seconds)
        for name in (host, "all"):
            self.now[name] -= 1


async def test_as_many_as_may_be_are_under_way_and_two_of_one_host() -> None:
    watch, turns = Watch(), Turns(20)
    feeds = [feed(f"http://127.0.0.{n % 60}/{n}") for n in range(600)]
    await turns.each(feeds, watch.act)
    assert watch.most.pop("all") == 20
    assert set(watch.most.values()) == {PER_HOST}
    assert len(watch.began) == len({url for url, _ in watch.began}) == 600


async def test_two_rounds_keep_the_limits_together() -> None:
    watch, turns = Watch(), Turns(4)
    feeds = [feed(f"http://127.0.0.1/{n}") for n in range(8)] + [feed(f"http://127.0.1.{n}/") for n in range(9)]
    await asyncio.gather(turns.each(feeds[::2], watch.act), turns.each(feeds[1::2], watch.act))
    assert (watch.most["127.0.0.1"], watch.most["all"]) == (PER_HOST, 4)


async def test_there_is_a_pause_between_requests_to_one_host_that_delays_no_other() -> None:
    watch, turns = Watch(), Turns(2, pause=0.1)
    started = asyncio.get_running_loop().time()
    feeds = [feed(f"https://slow.example/{n}") for n in range(4)] + [feed(f"https://{n}.example/") for n in range(6)]
    await turns.each(feeds, watch.act)
    at = sorted(began - started for url, began in watch.began if "slow" in url)
    assert all(later - earlier > 0.09 for earlier, later in pairwise(at))
    assert max(began - started for url, began in watch.began if "slow" not in url) < at[-1]


def test_a_host_that_fails_again_and_again_is_left_alone_for_a_while() -> None:
    """Row 10: per-host back-off."""
    turns, one, other = Turns(2), feed("https://a.example/1"), feed("https://a.example/2")
    for _ in range(STRIKES - 1):
        turns.note(one, NOW, good=False)
    assert not turns.rests(other, NOW)
    turns.note(one, NOW, good=False)
    assert turns.rests(other, NOW)
    assert not turns.rests(feed("https://b.example/"), NOW)
    assert not turns.rests(other, NOW + REST)
    assert not turns.rests(other, NOW - REST)  # the clock was set
    turns.note(other, NOW + REST, good=False)  # one more suffices for the next rest
    assert turns.rests(other, NOW + REST)
    turns.note(other, NOW + 2 * REST, good=True)
    turns.note(one, NOW + 2 * REST, good=False)
    assert not turns.rests(one, NOW + 2 * REST)


async def test_at_the_end_nobody_gets_a_turn_any_more_and_those_who_have_it_finish() -> None:
    watch, turns = Watch(0.05), Turns(3)
    going = asyncio.create_task(turns.each([feed(f"http://127.0.0.{n}/") for n in range(50)], watch.act))
    await asyncio.sleep(0.02)
    turns.end()
    await asyncio.wait_for(going, 1)
    assert len(watch.began) == 3
    assert watch.now["all"] == 0


async def test_nothing_is_remembered_of_hosts_that_are_done_with() -> None:
    turns = Turns(5, pause=0.01)
    await turns.each([feed(f"https://{n}.example/") for n in range(50)], Watch(0).act)
    await asyncio.sleep(0.05)
    assert not turns._hosts


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8080", True),
        ("localhost", True),
        ("[::1]:80", True),
        ("192.168.1.7", True),
        ("8.8.8.8", False),
        ("news.example", False),
        ("10.example.org", False),
        ("", False),
    ],
)
def test_we_need_not_be_polite_to_our_own_machines(host: str, ours: bool) -> None:
    assert is_ours(host) is ours
