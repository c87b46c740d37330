"""The pictures of the guide are what the bot shows: `make pictures` writes them anew; the diff shows what changed."""

import asyncio
import tempfile
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.commands import Commands
from bot.render import card
from bot.store import Store
from bot.types import Channel, Platform
from detectors import Category
from tests.facts import NOW, report, ru, ua
from tests.slack_desk import running
from tests.slack_hands import CHANNEL, PERSON, event
from tests.slack_pictures import FOLDER, picture
from tests.slack_server import SlackServer
from tests.stores import bring

NAMES = ("alert", "answer", "settings", "home")


async def scenes(folder: Path) -> dict[str, str]:
    """What an operator meets on the first day, as the real adapter sends it."""
    with closing(Store.open(folder / "exchanges.db")) as store:
        day = date(2026, 11, 24)
        told = report(ua(205, claimed_by=("Ukraine",)), ru(205, claimed_by=("Russia's defence ministry",)), day=day)
        fallen = report(ua(1200, category=Category.BODIES, claimed_by=("Ukraine",)))
        bring(store, "Tribune", fallen, NOW - timedelta(days=4))
        bring(store, "Herald", told)
        bring(store, "Observer", told)
        store.channels.subscribe(Channel(platform=Platform.SLACK, address=CHANNEL), NOW)
        commands = Commands(store, lambda: NOW)
        async with SlackServer() as server:
            server.people = {PERSON: {"is_admin": True}}
            async with running(server, commands.answer, channels=store.channels.active) as slack:
                newest, _ = store.events.latest(2)
                await slack.post(CHANNEL, card(newest), key="1")
                await server.type("latest 1")
                [answer] = await server.replies()
                await server.type("settings")
                settings = await server.view()
                await server.send(event("app_home_opened", user=PERSON, channel="D1", tab="home"))
                page = await server.view(1, "views.publish")
            [alert] = server.sent()
    return {
        "alert": picture("#newsroom · Exchange Watch", alert["blocks"]),
        "answer": picture("#newsroom · only visible to you", answer["blocks"]),
        "settings": picture("Settings", settings["blocks"], last=("Cancel", "Save")),
        "home": picture("Exchange Watch · Home", page["blocks"]),
    }


def file(name: str) -> Path:
    return FOLDER / f"slack-{name}.svg"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    return asyncio.run(scenes(tmp_path_factory.mktemp("pictures")))


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_as_it_was_last_looked_at(drawn, name):
    assert drawn[name] == file(name).read_text(encoding="utf-8"), "make pictures, and look at them"


def test_the_guide_shows_them_and_they_are_small():
    guide = (FOLDER.parent / "guide.md").read_text(encoding="utf-8")
    for name in NAMES:
        assert f"](pictures/slack-{name}.svg)" in guide
        assert file(name).stat().st_size < 12_000


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, svg in asyncio.run(scenes(Path(scratch))).items():
            file(name).write_text(svg, encoding="utf-8")
