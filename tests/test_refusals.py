"""Posts whose answer was lost or that a platform refused: tried again, looked up, given up, in virtual time."""

import asyncio

import pytest

from bot.posting import FIRST_WAIT, LONGEST_WAIT, Policy, back_off
from bot.store import Store
from bot.types import DeliveryState, NotSent, Platform, Refusal, Refused, Unknown
from tests.chat import HOUR, TWO, Chat, Lost, channel, outbox, run_for, running
from tests.facts import NOW
from tests.stores import bring_another
from tests.virtual_time import Clock, virtually

pytestmark = pytest.mark.usefixtures("two_chats")


@pytest.mark.parametrize(
    ("reads_back", "hold", "copies", "state"),
    [(True, False, 1, "sent"), (True, True, 1, "sent"), (False, False, 2, "sent"), (False, True, 1, "unknown")],
)
@virtually
async def test_a_lost_answer_costs_what_the_setting_and_the_platform_say(
    store: Store, clock: Clock, reads_back: bool, hold: bool, copies: int, state: str
) -> None:
    """Row 46: unknown, then read back, then the setting decides: at most one copy, or possibly none."""
    bring_another(store, 1, clock())
    bring_another(store, 2, clock())
    chat = Chat(reads_back=reads_back)
    chat.answers["1"] = [Lost()]
    await run_for(outbox(store, chat, clock, policy=Policy(hold=hold)), 60)
    first = chat.at("2")[0]
    assert chat.at("1").count(first) == copies
    assert chat.at("1")[-1] == chat.at("2")[1]  # what comes after it comes
    assert store.deliveries.states().get(state, 0) >= 1


@pytest.mark.parametrize("reads_back", [True, False])
@virtually
async def test_what_never_arrived_is_posted_after_a_lost_answer_and_under_the_same_name(
    store: Store, clock: Clock, reads_back: bool
) -> None:
    bring_another(store, 1, clock())
    chat = Chat(reads_back=reads_back)
    chat.answers["1"] = [Unknown(reason="reset")] * 3
    await run_for(outbox(store, chat, clock), 120)
    assert len(chat.at("1")) == 1
    assert len(set(chat.looked)) == 1
    assert chat.looked[0] == next(post.key for post in chat.posts.values() if post.address == "1")


@virtually
async def test_a_look_up_that_fails_is_made_again_before_anything_is_posted(store: Store, clock: Clock) -> None:
    bring_another(store, 1, clock())
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
        bring_another(store, number, clock())
    chat = Chat()
    chat.answers["1"] = [Lost()]
    box = outbox(store, chat, clock)
    await box.drain()
    bring_another(store, 9, clock())
    await run_for(box, 60)
    assert len(chat.at("1")) == 3
    first, second, *_ = [post.text for post in chat.posts.values() if post.address == "1"]
    assert first == second
    assert set(store.deliveries.states()) == {"sent"}


@virtually
async def test_what_a_crash_left_claimed_is_looked_up_first(store: Store, clock: Clock) -> None:
    bring_another(store, 1, clock())
    for address in TWO:
        store.deliveries.claim(store.deliveries.backlog(f"telegram:{address}", 5), f"attempt-{address}", NOW)
    chat = Chat(reads_back=True)
    await outbox(store, chat, clock).drain()
    assert sorted(chat.looked) == ["attempt-1", "attempt-2"]
    assert sorted(post.key for post in chat.posts.values()) == ["attempt-1", "attempt-2"]


@virtually
async def test_a_card_that_is_refused_goes_once_as_bare_text_and_then_nowhere(store: Store, clock: Clock) -> None:
    """Row 47: the reason is kept where the owner finds it, and there is no endless loop."""
    bring_another(store, 1, clock())
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
    bring_another(store, 1, clock())
    bring_another(store, 2, clock())
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
    bring_another(store, 1, clock())
    chat = Chat()
    for old in ("-5", "-6"):
        chat.answers[old] = [Refused(reason="upgraded", moved_to=f"-100{old[1:]}")]
    await run_for(outbox(store, chat, clock), 60)
    assert sorted(post.address for post in chat.posts.values()) == ["-1005", "-1006"]
    assert sorted(each.address for each in store.channels.active()) == ["-1005", "-1006"]


@virtually
async def test_a_channel_that_comes_back_is_told_in_one_message_what_it_missed(store: Store, clock: Clock) -> None:
    bring_another(store, 1, clock())
    chat = Chat()
    chat.answers["1"] = [Refused(reason="blocked", what=Refusal.CHANNEL)]
    box = outbox(store, chat, clock)
    await box.drain()
    for number in (2, 3):
        bring_another(store, number, clock())
        await box.drain()
    assert chat.at("1") == []
    store.channels.sync([channel(name) for name in TWO], clock())
    await box.drain()
    assert chat.at("1") == ["3 exchanges in brief"]
    bring_another(store, 4, clock())
    await box.drain()
    assert len(chat.at("1")) == 2


@virtually
async def test_a_refused_token_stops_the_platform_alone_and_is_told_once(store: Store, clock: Clock) -> None:
    """Row 49: no chat is to blame, everything stays owed, and it goes on by itself when the token is good again."""
    store.channels.sync([*map(channel, TWO), channel("C1", Platform.SLACK)], NOW)
    for number in (1, 2):
        bring_another(store, number, clock())
    revoked = NotSent(reason="the bot's token was refused", wait=300, everywhere=True)
    telegram = Chat(down=lambda now: revoked if now < HOUR else None)
    slack = Chat(platform=Platform.SLACK)
    box = outbox(store, telegram, clock, slack)
    async with running(box):
        await asyncio.sleep(HOUR - 1)
        assert len(slack.posts) == 2
        assert len(telegram.tries) < 20
        assert store.deliveries.states() == {"owed": 4, "sent": 2}
        await asyncio.sleep(HOUR)
    assert store.deliveries.states() == {"sent": 6}


@virtually
async def test_the_owner_is_told_once_of_what_the_owner_should_know(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    chat = Chat()
    caplog.set_level("WARNING")
    for number in (1, 2, 3):
        chat.answers["1"] = [Refused(reason="blocked", what=Refusal.CHANNEL)]
        bring_another(store, number, clock())
        store.channels.sync([channel(name) for name in TWO], clock())  # as a restart would try it again
        await run_for(outbox(store, chat, clock, policy=Policy(owner=channel("99"))), 90)
    assert chat.at("99") == ["telegram:1 cannot be posted to any more: blocked"]
    assert caplog.text.count("notice kind=channel subject=telegram:1") == 1


@pytest.mark.parametrize(
    ("attempts", "asked", "seconds"),
    [(1, 0, FIRST_WAIT), (3, 0, FIRST_WAIT * 4), (30, 0, LONGEST_WAIT), (2000, 0, LONGEST_WAIT), (1, 3600, 3600)],
)
def test_waits_grow_and_never_undercut_what_the_platform_asks(attempts: int, asked: float, seconds: float) -> None:
    assert back_off(attempts, asked, 1.0) == seconds
    assert back_off(attempts, asked, 0.0) >= max(asked, seconds / 2)
