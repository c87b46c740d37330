"""Telegram: the menus of commands and the descriptions that it shows."""

import json

import pytest

from bot.chat.telegram import Telegram
from bot.chat.telegram_menu import ADMINISTRATORS, GROUP, OPERATOR, PRIVATE, commands
from bot.render import languages, words
from bot.types import Verb
from tests.telegram_desk import a_desk, a_server, an_adapter
from tests.telegram_server import TOKEN, Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)

SCOPES = {
    '{"type": "default"}': PRIVATE,
    '{"type": "all_group_chats"}': GROUP,
    '{"type": "all_chat_administrators"}': ADMINISTRATORS,
    '{"chat_id": 99, "type": "chat"}': OPERATOR,
}
CODES = {"" if language == "en" else language: language for language in languages()}


async def shown(server):
    """Until everything is set, by scope and language."""
    await server.until(lambda: len(server.menus) == len(CODES) * (len(SCOPES) + 2))
    return server.menus


async def test_each_kind_of_chat_has_its_menu_in_every_language(telegram, server):
    menus = await shown(server)
    for scope, verbs in SCOPES.items():
        for code, language in CODES.items():
            entries = json.loads(menus["commands", scope + code])
            assert [entry["command"] for entry in entries] == list(verbs)
            assert entries[0]["description"] == words(language).say("menu-latest")
    assert menus["short_description", "uk"].startswith("Повідомляє про обміни полоненими")
    assert menus["description", ""].startswith("Exchange Watch tells of exchanges of prisoners")


async def test_only_operators_see_the_command_that_is_theirs(telegram, server):
    menus = await shown(server)
    assert {key for key, menu in menus.items() if '"admin"' in menu} == {
        ("commands", '{"chat_id": 99, "type": "chat"}' + code) for code in CODES
    }


async def test_only_what_changed_is_set(server, desk):
    looked_at = len(CODES) * (len(SCOPES) - 1 + 2)  # nobody is an operator
    for asked, changed in enumerate((looked_at, 0, 1), start=1):
        if changed == 1:
            server.menus["short_description", "uk"] = "Something else"
        before = count(server, "setMy")
        adapter = Telegram(TOKEN, desk, base_url=server.base_url)
        await adapter.start()
        await server.until(lambda asked=asked: count(server, "getMy") == asked * looked_at)
        await server.until(lambda before=before, changed=changed: count(server, "setMy") - before >= changed)
        await server.say("/help")
        await server.replies(asked)
        await adapter.stop()
        assert count(server, "setMy") - before == changed


def count(server, beginning):
    return sum(call.method.startswith(beginning) for call in server.calls)


async def test_an_operator_who_never_wrote_to_the_bot_hinders_nothing(server, desk, caplog):
    adapter = Telegram(TOKEN, desk, base_url=server.base_url, operators=(99,))
    caplog.set_level("INFO")
    server.fail("setMyCommands", Failure(), Failure(), Failure(), Failure.named("no chat"))
    await adapter.start()
    await server.until(lambda: ("short_description", "uk") in server.menus)
    await adapter.stop()
    assert "telegram_menu_refused scope=chat error=Chat not found" in caplog.text


async def test_where_telegram_asks_for_patience_the_menus_come_later(server, desk):
    slowly = Failure(429, "Too Many Requests: retry after 1", {"retry_after": 1})
    server.fail("setMyCommands", slowly)
    server.fail("getMyDescription", slowly)
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    await adapter.start()
    await server.until(lambda: len(server.menus) == len(CODES) * (len(SCOPES) - 1 + 2))
    await adapter.stop()


async def test_trouble_with_menus_stops_nothing(server, desk, caplog):
    server.fail("getMyCommands", Failure(502, body="<html>"))
    adapter = Telegram(TOKEN, desk, base_url=server.base_url)
    await adapter.start()
    await server.say("/latest")
    await server.replies()
    await adapter.stop()
    assert "telegram_menu_failed" in caplog.text


def test_the_menu_of_operators_has_what_is_theirs_and_no_other_has():
    own = {verb for verb in Verb if verb.is_for_operators}
    assert own <= set(OPERATOR)
    assert not own & {*PRIVATE, *GROUP, *ADMINISTRATORS}


@pytest.mark.parametrize("language", languages())
def test_every_word_fits_where_telegram_shows_it(language):
    for verbs in (PRIVATE, GROUP, ADMINISTRATORS, OPERATOR):
        assert all(1 <= len(entry.description) <= 256 for entry in commands(verbs, language))
    assert 1 <= len(words(language).say("bot-short-description")) <= 120
    assert 1 <= len(words(language).say("bot-description")) <= 512
