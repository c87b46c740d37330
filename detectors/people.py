"""So many people: what a group of people in a sentence is, and the words that bound it."""

from collections.abc import Iterator
from dataclasses import field
from itertools import compress
from operator import attrgetter

from detectors.lexicon import Mark
from detectors.parties import is_group
from detectors.reading import Sentence
from detectors.records import dataclass
from detectors.text import DASHES
from detectors.types import Category, Qualifier

# What the words for people make of a group, bodies before all else, since "the bodies of soldiers" are bodies.
KINDS = {
    "bodies": Category.BODIES,
    "hostages": Category.HOSTAGES,
    "prisoners_of_war": Category.PRISONERS_OF_WAR,
    "soldiers": Category.PRISONERS_OF_WAR,
    "civilians": Category.CIVILIANS,
    "children": Category.CHILDREN,
    "prisoners": Category.PRISONERS,
}
# The words that by themselves tell that a side holds people, those living and all, and those for people of a war.
CAPTIVES = ("prisoners_of_war", "prisoners", "hostages")
HELD = (*CAPTIVES, "bodies")
ARMED = ("prisoners_of_war", "soldiers")
# What a phrase does not go beyond.
BREAKS = frozenset(',;:()[]—–«»“”".。，、；：（）،؛|!?')


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
    summed: bool = False  # all of those told in one breath: 45 of "42 men and three women"
    both: bool = False  # a total that its own words say to be of both sides
    out_of: int | None = None  # "one of the last four"
    qualifier: Qualifier = Qualifier.EXACT
    pair: int | None = None  # the index of the group given in exchange for this one
    price: bool = False  # behind "in exchange for": it goes the other way than the verb says
    dead: bool = field(init=False, compare=False, repr=False)  # whether it counts bodies

    def __post_init__(self) -> None:
        """Know what most rules ask of it."""
        object.__setattr__(self, "dead", self.category is Category.BODIES)

    @property
    def flags(self) -> Iterator[str]:
        """What of it is a signal by itself, both of its figure and of what is claimed of it."""
        return compress(_FLAGS, _values(self))


_FLAGS = ("part", "rank", "single", "each", "total", "summed", "own", "named", "name", "same", "both")
_values = attrgetter(*_FLAGS)


def is_one(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word for a nation counts one person: by its article ("a Dane") or its own ending (американца)."""
    if mark.form != "national":
        return False
    known = {each.start for each in sentence.marks if (each.group, each.key) != ("count", "more")}
    gap = 0 if mark.start - 1 in known else 1  # "a young Dane", "a further Dane"
    article = any(0 <= mark.start - one.end <= gap for one in sentence.of("count", "article"))
    return article or (
        sentence.word(mark.end - 1).endswith(sentence.language.one_endings) and _is_one_word(mark, sentence)
    )


def _is_one_word(mark: Mark, sentence: Sentence) -> bool:
    """Whether nothing parts its tokens: "US-Amerikanerin"."""
    begins, ends = sentence.tokens.begins, sentence.tokens.ends
    return all(ends[at] == begins[at + 1] for at in range(mark.start, mark.end - 1))


def adjective_before(at: int, sentence: Sentence) -> str | None:
    """The nation whose adjective stands before a number and what it counts: Turkish "Kolombiyalı 18 askeri"."""
    endings = sentence.language.adjective_endings
    if not endings or not any(number.start == at and not number.year for number in sentence.numbers):
        return None
    nations = (mark.key for mark in sentence.ending(at, "party") if mark.form == "national")
    return next(nations, None) if sentence.word(at - 1).endswith(endings) else None


def is_of_nation(own: Mark, sentence: Sentence) -> bool:
    """Whether the ending for "its" is that of a noun behind a name: Turkish "537 Sudan askerini", soldiers of Sudan."""
    names = (mark for mark in sentence.ending(own.start, "party") if mark.form == "name")
    return bool(sentence.starting(own.start, "people")) and any(is_counted(name, sentence) for name in names)


def is_counted(party: Mark, sentence: Sentence) -> bool:
    """Whether a number stands right before the party's name, so that it is of its people: "75 Ukraynalı esaretten".

    So it does with the preposition that a number takes: "30 de ucraineni", "une centaine de Russes". Where names own
    what follows them, it may as well be of what is theirs: "two Russian prisons".
    """
    before = sentence.ending(party.start, "role")
    ends = {party.start, *(mark.start for mark in before if mark.key in {"of", "by"})}
    # "handed over two-soldiers and-Yerevan 32"
    joined = sentence.language.owner_behind and any(mark.key == "and" for mark in before)
    return not (joined or sentence.language.owner_ahead) and any(number.end in ends for number in sentence.numbers)


def counts_fighters(mark: Mark, sentence: Sentence) -> bool:
    """Whether a number stands right before an armed group's name, which tells whose people they are: "25 rebels"."""
    if not is_group(mark.key) or sentence.stretch > 1:
        return False
    numbers = (number for number in sentence.numbers if number.end == mark.start)
    return any(number.value > 1 and not (number.ordinal or number.year) for number in numbers)


def tells_where(mark: Mark, sentence: Sentence) -> bool:
    """Whether a state's name stands in the case that tells where something happens: "Rusijoje", "Moszkvában"."""
    return mark.form == "name" and sentence.word(mark.end - 1).endswith(sentence.language.place_endings)


def tells_whose(mark: Mark, sentence: Sentence) -> bool:
    """Whether a state's name stands in the case that tells whose the people before it are: "obywateli Polski"."""
    return mark.form == "name" and sentence.word(mark.end - 1).endswith(sentence.language.genitive_endings)


def are_from_there(before: Mark, sentence: Sentence) -> bool:
    """Whether "from" tells whose people were freed, who are no captives by their noun: "fishermen from India were".

    So it does with the others of a list: "47 fishermen from India and 38 from Bangladesh were released".
    """
    counted = {number.end for number in sentence.numbers}
    if before.start not in counted:
        return _are_people_from(before, sentence)
    froms = (role for role in sentence.of("role", "from") if role.start < before.start and role.start not in counted)
    first = next(froms, None)  # the list begins with it; to ask each would take the square of a long one
    return first is not None and _are_people_from(first, sentence)


def _are_people_from(before: Mark, sentence: Sentence) -> bool:
    """Whether people who are no captives by their noun stand before "from", and who freed them behind it."""
    people = [mark for mark in sentence.ending(before.start, "people", "single") if mark.start < before.start]
    if not people or any(mark.key in HELD for mark in people):
        return False
    low, _ = sentence.clause(before.start)
    verbs = [verb.start for verb in sentence.moving if verb.key != "noun"]
    return not any(low <= at < before.start for at in verbs) and any(before.end <= at for at in verbs)


def owns_ahead(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name stands as an adjective before people: "US citizens", "UK hostage", "Ukraine soldiers"."""
    if not sentence.language.owner_ahead or mark.form != "name":
        return False
    behind = sentence.starting(mark.end, "people", "single", "swap")
    if len(sentence.word(mark.start)) <= _ABBREVIATED and is_of_trade(mark.end, sentence):
        return True
    heads = {each.key for each in behind if each.group != "swap"}
    if not heads or any(each.group == "swap" and each.key in {"noun", "headline"} for each in behind):
        return False
    return heads.isdisjoint(HELD) or len(sentence.word(mark.start)) <= _ABBREVIATED


def is_of_trade(at: int, sentence: Sentence) -> bool:
    """Whether one word that says nothing else stands before a word for one person: "cancer researcher"."""
    if not sentence.language.owner_ahead or not sentence.word(at).isalpha():
        return False
    known = any(mark.start <= at < mark.end for mark in sentence.marks)
    return not known and any(mark.key == "person" for mark in sentence.starting(at + 1, "single"))


# "Hamas hostages" and "Israel prisoners" may be theirs or held by them; an abbreviation is an adjective.
_ABBREVIATED = 3


_LIVING = frozenset({Category.PRISONERS_OF_WAR, Category.PRISONERS, Category.MIXED, None})


def family(category: Category | None) -> Category | None:
    """What may not be confused: the living, children, civilians, hostages, bodies."""
    return Category.PRISONERS if category in _LIVING else category


def ends_a_verb(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word for an exchange is the last of a verb that tells where people go: "bound for", "set off for"."""
    return any(verb.start < mark.start and verb.end == mark.end for verb in sentence.of("return"))


def is_paid_for(group: Group, sentence: Sentence) -> bool:
    """Whether a word for an exchange stands right behind the group, which others were given for.

    So it is in languages where such words stand behind their noun: "293 kişiye karşılık 176 kişi", "दो के बदले तीन".
    """
    behind = [mark for mark in sentence.of("count", "for") if 0 <= mark.start - group.end <= 1]
    told = any(sentence.word(mark.start) not in DASHES for mark in behind)
    return bool(behind) and (group.pair is not None or (told and (group.named or group.single)))
