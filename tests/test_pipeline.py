"""A round of polling against a real server, the real parser, the real detector and a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.fetch import Fetcher
from bot.parser import Parser
from bot.pipeline import Pipeline, PollCounts, Read, take_in
from bot.store import Store
from bot.types import AlertKind, Channel, EventStatus, Platform
from detectors import Detection, Status
from tests.facts import NOW, article, report, ua
from tests.feed_server import FeedServer, Page, rss, serving
from tests.test_store import Listed

SWAP = {
    "id": "1",
    "title": "Russia and Ukraine exchange 103 prisoners of war each",
    "link": "https://wire.example/1",
    "published": NOW,
}
DULL = {
    "id": "2",
    "title": "Two hurt in exchange of fire on the border",
    "link": "https://wire.example/2",
    "published": NOW,
}


class Desk:
    """A store and a pipeline over a feed server, with a clock that is moved by hand."""

    def __init__(self, server: FeedServer, store: Store, pipeline: Pipeline) -> None:
        self.server, self.store, self.pipeline = server, store, pipeline
        self.now = NOW

    def list_feeds(self, *paths: str) -> None:
        """Make these paths the feeds of the config."""
        self.store.feeds.sync([Listed(self.server.url(path)) for path in paths], 300.0, self.now)

    async def poll(self) -> PollCounts:
        """One round over what is due."""
        return await self.pipeline.poll(self.store.feeds.due(self.now))


@asynccontextmanager
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Everything real, on loopback."""
    store = Store.open(tmp_path / "exchanges.db")
    store.channels.sync([Channel(platform=Platform.CONSOLE, address="console")], NOW)
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
        made: list[Desk] = []

        def clock() -> datetime:
            return made[0].now

        pipeline = Pipeline(store=store, fetcher=fetcher, parser=parser, clock=clock, look_back=86400.0)
        made.append(Desk(server, store, pipeline))
        yield made[0]
    store.close()


async def test_a_report_becomes_an_event_that_is_owed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(SWAP, DULL))
        at.list_feeds("/feed")
        counts = await at.poll()
        assert counts == PollCounts(feeds=1, changed=1, new_entries=2, reports=1, events=1, alerts=1)
        (event,) = at.store.events.latest(5)
        assert sorted(t.count or 0 for t in event.transfers) == [103, 103]
        assert event.reports[0].source == "Test Wire"
        assert [alert.kind for alert in at.store.events.alerts()] == [AlertKind.NEW]
        assert len(at.store.deliveries.heads()) == 1


async def test_a_second_poll_brings_only_what_is_new(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(SWAP), headers={"ETag": '"1"'})
        at.list_feeds("/feed")
        await at.poll()
        assert (await at.poll()).feeds == 0  # not due yet
        at.now += timedelta(minutes=6)
        assert await at.poll() == PollCounts(feeds=1, unchanged=1)
        assert at.server.seen[-1][1]["If-None-Match"] == '"1"'
        at.server.pages["/feed"] = Page(body=rss(SWAP, DULL))
        at.now += timedelta(minutes=6)
        assert await at.poll() == PollCounts(feeds=1, changed=1, new_entries=1)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Page(status=500), "answers 500"),
        (Page(body=b"<!doctype html><html><body>Sorry</body></html>"), "is a web page, not a feed"),
        (Page(body=b"\x00rubbish\xff"), "is no RSS or Atom feed"),
    ],
    ids=["500", "HTML", "rubbish"],
)
async def test_a_bad_feed_is_reported_and_the_others_go_on(tmp_path: Path, bad: Page, why: str) -> None:
    async with desk(tmp_path) as at:
        at.server.pages |= {"/bad": bad, "/good": Page(body=rss(SWAP))}
        at.list_feeds("/bad", "/good")
        counts = await at.poll()
        assert (counts.failed, counts.alerts) == (1, 1)
        failing = next(feed for feed in at.store.feeds.listed() if feed.url.endswith("/bad"))
        assert why in (failing.error or "")
        assert failing.failures == 1


async def test_a_failing_feed_is_asked_less_and_less_often_and_recovers(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(status=500)
        at.list_feeds("/feed")
        waits = []
        for _ in range(8):
            await at.poll()
            (feed,) = at.store.feeds.listed()
            waits.append((feed.next_poll_at - at.now).total_seconds())
            at.now = feed.next_poll_at
        assert waits == [300, 600, 1200, 2400, 3600, 3600, 3600, 3600]
        at.server.pages["/feed"] = Page(body=rss(SWAP))
        assert (await at.poll()).changed == 1
        assert at.store.feeds.listed()[0].failures == 0


async def test_a_servers_wish_to_be_left_alone_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(status=429, headers={"Retry-After": "7200"})
        at.list_feeds("/feed")
        await at.poll()
        assert at.store.feeds.listed()[0].next_poll_at == at.now + timedelta(hours=2)


async def test_a_new_feeds_backlog_alerts_nobody(tmp_path: Path) -> None:
    old = {**SWAP, "id": "old", "link": "https://wire.example/old", "published": NOW - timedelta(days=3)}
    undated = {**SWAP, "id": "undated", "link": "https://wire.example/undated", "published": None}
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(old, undated))
        at.list_feeds("/feed")
        assert await at.poll() == PollCounts(feeds=1, changed=1, new_entries=2)
        at.now += timedelta(minutes=6)
        at.server.pages["/feed"] = Page(body=rss(old, undated, SWAP))
        assert (await at.poll()).alerts == 1


async def test_validators_are_not_kept_where_nothing_was_stored(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=b"rubbish", headers={"ETag": '"1"'})
        at.list_feeds("/feed")
        await at.poll()
        assert at.store.feeds.listed()[0].etag is None


async def test_an_article_that_breaks_the_detector_is_kept_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot import pipeline
    from detectors import detect

    def fragile(article):
        if "Armenia" in article.title:
            raise ZeroDivisionError
        return detect(article)

    monkeypatch.setattr(pipeline, "detect", fragile)
    other = {**SWAP, "id": "3", "link": "https://wire.example/3", "title": "Armenia and Azerbaijan swap 32 prisoners"}
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(other, SWAP))
        at.list_feeds("/feed")
        assert (await at.poll()).alerts == 1
        assert at.store.events.has_article("https://wire.example/3")


def test_a_mention_puts_off_what_was_announced(tmp_path: Path) -> None:
    plan = report(ua(1000, planned=True), status=Status.ANNOUNCED)
    aside = report(ua(1000), status=Status.POSTPONED)
    store = Store.open(tmp_path / "exchanges.db")
    with store.writing():
        for name, reports, mentions in (("plan", (plan,), ()), ("aside", (), (aside,)), ("aside", (), (aside,))):
            found = Detection(
                article_id=name, is_report=bool(reports), lang="en", reason="", reports=reports, mentions=mentions
            )
            take_in(store, Read(article(name), found), NOW, owe=True)
    assert [(alert.kind, alert.article_id) for alert in store.events.alerts()] == [
        (AlertKind.NEW, "plan"),
        (AlertKind.UPDATE, "aside"),
    ]
    (event,) = store.events.standing()
    assert event.status is EventStatus.POSTPONED
    assert store.events.has_article("aside")
    store.close()
