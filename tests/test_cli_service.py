import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.store import Store
from tests.feed_server import FeedServer, Page, rss, serving

ROOT = Path(__file__).parents[1]


def swap() -> dict[str, object]:
    return {
        "title": "Russia and Ukraine exchange 205 prisoners of war each",
        "link": "https://wire.example/1",
        "published": datetime.now(UTC),
    }


def write_config(folder: Path, server: FeedServer, *paths: str) -> Path:
    feeds = "".join(f'[[feeds]]\nurl = "{server.url(path)}"\n' for path in paths)
    path = folder / "config.toml"
    path.write_text(f"[polling]\nallow_private_networks = true\n[console]\nenabled = true\n{feeds}", encoding="utf-8")
    return path


@asynccontextmanager
async def running(*argv: str, cwd: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The command in a process of its own, which is never left behind."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *argv, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def test_without_a_config_run_says_what_is_missing_and_how_to_mend_it(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("config.toml: there is no such file; copy config.example.toml")


def test_a_broken_language_file_stops_the_service_before_it_starts(tmp_path: Path):
    for package in ("bot", "detectors", "seeds"):
        shutil.copytree(ROOT / package, tmp_path / package)
    (tmp_path / "config.toml").write_text(
        '[console]\nenabled = true\n[[feeds]]\nurl = "https://wire.example/rss"\n', encoding="utf-8"
    )
    (tmp_path / "detectors/lang/hu.toml").write_text('name = "Magyar"\n[swap\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "lang/hu.toml: " in done.stderr
    assert not (tmp_path / "exchanges.db").exists()


def test_a_config_with_faults_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    config.write_text('[polling]\nevrey = "5m"\nconcurrency = 0\n', encoding="utf-8")
    assert main(["run", "--config", str(config)]) == 2
    faults = capsys.readouterr().err.splitlines()
    assert [fault.split(": ")[:2] for fault in faults] == [
        [f"{config}:3", "polling.concurrency"],
        [f"{config}:2", "polling.evrey"],
    ]


def test_a_config_that_leads_nowhere_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    assert main(["run", "--config", str(config)]) == 2
    faults = capsys.readouterr().err
    assert "no feeds to poll; add one with: exchanges feeds add URL" in faults
    assert "nowhere to tell anybody" in faults


async def test_a_round_counts_what_it_did_and_leaves_deliveries_owed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    async with serving() as server:
        server.pages["/good"] = Page(rss(swap()), headers={"ETag": '"1"'})
        config = write_config(tmp_path, server, "/good", "/gone")
        call = ["poll", "--config", str(config), "--format", "json"]
        assert await asyncio.to_thread(main, call) == 0
        out, err = capsys.readouterr()
        assert json.loads(out) == {
            "feeds": 2,
            "changed": 1,
            "unchanged": 0,
            "failed": 1,
            "new_entries": 1,
            "reports": 1,
            "events": 1,
            "alerts": 1,
        }
        assert server.url("/gone") in err
        assert await asyncio.to_thread(main, call) == 0
        assert json.loads(capsys.readouterr().out)["feeds"] == 0
        assert await asyncio.to_thread(main, [*call[:-2], "--all"]) == 0
        assert capsys.readouterr().out.startswith("feeds: 2, changed: 0, unchanged: 1, failed: 1, ")
        assert await asyncio.to_thread(main, ["doctor", "--offline", "--config", str(config)]) == 0
        assert "1 alerts owed" in capsys.readouterr().out


async def test_whose_pages_are_read_and_how_seldom_a_feed_is_polled_is_as_the_config_says(tmp_path: Path):
    def edit(full_text: str) -> None:
        polling = f'[polling]\nallow_private_networks = true\nslowest = "1h"\nfull_text = "{full_text}"\n'
        config.write_text(f'{polling}[console]\nenabled = true\n[groups.g]\nfull_text = "always"\n{feeds}')

    async with serving() as server:
        config, feeds = tmp_path / "config.toml", ""
        for name, more in {
            "own": 'group = "g"\nfull_text = "never"',
            "group": 'group = "g"\nevery = "1m"',
            "all": "",
        }.items():
            feeds += f'[[feeds]]\nurl = "{server.url(f"/feed/{name}")}"\n{more}\n'
            entry = {**swap(), "title": f"Rain in the west, says {name}", "link": server.url(f"/page/{name}")}
            server.pages[f"/feed/{name}"] = Page(rss(entry))
        for full_text, read in (("never", {"/page/group"}), ("always", {"/page/group", "/page/all"})):
            edit(full_text)
            assert await asyncio.to_thread(main, ["poll", "--all", "--config", str(config)]) == 0
            assert {path for path in server.asked if path.startswith("/page")} == read
            server.pages["/feed/all"] = Page(rss({**entry, "title": "Snow in the east"}))
        with closing(Store.open(tmp_path / "exchanges.db")) as store:
            assert [feed.slowest for feed in store.feeds.listed()] == [3600.0, None, 3600.0]


async def test_a_round_in_which_every_feed_failed_has_failed(tmp_path: Path):
    async with serving() as server:
        config = write_config(tmp_path, server, "/gone")
        assert await asyncio.to_thread(main, ["poll", "--config", str(config)]) == 1


async def test_run_tells_of_an_exchange_and_stops_when_asked(tmp_path: Path):
    async with serving() as server:
        server.pages["/good"] = Page(rss(swap()))
        write_config(tmp_path, server, "/good")
        async with running("run", cwd=tmp_path) as service, asyncio.timeout(120):  # a busy machine starts it slowly
            while b"205 prisoners of war" not in await service.stdout.readline():
                assert service.returncode is None
            async with running("poll", cwd=tmp_path) as second:
                _, err = await second.communicate()
                assert (second.returncode, b"another Exchange Watch is using it" in err) == (1, True)
            service.send_signal(signal.SIGINT)
            await service.communicate()
        assert service.returncode == 0
