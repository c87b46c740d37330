"""What operators ask of the bot, and what they write to every chat."""

import asyncio
import json
from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.__main__ import main
from bot.chat import heard
from bot.commands import Commands
from bot.config import FeedConfig
from bot.render import BROADCAST_MOST, broadcast, languages, plain, plain_reply, plain_short
from bot.store import Store
from bot.types import Alert, AlertKind, Channel, Habits, MilestoneKind, Platform, Refusal, Refused
from tests.chat import Chat, outbox
from tests.facts import NOW, report, transfer, ua
from tests.stores import bring, new_store
from tests.test_sources import TEXTS, URLS, ask, faults, labels
from tests.virtual_time import Clock, run_virtually

HOUR = timedelta(hours=1)


@pytest.fixture
def clock():
    return Clock(NOW)


@pytest.fixture
def commands(store):
    return Commands(store, lambda: NOW)


@pytest.fixture
def ticking(store, clock):
    """Whose clock goes as the outbox's does."""
    return Commands(store, clock)


def channel(address: str, **more) -> Channel:
    return Channel(platform=Platform.TELEGRAM, address=address, **more)


async def operate(commands, *words, **more):
    return await ask(commands, "admin", *words, is_operator=True, **more)


# ── health ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", languages())
async def test_nobody_else_learns_that_there_is_such_a_word(commands, language):
    for words in (("admin",), ("ADMIN", "feeds"), ("admin", "send", "1"), ("admn",)):
        reply = await ask(commands, *words, language=language)
        assert reply == await ask(commands, "xyzzy", language=language)
        assert "admin" not in plain_reply(reply)
    assert "/admin" in (await ask(commands, "help", language=language, is_operator=True)).text
    assert "/admin" in (await ask(commands, "admn", language=language, is_operator=True)).text


async def test_the_first_page_tells_how_everything_is(store, commands):
    well, failing, silent = feeds_of(store, 3)
    with store.writing():
        store.feeds.save(
            replace(well, polled_at=NOW - HOUR / 2),
            replace(failing, polled_at=NOW - 3 * HOUR, failures=4, failing_since=NOW - 7 * HOUR, error="HTTP 503"),
            replace(silent, polled_at=NOW - HOUR / 4, alarm=MilestoneKind.QUIET),
        )
    store.channels.sync([channel("1"), channel("2"), channel("3")], NOW)
    store.channels.subscribe(channel("4"), NOW)
    bring(store, "Herald", report(ua(95)), NOW - HOUR)
    with store.writing():
        store.channels.pause("telegram:2", "no right")
    lost = store.deliveries.backlog("telegram:3", 1)
    store.deliveries.claim(lost, "attempt", NOW)
    store.deliveries.settle(lost, Refused(reason="chat not found", what=Refusal.CHANNEL), NOW)
    store.deliveries.claim(store.deliveries.backlog("telegram:4", 1), "attempt", NOW)
    page = await operate(commands)
    told = plain_reply(page)
    assert told.startswith("Exchange Watch ")
    assert (
        """
Feeds
• listed: 3 · polled in the last hour: 2 · failing: 1 · silent: 1
• last poll: 24 November, 11:45 UTC

Queue
• owed: 2 · being posted: 1 · refused: 1 · fate unknown: 0
• oldest since: 24 November, 11:00 UTC

Chats
• from the config: 3 · subscribed: 1 · no right to post: 1 · lost: 1

Program
• Python """
        in told
    )
    for name in ("SQLite 3.", "python-telegram-bot 2", "slack-sdk 3.", "spacy 3.", "database: 1 MB"):
        assert name in told
    assert labels(page) == [
        [("Feeds", "admin feeds"), ("Queue", "admin queue"), ("Inbox (0)", "admin inbox")],
        [("Refresh", "admin")],
    ]
    assert page.in_place
    assert faults(page) == []


def feeds_of(store, count):
    store.feeds.sync(
        [FeedConfig(url=f"https://f{n}.example/?key=s3cr3t", name=f"Outlet {n}") for n in range(count)], 300.0, NOW
    )
    return store.feeds.listed()


async def test_the_page_of_feeds_tells_which_are_not_well(store, commands):
    assert "Every feed is well." in plain_reply(await operate(commands, "feeds"))
    feeds = feeds_of(store, 4)
    kinds = [(None, "HTTP 503"), (MilestoneKind.DIED, "no such host"), (MilestoneKind.GONE, "HTTP 410")]
    with store.writing():
        for n, (feed, (alarm, error)) in enumerate(zip(feeds, kinds, strict=False)):
            since = NOW - (n + 1) * HOUR
            store.feeds.save(replace(feed, failures=1, alarm=alarm, error=error, failing_since=since))
        store.feeds.save(replace(feeds[3], alarm=MilestoneKind.QUIET, changed_at=NOW - 99 * HOUR))
    page = await operate(commands, "feeds")
    assert plain_reply(page).split("\n\n")[2:] == [
        """\
• Outlet 2 · gone for good · 24 November, 09:00 UTC · HTTP 410
• Outlet 1 · dead · 24 November, 10:00 UTC · no such host
• Outlet 0 · failing · 24 November, 11:00 UTC · HTTP 503
• Outlet 3 · silent · 20 November, 09:00 UTC""",
        "exchanges feeds why URL",
    ]
    assert labels(page) == [[("Back", "admin")]]
    assert "s3cr3t" not in plain_reply(page)


async def test_the_page_of_the_queue_tells_what_could_not_be_delivered(store, commands):
    store.channels.sync([channel("1")], NOW)
    bring(store, "Herald", report(ua(95)))
    for _ in range(2):  # once more as bare text
        backlog = store.deliveries.backlog("telegram:1", 1)
        store.deliveries.claim(backlog, "attempt", NOW)
        store.deliveries.settle(backlog, Refused(reason="message is too long"), NOW)
    page = plain_reply(await operate(commands, "queue"))
    assert page.split("\n\n")[2:] == ["• 1 · telegram:1 · refused · message is too long", "exchanges deliveries list"]


async def test_the_inbox_is_worked_off_by_its_buttons(store, commands):
    bring(store, "Herald", report(ua(95)))
    event_id = store.events.latest(1)[0].id
    for person in range(6):
        await ask(commands, "wrong", event_id, "it", "is", str(200 + person), person=str(person))
    page = await operate(commands, "inbox")
    assert plain_reply(page).split("\n\n")[1].split("\n")[0] == (
        "• 1 · Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine · Something else · it is 200 "
        "· 24 November, 12:00 UTC · telegram:-100555"
    )
    assert labels(page)[0] == [("Done: 1", "admin done 1"), ("The exchange", f"event {event_id}")]
    assert labels(page)[-2:] == [[("More", "admin inbox 2")], [("Back", "admin")]]
    while page.buttons[0][0].words[:2] == ("admin", "done"):
        page = await ask(commands, *page.buttons[0][0].words, is_operator=True)
        assert page.in_place
    assert plain_reply(page) == "Inbox (0)\n\n• The inbox is empty."
    assert store.feedback.count() == 0
    for odd in ("0", "x", "9" * 60, "²"):
        assert (await operate(commands, "done", odd)).cards


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, URLS, TEXTS), min_size=1, max_size=8), st.sampled_from(languages()))
def test_hostile_feeds_neither_break_the_pages_nor_forge_a_line(health, feeds, language):
    store, commands = health
    listed = [FeedConfig(url=f"https://f{n}.example/", name=name) for n, (name, _, _) in enumerate(feeds)]
    store.feeds.sync(listed, 300.0, NOW)
    with store.writing():
        for feed, (_, url, error) in zip(store.feeds.listed(), feeds, strict=True):
            store.feeds.save(replace(feed, failures=1, error=f"{error}{url}", failing_since=NOW))
    page = asyncio.run(operate(commands, "feeds", language=language))
    assert faults(page) == []
    assert len(plain_reply(page).splitlines()) == 6 + len(feeds)


@pytest.fixture(scope="module")
def health(tmp_path_factory):
    store = new_store(tmp_path_factory.mktemp("health"))
    yield store, Commands(store, lambda: NOW)
    store.close()


# ── a word to every chat ─────────────────────────────────────────────────────────────────────────────────────────────

TRANSCRIPTS = {
    "en": (
        "So it will be posted. Chats: 2\n\nFrom this bot's operator\n\nWe move to a new server tonight.",
        [("Send (2)", "admin send 1"), ("Back", "admin")],
        "It is on its way. Chats: 2",
        "That was sent already.",
    ),
    "de": (
        "So wird es gesendet. Chats: 2\n\nVom Betreiber dieses Bots\n\nWe move to a new server tonight.",
        [("Senden (2)", "admin send 1"), ("Zur Übersicht", "admin")],
        "Es ist unterwegs. Chats: 2",
        "Das wurde bereits gesendet.",
    ),
    "pl": (
        "Tak to zostanie wysłane. Czaty: 2\n\nOd operatora tego bota\n\nWe move to a new server tonight.",
        [("Wyślij (2)", "admin send 1"), ("Wróć", "admin")],
        "W drodze. Czaty: 2",
        "To już wysłano.",
    ),
}


@pytest.mark.parametrize("language", TRANSCRIPTS)
def test_a_broadcast_goes_once_to_every_chat_in_its_language(store, clock, ticking, language):
    shown, buttons, sent, again = TRANSCRIPTS[language]
    store.channels.sync([channel("1"), channel("2", language="uk"), channel("gone")], NOW)
    with store.writing():
        store.channels.lose("telegram:gone", "blocked", NOW)
    chat = Chat()

    async def talk():
        draft = await operate(
            ticking, "broadcast", *["We", "move", "to\n", "a", "new", "server", "tonight."], language=language
        )
        assert plain_reply(draft) == shown
        assert labels(draft) == [buttons]
        box = outbox(store, chat, clock)
        await box.drain()
        assert chat.posts == {}  # nothing goes before it is confirmed
        confirm = draft.buttons[0][0].words
        first = await ask(ticking, *confirm, is_operator=True, language=language)
        second = await ask(ticking, *confirm, is_operator=True, language=language)
        assert (first.text, second.text) == (sent, again)
        assert first.in_place
        await box.drain()
        await ask(ticking, *confirm, is_operator=True)
        await box.drain()

    run_virtually(talk)
    text = "We move to a new server tonight."
    assert sorted((post.address, post.text) for post in chat.posts.values()) == [
        ("1", f"From this bot's operator\n\n{text}"),
        ("2", f"Від оператора бота\n\n{text}"),
    ]
    assert store.deliveries.states() == {"sent": 2}


def test_a_broadcast_is_no_alert(store, clock, ticking, capsys, tmp_path):
    """It is folded into no summary, belongs to no event, and no export or digest tells of it."""
    store.channels.sync([channel("1")], NOW)
    chat = Chat()

    async def talk():
        draft = await operate(ticking, "broadcast", "Hello")
        for n in range(8):
            bring(store, f"paper-{n}", report(transfer(f"North {n}", f"South {n}", 1000 + n)), clock())
        await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
        await outbox(store, chat, clock).drain()

    run_virtually(talk)
    assert chat.at("1") == ["8 exchanges in brief", "From this bot's operator"]
    kinds = {alert.kind for alert in store.events.alerts()}
    assert kinds == {AlertKind.NEW}
    assert {alert.kind for alert in store.events.alerts_between(NOW - HOUR, NOW + HOUR)} == {AlertKind.NEW}
    assert main(["export", "alerts", "--db", str(tmp_path / "exchanges.db"), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["new"] * 8
    assert not any("Hello" in json.dumps(line) for line in lines)


def test_a_broadcast_waits_for_the_end_of_quiet_hours(store, clock, ticking):
    store.channels.sync([channel("1"), channel("2")], NOW)
    store.habits.sync({"telegram:2": Habits(quiet=(time(11), time(13)))}, NOW)
    chat = Chat()

    async def talk():
        draft = await operate(ticking, "broadcast", "Hello")
        await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
        await outbox(store, chat, clock).drain()
        assert [post.address for post in chat.posts.values()] == ["1"]
        clock.ahead = 3600.0
        await outbox(store, chat, clock).drain()

    run_virtually(talk)
    assert [post.address for post in chat.posts.values()] == ["1", "2"]


def test_a_chat_that_takes_no_card_gets_the_words_whole(store, clock, ticking):
    store.channels.sync([channel("1")], NOW)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="can't parse entities")]
    words = ("слово" * 140)[:BROADCAST_MOST]

    async def talk():
        draft = await operate(ticking, "broadcast", words)
        await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
        await outbox(store, chat, clock).drain()

    run_virtually(talk)
    (post,) = chat.posts.values()
    assert post.plain
    assert words in plain_short(broadcast(words))
    assert words in post.text


async def test_a_draft_expires(store, commands):
    store.channels.sync([channel("1")], NOW)
    draft = await operate(commands, "broadcast", "Hello")
    late = await ask(Commands(store, lambda: NOW + HOUR / 3), *draft.buttons[0][0].words, is_operator=True)
    assert late.text == "That draft has expired. Write it once more."
    for odd in ("0", "77", "-1", "x", "9" * 40, "²"):
        assert (await operate(commands, "send", odd)).text == late.text
    assert (await operate(commands, "send")).text == late.text
    assert store.deliveries.states() == {}


async def test_what_cannot_be_sent_is_said(store, commands):
    assert (await operate(commands, "broadcast")).text == "To write to every chat: /admin broadcast and the words"
    assert (await operate(commands, "broadcast", "Hello")).text == "No chat gets alerts at present."
    store.channels.sync([channel("1")], NOW)
    long = await operate(commands, "broadcast", *["word"] * 200)
    assert long.text == "That is 999 characters; at most 700 fit."
    assert long.buttons == ()


def test_adapters_hear_enough_words():
    said = "/admin broadcast " + "we " * 230
    assert len(" ".join(heard(said)[2:])) > 680


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(languages()))
def test_hostile_words_neither_break_a_broadcast_nor_forge_a_line(text, language):
    from bot.types import Reply

    shown = broadcast(text, language=language)
    assert faults(Reply(cards=(shown,))) == []
    assert len(plain(shown).splitlines()) in {1, 3}


def test_a_database_of_before_keeps_its_alerts(tmp_path):
    """The table of alerts is made anew: nothing in it is lost, and what refers to it still does."""
    path = tmp_path / "exchanges.db"
    store = Store.open(path)
    store.channels.sync([channel("1")], NOW)
    bring(store, "Herald", report(ua(95)))
    before, owed = list(store.events.alerts()), store.deliveries.backlog("telegram:1", 5)
    with store.writing():
        event_id = before[0].event_id
        store.events.add_alert(Alert(event_id=event_id, kind=AlertKind.UPDATE, reason="x", at=NOW, article_id=""))
        store.events.add_alert(Alert(event_id=event_id, kind=AlertKind.DIGEST, reason="x", at=NOW, article_id=""))
        names = "'alerts_of_no_event', 'feedback_and_drafts', 'digests_of_no_event'"
        store._db.execute(f"DELETE FROM _sqlite_migrations WHERE name IN ({names})")
        for table in ("feedback", "salts", "drafts"):
            store._db.execute(f"DROP TABLE {table}")
    store._db._conn.execute("PRAGMA foreign_keys = OFF")
    from sqlite_utils import Database as Tables

    Tables(store._db._conn).table("alerts").transform(not_null={"event_id": True})
    store.close()
    store = Store.open(path)
    assert [alert.kind for alert in store.events.alerts()] == [AlertKind.NEW, AlertKind.UPDATE]
    assert store.deliveries.backlog("telegram:1", 5) == owed
    assert store._db.rows("PRAGMA foreign_key_check") == []
    assert store._db.rows("PRAGMA foreign_keys")[0]["foreign_keys"] == 1
    assert {row["name"] for row in store._db.rows("PRAGMA index_list(alerts)")} == {"alerts_event", "alerts_at"}
    store.broadcasts.send(store.broadcasts.draft("Hello", NOW), NOW)
    store.close()
