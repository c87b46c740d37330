"""What several commands share: their options, their families, how they print for scripts, where the database is."""

import argparse
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import CallError

if TYPE_CHECKING:
    from bot.config import Config
    from bot.config_files import Loaded
    from bot.store import Store

DEFAULT_CONFIG = "config.toml"

Run = Callable[[argparse.Namespace], int]  # a command at work; its exit status


def add_config(parser: argparse.ArgumentParser) -> None:
    """Let the call name the config."""
    parser.add_argument("--config", metavar="PATH", default=DEFAULT_CONFIG, help=f"default: {DEFAULT_CONFIG}")


def add_db(parser: argparse.ArgumentParser) -> None:
    """Let the call name the database, or the config that names it."""
    parser.add_argument("--db", metavar="PATH", help="the database; default: the one that the config names")
    add_config(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let the call say in which language people read the answer."""
    parser.add_argument("--language", metavar="TAG", default="en", help="such as uk, pt-BR or ar; default: en")


def add_form(parser: argparse.ArgumentParser) -> None:
    """Let the call say as what it prints exchanges: cards, objects for scripts, or a page for mail (HTML)."""
    parser.add_argument("--format", choices=("text", "json", "mail"), default="text", help="default: text")


def add_shape(parser: argparse.ArgumentParser) -> None:
    """Let the call ask for objects for scripts instead of text."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def add_family(
    commands: Any,
    name: str,
    members: Mapping[str, tuple[str, str]],
    runs: Mapping[str, Run],
    *,
    summary: str,
    description: str,
) -> dict[str, argparse.ArgumentParser]:
    """Declare `exchanges NAME …` with its commands, each with a summary and a description; the parser of each."""
    family = commands.add_parser(name, help=summary, description=description)
    under = family.add_subparsers(title="commands", metavar="COMMAND", required=True)
    parsers = {each: under.add_parser(each, help=short, description=long) for each, (short, long) in members.items()}
    for each, parser in parsers.items():
        parser.set_defaults(run=runs[each])
    return parsers


def print_json(value: object) -> None:
    """Print an object, or a list of them, for scripts."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def read_config(args: argparse.Namespace) -> "Config":
    """The config that the call names; ConfigError with every fault."""
    return load(args).config


def load(args: argparse.Namespace) -> "Loaded":
    """The config that the call names, with the feeds that are switched off; ConfigError with every fault."""
    from bot import config_files

    return config_files.load(Path(args.config), os.environ)


def database(args: argparse.Namespace) -> Path:
    """Where the database is: as the call says, else as the config says."""
    return Path(args.db) if args.db else read_config(args).store.path


@contextmanager
def existing_store(args: argparse.Namespace) -> Iterator["Store"]:
    """The store for a command that only looks into it: one that is not there is not made."""
    from bot.store import Store

    path = database(args)
    if not path.exists():
        raise CallError(f"{path}: no database there; the service (exchanges run) or exchanges backfill makes it")
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()
