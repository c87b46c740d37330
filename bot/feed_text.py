"""The bytes of a feed in, its text out: the encoding found, and taken out what breaks or blows up parsers."""

import codecs
import re

import charset_normalizer

_SAMPLE = 64 * 1024  # bytes that tell an undeclared encoding

# ── Encoding ──

_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
# What is met in feeds that do not say what they are in; and what those mean who say Latin-1.
_MET = ["cp1251", "koi8_r", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_5",
        "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "gb18030", "big5", "tis_620"]  # fmt: skip
_MEANT = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def decode(body: bytes, content_type: str | None) -> str:
    """The text of a body: byte order mark, then UTF-8 where it fits, then what is declared, then a guess."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").lstrip("\ufeff")
    if body[:2] in {b"<\0", b"\0<"}:
        return body.decode("utf-16-le" if body[0] else "utf-16-be", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    header = _CHARSET.search(content_type or "")
    declared = _DECLARED.search(body[:400])
    for name in (header.group(1) if header else None, declared.group(1).decode("ascii") if declared else None):
        if name and name.lower().replace("-", "").replace("_", "") != "utf8":
            try:
                return body.decode(_MEANT.get(name.lower(), name))
            except (LookupError, UnicodeError, ValueError):
                continue
    return body.decode(_guessed(body[:_SAMPLE]), "replace")


def _guessed(sample: bytes) -> str:
    """The encoding that makes most of it; of the western and the central European one, which often tie, the western."""
    found = list(charset_normalizer.from_bytes(sample, cp_isolation=_MET))
    best = found[0] if found else None
    if best is not None and best.encoding == "cp1250":
        western = [each for each in found if each.encoding == "cp1252"]
        best = next((w for w in western if (w.chaos, -w.coherence) <= (best.chaos, -best.coherence)), best)
    return best.encoding if best is not None else "utf-8"


# ── What no parser should see ──

_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));?")
_ENCODING = re.compile(r"(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"']{0,40}[\"']")
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BLANKS = re.compile(r"\s\s{39,}")


def clean(text: str) -> str:
    """The same feed without its DOCTYPE, control characters, references to no character, and long runs of blanks."""
    text = _BLANKS.sub("\n", _UNSOUND.sub("", text)).lstrip()
    text = _ENCODING.sub(r"\1", _without_declarations(_without_doctype(text)), count=1)
    return _REFERENCE.sub(_checked_reference, text)


def _without_doctype(text: str) -> str:
    """Entities are declared there: bombs, and doors to files and networks. Feeds need none."""
    if not text.startswith("{"):
        text = text[max(text.find("<"), 0) :]  # a server's complaint may stand before the feed
    start = 0
    while before := _PROLOG.match(text, start):
        start = before.end()
    if text[start : start + 9].upper() != "<!DOCTYPE":
        return text
    bracket, close = text.find("[", start), text.find(">", start)
    if 0 <= bracket < close:
        subset_end = text.find("]", bracket)
        close = text.find(">", subset_end) if subset_end >= 0 else -1
    return text[:start] + text[close + 1 :] if close >= 0 else text[:start]


def _without_declarations(text: str) -> str:
    """Before the root element, what is left of declarations, whatever it was wrapped in."""
    root = re.search(r"<\w", text)
    head = text[: root.start()] if root else text
    return _DECLARATION.sub("", head) + text[len(head) :] if "<!" in head else text


def _checked_reference(match: re.Match[str]) -> str:
    digits = match.group(1) or match.group(2)
    code = int(digits, 16 if match.group(1) else 10) if len(digits) <= 8 else -1
    valid = code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return match.group() if valid else ""


# ── What holds a forgiving parser up ──

_LONG_TAG = re.compile(r"<[^<>]{16000,}>")
_ENTRY_START = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s{0,9}>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)[A-Za-z][^<>]*?(/?)>")
DEEPEST = 5000  # elements within elements, all that were never closed counted


def bounded(text: str, most: int) -> tuple[str, int]:
    """The feed with its first `most` entries and no tag of thousands of attributes; and how many entries are gone."""
    text = _LONG_TAG.sub("", text)
    starts = [match.start() for match in _ENTRY_START.finditer(text)]
    if len(starts) <= most:
        return text, 0
    last = 0
    for match in _ENTRY_END.finditer(text, starts[most]):
        last = match.end()
    return text[: starts[most]] + (text[last:] if last else ""), len(starts) - most


def is_too_deep(text: str) -> bool:
    """Whether elements stand within elements to a depth that no feed has."""
    depth = 0
    for match in _TAG.finditer(text):
        depth += -1 if match.group(1) else 0 if match.group(2) else 1
        if depth > DEEPEST:
            return True
    return False
