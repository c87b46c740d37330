"""The whole service as a process (`exchanges run`), between a feed server and the two chat servers on loopback."""

import asyncio
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.render import card
from bot.store import Store
from tests.feed_server import FeedServer, Page, rss, serving
from tests.platforms import telegram_text
from tests.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.telegram_server import TOKEN, TelegramServer

# Loading the detector takes seconds; so one process loads everything, and each service is a fork of it.
LAUNCHER = """
import os, sys
from datetime import timedelta
from pathlib import Path
import bot.app, bot.chat.slack, bot.chat.telegram
from bot.__main__ import main
from detectors import Article, detect
detect(Article(id="warm", title="Chile and Ghana exchange 205 prisoners of war each", lang="en"))
clock, real = Path("/nowhere"), bot.app.utc_now
def utc_now():
    return real() + timedelta(seconds=float(clock.read_text()) if clock.exists() else 0.0)
bot.app.utc_now = utc_now
print("ready", flush=True)
for line in sys.stdin:
    config, log = line.split()
    clock = Path(config).with_name("clock")
    pid = os.fork()
    if pid == 0:
        out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(out, 1), os.dup2(out, 2), os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        status = 70
        try:
            status = main(["run", "--config", config])
        finally:
            sys.stderr.flush()
            os._exit(status)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""
CHATS, ROOMS = ("101", "102", "-100103"), ("C0000000001", "C0000000002")


class Launcher:
    """Starts services, one at a time."""

    def __enter__(self) -> Self:
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen([sys.executable, "-c", LAUNCHER], **pipes)
        assert self._read() == "ready"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def start(self, config: Path, log: Path) -> int:
        """Its process id."""
        assert self._process.stdin
        self._process.stdin.write(f"{config} {log}\n")
        self._process.stdin.flush()
        return int(self._read())

    def ended(self) -> int:
        """Its exit status, once it has ended."""
        return int(self._read())

    def _read(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


class World:
    """The servers, the config, and the service between them."""

    def __init__(
        self, launcher: Launcher, folder: Path, feeds: FeedServer, telegram: TelegramServer, slack: SlackServer
    ) -> None:
        self.launcher, self.folder, self.feeds = launcher, folder, feeds
        self.telegram, self.slack = telegram, slack
        self.items: list[dict[str, Any]] = []
        self.pid, self.is_running = 0, False
        self.log = folder / "log"

    def configure(self, more: str = "") -> None:
        """Write the config."""
        chats = "".join(f"[[telegram.channels]]\nchat = {chat}\n" for chat in CHATS)
        rooms = "".join(f'[[slack.channels]]\nchannel = "{room}"\n' for room in ROOMS)
        (self.folder / "config.toml").write_text(
            f'[polling]\nevery = "1s"\nallow_private_networks = true\n{more}\n'
            f'[[feeds]]\nurl = "{self.feeds.url("/feed")}"\n'
            f'[telegram]\ntoken = "{TOKEN}"\nbase_url = "{self.telegram.base_url}"\n{chats}'
            f'[slack]\nbot_token = "{BOT_TOKEN}"\napp_token = "{APP_TOKEN}"\n'
            f'base_url = "{self.slack.base_url}"\n{rooms}',
            encoding="utf-8",
        )

    def publish(self, one: str, other: str) -> None:
        """One more exchange in the feed."""
        title = f"{one} and {other} exchange {20 + 7 * len(self.items)} prisoners of war each"
        link = f"https://wire.example/{len(self.items)}"
        self.items.insert(0, {"id": link, "title": title, "link": link, "published": datetime.now(UTC)})
        self.feeds.pages["/feed"] = Page(body=rss(*self.items))

    async def start(self) -> None:
        """Start the service."""
        self.pid = await asyncio.to_thread(self.launcher.start, self.folder / "config.toml", self.log)
        self.is_running = True

    async def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal, if it still runs, and await the end."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)
        return await self.ended()

    async def ended(self) -> int:
        """The exit status, once it has ended."""
        status = await asyncio.wait_for(asyncio.to_thread(self.launcher.ended), 30)
        self.is_running = False
        return status

    async def until(self, happened: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait for something to have happened."""
        async with asyncio.timeout(seconds):
            while not happened():
                await asyncio.sleep(0.01)

    def rows(self, sql: str) -> list[Any]:
        """What the database holds; nothing before its tables are made."""
        with closing(sqlite3.connect(self.folder / "exchanges.db")) as db:
            is_made = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'notices'").fetchone()
            return db.execute(sql).fetchall() if is_made else []

    def hurry(self) -> None:
        """Let what waits for its next try be due: the wait grows with the tries, up to ten minutes."""
        if not self.rows("SELECT 1 FROM feeds LIMIT 1"):  # killed before it had polled at all
            return
        with closing(sqlite3.connect(self.folder / "exchanges.db")) as db, db:
            db.execute("UPDATE deliveries SET not_before = NULL WHERE state IN ('owed', 'claimed')")
            db.execute("UPDATE feeds SET next_poll_at = polled_at WHERE failures > 0")

    def set_clock(self, seconds: float) -> None:
        """Let the service's clock run so far ahead of ours, or behind it, from now on."""
        new = self.folder / "clock.new"
        new.write_text(str(seconds))
        new.replace(self.folder / "clock")

    async def locked(self, seconds: float) -> None:
        """Hold the database as another program may."""
        with closing(sqlite3.connect(self.folder / "exchanges.db", isolation_level=None)) as db:
            with suppress(sqlite3.OperationalError):  # the service itself is writing
                db.execute("PRAGMA busy_timeout = 0")
                db.execute("BEGIN IMMEDIATE")
                await asyncio.sleep(seconds)

    async def disk_full(self, seconds: float) -> None:
        """Let no file of the service grow beyond what the database's log has now."""
        log = self.folder / "exchanges.db-wal"
        most = log.stat().st_size if log.exists() else 0
        with suppress(ProcessLookupError):
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
            await asyncio.sleep(seconds)
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def states(self) -> dict[str, int]:
        """The deliveries by state."""
        return dict(self.rows("SELECT state, count(*) FROM deliveries GROUP BY state"))

    def claimed(self) -> list[tuple[str, str]]:
        """(address, article) of every post that was under way."""
        sql = (
            "SELECT c.address, a.article_id FROM deliveries d JOIN channels c ON c.id = d.channel_id "
            "JOIN alerts a ON a.id = d.alert_id WHERE d.state = 'claimed'"
        )
        return self.rows(sql)

    def headlines(self) -> dict[str, str]:
        """What each article that made an alert is told as."""
        with closing(Store.open(self.folder / "exchanges.db")) as store:
            events = {alert.article_id: store.events.get(alert.event_id) for alert in store.events.alerts()}
        return {article: card(event).headline for article, event in events.items() if event}

    def arrived(self) -> Counter[tuple[str, str]]:
        """(address, headline or line of a summary) of everything that people have."""
        posts = [(chat, telegram_text(form["text"])) for (chat, _), form in self.telegram.messages.items()]
        posts += [(room, told["text"]) for (room, _), told in self.slack.messages.items()]
        out: Counter[tuple[str, str]] = Counter()
        for address, text in posts:
            lines = text.replace("\u2060", "").split("\n")
            told = [line[2:].split(" · ")[0] for line in lines if line.startswith("• ")] or lines[:1]
            out.update((address, line) for line in told)
        return out


@asynccontextmanager
async def world(launcher: Launcher, folder: Path, more: str = "") -> AsyncIterator[World]:
    """All of it, not yet started."""
    async with serving() as feeds, TelegramServer() as telegram, SlackServer() as slack:
        made = World(launcher, folder, feeds, telegram, slack)
        made.configure(more)
        try:
            yield made
        finally:
            if made.is_running:
                await made.end(signal.SIGKILL)
