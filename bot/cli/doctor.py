"""`exchanges doctor`: is everything in order, and if not, what to mend."""

import argparse
import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.options import add_config, load
from bot.errors import ChatError, ConfigError, ExchangesError, LockedError

if TYPE_CHECKING:
    from bot.config import Config
    from bot.config_files import Loaded

Finding = tuple[bool, str, str]  # in order?, what was looked at, what was found


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="check config, database, tokens and feeds",
        description="Checks the config, the database, the tokens and every feed, and says what to mend. Posts nothing.",
    )
    parser.add_argument("--offline", action="store_true", help="leave out what needs the network: tokens and feeds")
    add_config(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print a line for each check; status 1 if something is to be mended."""
    try:
        loaded = load(args)
    except ConfigError as error:
        note = f"{args.config}: a bot that is running goes on with the config as it last was right"
        raise ConfigError((*error.faults, note)) from None
    return asyncio.run(_examine(loaded, args))


async def _examine(loaded: "Loaded", args: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.text import Text

    console, to_mend = Console(highlight=False, soft_wrap=True), 0
    async for in_order, what, found in _findings(loaded, args.config, offline=args.offline):
        to_mend += not in_order
        mark = ("  ok  ", "green") if in_order else (" mend ", "bold red")
        console.print(Text.assemble(mark, (f"{what:<10}", "bold"), found))
    console.print(f"{to_mend} to mend" if to_mend else "All is well.")
    return 1 if to_mend else 0


async def _findings(loaded: "Loaded", path: str, *, offline: bool) -> AsyncIterator[Finding]:
    from bot.config_files import lacking
    from bot.parser import old_expat

    config = loaded.config
    yield True, "config", f"{path} has no fault"
    for fault in (*loaded.warnings, *lacking(config, Path(path))):
        yield False, "config", fault
    if old := old_expat():
        yield True, "expat", old
    yield _database(config)
    for finding in _languages(config):
        yield finding
    if offline:
        return
    async for finding in _chats(config):
        yield finding
    async for finding in _feeds(config):
        yield finding


def _languages(config: "Config") -> Iterator[Finding]:
    """Whether the chats' languages are among ours, and every message is translated."""
    from bot.app import channels_of
    from bot.render import languages, spoken, untranslated

    for tag in sorted({channel.language for channel in channels_of(config)}):
        language, asked = spoken(tag), tag.lower().replace("_", "-").split("-")[0]
        missing = untranslated(language)
        if language != asked:
            yield False, "language", f"{tag} is not among {', '.join(languages())}; its chats read English"
        elif missing:
            lacks = f"{language} lacks {len(missing)}: {', '.join(missing)}"
            yield False, "language", f"{lacks}; they read English (docs/translating.md)"
        else:
            yield True, "language", f"{tag}: every message is there"


def _database(config: "Config") -> Finding:
    from bot.app import sole_instance
    from bot.store import Store

    path = config.store.path
    if not path.exists():
        return True, "database", f"{path} is not there yet; the first run makes it"
    try:
        with contextlib.closing(Store.open(path)) as store:
            states = store.deliveries.states()
            known = f"{path}: {len(store.events.latest(1000))} latest exchanges, {states.get('owed', 0)} alerts owed"
        with sole_instance(path):
            return True, "database", known
    except LockedError:
        return True, "database", f"{known}; in use by a running bot"
    except ExchangesError as error:
        return False, "database", str(error)


async def _chats(config: "Config") -> AsyncIterator[Finding]:
    from bot.app import adapters_of
    from bot.types import Ask, Platform, Reply

    async def deaf(ask: Ask) -> Reply:
        return Reply()

    for platform, adapter in adapters_of(config, deaf).items():
        if platform is Platform.CONSOLE:
            continue
        try:
            yield True, platform, f"the token is good: we are {await adapter.check()}"
        except ChatError as error:
            yield False, platform, error.why
        finally:
            await adapter.stop()


async def _feeds(config: "Config") -> AsyncIterator[Finding]:
    from bot.cli.feed_check import Failed, check_feeds

    async for answer in check_feeds([feed.url for feed in config.feeds], config.polling):
        if isinstance(answer, Failed):
            yield False, "feed", f"{answer.url}: {answer.why}"
        else:
            yield True, "feed", f"{answer.url}: {answer.entries} entries"
