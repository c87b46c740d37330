"""What operators ask of the bot, and what they write to every chat."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Commands
from bot.config import FeedConfig
from bot.render import languages, plain_reply
from bot.types import MilestoneKind, Refusal, Refused
from tests.asks import ask, faults, labels, operate
from tests.chat import channel
from tests.facts import NOW, report, ua
from tests.hostile_text import TEXTS, URLS
from tests.stores import bring, new_store

HOUR = timedelta(hours=1)


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
