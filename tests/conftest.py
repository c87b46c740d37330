import pytest

from bot.store import Store
from tests.slack_desk import Desk, running
from tests.slack_server import SlackServer


@pytest.fixture
async def workspace(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    async with SlackServer() as server:
        yield server


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
async def slack(workspace, desk):
    async with running(workspace, desk) as adapter:
        yield adapter


@pytest.fixture
def store(tmp_path):
    """An empty store that does not wait for the disk: where power is cut has tests of its own."""
    opened = Store.open(tmp_path / "exchanges.db")
    opened._db.execute("PRAGMA synchronous = OFF")
    yield opened
    opened.close()
