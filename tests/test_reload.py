"""Edits of the running bot's config: waited for until they are whole, taken up if right, else told once."""

import asyncio
import os
import sqlite3
from pathlib import Path

import pytest

from bot import reload
from bot.config import Config
from bot.config_files import Loaded, load
from bot.errors import ConfigError
from bot.reload import Watch, waiting_for_restart
from tests.configs import load_config, parse_config

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
