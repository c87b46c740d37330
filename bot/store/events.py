"""Articles, what they report, the events that the reports were joined into, and what was decided to tell."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from pydantic import TypeAdapter

from bot.days import PLAN_WINDOW, WINDOW
from bot.facts import names_nobody, sides_of
from bot.outlets import is_shown
from bot.store.database import Database, Row, as_moment, as_text
from bot.store.search import Search
from bot.types import Alert, AlertKind, Edit, Edited, Event, EventStatus, Placement
from detectors import Article, Report

_EVENT, _REPORT = TypeAdapter(Event), TypeAdapter(Report)
_CANDIDATES = 60
_SHORT = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{6}", re.ASCII)  # Event.short_id
_RECENT = 256
# The status under which an event is kept that nobody is shown.
RUMOUR = "rumour"
REGROUPED = "moved here when a later report showed which exchange it tells of"


class Events:
    """What is known of the world."""

    def __init__(self, db: Database, search: Search) -> None:
        self._db = db
        self._search = search
        self._recent: dict[str, tuple[str, Event]] = {}  # as last stored or read: those around today come up again

    def has_article(self, article_id: str) -> bool:
        """Whether an article was taken in before."""
        return bool(self._db.rows("SELECT 1 FROM articles WHERE id = ?", article_id))

    def add_article(self, article: Article, verdict: str, now: datetime) -> None:
        """Keep an article that tells of an exchange, or that could not be read."""
        published = as_text(article.published) if article.published else None
        values = (
            article.id,
            article.url,
            article.source,
            article.title,
            article.lang,
            published,
            as_text(now),
            verdict,
        )
        self._db.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def candidates(self, parties: Iterable[str], day: date | None, *, planned: bool = False) -> tuple[Event, ...]:
        """The events around a day, or of any day, in which one of the parties' sides took part.

        Plans of weeks before are among them, and for a plan (`planned`) all that happened weeks after it. Beside them,
        where a report of the day names no side, all events of that day: it may tell of any one of them.
        """
        sides = json.dumps(sorted(set(sides_of(parties).values())))
        window = PLAN_WINDOW if planned else WINDOW
        first, last = ((day - window).isoformat(), (day + window).isoformat()) if day else ("", "~")
        earlier = (day - PLAN_WINDOW).isoformat() if day else first
        most = _CANDIDATES if day else -1
        sql = (
            "SELECT id, body FROM events WHERE id IN (SELECT id FROM events WHERE id IN ("  # no bodies are sorted
            "SELECT event_id FROM event_sides WHERE side IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?) "
            "AND merged_into IS NULL AND (day >= ? OR status = ?) ORDER BY updated DESC LIMIT ?)"
        )
        rows = self._db.rows(sql, sides, earlier, last, first, EventStatus.ANNOUNCED.value, most)
        if day:
            rows = [*rows, *self._of_the_day(day, {row["id"] for row in rows}, always=sides == "[]")]
        return tuple(self._read(row) for row in rows)

    def _of_the_day(self, day: date, known: Collection[str], *, always: bool) -> list[Row]:
        """The other events of a day, if a report of the day names no side (or `always`)."""
        text = day.isoformat()
        if not (always or self._db.rows("SELECT 1 FROM event_sides WHERE side = '' AND day = ? LIMIT 1", text)):
            return []
        sql = "SELECT id, body FROM events WHERE day = ? AND merged_into IS NULL ORDER BY updated DESC LIMIT ?"
        return [row for row in self._db.rows(sql, text, _CANDIDATES) if row["id"] not in known]

    def _read(self, row: Row) -> Event:
        known = self._recent.get(row["id"])
        if known is None or known[0] != row["body"]:
            known = self._remember(_EVENT.validate_json(row["body"]), row["body"])
        return known[1]

    def _remember(self, event: Event, body: str) -> tuple[str, Event]:
        self._recent.pop(event.id, None)
        while len(self._recent) >= _RECENT:
            del self._recent[next(iter(self._recent))]
        self._recent[event.id] = body, event
        return body, event

    def first_published(self, article_id: str) -> datetime | None:
        """When an article that was taken in came out, by what was said at that time."""
        rows = self._db.rows("SELECT published FROM articles WHERE id = ?", article_id)
        text = rows[0]["published"] if rows else None
        return as_moment(text) if text and "T" in text else None

    def take_out_report(self, article_id: str, number: int) -> Event | None:
        """Forget what an article said, which is to be said anew; the event that it stands in, which keeps it."""
        where = "article_id = ? AND number = ?"
        rows = self._db.rows(f"SELECT id, event_id FROM reports WHERE {where}", article_id, number)  # noqa: S608
        for row in rows:
            self._db.execute("DELETE FROM transfers WHERE report_id = ?", (row["id"],))
            self._db.execute("DELETE FROM reports WHERE id = ?", (row["id"],))
        event = self.get(rows[-1]["event_id"]) if rows else None
        return event if event and any(ref.key == (article_id, number) for ref in event.refs) else None

    def save_placement(self, placement: Placement, report: Report) -> None:
        """Keep the report, the event as it now is, and what became of the events around it."""
        self.save(placement.event)
        self._add_report(placement, report)
        for change in placement.others:
            self.save(change.event)
        for event in placement.merged:
            self.save(replace(event, reports=(), doubtful=()))
        if placement.others or placement.merged:
            for event in (placement.event, *(change.event for change in placement.others)):
                self._move_reports(event, REGROUPED)

    def save_edit(self, edit: Edit, now: datetime) -> None:
        """Keep what an editor's hand did, and that it did."""
        for event in (*(change.event for change in edit.changes), *(replace(gone, reports=()) for gone in edit.merged)):
            self.save(event)
        for change in edit.changes:
            self._move_reports(change.event, edit.changes[0].reason)
        values = (as_text(now), edit.what, json.dumps(edit.events))
        self._db.execute("INSERT INTO edits VALUES (NULL, ?, ?, ?)", values)

    def edits(self, event_id: str) -> tuple[Edited, ...]:
        """What an editor's hand did to an event, the first first."""
        sql = "SELECT * FROM edits WHERE ? IN (SELECT value FROM json_each(events)) ORDER BY id"
        return tuple(
            Edited(at=datetime.fromisoformat(row["at"]), what=row["what"], events=tuple(json.loads(row["events"])))
            for row in self._db.rows(sql, event_id)
        )

    def placed(self, event_id: str) -> dict[tuple[str, int], tuple[int, str]]:
        """For each report of an event, by its key: its number in the database, and why it is there."""
        rows = self._db.rows("SELECT id, article_id, number, placed_because FROM reports WHERE event_id = ?", event_id)
        return {(row["article_id"], row["number"]): (row["id"], row["placed_because"]) for row in rows}

    def save(self, event: Event) -> None:
        """Keep an event as it now is."""
        day = event.day.isoformat()
        body = _EVENT.dump_json(event).decode()
        status = event.status.value if is_shown(event) else RUMOUR
        self._remember(event, body)
        self._db.execute(
            "INSERT INTO events (id, day, status, updated, body, merged_into) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET day = excluded.day, status = excluded.status, "
            "updated = excluded.updated, body = excluded.body, merged_into = excluded.merged_into",
            (event.id, day, status, as_text(event.updated), body, event.merged_into),
        )
        self._search.keep(event)
        named = {*sides_of(event.parties).values()} | {"" for ref in event.reports if names_nobody(ref.report)}
        sides = {(side, day, event.id) for side in named} if not event.merged_into else ()
        self._db.keep_rows("event_sides", event.id, sides)

    def _move_reports(self, event: Event, why: str) -> None:
        """Note which reports are now the event's own."""
        self._db.executemany(
            "UPDATE reports SET event_id = ?, placed_because = ? WHERE article_id = ? AND number = ? AND event_id != ?",
            [(event.id, why, *ref.key, event.id) for ref in event.refs],
        )

    def _add_report(self, placement: Placement, report: Report) -> None:
        day = report.event_date.isoformat() if report.event_date else None
        facts = (report.status.value, report.kind.value, report.confidence, day, report.place, report.ordinal)
        cursor = self._db.execute(
            "INSERT INTO reports VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                placement.article_id,
                placement.event.id,
                *facts,
                placement.reason,
                _REPORT.dump_json(report).decode(),
                placement.number,
            ),
        )
        self._db.executemany(
            "INSERT INTO transfers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    cursor.lastrowid,
                    json.dumps(t.released_by),
                    json.dumps(t.returned_to),
                    t.category.value,
                    t.count,
                    t.count_max,
                    t.qualifier.value,
                    t.planned,
                    json.dumps(t.claimed_by),
                    json.dumps(t.confirmed_by),
                )
                for t in report.transfers
            ],
        )

    def add_alert(self, alert: Alert) -> int:
        """Keep a decision to tell people, of an event or of none; its id."""
        values = (alert.event_id or None, alert.kind.value, alert.reason, as_text(alert.at), alert.article_id)
        cursor = self._db.execute("INSERT INTO alerts VALUES (NULL, ?, ?, ?, ?, ?)", values)
        assert cursor.lastrowid is not None, "just inserted"
        return cursor.lastrowid

    def get(self, event_id: str) -> Event | None:
        """One event, by its id or its short one."""
        rows = self._db.rows("SELECT body FROM events WHERE id = ?", event_id)
        if not rows and _SHORT.fullmatch(event_id):
            rows = self._db.rows("SELECT body FROM events WHERE id GLOB ?", f"{event_id[:10]}-*{event_id[10:]}")
        return _EVENT.validate_json(rows[0]["body"]) if rows else None

    def latest(self, n: int) -> tuple[Event, ...]:
        """The n events last told of, the latest first."""
        sql = (
            "SELECT body FROM events WHERE merged_into IS NULL AND status != ? ORDER BY day DESC, updated DESC LIMIT ?"
        )
        rows = self._db.rows(sql, RUMOUR, n)
        return tuple(_EVENT.validate_json(row["body"]) for row in rows)

    def last_word(self) -> datetime | None:
        """When an event was last opened or changed."""
        return as_moment(self._db.rows("SELECT max(updated) AS at FROM events WHERE status != ?", RUMOUR)[0]["at"])

    def standing(self) -> Iterator[Event]:
        """Every event that stands for itself, the first seen first."""
        sql = "SELECT body FROM events WHERE merged_into IS NULL AND status != ? ORDER BY day, id"
        for row in self._db.rows(sql, RUMOUR):
            yield _EVENT.validate_json(row["body"])

    def reports(self) -> Iterator[tuple[str, str, Report]]:
        """(article id, event id, report) of every report, in the order in which they came."""
        for row in self._db.rows("SELECT article_id, event_id, body FROM reports ORDER BY id"):
            yield row["article_id"], row["event_id"], _REPORT.validate_json(row["body"])

    def alerts(self) -> Iterator[Alert]:
        """Every alert of an event, in the order in which they were decided."""
        return map(alert_of, self._db.rows("SELECT * FROM alerts WHERE event_id IS NOT NULL ORDER BY id"))

    def alerts_of(self, event_id: str) -> tuple[Alert, ...]:
        """The alerts of one event, in the order in which they were decided."""
        sql = "SELECT * FROM alerts WHERE event_id = ? ORDER BY id"
        return tuple(map(alert_of, self._db.rows(sql, event_id)))

    def alerts_between(self, since: datetime, until: datetime) -> tuple[Alert, ...]:
        """The alerts that were decided from `since` on and before `until`."""
        sql = "SELECT * FROM alerts WHERE at >= ? AND at < ? AND event_id IS NOT NULL ORDER BY id"
        return tuple(map(alert_of, self._db.rows(sql, as_text(since), as_text(until))))

    def announced(self, first: date) -> tuple[Event, ...]:
        """The announced events whose day is that one or a later one."""
        sql = "SELECT id, body FROM events WHERE status = 'announced' AND day >= ? AND merged_into IS NULL ORDER BY day"
        events = (self._read(row) for row in self._db.rows(sql, first.isoformat()))
        return tuple(event for event in events if event.event_date)


def alert_of(row: Row) -> Alert:
    """A row of the alerts."""
    return Alert(
        id=row["id"],
        event_id=row["event_id"] or "",
        kind=AlertKind(row["kind"]),
        reason=row["reason"],
        at=datetime.fromisoformat(row["at"]),
        article_id=row["article_id"],
    )
