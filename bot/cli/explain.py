"""A detection explained to a person: verdict, reason, each figure with the words it was read from and the rule."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from bot.render import words
from bot.render.phrases import amount
from bot.render.text import clean
from detectors import Article, Detection, Kind, Report, Span, Status, Transfer

HEADLINE_LIMIT = QUOTE_LIMIT = 160  # characters shown of a title, and of the words a figure was read from

ENGLISH = words("en")
VERDICTS = {
    Status.COMPLETED: "that took place",
    Status.ONGOING: "that is under way",
    Status.ANNOUNCED: "that was announced",
}
KINDS = {
    Kind.EXCHANGE: "An exchange of living people",
    Kind.BODIES: "A return of the dead",
    Kind.BOTH: "An exchange of living people and of the dead",
}


def explain(article: Article, detection: Detection) -> Text:
    """Everything the detector says of an article, as lines for a terminal."""
    return Text("\n").join(_lines(article, detection))


def _lines(article: Article, detection: Detection) -> Iterator[Text]:
    verdict = ("Report", "bold green") if detection.is_report else ("No report", "bold yellow")
    yield Text.assemble(verdict, (f": {detection.reason}", "bold"))
    headline = clean(article.title or article.summary or article.text, HEADLINE_LIMIT)
    yield Text(f"{headline} · language: {detection.lang or 'not known'}", style="dim")
    for report in detection.reports:
        yield Text()
        yield from _report(report)
    if detection.mentions:
        yield Text()
        yield Text("Also spoken of, but not the news", style="bold")
        for report in detection.mentions:
            yield from _mention(report)


def _report(report: Report) -> Iterator[Text]:
    verdict = VERDICTS.get(report.status, report.status.value)
    yield Text(f"{KINDS[report.kind]} {verdict} · confidence {report.confidence:.0%}", style="bold")
    yield Text(_facts(report))
    yield from _quotes(report.evidence)
    for transfer in report.transfers:
        line = Text.assemble(f"  {_sides(transfer)}  ", (amount(ENGLISH, [transfer]), "bold cyan"))
        yield line.append(" · planned" if transfer.planned else "").append(_attribution(transfer))
        yield from _quotes(transfer.evidence)
    if report.running_totals:
        yield Text("Running totals, not this exchange's own figures", style="bold")
    for total in report.running_totals:
        yield Text(f"  {total.count:,} {clean(total.what)}")
        yield from _quotes(total.evidence)


def _mention(report: Report) -> Iterator[Text]:
    figures = [f"{_sides(transfer)} {amount(ENGLISH, [transfer])}" for transfer in report.transfers]
    yield Text(f"  {report.status.value}: " + " · ".join([_facts(report), *figures]))
    yield from _quotes(report.evidence)


def _facts(report: Report) -> str:
    facts = (
        " ⇄ ".join(report.parties) or "parties not named",
        report.event_date.isoformat() if report.event_date else "",
        clean(report.place or ""),
        f"exchange no. {report.ordinal}" if report.ordinal else "",
        f"mediated by {', '.join(report.mediators)}" if report.mediators else "",
        f"under the {clean(report.agreement)}" if report.agreement else "",
    )
    return " · ".join(fact for fact in facts if fact)


def _attribution(transfer: Transfer) -> str:
    said, confirmed = (clean(", ".join(names)) for names in (transfer.claimed_by, transfer.confirmed_by))
    return (f" · says {said}" if said else "") + (f" · confirmed by {confirmed}" if confirmed else "")


def _sides(transfer: Transfer) -> str:
    if transfer.released_by and transfer.released_by == transfer.returned_to:  # a total over both sides
        return f"{' ⇄ '.join(transfer.released_by)} together"
    return f"{', '.join(transfer.released_by) or '?'} → {', '.join(transfer.returned_to) or '?'}"


def _quotes(spans: Sequence[Span]) -> Iterator[Text]:
    for span in spans:
        place = f"  {span.field} {span.start}–{span.end}" + (f", rule {span.rule}" if span.rule else "")
        quote = f"“{clean(span.text, QUOTE_LIMIT)}”"
        yield Text.assemble(("    read from ", "dim"), (quote, "italic"), (place, "dim"))
