"""A card as lines of runs: the order and the joints that every output shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.render.text import RLM
from bot.types import Card, Figure


class Part(IntEnum):
    """What a line is; where room is short, the highest number goes first."""

    HEADLINE = 0
    CHANGE = 1
    FIGURE = 2
    TITLE = 3
    POINT = 4
    SOURCES = 5
    NOTE = 6
    DETAILS = 7


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one style."""

    text: str
    bold: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card, in the paragraph of that number."""

    part: Part
    runs: tuple[Run, ...]
    paragraph: int

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        return "".join(run.text for run in self.runs)


def lines(card: Card) -> tuple[Line, ...]:
    """The card's lines from top to bottom; none is empty. Each of a language that runs from the right is marked so."""
    found = [
        Line(Part.HEADLINE, (Run(card.headline, bold=True),), 0),
        Line(Part.CHANGE, (Run(card.change),), 0),
        *(Line(Part.FIGURE, _figure_runs(figure), 1) for figure in card.figures),
        *(Line(Part.NOTE, (Run(note),), 1) for note in card.notes),
        *_section_lines(card),
        Line(Part.DETAILS, (Run(card.details),), 100),
        Line(Part.SOURCES, _source_runs(card), 100),
    ]
    return tuple(_from_right(line) if card.is_rtl else line for line in found if line.text)


def jointed(kept: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Each line with what stands before it: nothing, a line break, or two between paragraphs."""
    previous: Line | None = None
    for line in kept:
        yield "" if previous is None else "\n" if previous.paragraph == line.paragraph else "\n\n", line
        previous = line


def _section_lines(card: Card) -> Iterator[Line]:
    for paragraph, section in enumerate(card.sections, start=2):
        if section.title:
            yield Line(Part.TITLE, (Run(section.title, bold=True),), paragraph)
        for point in section.points:
            mark = (Run("• "),) if section.is_list else ()
            more = (Run(point.more),) if point.more else ()
            yield Line(Part.POINT, (*mark, Run(point.text, url=point.url), *more), paragraph)


def _figure_runs(figure: Figure) -> tuple[Run, ...]:
    said = (Run(f" · {figure.attribution}"),) if figure.attribution else ()
    return (Run(f"{figure.direction}  "), Run(figure.amount, bold=True), *said)


def _source_runs(card: Card) -> tuple[Run, ...]:
    runs = [Run(f"{card.sources_label} " if card.sources else card.sources_label)]
    for index, source in enumerate(card.sources):
        runs += [Run(" · ")] if index else []
        runs.append(Run(source.name, url=source.url))
    return (*runs, Run(f" {card.more_sources}")) if card.more_sources else tuple(runs)


def _from_right(line: Line) -> Line:
    """A line that runs from the right whatever it begins with: platforms go by the first letter."""
    first, *rest = line.runs
    return replace(line, runs=(replace(first, text=RLM + first.text), *rest))
