"""Slack calls the bot over signed HTTP: commands, presses, forms and events."""

import asyncio
import json
import socket
import time

import aiohttp
import pytest

from bot.chat.slack import Slack
from bot.chat.slack_http import EVENTS_PATH
from bot.errors import ChatError
from tests import slack_hands as hands
from tests.slack_desk import apart
from tests.slack_hands import SIGNING_SECRET
from tests.slack_server import BOT_TOKEN


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
async def events_url(workspace, desk):
    port = free_port()
    listen = ("127.0.0.1", port)
    adapter = Slack(BOT_TOKEN, desk, signing_secret=SIGNING_SECRET, base_url=workspace.base_url, listen=listen)
    await adapter.start()
    yield f"http://127.0.0.1:{port}{EVENTS_PATH}"
    await adapter.stop()


def typed(workspace, text, **how):
    return hands.signed(hands.command(text, workspace.home), **how)


async def post(url, body, headers):
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        return answer.status, await answer.text()


async def test_a_signed_command_is_acknowledged_and_answered(events_url, workspace, desk):
    assert await post(events_url, *typed(workspace, "latest 2")) == (200, "")
    await workspace.replies()
    assert desk.asks[0].words == ("latest", "2")


async def test_a_replayed_command_is_answered_once(events_url, workspace, desk):
    body, headers = typed(workspace, "subscribe")
    assert [(await post(events_url, body, headers))[0] for _ in range(3)] == [200, 200, 200]
    await workspace.replies()
    await asyncio.sleep(0.05)
    assert len(desk.asks) == 1


async def test_what_slack_did_not_sign_just_now_is_refused(events_url, workspace, desk, subtests):
    """Row 59."""
    body, headers = typed(workspace, "subscribe")
    forged = {
        "another secret": typed(workspace, "subscribe", secret="guess"),
        "six minutes old": typed(workspace, "subscribe", age=360),
        "from the future": typed(workspace, "subscribe", age=-360),
        "another body": (body + "&text=unsubscribe", headers),
        "no signature": (body, {name: value for name, value in headers.items() if name != "X-Slack-Signature"}),
        "no headers": (body, {"Content-Type": headers["Content-Type"]}),
    }
    for name, request in forged.items():
        with subtests.test(name):
            assert (await post(events_url, *request))[0] == 401
    for name, payload in every_payload(workspace).items():
        with subtests.test(f"{name}, forged"):
            assert (await post(events_url, *hands.signed(payload, secret="guess")))[0] == 401
    await asyncio.sleep(0.05)
    assert desk.asks == []
    assert [call.method for call in workspace.calls] == ["auth.test"]


def every_payload(workspace):
    button = {"type": "button", "action_id": "ask-1-", "value": "latest 5", "text": {}}
    view = {"type": "home", "tab": "home"}
    return {
        "a press": hands.press(button, workspace.home),
        "a shortcut": hands.shortcut("latest"),
        "a mention": hands.mention("stats"),
        "the home page": hands.event("app_home_opened", user="U7", channel="D1", tab="home", view=view),
        "an event": hands.event("app_uninstalled"),
    }


async def test_presses_shortcuts_and_events_come_in_by_the_same_door_and_each_once(events_url, workspace, desk):
    for payload in every_payload(workspace).values():
        for _ in range(2):
            assert (await post(events_url, *hands.signed(payload)))[0] == 200
    await workspace.until(lambda: {"views.open", "views.publish", "chat.postMessage"} <= workspace.methods)
    await workspace.replies()
    await asyncio.sleep(0.05)
    assert sorted(ask.words for ask in desk.asks) == [("latest",), ("latest",), ("latest", "5"), ("stats",)]


async def test_slack_s_test_of_the_address_is_answered(events_url):
    body, headers = hands.signed({"type": "url_verification", "token": "legacy", "challenge": "3eZbrw1aB"})
    status, text = await post(events_url, body, headers)
    assert (status, json.loads(text)) == (200, {"challenge": "3eZbrw1aB"})
    body, headers = hands.signed({"type": "url_verification", "token": "legacy", "challenge": "x"}, secret="guess")
    assert (await post(events_url, body, headers))[0] == 401


async def test_the_acknowledgement_leaves_before_the_work_begins(workspace, desk):
    """Row 57, over HTTP: work that holds up the whole program does not hold up the acknowledgement."""
    desk.blocks_for = 0.4
    listen = ("127.0.0.1", free_port())
    async with apart(workspace, desk, app_token=None, signing_secret=SIGNING_SECRET, listen=listen):
        began = time.monotonic()
        url = f"http://127.0.0.1:{listen[1]}{EVENTS_PATH}"
        assert (await post(url, *typed(workspace, "latest")))[0] == 200
        assert time.monotonic() - began < 0.3
        await workspace.replies()
        assert time.monotonic() - began > 0.4


async def test_what_comes_while_the_whole_program_stands_still_is_acknowledged_all_the_same(workspace, desk):
    desk.blocks_for = 0.8
    listen = ("127.0.0.1", free_port())
    http = {"app_token": None, "signing_secret": SIGNING_SECRET, "listen": listen}
    async with apart(workspace, desk, patience=5.0, **http):
        url = f"http://127.0.0.1:{listen[1]}{EVENTS_PATH}"
        await post(url, *typed(workspace, "latest"))
        await asyncio.sleep(0.2)
        began = time.monotonic()
        assert (await post(url, *typed(workspace, "help")))[0] == 200
        assert time.monotonic() - began < 0.3
        await workspace.replies(2)


async def test_no_other_path_and_no_huge_body_is_served(events_url, workspace):
    assert (await post(events_url.replace("slack", "admin"), *typed(workspace, "help")))[0] == 404
    assert (await post(events_url, *typed(workspace, "x" * 300_000)))[0] == 413


async def test_a_port_in_use_is_told_with_its_address(workspace, desk):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = taken.getsockname()
        adapter = Slack(BOT_TOKEN, desk, signing_secret=SIGNING_SECRET, base_url=workspace.base_url, listen=listen)
        with pytest.raises(ChatError, match=f"slack: cannot listen on 127.0.0.1:{listen[1]}"):
            await adapter.start()
        await adapter.stop()
