"""Finding events by words and summing them up, through the real store."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import queries
from bot.hand import merge
from bot.render import statistics, words
from bot.store import Store
from detectors import Article, Category, Report
from tests.facts import NOW, article, report, ru, transfer, ua
from tests.stores import event_of, new_store, take

DAY = date(2026, 11, 23)


def tell(store: Store, each: Report, source: Article) -> str:
    """Take a report in as the pipeline does; the id of its event."""
    take(store, source, each, owe=False)
    return event_of(store, source.id).id


@pytest.mark.parametrize(
    "asked",
    [
        "ukraine",
        "Україна",
        "russland",
        "ROSJ",
        "Украина",
        "روسيا",
        "istan",
        "İstanbul",
        "2026-11-23",
        "2026-11",
        "canje",
        "俘",
        "Росією",
        "України",
        "Ukrainą",
        "Rusya'dan",
        "l'Ukraine",
        "الروسية",
        "الأوكراني",
        "Стамбулі",
        "23 November 2026",
        "November 23, 2026",
        "Nov",
        "23.11.2026",
        "листопад 2026",
        "23 листопада 2026 р.",
        "noviembre",
    ],
)
def test_an_event_is_found_by_every_word_of_it_in_any_language(store: Store, asked: str):
    told = Article(
        id="a", title="Canje de prisioneros 戰俘交換", source="El Día", published=NOW, url="https://a.example/"
    )
    event = tell(store, report(ua(205), ru(205), day=DAY, place="Istanbul"), told)
    tell(store, report(transfer("Israel", "Hamas", 5)), article("other", NOW - timedelta(days=40)))
    assert store.search.find(asked, 5) == (event,)
    assert store.search.find(f"{asked} Yemen", 5) == ()


@pytest.mark.parametrize("asked", ["Hamas", "حماس", "ХАМАСом", "Hamás", "Izraelem", "Святой Престол", "الكرسي"])
def test_groups_and_mediators_have_names_in_every_language_too(store: Store, asked: str):
    tell(store, report(ua(205), day=DAY), article("a"))
    each = report(transfer("Israel", "Hamas", 5), mediators=("Holy See",))
    event = tell(store, each, article("other", NOW - timedelta(days=40)))
    assert store.search.find(asked, 5) == (event,)
    assert store.search.find(f"{asked} 24 November 2026", 5) == ()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Росією", "Russia"), ("україні", "Ukraine"), ("США", None), ("Iran", None), ("Rusya", "Russia")],
)
def test_a_party_is_known_by_the_cases_of_its_name(store: Store, asked: str, meant: str | None):
    tell(store, report(ua(205), day=DAY), article("a"))
    assert store.search.known_party(asked) == meant


def test_the_latest_come_first_and_a_merged_event_is_found_no_more(store: Store):
    old = tell(store, report(ua(205), day=DAY - timedelta(days=30)), article("a", NOW - timedelta(days=30)))
    new = tell(store, report(ua(103), day=DAY), article("b"))
    assert store.search.find("ukraine", 5) == (new, old)
    assert store.search.find("ukraine", 1) == (new,)
    first, second = store.events.get(old), store.events.get(new)
    assert first
    assert second
    with store.writing():
        store.events.save_edit(merge(first, second, NOW), NOW)
    assert store.search.find("ukraine", 5) == (old,)
    assert [total.events for total in store.search.totals()] == [1]


@settings(max_examples=40, deadline=None)
@given(asked=st.text())
def test_whatever_a_person_types_is_no_query_of_its_own(tmp_path_factory, asked: str):
    store = new_store(tmp_path_factory.mktemp("search"))
    assert store.search.find(asked, 5) == ()
    store.close()


def test_totals_tell_each_way_with_the_range_of_what_is_said(store: Store):
    tell(store, report(ua(195, claimed_by=("Russia",)), ru(195), day=DAY), article("a"))
    tell(store, report(ua(207, claimed_by=("Ukraine",)), day=DAY), article("b"))
    tell(store, report(ua(1000, category=Category.BODIES), day=DAY), article("c"))
    tell(store, report(ua(None), ru(None), day=DAY - timedelta(days=60)), article("d", NOW - timedelta(days=60)))
    tell(store, report(transfer("Israel", "Palestinians", 90), day=DAY), article("e"))
    assert store.search.known_party("україна") == "Ukraine"
    assert store.search.known_party("Atlantis") is None
    assert statistics(store.search.totals("Ukraine"), words("en")).splitlines()[2:] == [
        "Russia and Ukraine · 24 September 2026 to 23 November 2026",
        "→ Ukraine: 195–207 people, in 2 exchanges · 1 of them without a figure",
        "→ Russia: 195 people, in 2 exchanges · 1 of them without a figure",
        "→ Ukraine: 1,000 bodies, in 1 exchange",
    ]
    assert "Palestinians" in statistics(store.search.totals(), words("en"))


def test_an_older_database_is_indexed_when_it_is_opened(store: Store, tmp_path: Path):
    event = tell(store, report(ua(205), day=DAY), article("a"))
    with store.writing():
        for table in ("indexed", "event_words", "moved", "moved_sides"):
            store._db.execute(f"DELETE FROM {table}")
    again = Store.open(tmp_path / "exchanges.db")
    assert again.search.find("ukraine", 5) == (event,)
    assert [total.high for total in again.search.totals()] == [205]
    again.close()


def test_the_bench_of_queries_still_fits_the_program(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["queries.py", "--events", "20", "--entries", "100"])
    monkeypatch.setattr(queries, "RUNS", 2)
    queries.main()
    assert "stats Україна" in capsys.readouterr().out
