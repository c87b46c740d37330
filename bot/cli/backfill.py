"""`exchanges backfill`: archived articles taken in as if they had arrived when they were published; alerts nobody."""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from bot.cli.options import add_db, database
from bot.cli.reading import Broken, Stated, read_lines
from bot.errors import CallError
from detectors import Article

BATCH = 200  # articles in one transaction; what a stop loses of the work, and nothing of what is stored


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "backfill",
        help="take archived articles into a database",
        description="Takes archived articles (JSON lines) in, oldest first, as if they had arrived when they were "
        "published: reads them, joins them into events, decides alerts, and tells nobody. Stopped, it can be started "
        "again: what is in is not taken in twice.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of JSON lines, or - for standard input")
    parser.add_argument("--format", choices=("jsonl",), default="jsonl", help="default: jsonl")
    add_db(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take everything in; status 1 if a line was broken."""
    from rich.console import Console
    from rich.progress import track

    from bot.app import sole_instance, utc_now
    from bot.intake import PollCounts, read_articles, take_in
    from bot.store import Store

    path = database(args)
    articles, broken = _read(args.files)
    counts, console = PollCounts(), Console(stderr=True)
    with sole_instance(path), contextlib.closing(Store.open(path)) as store:
        starts = range(0, len(articles), BATCH)
        for start in track(starts, "Taking in", console=console, disable=not console.is_terminal):
            read = read_articles(articles[start : start + BATCH])
            with store.writing():
                for each in read:
                    counts.add(take_in(store, each, _arrival(each.article) or utc_now(), owe=False))
    print(f"articles: {len(articles)}, reports: {counts.reports}, events: {counts.events}, alerts: {counts.alerts}")
    return 1 if broken else 0


def _read(files: list[str]) -> tuple[list[Article], int]:
    """Every article, oldest first, those of unknown age last in the files' order; and how many lines were broken."""
    articles, broken = [], 0
    for name in files:
        with _open(name) as lines:
            for reading in read_lines(lines, name=name, stated=Stated(published=None, lang=None)):
                if isinstance(reading, Broken):
                    broken += 1
                    print(f"{reading.place}: {reading.error}", file=sys.stderr)
                else:
                    articles.append(_with_id(reading.article))
    last = datetime.max.replace(tzinfo=UTC)
    return sorted(articles, key=lambda article: _arrival(article) or last), broken


@contextlib.contextmanager
def _open(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 (only the opening is a fault of the call)
    except OSError as error:
        raise CallError(f"{name}: {error.strerror}; give a file of JSON lines or - for standard input") from None
    with stream:
        yield stream


def _with_id(article: Article) -> Article:
    """An article is known by its id; one that has none, by its address or its words."""
    words = sha256("\n".join((article.title, article.summary, article.text)).encode()).hexdigest()[:16]
    return article if article.id else replace(article, id=article.url or words)


def _arrival(article: Article) -> datetime | None:
    """When it came out; an article dated only by its day came at noon."""
    match article.published:
        case datetime():
            return article.published
        case date():
            return datetime.combine(article.published, time(12), UTC)
        case _:
            return None
