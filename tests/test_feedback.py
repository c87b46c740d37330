"""What people find wrong with an exchange, from the button in a chat to the operator's inbox."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.__main__ import main
from bot.commands import Commands
from bot.render import languages, plain_reply
from bot.store.feedback import A_DAY
from bot.types import Platform, Reason
from tests.asks import ask, faults, labels
from tests.facts import NOW, report, transfer, ua
from tests.hostile_text import TEXTS
from tests.stores import bring, new_store


@pytest.fixture
def store(store):
    bring(store, "Herald", report(ua(95)))
    return store


@pytest.fixture
def event_id(store):
    return store.events.latest(1)[0].id


QUESTIONS = {
    "en": ("What is wrong here?", ["A wrong number", "Not an exchange", "Told twice", "Something else"]),
    "uk": ("Що тут не так?", ["Хибне число", "Це не обмін", "Повідомлено двічі", "Інше"]),
    "es": ("¿Qué está mal aquí?", ["Una cifra errónea", "No es un intercambio", "Contado dos veces", "Otra cosa"]),
}


@pytest.mark.parametrize("language", QUESTIONS)
async def test_a_person_presses_wrong_and_then_why(store, commands, event_id, language):
    asked, reasons = QUESTIONS[language]
    question = await ask(commands, "wrong", event_id, language=language)
    assert plain_reply(question).split("\n\n")[0] == asked
    assert labels(question) == [
        [(label, f"wrong {event_id} {reason}")] for label, reason in zip(reasons, Reason, strict=True)
    ]
    thanks = await ask(commands, *question.buttons[0][0].words, language=language)
    assert thanks.is_brief
    assert len(thanks.text) <= 180
    (kept,) = store.feedback.open()
    assert (kept.event_id, kept.reason, kept.text, kept.at) == (event_id, Reason.NUMBER, "", NOW)
    again = await ask(commands, *question.buttons[1][0].words, language=language)
    assert again.is_brief
    assert again.text != thanks.text
    assert len(store.feedback.open()) == 1


async def test_something_else_is_told_in_words(store, commands, event_id):
    how = await ask(commands, "wrong", event_id, "other")
    assert how.text == f"Say it in your own words: /wrong {event_id} and what is wrong"
    assert store.feedback.open() == ()
    await ask(commands, "wrong", event_id, "The", "second\n\tside", "says", "\u202e207", "number")
    (kept,) = store.feedback.open()
    assert (kept.reason, kept.text) == (Reason.OTHER, "The second side says 207 number")
    await ask(commands, "wrong", event_id, *["long"] * 250, person="8")
    assert len(store.feedback.open()[1].text) == 500


async def test_the_owner_is_told_once_for_each_exchange_until_somebody_has_looked(store, commands, event_id):
    await ask(commands, "wrong", event_id, "number", person="1")
    await ask(commands, "wrong", event_id, "it", "is", "207", person="2")
    (notice,) = store.notices.untold()
    assert notice.text == (
        f"feedback on {event_id} (Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine): a wrong number; "
        "see admin inbox, or exchanges feedback list"
    )
    first, second = store.feedback.open()
    with store.writing():
        store.notices.mark_told([notice.id])
    assert store.feedback.done(first.id)
    assert not store.feedback.done(first.id)
    await ask(commands, "wrong", event_id, "kind", person="3")
    assert store.notices.untold() == ()  # the second is still open
    for one in store.feedback.open():
        store.feedback.done(one.id)
    await ask(commands, "wrong", event_id, "twice", person="4")
    (notice,) = store.notices.untold()
    assert "told twice" in notice.text
    assert second.text not in notice.text  # people's words are in no log


async def test_one_person_can_say_so_much_a_day(store, tmp_path):
    for n in range(A_DAY + 2):
        bring(store, f"paper-{n}", report(transfer(f"North {n}", f"South {n}", 1000 + n)))
    today = [Commands(store, lambda: NOW), Commands(store, lambda: NOW + timedelta(days=1))]
    events = [event.id for event in store.events.standing()]
    replies = [(await ask(today[0], "wrong", event, "kind")).text for event in events]
    assert replies[:A_DAY] == ["Thank you. This bot's operator will look at it."] * A_DAY
    assert set(replies[A_DAY:]) == {"That is enough for one day. Please tell the rest tomorrow."}
    assert len(store.feedback.open()) == A_DAY
    assert (await ask(today[0], "wrong", events[-1], "kind", person="8")).text.startswith("Thank you")
    assert (await ask(today[1], "wrong", events[-1], "kind")).text.startswith("Thank you")


async def test_nothing_that_is_kept_says_who_it_was(store, commands, event_id, tmp_path):
    """Not even the chat, where that is the person."""
    await ask(commands, "wrong", event_id, "number", person="1234567890", address="1234567890", is_private=True)
    await ask(commands, "wrong", event_id, "number", person="9876543210", address="-100222")
    await ask(commands, "wrong", event_id, "number", person="", address="@news", platform=Platform.SLACK)
    assert [one.channel for one in store.feedback.open()] == ["telegram", "telegram:-100222", "slack:@news"]
    dump = "\n".join(store._db._conn.iterdump())
    assert "1234567890" not in dump
    assert "9876543210" not in dump


async def test_two_rows_of_one_person_have_nothing_in_common_once_the_day_is_over(store, event_id):
    bring(store, "other", report(transfer("Israel", "Hamas", 3)))
    for days, event in enumerate(event.id for event in store.events.standing()):
        moment = NOW + timedelta(days=days)
        await ask(Commands(store, lambda moment=moment: moment), "wrong", event, "number")
    rows = store._db.rows("SELECT giver, today FROM feedback ORDER BY id")
    assert rows[0]["giver"] != rows[1]["giver"]
    assert rows[0]["today"] is None


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(languages()))
def test_hostile_words_neither_break_the_inbox_nor_forge_a_line(store_of_words, text, language):
    import asyncio

    store, commands, event_id, numbers = store_of_words

    async def talk():
        await ask(commands, "wrong", event_id, *text.split(), person=str(next(numbers)))
        return await ask(commands, "admin", "inbox", language=language, is_operator=True)

    inbox = asyncio.run(talk())
    open_now = store.feedback.open()
    assert faults(inbox) == []
    assert len(plain_reply(inbox).splitlines()) == 2 + max(1, min(4, len(open_now)))
    for one in open_now[:-3]:
        store.feedback.done(one.id)


@pytest.fixture(scope="module")
def store_of_words(tmp_path_factory):
    from itertools import count

    store = new_store(tmp_path_factory.mktemp("words"))
    bring(store, "Herald", report(ua(95)))
    yield store, Commands(store, lambda: NOW), store.events.latest(1)[0].id, count()
    store.close()


async def test_the_inbox_on_the_command_line(store, commands, event_id, tmp_path, capsys):
    database = ["--db", str(tmp_path / "exchanges.db")]
    assert main(["feedback", "list", *database]) == 0
    assert capsys.readouterr().out == "the inbox is empty\n"
    await ask(commands, "wrong", event_id, "number", person="1")
    await ask(commands, "wrong", event_id, "it", "is", "207", person="2")
    assert main(["feedback", "list", *database]) == 0
    assert capsys.readouterr().out == (
        f"1  2026-11-24 12:00  {event_id}  telegram:-100555  number\n"
        f"2  2026-11-24 12:00  {event_id}  telegram:-100555  other: it is 207\n"
    )
    assert main(["feedback", "list", *database, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "id": 2,
        "at": "2026-11-24T12:00:00+00:00",
        "channel": "telegram:-100555",
        "event_id": event_id,
        "reason": "other",
        "text": "it is 207",
    }
    assert main(["feedback", "done", "1", "7", *database]) == 0
    assert capsys.readouterr().out == "done: 1\n"
    assert [one.id for one in store.feedback.open()] == [2]
