"""What is kept of a chat, and that nothing of it is left once the chat wants it gone."""

import sqlite3
from datetime import timedelta

import pytest

from bot.intake import owe_digests
from bot.types import Refused, Sent
from tests.facts import report, transfer
from tests.person import ID, Person, standing
from tests.sample_events import NOW
from tests.stores import bring

pytestmark = pytest.mark.usefixtures("one_exchange")


def rows_with(path, text):
    """Every row of the database that has a text in it, as SQL."""
    with sqlite3.connect(path) as db:
        return [line for line in db.iterdump() if text in line]


def claimed(store):
    """What the chat is owed, about to be posted."""
    owed = store.deliveries.backlog(ID, 9)
    assert owed
    store.deliveries.claim(owed, "attempt", NOW)
    return owed


async def test_stop_deletes_every_trace_of_the_chat_once_it_is_confirmed(store, tmp_path):
    path = tmp_path / "exchanges.db"
    person, other = Person(store), Person(store, address="556")
    event = store.events.latest(1)[0]
    for typed in ("subscribe", "settings posts instant+daily", f"mute {event.id}"):
        await person.says(typed)
        await other.says(typed.replace("mute", "unmute"))
    store.mutes.unmute(ID, event.id)
    bring(store, "a1", report(transfer("North", "South", 7)), NOW)
    store.deliveries.settle(claimed(store), Sent(message_id="m1"), NOW)
    assert owe_digests(store, NOW + timedelta(days=1)) == 2
    for _ in range(2):  # as it was, and then as bare text
        store.deliveries.settle(claimed(store), Refused(reason="too long"), NOW)
    store.mutes.mute(ID, event.id)
    before = rows_with(path, "telegram:556")
    assert len(rows_with(path, ID)) >= 6  # a channel, habits, two deliveries, a mute, a notice

    asked = await person.says("stop")
    assert asked.text == "Delete all that is kept of this chat? Nothing will be posted here any more."
    assert asked.in_place
    assert len(rows_with(path, ID)) >= 6
    reply = await person.presses("Delete everything")
    assert (
        reply.text
        == """\
Deleted: the id of this chat and all that was chosen here. Nothing will be posted here any more.
Deleted records of posted messages: 2
Deleted muted exchanges: 1
Messages that were posted here stay until somebody deletes them here."""
    )
    assert rows_with(path, ID) == []
    assert rows_with(path, "telegram:556") == before
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM alerts WHERE kind = 'digest'").fetchone() == (1,)  # the other chat's
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert (await person.says("stop yes")).text == "Nothing is kept of this chat."


async def test_a_post_that_is_under_way_while_its_chat_is_forgotten_settles(store):
    person = Person(store)
    await person.says("subscribe")
    bring(store, "a1", report(transfer("North", "South", 7)), NOW)
    owed = claimed(store)
    await person.says("stop yes")
    store.deliveries.settle(owed, Sent(message_id="m1"), NOW)
    assert store.channels.active() == ()
    assert not store.channels.has(standing(store).channel.id)


async def test_privacy_says_what_is_kept_for_how_long_who_sees_it_and_how_to_delete_it(store):
    text = (await Person(store).says("privacy")).text
    assert [part.partition(":")[0] for part in text.split("\n\n")] == [
        "Kept of this chat",
        "For how long",
        "Who can see it",
        "How to delete it",
    ]
    assert text.endswith("/stop")
