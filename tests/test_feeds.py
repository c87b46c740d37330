"""Reading feeds: every format, every usual break, and what must never come through."""

import contextlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import ParseError
from bot.feed_times import read_time
from bot.feeds import MAX_ENTRIES, parse_entries
from bot.intake import article_of
from bot.markup import plain_text
from bot.types import Entry
from tests.feed_server import rss

URL = "https://wire.example/feed.xml"


def entries(body: bytes, content_type: str | None = None) -> tuple[Entry, ...]:
    """The entries of a body."""
    return parse_entries(body, feed_url=URL, content_type=content_type).entries


RSS1 = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>W</title></channel>
<item rdf:about="https://wire.example/1"><title>Swap</title><link>https://wire.example/1</link>
<dc:date>2026-11-24T10:00:00+02:00</dc:date></item></rdf:RDF>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>W</title><entry><id>urn:1</id>
<title type="html">&lt;b&gt;Swap&lt;/b&gt; &amp;amp; talks</title><link href="/1"/>
<updated>2026-11-24T08:00:00Z</updated>
<summary>95 each</summary></entry></feed>"""


def test_rss_2_gives_every_field() -> None:
    published = datetime(2026, 11, 24, 8, tzinfo=UTC)
    body = rss({"id": "a", "title": "Swap", "summary": "<p>95 <b>each</b></p>", "link": URL, "published": published})
    assert entries(body) == (
        Entry(feed_url=URL, id="a", title="Swap", summary="95 each", link=URL, published=published),
    )


@pytest.mark.parametrize("body", [RSS1, ATOM], ids=["RSS 1.0", "Atom"])
def test_other_formats_give_the_same(body: bytes) -> None:
    (entry,) = entries(body)
    assert entry.title.startswith("Swap")
    assert entry.link == "https://wire.example/1"
    assert entry.published == datetime(2026, 11, 24, 8, tzinfo=UTC)


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Вісник & Ко",
    "language": "uk",
    "items": [
        {
            "id": "1",
            "url": "/1",
            "title": "205 < 206 & більше",
            "content_html": "<p>Обмін: <b>205</b></p><p>на 205</p>",
            "content_text": "Обмін",
            "date_published": "2026-11-24T10:00:00+02:00",
        },
        {"id": 2, "external_url": "https://a.example/2", "content_text": "рядок\nрядок <b>", "language": "ru"},
        {"id": "3", "title": "t", "url": "javascript:alert(1)", "date_modified": "2026-11-24T08:00:00Z"},
        {"id": "4"},
        "rubbish",
    ],
}


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1"])
def test_a_json_feed_gives_the_same(version: str) -> None:
    feed = parse_entries(json.dumps({**JSON_FEED, "version": version}).encode(), feed_url=URL)
    published = datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert (feed.title, feed.language, feed.empty) == ("Вісник & Ко", "uk", 1)
    assert feed.entries == (
        Entry(
            feed_url=URL,
            id="1",
            title="205 < 206 & більше",
            summary="Обмін: 205\nна 205",
            link="https://wire.example/1",
            published=published,
        ),
        Entry(feed_url=URL, id="2", summary="рядок\nрядок <b>", link="https://a.example/2", language="ru"),
        Entry(feed_url=URL, id="3", title="t", published=published),
    )


@pytest.mark.parametrize("body", [b'{"items": []}', b'{"version": 1}', b"{", b'{"version": "2", "items": [{"id": 1}]}'])
def test_other_json_is_no_feed(body: bytes) -> None:
    with pytest.raises(ParseError, match="is no RSS, Atom or JSON feed"):
        entries(body, "application/feed+json")


def test_of_an_archive_the_newest_are_taken_and_the_rest_is_counted() -> None:
    items = [
        {"id": str(n), "title": f"t{n}", "published": datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n)}
        for n in range(MAX_ENTRIES + 100)
    ]
    for order in (items, items[::-1]):
        feed = parse_entries(rss(*order), feed_url=URL)
        assert feed.left_out == 100
        assert {entry.title for entry in feed.entries} == {f"t{n}" for n in range(100, MAX_ENTRIES + 100)}


def test_entries_that_say_nothing_are_left_out_and_counted() -> None:
    feed = parse_entries(b"<rss><channel><item/><item><guid>1</guid></item><item><link>https://a.example/1</link></item>"
                         b"</channel></rss>", feed_url=URL)  # fmt: skip
    assert (len(feed.entries), feed.empty) == (1, 2)


@pytest.mark.parametrize("words", [" " * 30 + "g" * 10_000 + "\n", "g" * 10_000])
def test_an_id_of_any_length_is_one_id(words: str) -> None:
    (entry,) = entries(rss({"id": words, "title": "t"}))
    assert entry.id == entries(rss({"id": "g" * 10_000, "title": "t"}))[0].id
    assert len(entry.id) <= 300


@pytest.mark.parametrize(
    "date",
    [
        *(
            "1795428000",
            "Tue, 24 Nov 2026 10:00:00 +9999",
            "-0044-03-15T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "now",
            "  ",
        ),
        *(
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Tue, 30 Feb 2026 10:00:00 GMT",
            "30.02.2026 10:00",
            "99999999999-01-01",
            "Tue, 24 Nov 2026 1:00 PM EST",
        ),
    ],
)
def test_an_unusable_date_is_no_date(date: str) -> None:
    body = rss({"id": "1", "title": "t"}).replace(
        b"<title>t</title>", f"<title>t</title><pubDate>{date}</pubDate>".encode()
    )
    assert entries(body)[0].published is None


def test_an_entry_without_id_is_known_by_its_link_then_by_its_words() -> None:
    linked, wordless, again = entries(rss({"title": "A", "link": URL}, {"title": "B"}, {"title": "B"}))
    assert linked.id == URL
    assert wordless.id == again.id
    assert len(wordless.id) == 64


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://agency.example@evil.example/1", None),
        ("https://user:pw@agency.example/1", None),
        ("//user@agency.example/1", None),
        ("javascript:alert(1)", None),
        ("/1", "https://wire.example/1"),
        ("HTTPS://agency.example/1?at=a@b", "https://agency.example/1?at=a@b"),
    ],
)
def test_a_link_names_no_user_and_none_of_ours(link: str, shown: str | None) -> None:
    (entry,) = parse_entries(
        rss({"id": "1", "title": "x", "link": link}), feed_url="https://me:hush@wire.example/f"
    ).entries
    assert entry.link == shown


def test_what_is_secret_in_a_feeds_address_is_in_no_article() -> None:
    (entry,) = parse_entries(rss({"id": "7", "title": "x"}), feed_url="https://me:hush@wire.example/f?key=hush").entries
    assert article_of(entry, None, None).id == "https://wire.example/f?key=…#7"


def test_a_broken_feed_gives_what_is_whole() -> None:
    body = rss(*({"id": str(n), "title": f"Swap {n} &amp; more"} for n in range(50))).replace(b"</item>", b"", 1)
    assert len(entries(body[:-40])) >= 48


def test_only_the_newest_entries_are_taken() -> None:
    assert len(entries(rss(*({"id": str(n), "title": "x"} for n in range(MAX_ENTRIES + 100))))) == MAX_ENTRIES


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "is a web page, not a feed"),
        (b"\x00\x01rubbish\xff", "is no RSS, Atom or JSON feed"),
        (b'{"error": "not found"}', "is no RSS, Atom or JSON feed"),
        (b"/etc/passwd", "is no RSS, Atom or JSON feed"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, why: str) -> None:
    with pytest.raises(ParseError, match=why):
        entries(body)


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("utf-8", "utf-8", None),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-8", None),
        ("utf-8-sig", "windows-1251", None),
        ("windows-1251", "windows-1251", None),
        ("windows-1251", "utf-8", "text/xml; charset=windows-1251"),
        ("windows-1251", "utf-8", None),
        ("koi8-r", "koi8-r", None),
    ],
)
def test_the_encoding_is_found(encoding: str, declared: str, header: str | None) -> None:
    title = "Россия и Украина обменялись военнопленными, сообщило министерство обороны"
    text = rss({"id": "1", "title": title}).decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    assert entries(text.encode(encoding), header)[0].title == title


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE r [<!ENTITY a "'
        + b"x" * 1000
        + b'"><!ENTITY b "'
        + b"&a;" * 1000
        + b'">]>'
        + rss({"title": "t &b;"}),
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss({"title": "t &x;"}),
        b"\n" * 60_000 + rss({"title": "t"}),
        rss({"title": "t"}).replace(b">t<", b">t&#99999999999;&#xD800;\x00<"),
    ],
    ids=["entities", "external", "newlines", "references"],
)
def test_attacks_leave_the_entry_and_nothing_else(body: bytes) -> None:
    (entry,) = entries(body)
    assert entry.title.replace(" ", "") in {"t", "t&b;", "t&x;"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tue, 24 Nov 2026 13:00:00 MSK", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 12:00:00 EET", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Mon, 24 Aug 2026 13:00:00 EEST", datetime(2026, 8, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 13:00:00 TRT", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 13:00:00 +03:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 13:00 GMT+3", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 15:30:00 UTC+05:30", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 07:00:00 -0300", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("Sun, 25 Oct 2026 03:30:00 EEST", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the hour that comes twice
        ("Sun, 25 Oct 2026 03:30:00 EET", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("Sun, 29 Mar 2026 03:30:00 EET", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # the hour that there is not
        ("2026-11-24", datetime(2026, 11, 24, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 1:00 PM EST", None),
        ("2026-11-24T12:00:00+02:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("2026-11-24T10:00:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("soon", None),
        ("", None),
    ],
)
def test_times(words: str, expected: datetime | None) -> None:
    assert read_time(words) == expected


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("<p>one</p><p>two &amp; three</p>", "one\ntwo & three"),
        ("<script>alert(1)</script>95 <style>x</style>freed", "95 freed"),
        ("a\u202eb\x07c", "abc"),
        ("5 < 6", "5 < 6"),
        ("<" * 3000, ""),
    ],
)
def test_markup_becomes_words(markup: str, text: str) -> None:
    assert plain_text(markup).replace("<", "") == text.replace("<", "")


@settings(max_examples=120, deadline=None)
@given(body=st.binary(max_size=600) | st.text(max_size=300).map(lambda text: rss({"title": text or "x"})))
@example(body=b"<rss><channel><item><title>&#99999999999;</title></item>")
def test_any_bytes_are_a_feed_or_a_parse_error(body: bytes) -> None:
    with contextlib.suppress(ParseError):
        parse_entries(body, feed_url=URL)
