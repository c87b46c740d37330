import csv
import io

from bot.cli.tables import write_csv

TRANSFER = {
    "released_by": ["Russia"],
    "returned_to": ["Ukraine"],
    "category": "bodies",
    "count": 1212,
    "count_max": None,
    "qualifier": "exact",
    "planned": False,
    "claimed_by": ["Ukraine's Coordination Headquarters", "Umerov"],
    "confirmed_by": [],
}
EVENT = {
    "id": "e1",
    "parties": ["Russia", "Ukraine"],
    "status": "completed",
    "kind": "bodies",
    "event_date": "2025-06-11",
    "mediators": [],
    "place": "=1+1",
    "transfers": [TRANSFER, {**TRANSFER, "count": 0}],
    "reports": [{"article_id": "a1"}, {"article_id": "a2"}],
    "first_seen": "2025-06-11T10:00:00Z",
    "updated": "2025-06-11T11:00:00Z",
}


def table(what: str, *objects: dict) -> list[dict]:
    out = io.StringIO()
    write_csv(out, what, objects)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_an_event_has_one_row_a_transfer():
    rows = table("events", EVENT)
    assert [row["count"] for row in rows] == ["1212", "0"]
    assert {row["id"] for row in rows} == {"e1"}
    assert rows[0]["parties"] == "Russia; Ukraine"
    assert rows[0]["claimed_by"] == "Ukraine's Coordination Headquarters; Umerov"
    assert (rows[0]["planned"], rows[0]["count_max"], rows[0]["reports"]) == ("false", "", "2")


def test_an_event_without_transfers_has_a_row_too():
    rows = table("events", {**EVENT, "transfers": []})
    assert [(row["id"], row["count"]) for row in rows] == [("e1", "")]


def test_words_that_a_spreadsheet_would_run_are_words():
    assert table("events", EVENT)[0]["place"] == "'=1+1"


def test_alerts_have_one_row_each():
    alert = {"event_id": "e1", "kind": "new", "reason": "first report", "at": "2025-06-11T10:00:00Z", "article_id": "a"}
    assert table("alerts", alert, alert) == [alert, alert]


def test_an_empty_export_is_its_header():
    out = io.StringIO()
    write_csv(out, "reports", [])
    assert out.getvalue().startswith("article_id,event_id,")
    assert out.getvalue().count("\n") == 1
