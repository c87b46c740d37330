"""`exchanges events …`: what is known, why each report is where it is, and an editor's hand that the machine obeys."""

import argparse
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.cli.options import add_db, add_family, add_form, add_language, add_shape, existing_store, print_json
from bot.errors import CallError
from bot.outlets import corroboration
from bot.types import Edit, Event, EventStatus, ReportRef
from bot.wire import edited_to_json, event_to_json

if TYPE_CHECKING:
    from rich.console import Console

    from bot.store import Store

LISTED = 20

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("list the known events", "Lists the events that are known, the latest first."),
    "show": ("show one event and why each report is in it", "Shows an event with its reports and why each is there."),
    "merge": (
        "put two events together",
        "Puts event B into event A: B's alert is withdrawn with a pointer to A. No later report parts them again.",
    ),
    "split": (
        "tell some reports of an event apart",
        "Makes an event of its own of some reports of an event; no later report puts the two together again.",
    ),
}


def add_to(commands: Any) -> None:
    """Declare the commands."""
    parsers = add_family(
        commands,
        "events",
        COMMANDS,
        {"list": run_list, "show": run_show, "merge": run_merge, "split": run_split},
        summary="list, show, merge and split events",
        description="Works on events.",
    )
    for name, parser in parsers.items():
        _add_arguments(name, parser)
        add_db(parser)


def _add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    match name:
        case "list":
            parser.add_argument("-n", type=int, default=LISTED, metavar="N", help=f"how many; default: {LISTED}")
            parser.add_argument("--party", metavar="NAME", help="only those in which this party has a part")
            parser.add_argument("--status", choices=tuple(EventStatus), metavar="STATUS", help="only those that are so")
            add_shape(parser)
        case "show":
            parser.add_argument("id", metavar="ID", help="the event's id, as `events list` prints it")
            add_form(parser)
            add_language(parser)
        case "merge":
            parser.add_argument("kept", metavar="A", help="the event that stays")
            parser.add_argument("gone", metavar="B", help="the event that is the same exchange")
        case "split":
            parser.add_argument("id", metavar="ID", help="the event")
            parser.add_argument(
                "reports", nargs="+", metavar="REPORT", help="a report's number as `events show` prints it, or its link"
            )


def run_list(args: argparse.Namespace) -> int:
    """List the latest events."""
    with existing_store(args) as store:
        events = [event for event in store.events.latest(-1) if _is_wanted(event, args)][: max(1, args.n)]
    if args.format == "json":
        print_json([event_to_json(event) for event in events])
        return 0
    from rich.console import Console

    _print_list(Console(), events)
    return 0


def _is_wanted(event: Event, args: argparse.Namespace) -> bool:
    party = not args.party or args.party.casefold() in {name.casefold() for name in event.parties}
    return party and (not args.status or event.status == args.status)


def _print_list(console: "Console", events: Sequence[Event]) -> None:
    from bot.render.headline import headline
    from bot.render.words import words

    say = words("en")
    for event in events:
        quiet = "" if event.told else " · kept quiet"
        outlets = corroboration(event).outlets
        console.print(event.id, style="bold", highlight=False)
        console.print(f"  {headline(event, say)}", markup=False, highlight=False)
        facts = f"  {event.status} · {event.event_date or 'no day known'} · {len(event.reports)} report(s)"
        console.print(f"{facts}, {outlets} independent{quiet}", style="dim", highlight=False)
    if not events:
        console.print("No such event is known.")


def run_show(args: argparse.Namespace) -> int:
    """Show one event."""
    with existing_store(args) as store:
        event = _event(store, args.id)
        placed, edits = store.events.placed(event.id), store.events.edits(event.id)
    if args.format == "json":
        reports = [{"report": placed[ref.key][0], "because": placed[ref.key][1]} for ref in event.refs]
        known = event_to_json(event)
        known["reports"] = [{**ref, **why} for ref, why in zip(known["reports"], reports, strict=True)]
        print_json({**known, "edits": [edited_to_json(edit) for edit in edits]})
        return 0
    from bot.render import card, console_panel, mail_html

    shown = card(event, language=args.language)
    if args.format == "mail":
        print(mail_html(shown), end="")
        return 0
    from rich.console import Console

    console = Console()
    console.print(event.id, style="bold", highlight=False)
    console.print(console_panel(shown))
    if event.merged_into:
        console.print(f"This event proved to be {event.merged_into}; its reports are there.")
    for ref in event.refs:
        _print_report(console, ref, *placed[ref.key])
    for notice in event.notices:
        console.print(f"{notice.at:%Y-%m-%d %H:%M} {notice.status}, says {notice.article_id}", highlight=False)
    for edit in edits:
        others = ", ".join(name for name in edit.events if name != event.id)
        console.print(f"{edit.at:%Y-%m-%d %H:%M} an editor's {edit.what}, with {others}", highlight=False)
    return 0


def _print_report(console: "Console", ref: ReportRef, number: int, because: str) -> None:
    when = f"{ref.published:%Y-%m-%d %H:%M}" if ref.published else "no date"
    console.print(f"#{number} {ref.source or ref.article_id} · {when} · {ref.lang} · {ref.status}", highlight=False)
    console.print(f"   {ref.title or ref.article_id}", markup=False, highlight=False)
    doubt = ", though by itself hardly a report" if ref.report and ref.report.is_doubtful else ""
    console.print(f"   here because: {because}{doubt}", style="dim", markup=False, highlight=False)


def run_merge(args: argparse.Namespace) -> int:
    """Put two events together."""
    from bot.app import utc_now
    from bot.hand import merge

    with existing_store(args) as store, store.writing():
        now = utc_now()
        _keep(store, merge(_event(store, args.kept), _event(store, args.gone), now), now)
    print(f"{args.gone}: is now part of {args.kept}")
    return 0


def run_split(args: argparse.Namespace) -> int:
    """Tell reports apart."""
    from bot.app import utc_now
    from bot.hand import split

    with existing_store(args) as store, store.writing():
        now, event = utc_now(), _event(store, args.id)
        edit = split(event, _keys(store, event, args.reports), now)
        _keep(store, edit, now)
    print(f"{args.id}: {len(edit.changes[1].event.refs)} reports are now {edit.changes[1].event.id}")
    return 0


def _keep(store: "Store", edit: Edit, now: datetime) -> None:
    """Store what was done and owe what people must be told of it."""
    from bot.alerts import decide_edit
    from bot.intake import tell

    store.events.save_edit(edit, now)
    tell(store, decide_edit(edit, now), [change.event for change in edit.changes], now, owe=True)


def _event(store: "Store", event_id: str) -> Event:
    event = store.events.get(event_id)
    if event is None:
        raise CallError(f"{event_id}: no such event; exchanges events list prints the ids")
    return event


def _keys(store: "Store", event: Event, named: Collection[str]) -> set[tuple[str, int]]:
    """The reports that the call names, by number, article or link."""
    placed = store.events.placed(event.id)
    keys: set[tuple[str, int]] = set()
    for name in named:
        found = {
            ref.key
            for ref in event.refs
            if name.removeprefix("#") == str(placed[ref.key][0]) or name in (ref.article_id, ref.url)
        }
        if not found:
            raise CallError(f"{name}: no report of {event.id}; exchanges events show {event.id} prints their numbers")
        keys |= found
    return keys
