"""The headline of an event: who with whom, and how many went which way."""

from collections.abc import Iterable, Sequence

from bot.render.phrases import Count, kinds, number, people, recipients, sentence, together
from bot.render.speakers import names
from bot.render.text import shorten
from bot.render.words import Words
from bot.types import Event, EventStatus
from detectors import Category, Kind, Transfer

HEADLINE_LIMIT = 280  # characters; what it says in full stands in the figures below it
CLAUSES_SHOWN = 2
HAPPENING = (EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ANNOUNCED)


def headline(event: Event, say: Words) -> str:
    """One line that says the event: "Russia ⇄ Ukraine: 95 prisoners of war returned to each side"."""
    what = _what(event, say)
    line = say.say("headline", sides=between(event, say), what=what) if event.parties else what
    return shorten(sentence(line), HEADLINE_LIMIT)


def between(event: Event, say: Words) -> str:
    """Those who exchange: "Russia ⇄ Ukraine"."""
    two = _two_sides(event)
    if two is None:
        return names(say, event.parties, within=False)
    one, other = (sentence(names(say, side, within=False)) for side in two)
    return say.say("headline-between", one=one, other=other)


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
        return say.say(f"headline-{event.status}")
    clauses = [_clause(event.status, kind, event.transfers, say) for kind in _counted(event.transfers)]
    if not clauses:
        return _uncounted(event, say)
    first, *others = clauses[:CLAUSES_SHOWN]
    return say.say("headline-clauses", first=first, second=others[0]) if others else first


def _counted(transfers: Iterable[Transfer]) -> list[Category]:
    return list(dict.fromkeys(transfer.category for transfer in transfers if transfer.count))


def _clause(status: EventStatus, kind: Category, transfers: Sequence[Transfer], say: Words) -> str:
    if all(one.planned for one in transfers if one.category is kind and one.count):
        status = EventStatus.ANNOUNCED  # others went home, these are still to
    (side, count), *rest = _counts(kind, transfers).items()
    what = people(say, "people", kind, count)
    agreeing: dict[str, str | int] = {"what": what, "kind": kind.value.replace("_", "-"), "count": count.high}
    if not side:
        given = all(one.released_by and not one.returned_to for one in transfers if one.category is kind and one.count)
        return say.say(f"headline-{'released' if given else 'exchanged'}-{status}", **agreeing)
    if [other for _, other in rest] == [count]:
        return say.say(f"headline-returned-{status}", to=recipients(say, ()), **agreeing)
    line = say.say(f"headline-returned-{status}", to=recipients(say, side), **agreeing)
    for next_side, other in rest:
        line = say.say("headline-and", line=line, n=number(say, other), to=recipients(say, next_side))
    return line


def _counts(kind: Category, transfers: Sequence[Transfer]) -> dict[tuple[str, ...], Count]:
    """How many of a kind each side got; under () where no one side is named and no side's own figure is known.

    What is only planned counts where nothing has happened yet.
    """
    found: dict[tuple[str, ...], list[Transfer]] = {}
    counted = [transfer for transfer in transfers if transfer.category is kind and transfer.count]
    for transfer in [done for done in counted if not done.planned] or counted:
        is_directed = transfer.returned_to and set(transfer.returned_to).isdisjoint(transfer.released_by)
        found.setdefault(transfer.returned_to if is_directed else (), []).append(transfer)
    if len(found) > 1:
        found.pop((), None)
    return {side: together(same_way) for side, same_way in found.items()}


def _uncounted(event: Event, say: Words) -> str:
    found = list(dict.fromkeys(transfer.category for transfer in event.transfers if transfer.count is None))
    if not found:
        found = [Category.BODIES if event.kind is Kind.BODIES else Category.PRISONERS]
    if found == [Category.BODIES]:
        return say.say(f"headline-bodies-{event.status}")
    return say.say(f"headline-swap-{event.status}", what=kinds(say, "swap", found))
