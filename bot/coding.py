"""Undoes a body's compression, one layer of it, and never lets it grow beyond a limit."""

import sys
import zlib
from collections.abc import Callable
from typing import Any, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"
_WINDOW_LOG = 23  # 8 MiB, what RFC 9659 lets a server ask of a client
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS


class TooLargeError(ValueError):
    """A body that unpacks to more than the limit."""


class Unpacker(Protocol):
    """Takes a body in pieces; `ended` once the compression's own end has been seen."""

    @property
    def ended(self) -> bool:
        """Whether the body is whole."""
        ...

    def feed(self, piece: bytes, room: int) -> bytes:
        """What a piece unpacks to; TooLargeError beyond `room` bytes, ValueError where it is broken."""
        ...


def unpacker(coding: str) -> Unpacker:
    """The unpacker for a Content-Encoding; KeyError for one that nobody asked for."""
    return _UNPACKERS[coding.strip().lower()]()


class _Plain:
    ended = True

    def feed(self, piece: bytes, room: int) -> bytes:
        if len(piece) > room:
            raise TooLargeError
        return piece


class _Zlib:
    """Gzip, also of several members, and deflate, with its header or without."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inner: Any = None

    @property
    def ended(self) -> bool:
        return self._inner is not None and self._inner.eof

    def feed(self, piece: bytes, room: int) -> bytes:
        out = b""
        while piece:
            if self._inner is None or self._inner.eof:
                if self._inner is not None and not _GZIP_MAGIC.startswith(piece[:2]):
                    return out  # padding that nobody needs, where another member could follow
                bare = self._wbits == zlib.MAX_WBITS and piece[0] & 0x0F != zlib.DEFLATED
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS if bare else self._wbits)
            try:
                out += self._inner.decompress(piece, room + 1 - len(out))
            except zlib.error as error:
                raise ValueError("broken") from error
            if len(out) > room or self._inner.unconsumed_tail:
                raise TooLargeError
            piece = self._inner.unused_data
        return out


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    @property
    def ended(self) -> bool:
        return bool(self._inner.is_finished())

    def feed(self, piece: bytes, room: int) -> bytes:
        if self.ended:
            return b""
        try:
            out = bytes(self._inner.process(piece, output_buffer_limit=room + 1))
        except brotli.error as error:
            raise ValueError("broken") from error
        if len(out) > room or not self._inner.can_accept_more_data():
            raise TooLargeError
        return out


class _Zstd:
    def __init__(self) -> None:
        self._inner = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW_LOG})

    @property
    def ended(self) -> bool:
        return bool(self._inner.eof)

    def feed(self, piece: bytes, room: int) -> bytes:
        if self.ended:
            return b""
        try:
            out = bytes(self._inner.decompress(piece, max_length=room + 1))
        except zstd.ZstdError as error:
            raise ValueError("broken") from error
        if len(out) > room:
            raise TooLargeError
        return out


_UNPACKERS: dict[str, Callable[[], Unpacker]] = {
    "identity": _Plain,
    "gzip": lambda: _Zlib(_GZIP),
    "x-gzip": lambda: _Zlib(_GZIP),
    "deflate": lambda: _Zlib(zlib.MAX_WBITS),
    "br": _Brotli,
    "zstd": _Zstd,
}
