"""The people that a number counts: its phrase, what they are, whose they are, how exactly they are told."""

from detectors.kinds import kind_of
from detectors.lexicon import Mark
from detectors.numbers import LARGEST_COUNT, Number
from detectors.people import BREAKS, Group, adjective_before, is_of_nation
from detectors.phrases import VERBS, Phrase, is_within, phrase_behind
from detectors.reading import Sentence
from detectors.shares import Populations, beside, is_added, is_part
from detectors.text import ARTICLES
from detectors.types import Qualifier
from detectors.uncounted import counts_nobody, is_headed


def counted(number: Number, sentence: Sentence, larger: Populations) -> Group | None:
    """The people that a number counts; None where it counts something else."""
    if not 0 <= number.value <= LARGEST_COUNT or counts_nobody(number, sentence):
        return None
    if number.value == 1 and number.word and any(other.end == number.start for other in sentence.numbers):
        return None  # "10 boarded a plane to Russia, 13 one to Germany"
    if (
        number.value == 1
        and number.word
        and sentence.word(number.start - 1) in ARTICLES
        and _is_alone(number, sentence)
    ):
        return None  # "48 were on the plane for Sanaa, 42 on the one for Marib"
    if any(mark.start <= number.start < mark.end for mark in sentence.of("count", "total")):
        return None  # "des deux côtés"
    out_of = larger.get(number.start)
    phrase = phrase_behind(number if out_of is None else out_of, sentence)
    if phrase is None or any(other is number for other in larger.values()):
        return None
    heads, nation, own, end = phrase
    if sentence.stretch > 1:  # "捕虜185人": where every sign is a token the noun may stand before the number
        joints = {mark.start for mark in sentence.of("role", "and")}  # "平民和185名军人" are civilians, then soldiers
        ahead = (mark for mark in sentence.of("people") if 0 <= number.start - mark.end <= 1)
        heads = [*heads, *(mark for mark in ahead if mark.end not in joints)]
    in_one_word = any((mark.start, mark.end) == (number.start, number.end) for mark in heads)  # "a French couple"
    if sentence.stretch > 1 or in_one_word:
        nation = nation or next((m.key for m in sentence.ending(number.start, "party")), None)
    if heads:
        nation = nation or adjective_before(number.start, sentence)
    before = _head_before(number, sentence)
    named = bool(heads) or before is not None or nation is not None
    if number.year and not (named and (sentence.stretch > 1 or is_headed(number, sentence))):
        return None
    start = before.start if before is not None else number.start
    near = beside(number, sentence)
    ranks = before is None and bool(heads) and all(mark.key == "parts" for mark in heads)
    rank = ranks and not is_added(number, sentence)
    return Group(
        number.value,
        start,
        end if named else number.end,
        category=kind_of(heads, before, number, sentence),
        nation=nation,
        own=own
        or any(
            start - 3 <= mark.start < end and not is_of_nation(mark, sentence) for mark in sentence.of("role", "own")
        ),
        each="each" in near,
        part=rank or is_part(number, end if named else number.end, sentence),
        total="total" in near,
        both="both" in near,
        out_of=out_of.value if out_of is not None else None,
        rank=rank,
        named=named,
        qualifier=_qualifier(number, sentence),
    )


def _is_alone(number: Number, sentence: Sentence) -> bool:
    """Whether no word for people, a nation, a part or a body stands behind a number."""
    behind = sentence.starting(number.end)
    return not any(mark.group in {"people", "party", "single"} or mark.key in _OF_ONE for mark in behind)


_OF_ONE = frozenset({"of", "part", "part_of", "own"})


def _head_before(number: Number, sentence: Sentence) -> Mark | None:
    """Bodies or remains of N: a head noun just before the number."""
    for mark in sentence.of("people", "bodies"):
        gap = number.start - mark.end
        # "26 bodies and Moscow 1,000", not "of 28 bodies four", nor where the number is a noun: جنديين وجثث خمسة
        own = any(
            mark.start - 1 <= each.end <= mark.start and not sentence.ending(each.end, "people")
            for each in sentence.numbers
        )
        own = own and not any(each.start == mark.start for each in sentence.of("count", "part_of"))
        if 0 <= gap <= 3 and not own and not any(sentence.word(at) in BREAKS for at in range(mark.end, number.start)):
            ends = (*(m for kind in VERBS for m in sentence.of(kind)), *sentence.of("count", "for"))
            # "… 1,212 bodies and received 27", "the bodies of four for 600 prisoners"
            if not any(mark.end <= m.start < number.start for m in ends):
                return mark
    return None


def _qualifier(number: Number, sentence: Sentence) -> Qualifier:
    for mark in sentence.of("count", "at_least", "at_most", "about"):
        if 0 <= number.start - mark.end <= 1 or (mark.key == "at_least" and mark.start == number.end):
            return Qualifier.EXACT if is_within(mark, sentence) else Qualifier(mark.key)
    return Qualifier.EXACT


def nobody(mark: Mark, sentence: Sentence) -> Group:
    """Nobody: "did not receive any of its own fallen soldiers"."""
    none = Number(0, mark.start, mark.end, word=True)
    heads, nation, own, end = phrase_behind(none, sentence) or Phrase([], None, False, mark.end)
    named = bool(heads) or mark.end - mark.start > 1  # a bare "nothing" is of what was told before
    kind = kind_of(heads, None, none, sentence)
    return Group(0, mark.start, end, category=kind, nation=nation, own=own, named=named)


def as_many(count: int, mark: Mark, sentence: Sentence) -> Group:
    """As many people again: "and the same number of prisoners went to Russia"."""
    number = Number(count, mark.start, mark.end, word=True)
    heads, nation, own, end = phrase_behind(number, sentence) or Phrase([], None, False, mark.end)
    category = kind_of(heads, None, number, sentence)
    return Group(count, mark.start, end, category=category, nation=nation, own=own, named=True, same=True)
