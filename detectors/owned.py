"""One of somebody's own people, whom an article counts: "un de ses militaires", "einen ihrer Soldaten"."""

from collections.abc import Iterator, Sequence

from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.reading import Sentence
from detectors.text import ARTICLES


def one_of_own(sentence: Sentence) -> Iterator[Number]:
    """One for each article before people who are told as somebody's own, where the article is no number as well."""
    known = {number.start for number in sentence.numbers}
    for article in sentence.of("count", "article"):
        if article.start not in known and _are_own(article.end, sentence):
            yield Number(1, article.start, article.end, word=True)


def _are_own(at: int, sentence: Sentence) -> bool:
    """Whether people stand at a token whom a word before or behind them gives to somebody.

    They may stand behind a preposition ("de ses soldats", "dintre militarii săi"), but for languages where it is a
    case: "einen seiner Soldaten".
    """
    own = {mark.start: mark.end for mark in sentence.of("role", "own")}
    after = max((mark.end for mark in sentence.starting(at, "role") if mark.key in _AMONG), default=at)
    if after in own:  # their noun may be one word with whose they are: "egyik katonáját", أحد جنودها
        return bool(_people(own[after], sentence) or _people(after, sentence))
    first = after + (sentence.word(after) in ARTICLES)
    return after > at and any(mark.end in own or mark.start in own for mark in _people(first, sentence))


def _people(at: int, sentence: Sentence) -> Sequence[Mark]:
    return sentence.starting(at, "people")


_AMONG = frozenset({"of", "from", "by", "between"})
