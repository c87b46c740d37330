"""The service as a process between a feed server and two chat servers: killed, stopped, and left without its things.

The rows named here are those of the list of faults in docs/delivery.md.
"""

import asyncio
import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service import CHATS, ROOMS, Launcher, World, world
from tests.slack_server import APP_TOKEN, BOT_TOKEN
from tests.telegram_server import TOKEN, Failure
from tests.torture.service import torture

EVERYWHERE = len(CHATS + ROOMS)


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher() as made:
        yield made


def posts(at: World) -> int:
    return len(at.telegram.messages) + len(at.slack.messages)


async def test_ten_kills_lose_nothing_and_double_only_what_was_under_way(launcher: Launcher):
    """Row 34, rows 46 and 54 among the faults of the servers: `make torture` does it three hundred times."""
    counts = await torture(launcher, 10, seed=3)
    print(counts.told())
    assert counts.faults == []
    assert (counts.kills, counts.lost, counts.doubled["slack"]) == (10, 0, 0)
    assert counts.doubled["telegram"] <= counts.allowed
    assert counts.owed > 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stop_in_the_middle_of_posts_finishes_and_records_them(
    launcher: Launcher, tmp_path: Path, number: signal.Signals
):
    """Row 66: asked twice, it still ends in order; what was under way is recorded, the rest stays owed."""
    async with world(launcher, tmp_path) as at:
        at.telegram.latency = at.slack.latency = 1.0
        at.publish("Chile", "Ghana")
        at.publish("Nepal", "Malta")
        await at.start()
        await at.until(lambda: posts(at) >= 2)
        os.kill(at.pid, number)
        await asyncio.sleep(0.1)
        assert await at.end(number) == 0
        states = at.states()
        assert states.pop("sent") == posts(at) >= 2
        assert set(states) <= {"owed"}
        assert "stopped" in at.log.read_text()


async def test_a_stop_while_a_feed_is_slow_waits_for_it_and_keeps_what_it_brought(launcher: Launcher, tmp_path: Path):
    """Row 66, in the phase of fetching."""
    async with world(launcher, tmp_path) as at:
        at.publish("Chile", "Ghana")
        page = at.feeds.pages["/feed"]

        async def slow(request: object) -> object:
            from aiohttp import web

            await asyncio.sleep(1.0)
            return web.Response(body=page.body)

        at.feeds.pages["/feed"].answer = slow
        await at.start()
        await at.until(lambda: bool(at.feeds.asked))
        assert await at.end() == 0
        assert sum(at.states().values()) == EVERYWHERE
        assert at.states().get("claimed", 0) == 0


async def test_a_full_log_disk_does_not_stop_the_bot(launcher: Launcher, tmp_path: Path):
    """Row 67, the console among what writes to it."""
    async with world(launcher, tmp_path, "[console]\nenabled = true") as at:
        at.log = Path("/dev/full")
        at.publish("Chile", "Ghana")
        await at.start()
        await at.until(lambda: posts(at) == EVERYWHERE)
        assert await at.end() == 0
        assert at.states()["sent"] == EVERYWHERE


@pytest.mark.parametrize("is_read", [True, False], ids=["a pipe that nobody empties", "a pipe whose reader has gone"])
async def test_a_log_that_takes_nothing_does_not_stop_the_bot(launcher: Launcher, tmp_path: Path, is_read: bool):
    """Row 67: neither does what is printed on the console."""
    async with world(launcher, tmp_path, "[console]\nenabled = true") as at:
        reader, writer = os.pipe()
        fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, 4096)
        if is_read:
            os.write(writer, b"x" * 4096)
        else:
            os.close(reader)
        at.publish("Chile", "Ghana")
        command = [sys.executable, "-m", "bot", "run", "--config", str(tmp_path / "config.toml")]
        service = await asyncio.create_subprocess_exec(*command, stdout=writer, stderr=writer)
        await at.until(lambda: posts(at) == EVERYWHERE)
        service.terminate()
        assert await asyncio.wait_for(service.wait(), 20) == 0
        assert at.states()["sent"] == EVERYWHERE
        os.close(writer)
        if is_read:
            os.close(reader)


async def test_nothing_of_a_killed_service_lives_on(launcher: Launcher, tmp_path: Path):
    """Row 69: the child that reads feeds dies with it."""
    async with world(launcher, tmp_path) as at:
        at.publish("Chile", "Ghana")
        await at.start()
        await at.until(lambda: posts(at) >= 1)
        children = _read(f"/proc/{at.pid}/task/{at.pid}/children").split()
        assert len(children) == 1
        await at.end(signal.SIGKILL)
        await at.until(
            lambda: _read(f"/proc/{children[0]}/stat") == "" or ") Z " in _read(f"/proc/{children[0]}/stat"), 5
        )


def _read(path: str) -> str:
    try:
        return Path(path).read_text()
    except FileNotFoundError:
        return ""


async def test_a_database_that_is_taken_away_ends_the_service_with_a_clear_line(launcher: Launcher, tmp_path: Path):
    """Row 38: what it wrote from then on would be lost."""
    async with world(launcher, tmp_path) as at:
        at.publish("Chile", "Ghana")
        await at.start()
        await at.until(lambda: posts(at) >= 1)
        (tmp_path / "exchanges.db").unlink()
        assert await at.ended() == 1
        assert "exchanges.db: was removed or replaced while in use" in at.log.read_text()


async def test_a_revoked_token_silences_one_platform_and_is_never_shown(launcher: Launcher, tmp_path: Path):
    """Rows 49 and 44: revoked in flight, while another program polls with the same token; Slack goes on."""
    async with world(launcher, tmp_path) as at:
        at.telegram.fail("getUpdates", *[Failure.named("second poller")] * 50)
        at.telegram.fail("sendMessage", *[Failure.named("bad token")] * 50)
        at.publish("Chile", "Ghana")
        await at.start()
        await at.until(lambda: len(at.slack.messages) == len(ROOMS))
        await at.until(lambda: "telegram_conflict" in at.log.read_text() and bool(at.telegram.sent()))
        assert await at.end() == 0
        assert at.states() == {"owed": len(CHATS), "sent": len(ROOMS)}
        assert len(at.telegram.sent()) <= len(CHATS)
        logged = at.log.read_text()
        assert "the bot's token was refused" in logged
        held = (tmp_path / "exchanges.db").read_bytes()
        for secret in (TOKEN, BOT_TOKEN, APP_TOKEN):
            assert secret not in logged
            assert secret.encode() not in held


async def test_sending_goes_on_while_another_program_polls_with_the_token(launcher: Launcher, tmp_path: Path):
    """Row 44: told once, never a silent fight."""
    async with world(launcher, tmp_path) as at:
        at.telegram.fail("getUpdates", *[Failure.named("second poller")] * 50)
        at.publish("Chile", "Ghana")
        await at.start()
        await at.until(lambda: posts(at) == EVERYWHERE)
        await at.until(lambda: len(at.telegram.sent("getUpdates")) >= 3)
        assert await at.end() == 0
        assert at.log.read_text().count("telegram_conflict mend=another program polls") == 1
