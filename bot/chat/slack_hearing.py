"""What people type, press, fill in and open on Slack: acknowledged at once, handled once, answered afterwards.

It is heard in the thread of `Ear`, and answered in the loop in which `begin` was called.
"""

import asyncio
import html
import logging
import re
from collections.abc import Coroutine, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.chat import Presence, heard, remember
from bot.chat.slack_answers import COMMAND, LATEST, SETTINGS, Answers, Place
from bot.chat.slack_form import FORM, filled, remembered
from bot.chat.slack_line import acknowledged, spawn
from bot.chat.slack_presence import tell
from bot.chat.slack_windows import REFRESH, window
from bot.render import words
from bot.render.slack import ASK, SHARE
from bot.types import Reply, Settings

STOP_PATIENCE = 10.0  # seconds that a stop waits for the answers under way

log = logging.getLogger(__name__)


class Hearing:
    """Listens to one workspace; `me` is our own user's id."""

    def __init__(self, answers: Answers, presence: Presence | None) -> None:
        self.me = ""
        self._answers = answers
        self._presence = presence
        self._recent: dict[str, None] = {}
        self._heard: set[asyncio.Task[None]] = set()
        self._work: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def listen(self, bolt: AsyncApp) -> None:
        """Hear all that the manifest names."""
        bolt.command(COMMAND)(self._typed)
        bolt.action(re.compile(f"{ASK}-|{SHARE}"))(self._pressed)
        bolt.action(re.compile(""))(_nothing)
        bolt.view(FORM)(self._filled)
        bolt.shortcut(LATEST)(self._chosen)
        bolt.event("app_mention")(self._mentioned)
        bolt.event("app_home_opened")(self._opened)
        bolt.event(re.compile(""))(self._happened)

    def begin(self) -> None:
        """Answer in this loop."""
        self._loop = asyncio.get_running_loop()

    async def finish(self) -> None:
        """Let the answers under way be given."""
        if self._work:
            await asyncio.wait(self._work, timeout=STOP_PATIENCE)

    async def _typed(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        await ack()
        place = Place(
            person=str(command["user_id"]),
            channel=str(command["channel_id"]),
            response_url=str(command["response_url"]),
            trigger=str(command["trigger_id"]),
        )
        self._once(place.trigger, self._answers.reply(place, _words(str(command.get("text") or ""))))

    async def _pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        action, view = body["actions"][0], body.get("view") or {}
        person = str(body["user"]["id"])
        about = (
            str(action["action_id"]).partition("-")[2].partition("-")[2]
            or remembered(str(view.get("private_metadata") or ""))[0]
        )
        place = Place(
            person=person,
            channel=about or str((body.get("channel") or {}).get("id") or person),
            response_url=str(body.get("response_url") or ""),
            view=str(view["id"]) if view.get("type") == "modal" else "",
            trigger=str(body["trigger_id"]),
            is_own=bool((body.get("container") or {}).get("is_ephemeral")),
        )
        pressed = tuple(str(action.get("value") or "").split())
        if pressed == (REFRESH,):
            self._once(place.trigger, self._answers.show_home(person))
        elif action["action_id"] == SHARE:
            self._once(place.trigger, self._answers.share(place, pressed))
        else:
            self._once(place.trigger, self._answers.reply(place, pressed))

    async def _filled(self, ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        channel, language = remembered(str(view.get("private_metadata") or ""))
        say = words(language)
        settings = filled(view["state"]["values"])
        if not isinstance(settings, Settings):
            await ack(response_action="errors", errors={name: say.say(key) for name, key in settings.items()})
            return
        wait = window(Reply(text=say.say("slack-saving")), say, channel=channel)
        await ack(response_action="update", view=wait)
        place = Place(person=str(body["user"]["id"]), channel=channel, view=str(view["id"]))
        self._once(f"{body.get('trigger_id')} {view['id']}", self._answers.reply(place, (SETTINGS,), settings=settings))

    async def _chosen(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        person, trigger = str(body["user"]["id"]), str(body["trigger_id"])
        self._once(trigger, self._answers.reply(Place(person=person, channel=person, trigger=trigger), (LATEST,)))

    async def _mentioned(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        asked = re.sub(r"<@[^>]*>", " ", str(event.get("text") or ""))
        thread = str(event.get("thread_ts") or event["ts"])
        place = Place(person=str(event.get("user") or ""), channel=str(event["channel"]), thread=thread)
        if place.person:
            self._once(str(body["event_id"]), self._answers.reply(place, _words(asked)))

    async def _opened(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            self._once(str(body["event_id"]), self._answers.show_home(str(event["user"])))

    async def _happened(self, body: dict[str, Any], event: dict[str, Any]) -> None:
        """Where we may post no more, or again; whatever else Slack tells changes nothing for us."""
        presence = self._presence
        if presence:
            self._once(str(body["event_id"]), _told(presence, event, self.me))

    def _once(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Do what Slack sent, unless it did already, as soon as the acknowledgement has left."""
        if name in self._recent:
            work.close()
            return
        remember(self._recent, name, None)
        spawn(self._hand_on(acknowledged.get(None), work), self._heard)

    async def _hand_on(self, left: asyncio.Event | None, work: Coroutine[Any, Any, None]) -> None:
        """Let the work begin in its loop once the acknowledgement has left: it may change what that shows."""
        if left:
            await left.wait()
        assert self._loop, "it has begun"
        self._loop.call_soon_threadsafe(spawn, _whole(work), self._work)


def _words(text: str) -> tuple[str, ...]:
    """What was typed, as words; Slack escapes three signs in it."""
    return heard(html.unescape(text))


async def _nothing(ack: AsyncAck) -> None:
    """A choice inside a form: it counts when the form is sent."""
    await ack()


async def _told(presence: Presence, event: Mapping[str, Any], me: str) -> None:
    tell(presence, event, me)


async def _whole(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:
        log.exception("slack_work_failed")
