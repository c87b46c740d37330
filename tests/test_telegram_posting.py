"""Telegram: cards posted and edited, and what each of the platform's answers means."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.chat.telegram import Telegram
from bot.render import card
from bot.types import NotSent, Refusal, Refused, Sent, Unknown
from tests import platforms, specs
from tests.sample_events import EACH, event
from tests.telegram_desk import CARD, CHANNEL, Desk, a_desk, a_server, an_adapter
from tests.telegram_server import TOKEN, Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)


async def test_a_card_is_posted_once_with_the_preview_of_its_first_source(telegram, server):
    outcome = await telegram.post(CHANNEL, CARD, key="1")
    [form] = server.sent()
    assert outcome == Sent(message_id=str(next(number for _, number in server.messages)))
    assert form["chat_id"] == CHANNEL
    assert form["text"].startswith("<b>Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine</b>")
    assert json.loads(form["link_preview_options"]) == {"prefer_small_media": True, "url": "https://news.example/1"}


async def test_a_card_without_links_has_no_preview(telegram, server):
    await telegram.post("@exchangewatch", card(event()), key="1")
    [form] = server.sent()
    assert (form["chat_id"], form["link_preview_options"]) == ("@exchangewatch", '{"is_disabled": true}')


async def test_a_topic_of_a_group_is_an_address_too(telegram, server):
    await telegram.post("-100555/42", CARD, key="1")
    [form] = server.sent()
    assert (form["chat_id"], form["message_thread_id"]) == ("-100555", "42")


async def test_a_posted_card_is_edited_in_place(telegram, server):
    sent = await telegram.post(CHANNEL, CARD, key="1")
    assert await telegram.edit(CHANNEL, sent.message_id, card(EACH)) == sent
    assert server.messages[CHANNEL, int(sent.message_id)]["text"].startswith("<b>Russia ⇄ Ukraine: 95 prisoners")


async def test_an_edit_that_changes_nothing_is_success(telegram, server):
    sent = await telegram.post(CHANNEL, CARD, key="1")
    assert await telegram.edit(CHANNEL, sent.message_id, CARD) == sent
    assert len(server.sent("editMessageText")) == 1


async def test_an_edit_of_a_message_that_is_gone_is_refused(telegram):
    outcome = await telegram.edit(CHANNEL, "5", CARD)
    assert outcome == Refused(reason="Message to edit not found", what=Refusal.MESSAGE)


async def test_what_changed_is_told_in_reply_to_the_first_message(telegram, server):
    await telegram.post(CHANNEL, CARD, key="1", reply_to="12")
    assert json.loads(server.sent()[0]["reply_parameters"]) == {"message_id": 12, "allow_sending_without_reply": False}


async def test_what_changed_is_not_told_where_the_first_message_was_taken_away(telegram, server):
    """Row 55."""
    server.fail("sendMessage", Failure.named("nothing to reply to"))
    outcome = await telegram.post(CHANNEL, CARD, key="1", reply_to="12")
    assert (outcome.what, len(server.sent())) == (Refusal.MESSAGE, 1)


async def test_a_card_that_was_refused_goes_as_bare_text(telegram, server):
    """Row 47."""
    await telegram.post(CHANNEL, CARD, key="1", plain=True)
    assert "parse_mode" not in server.sent()[0]
    assert server.sent()[0]["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned")


async def test_telegram_cannot_be_read_back(telegram):
    assert isinstance(await telegram.find(CHANNEL, "1", since=datetime.now(UTC)), Unknown)


async def test_posting_works_while_telegram_cannot_be_polled(server, desk):
    server.fail("getMe", Failure(502, body="<html>Bad Gateway</html>"))
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, patience=1.0)
    await adapter.start()
    try:
        assert isinstance(await adapter.post(CHANNEL, CARD, key="1"), Sent)
    finally:
        await adapter.stop()


GONE, RIGHT, CARD_, LATER = "channel", "right", "card", "later"
ANSWERS = {
    "blocked": GONE,
    "kicked from group": GONE,
    "kicked from supergroup": GONE,
    "kicked from channel": GONE,
    "no member": GONE,
    "no member of the group": GONE,
    "deactivated": GONE,
    "never met": GONE,
    "a bot": GONE,
    "no chat": GONE,
    "bad peer": GONE,
    "blocked as 400": GONE,
    "group off": GONE,
    "write forbidden": RIGHT,
    "write forbidden as 403": RIGHT,
    "no rights": RIGHT,
    "have no rights": RIGHT,
    "need administrator": RIGHT,
    "admin required": RIGHT,
    "restricted": RIGHT,
    "topic closed": RIGHT,
    "no photos": CARD_,
    "moved": LATER,  # without the new id it is as strange as any other words
    "empty": CARD_,
    "too long": CARD_,
    "too much markup": CARD_,
    "bad markup": CARD_,
    "bad button": CARD_,
    "bad button data": CARD_,
    "bad file": CARD_,
    "no file there": CARD_,
    "big file": CARD_,
    "nothing to reply to": "message",
    "no such message": "message",
    "not editable": "edit",
    "bad token": LATER,
    "second poller": LATER,
    "webhook": LATER,
    "too fast": LATER,
    "server": "unknown",
    "gateway": "unknown",
}


def test_every_error_text_of_the_platform_is_in_the_table_above():
    assert platforms.TELEGRAM_ERRORS.keys() - ANSWERS.keys() == {"not modified"}


def kind_of(outcome):
    match outcome:
        case Refused(what=what):
            return str(what)
        case NotSent(wait=wait) if wait > 0:
            return LATER
        case Unknown():
            return "unknown"
    return str(outcome)


async def test_each_error_of_the_platform_is_told_for_what_it_is(telegram, server, subtests):
    for name, kind in ANSWERS.items():
        with subtests.test(name):
            server.fail("sendMessage", Failure.named(name))
            asked = len(server.sent())
            assert kind_of(await telegram.post(CHANNEL, CARD, key="1")) == kind
            assert len(server.sent()) == asked + 1


OTHERS = {
    "429": (Failure(429, "Too Many Requests: retry after 35", {"retry_after": 35}), 35.0),
    "words that nobody has seen yet": (Failure(400, "Bad Request: THE_MOON_IS_FULL"), 60.0),
    "strange words under 403": (Failure(403, "Forbidden: the moon is full"), 60.0),
}


@pytest.mark.parametrize(("failure", "wait"), OTHERS.values(), ids=OTHERS)
async def test_it_says_how_long_to_wait(telegram, server, failure, wait):
    server.fail("sendMessage", failure)
    outcome = await telegram.post(CHANNEL, CARD, key="1")
    assert (type(outcome), outcome.wait) == (NotSent, wait)
    assert len(server.sent()) == 1


async def test_a_group_that_became_a_supergroup_tells_its_new_address(telegram, server):
    moved = Failure(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -100777})
    server.fail("sendMessage", moved)
    outcome = await telegram.post("-55", CARD, key="1")
    assert outcome.moved_to == "-100777"
    server.fail("sendMessage", moved)
    assert (await telegram.post("-55/42", CARD, key="1")).moved_to == "-100777/42"


UNCERTAIN = {
    "the line was cut after the request": Failure(drop=True),
    "the answer came too late": Failure(delay=1.5),
    "502 in HTML": Failure(502, body="<html>Bad Gateway</html>"),
    "an answer that is no JSON": Failure(200, body="<html>"),
    "an answer without a message": Failure(200, body='{"ok": true, "result": {"message_id": 5}}'),
}


@pytest.mark.parametrize("failure", UNCERTAIN.values(), ids=UNCERTAIN)
async def test_where_the_message_may_have_arrived_it_says_so_and_sends_no_second(telegram, server, failure):
    server.fail("sendMessage", failure)
    assert isinstance(await telegram.post(CHANNEL, CARD, key="1"), Unknown)
    await asyncio.sleep(0.05)
    assert len(server.sent()) == 1


async def test_a_refused_connection_sent_nothing():
    adapter = Telegram(TOKEN, Desk(), base_url="http://127.0.0.1:9/bot", patience=1.0)
    try:
        assert kind_of(await adapter.post(CHANNEL, CARD, key="1")) == LATER
    finally:
        await adapter.stop()


CLASSES = {
    "chat_gone": {GONE},
    "no_rights": {RIGHT},
    "no_media_rights": {CARD_},
    "migrate": {LATER},  # without the new id
    "content": {CARD_, "message"},  # "message": the one that a post answers is gone
    "edit_target_gone": {"message", "edit"},
    "rate": {LATER},
    "auth": {LATER},
    "conflict": {LATER},
    "server": {"unknown"},
}


@pytest.mark.skipif(not specs.PRESENT, reason=specs.WHY_SKIPPED)
async def test_every_error_that_was_seen_anywhere_is_told_for_what_it_is(telegram, server, subtests):
    for error in specs.load("telegram-error-descriptions.json")["errors"]:
        with subtests.test(error["description"]):
            if error["class"] == "not_modified":  # success, of an edit
                continue
            server.fail("sendMessage", Failure(error["error_code"], error["description"]))
            assert kind_of(await telegram.post(CHANNEL, CARD, key="1")) in CLASSES[error["class"]]


async def test_a_card_of_the_fallen_comes_without_a_sound(telegram, server):
    await telegram.post(CHANNEL, replace(CARD, is_silent=True), key="1")
    await telegram.post(CHANNEL, replace(CARD, is_silent=False), key="2")
    silent, loud = server.sent()
    assert silent["disable_notification"] == "true"
    assert "disable_notification" not in loud
