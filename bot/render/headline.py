"""The headline of an event: who with whom, and how many went which way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.render.phrases import category, names, number, sentence
from bot.render.text import clean
from bot.render.words import Words
from bot.types import Event, EventStatus
from detectors import Category, Kind, Qualifier, Transfer

HEADLINE_LIMIT = 280  # characters; what it says in full stands in the figures below it
CLAUSES_SHOWN = 2
HAPPENING = (EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ANNOUNCED)


@dataclass(frozen=True, slots=True)
class Count:
    """How many went one way, over all who say so."""

    low: int
    high: int
    qualifier: Qualifier


def headline(event: Event, say: Words) -> str:
    """One line that says the event: "Russia ⇄ Ukraine: 95 prisoners of war returned to each side"."""
    what = _what(event, say)
    line = say.say("headline.line", sides=_sides(event, say), what=what) if event.parties else sentence(what)
    return clean(line, HEADLINE_LIMIT)


def _sides(event: Event, say: Words) -> str:
    two = _two_sides(event)
    if two is None:
        return names(say, event.parties, within=False)
    return say.say("headline.between", one=names(say, two[0], within=False), other=names(say, two[1], within=False))


def _two_sides(event: Event) -> tuple[list[str], list[str]] | None:
    """The parties told apart by who hands over to whom; None when that makes no two sides."""
    if len(event.parties) == 2:
        return [event.parties[0]], [event.parties[1]]
    is_first = {event.parties[0]: True}
    ways = [(t.released_by, t.returned_to) for t in event.transfers if set(t.released_by).isdisjoint(t.returned_to)]
    ways += [(takers, givers) for givers, takers in ways]
    for these, those in ways * 2:  # a second round places those whose counterpart the first did not know yet
        known = next((is_first[name] for name in these if name in is_first), None)
        if known is not None:
            is_first |= {name: not known for name in those if name not in is_first}
    one = [party for party in event.parties if is_first.get(party) is True]
    other = [party for party in event.parties if is_first.get(party) is False]
    return (one, other) if other and len(one) + len(other) == len(event.parties) else None


def _what(event: Event, say: Words) -> str:
    if event.status not in HAPPENING:
        return say.say(f"headline.off.{event.status}")
    clauses = [_clause(event.status, kind, event.transfers, say) for kind in _counted(event.transfers)]
    if not clauses:
        return _uncounted(event, say)
    first, *others = clauses[:CLAUSES_SHOWN]
    return say.say("headline.clauses", first=first, second=others[0]) if others else first


def _counted(transfers: Iterable[Transfer]) -> list[Category]:
    return list(dict.fromkeys(transfer.category for transfer in transfers if transfer.count))


def _clause(status: EventStatus, kind: Category, transfers: Sequence[Transfer], say: Words) -> str:
    counts = _counts(kind, transfers)
    (side, count), *rest = counts.items()
    what = _people(kind, count, say)
    if not side:
        verb = "bodies_returned" if kind is Category.BODIES else "exchanged"
        return say.say(f"headline.{verb}.{status}", what=what)
    if [other for _, other in rest] == [count]:
        return say.say(f"headline.each.{status}", what=what)
    line = say.say(f"headline.to.{status}", what=what, side=names(say, side))
    for next_side, other in rest:
        n = number(say, other.low, other.high, other.qualifier)
        line = say.say("headline.and_to", what=line, n=n, side=names(say, next_side))
    return line


def _counts(kind: Category, transfers: Sequence[Transfer]) -> dict[tuple[str, ...], Count]:
    """How many of a kind each side got; under () where no one side is named and no side's own figure is known."""
    found: dict[tuple[str, ...], list[Transfer]] = {}
    for transfer in transfers:
        if transfer.category is kind and transfer.count:
            is_directed = transfer.returned_to and set(transfer.returned_to).isdisjoint(transfer.released_by)
            found.setdefault(transfer.returned_to if is_directed else (), []).append(transfer)
    if len(found) > 1:
        found.pop((), None)
    return {side: _together(same_way) for side, same_way in found.items()}


def _together(transfers: Sequence[Transfer]) -> Count:
    lows = [transfer.count or 0 for transfer in transfers]
    highs = [max(transfer.count or 0, transfer.count_max or 0) for transfer in transfers]
    return Count(min(lows), max(highs), transfers[0].qualifier)


def _people(kind: Category, count: Count, say: Words) -> str:
    n = number(say, count.low, count.high, count.qualifier)
    return say.count(f"headline.people.{kind}", count.high, n=n)


def _uncounted(event: Event, say: Words) -> str:
    kinds = list(dict.fromkeys(transfer.category for transfer in event.transfers if transfer.count is None))
    if not kinds:
        kinds = [Category.BODIES if event.kind is Kind.BODIES else Category.PRISONERS]
    verb = "bodies_returned" if kinds == [Category.BODIES] else "exchanged"
    return say.say(f"headline.{verb}.{event.status}", what=category(say, kinds))
