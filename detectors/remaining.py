"""Who is not home yet: some of more that a deal is about, people on their way, others told of without a number."""

from collections.abc import Iterator, Sequence

from detectors.people import HELD
from detectors.scope import Scope
from detectors.sides import Reading, move_of
from detectors.status import Mode, Move

# So many sentences tell the news; who is on his way or at home further down is background.
_TOP = 6
# A deal is about so many times those of one of its stages at most.
_STAGES = 40


def remaining(readings: Sequence[Reading]) -> dict[str, float]:
    """What tells that people are yet to go or to arrive, by their numbers, by where they are, by who "they" are."""
    news = [reading for reading in readings if not reading.recap]
    told = (*_larger(news), *_on_the_way(news), *_others(news))
    return dict.fromkeys((f"rest.{name}" for name in told), 1.0)


def _larger(news: Sequence[Reading]) -> Iterator[str]:
    """Whether those let go are some of more: "11 of the 52", "100 freed … 360 are to follow by and by"."""
    found = [(reading, group, move_of(reading, group)) for reading in news for group in reading.groups]
    done = {group.count for _, group, move in found if move is not None and _has_happened(move) and group.count > 0}
    if any(group.out_of is not None and group.count in done for _, group, _ in found):
        yield "of"
    most = max(done, default=0)
    for reading, group, move in found:
        if group.count in done or not most < group.count <= _STAGES * most:
            continue
        if move is not None and _is_ahead(move):
            yield "larger.will"
        elif reading.sentence.has("mode", "deal", "agreed"):
            yield "larger.deal"


def _on_the_way(news: Sequence[Reading]) -> Iterator[str]:
    """Whether the top tells of people on their way, and whether of any who have arrived."""
    top = [move for reading in news if reading.sentence.order <= _TOP for move in reading.moves]
    way = any(move.kind == "return" and move.mark.key == "present" and move.mode is Mode.RUNNING for move in top)
    home = any(move.kind in {"return", "receive"} and move.mark.key in {"done", "home"} and move.told for move in top)
    if home:
        yield "home"
    if way:
        yield "way" if home else "way.only"


def _others(news: Sequence[Reading]) -> Iterator[str]:
    """Whether those whom a sentence only means are yet to be let go, and whether more people go right now."""
    for reading in news:
        sentence = reading.sentence
        if not reading.moves or sentence.title or sentence.has("mode", "talk", "deal"):
            continue
        people = bool(reading.groups) or sentence.has("people", *HELD, "soldiers", "children")
        if people and sentence.has("count", "more") and any(map(_is_present, reading.moves)):
            yield "more.present"
        for move in reading.moves if not people else ():
            if move.kind in {"release", "swap"} and move.mode is Mode.AGREED and move.scope is not Scope.PAST:
                yield f"they.{move.kind}"


def _has_happened(move: Move) -> bool:
    return move.told and move.mode is Mode.DONE


def _is_ahead(move: Move) -> bool:
    return move.mode in {Mode.AGREED, Mode.PLANNED} and move.scope is not Scope.PAST


def _is_present(move: Move) -> bool:
    form = move.mark.key in {"present", "headline"}
    return form and move.mode in {Mode.RUNNING, Mode.NAMED} and move.scope is not Scope.PAST
