import io
import os

from rich.console import Console as RichConsole
from rich.progress import Progress

from bot.chat.console import ADDRESS, Console
from bot.render import card
from bot.types import Refusal, Refused, Sent
from tests.sample_events import EACH, THE_FALLEN


async def test_cards_are_printed_one_after_another_and_what_is_printed_stays():
    screen = io.StringIO()
    console = Console(RichConsole(file=screen, width=100))
    await console.start()
    assert await console.check() == ADDRESS
    assert await console.post(ADDRESS, card(THE_FALLEN), key="1") == Sent(message_id="1")
    assert await console.post(ADDRESS, card(EACH), key="2") == Sent(message_id="2")
    assert await console.edit(ADDRESS, "1", card(EACH)) == Sent(message_id="1")
    await console.stop()
    shown = screen.getvalue()
    assert shown.count("→ Ukraine  1,200 bodies · says Russia's defence ministry, confirmed by Ukraine") == 1
    assert shown.count("95 prisoners of war returned to each side") == 1


async def test_a_pipe_that_nobody_reads_any_more_is_a_lost_channel():
    reading, writing = os.pipe()
    os.close(reading)
    pipe = io.TextIOWrapper(io.FileIO(writing, "w"), encoding="utf-8", write_through=True)
    console = Console(RichConsole(file=pipe, width=100))
    outcome = await console.post(ADDRESS, card(EACH), key="1")
    assert outcome == Refused(reason="BrokenPipeError", what=Refusal.CHANNEL)
    pipe.close()


async def test_a_progress_display_stays_below_the_cards():
    screen = io.StringIO()
    rich_console = RichConsole(file=screen, width=100, force_terminal=True)
    with Progress(console=rich_console, auto_refresh=False) as progress:
        progress.add_task("reading feeds")
        await Console(rich_console).post(ADDRESS, card(EACH), key="1")
    shown = screen.getvalue()
    assert shown.index("95 prisoners of war returned to each side") < shown.rindex("reading feeds")
