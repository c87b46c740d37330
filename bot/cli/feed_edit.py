"""The feed list edited: in the file that lists the feed, without touching a remark, and only if it is then right."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

from bot.cli.options import load
from bot.errors import CallError, ConfigError, ExchangesError
from bot.feed_list import add_feeds, remove_feed, switch_feed
from bot.opml import ListedFeed, read_opml, remove_from_opml, switch_in_opml, write_opml

SOON = "a running bot takes it up within seconds"


def run_add(args: argparse.Namespace) -> int:
    """Add one feed, behind those that are listed."""
    feed = ListedFeed(url=args.url, name=args.name, language=args.language, every=args.every, group=args.group)
    file = _add(args, [feed])
    print(f"{file}: added {args.url}; {SOON}")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """Remove feeds."""
    for url in args.urls:
        file, written = _change(args, url, remove_feed, lambda body, written: remove_from_opml(body, {written}))
        print(f"{file}: removed {written}; {SOON}")
    return 0


def run_enable(args: argparse.Namespace) -> int:
    """Switch feeds on."""
    for url in args.urls:
        file, written = _switch(args, url, on=True)
        if any(feed.url == written for feed in load(args).off):
            mend = f"mend that in its group: enabled = true in {args.config}"
            raise CallError(f"{file}: {written} stays off, because its group is off; {mend}")
        print(f"{file}: {written} is on; {SOON}")
    return 0


def run_disable(args: argparse.Namespace) -> int:
    """Switch feeds off; they stay listed."""
    for url in args.urls:
        file, written = _switch(args, url, on=False)
        print(f"{file}: {written} is off; {SOON}")
    return 0


def _switch(args: argparse.Namespace, url: str, *, on: bool) -> tuple[Path, str]:
    return _change(
        args,
        url,
        lambda text, written: switch_feed(text, written, enabled=on),
        lambda body, written: switch_in_opml(body, {written}, on=on),
    )


def _change(
    args: argparse.Namespace, url: str, in_toml: Callable[[str, str], str], in_opml: Callable[[bytes, str], bytes]
) -> tuple[Path, str]:
    """Change what lists a feed, wherever that is; the file, and the address as it stands there."""
    file, written = _listing(args, url)
    if file.suffix == ".toml":
        _edit(args, file, _on_text(lambda text: in_toml(text, written)))
    else:
        _edit(args, file, lambda body: in_opml(body, written))
    return file, written


def run_import(args: argparse.Namespace) -> int:
    """Add the feeds of an OPML list that are not there yet."""
    from bot.config_files import same_address

    listed = _read_list(args)
    loaded = load(args)
    known = {same_address(feed.url) for feed in (*loaded.config.feeds, *loaded.off)}
    good = [feed for feed in listed if _is_good(feed)]
    new = {same_address(feed.url): feed for feed in reversed(good) if same_address(feed.url) not in known}
    file = _add(args, list(reversed(new.values())))
    there = len(good) - len(new)
    print(f"{file}: added {len(new)} feeds; {there} of {len(listed)} were there already; {SOON}")
    return 0


def _read_list(args: argparse.Namespace) -> tuple[ListedFeed, ...]:
    if bool(args.file) == args.starter:
        raise CallError("feeds import: give an OPML file, - for standard input, or --starter")
    name = "starter.opml" if args.starter else args.file
    try:
        if args.starter:
            return read_opml(resources.files("seeds").joinpath(name).read_bytes())
        return read_opml(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
    except OSError as error:
        raise CallError(f"{name}: {error.strerror}; give an OPML file or - for standard input") from None
    except ValueError as error:
        raise CallError(f"{name}: {error}; export it from the other reader once more") from None


def _is_good(feed: ListedFeed) -> bool:
    """Whether the config would take a feed; one that it would not is told and left out, and stops no other."""
    from pydantic import ValidationError

    from bot.config import FeedConfig

    given = {"url": feed.url, "every": feed.every}
    try:
        FeedConfig.model_validate({key: value for key, value in given.items() if value})
    except ValidationError as error:
        why = "; ".join(detail["msg"].removeprefix("Value error, ") for detail in error.errors(include_input=False))
        print(f"left out {feed.url}: {why}", file=sys.stderr)
        return False
    return True


def run_export(args: argparse.Namespace) -> int:
    """Print the list as OPML, with what the groups say of each feed."""
    from bot.config import duration_text

    loaded = load(args)
    feeds = [
        ListedFeed(
            url=feed.url,
            name=feed.name,
            language=feed.language,
            every=duration_text(feed.every) if feed.every else None,
            group=feed.group,
            enabled=feed.enabled is not False,
        )
        for feed in (*loaded.config.feeds, *loaded.off)
    ]
    print(write_opml(feeds), end="")
    return 0


def _add(args: argparse.Namespace, feeds: Iterable[ListedFeed]) -> Path:
    """Put feeds behind the last one that a TOML file lists, else into the config; which file it was."""
    from bot.config_files import config_files, listed_in

    loaded = load(args)
    files = [file for file in config_files(Path(args.config)) if file.suffix == ".toml"]
    file = next((file for file in files if listed_in(file)), Path(args.config))
    _edit(args, file, _on_text(lambda text: add_feeds(text, feeds, loaded.config.groups)))
    return file


def _listing(args: argparse.Namespace, url: str) -> tuple[Path, str]:
    """The file that lists a feed, and its address as it stands there."""
    from bot.config_files import config_files, listed_in, same_address

    load(args)  # a config that is missing or wrong is told as `run` would tell it
    for file in config_files(Path(args.config)):
        for written in listed_in(file):
            if same_address(written) == same_address(url):
                return file, written
    raise CallError(f"{args.config}: no feed has the address {url}")


def _on_text(change: Callable[[str], str]) -> Callable[[bytes], bytes]:
    return lambda body: change(body.decode("utf-8-sig")).encode()


def _edit(args: argparse.Namespace, file: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file of the config, unless that would make it wrong; readers see the old or the new, whole."""
    from bot import config_files

    path = Path(args.config)
    target = file.resolve()
    try:
        edited = change(target.read_bytes())
    except ValueError as error:
        raise CallError(f"{file}: {error}") from None
    try:
        config_files.load(path, os.environ, edited={file: edited})
    except ConfigError as error:
        raise ConfigError(tuple(f"{fault} (as edited; the file stays as it was)" for fault in error.faults)) from None
    draft = target.with_name(f"{target.name}.new")
    try:
        draft.write_bytes(edited)
        shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ExchangesError(f"{file}: cannot be written: {error.strerror}") from None


RUNS = {
    "add": run_add,
    "remove": run_remove,
    "enable": run_enable,
    "disable": run_disable,
    "import": run_import,
    "export": run_export,
}
