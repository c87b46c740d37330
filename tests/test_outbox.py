"""The outbox in virtual time, against a chat in memory that does as it is told; the real chats have tests of their own.

The rows named here and in the other tests are those of the list of faults in docs/delivery.md.
"""

import asyncio
import sqlite3
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.outbox import is_group
from bot.posting import Policy
from bot.store import Store
from bot.types import NotSent, Outcome, Platform, Refusal, Refused, Unknown
from tests.chat import HOUR, Chat, Lost, channel, outbox, run_for, running
from tests.facts import NOW, report, ru, ua
from tests.limiter import Limiter
from tests.stores import bring, bring_another
from tests.virtual_time import Clock, virtually

pytestmark = pytest.mark.usefixtures("two_chats")


# ── What is owed is posted ───────────────────────────────────────────────────────────────────────────────────────────


@virtually
async def test_everything_owed_is_posted_once(store: Store, clock: Clock) -> None:
    bring_another(store, 1, clock())
    chat = Chat()
    box = outbox(store, chat, clock)
    await box.drain()
    await box.drain()
    assert sorted(post.address for post in chat.posts.values()) == ["1", "2"]
    assert store.deliveries.states() == {"sent": 2}


@pytest.mark.parametrize("trouble", [NotSent(reason="busy", wait=90), Unknown(reason="no answer"), RuntimeError("odd")])
@virtually
async def test_what_did_not_arrive_for_sure_is_tried_again_later(
    store: Store, clock: Clock, trouble: Outcome | Exception
) -> None:
    bring_another(store, 1, clock())
    chat = Chat()
    chat.answers["1"] = [trouble]
    box = outbox(store, chat, clock)
    await box.drain()
    assert store.deliveries.states()["sent"] >= 1
    await run_for(box, 100)
    assert store.deliveries.states() == {"sent": 2}
    assert len(chat.tries) == 3


@virtually
async def test_a_chat_that_refuses_delays_no_other(store: Store, clock: Clock) -> None:
    """Row 48: who blocked or kicked us is owed nothing more, and the owner is told once."""
    bring_another(store, 1, clock())
    bring_another(store, 2, clock())
    chat = Chat()
    chat.answers["1"] = [Refused(reason="kicked", what=Refusal.CHANNEL)]
    await outbox(store, chat, clock).drain()
    assert store.deliveries.states() == {"refused": 2, "sent": 2}
    assert [each.address for each in store.channels.active()] == ["2"]
    assert [notice.subject for notice in store.notices.untold()] in ([], ["telegram:1"])


@virtually
async def test_order_within_a_chat_is_kept_when_the_first_must_wait(store: Store, clock: Clock) -> None:
    for number in (1, 2, 3):
        bring_another(store, number, clock())
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="busy", wait=30), Lost(), NotSent(reason="busy")]
    await run_for(outbox(store, chat, clock), 300)
    heads = list(dict.fromkeys(chat.at("1")))
    assert heads == chat.at("2")
    assert [len(chat.at("1")), len(chat.at("2"))] == [4, 3]  # the lost answer cost one copy


@pytest.mark.parametrize("wait", [3.0, 35.0, 3600.0])
@virtually
async def test_a_chat_that_asks_us_to_wait_waits_alone_and_gets_all_in_order(
    store: Store, clock: Clock, wait: float
) -> None:
    """Row 45: 429 with 3 s, 35 s, an hour, and a storm of them."""
    for number in (1, 2, 3):
        bring_another(store, number, clock())
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="Too Many Requests", wait=wait)] * 2
    box = outbox(store, chat, clock, policy=Policy(stale_after=86_400))
    await run_for(box, 2 * wait + 60)
    assert chat.at("1") == chat.at("2")
    assert len(chat.at("1")) == 3
    times = [at for at, address in chat.tries if address == "1"]
    assert all(later - earlier >= wait for earlier, later in pairwise(times[:3]))
    assert max(post.at for post in chat.posts.values() if post.address == "2") < 5


@virtually
async def test_a_dead_chat_delays_none_of_499_others(store: Store, clock: Clock) -> None:
    """Row 50: the others have theirs as soon as the limits let them."""
    store.channels.sync([channel(str(number)) for number in range(1, 501)], NOW)
    bring_another(store, 1, clock())
    chat = Chat(limiter=Limiter(clock=lambda: asyncio.get_running_loop().time()))
    hang = asyncio.Event()
    usual = chat._call

    async def call(address: str, take: Any) -> Outcome:
        if address == "7":
            await hang.wait()
        return await usual(address, take)

    chat._call = call  # type: ignore[method-assign]
    box = outbox(store, chat, clock)
    async with running(box):
        await asyncio.sleep(499 / 30 + 1.0)
        assert store.deliveries.states() == {"claimed": 1, "sent": 499}
        hang.set()


@virtually
async def test_five_hundred_chats_and_groups_are_told_without_one_refusal(store: Store, clock: Clock) -> None:
    """Row 51: 30 a second over all, one a second into a chat, twenty a minute into a group; three alerts each."""
    store.channels.sync([channel(str(number - 250)) for number in range(500)], NOW)
    for number in (1, 2, 3):
        bring_another(store, number, clock())
    limiter = Limiter(clock=lambda: asyncio.get_running_loop().time())
    await run_for(outbox(store, Chat(limiter=limiter), clock), 60)
    assert (limiter.refused, limiter.arrived) == (0, 1500)
    assert store.deliveries.states() == {"sent": 1500}


@virtually
async def test_after_six_hours_without_network_the_backlog_is_one_message_for_each_chat(
    store: Store, clock: Clock
) -> None:
    """Row 52: oldest first, folded, none of it dropped; while the network is away it is tried ever more rarely."""
    chat = Chat(down=lambda now: NotSent(reason="no network", wait=5, everywhere=True) if now < 6 * HOUR else None)
    box = outbox(store, chat, clock)
    async with running(box):
        for number in range(1, 9):
            bring_another(store, number, clock())
            box.wake()
            await asyncio.sleep(0.7 * HOUR)
        await asyncio.sleep(2 * HOUR)
    assert store.deliveries.states() == {"sent": 16}
    assert len(chat.at("1")) == len(chat.at("2")) == 1
    (post,) = [post for post in chat.posts.values() if post.address == "1"]
    told = [line for line in post.text.split("\n") if line.startswith("• ")]
    assert [f"{1000 + number:,}" in line for number, line in enumerate(told, 1)] == [True] * 8
    assert len([at for at, _ in chat.tries if at < 6 * HOUR]) < 60


@virtually
async def test_a_burst_into_one_chat_becomes_one_message(store: Store, clock: Clock) -> None:
    for number in range(1, 8):
        bring_another(store, number, clock())
    chat = Chat()
    await outbox(store, chat, clock).drain()
    assert chat.at("1") == ["7 exchanges in brief"]
    bring_another(store, 50, clock())
    await outbox(store, chat, clock).drain()
    assert len(chat.at("1")) == 2


@virtually
async def test_one_alert_that_could_not_be_posted_for_hours_is_its_own_card_and_is_edited_later(
    store: Store, clock: Clock
) -> None:
    bring(store, "first", report(ua(103)))
    chat = Chat(down=lambda now: NotSent(reason="no network", everywhere=True) if now < 6 * HOUR else None)
    box = outbox(store, chat, clock)
    await run_for(box, 7 * HOUR)
    assert chat.at("1") == ["Russia ⇄ Ukraine: 103 prisoners of war returned to Ukraine"]
    bring(store, "second", report(ru(95)))
    await outbox(store, chat, clock).drain()
    assert chat.at("1")[0] == "Russia ⇄ Ukraine: 103 prisoners of war returned to Ukraine, 95 to Russia"


@virtually
async def test_a_summary_in_which_one_exchange_is_left_is_its_card(store: Store, clock: Clock) -> None:
    bring(store, "first", report(ua(103)))
    bring_another(store, 2, clock())
    gone = store.events.get(store.deliveries.backlog("telegram:1", 5)[1].alert.event_id)
    assert gone
    with store.writing():
        store.events.save(replace(gone, merged_into=store.deliveries.backlog("telegram:1", 5)[0].alert.event_id))
    chat = Chat()
    await outbox(store, chat, clock, policy=Policy(fold_above=1)).drain()
    assert chat.at("1") == ["Russia ⇄ Ukraine: 103 prisoners of war returned to Ukraine"]


@virtually
async def test_more_than_a_summary_holds_becomes_several_and_nothing_is_left_out(store: Store, clock: Clock) -> None:
    for number in range(1, 51):
        bring_another(store, number, clock())
    chat = Chat()
    await run_for(outbox(store, chat, clock), 60)
    told = "\n".join(post.text for post in chat.posts.values() if post.address == "1")
    assert [number for number in range(1, 51) if f"{1000 + number:,}" not in told] == []
    assert len(chat.at("1")) == 3


# ── The database, the clock ──────────────────────────────────────────────────────────────────────────────────────────


def fill(db: sqlite3.Connection, *states: str) -> None:
    """No room for deliveries of these states, as on a full disk."""
    named = ", ".join(f"'{state}'" for state in states)
    db.execute(
        f"CREATE TEMP TRIGGER full AFTER UPDATE OF state ON deliveries WHEN NEW.state IN ({named}) "
        "BEGIN INSERT INTO events SELECT hex(randomblob(8)), '', '', '', hex(zeroblob(40000)), NULL; END"
    )


@virtually
async def test_what_cannot_be_recorded_is_not_sent_and_what_was_sent_is_recorded_as_soon_as_it_can_be(
    store: Store, clock: Clock
) -> None:
    """Row 36: a full disk, before the claim and between the answer and its record."""
    bring_another(store, 1, clock())
    chat = Chat()
    db = store._db._conn
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    fill(db, "claimed", "sent")
    box = outbox(store, chat, clock)
    async with running(box):
        await asyncio.sleep(20)
        assert chat.tries == []
        assert store.deliveries.states() == {"owed": 2}
        db.execute("DROP TRIGGER full")
        await asyncio.sleep(2)
        assert store.deliveries.states() == {"sent": 2}
        fill(db, "sent")
        bring_another(store, 2, clock())
        box.wake()
        await asyncio.sleep(20)
        assert store.deliveries.states() == {"sent": 2, "claimed": 2}
        assert len(chat.posts) == 4
        db.execute("DROP TRIGGER full")
        await asyncio.sleep(2)
    assert store.deliveries.states() == {"sent": 4}
    assert len(chat.posts) == 4
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@virtually
async def test_what_a_command_makes_owed_is_seen_while_another_chat_waits(store: Store, clock: Clock) -> None:
    """Commands of the command line are other programs: nobody calls `wake` for them."""
    bring_another(store, 1, clock())
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="busy", wait=3000)] * 2
    box = outbox(store, chat, clock)
    async with running(box):
        await asyncio.sleep(10)
        bring_another(store, 2, clock())
        await asyncio.sleep(60)
        assert len(chat.posts) == 2


@virtually
async def test_a_database_that_another_program_holds_is_waited_for(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 37: nothing is posted that cannot be recorded, nothing is lost, no transaction is half done."""
    monkeypatch.setattr("bot.store.database.BUSY_SECONDS", 0.01)
    store = Store.open(tmp_path / "busy.db")
    store.channels.sync([channel("1")], NOW)
    bring_another(store, 1, clock())
    other = sqlite3.connect(tmp_path / "busy.db", isolation_level=None)
    chat = Chat()
    box = outbox(store, chat, clock)
    async with running(box):
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(60)
        assert chat.tries == []
        other.execute("ROLLBACK")
        await asyncio.sleep(3)
        assert len(chat.posts) == 1
    assert store.deliveries.states() == {"sent": 1}
    other.close()
    store.close()


@pytest.mark.parametrize("jump", [-86_400.0, -3600.0, 3600.0, 86_400.0])
@virtually
async def test_a_clock_that_jumps_loses_nothing_and_doubles_nothing(store: Store, clock: Clock, jump: float) -> None:
    bring_another(store, 1, clock())
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="busy", wait=20)]
    box = outbox(store, chat, clock)
    await box.drain()
    clock.ahead = jump
    await run_for(outbox(store, chat, clock), 60)  # as a restart finds it: only the database remembers the wait
    assert store.deliveries.states() == {"sent": 2}
    assert len(chat.posts) == 2


@pytest.mark.parametrize(("address", "group"), [("123", False), ("-100123", True), ("@name", True)])
def test_groups_and_channels_of_telegram_are_known_by_their_address(address: str, group: bool) -> None:
    assert is_group(channel(address)) is group
    assert not is_group(channel(address, Platform.SLACK))
