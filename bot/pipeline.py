"""The first half of the loop: a due feed is fetched, parsed and read; what it brings is stored in one transaction."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.addresses import shown
from bot.answers import hint_in, is_whole
from bot.entries import News, fresh, is_flood, looks_of, sort_out
from bot.errors import EmptiedError, FetchError, ParseError
from bot.fetch import Fetched, Fetcher
from bot.intake import PollCounts, Read, article_of, read_articles, take_in
from bot.pages import Pages
from bot.parser import Parser
from bot.polling import (
    COVERS,
    EMPTIED_FROM,
    LIVE,
    Brought,
    Tempo,
    changed,
    failed,
    times_of,
    unchanged,
    wants_all,
)
from bot.store import Store
from bot.turns import Turns
from bot.types import Entry, Feed, Milestone, MilestoneKind
from detectors import Article

CALM_BATCH, CALM_SECONDS = 256, 0.5  # unchanged feeds stored in one transaction, and how long one waits for others

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Pipeline:
    """Feeds in, owed deliveries out. `clock` tells the time; `look_back` and `fastest` are in seconds.

    `spread` lets polls fall anywhere in their interval; without it they are on the dot.
    """

    store: Store
    fetcher: Fetcher
    parser: Parser
    clock: Callable[[], datetime]
    look_back: float
    concurrency: int = 20
    pages: Pages | None = None
    fastest: float = 60.0
    spread: bool = True
    on_owed: Callable[[], None] = field(default=lambda: None)
    busy: set[str] = field(default_factory=set)  # feeds whose poll has begun and is not stored yet
    _turns: Turns = field(init=False)
    _tempo: Tempo = field(init=False)
    _calm: list[Feed] = field(init=False, default_factory=list)  # polled, nothing new, to be stored together

    def __post_init__(self) -> None:
        self._turns = Turns(self.concurrency)
        self._tempo = Tempo(fastest=self.fastest, spread=self.spread)

    async def poll(self, feeds: Iterable[Feed]) -> PollCounts:
        """One round over these feeds; a bad one never stops the rest."""
        counts, due = PollCounts(), [feed for feed in feeds if feed.url not in self.busy]
        self.busy |= {feed.url for feed in due}
        self._look_whether_live()

        async def one(feed: Feed) -> None:
            counts.add(await self.poll_one(feed))

        try:
            await self._turns.each(due, one)
        finally:
            self._store_calm()
            self.busy -= {feed.url for feed in due}
        return counts

    def wind_down(self) -> None:
        """Begin no more polls; what is in flight is finished and stored, the rest is due still."""
        self._turns.end()

    def _look_whether_live(self) -> None:
        last = self.store.events.last_word()
        live = last is not None and self.clock() - last <= LIVE
        self._tempo = replace(self._tempo, live=live)

    async def poll_one(self, feed: Feed) -> PollCounts:
        """Fetch, parse, read and store one feed."""
        try:
            return await self._poll(feed)
        except (FetchError, ParseError) as error:
            self._record_failure(feed, error)
        except Exception as error:
            log.exception("feed_failed_unexpectedly url=%s", shown(feed.url))
            self._record_failure(feed, ParseError(shown(feed.url), f"unexpected {type(error).__name__}"))
        return PollCounts(feeds=1, failed=1)

    async def _poll(self, feed: Feed) -> PollCounts:
        fetched = await self._fetch(feed)
        digest = hashlib.sha256(fetched.body).hexdigest() if not fetched.not_modified else None
        if digest is None or digest == feed.body_hash:
            self._record_unchanged(feed, fetched)
            return PollCounts(feeds=1, unchanged=1)
        parsed = await self.parser.parse(fetched.body, feed_url=feed.url, content_type=fetched.content_type)
        if not parsed.entries and feed.entries >= EMPTIED_FROM:
            raise EmptiedError(shown(feed.url), f"holds no entry any more, where it held {feed.entries}; it is read on")
        looks = looks_of(parsed.entries)
        keys = (key for look in looks for key in look.keys)
        news = sort_out(looks, self.store.entries.known(keys) if feed.polled_at else {})
        entries, flood = self._wanted(feed, news)
        outlet, language = feed.name or parsed.title, feed.language or parsed.language
        articles = [article_of(entry, outlet, language) for entry in entries]
        if self.pages is not None and articles:
            articles = await self.pages.complete(articles, feed)
        articles = [self._dated(article) for article in articles]
        read = await asyncio.to_thread(read_articles, articles) if articles else []
        read = [replace(each, edited=entry in news.edited) for each, entry in zip(read, entries, strict=True)]
        times = times_of((entry.published for entry in parsed.entries), self.clock())
        said = _said(fetched, digest, whole=bool(parsed.entries) and is_whole(fetched.body))
        brought = Brought(entries=len(parsed.entries), times=times, **said)
        counts = self._record(feed, brought, news, read, flood)
        if counts.alerts:
            self.on_owed()
        return counts

    async def _fetch(self, feed: Feed) -> Fetched:
        """What the server answers, asked where the feed lives now; once a day for everything, at its listed address."""
        if self._turns.rests(feed, self.clock()):
            raise FetchError(shown(feed.url), "has a host that fails again and again; it is tried again later")
        full = wants_all(feed, self.clock())
        try:
            if full:
                fetched = await self.fetcher.get(feed.url)
            else:
                url = feed.moved_to or feed.url
                fetched = await self.fetcher.get(url, etag=feed.etag, last_modified=feed.last_modified)
                if feed.moved_to and not fetched.moved_to:
                    fetched = replace(fetched, moved_to=feed.moved_to)
        except FetchError as error:
            answered = error.status is not None and error.status < 500 and error.status != 429
            self._turns.note(feed, self.clock(), good=answered)
            raise
        self._turns.note(feed, self.clock(), good=True)
        return fetched

    def _wanted(self, feed: Feed, news: News) -> tuple[list[Entry], int]:
        """The entries to be read, and of how many a flood consisted that is not read."""
        now = self.clock()
        since = min(feed.polled_at, now) if feed.polled_at else None
        wanted = fresh(news, since, now, timedelta(seconds=self.look_back))
        flood = len(wanted) if since and is_flood(len(wanted), (now - since).total_seconds()) else 0
        wanted = [] if flood else wanted
        known = self.store.events.has_article
        told = [e for e in news.edited if e not in wanted and known(article_of(e, None, None).id)]
        return wanted + told, flood

    def _dated(self, article: Article) -> Article:
        """An article with the time from which its words are to be read.

        That is when it first came out, since outlets date an entry anew when they edit it, and "on Friday" would be
        another day. One without a date, or from the future, came out when it was seen.
        """
        now = self.clock()
        said = self.store.events.first_published(article.id) or article.published or now
        if not isinstance(said, datetime):  # a day that its page names
            return replace(article, published=said if said < now.date() else now)
        return replace(article, published=min(said, now))

    def _record(self, feed: Feed, brought: Brought, news: News, read: Sequence[Read], flood: int) -> PollCounts:
        """Entries seen, reports, events, alerts, deliveries owed and the feed's validators: one transaction."""
        now = self.clock()
        counts = PollCounts(feeds=1, changed=1, new_entries=len(news.new))
        telling = any(each.detection is None or each.detection.reports or each.detection.mentions for each in read)
        if telling:
            self._store_calm()  # else it would undo that feeds are polled soon
        with self.store.writing(lasting=telling):
            self.store.entries.remember(news.remember, now)
            for each in read:
                counts.add(take_in(self.store, each, now, owe=True))
            brought = replace(brought, new=len(news.new), reported=counts.reports > 0)
            if counts.reports:
                self._tempo = replace(self._tempo, live=True)
                self.store.feeds.hasten(now + timedelta(seconds=self.fastest), now - COVERS)
            after, said = changed(feed, now, self._tempo, brought)
            self._keep(after, (*said, *_flooded(flood, now)))
        self.busy.discard(feed.url)
        return counts

    def _record_unchanged(self, feed: Feed, fetched: Fetched) -> None:
        """Most polls end here, so they are stored together; whatever is to be told is stored at once."""
        after, said = unchanged(
            feed,
            self.clock(),
            self._tempo,
            full=not fetched.not_modified,
            fresh_for=fetched.fresh_for,
            moved_to=fetched.moved_to,
        )
        if said or feed.failures or feed.not_before:
            with self.store.writing(lasting=False):
                self._keep(after, said)
            self.busy.discard(feed.url)
            return
        if not self._calm:
            asyncio.get_running_loop().call_later(CALM_SECONDS, self._store_calm)
        self._calm.append(after)
        if len(self._calm) >= CALM_BATCH:
            self._store_calm()

    def _store_calm(self) -> None:
        calm = self._calm[:]
        self._calm.clear()
        try:
            if calm:
                with self.store.writing(lasting=False):
                    self.store.feeds.save_calm(calm)
        except Exception:
            log.exception("unchanged_feeds_not_stored count=%s", len(calm))  # they are polled again
        self.busy -= {feed.url for feed in calm}

    def _record_failure(self, feed: Feed, error: FetchError | ParseError) -> None:
        fetching = error if isinstance(error, FetchError) else None
        after, said = failed(
            feed,
            self.clock(),
            self._tempo,
            why=error.why,
            gone=fetching is not None and fetching.status == 410,
            emptied=isinstance(error, EmptiedError),
            wait=fetching.retry_after if fetching else None,
        )
        log.log(logging.WARNING if said else logging.INFO, "feed_failed url=%s why=%s", shown(feed.url), error.why)
        with self.store.writing(lasting=False):
            self._keep(after, said)
        self.busy.discard(feed.url)

    def _keep(self, feed: Feed, said: Sequence[Milestone]) -> None:
        """Store a feed with what became of it; inside a transaction. The operator is told where it matters."""
        self.store.feeds.save(feed)
        self.store.feeds.remember(feed.url, said)
        for each in said:
            if each.tell:
                text = f"{shown(feed.url)} {each.text}"  # the operator gets the text alone
                self.store.notices.add(f"feed {each.kind}", shown(feed.url), text, each.at)
                log.warning("feed_%s url=%s what=%s", each.kind, shown(feed.url), each.text)


def _flooded(entries: int, now: datetime) -> tuple[Milestone, ...]:
    text = (
        f"brought {entries} entries at once, more than anybody writes: its archive came again; none of them was read. "
        "If they are news after all: exchanges feeds reread URL"
    )
    return (Milestone(kind=MilestoneKind.FLOODED, text=text, at=now, tell=True),) if entries else ()


def _said(fetched: Fetched, digest: str, *, whole: bool) -> dict[str, Any]:
    """What an answer says beside its entries; one cut off or empty earns no validators, else what it lacks is lost."""
    return {
        "etag": fetched.etag if whole else None,
        "last_modified": fetched.last_modified if whole else None,
        "body_hash": digest,
        "hint": hint_in(fetched.body),
        "fresh_for": fetched.fresh_for,
        "moved_to": fetched.moved_to,
    }
