"""The pages behind entries, fetched as a guest: as robots.txt allows, one at a time from a host, in a limited time.

Where a page cannot be had, its entry's own title and summary stand.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from protego import Protego

from bot.addresses import shown
from bot.errors import FetchError, ParseError
from bot.fetch import Fetcher
from bot.parser import Parser
from bot.types import Feed
from detectors import Article, may_report

ROBOT = "ExchangeWatch"  # as robots.txt would call us
ROUND_SECONDS = 20.0  # for all pages of one poll; what has not come by then is not waited for
BETWEEN_SECONDS = 1.0  # between two pages of one host
SLOWEST_SECONDS = 10.0  # a host that wants more time between pages is left alone
RULES_SECONDS, RULES_UNKNOWN_SECONDS = 86_400.0, 3600.0  # how long a robots.txt holds, and one that cannot be had
RULES_BYTES = 512 * 1024  # what RFC 9309 asks for at least
_HOSTS = 2000  # whose rules are kept
REREAD_SECONDS = 60.0  # at least, before a page is asked for again
_PAGES = 500  # kept, some kilobytes each
WHOLE = 2000  # characters of a summary that is the whole article

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A host's robots.txt; `read` is None where nothing may be fetched, `until` in seconds of the loop's clock."""

    read: Protego | None
    until: float

    def allows(self, url: str) -> bool:
        return self.read is not None and bool(self.read.can_fetch(url, ROBOT)) and self.pause <= SLOWEST_SECONDS

    @property
    def pause(self) -> float:
        """The seconds between two pages that the host wishes for."""
        return float(self.read.crawl_delay(ROBOT) or 0.0) if self.read is not None else 0.0


@dataclass(slots=True)
class _Host:
    """What we owe a host: our turn, its rules, and a pause after each page."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: _Rules = field(default_factory=lambda: _Rules(None, 0.0))
    free_at: float = 0.0


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page with when it was first and last read."""

    first: float
    last: float
    page: Article


class Pages:
    """Completes articles from their pages: `seconds` for those of one poll, `between` two pages of one host."""

    def __init__(
        self, fetcher: Fetcher, parser: Parser, *, seconds: float = ROUND_SECONDS, between: float = BETWEEN_SECONDS
    ) -> None:
        self._fetcher, self._parser, self._seconds, self._between = fetcher, parser, seconds, between
        self._hosts: OrderedDict[str, _Host] = OrderedDict()
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    async def complete(self, articles: Sequence[Article], feed: Feed) -> list[Article]:
        """The articles in their order, with the text of their pages where the feed's setting asks for it."""
        wanted = await asyncio.to_thread(_wanted, articles, feed.full_text)
        tasks = [asyncio.create_task(self._read(article.url)) for article in wanted if article.url]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=self._seconds)
            for task in late:
                task.cancel()
            for outcome in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(outcome, Exception):
                    log.error("page_failed_unexpectedly", exc_info=outcome)
        kept = {article.id: self._kept.get(article.url or "") for article in wanted}
        return [completed(article, page.page) if (page := kept.get(article.id)) else article for article in articles]

    async def _read(self, url: str) -> None:
        """Have the page at hand, if it can be had; one read lately is not asked for again, an older one beats none.

        So no edit is read without its page, and an entry that changes at every poll asks for it ever more seldom.
        """
        known = self._kept.get(url)
        if known and _time() - known.last < max(REREAD_SECONDS, (_time() - known.first) / 10):
            return
        host = self._host(origin_of(url))
        async with host.turn:
            try:
                rules = await self._rules_of(host, origin_of(url))
                if not rules.allows(url):
                    return
                await asyncio.sleep(host.free_at - _time())
                try:
                    fetched = await self._fetcher.get(url, may_go=self._may_go)
                finally:
                    host.free_at = _time() + max(self._between, rules.pause)
                page = await self._parser.read_page(fetched.body, url=fetched.final_url)
                self._kept[url] = _Kept(known.first if known else _time(), _time(), page)
                self._kept.move_to_end(url)
                if len(self._kept) > _PAGES:
                    self._kept.popitem(last=False)
            except (FetchError, ParseError) as error:
                log.info("page_not_read url=%s why=%s", shown(error.url), error.why)

    async def _may_go(self, url: str) -> bool:
        """Whether the rules of the host to which a page redirects let us in there."""
        host = self._host(origin_of(url))
        return (await self._rules_of(host, origin_of(url))).allows(url)

    def _host(self, origin: str) -> _Host:
        host = self._hosts.setdefault(origin, _Host())
        self._hosts.move_to_end(origin)
        if len(self._hosts) > _HOSTS:
            self._hosts.popitem(last=False)
        return host

    async def _rules_of(self, host: _Host, origin: str) -> _Rules:
        """What the host's robots.txt says: one that is not there allows all, one that cannot be had nothing for now."""
        if host.rules.until <= _time():
            try:
                fetched = await self._fetcher.get(f"{origin}/robots.txt")
                text = fetched.body[:RULES_BYTES].decode("utf-8", "replace")
                host.rules = _Rules(Protego.parse(text), _time() + RULES_SECONDS)
            except FetchError as error:
                is_missing = error.status is not None and 400 <= error.status < 500 and error.status != 429
                rules = Protego.parse("") if is_missing else None
                host.rules = _Rules(rules, _time() + (RULES_SECONDS if is_missing else RULES_UNKNOWN_SECONDS))
        return host.rules


def origin_of(url: str) -> str:
    """The scheme, host and port of an address."""
    place = urlsplit(url)
    return f"{place.scheme}://{place.netloc}"


def _time() -> float:
    """Seconds of a clock that never jumps."""
    return asyncio.get_running_loop().time()


def _wanted(articles: Sequence[Article], mode: str) -> list[Article]:
    """The articles whose pages are to be fetched."""
    if mode == "never":
        return []
    short = [article for article in articles if article.url and len(article.summary) < WHOLE]
    return short if mode == "always" else [article for article in short if may_report(article)]


def completed(article: Article, page: Article) -> Article:
    """An article with its page's text, and with what the feed did not say of it: title, language, date."""
    return replace(
        article,
        title=article.title or page.title,
        text=page.text,
        lang=article.lang or page.lang,
        published=article.published or page.published,
        url=page.url or article.url,
        source=article.source or page.source,
    )
