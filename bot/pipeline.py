"""The first half of the loop: a due feed is fetched, parsed and read; what it brings is stored in one transaction."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Self

from bot.alerts import decide, told_of
from bot.errors import FetchError, ParseError
from bot.events import heed, place
from bot.facts import day_of, parties_of
from bot.fetch import Fetched, Fetcher
from bot.parser import Parser
from bot.store import Store
from bot.types import Alert, Entry, Feed
from detectors import Article, Detection, Report, detect

# A feed that fails is tried again after twice as long each time, but at least once an hour.
LONGEST_BACK_OFF = 3600.0
DETECT_FAILED = "detect failed"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class PollCounts:
    """What a round of polling came to."""

    feeds: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    new_entries: int = 0
    reports: int = 0
    events: int = 0
    alerts: int = 0

    def add(self, other: Self) -> None:
        """Count another round in."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what the detector says of it; None where it failed."""

    article: Article
    detection: Detection | None


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Feeds in, owed deliveries out. `clock` tells the time; `look_back` is in seconds."""

    store: Store
    fetcher: Fetcher
    parser: Parser
    clock: Callable[[], datetime]
    look_back: float
    concurrency: int = 20
    on_owed: Callable[[], None] = field(default=lambda: None)

    async def poll(self, feeds: Iterable[Feed]) -> PollCounts:
        """One round over these feeds; a bad one never stops the rest."""
        counts, limit = PollCounts(), asyncio.Semaphore(self.concurrency)

        async def one(feed: Feed) -> None:
            async with limit:
                counts.add(await self.poll_one(feed))

        await asyncio.gather(*(one(feed) for feed in feeds))
        return counts

    async def poll_one(self, feed: Feed) -> PollCounts:
        """Fetch, parse, read and store one feed."""
        try:
            return await self._poll(feed)
        except (FetchError, ParseError) as error:
            wait = error.retry_after if isinstance(error, FetchError) else None
            self._record_failure(feed, error.why, wait)
            log.warning("feed_failed url=%s why=%s", error.url, error.why)
        except Exception as error:
            self._record_failure(feed, f"unexpected {type(error).__name__}", None)
            log.exception("feed_failed_unexpectedly url=%s", feed.url)
        return PollCounts(feeds=1, failed=1)

    async def _poll(self, feed: Feed) -> PollCounts:
        fetched = await self.fetcher.get(feed.url, etag=feed.etag, last_modified=feed.last_modified)
        digest = hashlib.sha256(fetched.body).hexdigest()
        if fetched.not_modified or digest == feed.body_hash:
            self._record_unchanged(feed)
            return PollCounts(feeds=1, unchanged=1)
        parsed = await self.parser.parse(fetched.body, feed_url=feed.url, content_type=fetched.content_type)
        known = self.store.feeds.seen(feed.url, (entry.id for entry in parsed.entries))
        new = {entry.id: entry for entry in parsed.entries if entry.id not in known}
        language = feed.language or parsed.language
        wanted = [entry for entry in new.values() if feed.polled_at or self._is_recent(entry)]
        articles = [article_of(entry, feed.name or parsed.title, language) for entry in wanted]
        read = await asyncio.to_thread(read_articles, articles)
        counts = self._record(feed, fetched, digest, new.keys(), read)
        if counts.alerts:
            self.on_owed()
        return counts

    def _is_recent(self, entry: Entry) -> bool:
        """On a feed's first poll its backlog is only marked as seen; an entry without a date may be of any age."""
        return entry.published is not None and entry.published >= self.clock() - timedelta(seconds=self.look_back)

    def _record(
        self, feed: Feed, fetched: Fetched, digest: str, new: Iterable[str], read: Sequence[Read]
    ) -> PollCounts:
        """Entries seen, reports, events, alerts, deliveries owed and the feed's validators: one transaction."""
        now, new = self.clock(), list(new)
        counts = PollCounts(feeds=1, changed=1, new_entries=len(new))
        with self.store.writing():
            self.store.feeds.mark_seen(feed.url, new, now)
            for each in read:
                counts.add(take_in(self.store, each, now, owe=True))
            self.store.feeds.save(
                replace(
                    _polled(feed, now),
                    etag=fetched.etag,
                    last_modified=fetched.last_modified,
                    body_hash=digest,
                    changed_at=now,
                )
            )
        return counts

    def _record_unchanged(self, feed: Feed) -> None:
        with self.store.writing():
            self.store.feeds.save(_polled(feed, self.clock()))

    def _record_failure(self, feed: Feed, why: str, wait: float | None) -> None:
        now = self.clock()
        back_off = max(feed.every, min(feed.every * 2 ** min(feed.failures, 10), LONGEST_BACK_OFF), wait or 0.0)
        with self.store.writing():
            self.store.feeds.save(
                replace(
                    feed,
                    next_poll_at=now + timedelta(seconds=back_off),
                    polled_at=feed.polled_at,
                    failures=feed.failures + 1,
                    error=why,
                )
            )


def _polled(feed: Feed, now: datetime) -> Feed:
    next_poll = now + timedelta(seconds=feed.every)
    return replace(feed, next_poll_at=next_poll, polled_at=now, failures=0, error=None)


def article_of(entry: Entry, source: str | None, language: str | None) -> Article:
    """An entry as an article; known by its link, so that two feeds of one outlet bring it once."""
    return Article(
        id=entry.link or f"{entry.feed_url}#{entry.id}",
        title=entry.title,
        summary=entry.summary,
        lang=entry.language or language,
        published=entry.published,
        url=entry.link,
        source=source,
    )


def read_articles(articles: Sequence[Article]) -> list[Read]:
    """Ask the detector; an article that breaks it is kept as such and stops nothing."""
    return [Read(article, _detect(article)) for article in articles]


def _detect(article: Article) -> Detection | None:
    try:
        return detect(article)
    except Exception:
        log.exception("detect_failed article=%s", article.id)
        return None


def take_in(store: Store, read: Read, now: datetime, *, owe: bool) -> PollCounts:
    """Place what one article reports and decide on alerts; inside a transaction of the store's."""
    article, detection = read.article, read.detection
    if detection is None:
        store.events.add_article(article, DETECT_FAILED, now)
        return PollCounts()
    if store.events.has_article(article.id):
        return PollCounts()
    # Live, an article without a date is today's; in an archive it may be of any day.
    article = replace(article, lang=detection.lang, published=article.published or (now if owe else None))
    counts = PollCounts()
    if detection.reports:
        store.events.add_article(article, detection.reason, now)
    for number, report in enumerate(detection.reports):
        counts.add(_take_in_report(store, report, article, number, now, owe=owe))
    for mention in detection.mentions:
        counts.add(_take_in_mention(store, mention, article, now, owe=owe))
    return counts


def _take_in_report(
    store: Store, report: Report, article: Article, number: int, now: datetime, *, owe: bool
) -> PollCounts:
    days = {report.event_date, day_of(article)} - {None} or {None}  # a day far back may be misread
    candidates = {
        event.id: event for day in days for event in store.events.candidates(parties_of(report), day)
    }.values()
    placement = place(report, article, tuple(candidates), now, number=number)
    store.events.save_placement(placement, report)
    alerts = tell(store, decide(placement, now), owe=owe)
    return PollCounts(reports=1, events=int(placement.is_new), alerts=alerts)


def _take_in_mention(store: Store, mention: Report, article: Article, now: datetime, *, owe: bool) -> PollCounts:
    """A mention may change an announced event; it never opens one."""
    change = heed(mention, article, store.events.candidates(parties_of(mention), day_of(article)), now)
    if change is None:
        return PollCounts()
    if not store.events.has_article(article.id):
        store.events.add_article(article, change.reason, now)
    store.events.save(change.event)
    return PollCounts(alerts=tell(store, told_of(change, article.id, now), owe=owe))


def tell(store: Store, alerts: Sequence[Alert], *, owe: bool) -> int:
    """Keep what was decided to be told, and owe it; inside a transaction of the store's."""
    for alert in alerts:
        alert_id = store.events.add_alert(alert)
        if owe:
            store.deliveries.owe(alert_id, alert)
            store.habits.hold(alert, alert_id, alert.at)
    return len(alerts)


def owe_digests(store: Store, now: datetime) -> int:
    """Owe every digest that is due and has something to say, or says so where it has not; how many."""
    owed = 0
    for due in store.habits.due(now):
        speaks = due.habits.say_nothing or not store.habits.contents(due.since, due.until).is_empty
        with store.writing():
            store.habits.told(due)
            if speaks:
                store.habits.owe(due, now)
                owed += 1
    return owed
