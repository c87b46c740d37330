"""Texts to be read once more with rare words forgotten: as they would read if nobody had seen them.

The forms of the language files were chosen with the labelled texts in sight, so these lack fewer words than new texts
do, and a fit to them trusts what they say too much. A form that few other events have is one that a new text's own
rare words may be missing for.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bench.fitting.texts import Text, readings_of
from detectors import language
from detectors.language import Language
from detectors.lexicon import Lexicon, Tokens

# How many of the forms are forgotten that no other event has, one, two, and more.
_SHARES = (0.3, 0.15, 0.08, 0.01)
Form = tuple[str, str, str, tuple[str, ...]]  # language, group, key, words as the text has them
_Events = defaultdict[Form, set[str]]  # the events that have it


class _Forgetful(Lexicon):
    """A lexicon without some of its forms, whichever `is_forgotten` says."""

    def __init__(self, known: Language, is_forgotten: Callable[[Form], bool]) -> None:
        super().__init__({}, {})
        self._known, self._is_forgotten = known, is_forgotten

    def read(self, text: str) -> Tokens:
        tokens, code = self._known.lexicon.read(text), self._known.code
        kept = (
            mark
            for mark in tokens.marks
            if not self._is_forgotten((code, mark.group, mark.key, tokens.words[mark.start : mark.end]))
        )
        return replace(tokens, marks=tuple(kept))


def forgetful(texts: Sequence[Text]) -> list[Text]:
    """The same texts, known by languages that have forgotten some words of each, the same ones at every call."""
    events: _Events = defaultdict(set)
    for text in texts:
        readings_of(_known(text, partial(_note, events, text.event)))
    return [_known(text, partial(_is_forgotten, events, text)) for text in texts]


def _known(text: Text, is_forgotten: Callable[[Form], bool]) -> Text:
    def tongue(code: str) -> Language:
        known = language.load(code)
        return replace(known, lexicon=_Forgetful(known, is_forgotten))

    return replace(text, tongue=tongue)


def _note(events: _Events, event: str, form: Form) -> bool:
    """Keep in mind which event has the form, which is not forgotten."""
    events[form].add(event)
    return False


def _is_forgotten(events: _Events, text: Text, form: Form) -> bool:
    others = len(events[form] - {text.event})
    share = _SHARES[min(others, len(_SHARES) - 1)]
    return zlib.crc32(f"{text.item['id']} {form}".encode()) < share * 2**32
