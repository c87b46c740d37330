"""A bot as it is wired, news for it to tell while people talk with it, and where what was said is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.chat.telegram import Telegram
from bot.commands import Commands
from bot.outbox import Outbox
from bot.pacing import Limits
from bot.presence import Presence
from bot.store import Store
from bot.types import Platform
from detectors import Article, Category
from tests.facts import report, transfer
from tests.stores import take
from tests.telegram_server import TOKEN, TelegramServer

FOLDER = Path(__file__).parent / "transcripts"
LANGUAGES = ("en", "uk", "ar")
OPERATOR = 99
START = datetime(2025, 6, 20, 12, 0, tzinfo=UTC)
# So little alike that none is taken for another one's copy.
TITLES = (
    "Prisoners of war are home after an exchange on the border",
    "Ninety-five soldiers for ninety-seven: both ministries give their figures",
    "Commissioner counts two more on the other side",
    "A convoy brings the dead back to their families",
    "Thirty civilians walk over the bridge",
)


class World:
    """A chat platform, the bot as it is wired, and news as the detector would read them."""

    def __init__(self, store: Store, server: TelegramServer) -> None:
        self.store, self.server = store, server
        self.now = START
        answer = Commands(store, self.clock).answer
        presence = Presence(store, Platform.TELEGRAM, self.clock, self.wake)
        self.bot = Telegram(TOKEN, answer, base_url=server.base_url, operators=(OPERATOR,), presence=presence)
        limits = {Platform.TELEGRAM: Limits()}  # a test need not wait as long as a platform asks for
        self.outbox = Outbox(store, {Platform.TELEGRAM: self.bot}, self.clock, limits=limits)
        self.told = 0

    def clock(self) -> datetime:
        return self.now

    def wake(self) -> None:
        self.outbox.wake()

    async def report(
        self, source: str, ukraine: int, russia: int, category: Category = Category.PRISONERS_OF_WAR
    ) -> None:
        """An outlet tells of an exchange of today, and what is owed is posted."""
        self.told += 1
        self.now += timedelta(minutes=10)
        ways = (("Russia", "Ukraine", ukraine), ("Ukraine", "Russia", russia))
        moved = [transfer(giver, taker, count, category) for giver, taker, count in ways if count]
        told = report(*moved, day=START.date(), confidence=1.0)
        article = Article(
            id=f"a{self.told}",
            title=TITLES[self.told - 1],
            url=f"https://{source.lower().replace(' ', '-')}.example/{self.told}",
            source=source,
            published=self.now,
        )
        take(self.store, article, told, self.now)
        self.outbox.wake()
        await self.outbox.drain()


@asynccontextmanager
async def open_world(database: Path) -> AsyncIterator[World]:
    """A world at work until the end of the block."""
    with closing(Store.open(database)) as store:
        async with TelegramServer() as server:
            world = World(store, server)
            await world.bot.start()
            try:
                yield world
            finally:
                await world.bot.stop()
