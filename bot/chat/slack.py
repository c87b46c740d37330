"""Slack: posts to channels, and answers /exchanges over Socket Mode or signed HTTP."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.chat import Answer, answered, heard, until_reached
from bot.chat.slack_outcome import BAD_TOKEN, code_of, look_up, outcome
from bot.errors import ChatError, UnreachableError
from bot.render import plain_short, slack_blocks, slack_reply, slack_text
from bot.types import Ask, Card, LookUp, Missing, Outcome, Picture, Platform, Sent, Unknown

BASE_URL = "https://slack.com/api/"
COMMAND = "/exchanges"
EVENTS_PATH = "/slack/events"
CONNECT_PATIENCE = 5.0  # seconds
ANSWER_PATIENCE = 10.0  # seconds that a stop waits for the answers under way
BODY_LIMIT = 256 * 1024  # bytes of a request; a command has about one thousand
EVENT_TYPE = "exchange_alert"
PAGE, PAGES = 100, 5  # messages that are read back at once, and how often
CLOCKS_APART = timedelta(hours=1)  # how far our clock may be from Slack's
ALT_MOST = 1_000  # characters of the text that stands for a picture
REMEMBERED = 1_000  # asks; Slack repeats one within minutes, if ever
MEND = "mend: put the {which} of your Slack app under [slack]"

log = logging.getLogger(__name__)


class _Brief(logging.Filter):
    """The libraries' lines without traces of every lost connection, and without the socket's ticket."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"(ticket|token)=[^\s&'\"]+", r"\1=…", record.getMessage())
        record.args, record.exc_info = (), None
        return True


# slack_sdk looks at this very logger's level to decide whether to write whole requests, so it has one of its own.
_library = logging.getLogger(f"{__name__}.library")
_library.setLevel(logging.WARNING)
_library.addFilter(_Brief())


class Slack:
    """The adapter; `patience` is how many seconds a post may wait for Slack's answer, `listen` is for signed HTTP."""

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
    ) -> None:
        self._answer = answer
        self._patience = patience
        self._listen = listen
        self._signing_secret = signing_secret
        self._client = _web_client(bot_token, base_url)
        self._app_client = _web_client(app_token, base_url) if app_token else None
        self._bolt = AsyncApp(
            name="exchanges",
            logger=_library,
            client=_web_client(None, base_url),
            authorize=_always(bot_token),  # ours, so that no stray SLACK_CLIENT_ID in the environment takes over
            signing_secret=signing_secret or "",
        )
        self._bolt.command(COMMAND)(self._heard)
        self._session: aiohttp.ClientSession | None = None
        self._socket: AsyncSocketModeHandler | None = None
        self._http: web.AppRunner | None = None
        self._background: set[asyncio.Task[None]] = set()
        self._answers: set[asyncio.Task[None]] = set()
        self._recent: dict[str, None] = {}

    async def check(self) -> str:
        """Our own @name and the workspace."""
        me = await _checked(self._client.auth_test(), "Bot User OAuth Token (xoxb-…) as bot_token")
        if self._app_client:
            opened = self._app_client.apps_connections_open(app_token=str(self._app_client.token))
            await _checked(opened, "App-Level Token (xapp-…) as app_token")
        return f"@{me['user']} in {me['team']}"

    async def start(self) -> None:
        """Listen for /exchanges, at once or as soon as Slack can be reached."""
        timeout = aiohttp.ClientTimeout(total=self._patience, sock_connect=CONNECT_PATIENCE)
        self._session = self._client.session = aiohttp.ClientSession(timeout=timeout)
        if self._signing_secret and not self._app_client:
            await self._serve()
        try:
            await self._connect()
        except UnreachableError:
            _spawn(until_reached(self.platform, self._connect), self._background)

    async def stop(self) -> None:
        """Hear no more, finish the answers under way, close the connections."""
        for task in self._background:
            task.cancel()
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
        if self._http:
            await self._http.cleanup()
        if self._answers:
            await asyncio.wait(self._answers, timeout=ANSWER_PATIENCE)
        if self._session:
            await self._session.close()
        await asyncio.gather(*self._background, return_exceptions=True)

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
        await self.check()
        if self._app_client:
            token = str(self._app_client.token)
            self._socket = AsyncSocketModeHandler(self._bolt, token, logger=_library, web_client=self._app_client)
            _spawn(self._socket.connect_async(), self._background)  # type: ignore[no-untyped-call]

    async def _serve(self) -> None:
        host, port = self._listen
        server = web.Application(client_max_size=BODY_LIMIT)
        server.router.add_post(EVENTS_PATH, self._received)
        self._http = web.AppRunner(server, access_log=None)
        await self._http.setup()
        try:
            await web.TCPSite(self._http, host, port).start()
        except OSError as error:
            raise ChatError(self.platform, f"cannot listen on {host}:{port} ({error.strerror})") from error

    async def _received(self, request: web.Request) -> web.Response:
        return await to_aiohttp_response(await self._bolt.async_dispatch(await to_bolt_request(request)))

    async def _heard(self, ack: AsyncAck, command: dict[str, Any]) -> None:
        """Acknowledge within Slack's three seconds, then work; an ask that Slack repeats is answered once."""
        await ack()
        trigger = str(command["trigger_id"])
        if trigger in self._recent:
            return
        self._recent[trigger] = None
        if len(self._recent) > REMEMBERED:
            self._recent.pop(next(iter(self._recent)))
        _spawn(self._reply(command), self._answers)

    async def _reply(self, command: dict[str, Any]) -> None:
        words = heard(str(command.get("text") or ""))
        # Anyone who can see a channel may choose what is posted there.
        ask = Ask(platform=self.platform, address=str(command["channel_id"]), words=words, may_change=True)
        reply = await answered(self._answer, ask)
        text, blocks = slack_reply(reply)
        webhook = AsyncWebhookClient(
            str(command["response_url"]), session=self._session, retry_handlers=[], logger=_library
        )
        try:
            response = await webhook.send(text=text, blocks=blocks, response_type="ephemeral")
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("slack_answer_lost error=%s", type(error).__name__)
        else:
            if response.status_code != 200:
                log.warning("slack_answer_refused status=%s", response.status_code)
        if reply.picture:
            await self._show(ask.address, reply.picture)

    async def _show(self, address: str, picture: Picture) -> None:
        """Put a picture into the channel, where the bot is in it; who asked has its text already."""
        alt = picture.alt[:ALT_MOST]
        try:
            await self._client.files_upload_v2(
                channel=address, content=picture.png, filename="chart.png", title=alt.partition("\n")[0], alt_txt=alt
            )
        except (SlackClientError, aiohttp.ClientError, TimeoutError) as error:
            code = code_of(error) if isinstance(error, SlackApiError) else ""
            log.warning("slack_picture_refused error=%s", code or type(error).__name__)


def _content(card: Card, *, plain: bool) -> dict[str, Any]:
    text, blocks = slack_blocks(card)
    if plain:
        return {"text": slack_text(plain_short(card))}
    return {"text": text, "blocks": blocks}


def _web_client(token: str | None, base_url: str) -> AsyncWebClient:
    # By default the library posts again after a lost connection: people would see the alert twice.
    return AsyncWebClient(token, base_url, logger=_library, retry_handlers=[])


def _always(token: str) -> Callable[..., Awaitable[AuthorizeResult]]:
    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize  # the library reads its argument names, and stumbles over a method's self


def _spawn(work: Coroutine[Any, Any, None], running: set[asyncio.Task[None]]) -> None:
    """Run beside everything else, held by `running`: the loop alone does not keep a task alive."""
    task = asyncio.create_task(work)
    running.add(task)
    task.add_done_callback(running.discard)


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
