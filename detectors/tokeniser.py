"""Cuts a text into tokens as spaCy's tokeniser does with our signs, one for all languages."""

import re
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from detectors.text import broken

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

# Scripts written without spaces: every character is a token of its own.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CYRILLIC, _HEBREW = "\u0400-\u0481\u048a-\u04ff", "\u05d0-\u05ea"
# Vowel signs of Devanagari are no word characters for Python, but parts of words.
_VOWELS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_SIGN = re.compile(
    rf"[{_UNSPACED}]|(?<=[{_UNSPACED}])\d[\d.,]*|(?<!\d)[.,]|[.,](?!\d)"
    rf"|(?<![{_CYRILLIC}\d])'|'(?![{_CYRILLIC}\d])"
    rf'|(?<![{_HEBREW}])"|"(?![{_HEBREW}])'
    rf"|[^\w\s.,'\"{_VOWELS}]|(?<=\d)[^\W\d_][\w{_VOWELS}]*"
)
# An Arabic or Hebrew "and", "in", "to" is written as one with the digits behind it, now and then with a long stroke.
_PREFIXES = "\u0648\u0641\u0628\u0644\u05d5\u05d1\u05dc\u05de\u05d4\u05db"
_GLUED = rf"[{_PREFIXES}]{{1,2}}\u0640?(?=\d)"
# What is cut off a word's beginning and end, one sign at a time.
_FIRST, _LAST = re.compile(rf"^(?:[^\w{_VOWELS}]|{_GLUED})"), re.compile(rf"[^\w{_VOWELS}]$")
_UNSPACED_SIGN = re.compile(rf"[{_UNSPACED}]")
# The tokens of nearly every word: letters, which a sign may join, with the digits behind them; a number; one sign. A
# sign of an unspaced script that begins a word is no token by itself before other letters (人々).
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_VOWELS}])"
_JOINED = rf"(?:(?<=[{_CYRILLIC}])'(?=[{_CYRILLIC}])|(?<=[{_HEBREW}])\"(?=[{_HEBREW}]))"
_PIECE = re.compile(rf"(?:^[{_UNSPACED}](?<=\w))?{_LETTER}+(?:{_JOINED}{_LETTER}+)*\d*|\d+(?:[.,]\d+)*|.", re.DOTALL)
# Where that is not enough, since it counts what stands further ahead or back: in codes and addresses mostly.
_ODD = re.compile(
    rf"_|\d[{_VOWELS}]|\d{_LETTER}+[\d'\"{_UNSPACED}]|{_LETTER}\d+[.,]\d|[{_PREFIXES}]\u0640?\d"
    rf"|\d'[{_CYRILLIC}\d]|[{_CYRILLIC}]'\d"
    rf"|[^\w{_VOWELS}][{_UNSPACED}]{_LETTER}|[{_UNSPACED}]\d[\d.,]*[.,](?!\d)"
)


def is_unspaced(text: str) -> bool:
    """Whether a text has signs of a script that is written without spaces, each of which is a token."""
    return _UNSPACED_SIGN.search(text) is not None


def is_whole(word: str) -> bool:
    """Whether a word is plainly one token: letters alone, none of them a token by itself."""
    return word.isalpha() and (word.isascii() or not is_unspaced(word))


def _plainly_cut(word: str) -> tuple[str, ...] | None:
    """The tokens of a word as spaCy finds them; None for the few that need its order of cutting."""
    if is_whole(word):
        return (word,)
    return None if _ODD.search(word) else tuple(_PIECE.findall(word))


class _Tokeniser:
    """Cuts plain words itself, and asks spaCy's tokeniser with our signs about others; with the first it is loaded.

    Importing spaCy takes more CPU than all else before the first report, and 60 MiB.

    Where a word is cut depends on nothing around it, so that each is cut once and kept for a while. What spaCy learns
    of it is forgotten at once: a stream's names and misprints are without end. Its memory zones are not made for
    several threads, so one text at a time is cut.
    """

    # Texts that are cut with one tokeniser: what its vocabulary forgets still takes room in its tables.
    _KEPT_FOR = 200
    # So many words are kept, none of them longer.
    _KEPT, _LONGEST = 1 << 13, 32

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self._times = 0
        self._lock = Lock()

    def tokens_of(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The tokens of each word, which holds no plain space; none where it is empty."""
        known = self._known
        fresh = [word for word in words if word not in known]
        if not fresh:
            return [known[word] for word in words]
        found = {word: tokens for word in fresh if (tokens := _plainly_cut(word)) is not None}
        if others := [word for word in dict.fromkeys(fresh) if word not in found]:
            found |= self._cut(others)
        out = [known[word] if word in known else found[word] for word in words]
        if len(known) > self._KEPT:
            self._known = {}  # others may be looking into the old one
        self._known.update((word, each) for word, each in found.items() if len(word) <= self._LONGEST)
        return out

    def _cut(self, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
        from spacy.attrs import IDX, LENGTH

        text, at = " ".join(words), 0
        with self._lock:
            if self._times % self._KEPT_FOR == 0:
                self._spacy = spacy_tokenizer()
            self._times += 1
            with self._spacy.vocab.memory_zone():
                places: list[list[int]] = self._spacy(text).to_array([IDX, LENGTH]).tolist()
        out = {}
        token = iter(places)
        start, length = next(token)
        for word in words:
            here = []
            while start < at + len(word):
                if start >= at:  # else it is the space after a line's end
                    here.append(text[start : start + length])
                start, length = next(token, (len(text), 0))
            out[word] = tuple(here)
            at += len(word) + 1
        return out


_tokeniser = _Tokeniser()


def spacy_tokenizer() -> "Tokenizer":
    """A tokeniser of spaCy's that cuts as we do, with a vocabulary of its own."""
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    return Tokenizer(Vocab(), prefix_search=_FIRST.search, suffix_search=_LAST.search, infix_finditer=_SIGN.finditer)


def cut(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a folded text and where each begins; long runs are broken, since they cost the square of length.

    As in spaCy, one plain space parts two words, and whatever else is blank is a token.
    """
    parts = broken(text).split(" ")
    words: list[str] = []
    begins: list[int] = []
    at = 0
    for part, tokens in zip(parts, _tokeniser.tokens_of(parts), strict=True):
        words += tokens
        for token in tokens:
            begins.append(at)
            at += len(token)
        if not part or part[-1].isspace():
            words.append(" ")
            begins.append(at)
        at += 1
    if not parts[-1] or parts[-1][-1].isspace():  # there is no space behind the last
        del words[-1], begins[-1]
    return words, begins
