"""`exchanges deliveries …`: what could not be delivered, and what is to become of it."""

import argparse
import sys
from typing import Any

from bot.cli.options import add_db, add_family, add_shape, existing_store, print_json
from bot.errors import CallError
from bot.types import Delivery, DeliveryState

DEAD = (DeliveryState.REFUSED, DeliveryState.UNKNOWN)
WAITING = (*DEAD, DeliveryState.OWED, DeliveryState.CLAIMED)

COMMANDS = {
    "list": (
        "list what was refused, is unknown or keeps failing",
        "Lists deliveries, the latest first: by default those that were refused, those of which nobody knows whether "
        "they arrived, and those that were tried in vain so far.",
    ),
    "retry": (
        "owe deliveries again",
        "Owes deliveries again that were refused or are unknown; a running bot posts them within half a minute.",
    ),
    "drop": (
        "give deliveries up",
        "Gives deliveries up: any by number, or with --all those that were refused or are unknown.",
    ),
}


def add_to(commands: Any) -> None:
    """Declare the commands."""
    parsers = add_family(
        commands,
        "deliveries",
        COMMANDS,
        {"list": run_list, "retry": run_retry, "drop": run_drop},
        summary="look after what could not be delivered",
        description="Works on what is owed to channels.",
    )
    for name, parser in parsers.items():
        if name == "list":
            states = [state.value for state in DeliveryState]
            parser.add_argument("--state", choices=states, help="those in one state only")
            parser.add_argument("-n", type=int, default=50, metavar="N", help="how many; default: 50")
            add_shape(parser)
        else:
            parser.add_argument("ids", nargs="*", type=int, metavar="NUMBER", help="as the list shows them")
            parser.add_argument("--all", action="store_true", help="all that were refused or are unknown")
        add_db(parser)


def run_list(args: argparse.Namespace) -> int:
    """Print deliveries."""
    states = (DeliveryState(args.state),) if args.state else WAITING
    with existing_store(args) as store:
        found = store.deliveries.listed(states, max(1, args.n), tried=not args.state)
        counts = store.deliveries.states()
    if args.format == "json":
        print_json([_to_json(delivery) for delivery in found])
        return 0
    for delivery in found:
        tried = f"tried {delivery.attempts} times" if delivery.attempts != 1 else "tried once"
        print(
            f"{delivery.id}  {delivery.state}  {delivery.channel.id}  {delivery.alert.kind} of "
            f"{delivery.alert.event_id}, {delivery.alert.at:%Y-%m-%d %H:%M}; {tried}: {delivery.reason or '-'}"
        )
    total = ", ".join(f"{state} {count}" for state, count in sorted(counts.items()))
    print(f"in all: {total or 'none'}", file=sys.stderr)
    return 0


def run_retry(args: argparse.Namespace) -> int:
    """Owe them again."""
    with existing_store(args) as store:
        print(f"owed again: {store.deliveries.retry(_ids(args))}")
    return 0


def run_drop(args: argparse.Namespace) -> int:
    """Give them up."""
    with existing_store(args) as store:
        print(f"dropped: {store.deliveries.drop(_ids(args))}")
    return 0


def _ids(args: argparse.Namespace) -> list[int] | None:
    if bool(args.ids) == args.all:
        raise CallError("deliveries: name them by number (exchanges deliveries list shows it), or say --all")
    return None if args.all else list(args.ids)


def _to_json(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "state": delivery.state.value,
        "channel": delivery.channel.id,
        "event_id": delivery.alert.event_id,
        "kind": delivery.alert.kind.value,
        "at": delivery.alert.at.isoformat(),
        "attempts": delivery.attempts,
        "not_before": delivery.not_before.isoformat() if delivery.not_before else None,
        "message_id": delivery.message_id,
        "reason": delivery.reason,
    }
