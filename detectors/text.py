"""Text as the detector reads it: normalised and lower-cased without moving a character, cut into sentences."""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from detectors.types import Article, Span

# Beyond these a text is no news article; the rest is left unread so that time stays linear and short.
MAX_TITLE = 1_000
MAX_TEXT = 20_000
# No word is longer: a run of brackets, quotes or letters without end is broken, so that no rule meets it whole.
MAX_RUN = 80
_BLANKS = re.compile(rf"\s{{{MAX_RUN}}}")

_SAME = {
    "״": '"',
    "׳": "'",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "`": "'",
    "´": "'",
    "ʹ": "'",
    "′": "'",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "Ё": "е",  # Russian prints it at will: "вооруженные", "вооружённые"
    "ё": "е",
}
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\v\f"
# Marks that are invisible and would split a word: soft hyphen, zero-width signs, bidi controls, Arabic tatweel.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u0640"
)
_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه"}


class _Plain(dict[int, str]):
    """For str.translate: each character's plain form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(char: str) -> str:
    """The one character, or none, that stands for this one."""
    if char in _SAME:
        return _SAME[char]
    if char in _SPACES:
        return " "
    if char in _INVISIBLE or (unicodedata.category(char) == "Mn" and not "\u0900" <= char <= "\u0dff"):
        return ""
    if char in _ARABIC:
        return _ARABIC[char]
    if unicodedata.category(char) == "Cs":  # half a sign, which no library takes
        return "\ufffd"
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    lower = char.lower()
    if len(lower) == 1:
        return lower
    return "i" if char == "İ" else char


_TABLE = _Plain()


def _page(name: str) -> tuple[str, bytes, bytes]:
    """A code page: its name, each byte's plain form, and the bytes that go."""
    signs = [bytes([code]).decode(name, errors="ignore") for code in range(256)]
    plain = [_plain(sign).encode(name) if sign else bytes([code]) for code, sign in enumerate(signs)]
    return name, b"".join(each or b"?" for each in plain), bytes(code for code, each in enumerate(plain) if not each)


# Nearly every text in a European language fits one of the old code pages, with its quotes and dashes, and bytes are
# translated five times as fast as characters. None of them has an accent that stands apart.
_PAGES = tuple(map(_page, ("cp1252", "cp1251", "cp1250")))


def fold(text: str) -> str:
    """Lower case, plain digits, apostrophes, hyphens and spaces, no invisible signs: how every word is compared."""
    for name, plain, gone in () if text.isascii() else _PAGES:
        try:
            return text.encode(name).translate(plain, gone).decode(name)
        except UnicodeEncodeError:
            continue
    return unicodedata.normalize("NFC", text).translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Passage:
    """One field of an article: `plain[i]` came from `source[at[i]]` (`at` is None where nothing moved)."""

    field: str
    source: str
    plain: str
    at: tuple[int, ...] | None

    def span(self, start: int, end: int, rule: str = "") -> Span:
        """The original words behind plain[start:end], with where they stand."""
        if self.at is not None:
            start, end = self.at[start], self.at[end - 1] + 1
        return Span(field=self.field, start=start, end=end, text=self.source[start:end], rule=rule)

    def words(self, start: int, end: int) -> str:
        """The original words behind plain[start:end]."""
        return self.source[start:end] if self.at is None else self.source[self.at[start] : self.at[end - 1] + 1]

    def signs(self, places: list[int]) -> list[str]:
        """The original sign behind each plain[place]."""
        return [self.source[at] for at in (places if self.at is None else map(self.at.__getitem__, places))]


# Feeds give summaries as HTML, often cut inside a tag; only elements of a text count, so that "a < b" stays. Each
# choice begins with its sign, outside of any group: only then are places without one of the two passed over quickly.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1>|$)|</?(?:(?P<inline>a|abbr|b|cite|code|em|font|i|img|mark|q|s|small|"
    r"span|strong|sub|sup|time|u)|article|aside|audio|blockquote|br|center|dd|div|dl|dt|embed|figcaption|figure|footer|"
    r"form|h[1-6]|header|hr|iframe|input|li|main|nav|noscript|object|ol|p|picture|pre|section|source|table|tbody|td|tfoot|"
    r"th|thead|tr|ul|video)\b[^<>]*(?:>|$)|&(?P<entity>(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)",
    re.DOTALL | re.IGNORECASE,
)


def _markup(text: str) -> list[tuple[int, int, str]]:
    """Every tag and entity of a text with what a reader sees in its place: a line end, nothing, a character."""
    if "<" not in text and "&" not in text:
        return []
    out = []
    for match in _MARKUP.finditer(text):
        kind = match.lastgroup
        shown = _sign(match.group()) if kind == "entity" else "" if kind == "inline" else "\n"
        out.append((*match.span(), shown))
    return out


@lru_cache(maxsize=256)
def _sign(entity: str) -> str:
    """The character that an entity stands for."""
    return html.unescape(entity)[:1]


def readable(text: str) -> str:
    """A text without its HTML tags, entities as the characters that they stand for."""
    pieces, last = [], 0
    for start, end, shown in _markup(text):
        pieces += [text[last:start], shown]
        last = end
    return "".join([*pieces, text[last:]]) if last else text


def _marked_up(text: str, markup: list[tuple[int, int, str]]) -> list[str]:
    """Each character's plain form in a text with HTML; what stands for a tag stands at its first character."""
    pieces, last = [], 0
    for start, end, shown in markup:
        pieces += _composed(text[last:start]) if start > last else []
        pieces += [fold(shown)[:1], *[""] * (end - start - 1)]
        last = end
    return pieces + (_composed(text[last:]) if last < len(text) else [])


def passage(field: str, source: str) -> Passage:
    """Normalise one field, keeping the way back to every character."""
    cut = source[: MAX_TITLE if field == "title" else MAX_TEXT]
    if markup := _markup(cut):
        pieces = _marked_up(cut, markup)
    elif unicodedata.is_normalized("NFC", cut):
        plain = fold(cut)
        if len(plain) == len(cut):
            return Passage(field=field, source=source, plain=plain, at=None)
        pieces = [_TABLE[ord(char)] for char in cut]
    else:
        pieces = _composed(cut)
    at = tuple(i for i, piece in enumerate(pieces) if piece)
    return Passage(field=field, source=source, plain="".join(pieces), at=at)


def _composed(text: str) -> list[str]:
    """Each character's plain form where accents stand apart: a base character takes its marks with it."""
    if text.isascii():
        return list(fold(text))
    if unicodedata.is_normalized("NFC", text) and not any(map(unicodedata.combining, text)):
        return [_TABLE[ord(char)] for char in text]
    pieces = [""] * len(text)
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not unicodedata.combining(text[i]):
            pieces[start] = fold(text[start:i])[:1]
            start = i
    return pieces


def passages(article: Article) -> tuple[Passage, ...]:
    """The article's fields in reading order, without those that only repeat another."""
    fields = [passage(name, getattr(article, name)) for name in ("title", "summary", "text") if getattr(article, name)]
    return tuple(p for i, p in enumerate(fields) if p.plain.strip() and not _repeats(p, fields[i + 1 :]))


def _repeats(passage: Passage, later: list[Passage]) -> bool:
    return passage.field == "summary" and any(passage.plain.strip(" .…") in other.plain for other in later)


# Begun at a run's first sign only, and never tried shorter: 20,000 dots would take seconds otherwise. All signs that
# may begin an end stand in one class, which is looked for ten times as fast as a choice of patterns.
_SENTENCE_END = re.compile(
    r"[.!?…。！？।؟\n•|●▪■+](?:"
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"'»”)\]]*+(?=\s)|(?<=[。！？।؟])[。！？।؟]*[」』”]?|(?<=\n)\n*"
    r"|(?<=\s[•|●▪■])\s|(?<=\s\+)\+\+(?=\s))"
)


def sentences(passage: Passage, abbreviations: frozenset[str], small_words: frozenset[str]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends in `passage.plain`, where lines end too unless they are wrapped.

    A number that may be an ordinal ends one where a small word opens the next: "jeweils 84. Die Ukraine …".
    """
    text, start = passage.plain, 0
    out: list[tuple[int, int]] = []
    for match in _SENTENCE_END.finditer(text):
        if match.group() == ".." or (
            match.group()[0] == "." and not _ends(passage, match.start(), match.end(), abbreviations, small_words)
        ):
            continue
        if match.group() == "\n" and _is_wrapped(passage, start, match.start()):
            continue
        _keep(text, start, match.end(), out)
        start = match.end()
    outlet = (
        _OUTLET.search(passage.source[: len(text)], start) if passage.field == "title" and passage.at is None else None
    )
    if outlet is not None and not _GAP.search(text, 0, outlet.start()):
        _keep(text, start, outlet.start(), out)
        start = outlet.start()
    _keep(text, start, len(text), out)
    return out


# A title's last words behind a dash or bar are the outlet's name ("… - RMF 24").
_OUTLET = re.compile(r" [-–—|] [A-ZÀ-ÞА-ЯЄІЇҐ][\w.]*(?: [\w.]+){0,2}$")
# "909 to Kyiv, 34 – Moscow": a dash behind a bare number stands for the word that the first half has.
_GAP = re.compile(r"[,;:] \d+$")


# What joins the bounds of a range, and clauses.
DASHES = frozenset("-–—")
ARTICLES = frozenset({"the", "la", "le", "les", "der", "die", "das", "dem", "den", "el", "il", "lo", "os", "as", "o"})
# Prepositions with an article in them, where nouns have capitals.
WITH_ARTICLE = frozenset({"im", "am", "zum", "zur", "vom", "beim", "ins"})
# So many letters behind a full stop hold a small word and what parts it from both sides.
_SMALL = 12


def _ends(passage: Passage, dot: int, after: int, abbreviations: frozenset[str], small_words: frozenset[str]) -> bool:
    """Whether a full stop ends a sentence: not behind an abbreviation, an initial or an ordinal before lower case."""
    text = passage.plain
    rest = text[after : after + 2].lstrip()
    if not rest:
        return True
    follows = passage.source[passage.at[after + 1] if passage.at else after + 1 :][:1] if after + 1 < len(text) else ""
    if follows.islower():
        return False
    word = re.search(r"[\w\u0900-\u0963.'-]*$", text[max(0, dot - 24) : dot])
    last = word.group() if word else ""
    if last.isdigit() and last in abbreviations:
        opener = text[after : after + _SMALL].split(maxsplit=1)[0]
        return opener in small_words or opener in ARTICLES
    return not (last in abbreviations or (len(last) == 1 and last.isalpha()) or re.fullmatch(r"(\w\.)+\w", last))


def _is_wrapped(passage: Passage, start: int, end: int) -> bool:
    """Whether a long line only breaks within a sentence, which goes on in lower case, as in texts of old agencies."""
    line = passage.plain[max(start, passage.plain.rfind("\n", start, end) + 1) : end].rstrip()
    after = passage.source[passage.at[end + 1] if passage.at else end + 1 :][:1] if end + 1 < len(passage.plain) else ""
    return len(line) >= _WRAPPED and (line[-1].isalnum() or line[-1] in ",;") and after.islower()


# A heading or a list's entry is shorter than a line that was broken where it was full.
_WRAPPED = 45


def _keep(text: str, start: int, end: int, out: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    if piece.strip():
        out.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))


_RUN = re.compile(rf"[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{{{MAX_RUN}}}")


def broken(text: str) -> str:
    """The same text, each long run of non-spaces opened by a space, and of spaces by a dot, as its last character."""
    # Most texts have no such word, and their lengths are sooner found than a run.
    long = max(map(len, text.split()), default=0) >= MAX_RUN
    opened = _RUN.sub(lambda run: run.group()[:-1] + " ", text) if long else text
    return _BLANKS.sub(lambda run: run.group()[:-1] + "·", opened)
