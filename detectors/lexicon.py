"""Finds the word forms of one language in a text: spaCy's tokeniser and PhraseMatcher over data."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

import spacy
from spacy.attrs import IDX, LENGTH, NORM
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from detectors.text import broken, fold

# Scripts written without spaces: every character is a token of its own.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CYRILLIC, _HEBREW = "\u0400-\u04ff", "\u05d0-\u05ea"
# Vowel signs of Devanagari are no word characters for Python, but parts of words.
_VOWELS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_SIGN = re.compile(
    rf"[{_UNSPACED}]|(?<=[{_UNSPACED}])\d[\d.,]*|(?<!\d)[.,]|[.,](?!\d)"
    rf"|(?<![{_CYRILLIC}\d])'|'(?![{_CYRILLIC}\d])"
    rf'|(?<![{_HEBREW}])"|"(?![{_HEBREW}])'
    rf"|[^\w\s.,'\"{_VOWELS}]|(?<=\d)[^\W\d_][\w{_VOWELS}]*"
)
# An Arabic or Hebrew "and" is written as one with the digits behind it.
_FIRST, _LAST = re.compile(rf"^(?:[^\w{_VOWELS}]|[وו](?=\d))"), re.compile(rf"[^\w{_VOWELS}]$")
_UNSPACED_SIGN = re.compile(rf"[{_UNSPACED}]")

# In a form: up to so many words may stand here ("ließ … frei").
GAP = "…"
_REACH = 12
_ENDS = frozenset(".;:!?")
_HEAD, _TAIL = "verb", "particle"


@dataclass(frozen=True, slots=True)
class Mark:
    """A known form found in the text: tokens start..end-1 mean `key` of `group`, for parties in this `form`."""

    group: str
    key: str
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text with its marks, each token by the character at which it begins and ends."""

    words: tuple[str, ...]
    begins: list[int]
    ends: list[int]
    marks: tuple[Mark, ...]
    signs: bool = False  # written without spaces: each sign is a token

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The token range that covers the characters start..end-1."""
        return bisect_left(self.begins, start), bisect_right(self.begins, max(start, end - 1))


class Lexicon:
    """Forms of one language, compiled: * for any ending or beginning, a|b for either word, … for words between."""

    def __init__(
        self, forms: Mapping[tuple[str, str, str], Iterable[str]], clitics: Mapping[str, Iterable[str]]
    ) -> None:
        self._roles = {fold(clitic): role for role, each in clitics.items() for clitic in each}
        self._clitics = tuple(sorted(self._roles, key=len, reverse=True))
        self._covers: dict[str, list[str]] = {}
        self._exact: set[str] = set()
        self._stems: set[str] = set()
        self._tails: set[str] = set()
        # A word's NORM is worked out once, when the vocabulary first meets it: the forms are cut up with another one.
        splitter = _splitter()
        patterns = {
            meaning: [_words(one, splitter) for form in each for one in alternatives(form)]
            for meaning, each in forms.items()
        }
        for each in patterns.values():
            for form in each:
                for word in form:
                    if word != GAP:
                        self._add(word)
        self._sorted = sorted(self._exact), sorted(self._stems)
        self._vocab = spacy.blank("xx").vocab
        self._vocab.lex_attr_getters[NORM] = self._key  # type: ignore[attr-defined]
        self._tokenizer = _tokenizer(self._vocab)
        self._meanings: dict[int, tuple[str, str, str]] = {}
        self._matcher = PhraseMatcher(self._vocab, attr="NORM")
        self._parted: list[tuple[str, str, str]] = []
        for meaning, each in patterns.items():
            self._learn(meaning, [form for form in each if GAP not in form])
            for form in each:
                if GAP in form:
                    self._learn_parted(meaning, form)
        self._covers.clear()

    def _learn(self, meaning: tuple[str, str, str], forms: Iterable[list[str]]) -> None:
        docs = [Doc(self._vocab, words=words) for form in forms for words in self._expanded(form)]
        if docs:
            label = "\t".join(meaning)
            self._matcher.add(label, docs)
            self._meanings[self._vocab.strings[label]] = meaning

    def _learn_parted(self, meaning: tuple[str, str, str], form: list[str]) -> None:
        """A verb whose particle stands apart ("set … free"): both parts are found alone and joined in `read`."""
        at = form.index(GAP)
        number = str(len(self._parted))
        self._parted.append(meaning)
        self._learn((_HEAD, number, ""), [form[:at]])
        self._learn((_TAIL, number, ""), [form[at + 1 :]])

    def _joined(self, marks: list[Mark], words: tuple[str, ...]) -> Iterator[Mark]:
        """Verbs with their particles behind them in the same stretch of text, each as a mark at the verb."""
        tails: dict[str, list[int]] = {}
        for mark in marks:
            if mark.group == _TAIL:
                tails.setdefault(mark.key, []).append(mark.start)
        for mark in marks:
            if mark.group not in (_HEAD, _TAIL):
                yield mark
            elif mark.group == _HEAD and any(
                0 <= tail - mark.end < _REACH and not _ENDS.intersection(words[mark.end : tail])
                for tail in tails.get(mark.key, ())
            ):
                yield Mark(*self._parted[int(mark.key)], mark.start, mark.end)

    def _add(self, word: str) -> None:
        if word.endswith("*"):
            self._stems.add(word[:-1])
        elif word.startswith("*"):
            self._tails.add(word[1:])
        else:
            self._exact.add(word)

    def _key(self, word: str) -> str:
        """What stands for the word in patterns: itself, its longest known stem or tail, or the same less a clitic."""
        if word.endswith("*") or word.startswith("*"):
            return word
        return self._known(word) or next((known for _, known in self._bare(word)), word)

    def _known(self, word: str) -> str | None:
        if word in self._exact:
            return word
        for length in range(len(word), 1, -1):
            if word[:length] in self._stems:
                return word[:length] + "*"
        for start in range(1, len(word) - 1):
            if word[start:] in self._tails:
                return "*" + word[start:]
        return None

    def _bare(self, word: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """(clitics, key) for each way to take proclitics off until the word is known."""
        for clitic in self._clitics:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and len(rest) > 1:
                if known := self._known(rest):
                    yield (clitic,), known
                else:
                    yield from (((clitic, *more), known) for more, known in self._bare(rest))

    def _clitic_marks(self, mark: Mark, word: str) -> list[Mark]:
        """A preposition written as one word with a party's name, as an empty mark before it."""
        if mark.group != "party" or not self._clitics or self._known(word):
            return []
        pieces = next((pieces for pieces, _ in self._bare(word)), ())
        roles = {self._roles[piece] for piece in pieces} - {"plain"}
        return [Mark("role", role, "", mark.start, mark.start) for role in sorted(roles)]

    def _expanded(self, form: list[str]) -> list[list[str]]:
        """The form with each starred word replaced by every key that it covers."""
        out: list[list[str]] = [[]]
        for word in form:
            out = [[*head, key] for head in out for key in self._covered(word)]
        return out

    def _covered(self, word: str) -> list[str]:
        if word not in self._covers:
            self._covers[word] = self._keys_under(word)
        return self._covers[word]

    def _keys_under(self, word: str) -> list[str]:
        """Every known key that a starred word stands for."""
        if word.endswith("*"):
            stem = word[:-1]
            return _beginning(stem, self._sorted[0]) + [key + "*" for key in _beginning(stem, self._sorted[1])]
        if word.startswith("*"):
            tail = word[1:]
            return [word] + [key for key in self._exact if key.endswith(tail)]
        return [word]

    def read(self, text: str) -> Tokens:
        """Tokenise a folded text and find every form in it."""
        doc = self._tokenizer(broken(text))
        offsets = doc.to_array([IDX, LENGTH]).tolist()
        marks = [Mark(*self._meanings[label], start, end) for label, start, end in self._matcher(doc)]
        words = tuple(text[at : at + length] for at, length in offsets)
        kept = longest(self._joined(marks, words))
        return Tokens(
            words=words,
            begins=[at for at, _ in offsets],
            ends=[at + length for at, length in offsets],
            marks=tuple(kept + [each for mark in kept for each in self._clitic_marks(mark, words[mark.start])]),
            signs=_UNSPACED_SIGN.search(text) is not None,
        )


def _beginning(stem: str, words: list[str]) -> list[str]:
    """Those of the sorted words that begin with the stem."""
    return words[bisect_left(words, stem) : bisect_left(words, stem + "\U0010ffff")]


def _tokenizer(vocab: Vocab) -> Tokenizer:
    return Tokenizer(vocab, prefix_search=_FIRST.search, suffix_search=_LAST.search, infix_finditer=_SIGN.finditer)


@cache
def _splitter() -> Tokenizer:
    return _tokenizer(spacy.blank("xx").vocab)


def _words(form: str, splitter: Tokenizer) -> list[str]:
    """The words of a form as a text would be cut, each with its star."""
    words: list[str] = []
    for piece in fold(form).split():
        split = [token.text for token in splitter(piece.strip("*") or piece)]
        if piece.startswith("*"):
            split[0] = "*" + split[0]
        if piece.endswith("*"):
            split[-1] += "*"
        words += split
    return words


def alternatives(form: str) -> list[str]:
    """The forms that "exchange|swap of prisoners" stands for."""
    choices = [piece.split("|") for piece in form.split()]
    return [" ".join(chosen) for chosen in product(*choices)]


def longest(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order of place, without those inside a longer one of the same group or under another sense."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    last: dict[str, Mark] = {}
    for mark in ordered:
        name = mark.key if mark.group == "other" else mark.group
        if any(_covers(last.get(each), mark) for each in (name, "sense")):
            continue
        if name not in last or mark.end > last[name].end:
            last[name] = mark
        kept.append(mark)
    return kept


def _covers(longer: Mark | None, mark: Mark) -> bool:
    """Whether a mark lies inside another and is shorter; one form may mean two things of one group."""
    if longer is None or mark.end > longer.end:
        return False
    return longer.key == "sense" or (longer.start, longer.end) != (mark.start, mark.end)
