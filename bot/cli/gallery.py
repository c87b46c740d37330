"""`exchanges gallery`: every shape of card, in any language and on any platform, for people to look at."""

import argparse
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.cli.options import add_language

if TYPE_CHECKING:
    from bot.types import Card

FORMATS = ("console", "plain", "telegram", "slack", "mail")


def add_to(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "gallery",
        help="show every shape of alert, in any language",
        description="Shows some forty events of every shape as cards: to see what readers see, and for translators.",
    )
    add_language(parser)
    parser.add_argument("--format", choices=FORMATS, default="console", help="default: console")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the gallery."""
    if args.format == "console":
        from rich.console import Console

        from bot.render import console_panel

        console = Console()
        for shape, card in cards(args.language):
            console.print(f"[dim]{shape}[/dim]")
            console.print(console_panel(card))
        return 0
    print(text(args.language, args.format), end="")
    return 0


def cards(language: str) -> Iterator[tuple[str, "Card"]]:
    """Each shape's name and its card; those that tell of several events last."""
    from bot.digests import Contents
    from bot.gallery import DIGEST, GALLERY, NOW
    from bot.render import card, digest, summary
    from bot.types import Rhythm

    for exhibit in GALLERY:
        yield exhibit.shape, card(exhibit.event, exhibit.kind, reason=exhibit.reason, language=language)
    yield "a summary of what could not be told earlier", summary(DIGEST.happened, language=language)
    day, week = (NOW - timedelta(days=1), NOW), (NOW - timedelta(days=7), NOW)
    zone = "Europe/Kyiv"
    yield "a day's digest", digest(DIGEST, *day, rhythm=Rhythm.DAILY, time_zone=zone, language=language)
    yield "nothing to say", digest(Contents(), *week, rhythm=Rhythm.WEEKLY, time_zone=zone, language=language)


def text(language: str, form: str) -> str:
    """The whole gallery as text: each shape under its name."""
    shown = _form(form)
    return "\n".join(f"── {shape} ──\n{shown(card)}\n" for shape, card in cards(language))


def _form(form: str) -> Callable[["Card"], str]:
    from bot.render import console_panel, mail_html, plain, slack_blocks, telegram_html

    def slack(card: "Card") -> str:
        message, blocks = slack_blocks(card)
        return "\n".join([message, *(json.dumps(block, ensure_ascii=False) for block in blocks)])

    def console(card: "Card") -> str:
        from rich.console import Console

        out = io.StringIO()
        Console(file=out, width=100, force_terminal=True, color_system="standard").print(console_panel(card))
        return re.sub(r"(?<=;id=)\d+", "", out.getvalue()).replace("\x1b", "␛")  # rich numbers links at random

    def mail(card: "Card") -> str:
        return mail_html(card)

    return {"console": console, "plain": plain, "telegram": telegram_html, "slack": slack, "mail": mail}[form]
