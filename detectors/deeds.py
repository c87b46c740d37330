"""What else may set people free than whoever held them giving them up: their own army, a gang for money, a court."""

from collections.abc import Mapping, Sequence

from detectors.lexicon import Mark
from detectors.parties import NOBODY, camp, is_group
from detectors.reading import Sentence
from detectors.scope import is_of_capture
from detectors.sides import Reading
from detectors.status import Move
from detectors.tables import CRIMES


def deeds(early: Sequence[Reading], found: Mapping[str, float]) -> dict[str, float]:
    """Whose deed title and lead tell, beside that of a side; `found` are the signals of the verdict so far."""
    grouped = any(is_group(actor.party) for reading in early for actor in reading.actors)
    nameless = any(_names_nobody(reading) for reading in early)
    return {
        "by_forces": float(_has_abducted(early) and any(_is_by_forces(reading) for reading in early)),
        # Gunmen, kidnappers, pirates: nobody's enemies, if no armed group is named.
        "nameless_captor": float(nameless and not grouped),
        "amnesty_alone": float(_is_amnesty_alone(early, found)),
    } | _crime(early, found)


def _is_amnesty_alone(early: Sequence[Reading], found: Mapping[str, float]) -> bool:
    """Whether a state pardons people of its own, and no other party or exchange is told of beside it."""
    sides = {side for reading in early for side in reading.sides}
    nations = {camp(group.nation) for reading in early for group in reading.groups if group.nation is not None}
    pardons = any(reading.sentence.has("topic", "amnesty") for reading in early)
    swap = _is_exchanged(found) or any(reading.sentence.has("swap") for reading in early)
    return pardons and len(sides | nations) <= 1 and not swap


def _is_exchanged(found: Mapping[str, float]) -> bool:
    """Whether title or lead tell people to be exchanged for others."""
    told = [f"{part}_{key}" for part in ("title", "lead") for key in ("in_return", "freed_in_swap", "swap")]
    return bool(found["back"]) or any(found[name] for name in told)


def _has_abducted(early: Sequence[Reading]) -> bool:
    """Whether the people were kidnapped, so that no army held them."""
    return any(
        reading.sentence.has("people", "hostages") or reading.sentence.has("other", "kidnap") for reading in early
    )


def _is_by_forces(reading: Reading) -> bool:
    """Whether an army or a service set people free: "the army freed eleven hostages", "freed by the army"."""
    sentence = reading.sentence
    return any(
        _acts(mark, move, sentence)
        for move in reading.moves
        if move.told and move.kind in {"release", "receive"}
        for mark in sentence.of("speaker", *_FORCES)
    )


def _acts(mark: Mark, move: Move, sentence: Sentence) -> bool:
    """Whether forces stand as the subject right before a verb, or behind it as who did it."""
    reach, end = _REACH * sentence.stretch, _end_of_subject(mark, sentence)
    if 0 <= move.mark.start - end <= reach:
        between = range(end, move.mark.start)
        told = any(each.start in between for each in (*sentence.of("said"), *sentence.of("role", "relative", "and")))
        return not told and not any(stop in between for stop in sentence.stops)
    agents = [role.end for role in sentence.of("role", "by") if move.mark.end <= role.start + 1]
    return any(0 <= mark.start - end <= 2 for end in agents) and 0 <= mark.start - move.mark.end <= _BEHIND


def _end_of_subject(mark: Mark, sentence: Sentence) -> int:
    """Behind which word forces end, and those that act beside them: "the army and the Shin Bet"."""
    joint = [role.end for role in sentence.starting(mark.end, "role") if role.key == "and"]
    others = [*sentence.of("party"), *sentence.of("speaker")]
    beside = [each.end for end in joint for each in others if 0 <= each.start - end <= 1]
    return max([mark.end, *beside])


_FORCES = ("army", "security_service")
# So many words may part forces from what they did, before the verb and behind it.
_REACH, _BEHIND = 3, 8


def _names_nobody(reading: Reading) -> bool:
    freed = any(move.told and move.kind == "release" for move in reading.moves)
    return freed and any(mark.key == NOBODY for mark in reading.sentence.of("party"))


def _crime(early: Sequence[Reading], found: Mapping[str, float]) -> dict[str, float]:
    """Words of crime tell another story, but not where people are exchanged: whoever is swapped may be a convict."""
    words = min(3.0, float(sum(len(_of_crime(reading)) for reading in early)))
    return {"crime_swapped" if _is_exchanged(found) else "crime": words}


def _of_crime(reading: Reading) -> set[int]:
    """Where its words of crime stand; police officers who are freed are people, and no story of crime.

    Nor is how people of a nation were taken whom the sentence tells to be free: "the Georgians arrested on Sunday".
    """
    people = [*reading.sentence.of("people")]
    if any(move.told for move in reading.moves) and any(group.nation is not None for group in reading.groups):
        people += reading.sentence.of("held", "taken", "by")
    marks = [m for m in reading.sentence.of("topic", *CRIMES) if not is_of_capture(m, reading.sentence)]
    return {m.start for m in marks if not any(each.start <= m.start < each.end for each in people)}
