"""OPML in, out, and edited in place."""

import contextlib
import re
import tarfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.opml import ListedFeed, read_opml, remove_from_opml, switch_in_opml, write_opml
from tests.specs import CORPORA, WHY_NO_CORPORA

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<!-- mine -->
<opml xmlns:watch="urn:exchange-watch" version="2.0">
  <body>
    <!-- the war -->
    <outline text="War">
      <outline type="rss" text="A" xmlUrl="https://a.example/" language="uk"/>
      <!-- slow -->
      <outline type="rss" text="B" xmlUrl="https://b.example/" watch:every="5m"/>
    </outline>
    <outline type="rss" text="C" xmlUrl="https://c.example/" watch:found="https://page.example/"/>
  </body>
</opml>
"""
A = ListedFeed(url="https://a.example/", name="A", language="uk", group="War")
B = ListedFeed(url="https://b.example/", name="B", every="5m", group="War")
C = ListedFeed(url="https://c.example/", name="C")


def test_folders_are_groups_and_feeds_know_their_line():
    feeds = read_opml(LIST)
    assert feeds == (A, B, C)
    assert [feed.line for feed in feeds] == [7, 9, 11]


def test_each_address_is_taken_once_and_sloppy_lists_are_understood():
    opml = b"""<opml version="1.0"><body><outline title=" The  war "><outline text="Agencies">
    <outline TITLE="A" xmlurl=" https://a.example/ "/></outline></outline><outline text="again" xmlUrl="https://a.example/"/>
    <outline text="no feed"/><outline type="include" text="another list" xmlUrl="https://list.example/"/></body></opml>"""
    assert read_opml(opml) == (ListedFeed(url="https://a.example/", name="A", group="The war/Agencies"),)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<rss/>",
        b"{}",
        b"not xml",
        b'<!DOCTYPE o [<!ENTITY a "aaaa">]><opml><body><outline text="&a;" xmlUrl="https://a.example/"/></body></opml>',
        b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body>&a;</body></opml>',
    ],
)
def test_what_is_no_opml_is_said_to_be_none(body: bytes):
    with pytest.raises(ValueError, match="OPML"):
        read_opml(body)


def test_entities_that_grow_without_end_cost_nothing():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol" * 10}">' for n in range(12))
    with pytest.raises(ValueError, match="entities"):
        read_opml(
            f'<!DOCTYPE o [{entities}]><opml><body><outline xmlUrl="https://a.example/"/>&a11;</body></opml>'.encode()
        )


def test_a_list_without_end_tags_is_read_as_far_as_it_goes():
    assert read_opml(LIST[: LIST.index(b"<!-- slow -->")]) == (A,)


text = st.text(st.characters(codec="utf-8"), max_size=20)
clean = text.map(lambda each: " ".join(re.sub("[^\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", each).split()))
groups = st.lists(clean.filter(bool).map(lambda each: each.replace("/", "-")), max_size=3).map("/".join)
feeds = st.builds(
    ListedFeed,
    url=st.integers(0, 10**6).map("https://a.example/?a=1&b={}".format),
    name=clean.map(lambda each: each or None),
    language=st.sampled_from([None, "uk", "pt-BR"]),
    every=st.sampled_from([None, "5m", "90s"]),
    group=groups.map(lambda each: each or None),
    enabled=st.booleans(),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(feeds, max_size=6, unique_by=lambda feed: feed.url))
@example([ListedFeed(url="https://a.example/?a=1&b=2", name='A & "B" <c>', language="uk", group="War/Agencies")])
def test_a_list_survives_the_way_through_opml(listed: list[ListedFeed]):
    read = read_opml(write_opml(listed).encode())
    assert sorted(read, key=str_of) == sorted(listed, key=str_of)


def str_of(feed: ListedFeed) -> str:
    return feed.url


@given(st.builds(ListedFeed, url=st.just("https://a.example/"), name=text, group=text))
def test_whatever_names_are_they_can_be_written_and_read(feed: ListedFeed):
    (read,) = read_opml(write_opml([feed]).encode())
    assert read.url == feed.url
    assert read_opml(write_opml([read]).encode()) == (read,)


@given(st.binary(max_size=200) | st.integers(0, len(LIST)).map(lambda cut: LIST[:cut] + LIST[cut + 3 :]))
def test_no_body_breaks_the_reader(body: bytes):
    with contextlib.suppress(ValueError):
        assert all(feed.url for feed in read_opml(body))


def test_feeds_are_removed_and_switched_with_every_comment_kept():
    off = switch_in_opml(LIST, {B.url}, on=False)
    assert [feed.enabled for feed in read_opml(off)] == [True, False, True]
    assert switch_in_opml(off, {B.url}, on=True) == LIST
    for url, left in ((A.url, (B, C)), (B.url, (A, C)), (C.url, (A, B))):
        removed = remove_from_opml(LIST, {url})
        assert read_opml(removed) == left
        assert removed.count(b"<!--") == LIST.count(b"<!--")
        assert b"\n\n" not in removed.rstrip()
    assert b"watch:found" in off
    plain = b'<opml version="1.1"><body><outline text="A" xmlUrl="https://a.example/"/></body></opml>'
    assert b'watch:enabled="false"' in switch_in_opml(plain, {A.url}, on=False)


def test_a_list_that_is_not_well_formed_is_not_edited():
    with pytest.raises(ValueError, match="by hand"):
        remove_from_opml(LIST[:-10], {A.url})


@pytest.mark.skipif(not (CORPORA / "listparser.tar.gz").exists(), reason=WHY_NO_CORPORA)
def test_the_public_lists_are_read_as_their_authors_expect(tmp_path: Path):
    """110 files of listparser's tests: no exception, and the feeds that each OPML list's comment expects."""
    with tarfile.open(CORPORA / "listparser.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    files = sorted(tmp_path.rglob("*.xml"))
    assert len(files) == 110
    checked = 0
    for file in files:
        body = file.read_bytes()
        try:
            read = read_opml(body)
        except ValueError:
            assert "opml" not in file.parts, file.name
            continue
        if file.name == "concatenated-documents.xml":  # of which the first document is read
            continue
        urls = [feed.url for feed in read]
        expects = body.replace(b"'", b'"')
        expected = re.search(rb'len\(result\["feeds"\]\) == (\d+)', expects)
        named = re.findall(rb'result\["feeds"\]\[(\d+)\]\["url"\] == "(.+?)"', expects)
        assert expected is None or len(urls) == int(expected[1]), file.name
        assert all(urls[int(number)] == url.decode() for number, url in named), file.name
        checked += bool(expected or named)
    assert checked >= 16
