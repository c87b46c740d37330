"""Slack: a day of a channel as its people see it, in three languages, through the real library, answers and outbox.

`make gallery` writes the transcripts anew; read the diff as a person would.
"""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.chat.slack import Slack
from bot.commands import Commands
from bot.outbox import Outbox
from bot.pacing import Limits
from bot.presence import Presence
from bot.store import Store
from bot.types import Platform
from detectors import Category
from tests import block_kit, slack_hands
from tests.conversing import FOLDER, LANGUAGES, START, World
from tests.slack_hands import CHANNEL
from tests.slack_server import APP_TOKEN, BOT_TOKEN, Call, SlackServer
from tests.slack_talk import WAYS
from tests.telegram_desk import no_proxies

READER, OTHER = "U7", "U5"
SEEN = (*WAYS, "chat.update")


class Workspace(World):
    """The same news, told to channels of Slack."""

    def __init__(self, store: Store, server: SlackServer) -> None:
        self.store, self.slack = store, server
        self.now, self.told = START, 0
        answer = Commands(store, self.clock).answer
        presence = Presence(store, Platform.SLACK, self.clock, self.wake)
        more = {"channels": store.channels.active, "presence": presence, "app_token": APP_TOKEN}
        self.bot = Slack(BOT_TOKEN, answer, base_url=server.base_url, **more)
        self.outbox = Outbox(store, {Platform.SLACK: self.bot}, self.clock, limits={Platform.SLACK: Limits()})
        self.transcript: list[str] = []
        self._looked = 0
        self.seen: Mapping[str, Any] = {}

    async def types(self, text: str, *, by: str = READER) -> None:
        """Somebody types /exchanges in the channel."""
        await self._does(by, f"/exchanges {text}", slack_hands.command(text, self.slack.home, by=by))

    async def mentions(self, text: str, *, by: str = READER) -> None:
        """Somebody names the bot in the channel."""
        await self._does(by, f"@Exchange Watch {text}", slack_hands.mention(text, by=by))

    async def opens_home(self, *, by: str = READER) -> None:
        """Somebody clicks the app's name."""
        await self._does(by, "(the app's home page)", slack_hands.event("app_home_opened", user=by, tab="home"))

    async def presses(self, asked: str, *, by: str = READER) -> None:
        """Somebody presses the button, of what was seen last, whose words begin so."""
        buttons = slack_hands.buttons(self.seen)
        label, button = next(each for each in buttons.items() if each[1]["value"].startswith(asked))
        if "id" in self.seen:
            payload = slack_hands.press_in(self.seen, button, by=by)
        else:
            payload = slack_hands.press(button, self.slack.home, by=by, is_ephemeral="response_type" in self.seen)
        await self._does(by, f"[{label}]", payload)

    async def fills(self, by: str = READER, **values: dict[str, Any]) -> None:
        """Somebody sends the form that is open."""
        await self._does(by, f"(the form, with {', '.join(values)})", slack_hands.send_form(self.seen, values, by=by))

    async def news(
        self, source: str, ukraine: int, russia: int, category: Category = Category.PRISONERS_OF_WAR
    ) -> None:
        """An outlet tells of an exchange; what comes of it is seen."""
        self._looked = len(self.slack.calls)
        await self.report(source, ukraine, russia, category)
        self._look()

    async def _does(self, by: str, what: str, payload: Mapping[str, Any]) -> None:
        self.transcript.append(f"@{by}> {what}")
        self._looked = len(self.slack.calls)
        await self.slack.send(payload)
        await self.slack.until(lambda: any(call.method in SEEN for call in self.slack.calls[self._looked :]))
        self._look()

    def _look(self) -> None:
        for call in self.slack.calls[self._looked :]:
            if call.method in SEEN:
                self.seen = self.slack.views[-1] if "view" in call.arguments else call.arguments
                self.transcript.append(f"<{where(call)}> {block_kit.visible(self.seen['blocks'])}")


def where(call: Call) -> str:
    """Who sees it and where."""
    told = call.arguments
    match call.method:
        case "response_url":
            return "only you" if told["response_type"] == "ephemeral" else "channel"
        case "chat.update":
            return "channel, edited"
        case "chat.postMessage":
            return (
                "thread, and channel" if told.get("reply_broadcast") else "thread" if "thread_ts" in told else "channel"
            )
    return "home page" if call.method == "views.publish" else "window"


async def day(world: Workspace) -> None:
    """A channel is subscribed, set up and told; its people look closer, complain, mute, and have enough."""
    await world.types("subscrbe")
    await world.types("subscribe")
    await world.types("settings")
    quiet = {"quiet_from": {"selected_time": "22:00"}, "quiet_to": {"selected_time": "07:00"}}
    await world.fills(least_count={"value": "10"}, **quiet)
    await world.news("Herald", 95, 95)
    alert = world.seen
    await world.presses("timeline", by=OTHER)
    await world.presses("timeline", by=OTHER)
    world.seen = alert
    await world.presses("mute", by=OTHER)
    await world.news("Seaside Times", 95, 97)
    await world.presses("wrong", by=OTHER)
    await world.presses("wrong", by=OTHER)
    await world.types("latest 1", by=OTHER)
    await world.presses("latest", by=OTHER)
    await world.types("settings", by=OTHER)
    await world.mentions("stats", by=OTHER)
    await world.opens_home()
    await world.types("latest 1")
    await world.presses("mute")
    await world.types("status")
    await world.types("unsubscribe", by=OTHER)
    await world.types("unsubscribe")


async def converse(name: str, folder: Path) -> str:
    """The conversation from beginning to end."""
    language = name.partition(".")[2]
    with closing(Store.open(folder / f"{name}.db")) as store:
        async with SlackServer() as server:
            server.people = {person: {"locale": language} for person in (READER, OTHER)}
            world = Workspace(store, server)
            await world.bot.start()
            try:
                await day(world)
            finally:
                await world.bot.stop()
    return "\n\n".join(world.transcript).replace(CHANNEL, "newsroom") + "\n"


CONVERSATIONS = [f"slack.{language}" for language in LANGUAGES]


@pytest.mark.parametrize("name", CONVERSATIONS)
async def test_a_conversation_reads_as_it_was_last_looked_at(name, tmp_path, monkeypatch):
    no_proxies(monkeypatch)
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert await converse(name, tmp_path) == expected, "make gallery, and read the diff"


if __name__ == "__main__":
    for each in sys.argv[1:] or CONVERSATIONS:
        with tempfile.TemporaryDirectory() as place:
            told = asyncio.run(converse(each, Path(place)))
        (FOLDER / f"{each}.txt").write_text(told, encoding="utf-8")
