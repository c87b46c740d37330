import asyncio
import json
import logging
import socket
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.chat.slack import EVENTS_PATH, Slack
from bot.errors import ChatError, UnreachableError
from bot.outbox import Outbox
from bot.posting import Policy
from bot.render import card
from bot.store import Store
from bot.types import Ask, Channel, Missing, NotSent, Picture, Platform, Refusal, Refused, Reply, Sent, Unknown
from tests import platforms
from tests.facts import NOW, report, ua
from tests.sample_events import EACH, THE_FALLEN
from tests.slack_server import APP_TOKEN, BOT_TOKEN, CHANNEL, SIGNING_SECRET, TICKET, Failure, SlackServer
from tests.test_store import bring

CARD = card(THE_FALLEN)
PNG, ALT = b"\x89PNG\r\n\x1a\n the rest", "Ukraine and Russia\n→ Ukraine: 205"


class Desk:
    """Answers as the service would, and remembers what was asked."""

    def __init__(self):
        self.asks: list[Ask] = []

    async def __call__(self, ask: Ask) -> Reply:
        self.asks.append(ask)
        if ask.words[-1:] == ("slow",):
            await asyncio.sleep(0.4)
        if ask.words[-1:] == ("broken",):
            raise ZeroDivisionError
        if ask.verb == "chart":
            return Reply(text=ALT, picture=Picture(png=PNG, alt=ALT))
        return Reply(text=f"{ask.verb} <&>", cards=(card(EACH),))


@pytest.fixture
async def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    async with SlackServer() as server:
        yield server


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
async def slack(server, desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url, patience=1.0)
    await adapter.start()
    yield adapter
    await adapter.stop()


@pytest.fixture
async def poster(server, desk):
    adapter = Slack(BOT_TOKEN, desk, base_url=server.base_url, patience=1.0)
    await adapter.start()
    yield adapter
    await adapter.stop()


# ── posting ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_card_is_posted_once_with_text_blocks_and_the_key_of_its_delivery(poster, server):
    outcome = await poster.post(CHANNEL, CARD, key="d41")
    [arguments] = server.sent()
    assert outcome == Sent(message_id=next(ts for _, ts in server.messages))
    assert arguments["channel"] == CHANNEL
    assert arguments["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine\n")
    assert "→ Ukraine  1,200 bodies · says Russia's defence ministry" in platforms.visible(arguments["blocks"])
    assert arguments["metadata"] == {"event_type": "exchange_alert", "event_payload": {"key": "d41"}}
    assert (arguments["unfurl_links"], arguments["unfurl_media"]) == (False, False)


async def test_a_posted_card_is_edited_in_place(poster, server):
    sent = await poster.post(CHANNEL, CARD, key="1")
    assert await poster.edit(CHANNEL, sent.message_id, card(EACH)) == sent
    assert server.messages[CHANNEL, sent.message_id]["text"].startswith("Russia ⇄ Ukraine: 95 prisoners of war")


async def test_an_edit_of_a_message_that_is_gone_is_refused(poster):
    assert await poster.edit(CHANNEL, "1.2", CARD) == Refused(reason="message_not_found", what=Refusal.MESSAGE)


async def test_a_message_that_cannot_be_edited_is_answered_where_all_see_it(poster, server):
    await poster.post(CHANNEL, CARD, key="1", reply_to="12.5")
    assert (server.sent()[0]["thread_ts"], server.sent()[0]["reply_broadcast"]) == ("12.5", True)


async def test_a_card_that_was_refused_goes_as_bare_text(poster, server):
    """Row 47."""
    await poster.post(CHANNEL, CARD, key="1", plain=True)
    assert "blocks" not in server.sent()[0]
    assert server.sent()[0]["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned")


async def test_what_was_posted_is_read_back_by_its_key_page_by_page(poster, server):
    sent = [await poster.post(CHANNEL, CARD, key=f"k{n}") for n in range(120)]
    now = datetime.now(UTC)
    assert await poster.find(CHANNEL, "k3", since=now) == sent[3]
    assert await poster.find(CHANNEL, "k119", since=now) == sent[119]
    assert await poster.find(CHANNEL, "never", since=now) == Missing()
    assert await poster.find(CHANNEL, "k3", since=now + timedelta(days=1)) == Missing()
    assert await poster.find(CHANNEL, "k3", since=now, reply_to="1.5") == sent[3]


async def test_where_reading_back_was_not_granted_it_says_so_and_where_it_fails_it_is_for_later(poster, server):
    now = datetime.now(UTC)
    server.fail("conversations.history", Failure("ratelimited", status=429, headers={"Retry-After": "7"}))
    assert await poster.find(CHANNEL, "k", since=now) == NotSent(reason="rate limited", wait=7.0)
    server.fail("conversations.history", Failure(status=502, body="<html>"))
    assert isinstance(await poster.find(CHANNEL, "k", since=now), NotSent)
    server.scopes.remove("channels:history")
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
    poster, server, tmp_path, monkeypatch, failure, granted
):
    """Rows 54 and 46: the real client, the real outbox; without the scope it is the setting that decides."""
    monkeypatch.setattr("bot.posting.LOST_WAIT", 0.05)
    monkeypatch.setattr("bot.posting.FIRST_WAIT", 0.05)
    if not granted:
        server.scopes.remove("channels:history")
    server.fail("chat.postMessage", failure)
    with closing(Store.open(tmp_path / "exchanges.db")) as store:
        store.channels.sync([Channel(platform=Platform.SLACK, address=CHANNEL)], NOW)
        bring(store, "first", report(ua(103)))
        box = Outbox(store, {Platform.SLACK: poster}, lambda: datetime.now(UTC), policy=Policy(stale_after=1e8))
        running = asyncio.create_task(box.run())
        await server.until(lambda: bool(server.messages))
        async with asyncio.timeout(10):
            while store.deliveries.states() != {"sent": 1}:
                await asyncio.sleep(0.02)
        box.stop()
        await running
        told = [notice.kind for notice in store.notices.untold()]
    assert len(server.messages) == (1 if granted else 2)
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


async def test_each_error_of_the_platform_is_told_for_what_it_is(poster, server, subtests):
    for code, outcome in CODES.items():
        with subtests.test(code):
            asked = len(server.sent())
            server.fail("chat.postMessage", Failure(code))
            assert await poster.post(CHANNEL, CARD, key="1") == outcome
            assert len(server.sent()) == asked + 1


@pytest.mark.parametrize(("retry_after", "wait"), [("12", 12.0), ("soon", 30.0)])
async def test_it_says_how_long_to_wait(poster, server, retry_after, wait):
    server.fail("chat.postMessage", Failure("ratelimited", status=429, headers={"Retry-After": retry_after}))
    assert await poster.post(CHANNEL, CARD, key="1") == NotSent(reason="rate limited", wait=wait)
    assert len(server.sent()) == 1


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
async def test_where_the_message_may_have_arrived_it_says_so_and_sends_no_second(poster, server, failure):
    server.fail("chat.postMessage", failure)
    assert isinstance(await poster.post(CHANNEL, CARD, key="1"), Unknown)
    await asyncio.sleep(0.05)
    assert len(server.sent()) == 1


async def test_a_refused_connection_sent_nothing(desk):
    adapter = Slack(BOT_TOKEN, desk, base_url="http://127.0.0.1:9/api/")
    assert await adapter.post(CHANNEL, CARD, key="1") == NotSent(
        reason="ClientConnectorError", wait=5.0, everywhere=True
    )
    await adapter.stop()


# ── commands over the socket ─────────────────────────────────────────────────────────────────────────────────────────


async def test_a_person_asks_and_only_that_person_sees_the_answer(slack, server, desk):
    await server.type("latest 2")
    [reply] = await server.replies()
    assert desk.asks == [Ask(platform=Platform.SLACK, address=CHANNEL, words=("latest", "2"), may_change=True)]
    assert reply["response_type"] == "ephemeral"
    assert reply["text"].startswith("latest &lt;&amp;&gt;\n")
    assert platforms.visible(reply["blocks"]).startswith("latest <&>\nRussia ⇄ Ukraine: 95 prisoners of war")


async def test_a_command_is_acknowledged_before_the_work_is_done(slack, server):
    envelope = await server.type("latest slow")
    await server.replies()
    replied = time.monotonic()
    acked, ack = server.acks[envelope]
    assert ack == {"envelope_id": envelope}
    assert replied - acked > 0.3


async def test_a_repeated_envelope_is_acknowledged_again_and_answered_once(slack, server, desk):
    await server.type("subscribe", times=3)
    await server.type("help")
    await server.replies(2)
    assert [ask.words for ask in desk.asks] == [("subscribe",), ("help",)]


async def test_only_so_many_asks_are_remembered(slack, server, desk, monkeypatch):
    monkeypatch.setattr("bot.chat.slack.REMEMBERED", 2)
    for number in range(3):
        await server.type("latest", trigger=f"t{number}")
        await server.replies(number + 1)
    await server.type("latest", trigger="t2")
    await server.type("latest", trigger="t0")
    await server.replies(4)
    assert len(desk.asks) == 4


async def test_the_command_alone_asks_for_help(slack, server, desk):
    await server.type("")
    await server.replies()
    assert (desk.asks[0].words, desk.asks[0].verb) == ((), "help")


async def test_a_broken_answer_is_regretted_and_the_next_one_works(slack, server, caplog):
    await server.type("latest broken")
    await server.type("latest")
    replies = await server.replies(2)
    assert "That did not work just now. Please try again in a minute." in [reply["text"] for reply in replies]
    assert "answer_failed platform=slack verb=latest" in caplog.text


LOST = {
    "refused": (Failure(status=404, body="expired_url"), "slack_answer_refused status=404"),
    "cut": (Failure(drop=True), "slack_answer_lost error=ServerDisconnectedError"),
}


@pytest.mark.parametrize(("failure", "line"), LOST.values(), ids=LOST)
async def test_an_answer_that_cannot_be_sent_is_told_in_the_log_and_sent_once(slack, server, caplog, failure, line):
    server.fail("response_url", failure)
    await server.type("latest")
    await server.replies()
    await server.type("help")
    await server.replies(2)
    await asyncio.sleep(0.05)
    assert line in caplog.text
    assert len(server.sent("response_url")) == 2


async def test_a_new_socket_is_opened_when_slack_asks_for_it(slack, server, desk):
    await server.until(lambda: bool(server.sockets))
    await server.sockets[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await server.until(lambda: len(server.sent("apps.connections.open")) == 3 and bool(server.sockets))
    await asyncio.sleep(0.05)
    await server.type("latest")
    await server.replies()
    assert len(desk.asks) == 1


async def test_a_stop_finishes_the_answer_under_way_and_is_quick(server, desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url)
    await adapter.start()
    envelope = await server.type("latest slow")
    await server.until(lambda: envelope in server.acks)
    began = time.monotonic()
    await adapter.stop()
    assert len(server.sent("response_url")) == 1
    assert time.monotonic() - began < 2.0


# ── commands over signed HTTP ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def events_url(server, desk):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listen = ("127.0.0.1", port)
    adapter = Slack(BOT_TOKEN, desk, signing_secret=SIGNING_SECRET, base_url=server.base_url, listen=listen)
    await adapter.start()
    yield f"http://127.0.0.1:{port}{EVENTS_PATH}"
    await adapter.stop()


async def post(url, body, headers):
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        return answer.status, await answer.text()


async def test_a_signed_command_is_acknowledged_and_answered(events_url, server, desk):
    assert await post(events_url, *server.signed("latest 2")) == (200, "")
    await server.replies()
    assert desk.asks[0].words == ("latest", "2")


async def test_a_replayed_command_is_answered_once(events_url, server, desk):
    body, headers = server.signed("subscribe")
    assert [(await post(events_url, body, headers))[0] for _ in range(3)] == [200, 200, 200]
    await server.replies()
    await asyncio.sleep(0.05)
    assert len(desk.asks) == 1


async def test_what_slack_did_not_sign_just_now_is_refused(events_url, server, desk, subtests):
    body, headers = server.signed("subscribe")
    forged = {
        "another secret": server.signed("subscribe", secret="guess"),
        "six minutes old": server.signed("subscribe", age=360),
        "from the future": server.signed("subscribe", age=-360),
        "another body": (body + "&text=unsubscribe", headers),
        "no signature": (body, {name: value for name, value in headers.items() if name != "X-Slack-Signature"}),
        "no headers": (body, {"Content-Type": headers["Content-Type"]}),
    }
    for name, request in forged.items():
        with subtests.test(name):
            assert (await post(events_url, *request))[0] == 401
    assert desk.asks == []


async def test_no_other_path_and_no_huge_body_is_served(events_url, server):
    assert (await post(events_url.replace("slack", "admin"), *server.signed("help")))[0] == 404
    assert (await post(events_url, *server.signed("x" * 300_000)))[0] == 413


async def test_a_port_in_use_is_told_with_its_address(server, desk):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = taken.getsockname()
        adapter = Slack(BOT_TOKEN, desk, signing_secret=SIGNING_SECRET, base_url=server.base_url, listen=listen)
        with pytest.raises(ChatError, match=f"slack: cannot listen on 127.0.0.1:{listen[1]}"):
            await adapter.start()
        await adapter.stop()


# ── the life of the connection ───────────────────────────────────────────────────────────────────────────────────────


async def test_a_stray_client_id_in_the_environment_changes_nothing(server, desk, monkeypatch):
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "stray")
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url)
    await adapter.start()
    await server.type("latest")
    await server.replies()
    await adapter.stop()


WRONG = {
    "bot token": ("xoxb-wrong", APP_TOKEN, "Bot User OAuth Token (xoxb-…) as bot_token"),
    "app token": (BOT_TOKEN, "xapp-wrong", "App-Level Token (xapp-…) as app_token"),
}


@pytest.mark.parametrize(("bot_token", "app_token", "which"), WRONG.values(), ids=WRONG)
async def test_a_wrong_token_is_told_at_once_with_the_mend_and_without_the_token(
    server, desk, bot_token, app_token, which
):
    adapter = Slack(bot_token, desk, app_token=app_token, base_url=server.base_url)
    with pytest.raises(ChatError) as raised:
        await adapter.start()
    await adapter.stop()
    assert str(raised.value) == f"slack: invalid_auth; mend: put the {which} of your Slack app under [slack]"
    assert not isinstance(raised.value, UnreachableError)


async def test_check_says_who_we_are(server, desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url)
    assert await adapter.check() == "@exchange_watch in Newsroom"


async def test_it_starts_without_slack_and_listens_as_soon_as_it_is_there(server, desk, caplog, monkeypatch):
    monkeypatch.setattr("bot.chat.FIRST_WAIT", 0.05)
    server.fail("auth.test", Failure(status=502, body="<html>"), Failure(drop=True))
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url)
    await adapter.start()
    await server.type("latest")
    await server.replies()
    await adapter.stop()
    assert caplog.text.count("unreachable platform=slack") == 1


async def test_it_can_be_stopped_before_slack_was_ever_reached(desk):
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url="http://127.0.0.1:9/api/")
    await adapter.start()
    await adapter.stop()


async def test_no_log_at_any_level_holds_a_secret(server, desk, caplog):
    caplog.set_level(logging.DEBUG)
    adapter = Slack(BOT_TOKEN, desk, app_token=APP_TOKEN, base_url=server.base_url, patience=0.3)
    await adapter.start()
    server.fail(
        "chat.postMessage", Failure("invalid_auth"), Failure(drop=True), Failure(delay=0.5), Failure(status=500)
    )
    for _ in range(5):
        await adapter.post(CHANNEL, CARD, key="1")
    await server.type("latest")
    await server.replies()
    server.fail("apps.connections.open", Failure("internal_error"))
    await server.sockets[0].close()
    await asyncio.sleep(0.1)
    await adapter.stop()
    assert caplog.records
    for secret in (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, TICKET):
        assert secret not in caplog.text


async def test_a_chart_is_put_into_the_channel_with_the_text_that_stands_for_it(slack, server):
    await server.type("chart Ukraine")
    await server.until(lambda: bool(server.sent("files.completeUploadExternal")))
    [asked] = server.sent("files.getUploadURLExternal")
    [done] = server.sent("files.completeUploadExternal")
    assert (asked["alt_txt"], asked["length"]) == (ALT, str(len(PNG)))
    assert done["channel_id"] == CHANNEL
    assert json.loads(done["files"])[0]["title"] == "Ukraine and Russia"
    assert server.files == [PNG]


async def test_where_the_bot_may_not_upload_the_text_of_a_chart_is_there(slack, server, caplog):
    server.fail("files.getUploadURLExternal", Failure(error="missing_scope"))
    await server.type("chart")
    [reply] = await server.replies()
    assert reply["text"].startswith("Ukraine and Russia")
    await server.until(lambda: bool(server.sent("files.getUploadURLExternal")))
    await asyncio.sleep(0.1)
    assert "slack_picture_refused error=missing_scope" in caplog.text
