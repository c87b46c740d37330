"""What an answer says beside its entries."""

from datetime import UTC, datetime

import pytest

from bot.answers import fresh_for, hint_in, is_challenge, is_whole

DATE = "Tue, 24 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": "public, max-age=600, s-maxage=9"}, 600),
        ({"Cache-Control": "max-age=600", "Age": "500"}, 100),
        ({"Cache-Control": "max-age=600", "Age": "700"}, None),
        ({"Cache-Control": "max-age=600", "Age": "soon"}, 600),
        ({"Cache-Control": "max-age=99999999"}, 86_400),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Cache-Control": "max-age=0", "Expires": "Tue, 24 Nov 2026 13:00:00 GMT", "Date": DATE}, None),
        ({"Cache-Control": "private", "Expires": "Tue, 24 Nov 2026 13:00:00 GMT", "Date": DATE}, 3600),
        ({"Expires": "Tue, 24 Nov 2020 13:00:00 GMT", "Date": DATE}, None),
        ({"Expires": "0", "Date": DATE}, None),
        ({"Expires": "Tue, 24 Nov 2026 13:00:00 GMT"}, None),
    ],
)
def test_how_long_an_answer_stays_fresh(headers: dict[str, str], seconds: float | None) -> None:
    assert fresh_for(headers) == seconds


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b"<rss><channel></channel></rss>", None),
        (b"<rss><channel><ttl>60</ttl></channel></rss>", 3600),
        (b"<ttl><![CDATA[ 5 ]]></ttl>", 300),
        (b"<ttl>0</ttl>", None),
        (b"<ttl>soon</ttl>", None),
        (b"<ttl>999999</ttl>", 86_400),
        (b"<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 900),
        (b"<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n1</sy:updateFrequency>", 3600),
        (b"<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
        (b"<ttl>10</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 3600),
    ],
)
def test_what_a_feed_wishes_in_its_own_body(body: bytes, seconds: float | None) -> None:
    assert hint_in(body) == seconds


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (b"<rss><channel></channel></rss>\n", True),
        (b"<rss></rss>\n<!-- served from a cache in 0.02 seconds -->", True),
        (b"<feed></feed>", True),
        (b"<rdf:RDF></rdf:RDF>", True),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', True),
        ("<rss></rss>".encode("utf-16"), True),
        (b"<rss><channel><item><title>cut of", False),
        (b"", False),
        (b'{"items": [', False),
    ],
)
def test_whether_a_body_reaches_its_own_end(body: bytes, whole: bool) -> None:
    assert is_whole(body) is whole


CLOUDFLARE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"


@pytest.mark.parametrize(
    ("headers", "body", "challenge"),
    [
        ({}, CLOUDFLARE, True),
        ({"cf-mitigated": "challenge"}, b"", True),
        ({}, b"<html><script src='/cdn-cgi/challenge-platform/h/b/orchestrate'></script></html>", True),
        ({}, b"<rss><item><title>Just a moment...</title></item></rss>", False),
        ({}, b"<html><title>A page about a moment</title></html>", False),
    ],
)
def test_pages_that_shut_robots_out_are_told_apart(headers: dict[str, str], body: bytes, challenge: bool) -> None:
    """Row 11: a challenge page, whatever its status."""
    assert is_challenge(headers, body) is challenge


def test_dates_are_read_by_the_servers_own_clock() -> None:
    from bot.answers import retry_after, served_at

    assert served_at({"Date": DATE}) == datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert served_at({}) is None
    assert retry_after("Tue, 24 Nov 2026 12:05:00 GMT", served_at({"Date": DATE}) or datetime.now(UTC)) == 300
