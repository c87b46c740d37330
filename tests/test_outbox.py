"""The outbox in virtual time, against a chat in memory that does as it is told; the real chats have tests of their own.

The rows named here and in the other tests are those of the list of faults in docs/delivery.md.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Coroutine
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.outbox import is_group
from bot.posting import FIRST_WAIT, LONGEST_WAIT, Policy, back_off
from bot.store import Store
from bot.types import AlertKind, Card, Channel, DeliveryState, NotSent, Outcome, Platform, Refusal, Refused, Unknown
from tests.chat import Chat, Lost, outbox, run_for
from tests.facts import NOW, report, ru, transfer, ua
from tests.limiter import Limiter
from tests.stores import bring
from tests.virtual_time import Clock, run_virtually

TWO = ("1", "2")
HOUR = 3600.0


def channel(address: str, platform: Platform = Platform.TELEGRAM) -> Channel:
    return Channel(platform=platform, address=address)


@pytest.fixture
def store(store: Store) -> Store:
    """With two channels."""
    store.channels.sync([channel(name) for name in TWO], NOW)
    return store


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)


def tell(store: Store, number: int, clock: Clock) -> None:
    """An exchange of its own: nobody takes it for another one."""
    told = report(transfer(f"North {number}", f"South {number}", 1000 + number))
    bring(store, f"article-{number}", told, clock())


def virtually(work: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that runs in virtual time."""

    def test(store: Store, clock: Clock) -> None:
        run_virtually(lambda: work(store, clock))

    test.__name__, test.__doc__ = work.__name__, work.__doc__
    return test


# ── What is owed is posted ───────────────────────────────────────────────────────────────────────────────────────────


@virtually
async def test_everything_owed_is_posted_once(store: Store, clock: Clock) -> None:
    tell(store, 1, clock)
    chat = Chat()
    box = outbox(store, chat, clock)
    await box.drain()
    await box.drain()
    assert sorted(post.address for post in chat.posts.values()) == ["1", "2"]
    assert store.deliveries.states() == {"sent": 2}


@pytest.mark.parametrize("trouble", [NotSent(reason="busy", wait=90), Unknown(reason="no answer"), RuntimeError("odd")])
def test_what_did_not_arrive_for_sure_is_tried_again_later(
    store: Store, clock: Clock, trouble: Outcome | Exception
) -> None:
    async def work() -> None:
        tell(store, 1, clock)
        chat = Chat()
        chat.answers["1"] = [trouble]
        box = outbox(store, chat, clock)
        await box.drain()
        assert store.deliveries.states()["sent"] >= 1
        await run_for(box, 100)
        assert store.deliveries.states() == {"sent": 2}
        assert len(chat.tries) == 3

    run_virtually(work)


@virtually
async def test_a_chat_that_refuses_delays_no_other(store: Store, clock: Clock) -> None:
    """Row 48: who blocked or kicked us is owed nothing more, and the owner is told once."""
    tell(store, 1, clock)
    tell(store, 2, clock)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="kicked", what=Refusal.CHANNEL)]
    await outbox(store, chat, clock).drain()
    assert store.deliveries.states() == {"refused": 2, "sent": 2}
    assert [each.address for each in store.channels.active()] == ["2"]
    assert [notice.subject for notice in store.notices.untold()] in ([], ["telegram:1"])


@virtually
async def test_order_within_a_chat_is_kept_when_the_first_must_wait(store: Store, clock: Clock) -> None:
    for number in (1, 2, 3):
        tell(store, number, clock)
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="busy", wait=30), Lost(), NotSent(reason="busy")]
    await run_for(outbox(store, chat, clock), 300)
    heads = list(dict.fromkeys(chat.at("1")))
    assert heads == chat.at("2")
    assert [len(chat.at("1")), len(chat.at("2"))] == [4, 3]  # the lost answer cost one copy


@pytest.mark.parametrize("wait", [3.0, 35.0, 3600.0])
def test_a_chat_that_asks_us_to_wait_waits_alone_and_gets_all_in_order(store: Store, clock: Clock, wait: float) -> None:
    """Row 45: 429 with 3 s, 35 s, an hour, and a storm of them."""

    async def work() -> None:
        for number in (1, 2, 3):
            tell(store, number, clock)
        chat = Chat()
        chat.answers["1"] = [NotSent(reason="Too Many Requests", wait=wait)] * 2
        box = outbox(store, chat, clock, policy=Policy(stale_after=86_400))
        await run_for(box, 2 * wait + 60)
        assert chat.at("1") == chat.at("2")
        assert len(chat.at("1")) == 3
        times = [at for at, address in chat.tries if address == "1"]
        assert all(later - earlier >= wait for earlier, later in pairwise(times[:3]))
        assert max(post.at for post in chat.posts.values() if post.address == "2") < 5

    run_virtually(work)


@virtually
async def test_a_dead_chat_delays_none_of_499_others(store: Store, clock: Clock) -> None:
    """Row 50: the others have theirs as soon as the limits let them."""
    store.channels.sync([channel(str(number)) for number in range(1, 501)], NOW)
    tell(store, 1, clock)
    chat = Chat(limiter=Limiter(clock=lambda: asyncio.get_running_loop().time()))
    hang = asyncio.Event()
    usual = chat._call

    async def call(address: str, take: Any) -> Outcome:
        if address == "7":
            await hang.wait()
        return await usual(address, take)

    chat._call = call  # type: ignore[method-assign]
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    await asyncio.sleep(499 / 30 + 1.0)
    assert store.deliveries.states() == {"claimed": 1, "sent": 499}
    hang.set()
    box.stop()
    await running


@virtually
async def test_five_hundred_chats_and_groups_are_told_without_one_refusal(store: Store, clock: Clock) -> None:
    """Row 51: 30 a second over all, one a second into a chat, twenty a minute into a group; three alerts each."""
    store.channels.sync([channel(str(number - 250)) for number in range(500)], NOW)
    for number in (1, 2, 3):
        tell(store, number, clock)
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
    running = asyncio.create_task(box.run())
    for number in range(1, 9):
        tell(store, number, clock)
        box.wake()
        await asyncio.sleep(0.7 * HOUR)
    await asyncio.sleep(2 * HOUR)
    box.stop()
    await running
    assert store.deliveries.states() == {"sent": 16}
    assert len(chat.at("1")) == len(chat.at("2")) == 1
    (post,) = [post for post in chat.posts.values() if post.address == "1"]
    told = [line for line in post.text.split("\n") if line.startswith("• ")]
    assert [f"{1000 + number:,}" in line for number, line in enumerate(told, 1)] == [True] * 8
    assert len([at for at, _ in chat.tries if at < 6 * HOUR]) < 60


@virtually
async def test_a_burst_into_one_chat_becomes_one_message(store: Store, clock: Clock) -> None:
    for number in range(1, 8):
        tell(store, number, clock)
    chat = Chat()
    await outbox(store, chat, clock).drain()
    assert chat.at("1") == ["7 exchanges in brief"]
    tell(store, 50, clock)
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
    tell(store, 2, clock)
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
        tell(store, number, clock)
    chat = Chat()
    await run_for(outbox(store, chat, clock), 60)
    told = "\n".join(post.text for post in chat.posts.values() if post.address == "1")
    assert [number for number in range(1, 51) if f"{1000 + number:,}" not in told] == []
    assert len(chat.at("1")) == 3


# ── Edits ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def told_of_one(store: Store, clock: Clock, chat: Chat) -> None:
    bring(store, "first", report(ua(103)))
    await outbox(store, chat, clock).drain()


@virtually
async def test_an_update_is_a_short_reply_and_the_first_message_is_edited(store: Store, clock: Clock) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    bring(store, "second", report(ru(95)))
    await outbox(store, chat, clock).drain()
    assert sorted(number for number, _ in chat.edits) == ["1", "2"]
    assert "95 to Russia" in chat.posts["1"].text
    replies = {post.address: post for number, post in chat.posts.items() if number not in "12"}
    assert {post.reply_to for post in replies.values()} == {"1", "2"}
    assert replies["1"].text.split("\n") == [
        "Updated: a figure came in",
        "Russia ⇄ Ukraine: 103 prisoners of war returned to Ukraine, 95 to Russia",
        "",
        "→ Ukraine  103 prisoners of war",
        "→ Russia  95 prisoners of war",
    ]


@virtually
async def test_edits_come_after_everything_new_of_everybody(store: Store, clock: Clock) -> None:
    store.channels.sync([channel(str(number)) for number in range(1, 41)], NOW)
    order: list[str] = []

    class Watched(Chat):
        async def post(self, address: str, card: Card, **more: Any) -> Outcome:
            order.append("reply" if more.get("reply_to") else "new")
            return await super().post(address, card, **more)

        async def edit(self, address: str, message_id: str, card: Card, **more: Any) -> Outcome:
            order.append("edit")
            return await super().edit(address, message_id, card, **more)

    chat = Watched()
    await told_of_one(store, clock, chat)
    order.clear()
    bring(store, "second", report(ru(95)), clock())
    tell(store, 1, clock)
    await outbox(store, chat, clock).drain()
    told, edits = order[:80], order[80:]
    assert (sorted(told), edits) == (["new"] * 40 + ["reply"] * 40, ["edit"] * 40)


@virtually
async def test_another_outlet_edits_the_message_once_and_quietly_however_many_there_are(
    store: Store, clock: Clock
) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    for number in range(10):
        bring(store, f"outlet{number}", report(ua(103)), clock())
        box.wake()
        await asyncio.sleep(20)
    assert (len(chat.posts), chat.edits) == (2, [])
    await asyncio.sleep(300)
    assert sorted(number for number, _ in chat.edits) == ["1", "2"]
    assert "11 sources" in chat.posts["1"].text
    await asyncio.sleep(2 * HOUR)
    assert len(chat.edits) == 2
    box.stop()
    await running


@virtually
async def test_the_older_an_event_the_rarer_its_messages_are_edited_for_other_outlets(
    store: Store, clock: Clock
) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    for number in range(24 * 4):
        bring(store, f"outlet{number}", report(ua(103), day=NOW.date()), clock())
        box.wake()
        await asyncio.sleep(HOUR)
    box.stop()
    await running
    assert len(chat.posts) == 2
    assert 8 <= len([number for number, _ in chat.edits if number == "1"]) <= 20
    assert store.deliveries.next_edit("telegram:1") is None
    assert chat.posts["1"].text.count("sources") == 1


@virtually
async def test_what_changes_while_a_message_is_edited_is_edited_in_too(store: Store, clock: Clock) -> None:
    chat = Chat(takes=1.0)
    await told_of_one(store, clock, chat)
    bring(store, "second", report(ru(95)), clock())
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    while not (editing := [n for n, (_, address) in enumerate(chat.tries) if n > 3]):
        await asyncio.sleep(0.5)
    assert editing
    bring(store, "third", report(ru(96)), clock())
    await asyncio.sleep(60)
    box.stop()
    await running
    for number in "12":
        assert "96 to Russia" in chat.posts[number].text or "95–96" in chat.posts[number].text


@virtually
async def test_an_edit_whose_answer_was_lost_is_simply_made_again(store: Store, clock: Clock) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    bring(store, "second", report(ru(95)))
    box = outbox(store, chat, clock, policy=Policy(hold=True))
    running = asyncio.create_task(box.run())
    await asyncio.sleep(0.5)  # the replies are out
    assert (len(chat.posts), chat.edits) == (4, [])
    chat.answers["1"] = [Lost()]
    await asyncio.sleep(60)
    box.stop()
    await running
    assert (len(chat.posts), len(chat.edits), chat.looked) == (4, 3, [])
    assert set(store.deliveries.states()) == {"sent"}


@virtually
async def test_a_message_that_an_administrator_deleted_is_neither_edited_nor_sent_again(
    store: Store, clock: Clock
) -> None:
    """Row 55, nor is what changed told in a reply to it, then or later; other events go on."""
    chat = Chat()
    await told_of_one(store, clock, chat)
    del chat.posts[next(number for number, post in chat.posts.items() if post.address == "1")]
    bring(store, "second", report(ru(95)))
    await outbox(store, chat, clock).drain()
    bring(store, "third", report(ua(104), ru(96)))
    await outbox(store, chat, clock).drain()
    assert chat.at("1") == []
    assert len([address for _, address in chat.tries if address == "1"]) == 2
    tell(store, 5, clock)
    await outbox(store, chat, clock).drain()
    assert len(chat.at("1")) == 1


@virtually
async def test_a_message_that_was_deleted_before_a_quiet_edit_is_left_alone(store: Store, clock: Clock) -> None:
    """Row 55."""
    chat = Chat()
    await told_of_one(store, clock, chat)
    del chat.posts["1"]
    bring(store, "second", report(ua(103)))
    await run_for(outbox(store, chat, clock), HOUR)
    bring(store, "third", report(ru(95)))
    await outbox(store, chat, clock).drain()
    assert [post.address for post in chat.posts.values()] == ["2", "2"]


@virtually
async def test_a_message_that_can_no_longer_be_edited_gets_replies_alone(store: Store, clock: Clock) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    chat.fixed.add("1")
    bring(store, "second", report(ru(95)))
    await outbox(store, chat, clock).drain()
    bring(store, "third", report(ua(104), ru(96)))
    await outbox(store, chat, clock).drain()
    replies = [post.text.split("\n")[0] for post in chat.posts.values() if post.reply_to == "1"]
    assert replies == ["Updated: a figure came in", "Updated: a figure was revised"]
    assert [number for number, _ in chat.edits] == ["2", "2"]
    assert len([address for _, address in chat.tries if address == "1"]) == 4  # a post, an edit, two replies


# ── Lost answers and crashes ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("reads_back", "hold", "copies", "state"),
    [(True, False, 1, "sent"), (True, True, 1, "sent"), (False, False, 2, "sent"), (False, True, 1, "unknown")],
)
def test_a_lost_answer_costs_what_the_setting_and_the_platform_say(
    store: Store, clock: Clock, reads_back: bool, hold: bool, copies: int, state: str
) -> None:
    """Row 46: unknown, then read back, then the setting decides: at most one copy, or possibly none."""

    async def work() -> None:
        tell(store, 1, clock)
        tell(store, 2, clock)
        chat = Chat(reads_back=reads_back)
        chat.answers["1"] = [Lost()]
        await run_for(outbox(store, chat, clock, policy=Policy(hold=hold)), 60)
        first = chat.at("2")[0]
        assert chat.at("1").count(first) == copies
        assert chat.at("1")[-1] == chat.at("2")[1]  # what comes after it comes
        assert store.deliveries.states().get(state, 0) >= 1

    run_virtually(work)


@pytest.mark.parametrize("reads_back", [True, False])
def test_what_never_arrived_is_posted_after_a_lost_answer_and_under_the_same_name(
    store: Store, clock: Clock, reads_back: bool
) -> None:
    async def work() -> None:
        tell(store, 1, clock)
        chat = Chat(reads_back=reads_back)
        chat.answers["1"] = [Unknown(reason="reset")] * 3
        await run_for(outbox(store, chat, clock), 120)
        assert len(chat.at("1")) == 1
        assert len(set(chat.looked)) == 1
        assert chat.looked[0] == next(post.key for post in chat.posts.values() if post.address == "1")

    run_virtually(work)


@virtually
async def test_a_look_up_that_fails_is_made_again_before_anything_is_posted(store: Store, clock: Clock) -> None:
    tell(store, 1, clock)
    away = NotSent(reason="rate limited", wait=10)
    chat = Chat(reads_back=True, down=lambda now: away if 1 < now < 40 else None)
    chat.answers["1"] = [Lost()]
    await run_for(outbox(store, chat, clock), 200)
    assert len(chat.at("1")) == 1
    assert len(chat.looked) > 1
    assert store.deliveries.states() == {"sent": 2}


@virtually
async def test_a_summary_whose_answer_was_lost_is_the_same_summary_the_next_time(store: Store, clock: Clock) -> None:
    for number in range(1, 8):
        tell(store, number, clock)
    chat = Chat()
    chat.answers["1"] = [Lost()]
    box = outbox(store, chat, clock)
    await box.drain()
    tell(store, 9, clock)
    await run_for(box, 60)
    assert len(chat.at("1")) == 3
    first, second, *_ = [post.text for post in chat.posts.values() if post.address == "1"]
    assert first == second
    assert set(store.deliveries.states()) == {"sent"}


@virtually
async def test_what_a_crash_left_claimed_is_looked_up_first(store: Store, clock: Clock) -> None:
    tell(store, 1, clock)
    for address in TWO:
        store.deliveries.claim(store.deliveries.backlog(f"telegram:{address}", 5), f"attempt-{address}", NOW)
    chat = Chat(reads_back=True)
    await outbox(store, chat, clock).drain()
    assert sorted(chat.looked) == ["attempt-1", "attempt-2"]
    assert sorted(post.key for post in chat.posts.values()) == ["attempt-1", "attempt-2"]


# ── What a platform refuses ──────────────────────────────────────────────────────────────────────────────────────────


@virtually
async def test_a_card_that_is_refused_goes_once_as_bare_text_and_then_nowhere(store: Store, clock: Clock) -> None:
    """Row 47: the reason is kept where the owner finds it, and there is no endless loop."""
    tell(store, 1, clock)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="can't parse entities")]
    chat.answers["2"] = [Refused(reason="can't parse entities"), Refused(reason="message is too long")]
    await run_for(outbox(store, chat, clock), HOUR)
    (post,) = chat.posts.values()
    assert (post.address, post.plain) == ("1", True)
    (dead,) = store.deliveries.listed([DeliveryState.REFUSED], 5)
    assert (dead.channel.address, dead.reason, dead.attempts) == ("2", "message is too long", 2)
    assert store.deliveries.retry([dead.id]) == 1
    await outbox(store, chat, clock).drain()
    assert store.deliveries.states() == {"sent": 2}


@virtually
async def test_a_chat_that_takes_our_right_away_keeps_what_it_is_owed_until_it_gives_it_back(
    store: Store, clock: Clock
) -> None:
    """Row 48: asked once an hour; by then it is old news, so it comes as a summary."""
    tell(store, 1, clock)
    tell(store, 2, clock)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="CHAT_WRITE_FORBIDDEN", what=Refusal.RIGHT)] * 3
    box = outbox(store, chat, clock)
    await run_for(box, 3 * HOUR + 60)
    assert chat.at("1") == ["2 exchanges in brief"]
    assert len([at for at, address in chat.tries if address == "1"]) == 4
    assert store.deliveries.states() == {"sent": 4}


@virtually
async def test_a_group_that_became_a_supergroup_gets_its_alerts_under_the_new_id(store: Store, clock: Clock) -> None:
    """Row 48: also where both ids are known already."""
    store.channels.sync([channel("-5"), channel("-6"), channel("-1006")], NOW)
    tell(store, 1, clock)
    chat = Chat()
    for old in ("-5", "-6"):
        chat.answers[old] = [Refused(reason="upgraded", moved_to=f"-100{old[1:]}")]
    await run_for(outbox(store, chat, clock), 60)
    assert sorted(post.address for post in chat.posts.values()) == ["-1005", "-1006"]
    assert sorted(each.address for each in store.channels.active()) == ["-1005", "-1006"]


@virtually
async def test_a_channel_that_comes_back_is_told_in_one_message_what_it_missed(store: Store, clock: Clock) -> None:
    tell(store, 1, clock)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="blocked", what=Refusal.CHANNEL)]
    box = outbox(store, chat, clock)
    await box.drain()
    for number in (2, 3):
        tell(store, number, clock)
        await box.drain()
    assert chat.at("1") == []
    store.channels.sync([channel(name) for name in TWO], clock())
    await box.drain()
    assert chat.at("1") == ["3 exchanges in brief"]
    tell(store, 4, clock)
    await box.drain()
    assert len(chat.at("1")) == 2


@virtually
async def test_a_refused_token_stops_the_platform_alone_and_is_told_once(store: Store, clock: Clock) -> None:
    """Row 49: no chat is to blame, everything stays owed, and it goes on by itself when the token is good again."""
    store.channels.sync([*map(channel, TWO), channel("C1", Platform.SLACK)], NOW)
    for number in (1, 2):
        tell(store, number, clock)
    revoked = NotSent(reason="the bot's token was refused", wait=300, everywhere=True)
    telegram = Chat(down=lambda now: revoked if now < HOUR else None)
    slack = Chat(platform=Platform.SLACK)
    box = outbox(store, telegram, clock, slack)
    running = asyncio.create_task(box.run())
    await asyncio.sleep(HOUR - 1)
    assert len(slack.posts) == 2
    assert len(telegram.tries) < 20
    assert store.deliveries.states() == {"owed": 4, "sent": 2}
    await asyncio.sleep(HOUR)
    box.stop()
    await running
    assert store.deliveries.states() == {"sent": 6}


def test_the_owner_is_told_once_of_what_the_owner_should_know(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    async def work() -> None:
        chat = Chat()
        box = outbox(store, chat, clock, policy=Policy(owner=channel("99")))
        for number in (1, 2, 3):
            chat.answers["1"] = [Refused(reason="blocked", what=Refusal.CHANNEL)]
            tell(store, number, clock)
            store.channels.sync([channel(name) for name in TWO], clock())  # as a restart would try it again
            await run_for(outbox(store, chat, clock, policy=Policy(owner=channel("99"))), 90)
        assert chat.at("99") == ["telegram:1 cannot be posted to any more: blocked"]
        assert box is not None

    with caplog.at_level(logging.WARNING):
        run_virtually(work)
    assert caplog.text.count("notice kind=channel subject=telegram:1") == 1


# ── The database, the clock ──────────────────────────────────────────────────────────────────────────────────────────


@virtually
async def test_what_cannot_be_recorded_is_not_sent_and_what_was_sent_is_recorded_as_soon_as_it_can_be(
    store: Store, clock: Clock
) -> None:
    """Row 36: a full disk, before the claim and between the answer and its record."""
    tell(store, 1, clock)
    chat = Chat()
    db = store._db._conn
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    db.execute(
        "CREATE TEMP TRIGGER full AFTER UPDATE OF state ON deliveries WHEN NEW.state IN ('claimed', 'sent') "
        "BEGIN INSERT INTO events SELECT hex(randomblob(8)), '', '', '', hex(zeroblob(40000)), NULL; END"
    )
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    await asyncio.sleep(20)
    assert chat.tries == []
    assert store.deliveries.states() == {"owed": 2}
    db.execute("DROP TRIGGER full")
    await asyncio.sleep(2)
    assert store.deliveries.states() == {"sent": 2}
    db.execute(
        "CREATE TEMP TRIGGER full AFTER UPDATE OF state ON deliveries WHEN NEW.state = 'sent' "
        "BEGIN INSERT INTO events SELECT hex(randomblob(8)), '', '', '', hex(zeroblob(40000)), NULL; END"
    )
    tell(store, 2, clock)
    box.wake()
    await asyncio.sleep(20)
    assert store.deliveries.states() == {"sent": 2, "claimed": 2}
    assert len(chat.posts) == 4
    db.execute("DROP TRIGGER full")
    await asyncio.sleep(2)
    box.stop()
    await running
    assert store.deliveries.states() == {"sent": 4}
    assert len(chat.posts) == 4
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@virtually
async def test_what_a_command_makes_owed_is_seen_while_another_chat_waits(store: Store, clock: Clock) -> None:
    """Commands of the command line are other programs: nobody calls `wake` for them."""
    tell(store, 1, clock)
    chat = Chat()
    chat.answers["1"] = [NotSent(reason="busy", wait=3000)] * 2
    box = outbox(store, chat, clock)
    running = asyncio.create_task(box.run())
    await asyncio.sleep(10)
    tell(store, 2, clock)
    await asyncio.sleep(60)
    assert len(chat.posts) == 2
    box.stop()
    await running


def test_a_database_that_another_program_holds_is_waited_for(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 37: nothing is posted that cannot be recorded, nothing is lost, no transaction is half done."""
    monkeypatch.setattr("bot.store.database.BUSY_SECONDS", 0.01)
    store = Store.open(tmp_path / "busy.db")
    store.channels.sync([channel("1")], NOW)
    tell(store, 1, clock)
    other = sqlite3.connect(tmp_path / "busy.db", isolation_level=None)

    async def work() -> None:
        chat = Chat()
        box = outbox(store, chat, clock)
        running = asyncio.create_task(box.run())
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(60)
        assert chat.tries == []
        other.execute("ROLLBACK")
        await asyncio.sleep(3)
        assert len(chat.posts) == 1
        box.stop()
        await running

    run_virtually(work)
    assert store.deliveries.states() == {"sent": 1}
    other.close()
    store.close()


@pytest.mark.parametrize("jump", [-86_400.0, -3600.0, 3600.0, 86_400.0])
def test_a_clock_that_jumps_loses_nothing_and_doubles_nothing(store: Store, clock: Clock, jump: float) -> None:
    async def work() -> None:
        tell(store, 1, clock)
        chat = Chat()
        chat.answers["1"] = [NotSent(reason="busy", wait=20)]
        box = outbox(store, chat, clock)
        await box.drain()
        clock.ahead = jump
        await run_for(outbox(store, chat, clock), 60)  # as a restart finds it: only the database remembers the wait
        assert store.deliveries.states() == {"sent": 2}
        assert len(chat.posts) == 2

    run_virtually(work)


# ── The small parts ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("attempts", "asked", "seconds"),
    [(1, 0, FIRST_WAIT), (3, 0, FIRST_WAIT * 4), (30, 0, LONGEST_WAIT), (2000, 0, LONGEST_WAIT), (1, 3600, 3600)],
)
def test_waits_grow_and_never_undercut_what_the_platform_asks(attempts: int, asked: float, seconds: float) -> None:
    assert back_off(attempts, asked, 1.0) == seconds
    assert back_off(attempts, asked, 0.0) >= max(asked, seconds / 2)


@pytest.mark.parametrize(("address", "group"), [("123", False), ("-100123", True), ("@name", True)])
def test_groups_and_channels_of_telegram_are_known_by_their_address(address: str, group: bool) -> None:
    assert is_group(channel(address)) is group
    assert not is_group(channel(address, Platform.SLACK))
    assert AlertKind.NEW
