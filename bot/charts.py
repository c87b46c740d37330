"""Charts of exchanges as PNG, for a phone's screen: who came home over time, who said what when, all conflicts.

Colours tell apart for colour-blind eyes (Okabe and Ito, 2008) and differ in lightness; the fonts that matplotlib brings
hold Latin, Cyrillic, Greek, Hebrew and Arabic. Each picture comes with a text that says what it shows.
"""

import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ticker import FuncFormatter, MaxNLocator

from bot.outlets import site_of
from bot.render import Words, clean, words
from bot.render.headline import headline
from bot.render.phrases import Count, amount, attribution, number, towards
from bot.render.speakers import names
from bot.render.text import shorten
from bot.types import Event, Picture, ReportRef, Returned, Total
from detectors import Qualifier

WIDTH, HEIGHT, DPI = 6.0, 7.0, 180  # inches: 1080 by 1260 pixels
BARS_SHOWN, REPORTS_SHOWN = 8, 8
LEAST_ROWS = 5  # few rows stand at the top instead of far apart
LINE, LABEL, NAME, LEGEND = 44, 66, 28, 48  # characters: of a title's line, a label, an outlet's name, both of a legend
FONT = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a chart: ground, ink, faint lines, the two sides and what is counted for neither."""

    ground: str
    ink: str
    faint: str
    sides: tuple[str, str]


LIGHT = Theme(ground="#ffffff", ink="#1b1b1b", faint="#d4d4d4", sides=("#0072b2", "#d55e00"))
DARK = Theme(ground="#17212b", ink="#f2f2f2", faint="#3b4a58", sides=("#56b4e9", "#e69f00"))


def returned_over_time(
    returned: Sequence[Returned], sides: tuple[str, str], *, language: str = "en", dark: bool = False
) -> Picture:
    """People and bodies that came home to each of two sides: a bar for each exchange, a line for their sum.

    `returned` is by day. Where the sources differ, the bar is the least that is said and a fine line reaches to the
    most; the sums, on the scale at the right, are of the most.
    """
    say, theme = _words(language), DARK if dark else LIGHT
    figure = _figure(theme)
    one, other = (names(say, [side], within=False) for side in sides)
    title, scales = say.say("chart-returned", one=one, other=other), say.say("chart-scales")
    _head(figure, theme, say, title)
    families = [family for family in FAMILIES if any(_is_of(each, family) for each in returned)] or FAMILIES[:1]
    axes = figure.subplots(len(families), 1, sharex=True, squeeze=False)[:, 0]
    facts = []
    for panel, family in zip(axes, families, strict=True):
        mine = [each for each in returned if _is_of(each, family)]
        _dress(panel, theme, say)
        panel.set_title(say.say(f"chart-{family}"), loc=_start(say), fontsize=12)
        facts += [f"{say.say(f'chart-{family}')} {label}" for label in _panel(panel, mine, sides, theme, say)]
    _dress_days(axes[-1], [each.day for each in returned], say)
    figure.supxlabel("\n".join(textwrap.wrap(scales, 2 * LINE)), color=theme.ink, fontsize=9)
    return _picture(figure, theme, alt="\n".join([title, *facts]))


def _dress_days(panel: Axes, days: Sequence[date], say: Words) -> None:
    """Label the days as the reader writes them: years where there are many, else months, else days."""
    first, last = min(days), max(days)
    room = max(timedelta(days=10), (last - first) / 20)
    panel.set_xlim(_number(first - room), _number(last + room))
    long = (last - first).days
    panel.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8 if long > _YEARS else 5))  # type: ignore[no-untyped-call]
    write = say.year if long > _YEARS else say.month if long > _MONTHS else say.short_day
    panel.xaxis.set_major_formatter(FuncFormatter(lambda day, _: write(num2date(day).date())))  # type: ignore[no-untyped-call]


_YEARS, _MONTHS = 3 * 365, 90  # days from which on years or months are enough


def _is_of(each: Returned, family: str) -> bool:
    return (each.family == "bodies") == (family == "bodies")


FAMILIES = ("living", "bodies")
_BARS_ACROSS = 110  # a bar is never thinner than this share of the time shown


def _panel(
    panel: Axes, returned: Sequence[Returned], sides: tuple[str, str], theme: Theme, say: Words
) -> Iterator[str]:
    """Draw one family of people, each side beside the other; what the legend says."""
    days = [_number(each.day) for each in returned]
    width = max(1.0, (max(days) - min(days)) / max(_BARS_ACROSS, 3 * len(set(days)))) if days else 1.0
    sums = panel.twinx()
    for side, colour, shift in zip(sides, theme.sides, (-width / 2, width / 2), strict=True):
        mine = [each for each in returned if each.side == side]
        at = [_number(each.day) + shift for each in mine]
        panel.bar(at, [each.low for each in mine], width=width, color=colour, alpha=0.5)
        panel.vlines(at, [each.low for each in mine], [each.high for each in mine], color=colour, linewidth=1)
        sums.plot(at, list(accumulate(each.high for each in mine)), color=colour, linewidth=2, drawstyle="steps-post")
        total = Count(sum(each.low for each in mine), sum(each.high for each in mine), Qualifier.EXACT)
        label = f"{towards(say, [side])}: {number(say, total) if mine else say.say('stats-none')}"
        panel.plot([], [], color=colour, linewidth=6, label=label)
        yield label
    _dress(sums, theme, say)
    sums.grid(visible=False)
    sums.patch.set_visible(False)
    sums.set_ylim(bottom=0)
    _legend(panel, theme, say)


def _legend(panel: Axes, theme: Theme, say: Words) -> None:
    """Both sides in one row above the panel, or one below the other where their labels are long."""
    labels = panel.get_legend_handles_labels()[1]
    columns = 2 if sum(map(len, labels)) <= LEGEND else 1
    panel.set_title(panel.get_title(_start(say)), loc=_start(say), color=theme.ink, pad=26 if columns > 1 else 44)
    panel.legend(
        loc="lower right" if say.is_rtl else "lower left",
        bbox_to_anchor=(1.02 if say.is_rtl else -0.02, 0.99),
        ncols=columns,
        frameon=False,
        labelcolor=theme.ink,
        fontsize=11,
    )


def _number(day: date) -> float:
    return float(date2num(day))  # type: ignore[no-untyped-call]


def main_sides(totals: Sequence[Total], party: str | None) -> tuple[str, str] | None:
    """The party and whom it exchanged with most, if each way is of one side alone; None where no party is asked for."""
    ways = (
        (total.released_by[0], total.returned_to[0])
        for total in totals
        if len(total.released_by) == len(total.returned_to) == 1
    )
    return next(((one, other) if one == party else (other, one) for one, other in ways if party in (one, other)), None)


def timeline(event: Event, *, language: str = "en", dark: bool = False) -> Picture:
    """Who said what when: a point for each report of the event, in the order in which they came, the first on top."""
    say, theme = _words(language), DARK if dark else LIGHT
    refs = [ref for ref in event.reports if ref.arrived][:REPORTS_SHOWN]
    figure = _figure(theme)
    title = headline(event, say)
    _head(figure, theme, say, title)
    panel = figure.subplots()
    panel.axis("off")
    panel.set_xlim(*((1, 0) if say.is_rtl else (0, 1)))
    panel.set_ylim(-max(len(refs), LEAST_ROWS) + 0.4, 0.6)
    lines = []
    for at, ref in enumerate(refs):
        assert ref.arrived is not None, "only those are shown"
        said, who = _said(ref, say), clean(_outlet(ref), NAME)
        moment = f"{say.day(ref.arrived.date())} {say.time(ref.arrived)} UTC"
        name = who if _has_signs(who) else site_of(ref.url) or ref.article_id
        panel.text(0.05, -at + 0.2, name, color=theme.ink, fontsize=11, fontweight="bold", va="center", ha=_start(say))
        panel.text(1, -at + 0.2, moment, color=theme.ink, fontsize=10, va="center", ha=_end(say))
        told = "\n".join(shorten(each, LABEL) for each in said)
        panel.text(0.05, -at + 0.06, told, color=theme.ink, fontsize=10, va="top", ha=_start(say), linespacing=1.5)
        lines.append(f"{moment} {who}: {'; '.join(said)}")
    for text in panel.texts:
        text.set_in_layout(False)  # a long one does not narrow the rest
    ends = [0.01, 0.01], [0.2, 0.2 - max(len(refs) - 1, 0)]
    panel.plot(*ends, color=theme.faint, linewidth=2, zorder=1)
    panel.scatter([0.01] * len(refs), [0.2 - at for at in range(len(refs))], s=60, color=theme.sides[0], zorder=2)
    return _picture(figure, theme, alt="\n".join([title, *lines]))


def _said(ref: ReportRef, say: Words) -> list[str]:
    """What a report says, one line for each of its first figures, with whom it quotes; or that it gives none."""
    assert ref.report is not None, "reports are kept whole"
    said = []
    for each in ref.report.transfers:
        if each.returned_to and each.count is not None:
            figure = f"{towards(say, each.returned_to)} {amount(say, [each])}"
            said.append(" · ".join(filter(None, (figure, attribution(say, [each])))))
    return said[:2] or [say.say("note-uncounted")]


def _has_signs(text: str) -> bool:
    """Whether the font can write a text: it has no Chinese, Japanese, Korean or Hindi."""
    signs = get_font(findfont(FontProperties(family=[FONT]))).get_charmap()
    return all(ord(sign) in signs for sign in text)


def _outlet(ref: ReportRef) -> str:
    """What to call who told it: a feed without a name goes by its site."""
    source = ref.source or ref.url or ref.article_id
    return site_of(source) or source


def overview(totals: Sequence[Total], *, language: str = "en", dark: bool = False) -> Picture:
    """People that came home in each conflict: a bar for each direction, the conflicts with most exchanges first."""
    say, theme = _words(language), DARK if dark else LIGHT
    living = [total for total in totals if total.family != "bodies" and total.high][:BARS_SHOWN]
    figure = _figure(theme)
    title = say.say("chart-overview")
    _head(figure, theme, say, title)
    panel = figure.subplots()
    _dress(panel, theme, say)
    lines = []
    for at, total in enumerate(living):
        giver, side = (names(say, each, within=False) for each in (total.released_by, total.returned_to))
        ways = say.say("direction-way", giver=giver, side=side)
        count = number(say, Count(total.low, total.high, Qualifier.EXACT))
        panel.barh(-at, total.high, color=theme.sides[0], alpha=0.5, height=0.45)
        panel.barh(-at, total.low, color=theme.sides[0], edgecolor=theme.sides[0], linewidth=1.5, height=0.45)
        events = say.count("stats-events", total.events)
        label = shorten(f"{ways}: {count} · {events}", LABEL)
        panel.text(0, -at + 0.42, label, color=theme.ink, fontsize=11, va="center", ha=_start(say))
        lines.append(f"{ways}: {count} · {events}")
    panel.set_yticks([])
    panel.set_ylim(-max(len(living), LEAST_ROWS) + 0.4, 0.8)
    panel.spines["left"].set_visible(False)
    if say.is_rtl:
        panel.invert_xaxis()
    panel.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    panel.xaxis.set_major_formatter(FuncFormatter(lambda n, _: say.number(int(n))))
    return _picture(figure, theme, alt="\n".join([title, *lines]))


def _figure(theme: Theme) -> Figure:
    mpl.rcParams["font.family"] = [FONT]
    return Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor=theme.ground, layout="constrained")


def _head(figure: Figure, theme: Theme, say: Words, title: str) -> None:
    """The title, where reading starts."""
    at = 0.98 if say.is_rtl else 0.02
    style = {"fontsize": 15, "fontweight": "bold", "multialignment": _start(say)}
    figure.suptitle(_wrapped(title), color=theme.ink, x=at, ha=_start(say), **style)


def _start(say: Words) -> Literal["left", "right"]:
    """The side on which a line of the reader's language starts."""
    return "right" if say.is_rtl else "left"


def _end(say: Words) -> Literal["left", "right"]:
    return "left" if say.is_rtl else "right"


def _words(language: str) -> Words:
    """The words without marks of direction: the fonts have no sign for them, and the shaping needs none."""
    return replace(words(language), marks=False)


def _dress(panel: Axes, theme: Theme, say: Words) -> None:
    panel.set_facecolor(theme.ground)
    panel.grid(axis="y", color=theme.faint, linewidth=0.8)
    panel.set_axisbelow(True)
    panel.tick_params(colors=theme.ink, labelsize=11)
    panel.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    panel.yaxis.set_major_formatter(FuncFormatter(lambda n, _: say.number(int(n))))
    for name, spine in panel.spines.items():
        spine.set_color(theme.faint)
        spine.set_visible(name in ("bottom", "left"))


def _picture(figure: Figure, theme: Theme, *, alt: str) -> Picture:
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=theme.ground)
    return Picture(png=out.getvalue(), alt=alt)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, LINE)[:3])
