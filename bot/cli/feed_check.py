"""How the feeds are: what the service noted of them, and what they would yield now."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.config import Config, PollingConfig
from bot.errors import ExchangesError
from bot.feeds import ParsedFeed
from bot.fetch import Fetcher
from bot.parser import Parser
from bot.pipeline import article_of, read_articles
from bot.render.text import clean
from bot.store import Store
from bot.types import Feed

TITLE_LIMIT = 160  # characters shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What a feed holds now: its title, how much, how fresh, the titles of what would alert, how many are not read."""

    url: str
    title: str | None
    entries: int
    newest: datetime | None
    reports: tuple[str, ...]
    left_out: int = 0
    empty: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A feed that cannot be used, and why."""

    url: str
    why: str


async def check_feeds(urls: Iterable[str], polling: PollingConfig) -> AsyncIterator[Yield | Failed]:
    """Fetch and read the feeds, some at once; answers come in the order asked."""
    limit = asyncio.Semaphore(polling.concurrency)
    async with Fetcher(allow_private_networks=polling.allow_private_networks) as fetcher, Parser() as parser:

        async def check(url: str) -> Yield | Failed:
            async with limit:
                try:
                    fetched = await fetcher.get(url)
                    parsed = await parser.parse(fetched.body, feed_url=url, content_type=fetched.content_type)
                except ExchangesError as error:
                    return Failed(url=url, why=getattr(error, "why", str(error)))
                return await asyncio.to_thread(_yield, url, parsed)

        for answer in [asyncio.create_task(check(url)) for url in urls]:
            yield await answer


def _yield(url: str, parsed: ParsedFeed) -> Yield:
    read = read_articles([article_of(entry, parsed.title, parsed.language) for entry in parsed.entries])
    return Yield(
        url=url,
        title=parsed.title,
        entries=len(parsed.entries),
        newest=max((entry.published for entry in parsed.entries if entry.published), default=None),
        reports=tuple(each.article.title for each in read if each.detection and each.detection.is_report),
        left_out=parsed.left_out,
        empty=parsed.empty,
    )


async def print_yields(urls: Iterable[str], polling: PollingConfig) -> int:
    """Show what each feed would yield; how many failed."""
    failed = 0
    async for answer in check_feeds(urls, polling):
        if isinstance(answer, Failed):
            failed += 1
            print(f"{answer.url}: {answer.why}", file=sys.stderr)
            continue
        newest = f"newest {answer.newest:%Y-%m-%d %H:%M} UTC" if answer.newest else "no dates"
        print(f"{answer.url}\n  {clean(answer.title or '(no title)')} · {answer.entries} entries · {newest}")
        if answer.left_out or answer.empty:
            print(f"  not read: {answer.left_out} older entries, {answer.empty} without words or link")
        for title in answer.reports:
            print(f"  tells of an exchange: {clean(title, TITLE_LIMIT)}")
    return failed


def print_feeds(config: Config) -> None:
    """Show each feed of the config with its health, where the service has run."""
    health: dict[str, Feed] = {}
    if config.store.path.exists():
        with contextlib.closing(Store.open(config.store.path)) as store:
            health = {feed.url: feed for feed in store.feeds.listed()}
    for feed in config.feeds:
        every = f"every {feed.every or config.polling.every:g} s"
        facts = (clean(feed.name or "(no name)"), feed.language or "", every, _state(health.get(feed.url)))
        print(f"{feed.url}\n  {' · '.join(fact for fact in facts if fact)}")


def _state(feed: Feed | None) -> str:
    if feed is None or (feed.polled_at is None and not feed.failures):
        return "never polled"
    read = f"last read {feed.polled_at:%Y-%m-%d %H:%M} UTC" if feed.polled_at else "never read"
    return (
        f"{read}, failed {feed.failures} times since: {clean(feed.error or '', TITLE_LIMIT)}" if feed.failures else read
    )
