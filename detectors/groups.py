"""Groups of people in a sentence: how many, what they are, whose they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detectors.language import PRISON
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
_SIGNS = frozenset("$€£¥₽₴№#+")  # money, numbered things, "the 5+5 commission"
_BREAKS = frozenset(',;:()[]—–«»“”".。，、；：（）،؛|!?')
ARTICLES = frozenset({"the", "la", "le", "les", "der", "die", "das", "dem", "den", "el", "il", "lo", "os", "as", "o"})
_VERBS = frozenset({"release", "receive", "return", "held_event", "said"})
_MOVES = ("swap", "release", "receive", "return")


@dataclass(frozen=True, slots=True)
class Group:
    """`count` people at tokens start..end-1, of a `category` where one is named, and of a `nation`."""

    count: int
    start: int
    end: int
    category: Category | None = None
    nation: str | None = None
    own: bool = False  # "its", "our": they belong to the subject
    each: bool = False  # as many for every side
    part: bool = False  # counts only some of a group named elsewhere
    rank: bool = False  # officers, sergeants: parts that may be summed
    named: bool = False  # a word for people stands with the number
    single: bool = False  # no number: one person or body, by the noun alone
    name: bool = False  # no number: people told by their names
    same: bool = False  # "the same number": as many as the group told before, the other way
    total: bool = False  # "in all", "for both sides together"
    out_of: int | None = None  # "one of the last four"
    qualifier: Qualifier = Qualifier.EXACT
    pair: int | None = None  # the index of the group given in exchange for this one
    price: bool = False  # behind "in exchange for": it goes the other way than the verb says


def read_groups(sentence: Sentence, before: Group | None = None) -> list[Group]:
    """Every group of the sentence that a number or a singular noun counts, in order; `before`: the group told last."""
    starts: dict[int, list[Mark]] = {}
    for mark in sentence.marks:
        starts.setdefault(mark.start, []).append(mark)
    counted = [group for number in sentence.numbers if (group := _counted(number, sentence, starts)) is not None]
    counted += [_none(mark, sentence, starts) for mark in sentence.of("count", "none")]
    taken = {at for group in counted for at in range(group.start - 1, group.end + 1)}
    several = any(group.count > 1 and group.named for group in counted)
    single = [_single(mark, sentence, alone=not several) for mark in sentence.of("single") if mark.start not in taken]
    counted += list(_same(sentence, starts, counted, before))
    counted = _alike(counted, before)
    found = [*counted, *(group for group in single if group is not None), *_lone(sentence, taken)]
    if not any(group.count > 1 and group.named for group in counted):
        found += _names(sentence, {at for group in found for at in range(group.start, group.end)})
    groups = sorted(_even(found, sentence), key=lambda group: group.start)
    return [*(_priced(group, sentence) for group in _paired(groups, sentence)), *_summed(groups)]


def _priced(group: Group, sentence: Sentence) -> Group:
    """Whether the group is what the others were given for: the second of a pair, or behind "in exchange for" itself."""
    behind = any(
        0 <= group.start - mark.end <= sentence.stretch and (group.pair is not None or mark.end - mark.start > 1)
        for mark in sentence.of("count", "for")
    )
    return replace(group, price=True) if behind else group


def _lone(sentence: Sentence, taken: set[int]) -> Iterator[Group]:
    """One person by the nation alone, where a verb follows at once: "American freed in Syria"."""
    verbs = {m.start for kind in ("release", "return", "swap") for m in sentence.of(kind, "done")}
    verbs |= {m.start for m in sentence.of("held", "taken", "by")}
    for mark in sentence.of("party") if sentence.language.owner_ahead else ():
        word = sentence.word(mark.end - 1)
        if mark.form == "national" and mark.end in verbs and mark.start not in taken and not word.endswith(_MANY):
            yield Group(1, mark.start, mark.end, nation=mark.key, named=True, single=True)


# Names of nations that count several ("Americans") or may ("British", "Chinese").
_MANY = ("s", "sh", "ch", "ese")


# Names of people who are told of by name stand at the top of the news.
_NAMED_UNTIL = 3


def _names(sentence: Sentence, taken: set[int]) -> list[Group]:
    """People whom the news calls by name ("Griner for Bout"): capitalised words that nothing else is known of."""
    if sentence.order > _NAMED_UNTIL or sentence.shouted:
        return []
    known = {at for mark in sentence.marks if mark.group in _CAPITALISED for at in range(mark.start, mark.end)}
    words = [at for at in range(sentence.start, sentence.end) if at not in known | taken and sentence.is_capital(at)]
    runs: list[tuple[int, int]] = []
    for at in words:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    leaders = {at for mark in sentence.of("party") if mark.form not in _FORMS for at in (mark.start, mark.end)}
    places = {mark.end for mark in sentence.of("role", "at")}  # "killed in Mariupol"
    runs = [run for run in runs if not leaders.intersection(run) and run[0] not in places]
    people = (
        part
        for part in _enumerated(runs, sentence)
        if any(end - start > 1 or _stands_out((start, end), sentence) for start, end in part)
    )
    return [
        Group(
            len(part),
            part[0][0],
            part[-1][1],
            nation=_nation_beside(part[0][0], part[-1][1], sentence),
            named=True,
            single=True,
            name=True,
        )
        for part in people
    ]


def name_words(group: Group, sentence: Sentence) -> set[str]:
    """The words of a group of names, by which another sentence may tell of the same people."""
    return {sentence.word(at) for at in range(group.start, group.end) if len(sentence.word(at)) > _INITIAL}


_INITIAL = 2


def _enumerated(runs: list[tuple[int, int]], sentence: Sentence) -> list[list[tuple[int, int]]]:
    """The names in groups: "Floderus and Azizi" are two people who go the same way."""
    joints = {mark.start for mark in sentence.of("role", "and")}
    out: list[list[tuple[int, int]]] = []
    for run in runs:
        if out and run[0] - out[-1][-1][1] == 1 and out[-1][-1][1] in joints:
            out[-1].append(run)
        else:
            out.append([run])
    return out


def _stands_out(run: tuple[int, int], sentence: Sentence) -> bool:
    """Whether one capitalised word alone is a person's: in a headline, or beside a word for a nation."""
    return run[0] > sentence.start and (sentence.title or _nation_beside(*run, sentence) is not None)


_FORMS = frozenset({"name", "national", "to", "from", PRISON})
_CAPITALISED = frozenset(
    {"party", "city", "month", "weekday", "speaker", "people", "single", "held", "other", "number"}
)
# How far from a name a word for its nation may stand ("the Russian arms dealer Viktor Bout").
_NATION_REACH = 4


def _nation_beside(start: int, end: int, sentence: Sentence) -> str | None:
    near = [
        mark
        for mark in sentence.of("party")
        if ((mark.form == "national" and not _owns_else(mark, sentence)) or owns_ahead(mark, sentence))
        and (0 <= start - mark.end <= _NATION_REACH or 0 <= mark.start - end <= 2)
    ]
    return min(near, key=lambda mark: max(start - mark.end, mark.start - end)).key if near else None


def _owns_else(mark: Mark, sentence: Sentence) -> bool:
    """Whether an adjective tells of prisons or organs, not of people: "Griner freed from Russian prison"."""
    return any(each.start == mark.end for group in ("held", "speaker") for each in sentence.of(group))


def _summed(groups: list[Group]) -> Iterator[Group]:
    """One group of all for neighbours that are told by rank ("six officers and 101 privates")."""
    run: list[Group] = []
    for group in [*groups, None]:
        rank = group is not None and group.rank and group.pair is None
        if group is not None and rank and (not run or group.start - run[-1].end <= _BESIDE):
            run.append(group)
            continue
        if len(run) > 1:
            yield replace(run[0], count=sum(each.count for each in run), end=run[-1].end, part=False, total=True)
        run = [group] if group is not None and rank else []


# How many tokens may part neighbours of one enumeration.
_BESIDE = 6


def _same(
    sentence: Sentence, starts: dict[int, list[Mark]], counted: list[Group], before: Group | None
) -> Iterator[Group]:
    """As many as were told of last: "and the same number went to Russia"."""
    for mark in sentence.of("count", "same"):
        told = [group.count for group in counted if group.named and group.start < mark.start and not group.part]
        count = told[-1] if told else before.count if before is not None else 0
        if count:
            number = Number(count, mark.start, mark.end, word=True)
            heads, nation, own, end = _phrase(number, sentence, starts) or ([], None, False, mark.end)
            category = _category(heads, None, number)
            yield Group(count, mark.start, end, category=category, nation=nation, own=own, named=True, same=True)


def _even(groups: list[Group], sentence: Sentence) -> list[Group]:
    """Equal numbers joined by a dash ("300-300") are as many for each side; the second of them says no more."""
    twins = {
        (one.start, other.start): other
        for one in groups
        for other in groups
        if one.count == other.count > 1 and other.start - one.start == 2 and sentence.word(one.start + 1) in {"-", "–"}
    }
    firsts = {first for first, _ in twins}
    seconds = {second for _, second in twins}
    named = {first: other for (first, _), other in twins.items()}
    return [
        replace(
            group,
            each=True,
            end=named[group.start].end,
            named=named[group.start].named,
            category=named[group.start].category,
        )
        if group.start in firsts
        else group
        for group in groups
        if group.start not in seconds or group.start in firsts
    ]


def _alike(groups: list[Group], before: Group | None) -> list[Group]:
    """A number without a noun counts what was counted last ("… 1,000 bodies and received 35")."""
    out: list[Group] = []
    for group in sorted(groups, key=lambda each: each.start):
        if group.named and not group.part:
            before = group
        like = before is not None and not group.named
        out.append(replace(group, category=before.category) if like and before is not None else group)
    return out


def _none(mark: Mark, sentence: Sentence, starts: dict[int, list[Mark]]) -> Group:
    """Nobody: "did not receive any of its own fallen soldiers"."""
    nobody = Number(0, mark.start, mark.end, word=True)
    heads, nation, own, end = _phrase(nobody, sentence, starts) or ([], None, False, mark.end)
    return Group(0, mark.start, end, category=_category(heads, None, nobody), nation=nation, own=own, named=True)


def owns_ahead(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name stands as an adjective before people: "US citizens", "UK hostage", "Ukraine soldiers"."""
    if not sentence.language.owner_ahead or mark.form != "name":
        return False
    noun = any(move.start == mark.end and move.key in {"noun", "headline"} for move in sentence.of("swap"))
    people = [head.key for head in sentence.of("people") if head.start == mark.end]
    captives = _CAPTIVES.intersection(people) and len(sentence.word(mark.start)) > _ABBREVIATED
    single = any(head.start == mark.end for head in sentence.of("single"))
    return not noun and not captives and (bool(people) or single)


# "Hamas hostages" and "Israel prisoners" may be theirs or held by them; an abbreviation is an adjective.
_CAPTIVES = frozenset({"prisoners_of_war", "prisoners", "hostages", "bodies"})
_ABBREVIATED = 3


_DEALS = ("swap", "release", "receive", "return")  # "a Ukrainian prisoner exchange" is no prisoner


def _single(mark: Mark, sentence: Sentence, *, alone: bool) -> Group | None:
    """One body, one person whose nation stands beside the noun ("an Iranian diplomat"), or one alone who is freed."""
    body = mark.key == "body"
    captured = any(0 <= mark.start - held.end <= 0 for held in sentence.of("held", "taken"))
    nation = next(
        (
            p.key
            for p in sentence.of("party")
            if (p.form == "national" and p.start == mark.end)
            or (p.end == mark.start and (p.form == "national" or owns_ahead(p, sentence)))
        ),
        None,
    )
    imprisoned = any(p.form == PRISON and p.end == mark.start for p in sentence.of("party"))
    deal = any(move.start <= mark.start < move.end for kind in _DEALS for move in sentence.of(kind, "noun", "headline"))
    told = body or captured or imprisoned or nation is not None or (alone and _is_moved(mark, sentence))
    if deal or not told:
        return None
    category = Category.BODIES if body else None
    return Group(1, mark.start, mark.end, category=category, nation=nation, named=True, single=True)


def _is_moved(mark: Mark, sentence: Sentence) -> bool:
    """Whether somebody whose nation nobody names is freed at the top of the news ("Hamas releases soldier")."""
    if sentence.order > 1:
        return False
    reach = _MOVED * sentence.stretch
    moves = (move for kind in _MOVES for move in sentence.of(kind))
    return any(0 <= max(mark.start - move.end, move.start - mark.end) <= reach for move in moves)


# How far from the verb that frees somebody the word for that person may stand.
_MOVED = 5


def _counted(number: Number, sentence: Sentence, starts: dict[int, list[Mark]]) -> Group | None:
    """The people that a number counts; None where it counts something else."""
    if number.ordinal or not 0 <= number.value <= LARGEST_COUNT:
        return None
    if sentence.word(number.start - 1) in _SIGNS or sentence.word(number.end) == "+":
        return None
    out_of = _population(number, sentence)
    phrase = _phrase(number if out_of is None else out_of, sentence, starts)
    if phrase is None or any(_population(other, sentence) is number for other in sentence.numbers):
        return None
    heads, nation, own, end = phrase
    if sentence.stretch > 1:  # "捕虜185人": where every sign is a token the noun may stand before the number
        heads = [*heads, *(mark for mark in sentence.of("people") if 0 <= number.start - mark.end <= 1)]
        nation = nation or next((m.key for m in sentence.of("party") if m.end == number.start), None)
    before = _head_before(number, sentence)
    named = bool(heads) or before is not None or nation is not None
    if number.year and not named:
        return None
    start = before.start if before is not None else number.start
    rank = before is None and bool(heads) and all(mark.key == "parts" for mark in heads)
    return Group(
        number.value,
        start,
        end if named else number.end,
        category=_category(heads, before, number),
        nation=nation,
        own=own or any(start - 3 <= mark.start < start for mark in sentence.of("role", "own")),
        each=_near(number, sentence, "each", 9),
        part=rank or _is_part(number, end if named else number.end, sentence),
        total=_near(number, sentence, "total", 5),
        out_of=out_of.value if out_of is not None else None,
        rank=rank,
        named=named,
        qualifier=_qualifier(number, sentence),
    )


def _population(number: Number, sentence: Sentence) -> Number | None:
    """The four in "one of the last four": the larger number that this one is taken from."""
    for mark in sentence.of("role", "of", "from"):
        if 0 <= mark.start - number.end <= 1:
            for other in sentence.numbers:
                between = range(mark.end, other.start)
                plain = not any(at in between for at in [*(p.start for p in sentence.of("party")), *_stops(sentence)])
                if 0 <= len(between) <= 3 and other.start >= mark.end and other.value > number.value and plain:
                    return other if not other.year else None
    return None


def _stops(sentence: Sentence) -> list[int]:
    return [at for at in range(sentence.start, sentence.end) if sentence.word(at) in _BREAKS]


def _phrase(
    number: Number, sentence: Sentence, starts: dict[int, list[Mark]]
) -> tuple[list[Mark], str | None, bool, int] | None:
    """(head nouns, nation, own, end) of the words behind a number; None where they are a unit of something else."""
    heads = [mark for mark in starts.get(number.end - 1, []) if mark.group == "people"]  # "двоих": two people
    nation: str | None = None
    own, fillers, at, end, after_of = False, 0, number.end, number.end, False
    while at < sentence.end and fillers <= _FILLERS * sentence.stretch:
        here = starts.get(at, [])
        if _phrase_ends(at, here, sentence):
            break
        step, noun = 1, False
        for mark in here:
            if mark.group == "people":
                heads.append(mark)
                noun, step, end = True, max(step, mark.end - mark.start), max(end, mark.end)
            elif mark.group == "party" and _holds(mark, starts):
                return heads, nation, own, end
            elif mark.group == "party" and (
                mark.form == "national" or _modifies(mark, starts) or (after_of and _belong(heads))
            ):
                nation = nation or mark.key
                noun, step, end = True, max(step, mark.end - mark.start), max(end, mark.end)
            elif mark.group == "count" and mark.key == "unit" and not heads and nation is None:
                return None
            elif mark.group == "role" and mark.key == "own":
                own = True
        joined = any(mark.key in {"of", "own", "and"} for mark in here)
        if heads and not noun and not joined and not (after_of and sentence.word(at) in ARTICLES):
            break
        after_of = any(mark.key == "of" for mark in here) or (after_of and not noun)
        fillers += not noun
        at += step
    return heads, nation, own, end


def _holds(mark: Mark, starts: dict[int, list[Mark]]) -> bool:
    """Whether the party is whose prison it is, not whose people: "52 inmates of Belarusian prisons"."""
    return any(after.group == "held" and after.key == "captivity" for after in starts.get(mark.end, []))


def _belong(heads: list[Mark]) -> bool:
    """Whether "of" names whose people they are ("fighters of the RSF"), not who holds them ("hostages of Hamas")."""
    return bool(heads) and not any(head.key in {"prisoners", "prisoners_of_war", "hostages"} for head in heads)


def _modifies(mark: Mark, starts: dict[int, list[Mark]]) -> bool:
    """A state's name used as an adjective: "ten US citizens"."""
    return any(after.group == "people" for after in starts.get(mark.end, []))


def _phrase_ends(at: int, here: list[Mark], sentence: Sentence) -> bool:
    if sentence.word(at) in _BREAKS or any(number.start == at for number in sentence.numbers):
        return True
    if any((mark.group, mark.key) in _PHRASE_ENDS for mark in here):
        return True
    # A participle inside the phrase ("24 freed hostages") does not end it.
    return any(
        mark.group in _VERBS and not any(head.start == mark.end for head in sentence.of("people")) for mark in here
    )


_PHRASE_ENDS = frozenset({("count", "for"), ("held", "by")})


def _head_before(number: Number, sentence: Sentence) -> Mark | None:
    """Bodies or remains of N: a head noun just before the number."""
    for mark in sentence.of("people", "bodies"):
        gap = number.start - mark.end
        if 0 <= gap <= 3 and not any(sentence.word(at) in _BREAKS for at in range(mark.end, number.start)):
            verbs = (m.start for kind in _VERBS for m in sentence.of(kind))
            if not any(mark.end <= at < number.start for at in verbs):  # "… 1,212 bodies and received 27"
                return mark
    return None


def _category(heads: list[Mark], before: Mark | None, number: Number) -> Category | None:
    keys = [mark.key for mark in heads if mark.start >= number.end or len(heads) == 1]
    if before is not None or "bodies" in keys:
        return Category.BODIES
    found = {_HEADS[key] for key in keys if key in _HEADS}
    if Category.CIVILIANS in found and found & {Category.PRISONERS_OF_WAR, Category.PRISONERS}:
        return Category.MIXED
    if Category.CHILDREN in found and "persons" in keys:  # "39 women and children"
        found.discard(Category.CHILDREN)
    return next((category for category in _HEADS.values() if category in found), None)


def _near(number: Number, sentence: Sentence, key: str, distance: int) -> bool:
    low, high = sentence.clause(number.start)
    return any(
        low <= mark.start < high and -distance <= mark.start - number.end <= distance
        for mark in sentence.of("count", key)
    )


def _is_part(number: Number, end: int, sentence: Sentence) -> bool:
    """Whether the number counts only a part of a group named elsewhere: "among them 7", "21 of those freed"."""
    low, high = sentence.clause(number.start)
    return (
        _near(number, sentence, "rate", 9)
        or any(low <= m.start < number.start and number.start - m.end <= 6 for m in sentence.of("count", "part"))
        or any(m.start < high and 0 <= m.start - end <= 5 for m in sentence.of("count", "part_of"))
        or any(m.start < high and 0 <= m.start - number.end <= 1 for m in sentence.of("count", "part_of"))
    )


def _qualifier(number: Number, sentence: Sentence) -> Qualifier:
    verbs = [move for kind in _MOVES for move in sentence.of(kind)]
    for mark in sentence.of("count", "at_least", "at_most", "about"):
        if any(move.start < mark.start < move.end for move in verbs):  # "handed over 90"
            continue
        if 0 <= number.start - mark.end <= 1 or (mark.key == "at_least" and mark.start == number.end):
            return Qualifier(mark.key)
    return Qualifier.EXACT


def _paired(groups: list[Group], sentence: Sentence) -> list[Group]:
    """The same groups, each tied to the one that it is exchanged for ("three for 369")."""
    out = list(groups)
    for i in range(len(out) - 1):
        left, right = out[i], out[i + 1]
        joined = any(
            left.end <= mark.start and mark.end <= right.start and right.start - mark.end <= 2
            for mark in sentence.of("count", "for")
        )
        stopped = any(sentence.word(at) in {";", "(", ")", "."} for at in range(left.end, right.start))
        if joined and not stopped and right.start - left.end <= 12 and left.pair is None:
            out[i], out[i + 1] = replace(left, pair=i + 1), replace(right, pair=i)
    return out
