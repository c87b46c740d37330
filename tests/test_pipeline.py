"""A round of polling against a real server, the real parser, the real detector and a real database."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.intake import PollCounts, Read, take_in
from bot.pages import Pages
from bot.parser import Parser
from bot.store import Store
from bot.types import AlertKind, EventStatus
from detectors import Detection, Status
from tests.facts import NOW, article, report, ua
from tests.feed_desk import DULL, LONG, SWAP, desk
from tests.feed_server import Page, rss


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
        (Page(body=b"\x00rubbish\xff"), "is no RSS, Atom or JSON feed"),
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
    ahead = {**SWAP, "id": "ahead", "link": "https://wire.example/ahead", "published": NOW + timedelta(days=9000)}
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(old, undated, ahead))
        at.list_feeds("/feed")
        assert await at.poll() == PollCounts(feeds=1, changed=1, new_entries=3)
        at.now += timedelta(minutes=6)
        at.server.pages["/feed"] = Page(body=rss(old, undated, ahead, SWAP))
        assert (await at.poll()).alerts == 1


async def test_an_edited_entry_updates_its_event_and_alerts_no_second_time(tmp_path: Path) -> None:
    first = {**SWAP, "title": "Russia and Ukraine exchange 205 prisoners of war each", "summary": LONG}
    mended = {**first, "title": "Russia and Ukraine exchange 206 prisoners of war each"}
    later = {
        **mended,
        "published": NOW + timedelta(days=2),
        "id": "other",
        "link": "http://www.wire.example/1?utm_id=9",
    }
    emptied = {key: value for key, value in later.items() if key != "summary"}
    async with desk(tmp_path) as at:
        at.list_feeds("/feed")
        told = []
        for entries in ([first], [mended], [later], [emptied], [later], []):
            at.server.pages["/feed"] = Page(body=rss(*entries, DULL))
            await at.poll()
            told.append([alert.kind for alert in at.store.events.alerts()])
            at.now += timedelta(hours=6)
        assert told == [[AlertKind.NEW], *[[AlertKind.NEW, AlertKind.UPDATE]] * 5]
        (event,) = at.store.events.standing()
        assert {transfer.count for transfer in event.transfers} == {206}
        assert (len(event.reports), event.reports[0].published) == (1, NOW)
        assert len(list(at.store.events.reports())) == 1


async def test_one_article_in_several_feeds_and_dresses_is_one_report(tmp_path: Path) -> None:
    again = {**SWAP, "id": "x", "link": "http://www.wire.example/1/?utm_source=rss"}
    async with desk(tmp_path) as at:
        at.server.pages |= {"/a": Page(body=rss(SWAP)), "/b": Page(body=rss(again, title="The Wire"))}
        at.list_feeds("/a", "/b")
        assert (await at.poll()).alerts == 1
        (event,) = at.store.events.standing()
        assert len(event.reports) == 1


async def test_ids_that_change_at_every_answer_alert_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.list_feeds("/feed")
        for n in range(4):
            at.server.pages["/feed"] = Page(body=rss({**SWAP, "id": f"{n}" * 10_000}, {**DULL, "id": f"d{n}"}))
            assert (await at.poll()).alerts == (n == 0)
            at.now += timedelta(minutes=6)


async def test_what_comes_back_from_the_archive_alerts_nobody(tmp_path: Path) -> None:
    old = {**SWAP, "published": NOW - timedelta(days=3)}
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL))
        at.list_feeds("/feed")
        await at.poll()
        at.now += timedelta(minutes=6)
        at.server.pages["/feed"] = Page(body=rss(DULL, old))
        assert await at.poll() == PollCounts(feeds=1, changed=1, new_entries=1)


async def test_an_edit_all_over_the_backlog_alerts_nobody(tmp_path: Path) -> None:
    old = {**SWAP, "published": NOW - timedelta(days=3), "summary": LONG}
    undated = {**SWAP, "id": "undated", "link": "https://wire.example/undated", "published": None, "summary": LONG}
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(old, undated))
        at.list_feeds("/feed")
        await at.poll()
        at.now += timedelta(minutes=6)
        at.server.pages["/feed"] = Page(
            body=rss(*({**each, "summary": f"{LONG} Read more"} for each in (old, undated)))
        )
        assert await at.poll() == PollCounts(feeds=1, changed=1)


async def test_a_feed_that_was_away_for_days_brings_what_it_missed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL))
        at.list_feeds("/feed")
        await at.poll()
        at.now += timedelta(days=3)
        at.server.pages["/feed"] = Page(body=rss({**SWAP, "published": NOW + timedelta(hours=5)}))
        assert (await at.poll()).alerts == 1


async def test_an_archive_that_is_posted_again_is_not_read_and_told_of_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL))
        at.list_feeds("/feed")
        await at.poll()
        at.now += timedelta(minutes=6)
        archive = [
            {**SWAP, "id": f"m{n}", "link": f"https://new.example/{n}", "title": f"{SWAP['title']}, part {n}"}
            for n in range(500)
        ]
        at.server.pages["/feed"] = Page(body=rss(*archive))
        assert await at.poll() == PollCounts(feeds=1, changed=1, new_entries=500)
        at.now += timedelta(minutes=6)
        news = {**SWAP, "id": "news", "link": "https://new.example/news"}
        at.server.pages["/feed"] = Page(body=rss(news, *archive))
        assert (await at.poll()).alerts == 1
        (notice,) = at.store.notices.untold()
        assert (notice.kind, notice.subject) == ("feed flooded", at.server.url("/feed"))
        assert notice.text.startswith(f"{notice.subject} brought 500 entries at once")


async def test_a_flood_that_was_news_after_all_is_read_when_the_operator_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL, {**SWAP, "id": "old", "link": "https://new.example/old"}))
        at.list_feeds("/feed")
        assert (await at.poll()).alerts == 1
        at.now += timedelta(minutes=6)
        rows = [{**DULL, "id": f"m{n}", "link": f"https://new.example/{n}", "title": f"Rain, {n}"} for n in range(300)]
        late = {**SWAP, "id": "s", "link": "https://new.example/s", "title": "Israel and Hamas swap 3 hostages for 90"}
        body = rss({**SWAP, "id": "old", "link": "https://new.example/old"}, late, *rows)
        at.server.pages["/feed"] = Page(body=body, headers={"ETag": '"1"'})
        assert (await at.poll()).alerts == 0
        with at.store.writing():
            assert at.store.feeds.reread(at.server.url("/feed"), at.now)
            assert not at.store.feeds.reread("https://elsewhere.example/", at.now)
        again = await at.poll()
        assert (again.changed, again.alerts) == (1, 1)  # the flood's one; the first was told
        at.now += timedelta(minutes=6)
        assert (await at.poll()).unchanged == 1


@pytest.mark.parametrize("published", [None, NOW + timedelta(days=27_000)], ids=["no date", "in 2099"])
async def test_an_entry_without_a_usable_date_came_out_when_it_was_seen(
    tmp_path: Path, published: datetime | None
) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL))
        at.list_feeds("/feed")
        await at.poll()
        at.now += timedelta(minutes=6)
        today = {**SWAP, "summary": "The exchange took place today, officials said.", "published": published}
        at.server.pages["/feed"] = Page(body=rss(DULL, today))
        assert (await at.poll()).alerts == 1
        (event,) = at.store.events.standing()
        assert (event.event_date, event.reports[0].published) == (at.now.date(), at.now)


async def test_a_page_says_what_its_entry_only_hints_at(tmp_path: Path) -> None:
    hint = {**SWAP, "title": "Prisoner exchange: what is known"}
    told = "Russia and Ukraine exchanged 103 prisoners of war each on Tuesday, both defence ministries said."
    page = f"<html><body><article><h1>{hint['title']}</h1><p>{told}</p><p>{LONG}</p></article></body></html>"
    async with desk(tmp_path) as at:
        hint["link"] = at.server.url("/1")
        at.server.pages |= {"/feed": Page(body=rss(hint)), "/1": Page(body=page.encode())}
        at.list_feeds("/feed")
        async with Parser() as parser:
            at.pipeline = replace(at.pipeline, pages=Pages(at.pipeline.fetcher, parser))
            assert (await at.poll()).alerts == 1
        (event,) = at.store.events.standing()
        assert sorted(t.count or 0 for t in event.transfers) == [103, 103]


async def test_validators_are_not_kept_where_nothing_was_stored(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=b"rubbish", headers={"ETag": '"1"'})
        at.list_feeds("/feed")
        await at.poll()
        assert at.store.feeds.listed()[0].etag is None


async def test_an_article_that_breaks_the_detector_is_kept_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot import intake
    from detectors import detect

    def fragile(article):
        if "Armenia" in article.title:
            raise ZeroDivisionError
        return detect(article)

    monkeypatch.setattr(intake, "detect", fragile)
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
