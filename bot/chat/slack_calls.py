"""Calls to Slack's Web API that are no posts: each method waits as Slack asks, or is given up in time."""

import asyncio
import logging
import re
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.chat.slack_outcome import code_of, rate_wait

log = logging.getLogger(__name__)


class _Brief(logging.Filter):
    """The libraries' lines without traces of every lost connection, and without the socket's ticket."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"(ticket|token)=[^\s&'\"]+", r"\1=…", record.getMessage())
        record.args, record.exc_info = (), None
        return True


# slack_sdk looks at this very logger's level to decide whether to write whole requests, so it has one of its own.
library = logging.getLogger("bot.chat.slack.library")
library.setLevel(logging.WARNING)
library.addFilter(_Brief())


class Calls:
    """The calls of one app; Slack limits each method by itself."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._held: dict[str, float] = {}

    async def __call__(self, method: str, *, patience: float, **arguments: Any) -> AsyncSlackResponse | None:
        """The answer, or None where none came within `patience` seconds, waits that Slack asks for included."""
        try:
            async with asyncio.timeout(patience):
                return await self._taken(method, arguments, until=_now() + patience)
        except TimeoutError:
            error = "no answer in time"
        except SlackApiError as refused:
            error = code_of(refused) or "no answer of its own"
        except (SlackClientError, aiohttp.ClientError) as failed:
            error = type(failed).__name__
        log.warning("slack_call_failed method=%s error=%s", method, error)
        return None

    async def _taken(self, method: str, arguments: dict[str, Any], *, until: float) -> AsyncSlackResponse:
        while True:
            held = self._held.get(method, 0.0)
            if held > until:
                raise TimeoutError
            await asyncio.sleep(max(0.0, held - _now()))
            try:
                answer: AsyncSlackResponse = await getattr(self._client, method)(**arguments)
            except SlackApiError as error:
                wait = rate_wait(error)
                if wait is None:
                    raise
                self._held[method] = _now() + wait
            else:
                return answer


def _now() -> float:
    return asyncio.get_running_loop().time()
