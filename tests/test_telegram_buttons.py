"""Telegram: buttons and links, how they are drawn and what they carry."""

import json
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.telegram_forms import DATA_BYTES, READ_ALONE, data_of, keyboard, linked, payload_of, pressed
from bot.types import Button, Picture, Reply, Verb
from tests.telegram_desk import BUTTONS, CARD, LINKS, PNG, WITH_BUTTONS, a_desk, a_server, an_adapter

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)


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


def test_the_verbs_that_are_read_alone_change_nothing():
    assert not [verb for verb in Verb if verb in READ_ALONE and verb.changes_channel]
