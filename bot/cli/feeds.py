"""`exchanges feeds …`: look at the feed list, try feeds, and edit the list in the config without touching a remark."""

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

from bot.cli.options import add_config, read_config
from bot.errors import CallError, ConfigError, ExchangesError
from bot.feed_list import ListedFeed, add_feed, feeds_from_opml, feeds_to_opml, remove_feed

NO_FEEDS = "no feeds yet; add one with: exchanges feeds add URL"

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("list the feeds", "Lists the feeds of the config, with their health where the service has polled them."),
    "check": (
        "fetch feeds and show what they yield",
        "Fetches feeds once and shows what they would yield; stores nothing.",
    ),
    "why": (
        "tell a feed's history and when it is polled next",
        "Tells what the service knows of one feed: what became of it, its rhythm, when it is polled next and why.",
    ),
    "add": ("add a feed to the config", "Adds a feed to the config; every other line of it stays as it is."),
    "remove": ("remove a feed from the config", "Removes a feed from the config; remarks stay."),
    "import": (
        "add the feeds of an OPML file",
        "Adds the feeds of an OPML file to the config, those that are not there yet.",
    ),
    "export": ("print the feeds as OPML", "Prints the feeds of the config as OPML, for any feed reader."),
}


def add_to(commands: Any) -> None:
    """Declare the commands."""
    family = commands.add_parser("feeds", help="list, check and edit the feeds", description="Works on the feed list.")
    under = family.add_subparsers(title="commands", metavar="COMMAND", required=True)
    runs: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": run_list,
        "check": run_check,
        "why": run_why,
        "add": run_add,
        "remove": run_remove,
        "import": run_import,
        "export": run_export,
    }
    for name, (summary, description) in COMMANDS.items():
        parser = under.add_parser(name, help=summary, description=description)
        _add_arguments(name, parser)
        add_config(parser)
        parser.set_defaults(run=runs[name])


def _add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    match name:
        case "check":
            parser.add_argument("urls", nargs="*", metavar="URL", help="default: every feed of the config")
            parser.add_argument("--all", action="store_true", help="every feed of the config, besides those named")
        case "why":
            parser.add_argument("url", metavar="URL", help="the feed's address")
        case "add":
            parser.add_argument("url", metavar="URL", help="the feed's address")
            parser.add_argument("--name", help="how alerts name the outlet")
            parser.add_argument("--language", metavar="XX", help="the language of its texts")
            parser.add_argument("--every", metavar="5m", help="how often it is polled")
        case "remove":
            parser.add_argument("url", metavar="URL", help="the feed's address")
        case "import":
            parser.add_argument("file", metavar="FILE", help="an OPML file, or - for standard input")


def run_add(args: argparse.Namespace) -> int:
    """Add one feed."""
    feed = ListedFeed(url=args.url, name=args.name, language=args.language, every=args.every)
    _edit(Path(args.config), lambda text: add_feed(text, feed))
    print(f"{args.config}: added {args.url}; a running bot takes it up at its next start")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """Remove one feed."""
    _edit(Path(args.config), lambda text: remove_feed(text, args.url))
    print(f"{args.config}: removed {args.url}; a running bot drops it at its next start")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Add the feeds of an OPML list that are not there yet."""
    known = {feed.url for feed in read_config(args).feeds}
    try:
        body = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
        listed = feeds_from_opml(body)
    except OSError as error:
        raise CallError(f"{args.file}: {error.strerror}; give an OPML file or - for standard input") from None
    except ValueError as error:
        raise CallError(f"{args.file}: {error}; export it from the other reader once more") from None
    new = [feed for feed in listed if feed.url not in known]

    def add_all(text: str) -> str:
        return reduce(add_feed, new, text)

    _edit(Path(args.config), add_all)
    print(f"{args.config}: added {len(new)} feeds; {len(listed) - len(new)} of {len(listed)} were there already")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Print the list as OPML."""
    feeds = read_config(args).feeds
    print(feeds_to_opml(ListedFeed(url=feed.url, name=feed.name, language=feed.language) for feed in feeds), end="")
    return 0


def _edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the config's text, unless it would no longer be a valid config; readers see the old or the new, whole."""
    from bot.config import load_config, parse_config

    load_config(path, os.environ)  # a config that is missing or wrong is told as `run` would tell it
    target = path.resolve()
    try:
        edited = change(target.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CallError(f"{path}: {error}") from None
    try:
        parse_config(edited, path=path, environ=os.environ)
    except ConfigError as error:
        raise ConfigError(tuple(f"{fault} (as edited; the file stays as it was)" for fault in error.faults)) from None
    draft = target.with_name(f"{target.name}.new")
    try:
        draft.write_text(edited, encoding="utf-8")
        shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ExchangesError(f"{path}: cannot be written: {error.strerror}") from None


def run_list(args: argparse.Namespace) -> int:
    """List the feeds with their health."""
    from bot.cli.feed_check import print_feeds

    config = read_config(args)
    print_feeds(config)
    if not config.feeds:
        print(f"{args.config}: {NO_FEEDS}")
    return 0


def run_why(args: argparse.Namespace) -> int:
    """Tell what became of a feed."""
    from bot.cli.feed_check import print_history

    config = read_config(args)
    if not print_history(config, args.url):
        raise CallError(f"{args.url}: the service has never polled it; try it with: exchanges feeds check URL")
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Fetch feeds and show what they would yield; status 1 if one of them failed."""
    from bot.cli.feed_check import print_yields
    from bot.config import Config

    config = read_config(args) if args.all or not args.urls or Path(args.config).exists() else Config()
    listed = [feed.url for feed in config.feeds] if args.all or not args.urls else []
    urls = list(dict.fromkeys([*args.urls, *listed]))
    if not urls:
        raise CallError(f"{args.config}: {NO_FEEDS}")
    failed = asyncio.run(print_yields(urls, config.polling, details=bool(args.urls)))
    return 1 if failed else 0
