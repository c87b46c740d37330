"""How the feeds are: what the service noted of them, and what they would yield now."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.answers import hint_in
from bot.app import fetcher_of
from bot.config import Config, PollingConfig
from bot.errors import ExchangesError
from bot.feeds import ParsedFeed
from bot.fetch import Fetched
from bot.intake import article_of, read_articles
from bot.parser import Parser
from bot.polling import NEVER, span
from bot.render.text import clean
from bot.store import Store
from bot.types import Feed

TITLE_LIMIT = 160  # characters shown
TITLES_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What a feed holds now: its title, how much, how fresh, and the titles of what would alert.

    `titles`: those of the first entries; `pace`: seconds between entries as a rule; `wish`: seconds between polls that
    its server wishes for; `moved_to`: its new address, where the server names one; `left_out`, `empty`: entries that
    are not read, being too many or saying nothing.
    """

    url: str
    title: str | None
    language: str | None
    entries: int
    newest: datetime | None
    titles: tuple[str, ...]
    reports: tuple[str, ...]
    pace: float | None
    wish: float
    moved_to: str | None
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
    async with fetcher_of(polling) as fetcher, Parser() as parser:

        async def check(url: str) -> Yield | Failed:
            async with limit:
                try:
                    fetched = await fetcher.get(url)
                    parsed = await parser.parse(fetched.body, feed_url=url, content_type=fetched.content_type)
                except ExchangesError as error:
                    return Failed(url=url, why=getattr(error, "why", str(error)))
                return await asyncio.to_thread(_yield, url, parsed, fetched)

        for answer in [asyncio.create_task(check(url)) for url in urls]:
            yield await answer


def _yield(url: str, parsed: ParsedFeed, fetched: Fetched) -> Yield:
    read = read_articles([article_of(entry, parsed.title, parsed.language) for entry in parsed.entries])
    times = sorted(entry.published for entry in parsed.entries if entry.published)
    return Yield(
        url=url,
        title=parsed.title,
        language=parsed.language,
        entries=len(parsed.entries),
        newest=max(times, default=None),
        titles=tuple(entry.title for entry in parsed.entries[:TITLES_SHOWN]),
        reports=tuple(each.article.title for each in read if each.detection and each.detection.is_report),
        pace=(times[-1] - times[0]).total_seconds() / (len(times) - 1) if len(times) > 1 else None,
        wish=max(hint_in(fetched.body) or 0.0, fetched.fresh_for or 0.0),
        moved_to=fetched.moved_to,
        left_out=parsed.left_out,
        empty=parsed.empty,
    )


async def print_yields(urls: Iterable[str], polling: PollingConfig, *, details: bool = False) -> int:
    """Show what each feed would yield, with some of its titles if wanted; how many failed."""
    failed = 0
    async for answer in check_feeds(urls, polling):
        if isinstance(answer, Failed):
            failed += 1
            print(f"{answer.url}: {answer.why}", file=sys.stderr)
            continue
        newest = f"newest {answer.newest:%Y-%m-%d %H:%M} UTC" if answer.newest else "no dates"
        facts = [clean(answer.title or "(no title)"), f"{answer.entries} entries", newest]
        facts += [f"one each {span(answer.pace)}"] if answer.pace else []
        facts += [f"wishes {span(answer.wish)} between polls"] if answer.wish else []
        print(f"{answer.url}\n  {' · '.join(facts)}")
        if answer.moved_to:
            print(f"  has moved for good to {answer.moved_to}; list it under that address")
        for title in answer.titles if details else ():
            print(f"  {clean(title, TITLE_LIMIT)}")
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
    if not feed.failures:
        return f"{read}, {feed.alarm}" if feed.alarm else read
    failed = f"{read}, failed {feed.failures} times since: {clean(feed.error or '', TITLE_LIMIT)}"
    return f"{failed} ({feed.alarm})" if feed.alarm else failed


def print_history(config: Config, url: str) -> bool:
    """Tell what the service knows of one feed; False where that is nothing."""
    if not config.store.path.exists():
        return False
    with contextlib.closing(Store.open(config.store.path)) as store:
        feed, history = store.feeds.get(url), store.feeds.history(url)
    if feed is None:
        return False
    print(f"{url}\n  {_state(feed)}")
    if feed.moved_to:
        print(f"  polled at {feed.moved_to}, where its server says that it has moved")
    print(f"  {_rhythm(feed)}")
    print(f"  next poll {_next(feed)}")
    for each in history:
        print(f"  {each.at:%Y-%m-%d %H:%M} UTC  {each.kind:<9}  {clean(each.text, TITLE_LIMIT)}")
    return True


def _rhythm(feed: Feed) -> str:
    facts = [f"{feed.entries} entries when last read"]
    facts += [f"a new one each {span(feed.pace)}"] if feed.pace else []
    facts += [f"the last {feed.changed_at:%Y-%m-%d %H:%M} UTC"] if feed.changed_at else []
    facts += [f"told of an exchange {feed.reported_at:%Y-%m-%d %H:%M} UTC"] if feed.reported_at else []
    return " · ".join(facts)


def _next(feed: Feed) -> str:
    if feed.next_poll_at >= NEVER:
        return "never: its server says that it is gone; list its new address, or list it anew"
    at = f"{feed.next_poll_at:%Y-%m-%d %H:%M:%S} UTC"
    if feed.failures:
        asked = ", as its server asked" if feed.not_before and feed.not_before <= feed.next_poll_at else ""
        return f"{at}, later each time while it fails{asked}"
    waits = (feed.next_poll_at - feed.polled_at).total_seconds() if feed.polled_at else 0.0
    if feed.hint and feed.hint > feed.every:
        live = ", but an exchange is live that it told of" if waits < feed.hint else ""
        return f"{at}; the feed itself wishes {span(feed.hint)} between polls{live}"
    if waits > 2.1 * max(feed.every, feed.slowest or 0.0):
        return f"{at}; its server says that until then nothing new is to be had (Cache-Control or Expires)"
    return (
        f"{at}; every {span(feed.every)}, up to {span(max(feed.every, feed.slowest or 0.0))} where it publishes seldom"
    )
