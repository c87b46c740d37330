"""Fetches bytes politely and safely: limits on size and time, private networks refused on every hop."""

import asyncio
import ipaddress
import re
import socket
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit, urlunsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.errors import FetchError

TOTAL_SECONDS, CONNECT_SECONDS = 20.0, 5.0
MAX_BODY = 10 * 1024 * 1024  # bytes after decoding
MAX_REDIRECTS = 5
MAX_RETRY_AFTER = 86_400.0  # a server may ask for more; a feed is tried once a day all the same
USER_AGENT = "ExchangeWatch/0.1 (a feed reader for prisoner-exchange news)"
_CHUNK = 64 * 1024
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A server's answer: the decoded body with the validators that the server itself named."""

    status: int
    final_url: str
    body: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None
    not_modified: bool = False


class Fetcher:
    """One HTTP session for all feeds; `async with` opens and closes it."""

    def __init__(self, *, allow_private_networks: bool = False, total_seconds: float = TOTAL_SECONDS) -> None:
        self._private = allow_private_networks
        self._total = total_seconds
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        resolver = ThreadedResolver() if self._private else PublicResolver()
        connector = aiohttp.TCPConnector(resolver=resolver, limit=100, limit_per_host=2, ttl_dns_cache=300)
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"},
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

    async def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch a URL, conditionally where the server gave validators; raises FetchError."""
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        try:
            async with asyncio.timeout(self._total):
                return await self._follow(url, {name: value for name, value in headers.items() if value})
        except TimeoutError:
            raise FetchError(shown(url), f"no whole answer within {self._total:g} s; it is tried again later") from None
        except aiohttp.ClientError as error:
            raise FetchError(shown(url), _reason(error)) from None
        except (ValueError, OSError) as error:
            raise FetchError(shown(url), f"cannot be fetched: {type(error).__name__}") from error

    async def _follow(self, url: str, headers: dict[str, str]) -> Fetched:
        """Go where the server sends us, each hop checked anew."""
        at = url
        for _ in range(MAX_REDIRECTS + 1):
            self._check(at)
            assert self._session is not None, "used outside its `async with`"
            async with self._session.get(at, headers=headers, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await self._answer(url, at, response)
                location = response.headers.get("Location")
                if not location:
                    raise FetchError(shown(url), f"answers {response.status} without saying where to")
                at = urljoin(at, location)
        raise FetchError(shown(url), f"redirects more than {MAX_REDIRECTS} times")

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise FetchError(shown(url), "leads to an address that is no http:// or https:// one")
        if not self._private and not _may_be_public(parts.hostname):
            raise FetchError(shown(url), _PRIVATE)

    async def _answer(self, url: str, at: str, response: aiohttp.ClientResponse) -> Fetched:
        if response.status == 304:
            return Fetched(status=304, final_url=at, not_modified=True)
        if response.status != 200:
            wait = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
            raise FetchError(shown(url), _status_words(response.status), status=response.status, retry_after=wait)
        return Fetched(
            status=200,
            final_url=at,
            body=await _body(url, response),
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
            content_type=response.headers.get("Content-Type"),
        )


async def _body(url: str, response: aiohttp.ClientResponse) -> bytes:
    """The decoded body, cut off with an error as soon as it grows beyond the limit."""
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise FetchError(shown(url), f"is compressed in a way that was not asked for: {coding[:40]}")
    decoder = zlib.decompressobj(wbits=47 if "gzip" in coding else 15) if coding != "identity" else None
    out = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        out += decoder.decompress(chunk, MAX_BODY + 1 - len(out)) if decoder else chunk
        if len(out) > MAX_BODY or (decoder is not None and decoder.unconsumed_tail):
            raise FetchError(shown(url), f"is larger than {MAX_BODY // 2**20} MiB; it is no feed that we can read")
    if decoder is not None and not decoder.eof:
        raise FetchError(shown(url), "broke off in the middle of its body; it is tried again later")
    return bytes(out)


_PRIVATE = "leads into a private network; set [polling] allow_private_networks = true if that is meant"


def _may_be_public(host: str) -> bool:
    """Whether a host written as an address is a public one; names are judged when they are resolved."""
    try:
        return is_public(host)
    except ValueError:
        return True


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also where one hides inside another; ValueError if none."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        hidden = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            hidden = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if hidden is not None:
            return hidden.is_global and not hidden.is_multicast
    return ip.is_global and not ip.is_multicast


class PublicResolver(AbstractResolver):
    """Resolves names, and refuses those that lead into a private network before a packet leaves."""

    def __init__(self) -> None:
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The public addresses of a host; OSError where one of them is private."""
        found = await self._inner.resolve(host, port, family)
        if not all(is_public(each["host"]) for each in found):
            raise OSError(_PRIVATE)
        return found

    async def close(self) -> None:
        """Nothing is held open."""


def retry_after(header: str | None, now: datetime) -> float | None:
    """The seconds that a server asks us to stay away, within a day; None where it says nothing usable."""
    if not header:
        return None
    if re.fullmatch(r"\d{1,9}", header.strip()):
        return min(float(header), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    return min(seconds, MAX_RETRY_AFTER) if seconds > 0 else None


def shown(url: str) -> str:
    """A URL without what may be secret in it: user and password, and the values of its query."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    query = "&".join(f"{name}=…" for name in (pair.partition("=")[0] for pair in parts.query.split("&")) if name)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


_STATUS = {
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
    if isinstance(inner, OSError) and str(inner) == _PRIVATE:
        return _PRIVATE
    if isinstance(error, aiohttp.ClientConnectorError):
        return "cannot be reached; it is tried again later"
    return f"broke off ({type(error).__name__}); it is tried again later"
