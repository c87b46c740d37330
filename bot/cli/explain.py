"""A detection explained to a person: verdict, reason, each figure with the words it was read from and the rule."""

import unicodedata
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detectors import Article, Detection, Kind, Qualifier, Report, Span, Status, Transfer

VERDICTS = {
    Status.COMPLETED: "that took place",
    Status.ONGOING: "that is under way",
    Status.ANNOUNCED: "that was announced",
}
KINDS = {
    Kind.EXCHANGE: "an exchange of living people",
    Kind.BODIES: "a return of the dead",
    Kind.BOTH: "an exchange of living people and of the dead",
}
QUALIFIERS = {Qualifier.AT_LEAST: "at least ", Qualifier.AT_MOST: "at most ", Qualifier.ABOUT: "about "}


def explain(article: Article, detection: Detection) -> RenderableType:
    """Everything the detector says of an article, as rich prints it."""
    verdict = Text("Report", style="bold green") if detection.is_report else Text("No report", style="bold yellow")
    verdict.append(f": {detection.reason}", style="bold")
    parts: list[RenderableType] = [verdict]
    headline = _printable(article.title or article.summary or article.text)[:120]
    parts.append(Text(f"{headline} · language: {detection.lang or 'not known'}", style="dim"))
    for report in detection.reports:
        parts.extend(("", *_report(report)))
    if detection.mentions:
        parts.extend(("", Text("Also spoken of, but not the news", style="bold")))
        parts.extend(Padding(Group(*_mention(report)), (0, 0, 0, 2), expand=False) for report in detection.mentions)
    return Group(*parts)


def _report(report: Report) -> Iterator[RenderableType]:
    yield Text(
        f"{KINDS[report.kind][0].upper()}{KINDS[report.kind][1:]} {VERDICTS.get(report.status, report.status.value)}"
        f" · confidence {report.confidence:.0%}",
        style="bold",
    )
    yield Text(" · ".join(_facts(report)))
    yield from _quotes(report.evidence)
    for transfer in report.transfers:
        yield Padding(Group(*_transfer(transfer)), (0, 0, 0, 2), expand=False)
    if report.running_totals:
        yield Text("Running totals, not this exchange's own figures", style="bold")
    for total in report.running_totals:
        yield Padding(
            Group(Text(f"{total.count:,} {_printable(total.what)}"), *_quotes(total.evidence)),
            (0, 0, 0, 2),
            expand=False,
        )


def _mention(report: Report) -> Iterator[RenderableType]:
    figures = [f"{_sides(transfer)} {_figure(transfer)}" for transfer in report.transfers]
    yield Text(f"{report.status.value}: " + " · ".join([*_facts(report), *figures]))
    yield from _quotes(report.evidence)


def _facts(report: Report) -> Iterator[str]:
    yield " ⇄ ".join(report.parties) or "parties not named"
    if report.event_date:
        yield report.event_date.isoformat()
    if report.place:
        yield _printable(report.place)
    if report.ordinal:
        yield f"exchange no. {report.ordinal}"
    if report.mediators:
        yield "mediated by " + ", ".join(report.mediators)
    if report.agreement:
        yield f"under the {_printable(report.agreement)}"


def _transfer(transfer: Transfer) -> Iterator[RenderableType]:
    line = Text(f"{_sides(transfer)}  ")
    line.append(_figure(transfer), style="bold cyan")
    if transfer.planned:
        line.append(" · planned")
    if transfer.claimed_by:
        line.append(" · says " + _printable(", ".join(transfer.claimed_by)))
    if transfer.confirmed_by:
        line.append(" · confirmed by " + _printable(", ".join(transfer.confirmed_by)))
    yield line
    yield from _quotes(transfer.evidence)


def _sides(transfer: Transfer) -> str:
    return f"{', '.join(transfer.released_by) or '?'} → {', '.join(transfer.returned_to) or '?'}"


def _figure(transfer: Transfer) -> str:
    what = transfer.category.value.replace("_", " ")
    if transfer.count is None:
        return f"{what}: no figure given"
    count = f"{transfer.count:,}" if transfer.count_max is None else f"{transfer.count:,} to {transfer.count_max:,}"
    parts = ", ".join(f"{part.category.value.replace('_', ' ')}: {part.count:,}" for part in transfer.breakdown)
    return f"{what}: {QUALIFIERS.get(transfer.qualifier, '')}{count}" + (f" (of them {parts})" if parts else "")


def _quotes(spans: Sequence[Span]) -> Iterator[Text]:
    for span in spans:
        line = Text("  read from ", style="dim")
        line.append(f"“{_printable(span.text)}”", style="italic not dim")
        line.append(f"  {span.field} {span.start}–{span.end}" + (f", rule {span.rule}" if span.rule else ""))
        yield line


def _printable(text: str) -> str:
    """Words of a stranger for a terminal: one line, with no control or direction signs that could steer it."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign for sign in text)
