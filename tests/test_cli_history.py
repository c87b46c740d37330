import csv
import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main

ARCHIVE = [
    {
        "id": "b",
        "published": "2025-05-06T15:00:00Z",
        "source": "B",
        "url": "https://b.example/1",
        "text": "Russia's defence ministry said 205 Russian servicemen returned from Ukraine in exchange for 205 "
        "Ukrainian prisoners of war.",
    },
    {
        "id": "a",
        "published": "2025-05-06T12:00:00Z",
        "source": "A",
        "text": "Ukraine and Russia exchanged prisoners of war today, 205 from each side, President Zelenskyy said.",
    },
    {"id": "u", "title": "Ukraine and Russia exchange 205 prisoners of war each"},
    {"id": "w", "published": "2025-05-07", "title": "Rain tomorrow"},
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(map(json.dumps, ARCHIVE)), encoding="utf-8")
    return path


@pytest.fixture
def filled(db: Path, archive: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["backfill", str(archive), "--db", str(db)]) == 0
    assert capsys.readouterr().out.startswith("articles: 4, reports: 3, events: 1, alerts: ")
    return db


def exported(capsys: pytest.CaptureFixture[str], what: str, db: Path) -> list[dict]:
    assert main(["export", what, "--db", str(db), "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_an_archive_is_taken_in_as_it_came_out(filled: Path, capsys: pytest.CaptureFixture[str]):
    (event,) = exported(capsys, "events", filled)
    assert [report["article_id"] for report in event["reports"]] == ["a", "b", "u"]
    assert [report["published"] for report in event["reports"]] == [
        "2025-05-06T12:00:00Z",
        "2025-05-06T15:00:00Z",
        None,
    ]
    assert event["first_seen"] == "2025-05-06T12:00:00Z"
    assert {(*t["returned_to"], t["count"]) for t in event["transfers"]} == {("Russia", 205), ("Ukraine", 205)}
    first = exported(capsys, "alerts", filled)[0]
    assert (first["event_id"], first["kind"], first["at"]) == (event["id"], "new", "2025-05-06T12:00:00Z")
    assert first["article_id"] == "a"


def test_taking_in_twice_changes_nothing(filled: Path, archive: Path, capsys: pytest.CaptureFixture[str]):
    before = exported(capsys, "events", filled)
    assert main(["backfill", str(archive), "--db", str(filled)]) == 0
    assert capsys.readouterr().out == "articles: 4, reports: 0, events: 0, alerts: 0\n"
    assert exported(capsys, "events", filled) == before


def test_a_broken_line_is_told_and_the_rest_goes_in(db: Path, archive: Path, capsys: pytest.CaptureFixture[str]):
    archive.write_text("{\n" + archive.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["backfill", str(archive), "--db", str(db)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("articles: 4, reports: 3")
    assert err.startswith(f"{archive}:1: not JSON")


def test_reports_say_which_event_they_told_of(filled: Path, capsys: pytest.CaptureFixture[str]):
    reports = exported(capsys, "reports", filled)
    assert [(report["article_id"], report["source"], report["url"]) for report in reports] == [
        ("a", "A", None),
        ("b", "B", "https://b.example/1"),
        ("u", None, None),
    ]
    assert len({report["event_id"] for report in reports}) == 1
    assert {report["kind"] for report in reports} == {"exchange"}


def test_csv_has_one_transfer_a_row(filled: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["export", "events", "--db", str(filled), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {(row["returned_to"], row["count"], row["reports"]) for row in rows} == {
        ("Russia", "205", "3"),
        ("Ukraine", "205", "3"),
    }


def test_json_is_one_array(filled: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["export", "alerts", "--db", str(filled), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "new"


def test_latest_is_cards_for_people_and_objects_for_scripts(filled: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["latest", "--db", str(filled)]) == 0
    out = capsys.readouterr().out
    assert "205 prisoners of war" in out
    assert "B" in out
    assert main(["latest", "-n", "1", "--db", str(filled), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_an_empty_database_says_so(db: Path, archive: Path, capsys: pytest.CaptureFixture[str]):
    archive.write_text("", encoding="utf-8")
    assert main(["backfill", str(archive), "--db", str(db)]) == 0
    assert main(["latest", "--db", str(db)]) == 0
    assert "No exchange has been reported yet." in capsys.readouterr().out
    assert main(["search", "Atlantis", "--db", str(db), "--language", "uk", "--format", "mail"]) == 0
    assert "Atlantis" in (said := capsys.readouterr().out)
    assert "<html" not in said


@pytest.mark.parametrize("call", [["latest"], ["search", "Україною"], ["stats", "Росією"]])
def test_people_read_what_is_known_in_their_language(call: list[str], filled: Path, capsys: pytest.CaptureFixture[str]):
    assert main([*call, "--db", str(filled), "--language", "uk"]) == 0
    out = capsys.readouterr().out
    assert "Росія" in out
    assert "Russia" not in out


def test_what_is_known_can_be_sent_as_one_mail(filled: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["latest", "-n", "2", "--db", str(filled), "--format", "mail", "--language", "ar"]) == 0
    out = capsys.readouterr().out
    assert out.count("<html") == 1
    assert 'dir="rtl"' in out
    assert out.count("<strong>") >= 2


@pytest.mark.parametrize("call", [["latest"], ["export", "events"]])
def test_a_database_that_is_not_there_is_not_made(call: list[str], db: Path, capsys: pytest.CaptureFixture[str]):
    assert main([*call, "--db", str(db)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{db}: no database there")
    assert not db.exists()


def test_a_running_bot_keeps_backfill_out(filled: Path, archive: Path, capsys: pytest.CaptureFixture[str]):
    from bot.app import sole_instance

    with sole_instance(filled):
        assert main(["backfill", str(archive), "--db", str(filled)]) == 1
    assert "another Exchange Watch is using it" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_a_fault_of_the_call(db: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["backfill", "none.jsonl", "--db", str(db)]) == 2
    assert capsys.readouterr().err.startswith("none.jsonl: No such file")
