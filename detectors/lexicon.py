"""Finds the word forms of one language in a text, by a trie over data."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, product
from typing import Any, NamedTuple

from detectors.clitics import Clitics
from detectors.records import dataclass
from detectors.text import fold
from detectors.tokeniser import cut, is_unspaced, is_whole
from detectors.trie import Ends, Node, ends_of, grow, shared

# In a form: up to so many words may stand here ("ließ … frei").
GAP = "…"
_REACH = 12
_ENDS = frozenset(".;:!?")


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
# First token, the one behind the last less than nothing, number of the meaning: the longest of a place come first.
Found = tuple[int, int, int]


class _Word(NamedTuple):
    """What a word of a text may be in forms."""

    patterns: tuple[str, ...]  # the words of forms that it may stand for
    alone: Ends  # what it means by itself
    verbs: Mapping[int, int]  # what it means with a particle behind it, by the particle's number
    particles: Ends
    begun: Sequence[dict[str, Any]]  # the nodes of what it begins


class Lexicon:
    """Forms of one language, compiled: * for any ending or beginning, a|b for either word, … for words between."""

    def __init__(self, forms: Mapping[Meaning, Iterable[str]], clitics: Mapping[str, Iterable[str]]) -> None:
        self._clitics = Clitics(clitics)
        self._exact: set[str] = set()
        self._stems: set[str] = set()
        self._tails: set[str] = set()
        self._meanings: list[Meaning] = []
        self._verbs: dict[tuple[Meaning, str], int] = {}  # the number of those that take a particle
        self._takes: dict[int, int] = {}  # the number of that particle, by theirs
        self._alike: dict[int, int] = {}  # the number of the same meaning without one, by theirs
        self._trie: dict[str, Node] = {}
        spelled = cache(self._spelled)  # the same words stand in many forms
        for meaning, each in sorted(forms.items(), key=lambda item: _LAST_MEANT.get(item[0][1], 0)):
            choices = ([[*map(spelled, piece.split("|"))] for piece in fold(form).split()] for form in each)
            ways = (chosen for pieces in choices for chosen in product(*pieces))
            self._learn(meaning, ([*chain.from_iterable(chosen)] for chosen in ways))
        self._particles = frozenset(self._takes.values())
        known: dict[Hashable, Node] = {}
        self._trie = {word: shared(node, known) for word, node in self._trie.items()}
        self._longest = max(map(len, self._stems), default=0)
        # A language's everyday words are few, a stream's names and misprints without end: the oldest are forgotten.
        self._read_as = lru_cache(_REMEMBERED)(self._entry)

    def _learn(self, meaning: Meaning, forms: Iterable[list[str]]) -> None:
        number = self._new(meaning)
        for form in forms:
            if GAP in form:
                self._learn_parted(meaning, form, number)
            else:
                grow(self._trie, form, number)

    def _new(self, meaning: Meaning) -> int:
        self._meanings.append(meaning)
        return len(self._meanings) - 1

    def _learn_parted(self, meaning: Meaning, form: list[str], number: int) -> None:
        """A verb whose particle stands apart ("set … free"): both parts are found alone and joined in `read`.

        A particle has one number for all verbs of a meaning: "home" and "back" stand behind dozens.
        """
        at = form.index(GAP)
        particle = meaning, " ".join(form[at + 1 :])
        if particle not in self._verbs:
            self._verbs[particle] = verb = self._new(meaning)
            self._takes[verb] = self._new(meaning)
            self._alike[verb] = number
            grow(self._trie, form[at + 1 :], self._takes[verb])
        grow(self._trie, form[:at], self._verbs[particle])

    def _spelled(self, piece: str) -> list[str]:
        """The words of a piece of a form as a text would be cut, each with its star, and known from now on."""
        inner = piece.strip("*") or piece
        words = [inner] if is_whole(inner) else cut(inner)[0] if inner else []  # most are, and need no cutting
        if piece.startswith("*"):
            words[0] = "*" + words[0]
        if piece.endswith("*"):
            words[-1] += "*"
        for word in words:
            if word.endswith("*"):
                self._stems.add(word[:-1])
            elif word.startswith("*"):
                self._tails.add(word[1:])
            else:
                self._exact.add(word)
        return [*map(sys.intern, words)]  # names stand in every language: each is kept once

    def _entry(self, word: str) -> _Word:
        patterns, owned, two = self._patterns(word), False, None
        if not any(ends_of(self._trie.get(pattern, ())) for pattern in patterns):  # unknown, or only in several words
            two = self._clitics.single(word, self._known, self._exact)
            stem = two or self._clitics.owned(word, self._known, self._exact)
            owned, patterns = stem is not None, (*patterns, *(self._patterns(stem) if stem else ()))
        inside = (*patterns, *(bare for bare in self._clitics.without_article(patterns) if bare in self._exact))
        nodes = [self._trie[pattern] for pattern in inside if pattern in self._trie]
        ends = {number for pattern in patterns for number in ends_of(self._trie.get(pattern, ()))}
        ends -= self._overruled(patterns, ends)
        if owned:
            ends = {number for number in ends if self._meanings[number][0] in (_COUNTED if two else _OWNABLE)}
        if two and ends:
            ends |= {self._meanings.index(_TWO)}
        verbs = {self._takes[number]: self._alike[number] for number in ends & self._takes.keys()}
        particles = ends & self._particles
        alone = ends - particles - self._takes.keys()
        begun = tuple([node for node in nodes if isinstance(node, dict)])
        return _Word(inside, tuple(alone), verbs or _NONE, tuple(particles), begun)

    def _overruled(self, patterns: tuple[str, ...], ends: set[int]) -> set[int]:
        """What a shorter stem gives to the name of a country (rusk* and Rusko) or to its case (sirij* and sirijai)."""
        length: dict[tuple[str, str], int] = {}  # of the longest form, by party and what it means
        for pattern in patterns:
            known = 2 * len(pattern.strip("*")) + ("*" not in pattern)
            for number in ends_of(self._trie.get(pattern, ())):
                _, key, form = self._meanings[number]
                if form:
                    kind = "case" if form in {"to", "from"} else form
                    length[key, kind] = max(known, length.get((key, kind), 0))
        kinds = ("name", "case", "national")
        best = {n: [length.get((self._meanings[n][1], kind), 0) for kind in kinds] for n in ends}
        lost = {n for n, (name, case, _) in best.items() if case >= name and self._meanings[n][2] == "name"}
        return lost | {n for n, (*own, all_) in best.items() if max(own) > all_ and self._meanings[n][2] == "national"}

    def _patterns(self, word: str) -> tuple[str, ...]:
        """The words of forms that a word of a text may stand for, taken as it is or else less its clitics."""
        known = self._known(word) or next((known for _, known in self._clitics.bare(word, self._known)), None)
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

    def _clitic_marks(self, mark: Mark, word: str) -> list[Mark]:
        """What is written as one word with a mark's first, as marks of its own.

        Empty ones before it for "and" and, at a party, for a preposition; one for a pronoun that owns people.
        """
        if mark.group not in _JOINED or self._known(word):
            return []
        roles = self._clitics.roles_of(word, self._known)
        if mark.group != "party":
            roles &= {"and"}
        out = [Mark("role", role, "", mark.start, mark.start) for role in sorted(roles)]
        if mark.group == "people" and mark.key != "bodies" and self._clitics.is_owned(word, self._known, self._exact):
            out.append(Mark("role", "own", "", mark.start, mark.start + 1))
        return out

    def read(self, text: str) -> Tokens:
        """Tokenise a folded text and find every form in it."""
        found, begins = cut(text)
        words = tuple(found)
        kept = longest(
            [Mark(*self._meanings[number], start, -less_end) for start, less_end, number in self._found(words)]
        )
        if self._clitics:
            kept = [*dict.fromkeys([*kept, *(m for mark in kept for m in self._clitic_marks(mark, words[mark.start]))])]
        return Tokens(
            words=words,
            begins=begins,
            ends=[begin + len(word) for begin, word in zip(begins, words, strict=True)],
            marks=tuple(kept),
            signs=is_unspaced(text),
        )

    def _found(self, words: tuple[str, ...]) -> list[Found]:
        """Every form in the text; of those at the same place in the order in which they were learnt."""
        known = [*map(self._read_as, words)]
        found: list[Found] = []
        verbs: list[tuple[int, int, Mapping[int, int]]] = []
        particles: dict[int, list[int]] = {}  # where each stands
        patterns = [*[word.patterns for word in known], ()]
        for start, (_, alone, taking, taken, begun) in enumerate(known):
            for number in alone:
                found.append((start, -start - 1, number))
            for number in taken:
                particles.setdefault(number, []).append(start)
            if taking:
                verbs.append((start, start + 1, taking))
            if not (begun and patterns[start + 1]):
                continue  # most words are in no form
            for end, number in _going_on(begun, patterns, start + 1):
                if number in self._takes:
                    verbs.append((start, end, {self._takes[number]: self._alike[number]}))
                elif number in self._particles:
                    particles.setdefault(number, []).append(start)
                else:
                    found.append((start, -end, number))
        return sorted({*found, *_closed(verbs, particles, words)})


def _going_on(begun: Sequence[dict[str, Any]], words: Sequence[Sequence[str]], end: int) -> list[tuple[int, int]]:
    """What ends further on of the forms that are begun before a token: the token behind it, its number.

    `words` are what each token may be in forms, and behind the last nothing.
    """
    out: list[tuple[int, int]] = []
    while nodes := [node[word] for word in words[end] for node in begun if word in node]:
        end += 1
        out += [(end, number) for node in nodes for number in ends_of(node)]
        begun = [node for node in nodes if isinstance(node, dict)]
    return out


def _closed(
    verbs: Sequence[tuple[int, int, Mapping[int, int]]], particles: Mapping[int, Sequence[int]], words: tuple[str, ...]
) -> list[Found]:
    """The verbs that have their particle not far behind them, in the same stretch."""
    return [
        (start, -end, taking[number])
        for start, end, taking in verbs
        for number in taking.keys() & particles.keys()
        if any(0 <= at - end < _REACH and _ENDS.isdisjoint(words[end:at]) for at in particles[number])
    ]


# Of several meanings of the same words the vaguer ones come last: "swap" is a verb before it is a noun.
_LAST_MEANT = {"headline": 1, "persons": 1, "noun": 2}
_NONE: Mapping[int, int] = {}
# What an "and", a preposition or a pronoun may be written as one word with, and what may have a pronoun behind it.
_JOINED = frozenset({"party", "people", "single", "swap", "release", "receive", "return"})
_COUNTED, _TWO = frozenset({"people", "single"}), ("number", "2", "")
_OWNABLE = frozenset({"people", "single", "swap", "release", "receive", "return", "held"})
# How many different words of a text a language keeps in mind.
_REMEMBERED = 1 << 13


def alternatives(form: str) -> list[str]:
    """The forms that "exchange|swap of prisoners" stands for."""
    choices = [piece.split("|") for piece in form.split()]
    return [" ".join(chosen) for chosen in product(*choices)]


def longest(marks: Iterable[Mark]) -> list[Mark]:
    """The marks, in order of place, without those inside a longer one of the same group or under another sense."""
    kept: list[Mark] = []
    last: dict[str, Mark] = {}
    for mark in marks:
        name = mark.key if mark.group == "other" else mark.group
        before, other = last.get(name), last.get("sense")
        if (before is not None and mark.end <= before.end and _covers(before, mark)) or (
            other is not None and mark.end <= other.end and _covers(other, mark)
        ):
            continue
        if before is None or mark.end > before.end:
            last[name] = mark
        kept.append(mark)
    return kept


def _covers(longer: Mark, mark: Mark) -> bool:
    """Whether a mark lies inside another and is shorter; one form may mean two things of one group."""
    return mark.end <= longer.end and (longer.key == "sense" or (longer.start, longer.end) != (mark.start, mark.end))
