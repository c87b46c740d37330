"""Whether some went the other way whom no number counts: "in exchange for suspects", "how many Russians, none said"."""

from collections.abc import Iterator, Sequence

from detectors import weigh
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
    told = {id(each): dict.fromkeys(_told(each, camp(giver), camp(receiver)), 1.0) for each in _news(readings)}
    best = max(_news(readings), key=lambda each: weigh.points("reverse", told[id(each)])).sentence
    return best.span(best.start, best.end, "way-back")


def signals(readings: Sequence[Reading], giver: str, receiver: str) -> dict[str, float]:
    """What speaks for people going back for those who went from a giver to a receiver."""
    told = {name for reading in _news(readings) for name in _told(reading, camp(giver), camp(receiver))}
    return dict.fromkeys(told or {"nobody"}, 1.0) | {"bias": 1.0}


def _news(readings: Sequence[Reading]) -> list[Reading]:
    """The sentences that tell the news."""
    return [reading for reading in readings[:_UPPER] if not reading.recap]


def _told(reading: Reading, giver: str, receiver: str) -> Iterator[str]:
    """What of it one sentence tells, as done or not, and where that stands."""
    where = "title" if reading.sentence.title else "lead" if reading.sentence.order <= 1 else "body"
    done = "told" if any(move.told for move in reading.moves) else "open"
    own = _own(reading, giver)
    people = [*_captives(reading), *own]
    for name in (*_uncounted(reading, people), *(["own"] if own else [])):
        yield f"{name}.{done}"
        yield f"{name}.{where}"
    for move in reading.moves:
        for name in _acts(reading, receiver, move.kind, people):
            yield f"{name}.{'told' if move.told else 'open'}"
            yield f"{name}.{where}"


def _uncounted(reading: Reading, people: Sequence[int]) -> Iterator[str]:
    """What a sentence tells of people whom it does not count: "in return", "in exchange for", "how many", "several"."""
    sentence = reading.sentence
    returns = sentence.of("count", "in_return", "in_turn")
    if returns and not any(group.start >= returns[0].start for group in reading.groups):
        yield "return"
    if any(0 <= at - mark.end <= _NEAR for mark in sentence.of("count", "for") for at in people):
        yield "for"
    if sentence.has("count", "how_many"):
        yield "how_many"
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
