"""`exchanges feedback …`: what people find wrong with exchanges."""

import argparse
from typing import Any

from bot.cli.options import add_db, add_family, add_shape, existing_store, print_json

COMMANDS = {
    "list": (
        "list what people find wrong",
        "Lists what people found wrong with exchanges and nobody has looked at yet, the oldest first.",
    ),
    "done": ("mark it as looked at", "Marks feedback as looked at, by number."),
}


def add_to(commands: Any) -> None:
    """Declare the commands."""
    parsers = add_family(
        commands,
        "feedback",
        COMMANDS,
        {"list": run_list, "done": run_done},
        summary="read what people find wrong",
        description="Works on the inbox that people write to from chats.",
    )
    add_shape(parsers["list"])
    parsers["done"].add_argument("ids", nargs="+", type=int, metavar="NUMBER", help="as the list shows them")
    for parser in parsers.values():
        add_db(parser)


def run_list(args: argparse.Namespace) -> int:
    """Print the inbox."""
    with existing_store(args) as store:
        found = store.feedback.open()
    if args.format == "json":
        print_json(
            [
                {
                    "id": one.id,
                    "at": one.at.isoformat(),
                    "channel": one.channel,
                    "event_id": one.event_id,
                    "reason": one.reason.value,
                    "text": one.text,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        said = f"{one.reason}: {one.text}" if one.text else one.reason.value
        print(f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {one.event_id}  {one.channel}  {said}")
    if not found:
        print("the inbox is empty")
    return 0


def run_done(args: argparse.Namespace) -> int:
    """Mark it."""
    with existing_store(args) as store:
        print(f"done: {sum(store.feedback.done(number) for number in args.ids)}")
    return 0
