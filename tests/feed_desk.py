"""A round of polling on loopback: a real server, fetcher, parser and database, with a clock moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.config import FeedConfig
from bot.fetch import Fetcher
from bot.intake import PollCounts
from bot.parser import Parser
from bot.pipeline import Pipeline
from bot.store import Store
from bot.types import Channel, Platform
from tests.facts import NOW
from tests.feed_server import FeedServer, serving
from tests.stores import new_store

SWAP = {
    "id": "1",
    "title": "Russia and Ukraine exchange 103 prisoners of war each",
    "link": "https://wire.example/1",
    "published": NOW,
}
LONG = "Officials on both sides confirmed it and thanked the United Arab Emirates, which had mediated once more."
DULL = {
    "id": "2",
    "title": "Two hurt in exchange of fire on the border",
    "link": "https://wire.example/2",
    "published": NOW,
}


class Desk:
    """A store and a pipeline over a feed server, with a clock that is moved by hand."""

    def __init__(self, server: FeedServer, store: Store, pipeline: Pipeline) -> None:
        self.server, self.store, self.pipeline = server, store, pipeline
        self.now = NOW

    def list_feeds(self, *paths: str) -> None:
        """Make these paths the feeds of the config."""
        self.store.feeds.sync([FeedConfig(url=self.server.url(path)) for path in paths], 300.0, self.now)

    async def poll(self) -> PollCounts:
        """One round over what is due."""
        return await self.pipeline.poll(self.store.feeds.due(self.now))


@asynccontextmanager
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Everything real, on loopback."""
    store = new_store(tmp_path)
    store.channels.sync([Channel(platform=Platform.CONSOLE, address="console")], NOW)
    async with serving() as server, Fetcher(allow_private_networks=True) as fetcher, Parser() as parser:
        made: list[Desk] = []

        def clock() -> datetime:
            return made[0].now

        pipeline = Pipeline(store=store, fetcher=fetcher, parser=parser, clock=clock, look_back=86400.0, spread=False)
        made.append(Desk(server, store, pipeline))
        yield made[0]
    store.close()
