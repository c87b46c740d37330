import io
import re
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import feedparser
import pytest

from bot.cli.demo_feeds import ROUNDS, Outlets, SampleFeed, feed_body, sample_feeds

NOW = datetime(2026, 3, 1, 0, 20, tzinfo=UTC)

FORMATS = {"rss20", "rss10", "atom10"}
LANGUAGES = {"en", "uk", "ru"}
ROOT = Path(__file__).parents[1]
# Three exchanges are told once; two of them once more, when the other side speaks.
EXPECTED = [["Armenia", "Azerbaijan"], *[["Russia", "Ukraine"]] * 4]


def parsed(feed: SampleFeed, round_: int) -> feedparser.FeedParserDict:
    return feedparser.parse(io.BytesIO(feed_body(feed.template, round_=round_, now=NOW)))


def test_the_samples_come_in_three_formats_and_three_languages():
    feeds = [parsed(feed, ROUNDS) for feed in sample_feeds()]
    assert all(not feed.bozo for feed in feeds)
    assert {feed.version for feed in feeds} == FORMATS
    assert {feed.feed.language[:2] for feed in feeds} == LANGUAGES


def test_every_entry_is_fresh_and_says_where_it_stands():
    for feed in sample_feeds():
        found = parsed(feed, ROUNDS)
        assert (found.feed.title, len(found.entries)) == (feed.name, feed.entries)
        for entry in found.entries:
            published = datetime(*(entry.get("published_parsed") or entry.updated_parsed)[:6], tzinfo=UTC)
            assert timedelta(0) < NOW - published < timedelta(hours=12)
            assert entry.link.split("/")[2].endswith(".example")
            assert entry.title
            assert entry.summary


def test_the_second_round_only_adds():
    added = 0
    for feed in sample_feeds():
        first, second = ({entry.link for entry in parsed(feed, round_).entries} for round_ in (1, 2))
        assert first <= second
        added += len(second - first)
    assert added == 4


async def test_outlets_answer_unchanged_until_the_next_round_brings_news():
    feeds = sample_feeds()
    async with Outlets(feeds, now=NOW) as outlets, aiohttp.ClientSession() as client:
        changing = next(feed for feed in feeds if "<!-- round 2 -->" in feed.template)
        async with client.get(outlets.url(changing)) as answer:
            etag = answer.headers["ETag"]
            assert (answer.status, await answer.read()) == (200, feed_body(changing.template, round_=1, now=NOW))
        assert (outlets.answers(1), len(outlets.feeds)) == (1, 6)
        known = {"If-None-Match": etag}
        async with client.get(outlets.url(changing), headers=known) as answer:
            assert (answer.status, outlets.answered[changing.file]) == (304, 2)
        outlets.start_round(2)
        async with client.get(outlets.url(changing), headers=known) as answer:
            assert (answer.status, outlets.answered[changing.file]) == (200, 1)
        async with client.get(outlets.url(changing).replace(".xml", ".txt")) as answer:
            assert answer.status == 404


@pytest.mark.parametrize("feed", sample_feeds(), ids=lambda feed: feed.file)
def test_no_placeholder_is_left(feed: SampleFeed):
    assert b"{{" not in feed_body(feed.template, round_=ROUNDS, now=NOW)


@pytest.mark.parametrize("clock", ["00:01", "07:30", "08:30", "23:59"])
def test_the_news_of_the_demo_is_of_one_day_whenever_it_is_run(clock: str):
    now = datetime.fromisoformat(f"2026-11-26T{clock}+00:00")
    ages = [int(age) for feed in sample_feeds() for age in re.findall(r"(\d+)m ago\}\}", feed.template)]
    assert len(ages) > 30
    body = feed_body(" ".join(f"{{{{rfc3339 {age}m ago}}}}" for age in ages), round_=1, now=now).decode()
    times = [datetime.fromisoformat(each) for each in body.split()]
    assert len({time.date() for time in times}) == 1
    assert all(timedelta(0) < now - time < timedelta(hours=18) for time in times)


def test_the_demo_tells_the_news_and_nothing_else_and_ends(tmp_path: Path):
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--picture", "alert.svg"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONWARNINGS": "error"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert time.monotonic() - start < 45
    told, latest = done.stdout.split("exchanges latest")
    headlines = [line.strip("│ ") for line in told.splitlines() if "⇄" in line]
    assert sorted(sorted(headline.split(":")[0].split(" ⇄ ")) for headline in headlines) == EXPECTED
    assert told.count("Updated") == 2
    assert "37 entries read: 11 reports of 3 exchanges gave 5 alerts. 26 entries told of other things" in " ".join(
        told.split()
    )
    assert latest.count("╭") == 3
    for figure in ("Ukraine 246–277 prisoners", "Russia 246 prisoners", "Ukraine 1,212 bodies", "Russia 27 bodies"):
        assert f"→ {figure}" in " ".join(latest.split())
    assert "exchanges run" in latest
    picture = (tmp_path / "alert.svg").read_text(encoding="utf-8")
    assert "277" in picture
    assert "@font-face" not in picture
    assert [path.name for path in tmp_path.iterdir()] == ["alert.svg"]
