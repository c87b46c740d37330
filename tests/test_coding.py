"""Compression is undone in one layer, in pieces of any size, and never beyond the limit."""

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coding import ACCEPTED, TooLargeError, unpacker

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def _bare(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "two members": ("gzip", lambda data: gzip.compress(data[:7]) + gzip.compress(data[7:])),
    "padded": ("x-gzip", lambda data: gzip.compress(data) + bytes(9)),
    "deflate": ("deflate", zlib.compress),
    "deflate without its header": ("deflate", _bare),
    "brotli": ("br", brotli.compress),
    "zstd": ("zstd", zstd.compress),
    "nothing": ("identity", bytes),
}


def unpack(coding: str, packed: bytes, step: int, limit: int) -> tuple[bytes, bool]:
    """Unpack in pieces; whether the end was seen."""
    inner, out = unpacker(coding), b""
    for start in range(0, len(packed), step):
        out += inner.feed(packed[start : start + step], limit - len(out))
    return out, inner.ended


@pytest.mark.parametrize("kind", PACKERS)
@settings(max_examples=25, deadline=None)
@given(data=st.binary(max_size=3000), step=st.integers(1, 4000))
def test_a_body_is_the_same_in_pieces_of_any_size(kind: str, data: bytes, step: int) -> None:
    coding, pack = PACKERS[kind]
    assert unpack(coding, pack(data), step, 3000) == (data, True)
    if data:
        with pytest.raises(TooLargeError):
            unpack(coding, pack(data), step, len(data) - 1)


@pytest.mark.parametrize("kind", ["gzip", "deflate", "brotli", "zstd"])
def test_a_body_that_is_cut_off_has_no_end_and_rubbish_is_an_error(kind: str) -> None:
    coding, pack = PACKERS[kind]
    packed = pack(bytes(range(256)) * 50)
    assert unpack(coding, packed[:-5], 100, 20_000)[1] is False
    with pytest.raises(ValueError, match="broken"):
        unpack(coding, b"<rss>not packed at all</rss>", 100, 20_000)


@pytest.mark.parametrize("kind", ["gzip", "deflate", "brotli", "zstd"])
def test_a_bomb_is_refused_with_hardly_more_memory_than_the_limit(kind: str) -> None:
    """Row 5 of the torture list: a few kilobytes that hold a quarter of a gigabyte."""
    coding, pack = PACKERS[kind]
    packed = pack(bytes(2**26))
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpack(coding, packed, 65_536, 2**20)
    assert tracemalloc.get_traced_memory()[1] < 6 * 2**20
    tracemalloc.stop()


@pytest.mark.parametrize("coding", ["gzip, gzip", "compress", "br, gzip", ""])
def test_what_nobody_asked_for_is_not_known(coding: str) -> None:
    """Row 5: stacked and unknown encodings."""
    with pytest.raises(KeyError):
        unpacker(coding)
    assert set(ACCEPTED.split(", ")) == {"gzip", "deflate", "br", "zstd"}
