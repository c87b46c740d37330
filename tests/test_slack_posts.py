"""Posting to Slack: what arrives, and what is said of what does not."""

import asyncio
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.slack import Slack
from bot.outbox import Outbox
from bot.posting import Policy
from bot.render import card
from bot.store import Store
from bot.types import Channel, Missing, NotSent, Platform, Refusal, Refused, Sent, Unknown
from tests import block_kit, platforms
from tests.chat import running
from tests.facts import NOW, report, ua
from tests.sample_events import EACH, THE_FALLEN
from tests.slack_hands import CHANNEL
from tests.slack_server import BOT_TOKEN, Failure
from tests.stores import bring

CARD = card(THE_FALLEN)


@pytest.fixture
async def poster(workspace, desk):
    adapter = Slack(BOT_TOKEN, desk, base_url=workspace.base_url, patience=1.0)
    await adapter.start()
    yield adapter
    await adapter.stop()


async def test_a_card_is_posted_once_with_text_blocks_and_the_key_of_its_delivery(poster, workspace):
    outcome = await poster.post(CHANNEL, CARD, key="d41")
    [arguments] = workspace.sent()
    assert outcome == Sent(message_id=next(ts for _, ts in workspace.messages))
    assert arguments["channel"] == CHANNEL
    assert arguments["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine\n")
    assert "→ Ukraine  1,200 bodies · says Russia's defence ministry" in block_kit.visible(arguments["blocks"])
    assert arguments["metadata"] == {"event_type": "exchange_alert", "event_payload": {"key": "d41"}}
    assert (arguments["unfurl_links"], arguments["unfurl_media"]) == (False, False)


async def test_a_posted_card_is_edited_in_place(poster, workspace):
    sent = await poster.post(CHANNEL, CARD, key="1")
    assert await poster.edit(CHANNEL, sent.message_id, card(EACH)) == sent
    assert workspace.messages[CHANNEL, sent.message_id]["text"].startswith("Russia ⇄ Ukraine: 95 prisoners of war")


async def test_an_edit_of_a_message_that_is_gone_is_refused(poster):
    assert await poster.edit(CHANNEL, "1.2", CARD) == Refused(reason="message_not_found", what=Refusal.MESSAGE)


async def test_a_message_that_cannot_be_edited_is_answered_where_all_see_it(poster, workspace):
    await poster.post(CHANNEL, CARD, key="1", reply_to="12.5")
    assert (workspace.sent()[0]["thread_ts"], workspace.sent()[0]["reply_broadcast"]) == ("12.5", True)


async def test_a_card_that_was_refused_goes_as_bare_text(poster, workspace):
    """Row 47."""
    await poster.post(CHANNEL, CARD, key="1", plain=True)
    assert "blocks" not in workspace.sent()[0]
    assert workspace.sent()[0]["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned")


async def test_what_was_posted_is_read_back_by_its_key_page_by_page(poster, workspace):
    sent = [await poster.post(CHANNEL, CARD, key=f"k{n}") for n in range(120)]
    now = datetime.now(UTC)
    assert await poster.find(CHANNEL, "k3", since=now) == sent[3]
    assert await poster.find(CHANNEL, "k119", since=now) == sent[119]
    assert await poster.find(CHANNEL, "never", since=now) == Missing()
    assert await poster.find(CHANNEL, "k3", since=now + timedelta(days=1)) == Missing()
    assert await poster.find(CHANNEL, "k3", since=now, reply_to="1.5") == sent[3]


async def test_where_reading_back_was_not_granted_it_says_so_and_where_it_fails_it_is_for_later(poster, workspace):
    now = datetime.now(UTC)
    workspace.fail("conversations.history", Failure("ratelimited", status=429, headers={"Retry-After": "7"}))
    assert await poster.find(CHANNEL, "k", since=now) == NotSent(reason="rate limited", wait=7.0)
    workspace.fail("conversations.history", Failure(status=502, body="<html>"))
    assert isinstance(await poster.find(CHANNEL, "k", since=now), NotSent)
    workspace.scopes.remove("channels:history")
    assert await poster.find(CHANNEL, "k", since=now) == Unknown(reason="missing_scope")


LOST = {
    "reset": Failure(drop=True, takes=True),
    "502 in HTML": Failure(status=502, body="<html>", takes=True),
    "too late": Failure(delay=1.3, takes=True),
    "fatal_error": Failure("fatal_error", takes=True),
}


@pytest.mark.parametrize("granted", [True, False], ids=["read back", "not granted"])
@pytest.mark.parametrize("failure", LOST.values(), ids=LOST)
async def test_a_post_whose_answer_was_lost_is_there_once_where_it_can_be_read_back(
    poster, workspace, tmp_path, monkeypatch, failure, granted
):
    """Rows 54 and 46: the real client, the real outbox; without the scope it is the setting that decides."""
    monkeypatch.setattr("bot.posting.LOST_WAIT", 0.05)
    monkeypatch.setattr("bot.posting.FIRST_WAIT", 0.05)
    if not granted:
        workspace.scopes.remove("channels:history")
    workspace.fail("chat.postMessage", failure)
    with closing(Store.open(tmp_path / "exchanges.db")) as store:
        store.channels.sync([Channel(platform=Platform.SLACK, address=CHANNEL)], NOW)
        bring(store, "first", report(ua(103)))
        box = Outbox(store, {Platform.SLACK: poster}, lambda: datetime.now(UTC), policy=Policy(stale_after=1e8))
        async with running(box), asyncio.timeout(30):
            await workspace.until(lambda: bool(workspace.messages))
            while store.deliveries.states() != {"sent": 1}:
                await asyncio.sleep(0.02)
        told = [notice.kind for notice in store.notices.untold()]
    assert len(workspace.messages) == (1 if granted else 2)
    assert granted or told in ([], ["read_back"])


CODES = {
    **{code: Refused(reason=code, what=Refusal.CHANNEL) for code in platforms.SLACK_ERRORS["gone"]},
    **{code: Refused(reason=code, what=Refusal.RIGHT) for code in platforms.SLACK_ERRORS["right"]},
    **{code: Refused(reason=code) for code in platforms.SLACK_ERRORS["content"]},
    **{code: NotSent(reason=code, wait=300.0, everywhere=True) for code in platforms.SLACK_ERRORS["token"]},
    **{code: Unknown(reason=code) for code in platforms.SLACK_ERRORS["unknown"]},
    "ratelimited": NotSent(reason="rate limited", wait=30.0),
    "a_code_that_nobody_has_seen": NotSent(reason="a_code_that_nobody_has_seen", wait=60.0),
}


async def test_each_error_of_the_platform_is_told_for_what_it_is(poster, workspace, subtests):
    for code, outcome in CODES.items():
        with subtests.test(code):
            asked = len(workspace.sent())
            workspace.fail("chat.postMessage", Failure(code))
            assert await poster.post(CHANNEL, CARD, key="1") == outcome
            assert len(workspace.sent()) == asked + 1


@pytest.mark.parametrize(("retry_after", "wait"), [("12", 12.0), ("soon", 30.0)])
async def test_it_says_how_long_to_wait(poster, workspace, retry_after, wait):
    workspace.fail("chat.postMessage", Failure("ratelimited", status=429, headers={"Retry-After": retry_after}))
    assert await poster.post(CHANNEL, CARD, key="1") == NotSent(reason="rate limited", wait=wait)
    assert len(workspace.sent()) == 1


UNCERTAIN = {
    "the line was cut after the request": Failure(drop=True),
    "the answer came too late": Failure(delay=1.3),
    "502 in HTML": Failure(status=502, body="<html>Bad Gateway</html>"),
    "500 as plain text": Failure(status=500, body="upstream error", content_type="text/plain"),
    "200 as plain text": Failure(body="hello", content_type="text/plain"),
    "200 as HTML": Failure(body="<html>"),
    "an answer that is no JSON": Failure(body="{", content_type="application/json"),
    "an answer without a message": Failure(body='{"ok": true}', content_type="application/json"),
}


@pytest.mark.parametrize("failure", UNCERTAIN.values(), ids=UNCERTAIN)
async def test_where_the_message_may_have_arrived_it_says_so_and_sends_no_second(poster, workspace, failure):
    workspace.fail("chat.postMessage", failure)
    assert isinstance(await poster.post(CHANNEL, CARD, key="1"), Unknown)
    await asyncio.sleep(0.05)
    assert len(workspace.sent()) == 1


async def test_a_refused_connection_sent_nothing(desk):
    adapter = Slack(BOT_TOKEN, desk, base_url="http://127.0.0.1:9/api/")
    assert await adapter.post(CHANNEL, CARD, key="1") == NotSent(
        reason="ClientConnectorError", wait=5.0, everywhere=True
    )
    await adapter.stop()
