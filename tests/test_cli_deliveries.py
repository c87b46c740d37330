import json
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.store import Store
from bot.types import Channel, Platform, Refused, Unknown
from tests.facts import NOW, report, ua
from tests.stores import bring


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """One delivery refused, one unknown, one still to go."""
    path = tmp_path / "exchanges.db"
    with closing(Store.open(path)) as store:
        channels = [Channel(platform=Platform.TELEGRAM, address=address) for address in ("1", "2", "3")]
        store.channels.sync(channels, NOW)
        bring(store, "first", report(ua(103)))
        for outcome, address in ((Refused(reason="too long"), "1"), (Unknown(reason="reset"), "2")):
            for _ in range(2):  # a card that is refused is tried once more as bare text
                backlog = store.deliveries.backlog(f"telegram:{address}", 5)
                if backlog:
                    store.deliveries.claim(backlog, "attempt", NOW)
                    store.deliveries.settle(backlog, outcome, NOW, final=True)
    return path


def listed(database: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    assert main(["deliveries", "list", "--db", str(database), "--format", "json", *more]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_the_list_shows_what_went_wrong_and_nothing_that_is_on_its_way(
    database: Path, capsys: pytest.CaptureFixture[str]
):
    assert [(d["channel"], d["state"], d["reason"], d["attempts"]) for d in listed(database, capsys)] == [
        ("telegram:2", "unknown", "reset", 1),
        ("telegram:1", "refused", "too long", 2),
    ]
    assert [d["channel"] for d in listed(database, capsys, "--state", "owed")] == ["telegram:3"]
    assert main(["deliveries", "list", "--db", str(database)]) == 0
    out, err = capsys.readouterr()
    assert "refused  telegram:1  new of" in out
    assert "tried 2 times: too long" in out
    assert "in all: owed 1, refused 1, unknown 1" in err


def test_what_is_retried_is_owed_again_and_what_is_dropped_is_not(database: Path, capsys: pytest.CaptureFixture[str]):
    unknown, refused = listed(database, capsys)
    assert main(["deliveries", "retry", str(unknown["id"]), "--db", str(database)]) == 0
    assert capsys.readouterr().out == "owed again: 1\n"
    assert main(["deliveries", "drop", "--all", "--db", str(database)]) == 0
    assert capsys.readouterr().out == "dropped: 1\n"
    assert [d["id"] for d in listed(database, capsys, "--state", "dropped")] == [refused["id"]]
    assert {d["channel"] for d in listed(database, capsys, "--state", "owed")} == {"telegram:2", "telegram:3"}
    assert main(["deliveries", "retry", "--all", "--db", str(database)]) == 0
    assert capsys.readouterr().out == "owed again: 0\n"


@pytest.mark.parametrize("words", [["retry"], ["drop"], ["drop", "1", "--all"]])
def test_a_call_that_does_not_say_which_is_refused(
    database: Path, words: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["deliveries", *words, "--db", str(database)]) == 2
    assert "name them by number" in capsys.readouterr().err
