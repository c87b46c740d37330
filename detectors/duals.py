"""Whose people those of two nations are: "the Israeli-American hostage", "three Iranian-Americans"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detectors.actors import Actor
from detectors.parties import camp, opponent
from detectors.people import Group
from detectors.roles import Part
from detectors.sides import Reading


def of_one_nation(readings: list[Reading]) -> list[Reading]:
    """The readings, each person of two nations told of as that one's which is a side against who held them."""
    if not any(pair for reading in readings for pair in _pairs(reading)):
        return readings
    named = {actor.party for reading in readings for actor in reading.actors if actor.part is not Part.NATION}
    enemies = {camp(enemy) for party in named if (enemy := opponent(party)) is not None}
    told = [actor for reading in readings for actor in reading.actors if actor.part is not Part.NATION]
    return [_settled(reading, enemies, told) for reading in readings]


def _pairs(reading: Reading) -> Iterator[tuple[Actor, Actor]]:
    """Two nations joined by a dash."""
    for one, other in pairwise(reading.actors):
        dashed = other.start - one.end == 1 and reading.sentence.word(one.end) in _DASHES
        nations = dashed and other.part is Part.NATION and one.part in _FIRST
        if (
            nations
            and camp(one.party) != camp(other.party)
            and any(_is_near(group, one) and _is_near(group, other) for group in reading.groups)
        ):
            yield one, other


_FIRST = frozenset({Part.NATION, Part.BARE, Part.BETWEEN})  # "US-Israeli"


_DASHES = frozenset({"-", "–", "‑", "/"})


def _settled(reading: Reading, enemies: Collection[str], told: Sequence[Actor]) -> Reading:
    for pair in _pairs(reading):
        home = _home(pair, reading.actors, enemies) or _abroad(pair, told)
        if home is not None:
            other = pair[0] if home is pair[1] else pair[1]
            groups = tuple(_of(group, home, other) for group in reading.groups)
            kept = (actor for actor in reading.actors if actor is not other)
            actors = tuple(replace(actor, part=Part.NATION) if actor is home else actor for actor in kept)
            reading = replace(reading, groups=groups, actors=actors)
    return reading


def _home(pair: tuple[Actor, Actor], actors: Sequence[Actor], enemies: Collection[str]) -> Actor | None:
    """Which of the two it is: the one at war with a party that is named, else the one that does not free them."""
    at_war = [nation for nation in pair if camp(nation.party) in enemies]
    if len(at_war) == 1:
        return at_war[0]
    acting = {camp(actor.party) for actor in actors if actor.part in _HOLDING and actor not in pair}
    abroad = [nation for nation in pair if camp(nation.party) not in acting]
    return abroad[0] if len(abroad) == 1 else None


def _abroad(pair: tuple[Actor, Actor], told: Sequence[Actor]) -> Actor | None:
    """Which of the two it is by the whole article: the one to which they go, else the one that they do not leave."""
    goals = {camp(actor.party) for actor in told if actor.part is Part.TO and actor not in pair}
    left = {camp(actor.party) for actor in told if actor.part in _LEFT and actor not in pair}
    for fits in ([camp(each.party) in goals for each in pair], [camp(each.party) not in left for each in pair]):
        if sum(fits) == 1:
            return pair[fits.index(True)]
    return None


_LEFT = frozenset({Part.FROM, Part.HOLDER, Part.HELD_IN})
_HOLDING = frozenset({Part.BARE, Part.BY, Part.HOLDER, Part.HELD_IN, Part.FROM})


def _of(group: Group, home: Actor, other: Actor) -> Group:
    """The group, of the one nation where its words held both."""
    near = _is_near(group, home) and _is_near(group, other)
    return replace(group, nation=home.party) if near and group.nation in {home.party, other.party} else group


def _is_near(group: Group, nation: Actor) -> bool:
    return group.start - _NEAR <= nation.start <= group.end + _BEHIND


# A name or noun stands so near behind the nations of its bearer; behind a noun, both follow it with their dash.
_NEAR, _BEHIND = 4, 2
