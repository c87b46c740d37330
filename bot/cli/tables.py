"""Exported objects as CSV: one transfer a row, lists joined, nothing that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from bot.wire import Json

EVENT_COLUMNS = ("id", "parties", "status", "kind", "event_date", "mediators", "place", "ordinal", "agreement")
REPORT_COLUMNS = ("article_id", "event_id", "url", "source", "published", "lang", *EVENT_COLUMNS[1:])
TRANSFER_COLUMNS = (
    "released_by",
    "returned_to",
    "category",
    "count",
    "count_max",
    "qualifier",
    "planned",
    "claimed_by",
    "confirmed_by",
)
COLUMNS = {
    "events": (*EVENT_COLUMNS, *TRANSFER_COLUMNS, "reports", "first_seen", "updated"),
    "reports": (*REPORT_COLUMNS, *TRANSFER_COLUMNS),
    "alerts": ("event_id", "kind", "reason", "at", "article_id"),
}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(out: TextIO, what: str, objects: Iterable[Json]) -> None:
    """Write events, reports or alerts as their JSON has them."""
    writer = csv.writer(out, lineterminator="\n")
    columns = COLUMNS[what]
    writer.writerow(columns)
    for thing in objects:
        for row in _rows(thing):
            writer.writerow([_cell(row.get(column)) for column in columns])


def _rows(thing: Json) -> Iterator[Json]:
    whole = {**thing, "reports": len(thing["reports"])} if "reports" in thing else thing
    for transfer in thing.get("transfers") or [{}]:
        yield {**whole, **transfer}


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join(str(one) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return f"'{value}"
    return "" if value is None else value
