"""Telegram: updates of every kind, broken at random, with answers that fail at random, and what stays true of them."""

import asyncio
import copy
import logging
import random
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from bot.chat import telegram_people
from bot.store import Store
from tests.conversing import OPERATOR, World
from tests.platforms import TELEGRAM_ERRORS
from tests.telegram_desk import no_proxies
from tests.telegram_methods import BOT
from tests.telegram_people import READER, bot_as, someone
from tests.telegram_server import TOKEN, Failure, TelegramServer

GROUP = {"id": -100777, "type": "supergroup", "title": "N<b>&", "username": "Grp", "is_forum": True}
CHANNEL = {"id": -100555, "type": "channel", "title": "C"}
PRIVATE = {"id": 7, "type": "private", "first_name": "R"}
CHATS = (PRIVATE, GROUP, CHANNEL)
TYPED = (
    *("/start", "/help", "/latest", "/settings", "/stop", "/mute", "/event x", "/subscribe ru_ua", "/start to_100777"),
    *("/start w_x", "x" * 5000, "/" + "a" * 5000, "\u202e<b>&amp;", "/settings zone ../../x", "/wrong x y"),
    *("/latest ٣", "/latest ²", "/sources feeds ²", "/admin done ٣", "/timeline x 99999999999999999999", "/stop yes"),
)
PRESSED = (
    *("subscribe", "settings language ar", "5:settings", "100777:settings", "100777:stop yes", "100777:", ":", ""),
    *("mute zz", "admin send 1", "٣:settings", "9" * 40 + ":settings", "settings quiet 22:00-07:00", "sources x 2"),
    *("a" * 64, "\u0000", "event", "to_5", "wrong x number", "settings count 999999999", "settings conflict +xx"),
)
PLACES = ("left", "kicked", "member", "poster", "silenced", "mute administrator")
CALLS = ("sendMessage", "editMessageText", "getChatAdministrators", "getChat", "sendPhoto", "answerInlineQuery")
STRANGE = (None, "", 0, -1, 10**18, "x" * 10_000, [], {}, True, "\u0000", 1.5)


def updates(chance: random.Random) -> dict[str, Any]:
    """One sound update, or one of a kind that is not known yet."""
    where, number = chance.choice(CHATS), str(chance.random())
    message = {"message_id": chance.randrange(200), "date": chance.choice((0, 1_750_000_000)), "chat": where}
    person = chance.choice((READER, someone(OPERATOR)))
    press = {"id": number, "from": person, "chat_instance": "1", "data": chance.choice(PRESSED)}
    old, new = (bot_as(chance.choice(PLACES), BOT) for _ in range(2))
    kinds: tuple[dict[str, Any], ...] = (
        {"message": message | {"date": 1, "from": person, "text": chance.choice(TYPED)}},
        {"channel_post": message | {"date": 1, "chat": CHANNEL, "text": chance.choice(TYPED)}},
        {"callback_query": press | {"message": message}},
        {"callback_query": press | {"inline_message_id": "x"}},
        {"inline_query": {"id": number, "from": person, "query": chance.choice(TYPED), "offset": ""}},
        {"my_chat_member": {"chat": where, "from": person, "date": 1, "old_chat_member": old, "new_chat_member": new}},
        {"message": message | {"date": 1, "chat": GROUP, "from": person, "migrate_to_chat_id": -100778}},
        {"a_thing_of_2030": {"x": 1}},
    )
    return chance.choice(kinds)


def broken(update: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same, with a field that is missing, strange or new."""
    update = copy.deepcopy(update)
    node, name = chance.choice(list(_fields(update)))
    match chance.randrange(3):
        case 0:
            del node[name]
        case 1:
            node[name] = chance.choice(STRANGE)
        case _:
            node["new_field"] = {"deep": [1]}
    return update


def _fields(node: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for name, value in node.items():
        yield node, name
        if isinstance(value, dict):
            yield from _fields(value)


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_comes_everybody_else_is_answered(seed, tmp_path, monkeypatch, caplog):
    """Every sound press is answered, nothing raises on the way to an answer, and no token is told."""
    no_proxies(monkeypatch)
    monkeypatch.setattr(telegram_people.Manners, "hears", lambda self, person: True)
    caplog.set_level(logging.DEBUG)
    chance = random.Random(seed)
    errors = [name for name in TELEGRAM_ERRORS if name != "bad token"]
    with closing(Store.open(tmp_path / "exchanges.db")) as store:
        async with TelegramServer() as server:
            world = World(store, server)
            await world.bot.start()
            await world.report("Herald", 95, 95)
            server.chats |= {GROUP["id"]: GROUP, CHANNEL["id"]: CHANNEL}
            server.members = {(GROUP["id"], 7): "administrator", (CHANNEL["id"], 7): "administrator"}
            for number in range(150):
                update = updates(chance)
                is_sound = number % 2 == 0
                if is_sound and "callback_query" in update:
                    server.unanswered.add(update["callback_query"]["id"])
                if number % 10 == 0:
                    server.fail(chance.choice(CALLS), Failure.named(chance.choice(errors)))
                await server.push(update if is_sound else broken(update, chance), is_sound=False)
            await server.say("/help", chat=4242, **{"from": someone(4242)})
            await server.until(lambda: any(form["chat_id"] == "4242" for form in server.sent()))
            await server.until(lambda: not server.unanswered)
            await asyncio.sleep(0.1)
            await world.bot.stop()
            server.faults.clear()  # what a broken update made us ask is no fault of ours
    assert "answer_failed" not in caplog.text
    assert TOKEN.split(":")[1] not in caplog.text
