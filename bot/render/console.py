"""A card as lines for a terminal, in colours that rich leaves out where there are none."""

from rich.panel import Panel
from rich.style import Style
from rich.text import Text

from bot.render.layout import Line, Part, Run, jointed, lines
from bot.types import Card

LINE_STYLES = {Part.CHANGE: "yellow", Part.DETAILS: "dim", Part.SOURCES: "dim"}
PLAIN, BOLD = Style(), Style(bold=True)


def console_lines(card: Card) -> tuple[Text, ...]:
    """The card's lines; an empty one parts the paragraphs."""
    shown: list[Text] = []
    for joint, line in jointed(lines(card)):
        shown += [Text()] if joint == "\n\n" else []
        shown.append(_text(line))
    return tuple(shown)


def console_panel(card: Card) -> Panel:
    """The card in a frame."""
    return Panel(Text("\n").join(console_lines(card)), padding=(0, 1), border_style="cyan")


def _text(line: Line) -> Text:
    return Text.assemble(*((run.text, _style(run)) for run in line.runs), style=LINE_STYLES.get(line.part, ""))


def _style(run: Run) -> Style:
    if run.url:
        return Style(color="cyan", underline=True, link=run.url)
    return BOLD if run.bold else PLAIN
