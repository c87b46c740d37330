"""States that a sentence only names with the armed group of their land: "Yemen's Houthis", "le Hezbollah libanais"."""

from collections.abc import Sequence
from dataclasses import replace

from detectors.actors import Actor
from detectors.meant import MOVES
from detectors.parties import camp, is_group, is_rebel_of
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.text import ARTICLES


def placed(actors: Sequence[Actor], sentence: Sentence) -> list[Actor]:
    """The mentions, such states as the land of the group beside them, which gives and gets nobody.

    Whoever is only told to stand behind an armed group is none.
    """
    if not any(map(is_group, [actor.party for actor in actors])):
        return list(actors)
    return [_placed(actor, actors, sentence) for actor in actors if not _is_behind(actor, actors, sentence)]


def _placed(actor: Actor, actors: Sequence[Actor], sentence: Sentence) -> Actor:
    groups = [other for other in actors if is_rebel_of(other.party, actor.party)]
    named_with = any(_is_named_with(actor, group, sentence) for group in groups)
    return replace(actor, part=Part.HOME) if named_with else actor


def _is_behind(actor: Actor, actors: Sequence[Actor], sentence: Sentence) -> bool:
    """Whether it only tells who backs an armed group that is named: "Iran-backed Houthis"."""
    if not any(is_group(other.party) and camp(other.party) != camp(actor.party) for other in actors):
        return False
    at = actor.start - 1 if sentence.word(actor.start - 1) in ARTICLES else actor.start
    joined = [*sentence.ending(at, "role"), *sentence.starting(actor.end, "role")]
    # "Turkish-backed" stands behind who backs, "backed by" before him
    links = [mark for mark in joined if mark.key == "linked"]
    groups = {other.start for other in actors if is_group(other.party)}
    return any(
        (sentence.word(mark.start) == "-") == (mark.start == actor.end)
        or (mark.start == actor.end and mark.end - mark.start == 1 and mark.end in groups)  # "Irano remiami husiai"
        for mark in links
    )


def _is_named_with(state: Actor, group: Actor, sentence: Sentence) -> bool:
    """Whether a state's name or adjective only tells whose armed group is spoken of."""
    if group.end <= state.start:  # "the Houthis of Yemen", "le Hezbollah libanais"
        of = {mark.start for mark in sentence.of("role", "of", "from", "at")}
        between = range(group.end, state.start)
        joint = all(at in of or sentence.word(at) in ARTICLES for at in between) and len(between) <= _REACH
        return joint if between else state.part is Part.NATION
    if sentence.language.owner_behind:  # "the government Yemeni and-the-Houthis"
        return False
    if state.part is not Part.NATION and _is_goal(group, sentence):
        return False
    backed = _backed(sentence)
    ahead = [at for at in range(state.end, group.start) if at not in backed]
    owned = sentence.word(state.end) == "'"
    if not (owned or state.part is Part.NATION or not ahead) or len(ahead) > _REACH + 2 * owned:
        return False
    taken = {at for mark in sentence.marks if mark.group in _PARTING for at in range(mark.start, mark.end)}
    counted = any(0 <= state.start - number.end <= 1 for number in sentence.numbers)
    return not counted and not any(at in taken or sentence.word(at) in _CUTS for at in ahead)


def _is_goal(group: Actor, sentence: Sentence) -> bool:
    """Whether the group's seat stands with a preposition of its own behind a place: Portuguese "de Áden a Sanaa"."""
    names = sentence.starting(group.start, "party")
    return any(name.form == "to" and name.end == group.end > name.start + 1 for name in names)


def _backed(sentence: Sentence) -> set[int]:
    """The tokens that only tell who stands behind a group: "Iran-backed" in "Yemen's Iran-backed Houthis"."""
    out: set[int] = set()
    for mark in sentence.of("role", "linked"):
        if sentence.word(mark.start) == "-":
            starts = [backer.start for backer in sentence.ending(mark.start, "party")]
            out.update(range(min(starts, default=mark.start - 1), mark.end))
    return out


# So few words part a state's name from the armed group's: "Sudan's paramilitary RSF".
_REACH = 2
# What parts the two, so that the state does not only tell whose group it is.
_PARTING = frozenset({*MOVES, "said", "people", "role", "party", "held", "speaker"})
_CUTS = frozenset(",.;:()")
