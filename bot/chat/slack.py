"""Slack: posts to channels, and answers /exchanges over Socket Mode or signed HTTP."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat import Answer, Presence, until_reached
from bot.chat.slack_answers import Answers
from bot.chat.slack_calls import Calls, library
from bot.chat.slack_ear import Ear
from bot.chat.slack_hearing import Hearing
from bot.chat.slack_http import Door
from bot.chat.slack_line import Line, spawn
from bot.chat.slack_outcome import BAD_TOKEN, code_of, look_up, outcome
from bot.errors import ChatError, UnreachableError
from bot.render import plain_short, slack_blocks, slack_text
from bot.types import Card, Channel, LookUp, Missing, Outcome, Platform, Sent, Unknown

BASE_URL = "https://slack.com/api/"
CONNECT_PATIENCE = 5.0  # seconds
EVENT_TYPE = "exchange_alert"
PAGE, PAGES = 100, 5  # messages that are read back at once, and how often
CLOCKS_APART = timedelta(hours=1)  # how far our clock may be from Slack's
SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:read",
        "chat:write",
        "chat:write.public",
        "commands",
        "files:write",
        "groups:history",
        "groups:read",
        "users:read",
    }
)
SCOPES_MEND = "paste the manifest into the app anew and reinstall it"
MEND = "mend: put the {which} of your Slack app under [slack]"

log = logging.getLogger(__name__)


class Slack:
    """The adapter; `patience` is how many seconds a post may wait for Slack's answer, `listen` is for signed HTTP.

    `operators` are the ids of people who may ask about the bot itself; `channels` are all that get alerts;
    `presence` is told of channels that we lost or have again.
    """

    platform = Platform.SLACK

    def __init__(
        self,
        bot_token: str,
        answer: Answer,
        *,
        app_token: str | None = None,
        signing_secret: str | None = None,
        base_url: str = BASE_URL,
        listen: tuple[str, int] = ("127.0.0.1", 3000),
        patience: float = 30.0,
        operators: Iterable[str] = (),
        channels: Callable[[], Iterable[Channel]] = tuple,
        presence: Presence | None = None,
    ) -> None:
        self._patience = patience
        self._listen = listen
        self._presence = presence
        self._client = _web_client(bot_token, base_url)
        self._app_client = _web_client(app_token, base_url) if app_token else None
        self._line = Line(_web_client(app_token, base_url), self._handle, library) if app_token else None
        self._bolt = AsyncApp(
            name="exchanges",
            logger=library,
            client=_web_client(None, base_url),
            authorize=_always(bot_token),  # ours, so that no stray SLACK_CLIENT_ID in the environment takes over
            signing_secret=signing_secret or "",
        )
        self._answers = Answers(answer, Calls(self._client), operators=operators, channels=channels)
        self._hearing = Hearing(self._answers, presence)
        self._hearing.listen(self._bolt)
        self._door = Door(self._bolt) if signing_secret and not app_token else None
        self._ear = Ear()
        self._session: aiohttp.ClientSession | None = None
        self._background: set[asyncio.Task[None]] = set()

    async def check(self) -> str:
        """Our own @name and the workspace, and what the app was not granted."""
        me = await _checked(self._client.auth_test(), "Bot User OAuth Token (xoxb-…) as bot_token")
        if self._app_client:
            opened = self._app_client.apps_connections_open(app_token=str(self._app_client.token))
            await _checked(opened, "App-Level Token (xapp-…) as app_token")
        self._hearing.me = str(me.get("user_id") or "")
        lacking = SCOPES - {scope.strip() for scope in str(me.headers.get("x-oauth-scopes", "")).split(",")}
        mend = f"; it lacks {', '.join(sorted(lacking))}: {SCOPES_MEND}" if lacking and lacking != SCOPES else ""
        return f"@{me['user']} in {me['team']}{mend}"

    async def start(self) -> None:
        """Listen for what people ask, at once or as soon as Slack can be reached."""
        timeout = aiohttp.ClientTimeout(total=self._patience, sock_connect=CONNECT_PATIENCE)
        self._session = self._client.session = self._answers.session = aiohttp.ClientSession(timeout=timeout)
        self._hearing.begin()
        self._ear.open()
        if self._app_client:
            self._app_client.session = self._session
        elif self._door:
            await self._ear.run(self._door.open(*self._listen))
        try:
            await self._connect()
        except UnreachableError:
            spawn(until_reached(self.platform, self._connect), self._background)

    async def stop(self) -> None:
        """Hear no more, finish the answers under way, close the connections."""
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        if self._session:  # it was started
            if self._door:
                await self._ear.run(self._door.close())
            await self._ear.close()
            await self._hearing.finish()
            await self._session.close()

    async def post(
        self, address: str, card: Card, *, key: str, reply_to: str | None = None, plain: bool = False
    ) -> Outcome:
        """Post a card once; `key` rides in its metadata, where `find` reads it back."""
        thread: dict[str, Any] = {"thread_ts": reply_to, "reply_broadcast": True} if reply_to else {}
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"key": key}}
        content = _content(card, plain=plain)
        return await _once(
            self._client.chat_postMessage(
                channel=address, unfurl_links=False, unfurl_media=False, metadata=metadata, **thread, **content
            )
        )

    async def edit(self, address: str, message_id: str, card: Card, *, plain: bool = False) -> Outcome:
        """Replace a posted card."""
        return await _once(self._client.chat_update(channel=address, ts=message_id, **_content(card, plain=plain)))

    async def find(self, address: str, key: str, *, since: datetime, reply_to: str | None = None) -> LookUp:
        """Read back what was posted since then, page by page; needs channels:history (groups:history if private)."""
        cursor = ""
        asked: dict[str, Any] = {"channel": address, "include_all_metadata": True, "limit": PAGE}
        oldest = f"{(since - CLOCKS_APART).timestamp():.6f}"
        read = self._client.conversations_replies if reply_to else self._client.conversations_history
        asked |= {"ts": reply_to} if reply_to else {"oldest": oldest}
        for _ in range(PAGES):
            try:
                page = await read(**(asked | ({"cursor": cursor} if cursor else {})))
            except Exception as error:
                return look_up(error)
            for message in page.get("messages") or ():
                if (message.get("metadata") or {}).get("event_payload", {}).get("key") == key:
                    return Sent(message_id=message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return Missing()
        return Unknown(reason=f"more than {PAGE * PAGES} messages since then")

    async def _connect(self) -> None:
        me = await self.check()
        if SCOPES_MEND in me:
            log.warning("slack_scopes_missing %s", me)
        if self._presence:
            self._presence.back(None)  # whoever revoked our token has given us another
        if self._line:
            self._ear.keep(self._line.keep())

    async def _handle(self, request: SocketModeRequest) -> BoltResponse:
        return await run_async_bolt_app(self._bolt, request)  # type: ignore[no-any-return]


def _content(card: Card, *, plain: bool) -> dict[str, Any]:
    if plain:
        return {"text": slack_text(plain_short(card))}
    text, blocks = slack_blocks(card)
    return {"text": text, "blocks": blocks}


def _web_client(token: str | None, base_url: str) -> AsyncWebClient:
    # By default the library posts again after a lost connection: people would see the alert twice.
    return AsyncWebClient(token, base_url, logger=library, retry_handlers=[])


def _always(token: str) -> Callable[..., Awaitable[AuthorizeResult]]:
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize  # the library reads its argument names, and stumbles over a method's self


async def _checked(call: Awaitable[AsyncSlackResponse], which: str) -> AsyncSlackResponse:
    try:
        return await call
    except SlackApiError as error:
        code = code_of(error)
        if code in BAD_TOKEN:
            raise ChatError(Platform.SLACK, f"{code}; {MEND.format(which=which)}") from None
        raise UnreachableError(Platform.SLACK, code or "no answer of its own") from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise UnreachableError(Platform.SLACK, type(error).__name__) from error


async def _once(call: Awaitable[AsyncSlackResponse]) -> Outcome:
    try:
        answer = await call
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        return outcome(error)
    except Exception as error:  # the library could not read the answer, so there was one
        log.exception("slack_answer_unread")
        return outcome(error)
    ts = answer.get("ts")
    return Sent(message_id=ts) if ts else Unknown(reason="an answer without a message")
