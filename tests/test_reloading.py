"""The running service takes up edits of its config."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import reload
from bot.__main__ import main
from bot.app import run
from bot.reload import Watch
from bot.types import Card, LookUp, Missing, Outcome, Platform, Sent
from tests.chat import Deaf
from tests.configs import load_config
from tests.feed_server import FeedServer, Page, rss, serving


class Recorder(Deaf):
    """A chat that remembers what was posted, and where."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.posted: list[tuple[str, str]] = []

    async def post(self, address: str, card: Card, *, key: str, **how: object) -> Outcome:
        self.posted.append((address, card.headline))
        return Sent(message_id=str(len(self.posted)))

    async def edit(self, address: str, message_id: str, card: Card, **how: object) -> Outcome:
        return Sent(message_id=message_id)

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        return Missing()


SWAP = "Russia and Ukraine exchange 103 prisoners of war each"


OLD = "Azerbaijan releases 32 Armenian prisoners of war"


class Service:
    """The running service, its feeds, its chats and its config."""

    def __init__(self, server: FeedServer, config: Path) -> None:
        self.server, self.config = server, config
        self.chats = {platform: Recorder(platform) for platform in (Platform.TELEGRAM, Platform.CONSOLE)}

    def write(self, *names: str, head: str = "", channel: str = "@one") -> None:
        """Save the config as an editor does."""
        listed = "".join(f'[[feeds]]\nurl = "{self.server.url(name)}"\n' for name in names)
        text = (
            f'{head}[polling]\nevery = "1s"\nallow_private_networks = true\n[console]\nenabled = true\n'
            '[delivery]\nowner = "telegram:@me"\n'
            f'[telegram]\ntoken = "123456:hush-hush"\n[[telegram.channels]]\nchat = "{channel}"\n{listed}'
        )
        self.config.write_text(text, encoding="utf-8")

    async def until(self, *names: str, polls: int = 1) -> None:
        """Wait until feeds were asked so many times from now on."""
        before = {name: self.server.asked[name] for name in names}
        async with asyncio.timeout(45):
            while any(self.server.asked[name] < before[name] + polls for name in names):
                await asyncio.sleep(0.05)

    def notices(self) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(self.config.with_name("exchanges.db"))) as db:
            return list(db.execute("SELECT kind, text FROM notices ORDER BY id"))

    def listed(self) -> list[str]:
        with closing(sqlite3.connect(self.config.with_name("exchanges.db"))) as db:
            return [url for (url,) in db.execute("SELECT url FROM feeds WHERE listed ORDER BY url")]


@asynccontextmanager
async def service(folder: Path) -> AsyncIterator[Service]:
    async with serving() as server:
        made = Service(server, folder / "config.toml")
        server.pages |= {"/a": Page(rss()), "/b": Page(rss()), "/c": Page(rss())}
        made.write("/a")
        until = asyncio.Event()
        task = asyncio.create_task(
            run(
                load_config(made.config, {}),
                watch=Watch(made.config, {}),
                until=until,
                adapters=made.chats,
                tick=0.2,
            )
        )
        try:
            await made.until("/a", polls=1)
            yield made
        finally:
            until.set()
            await asyncio.wait_for(task, 15)


def entry(title: str, age: timedelta) -> dict[str, object]:
    link = f"https://wire.example/{abs(hash(title))}"
    return {"id": link, "title": title, "link": link, "published": datetime.now(UTC) - age}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look more often than in earnest, to save time."""
    monkeypatch.setattr(reload, "LOOK", 0.2)


async def test_the_running_service_takes_up_feeds_and_channels(tmp_path: Path, quick: None):
    """Rows 28 and 62: added feeds are polled soon, their backlog floods nobody, removed ones are left alone."""
    async with service(tmp_path) as at:
        backlog = [entry(f"{OLD} ({n})", timedelta(days=3, hours=n)) for n in range(50)]
        at.server.pages["/b"] = Page(rss(entry(SWAP, timedelta(minutes=5)), *backlog))
        at.write("/b", channel="@two")
        await at.until("/b")
        async with asyncio.timeout(45):
            while not at.chats[Platform.TELEGRAM].posted:
                await asyncio.sleep(0.05)
        asked = at.server.asked["/a"]
        await at.until("/b", polls=2)
        assert at.server.asked["/a"] == asked
        assert len(at.chats[Platform.TELEGRAM].posted) == 1
        address, headline = at.chats[Platform.TELEGRAM].posted[0]
        assert address == "@two"
        assert "103" in headline
        assert len(at.chats[Platform.CONSOLE].posted) == 1


async def test_a_wrong_edit_leaves_the_service_as_it_was(tmp_path: Path, quick: None, caplog: pytest.LogCaptureFixture):
    """Row 61 at reload: told once, the old config in force; the mended one is taken up."""
    async with service(tmp_path) as at:
        with caplog.at_level(logging.INFO, logger="bot"):
            at.write("/b", "/b", head="evrey = 1\n")
            async with asyncio.timeout(45):
                while "config_refused" not in caplog.text:
                    await asyncio.sleep(0.05)
            await at.until("/a", polls=2)
            assert at.listed() == [at.server.url("/a")]
            refused = [record.getMessage() for record in caplog.records if "config_refused" in record.getMessage()]
            assert len(refused) == 2
            assert any("config.toml:1: evrey: unknown key" in line for line in refused)
            assert all("last good one stays in force" in line for line in refused)
            assert "hush" not in caplog.text
            told = at.notices()
            assert [kind for kind, _ in told] == ["config refused"] * 2  # the operator is told as well
            assert "config.toml:1: evrey: unknown key" in str(told)
            async with asyncio.timeout(45):
                while not any("evrey" in text and to == "@me" for to, text in at.chats[Platform.TELEGRAM].posted):
                    await asyncio.sleep(0.05)
            at.write("/a")
            async with asyncio.timeout(45):
                while "config_taken_up feeds=1 at_next_start=-" not in caplog.text:
                    await asyncio.sleep(0.05)
            at.write("/a", "/c")
            await at.until("/c")
            assert "config_taken_up feeds=2 at_next_start=-" in caplog.text


async def test_a_command_reaches_the_running_service_within_seconds(tmp_path: Path):
    async with service(tmp_path) as at:
        call = ["--config", str(at.config)]
        assert await asyncio.to_thread(main, ["feeds", "add", at.server.url("/c"), *call]) == 0
        async with asyncio.timeout(3 * reload.LOOK + 30):  # and something for a busy machine
            await at.until("/c")
        assert await asyncio.to_thread(main, ["feeds", "disable", at.server.url("/a"), *call]) == 0
        async with asyncio.timeout(45):
            while at.listed() != [at.server.url("/c")]:
                await asyncio.sleep(0.05)
