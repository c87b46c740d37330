"""Whether some went the other way whom no number counts: "in exchange for suspects", "how many Russians, none said"."""

from collections.abc import Iterator, Sequence

from detectors import weigh
from detectors.categories import are_soldiers
from detectors.parties import camp
from detectors.people import CAPTIVES
from detectors.roles import Part
from detectors.sides import Reading
from detectors.types import Span

# So many sentences tell the news.
_UPPER = 10


def reverse_of(readings: Sequence[Reading], giver: str, receiver: str) -> Span | None:
    """The sentence that tells of people who went from the receiver to the giver, though the article counts none."""
    if weigh.points("reverse", signals(readings, giver, receiver)) <= 0:
        return None
    told = {at: dict.fromkeys(_told(reading, camp(giver), camp(receiver)), 1.0) for at, reading in _news(readings)}
    at = max(told, key=lambda at: weigh.points("reverse", told[at]))
    sentence = readings[at].sentence
    return sentence.span(sentence.start, sentence.end, "way-back")


def signals(readings: Sequence[Reading], giver: str, receiver: str) -> dict[str, float]:
    """What speaks for people going back for those who went from a giver to a receiver."""
    told = {name for _, reading in _news(readings) for name in _told(reading, camp(giver), camp(receiver))}
    general = {"bias": True, "war": are_soldiers((giver,), (receiver,)), "nobody": not told}
    return dict.fromkeys((*told, *(name for name, holds in general.items() if holds)), 1.0)


def _news(readings: Sequence[Reading]) -> Iterator[tuple[int, Reading]]:
    """The sentences that tell the news, each with its place."""
    return ((at, reading) for at, reading in enumerate(readings[:_UPPER]) if not reading.recap)


def _told(reading: Reading, giver: str, receiver: str) -> Iterator[str]:
    """What of it one sentence tells, and where that stands."""
    where = "title" if reading.sentence.title else "lead" if reading.sentence.order <= 1 else "body"
    moved = "told" if any(move.told for move in reading.moves) else "open"
    own = _own(reading, giver)
    people = [*_captives(reading), *own]
    for name in (*_returned(reading, people, own), *_uncounted(reading, people), *(["own"] if own else [])):
        yield f"{name}.{moved}"
        yield f"{name}.{where}"
    for move in reading.moves:
        for name in _acts(reading, receiver, move.kind, people):
            yield f"{name}.{'told' if move.told else 'open'}"
            yield f"{name}.{where}"


def _returned(reading: Reading, people: Sequence[int], own: Sequence[int]) -> Iterator[str]:
    """What a sentence tells "in return", if it counts nobody there."""
    returns = reading.sentence.of("count", "in_return", "in_turn")
    if not returns:
        return
    if any(group.start >= returns[0].start for group in reading.groups):
        yield "return.counted"
        return
    yield "return"
    if people:
        yield "return.people"
    if own:
        yield "return.own"


def _uncounted(reading: Reading, people: Sequence[int]) -> Iterator[str]:
    """What a sentence tells of people whom it does not count: in exchange for whom, how many is unknown, "several"."""
    sentence = reading.sentence
    if any(0 <= at - mark.end <= _NEAR for mark in sentence.of("count", "for") for at in people):
        yield "for"
    if sentence.has("count", "how_many"):
        yield "how_many"
        if people or sentence.has("count", "in_return", "in_turn"):
            yield "how_many.people"
    if any(0 <= at - mark.end <= 1 for mark in sentence.of("count", "vague") for at in people):
        yield "vague"


def _acts(reading: Reading, receiver: str, kind: str, people: Sequence[int]) -> Iterator[str]:
    """What a movement of a sentence tells: that both swap, that the receiver lets people go as well."""
    if kind == "swap":
        yield "swap"
    acting = (actor for actor in reading.actors if actor.part in {Part.BARE, Part.BY})
    if kind == "release" and people and any(camp(actor.party) == receiver for actor in acting):
        yield "gives"


def _own(reading: Reading, giver: str) -> list[int]:
    """Where the giver's own people are told of and not counted: "the Palestinians whom Israel freed"."""
    nations = (a for a in reading.actors if a.part is Part.NATION and camp(a.party) == giver)
    return [actor.start for actor in nations if not _is_counted(actor.start, reading)]


def _captives(reading: Reading) -> list[int]:
    """Where words for captives, soldiers or bodies stand that are in no counted group."""
    marks = reading.sentence.of("people", *CAPTIVES, "soldiers", "bodies")
    return [mark.start for mark in marks if not _is_counted(mark.start, reading)]


def _is_counted(at: int, reading: Reading) -> bool:
    return any(group.start <= at <= group.end for group in reading.groups)


# So many words may stand between "in exchange for" and those who go.
_NEAR = 4
