"""The parser's child process: it answers, it is killed when it hangs, and it never outlives its parent."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import pytest

from bot.errors import ParseError
from bot.parser import Parser
from tests.feed_server import rss

URL = "https://wire.example/feed.xml"


async def test_a_feed_is_read_in_the_child() -> None:
    async with Parser() as parser:
        feed = await parser.parse(rss({"id": "1", "title": "Обмін полоненими"}), feed_url=URL)
        assert [entry.title for entry in feed.entries] == ["Обмін полоненими"]


async def test_a_feed_that_hangs_the_child_costs_only_itself() -> None:
    attributes = b" ".join(b'a%d="1"' % n for n in range(40_000))  # feedparser compares each with every other
    slow = rss({"id": "1", "title": "x"}).replace(b"<channel>", b"<channel " + attributes + b">")
    async with Parser(seconds=1.0) as parser:
        started = time.monotonic()
        with pytest.raises(ParseError):
            await parser.parse(slow, feed_url=URL)
        assert time.monotonic() - started < 30
        assert (await parser.parse(rss({"id": "1", "title": "next"}), feed_url=URL)).entries[0].title == "next"


async def test_a_child_that_dies_is_replaced() -> None:
    async with Parser() as parser:
        await parser.parse(rss({"id": "1", "title": "x"}), feed_url=URL)
        assert parser._child is not None
        os.kill(parser._child.pid, signal.SIGKILL)
        with pytest.raises(ParseError):
            await parser.parse(rss({"id": "1", "title": "x"}), feed_url=URL)
        assert (await parser.parse(rss({"id": "1", "title": "x"}), feed_url=URL)).entries


async def test_what_is_no_feed_is_said_in_the_same_words() -> None:
    async with Parser() as parser:
        with pytest.raises(ParseError, match="is a web page, not a feed"):
            await parser.parse(b"<html><body>x</body></html>", feed_url=URL)


async def test_many_feeds_at_once_get_their_own_answers() -> None:
    async with Parser() as parser:
        feeds = await asyncio.gather(
            *(parser.parse(rss({"id": "1", "title": f"t{n}"}), feed_url=URL) for n in range(30))
        )
        assert [feed.entries[0].title for feed in feeds] == [f"t{n}" for n in range(30)]


ORPHANING = """
import asyncio, os
from bot.parser import Parser
async def main():
    parser = Parser()
    child = await parser._start()
    print(child.pid, flush=True)
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_no_orphan_is_left_when_the_parent_is_killed() -> None:
    run = subprocess.run([sys.executable, "-c", ORPHANING], capture_output=True, text=True, timeout=60, check=False)
    child = int(run.stdout)
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail(f"the child {child} is still there")
