"""The demo's outlets: the sample feeds of `seeds/demo`, served on loopback as real outlets would serve them."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.resources import files
from types import TracebackType
from typing import Self

from aiohttp import web

ROUNDS = 2
SUFFIX = ".xml"
SPAN = timedelta(hours=8)  # that all sample entries lie within

_TIME = re.compile(r"\{\{(rfc2822|rfc3339) (\d+)m ago\}\}")
_LATER = re.compile(r"<!-- round (\d+) -->\n(.*?)<!-- end -->\n", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFeed:
    """One sample feed as it lies in the package."""

    file: str
    template: str

    @property
    def name(self) -> str:
        """The outlet, as the feed calls itself."""
        found = re.search(r"<title>(.*?)</title>", self.template)
        return found[1] if found else self.file

    @property
    def entries(self) -> int:
        """How many entries it holds once every round is out."""
        return len(re.findall(r"<(?:item|entry)[ >]", self.template))


def sample_feeds() -> tuple[SampleFeed, ...]:
    """Every sample feed, by file name."""
    folder = files("seeds") / "demo"
    found = sorted((path for path in folder.iterdir() if path.name.endswith(SUFFIX)), key=lambda path: path.name)
    return tuple(SampleFeed(file=path.name, template=path.read_text(encoding="utf-8")) for path in found)


def feed_body(template: str, *, round_: int, now: datetime) -> bytes:
    """The feed as served in a round (1, 2 …): later entries left out, times counted back from `now`.

    In the first hours of a day they are the day before's: what is "today" in one entry must be so in all of them.
    """
    now = now.astimezone(UTC)
    midnight = now.replace(hour=0, minute=0, second=0)
    latest = now if now - midnight > SPAN else midnight

    def moment(found: re.Match[str]) -> str:
        time = (latest - timedelta(minutes=int(found[2]))).replace(microsecond=0)
        return format_datetime(time, usegmt=True) if found[1] == "rfc2822" else time.isoformat()

    out = _LATER.sub(lambda found: found[2] if int(found[1]) <= round_ else "", template)
    return _TIME.sub(moment, out).encode()


class Outlets:
    """A web server on loopback that gives out the sample feeds, with validators, a round at a time."""

    def __init__(self, feeds: tuple[SampleFeed, ...], *, now: datetime) -> None:
        self.feeds = feeds
        self.round = 1
        self.answered: dict[str, int] = {}  # by file: how often it was asked for in this round
        self._now = now
        self._port = 0
        app = web.Application()
        app.router.add_get("/{file}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def url(self, feed: SampleFeed) -> str:
        """Where a feed is served."""
        return f"http://127.0.0.1:{self._port}/{feed.file}"

    def start_round(self, round_: int) -> None:
        """From now on the entries of this round are out too."""
        self.round = round_
        self.answered = {}

    def answers(self, most: int) -> int:
        """How often feeds were asked for in this round, each counted `most` times at most."""
        return sum(min(self.answered.get(feed.file, 0), most) for feed in self.feeds)

    async def _answer(self, request: web.Request) -> web.Response:
        name = request.match_info["file"]
        template = next((feed.template for feed in self.feeds if feed.file == name), None)
        if template is None:
            raise web.HTTPNotFound
        self.answered[name] = self.answered.get(name, 0) + 1
        body = feed_body(template, round_=self.round, now=self._now)
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(body=body, content_type="application/xml", charset="utf-8", headers={"ETag": etag})
