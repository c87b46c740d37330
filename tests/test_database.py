"""The database under faults: a migration killed half-way, a truncated file, strangers inside a transaction, long years.

The rows named here are those of the list of faults in docs/delivery.md.
"""

import ast
import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from sqlite_utils import Database as Tables

from bot.app import sole_instance
from bot.errors import LockedError, StoreError
from bot.store import Store, Together
from bot.types import Alert, AlertKind, Channel, Event, Platform
from tests.chat import channel
from tests.facts import NOW, report, ua
from tests.sample_events import EACH
from tests.stores import bring

ROOT = Path(__file__).parents[1]
HERE = Channel(platform=Platform.TELEGRAM, address="1")


def old_database(path: Path) -> None:
    """A database as the first release left it, with an alert owed."""
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    from bot.store import migrations

    first = Migrations("exchange_watch")
    first._migrations = migrations.migrations._migrations[:2]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        first.apply(Database(conn))
        body = TypeAdapter(Event).dump_json(EACH).decode()
        conn.execute("INSERT INTO events VALUES (?, '2026-11-01', 'completed', '', ?, NULL)", (EACH.id, body))
        conn.execute("INSERT INTO alerts VALUES (1, ?, 'new', '', '2026-11-01T00:00:00.000+00:00', 'a')", (EACH.id,))
        conn.execute("INSERT INTO channels VALUES ('telegram:1', 'telegram', '1', 'en', 1, 0, '', NULL)")
        conn.execute(
            "INSERT INTO deliveries (alert_id, event_id, channel_id, state) VALUES (1, ?, 'telegram:1', 'owed')",
            (EACH.id,),
        )


def test_a_migration_that_is_killed_at_any_statement_is_done_whole_or_not_at_all(tmp_path: Path):
    """Row 39: and what was owed before is owed after."""
    outcomes = set()
    old_database(tmp_path / "old.db")
    for statement in range(1, 400, 5):
        path = tmp_path / f"{statement}.db"
        shutil.copy(tmp_path / "old.db", path)
        pid = os.fork()
        if pid == 0:
            _migrate_and_die(path, statement)
        outcome = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        outcomes.add(outcome)
        with closing(Store.open(path)) as store:
            assert [head.channel.id for head in store.deliveries.heads()] == ["telegram:1"]
            assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if outcome == 0:
            break
    assert outcomes == {0, -signal.SIGKILL}


def _migrate_and_die(path: Path, statement: int) -> None:
    """In the child: open, and be killed before the n-th statement."""
    left = [statement]
    connect = sqlite3.connect

    def counted(*args: object, **more: object) -> sqlite3.Connection:
        conn = connect(*args, **more)  # type: ignore[call-overload]

        def traced(_: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        conn.set_trace_callback(traced)
        return conn  # type: ignore[no-any-return]

    sqlite3.connect = counted  # type: ignore[assignment]
    try:
        Store.open(path).close()
    finally:
        os._exit(0)


def test_a_truncated_database_is_refused_and_left_alone(tmp_path: Path):
    """Row 38."""
    path = tmp_path / "exchanges.db"
    with closing(Store.open(path)) as store:
        bring(store, "first", report(ua(103)))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    cut = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be used as the database"):
        Store.open(path)
    assert path.read_bytes() == cut


async def test_nobody_else_s_write_can_get_into_a_transaction(tmp_path: Path):
    """Row 41: not another thread's, and not another task's, since a transaction never awaits."""
    with closing(Store.open(tmp_path / "exchanges.db")) as store:
        refused: list[Exception] = []

        def intrude() -> None:
            try:
                store.channels.sync([HERE], NOW)
            except Exception as error:
                refused.append(error)

        with store.writing():
            thread = threading.Thread(target=intrude)
            thread.start()
            thread.join()
        assert isinstance(refused[0], sqlite3.ProgrammingError)
        together = Together(store.writing)
        good = asyncio.create_task(together.write(lambda: store.channels.sync([HERE], NOW)))
        bad = asyncio.create_task(together.write(lambda: 1 / 0))
        with pytest.raises(ZeroDivisionError):
            await bad
        await good
        assert store.channels.active() == (HERE,)


def test_no_transaction_awaits():
    """Row 41: in no block that writes does anything give way to other tasks."""
    found = []
    for path in (ROOT / "bot").rglob("*.py"):
        for block in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(block, ast.With) and any("writing()" in ast.unparse(item) for item in block.items):
                waits = [n for n in ast.walk(block) if isinstance(n, ast.Await | ast.AsyncFor | ast.AsyncWith)]
                found += [f"{path.name}:{n.lineno}" for n in waits]
    assert found == []


QUERIES = {
    "the latest": "SELECT body FROM events WHERE merged_into IS NULL ORDER BY day DESC, updated DESC LIMIT 5",
    "entries known": "SELECT key FROM entry_keys WHERE key IN (SELECT value FROM json_each('[]'))",
    "feeds due": "SELECT * FROM feeds WHERE listed AND next_poll_at <= 'x' ORDER BY next_poll_at",
    "an article": "SELECT 1 FROM articles WHERE id = 'a'",
}


def test_what_is_asked_all_the_time_reads_no_table_from_end_to_end(tmp_path: Path):
    """Row 42: so it takes as long after five years as after one day (the events alone are sorted: some thousands)."""
    asked: list[str] = []
    with closing(Store.open(tmp_path / "exchanges.db")) as store:
        store.channels.sync([HERE], NOW)
        bring(store, "first", report(ua(103)))
        store._db._conn.set_trace_callback(asked.append)
        store.deliveries.heads()
        store.deliveries.heads(HERE.id)
        (delivery,) = store.deliveries.backlog(HERE.id, 5)
        store.deliveries.messages(HERE.id, ["e"])
        store.deliveries.claim([delivery], "x", NOW)
        bring(store, "second", report(ua(104)))
        store._db._conn.set_trace_callback(None)
        plans = {
            sql: store._db.rows(f"EXPLAIN QUERY PLAN {sql}")
            for sql in [*asked, *QUERIES.values()]
            if sql.startswith(("SELECT", "UPDATE")) and "event_words" not in sql
        }
    large = (
        "entry_keys",
        "articles",
        "deliveries",
        "alerts",
        "reports",
        "transfers",
        "event_sides",
        "d",
        "a",
        "o",
        "s",
    )
    read = [(row["detail"], sql) for sql, plan in plans.items() for row in plan]
    assert len(plans) > 10
    assert [
        each for each in read if each[0].startswith("SCAN") and each[0].split()[1] in large and "INDEX" not in each[0]
    ] == []


RACER = """
import sys, time
from pathlib import Path
from bot.app import sole_instance
from bot.errors import LockedError
try:
    with sole_instance(Path(sys.argv[1])):
        print("mine", flush=True)
        time.sleep(60)
except LockedError as error:
    print(error, flush=True)
"""


def test_of_many_that_start_at_once_one_runs_and_a_kill_makes_room(tmp_path: Path):
    """Row 43: the lock is the kernel's, so it is gone with the process."""
    command = [sys.executable, "-c", RACER, str(tmp_path / "exchanges.db")]
    racers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {racer.pid: racer.stdout.readline().strip() for racer in racers if racer.stdout}
    winners = [pid for pid, line in said.items() if line == "mine"]
    assert len(winners) == 1
    assert all(f"(process {winners[0]})" in line for pid, line in said.items() if pid != winners[0])
    with pytest.raises(LockedError):
        with sole_instance(tmp_path / "exchanges.db"):
            pass
    os.kill(winners[0], signal.SIGKILL)
    for racer in racers:
        racer.communicate()
    with sole_instance(tmp_path / "exchanges.db"):
        pass


READER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute("SELECT count(*) FROM channels").fetchone()[0])
db.close()
"""


def test_another_program_that_looks_into_the_database_takes_no_write_away(tmp_path: Path):
    """Rows 37 and 38: one that closes it last removes its log; so it must see that we hold the file.

    A restarted service holds it too: what opening it looks at must not give up SQLite's locks.
    """
    path = tmp_path / "exchanges.db"
    Store.open(path).close()
    with closing(Store.open(path)) as store:
        for number in range(3):
            store.channels.sync([Channel(platform=Platform.TELEGRAM, address=str(n)) for n in range(number + 1)], NOW)
            seen = subprocess.run([sys.executable, "-c", READER, str(path)], capture_output=True, text=True, check=True)
            assert int(seen.stdout) == number + 1


FULL = """
import resource, sys
from pathlib import Path
from bot.app import sole_instance
from bot.errors import StoreError
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
try:
    with sole_instance(Path(sys.argv[1])):
        pass
except StoreError as error:
    print(error)
"""


def test_a_start_on_a_full_disk_ends_with_a_line_that_says_so(tmp_path: Path):
    """Row 36."""
    command = [sys.executable, "-c", FULL, str(tmp_path / "exchanges.db")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "exchanges.db.lock: cannot be written" in said
    assert "make room on its disk" in said


def test_a_start_waits_for_another_program_that_holds_the_file(tmp_path):
    """Row 37, at the start: a change of mode is refused at once by SQLite, so it is tried again."""
    path = tmp_path / "exchanges.db"
    Store.open(path).close()
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    let_go = threading.Timer(0.5, other.execute, ("ROLLBACK",))
    let_go.start()
    Store.open(path).close()
    let_go.join()
    other.close()


def test_a_database_of_before_keeps_its_alerts(tmp_path):
    """The table of alerts is made anew: nothing in it is lost, and what refers to it still does."""
    path = tmp_path / "exchanges.db"
    store = Store.open(path)
    store.channels.sync([channel("1")], NOW)
    bring(store, "Herald", report(ua(95)))
    before, owed = list(store.events.alerts()), store.deliveries.backlog("telegram:1", 5)
    with store.writing():
        event_id = before[0].event_id
        store.events.add_alert(Alert(event_id=event_id, kind=AlertKind.UPDATE, reason="x", at=NOW, article_id=""))
        store.events.add_alert(Alert(event_id=event_id, kind=AlertKind.DIGEST, reason="x", at=NOW, article_id=""))
        names = "'alerts_of_no_event', 'feedback_and_drafts', 'digests_of_no_event'"
        store._db.execute(f"DELETE FROM _sqlite_migrations WHERE name IN ({names})")
        for table in ("feedback", "salts", "drafts"):
            store._db.execute(f"DROP TABLE {table}")
    store._db._conn.execute("PRAGMA foreign_keys = OFF")
    Tables(store._db._conn).table("alerts").transform(not_null={"event_id": True})
    store.close()
    store = Store.open(path)
    assert [alert.kind for alert in store.events.alerts()] == [AlertKind.NEW, AlertKind.UPDATE]
    assert store.deliveries.backlog("telegram:1", 5) == owed
    assert store._db.rows("PRAGMA foreign_key_check") == []
    assert store._db.rows("PRAGMA foreign_keys")[0]["foreign_keys"] == 1
    assert {row["name"] for row in store._db.rows("PRAGMA index_list(alerts)")} == {"alerts_event", "alerts_at"}
    store.broadcasts.send(store.broadcasts.draft("Hello", NOW), NOW)
    store.close()
