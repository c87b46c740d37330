"""Pictures of what people see on Slack, for the guide: drawn from the very blocks that the bot sends.

`make pictures` writes them anew into docs/; a test holds that they are as the bot is.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH, MARGIN, LINE, CHARACTERS = 640, 20, 20, 82  # pixels, and about so many characters side by side
INK, GREY, EDGE, BLUE = "#1d1c1d", "#616061", "#d0d0d0", "#1264a3"
FONT = "font-family='Lato, Helvetica, Arial, sans-serif'"


class _Page:
    """Grows downwards."""

    def __init__(self, top: str) -> None:
        self.parts: list[str] = []
        self.y = MARGIN + 14
        self.line(top, bold=True, colour=GREY)
        self.y += 6

    def line(self, text: str, *, bold: bool = False, size: int = 14, colour: str = INK, x: int = MARGIN) -> None:
        weight = " font-weight='bold'" if bold else ""
        for row in wrap(text, CHARACTERS * (13 if bold else 14) // size) or [""]:
            self.parts.append(
                f"<text x='{x}' y='{self.y}' {FONT} font-size='{size}' fill='{colour}'{weight}>{escape(row)}</text>"
            )
            self.y += LINE if size < 17 else LINE + 4

    def row(self, labels: list[str]) -> None:
        x = MARGIN
        for label in labels:
            wide = 9 * len(label) + 24
            if x + wide > WIDTH - MARGIN:
                x, self.y = MARGIN, self.y + 38
            self.parts.append(self._box(x, self.y - 12, wide, 30))
            self.parts.append(
                f"<text x='{x + wide // 2}' y='{self.y + 8}' {FONT} font-size='13' font-weight='bold' fill='{INK}' "
                f"text-anchor='middle'>{escape(label)}</text>"
            )
            x += wide + 8
        self.y += 38

    def field(self, label: str, value: str) -> None:
        self.line(label, bold=True)
        self.parts.append(self._box(MARGIN, self.y - 13, WIDTH - 2 * MARGIN, 30))
        self.y += 7
        self.line(value, x=MARGIN + 10)
        self.y += 10

    def drawn(self) -> str:
        tall = self.y + 4
        return (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{tall}' viewBox='0 0 {WIDTH} {tall}'>\n"
            f"<rect x='.5' y='.5' width='{WIDTH - 1}' height='{tall - 1}' rx='8' fill='white' stroke='{EDGE}'/>\n"
            + "\n".join(self.parts)
            + "\n</svg>\n"
        )

    @staticmethod
    def _box(x: int, y: int, wide: int, tall: int) -> str:
        return f"<rect x='{x}' y='{y}' width='{wide}' height='{tall}' rx='4' fill='white' stroke='{EDGE}'/>"


def picture(top: str, blocks: list[dict[str, Any]], *, last: tuple[str, ...] = ()) -> str:
    """Blocks as an SVG; `top` says where they stand, `last` are a window's own buttons."""
    page = _Page(top)
    for block in blocks:
        match block:
            case {"type": "header", "text": {"text": text}}:
                page.y += 4
                page.line(text, bold=True, size=17)
            case {"type": "context", "elements": texts}:
                page.line("  ".join(text["text"] for text in texts), size=12, colour=GREY)
            case {"type": "actions", "elements": buttons}:
                page.row([button["text"]["text"] for button in buttons])
            case {"type": "input", "label": {"text": label}, "element": element}:
                page.field(label, " · ".join(_values(element)))
            case {"type": "rich_text"}:
                for line in "".join(_runs(block)).split("\n"):
                    page.line(line, colour=BLUE if line.startswith(("#", "@")) else INK)
    if last:
        page.row(list(last))
    return page.drawn()


def _runs(block: dict[str, Any]) -> Iterator[str]:
    for section in block["elements"]:
        for leaf in section["elements"]:
            match leaf:
                case {"type": "user"}:
                    yield "@Reader"
                case {"type": "channel"}:
                    yield "#newsroom"
                case _:
                    yield leaf["text"]


def _values(element: dict[str, Any]) -> Iterator[str]:
    match element:
        case {"initial_option": option}:
            yield option["text"]["text"]
        case {"initial_options": options}:
            yield from (f"☑ {option['text']['text']}" for option in options)
        case {"initial_time": at} | {"initial_value": at}:
            yield at
        case {"type": "checkboxes", "options": options}:
            yield from (f"☐ {option['text']['text']}" for option in options)
        case {"placeholder": placeholder}:
            yield placeholder["text"]
