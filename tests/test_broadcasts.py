"""A word from the operator to every chat: drafted, confirmed, posted once."""

import json
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.__main__ import main
from bot.chat import heard
from bot.commands import Commands
from bot.render import BROADCAST_MOST, broadcast, languages, plain, plain_reply, plain_short
from bot.types import AlertKind, Habits, Refused, Reply
from tests.asks import ask, faults, labels, operate
from tests.chat import Chat, channel, outbox
from tests.facts import NOW, report, transfer
from tests.hostile_text import TEXTS
from tests.stores import bring
from tests.virtual_time import virtually


@pytest.fixture
def ticking(store, clock):
    """Whose clock goes as the outbox's does."""
    return Commands(store, clock)


TRANSCRIPTS = {
    "en": (
        "So it will be posted. Chats: 2\n\nFrom this bot's operator\n\nWe move to a new server tonight.",
        [("Send (2)", "admin send 1"), ("Back", "admin")],
        "It is on its way. Chats: 2",
        "That was sent already.",
    ),
    "de": (
        "So wird es gesendet. Chats: 2\n\nVom Betreiber dieses Bots\n\nWe move to a new server tonight.",
        [("Senden (2)", "admin send 1"), ("Zur Übersicht", "admin")],
        "Es ist unterwegs. Chats: 2",
        "Das wurde bereits gesendet.",
    ),
    "pl": (
        "Tak to zostanie wysłane. Czaty: 2\n\nOd operatora tego bota\n\nWe move to a new server tonight.",
        [("Wyślij (2)", "admin send 1"), ("Wróć", "admin")],
        "W drodze. Czaty: 2",
        "To już wysłano.",
    ),
}


@pytest.mark.parametrize("language", TRANSCRIPTS)
@virtually
async def test_a_broadcast_goes_once_to_every_chat_in_its_language(store, clock, ticking, language):
    shown, buttons, sent, again = TRANSCRIPTS[language]
    store.channels.sync([channel("1"), channel("2", language="uk"), channel("gone")], NOW)
    with store.writing():
        store.channels.lose("telegram:gone", "blocked", NOW)
    chat = Chat()
    draft = await operate(
        ticking, "broadcast", *["We", "move", "to\n", "a", "new", "server", "tonight."], language=language
    )
    assert plain_reply(draft) == shown
    assert labels(draft) == [buttons]
    box = outbox(store, chat, clock)
    await box.drain()
    assert chat.posts == {}  # nothing goes before it is confirmed
    confirm = draft.buttons[0][0].words
    first = await ask(ticking, *confirm, is_operator=True, language=language)
    second = await ask(ticking, *confirm, is_operator=True, language=language)
    assert (first.text, second.text) == (sent, again)
    assert first.in_place
    await box.drain()
    await ask(ticking, *confirm, is_operator=True)
    await box.drain()
    text = "We move to a new server tonight."
    assert sorted((post.address, post.text) for post in chat.posts.values()) == [
        ("1", f"From this bot's operator\n\n{text}"),
        ("2", f"Від оператора бота\n\n{text}"),
    ]
    assert store.deliveries.states() == {"sent": 2}


@virtually
async def test_a_broadcast_is_no_alert(store, clock, ticking, capsys, tmp_path):
    """It is folded into no summary, belongs to no event, and no export or digest tells of it."""
    store.channels.sync([channel("1")], NOW)
    chat = Chat()
    draft = await operate(ticking, "broadcast", "Hello")
    for n in range(8):
        bring(store, f"paper-{n}", report(transfer(f"North {n}", f"South {n}", 1000 + n)), clock())
    await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
    await outbox(store, chat, clock).drain()
    assert chat.at("1") == ["8 exchanges in brief", "From this bot's operator"]
    assert {alert.kind for alert in store.events.alerts()} == {AlertKind.NEW}
    lately = store.events.alerts_between(NOW - timedelta(hours=1), NOW + timedelta(hours=1))
    assert {alert.kind for alert in lately} == {AlertKind.NEW}
    assert main(["export", "alerts", "--db", str(tmp_path / "exchanges.db"), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["new"] * 8
    assert not any("Hello" in json.dumps(line) for line in lines)


@virtually
async def test_a_broadcast_waits_for_the_end_of_quiet_hours(store, clock, ticking):
    store.channels.sync([channel("1"), channel("2")], NOW)
    store.habits.sync({"telegram:2": Habits(quiet=(time(11), time(13)))}, NOW)
    chat = Chat()
    draft = await operate(ticking, "broadcast", "Hello")
    await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
    await outbox(store, chat, clock).drain()
    assert [post.address for post in chat.posts.values()] == ["1"]
    clock.ahead = 3600.0
    await outbox(store, chat, clock).drain()
    assert [post.address for post in chat.posts.values()] == ["1", "2"]


@virtually
async def test_a_chat_that_takes_no_card_gets_the_words_whole(store, clock, ticking):
    store.channels.sync([channel("1")], NOW)
    chat = Chat()
    chat.answers["1"] = [Refused(reason="can't parse entities")]
    words = ("слово" * 140)[:BROADCAST_MOST]
    draft = await operate(ticking, "broadcast", words)
    await ask(ticking, *draft.buttons[0][0].words, is_operator=True)
    await outbox(store, chat, clock).drain()
    (post,) = chat.posts.values()
    assert post.plain
    assert words in plain_short(broadcast(words))
    assert words in post.text


async def test_a_draft_expires(store, commands):
    store.channels.sync([channel("1")], NOW)
    draft = await operate(commands, "broadcast", "Hello")
    late = await ask(Commands(store, lambda: NOW + timedelta(minutes=20)), *draft.buttons[0][0].words, is_operator=True)
    assert late.text == "That draft has expired. Write it once more."
    for odd in ("0", "77", "-1", "x", "9" * 40, "²"):
        assert (await operate(commands, "send", odd)).text == late.text
    assert (await operate(commands, "send")).text == late.text
    assert store.deliveries.states() == {}


async def test_what_cannot_be_sent_is_said(store, commands):
    assert (await operate(commands, "broadcast")).text == "To write to every chat: /admin broadcast and the words"
    assert (await operate(commands, "broadcast", "Hello")).text == "No chat gets alerts at present."
    store.channels.sync([channel("1")], NOW)
    long = await operate(commands, "broadcast", *["word"] * 200)
    assert long.text == "That is 999 characters; at most 700 fit."
    assert long.buttons == ()


def test_adapters_hear_enough_words():
    said = "/admin broadcast " + "we " * 230
    assert len(" ".join(heard(said)[2:])) > 680


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(languages()))
def test_hostile_words_neither_break_a_broadcast_nor_forge_a_line(text, language):
    shown = broadcast(text, language=language)
    assert faults(Reply(cards=(shown,))) == []
    assert len(plain(shown).splitlines()) in {1, 3}
