"""Which parties a sentence names, each with its part in it."""

from dataclasses import replace

from detectors.datelines import end_of_dateline
from detectors.language import LEADER
from detectors.lexicon import Mark
from detectors.parts import part_of
from detectors.reading import Sentence
from detectors.records import dataclass
from detectors.roles import Part


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
    """Whether a city only names an agreement ("the Istanbul agreements")."""
    return bool(sentence.starting(mark.start, "city")) and any(
        -4 <= deal.start - mark.end <= 2 for deal in sentence.of("mode", "deal", "talk")
    )


def joined(actors: list[Actor], sentence: Sentence) -> list[Actor]:
    """In "by Ukraine and Russia" the second shares the first one's part, the first the second's before "arasında"."""
    out: list[Actor] = []
    for actor in actors:
        if out and actor.part is Part.BETWEEN and actor.start - out[-1].end <= _AND and _is_between(actor, sentence):
            out[-1] = replace(out[-1], part=Part.BETWEEN)
        if out and actor.part is Part.BARE and out[-1].part in _SHARED and 0 <= actor.start - out[-1].end <= 1:
            between = sentence.word(out[-1].end) if actor.start > out[-1].end else ""
            subject = any(0 <= m.start - actor.end <= 1 for m in sentence.moving)
            # "wspierani przez Iran": whoever only backs them hands nothing on to the next name
            backs = any(mark.key == "linked" for mark in sentence.ending(out[-1].start, "role"))
            swapped = any(mark.key == "for" for mark in sentence.starting(out[-1].end, "count"))  # "left Vienna for"
            listed = between == "," or (between.isalpha() and len(between) <= 3 and not swapped) or not between
            # "held by Russia and Belarus are home"
            if listed and not backs and (out[-1].part is Part.HOLDER or not subject):
                out.append(replace(actor, part=out[-1].part))
                continue
        out.append(actor)
    return out


def _is_between(actor: Actor, sentence: Sentence) -> bool:
    """Whether what stands behind a name says so: "Rusya ve Ukrayna arasında", "ロシアとウクライナの間で"."""
    return any(after.key == "between_after" for after in sentence.starting(actor.end, "role"))


# "and", or "and" with the sign of a case.
_AND = 2
_SHARED = frozenset({Part.TO, Part.FROM, Part.BY, Part.HOLDER, Part.BETWEEN, Part.PLACE})
