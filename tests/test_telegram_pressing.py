"""Telegram: buttons, and what becomes of a press."""

import asyncio
import json
from dataclasses import replace

import pytest

from bot.chat import telegram_people
from bot.types import Button, Reply
from tests.telegram_desk import CARD, GROUP, LINKS, WITH_BUTTONS, a_desk, a_server, an_adapter
from tests.telegram_people import READER, someone
from tests.telegram_server import Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)

PAGE = Reply(text="Settings", buttons=((Button(label="Quiet", words=("latest", "quiet")),),), in_place=True)


async def posted(server):
    """The one message that there is: its chat, number and form."""
    [((chat, number), form)] = server.messages.items()
    return int(chat), number, form


# ── in private ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_press_asks_what_the_button_says_and_is_answered_below_the_message(telegram, server, desk):
    await telegram.post("7", WITH_BUTTONS, key="1")
    _, number, _ = await posted(server)
    press = await server.press("event e1", message=number)
    assert (await server.answer_to(press)).keys() == {"callback_query_id"}
    [_, form] = await server.replies(2)
    [ask] = desk.asks
    assert (ask.words, ask.address, ask.person, ask.may_change, ask.is_private) == (
        ("event", "e1"),
        "7",
        "7",
        True,
        True,
    )
    assert json.loads(form["reply_parameters"]) == {"message_id": number, "allow_sending_without_reply": True}


async def test_a_brief_answer_is_shown_for_a_moment(telegram, server, desk):
    desk.script["subscribe", "e1"] = Reply(text="Muted.", is_brief=True)
    desk.script["subscribe", "e2"] = Reply(text="y" * 300, is_brief=True)
    short = await server.answer_to(await server.press("subscribe e1"))
    long = await server.answer_to(await server.press("subscribe e2"))
    assert (short["text"], short["show_alert"]) == ("Muted.", "false")
    assert (len(long["text"]), long["show_alert"]) == (200, "true")
    assert server.sent() == []


async def test_a_page_takes_the_place_of_the_one_before(telegram, server, desk):
    desk.script[("latest",)] = replace(PAGE, in_place=False)
    desk.script["latest", "quiet"] = replace(PAGE, text="Quiet hours <now>")
    await server.say("/latest")
    await server.replies()
    chat, number, _ = await posted(server)
    await server.answer_to(await server.press("latest quiet", chat=chat, message=number))
    await server.until(lambda: bool(server.sent("editMessageText")))
    assert server.messages["7", number]["text"] == "Quiet hours &lt;now&gt;"
    assert server.buttons(server.messages["7", number]) == {"Quiet": "latest quiet"}
    assert len(server.sent()) == 1


async def test_a_page_that_reads_so_already_is_well(telegram, server, desk):
    desk.script["latest", "quiet"] = PAGE
    await server.say("/latest quiet")
    await server.replies()
    _, number, _ = await posted(server)
    await server.answer_to(await server.press("latest quiet", message=number))
    await server.until(lambda: bool(server.sent("editMessageText")))
    await server.say("/help")
    await server.replies(2)
    assert len(server.sent()) == 2


GONE = {
    "a message that is gone": ({}, Failure.named("no such message")),
    "a message that is too old to be edited": ({}, Failure.named("not editable")),
    "a message that cannot be seen any more": ({"is_old": True}, None),
    "a page that is refused as it is": ({}, Failure.named("bad markup")),
}


@pytest.mark.parametrize(("how", "failure"), GONE.values(), ids=GONE)
async def test_where_nothing_can_be_put_in_its_place_there_is_a_fresh_page(telegram, server, desk, how, failure):
    desk.script["latest", "quiet"] = PAGE
    if failure:
        server.fail("editMessageText", failure)
    await server.answer_to(await server.press("latest quiet", message=5, **how))
    [form] = await server.replies()
    assert form["text"] == "Settings"


async def test_below_a_picture_a_page_is_a_fresh_message(telegram, server, desk):
    desk.script["latest", "quiet"] = PAGE
    await server.say("/chart")
    await server.until(lambda: bool(server.messages))
    _, number, _ = await posted(server)
    await server.answer_to(await server.press("latest quiet", message=number))
    [form] = await server.replies()
    assert form["text"] == "Settings"


async def test_an_edit_whose_answer_was_lost_is_not_told_a_second_time(telegram, server, desk):
    desk.script["latest", "quiet"] = PAGE
    server.fail("editMessageText", Failure(502, body="<html>"))
    await server.answer_to(await server.press("latest quiet", message=5))
    await server.until(lambda: bool(server.sent("editMessageText")))
    await server.say("/help")
    await server.replies()
    assert [form["text"][:4] for form in server.sent()] == ["help"]


async def test_a_reply_that_is_refused_as_html_goes_as_bare_text(telegram, server):
    server.fail("sendMessage", Failure.named("bad markup"))
    await server.say("/latest")
    first, second = await server.replies(2)
    assert ("parse_mode" in first, "parse_mode" in second) == (True, False)
    assert second["text"].startswith("latest <&> /help\n\nRussia ⇄ Ukraine")


async def test_a_reply_waits_as_long_as_telegram_asks_a_person_to(telegram, server):
    server.fail("sendMessage", Failure(429, "Too Many Requests: retry after 1", {"retry_after": 1}))
    await server.say("/latest")
    assert len(await server.replies(2)) == 2


async def test_a_group_that_moves_while_it_is_answered_is_answered_there(telegram, server, desk):
    server.fail("sendMessage", Failure(400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -100777}))
    await server.say("/latest", chat=-55, kind="group")
    forms = await server.replies(2)
    assert [form["chat_id"] for form in forms] == ["-55", "-100777"]
    assert desk.told == [("moved", "-55", "-100777")]


# ── where others read too ────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_reader_s_press_in_a_group_or_channel_posts_nothing(telegram, server, desk):
    desk.script["search", "x"] = Reply(text="", cards=(CARD,))
    desk.script[("subscribe",)] = Reply(text="Only an administrator of this chat can change what is posted here.")
    refused = await server.answer_to(await server.press("subscribe", chat=-100555))
    assert refused["text"] == "Only an administrator of this chat can change what is posted here."
    assert refused["show_alert"] == "true"
    alone = await server.answer_to(await server.press("timeline e1", chat=-100555))
    assert alone["url"] == LINKS["Timeline"]
    forged = await server.answer_to(await server.press("search x", chat=-100555))
    assert forged["text"].startswith("Russia ⇄ Ukraine: the bodies of 1,200 people returned")
    assert server.sent() == server.sent("editMessageText") == []
    assert [ask.may_change for ask in desk.asks] == [False, False]


async def test_an_administrator_s_press_in_a_group_s_topic_is_answered_there(telegram, server, desk):
    server.members[-100555, 7] = "administrator"
    await server.say("/latest", **GROUP, message_thread_id=42, is_topic_message=True)
    await server.replies()
    _, number, _ = await posted(server)
    desk.script["search", "quiet"] = PAGE
    await server.answer_to(await server.press("search quiet", chat=-100555, message=number))
    await server.until(lambda: bool(server.sent("editMessageText")))
    assert (desk.asks[-1].address, desk.asks[-1].may_change) == ("-100555/42", True)


async def test_below_a_message_that_cannot_be_seen_any_more_no_topic_is_guessed(telegram, server, desk):
    """Else a press in a topic would change what the whole group gets."""
    server.members[-100555, 7] = "administrator"
    server.chats[-100555] = {"type": "supergroup", "title": "News", "is_forum": True}
    told = await server.answer_to(await server.press("settings language uk", chat=-100555, is_old=True))
    assert told["text"] == "That did not work just now. Please try again in a minute."
    assert desk.asks == []


async def test_an_administrator_who_presses_an_operator_s_button_fills_no_group(telegram, server, desk):
    server.members[-100555, 7] = "administrator"
    told = await server.answer_to(await server.press("admin queue", chat=-100555))
    assert told["text"] == "That is not something I know."
    assert server.sent() == []


async def test_what_is_about_another_chat_is_asked_in_private_alone(telegram, server, desk):
    await server.answer_to(await server.press("100555:subscribe", chat=-100777))
    assert desk.asks == []


async def test_in_private_one_can_speak_about_a_channel_and_his_rights_there_count(telegram, server, desk):
    server.chats[-100555] = {"type": "channel", "title": "News of the day", "username": "newsday"}
    server.members[-100555, 7] = "administrator"
    page = Reply(text="Settings of it", buttons=((Button(label="Quiet", words=("latest", "quiet")),),), in_place=True)
    desk.script[("latest",)] = page
    await server.answer_to(await server.press("100555:latest"))
    [form] = await server.replies()
    assert server.buttons(form) == {"Quiet": "100555:latest quiet"}
    refused = await server.answer_to(await server.press("100555:latest", chat=8, person=someone(8)))
    assert refused["text"] == "Only an administrator of this chat can change what is posted here."
    [first] = desk.asks
    assert (first.address, first.title, first.alias) == ("-100555", "News of the day", "@newsday")
    assert (first.may_change, first.is_private, first.person) == (True, False, "7")


# ── people in a hurry ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_double_press_is_answered_once(telegram, server, desk):
    presses = [await server.press("subscribe e1") for _ in range(3)]
    for press in presses:
        await server.answer_to(press)
    await server.answer_to(await server.press("subscribe e1", person=someone(8)))
    assert [ask.person for ask in desk.asks] == ["7", "8"]


async def test_there_and_back_again_is_no_double_press(telegram, server, desk):
    for data in ("latest 1", "latest 2", "latest 1"):
        await server.answer_to(await server.press(data))
    assert len(desk.asks) == 3


async def test_the_same_press_a_while_later_counts_again(telegram, server, desk, monkeypatch):
    monkeypatch.setattr(telegram_people, "DOUBLE", 0.05)
    for _ in range(2):
        await server.answer_to(await server.press("subscribe e1"))
        await asyncio.sleep(0.06)
    assert len(desk.asks) == 2


async def test_a_slow_answer_takes_the_wheel_off_the_button_meanwhile(telegram, server, desk, monkeypatch):
    monkeypatch.setattr("bot.chat.telegram_desk.TOAST_PATIENCE", 0.05)
    press = await server.press("latest slow")
    await server.answer_to(press)
    assert server.sent() == []
    assert len(await server.replies()) == 1
    assert len(server.sent("answerCallbackQuery")) == 1


async def test_a_slow_brief_answer_is_told_in_private_and_in_no_group(telegram, server, desk, monkeypatch):
    monkeypatch.setattr("bot.chat.telegram_desk.TOAST_PATIENCE", 0.05)
    desk.script["subscribe", "slow"] = Reply(text="Muted.", is_brief=True)
    await server.answer_to(await server.press("subscribe slow", chat=-100555))
    await server.answer_to(await server.press("subscribe slow"))
    [form] = await server.replies()
    assert (form["chat_id"], form["text"]) == ("7", "Muted.")


async def test_a_press_that_is_too_old_to_be_answered_still_does_its_work(telegram, server, desk):
    press = await server.press("latest 1")
    server.fail("answerCallbackQuery", Failure(400, "Bad Request: query is too old"))
    await server.replies()
    server.unanswered.discard(press)
    assert len(desk.asks) == 1


async def test_a_press_of_a_shared_card_or_without_words_is_only_answered(telegram, server, desk):
    server.unanswered |= {"x", "y"}
    await server.push(
        {"callback_query": {"id": "x", "from": READER, "inline_message_id": "i", "chat_instance": "1", "data": "a"}}
    )
    await server.push({"callback_query": {"id": "y", "from": READER, "chat_instance": "1", "game_short_name": "chess"}})
    await server.answer_to("x")
    await server.answer_to("y")
    assert desk.asks == []
