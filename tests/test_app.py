"""The service as a process: stopped, killed, started twice; what it owes is never lost, what is secret never shown."""

import asyncio
import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.app import sole_instance
from bot.errors import LockedError
from bot.logs import Redacting
from tests.feed_server import FeedServer, Page, rss, serving

# The whole service in a process of its own, with the feeds of a config and an adapter that posts to a local server.
SERVICE = """
import asyncio, sys
from pathlib import Path
import aiohttp
from bot.app import run
from bot.config_files import load
from bot.types import Platform, Sent, Unknown

class Poster:
    platform = Platform.CONSOLE
    def __init__(self, url): self.url = url
    async def check(self): return "poster"
    async def start(self): self.session = aiohttp.ClientSession()
    async def stop(self): await self.session.close()
    async def post(self, address, card, *, key, **_):
        try:
            async with self.session.post(self.url, json={"key": key, "headline": card.headline}) as answer:
                return Sent(message_id=await answer.text())
        except aiohttp.ClientError:
            return Unknown(reason="broke off")
    async def edit(self, address, message_id, card, **_):
        return await self.post(address, card, key="edit")
    async def find(self, address, key, **_):
        return Unknown(reason="cannot be read back")

config = load(Path(sys.argv[1]), {}).config
print("up", flush=True)
asyncio.run(run(config, adapters={Platform.CONSOLE: Poster(sys.argv[2])}, tick=0.2))
"""
SWAPS = (
    ("Russia and Ukraine exchange 103 prisoners of war each", "https://wire.example/1"),
    ("Azerbaijan releases 32 Armenian prisoners of war", "https://wire.example/2"),
    ("Hamas frees three hostages for 183 Palestinian prisoners held by Israel", "https://wire.example/3"),
)


class World:
    """A feed server, a chat server that takes its time, and the config of a service between them."""

    def __init__(self, server: FeedServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.arrived: list[str] = []
        self.slow = 0.0

    async def take(self, request: web.Request) -> web.StreamResponse:
        """A post arrives; the answer may take long."""
        self.arrived.append((await request.json())["headline"])
        await asyncio.sleep(self.slow)
        return web.Response(text=str(len(self.arrived)))

    def start(self) -> subprocess.Popen[str]:
        """Start the service."""
        command = [sys.executable, "-c", SERVICE, str(self.folder / "config.toml"), self.server.url("/chat")]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    async def until(self, posts: int) -> None:
        """Wait until so many posts have arrived."""
        async with asyncio.timeout(90):
            while len(self.arrived) < posts:
                await asyncio.sleep(0.02)

    def states(self) -> dict[str, int]:
        """The deliveries by state, from the file."""
        with closing(sqlite3.connect(self.folder / "exchanges.db")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return dict(db.execute("SELECT state, count(*) FROM deliveries GROUP BY state"))


@asynccontextmanager
async def world(folder: Path) -> AsyncIterator[World]:
    """Three exchanges to tell of."""
    async with serving() as server:
        made = World(server, folder)
        entries = [{"id": link, "title": title, "link": link, "published": datetime.now(UTC)} for title, link in SWAPS]
        server.pages |= {"/feed": Page(body=rss(*entries)), "/chat": Page(answer=made.take)}
        (folder / "config.toml").write_text(
            f'[polling]\nevery = "1s"\nallow_private_networks = true\n[console]\nenabled = true\n'
            f'[[feeds]]\nurl = "{server.url("/feed")}"\n',
            encoding="utf-8",
        )
        yield made


async def ended(service: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit status and what was logged."""
    _, logged = await asyncio.to_thread(service.communicate, timeout=30)
    return service.returncode, logged


async def test_ctrl_c_in_the_middle_of_a_delivery_finishes_it_and_loses_nothing(tmp_path: Path) -> None:
    async with world(tmp_path) as at:
        at.slow = 0.6
        service = at.start()
        await at.until(1)
        service.send_signal(signal.SIGINT)
        status, logged = await ended(service)
        assert status == 0, logged
        sent = at.states().get("sent", 0)
        assert sent == len(at.arrived) >= 1  # what left was recorded
        assert at.states().get("claimed", 0) == 0
        at.slow = 0.0
        service = at.start()
        await at.until(3)
        await asyncio.sleep(0.3)
        service.send_signal(signal.SIGTERM)
        assert (await ended(service))[0] == 0
        assert len(at.arrived) == len(set(at.arrived)) == 3
        assert at.states() == {"sent": 3}


async def test_a_kill_in_the_middle_of_a_delivery_costs_at_most_one_copy(tmp_path: Path) -> None:
    async with world(tmp_path) as at:
        at.slow = 5.0
        service = at.start()
        await at.until(1)
        service.kill()
        await ended(service)
        assert at.states()["claimed"] == 1
        at.slow = 0.0
        service = at.start()
        await at.until(4)
        service.terminate()
        await ended(service)
        assert set(at.states()) == {"sent"}
        assert len(set(at.arrived)) == 3
        assert len(at.arrived) == 4  # the one in flight, once more


async def test_a_second_instance_is_refused_with_a_clear_line(tmp_path: Path) -> None:
    with sole_instance(tmp_path / "exchanges.db"), pytest.raises(LockedError, match=rf"process {os.getpid()}\)"):
        with sole_instance(tmp_path / "exchanges.db"):
            pass
    with sole_instance(tmp_path / "exchanges.db"):
        pass


SECRETS = ("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "xoxb-1-2-abc", "xapp-1-A-2-abc", "signing-hush")


def test_no_secret_reaches_a_log_line_or_a_traceback() -> None:
    formatter = Redacting(("signing-hush",))
    try:
        raise ValueError(f"https://api.telegram.org/bot{SECRETS[0]}/getMe and {SECRETS[3]}")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 1, "tokens %s %s", SECRETS[1:3], sys.exc_info())
    text = formatter.format(record) + Redacting().format(
        logging.LogRecord("x", logging.INFO, "", 1, "https://u:p4ss@a.example/?key=hush&x=1", (), None)
    )
    assert not [secret for secret in (*SECRETS, "p4ss", "hush") if secret in text]


def test_the_clock_is_aware() -> None:
    from bot.app import utc_now

    assert utc_now().tzinfo is UTC
    assert abs(utc_now().timestamp() - time.time()) < 5
    assert json.dumps(utc_now().isoformat())
