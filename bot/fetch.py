"""Fetches bytes politely and safely: limits on size and time, private networks refused on every hop."""

import asyncio
import socket
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import SplitResult, urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import ThreadedResolver

from bot.addresses import PRIVATE, may_be_asked, may_be_public, public_socket, shown
from bot.answers import fresh_for, is_challenge, retry_after, served_at
from bot.coding import ACCEPTED, TooLargeError, unpacker
from bot.errors import FetchError

TOTAL_SECONDS, CONNECT_SECONDS = 20.0, 5.0
MAX_BODY = 10 * 1024 * 1024  # bytes after decoding
MAX_REDIRECTS = 5
PER_HOST = 2  # connections at once
KEPT_HOSTS, KEPT_SECONDS = 64, 15.0  # hosts whose connection is kept for the next feed of theirs
PROXY_OF_THE_ENVIRONMENT = "environment"
USER_AGENT = "ExchangeWatch/0.1 (a feed reader for prisoner-exchange news{contact})"
_CHUNK = 64 * 1024
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}

MayGo = Callable[[str], Awaitable[bool]]  # whether a redirect to that address may be followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A server's answer: the decoded body with the validators that the server itself named.

    `moved_to`: where the server says that the feed has moved for good; `fresh_for`: seconds for which it calls its
    answer fresh.
    """

    status: int
    final_url: str
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    not_modified: bool = False
    moved_to: str | None = None
    fresh_for: float | None = None


class Fetcher:
    """One HTTP session for all feeds; `async with` opens and closes it.

    `contact`: an address of ours that the User-Agent tells servers; `proxy`: a proxy's address, or "environment";
    `resolver`: what names are looked up with.
    """

    def __init__(
        self,
        *,
        allow_private_networks: bool = False,
        total_seconds: float = TOTAL_SECONDS,
        contact: str | None = None,
        proxy: str | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._private = allow_private_networks
        self._total = total_seconds
        self._agent = USER_AGENT.format(contact=f"; {contact}" if contact else "")
        self._proxy = proxy
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None
        self._kept: dict[str, float] = {}

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=self._resolver or ThreadedResolver(),
            limit=0,  # how many at once is the caller's matter
            limit_per_host=PER_HOST,
            ttl_dns_cache=60,
            keepalive_timeout=KEPT_SECONDS,
            # The proxy alone knows where it connects to, and may itself stand in our own network.
            socket_factory=_any_socket if self._private or self._proxy else public_socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
            headers={"User-Agent": self._agent, "Accept-Encoding": ACCEPTED},
            auto_decompress=False,
            trust_env=False,
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None, may_go: MayGo | None = None
    ) -> Fetched:
        """Fetch a URL, conditionally where the server gave validators; raises FetchError.

        `may_go` is asked before each redirect is followed.
        """
        headers = {}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        try:
            async with asyncio.timeout(self._total):
                return await self._follow(url, headers, may_go)
        except TimeoutError:
            raise FetchError(shown(url), f"no whole answer within {self._total:g} s; it is tried again later") from None
        except aiohttp.ClientError as error:
            raise FetchError(shown(url), _reason(error)) from None
        except (ValueError, OSError) as error:
            raise FetchError(shown(url), f"cannot be fetched: {type(error).__name__}") from error

    async def _follow(self, url: str, headers: dict[str, str], may_go: MayGo | None) -> Fetched:
        """Go where the server sends us, each hop checked anew."""
        assert self._session is not None, "used outside its `async with`"
        at, moved_to, permanently = url, None, True
        first_port = urlsplit(url).port
        for hop in range(MAX_REDIRECTS + 1):
            parts = self._checked(url, at, first_port)
            if hop and may_go is not None and not await may_go(at):
                raise FetchError(shown(url), "redirects to where robots.txt lets no robot in")
            asked = headers if self._keeps(parts.netloc) else {**headers, "Connection": "close"}
            proxy = self._proxy_for(parts) if self._proxy else None
            async with self._session.get(at, headers=asked, allow_redirects=False, proxy=proxy) as response:
                if response.status not in _REDIRECTS:
                    return await self._answer(url, at, response, moved_to, conditional=bool(headers))
                location = response.headers.get("Location")
                permanently = permanently and response.status in _PERMANENT
                if not location:
                    raise FetchError(shown(url), f"answers {response.status} without saying where to")
                at = urljoin(at, location)
                moved_to = at if permanently else moved_to
        raise FetchError(shown(url), f"redirects more than {MAX_REDIRECTS} times")

    def _checked(self, url: str, at: str, first_port: int | None) -> SplitResult:
        parts = urlsplit(at)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise FetchError(shown(url), "leads to an address that is no http:// or https:// one")
        if not self._private:
            if not may_be_public(parts.hostname):
                raise FetchError(shown(url), PRIVATE)
            if not may_be_asked(parts, first_port=first_port):
                raise FetchError(shown(url), f"redirects to port {parts.port}, where no feed is expected")
        return parts

    def _keeps(self, host: str) -> bool:
        """Whether to keep the connection: for hosts with several feeds it saves work, ten thousand are too many."""
        now = asyncio.get_running_loop().time()
        kept = self._kept
        while kept and (oldest := next(iter(kept))) and kept[oldest] <= now:
            del kept[oldest]
        if kept.pop(host, None) is None and len(kept) >= KEPT_HOSTS:
            return False
        kept[host] = now + KEPT_SECONDS
        return True

    def _proxy_for(self, parts: SplitResult) -> str | None:
        if self._proxy != PROXY_OF_THE_ENVIRONMENT:
            return self._proxy
        if urllib.request.proxy_bypass(parts.hostname or ""):
            return None
        return urllib.request.getproxies().get(parts.scheme)

    async def _answer(
        self, url: str, at: str, response: aiohttp.ClientResponse, moved_to: str | None, *, conditional: bool
    ) -> Fetched:
        headers, status = response.headers, response.status
        if status == 304 and conditional:
            fresh = fresh_for(headers)
            return Fetched(status=304, final_url=at, not_modified=True, moved_to=moved_to, fresh_for=fresh)
        if status != 200:
            if is_challenge(headers, b""):
                raise FetchError(shown(url), _CHALLENGED, status=status)
            wait = retry_after(headers.get("Retry-After"), served_at(headers) or datetime.now(UTC))
            raise FetchError(shown(url), _status_words(status), status=status, retry_after=wait)
        body = await _body(url, response)
        if is_challenge(headers, body):
            raise FetchError(shown(url), _CHALLENGED, status=status)
        return Fetched(
            status=200,
            final_url=at,
            body=body,
            etag=headers.get("ETag"),
            last_modified=headers.get("Last-Modified"),
            content_type=headers.get("Content-Type"),
            moved_to=moved_to,
            fresh_for=fresh_for(headers),
        )


async def _body(url: str, response: aiohttp.ClientResponse) -> bytes:
    """The decoded body, cut off with an error as soon as it grows beyond the limit."""
    coding = response.headers.get("Content-Encoding") or "identity"
    try:
        decoder = unpacker(coding)
    except KeyError:
        raise FetchError(shown(url), f"is compressed in a way that was not asked for: {coding[:40]}") from None
    out = bytearray()
    try:
        async for chunk in response.content.iter_chunked(_CHUNK):
            out += decoder.feed(chunk, MAX_BODY - len(out))
    except TooLargeError:
        raise FetchError(
            shown(url), f"is larger than {MAX_BODY // 2**20} MiB; it is no feed that we can read"
        ) from None
    except ValueError:
        raise FetchError(shown(url), f"is not what it says, namely {coding[:40]}; it is tried again later") from None
    if not decoder.ended:
        raise FetchError(shown(url), "broke off in the middle of its body; it is tried again later")
    return bytes(out)


def _any_socket(info: tuple[Any, ...]) -> socket.socket:
    return socket.socket(family=info[0], type=info[1], proto=info[2])


_CHALLENGED = (
    "shows a page that lets only browsers in (a robot check) in place of the feed; ask the outlet to let us in"
)
_STATUS: Mapping[int, str] = {
    304: "answers 304, though it was asked for the whole feed; it is tried again later",
    401: "asks for a password (401)",
    403: "refuses us (403)",
    404: "is not there any more (404); look for the feed's new address",
    410: "is gone for good (410); take it out of the config",
    429: "asks us to come less often (429)",
}


def _status_words(status: int) -> str:
    return _STATUS.get(status) or f"answers {status}; it is tried again later"


def _reason(error: aiohttp.ClientError) -> str:
    """What went wrong on the way, in words that hold no part of the URL."""
    inner = getattr(error, "os_error", None) or error.__cause__
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return "shows a certificate that cannot be trusted; it is never fetched without one"
    if PRIVATE in str(inner):
        return PRIVATE
    if isinstance(error, aiohttp.InvalidURL):
        return "is or leads to no proper address"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "has a name that cannot be found; it is tried again later"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "cannot be reached; it is tried again later"
    return f"broke off ({type(error).__name__}); it is tried again later"
