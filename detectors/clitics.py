"""What is written as one word with another: prepositions, articles, "and" before it, pronouns and cases behind it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from detectors.text import fold

Known = Callable[[str], str | None]  # the word of forms that a word of a text stands for
# The keys of what is written behind words, and of endings that count two.
BEHIND, DUAL = "behind", "dual"
# Shorter words are too often only the beginning of others.
_SHORTEST_OWNED = 4


class Clitics:
    """The pieces of one language that are written as one word with others."""

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._roles = {
            fold(piece): role for role, each in table.items() if role not in {BEHIND, DUAL} for piece in each
        }
        self._ahead = tuple(sorted(self._roles, key=len, reverse=True))
        self._articles = tuple(piece for piece in self._ahead if len(piece) > 1)
        self._behind, self._dual = _endings(table.get(BEHIND, ())), _endings(table.get(DUAL, ()))
        self._pronouns = tuple(ending for ending, _ in self._behind if len(ending) > 1)

    def __bool__(self) -> bool:
        return bool(self._ahead)

    def bare(self, word: str, known: Known) -> Iterator[tuple[tuple[str, ...], str]]:
        """(pieces, known word) for each way to take what is written before a word off until it is known."""
        for piece in self._ahead:
            rest = word[len(piece) :]
            if word.startswith(piece) and len(rest) > 1:
                if found := known(rest):
                    yield (piece,), found
                else:
                    yield from (((piece, *more), found) for more, found in self.bare(rest, known))

    def roles_of(self, word: str, known: Known) -> set[str]:
        """What the pieces before a word that is unknown as it stands say: "and", "to"; nothing for the article."""
        stem = next(self.bare(word, known), None)
        return {self._roles[piece] for piece in (stem[0] if stem else ())} - {"plain"}

    def without_article(self, words: Iterable[str]) -> Iterator[str]:
        """The words less their article, which forms of several words may go on with.

        One form that lists a word with its article (القاعدة) would hide it from all others (تنظيم قاعدة) else.
        """
        return (word[len(article) :] for word in words for article in self._articles if word.startswith(article))

    def owned(self, word: str, known: Known, exact: Container[str]) -> str | None:
        """The word as forms have it, less the pronoun or case that is written behind it: شبانها, سلمته, جثتهم."""
        return self._less(self._behind, word, known, exact)

    def single(self, word: str, known: Known, exact: Container[str]) -> str | None:
        """What the word counts two of, by its ending: مهندستين are two of مهندسة."""
        return self._less(self._dual, word, known, exact)

    def _less(self, endings: Iterable[tuple[str, str]], word: str, known: Known, exact: Container[str]) -> str | None:
        for ending, before in endings:
            stem = word[: -len(ending)] + before
            if not word.endswith(ending) or len(stem) < _SHORTEST_OWNED:
                continue
            if stem in exact or any(found in exact for _, found in self.bare(stem, known)):
                return stem
        return None

    def is_owned(self, word: str, known: Known, exact: Container[str]) -> bool:
        """Whether a word is known only less a pronoun behind it: شبانها are her own."""
        if not word.endswith(self._pronouns) or any(True for _ in self.bare(word, known)):
            return False
        return self.owned(word, known, exact) is not None


def _endings(listed: Iterable[str]) -> list[tuple[str, str]]:
    """Endings, the longest first, each with what a word without it has there: "تها" for "ة"."""
    pairs = [(*fold(each).split(), "")[:2] for each in listed]
    return sorted(((ending, before) for ending, before in pairs), key=lambda pair: len(pair[0]), reverse=True)
