"""Groups of people in a sentence: how many, what they are, whose they are."""

from dataclasses import dataclass

from detectors.lexicon import Mark
from detectors.numbers import LARGEST_COUNT, Number
from detectors.reading import Sentence
from detectors.types import Category, Qualifier

# How many other words may stand between a number and the people it counts ("95 freshly released Ukrainian …").
_FILLERS = 4
_HEADS = {
    "bodies": Category.BODIES,
    "hostages": Category.HOSTAGES,
    "prisoners_of_war": Category.PRISONERS_OF_WAR,
    "soldiers": Category.PRISONERS_OF_WAR,
    "civilians": Category.CIVILIANS,
    "children": Category.CHILDREN,
    "prisoners": Category.PRISONERS,
}
_BREAKS = frozenset(",;:()[]—–«»“”\".。，、；：（）،؛|!?")
_VERBS = frozenset({"release", "receive", "return", "held_event", "said"})


@dataclass(frozen=True, slots=True)
class Group:
    """Some people at tokens start..end-1; `category` is None for people of no named kind, `nation` whose they are."""

    number: Number | None
    start: int
    end: int
    category: Category | None
    nation: str | None = None
    own: bool = False
    each: bool = False
    part: bool = False
    named: bool = False
    qualifier: Qualifier = Qualifier.EXACT
    pair: int | None = None

    @property
    def count(self) -> int | None:
        """How many, where a number says so."""
        return self.number.value if self.number is not None else None


def read_groups(sentence: Sentence) -> list[Group]:
    """Every counted group of the sentence, in order."""
    starts: dict[int, list[Mark]] = {}
    for mark in sentence.marks:
        starts.setdefault(mark.start, []).append(mark)
    groups = [_group(number, sentence, starts) for number in sentence.numbers if _may_count(number, sentence)]
    return _paired([group for group in groups if group is not None], sentence)


def _may_count(number: Number, sentence: Sentence) -> bool:
    if number.ordinal or not 0 <= number.value <= LARGEST_COUNT:
        return False
    before = sentence.word(number.start - 1)
    return before not in {"$", "€", "£", "¥", "№", "#"} and sentence.word(number.end) not in {"%", "$", "€"}


def _group(number: Number, sentence: Sentence, starts: dict[int, list[Mark]]) -> Group | None:
    """The people that a number counts; None where it counts something else."""
    heads: list[Mark] = []
    nation: str | None = None
    own, fillers, at, end = False, 0, number.end, number.end
    while at < sentence.end and fillers <= _FILLERS:
        word = sentence.word(at)
        here = starts.get(at, [])
        if word in _BREAKS or any(mark.group in _VERBS and not heads_follow(mark, sentence) for mark in here):
            break
        if any(number_.start == at for number_ in sentence.numbers):
            break
        step = 1
        for mark in here:
            if mark.group == "people":
                heads.append(mark)
                step = max(step, mark.end - mark.start)
                end = mark.end
            elif mark.group == "party" and mark.form == "national":
                nation = nation or mark.key
                step = max(step, mark.end - mark.start)
                end = max(end, mark.end)
            elif mark.group == "count" and mark.key == "unit" and not heads and nation is None:
                return None
            elif mark.group == "role" and mark.key == "own":
                own = True
        if heads and not any(mark.group in {"people", "party"} or mark.key in {"of", "own", "and"} for mark in here):
            break
        if not any(mark.group in {"people", "party"} for mark in here):
            fillers += 1
        at += step
    before = _head_before(number, sentence)
    category = _category(heads, before)
    start = before.start if before is not None else number.start
    if not heads and before is None and nation is None:
        end = number.end
    return Group(
        number=number,
        start=start,
        end=end,
        category=category,
        nation=nation,
        own=own or _own_before(start, sentence),
        each=_is_each(number, sentence),
        part=_is_part(number, heads, before, sentence),
        named=bool(heads) or before is not None or nation is not None,
        qualifier=_qualifier(number, sentence),
    )


def heads_follow(mark: Mark, sentence: Sentence) -> bool:
    """A participle inside the phrase ("24 freed hostages") does not end it."""
    return mark.form == "" and mark.end - mark.start == 1 and any(
        head.start == mark.end for head in sentence.of("people")
    )


def _head_before(number: Number, sentence: Sentence) -> Mark | None:
    """Bodies or remains of N: a head noun just before the number."""
    for mark in sentence.of("people", "bodies"):
        gap = number.start - mark.end
        if 0 <= gap <= 3 and not any(sentence.word(at) in _BREAKS for at in range(mark.end, number.start)):
            return mark
    return None


def _category(heads: list[Mark], before: Mark | None) -> Category | None:
    keys = [mark.key for mark in heads]
    if before is not None or "bodies" in keys:
        return Category.BODIES
    found = {_HEADS[key] for key in keys if key in _HEADS}
    if {Category.CIVILIANS} < found and found & {Category.PRISONERS_OF_WAR, Category.PRISONERS}:
        return Category.MIXED
    return next((category for category in _HEADS.values() if category in found), None)


def _own_before(start: int, sentence: Sentence) -> bool:
    return any(start - 3 <= mark.start < start for mark in sentence.of("role", "own"))


def _is_each(number: Number, sentence: Sentence) -> bool:
    low, high = sentence.clause(number.start)
    return any(
        low <= mark.start < high and -8 <= mark.start - number.end <= 9 for mark in sentence.of("count", "each")
    )


def _is_part(number: Number, heads: list[Mark], before: Mark | None, sentence: Sentence) -> bool:
    """Whether the number counts only a part of a group named elsewhere."""
    if before is None and heads and all(mark.key == "parts" for mark in heads):
        return True
    low, high = sentence.clause(number.start, hard=True)
    low_soft, high_soft = sentence.clause(number.start)
    for mark in sentence.of("count", "part"):
        if low_soft <= mark.start < number.start and number.start - mark.end <= 6:
            return True
        if low <= mark.start and 0 <= mark.start - number.end <= 2 and mark.start < high_soft:
            return True
    return False


def _qualifier(number: Number, sentence: Sentence) -> Qualifier:
    for mark in sentence.of("count", "at_least", "at_most", "about"):
        if 0 <= number.start - mark.end <= 1 or (mark.key == "at_least" and mark.start == number.end):
            return Qualifier(mark.key)
    return Qualifier.EXACT


def _paired(groups: list[Group], sentence: Sentence) -> list[Group]:
    """Groups with N-for-N partners tied to each other by index."""
    from dataclasses import replace

    out = list(groups)
    for i in range(len(out) - 1):
        left, right = out[i], out[i + 1]
        between = range(left.end, right.start)
        joined = any(
            mark.start in between and right.start - mark.end <= 2 and mark.start - left.end <= 8
            for mark in sentence.of("count", "for")
        )
        stopped = any(sentence.word(at) in {";", "(", ")", "."} for at in between)
        if joined and not stopped and right.start - left.end <= 12:
            out[i], out[i + 1] = replace(left, pair=i + 1), replace(right, pair=i)
    return out
