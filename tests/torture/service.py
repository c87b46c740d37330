"""Kills the whole service with SIGKILL while it posts to Telegram and Slack servers that fail in every way.

    python -m tests.torture.service [--kills 300] [--seed 1]

The servers on loopback take a post and cut the line or half of it, answer late, with 429, with 5xx in HTML; the clock
is set back and forth, another program holds the database, the disk is full; the service is killed when a post arrives
or at a random moment. At the end it runs undisturbed until nothing is owed.
"""

import argparse
import asyncio
import itertools
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests import slack_server, telegram_server
from tests.service import CHATS, ROOMS, Launcher, World, world
from tests.torture.crash import COUNTRIES


@dataclass
class Counts:
    """What came of it."""

    kills: int = 0
    owed: int = 0
    lost: int = 0
    doubled: Counter[str] = field(default_factory=Counter)
    allowed: int = 0
    faults: list[str] = field(default_factory=list)

    def told(self) -> str:
        return (
            f"{self.kills} kills, {self.owed} alerts owed: {self.lost} lost, doubled {self.doubled['telegram']} on "
            f"telegram ({self.allowed} allowed), {self.doubled['slack']} on slack, {len(self.faults)} faults"
        )


TELEGRAM_TROUBLE = (
    telegram_server.Failure(drop=True, takes=True),
    telegram_server.Failure(drop=True),
    telegram_server.Failure(half=True, takes=True),
    telegram_server.Failure(502, body="<html>Bad Gateway</html>"),
    telegram_server.Failure(500, body="<html>", takes=True),
    telegram_server.Failure(429, "Too Many Requests: retry after 1", {"retry_after": 1}),
    telegram_server.Failure(delay=0.5),
)
SLACK_TROUBLE = (
    slack_server.Failure(drop=True, takes=True),
    slack_server.Failure(drop=True),
    slack_server.Failure(status=502, body="<html>Bad Gateway</html>", takes=True),
    slack_server.Failure("internal_error"),
    slack_server.Failure("ratelimited", status=429, headers={"Retry-After": "1"}),
)


async def torture(launcher: Launcher, kills: int, seed: int, *, settle: float = 180.0) -> Counts:
    """So many kills of one service on one database, then a run that is left alone."""
    chance, counts = random.Random(seed), Counts()
    with tempfile.TemporaryDirectory() as folder:
        async with world(launcher, Path(folder)) as at:
            pairs = iter(chance.sample(list(itertools.combinations(COUNTRIES, 2)), 435))
            allowed: list[tuple[str, str]] = []
            at.telegram.latency = at.slack.latency = 0.03
            for _ in range(kills):
                for _ in range(chance.choice((1, 1, 2))):
                    at.publish(*next(pairs))
                _trouble(at, chance)
                status, fate = await _kill(at, chance)
                counts.kills += status == -signal.SIGKILL
                if status != -signal.SIGKILL and fate not in ("disk", "lock"):  # at its very start they end it
                    counts.faults.append(f"ended by itself with status {status}")
                allowed += at.claimed()
            at.telegram._failures.clear()
            at.slack._failures.clear()
            at.hurry()
            at.set_clock(0.0)
            polls = at.feeds.asked["/feed"] + 3
            await at.start()
            await at.until(lambda: at.feeds.asked["/feed"] >= polls and set(at.states()) == {"sent"}, settle)
            if await at.end() != 0:
                counts.faults.append("the last stop was not in order")
            _account(counts, at, allowed)
    return counts


def _trouble(at: World, chance: random.Random) -> None:
    if chance.random() < 0.7:
        at.telegram.fail("sendMessage", chance.choice(TELEGRAM_TROUBLE))
    if chance.random() < 0.7:
        at.slack.fail("chat.postMessage", chance.choice(SLACK_TROUBLE))


async def _kill(at: World, chance: random.Random) -> tuple[int, str]:
    """Kill it when a post has arrived, or after a random while: its status, and what befell it before."""

    def posts() -> int:
        return len(at.telegram.sent()) + len(at.slack.sent())

    await at.start()
    plight = asyncio.create_task(_plight(at, chance))
    goal = posts() + chance.randint(1, 4)
    with suppress(TimeoutError):
        await at.until(lambda: posts() >= goal, 0.5 + 4 * chance.random())
    status = await at.end(signal.SIGKILL)
    return status, await plight


async def _plight(at: World, chance: random.Random) -> str:
    """What befalls the machine while the service runs, if anything."""
    fate = chance.choice(("clock", "lock", "disk", ""))
    await asyncio.sleep(chance.random())
    match fate:
        case "clock":
            at.set_clock(chance.uniform(-3600, 3600))
        case "lock":
            await at.locked(chance.random())
        case "disk":
            await at.disk_full(chance.random())
    return fate


def _account(counts: Counts, at: World, claimed: list[tuple[str, str]]) -> None:
    if at.rows("PRAGMA integrity_check") != [("ok",)]:
        counts.faults.append("integrity_check")
    arrived = at.arrived()
    headlines = at.headlines()
    if len(headlines) != len(at.items):
        counts.faults.append(f"{len(at.items)} exchanges published, {len(headlines)} alerts decided")
    allowed = Counter((address, headlines[article]) for address, article in claimed)
    allowed += Counter(
        (form["chat_id"], line) for form in at.telegram.taken for line in headlines.values() if line in form["text"]
    )
    counts.owed = len(at.items) * len(CHATS + ROOMS)
    counts.allowed = sum(times for (address, _), times in allowed.items() if address in CHATS)
    for address in CHATS + ROOMS:
        platform = "telegram" if address in CHATS else "slack"
        for headline in headlines.values():
            copies = arrived[address, headline]
            counts.lost += not copies
            counts.doubled[platform] += max(0, copies - 1)
            if copies > 1 + (allowed[address, headline] if platform == "telegram" else 0):
                counts.faults.append(f"{address} has {copies} copies of {headline}")
    counts.faults += at.telegram.faults + at.slack.faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    begun = time.monotonic()
    with Launcher() as launcher:
        counts = asyncio.run(torture(launcher, args.kills, args.seed, settle=600))
    print(f"{counts.told()}; {time.monotonic() - begun:.0f} s")
    for fault in counts.faults[:20]:
        print(f"  {fault}")
    return 1 if counts.lost or counts.faults else 0


if __name__ == "__main__":
    sys.exit(main())
