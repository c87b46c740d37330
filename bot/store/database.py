"""The SQLite file itself: opened with its settings, in its present shape, written in whole transactions."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from sqlite_utils import Database as Tables

from bot.errors import StoreError
from bot.store.migrations import migrations

BUSY_SECONDS = 30

Row = Mapping[str, Any]


class Database:
    """One connection, used from one thread."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn, self._path = conn, path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, or make it, in its present shape; raises StoreError and leaves a stranger's alone."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)
            head = _head(path)  # before SQLite opens the file: see there
            conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                _patiently(lambda: _prepare(conn, path, head))
            except BaseException:
                conn.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"{path}: cannot be used as the database ({error}); name another file or mend it"
            ) from error
        return cls(conn, path)

    def close(self) -> None:
        """Give the file back."""
        self._conn.close()

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[None]:
        """One transaction, all or nothing; never awaits. Raises StoreError where it cannot be written now.

        Inside another one it is a part of that. One that is not `lasting` survives a crash of ours, and a power cut
        only if a lasting one followed it: for what can be found out again, such as when a feed was polled, since
        waiting for the disk is what costs most.
        """
        if self._conn.in_transaction:
            yield
            return
        if not lasting:
            self._conn.execute("PRAGMA synchronous = NORMAL")
            try:
                with self.writing():
                    yield
            finally:
                self._conn.execute("PRAGMA synchronous = FULL")
            return
        try:
            self._conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._conn.execute("COMMIT")
            except BaseException:
                if self._conn.in_transaction:  # a full disk ends the transaction by itself
                    self._conn.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise StoreError(f"{self._path}: cannot be written now ({error})") from error

    def execute(self, sql: str, values: tuple[object, ...] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement; inside `writing` where it writes."""
        return self._conn.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one statement for each row; inside `writing`."""
        self._conn.executemany(sql, rows)

    def keep_rows(self, table: str, event_id: str, rows: Collection[tuple[object, ...]]) -> None:
        """Make these an event's rows of a table; nothing is written where they are so already, as mostly."""
        known = self._conn.execute(f"SELECT * FROM {table} WHERE event_id = ?", (event_id,)).fetchall()  # noqa: S608
        if len(known) == len(rows) and set(known) == set(rows):
            return
        self._conn.execute(f"DELETE FROM {table} WHERE event_id = ?", (event_id,))  # noqa: S608
        for row in rows:
            self._conn.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608

    def rows(self, sql: str, *values: object) -> list[Row]:
        """What a query finds, by column name."""
        cursor = self._conn.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _patiently(prepare: Callable[[], None]) -> None:
    """Try for as long as another program holds the file: SQLite itself waits for writes, not for a change of mode."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            return prepare()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
        sleep(0.1)


def _prepare(conn: sqlite3.Connection, path: Path, head: bytes) -> None:
    """Give the connection its settings and the file its present shape."""
    db = Tables(conn)
    _refuse_truncated(conn, path, head)
    _refuse_strangers(db, path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    migrations.apply(db)


def _refuse_truncated(conn: sqlite3.Connection, path: Path, head: bytes) -> None:
    """A file that is shorter than it says has lost its end; with a log beside it the end may still be there."""
    log = path.with_name(f"{path.name}-wal")
    pages, size = (conn.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    said = int.from_bytes(head[28:32], "big") * size if head[:16] == b"SQLite format 3\x00" else pages * size
    if path.stat().st_size < said and not (log.exists() and log.stat().st_size):
        raise sqlite3.DatabaseError("it is cut short")


def _head(path: Path) -> bytes:
    """The file's first bytes; never while SQLite has it open in this process.

    To close any descriptor of a file gives up all locks that the process holds on it (POSIX), SQLite's too. Without
    them the next program that closes the database takes itself for the last one and removes the log that we write to.
    """
    with path.open("rb") as file:
        return file.read(32)


def _refuse_strangers(db: Tables, path: Path) -> None:
    """A file of another program, or of a newer version of this one, is left as it is."""
    tables = set(db.table_names())
    if not tables:
        return
    if "_sqlite_migrations" not in tables or "deliveries" not in tables:
        raise StoreError(f"{path}: is a database of another program; name another file in [store] path")
    known = {migration.name for migration in migrations.pending(db)} | {m.name for m in migrations.applied(db)}
    ours = {migration.name for migration in migrations._migrations}
    if known - ours:
        raise StoreError(f"{path}: was written by a newer version of Exchange Watch; update this one")


def as_text(moment: datetime | date | None) -> str | None:
    """Sortable text: RFC 3339 in UTC; a day alone stays one."""
    if isinstance(moment, datetime):
        in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
        return in_utc.isoformat(timespec="milliseconds")
    return moment.isoformat() if moment is not None else None


def as_moment(text: str | None) -> datetime | None:
    """What `as_text` wrote of a moment."""
    return datetime.fromisoformat(text) if text else None
