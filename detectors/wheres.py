"""Where people are told to go, and where they were taken."""

from detectors.lexicon import Mark
from detectors.people import ends_a_verb
from detectors.reading import Sentence
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
