"""Kills the loop from feed to chat at random moments and at every named step, and counts what was lost or doubled.

    python -m tests.torture.crash [--cycles 10000] [--seed 1]

Each cycle forks a process that polls a feed (a body in memory; the real parser, detector, store and outbox) and posts
to two chats: one that cannot be read back (telegram), one that can (slack). A post is accepted the moment a line is in
the chats' file; some answers are lost after that. The process is killed with SIGKILL after a random time, or by itself
at a named step. At the end it runs undisturbed, and the file must hold everything that was published, in order; every
message that an event has must say what is known of it, since some exchanges are told a second time with another figure.
"""

import argparse
import asyncio
import gc
import itertools
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import outbox as outbox_module
from bot import pipeline as pipeline_module
from bot import posting as posting_module
from bot.config import FeedConfig
from bot.feeds import ParsedFeed, parse_entries
from bot.fetch import Fetched
from bot.intake import article_of, read_articles
from bot.outbox import Outbox
from bot.pacing import Limits
from bot.pipeline import Pipeline
from bot.posting import Policy
from bot.render import card
from bot.render import plain as plain_text
from bot.store import Store
from bot.types import (
    Alert,
    AlertKind,
    Card,
    Channel,
    DeliveryState,
    LookUp,
    Missing,
    NotSent,
    Outcome,
    Platform,
    Sent,
    Unknown,
)
from tests.chat import Deaf, facts, says
from tests.feed_server import rss

CYCLES_OF_A_WORLD = 250  # then a new database, so that there are names for every exchange
KILLED_WITHIN = 0.08  # seconds
STEPS = ("fetch", "parse", "detect", "commit", "claim", "send", "answer", "settle", "edit")
MOMENTS = tuple(f"{when} {step}" for step in STEPS for when in ("before", "after"))
ADDRESSES = {Platform.TELEGRAM: "1", Platform.SLACK: "C1"}
# fmt: off
COUNTRIES = (
    "Chile", "Bolivia", "Ecuador", "Panama", "Uruguay", "Guyana", "Honduras", "Ghana", "Benin", "Gabon", "Angola",
    "Zambia", "Malawi", "Botswana", "Namibia", "Nepal", "Bhutan", "Mongolia", "Tonga", "Iceland", "Malta", "Portugal",
    "Norway", "Denmark", "Latvia", "Estonia", "Slovenia", "Rwanda", "Senegal", "Tunisia",
)
# fmt: on
FEED = "http://127.0.0.1/feed"
START = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass
class Counts:
    """What came of it, over all worlds."""

    cycles: int = 0
    kills: int = 0
    published: int = 0
    lost: int = 0
    held: int = 0
    doubled: Counter[str] = field(default_factory=Counter)
    allowed: int = 0
    out_of_order: int = 0
    faults: list[str] = field(default_factory=list)
    at: Counter[str] = field(default_factory=Counter)

    def told(self) -> str:
        doubled = ", ".join(f"{self.doubled[platform]} on {platform}" for platform in ADDRESSES)
        return (
            f"{self.cycles} cycles, {self.kills} kills, {self.published} alerts owed: {self.lost} lost, "
            f"{self.held} held, doubled {doubled} ({self.allowed} allowed), {self.out_of_order} out of order, "
            f"{len(self.faults)} faults"
        )


class World:
    """A database, the feed's items so far, and the file in which accepted posts stand."""

    def __init__(self, folder: Path, chance: random.Random, *, hold: bool, seen_first: bool) -> None:
        self.folder, self.chance, self.hold, self.seen_first = folder, chance, hold, seen_first
        self.database, self.posts, self.lost = folder / "w.db", folder / "posts", folder / "lost"
        self.items: list[dict[str, Any]] = []
        pairs = list(itertools.combinations(COUNTRIES, 2))
        chance.shuffle(pairs)
        self._pairs = iter(pairs)
        self.exchanges: list[str] = []
        self._revised: list[tuple[str, int]] = []
        self.now = START
        self.moment, self.countdown, self.shown = "", 0, 0

    def publish(self, *, again: bool = False) -> None:
        if self._revised and (again or self.chance.random() < 0.3):  # one of before, once, with another figure
            pair, count = self._revised.pop(0)
        else:
            pair, count = " and ".join(next(self._pairs)), 30 + 7 * len(self.items)
            self.exchanges.append(pair)
            self._revised.append((pair, count + 1))
        title = f"{pair} exchange {count} prisoners of war each"
        link = f"https://wire.example/{len(self.items)}"
        self.items.insert(0, {"id": link, "title": title, "link": link, "published": self.now})

    def clock(self) -> datetime:
        return self.now + timedelta(seconds=time.monotonic() - self._begun)

    # ── In the child ──

    def step(self, moment: str) -> None:
        """Die here, if here it is."""
        if moment == self.moment:
            self.countdown -= 1
            if self.countdown <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
                time.sleep(10)

    async def live(self, *, faults: float) -> None:
        """What the service does in a life: poll, then post until nothing is left to post."""
        self._begun = time.monotonic()
        store = Store.open(self.database)
        self._watch(store)
        store.channels.sync([Channel(platform=each, address=at) for each, at in ADDRESSES.items()], self.now)
        store.feeds.sync([FeedConfig(url=FEED, name="Wire", language="en")], 1.0, self.now)
        adapters = {platform: Poster(self, platform, faults) for platform in ADDRESSES}
        memory: list[Alert] = []
        if self.seen_first:
            store.owing.owe = lambda _, alert: memory.append(alert) or 1  # type: ignore[method-assign]
        pipeline = Pipeline(store, _Feed(self), _InProcess(self), self.clock, 1e9)  # type: ignore[arg-type]
        await pipeline.poll_one(store.feeds.listed()[0])
        for alert in memory:  # marked as seen and committed, then sent from memory
            event = store.events.get(alert.event_id)
            assert event
            for adapter in adapters.values():
                await adapter.post(adapter.address, card(event), key="memory")
        limits = dict.fromkeys(Platform, Limits())
        await Outbox(store, adapters, self.clock, policy=Policy(hold=self.hold, fold_above=8), limits=limits).drain()
        store.close()

    def _watch(self, store: Store) -> None:
        """Put the named steps in."""
        deliveries, writing, read = store.deliveries, store.writing, pipeline_module.read_articles

        def around(step: str, work: Callable[..., Any]) -> Callable[..., Any]:
            def stepping(*args: Any, **more: Any) -> Any:
                self.step(f"before {step}")
                out = work(*args, **more)
                self.step(f"after {step}")
                return out

            return stepping

        @contextmanager
        def committing(*, lasting: bool = True) -> Iterator[None]:
            with writing(lasting=lasting):
                yield
                self.step("before commit")
            self.step("after commit")

        store.writing = committing  # type: ignore[method-assign]
        deliveries.claim = around("claim", deliveries.claim)  # type: ignore[method-assign]
        deliveries.settle = around("settle", deliveries.settle)  # type: ignore[method-assign]
        deliveries.settle_edit = around("settle", deliveries.settle_edit)  # type: ignore[method-assign]
        pipeline_module.read_articles = around("detect", read)  # type: ignore[assignment]

    # ── In the parent ──

    def refresh(self) -> None:
        """The feed shows what nobody has taken in yet, and two older items."""
        known = self._query("SELECT count(*) FROM articles")
        self.shown = len(self.items) - (known[0][0] if known else 0) + 2

    def _query(self, sql: str) -> list[Any]:
        if not self.database.exists():
            return []
        with closing(sqlite3.connect(self.database)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'notices'").fetchone():
                return []  # it died before the tables were made
            return db.execute(sql).fetchall()

    def claimed(self) -> Counter[tuple[str, str]]:
        """(address, headline) of every post that was on its way when the process died."""
        sql = (
            "SELECT c.address, a.article_id FROM deliveries d JOIN channels c ON c.id = d.channel_id "
            "JOIN alerts a ON a.id = d.alert_id WHERE d.state = 'claimed'"
        )
        return Counter((address, article) for address, article in self._query(sql))


class _Feed:
    """The feed's body without a network."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def get(self, url: str, **_: Any) -> Fetched:
        self._world.step("before fetch")
        fetched = Fetched(
            status=200,
            final_url=url,
            body=rss(*self._world.items[: self._world.shown]),
            content_type="application/rss+xml",
        )
        self._world.step("after fetch")
        return fetched


class _InProcess:
    """The real reading of a feed, without the child of its own."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def parse(self, body: bytes, *, feed_url: str, content_type: str | None = None) -> ParsedFeed:
        self._world.step("before parse")
        parsed = parse_entries(body, feed_url=feed_url, content_type=content_type)
        self._world.step("after parse")
        return parsed


class Poster(Deaf):
    """A chat: what is in the file has arrived."""

    def __init__(self, world: World, platform: Platform, faults: float) -> None:
        self._world, self.platform, self._faults = world, platform, faults
        self.address = ADDRESSES[platform]
        self._chance = random.Random(os.getpid())

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        fate = self._chance.random()
        await asyncio.sleep(0.0005)
        if fate < self._faults / 3:
            return NotSent(reason="busy")
        self._world.step("before send")
        headline = card.headline if " ⇄ " in card.headline else card.change  # of a reply what changed stands first
        told = [_pair(line) for line in [point.text for part in card.sections for point in part.points] or [headline]]
        line = json.dumps({"address": address, "key": key, "told": told, "text": plain_text(card)})
        _append(self._world.posts, line)
        self._world.step("after send")
        await asyncio.sleep(0.0005)
        if fate > 1 - self._faults:
            for pair in told:
                _append(self._world.lost, json.dumps([address, pair]))
            return Unknown(reason="no answer")
        self._world.step("before answer")
        return Sent(message_id=key)

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        await asyncio.sleep(0.0005)
        self._world.step("before edit")
        _append(self._world.posts, json.dumps({"address": address, "key": message_id, "text": plain_text(card)}))
        self._world.step("after edit")
        return Sent(message_id=message_id)

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        self._world.step("after answer")
        if self.platform is Platform.TELEGRAM:
            return Unknown(reason="cannot be read back")
        there = any(post["key"] == key for post in _lines(self._world.posts))
        return Sent(message_id=key) if there else Missing()


def _append(path: Path, line: str) -> None:
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, line.encode() + b"\n")
    os.close(file)


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def _fork(world: World, *, faults: float, within: float | None) -> bool:
    """One life; whether it was cut short."""
    pid = os.fork()
    if pid == 0:
        gc.disable()
        status = 1
        try:
            asyncio.run(world.live(faults=faults))
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    if within is not None:
        time.sleep(within)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the process failed by itself; its trace stands above")
    return os.WIFSIGNALED(status)


def run_world(counts: Counts, cycles: int, chance: random.Random, *, hold: bool, seen_first: bool) -> None:
    """So many lives on one database, then an undisturbed one, then the account."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        world = World(Path(folder), chance, hold=hold, seen_first=seen_first)
        allowed: Counter[tuple[str, str]] = Counter()
        for cycle in range(cycles):
            at_step = cycle % 2 == 0
            world.moment = MOMENTS[cycle // 2 % len(MOMENTS)] if at_step else ""
            edits = world.moment.endswith("edit")  # there must be one to die at
            for _ in range(chance.choice((0, 1, 1, 2))):
                world.publish()
            if edits:
                world.publish(again=True)
            world.now += timedelta(seconds=60)
            world.refresh()
            world.countdown = 1 if edits else chance.randint(1, 2)
            killed = _fork(world, faults=0.1, within=None if at_step else chance.random() * KILLED_WITHIN)
            counts.cycles += 1
            counts.kills += killed
            counts.at[world.moment] += killed
            allowed += world.claimed() if killed else Counter()
        world.moment = ""
        for _ in range(2):  # what waits for its next try waits less than the minute between two lives
            world.refresh()
            world.now += timedelta(seconds=60)
            _fork(world, faults=0.0, within=None)
        _account(counts, world, allowed)


def _account(counts: Counts, world: World, claimed: Counter[tuple[str, str]]) -> None:
    with closing(Store.open(world.database)) as store:
        if store._db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            counts.faults.append("integrity_check")
        pair_of, owed = {}, Counter[tuple[str, str]]()
        new = []
        for alert in store.events.alerts():
            event = store.events.get(alert.event_id)
            assert event
            pair = pair_of[alert.article_id] = _pair(card(event).headline)
            new += [pair] if alert.kind is AlertKind.NEW else []
            if world.seen_first:
                owed.update((address, pair) for address in ADDRESSES.values())
        told = [state for state in DeliveryState if state is not DeliveryState.DROPPED]
        rows = [(each, pair_of[each.alert.article_id]) for each in store.deliveries.listed(told, 10**6)]
        owed.update((each.channel.address, pair) for each, pair in rows)
        held = Counter((each.channel.address, pair) for each, pair in rows if each.state is DeliveryState.UNKNOWN)
        counts.faults += [] if world.seen_first else _untrue(store, world)
    if len(new) != len(world.exchanges):
        counts.faults.append(f"{len(world.exchanges)} exchanges published, {len(new)} told as new")
    allowed = Counter((address, pair) for address, pair in _lines(world.lost))
    for (address, article), times in claimed.items():
        allowed[address, pair_of[article]] += times
    counts.allowed += sum(times for (address, _), times in allowed.items() if address == "1")
    counts.published += sum(owed.values())
    for platform in ADDRESSES:
        _account_for(counts, world, platform, new, owed, held, allowed)


def _untrue(store: Store, world: World) -> list[str]:
    """The messages that do not say what is known of their event."""
    shows = {(post["address"], post["key"]): post["text"] for post in _lines(world.posts)}
    events = [event.id for event in store.events.standing()]
    out = []
    for channel in store.channels.active():
        for event_id, message in store.deliveries.messages(channel.id, events).items():
            if facts(shows[channel.address, message.id]) != says(store, channel, event_id, world.now):
                out.append(f"{channel.id}: the message of {event_id} is not kept true")
    return out


def _account_for(
    counts: Counts,
    world: World,
    platform: Platform,
    new: list[str],
    owed: Counter[tuple[str, str]],
    held: Counter[tuple[str, str]],
    allowed: Counter[tuple[str, str]],
) -> None:
    """What one chat got of each pair of countries."""
    address = ADDRESSES[platform]
    arrived = [pair for post in _lines(world.posts) if post["address"] == address for pair in post.get("told", ())]
    copies = Counter(arrived)
    for pair in new:
        missing = max(0, owed[address, pair] - copies[pair])
        counts.held += min(missing, held[address, pair])
        counts.lost += max(0, missing - held[address, pair])
        more = max(0, copies[pair] - owed[address, pair])
        counts.doubled[platform] += more
        most = 0 if platform is Platform.SLACK or world.hold else allowed[address, pair]
        if more > most and not world.seen_first:
            counts.faults.append(f"{platform}: {more} copies of {pair} beside what was owed, {most} allowed")
    if not world.seen_first:
        whole = [pair for pair in new if copies[pair] and not held[address, pair]]
        counts.out_of_order += [pair for pair in dict.fromkeys(arrived) if pair in whole] != whole


def _pair(line: str) -> str:
    """The countries of a headline or of a line of a summary."""
    return line.removeprefix("• ").split(":")[0]


@contextmanager
def _short_lives() -> Iterator[None]:
    """The waits between two tries are those of short lives, and the collector leaves alone what each child shares."""
    waits = posting_module.FIRST_WAIT, posting_module.LOST_WAIT, outbox_module.SOON
    posting_module.FIRST_WAIT, posting_module.LOST_WAIT, outbox_module.SOON = 0.002, 0.05, 0.05
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        posting_module.FIRST_WAIT, posting_module.LOST_WAIT, outbox_module.SOON = waits


def torture(cycles: int, seed: int, *, hold: bool = False, seen_first: bool = False) -> Counts:
    """So many lives."""
    warm = [{"title": "Ghana and Chile exchange 20 prisoners of war each", "link": "https://w.example/0"}]
    read_articles([article_of(entry, "w", "en") for entry in parse_entries(rss(*warm), feed_url=FEED).entries])
    counts, chance = Counts(), random.Random(seed)
    with _short_lives():
        while counts.cycles < cycles:
            part = min(CYCLES_OF_A_WORLD, cycles - counts.cycles)
            run_world(counts, part, chance, hold=hold, seen_first=seen_first)
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    begun = time.monotonic()
    ours = torture(args.cycles, args.seed)
    print(f"when_unsure = repeat: {ours.told()}; {time.monotonic() - begun:.0f} s")
    held = torture(args.cycles // 10, args.seed, hold=True)
    print(f"when_unsure = hold:   {held.told()}")
    rival = torture(args.cycles // 10, args.seed, seen_first=True)
    print(f"marked as seen, then sent from memory: {rival.told()}")
    for fault in (ours.faults + held.faults)[:20]:
        print(f"  {fault}")
    return 1 if ours.lost or held.lost or ours.faults or held.faults else 0


if __name__ == "__main__":
    sys.exit(main())
