"""Which parties a sentence names, each with its part in it."""

from collections.abc import Sequence
from dataclasses import replace

from detectors.datelines import end_of_dateline
from detectors.language import LEADER
from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.parts import part_of
from detectors.reading import COMMAS, Sentence
from detectors.records import dataclass
from detectors.roles import Part
from detectors.text import ARTICLES
from detectors.wheres import is_taken_behind


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of a party at tokens start..end-1."""

    party: str
    part: Part
    start: int
    end: int
    leader: str | None = None  # the person named, where it is one


def read_actors(sentence: Sentence) -> list[Actor]:
    """Every party mention of the sentence with its part, in order."""
    named = sentence.of("party")
    if named and sentence.has("city"):
        named = [mark for mark in named if not _names_a_deal(mark, sentence)]
    if not named:
        return []
    actors = joined(_once([*dict.fromkeys(actor_of(mark, sentence) for mark in named)], sentence), sentence)
    actors = listed(actors, sentence)
    end = end_of_dateline(sentence)
    return [replace(each, part=Part.PLACE) if each.end <= end else each for each in actors]


def _once(actors: list[Actor], sentence: Sentence) -> list[Actor]:
    """The mentions; a word that names a side and its people alike ("Houthis") does so beside words for people alone."""
    if len({(each.party, each.start) for each in actors}) == len(actors):
        return actors
    nations = {(each.party, each.start) for each in actors if each.part is Part.NATION}
    sides = {(each.party, each.start) for each in actors if each.part is not Part.NATION}
    people = {at for mark in sentence.of("people") for at in (mark.start, mark.end)}
    counted = {number.end for number in sentence.numbers}

    def stays(each: Actor) -> bool:
        if (each.party, each.start) not in nations & sides:
            return True
        return (each.part is Part.NATION) == (not people.isdisjoint({each.start, each.end}) or each.start in counted)

    return [each for each in actors if stays(each)]


def actor_of(mark: Mark, sentence: Sentence) -> Actor:
    """The mention that a mark of a party's name is, with its part."""
    leader = mark.form.removeprefix(LEADER) if LEADER in mark.form else None
    return Actor(mark.key, part_of(mark, sentence), mark.start, mark.end, leader)


def _names_a_deal(mark: Mark, sentence: Sentence) -> bool:
    """Whether a city only names an agreement ("the Istanbul agreements", "the second Astana swap")."""
    if not sentence.starting(mark.start, "city"):
        return False
    counted = bool(sentence.ending(mark.start, "ordinal"))
    return any(-4 <= deal.start - mark.end <= 2 for deal in sentence.of("mode", "deal", "talk")) or (
        counted and any(swap.start == mark.end for swap in sentence.of("swap", "noun"))
    )


def joined(actors: list[Actor], sentence: Sentence) -> list[Actor]:
    """In "by Ukraine and Russia" the second shares the first one's part, the first the second's before "arasında"."""
    out: list[Actor] = []
    for actor in actors:
        if out and actor.part is Part.BETWEEN and actor.start - out[-1].end <= _AND and _is_between(actor, sentence):
            out[-1] = replace(out[-1], part=Part.BETWEEN)
        if out and actor.part is Part.BARE and out[-1].part in _SHARED and 0 <= actor.start - out[-1].end <= 1:
            between = sentence.word(out[-1].end) if actor.start > out[-1].end else ""
            subject = any(0 <= m.start - _last_of(actor, actors, sentence).end <= 1 for m in sentence.moving)
            # "wspierani przez Iran": whoever only backs them hands nothing on to the next name
            backs = any(mark.key == "linked" for mark in sentence.ending(out[-1].start, "role"))
            swapped = any(mark.key == "for" for mark in sentence.starting(out[-1].end, "count"))  # "left Vienna for"
            in_list = between == "," or (between.isalpha() and len(between) <= 3 and not swapped) or not between
            # "held by Russia and Belarus are home"
            if in_list and not backs and (out[-1].part is Part.HOLDER or not subject):
                out.append(replace(actor, part=out[-1].part))
                continue
        out.append(actor)
    return out


def listed(actors: list[Actor], sentence: Sentence) -> list[Actor]:
    """In "held in Germany, the US and Poland" all share the first one's part, whatever their case looks like.

    So they do where "in" is told again with each. Not where the last is the subject of a verb: "In Abu Dhabi, Russia
    and Ukraine exchanged".
    """
    out: list[Actor] = []
    for run in _runs(actors, sentence):
        head, *others = run
        part = _shared_of(run, sentence) if others else None
        acts = any(0 <= verb.start - run[-1].end <= 1 for kind in _ACTS for verb in sentence.of(kind))
        if part is None:
            out += run
            continue
        for actor in others:
            cased = actor.part is Part.TO and head.part is not Part.FROM  # no preposition stands before it
            told = actor.part is Part.PLACE and part in _JAILS  # "held in Germany, in Poland"
            bare = len(run) >= _LIST and actor.part is Part.BARE and (part in _JAILS or not acts)
            if cased or told or bare:
                run[run.index(actor)] = replace(actor, part=part)
        if part is Part.HELD_IN:
            run[0] = replace(head, part=part)
        out += run
    return out


def _shared_of(run: Sequence[Actor], sentence: Sentence) -> Part | None:
    """The part that states of a list have in common, where its first one has one that a list may share."""
    if run[0].part is Part.PLACE and is_taken_behind(run[-1].end, sentence):
        return Part.HELD_IN  # "the in Germany and the US convicted"
    return run[0].part if run[0].part in _HEADS else None


def _runs(actors: Sequence[Actor], sentence: Sentence) -> list[list[Actor]]:
    """The mentions, those together between which nothing stands but commas, "and", "in" and articles."""
    runs: list[list[Actor]] = []
    for actor in actors:
        if runs and _goes_on(runs[-1][-1], actor, sentence):
            runs[-1].append(actor)
        else:
            runs.append([actor])
    return runs


def _goes_on(last: Actor, actor: Actor, sentence: Sentence) -> bool:
    """Whether a mention is the next of a list that the last one is of."""
    between = range(last.end, actor.start)
    if not 0 < len(between) <= _APART:
        return False
    again = sentence.of("role", "at") if last.part in _HEADS else ()  # not "Russians, who in Poland …"
    at_again = {mark.start for mark in again if mark.end in (actor.start, actor.start - 1)}
    apart = [at for at in between if sentence.word(at) not in ARTICLES and at not in at_again]
    joints = {at for role in sentence.of("role", "and") for at in range(role.start, role.end)}
    return bool(apart) and all(at in joints or sentence.word(at) in COMMAS for at in apart)


def _last_of(actor: Actor, actors: Sequence[Actor], sentence: Sentence) -> Actor:
    """The last of the mentions that a list goes on with from this one, no preposition before them."""
    behind = [each for each in actors if each.start >= actor.end and each.part in {Part.BARE, Part.BETWEEN}]
    for each in behind:
        if _goes_on(actor, each, sentence):
            actor = each
    return actor


# A list whose names have no case goes on as it began where it is of so many; so few tokens part two of a list.
_LIST, _APART = 3, 4
_HEADS = frozenset({Part.HOLDER, Part.HELD_IN, Part.PLACE, Part.FROM})
_JAILS = frozenset({Part.HOLDER, Part.HELD_IN})
_ACTS = (*MOVES, "said")


def _is_between(actor: Actor, sentence: Sentence) -> bool:
    """Whether what stands behind a name says so: "Rusya ve Ukrayna arasında", "ロシアとウクライナの間で"."""
    return any(after.key == "between_after" for after in sentence.starting(actor.end, "role"))


# "and", or "and" with the sign of a case.
_AND = 2
_SHARED = frozenset({Part.TO, Part.FROM, Part.BY, Part.HOLDER, Part.BETWEEN, Part.PLACE})
