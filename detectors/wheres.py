"""Where people are told to go, where they were taken, and at whose border they are handed over."""

from detectors.lexicon import Mark
from detectors.people import ends_a_verb
from detectors.reading import Sentence
from detectors.runs import is_hyphen
from detectors.text import ARTICLES


def leads(joint: Mark, sentence: Sentence) -> bool:
    """Whether a word for an exchange tells where people go: "bound for Sanaa", "31 for Ukraine and 15 for Russia"."""
    returned = any(verb.key != "noun" and verb.group == "return" for verb in sentence.ending(joint.start))
    if returned or ends_a_verb(joint, sentence):  # "s'envolaient pour Moscou"
        return True
    left = [land.start for land in sentence.ending(joint.start, "party") if land.form == "name"]
    if any(role.key == "from" for at in left for role in sentence.ending(at, "role")):  # "left Vienna for Moscow"
        return True
    bare = [number for number in sentence.numbers if not number.ordinal and not number.year]
    counted = [number for number in bare if sentence.starting(number.end, "count") and _is_for(number.end, sentence)]
    return len(counted) > 1 and any(number.end == joint.start for number in counted)


def _is_for(at: int, sentence: Sentence) -> bool:
    """Whether a word for an exchange at a token stands before a party's name."""
    ends = {mark.end for mark in sentence.starting(at, "count") if mark.key == "for"}
    ends |= {end + 1 for end in ends if sentence.word(end) in ARTICLES}
    return any(mark.form == "name" for end in ends for mark in sentence.starting(end, "party"))


def is_taken_at(place: Mark, sentence: Sentence) -> bool:
    """Whether "in" tells where people were taken: "detained on a visit in Chad"."""
    owned = {party.end for party in sentence.of("party")}  # "from Russian custody in Ukraine"
    held = [mark for mark in sentence.of("held", "taken", "captivity") if mark.start not in owned]
    cues = [mark for mark in held if 0 <= place.start - mark.end <= _TAKEN_REACH]
    last = max((mark.end for mark in cues), default=place.start)
    return bool(cues) and not any(last <= mark.start < place.start for mark in sentence.moving)


_TAKEN_REACH = 3


def is_taken_behind(at: int, sentence: Sentence) -> bool:
    """Whether the participle follows the place: "the in Germany convicted …", as German and Russian say it."""
    return any(
        held.key in {"taken", "captivity"} or (held.key == "by" and not sentence.starting(held.end, "party"))
        for held in sentence.starting(at, "held")
    )


def is_taken_to(place: Mark, sentence: Sentence) -> bool:
    """Whether "to" tells where people were taken before they came home: "the children deported to Russia are back".

    Prisoners who are deported are let go by that, as people are to their own state.
    """
    taken = _taken_there(place, sentence)
    if taken is None or not any(verb.end <= taken.start or taken.end <= verb.start for verb in sentence.moving):
        return False
    if is_news_itself(taken, sentence):
        return False
    people = [
        *(each for each in sentence.of("people") if each.key in _DEPORTED),
        *(each for each in sentence.of("party") if each.form == "national"),
    ]
    near = [each for each in people if -_TAKEN_REACH <= taken.start - each.end <= _WHOM * sentence.stretch]
    who = max(near, key=lambda each: each.start, default=None)
    if who is None or any(each.key == place.key for each in near):
        return False
    return not any(who.end <= verb.start < verb.end <= taken.start for verb in sentence.moving)


def is_news_itself(taken: Mark, sentence: Sentence) -> bool:
    """Whether the word is its clause's own verb of bringing people home: "114 wywieziono na Ukrainę, dziewięć …"."""
    low, high = sentence.clause(taken.start)
    own = [verb for verb in sentence.moving if low <= verb.start < high]
    relative = any(low <= head.start < taken.start for head in sentence.of("role", "relative"))
    return len(own) == 1 and own[0].start <= taken.start < own[0].end and not relative


def deports(subject: Mark, sentence: Sentence) -> bool:
    """Whether a name is only of who had people taken elsewhere: "men whom the US had deported to El Salvador"."""
    people = [each.start for each in sentence.of("people")]  # "Qatar says four children deported to Russia are back"
    reach = _WHOM if sentence.language.verb_last else _TAKEN_REACH
    near = [cue for cue in sentence.of("held", "taken") if 0 <= cue.start - subject.end <= reach]
    verbs = [cue for cue in near if not any(subject.end <= at < cue.start for at in people)]
    goals = (each for each in sentence.of("party") if each.start >= subject.end and each.key != subject.key)
    return bool(verbs) and any(_taken_there(goal, sentence) in verbs and is_taken_to(goal, sentence) for goal in goals)


def _taken_there(place: Mark, sentence: Sentence) -> Mark | None:
    """The word for taking people that a place is told with: "deported to Russia", "nach Russland verschleppt"."""
    ends = {place.end, *(after.end for after in sentence.starting(place.end, "role"))}
    others = {each.start for each in (*sentence.moving, *sentence.of("people"))}
    for taken in sentence.of("held", "taken"):
        ahead = 0 <= place.start - taken.end < _TAKEN_REACH and others.isdisjoint(range(taken.end, place.start))
        if ahead or (sentence.language.verb_last and taken.start in ends):
            return taken
    return None


def is_at_border(mark: Mark, sentence: Sentence) -> bool:
    """Whether a party is only told with its border: "at the Polish border", "on the frontier with Poland".

    Not where people cross it, which tells where they go or come from.
    """
    for border in sentence.of("other", "border"):
        crossed = any(verb.start <= border.start < verb.end + _TAKEN_REACH for verb in sentence.of("return"))
        guards = sentence.starting(border.start, "people", "single")
        if not (crossed or guards) and (_is_its(border, mark, sentence) or _is_with(border, mark, sentence)):
            return True
    return False


def _is_its(border: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether a border is told with the name or adjective beside it: "Polish border", "Finnish-Russian border"."""
    after = mark.end
    if is_hyphen(after, sentence):
        after = max((other.end for other in sentence.starting(after + 1, "party")), default=after)
    if mark.form == "national":
        return border.start == after or border.end == mark.start
    owned = after + 2 if sentence.word(after) == "'" else after
    ahead = sentence.language.owner_ahead or owned > after or sentence.stretch > 1
    return mark.form == "name" and ahead and border.start == owned


def _is_with(border: Mark, mark: Mark, sentence: Sentence) -> bool:
    """Whether a name stands behind a border and the word that joins them: "frontière avec la Pologne"."""
    between = range(border.end, mark.start)
    if mark.form == "national" or not border.end <= mark.start <= border.end + _JOINED:
        return False
    joints = {at for role in sentence.of("role", *_BORDERS_ON) for at in range(role.start, role.end)}
    if not between:
        return sentence.language.owner_behind or sentence.language.inflected
    return all(at in joints or sentence.word(at) in ARTICLES for at in between)


# What joins a border to the state that lies behind it, an article with it.
_BORDERS_ON = ("between", "of", "to", "from", "at")
_JOINED = 2

# Whom a state takes elsewhere, and how far behind them: ", die die USA nach El Salvador abgeschoben".
_DEPORTED = frozenset({"children", "civilians", "persons"})
_WHOM = 8


def is_visited(mark: Mark, sentence: Sentence) -> bool:
    """Whether a form that tells where somebody goes only tells what was visited: "visite à Moscou", "визит в Москву".

    Words that say so end in the preposition that the form begins with, or that stands before it.
    """
    return any(
        at.end - at.start > 1 and at.start < mark.start and mark.start <= at.end <= mark.start + 1
        for at in sentence.of("role", "at")
    )
