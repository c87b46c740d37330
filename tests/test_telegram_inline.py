"""Telegram: "@bot words" in any chat, and what is offered to share there."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.telegram_forms import INLINE, articles, inline_words
from bot.render import card
from bot.types import Button, Reply, Verb
from tests.sample_events import EACH, THE_FALLEN
from tests.telegram_desk import a_desk, a_server, an_adapter
from tests.telegram_people import someone
from tests.telegram_server import Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)

ASKED = {
    "": ("latest", "5"),
    "latest": ("latest", "5"),
    "Latest 2": ("latest", "2"),
    "latest russia ukraine": ("search", "russia", "ukraine"),
    "russia ukraine": ("search", "russia", "ukraine"),
    "search травень 2025": ("search", "травень", "2025"),
    "stats ukraine": ("stats", "ukraine"),
    "event e1": ("event", "e1"),
    "subscribe": ("search", "subscribe"),  # nothing is changed from another chat
}


@pytest.mark.parametrize(("query", "words"), ASKED.items(), ids=lambda each: str(each) or "nothing")
def test_what_a_query_asks(query, words):
    assert inline_words(query) == words


@given(st.text(max_size=60))
def test_no_query_asks_for_anything_that_changes_a_chat(query):
    words = inline_words(query)
    assert Verb(words[0]) in INLINE
    assert not Verb(words[0]).changes_channel


async def test_cards_are_offered_with_all_that_is_shared(telegram, server, desk):
    buttons = (Button(label="Timeline", words=("timeline", "e2")), Button(label="Mute", words=("subscribe", "e2")))
    shown = replace(card(EACH), buttons=buttons)
    desk.script["search", "russia", "ukraine"] = Reply(cards=(shown, card(THE_FALLEN)))
    first, second = await server.ask_inline("latest russia ukraine", person=someone(8, "uk"))
    assert (first["type"], first["id"]) == ("article", "0 e2")
    assert first["title"] == "Russia ⇄ Ukraine: 95 prisoners of war returned to each side"
    assert first["description"] == "→ Ukraine 95 prisoners of war · → Russia 95 prisoners of war"
    content = first["input_message_content"]
    assert content["message_text"].startswith("<b>Russia ⇄ Ukraine: 95 prisoners of war")
    assert content["link_preview_options"]["url"] == "https://news.example/1"
    link = "https://t.me/exchange_watch_bot?start=timeline_e2"
    assert first["reply_markup"]["inline_keyboard"] == [[{"text": "Timeline", "url": link}]]
    links = [key["url"].partition("?start=")[2] for row in second["reply_markup"]["inline_keyboard"] for key in row]
    assert [link.partition("_")[0] for link in links] == ["sources", "timeline", "w"]  # and nothing that mutes a chat
    [ask] = desk.asks
    assert (ask.language, ask.person, ask.is_private, ask.may_change) == ("uk", "8", True, False)
    [form] = server.sent("answerInlineQuery")
    assert (form["is_personal"], form["cache_time"]) == ("true", "30")


async def test_sums_are_offered_as_text(telegram, server, desk):
    desk.script["stats", "ukraine"] = Reply(text="Exchanges known here:\n\n→ Ukraine: 95\n→ Russia: <95>")
    [sums] = await server.ask_inline("stats ukraine")
    assert (sums["title"], sums["description"]) == ("Exchanges known here:", "→ Ukraine: 95 · → Russia: <95>")
    assert sums["input_message_content"]["message_text"].endswith("→ Russia: &lt;95&gt;")


async def test_where_nothing_is_found_nothing_is_offered(telegram, server, desk):
    desk.script["search", "atlantis"] = Reply(text="No exchange is known here for “atlantis”.")
    assert await server.ask_inline("atlantis") == []


async def test_a_query_that_is_too_old_by_now_is_told_in_the_log_and_the_next_one_answered(telegram, server, caplog):
    server.fail("answerInlineQuery", Failure(400, "Bad Request: query is too old"))
    await server.ask_inline("")
    assert len(await server.ask_inline("latest")) == 1
    assert "telegram_inline_lost error=Query is too old" in caplog.text


def test_no_more_is_offered_than_telegram_takes():
    many = tuple(card(replace(EACH, id=f"{'e' * 80}{n}")) for n in range(60))
    found = articles(Reply(cards=many), Verb.LATEST, "a_bot")
    assert len(found) == 50
    assert len({each.id for each in found}) == 50
    assert max(len(each.id.encode()) for each in found) <= 64
    assert json.loads(found[0].to_json())["type"] == "article"
