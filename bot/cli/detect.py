"""`exchanges detect`: read articles and say what they report. Touches neither the database nor a chat."""

import argparse
import asyncio
import json
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from bot.cli.options import print_json
from bot.cli.reading import JSONL_SUFFIXES, Broken, Reading, Stated, read_body, read_lines
from bot.errors import CallError
from bot.wire import Json, detection_to_json, parse_published
from detectors import Detection, detect


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "detect",
        help="say what an article reports, and from which words",
        description="Reads one article (plain text, HTML, JSON) or many (JSON lines) and says what exchange "
        "each reports. Nothing is stored or posted.",
    )
    parser.add_argument("source", nargs="?", default="-", metavar="FILE | URL | -", help="default: standard input")
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"), help="default: jsonl for a .jsonl file, else text for a person"
    )
    parser.add_argument("--published", metavar="DATE", help="when it was published, if the article does not say")
    parser.add_argument("--lang", metavar="XX", help="its language, if the article does not say")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, detect, print; status 1 when an article could not be read."""
    stated = Stated(published=_published(args.published), lang=args.lang)
    holds_lines = args.source.endswith(JSONL_SUFFIXES) or (args.source == "-" and args.format == "jsonl")
    shape = args.format or ("jsonl" if holds_lines else "text")
    with _open(args.source) as stream:
        if holds_lines:
            return _answer(read_lines(stream, name=args.source, stated=stated), shape=shape, many=True)
        many, readings = read_body(stream.read(), name=args.source, stated=stated)
        return _answer(readings, shape=shape, many=many)


def _answer(readings: Iterable[Reading | Broken], *, shape: str, many: bool) -> int:
    from rich.console import Console

    from bot.cli.explain import explain

    console = Console(highlight=False, soft_wrap=True)
    results: list[Json] = []
    status = 0
    for found in map(_detected, readings):
        if isinstance(found, Broken):
            status = 1
            print(f"{found.place}: {found.error}", file=sys.stderr)
            result: Json = {"id": found.id, "error": found.error}
        else:
            reading, detection = found
            result = {**detection_to_json(detection), **reading.extracted}
            if shape == "text":
                console.print(explain(reading.article, detection), "")
        if shape == "jsonl":
            print(json.dumps(result, ensure_ascii=False), flush=True)
        elif shape == "json":
            results.append(result)
    if shape == "json":
        print_json(results if many else results[0])
    return status


def _detected(reading: Reading | Broken) -> tuple[Reading, Detection] | Broken:
    """An article with what it reports; one that breaks the detector stops none of the others."""
    if isinstance(reading, Broken):
        return reading
    try:
        return reading, detect(reading.article)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno}: {error}"
        said = f"the detector failed ({where}): a fault of ours, please report it with the article"
        return Broken(place=reading.place, error=said, id=reading.article.id)


def _published(text: str | None) -> datetime | date | None:
    try:
        return parse_published(text or "")
    except ValueError as error:
        raise CallError(f"--{error}") from None


@contextmanager
def _open(source: str) -> Iterator[IO[bytes]]:
    if source == "-":
        if sys.stdin.isatty():
            print("Reading an article from the terminal; end it with Ctrl-D.", file=sys.stderr)
        yield sys.stdin.buffer
    elif source.lower().startswith(("http://", "https://")):
        yield BytesIO(asyncio.run(_fetch(source)))
    else:
        try:
            stream = Path(source).open("rb")  # noqa: SIM115 (what it reads is broken input, not a file that is not there)
        except OSError as error:
            raise CallError(f"{source}: {error.strerror}; give a file, a URL or - for standard input") from None
        with stream:
            yield stream


async def _fetch(url: str) -> bytes:
    from bot.fetch import Fetcher

    async with Fetcher(allow_private_networks=True) as fetcher:  # the person at this keyboard typed the address
        return (await fetcher.get(url)).body
