"""Runs bot.feeds and bot.articles in a child process that can be killed: limited in time and memory, never an orphan.

The seconds are the child's own, of CPU: a busy machine makes no feed unreadable. WAITS times as long by the clock is
the limit for a child that does nothing at all.

`python -m bot.parser` is the child. It is asked with a line of JSON that holds the body's length, then the body; it
answers with a line of JSON.
"""

import asyncio
import contextlib
import ctypes
import json
import pyexpat
import resource
import signal
import sys
from dataclasses import asdict
from datetime import date, datetime
from types import TracebackType
from typing import Any, BinaryIO, Self

from bot.errors import ParseError
from bot.feeds import ParsedFeed, parse_entries
from bot.types import Entry
from detectors import Article

SECONDS = 2.0  # of CPU
WAITS = 10.0
PAGE_SECONDS = 5.0  # pages are larger, and the first one loads the library
START_SECONDS = 60.0  # importing feedparser and lxml on a busy machine
END_SECONDS = 5.0  # for a child that has closed its pipe
MEMORY = 1024**3
SOUND_EXPAT = (2, 6)  # CVE-2023-52425 and its like were mended there
_LINE_LIMIT = 64 * 1024**2


class Parser:
    """One child for all feeds, started when first needed and again whenever it had to be killed.

    `seconds`: of CPU for a feed; `waits`: how many times as long it may take by the clock.
    """

    def __init__(self, *, seconds: float = SECONDS, waits: float = WAITS) -> None:
        self._seconds, self._waits = seconds, waits
        self._child: asyncio.subprocess.Process | None = None
        self._busy = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._kill()

    async def parse(self, body: bytes, *, feed_url: str, content_type: str | None = None) -> ParsedFeed:
        """Read a feed in the child; raises ParseError, also where the child hung or died of it."""
        head = {"url": feed_url, "content_type": content_type}
        return _feed_from_json(await self._answer(head, body, self._seconds))

    async def read_page(self, body: bytes, *, url: str) -> Article:
        """Find the story of a web page in the child; raises ParseError, also where the child hung or died of it."""
        return _page_from_json(await self._answer({"url": url, "page": True}, body, PAGE_SECONDS))

    async def _answer(self, head: dict[str, Any], body: bytes, seconds: float) -> dict[str, Any]:
        url = head["url"]
        async with self._busy:
            child = self._child or await self._start()
            try:
                async with asyncio.timeout(seconds * self._waits):
                    answer = await _ask(child, {**head, "length": len(body), "seconds": seconds}, body)
            except TimeoutError:
                await self._kill()
                raise ParseError(url, f"took longer than {seconds * self._waits:g} s to read; it is skipped") from None
            except (OSError, ValueError, asyncio.IncompleteReadError):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(child.wait(), END_SECONDS)  # to learn what it died of
                await self._kill()
                if child.returncode == -signal.SIGPROF:
                    why = f"took longer than {seconds:g} s of computing to read"
                else:
                    why = "could not be read: it needs too much memory"
                raise ParseError(url, f"{why}; it is skipped") from None
            except asyncio.CancelledError:
                await self._kill()  # an answer left unread would be taken for the next feed's
                raise
        if "error" in answer:
            raise ParseError(url, str(answer["error"]))
        return answer

    async def _start(self) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.parser", stdin=pipe, stdout=pipe, limit=_LINE_LIMIT
        )
        assert child.stdout is not None, "asked for as a pipe"
        self._child = child
        try:
            async with asyncio.timeout(START_SECONDS):
                await child.stdout.readline()
        except BaseException:
            await self._kill()
            raise
        return child

    async def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.communicate()


async def _ask(child: asyncio.subprocess.Process, head: dict[str, Any], body: bytes) -> dict[str, Any]:
    assert child.stdin is not None, "asked for as a pipe"
    assert child.stdout is not None, "asked for as a pipe"
    child.stdin.write(json.dumps(head).encode() + b"\n" + body)
    await child.stdin.drain()
    line = await child.stdout.readuntil(b"\n")
    answer: dict[str, Any] = json.loads(line)
    return answer


def old_expat() -> str | None:
    """A word of warning where Python's XML library is one whose known holes only the child's limits cover."""
    major, minor, patch = pyexpat.version_info
    if (major, minor) >= SOUND_EXPAT:
        return None
    return (
        f"expat {major}.{minor}.{patch}, with which Python reads XML, is older than {'.'.join(map(str, SOUND_EXPAT))} "
        "and has known faults; feeds are read within limits all the same, update Python or the system when you can"
    )


def _feed_to_json(feed: ParsedFeed) -> dict[str, Any]:
    return {
        "title": feed.title,
        "language": feed.language,
        "left_out": feed.left_out,
        "empty": feed.empty,
        "entries": [
            [e.feed_url, e.id, e.title, e.summary, e.link, e.language, e.published.isoformat() if e.published else None]
            for e in feed.entries
        ],
    }


def _feed_from_json(answer: dict[str, Any]) -> ParsedFeed:
    entries = tuple(
        Entry(
            feed_url=url,
            id=own,
            title=title,
            summary=summary,
            link=link,
            language=language,
            published=datetime.fromisoformat(published) if published else None,
        )
        for url, own, title, summary, link, language, published in answer["entries"]
    )
    return ParsedFeed(**{**answer, "entries": entries})


def _page_to_json(page: Article) -> dict[str, Any]:
    published = page.published.isoformat() if page.published else None
    return {**asdict(page), "published": published}


def _page_from_json(answer: dict[str, Any]) -> Article:
    published = date.fromisoformat(answer["published"]) if answer["published"] else None
    return Article(**{**answer, "published": published})


# ── The child ──


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the parent has gone."""
    answers.write(b"ready\n")
    answers.flush()
    while line := requests.readline():
        head = json.loads(line)
        body = requests.read(head["length"])
        signal.setitimer(signal.ITIMER_PROF, head["seconds"])  # SIGPROF ends the process, in whatever it is deep down
        try:
            answer = _read_page(body, head["url"]) if head.get("page") else _read_feed(body, head)
        except ParseError as error:
            answer = {"error": error.why}
        except (MemoryError, RecursionError):
            answer = {"error": "is built so that reading it needs too much memory; it is skipped"}
        signal.setitimer(signal.ITIMER_PROF, 0)
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()


def _read_feed(body: bytes, head: dict[str, Any]) -> dict[str, Any]:
    return _feed_to_json(parse_entries(body, feed_url=head["url"], content_type=head["content_type"]))


def _read_page(body: bytes, url: str) -> dict[str, Any]:
    from bot.articles import article_from_html  # takes a quarter of a second to load; many a child reads no page

    try:
        return _page_to_json(article_from_html(body, url=url))
    except (ParseError, MemoryError, RecursionError):
        raise
    except Exception as error:  # as with feeds: whatever a page does to the libraries, the next one is read
        raise ParseError(url, f"cannot be read as a page ({type(error).__name__})") from error


def main() -> None:
    """Shut the doors, then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: no orphan where the parent is killed
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
