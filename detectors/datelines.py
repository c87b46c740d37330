"""Where a dateline ends."""

from detectors.reading import CLOSE_DATELINE, Sentence


def end_of_dateline(sentence: Sentence) -> int:
    """The token at which a dateline ends, or the sentence's first: "BEIRUT (AP) -", "Kabul, June 6 (IANS):".

    Between capitals and brackets, a day or an agency tells it from names that a dash joins ("Russia - Ukraine").
    """
    start = sentence.start
    if sentence.title or not sentence.source(start)[0].isupper():
        return start
    marked, depth = len(sentence.source(start)) > _SHORTEST and sentence.source(start).isupper(), 0
    dates = sentence.dates
    for at in range(start, min(sentence.end, start + _LONGEST_DATELINE)):
        word = sentence.word(at)
        if word in CLOSE_DATELINE and not depth and (marked or _sets_off(at, sentence)):
            return at
        depth += (word == "(") - (word == ")")
        dated = bool(dates) and any(day.start <= at < day.end for day in dates)
        marked = marked or dated or word == ")"
        if not depth and not dated and sentence.source(at)[0].islower():
            return start
    return start


_SHORTEST, _LONGEST_DATELINE = 3, 16


def _sets_off(dash: int, sentence: Sentence) -> bool:
    """Whether a dash between blanks parts a bare dateline from the news: "Bamako - Zwei Touristinnen sind frei".

    Not so where it joins two names ("Russia - Ukraine"), nor further down than where the text begins.
    """
    if sentence.word(dash) == ":" or sentence.order > 1 or dash + 1 >= sentence.end:
        return False
    tokens, states = sentence.tokens, {mark.key for mark in sentence.of("party") if mark.end <= dash}
    spaced = tokens.ends[dash - 1] < tokens.begins[dash] and tokens.ends[dash] < tokens.begins[dash + 1]
    joined = any(mark.form == "name" and mark.key not in states for mark in sentence.starting(dash + 1, "party"))
    opens = sentence.source(dash + 1)
    return spaced and not joined and (opens[0].isupper() or opens[0].isdigit())
