"""Telegram's HTTP over aiohttp, as the feeds and Slack are: a post takes a third of the work that httpx makes."""

from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

IDLE_SECONDS = 30.0  # for which a connection is kept; Telegram itself keeps them for longer


class Wire(BaseRequest):
    """How the library sends its requests; `patience` and `connect` are in seconds. No request is ever repeated."""

    def __init__(self, *, patience: float = 5.0, connect: float = 5.0) -> None:
        self._patience, self._connect = patience, connect
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return self._patience

    async def initialize(self) -> None:
        """Nothing: the first request opens what it needs, as it does again after a shutdown."""

    async def shutdown(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The answer's status and body; raises NetworkError or TimedOut from what aiohttp raised.

        How many requests are under way is the outbox's matter, so none waits for a connection.
        """
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=IDLE_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=True,
            )
        limits = aiohttp.ClientTimeout(
            total=None,
            sock_connect=_given(connect_timeout, self._connect),
            sock_read=_given(read_timeout, self._patience),
        )
        form = _form(request_data) if request_data else None
        try:
            async with self._session.request(method, url, data=form, timeout=limits, allow_redirects=False) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except (aiohttp.ClientError, OSError) as error:
            # By its name alone, but where it only names the host: the rest may hold the address, which holds the token.
            told = str(error) if isinstance(error, aiohttp.ClientConnectorError) else type(error).__name__
            raise NetworkError(told) from error


def _form(data: RequestData) -> dict[str, str] | aiohttp.FormData:
    """The fields of a request, in parts where a file is among them."""
    files = data.multipart_data
    if not files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _given(timeout: Any, default: float) -> float | None:
    return default if isinstance(timeout, DefaultValue) else timeout
