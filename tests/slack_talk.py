"""A person's side of a conversation on Slack: types, presses and fills in, and reads what comes of it."""

from collections.abc import Mapping
from typing import Any

from tests import block_kit, slack_hands
from tests.slack_server import SlackServer

WAYS = ("response_url", "views.open", "views.update", "views.publish", "chat.postMessage")


class Talk:
    """What was shown last is what is pressed."""

    def __init__(self, workspace: SlackServer) -> None:
        self._workspace = workspace
        self._seen: dict[str, Any] = {}

    async def type(self, words: str, **who: str) -> str:
        """Type /exchanges."""
        return await self._shown(slack_hands.command(words, self._workspace.home, **who))

    async def press(self, label: str, **who: str) -> str:
        """Press a button of what was shown last; its label begins so."""
        every = slack_hands.buttons(self._seen)
        button = next(button for text, button in every.items() if text.startswith(label))
        if "id" in self._seen:
            return await self._shown(slack_hands.press_in(self._seen, button, **who))
        return await self._shown(slack_hands.press(button, self._workspace.home, **who))

    async def fill(self, values: Mapping[str, Any], **who: str) -> str:
        """Send the form that is open."""
        return await self._shown(slack_hands.send_form(self._seen, values, **who))

    async def mention(self, words: str) -> str:
        """Name the bot in a channel."""
        return await self._shown(slack_hands.mention(words))

    async def open_home(self, person: str) -> str:
        """Click the app's name."""
        return await self._shown(slack_hands.event("app_home_opened", user=person, channel="D1", tab="home"))

    def options(self, field: str) -> dict[str, dict[str, Any]]:
        """What a field of the open form offers, by what people read."""
        [element] = [block["element"] for block in self._seen["blocks"] if block.get("block_id") == field]
        return {option["text"]["text"]: option for option in element["options"]}

    async def _shown(self, payload: Mapping[str, Any]) -> str:
        before = len(self._workspace.calls)
        await self._workspace.send(payload)
        new = lambda: [call for call in self._workspace.calls[before:] if call.method in WAYS]  # noqa: E731
        await self._workspace.until(lambda: bool(new()))
        call = new()[-1]
        is_view = "view" in call.arguments
        if is_view:
            await self._workspace.until(lambda: self._workspace.views[-1]["blocks"] == call.arguments["view"]["blocks"])
        self._seen = self._workspace.views[-1] if is_view else call.arguments
        return block_kit.visible(self._seen["blocks"])
