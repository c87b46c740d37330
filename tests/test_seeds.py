"""The starter list: real feeds in many languages, each with the page where its address was found."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from bot.config import FeedConfig
from bot.config_files import same_address
from bot.opml import OURS, read_opml
from detectors.language import codes

STARTER = Path(__file__).parents[1] / "seeds/starter.opml"
BODY = STARTER.read_bytes()
FEEDS = read_opml(BODY)


def test_the_list_is_large_and_speaks_many_languages_that_are_read():
    assert len(FEEDS) >= 60
    languages = Counter(feed.language for feed in FEEDS)
    assert len(languages) >= 10
    assert languages.keys() <= set(codes())


def test_every_feed_is_named_grouped_and_good():
    for feed in FEEDS:
        assert feed.name, feed.url
        assert feed.group, feed.url
        assert FeedConfig.model_validate({"url": feed.url, "language": feed.language})
    assert len({feed.group for feed in FEEDS}) >= 6


def test_no_feed_is_listed_twice():
    addresses = Counter(re.sub("^https?://(www\\.)?", "", same_address(feed.url)).rstrip("/") for feed in FEEDS)
    assert [address for address, count in addresses.items() if count > 1] == []
    assert BODY.count(b"xmlUrl=") == len(FEEDS)


def test_every_feed_names_the_page_where_it_was_found():
    for outline in etree.fromstring(BODY).iter("outline"):
        if url := outline.get("xmlUrl"):
            page = urlsplit(outline.get(f"{{{OURS}}}found") or "")
            assert page.scheme == "https", url
            assert page.hostname, url


def test_http_without_tls_has_a_reason():
    for outline in etree.fromstring(BODY).iter("outline"):
        url = outline.get("xmlUrl", "https://")
        assert url.startswith("https://") or outline.get(f"{{{OURS}}}http"), url
