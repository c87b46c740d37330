"""What Slack sends over signed HTTP, for those who do not use Socket Mode."""

import asyncio

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp

from bot.chat.slack_line import acknowledged
from bot.errors import ChatError
from bot.types import Platform

EVENTS_PATH = "/slack/events"
BODY_LIMIT = 256 * 1024  # bytes of a request; a command has about one thousand, a form some ten thousand


class Door:
    """The one path that Slack calls; slack-bolt refuses what is not signed, or not signed within five minutes."""

    def __init__(self, bolt: AsyncApp) -> None:
        self._bolt = bolt
        server = web.Application(client_max_size=BODY_LIMIT)
        server.router.add_post(EVENTS_PATH, self._received)
        self._runner = web.AppRunner(server, access_log=None)

    async def open(self, host: str, port: int) -> None:
        """Listen; ChatError where the port is taken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            raise ChatError(Platform.SLACK, f"cannot listen on {host}:{port} ({error.strerror})") from error

    async def close(self) -> None:
        """Hear no more."""
        await self._runner.cleanup()

    async def _received(self, request: web.Request) -> web.Response:
        left = asyncio.Event()
        acknowledged.set(left)
        try:
            answer = await to_aiohttp_response(await self._bolt.async_dispatch(await to_bolt_request(request)))
            await answer.prepare(request)
            await answer.write_eof()
        finally:
            left.set()
        return answer
