"""What becomes of feeds over hours and days, on a clock moved by hand: rows 1, 7 to 11 and 14 of the torture list."""

import asyncio
import itertools
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.config import FeedConfig
from bot.fetch import Fetcher
from bot.polling import NEVER
from bot.types import Feed, MilestoneKind
from tests.facts import NOW
from tests.feed_desk import DULL, SWAP, Desk, desk
from tests.feed_server import Page, rss


def only(at: Desk) -> Feed:
    """The one feed."""
    (feed,) = at.store.feeds.listed()
    return feed


def told(at: Desk) -> list[str]:
    """What kinds of things the operator was told, in order."""
    return [notice.kind for notice in reversed(at.store.notices.latest())]


async def until(at: Desk, hours: float) -> int:
    """Poll whatever is due for so long; how many polls that were."""
    end, polls = at.now + timedelta(hours=hours), 0
    while True:
        due = [feed.next_poll_at for feed in at.store.feeds.listed()]
        if min(due) > end:
            at.now = end
            return polls
        at.now = max(at.now, min(due))
        polls += (await at.poll()).feeds


async def test_a_server_that_is_down_at_the_start_needs_no_restart(tmp_path: Path) -> None:
    """Row 1."""
    async with desk(tmp_path) as at:
        at.store.feeds.sync([], 300.0, at.now)
        base = at.server.base
        at.server.base = "http://127.0.0.1:9"  # nobody listens there
        at.list_feeds("/feed")
        assert 5 <= await until(at, 3) <= 8
        feed = only(at)
        assert "cannot be reached" in (feed.error or "")
        assert (feed.next_poll_at - at.now).total_seconds() <= 3600
        at.server.base = base
        at.server.pages["/feed"] = Page(body=rss(SWAP))
        at.store.feeds.sync([], 300.0, at.now)
        at.list_feeds("/feed")
        assert (await at.poll()).alerts == 1


async def test_a_feed_that_moved_is_polled_there_and_the_operator_hears_it_once(tmp_path: Path) -> None:
    """Row 7: 301 and 308 are remembered, the config is not rewritten; once a day the old address is asked again."""
    async with desk(tmp_path) as at:
        at.server.pages["/old"] = Page(status=301, headers={"Location": "/older"})
        at.server.pages["/older"] = Page(status=308, headers={"Location": "/new"})
        at.server.pages["/new"] = Page(body=rss(SWAP), headers={"ETag": '"1"'})
        at.list_feeds("/old")
        await until(at, 12)
        assert only(at).url == at.server.url("/old")
        assert only(at).moved_to == at.server.url("/new")
        assert at.server.asked["/old"] == at.server.asked["/older"] == 1
        assert at.server.asked["/new"] > 10
        assert told(at) == ["feed moved"]
        await until(at, 13)
        assert at.server.asked["/old"] == 2


async def test_a_temporary_redirect_is_followed_and_not_remembered(tmp_path: Path) -> None:
    """Row 7: also where it stands before a permanent one."""
    async with desk(tmp_path) as at:
        at.server.pages["/old"] = Page(status=302, headers={"Location": "/older"})
        at.server.pages["/older"] = Page(status=301, headers={"Location": "/new"})
        at.server.pages["/new"] = Page(body=rss(SWAP))
        at.list_feeds("/old")
        await until(at, 1)
        assert only(at).moved_to is None
        assert at.server.asked["/old"] == at.server.asked["/new"] > 1
        assert told(at) == []


async def test_a_server_that_says_unchanged_for_ever_is_asked_for_everything_once_a_day(tmp_path: Path) -> None:
    """Row 8."""
    body = {"now": rss(SWAP)}

    async def liar(request: web.Request) -> web.StreamResponse:
        if "If-None-Match" in request.headers:
            return web.Response(status=304)
        return web.Response(body=body["now"], headers={"ETag": '"for ever"'})

    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(answer=liar)
        at.list_feeds("/feed")
        await until(at, 2)
        body["now"] = rss(SWAP, DULL)
        await until(at, 20)
        assert only(at).entries == 1
        await until(at, 3)
        assert only(at).entries == 2
        whole = [headers for _, headers in at.server.seen if "If-None-Match" not in headers]
        assert len(whole) == 2


async def test_validators_are_only_the_servers_own(tmp_path: Path) -> None:
    """Row 8: none is made up, none is kept that the server no longer names."""
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(SWAP), headers={"Last-Modified": "yesterday, says the server"})
        at.list_feeds("/feed")
        await until(at, 0.2)
        first, second = at.server.seen[0][1], at.server.seen[1][1]
        assert "If-Modified-Since" not in first
        assert second["If-Modified-Since"] == "yesterday, says the server"
        assert "If-None-Match" not in second
        at.server.pages["/feed"] = Page(body=rss(SWAP, DULL))
        await until(at, 0.2)
        assert "If-Modified-Since" not in at.server.seen[-1][1]


WISHES = {
    "7200": 7200.0,
    "1": 300.0,
    "-5": 300.0,
    "soon": 300.0,
    "1000000000": 300.0,  # ten digits are no number of seconds that anybody means
    "999999999": 86_400.0,
    format_datetime(NOW + timedelta(hours=3)): 3 * 3600.0,
    "Thu, 01 Jan 1970 00:00:00 GMT": 300.0,
}


@pytest.mark.parametrize("status", [429, 503])
async def test_a_wish_to_be_left_alone_is_kept_within_a_day(tmp_path: Path, status: int) -> None:
    """Row 9: seconds, dates, and what is neither; between the interval and a day."""
    async with desk(tmp_path) as at:
        for n, header in enumerate(WISHES):
            headers = {"Retry-After": header, "Date": format_datetime(NOW, usegmt=True)}
            at.server.pages[f"/{n}"] = Page(status=status, headers=headers)
        at.list_feeds(*at.server.pages)
        await at.poll()
        waits = [(only_at(at, path).next_poll_at - at.now).total_seconds() for path in at.server.pages]
        assert waits == list(WISHES.values())


async def test_a_wait_is_kept_even_while_an_exchange_is_live(tmp_path: Path) -> None:
    """Row 9: never before Retry-After; TTL and the like give way, and come back into force afterwards."""
    async with desk(tmp_path) as at:
        hint = b"<channel><ttl>60</ttl>"
        at.server.pages["/feed"] = Page(
            body=rss({**SWAP, "published": NOW}).replace(b"<channel>", hint), headers={"Cache-Control": "max-age=1200"}
        )
        at.server.pages["/other"] = Page(body=rss(DULL).replace(b"<channel>", hint))
        at.list_feeds("/feed", "/other")
        await at.poll()
        feed, other = (at.store.feeds.get(at.server.url(path)) for path in ("/feed", "/other"))
        assert feed
        assert other
        assert feed.next_poll_at == at.now + timedelta(seconds=60)  # it tells of a live exchange
        assert other.next_poll_at == at.now + timedelta(hours=1)
        at.server.pages["/feed"] = Page(status=503, headers={"Retry-After": "600"})
        at.now += timedelta(seconds=60)
        await at.poll()
        feed = at.store.feeds.get(at.server.url("/feed"))
        assert feed
        assert feed.next_poll_at == at.now + timedelta(seconds=600)
        at.server.pages["/feed"] = Page(body=rss(SWAP).replace(b"<channel>", hint))
        await until(at, 4)
        assert only_at(at, "/feed").next_poll_at - (only_at(at, "/feed").polled_at or NOW) == timedelta(hours=1)


def only_at(at: Desk, path: str) -> Feed:
    """The feed at a path."""
    feed = at.store.feeds.get(at.server.url(path))
    assert feed
    return feed


async def test_when_an_exchange_is_told_those_that_cover_exchanges_are_polled_soon(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages |= {"/one": Page(body=rss(SWAP)), "/two": Page(body=rss(DULL))}
        at.list_feeds("/one", "/two")
        await at.poll()
        await until(at, 6)  # it is live no more
        assert only_at(at, "/one").next_poll_at - (only_at(at, "/one").polled_at or NOW) >= timedelta(seconds=300)
        fresh = {
            **SWAP,
            "id": "9",
            "link": "https://wire.example/9",
            "title": "Azerbaijan releases 32 Armenian prisoners of war",
        }
        at.server.pages["/two"] = Page(body=rss({**fresh, "published": at.now}))
        at.now = only_at(at, "/two").next_poll_at
        assert (await at.poll()).alerts == 1
        assert only_at(at, "/one").next_poll_at <= at.now + timedelta(seconds=60)


async def test_a_storm_of_failures_brings_no_storm_of_requests_nor_of_notices(tmp_path: Path) -> None:
    """Row 10: 200 feeds on 20 hosts, all failing at once."""

    async def storm(request: web.Request) -> web.StreamResponse:
        return web.Response(status=503)

    async with desk(tmp_path) as at:
        at.pipeline.spread = True
        at.pipeline.__post_init__()
        hosts = [at.server.base.replace("127.0.0.1", f"127.0.1.{n}") for n in range(20)]
        at.server.pages |= {f"/{n}": Page(answer=storm) for n in range(10)}
        urls = [f"{host}/{n}" for host in hosts for n in range(10)]
        at.store.feeds.sync([FeedConfig(url=url) for url in urls], 300.0, at.now)
        async with Fetcher(allow_private_networks=True) as anywhere:
            at.pipeline.fetcher = anywhere
            await at.poll()
            times = sorted(feed.next_poll_at for feed in at.store.feeds.listed())
            assert (times[-1] - times[0]).total_seconds() > 20  # jitter
            for _ in range(9):
                at.now += timedelta(minutes=50)
                await at.poll()
        assert set(told(at)) == {"feed died"}
        assert len(at.store.notices.untold(1000)) == 200  # one each, after hours


CHALLENGE = b"<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (Page(status=401), "asks for a password"),
        (Page(status=403), "refuses us"),
        (Page(status=404), "is not there any more"),
        (Page(body=CHALLENGE), "a robot check"),
        (Page(body=CHALLENGE, status=403, headers={"cf-mitigated": "challenge"}), "a robot check"),
    ],
    ids=["401", "403", "404", "challenge", "challenge 403"],
)
async def test_what_shuts_us_out_is_named_and_told_after_hours_and_nothing_is_lost(
    tmp_path: Path, page: Page, words: str
) -> None:
    """Row 11."""
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(DULL), headers={"ETag": '"1"'})
        at.list_feeds("/feed")
        await until(at, 0.1)
        good, at.server.pages["/feed"] = at.server.pages["/feed"], page
        await until(at, 3)
        assert words in (only(at).error or "")
        assert only(at).etag == '"1"'
        assert told(at) == []
        await until(at, 24)
        assert told(at) == ["feed died"]
        at.server.pages["/feed"] = good
        await until(at, 4)
        assert told(at) == ["feed died", "feed revived"]
        kinds = [each.kind for each in at.store.feeds.history(only(at).url)]
        assert kinds == [MilestoneKind.READ, MilestoneKind.FAILED, MilestoneKind.DIED, MilestoneKind.REVIVED]


async def test_what_is_gone_is_told_at_once_and_left_alone_until_it_is_listed_anew(tmp_path: Path) -> None:
    """Row 11: 410."""
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(status=410)
        at.list_feeds("/feed")
        assert await until(at, 48) == 1
        assert only(at).next_poll_at == NEVER
        assert told(at) == ["feed gone"]
        at.store.feeds.sync([], 300.0, at.now)
        at.list_feeds("/feed")
        at.server.pages["/feed"] = Page(body=rss(SWAP))
        assert (await at.poll()).changed == 1


async def test_fifty_entries_that_become_none_are_an_alarm_and_no_news(tmp_path: Path) -> None:
    """Row 11."""
    many = [{**DULL, "id": str(n), "link": f"https://wire.example/{n}"} for n in range(50)]
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(*many), headers={"ETag": '"1"'})
        at.list_feeds("/feed")
        await until(at, 0.1)
        at.server.pages["/feed"] = Page(body=rss(), headers={"ETag": '"2"'})
        await until(at, 24)
        assert told(at) == ["feed emptied"]
        assert (only(at).entries, only(at).etag) == (50, '"1"')
        assert "holds no entry any more" in (only(at).error or "")
        at.server.pages["/feed"] = Page(body=rss(*many, SWAP), headers={"ETag": '"3"'})
        await until(at, 4)
        assert told(at) == ["feed emptied", "feed revived"]


@pytest.mark.parametrize("how", ["short", "reset", "no length"])
async def test_a_body_that_breaks_off_earns_no_validators_and_loses_nothing(tmp_path: Path, how: str) -> None:
    """Row 14: the second half of the feed comes at the next poll, though the server says that nothing changed."""
    body = rss({**DULL, "published": NOW}, SWAP)
    broken = itertools.chain([True], itertools.repeat(False))

    async def flaky(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        if not next(broken):
            return web.Response(body=body, headers={"ETag": '"1"'})
        cut = body[: body.index(b"<item>", body.index(b"<item>") + 1) + 20]
        length = {} if how == "no length" else {"Content-Length": str(len(body))}
        assert request.transport
        head = "".join(
            f"{name}: {value}\r\n" for name, value in {"ETag": '"1"', "Connection": "close", **length}.items()
        )
        request.transport.write(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + cut)
        if how == "reset":
            request.transport.abort()
        request.transport.close()
        await asyncio.sleep(0.05)
        return web.Response()

    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(answer=flaky)
        at.list_feeds("/feed")
        first = await at.poll()
        assert only(at).etag is None
        assert first.alerts == 0
        await until(at, 0.5)
        assert only(at).etag == '"1"'
        assert [alert.kind for alert in at.store.events.alerts()] == ["new"]


async def test_a_feed_may_be_gone_from_the_list_while_it_is_polled(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.server.pages["/feed"] = Page(body=rss(SWAP))
        at.list_feeds("/feed")
        due = at.store.feeds.due(at.now)
        at.store.feeds.sync([], 300.0, at.now)
        assert (await at.pipeline.poll(due)).alerts == 1
        assert at.store.feeds.listed() == ()
        assert at.pipeline.busy == set()
