"""The state that a text need not name: the one whose language it is written in."""

from collections.abc import Sequence

from detectors.sides import Reading

# Whose news it is shows in title and lead.
_EARLY = 3


def at_home(readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    """The state of a language that is one state's, with what speaks for it as a side ("our people are home")."""
    home = readings[0].sentence.language.home if readings else None
    if home is None:
        return {}
    early = [reading.sentence for reading in readings[:_EARLY]]
    own = any(sentence.has("role", "own") for sentence in early)
    back = any(move.key == "home" for sentence in early for move in sentence.of("return"))
    return {home: {"unnamed": 1.0, "home": 1.0, "readers": 1.0, "home.own": float(own), "home.back": float(back)}}
