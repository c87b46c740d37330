"""`exchanges latest`, `search`, `stats` and `export`: what the database knows, for people and for scripts."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.options import add_db, add_form, add_language, add_shape, existing_store, print_json
from bot.cli.tables import write_csv
from bot.errors import CallError
from bot.types import Event
from bot.wire import Json, alert_to_json, event_to_json, report_ref_to_json, report_to_json, total_to_json

if TYPE_CHECKING:
    from rich.console import Console

    from bot.store import Store

LATEST = 5


def add_to(commands: Any) -> None:
    """Declare the commands."""
    latest = commands.add_parser(
        "latest", help="print the latest exchanges", description="Prints the latest exchanges that are known."
    )
    _add_answer(latest)
    latest.set_defaults(run=run_latest)

    search = commands.add_parser(
        "search",
        help="find exchanges by party, place, day or source",
        description="Finds the exchanges that have every word, or one that begins with it, in any language.",
    )
    search.add_argument("words", nargs="+", metavar="WORD", help="what to look for")
    _add_answer(search)
    search.set_defaults(run=run_search)

    stats = commands.add_parser(
        "stats",
        help="how many came home, by sides",
        description="Sums up who came home, each way between each two sides, from the least to the most that is said.",
    )
    stats.add_argument("party", nargs="?", metavar="PARTY", help="only exchanges in which it has a part")
    add_shape(stats)
    add_language(stats)
    add_db(stats)
    stats.set_defaults(run=run_stats)

    chart = commands.add_parser(
        "chart",
        help="draw who came home over time, one exchange, or all conflicts",
        description="Draws a PNG: a party's exchanges over time, one event's reports, or all conflicts.",
    )
    chart.add_argument("what", nargs="?", default="", metavar="PARTY|ID", help="default: all conflicts")
    chart.add_argument("--out", metavar="FILE", default="chart.png", help="default: chart.png")
    chart.add_argument("--dark", action="store_true", help="for a dark screen")
    add_language(chart)
    add_db(chart)
    chart.set_defaults(run=run_chart)

    export = commands.add_parser(
        "export",
        help="print events, reports or alerts for scripts",
        description="Prints everything that the database holds of one kind; csv has one transfer a row.",
    )
    export.add_argument("what", choices=tuple(EXPORTS), metavar="|".join(EXPORTS), help="what to print")
    export.add_argument("--format", choices=("jsonl", "json", "csv"), default="jsonl", help="default: jsonl")
    add_db(export)
    export.set_defaults(run=run_export)


def _add_answer(parser: argparse.ArgumentParser) -> None:
    """Let the call say how many events it prints, as what and in which language."""
    parser.add_argument("-n", type=int, default=LATEST, metavar="N", help=f"how many; default: {LATEST}")
    add_form(parser)
    add_language(parser)
    add_db(parser)


def run_latest(args: argparse.Namespace) -> int:
    """Print the latest events: cards for people, objects for scripts."""
    with existing_store(args) as store:
        events = store.events.latest(max(1, args.n))
    return _print_found(args, events, nothing="reply-nothing-yet")


def run_search(args: argparse.Namespace) -> int:
    """Print the events that have the words."""
    with existing_store(args) as store:
        found = store.search.find(" ".join(args.words), max(1, args.n))
        events = tuple(event for event in map(store.events.get, found) if event)
    return _print_found(args, events, nothing="reply-nothing-found")


def run_stats(args: argparse.Namespace) -> int:
    """Print who came home, by sides."""
    with existing_store(args) as store:
        party = store.search.known_party(args.party) if args.party else None
        if args.party and party is None:
            raise CallError(f"{args.party}: no exchange of this party is known; exchanges stats alone tells of all")
        totals = store.search.totals(party)
    if args.format == "json":
        print_json([total_to_json(total) for total in totals])
        return 0
    from bot.render import statistics, words

    print(statistics(totals, words(args.language)))
    return 0


def run_chart(args: argparse.Namespace) -> int:
    """Draw a chart into a file and print what it shows."""
    from bot.app import utc_now
    from bot.commands import Commands
    from bot.commands.events import DARK
    from bot.types import Ask, Platform, Verb

    with existing_store(args) as store:
        asked = (Verb.CHART, args.what, *([DARK] if args.dark else []))
        ask = Ask(platform=Platform.CONSOLE, address="", language=args.language, words=asked)
        reply = asyncio.run(Commands(store, utc_now).answer(ask))
    if reply.picture is None:
        raise CallError(reply.text)
    Path(args.out).write_bytes(reply.picture.png)
    print(f"{args.out}: {reply.picture.alt}")
    return 0


def _print_found(args: argparse.Namespace, events: Sequence[Event], *, nothing: str) -> int:
    from bot.render import card, mail_html, words

    if args.format == "json":
        print_json([event_to_json(event) for event in events])
    elif not events:
        print(words(args.language).say(nothing, words=" ".join(getattr(args, "words", ()))))
    elif args.format == "mail":
        print(mail_html(*(card(event, language=args.language) for event in events)), end="")
    else:
        from rich.console import Console

        print_events(Console(), events, language=args.language)
    return 0


def print_events(console: "Console", events: Sequence[Event], *, language: str = "en") -> None:
    """Print events as cards, the latest last, where the eye is."""
    from bot.render import card, console_panel

    for event in reversed(events):
        console.print(console_panel(card(event, language=language)))


def run_export(args: argparse.Namespace) -> int:
    """Print everything of one kind."""
    with existing_store(args) as store:
        objects = EXPORTS[args.what](store)
        match args.format:
            case "jsonl":
                for thing in objects:
                    print(json.dumps(thing, ensure_ascii=False))
            case "json":
                print_json(list(objects))
            case _:
                write_csv(sys.stdout, args.what, objects)
    return 0


def _events(store: "Store") -> Iterable[Json]:
    return map(event_to_json, store.events.standing())


def _reports(store: "Store") -> Iterable[Json]:
    sources = {ref.article_id: report_ref_to_json(ref) for event in store.events.standing() for ref in event.refs}
    for article_id, event_id, report in store.events.reports():
        if article_id in sources:
            yield {**sources[article_id], "article_id": article_id, "event_id": event_id, **report_to_json(report)}


def _alerts(store: "Store") -> Iterable[Json]:
    return map(alert_to_json, store.events.alerts())


EXPORTS: dict[str, Callable[["Store"], Iterable[Json]]] = {"events": _events, "reports": _reports, "alerts": _alerts}
