"""Telegram: what people type, in private, in groups and in channels."""

import asyncio

import pytest

from bot.chat import WORDS_HEARD
from bot.types import Ask, Platform, Reply
from tests.telegram_desk import GROUP, PNG, a_desk, a_server, an_adapter
from tests.telegram_methods import BOT
from tests.telegram_people import READER, someone
from tests.telegram_server import Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)


async def test_a_person_asks_in_private_and_is_answered(telegram, server, desk):
    await server.say("/latest 2")
    [form] = await server.replies()
    asked = {"platform": Platform.TELEGRAM, "address": "7", "language": "en", "words": ("latest", "2")}
    assert desk.asks == [Ask(**asked, person="7", may_change=True, is_private=True)]
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


async def test_who_may_change_what_a_chat_gets(telegram, server, desk, subtests, monkeypatch):
    monkeypatch.setattr("bot.chat.telegram_people.KEPT", 0.0)
    for person, (name, (message, status, may)) in enumerate(MAY_CHANGE.items(), start=1_000):
        with subtests.test(name):
            server.members = {(-100555, person): status, (-100555, ANONYMOUS["id"]): status}
            who = message.get("from") if message.get("kind") == "channel" else someone(person)
            who = someone(person) if message.get("from") == READER else message.get("from", who)
            answered = len(server.sent())
            await server.say("/subscribe", **message | {"from": who, "chat": message.get("chat", person)})
            await server.replies(answered + 1)
            assert (desk.asks[-1].words, desk.asks[-1].may_change) == (("subscribe",), may)


async def test_what_telegram_said_of_a_person_is_believed_for_a_minute_at_most(telegram, server, desk, monkeypatch):
    for status in ("administrator", "member"):
        server.members[-100555, 7] = status
        await server.say("/subscribe", **GROUP)
        await server.replies(len(desk.asks) + 1)
    assert [ask.may_change for ask in desk.asks] == [True, True]
    assert len(server.sent("getChatAdministrators")) == 1
    monkeypatch.setattr("bot.chat.telegram_people.KEPT", 0.0)
    server.members[-100666, 7] = "administrator"
    await server.say("/subscribe", chat=-100666, kind="supergroup")
    await server.replies(3)
    server.members[-100666, 7] = "member"
    await server.say("/unsubscribe", chat=-100666, kind="supergroup")
    await server.replies(4)
    assert [ask.may_change for ask in desk.asks[2:]] == [True, False]


async def test_many_members_who_press_cost_one_question(telegram, server, desk):
    """Telegram need not tell of a single member, where the bot is none of the administrators, but lists those."""
    server.members[-100555, 1_007] = "administrator"
    for each in range(20):
        await server.answer_to(await server.press("subscribe", chat=-100555, person=someone(1_000 + each)))
    assert [ask.person for ask in desk.asks if ask.may_change] == ["1007"]
    assert len(server.sent("getChatAdministrators")) == 1


async def test_operators_are_known_by_their_ids(telegram, server, desk):
    await server.say("/help", chat=99, **{"from": someone(99)})
    await server.say("/help")
    await server.replies(2)
    assert {ask.person: ask.is_operator for ask in desk.asks} == {"99": True, "7": False}


@pytest.mark.parametrize("words", ["settings", "subscribe"])
async def test_who_types_in_a_channel_is_led_to_where_he_can_choose(telegram, server, desk, words):
    """All who can type there administer it, and nobody of them is known to have typed."""
    desk.script[(words,)] = Reply(text="Only an administrator can change that.", is_brief=words == "subscribe")
    await server.say(f"/{words}", chat=-100555, kind="channel")
    [form] = await server.replies()
    assert server.buttons(form) == {"@exchange_watch_bot": "https://t.me/exchange_watch_bot?start=to_100555"}


async def test_in_a_group_an_operator_need_not_name_the_bot(telegram, server, desk):
    """Others who type the same most likely mean another bot."""
    await server.say("/admin", **GROUP, **{"from": someone(7)})
    await server.say("/admin", **GROUP, **{"from": someone(99)})
    await server.replies()
    assert [ask.person for ask in desk.asks] == ["99"]


async def test_nobody_may_change_a_chat_that_hides_its_members(telegram, server, desk):
    server.fail("getChatAdministrators", Failure(400, "Bad Request: CHAT_ADMIN_REQUIRED"))
    await server.say("/subscribe", **GROUP)
    await server.replies()
    assert [ask.may_change for ask in desk.asks] == [False]


async def test_a_chat_s_public_name_is_told(telegram, server, desk):
    news = {"id": -100555, "type": "channel", "title": "News", "username": "ExchangeWatch"}
    await server.say("/latest", kind="channel", place=news)
    await server.replies()
    assert (desk.asks[0].address, desk.asks[0].alias) == ("-100555", "@exchangewatch")


async def test_a_topic_is_not_its_whole_group_by_name_either(telegram, server, desk):
    forum = {"id": -100555, "type": "supergroup", "title": "News", "username": "newsforum", "is_forum": True}
    await server.say("/latest", place=forum, message_thread_id=45, is_topic_message=True)
    await server.replies()
    assert (desk.asks[0].address, desk.asks[0].alias) == ("-100555/45", "@newsforum/45")


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


PLAIN = {"Latest 2": ("Latest", "2"), "Russia Ukraine": ("search", "Russia", "Ukraine"), "обмін": ("search", "обмін")}


@pytest.mark.parametrize(("text", "words"), PLAIN.items())
async def test_plain_words_in_private_are_a_verb_or_searched_for(telegram, server, desk, text, words):
    await server.say(text, entities=None)
    await server.replies()
    assert [ask.words for ask in desk.asks] == [words]


async def test_what_is_not_said_to_the_bot_is_not_heard(telegram, server, desk):
    """Plain words in a group, messages from elsewhere, cards that were shared here, what a channel's group repeats."""
    origin = {"type": "hidden_user", "date": 1_750_000_000, "sender_user_name": "Somebody"}
    await server.say("Russia Ukraine", **GROUP, entities=None)
    await server.say("Russia Ukraine", entities=None, forward_origin=origin)
    await server.say("Russia Ukraine", entities=None, via_bot=BOT)
    await server.say("/latest", **GROUP, is_automatic_forward=True, sender_chat=AS_STRANGER)
    await server.say("/stop yes", forward_origin=origin)
    await server.say("/stop yes", **GROUP, via_bot=BOT)
    await server.say("/help")
    await server.replies()
    assert [ask.words for ask in desk.asks] == [("help",)]


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
    while not caplog.text:
        await asyncio.sleep(0.01)
    assert "telegram_answer_lost outcome=Refused reason=Forbidden: bot was blocked by the user" in caplog.text
