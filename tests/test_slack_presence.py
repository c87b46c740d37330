"""What Slack tells of channels and of our app: who gets alerts no more, and who again, with what was missed."""

from datetime import UTC, datetime

import pytest

from bot.presence import Presence
from bot.types import Channel, Platform
from tests.facts import NOW, report, ua
from tests.slack_desk import running
from tests.slack_hands import BOT_USER, event
from tests.stores import bring

HERE, THERE = (
    Channel(platform=Platform.SLACK, address=name, subscribed=True) for name in ("C0123456789", "C0222222222")
)
ELSEWHERE = Channel(platform=Platform.TELEGRAM, address="-100", subscribed=True)


@pytest.fixture
def store(store):
    for channel in (HERE, THERE, ELSEWHERE):
        store.channels.subscribe(channel, NOW)
    return store


@pytest.fixture
def woken():
    return []


@pytest.fixture
async def bot(workspace, desk, store, woken):
    presence = Presence(store, Platform.SLACK, lambda: datetime.now(UTC), lambda: woken.append(True))
    async with running(workspace, desk, presence=presence) as adapter:
        yield adapter


async def tell(workspace, kind, **fields):
    envelope = await workspace.send(event(kind, **fields), times=2)
    await workspace.until(lambda: envelope in workspace.acks)
    await workspace.type("help")  # what came before it is done
    await workspace.replies(len(workspace.sent("response_url")) + 1)


def addresses(store):
    return [channel.address for channel in store.channels.active()]


LOST = {
    "archived": ("channel_archive", {"channel": HERE.address, "user": "U7"}, "is_archived"),
    "a private one archived": ("group_archive", {"channel": HERE.address}, "is_archived"),
    "deleted": ("channel_deleted", {"channel": HERE.address}, "channel_deleted"),
    "a private one deleted": ("group_deleted", {"channel": HERE.address}, "channel_deleted"),
    "the bot left": ("channel_left", {"channel": HERE.address, "actor_id": "U7"}, "bot_removed"),
    "the bot left a private one": ("group_left", {"channel": HERE.address}, "bot_removed"),
    "the bot was removed": ("member_left_channel", {"channel": HERE.address, "user": BOT_USER}, "bot_removed"),
}


@pytest.mark.parametrize(("kind", "fields", "reason"), LOST.values(), ids=LOST)
async def test_a_lost_channel_is_owed_nothing_and_its_owner_is_told(bot, workspace, store, kind, fields, reason):
    await tell(workspace, kind, **fields)
    assert addresses(store) == [THERE.address, ELSEWHERE.address]
    assert [notice.text for notice in store.notices.untold()] == [
        f"slack:{HERE.address} cannot be posted to any more: {reason}"
    ]


NOTHING = {
    "renamed": ("channel_rename", {"channel": {"id": HERE.address, "name": "other", "created": 1}}),
    "a person left": ("member_left_channel", {"channel": HERE.address, "user": "U7"}),
    "a person joined": ("member_joined_channel", {"channel": HERE.address, "user": "U7"}),
    "a person's token": ("tokens_revoked", {"tokens": {"oauth": ["U7"], "bot": []}}),
    "an event of the future": ("channel_painted", {"channel": HERE.address}),
    "a channel that gets nothing": ("channel_archive", {"channel": "C0999999999"}),
    "there again, though never lost": ("channel_unarchive", {"channel": HERE.address}),
}


@pytest.mark.parametrize(("kind", "fields"), NOTHING.values(), ids=NOTHING)
async def test_other_events_change_nothing(bot, workspace, store, kind, fields, woken):
    await tell(workspace, kind, **fields)
    assert addresses(store) == [HERE.address, THERE.address, ELSEWHERE.address]
    assert store.notices.untold() == ()
    assert woken == []


BACK = {
    "no longer archived": ("channel_unarchive", {"channel": HERE.address}),
    "a private one no longer archived": ("group_unarchive", {"channel": HERE.address}),
    "the bot joined again": ("member_joined_channel", {"channel": HERE.address, "user": BOT_USER}),
}


@pytest.mark.parametrize(("kind", "fields"), BACK.values(), ids=BACK)
async def test_a_channel_that_is_there_again_is_owed_what_it_missed(bot, workspace, store, kind, fields, woken):
    await tell(workspace, "channel_archive", channel=HERE.address)
    bring(store, "missed", report(ua(103)))
    assert store.deliveries.backlog(HERE.id, 9) == ()
    await tell(workspace, kind, **fields)
    assert addresses(store) == [HERE.address, THERE.address, ELSEWHERE.address]
    assert woken == [True]


@pytest.mark.parametrize(("kind", "fields"), [("app_uninstalled", {}), ("tokens_revoked", {"tokens": {"bot": ["B1"]}})])
async def test_where_the_app_is_taken_out_all_of_slack_is_lost_until_it_is_there_again(
    bot, workspace, desk, store, woken, kind, fields
):
    await tell(workspace, "channel_archive", channel=THERE.address)
    await tell(workspace, kind, **fields)
    assert addresses(store) == [ELSEWHERE.address]
    async with running(workspace, desk, presence=Presence(store, Platform.SLACK, lambda: NOW, lambda: None)):
        assert addresses(store) == [HERE.address, ELSEWHERE.address]  # the other one is still archived


async def test_a_channel_with_another_id_is_the_same_people(bot, workspace, store):
    await tell(workspace, "channel_id_changed", old_channel_id=HERE.address, new_channel_id="C0777777777")
    assert "C0777777777" in addresses(store)
    assert HERE.address not in addresses(store)
