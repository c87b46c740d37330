"""`exchanges demo`: the service itself, for some seconds, on sample feeds that this machine serves to itself."""

import argparse
import asyncio
import contextlib
import io
import logging
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from bot import app
from bot.chat.console import Console as ConsoleChannel
from bot.cli.demo_feeds import ROUNDS, Outlets, sample_feeds
from bot.cli.history import print_events
from bot.config import Config
from bot.errors import ExchangesError
from bot.intake import PollCounts
from bot.render import card, console_panel
from bot.store import Store
from bot.types import Platform

EVERY = "1s"  # the shortest interval that a feed may have
TICK = 0.2  # seconds
LOOK = 0.1  # seconds between two looks at how far it is
PICTURE_WIDTH = 92  # characters
LONGEST = 50.0  # seconds; it ends after some seven
ANSWERS = 2  # of each feed in a round: asked for the second time, what it brought the first time is stored and told

INTRODUCTION = """[bold]Exchange Watch, the demo[/bold]
Six made-up outlets in three languages are served on this machine. The rest is
the real service.
"""

SAID = ("the outlets report", "the other side speaks")  # of each round

NEXT_STEPS = """
[bold]What next?[/bold]
  1  Ask about an article of your own   [cyan]exchanges detect FILE[/cyan] (or a URL)
  2  Make your config                   [cyan]cp config.example.toml config.toml[/cyan]
  3  Put in a token                     Telegram: ask @BotFather for one
                                        Slack: paste seeds/slack-manifest.yaml
                                        step by step: docs/guide.md
  4  See that all is well               [cyan]exchanges doctor[/cyan]
  5  Run it                             [cyan]exchanges run[/cyan]
After make demo the command is .venv/bin/exchanges"""


def run(args: argparse.Namespace) -> int:
    """Show everything once; status 130 where somebody pressed Ctrl-C."""
    logging.basicConfig(level=logging.WARNING)
    console, counts = Console(highlight=False), PollCounts()
    with tempfile.TemporaryDirectory(prefix="exchanges-demo-") as folder:
        database = Path(folder) / "demo.db"
        console.print(INTRODUCTION)
        if not asyncio.run(_serve(console, counts, database)):
            return 130
        with contextlib.closing(Store.open(database)) as store:
            _report(console, counts, store)
            if args.picture:
                _draw(store, args.picture)
                console.print(f"\nThe picture is in {args.picture}")
    return 0


async def _serve(console: Console, counts: PollCounts, database: Path) -> bool:
    """Run the service over both rounds; whether it came to its end."""
    stop = asyncio.Event()
    progress = Progress(SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), console=console, transient=True)
    async with Outlets(sample_feeds(), now=app.utc_now()) as outlets:
        service = asyncio.create_task(
            app.run(
                _config(outlets, database),
                until=stop,
                adapters={Platform.CONSOLE: ConsoleChannel(console)},
                tick=TICK,
                on_round=counts.add,
            )
        )
        bar = progress.add_task("", total=ROUNDS * len(outlets.feeds) * ANSWERS)

        def show(done: int) -> None:
            said = f"Round {outlets.round} of {ROUNDS}: {SAID[outlets.round - 1]}"
            progress.update(bar, description=said, completed=done)

        try:
            async with asyncio.timeout(LONGEST):
                with progress:
                    await _play(outlets, service, show)
                ended = not stop.is_set()
                stop.set()
                await service
        except TimeoutError:
            raise ExchangesError("demo: not done in time; is something keeping this machine very busy?") from None
    return ended


async def _play(outlets: Outlets, service: "asyncio.Task[None]", show: Callable[[int], None]) -> None:
    """Let each round begin when the one before is stored and told; end early where the service does."""
    for round_ in range(1, ROUNDS + 1):
        outlets.start_round(round_)
        whole = len(outlets.feeds) * ANSWERS
        while (done := outlets.answers(ANSWERS)) < whole and not service.done():
            show((round_ - 1) * whole + done)
            await asyncio.sleep(LOOK)


def _config(outlets: Outlets, database: Path) -> Config:
    return Config.model_validate(
        {
            "store": {"path": database},
            "polling": {"every": EVERY, "allow_private_networks": True, "full_text": "never"},
            "feeds": [{"url": outlets.url(feed)} for feed in outlets.feeds],
            "console": {"enabled": True},
        }
    )


def _report(console: Console, counts: PollCounts, store: Store) -> None:
    quiet = counts.new_entries - counts.reports
    console.print(
        f"{counts.new_entries} entries read: {counts.reports} reports of {counts.events} exchanges gave "
        f"{counts.alerts} alerts.\n{quiet} entries told of other things (an exchange of fire, a stock exchange, "
        "talks,\nan anniversary, a rescue, an amnesty …) and alerted nobody.\n"
    )
    console.rule("exchanges latest", align="left")
    print_events(console, store.events.latest(counts.events))
    console.print(NEXT_STEPS)


def _draw(store: Store, picture: Path) -> None:
    """Each event's last alert, as it was told, as an SVG picture."""
    canvas = Console(
        record=True, width=PICTURE_WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    for alert in {alert.event_id: alert for alert in store.events.alerts()}.values():
        event = store.events.get(alert.event_id)
        if event:
            canvas.print(console_panel(card(event, alert.kind, reason=alert.reason)))
    svg = re.sub(r"@font-face \{.*?\}\s*", "", canvas.export_svg(title="Exchange Watch"), flags=re.DOTALL)
    picture.write_text(svg, encoding="utf-8")  # without the fonts that rich's template would load from the network
