"""Feeds that were made to hang, fill, cheat or break a reader, and ordinary ones broken at random."""

import gzip
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.feed_server import rss

TITLE = "Россия и Украина обменялись пленными: 205 на 205"
TEXT = "Russia and Ukraine exchanged 205 prisoners of war on Friday in the first stage of a larger swap. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A body as it came; `title`: of its first entry; `entries`: at least so many are read, and no more than 500."""

    name: str
    body: bytes
    content_type: str | None = None
    title: str | None = None
    entries: int = 0


def item(title: str = "Swap", **more: str) -> str:
    fields = {"title": title, "link": "https://e.example/1", "guid": "1", "description": TEXT, **more}
    return f"<item>{''.join(f'<{name}>{value}</{name}>' for name, value in fields.items())}</item>"


def feed(*items: str, before: str = "", head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>T</title>{head}{"".join(items)}'
        f"</channel></rss>"
    ).encode("utf-8", "surrogatepass")


def many(attributes: int) -> str:
    return "<x " + " ".join(f"a{n}='1'" for n in range(attributes)) + "/>"


def attacks() -> Iterator[Hostile]:
    """One of each kind of trick."""
    yield from _entities()
    yield from _slow_for_patterns()
    yield from _big_and_deep()
    yield from _no_feeds()
    yield from _odd_bytes()


def _entities() -> Iterator[Hostile]:
    laughs = '<!ENTITY l "lol">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10)
    )
    yield Hostile(name="billion laughs", body=feed(item("&l9;"), before=f"<!DOCTYPE r [{laughs}]>"))
    long = f'<!DOCTYPE r [<!ENTITY a "{"A" * 200_000}">]>'
    yield Hostile(name="quadratic entity", body=feed(item(description="&a;" * 5000), before=long))
    wrapped = feed(item(description="&a;" * 5000), before=f"<!x>{long}")
    yield Hostile(name="quadratic entity behind a complaint", body=b"Warning: x\n<!-- <a> -->" + wrapped)
    for target in ("file:///etc/passwd", "http://127.0.0.1:9/x"):
        declared = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{target}"><!ENTITY % y SYSTEM "{target}">%y;]>'
        yield Hostile(name=f"external {target[:4]}", body=feed(item("&x;", description="&x;"), before=declared))
    yield Hostile(
        name="external DTD", body=feed(item(), before='<!DOCTYPE r SYSTEM "http://127.0.0.1:9/d">'), entries=1
    )
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    yield Hostile(name="XInclude", body=feed(item(description=include)), entries=1)
    yield Hostile(
        name="stylesheet", body=feed(item(), before='<?xml-stylesheet href="http://127.0.0.1:9/x"?>'), entries=1
    )


def _slow_for_patterns() -> Iterator[Hostile]:
    yield Hostile(name="newlines", body=feed(item(), before="\n" * 120_000), entries=1)
    yield Hostile(name="spaces", body=b" " * 300_000 + feed(item()), entries=1)
    yield Hostile(name="declarations", body=feed(item(), before="<!DOCTYPE " + "<!" * 100_000))
    yield Hostile(name="address", body=feed(item(author="a@" + "a." * 16_000 + "!")), entries=1)
    yield Hostile(name="addresses", body=feed(*[item(author="a@" + "a." * 2_000 + "!")] * 200), entries=200)
    yield Hostile(name="date", body=feed(item(pubDate="Mon," + " " * 60_000 + "x")), entries=1)
    yield Hostile(name="digits", body=feed(item(pubDate="1" * 200_000)), entries=1)
    yield Hostile(name="attributes", body=feed(item(), head=many(100_000)))
    broken = feed(item(), head=many(40_000)).replace(b"</title>", b"", 1)
    yield Hostile(name="attributes, ill-formed", body=broken)
    for piece in ("&lt;", "&lt;a ", "&lt;!", "&amp;", "&lt;a href=&quot;", "<![CDATA["):
        yield Hostile(name=f"run of {piece}", body=feed(item(description=piece * 50_000)))
    yield Hostile(name="brackets", body=b"<" * 200_000)


def _big_and_deep() -> Iterator[Hostile]:
    for depth in (1000, 100_000):
        yield Hostile(name=f"deep {depth}", body=feed(item(), head="<x>" * depth + "</x>" * depth))
        yield Hostile(name=f"deep, unclosed {depth}", body=feed(item(), head="<x>" * depth))
        yield Hostile(name=f"deep HTML {depth}", body=feed(item(description="&lt;b&gt;" * depth)))
    yield Hostile(name="10,000 entries", body=feed(*(item(f"n{n}") for n in range(10_000))), title="n0", entries=500)
    ill = feed(*(item(f"n{n} & co") for n in range(10_000)))
    yield Hostile(name="10,000 ill-formed entries", body=ill, title="n0 & co", entries=500)
    yield Hostile(name="10 MB title", body=feed(item("A" * 10_000_000)))
    yield Hostile(name="5 MB attribute", body=feed(item() + f'<enclosure url="{"a" * 5_000_000}"/>'))
    yield Hostile(name="5 MB comment", body=feed(item(), f"<!--{'x' * 5_000_000}"))
    yield Hostile(name="zeros", body=bytes(1_000_000))
    yield Hostile(name="deep JSON", body=b"[" * 100_000 + b"]" * 100_000, content_type="application/feed+json")
    deep = b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000
    yield Hostile(name="deep JSON Feed", body=deep, content_type="application/feed+json")


def _no_feeds() -> Iterator[Hostile]:
    for words in ("/etc/passwd", "pyproject.toml", "file:///etc/passwd", "http://127.0.0.1:9/latest", "", " \n"):
        yield Hostile(name=f"only {words!r}", body=words.encode())
    yield Hostile(name="page", body=b"<!doctype html><html><body>Checking your browser</body></html>")
    yield Hostile(name="picture", body=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400)
    yield Hostile(name="gzip", body=gzip.compress(feed(item())))
    yield Hostile(name="noise", body=random.Random(1).randbytes(65_536))


def _odd_bytes() -> Iterator[Hostile]:
    yield Hostile(name="references", body=feed(item("a&#0;&#xD800;&#99999999999;b")), title="ab", entries=1)
    yield Hostile(name="control signs", body=feed(item("a" + "".join(map(chr, range(1, 32))) + "b")), entries=1)
    yield Hostile(name="bidi", body=feed(item("\u202e205\u202c \u2066x\u2069\u200b\ufeff")), title="205 x", entries=1)
    yield Hostile(name="overlong", body=feed(item("X")).replace(b"X", b"\xc0\xaf\xed\xa0\x80"), entries=1)
    yield Hostile(name="piled accents", body=feed(item("Z" + "\u0301" * 5000)), title="Z" + "\u0301" * 4, entries=1)
    yield Hostile(name="zero in a codec's name", body=b'<?xml version="1.0" encoding="utf-8\0"?>' + feed(item())[21:])
    for codec in ("idna", "undefined", "base64", "zlib", "mbcs", "a" * 10_000):
        body = feed(item("é")).decode().replace("<?xml", f'<?xml encoding="{codec}"').encode("latin-1")
        yield Hostile(name=f"codec {codec[:9]}", body=body)
        yield Hostile(name=f"header {codec[:9]}", body=feed(item()), content_type=f"text/xml; charset={codec}")


WESTERN = {
    "cp1252": "Échange de prisonniers : 205 soldats sont rentrés chez eux, a annoncé le ministère de la Défense",
    "cp1250": "Wymiana jeńców: do domu wróciło 205 żołnierzy, poinformowało ministerstwo obrony, więcej później",
    "cp1256": "تبادل الأسرى: عاد 205 جنود إلى ديارهم، أعلنت وزارة الدفاع اليوم في بيان",
    "cp1255": "חילופי שבויים: 205 חיילים שבו הביתה, הודיע היום משרד הביטחון",
}


def encodings() -> Iterator[Hostile]:
    """The same title in every way in which feeds are encoded, declared and mislabelled."""
    bare = feed(item(TITLE)).decode().partition("?>")[2]

    def declared(codec: str) -> str:
        return f'<?xml version="1.0" encoding="{codec}"?>{bare}'

    header = "application/rss+xml; charset=windows-1251"
    cases: list[tuple[str, bytes, str | None]] = [
        ("cp1251, undeclared", bare.encode("cp1251"), None),
        ("cp1251, declared", declared("windows-1251").encode("cp1251"), None),
        ("cp1251, in the header", bare.encode("cp1251"), header),
        ("cp1251 declared as utf-8", declared("utf-8").encode("cp1251"), None),
        ("utf-8 declared as cp1251", declared("windows-1251").encode(), None),
        ("utf-8 served as text/xml", declared("utf-8").encode(), "text/xml"),
        ("utf-8, undeclared", bare.encode(), None),
        ("koi8-r, declared", declared("koi8-r").encode("koi8-r"), None),
        ("koi8-r, undeclared", bare.encode("koi8-r"), None),
        ("utf-16, marked", bare.encode("utf-16"), None),
        ("utf-16-le, unmarked", bare.encode("utf-16-le"), None),
        ("utf-16-be, unmarked", declared("utf-16").encode("utf-16-be"), None),
        ("utf-8 declared as utf-16", declared("utf-16").encode(), None),
        ("utf-32, marked", bare.encode("utf-32"), None),
        ("utf-8, marked", b"\xef\xbb\xbf" + declared("utf-8").encode(), None),
        ("utf-8, marked twice", b"\xef\xbb\xbf" * 2 + declared("utf-8").encode(), None),
        ("utf-8, unknown name", declared("x-klingon").encode(), None),
    ]
    for codec, words in WESTERN.items():
        body = declared("utf-8").replace(TITLE, words).encode(codec)
        yield Hostile(name=f"{codec} declared as utf-8", body=body, title=words, entries=1)
    for name, body, content_type in cases:
        yield Hostile(name=name, body=body, content_type=content_type, title=TITLE, entries=1)


def naughty(strings: list[str]) -> Iterator[Hostile]:
    """Each string in every field, escaped and not."""
    for number, words in enumerate(strings):
        for name in ("title", "link", "guid", "description", "pubDate"):
            yield Hostile(name=f"naughty {number} {name}", body=feed(item(**{name: escape(words)})), entries=1)
            yield Hostile(name=f"naughty {number} {name}, raw", body=feed(item(**{name: words})))


PIECES = (
    *(
        b"\0",
        b"<",
        b">",
        b"&",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<?",
        b"&#0;",
        b"&#xFFFFFFFF;",
        b"<!DOCTYPE x [",
    ),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"</item>", b"<item>", b"<entry>", b"'", b'"', b"99999999999999999999", b"1e999"),
)


def broken(body: bytes, other: bytes, dice: random.Random) -> bytes:
    """A copy of a feed that lost, gained or changed something, at up to sixteen places."""
    out = bytearray(body)
    for _ in range(dice.choice((1, 1, 1, 2, 4, 16))):
        at = dice.randrange(len(out) + 1)
        match dice.randrange(8):
            case 0:
                del out[at:]
            case 1 if at < len(out):
                out[at] ^= 1 << dice.randrange(8)
            case 2:
                del out[at : at + dice.randrange(1, 64)]
            case 3:
                out[at:at] = dice.randbytes(dice.randrange(1, 64))
            case 4:
                out[at:at] = out[at : at + dice.randrange(1, 512)] * dice.randrange(1, 20)
            case 5 if other:
                start = dice.randrange(len(other))
                out[at:at] = other[start : start + dice.randrange(1, 2000)]
            case 6:
                out[at:at] = dice.choice(PIECES)
            case _ if tag := re.compile(rb"<[^>]{0,80}>").search(out, at):
                del out[tag.start() : tag.end()]
    return bytes(out[:4_000_000])


_ENTRY = (
    b'<entry><id>urn:1</id><title type="html">&lt;b&gt;Swap&lt;/b&gt;</title><link href="/1"/>'
    b'<updated>2026-11-24T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    b"<p>95 each</p></div></content></entry>"
)
_ITEM = {"summary": f"<p>{TEXT}</p>", "link": "https://e.example/1"}
ORDINARY = (
    rss(*({"id": str(n), "title": f"{TITLE} {n}", **_ITEM} for n in range(3))),
    b'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>W</title><link href="https://e.example/"/>'
    + _ENTRY * 2
    + b"</feed>",
    b'{"version":"https://jsonfeed.org/version/1.1","title":"W","items":[{"id":"1","url":"https://e.example/1",'
    b'"title":"Swap","content_html":"<p>95 each</p>","date_published":"2026-11-24T08:00:00Z"}]}',
)
