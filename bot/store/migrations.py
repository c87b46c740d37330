"""How the database came to its present shape, one step at a time; a step that has been released never changes."""

from datetime import date
from hashlib import blake2b

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("exchange_watch")


@migrations()
def first_tables(db: Database) -> None:
    """Feeds and what was seen of them, events and what was told of them."""
    for statement in _FIRST.split(";\n"):
        db.execute(statement)


@migrations()
def merged_events(db: Database) -> None:
    """Events can turn out to be another one; an article's reports are told apart by their place in it."""
    db.execute("ALTER TABLE events ADD COLUMN merged_into TEXT REFERENCES events (id)")
    db.execute("ALTER TABLE reports ADD COLUMN number INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX reports_article ON reports (article_id)")


@migrations()
def editors_hand(db: Database) -> None:
    """What an editor put together or told apart is on record."""
    columns = "id INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, events TEXT NOT NULL"
    db.execute(f"CREATE TABLE edits ({columns})")


@migrations()
def search_and_totals(db: Database) -> None:
    """Events are found by words and summed up by sides; the store fills the tables when it is opened."""
    for statement in _SEARCH:
        db.execute(statement)


@migrations()
def feed_health(db: Database) -> None:
    """Feeds remember their rhythm, where they moved, and what became of them; the operator is told of it."""
    columns = (
        "slowest REAL, moved_to TEXT, full_at TEXT, reported_at TEXT, entries INTEGER NOT NULL DEFAULT 0, pace REAL, "
        "longest_quiet REAL NOT NULL DEFAULT 0, hint REAL, not_before TEXT, failing_since TEXT, alarm TEXT"
    )
    for column in columns.split(", "):
        db.execute(f"ALTER TABLE feeds ADD COLUMN {column}")
    db.execute(
        "CREATE TABLE feed_history (id INTEGER PRIMARY KEY, feed_url TEXT NOT NULL, at TEXT NOT NULL, "
        "kind TEXT NOT NULL, text TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX feed_history_feed ON feed_history (feed_url, id)")
    db.execute(
        "CREATE TABLE notices (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, "
        "at TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0)"
    )
    db.execute("CREATE INDEX notices_untold ON notices (told, id)")


@migrations()
def entries_by_keys(db: Database) -> None:
    """Entries are known by several things, and remembered with what they said."""
    db.execute("CREATE TABLE entry_keys (key INTEGER PRIMARY KEY, words INTEGER NOT NULL, seen INTEGER NOT NULL)")
    for feed_url, entry_id, seen_at in db.execute("SELECT feed_url, id, seen_at FROM entries").fetchall():
        name = f"{feed_url}\nid\n{entry_id}".encode("utf-8", "replace")
        key = int.from_bytes(blake2b(name, digest_size=8).digest(), signed=True)
        day = (date.fromisoformat(seen_at[:10]) - date(1970, 1, 1)).days
        db.execute("INSERT OR IGNORE INTO entry_keys VALUES (?, 0, ?)", (key, day))
    db.execute("DROP TABLE entries")


@migrations()
def full_text(db: Database) -> None:
    """Feeds say whether the pages of their entries are fetched."""
    db.execute("ALTER TABLE feeds ADD COLUMN full_text TEXT NOT NULL DEFAULT 'auto'")


@migrations()
def deliveries_told_apart(db: Database) -> None:
    """Attempts have names, posts can be summaries or bare text, messages can be fixed or gone."""
    for column in (
        "attempt TEXT",
        "fold INTEGER NOT NULL DEFAULT 0",
        "plain INTEGER NOT NULL DEFAULT 0",
        "message_state TEXT NOT NULL DEFAULT 'editable'",
    ):
        db.execute(f"ALTER TABLE deliveries ADD COLUMN {column}")
    db.execute("CREATE INDEX deliveries_open ON deliveries (channel_id, id) WHERE state IN ('owed', 'claimed')")
    for column in ("gone_at TEXT", "paused TEXT"):
        db.execute(f"ALTER TABLE channels ADD COLUMN {column}")


@migrations()
def habits_of_channels(db: Database) -> None:
    """Channels can want digests and quiet hours."""
    db.execute(
        "CREATE TABLE habits (channel_id TEXT PRIMARY KEY REFERENCES channels (id) ON UPDATE CASCADE, "
        "digest TEXT, at TEXT NOT NULL, time_zone TEXT NOT NULL, say_nothing INTEGER NOT NULL, quiet TEXT, "
        "since TEXT, due TEXT)"
    )
    db.execute("CREATE INDEX habits_due ON habits (due)")
    db.execute("CREATE INDEX alerts_at ON alerts (at)")


@migrations()
def words_of_names(db: Database) -> None:
    """Events are found by more words than before: emptied, the index is made anew when the store opens."""
    db.execute("DELETE FROM event_words")
    db.execute("DELETE FROM indexed")


@migrations()
def wishes_and_mutes(db: Database) -> None:
    """Channels can wish for some events only, mute single ones, and be told without a sound in quiet hours."""
    db.execute("ALTER TABLE channels ADD COLUMN wishes TEXT")
    db.execute("CREATE INDEX channels_wishes ON channels (wishes) WHERE wishes IS NOT NULL")
    db.execute("ALTER TABLE habits ADD COLUMN silent INTEGER NOT NULL DEFAULT 0")
    columns = "channel_id TEXT NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (event_id, channel_id)"
    db.execute(f"CREATE TABLE mutes ({columns}) WITHOUT ROWID")
    db.execute("CREATE INDEX mutes_channel ON mutes (channel_id)")


@migrations()
def messages_kept_true(db: Database) -> None:
    """Messages that no longer say what is known are edited; what changed is told in replies to them."""
    db.execute("ALTER TABLE deliveries ADD COLUMN stale TEXT")
    db.execute("ALTER TABLE deliveries ADD COLUMN reply INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX deliveries_stale ON deliveries (channel_id, stale) WHERE stale IS NOT NULL")
    db.execute(  # of what edited a message until now, and of replies, the first shows the event
        "UPDATE deliveries SET reply = 1 WHERE state = 'sent' AND EXISTS (SELECT 1 FROM deliveries f "
        "WHERE f.event_id = deliveries.event_id AND f.channel_id = deliveries.channel_id AND f.id < deliveries.id "
        "AND f.state = 'sent' AND NOT f.fold)"
    )


@migrations()
def who_subscribed(db: Database) -> None:
    """Chats know who subscribed them, by the platform's own id; events can be asked for their parties."""
    db.execute("ALTER TABLE channels ADD COLUMN subscribed_by TEXT")
    db.execute("CREATE INDEX moved_sides_event ON moved_sides (event_id)")


@migrations(transactional=False)
def alerts_of_no_event(db: Database) -> None:
    """What the operator writes to all chats is of no event; the table is made anew, with foreign keys let go of."""
    db.table("alerts").transform(not_null={"event_id": False})


@migrations()
def feedback_and_drafts(db: Database) -> None:
    """People say what is wrong with an event; the operator writes to all chats."""
    db.execute(
        "CREATE TABLE feedback (id INTEGER PRIMARY KEY, at TEXT NOT NULL, channel TEXT NOT NULL, "
        "event_id TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, giver BLOB NOT NULL UNIQUE, today BLOB, "
        "done INTEGER NOT NULL DEFAULT 0)"
    )
    db.execute("CREATE INDEX feedback_open ON feedback (id) WHERE NOT done")
    db.execute("CREATE INDEX feedback_today ON feedback (today) WHERE today IS NOT NULL")
    db.execute("CREATE TABLE salts (name TEXT PRIMARY KEY, value BLOB NOT NULL)")
    db.execute("CREATE TABLE drafts (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL, sent TEXT)")


@migrations()
def digests_of_no_event(db: Database) -> None:
    """A digest belonged to the latest event, since every alert had to belong to one."""
    db.execute("UPDATE alerts SET event_id = NULL WHERE kind = 'digest'")


_SEARCH = (
    "CREATE TABLE indexed (id INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE event_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
    "CREATE TABLE moved (event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, day TEXT NOT NULL, "
    "released_by TEXT NOT NULL, returned_to TEXT NOT NULL, family TEXT NOT NULL, low INTEGER, high INTEGER)",
    "CREATE INDEX moved_event ON moved (event_id)",
    "CREATE TABLE moved_sides (side TEXT NOT NULL, event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, "
    "PRIMARY KEY (side, event_id)) WITHOUT ROWID",
    "CREATE INDEX events_latest ON events (day, updated) WHERE merged_into IS NULL",
)
_FIRST = """
CREATE TABLE feeds (
  url TEXT PRIMARY KEY, name TEXT, language TEXT, every REAL NOT NULL, listed INTEGER NOT NULL,
  etag TEXT, last_modified TEXT, body_hash TEXT, next_poll_at TEXT NOT NULL, polled_at TEXT, changed_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0, error TEXT
);
CREATE INDEX feeds_due ON feeds (listed, next_poll_at);
CREATE TABLE entries (
  feed_url TEXT NOT NULL, id TEXT NOT NULL, seen_at TEXT NOT NULL, PRIMARY KEY (feed_url, id)
) WITHOUT ROWID;
CREATE TABLE articles (
  id TEXT PRIMARY KEY, url TEXT, source TEXT, title TEXT NOT NULL, lang TEXT, published TEXT, seen_at TEXT NOT NULL,
  verdict TEXT NOT NULL
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, day TEXT NOT NULL, status TEXT NOT NULL, updated TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX events_updated ON events (updated);
CREATE TABLE event_sides (
  side TEXT NOT NULL, day TEXT NOT NULL, event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  PRIMARY KEY (side, day, event_id)
) WITHOUT ROWID;
CREATE INDEX event_sides_event ON event_sides (event_id);
CREATE TABLE reports (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id),
  event_id TEXT NOT NULL REFERENCES events (id),
  status TEXT NOT NULL, kind TEXT NOT NULL, confidence REAL NOT NULL, event_date TEXT, place TEXT, ordinal INTEGER,
  placed_because TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX reports_event ON reports (event_id);
CREATE TABLE transfers (
  report_id INTEGER NOT NULL REFERENCES reports (id), released_by TEXT NOT NULL, returned_to TEXT NOT NULL,
  category TEXT NOT NULL, count INTEGER, count_max INTEGER, qualifier TEXT NOT NULL, planned INTEGER NOT NULL,
  claimed_by TEXT NOT NULL, confirmed_by TEXT NOT NULL
);
CREATE INDEX transfers_report ON transfers (report_id);
CREATE TABLE alerts (
  id INTEGER PRIMARY KEY, event_id TEXT NOT NULL REFERENCES events (id), kind TEXT NOT NULL, reason TEXT NOT NULL,
  at TEXT NOT NULL, article_id TEXT NOT NULL
);
CREATE INDEX alerts_event ON alerts (event_id);
CREATE TABLE channels (
  id TEXT PRIMARY KEY, platform TEXT NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL,
  configured INTEGER NOT NULL, subscribed INTEGER NOT NULL, since TEXT NOT NULL, gone TEXT
);
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY, alert_id INTEGER NOT NULL REFERENCES alerts (id), event_id TEXT NOT NULL,
  channel_id TEXT NOT NULL REFERENCES channels (id), state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  not_before TEXT, claimed_at TEXT, message_id TEXT, reason TEXT, UNIQUE (alert_id, channel_id)
);
CREATE INDEX deliveries_owed ON deliveries (state, not_before);
CREATE INDEX deliveries_told ON deliveries (event_id, channel_id)
"""
