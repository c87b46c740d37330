"""The store, on real files: what it keeps, what it refuses, what it owes."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import FeedConfig
from bot.errors import StoreError
from bot.intake import Read, take_in
from bot.store import Store
from bot.types import AlertKind
from bot.wire import event_to_json
from detectors import Detection
from tests.chat import channel
from tests.facts import NOW, article, report, ru, ua
from tests.stores import BRIDGE, bring, bring_two_that_are_one, event_of, hint, owed, take


def test_feeds_are_those_of_the_config_and_remember_their_state(store: Store) -> None:
    store.feeds.sync([FeedConfig(url="https://a.example"), FeedConfig(url="https://b.example", every="1m")], 300.0, NOW)
    assert [feed.every for feed in store.feeds.due(NOW)] == [300.0, 60.0]
    with store.writing():
        store.entries.remember({1: 10, 2: 20}, NOW)
    store.feeds.sync([FeedConfig(url="https://b.example")], 300.0, NOW)
    assert [feed.url for feed in store.feeds.listed()] == ["https://b.example"]
    assert store.entries.known([1, 3]) == {1: 10}


@pytest.mark.parametrize(
    ("edit", "waited", "asked", "soon"),
    [
        ("more often", timedelta(minutes=5), None, True),
        ("more often", timedelta(hours=1), None, False),  # which its server wished
        ("listed anew", timedelta(hours=1), None, True),
        ("listed anew", timedelta(hours=1), timedelta(hours=1), False),  # Retry-After
        ("reread", timedelta(hours=1), None, True),
        ("reread", timedelta(hours=1), timedelta(hours=1), False),
    ],
)
def test_an_edit_polls_soon_but_not_before_a_server_allows(
    store: Store, edit: str, waited: timedelta, asked: timedelta | None, soon: bool
) -> None:
    feed = FeedConfig(url="https://a.example")
    store.feeds.sync([feed], 300.0, NOW)
    with store.writing():
        known = replace(store.feeds.listed()[0], polled_at=NOW, next_poll_at=NOW + waited)
        store.feeds.save(replace(known, not_before=NOW + asked if asked else None))
    later = NOW + timedelta(seconds=30)
    if edit == "reread":
        with store.writing():
            assert store.feeds.reread(feed.url, later)
    else:
        store.feeds.sync([feed] if edit == "more often" else [], 300.0, later)
        store.feeds.sync([feed], 10.0 if edit == "more often" else 300.0, later)
    assert bool(store.feeds.due(later)) is soon


def test_a_feed_first_listed_by_a_clock_that_ran_ahead_is_polled_at_once(store: Store) -> None:
    feed = FeedConfig(url="https://a.example")
    store.feeds.sync([feed], 300.0, NOW + timedelta(hours=1))
    assert not store.feeds.due(NOW)
    store.feeds.sync([feed], 300.0, NOW)
    assert store.feeds.due(NOW)


def test_one_transaction_holds_everything_or_nothing(store: Store) -> None:
    store.channels.sync([channel("@here")], NOW)
    with pytest.raises(RuntimeError), store.writing():  # noqa: PT012 (the error comes last, on purpose)
        store.entries.remember({1: 10}, NOW)
        detection = Detection(article_id="x", is_report=True, lang="en", reason="r", reports=(report(ua(5)),))
        take_in(store, Read(article("x"), detection), NOW, owe=True)
        raise RuntimeError
    assert store.entries.known([1]) == {}
    assert store.events.latest(5) == ()
    assert owed(store) == ()


def test_a_second_outlet_updates_the_event_and_owes_nothing_new(store: Store) -> None:
    store.channels.sync([channel("@here")], NOW)
    bring(store, "first", report(ua(103)))
    bring(store, "second", report(ua(103)))
    (event,) = store.events.latest(5)
    assert [ref.source for ref in event.reports] == ["first", "second"]
    assert [alert.kind for alert in store.events.alerts()] == [AlertKind.NEW]
    assert len(owed(store)) == 1


def test_the_same_article_from_two_feeds_counts_once(store: Store) -> None:
    bring(store, "first", report(ua(103)))
    bring(store, "first", report(ua(103)))
    assert len(store.events.latest(1)[0].reports) == 1


def test_reports_and_transfers_are_rows_that_sql_can_ask(store: Store, tmp_path: Path) -> None:
    bring(store, "first", report(ua(103), ru(95)))
    sql = "SELECT t.count FROM transfers t JOIN reports r ON r.id = t.report_id JOIN articles a ON a.id = r.article_id"
    with closing(sqlite3.connect(tmp_path / "exchanges.db")) as db:
        assert sorted(row[0] for row in db.execute(sql)) == [95, 103]


def test_a_merged_event_is_gone_and_its_reports_are_the_other_ones(store: Store) -> None:
    bring_two_that_are_one(store)
    first, gone = (event_of(store, name).id for name in ("living", "dead"))
    bring(store, "bridge", BRIDGE)
    assert [event.id for event in store.events.standing()] == [first]
    assert {event_id for _, event_id, _ in store.events.reports()} == {first}
    merged = store.events.get(gone)
    assert merged is not None
    assert merged.merged_into == first
    assert [event.id for event in store.events.candidates(("Russia", "Ukraine"), NOW.date())] == [first]
    assert [event.id for event in store.events.latest(5)] == [first]


def test_a_day_misread_by_months_does_not_hide_the_event(store: Store) -> None:
    bring(store, "first", report(ua(46), day=NOW.date()))
    bring(store, "misread", report(ua(46), day=NOW.date() - timedelta(days=180)))
    (event,) = store.events.standing()
    assert len(event.reports) == 2


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be looked at" * 20, b"SQLite format 3\x00" + b"x" * 200]
)
def test_garbage_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "exchanges.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="cannot be used as the database"):
        Store.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.close()
    with pytest.raises(StoreError, match="of another program"):
        Store.open(path)


def test_a_newer_versions_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "exchanges.db"
    Store.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('exchange_watch', 'to_come', '')"
    )
    newer.commit()
    newer.close()
    with pytest.raises(StoreError, match="newer version"):
        Store.open(path)


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    Store.open(tmp_path / "exchanges.db").close()
    assert (tmp_path / "exchanges.db").stat().st_mode & 0o077 == 0


def test_a_doubtful_report_is_shown_only_with_what_others_tell(store: Store) -> None:
    hint(store, "doubtful", report(ua(103), ru(103), day=NOW.date(), confidence=0.3))
    assert [*store.events.standing(), *store.events.latest(5), *store.search.find("Ukraine", 5)] == []
    assert owed(store) == ()
    bring(store, "sure", report(ua(103), ru(103), day=NOW.date()))
    (event,) = store.events.standing()
    assert store.events.latest(5) == (event,)
    assert store.search.find("Ukraine", 5) == (event.id,)
    assert [(ref["article_id"], ref["doubtful"]) for ref in event_to_json(event)["reports"]] == [
        ("sure", False),
        ("doubtful", True),
    ]


def test_doubtful_reports_of_two_outlets_are_shown_where_together_they_are_likely_and_told_to_nobody(
    store: Store,
) -> None:
    for name, confidence in (("a", 0.25), ("b", 0.2), ("c", 0.2)):
        assert list(store.events.standing()) == []
        hint(store, name, report(ua(103), ru(103), day=NOW.date(), confidence=confidence))
    (event,) = store.events.standing()
    assert len(event.transfers) == 2
    assert store.search.find("Ukraine", 5) == (event.id,)
    assert list(store.events.alerts()) == []


def test_an_article_that_is_edited_into_a_report_is_one(store: Store) -> None:
    hint(store, "a", report(ua(103), ru(103), day=NOW.date(), confidence=0.3))
    take(store, article("a"), report(ua(103), ru(103), day=NOW.date()), edited=True)
    (event,) = store.events.standing()
    assert event.told
    assert [alert.kind for alert in store.events.alerts()] == [AlertKind.NEW]
