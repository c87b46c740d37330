"""`exchanges run`, `poll` and `demo`: the service for good, for one round, and on sample feeds."""

import argparse
import asyncio
import json
import logging
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.cli.options import add_config, add_shape, load, read_config
from bot.errors import ConfigError, ExchangesError
from detectors import check_languages


def add_to(commands: Any) -> None:
    """Declare the commands."""
    demo = commands.add_parser(
        "demo",
        help="see it work on sample feeds; ends by itself",
        description="Runs the whole service for some seconds on bundled sample feeds that it serves on loopback, "
        "prints the alerts, and ends. Needs no network, no token and no config, and leaves nothing behind.",
    )
    demo.add_argument("--picture", metavar="FILE.svg", type=Path, help="save the alerts as a picture too")
    demo.set_defaults(run=run_demo)

    service = commands.add_parser(
        "run",
        help="run the service",
        description="Polls the feeds, tells the channels, and answers people, until Ctrl-C or SIGTERM.",
    )
    add_config(service)
    service.set_defaults(run=run_service)

    poll = commands.add_parser(
        "poll",
        help="poll the feeds once and end",
        description="One round over the feeds that are due: fetch, read, place, decide. What is decided stays owed.",
    )
    poll.add_argument("--all", action="store_true", help="poll every feed, due or not")
    add_shape(poll)
    add_config(poll)
    poll.set_defaults(run=run_poll)


def run_demo(args: argparse.Namespace) -> int:
    """Show everything once."""
    from bot.cli import demo

    return demo.run(args)


def run_service(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from bot.config_files import lacking
    from bot.reload import Watch

    path = Path(args.config)
    watch = Watch(path, os.environ)  # before the config is read, so that no edit slips through
    loaded = load(args)
    if missing := lacking(loaded.config, path):
        raise ConfigError(missing)
    try:
        check_languages()  # now, not at night when the first article in a language comes
    except ValueError as error:
        raise ExchangesError(str(error)) from None
    from bot import app
    from bot.logs import set_up_logging
    from bot.parser import old_expat

    set_up_logging(loaded.config)
    for warning in (*loaded.warnings, old_expat()):
        if warning:
            logging.getLogger(__name__).warning(warning)
    asyncio.run(app.run(loaded.config, watch=watch))
    return 0


def run_poll(args: argparse.Namespace) -> int:
    """One round; a feed that fails is told on standard error, and is a failure only where every feed did."""
    config = read_config(args)
    from bot import app
    from bot.logs import set_up_logging

    set_up_logging(config, level=logging.WARNING)
    counts = asdict(asyncio.run(app.poll_once(config, everything=args.all)))
    if args.format == "json":
        print(json.dumps(counts))
    else:
        print(", ".join(f"{name.replace('_', ' ')}: {count}" for name, count in counts.items()))
    return 1 if 0 < counts["failed"] == counts["feeds"] else 0
