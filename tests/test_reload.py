"""Edits of the running bot's config: waited for until they are whole, taken up if right, else told once."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import reload
from bot.__main__ import main
from bot.app import run
from bot.config import Config
from bot.config_files import Loaded, load
from bot.errors import ConfigError
from bot.reload import Watch, waiting_for_restart
from bot.types import Card, LookUp, Missing, Outcome, Platform, Sent
from tests.configs import load_config, parse_config
from tests.feed_server import FeedServer, Page, rss, serving

HEAD = "[console]\nenabled = true\n"


def feeds(*names: str) -> str:
    return "".join(f'[[feeds]]\nurl = "https://{name}.example/"\n' for name in names)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(HEAD + feeds("a"), encoding="utf-8")
    return path


def urls(outcome: Loaded | ConfigError | None) -> list[str]:
    assert isinstance(outcome, Loaded), outcome
    return [feed.url[8] for feed in outcome.config.feeds]


def test_an_edit_is_taken_once_the_file_has_come_to_rest(config: Path):
    """Row 62: an editor that writes in pieces is waited for, even where each piece is a good config."""
    watch = Watch(config, {})
    assert [watch.look(), watch.look()] == [None, None]
    whole = HEAD + feeds("a", "b", "c")
    for end in range(0, len(whole) + 1, 7):
        config.write_text(whole[:end], encoding="utf-8")
        assert watch.look() is None
    config.write_text(whole, encoding="utf-8")
    assert watch.look() is None
    assert urls(watch.look()) == ["a", "b", "c"]
    assert [watch.look(), watch.look()] == [None, None]


def test_an_edit_while_the_file_is_read_counts_anew(config: Path, monkeypatch: pytest.MonkeyPatch):
    """Row 62: what was read while somebody wrote is thrown away."""
    watch = Watch(config, {})
    config.write_text(HEAD + feeds("a", "b"), encoding="utf-8")

    def load_slowly(path: Path, environ: dict[str, str]) -> Loaded:
        loaded = load(path, environ)
        config.write_text(HEAD + feeds("a", "b", "c"), encoding="utf-8")
        monkeypatch.setattr(reload, "load", load)
        return loaded

    monkeypatch.setattr(reload, "load", load_slowly)
    assert [watch.look(), watch.look(), watch.look()] == [None, None, None]
    assert urls(watch.look()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + "[[feeds]\n", "config.toml:3: not valid TOML"),
        (HEAD + "[[feeds]]\nurl = 5\n", "config.toml:4: feeds[0].url: expected a text"),
        (HEAD + feeds("a", "a"), "config.toml:6: feeds[1].url: the same feed is listed above"),
        ("", "no feeds to poll"),
        (HEAD, "no feeds to poll"),
        (feeds("a"), "nowhere to tell anybody"),
    ],
)
def test_a_wrong_edit_is_told_once_and_mended_later(config: Path, text: str, fault: str):
    """Row 61 at reload."""
    watch = Watch(config, {})
    config.write_text(text, encoding="utf-8")
    assert watch.look() is None
    refused = watch.look()
    assert isinstance(refused, ConfigError)
    assert any(fault in each for each in refused.faults)
    assert [watch.look(), watch.look()] == [None, None]
    config.write_text(HEAD + feeds("z"), encoding="utf-8")
    watch.look()
    assert urls(watch.look()) == ["z"]


def test_a_config_that_is_gone_for_a_moment_is_waited_for(config: Path):
    watch = Watch(config, {})
    config.unlink()
    assert watch.look() is None
    config.write_text(HEAD + feeds("b"), encoding="utf-8")
    assert watch.look() is None
    assert urls(watch.look()) == ["b"]


def test_a_file_that_was_replaced_by_one_of_the_same_size_and_time_is_seen(config: Path):
    watch, before = Watch(config, {}), config.stat()
    draft = config.with_name("draft")
    draft.write_text(HEAD + feeds("b"), encoding="utf-8")
    os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
    draft.replace(config)
    assert config.stat().st_size == before.st_size
    assert watch.look() is None
    assert urls(watch.look()) == ["b"]


def test_included_lists_are_watched_as_soon_as_they_are_named(config: Path):
    watch, more = Watch(config, {}), config.with_name("more.toml")
    config.write_text('include = ["more.toml"]\n' + HEAD, encoding="utf-8")
    assert [watch.look(), watch.look()] == [None, None]
    refused = watch.look()
    assert isinstance(refused, ConfigError)
    assert "more.toml: there is no such file" in refused.faults[0]
    more.write_text(feeds("m"), encoding="utf-8")
    assert watch.look() is None
    assert urls(watch.look()) == ["m"]
    more.write_text(feeds("m", "n"), encoding="utf-8")
    assert watch.look() is None
    assert urls(watch.look()) == ["m", "n"]
    config.write_text(HEAD + feeds("a"), encoding="utf-8")
    assert [watch.look(), watch.look()] == [None, None]
    assert urls(watch.look()) == ["a"]
    more.write_text("[[", encoding="utf-8")  # nobody's any more
    assert [watch.look(), watch.look()] == [None, None]


def test_what_waits_for_the_next_start_is_named():
    old = parse_config(HEAD + feeds("a"), path=Path("c.toml"), environ={})
    new = parse_config(
        f'[polling]\nevery = "1m"\nconcurrency = 3\n[store]\npath = "b.db"\n{feeds("b")}',
        path=Path("c.toml"),
        environ={},
    )
    token = {"EXCHANGES_TELEGRAM_TOKEN": "1:x"}
    talking = parse_config("", path=Path("c.toml"), environ=token)
    more = parse_config('[[telegram.channels]]\nchat = "@a"\n', path=Path("c.toml"), environ=token)
    assert waiting_for_restart(old, new) == ("store.path", "polling.concurrency", "console.enabled")
    assert waiting_for_restart(old, talking) == ("telegram", "console.enabled")
    assert waiting_for_restart(talking, more) == ()


# ── The service itself ──


class Recorder:
    """A chat that remembers what was posted, and where."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.posted: list[tuple[str, str]] = []

    async def check(self) -> str:
        return "recorder"

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

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
        async with asyncio.timeout(15):
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
        async with asyncio.timeout(15):
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
            async with asyncio.timeout(15):
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
            async with asyncio.timeout(15):
                while not any("evrey" in text and to == "@me" for to, text in at.chats[Platform.TELEGRAM].posted):
                    await asyncio.sleep(0.05)
            at.write("/a")
            async with asyncio.timeout(15):
                while "config_taken_up feeds=1 at_next_start=-" not in caplog.text:
                    await asyncio.sleep(0.05)
            at.write("/a", "/c")
            await at.until("/c")
            assert "config_taken_up feeds=2 at_next_start=-" in caplog.text


async def test_a_command_reaches_the_running_service_within_seconds(tmp_path: Path):
    async with service(tmp_path) as at:
        call = ["--config", str(at.config)]
        assert await asyncio.to_thread(main, ["feeds", "add", at.server.url("/c"), *call]) == 0
        async with asyncio.timeout(3 * reload.LOOK + 5):  # and something for a busy machine
            await at.until("/c")
        assert await asyncio.to_thread(main, ["feeds", "disable", at.server.url("/a"), *call]) == 0
        async with asyncio.timeout(15):
            while at.listed() != [at.server.url("/c")]:
                await asyncio.sleep(0.05)


async def test_a_fault_of_our_own_in_reading_ends_no_watch(monkeypatch: pytest.MonkeyPatch, config: Path):
    monkeypatch.setattr(reload, "LOOK", 0.02)
    watch, taken = Watch(config, {}), asyncio.Event()

    def break_once(path: Path, environ: dict[str, str]) -> Loaded:
        monkeypatch.setattr(reload, "load", load)
        config.write_text(HEAD + feeds("a", "b"), encoding="utf-8")
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr(reload, "load", break_once)
    task = asyncio.create_task(
        reload.follow(watch, load_config(config, {}), take_up=lambda edited: taken.set(), refuse=lambda faults: None)
    )
    config.write_text(HEAD + feeds("b"), encoding="utf-8")  # noqa: ASYNC240
    await asyncio.wait_for(taken.wait(), 10)
    task.cancel()


async def test_an_edit_that_cannot_be_stored_yet_is_tried_again(monkeypatch: pytest.MonkeyPatch, config: Path):
    monkeypatch.setattr(reload, "RETRY", 0.02)
    monkeypatch.setattr(reload, "LOOK", 0.02)
    tries: list[int] = []
    stored = asyncio.Event()

    def take_up(edited: Config) -> None:
        tries.append(len(edited.feeds))
        if len(tries) < 3:
            raise sqlite3.OperationalError("database or disk is full")
        stored.set()

    watch = Watch(config, {})
    task = asyncio.create_task(
        reload.follow(watch, load_config(config, {}), take_up=take_up, refuse=lambda faults: None)
    )
    config.write_text(HEAD + feeds("a", "b"), encoding="utf-8")  # noqa: ASYNC240
    await asyncio.wait_for(stored.wait(), 10)
    task.cancel()
    assert tries == [2, 2, 2]
