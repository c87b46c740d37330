"""Whose turn it is: the limits are kept to, nobody is forgotten, and one slow chat is nobody else's trouble."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import LIMITS, Limit, Limits, Pace, telegram_limits
from bot.types import Platform
from tests.limiter import Limiter

TELEGRAM = LIMITS[Platform.TELEGRAM]


class Simulated:
    """A platform that enforces its limits, at a distance of so many seconds, and a pace that posts to it.

    `late`: seconds by which a busy machine wakes up after the moment that it was to wake at, at most.
    """

    def __init__(self, limits: Limits, delay: float = 0.05, jitter: float = 0.0, late: float = 0.0) -> None:
        self.pace, self.delay, self.now, self.late = Pace(limits), delay, 0.0, late
        self.jitter, self.chance = jitter, Random(1)
        self.arrived = 0.0
        self.limiter = Limiter(clock=lambda: self.arrived)
        self.order: list[tuple[float, str]] = []
        self.left: dict[str, int] = {}
        self.ranks: dict[str, int] = {}

    def owe(self, chat: str, posts: int = 1, rank: int = 0) -> None:
        self.left[chat], self.ranks[chat] = posts, rank
        self.offer(chat)

    def offer(self, chat: str) -> None:
        self.pace.offer(chat, self.ranks[chat], is_group=chat.startswith("-"))

    def way(self) -> float:
        """Seconds that a request or an answer is on its way."""
        return self.delay * (1 + self.jitter * self.chance.random())

    def run(self) -> None:
        arriving: list[tuple[float, str]] = []
        answered: list[tuple[float, str]] = []
        while True:
            while (chat := self.pace.take(self.now)) is not None:
                arriving.append((self.now + self.way(), chat))
            wait = self.pace.wait(self.now)
            times = [at for at, _ in arriving + answered] + ([self.now + wait] if wait is not None else [])
            if not times:
                return
            self.now = max(self.now, min(times) + self.late * self.chance.random())
            for at, chat in sorted(each for each in arriving if each[0] <= self.now):
                arriving.remove((at, chat))
                self.arrived = at
                assert self.limiter.take(chat) == 0.0, f"{chat} at {at}"
                self.order.append((at, chat))
                answered.append((at + self.way(), chat))
            for at, chat in [each for each in answered if each[0] <= self.now]:
                answered.remove((at, chat))
                self.pace.done(chat, self.now)
                self.left[chat] -= 1
                if self.left[chat]:
                    self.offer(chat)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.integers(-30, 30).map(str), st.tuples(st.integers(1, 25), st.integers(0, 2)), min_size=1, max_size=40
    ),
    st.floats(0.0, 0.2),
    st.floats(0.0, 0.25),
    st.floats(0.0, 0.3),
)
def test_whatever_is_owed_to_whom_all_goes_out_and_no_limit_is_met(
    owed: dict[str, tuple[int, int]], delay: float, jitter: float, late: float
):
    """Row 51: a server that enforces the limits never has to refuse."""
    at = Simulated(TELEGRAM, delay, jitter, late)
    for chat, (posts, rank) in owed.items():
        at.owe(chat, posts, rank)
    at.run()
    assert at.limiter.refused == 0
    assert at.limiter.arrived == sum(posts for posts, _ in owed.values())


def test_ten_thousand_chats_take_as_long_as_the_limit_says_and_each_has_its_turn():
    at = Simulated(TELEGRAM, 0.02)  # a platform that is forty milliseconds away
    for number in range(10_000):
        at.owe(str(number + 1))
    at.run()
    assert [chat for _, chat in at.order] == [str(number + 1) for number in range(10_000)]
    assert at.now < 10_000 / 30 * 1.02


def test_a_machine_that_wakes_up_late_each_time_still_takes_no_longer_than_the_limit_says():
    """Turns are planned from one another and not from when each of them came: what is late does not add up."""
    at = Simulated(TELEGRAM, 0.002, jitter=1.0, late=0.008)  # a server near by, four milliseconds late on average
    for number in range(3_000):
        at.owe(str(number + 1))
    at.run()
    assert at.limiter.refused == 0
    assert at.now < 3_000 / 30 * 1.02


def test_a_chat_with_much_to_come_waits_behind_those_with_little():
    at = Simulated(TELEGRAM)
    at.owe("1", 50)
    for number in range(2, 60):
        at.owe(str(number))
    at.run()
    first_round = [chat for _, chat in at.order[:60]]
    assert first_round.count("1") <= 3
    assert {str(n) for n in range(1, 56)} <= set(first_round)


def test_new_alerts_go_before_updates_and_updates_before_digests():
    at = Simulated(TELEGRAM)
    for number in range(1, 31):
        at.owe(str(number), rank=2 - number % 3)
    at.run()
    ranks = [at.ranks[chat] for _, chat in at.order]
    assert ranks == sorted(ranks)


def test_a_group_gets_twenty_a_minute_and_a_person_one_a_second():
    at = Simulated(TELEGRAM)
    at.owe("-1", 41)
    at.run()
    assert 120 < at.now < 125
    at = Simulated(TELEGRAM)
    at.owe("1", 41)
    at.run()
    assert 40 <= at.now < 46


def test_one_chat_s_wait_is_its_own_and_that_of_several_is_everybody_s():
    """Row 45."""
    pace = Pace(TELEGRAM)
    for chat in "abcdef":
        pace.offer(chat, 0)
    assert pace.take(0.0) == "a"
    pace.refused("a", 3600.0)
    pace.done("a", 0.1)
    pace.offer("a", 0)
    assert pace.take(1.0) == "b"
    pace.accepted()
    pace.done("b", 1.1)
    for at, chat in ((2.0, "c"), (3.0, "d")):
        assert pace.take(at) == chat
        pace.refused(chat, at + 30)
        pace.done(chat, at)
    assert pace.take(4.0) == "e"
    pace.refused("e", 50.0)
    pace.done("e", 4.0)
    assert pace.take(31.9) is None
    assert pace.take(32.1) == "f"
    pace.done("f", 32.2)
    pace.offer("f", 0)
    assert pace.wait(32.2) == 1.0  # f's own second


def test_a_platform_without_limits_takes_everything_at_once():
    pace = Pace(Limits())
    for number in range(100):
        pace.offer(str(number), 0)
    assert len({pace.take(0.0) for _ in range(100)}) == 100
    assert pace.take(0.0) is None
    assert pace.wait(0.0) is None


def test_what_is_not_answered_slows_nobody_for_long():
    """Row 50: a post that hangs counts as arrived after a second."""
    pace = Pace(Limits(overall=(Limit(1, 1.0),)))
    pace.offer("dead", 0)
    pace.offer("alive", 0)
    assert pace.take(0.0) == "dead"
    assert pace.take(1.9) is None
    assert pace.take(2.1) == "alive"


def test_an_offer_replaces_the_one_before():
    pace = Pace(TELEGRAM)
    pace.offer("a", 2, at=100.0)
    pace.offer("a", 0)
    assert pace.take(0.0) == "a"
    pace.offer("a", 0)  # under way: it is offered again when that is done
    pace.done("a", 0.1)
    assert pace.take(200.0) is None


def test_a_bot_that_may_post_more_does():
    assert telegram_limits(1000).overall == (Limit(1000, 1.0),)
