"""Telegram: conversations as people have them, in three languages, through the real library, answers and outbox.

`make gallery` writes the transcripts anew; read the diff as a person would.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import pytest

from bot.app import channels_of
from detectors import Category
from tests.configs import parse_config
from tests.conversing import FOLDER, LANGUAGES, OPERATOR, START, World, open_world
from tests.telegram_desk import no_proxies
from tests.telegram_people import someone
from tests.telegram_person import Person
from tests.telegram_server import Failure


async def converse(name: str, folder: Path) -> str:
    """One conversation from beginning to end."""
    people, language = CONVERSATIONS[name]
    transcript: list[str] = []
    async with open_world(folder / f"{name}.db") as world:
        await people(world, language, transcript)
    return "\n\n".join(transcript) + "\n"


async def first_day(world: World, language: str, transcript: list[str]) -> None:
    """A person chooses what to be told, is told, asks on, and leaves."""
    person = Person(world.server, 7, language, transcript=transcript)
    await person.types("/start")
    await person.presses("settings")
    await person.presses("settings conflict")
    await person.presses("settings conflict +ru_ua")
    await person.presses("settings")
    await person.presses("subscribe")
    await world.report("Herald", 95, 95)
    await person.sees()
    await world.report("Seaside Times", 95, 97)
    await person.sees(2)
    await person.presses("timeline")
    await person.presses("sources")
    await person.presses("wrong")
    await person.presses("wrong * number")
    await person.presses("mute")
    person.mark()
    await world.report("Daily Post", 95, 99)
    await person.sees()
    await world.report("Herald", 1200, 0, Category.BODIES)
    await person.sees()
    await person.types("/status")
    await person.types("/stop")
    await person.presses("stop yes")
    person.mark()
    await world.report("Herald", 30, 30, Category.CIVILIANS)
    await person.types("/latest 1")


async def channel(world: World, language: str, transcript: list[str]) -> None:
    """Somebody makes the bot an administrator of a channel and sets it up in private; a reader presses its buttons."""
    world.server.chats[CHANNEL] = {"type": "channel", "title": "News of the day", "username": "newsday"}
    world.server.members[CHANNEL, 7] = "administrator"
    owner = Person(world.server, 7, language, name="owner", transcript=transcript)
    reader = Person(world.server, 8, language, name="reader", transcript=transcript)
    await world.server.place(CHANNEL, "left", "poster", person=owner.user)
    await owner.sees()
    await owner.presses("100555:settings")
    await owner.presses("100555:settings quiet")
    await owner.presses("100555:settings")
    await owner.presses("100555:subscribe")
    await world.report("Herald", 95, 95)
    await owner.sees(chat=CHANNEL)
    await reader.presses("timeline", chat=CHANNEL)
    await reader.presses("mute", chat=CHANNEL)
    await reader.presses("wrong", chat=CHANNEL)
    await reader.presses("wrong * twice")
    await owner.presses("mute", chat=CHANNEL)
    reader.mark()
    await world.report("Daily Post", 95, 99)
    await reader.types("/start to_100555")
    assert all(form["text"].count("95") for form in world.server.sent() if form["chat_id"] == str(CHANNEL))


async def operator(world: World, language: str, transcript: list[str]) -> None:
    """An operator looks after the bot and writes to every chat; to others there is no such word."""
    reader = Person(world.server, 8, language, name="reader", transcript=transcript)
    await reader.types("/admin")
    await reader.types("/subscribe")
    await world.report("Herald", 95, 95)
    await reader.sees()
    await reader.presses("wrong")
    await reader.presses("wrong * number")
    owner = Person(world.server, OPERATOR, language, name="operator", transcript=transcript)
    await owner.types("/admin inbox")
    await owner.presses("admin done")
    await owner.types("/admin queue")
    await owner.types("/admin broadcast From Monday on, this bot reads <ten> more outlets.")
    reader.mark()
    await owner.presses("admin send")
    world.outbox.wake()
    await world.outbox.drain()
    await reader.sees()


CHANNEL = -100555
CONVERSATIONS = {f"telegram.{language}": (first_day, language) for language in LANGUAGES}
CONVERSATIONS |= {"telegram.channel": (channel, "en"), "telegram.operator": (operator, "en")}


@pytest.mark.parametrize("name", CONVERSATIONS)
async def test_a_conversation_reads_as_it_was_last_looked_at(name, tmp_path, monkeypatch):
    no_proxies(monkeypatch)
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert await converse(name, tmp_path) == expected, "make gallery, and read the diff"


async def test_a_channel_that_the_config_names_in_other_letters_is_told_once(tmp_path, monkeypatch):
    """Whoever adds the bot there cannot subscribe it a second time, by its id."""
    no_proxies(monkeypatch)
    text = '[telegram]\ntoken = "1:a"\n[[telegram.channels]]\nchat = "@NEWSday"\n'
    config = parse_config(text, path=tmp_path / "config.toml", environ={})
    async with open_world(tmp_path / "exchanges.db") as world:
        store, server = world.store, world.server
        store.channels.sync(channels_of(config), START)
        server.chats[CHANNEL] = {"type": "channel", "title": "News of the day", "username": "NewsDay"}
        server.members[CHANNEL, 7] = "administrator"
        owner = Person(server, 7, "en")
        await server.place(CHANNEL, "left", "poster", person=owner.user)
        await owner.sees()
        await owner.types("/start to_100555")
        await owner.presses("100555:settings")
        assert "this bot's operator chose so" in owner.transcript[-1]
        await world.report("Herald", 95, 95)
        assert [chat for chat, _ in server.messages if chat != "7"] == ["@newsday"]


async def test_a_chat_that_shows_the_bot_the_door_hears_later_what_it_missed(tmp_path, monkeypatch):
    """A topic is lost with its group at once, not at the next post; a group that moves goes on elsewhere."""
    no_proxies(monkeypatch)
    async with open_world(tmp_path / "exchanges.db") as world:
        store, server = world.store, world.server
        server.members[-100777, 7] = "administrator"
        await server.say("/subscribe", chat=-100777, kind="supergroup", message_thread_id=45, is_topic_message=True)
        server.members[-55, 7] = "administrator"
        await server.say("/subscribe", chat=-55, kind="group")
        await server.replies(2)
        await server.place(-100777, "member", "kicked")
        await server.say("/help")
        await server.replies(3)
        assert [channel.address for channel in store.channels.active()] == ["-55"]
        before = len(server.sent())
        await world.report("Herald", 95, 95)
        await world.report("Herald", 30, 30, Category.CIVILIANS)
        assert [form["chat_id"] for form in server.sent()[before:]] == ["-55", "-55"]
        await server.place(-100777, "left", "member")
        await server.replies(before + 3)  # the question what to post there
        await world.outbox.drain()
        missed = server.sent()[-1]
        assert (missed["chat_id"], missed["message_thread_id"]) == ("-100777", "45")
        assert missed["text"].startswith("<b>2 exchanges in brief</b>")
        migrated = {"chat": {"id": -55, "type": "group", "title": "N"}, "migrate_to_chat_id": -100778}
        await server.push({"message": {"message_id": 5, "date": 1_750_000_000, **migrated}})
        await server.say("/help")
        await server.replies(before + 5)
        assert {channel.address for channel in store.channels.active()} == {"-100777/45", "-100778"}


async def test_a_chat_that_lets_us_post_again_waits_no_longer(tmp_path, monkeypatch):
    """Where it may post again after a while, and where a group moved and the old one was left."""
    no_proxies(monkeypatch)
    async with open_world(tmp_path / "exchanges.db") as world:
        store, server = world.store, world.server
        server.chats[CHANNEL] = {"type": "channel", "title": "News of the day"}
        for chat, kind in ((CHANNEL, "channel"), (-55, "group")):
            server.members[chat, 7] = "administrator"
            await server.say("/subscribe", chat=chat, kind=kind, **{"from": someone(7)})
        await server.replies(2)
        server.fail("sendMessage", *[Failure.named("write forbidden")] * 2)
        await world.report("Herald", 95, 95)
        assert store.deliveries.states() == {"owed": 2}
        await server.place(CHANNEL, "mute administrator", "poster")
        await server.place(-55, "member", "left")
        await server.push({"message": server._message(-55, "group", "x") | {"migrate_to_chat_id": -10055}})
        await server.say("/help")
        await server.until(lambda: sum(form["chat_id"] == "7" for form in server.sent()) == 2)
        await world.outbox.drain()
        told = [chat for (chat, _), form in server.messages.items() if "95" in form["text"]]
        assert sorted(told) == ["-10055", str(CHANNEL)]


def test_no_stray_transcript_is_left():
    assert {path.stem for path in FOLDER.glob("telegram.*")} == set(CONVERSATIONS)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in sys.argv[1:] or CONVERSATIONS:
        with tempfile.TemporaryDirectory() as place:
            told = asyncio.run(converse(each, Path(place)))
        (FOLDER / f"{each}.txt").write_text(told, encoding="utf-8")
