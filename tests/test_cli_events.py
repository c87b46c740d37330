"""An editor's hand over the events: list, show, merge and split, and that no later report undoes it."""

import json
import random
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.__main__ import main
from bot.events import place
from bot.hand import merge, split
from bot.store import Store
from bot.types import Channel, Event, Platform
from tests.facts import NOW, article, report, ru, ua

PAIR = (
    "Ukraine and Russia exchanged prisoners of war today, {n} from each side, Ukraine's coordination headquarters said."
)
DAYS = {"a": ("2025-05-06", 205), "b": ("2025-05-06", 205), "c": ("2025-05-16", 390), "d": ("2025-05-16", 390)}


def archive(folder: Path, *names: str) -> Path:
    path = folder / f"{'-'.join(names)}.jsonl"
    lines = [
        {"id": name, "source": name, "published": f"{DAYS[name][0]}T12:00:00Z", "text": PAIR.format(n=DAYS[name][1])}
        for name in names
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    assert main(["backfill", str(archive(tmp_path, "a", "b", "c")), "--db", str(path)]) == 0
    with closing(Store.open(path)) as store:
        store.channels.sync([Channel(platform=Platform.CONSOLE, address="desk")], NOW)
    return path


def groups(db: Path) -> dict[str, set[str]]:
    with closing(Store.open(db)) as store:
        return {event.id: {ref.article_id for ref in event.reports} for event in store.events.standing()}


def holder(db: Path, name: str) -> str:
    return next(event for event, names in groups(db).items() if name in names)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["events", *words])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_list_and_show_tell_what_is_known_and_why(db: Path, capsys: pytest.CaptureFixture[str]):
    _, out, _ = run(capsys, "list", "--db", str(db))
    assert out.index(holder(db, "c")) < out.index(holder(db, "a"))
    assert "390 prisoners of war returned to each side" in out
    _, none, _ = run(capsys, "list", "--party", "Yemen", "--db", str(db))
    assert "No such event" in none
    _, listed, _ = run(
        capsys, "list", "--party", "ukraine", "--status", "completed", "-n", "1", "--format", "json", "--db", str(db)
    )
    assert [event["id"] for event in json.loads(listed)] == [holder(db, "c")]
    _, shown, _ = run(capsys, "show", holder(db, "a"), "--db", str(db))
    assert "here because: same sides, same day, the same count 205" in shown
    _, whole, _ = run(capsys, "show", holder(db, "a"), "--format", "json", "--db", str(db))
    reports = json.loads(whole)["reports"]
    assert [each["article_id"] for each in reports] == ["a", "b"]
    assert all(each["report"] and each["because"] for each in reports)


def test_a_split_holds_against_what_comes_later(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    first = holder(db, "a")
    status, out, _ = run(capsys, "split", first, "b", "--db", str(db))
    assert status == 0
    assert holder(db, "a") == first != holder(db, "b")
    assert holder(db, "b") in out
    # An article that fits both, and one of the other exchange, come in afterwards.
    late = archive(tmp_path, "d")
    late.write_text(late.read_text().replace("2025-05-16", "2025-05-06").replace("390", "205"), encoding="utf-8")
    assert main(["backfill", str(late), "--db", str(db)]) == 0
    assert holder(db, "a") != holder(db, "b")
    with closing(Store.open(db)) as store:
        owed = [d for head in store.deliveries.heads() for d in store.deliveries.backlog(head.channel.id, 10)]
        assert [(each.alert.event_id, each.alert.kind) for each in owed] == [(holder(db, "b"), "new")]
        assert [edit.what for edit in store.events.edits(first)] == ["split"]


def test_a_merge_holds_and_withdraws_the_second_alert(db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    kept, gone = holder(db, "a"), holder(db, "c")
    assert run(capsys, "merge", kept, gone, "--db", str(db))[0] == 0
    assert groups(db) == {kept: {"a", "b", "c"}}
    assert main(["backfill", str(archive(tmp_path, "d")), "--db", str(db)]) == 0
    assert groups(db)[kept] >= {"a", "b", "c"}
    capsys.readouterr()
    assert main(["export", "alerts", "--db", str(db)]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"event_id": gone, "kind": "cancel", "reason": f"merged into {kept}"}.items() <= told[3].items()
    _, shown, _ = run(capsys, "show", gone, "--db", str(db))
    assert f"proved to be {kept}" in shown
    assert f"an editor's merge, with {kept}" in shown


def test_one_event_is_shown_in_any_language_and_as_a_page_for_mail(db: Path, capsys: pytest.CaptureFixture[str]):
    first = holder(db, "a")
    assert "Україна" in run(capsys, "show", first, "--language", "uk", "--db", str(db))[1]
    status, page, _ = run(capsys, "show", first, "--format", "mail", "--db", str(db))
    assert (status, page.startswith("<!DOCTYPE html>")) == (0, True)


def test_what_cannot_be_done_is_said_with_the_mend(db: Path, capsys: pytest.CaptureFixture[str]):
    first, other = holder(db, "a"), holder(db, "c")
    for words, said in {
        ("show", "nothing"): "nothing: no such event; exchanges events list prints the ids",
        ("merge", first, first): f"{first}: named twice",
        ("split", first, "x"): f"x: no report of {first}; exchanges events show {first}",
        ("split", first, "a", "b"): "a split needs some of its 2 reports, not all",
    }.items():
        status, _, err = run(capsys, *words, "--db", str(db))
        assert (status, said in err) == (2, True), err
    assert run(capsys, "merge", first, other, "--db", str(db))[0] == 0
    status, _, err = run(capsys, "merge", other, first, "--db", str(db))
    assert status == 2
    assert f"{other}: is merged into {first} already" in err


@settings(max_examples=30, deadline=None)
@given(order=st.randoms(use_true_random=False), apart=st.booleans())
def test_no_report_undoes_the_hand_whatever_comes_after(order: random.Random, apart: bool):
    day = date(2026, 11, 20)
    events: list[Event] = []
    for i in range(4):
        stated = day if apart else day + timedelta(days=20 * (i % 2))
        events = told(events, report(ua(205), ru(205), day=stated), f"early-{i}", stated)
    keys = {(f"early-{i}", 0) for i in (1, 3)}
    edit = split(events[0], keys, NOW) if apart else merge(events[0], events[1], NOW)
    events = [change.event for change in edit.changes]
    late = [(n, gap) for n in (205, 206, 410) for gap in range(3)]
    order.shuffle(late)
    for n, gap in late:
        stated = day + timedelta(days=gap)
        events = told(events, report(ua(n), ru(n), day=stated), f"late-{n}-{gap}", stated)
    homes = [next(e.id for e in events if any(ref.article_id == f"early-{i}" for ref in e.reports)) for i in range(4)]
    assert homes == ([homes[0], homes[1]] * 2 if apart else [homes[0]] * 4)
    assert len(set(homes)) == 1 + apart


def told(events: list[Event], each, name: str, day: date) -> list[Event]:
    """The events after one more report."""
    placed = place(each, article(name, day), events, NOW)
    after = (placed.event, *(change.event for change in placed.others))
    gone = {event.id for event in (*after, *placed.merged)}
    return [*(event for event in events if event.id not in gone), *after]
