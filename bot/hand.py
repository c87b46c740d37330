"""An editor's hand: two events are put together, or one is told apart, and the machine never undoes it. Pure.

A report that an editor placed carries the id of its event as its pin (`ReportRef.pin`). Reports that come later may
still join by what they tell; those with one pin stay together, those with two stay apart.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.assembly import change_of, told_in
from bot.errors import CallError
from bot.types import Edit, Event, ReportRef

MERGE, SPLIT = "merge", "split"


def merge(kept: Event, gone: Event, now: datetime) -> Edit:
    """Put two events together under the id of the first; CallError where one is not an event of its own."""
    for event in (kept, gone):
        if event.merged_into:
            raise CallError(f"{event.id}: is merged into {event.merged_into} already; name that one")
    if kept.id == gone.id:
        raise CallError(f"{kept.id}: named twice; name two events")
    notices = tuple(sorted({*kept.notices, *gone.notices}, key=lambda notice: (notice.at, notice.article_id)))
    told = told_in(replace(kept, notices=notices, reports=_pinned((*kept.refs, *gone.refs), kept.id), doubtful=()))
    change = replace(change_of(told, told.all[0], now), reason="put together by an editor")
    if gone.told and not change.event.told:  # who heard of it is pointed to an event that people know
        change = replace(change, event=replace(change.event, told=True), first_told=True)
    return Edit(what=MERGE, changes=(change,), merged=(replace(gone, merged_into=kept.id),))


def split(event: Event, keys: Collection[tuple[str, int]], now: datetime) -> Edit:
    """Make an event of its own of some reports; CallError where none of them, or none of the rest, would be left."""
    if event.merged_into:
        raise CallError(f"{event.id}: is merged into {event.merged_into}; name that one")
    parted = tuple(ref for ref in event.refs if ref.key in keys)
    rest = tuple(ref for ref in event.refs if ref.key not in keys)
    if not parted or not rest:
        raise CallError(f"{event.id}: a split needs some of its {len(event.refs)} reports, not all")
    opener = event.opener if any(ref.article_id == event.opener for ref in rest) else rest[0].article_id
    old = told_in(replace(event, reports=_pinned(rest, event.id), doubtful=(), opener=opener))
    fresh = told_in(replace(event, reports=parted, doubtful=()))
    fresh.event = None
    opened = change_of(fresh, fresh.all[0], now)
    name, reports, doubtful = opened.event.id, opened.event.reports, opened.event.doubtful
    pinned = replace(opened.event, reports=_pinned(reports, name), doubtful=_pinned(doubtful, name))
    changes = change_of(old, old.all[0], now), replace(opened, event=pinned)
    return Edit(what=SPLIT, changes=tuple(replace(change, reason="told apart by an editor") for change in changes))


def _pinned(refs: Collection[ReportRef], event_id: str) -> tuple[ReportRef, ...]:
    return tuple(replace(ref, pin=event_id) for ref in refs)
