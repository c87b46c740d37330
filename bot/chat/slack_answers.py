"""Answers on Slack go to where they were asked for: a message, a window, a thread or the home page."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.chat import Answer, answered
from bot.chat.slack_calls import Calls, library
from bot.chat.slack_form import settings_form
from bot.chat.slack_outcome import TOO_MANY, wait_in
from bot.chat.slack_people import People
from bot.chat.slack_windows import SUBSCRIPTIONS_MOST, Subscription, home, window, without_changes
from bot.render import slack_naming, slack_reply, slack_share, words
from bot.render.slack import GAP
from bot.types import Ask, Channel, Picture, Platform, Reply, Settings, Verb

COMMAND, INVITE = "/exchanges", "/invite @Exchange Watch"
LATEST, SETTINGS, ADMIN = "latest", "settings", "admin"  # what is asked for people
WINDOW_PATIENCE = 2.0  # seconds: Slack opens a window within three of the press, one of which goes for who asks
PATIENCE = 60.0  # seconds for what nobody waits for
ALT_MOST = 1_000  # characters of the text that stands for a picture
SHARED = frozenset({"latest", "search", "event", "stats", "sources", "timeline"})  # verbs whose answers concern all
SHARED_MOST = 2_000  # characters that a button can carry

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody asks, and how to answer there: into the message, a window, the thread or a new window.

    `is_own`: they pressed a button of a message that nobody else sees, which alone another may take the place of.
    """

    person: str
    channel: str
    response_url: str = ""
    view: str = ""
    thread: str = ""
    trigger: str = ""
    is_own: bool = False

    @property
    def is_channel(self) -> bool:
        """Whether alerts can be wanted here; a home page or a shortcut is of no channel."""
        return self.channel != self.person


class Answers:
    """Answers people of one workspace; `operators` are ids of people, `channels` all that get alerts."""

    def __init__(
        self, answer: Answer, calls: Calls, *, operators: Iterable[str], channels: Callable[[], Iterable[Channel]]
    ) -> None:
        self.session: aiohttp.ClientSession | None = None
        self._answer = answer
        self._calls = calls
        self._people = People(calls)
        self._operators = frozenset(operators)
        self._channels = channels

    async def reply(self, place: Place, asked: tuple[str, ...], *, settings: Settings | None = None) -> None:
        """Answer what was asked; `settings` are a filled form."""
        ask = await self._ask(place, asked, settings)
        reply = await answered(self._answer, ask)
        if len(asked) == 1 and settings is None and reply.settings and reply.choices and not place.thread:
            say = words(reply.settings.language)  # in which the service answered
            form = settings_form(reply.settings, reply.choices, say, channel=place.channel)
            if await self._window(place, form):
                return
            typed = say.say("slack-form-failed", typed=f"{COMMAND} {SETTINGS} language {say.language}")
            reply = replace(reply, text=f"{typed}\n\n{reply.text}")
        elif settings and reply.settings:
            reply = replace(reply, text=f"{words(reply.settings.language).say('slack-saved')}\n\n{reply.text}")
        await self._give(place, ask, reply if place.is_channel else without_changes(reply))

    async def _give(self, place: Place, ask: Ask, reply: Reply) -> None:
        """Show the answer where it was asked for."""
        say = words(reply.cards[0].language if reply.cards else ask.language)
        if place.view or not (place.response_url or place.thread):
            await self._window(place, window(reply, say, channel=place.channel if place.is_channel else ""))
        elif place.thread:
            text, blocks = slack_reply(reply)
            await self._post(place, text=text, blocks=blocks)
        else:
            share = [slack_share(say.say("slack-share"), ask.words)] if _is_shareable(ask, reply) else []
            text, blocks = slack_reply(reply, *share)
            in_place = reply.in_place and place.is_own
            await self._respond(place, text=text, blocks=blocks, response_type="ephemeral", replace_original=in_place)
        if reply.picture and place.is_channel and not await self._show(place, reply.picture) and place.response_url:
            text, blocks = slack_reply(Reply(text=say.say("slack-no-picture", invite=INVITE)))
            await self._respond(place, text=text, blocks=blocks, response_type="ephemeral", replace_original=False)

    async def _ask(self, place: Place, asked: tuple[str, ...], settings: Settings | None = None) -> Ask:
        person = await self._people.get(place.person)
        verb = asked[0].lower() if asked else ""
        is_private = place.channel.startswith("D")
        return Ask(
            platform=Platform.SLACK,
            address=place.channel,
            language=person.language,
            words=asked,
            person=place.person,
            may_change=place.is_channel and (is_private or verb == Verb.SUBSCRIBE or person.is_admin),
            is_operator=place.person in self._operators,
            is_private=is_private or not place.is_channel,
            settings=settings,
        )

    async def share(self, place: Place, asked: tuple[str, ...]) -> None:
        """Show everybody in the channel what one person was answered, and who that was."""
        ask = await self._ask(place, asked)
        reply = await answered(self._answer, ask)
        named = slack_naming(words(ask.language).say("slack-shared-by", person=GAP), place.person)
        text, blocks = slack_reply(replace(reply, buttons=()), named)
        await self._respond(place, text=text, blocks=blocks, response_type="in_channel", replace_original=False)

    async def show_home(self, person: str) -> None:
        """Draw the home page anew."""
        place = Place(person=person, channel=person)
        ask = await self._ask(place, (LATEST,))
        latest = await answered(self._answer, ask)
        health = await answered(self._answer, replace(ask, words=(ADMIN,))) if ask.is_operator else None
        ours = [channel for channel in self._channels() if _is_shown(channel)]
        seen = [await self._subscription(person, channel) for channel in ours[:SUBSCRIPTIONS_MOST]]
        page = home(latest, seen, len(ours) - len(seen), health, words(ask.language))
        await self._calls("views_publish", patience=PATIENCE, user_id=person, view=page)

    async def _subscription(self, person: str, channel: Channel) -> Subscription:
        ask = await self._ask(Place(person=person, channel=channel.address), (SETTINGS,))
        reply = await answered(self._answer, ask)
        return Subscription(channel=channel, may_change=reply.settings is not None and reply.choices is not None)

    # ── the ways back ──

    async def _window(self, place: Place, view: Mapping[str, Any]) -> bool:
        """Show a window, in the place of the one that is open, if one is."""
        if place.view:
            return bool(await self._calls("views_update", patience=PATIENCE, view_id=place.view, view=view))
        opened = await self._calls("views_open", patience=WINDOW_PATIENCE, trigger_id=place.trigger, view=view)
        return opened is not None

    async def _post(self, place: Place, **content: Any) -> None:
        await self._calls(
            "chat_postMessage",
            patience=PATIENCE,
            channel=place.channel,
            thread_ts=place.thread,
            unfurl_links=False,
            unfurl_media=False,
            **content,
        )

    async def _respond(self, place: Place, **content: Any) -> None:
        webhook = AsyncWebhookClient(place.response_url, session=self.session, retry_handlers=[], logger=library)
        try:
            response = await webhook.send(**content)
            if response.status_code == TOO_MANY and (wait := wait_in(response.headers)) <= PATIENCE:
                await asyncio.sleep(wait)
                response = await webhook.send(**content)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("slack_answer_lost error=%s", type(error).__name__)
        else:
            if response.status_code != 200:
                log.warning("slack_answer_refused status=%s", response.status_code)

    async def _show(self, place: Place, picture: Picture) -> bool:
        """Put a picture into the channel, where the bot is in it; who asked has its text already."""
        alt = picture.alt[:ALT_MOST]
        thread = {"thread_ts": place.thread} if place.thread else {}
        shown = await self._calls(
            "files_upload_v2",
            patience=PATIENCE,
            channel=place.channel,
            content=picture.png,
            filename="chart.png",
            title=alt.partition("\n")[0],
            alt_txt=alt,
            **thread,
        )
        return shown is not None


def _is_shown(channel: Channel) -> bool:
    """Whether the home page names it: what somebody gets alone with the bot is nobody else's matter."""
    return channel.platform is Platform.SLACK and channel.address.startswith(("C", "G"))


def _is_shareable(ask: Ask, reply: Reply) -> bool:
    """Whether it tells of exchanges, and there is somebody to show it to."""
    verb = ask.words[0].lower() if ask.words else ""
    tells = bool(reply.cards) or (verb == Verb.STATS and not reply.is_brief)
    return tells and verb in SHARED and not ask.is_private and len(" ".join(ask.words)) <= SHARED_MOST
