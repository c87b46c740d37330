"""How each figure of the article is to be read, all mentions heard."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from detectors.before import Link
from detectors.directions import nation_of
from detectors.encoder import Context
from detectors.figures import Figure, read_figures
from detectors.goals import goals_of, origins_in
from detectors.individuals import counterparts, individuals
from detectors.options import NONE, Common, Option, Way, chances_of, options
from detectors.parties import camp, home_of
from detectors.records import dataclass
from detectors.sides import Reading
from detectors.types import Category


@dataclass(frozen=True, slots=True)
class Read:
    """A figure with how likely (0 to 1) each way to read it is."""

    figure: Figure
    chances: Mapping[Option, float]
    person: int | None = None  # who it is, by number, where people are told one by one
    swapped: bool = False  # whether it is one person of whom it is told for which other one he was exchanged
    count: int = field(init=False)  # the figure itself
    dead: bool = field(init=False)  # whether it counts bodies
    likely: float = field(init=False)  # how likely the figure is the event's own at all

    def __post_init__(self) -> None:
        """Know what every rule asks of it."""
        keep = object.__setattr__
        keep(self, "count", self.figure.group.count)
        keep(self, "dead", self.figure.group.dead)
        keep(self, "likely", 1 - self.chances.get(NONE, 0.0))


def reads(readings: Sequence[Reading], common: Common, context: Context | None = None) -> list[Read]:
    """Every figure of the sentences, weighed; `common` is what all figures of the article share.

    `context` is the article as the encoder hears it, which a part of it has not.
    """
    figures = read_figures(readings)
    choices = [options(each, common.sides, common) for each in figures]
    asked = [(figure.group, [*each]) for figure, each in zip(figures, choices, strict=True)]
    chances = chances_of(choices, context.ways(asked) if context is not None else ())
    found = [Read(*each) for each in zip(figures, chances, strict=True)]
    return _to_fighters(agreed(_back_and_forth(_told_together(found))))


def sides_meant(found: Sequence[Read]) -> Sequence[str]:
    """The two camps between which the figures went most likely, where that is likely at all; none else."""
    likely: dict[frozenset[str], float] = {}
    for read in found:
        for option, chance in read.chances.items():
            if option is not NONE:
                two = frozenset(option[1:])
                likely[two] = likely.get(two, 0.0) + chance
    two = max(likely, key=likely.__getitem__, default=frozenset())
    return sorted(two) if likely.get(two, 0.0) >= _MEANT else ()


# So many people may be the event's, by all figures together, where they tell between whom it was. Of 100 reports in
# which none was told it was 63 times both right sides, by how the sides are spoken of alone 53 times.
_MEANT = 0.4


def lists(found: Sequence[Read]) -> list[list[tuple[Read, str]]]:
    """The figures of each list, with the camp where each goes: "10 to Russia, 13 to Germany", "47 from India and …"."""
    out = []
    for reading in {id(read.figure.reading): read.figure.reading for read in found}.values():
        goals = goals_of(reading.groups, reading.actors)
        here = (read for read in found if read.figure.reading is reading)
        row = [(read, camp(goals[start].party)) for read in here if (start := read.figure.group.start) in goals]
        if len(row) > 1:
            out.append(row)
    return out + [[(read, _goal(read)) for read in pair] for pair in _opposites(found)]


def _goal(read: Read) -> str:
    """Where the figure went most likely."""
    return max((way for way in read.chances if way.way is Way.ONE), key=read.chances.__getitem__).receiver


def _told_together(found: Sequence[Read]) -> list[Read]:
    """The figures; those of a list are all as likely the event's, for a list tells of one exchange."""
    together: dict[int, float] = {}
    for row in lists(found):
        likely = shared([read.likely for read, _ in row])
        together |= {id(read): likely for read, _ in row}
    return [_as_likely(read, together[id(read)]) if id(read) in together else read for read in found]


def _back_and_forth(found: Sequence[Read]) -> list[Read]:
    """The figures; of two that went opposite ways each as likely one way as the other was sent back."""
    out = {id(read): read for read in found}
    for one, other in _opposites(found):
        out |= {id(one): _sent_back(one, other), id(other): _sent_back(other, one)}
    return list(out.values())


def _opposites(found: Sequence[Read]) -> list[tuple[Read, Read]]:
    """Each two figures from two sides that went opposite ways: "47 fishermen from India and 38 from Bangladesh".

    Words hardly tell whether people are from who freed them or go back there, but of both it is the same. Of "ten from
    Russia and 12 from Belarus" nobody goes back.
    """
    out = []
    for reading in {id(read.figure.reading): read.figure.reading for read in found}.values():
        origins = origins_in(reading)
        here = [read for read in found if read.figure.reading is reading and read.figure.group.start in origins]
        if len(here) == len(origins) == 2:
            one, other = here
            if sum(_back(one, other).values()) > _OPPOSITE * one.likely * other.likely:
                out.append((one, other))
    return out


_OPPOSITE = 0.25


def _back(read: Read, other: Read) -> dict[Option, float]:
    """How likely each way of a figure is together with the same way back of the other."""
    ways = {way: chance for way, chance in read.chances.items() if way.way is Way.ONE}
    turned = {way: other.chances.get(Option(Way.ONE, way.receiver, way.giver), 0.0) for way in ways}
    return {way: chance * turned[way] for way, chance in ways.items()}


def _sent_back(read: Read, other: Read) -> Read:
    """The figure, as likely the event's as before."""
    ways = _back(read, other)
    change = read.likely / sum(ways.values())
    return replace(read, chances={way: ways.get(way, 0.0) * change for way in read.chances} | {NONE: 1 - read.likely})


def shared(chances: Sequence[float]) -> float:
    """The chance of all of them, as each speaks for the others: the mean of their log-odds."""
    odds = [math.log(max(each, _LEAST) / max(1 - each, _LEAST)) for each in chances]
    return 1 / (1 + math.exp(-sum(odds) / len(odds)))


def _as_likely(read: Read, likely: float) -> Read:
    """The figure with this chance of being the event's at all, its ways as likely among themselves as before."""
    change = likely / max(read.likely, _LEAST)
    chances = {option: 1 - likely if option == NONE else each * change for option, each in read.chances.items()}
    return replace(read, chances=chances)


# Certainty, whose odds have no bound, is this far off.
_LEAST = 0.001


def _to_fighters(found: Sequence[Read]) -> list[Read]:
    """The figures; who is freed for those whom an armed group gave goes back to it, not to the state of its land.

    "Hezbollah returned two Israelis, Israel freed five Lebanese": the five are told by their nation.
    """
    gave = {(one.giver, one.receiver) for read in found for one, chance in read.chances.items() if chance >= _LIKELY}
    lands = {(other, home): group for group, other in gave if (home := home_of(group)) not in {None, other}}
    ways = [(Option(Way.ONE, *way), Option(Way.ONE, way[0], group)) for way, group in lands.items()]
    return [replace(read, chances=_handed_on(read.chances, ways)) for read in found] if ways else list(found)


def _handed_on(chances: Mapping[Option, float], ways: Sequence[tuple[Option, Option]]) -> Mapping[Option, float]:
    out = dict(chances)
    for option, fighters in ways:
        chance = chances.get(option)
        if chance is not None and fighters in out:
            out[fighters] += chance
            del out[option]
    return out


# A movement as likely as this was told of the armed group.
_LIKELY = 0.5


def agreed(found: Sequence[Read]) -> list[Read]:
    """The figures, those of one number as its other mentions say: told twice, it went the same way.

    What tells of the way back ("in return", "the same number") speaks for itself, and so does each person, whom all
    that tells of him speaks for, and all that tells of whom he was exchanged for against.
    """
    told = [(read.figure.group, read.figure.reading) for read in found]
    who = individuals(told)
    keys = [_subject(read, person) for read, person in zip(found, who, strict=True)]
    same: dict[tuple[int, bool] | int | None, list[Read]] = {}
    for read, key in zip(found, keys, strict=True):
        same.setdefault(key, []).append(read)
    others = counterparts(told, who)
    out = []
    for read, person, key in zip(found, who, keys, strict=True):
        along = [other for other in same[key] if _repeats(read, other)] if key is not None else []
        against = [each for one in others.get(person, ()) for each in same[one]] if person is not None else []
        swapped = read.count == 1 and any(each.count == 1 for each in against)
        answered = _answered(read, found) if key is None else [each for each in same[key] if _turns(read, each)]
        chances = _shifted(read, along, against, answered)
        out.append(Read(read.figure, chances, person, swapped))
    return out


def _subject(read: Read, person: int | None) -> tuple[int, bool] | int | None:
    """What a figure counts, the same for all that speak for one another; None where it speaks for itself."""
    if person is not None or not read.count or _is_way_back(read):
        return person
    return read.count, read.dead


def _repeats(read: Read, other: Read) -> bool:
    """Whether a mention of one number may tell the same again: of other people, or in the same breath, none does."""
    apart = _is_beside(read, other) or _are_foreign(read, other) or _are_unlike(read, other)
    return other is not read and not apart


def _turns(read: Read, other: Read) -> bool:
    """Whether a mention of one number in the same breath is the other leg: "got 185 back and handed 185 over"."""
    kinds = {each.figure.move.kind for each in (read, other) if each.figure.move is not None}
    return _is_beside(read, other) and (kinds == {"release", "receive"} or _are_foreign(read, other))


def _is_beside(read: Read, other: Read) -> bool:
    """Whether two figures of several people stand in one sentence."""
    return other is not read and read.count >= _SEVERAL and other.figure.reading is read.figure.reading


def _are_foreign(read: Read, other: Read) -> bool:
    """Whether two figures of several people are told to be of two sides."""
    if read.count < _SEVERAL:
        return False
    one, two = (nation_of(each.figure.group, each.figure.reading) for each in (read, other))
    return one is not None and two is not None and camp(one) != camp(two)


def _are_unlike(read: Read, other: Read) -> bool:
    """Whether one mention counts soldiers and the other people who are none."""
    kinds = {each.figure.group.category for each in (read, other)}
    return Category.PRISONERS_OF_WAR in kinds and bool(kinds & _NO_SOLDIERS)


_NO_SOLDIERS = frozenset({Category.CIVILIANS, Category.CHILDREN})


def _answered(read: Read, found: Sequence[Read]) -> list[Read]:
    """The mention that "the same number" or an equal one behind "in return" stands against: last told before it."""
    before = read.figure.before
    if before is None or before.link not in {Link.SAME, Link.BACK} or read.count < _SEVERAL:
        return []
    ahead = found[: next(at for at, each in enumerate(found) if each is read)]
    return [each for each in ahead if (each.count, each.dead) == (read.count, read.dead)][-1:]


def _is_way_back(read: Read) -> bool:
    before, group = read.figure.before, read.figure.group
    return group.price or group.single or (before is not None and before.link in {Link.BACK, Link.SAME})


def _shifted(
    read: Read, others: Sequence[Read], against: Sequence[Read] = (), answered: Sequence[Read] = ()
) -> Mapping[Option, float]:
    """The chances, each way and its opposite parted anew by what other mentions say for and against the two.

    What a mention answers tells its way outright.
    """
    if not (others or against or answered):
        return read.chances
    out = dict(read.chances)
    for option, chance in read.chances.items():
        if option.way is not _ONE or option.giver >= option.receiver:
            continue
        back = Option(_ONE, option.receiver, option.giver)
        if back in out:
            odds = _HEED * sum(_leaning(each, option, back) for each in others)
            odds -= sum(_leaning(each, option, back) for each in against)  # who was exchanged for him
            odds = max(-_HEED * _SURE, min(_HEED * _SURE, odds)) - sum(
                _leaning(each, option, back) for each in answered
            )
            both, weight = chance + out[back], math.exp(odds)
            out[option] = both * chance * weight / (chance * weight + out[back])
            out[back] = both - out[option]
    return out


def _leaning(read: Read, way: Option, back: Option) -> float:
    """How far a mention speaks for a way rather than for its opposite, in log-odds."""
    forth, contrary = read.chances.get(way, 0.0), read.chances.get(back, 0.0)
    undecided = 1 + _DOUBT - forth - contrary
    return math.log((forth + undecided) / (contrary + undecided))


# A figure has dozens of ways, and Python takes as long to find an enum's member as to call a function.
_ONE = Way.ONE
# Of one person each that tells of him speaks.
_SEVERAL = 2
# How much of other mentions' log-odds a mention takes over, and the most that all of them may have.
_HEED, _SURE = 0.5, 4.0
# No mention is so clear that its opposite is less likely than this.
_DOUBT = 0.03
