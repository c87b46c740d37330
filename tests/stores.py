"""New stores for tests: quickly there, since their tables are made once for all."""

import tempfile
from functools import cache
from pathlib import Path

from bot.store import Store


@cache
def _empty() -> bytes:
    """A database without a row, as a first start makes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exchanges.db"
        Store.open(path).close()
        return path.read_bytes()


def new_store(folder: Path) -> Store:
    """An empty store that does not wait for the disk: where power is cut has tests of its own."""
    path = folder / "exchanges.db"
    path.write_bytes(_empty())
    store = Store.open(path)
    store._db.execute("PRAGMA synchronous = OFF")
    return store
