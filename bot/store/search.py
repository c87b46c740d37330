"""Finding events by words, and summing them up by sides: kept ready at every save, so that both answer at once."""

import json
from collections.abc import Iterator
from datetime import date

from bot.facts import family
from bot.outlets import is_shown
from bot.store import terms
from bot.store.database import Database
from bot.types import Event, Returned, Total

LATEST = 500  # events that tell which conflicts are spoken of


class Search:
    """The index of the events."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def is_empty(self) -> bool:
        """Whether nothing is indexed yet."""
        return not self._db.rows("SELECT 1 FROM indexed LIMIT 1")

    def keep(self, event: Event) -> None:
        """Index an event as it now is; one that was merged is found no more. Inside `writing`."""
        self._keep_words(event)
        shown = event.told and not event.merged_into
        moved = [(event.id, event.day.isoformat(), *each) for each in _moved(event)] if shown else []
        self._db.keep_rows("moved", event.id, moved)
        self._db.keep_rows("moved_sides", event.id, {(party, event.id) for party in event.parties} if shown else ())

    def _keep_words(self, event: Event) -> None:
        words = (
            ""
            if event.merged_into or not is_shown(event)
            else " ".join(sorted(set(" ".join(terms.words_of(event)).casefold().split())))
        )
        sql = "SELECT i.id, f.words FROM indexed i JOIN event_words f ON f.rowid = i.id WHERE i.event_id = ?"
        rows = self._db.rows(sql, event.id)
        if not rows:
            number = self._db.execute("INSERT INTO indexed VALUES (NULL, ?)", (event.id,)).lastrowid
            self._db.execute("INSERT INTO event_words (rowid, words) VALUES (?, ?)", (number, words))
        elif rows[0]["words"] != words:
            self._db.execute("UPDATE event_words SET words = ? WHERE rowid = ?", (words, rows[0]["id"]))

    def find(self, asked: str, n: int) -> tuple[str, ...]:
        """The ids of the n latest events that have every word, or one that begins with it."""
        query = terms.query(asked)
        if not query:
            return ()
        sql = (
            "SELECT e.id FROM event_words f JOIN indexed i ON i.id = f.rowid JOIN events e ON e.id = i.event_id "
            "WHERE event_words MATCH ? ORDER BY e.day DESC, e.updated DESC LIMIT ?"
        )
        return tuple(row["id"] for row in self._db.rows(sql, query, n))

    def totals(self, party: str | None = None) -> tuple[Total, ...]:
        """How many went which way in all events that people were told of, the most first."""
        mine = "WHERE event_id IN (SELECT event_id FROM moved_sides WHERE side = ?)" if party else ""
        sql = (
            "SELECT released_by, returned_to, family, count(*) AS events, "  # noqa: S608
            "sum(low) AS low, sum(high) AS high, sum(high IS NULL) AS uncounted, min(day) AS first, max(day) AS last "
            f"FROM moved {mine} GROUP BY released_by, returned_to, family "
            "ORDER BY events DESC, high DESC"
        )
        return tuple(
            Total(
                released_by=tuple(json.loads(row["released_by"])),
                returned_to=tuple(json.loads(row["returned_to"])),
                family=row["family"],
                events=row["events"],
                low=row["low"] or 0,
                high=row["high"] or 0,
                uncounted=row["uncounted"],
                first=date.fromisoformat(row["first"]),
                last=date.fromisoformat(row["last"]),
            )
            for row in self._db.rows(sql, *([party] if party else []))
        )

    def returned(self, sides: tuple[str, str]) -> tuple[Returned, ...]:
        """What two sides got back from one another, event by event, the first first; what has no figure is left out."""
        one, other = (json.dumps([side], ensure_ascii=False) for side in sides)
        sql = (
            "SELECT day, returned_to, family, low, high FROM moved WHERE high > 0 AND "
            "((released_by = ? AND returned_to = ?) OR (released_by = ? AND returned_to = ?)) ORDER BY day, event_id"
        )
        return tuple(
            Returned(
                day=date.fromisoformat(row["day"]),
                side=json.loads(row["returned_to"])[0],
                family=row["family"],
                low=row["low"],
                high=row["high"],
            )
            for row in self._db.rows(sql, one, other, other, one)
        )

    def known_party(self, asked: str) -> str | None:
        """The party of known events that a person means, in any language that names are kept in."""
        rows = self._db.rows("SELECT DISTINCT side FROM moved_sides ORDER BY side DESC")
        return terms.party_called(asked, [row["side"] for row in rows])

    def pairs(self, n: int) -> tuple[tuple[str, str], ...]:
        """The n pairs of parties that most of the latest told events have in common, the most frequent first."""
        sql = (
            "SELECT a.side AS one, b.side AS other FROM "
            "(SELECT id FROM events WHERE merged_into IS NULL ORDER BY day DESC, updated DESC LIMIT ?) e "
            "CROSS JOIN moved_sides a ON a.event_id = e.id CROSS JOIN moved_sides b ON b.event_id = e.id "
            "AND b.side > a.side GROUP BY one, other ORDER BY count(*) DESC, one, other LIMIT ?"
        )
        return tuple((row["one"], row["other"]) for row in self._db.rows(sql, LATEST, n))


def _moved(event: Event) -> Iterator[tuple[str, str, str, int | None, int | None]]:
    """(from, to, family, least, most) for each direction and family of people that went: the range of what is said."""
    lines: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for transfer in event.transfers:
        if transfer.planned:
            continue
        way = (_joined(transfer.released_by), _joined(transfer.returned_to), family(transfer.category))
        spans = lines.setdefault(way, [])
        if transfer.count is not None:
            spans.append((transfer.count, max(transfer.count, transfer.count_max or 0)))
    for way, spans in lines.items():
        yield *way, min((low for low, _ in spans), default=None), max((high for _, high in spans), default=None)


def _joined(parties: tuple[str, ...]) -> str:
    return json.dumps(sorted(parties), ensure_ascii=False)
