"""Which addresses may be asked: the open internet's, unless the config says otherwise; and how a URL is shown."""

import ipaddress
import socket
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

PRIVATE = "leads into a private network; set [polling] allow_private_networks = true if that is meant"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_WEB_PORTS = {80, 443}


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
