"""Movements told without a number: both ways of an exchange, or the way back of one whose people are counted."""

from collections.abc import Sequence

from detectors.categories import are_soldiers
from detectors.people import ARMED, CAPTIVES
from detectors.reverse import reverse_of
from detectors.sides import Reading
from detectors.status import Mode
from detectors.types import Category, Transfer

# Whether captives or the dead are meant, and between whom, shows in so many first sentences.
EARLY = 4


def unnumbered(
    readings: Sequence[Reading], pair: Sequence[str], transfers: Sequence[Transfer], *, planned: bool
) -> tuple[Transfer, ...]:
    """What is told beside the counted transfers: both ways between the pair, else the way back of what is counted."""
    return _both_ways(readings, pair, transfers, planned=planned) or _way_back(readings, transfers, planned=planned)


def _both_ways(
    readings: Sequence[Reading], pair: Sequence[str], transfers: Sequence[Transfer], *, planned: bool
) -> tuple[Transfer, ...]:
    """Both directions without a figure, where an exchange of people or bodies is told and no number is."""
    told = [r for r in readings[:EARLY] if any(m.kind == "swap" and (m.told or m.mode is Mode.AGREED) for m in r.moves)]
    living = any(r.sentence.has("people", *CAPTIVES) for r in told) or any(
        r.sentence.has("people", "soldiers") and not r.sentence.has("people", "bodies") for r in told
    )
    dead = any(r.sentence.has("people", "bodies") for r in told) and not living
    if len(pair) < 2 or not (living or dead) or any((t.category is Category.BODIES) == dead for t in transfers):
        return ()
    one, other = pair
    war = are_soldiers((one,), (other,)) or any(r.sentence.has("people", *ARMED) for r in told)
    category = Category.BODIES if dead else Category.PRISONERS_OF_WAR if war else Category.PRISONERS
    return tuple(
        Transfer(released_by=(giver,), returned_to=(receiver,), category=category, planned=planned)
        for giver, receiver in ((one, other), (other, one))
    )


def _way_back(readings: Sequence[Reading], transfers: Sequence[Transfer], *, planned: bool) -> tuple[Transfer, ...]:
    """The other direction, without a figure, where all that are counted went one way and some are told to go back."""
    ways = {(t.released_by[:1], t.returned_to[:1]) for t in transfers}
    if len(ways) != 1:
        return ()
    givers, receivers = ways.pop()
    told = reverse_of(readings, *givers, *receivers) if givers and receivers and givers != receivers else None
    if told is None:
        return ()
    dead = all(t.category is Category.BODIES for t in transfers)
    living = Category.PRISONERS_OF_WAR if are_soldiers(receivers, givers) else Category.PRISONERS
    back = Transfer(
        released_by=receivers,
        returned_to=givers,
        category=Category.BODIES if dead else living,
        planned=planned,
        evidence=(told,),
    )
    return (back,)
