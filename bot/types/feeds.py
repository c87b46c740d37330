"""Feeds, their entries, and what their operator is told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

FullText = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedName:
    """How a feed is called and what it speaks, as far as the config says."""

    url: str
    name: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A URL that is polled, with its caching and health state; validators are the server's own words.

    `full_text`: whether its entries' pages are fetched: "always", "never", or "auto", where an entry sounds like it.
    `slowest`: the longest interval between polls, for a feed that publishes seldom; `moved_to`: where the server says
    that it lives now; `full_at`: when it was last read without validators; `changed_at`: when it last brought a new
    entry; `reported_at`: when it last brought a report; `entries`: how many it held; `pace`: seconds between new
    entries; `longest_quiet`: the longest that it brought none; `hint`: the interval that it wishes for in its own body;
    `not_before`: until when the server asked to be left alone; `alarm`: what the operator was told and still holds.
    """

    url: str
    name: str | None = None
    language: str | None = None
    every: float
    full_text: FullText = "auto"
    slowest: float | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    next_poll_at: datetime
    polled_at: datetime | None = None
    changed_at: datetime | None = None
    failures: int = 0
    error: str | None = None
    moved_to: str | None = None
    full_at: datetime | None = None
    reported_at: datetime | None = None
    entries: int = 0
    pace: float | None = None
    longest_quiet: float = 0.0
    hint: float | None = None
    not_before: datetime | None = None
    failing_since: datetime | None = None
    alarm: str | None = None


class MilestoneKind(StrEnum):
    """What a feed's history is made of."""

    READ = "read"  # for the first time
    FAILED = "failed"
    RECOVERED = "recovered"  # before anybody was told
    MOVED = "moved"
    DIED = "died"
    GONE = "gone"
    EMPTIED = "emptied"
    FLOODED = "flooded"
    QUIET = "quiet"
    REVIVED = "revived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something in a feed's life worth remembering; `tell`: worth the operator's attention as well."""

    kind: MilestoneKind
    text: str
    at: datetime
    tell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorNotice:
    """Something that the operator should know, once; `subject`: the feed or channel that it is about."""

    id: int
    kind: str
    subject: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, identified by (feed_url, id); text fields are plain text, HTML already stripped."""

    feed_url: str
    id: str
    title: str = ""
    summary: str = ""
    link: str | None = None
    language: str | None = None
    published: datetime | None = None
