"""Exchanges that an article speaks of without reporting them: planned, called off, or of another day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detectors.camps import pair_of
from detectors.chosen import choose
from detectors.options import Common
from detectors.scope import Scope
from detectors.sides import Reading
from detectors.status import Mode, Move
from detectors.transfers import reads
from detectors.types import Category, Kind, Report, Status, Transfer

# A mention claims less than a report: its figures need not stand in title or lead.
_LIKELY = 0.2


def others(readings: Sequence[Reading]) -> dict[Status, list[Reading]]:
    """The sentences that may speak of other exchanges, by what they say of these; none where none does."""
    parts = {status: [r for r in readings if any(wanted(move) for move in r.moves)] for status, wanted in _WAYS}
    return {status: part for status, part in parts.items() if part}


def mentions(
    parts: Mapping[Status, Sequence[Reading]], common: Common, living: Category, reports: Sequence[Report]
) -> tuple[Report, ...]:
    """One for each way in which another exchange than the reported is spoken of with a figure and its sides."""
    sides = common.sides
    pair = pair_of(sides)
    if len(pair) < 2:
        return ()
    out = []
    for status, part in parts.items():
        found = [read for read in reads(part, common) if not read.figure.group.part]
        told = tuple(replace(t, planned=status is Status.PLANNED) for t in choose(found, sides, living, _LIKELY))
        new = tuple(t for t in told if not any(_same(t, known) for r in reports for known in r.transfers))
        if new:
            bodies = all(transfer.category is Category.BODIES for transfer in new)
            kind = Kind.BODIES if bodies else Kind.EXCHANGE
            out.append(Report(status=status, kind=kind, confidence=0.5, parties=pair, transfers=new))
    return tuple(out)


def _is_past(move: Move) -> bool:
    return move.scope is Scope.PAST and move.mode in {Mode.DONE, Mode.RUNNING}


def _is_failed(move: Move) -> bool:
    return move.mode is Mode.FAILED


def _is_planned(move: Move) -> bool:
    return move.mode in {Mode.PLANNED, Mode.AGREED} and move.scope is not Scope.PAST


_WAYS = ((Status.PAST, _is_past), (Status.CANCELLED, _is_failed), (Status.PLANNED, _is_planned))


def _same(one: Transfer, other: Transfer) -> bool:
    return (one.count, one.returned_to) == (other.count, other.returned_to)
