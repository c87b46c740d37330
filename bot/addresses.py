"""Which addresses may be asked: the open internet's, unless the config says otherwise; how a URL is shown or read."""

import ipaddress
import re
import socket
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

PRIVATE = "leads into a private network; set [polling] allow_private_networks = true if that is meant"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_WEB_PORTS = {80, 443}
_PLAIN_LINK = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./%?=&+,;~-]*)?", re.ASCII)  # as most are
_LONGEST = 2000  # characters of a link


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also where one hides inside another; ValueError if none."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        hidden = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64 or int(ip) >> 32 == 0:  # the latter: IPv4-compatible, "::a.b.c.d"
            hidden = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if hidden is not None:
            return hidden.is_global and not hidden.is_multicast
    return ip.is_global and not ip.is_multicast


def may_be_public(host: str) -> bool:
    """Whether a host written as an address is a public one; names are judged by what they resolve to."""
    try:
        return is_public(host)
    except ValueError:
        return host.rstrip(".").lower() != "localhost"


def may_be_asked(parts: SplitResult, *, first_port: int | None) -> bool:
    """Whether a hop leads to an ordinary port: a redirect must not knock at whatever else listens there."""
    return (parts.port or 80) in _WEB_PORTS or parts.port == first_port


def public_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for an address that is about to be connected to; OSError where that is a private one.

    Inside the connect, so that it holds for every hop, for every answer of the DNS and for one that changes its mind.
    """
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise OSError(PRIVATE)
    return socket.socket(family=family, type=kind, proto=protocol)


def shown(url: str) -> str:
    """A URL without what may be secret in it: user and password, and the values of its query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "(no address)"
    host = parts.netloc.rpartition("@")[2]
    query = "&".join(f"{name}=…" for name in (pair.partition("=")[0] for pair in parts.query.split("&")) if name)
    return urlunsplit((parts.scheme, host, parts.path, query, ""))


def web_link(link: str, base: str) -> str | None:
    """An absolute http(s) link from outside, or None where it is no such thing or names a user.

    "https://agency.example@evil.example/" leads to evil.example and reads as if it did not; and what stands in `base`
    before its host is a secret of ours, which no relative link must carry into a message.
    """
    if _PLAIN_LINK.fullmatch(link):
        return link if len(link) <= _LONGEST else None
    try:
        parts = urlsplit(base)
        clean = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        absolute = urljoin(clean.geturl(), link.strip()) if link.strip() else ""
        parts = urlsplit(absolute)
    except ValueError:
        return None
    absolute = parts.geturl()  # the scheme in small letters
    good = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    return absolute if good and len(absolute) <= _LONGEST else None
