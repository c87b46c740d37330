import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.types import Alert, AlertKind, Event, EventStatus, ReportRef
from bot.wire import (
    alert_to_json,
    article_from_json,
    detection_to_json,
    event_to_json,
    parse_published,
    time_to_json,
)
from detectors import Article, Category, Detection, Kind, Part, Qualifier, Report, RunningTotal, Span, Status, Transfer

NOON = datetime(2025, 6, 16, 12, 0, tzinfo=UTC)
SPAN = Span(field="text", start=3, end=9, text="six of", rule="transfer.returned")
FALLEN = Transfer(
    released_by=("Russia",),
    returned_to=("Ukraine",),
    category=Category.BODIES,
    count=1200,
    qualifier=Qualifier.EXACT,
    claimed_by=("Russia's defence ministry",),
    confirmed_by=("Ukraine",),
    evidence=(SPAN,),
)


def test_an_article_needs_only_one_text_and_unknown_keys_are_ignored():
    assert article_from_json({"summary": "Kyiv says 5 are home", "mood": 3}) == Article(summary="Kyiv says 5 are home")


def test_every_key_of_an_article_is_read():
    given = {
        "id": "a1",
        "title": "t",
        "summary": "s",
        "text": "x",
        "lang": "uk",
        "published": "2025-06-16T15:00:00+03:00",
        "url": "https://a.example/1",
        "source": "A",
    }
    assert article_from_json(given) == Article(
        id="a1", title="t", summary="s", text="x", lang="uk", published=NOON, url="https://a.example/1", source="A"
    )


def test_what_the_article_says_goes_before_what_the_call_says():
    stated = {"published": NOON, "lang": "ru"}
    silent, telling = {"text": "x"}, {"text": "x", "published": "2020-01-02", "lang": "en"}
    assert article_from_json(silent, **stated) == Article(text="x", published=NOON, lang="ru")
    assert article_from_json(telling, **stated) == Article(text="x", published=date(2020, 1, 2), lang="en")


def test_a_number_as_id_is_kept_as_its_digits():
    assert article_from_json({"id": 7, "text": "x"}).id == "7"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (["text"], "JSON object"),
        ({"id": "a1", "body": "x"}, "title, summary or text"),
        ({"text": 5}, "text: expected text, got int"),
        ({"text": "x", "lang": ["en"]}, "lang: expected text, got list"),
        ({"text": "x", "published": "yesterday"}, "published: 'yesterday' is no date"),
        ({"text": "x", "published": "0001-01-01T00:00:00+14:00"}, "published: "),
    ],
)
def test_a_broken_article_names_the_key(given, fault):
    with pytest.raises(ValueError, match="^.*" + fault):
        article_from_json(given)


def test_half_a_surrogate_pair_becomes_one_sign_that_utf8_can_carry():
    article = article_from_json(json.loads('{"text": "a\\ud83dz", "id": "\\udc00"}'))
    assert (article.text, article.id) == ("a\ufffdz", "\ufffd")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-06-16", date(2025, 6, 16)),
        ("2025-06-16T12:00:00Z", NOON),
        ("2025-06-16T12:00", NOON),
        ("2025-06-16 15:00:00+03:00", NOON),
        ("Mon, 16 Jun 2025 12:00:00 GMT", NOON),
        ("  ", None),
    ],
)
def test_days_and_times_are_read_as_feeds_and_scripts_write_them(text, moment):
    assert parse_published(text) == moment


def test_a_detection_is_written_as_the_contract_shows():
    report = Report(
        status=Status.COMPLETED,
        kind=Kind.BODIES,
        confidence=0.97041,
        parties=("Russia", "Ukraine"),
        transfers=(FALLEN,),
        mediators=("ICRC",),
        event_date=date(2025, 6, 16),
        place="Belarus",
        ordinal=50,
        running_totals=(RunningTotal(what="returned to Ukraine since 2022", count=3035),),
        agreement="Istanbul agreements",
    )
    detection = Detection(article_id="a1", is_report=True, lang="en", reason="completed exchange", reports=(report,))
    written = json.loads(json.dumps(detection_to_json(detection)))
    assert {key: written[key] for key in ("id", "is_report", "lang", "reason", "mentions")} == {
        "id": "a1",
        "is_report": True,
        "lang": "en",
        "reason": "completed exchange",
        "mentions": [],
    }
    assert written["reports"][0] == {
        "status": "completed",
        "kind": "bodies",
        "confidence": 0.97,
        "parties": ["Russia", "Ukraine"],
        "transfers": [
            {
                "released_by": ["Russia"],
                "returned_to": ["Ukraine"],
                "category": "bodies",
                "count": 1200,
                "count_max": None,
                "qualifier": "exact",
                "planned": False,
                "claimed_by": ["Russia's defence ministry"],
                "confirmed_by": ["Ukraine"],
                "breakdown": [],
                "evidence": [{"text": "six of", "start": 3, "end": 9, "field": "text", "rule": "transfer.returned"}],
            }
        ],
        "mediators": ["ICRC"],
        "event_date": "2025-06-16",
        "place": "Belarus",
        "ordinal": 50,
        "running_totals": [{"what": "returned to Ukraine since 2022", "count": 3035, "evidence": []}],
        "agreement": "Istanbul agreements",
        "evidence": [],
    }


def test_an_article_without_an_id_answers_with_null():
    detection = Detection(article_id="", is_report=False, lang=None, reason="no exchange")
    assert detection_to_json(detection)["id"] is None


def test_an_event_lists_its_reports_and_every_figure():
    mixed = Transfer(
        released_by=("Ukraine",),
        returned_to=("Russia",),
        category=Category.MIXED,
        count=49,
        qualifier=Qualifier.EXACT,
        breakdown=(Part(category=Category.CIVILIANS, count=7),),
    )
    event = Event(
        id="e1",
        parties=("Russia", "Ukraine"),
        status=EventStatus.COMPLETED,
        kind=Kind.BOTH,
        transfers=(FALLEN, mixed),
        reports=(
            ReportRef(
                article_id="a1",
                url="https://a.example/1",
                source="A",
                published=NOON,
                lang="en",
                status=Status.COMPLETED,
            ),
        ),
        first_seen=NOON,
        updated=NOON + timedelta(seconds=90),
    )
    written = event_to_json(event)
    assert [transfer["count"] for transfer in written["transfers"]] == [1200, 49]
    assert written["transfers"][1]["breakdown"] == [{"category": "civilians", "count": 7}]
    assert written["reports"][0]["article_id"] == "a1"
    assert written["reports"][0]["published"] == "2025-06-16T12:00:00Z"
    assert (written["event_date"], written["first_seen"], written["updated"]) == (
        None,
        "2025-06-16T12:00:00Z",
        "2025-06-16T12:01:30Z",
    )


def test_an_alert_is_written_as_the_contract_shows():
    alert = Alert(id=3, event_id="e1", kind=AlertKind.UPDATE, reason="count revised", at=NOON, article_id="a2")
    assert alert_to_json(alert) == {
        "event_id": "e1",
        "kind": "update",
        "reason": "count revised",
        "at": "2025-06-16T12:00:00Z",
        "article_id": "a2",
    }


def test_times_are_told_in_utc():
    assert time_to_json(datetime(2025, 6, 16, 15, tzinfo=timezone(timedelta(hours=3)))) == "2025-06-16T12:00:00Z"
