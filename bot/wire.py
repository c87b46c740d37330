"""The JSON that scripts read and write: articles in; detections, events and alerts out. The shape is stable.

Times go out as RFC 3339 in UTC ("2025-06-16T09:30:00Z"), days as YYYY-MM-DD, enums as their values.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from bot.outlets import Corroboration, corroboration
from bot.types import Alert, Edited, Event, ReportRef, Total
from detectors import Article, Detection, Report, RunningTotal, Span, Transfer

Json = dict[str, Any]

TEXT_KEYS = ("title", "summary", "text")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def article_from_json(value: object, *, published: datetime | date | None = None, lang: str | None = None) -> Article:
    """Read one article; `published` and `lang` stand in where it has none. ValueError says which key is wrong."""
    if not isinstance(value, Mapping):
        raise ValueError("an article is a JSON object with at least one of title, summary, text")  # noqa: TRY004
    if not any(key in value for key in TEXT_KEYS):
        raise ValueError("no title, summary or text; an article needs one of them")
    return Article(
        id=id_from_json(value) or "",
        title=_words(value, "title") or "",
        summary=_words(value, "summary") or "",
        text=_words(value, "text") or "",
        lang=_words(value, "lang") or lang,
        published=parse_published(_words(value, "published") or "") or published,
        url=_words(value, "url"),
        source=_words(value, "source"),
    )


def id_from_json(value: object) -> str | None:
    """The id of an article that may be broken otherwise."""
    found = value.get("id") if isinstance(value, Mapping) else None
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return _sound(found) if isinstance(found, str) else None


def parse_published(text: str) -> datetime | date | None:
    """Read a day or a time (RFC 3339, or RFC 2822 as in feeds); a time without a zone is UTC, "" is None."""
    words = text.strip()
    if not words:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
            return date.fromisoformat(words)
        return _utc(datetime.fromisoformat(words))
    except (ValueError, OverflowError):
        pass
    try:
        return _utc(parsedate_to_datetime(words))
    except (ValueError, IndexError, OverflowError):
        raise ValueError(
            f"published: {words[:60]!r} is no date or time; write 2025-06-16 or 2025-06-16T09:30:00Z"
        ) from None


def detection_to_json(detection: Detection) -> Json:
    """One result line of `exchanges detect`."""
    return {
        "id": detection.article_id or None,
        "is_report": detection.is_report,
        "lang": detection.lang,
        "reason": detection.reason,
        "reports": [report_to_json(report) for report in detection.reports],
        "mentions": [report_to_json(report) for report in detection.mentions],
    }


def report_to_json(report: Report) -> Json:
    """What one article says about one exchange."""
    return {
        "status": report.status.value,
        "kind": report.kind.value,
        "confidence": round(report.confidence, 3),
        "parties": list(report.parties),
        "transfers": [transfer_to_json(transfer) for transfer in report.transfers],
        "mediators": list(report.mediators),
        "event_date": _day(report.event_date),
        "place": report.place,
        "ordinal": report.ordinal,
        "running_totals": [_running_total(total) for total in report.running_totals],
        "agreement": report.agreement,
        "evidence": _spans(report.evidence),
    }


def transfer_to_json(transfer: Transfer) -> Json:
    """One directed movement."""
    return {
        "released_by": list(transfer.released_by),
        "returned_to": list(transfer.returned_to),
        "category": transfer.category.value,
        "count": transfer.count,
        "count_max": transfer.count_max,
        "qualifier": transfer.qualifier.value,
        "planned": transfer.planned,
        "claimed_by": list(transfer.claimed_by),
        "confirmed_by": list(transfer.confirmed_by),
        "breakdown": [{"category": part.category.value, "count": part.count} for part in transfer.breakdown],
        "evidence": _spans(transfer.evidence),
    }


def event_to_json(event: Event) -> Json:
    """One exchange in the world with the reports that told of it."""
    return {
        "id": event.id,
        "parties": list(event.parties),
        "status": event.status.value,
        "kind": event.kind.value,
        "event_date": _day(event.event_date),
        "transfers": [transfer_to_json(transfer) for transfer in event.transfers],
        "mediators": list(event.mediators),
        "place": event.place,
        "ordinal": event.ordinal,
        "agreement": event.agreement,
        "corroboration": _corroboration(corroboration(event)),
        "reports": [report_ref_to_json(ref) for ref in event.refs],
        "first_seen": time_to_json(event.first_seen),
        "updated": time_to_json(event.updated),
    }


def alert_to_json(alert: Alert) -> Json:
    """One decision to tell people."""
    return {
        "event_id": alert.event_id,
        "kind": alert.kind.value,
        "reason": alert.reason,
        "at": time_to_json(alert.at),
        "article_id": alert.article_id,
    }


def time_to_json(moment: datetime) -> str:
    """A time as RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def report_ref_to_json(ref: ReportRef) -> Json:
    """Where a report stands."""
    return {
        "article_id": ref.article_id,
        "url": ref.url,
        "source": ref.source,
        "published": time_to_json(ref.published) if ref.published else None,
        "lang": ref.lang,
        "title": ref.title,
        "status": ref.status.value,
        "doubtful": ref.report is not None and ref.report.is_doubtful,
    }


def total_to_json(total: Total) -> Json:
    """How many went one way over many events."""
    return {
        "released_by": list(total.released_by),
        "returned_to": list(total.returned_to),
        "people": total.family,
        "events": total.events,
        "low": total.low,
        "high": total.high,
        "events_without_figure": total.uncounted,
        "first": total.first.isoformat(),
        "last": total.last.isoformat(),
    }


def edited_to_json(edited: Edited) -> Json:
    """What an editor did."""
    return {"at": time_to_json(edited.at), "what": edited.what, "events": list(edited.events)}


def _corroboration(known: Corroboration) -> Json:
    return {"outlets": known.outlets, "sides": list(known.sides), "mediators": list(known.mediators)}


def _running_total(total: RunningTotal) -> Json:
    return {"what": total.what, "count": total.count, "evidence": _spans(total.evidence)}


def _spans(spans: Sequence[Span]) -> list[Json]:
    return [
        {"text": span.text, "start": span.start, "end": span.end, "field": span.field, "rule": span.rule}
        for span in spans
    ]


def _words(value: Mapping[str, object], key: str) -> str | None:
    found = value.get(key)
    if found is None:
        return None
    if not isinstance(found, str):
        raise ValueError(f"{key}: expected text, got {type(found).__name__}")  # noqa: TRY004
    return _sound(found)


def _sound(text: str) -> str:
    """Half a surrogate pair cannot leave as UTF-8; its stand-in is as long, so that spans still fit."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
