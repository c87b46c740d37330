import asyncio
import json
import logging
import time
from datetime import UTC, datetime

import pytest

from bot.chat import WORDS_HEARD
from bot.chat.telegram import Telegram
from bot.errors import ChatError, UnreachableError
from bot.render import card
from bot.types import Ask, NotSent, Picture, Platform, Refusal, Refused, Reply, Sent, Unknown
from tests import platforms
from tests.sample_events import EACH, THE_FALLEN, event
from tests.telegram_server import TOKEN, Failure, TelegramServer

CARD = card(THE_FALLEN)
CHANNEL = "-1001234567890"
PNG = b"\x89PNG\r\n\x1a\n the rest"


class Desk:
    """Answers as the service would, and remembers what was asked."""

    def __init__(self):
        self.asks: list[Ask] = []

    async def __call__(self, ask: Ask) -> Reply:
        self.asks.append(ask)
        if ask.verb is None:
            return Reply(text="That is not something I know.")
        if ask.words[1:] == ("slow",):
            await asyncio.sleep(0.3)
        if ask.words[1:] == ("broken",):
            raise ZeroDivisionError
        if ask.verb == "chart":
            alt = "Ukraine & Russia\n" + "\n".join(["line"] * 300)
            return Reply(text=alt, picture=Picture(png=PNG, alt=alt))
        return Reply(text=f"{ask.verb} <&> /help", cards=(card(EACH),))


@pytest.fixture
async def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
async def telegram(server, desk):
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, patience=1.0)
    await adapter.start()
    yield adapter
    await adapter.stop()


# ── posting ──────────────────────────────────────────────────────────────────────────────────────────────────────────


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


async def test_a_message_that_cannot_be_edited_gets_a_reply(telegram, server):
    await telegram.post(CHANNEL, CARD, key="1", reply_to="12")
    assert json.loads(server.sent()[0]["reply_parameters"]) == {"message_id": 12, "allow_sending_without_reply": True}


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
    "nothing to reply to": CARD_,
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


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_person_asks_in_private_and_is_answered(telegram, server, desk):
    await server.say("/latest 2")
    [form] = await server.replies()
    assert desk.asks == [
        Ask(platform=Platform.TELEGRAM, address="7", language="en", words=("latest", "2"), may_change=False)
    ]
    assert form["chat_id"] == "7"
    assert form["text"].startswith("latest &lt;&amp;&gt; /help\n\n<b>Russia ⇄ Ukraine: 95 prisoners")
    assert form["link_preview_options"] == '{"is_disabled": true}'


async def test_the_reader_s_language_is_passed_on(telegram, server, desk):
    reader = {"id": 7, "is_bot": False, "first_name": "Ч", "language_code": "uk"}
    await server.say("/help", **{"from": reader})
    await server.replies()
    assert desk.asks[0].language == "uk"


async def test_a_chart_comes_as_a_picture_with_its_text(telegram, server, desk):
    await server.say("/chart", chat=-100555, kind="supergroup", message_thread_id=42, is_topic_message=True)
    await server.until(lambda: bool(server.sent("sendPhoto")))
    [form] = server.sent("sendPhoto")
    assert (form["chat_id"], form["message_thread_id"], form["photo"]) == ("-100555", "42", "chart.png")
    assert form["caption"].startswith("Ukraine &amp; Russia\nline")
    assert 900 < len(form["caption"].replace("&amp;", "&")) <= 1024
    assert server.files == [PNG]
    assert server.sent() == []


async def test_where_no_pictures_may_be_sent_the_text_of_a_chart_goes_alone(telegram, server, desk):
    server.fail("sendPhoto", Failure.named("no photos"))
    await server.say("/chart")
    [form] = await server.replies()
    assert form["text"].startswith("Ukraine &amp; Russia\nline")


async def test_a_topic_is_answered_in_the_topic(telegram, server, desk):
    await server.say("/latest", chat=-100555, kind="supergroup", message_thread_id=42, is_topic_message=True)
    [form] = await server.replies()
    assert (form["chat_id"], form["message_thread_id"], desk.asks[0].address) == ("-100555", "42", "-100555/42")


GROUP = {"chat": -100555, "kind": "supergroup"}
READER = {"id": 7, "is_bot": False, "first_name": "Reader"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
AS_GROUP = {"id": -100555, "type": "supergroup", "title": "News"}
AS_STRANGER = {"id": -100999, "type": "channel", "title": "Other"}
MAY_CHANGE = {
    "anyone in private": ({}, "member", True),
    "a member of a group": (GROUP, "member", False),
    "one who left": (GROUP, "left", False),
    "an administrator of a group": (GROUP, "administrator", True),
    "the owner of a group": (GROUP, "creator", True),
    "an administrator who speaks as the group": (GROUP | {"from": ANONYMOUS, "sender_chat": AS_GROUP}, "left", True),
    "another channel speaking in the group": (GROUP | {"from": ANONYMOUS, "sender_chat": AS_STRANGER}, "left", False),
    "nobody known in a channel": ({"chat": -100555, "kind": "channel"}, "member", False),
    "a signed administrator of a channel": (
        {"chat": -100555, "kind": "channel", "from": READER},
        "administrator",
        True,
    ),
}


async def test_who_may_change_what_a_chat_gets(telegram, server, desk, subtests):
    for name, (message, status, may) in MAY_CHANGE.items():
        for verb in ("subscribe", "unsubscribe"):
            with subtests.test(f"{verb}: {name}"):
                server.members = {(-100555, 7): status, (-100555, 1087968824): status}
                answered = len(server.sent())
                await server.say(f"/{verb}", **message)
                await server.replies(answered + 1)
                assert (desk.asks[-1].words, desk.asks[-1].may_change) == ((verb,), may)


async def test_nobody_may_change_a_chat_that_hides_its_members(telegram, server, desk):
    server.fail("getChatMember", Failure(400, "Bad Request: CHAT_ADMIN_REQUIRED"))
    await server.say("/subscribe", **GROUP)
    await server.replies()
    assert [ask.may_change for ask in desk.asks] == [False]


async def test_a_chat_s_public_name_is_told(telegram, server, desk):
    news = {"id": -100555, "type": "channel", "title": "News", "username": "exchangewatch"}
    await server.say("/latest", kind="channel", place=news)
    await server.replies()
    assert (desk.asks[0].address, desk.asks[0].alias) == ("-100555", "@exchangewatch")


async def test_in_a_group_it_hears_its_own_name_and_no_other_bot_s(telegram, server, desk):
    await server.say("/latest@other_bot", **GROUP)
    await server.say("/weather", **GROUP)
    await server.say("/weather@Exchange_Watch_Bot", **GROUP)
    await server.say("/latest@exchange_watch_bot 3", **GROUP)
    await server.replies(2)
    assert sorted(ask.words for ask in desk.asks) == [("latest", "3"), ("weather",)]


async def test_an_unknown_command_in_private_is_answered(telegram, server, desk):
    await server.say("/weather")
    [form] = await server.replies()
    assert form["text"] == "That is not something I know."


async def test_endless_arguments_are_cut(telegram, server, desk):
    await server.say("/latest " + "x" * 50_000 + " y" * 500)
    await server.replies()
    assert len(desk.asks[0].words) == WORDS_HEARD
    assert max(map(len, desk.asks[0].words)) == 100


async def test_a_broken_answer_is_regretted_and_the_next_one_works(telegram, server, caplog):
    await server.say("/latest broken")
    await server.say("/latest")
    forms = await server.replies(2)
    assert "That did not work just now. Please try again in a minute." in [form["text"] for form in forms]
    assert "answer_failed platform=telegram verb=latest" in caplog.text


async def test_an_answer_that_cannot_be_sent_is_told_in_the_log(telegram, server, caplog):
    server.fail("sendMessage", Failure.named("blocked"))
    await server.say("/latest")
    await server.say("/help")
    await server.replies(2)
    assert "telegram_answer_lost error=Forbidden" in caplog.text


# ── the life of the connection ───────────────────────────────────────────────────────────────────────────────────────


async def test_only_the_updates_that_it_reads_are_asked_for(telegram, server):
    await server.until(lambda: bool(server.sent("getUpdates")))
    assert server.sent("getUpdates")[0]["allowed_updates"] == '["message", "channel_post"]'


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
    server.fail("getUpdates", *[Failure.named("second poller")] * 2)
    await server.say("/latest")
    await server.replies()
    await server.say("/help")
    await server.replies(2)
    assert caplog.text.count("telegram_conflict mend=another program polls with this bot's token") == 1


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
    assert time.monotonic() - began < 2.0


async def test_no_log_at_any_level_holds_the_token(server, desk, caplog):
    caplog.set_level(logging.DEBUG)
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, patience=0.3)
    await adapter.start()
    failures = (Failure(502, body="<x>"), Failure(drop=True), Failure(delay=0.5), Failure.named("bad token"))
    server.fail("sendMessage", *failures)
    for _ in range(5):
        await adapter.post(CHANNEL, CARD, key="1")
    server.fail("getUpdates", Failure(502, body="<x>"), Failure(drop=True))
    await server.say("/latest")
    await server.replies(6)
    await adapter.stop()
    assert caplog.records
    assert TOKEN.split(":")[1] not in caplog.text
