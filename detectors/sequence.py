"""An article as one row of all that is known of it, word for word in order: what the encoder reads."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from detectors.actors import Actor
from detectors.camps import Camp
from detectors.dates import DateMention
from detectors.language import LEADER
from detectors.lexicon import Mark
from detectors.numbers import Number
from detectors.parties import are_allies, are_rivals, camp, foes, home_of, is_broker, is_group, is_organisation
from detectors.people import Group
from detectors.records import dataclass
from detectors.sides import Reading
from detectors.status import Move

# So much of an article is read, and so many of its sides and of its different numbers are told apart.
LONGEST, SIDES, NUMBERS = 256, 10, 16
# Behind the sides stand all states and groups that are none, and all organisations.
NO_SIDE, ORGANISATION = SIDES + 1, SIDES + 2
# How two sides may stand to each other.
TIES = 5
# Of these words it is enough to know that one is there.
_ALIKE = frozenset({"city", "month", "number", "ordinal", "solar_month", "weekday"})


@dataclass(frozen=True, slots=True)
class Item:
    """One known thing of the text, by the names of all that it is."""

    names: tuple[str, ...]
    side: int  # the side that it names or whose people it counts, from 1 on; 0: none
    number: int  # which of the article's different numbers it is, from 1 on; 0: none
    word: int  # how many words of the article stand before it
    sentence: int  # which sentence it stands in


@dataclass(frozen=True, slots=True)
class Row:
    """The items of an article in order, where each group of people stands among them, and what is said of its sides."""

    items: Sequence[Item]
    places: Mapping[int, int]  # of a group of people, by the id of the group
    sides: Mapping[str, int]  # the number of each side that is told apart, by its camp
    said: Sequence[tuple[str, ...]]  # of each of these sides: the names of what is said of it
    ties: Sequence[tuple[int, int, tuple[float, ...]]]  # how two sides stand to each other, where it matters


def row_of(readings: Sequence[Reading], sides: Mapping[str, Camp], published: date | None) -> Row:
    """All that is known of an article of that day, up to the last sentence that begins within reach."""
    numbered = {side: at for at, side in enumerate(list(sides)[:SIDES], 1)}
    items: list[Item] = []
    places: dict[int, int] = {}
    counts: dict[int, int] = {}
    before = 0
    for reading in readings:
        if len(items) >= LONGEST:
            break
        sentence = reading.sentence
        looks_back = ("recap",) if reading.recap else ()
        items.append(Item(("sentence", f"at.{_place(reading)}", *looks_back), 0, 0, before, sentence.order))
        for start, names, side, count, group in sorted(_things(reading, numbered, published), key=lambda each: each[0]):
            if group is not None:
                places[id(group)] = len(items)
                counts.setdefault(group.count, len(counts) + 1)
            number = min(counts.get(count, 0), NUMBERS) if count is not None else 0
            items.append(
                Item(names, side, number, before + (start[0] - sentence.start) // sentence.stretch, sentence.order)
            )
        before += (sentence.end - sentence.start) // sentence.stretch + _PAUSE
    places = {group: at for group, at in places.items() if at < LONGEST}
    said = [tuple(f"side.{name}" for name, value in sides[side].signals.items() if value) for side in numbered]
    return Row(items[:LONGEST], places, numbered, said, _ties(list(numbered)))


# A sentence's end keeps its last words as far from the next ones.
_PAUSE = 2
_Thing = tuple[tuple[int, int], tuple[str, ...], int, int | None, Group | None]


def _place(reading: Reading) -> str:
    """Where a sentence stands: in the title, or at the front, in the middle or further down of which field."""
    sentence = reading.sentence
    if sentence.title:
        return "title"
    depth = next((name for last, name in _DEPTHS if sentence.order <= last), "lower")
    return f"{sentence.passage.field}.{depth}"


_DEPTHS = ((1, "lead"), (2, "second"), (4, "upper"))


def _things(reading: Reading, numbered: Mapping[str, int], published: date | None) -> Iterator[_Thing]:
    """All that is known of a sentence, each by its tokens, what it is, whose it is, what it counts."""
    sentence = reading.sentence
    moves = {id(move.mark): move for move in reading.moves}
    actors = {(actor.start, actor.party): actor for actor in reversed(reading.actors)}
    for mark in sentence.marks:
        if mark.group == "party":
            names = _party(mark, actors.get((mark.start, mark.key)))
            side = numbered.get(camp(mark.key), ORGANISATION if is_organisation(mark.key) else NO_SIDE)
            yield (mark.start, mark.end), names, side, None, None
        else:
            yield (mark.start, mark.end), _word(mark, moves.get(id(mark))), 0, None, None
    counted: set[int] = set()
    for group in reading.groups:
        counted.update(range(group.start, group.end))
        side = numbered.get(camp(group.nation), NO_SIDE) if group.nation is not None else 0
        yield (group.start, group.end), _people(group), side, group.count, group
    for number in sentence.numbers:
        if number.start not in counted:
            yield (number.start, number.end), _number(number), 0, number.value, None
    for day in sentence.dates:
        yield (day.start, day.end), ("day", f"day.{_age(day, published)}"), 0, None, None
    commas, hard = set(sentence.commas), set(sentence.hard_stops)
    for at in sentence.stops:
        name = "comma" if at in commas else "hard" if at in hard else "soft"
        yield (at, at + 1), ("stop", f"stop.{name}"), 0, None, None


def _party(mark: Mark, actor: Actor | None) -> tuple[str, ...]:
    form = "leader" if LEADER in mark.form else mark.form
    kind = "group" if is_group(mark.key) else "organisation" if is_organisation(mark.key) else "state"
    broker = ("party.broker",) if is_broker(mark.key) else ()
    part = f"part.{actor.part}" if actor is not None else "part.none"
    return ("party", f"party.{form}", f"party.{kind}", part, *broker)


def _word(mark: Mark, move: Move | None) -> tuple[str, ...]:
    if mark.group in _ALIKE:
        return (mark.group,)
    names = (mark.group, f"{mark.group}.{mark.key}")
    if move is None:
        return names
    holds = ((move.aside, "move.aside"), (move.dated, "move.dated"), (move.told, "move.told"))
    told = [name for true, name in holds if true]
    return (*names, f"move.{move.kind}", f"mode.{move.mode}", f"scope.{move.scope}", *told)


def _people(group: Group) -> tuple[str, ...]:
    size = min(_LARGEST, int(2 * math.log10(group.count)) + 1) if group.count else 0
    holds = (
        (group.pair is not None, "people.pair"),
        (group.price, "people.price"),
        (group.nation is not None, "people.nation"),
        (group.out_of is not None, "people.out_of"),
    )
    told = [name for true, name in holds if true]
    flags = [f"people.{flag}" for flag in group.flags]
    kind = group.category or "no_kind"
    return ("group", f"kind.{kind}", f"exactness.{group.qualifier}", f"size.{size}", *flags, *told)


_LARGEST = 12


def _number(number: Number) -> tuple[str, ...]:
    kinds = ((number.ordinal, "figure.ordinal"), (number.year, "figure.year"))
    return ("figure", *(name for true, name in kinds if true))


def _age(day: DateMention, published: date | None) -> str:
    """How long a day lies back or ahead, roughly."""
    if day.day is None or published is None:
        return "month" if day.month is not None else "year"
    days = (published - day.day).days
    return next(name for least, name in _AGES if days >= least)


_AGES = (
    (32, "old"),
    (8, "weeks"),
    (4, "week"),
    (2, "two"),
    (1, "yesterday"),
    (0, "today"),
    (-1, "tomorrow"),
    (-math.inf, "ahead"),
)


def _ties(sides: Sequence[str]) -> list[tuple[int, int, tuple[float, ...]]]:
    out = []
    for one, side in enumerate(sides, 1):
        for other, third in enumerate(sides, 1):
            tie = (
                are_allies(side, third),
                are_rivals(side, third),
                third in foes(side) or side in foes(third),
                home_of(side) == third,
                home_of(third) == side,
            )
            if one != other and any(tie):
                out.append((one, other, tuple(map(float, tie))))
    return out
