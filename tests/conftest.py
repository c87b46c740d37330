import pytest

from bot.commands import Commands
from tests import sample_events
from tests.chat import TWO, channel
from tests.facts import NOW
from tests.slack_desk import Desk, running
from tests.slack_server import SlackServer
from tests.stores import new_store, tell
from tests.virtual_time import Clock


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
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def commands(store):
    return Commands(store, lambda: NOW)


@pytest.fixture
def clock():
    return Clock(NOW)


@pytest.fixture
def two_chats(store):
    store.channels.sync([channel(address) for address in TWO], NOW)


@pytest.fixture
def one_exchange(store):
    tell(store, 95, sample_events.NOW)
