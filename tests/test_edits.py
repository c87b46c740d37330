"""Messages that were posted, edited in virtual time when what they tell changes."""

import asyncio
from typing import Any

import pytest

from bot.outbox import Outbox
from bot.posting import Policy
from bot.store import Store
from bot.types import Card, Outcome
from detectors import Report
from tests.chat import HOUR, Chat, Lost, channel, outbox, run_for, running
from tests.facts import NOW, report, ru, ua
from tests.stores import bring, bring_another
from tests.virtual_time import Clock, virtually

pytestmark = pytest.mark.usefixtures("two_chats")


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
    bring_another(store, 1, clock())
    await outbox(store, chat, clock).drain()
    told, edits = order[:80], order[80:]
    assert (sorted(told), edits) == (["new"] * 40 + ["reply"] * 40, ["edit"] * 40)


async def outlets_follow(store: Store, clock: Clock, box: Outbox, told: Report, *, count: int, every: float) -> None:
    """One more outlet tells of the exchange every so many seconds."""
    for number in range(count):
        bring(store, f"outlet{number}", told, clock())
        box.wake()
        await asyncio.sleep(every)


@virtually
async def test_another_outlet_edits_the_message_once_and_quietly_however_many_there_are(
    store: Store, clock: Clock
) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    box = outbox(store, chat, clock)
    async with running(box):
        await outlets_follow(store, clock, box, report(ua(103)), count=10, every=20)
        assert (len(chat.posts), chat.edits) == (2, [])
        await asyncio.sleep(300)
        assert sorted(number for number, _ in chat.edits) == ["1", "2"]
        assert "11 sources" in chat.posts["1"].text
        await asyncio.sleep(2 * HOUR)
        assert len(chat.edits) == 2


@virtually
async def test_the_older_an_event_the_rarer_its_messages_are_edited_for_other_outlets(
    store: Store, clock: Clock
) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    box = outbox(store, chat, clock)
    async with running(box):
        await outlets_follow(store, clock, box, report(ua(103), day=NOW.date()), count=24 * 4, every=HOUR)
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
    async with running(box):
        while len(chat.tries) <= 4:  # two first messages, two replies, an edit
            await asyncio.sleep(0.5)
        bring(store, "third", report(ru(96)), clock())
        await asyncio.sleep(60)
    for number in "12":
        assert "96 to Russia" in chat.posts[number].text or "95–96" in chat.posts[number].text


@virtually
async def test_an_edit_whose_answer_was_lost_is_simply_made_again(store: Store, clock: Clock) -> None:
    chat = Chat()
    await told_of_one(store, clock, chat)
    bring(store, "second", report(ru(95)))
    box = outbox(store, chat, clock, policy=Policy(hold=True))
    async with running(box):
        await asyncio.sleep(0.5)  # the replies are out
        assert (len(chat.posts), chat.edits) == (4, [])
        chat.answers["1"] = [Lost()]
        await asyncio.sleep(60)
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
    bring_another(store, 5, clock())
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
