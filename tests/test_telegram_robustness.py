"""Telegram: the life of the connection, whatever the platform, the network or a person does to it."""

import asyncio
import json
import logging
import time

import pytest

from bot.chat import WORDS_HEARD, telegram_people
from bot.chat.telegram import Telegram
from bot.errors import ChatError, StoreError, UnreachableError
from bot.types import Sent
from tests.telegram_desk import CARD, CHANNEL, a_desk, a_server, an_adapter
from tests.telegram_people import READER, someone
from tests.telegram_server import TOKEN, Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)


async def test_only_the_updates_that_it_reads_are_asked_for(telegram, server):
    await server.until(lambda: bool(server.sent("getUpdates")))
    wanted = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"]
    assert json.loads(server.sent("getUpdates")[0]["allowed_updates"]) == wanted


async def test_one_unreadable_update_does_not_silence_the_others(telegram, server, desk, caplog):
    poison = {"callback_query": {"id": "1", "from": READER}}  # it lacks chat_instance
    await server.push(poison, is_sound=False)
    await server.say("/latest")
    await server.replies()
    await server.say("/help")
    await server.replies(2)
    assert [ask.words for ask in desk.asks] == [("latest",), ("help",)]
    assert "telegram_update_skipped" in caplog.text
    assert len(server.sent("getUpdates")) < 10


async def test_it_outlives_trouble_while_polling_and_tells_each_kind_once(telegram, server, caplog):
    await server.until(lambda: bool(server.sent("getUpdates")))
    for told in (1, 3):  # two pollers take turns, so each hears something now and then
        server.fail("getUpdates", Failure.named("second poller"))
        await server.say("/latest")
        await server.replies(told)
        await server.say("/help")
        await server.replies(told + 1)
    assert isinstance(await telegram.post(CHANNEL, CARD, key="1"), Sent)
    assert caplog.text.count("telegram_conflict mend=another program polls with this bot's token") == 1


async def test_trouble_that_comes_back_after_it_was_over_is_told_again(telegram, server, caplog, monkeypatch):
    monkeypatch.setattr("bot.chat.telegram.OVER_AFTER", 0.0)
    for told in (1, 2):
        await server.until(lambda told=told: len(server.sent("getUpdates")) >= told)
        server.fail("getUpdates", Failure(502, body="<html>"))
        await server.say("/help")
        await server.replies(2 * told - 1)
        await server.say("/help")
        await server.replies(2 * told)
        assert caplog.text.count("telegram_polling_failed error=NetworkError") == told


async def test_polling_goes_on_after_a_bad_gateway(telegram, server, caplog):
    await server.until(lambda: bool(server.sent("getUpdates")))
    server.fail("getUpdates", Failure(502, body="<html>"))
    await server.say("/latest")
    await server.replies()
    await server.say("/help")
    await server.replies(2)
    assert caplog.text.count("telegram_polling_failed error=NetworkError") == 1


async def test_it_starts_without_telegram_and_listens_as_soon_as_it_is_there(server, desk, caplog, monkeypatch):
    monkeypatch.setattr("bot.chat.FIRST_WAIT", 0.05)
    server.fail("getMe", *[Failure(502, body="<html>")] * 3)
    server.fail("deleteWebhook", Failure(502, body="<html>"))
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, patience=1.0)
    await adapter.start()
    try:
        await server.say("/latest")
        await server.replies()
    finally:
        await adapter.stop()
    assert caplog.text.count("unreachable platform=telegram") == 1


async def test_a_token_that_proves_wrong_later_is_told_in_the_log(server, desk, caplog, monkeypatch):
    monkeypatch.setattr("bot.chat.FIRST_WAIT", 0.05)
    server.fail("getMe", Failure(502, body="<html>"), Failure(502, body="<html>"), Failure.named("bad token"))
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    await adapter.start()
    await server.until(lambda: len(server.sent("getMe")) == 3)
    await asyncio.sleep(0.05)
    await adapter.stop()
    assert "refused platform=telegram error=the token was refused" in caplog.text


async def test_it_can_be_stopped_before_telegram_was_ever_reached(desk):
    adapter = Telegram(TOKEN, desk, base_url="http://127.0.0.1:9/bot")
    await adapter.start()
    await adapter.stop()


async def test_a_token_revoked_while_polling_does_not_hinder_the_stop(server, desk, caplog):
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    await adapter.start()
    await server.until(lambda: bool(server.sent("getUpdates")))
    server.fail("getUpdates", Failure.named("bad token"))
    await server.say("/help")
    await server.until(lambda: len(server.sent("getUpdates")) == 2)
    await asyncio.sleep(0.05)
    await adapter.stop()
    assert "Invalid token" in caplog.text


async def test_a_wrong_token_is_told_at_once_with_the_mend_and_without_the_token(server, desk):
    adapter = Telegram("999:WRONG-token", desk, base_url=server.base_url)
    with pytest.raises(ChatError) as raised:
        await adapter.start()
    await adapter.stop()
    assert str(raised.value) == (
        "telegram: the token was refused; mend: put the token that @BotFather gave you under [telegram] token"
    )
    assert not isinstance(raised.value, UnreachableError)


async def test_check_says_who_we_are(server, desk):
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    assert await adapter.check() == "@exchange_watch_bot"
    await adapter.stop()


async def test_check_says_that_telegram_cannot_be_reached(desk):
    adapter = Telegram(TOKEN, desk, base_url="http://127.0.0.1:9/bot")
    with pytest.raises(UnreachableError):
        await adapter.check()
    await adapter.stop()


async def test_a_stop_finishes_the_answer_under_way_and_is_quick(server, desk):
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    await adapter.start()
    await server.say("/latest slow")
    await server.until(lambda: len(server.sent("getUpdates")) >= 2)
    began = time.monotonic()
    await adapter.stop()
    assert len(server.sent()) == 1
    assert time.monotonic() - began < 1.5


async def test_no_log_at_any_level_holds_the_token(server, desk, caplog):
    """A whole conversation with all that can fail in it, at DEBUG, with asyncio's own debugging on."""
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    server.fail("getMyCommands", Failure(502, body="<x>"))
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, patience=0.3)
    await adapter.start()
    ways = (Failure(502, body="<x>"), Failure(drop=True), Failure(delay=0.5), Failure.named("bad token"))
    server.fail("sendMessage", *ways)
    for _ in range(5):
        await adapter.post(CHANNEL, CARD, key="1")
    server.fail("getUpdates", Failure(502, body="<x>"), Failure(drop=True))
    server.fail("sendMessage", *ways)
    server.fail("sendPhoto", Failure(502, body="<x>"), Failure.named("bad token"))
    server.fail("editMessageText", *ways)
    server.fail("getChatAdministrators", *ways)
    server.fail("answerInlineQuery", *ways)
    await server.push({"callback_query": {"id": "1", "from": READER}}, is_sound=False)
    for way in range(len(ways) + 1):
        sent = len(server.calls)
        person = someone(100 + way)
        await server.say("/latest broken", chat=100 + way, **{"from": person})
        await server.say("/chart", chat=100 + way, **{"from": person})
        await server.say("/subscribe", chat=-100555, kind="supergroup", **{"from": person})
        await server.ask_inline(f"x{way}", person=person)
        await server.place(-100 - way, "left", "member", person=person)
        await server.until(lambda sent=sent: len(server.calls) >= sent + 4)
    await adapter.stop()
    asyncio.get_running_loop().set_debug(False)
    assert "answer_failed" in caplog.text
    assert "telegram_update_skipped" in caplog.text
    assert TOKEN.split(":")[1] not in caplog.text


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_person_who_presses_without_end_holds_up_nobody(telegram, server, desk):
    """Row 60: all presses are answered, a few are heard, and another person's question is answered meanwhile."""
    server.latency = 0.2
    presses = [await server.press(f"latest {number}") for number in range(300)]
    await server.say("/help", chat=8, **{"from": someone(8)})
    await server.until(lambda: any(form["chat_id"] == "8" for form in server.sent()))
    await server.until(lambda: server.unanswered == set())
    heard = [ask for ask in desk.asks if ask.person == "7"]
    assert 20 <= len(heard) <= 25
    told = [form.get("text", "") for form in server.sent("answerCallbackQuery")]
    assert sum(text.startswith("That was too fast.") for text in told) == len(presses) - len(heard)


async def test_a_person_who_types_without_end_is_told_once_and_then_not_heard(telegram, server, desk):
    """Row 60: ten thousand commands a minute."""
    for number in range(200):
        await server.say(f"/latest {number}")
    await server.say("/help", chat=8, **{"from": someone(8)})
    await server.until(lambda: any(form["chat_id"] == "8" for form in server.sent()))
    heard = [ask for ask in desk.asks if ask.person == "7"]
    assert 20 <= len(heard) <= 25
    await server.until(lambda: len(server.sent()) >= len(desk.asks) + 1)
    assert [form["text"] for form in server.sent()].count("That was too fast. Please ask again in a moment.") == 1


async def test_a_crowd_in_one_group_holds_up_nobody_else(telegram, server, desk):
    """Telegram asks to wait with each answer there, so that each takes its place among those under way for seconds."""
    server.fail("sendMessage", *[Failure(429, "Too Many Requests: retry after 2", {"retry_after": 2})] * 64)
    for number in range(100):
        await server.say("/latest", chat=-100555, kind="supergroup", **{"from": someone(1_000 + number)})
    await server.until(lambda: len(server.sent()) >= 20)
    await server.say("/help", chat=8, **{"from": someone(8)})
    began = time.monotonic()
    await server.until(lambda: any(form["chat_id"] == "8" for form in server.sent()))
    assert time.monotonic() - began < 1.5
    assert len(desk.asks) <= 25


async def test_a_person_who_was_too_fast_is_heard_again(telegram, server, desk, monkeypatch):
    monkeypatch.setattr(telegram_people, "PER_SECOND", 1_000.0)
    for _ in range(100):
        await server.say("/help")
        await asyncio.sleep(0.002)
    await server.until(lambda: len(server.sent()) == 100)
    assert len(desk.asks) == 100


HOSTILE = {
    "100 KB": "/search " + "x" * 100_000,
    "SQL": "/search '; DROP TABLE events; --",
    "HTML": "/search <b>x</b><script>alert(1)</script>&lt;",
    "a path": "/event ../../etc/passwd",
    "controls": "/latest \u202e\u0000\x1b[31m",
    "nothing but signs": "/ // /@ /@exchange_watch_bot",
}


async def test_what_strangers_type_is_cut_and_answered_as_text(telegram, server, desk, subtests):
    """Row 60: a stranger's endless or hostile words."""
    for person, (name, text) in enumerate(HOSTILE.items(), start=200):
        with subtests.test(name):
            await server.say(text, chat=person, **{"from": someone(person)})
            await server.until(lambda person=person: any(form["chat_id"] == str(person) for form in server.sent()))
            assert all(len(word) <= 100 for word in desk.asks[-1].words)
            assert len(desk.asks[-1].words) <= WORDS_HEARD


async def test_whoever_asks_without_end_in_other_chats_is_not_heard_for_a_while(telegram, server, desk):
    for number in range(60):
        await server.push({"inline_query": {"id": str(number), "from": READER, "query": "x", "offset": ""}})
    await server.say("/help", chat=8, **{"from": someone(8)})
    await server.until(lambda: bool(server.sent()) and len(server.sent("answerInlineQuery")) >= 20)
    assert len(desk.asks) <= 26


async def test_what_cannot_be_written_down_now_is_told_in_the_log_and_stops_nothing(telegram, server, desk, caplog):
    desk.gone = lambda address, reason: (_ for _ in ()).throw(StoreError("the database is locked"))
    await server.place(-100777, "member", "kicked")
    await server.say("/help")
    await server.replies()
    assert "telegram_update_failed error=StoreError" in caplog.text


def test_only_so_many_people_are_remembered():
    known = {}
    for person in (*range(1_000), 0, 1_000):
        telegram_people.remember(known, person, None)
    assert len(known) == 1_000
    assert 0 in known  # who came back of late
    assert 1 not in known


async def test_an_update_that_comes_again_is_taken_once(telegram, server, desk):
    """Row 58: the answer to a poll was lost, so Telegram gives the same updates once more."""
    again = {"update_id": 5_000, "message": server._message(7, "private", "/latest") | {"from": READER}}
    await server.push(again)
    await server.replies()
    server._updates.append(again)
    await server.push({"message": server._message(7, "private", "/help") | {"from": READER}, "update_id": 5_001})
    await server.replies(2)
    assert [ask.words for ask in desk.asks] == [("latest",), ("help",)]
