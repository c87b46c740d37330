"""What a detection was read from."""

from collections.abc import Iterator

from detectors import Article, Detection, Span, detect


def spans(detection: Detection) -> Iterator[Span]:
    """Every span of a detection."""
    for report in (*detection.reports, *detection.mentions):
        yield from report.evidence
        for transfer in report.transfers:
            yield from transfer.evidence
        for total in report.running_totals:
            yield from total.evidence


def assert_spans_are_the_articles_words(article: Article) -> None:
    for span in spans(detect(article)):
        assert getattr(article, span.field)[span.start : span.end] == span.text
