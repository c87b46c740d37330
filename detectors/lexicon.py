"""Finds the word forms of one language in a text: spaCy's tokeniser, one for all languages, and a trie over data."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, product
from threading import Lock
from typing import TYPE_CHECKING, Any

from detectors.text import broken, fold

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

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
# An Arabic or Hebrew "and", "in", "to" is written as one with the digits behind it, now and then with a long stroke.
_GLUED = "[\u0648\u0641\u0628\u0644\u05d5\u05d1\u05dc\u05de\u05d4\u05db]{1,2}\u0640?(?=\\d)"
# What is cut off a word's beginning and end, one sign at a time.
_FIRST, _LAST = re.compile(rf"^(?:[^\w{_VOWELS}]|{_GLUED})"), re.compile(rf"[^\w{_VOWELS}]$")
_UNSPACED_SIGN = re.compile(rf"[{_UNSPACED}]")

# In a form: up to so many words may stand here ("ließ … frei").
GAP = "…"
_REACH = 12
_ENDS = frozenset(".;:!?")
_HEAD, _TAIL = _PARTED = "verb", "particle"


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


Meaning = tuple[str, str, str]  # group, key, form
# In the trie the words of a form lead from node to node; what ends at a node stands there by number, under "" where
# other forms go on. Most nodes are ends, so that this takes half the memory that dictionaries alone would.
Ends = tuple[int, ...]
Found = tuple[int, int, int]  # first token, the one behind the last, number of the meaning
Node = dict[str, Any] | Ends


def _grow(node: dict[str, Any], form: list[str], number: int) -> None:
    """Let the trie end in `number` behind the words of a form."""
    *path, last = form
    for word in path:
        following = node.get(word, {})
        node[word] = node = following if isinstance(following, dict) else {"": following}
    end = node.get(last, ())
    if number in _ends(end):
        return
    if isinstance(end, dict):
        end[""] = (*_ends(end), number)
    else:
        node[last] = (*end, number)


def _ends(node: Node) -> Ends:
    """The numbers of the meanings that end at a node."""
    ends: Ends = node.get("", ()) if isinstance(node, dict) else node
    return ends


class Lexicon:
    """Forms of one language, compiled: * for any ending or beginning, a|b for either word, … for words between."""

    def __init__(self, forms: Mapping[Meaning, Iterable[str]], clitics: Mapping[str, Iterable[str]]) -> None:
        self._roles = {fold(clitic): role for role, each in clitics.items() for clitic in each}
        self._clitics = tuple(sorted(self._roles, key=len, reverse=True))
        self._exact: set[str] = set()
        self._stems: set[str] = set()
        self._tails: set[str] = set()
        self._meanings: list[Meaning] = []
        self._parted: list[Meaning] = []
        self._trie: dict[str, Node] = {}
        for meaning, each in sorted(forms.items(), key=lambda item: _LAST_MEANT.get(item[0][1], 0)):
            self._learn(meaning, (_words(one) for form in each for one in alternatives(form)))
        self._longest = max(map(len, self._stems), default=0)
        # A language's everyday words are few, a stream's names and misprints without end: the oldest are forgotten.
        self._read_as = lru_cache(_REMEMBERED)(self._entry)

    def _learn(self, meaning: Meaning, forms: Iterable[list[str]]) -> None:
        number = len(self._meanings)
        self._meanings.append(meaning)
        for form in forms:
            if GAP in form:
                self._learn_parted(meaning, form)
                continue
            for word in form:
                self._add(word)
            _grow(self._trie, form, number)

    def _learn_parted(self, meaning: Meaning, form: list[str]) -> None:
        """A verb whose particle stands apart ("set … free"): both parts are found alone and joined in `read`."""
        at = form.index(GAP)
        number = str(len(self._parted))
        self._parted.append(meaning)
        self._learn((_HEAD, number, ""), [form[:at]])
        self._learn((_TAIL, number, ""), [form[at + 1 :]])

    def _joined(self, found: list[Found], words: tuple[str, ...]) -> Iterator[Mark]:
        """What was found as marks; verbs with their particles behind them in the same stretch, as marks at the verb."""
        tails: dict[str, list[int]] = {}
        for start, _, number in found:
            group, key, _ = self._meanings[number]
            if group == _TAIL:
                tails.setdefault(key, []).append(start)
        for start, end, number in found:
            group, key, form = self._meanings[number]
            if group not in _PARTED:
                yield Mark(group, key, form, start, end)
            elif group == _HEAD and any(
                0 <= tail - end < _REACH and not _ENDS.intersection(words[end:tail]) for tail in tails.get(key, ())
            ):
                yield Mark(*self._parted[int(key)], start, end)

    def _add(self, word: str) -> None:
        if word.endswith("*"):
            self._stems.add(word[:-1])
        elif word.startswith("*"):
            self._tails.add(word[1:])
        else:
            self._exact.add(word)

    def _entry(self, word: str) -> tuple[tuple[str, ...], list[Node]]:
        """The words of forms that a word of a text may stand for, and where in the trie those lead that begin one."""
        patterns = self._patterns(word)
        return patterns, [self._trie[pattern] for pattern in patterns if pattern in self._trie]

    def _patterns(self, word: str) -> tuple[str, ...]:
        """The words of forms that a word of a text may stand for, taken as it is or else less its clitics."""
        known = self._known(word) or next((known for _, known in self._bare(word)), None)
        if known is None or known.startswith("*"):
            return () if known is None else (known,)
        stem = known.removesuffix("*")
        found = [] if stem != known else [known]
        found += [stem[:length] + "*" for length in range(len(stem) + 1) if stem[:length] in self._stems]
        if stem == known and self._tails:
            found += ["*" + stem[start:] for start in range(len(stem) + 1) if stem[start:] in self._tails]
        return tuple(found)

    def _known(self, word: str) -> str | None:
        """The word itself where a form has it, else its longest known stem, else tail, with a star."""
        if word in self._exact:
            return word
        for length in range(min(len(word), self._longest), 1, -1):
            if word[:length] in self._stems:
                return word[:length] + "*"
        for start in range(1, len(word) - 1) if self._tails else ():
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

    def read(self, text: str) -> Tokens:
        """Tokenise a folded text and find every form in it."""
        places = cut(text)
        words = tuple([text[start:end] for start, end in places])
        kept = longest(self._joined(self._found(words), words))
        return Tokens(
            words=words,
            begins=[start for start, _ in places],
            ends=[end for _, end in places],
            marks=tuple(kept + [each for mark in kept for each in self._clitic_marks(mark, words[mark.start])]),
            signs=_UNSPACED_SIGN.search(text) is not None,
        )

    def _found(self, words: tuple[str, ...]) -> list[Found]:
        """Every form in the text; of those at the same place in the order in which they were learnt."""
        known = [self._read_as(word) for word in words]
        found: set[Found] = set()
        for start, (_, first) in enumerate(known):
            nodes, at = first, start
            while nodes:
                at += 1
                following = known[at][0] if at < len(words) else ()
                for node in nodes:
                    found.update([(start, at, number) for number in _ends(node)])
                nodes = [node[word] for node in nodes if isinstance(node, dict) for word in following if word in node]
        return sorted(found)


# Of several meanings of the same words the vaguer ones come last: "swap" is a verb before it is a noun.
_LAST_MEANT = {"headline": 1, "persons": 1, "noun": 2}
# How many different words of a text a language keeps in mind.
_REMEMBERED = 1 << 13


# Texts that are cut with one tokeniser: what its vocabulary forgets still takes room in its tables.
_KEPT_FOR = 200
_texts = count()
_one_at_a_time = Lock()


@lru_cache(maxsize=1)
def _tokenizer(generation: int) -> "Tokenizer":
    """SpaCy's tokeniser with our signs, one for all languages; it is loaded with the first text worth reading."""
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    return Tokenizer(Vocab(), prefix_search=_FIRST.search, suffix_search=_LAST.search, infix_finditer=_SIGN.finditer)


def cut(text: str) -> list[tuple[int, int]]:
    """Where each token of a folded text begins and ends; long runs are broken, since they cost the square of length.

    What spaCy learns of the words is forgotten at once: a stream's names and misprints are without end. Its memory
    zones are not made for several threads, so one text is cut at a time.
    """
    from spacy.attrs import IDX, LENGTH

    with _one_at_a_time:
        tokenizer = _tokenizer(next(_texts) // _KEPT_FOR)
        with tokenizer.vocab.memory_zone():
            places: list[list[int]] = tokenizer(broken(text)).to_array([IDX, LENGTH]).tolist()
    return [(at, at + length) for at, length in places]


def _words(form: str) -> list[str]:
    """The words of a form as a text would be cut, each with its star."""
    words: list[str] = []
    for piece in fold(form).split():
        inner = piece.strip("*") or piece
        whole = inner.isalpha() and not _UNSPACED_SIGN.search(inner)  # most are, and need no cutting
        split = [inner] if whole else [inner[start:end] for start, end in cut(inner)]
        if piece.startswith("*"):
            split[0] = "*" + split[0]
        if piece.endswith("*"):
            split[-1] += "*"
        words += map(sys.intern, split)  # names stand in every language: each is kept once
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
        if _covers(last.get(name), mark) or _covers(last.get("sense"), mark):
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
