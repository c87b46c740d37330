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
    parts: dict[Status, list[Reading]] = {status: [] for status in (Status.PAST, Status.CANCELLED, Status.PLANNED)}
    for reading in readings:
        told = {status for move in reading.moves if (status := _status_of(move)) is not None} if reading.moves else ()
        for status in told:
            parts[status].append(reading)
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


def _status_of(move: Move) -> Status | None:
    """What a movement that is not told as news says of its exchange."""
    if move.mode is Mode.FAILED:
        return Status.CANCELLED
    if move.scope is Scope.PAST:
        return Status.PAST if move.mode in {Mode.DONE, Mode.RUNNING} else None
    return Status.PLANNED if move.mode in {Mode.PLANNED, Mode.AGREED} else None


def _same(one: Transfer, other: Transfer) -> bool:
    return (one.count, one.returned_to) == (other.count, other.returned_to)
