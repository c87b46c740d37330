"""What capitals tell: nothing in a headline that gives one to every word."""

from detectors.reading import Sentence

# Words of so few letters have no capital in such a headline either: "to Free".
_SMALL = 3
# Words of these tables are no names.
_PLAIN = frozenset({"people", "single", "held", "mode", "count", "topic", "time", "held_event"})


def is_shouted(sentence: Sentence) -> bool:
    """Whether capitals tell nothing: its verbs have one ("to Free"), or, where it has none, most of its words."""
    words, moves = sentence.tokens.words, (*sentence.moving, *sentence.of("said"))
    spans = [range(mark.start, mark.end) for mark in moves if mark.key != "noun" and mark.start > sentence.start]
    small = 0 if sentence.language.capital_nouns else _SMALL  # "auf dem Heimweg" begins small
    verbs = {next((at for at in span if len(words[at]) > small), span.start) for span in spans}
    begins = [
        at
        for at in verbs or range(sentence.start, sentence.end)
        if words[at].isalpha() and (verbs or len(words[at]) > _SMALL)
    ]
    if not _capitals(begins, sentence) > len(begins) / 2:
        return False
    # "Liberado Luis Díaz": its one verb opens it, and none of its capitals is a plain word's
    opened = not verbs and any(mark.start == sentence.start for mark in sentence.moving)
    plain = [mark.start for mark in sentence.marks if mark.start > sentence.start and mark.group in _PLAIN]
    return not opened or _capitals(plain, sentence) > 0


def _capitals(tokens: list[int], sentence: Sentence) -> int:
    """How many of these tokens begin with a capital."""
    return sum(map(str.isupper, sentence.passage.signs([sentence.tokens.begins[at] for at in tokens])))
