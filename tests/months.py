"""Months of news that nobody has lived through: scripted in tests/corpus/months, as perfectly read reports.

A line is a report, its fields set apart by "|": exchange, when it came out, outlet, status, stated day ("-": none),
movements, mediators, and sides where nothing moved. A movement is "Giver > Receiver category count": "+" joins
parties, "planned" stands behind the count of what is to come, "at_least" or "about" before it, "by" before who says
so. A line "= exchange: movements" tells the right headline figures; all dates are of one year.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from detectors import Article, Category, Detection, Kind, Qualifier, Report, Status, Transfer

MONTHS = Path(__file__).parent / "corpus" / "months"
YEAR = 2027
_MOVED = re.compile(r"(.*?) > (.*?) ([a-z_]+) (?:(at_least|about) )?(\d+|\?)( planned)?(?: by (.*))?")


@dataclass(frozen=True)
class Told:
    """A report of an exchange, as an outlet had it."""

    exchange: str
    article: Article
    report: Report

    @property
    def came(self) -> datetime:
        """When it came out."""
        assert isinstance(self.article.published, datetime), "every line has its time"
        return self.article.published

    @property
    def detection(self) -> Detection:
        """What the detector would say."""
        return Detection(article_id=self.article.id, is_report=True, lang="en", reason="", reports=(self.report,))


@dataclass
class Month:
    """Its reports, and the right figures of its exchanges as tests/replay.py has them."""

    told: list[Told] = field(default_factory=list)
    figures: dict[str, dict[str, list[int]]] = field(default_factory=dict)


def months() -> Mapping[str, Month]:
    """Every month by its name."""
    return {path.stem: _read(path.read_text(encoding="utf-8").splitlines()) for path in sorted(MONTHS.glob("*.txt"))}


def _read(lines: Sequence[str]) -> Month:
    month = Month()
    for number, line in enumerate(lines):
        if line.startswith("="):
            name, movements = line[1:].split(":")
            ways: dict[str, list[int]] = {}
            for each in _moved(movements):
                way = f"{'+'.join(each.released_by)}>{'+'.join(each.returned_to)}"
                ways.setdefault(way, []).append(each.count or 0)
            month.figures[name.strip()] = ways
        elif line and not line.startswith("#"):
            month.told.append(_report(f"{number}", *(each.strip() for each in line.split("|"))))
    return month


def _report(
    number: str,
    exchange: str,
    out: str,
    outlet: str,
    status: str,
    day: str,
    moves: str,
    helpers: str = "",
    sides: str = "",
) -> Told:
    transfers = tuple(_moved(moves))
    moved = dict.fromkeys(p for each in transfers for p in (*each.released_by, *each.returned_to))
    dead = {each.category is Category.BODIES for each in transfers}
    name = f"{exchange} by {outlet} ({number})"
    report = Report(
        status=Status(status),
        kind=Kind.BOTH if len(dead) > 1 else Kind.BODIES if dead == {True} else Kind.EXCHANGE,
        confidence=0.9,
        parties=_names(sides) or tuple(moved),
        transfers=transfers,
        mediators=_names(helpers),
        event_date=None if day == "-" else date.fromisoformat(f"{YEAR}-{day}"),
    )
    published = datetime.fromisoformat(f"{YEAR}-{out}").replace(tzinfo=UTC)
    return Told(exchange, Article(id=name, title=name, source=outlet, published=published), report)


def _moved(text: str) -> Iterator[Transfer]:
    for each in filter(None, (part.strip() for part in text.split(";"))):
        found = _MOVED.fullmatch(each)
        assert found, each
        givers, getters, category, vague, count, planned, speaker = found.groups()
        yield Transfer(
            released_by=_names(givers),
            returned_to=_names(getters),
            category=Category(category),
            count=None if count == "?" else int(count),
            qualifier=Qualifier.UNKNOWN if count == "?" else Qualifier(vague or "exact"),
            planned=bool(planned),
            claimed_by=(speaker,) if speaker else (),
        )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split("+") if name.strip())
