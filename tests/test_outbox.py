"""The outbox against an adapter that behaves as it is told; the real chats have tests of their own."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.outbox import FIRST_WAIT, LONGEST_WAIT, Outbox, back_off, pace
from bot.store import Store
from bot.types import (
    Alert,
    AlertKind,
    Card,
    Channel,
    Delivery,
    DeliveryState,
    NotSent,
    Outcome,
    Platform,
    Refused,
    Sent,
    Unknown,
)
from tests.facts import NOW, report, ru, ua
from tests.test_store import bring


class Chat:
    """An adapter that remembers every post; `answers` are used up one by one, then all is well."""

    platform = Platform.CONSOLE

    def __init__(self, *answers: Outcome | Exception) -> None:
        self.answers = list(answers)
        self.posts: dict[str, list[Card]] = defaultdict(list)
        self.edits: list[tuple[str, Card]] = []
        self.hold: Callable[[], object] | None = None

    async def check(self) -> str:
        return "chat"

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass

    async def post(self, address: str, card: Card, *, key: str) -> Outcome:
        self.posts[address].append(card)
        return self._answer(str(sum(map(len, self.posts.values()))))

    async def edit(self, address: str, message_id: str, card: Card) -> Outcome:
        self.edits.append((message_id, card))
        return self._answer(message_id)

    def _answer(self, message_id: str) -> Outcome:
        answer = self.answers.pop(0) if self.answers else Sent(message_id=message_id)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def store(tmp_path: Path):
    """A store with two channels."""
    opened = Store.open(tmp_path / "exchanges.db")
    opened.channels.sync([Channel(platform=Platform.CONSOLE, address=name) for name in ("one", "two")], NOW)
    yield opened
    opened.close()


def outbox(store: Store, chat: Chat, clock: Clock | None = None) -> Outbox:
    """An outbox whose chance never varies."""
    return Outbox(store, {Platform.CONSOLE: chat}, clock or Clock(), chance=lambda: 1.0)


async def test_everything_owed_is_posted_once(store: Store) -> None:
    bring(store, "first", report(ua(103)))
    chat = Chat()
    box = outbox(store, chat)
    assert await box.drain() == 2
    assert await box.drain() == 0
    assert {address: len(cards) for address, cards in chat.posts.items()} == {"one": 1, "two": 1}
    assert store.deliveries.states() == {"sent": 2}


@pytest.mark.parametrize("trouble", [NotSent(reason="busy", wait=90), Unknown(reason="no answer"), RuntimeError("odd")])
async def test_what_did_not_arrive_for_sure_is_tried_again_later(store: Store, trouble: Outcome | Exception) -> None:
    bring(store, "first", report(ua(103)))
    chat, clock = Chat(trouble), Clock()
    box = outbox(store, chat, clock)
    await box.drain()
    assert store.deliveries.states() == {"owed": 1, "sent": 1}
    assert await box.drain() == 0
    clock.now += timedelta(seconds=91)
    assert await box.drain() == 1
    assert store.deliveries.states() == {"sent": 2}


async def test_a_chat_that_refuses_delays_no_other(store: Store) -> None:
    bring(store, "first", report(ua(103)))
    chat = Chat(Refused(reason="kicked", channel_gone=True))
    await outbox(store, chat).drain()
    assert store.deliveries.states() == {"refused": 1, "sent": 1}
    assert len(store.channels.active()) == 1


async def test_an_update_edits_the_message_that_the_chat_has(store: Store) -> None:
    chat = Chat()
    box = outbox(store, chat)
    bring(store, "first", report(ua(103)))
    await box.drain()
    bring(store, "second", report(ru(95)))
    await box.drain()
    assert len(chat.edits) == 2
    message_id, card = chat.edits[0]
    assert message_id in {"1", "2"}
    assert card.change
    assert len(card.figures) == 2


async def test_order_within_a_chat_is_kept_when_the_first_must_wait(store: Store) -> None:
    bring(store, "first", report(ua(103)))
    bring(store, "other", report(ua(7)), NOW - timedelta(days=40))
    chat, clock = Chat(NotSent(reason="busy"), NotSent(reason="busy")), Clock()
    box = outbox(store, chat, clock)
    await box.drain()
    for _ in range(4):
        clock.now += timedelta(seconds=LONGEST_WAIT)
        await box.drain()
    headlines = [card.headline for card in chat.posts["one"]]
    assert headlines[0] == headlines[1] != headlines[2]


async def test_run_posts_what_a_crash_left_claimed_and_stops_when_told(store: Store) -> None:
    bring(store, "first", report(ua(103)))
    for delivery in store.deliveries.owed(NOW, 10):
        store.deliveries.claim(delivery.id, NOW)
    chat = Chat()
    box = outbox(store, chat)
    running = asyncio.create_task(box.run())
    async with asyncio.timeout(5):
        while store.deliveries.states() != {"sent": 2}:
            await asyncio.sleep(0.01)
        box.stop()
        await running


@pytest.mark.parametrize(
    ("attempts", "asked", "seconds"),
    [(1, 0, FIRST_WAIT), (3, 0, FIRST_WAIT * 4), (30, 0, LONGEST_WAIT), (1, 3600, 3600)],
)
def test_waits_grow_and_never_undercut_what_the_platform_asks(attempts: int, asked: float, seconds: float) -> None:
    assert back_off(attempts, asked, 1.0) == seconds
    assert back_off(attempts, asked, 0.0) >= max(asked, seconds / 2)


@pytest.mark.parametrize(("address", "seconds"), [("123", 1.0), ("-100123", 3.0), ("@name", 3.0)])
def test_groups_and_channels_of_telegram_get_twenty_posts_a_minute(address: str, seconds: float) -> None:
    channel = Channel(platform=Platform.TELEGRAM, address=address)
    alert = Alert(event_id="e", kind=AlertKind.NEW, reason="", at=NOW, article_id="a")
    assert pace(Delivery(id=1, alert=alert, channel=channel, state=DeliveryState.OWED)) == seconds
