"""`exchanges feeds …`: look at the feed list and try feeds; feed_edit.py edits the list."""

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.cli.options import add_config, add_family, load, read_config
from bot.errors import CallError

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
    "reread": (
        "read a feed once more, as on its first poll",
        "Has the service read a feed at its next poll as on its first one: every entry dated within look_back, also "
        "those of a flood that it left unread. What was told is not told again.",
    ),
    "add": ("add a feed to the config", "Adds a feed to the config; every other line of it stays as it is."),
    "remove": ("remove feeds from the config", "Removes feeds from the file that lists them; remarks stay."),
    "enable": ("switch feeds on", "Switches feeds on that are listed and off."),
    "disable": ("switch feeds off", "Switches feeds off, without forgetting them: enabled = false in the file."),
    "import": (
        "add the feeds of an OPML file, or the starter list",
        "Adds the feeds of an OPML file to the config, those that are not there yet; folders become groups.",
    ),
    "export": ("print the feeds as OPML", "Prints the feeds of the config as OPML, for any feed reader."),
}


def add_to(commands: Any) -> None:
    """Declare the commands."""
    runs = {"list": run_list, "check": run_check, "why": run_why, "reread": run_reread}
    parsers = add_family(
        commands,
        "feeds",
        COMMANDS,
        {name: runs.get(name, run_edit) for name in COMMANDS},
        summary="list, check and edit the feeds",
        description="Works on the feed list.",
    )
    for name, parser in parsers.items():
        _add_arguments(name, parser)
        add_config(parser)
        parser.set_defaults(edit=name)


def _add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    match name:
        case "check":
            parser.add_argument("urls", nargs="*", metavar="URL", help="default: every feed of the config")
            parser.add_argument("--all", action="store_true", help="every feed of the config, besides those named")
        case "why" | "reread":
            parser.add_argument("url", metavar="URL", help="the feed's address")
        case "add":
            parser.add_argument("url", metavar="URL", help="the feed's address")
            parser.add_argument("--name", help="how alerts name the outlet")
            parser.add_argument("--language", metavar="XX", help="the language of its texts")
            parser.add_argument("--every", metavar="5m", help="how often it is polled")
            parser.add_argument("--group", metavar="NAME", help="the group it belongs to; made if there is none")
        case "remove" | "enable" | "disable":
            parser.add_argument("urls", nargs="+", metavar="URL", help="the feeds' addresses")
        case "import":
            parser.add_argument("file", nargs="?", metavar="FILE", help="an OPML file, or - for standard input")
            parser.add_argument("--starter", action="store_true", help="the list that comes with Exchange Watch")


def run_edit(args: argparse.Namespace) -> int:
    """Edit the list, or print it as OPML."""
    from bot.cli import feed_edit

    return feed_edit.RUNS[args.edit](args)


def run_list(args: argparse.Namespace) -> int:
    """List the feeds with their health."""
    from bot.cli.feed_check import print_feeds
    from bot.render.text import clean

    loaded = load(args)
    print_feeds(loaded.config)
    for feed in loaded.off:
        print(f"{feed.url}\n  {clean(feed.name or '(no name)')} · off; exchanges feeds enable URL switches it on")
    if not (loaded.config.feeds or loaded.off):
        print(f"{args.config}: {NO_FEEDS}")
    return 0


def run_why(args: argparse.Namespace) -> int:
    """Tell what became of a feed."""
    from bot.cli.feed_check import print_history

    config = read_config(args)
    if not print_history(config, args.url):
        raise CallError(f"{args.url}: the service has never polled it; try it with: exchanges feeds check URL")
    return 0


def run_reread(args: argparse.Namespace) -> int:
    """Have a feed read as if it were new."""
    import contextlib

    from bot.app import utc_now
    from bot.store import Store

    path = read_config(args).store.path
    if path.exists():
        with contextlib.closing(Store.open(path)) as store, store.writing():
            if store.feeds.reread(args.url, utc_now()):
                print(f"{args.url}: is read anew at the next poll")
                return 0
    raise CallError(f"{args.url}: the service has never polled it; list it with: exchanges feeds add URL")


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
    if listed:
        prune = "; switch off what is gone: exchanges feeds disable URL" if failed else ""
        print(f"{len(urls) - failed} of {len(urls)} feeds can be read{prune}")
    return 1 if failed else 0
