"""Which parties a sentence names, each with its part in it."""

from dataclasses import dataclass, replace

from detectors.language import LEADER
from detectors.lexicon import Mark
from detectors.parts import Part, part_of
from detectors.reading import Sentence


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
    named = [mark for mark in sentence.of("party") if not _names_a_deal(mark, sentence)]
    return joined(list(dict.fromkeys(actor_of(mark, sentence) for mark in named)), sentence)


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
    """In "by Ukraine and Russia" the second shares the first one's part."""
    out: list[Actor] = []
    for actor in actors:
        if out and actor.part is Part.BARE and out[-1].part in _SHARED and 0 <= actor.start - out[-1].end <= 1:
            between = sentence.word(out[-1].end) if actor.start > out[-1].end else ""
            subject = any(0 <= m.start - actor.end <= 1 for m in sentence.moving)
            listed = between == "," or (between.isalpha() and len(between) <= 3) or not between
            if listed and (out[-1].part is Part.HOLDER or not subject):  # "held by Russia and Belarus are home"
                out.append(replace(actor, part=out[-1].part))
                continue
        out.append(actor)
    return out


_SHARED = frozenset({Part.TO, Part.FROM, Part.BY, Part.HOLDER, Part.BETWEEN, Part.PLACE})
