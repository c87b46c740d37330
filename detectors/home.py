"""The state that a text need not name: the one whose language it is written in."""

from collections.abc import Sequence

from detectors.parties import are_rivals, foes, opponent, sets_itself_against
from detectors.sides import Reading

# Whose news it is shows in title and lead.
_EARLY = 3


def at_home(readings: Sequence[Reading], other: str | None) -> dict[str, dict[str, float]]:
    """The state of a language that is one state's, with what speaks for it as a side ("our people are home").

    `other`: the one camp that is named. A paper at Rome that tells of captives in Nigeria or in Ukraine means no
    Italians by that: its own state is the side left out only beside one that stands against it, or, where nobody is
    named, beside words for home.
    """
    home = readings[0].sentence.language.home if readings else None
    if home is None:
        return {}
    early = [reading.sentence for reading in readings[:_EARLY]]
    own = any(sentence.has("role", "own") for sentence in early)
    back = any(move.key == "home" for sentence in early for move in sentence.of("return"))
    if not (own or back if other is None else _is_its(home, other)):
        return {}
    return {home: {"unnamed": 1.0, "home": 1.0, "readers": 1.0, "home.own": float(own), "home.back": float(back)}}


def _is_its(home: str, other: str) -> bool:
    """Whether people who are told of with one other party are likely of the paper's own state.

    Of a bloc that stands against a rival it is only one of many members, so none where the rival fights somebody else.
    """
    if other in foes(home) or sets_itself_against(home, other):
        return True
    return are_rivals(home, other) and opponent(other) is None
