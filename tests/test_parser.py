"""The parser's child process: it answers, it is killed when it hangs, and it never outlives its parent."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.errors import ParseError
from bot.parser import Parser
from tests.feed_server import rss

URL = "https://wire.example/feed.xml"
FEED = rss({"id": "1", "title": "x"})


async def titles(parser: Parser, body: bytes = FEED) -> list[str | None]:
    """The titles of a feed, as the child reads it."""
    return [entry.title for entry in (await parser.parse(body, feed_url=URL)).entries]


async def child_of(parser: Parser) -> int:
    """The process that reads for this parser, once it has read something."""
    await titles(parser)
    assert parser._child is not None
    return parser._child.pid


async def test_a_feed_is_read_in_the_child() -> None:
    async with Parser() as parser:
        assert await titles(parser, rss({"id": "1", "title": "Обмін полоненими"})) == ["Обмін полоненими"]


async def test_a_child_that_hangs_is_killed_and_costs_only_its_feed() -> None:
    async with Parser(waits=0.25) as parser:
        hung = await child_of(parser)
        os.kill(hung, signal.SIGSTOP)
        with pytest.raises(ParseError, match=r"took longer than 0\.5 s"):
            await titles(parser)
        with pytest.raises(ProcessLookupError):
            os.kill(hung, 0)
        assert await titles(parser) == ["x"]


async def test_a_child_that_computes_for_too_long_ends_and_costs_only_its_feed() -> None:
    heavy = rss(*({"id": str(n), "title": "x", "summary": "<p><b>y</b> & z</p>" * 200} for n in range(400)))
    async with Parser(seconds=0.1, waits=100) as parser:
        with pytest.raises(ParseError, match=r"took longer than 0\.1 s of computing"):
            await titles(parser, heavy.replace(b"</rss>", b"&"))
        assert await titles(parser) == ["x"]


async def test_a_machine_that_is_busy_with_other_things_makes_no_feed_unreadable() -> None:
    async with Parser(seconds=0.4) as parser:
        starved = await child_of(parser)
        os.kill(starved, signal.SIGSTOP)
        asyncio.get_running_loop().call_later(0.6, os.kill, starved, signal.SIGCONT)
        assert await titles(parser) == ["x"]
        assert await child_of(parser) == starved


async def test_a_child_that_dies_is_replaced() -> None:
    async with Parser() as parser:
        os.kill(await child_of(parser), signal.SIGKILL)
        with pytest.raises(ParseError):
            await titles(parser)
        assert await titles(parser) == ["x"]


async def test_what_is_no_feed_is_said_in_the_same_words() -> None:
    async with Parser() as parser:
        with pytest.raises(ParseError, match="is a web page, not a feed"):
            await titles(parser, b"<html><body>x</body></html>")


async def test_many_feeds_at_once_get_their_own_answers() -> None:
    async with Parser() as parser:
        answers = await asyncio.gather(*(titles(parser, rss({"id": "1", "title": f"t{n}"})) for n in range(30)))
        assert answers == [[f"t{n}"] for n in range(30)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows a process's limits")
async def test_the_child_has_one_gibibyte() -> None:
    async with Parser() as parser:
        limits = Path(f"/proc/{await child_of(parser)}/limits").read_text(encoding="ascii")  # noqa: ASYNC240
        assert re.search(r"Max address space +(\d+)", limits)[1] == str(1024**3)  # type: ignore[index]


async def test_a_page_is_read_in_the_child_and_a_bad_one_costs_only_itself() -> None:
    page = b"<html><body><article><h1>Swap</h1><p>103 each came home, officials said.</p></article></body></html>"
    async with Parser() as parser:
        with pytest.raises(ParseError, match="no article could be found"):
            await parser.read_page(b"\x00\xff<", url=URL)
        read = await parser.read_page(page, url=URL)
        assert (read.title, read.text) == ("Swap", "103 each came home, officials said.")


ORPHANING = """
import asyncio, json, os
from bot.parser import Parser
BODY = b"<rss><channel>" + b"<item><title>x & y</title></item>" * 20_000
async def main():
    parser = Parser()
    child = await parser._start()
    work = json.dumps({"length": len(BODY), "url": "https://a.example/", "content_type": None}).encode() + b"\\n" + BODY
    child.stdin.write(work * 50)
    await asyncio.sleep(0.05)
    print(child.pid, flush=True)
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_no_orphan_is_left_when_the_parent_is_killed_while_the_child_works() -> None:
    run = subprocess.run([sys.executable, "-c", ORPHANING], capture_output=True, text=True, timeout=60, check=False)
    child = int(run.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail(f"the child {child} is still there")
