"""Telegram: buttons, and what becomes of a press."""

import asyncio
import json
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat import telegram_people
from bot.chat.telegram_forms import DATA_BYTES, READ_ALONE, data_of, keyboard, linked, payload_of, pressed
from bot.types import Button, Picture, Reply, Verb
from tests.telegram_desk import CARD, GROUP, PNG, a_desk, a_server, an_adapter
from tests.telegram_people import READER, someone
from tests.telegram_server import Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)

BUTTONS = (
    Button(label="Sources (2)", words=("sources", "e1")),
    Button(label="Timeline", words=("timeline", "e1")),
    Button(label="Mute", words=("subscribe", "e1")),  # any verb that changes what the chat gets
)
WITH_BUTTONS = replace(CARD, buttons=BUTTONS)
LINKS = {
    "Sources (2)": "https://t.me/exchange_watch_bot?start=sources_e1",
    "Timeline": "https://t.me/exchange_watch_bot?start=timeline_e1",
}
PAGE = Reply(text="Settings", buttons=((Button(label="Quiet", words=("latest", "quiet")),),), in_place=True)


async def posted(server):
    """The one message that there is: its chat, number and form."""
    [((chat, number), form)] = server.messages.items()
    return int(chat), number, form


# ── how buttons are drawn ────────────────────────────────────────────────────────────────────────────────────────────


async def test_in_private_every_button_of_a_card_is_pressed(telegram, server):
    await telegram.post("7", WITH_BUTTONS, key="1")
    [form] = server.sent()
    drawn = {"Sources (2)": "sources e1", "Timeline": "timeline e1", "Mute": "subscribe e1"}
    assert server.buttons(form) == drawn
    assert [len(row) for row in json.loads(form["reply_markup"])["inline_keyboard"]] == [2, 1]


@pytest.mark.parametrize("address", ["-1001234567890", "-100555/42", "@exchangewatch"])
async def test_where_others_read_too_what_one_reads_alone_opens_in_private(telegram, server, address):
    await telegram.post(address, WITH_BUTTONS, key="1")
    [form] = server.sent()
    assert server.buttons(form) == LINKS | {"Mute": "subscribe e1"}


async def test_an_edit_keeps_the_buttons(telegram, server):
    sent = await telegram.post("7", CARD, key="1")
    await telegram.edit("7", sent.message_id, WITH_BUTTONS)
    assert server.buttons(server.sent("editMessageText")[0]).keys() == {"Sources (2)", "Timeline", "Mute"}


async def test_a_card_that_was_refused_goes_as_bare_text_without_buttons(telegram, server):
    await telegram.post("7", WITH_BUTTONS, key="1", plain=True)
    assert "reply_markup" not in server.sent()[0]


async def test_a_reply_of_one_card_has_its_buttons_and_one_of_several_only_its_own(telegram, server, desk):
    more = ((Button(label="More", words=("latest", "5")),),)
    desk.script["latest", "1"] = Reply(cards=(WITH_BUTTONS,), buttons=more)
    desk.script["latest", "2"] = Reply(cards=(WITH_BUTTONS, WITH_BUTTONS), buttons=more)
    await server.say("/latest 1")
    await server.say("/latest 2")
    await server.replies(2)
    found = {form["text"].count("Russia ⇄ Ukraine"): server.buttons(form) for form in server.sent()}
    assert found[2] == {"More": "latest 5"}
    assert found[1] == {"Sources (2)": "sources e1", "Timeline": "timeline e1", "Mute": "subscribe e1"} | found[2]


async def test_a_picture_has_buttons_too(telegram, server, desk):
    buttons = ((Button(label="Dark", words=("chart", "dark")),),)
    desk.script[("chart",)] = Reply(picture=Picture(png=PNG, alt="bars"), buttons=buttons)
    await server.say("/chart")
    await server.until(lambda: bool(server.sent("sendPhoto")))
    assert server.buttons(server.sent("sendPhoto")[0]) == {"Dark": "chart dark"}


SIGNS = st.characters(exclude_categories=["Z", "C"])
WORDS = st.lists(st.text(SIGNS, min_size=1, max_size=12), min_size=1, max_size=4)


@given(words=WORDS, about=st.sampled_from(["", "-5", "-1001234567890", "-100997852516352"]))
def test_what_a_button_carries_is_read_back_as_it_was(words, about):
    words[0] = "settings"
    while len(" ".join(words).encode()) > 48:
        words.pop()
    data = data_of(words, about)
    assert len(data.encode()) <= DATA_BYTES
    assert pressed(data) == (about, tuple(words))


def test_what_telegram_cannot_carry_is_left_out():
    long = Button(label="x", words=("settings", "ї" * 40))
    longer = Button(label="y", words=("sources", "ü" * 40))
    assert payload_of(longer.words) is None
    assert keyboard([[long, longer]], "a_bot", shared=True) is None
    assert keyboard([[BUTTONS[0]]], "", shared=True) is None  # our own name is not known yet


LINKED = st.tuples(
    st.sampled_from(sorted(READ_ALONE)), st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1)
)


@given(LINKED)
@example(("timeline", "2025-06-20-russia-türkiye-abc123"))
def test_words_in_a_link_are_read_back_as_they_were(words):
    payload = payload_of(words)
    assert payload is not None or len(" ".join(words).encode()) > 45
    if payload and payload.startswith("w_"):
        assert linked(("start", payload)) == words


def coded(words):
    return f"w_{urlsafe_b64encode(words.encode()).decode().rstrip('=')}"


@pytest.mark.parametrize("words", ["stop yes", "subscribe", "settings quiet off", "wrong e1 number", "", "x"])
def test_a_link_of_strangers_changes_nothing(words):
    assert linked(("start", coded(words))) == ("start",)


@pytest.mark.parametrize("payload", ["w_", "w_!", "w_a", "w_____", "w_//8"])
def test_a_broken_link_is_only_a_start(payload):
    assert linked(("start", payload)) == ("start",)


async def test_a_link_with_odd_words_opens_what_it_says(telegram, server, desk):
    words = ("timeline", "2025-06-20-russia-türkiye-abc123")
    await telegram.post("-100555", replace(CARD, buttons=(Button(label="Timeline", words=words),)), key="1")
    link = server.buttons(server.sent()[0])["Timeline"]
    await server.say(f"/start {link.partition('?start=')[2]}")
    await server.replies(2)
    assert desk.asks[0].words == words


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


def test_the_verbs_that_are_read_alone_change_nothing():
    assert not [verb for verb in Verb if verb in READ_ALONE and verb.changes_channel]
