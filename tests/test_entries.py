"""Which entries are new: whatever servers do to ids, links and texts, nothing is hidden and nothing comes twice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.entries import canonical_link, is_flood, looks_of, sort_out
from bot.types import Entry
from tests.facts import NOW

FEED = "https://wire.example/feed"
LONG = "Russia and Ukraine exchanged prisoners of war on Friday, the Emirates mediating, officials on both sides said."


class Memory:
    """What a feed's entries were, from poll to poll."""

    def __init__(self) -> None:
        self.known: dict[int, int] = {}

    def poll(self, *entries: Entry) -> tuple[list[str], list[str]]:
        """The titles of the new entries and of the edited ones."""
        news = sort_out(looks_of(entries), self.known)
        self.known |= news.remember
        return [entry.title for entry in news.new], [entry.title for entry in news.edited]


def entry(n: int, **more: object) -> Entry:
    fields = {"id": f"id{n}", "title": f"Title {n}", "summary": f"{LONG} {n}", "link": f"https://wire.example/{n}"}
    return Entry(feed_url=FEED, **{**fields, "published": NOW, **more})  # type: ignore[arg-type]


def test_an_entry_is_new_once() -> None:
    memory = Memory()
    assert memory.poll(entry(1), entry(2)) == (["Title 1", "Title 2"], [])
    assert memory.poll(entry(2), entry(3)) == (["Title 3"], [])
    assert memory.poll(entry(1), entry(2), entry(3)) == ([], [])  # the feed goes backwards


SAME = {
    "another id": {"id": "x"},
    "another id, http": {"id": "x", "link": "http://wire.example/1"},
    "tracking": {"id": "x", "link": "https://www.wire.example/1/?utm_source=rss&at_medium=RSS#top"},
    "moved, all re-posted": {"id": "x", "link": "https://new.example/a/1", "published": NOW + timedelta(days=3)},
    "another link": {"link": "https://wire.example/one"},
    "another date": {"published": NOW + timedelta(hours=1)},
    "without id or link": {"id": "x", "link": None},
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME.keys())
def test_the_same_entry_in_another_dress_is_known(change: dict[str, object]) -> None:
    memory = Memory()
    memory.poll(entry(1), entry(2))
    assert memory.poll(entry(1, **change), entry(2)) == ([], [])


@pytest.mark.parametrize("change", [{}, {"id": "x"}, {"link": None}, {"link": "https://wire.example/1?fbclid=9"}])
def test_other_words_are_an_edit(change: dict[str, object]) -> None:
    memory = Memory()
    first = {key: None for key in change if key == "link" and change[key] is None}
    memory.poll(entry(1, **first), entry(2))
    assert memory.poll(entry(1, title="206 each", **change), entry(2)) == ([], ["206 each"])
    assert memory.poll(entry(1, title="206 each", **change), entry(2)) == ([], [])


def test_an_emptied_body_and_its_return_are_no_edits() -> None:
    memory = Memory()
    memory.poll(entry(1))
    assert memory.poll(entry(1, summary="")) == ([], [])
    assert memory.poll(entry(1)) == ([], [])
    assert memory.poll(entry(1, title="206 each", summary="")) == ([], ["206 each"])


def test_one_id_for_all_hides_none() -> None:
    memory = Memory()
    assert memory.poll(entry(1, id="same"), entry(2, id="same"))[0] == ["Title 1", "Title 2"]
    assert memory.poll(entry(2, id="same"), entry(3, id="same")) == (["Title 3"], [])
    assert memory.poll(entry(4, id="same")) == (["Title 4"], [])  # even alone


def test_one_link_for_all_hides_none() -> None:
    memory = Memory()
    home = "https://wire.example/"
    assert memory.poll(entry(1, link=home), entry(2, link=home))[0] == ["Title 1", "Title 2"]
    assert memory.poll(entry(2, link=home), entry(3, link=home)) == (["Title 3"], [])


def test_ids_that_number_places_hide_none() -> None:
    memory = Memory()
    memory.poll(entry(1, id="1"), entry(2, id="2"))
    assert memory.poll(entry(3, id="1"), entry(1, id="2"), entry(2, id="3")) == (["Title 3"], [])


def test_ids_that_change_every_time_and_have_no_links_alert_once() -> None:
    memory = Memory()
    memory.poll(entry(1, link=None))
    assert memory.poll(entry(1, link=None, id="other")) == ([], [])


def test_short_words_recur_and_are_news_each_time() -> None:
    memory = Memory()
    memory.poll(entry(1, title="Prisoners exchanged", summary=""))
    later = entry(2, title="Prisoners exchanged", summary="", published=NOW + timedelta(days=9))
    assert memory.poll(later)[0] == ["Prisoners exchanged"]


def test_what_is_alike_stays_apart_from_feed_to_feed() -> None:
    memory = Memory()
    memory.poll(entry(1))
    assert memory.poll(replace(entry(1), feed_url="https://other.example/feed"))[0] == ["Title 1"]


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("http://www.Wire.example:80/a/?utm_source=x&id=5&fbclid=y#part", "https://wire.example/a?id=5"),
        ("https://wire.example/?p=7", "https://wire.example?p=7"),
        ("https://wire.example/news?cid=7&source=12", "https://wire.example/news?cid=7&source=12"),
        ("https://wire.example:8443/a", "https://wire.example:8443/a"),
        ("https://wire.example/#!/story/9", "https://wire.example#!/story/9"),
        ("https://пример.рф/Обмен?q=пленные", "https://пример.рф/Обмен?q=%D0%BF%D0%BB%D0%B5%D0%BD%D0%BD%D1%8B%D0%B5"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_a_page_has_one_address(link: str, page: str) -> None:
    assert canonical_link(link) == page


@given(st.text(max_size=60).map("https://wire.example/".__add__))
def test_an_address_in_its_one_form_stays_as_it_is(link: str) -> None:
    assert canonical_link(canonical_link(link)) == canonical_link(link)


def odd_entries() -> st.SearchStrategy[list[Entry]]:
    few: Iterable[str] = ["a", "b", " ", "g" * 10_000]
    one = st.builds(
        Entry,
        feed_url=st.just(FEED),
        id=st.sampled_from([*few]),
        title=st.sampled_from(["T", "U", ""]),
        summary=st.sampled_from(["", LONG]),
        link=st.sampled_from([None, "https://wire.example/1", "http://[::1"]),
        published=st.sampled_from([None, NOW]),
    )
    return st.lists(one, max_size=6)


@given(odd_entries())
def test_whatever_a_feed_holds_is_known_the_next_time(entries: list[Entry]) -> None:
    memory = Memory()
    memory.poll(*entries)
    new, _ = memory.poll(*entries)
    assert new == []


@pytest.mark.parametrize(
    ("new", "seconds", "flood"), [(100, 60, False), (101, 60, True), (500, 300, True), (500, 36_000, False)]
)
def test_more_than_anybody_writes_is_a_flood(new: int, seconds: float, flood: bool) -> None:
    assert is_flood(new, seconds) is flood
