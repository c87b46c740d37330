"""The life of the connection to Slack: it begins, is mended, ends, and tells no secret."""

import asyncio
import logging
import time

import pytest

from bot.chat.slack import Slack
from bot.errors import ChatError, UnreachableError
from bot.render import card
from tests.sample_events import THE_FALLEN
from tests.slack_desk import running
from tests.slack_hands import CHANNEL, SIGNING_SECRET
from tests.slack_server import APP_TOKEN, BOT_TOKEN, TICKET, Failure

CARD = card(THE_FALLEN)


async def test_a_stray_client_id_in_the_environment_changes_nothing(workspace, desk, monkeypatch):
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "stray")
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=workspace.base_url)
    await adapter.start()
    await workspace.type("latest")
    await workspace.replies()
    await adapter.stop()


WRONG = {
    "bot token": ("xoxb-wrong", APP_TOKEN, "Bot User OAuth Token (xoxb-…) as bot_token"),
    "app token": (BOT_TOKEN, "xapp-wrong", "App-Level Token (xapp-…) as app_token"),
}


@pytest.mark.parametrize(("bot_token", "app_token", "which"), WRONG.values(), ids=WRONG)
async def test_a_wrong_token_is_told_at_once_with_the_mend_and_without_the_token(
    workspace, desk, bot_token, app_token, which
):
    adapter = Slack(bot_token, desk, app_token=app_token, base_url=workspace.base_url)
    with pytest.raises(ChatError) as raised:
        await adapter.start()
    await adapter.stop()
    assert str(raised.value) == f"slack: invalid_auth; mend: put the {which} of your Slack app under [slack]"
    assert not isinstance(raised.value, UnreachableError)


async def test_check_says_who_we_are(workspace, desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=workspace.base_url)
    assert await adapter.check() == "@exchange_watch in Newsroom"


async def test_what_the_app_was_not_granted_is_said_with_the_mend(workspace, desk, caplog):
    workspace.scopes -= {"users:read", "channels:read"}
    said = "@exchange_watch in Newsroom; it lacks channels:read, users:read: paste the manifest into the app anew"
    async with running(workspace, desk) as adapter:
        assert (await adapter.check()).startswith(said)
    assert f"slack_scopes_missing {said}" in caplog.text


async def test_it_starts_without_slack_and_listens_as_soon_as_it_is_there(workspace, desk, caplog, monkeypatch):
    monkeypatch.setattr("bot.chat.FIRST_WAIT", 0.05)
    workspace.fail("auth.test", Failure(status=502, body="<html>"), Failure(drop=True))
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=workspace.base_url)
    await adapter.start()
    await workspace.type("latest")
    await workspace.replies()
    await adapter.stop()
    assert caplog.text.count("unreachable platform=slack") == 1


async def test_it_can_be_stopped_before_slack_was_ever_reached(desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url="http://127.0.0.1:9/api/")
    await adapter.start()
    await adapter.stop()


async def test_no_log_at_any_level_holds_a_secret(workspace, desk, caplog):
    caplog.set_level(logging.DEBUG)
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=workspace.base_url, patience=0.3)
    await adapter.start()
    workspace.fail(
        "chat.postMessage", Failure("invalid_auth"), Failure(drop=True), Failure(delay=0.5), Failure(status=500)
    )
    for _ in range(5):
        await adapter.post(CHANNEL, CARD, key="1")
    await workspace.type("latest")
    await workspace.replies()
    workspace.fail("apps.connections.open", Failure("internal_error"))
    await workspace.sockets[0].close()
    await asyncio.sleep(0.1)
    await adapter.stop()
    assert caplog.records
    for secret in (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, TICKET):
        assert secret not in caplog.text


async def test_a_stop_finishes_the_answer_under_way_and_is_quick(workspace, desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=workspace.base_url)
    await adapter.start()
    envelope = await workspace.type("latest slow")
    await workspace.until(lambda: envelope in workspace.acks)
    began = time.monotonic()
    await adapter.stop()
    assert len(workspace.sent("response_url")) == 1
    assert time.monotonic() - began < 2.0
