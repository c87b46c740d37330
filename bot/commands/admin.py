"""Answers for the bot's operators: how it is, page by page in one message; what people wrote; a word to every chat."""

import platform
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from bot.commands import broadcast
from bot.commands.sources import page_asked, turns
from bot.commands.usage import button, number_asked, typed
from bot.render import Words, card, clean, feed_name, page_of
from bot.render.text import shorten
from bot.store import Store
from bot.types import Ask, Button, Card, DeliveryState, Feed, Feedback, MilestoneKind, Point, Reply, Section, Verb

LIBRARIES = ("python-telegram-bot", "slack-bolt", "slack-sdk", "aiohttp", "feedparser", "spacy", "sqlite-utils")
FEEDS_ON_PAGE, FEEDBACK_ON_PAGE, DEAD_SHOWN = 8, 4, 6
WHY_MOST, HEADLINE_MOST, WORDS_MOST = 100, 120, 300  # characters, so that each page fits into one message
MEGABYTE = 1_000_000


def admin(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """The page that the second word names, else how everything is at a glance."""
    page = _PAGES.get(ask.words[1].lower(), _overview) if len(ask.words) > 1 else _overview
    return page(store, ask, say, now)


def _overview(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    chats, waiting = store.health.chats(), store.feedback.count()
    counts = _counts(
        say, configured=chats.configured, subscribed=chats.subscribed, paused=chats.paused, gone=chats.gone
    )
    size = say.say("admin-database", n=say.number(-(-store.health.bytes() // MEGABYTE)))
    sections = (
        Section(title=say.say("admin-feeds"), points=_feeds_at_a_glance(store, say, now)),
        Section(title=say.say("admin-queue"), points=_queue_at_a_glance(store, say)),
        Section(title=say.say("admin-chats"), points=(Point(text=counts),)),
        Section(title=say.say("admin-program"), points=(Point(text=_versions()), Point(text=size))),
    )
    pages = (
        Button(label=say.say("admin-feeds"), words=(Verb.ADMIN, "feeds")),
        Button(label=say.say("admin-queue"), words=(Verb.ADMIN, "queue")),
        Button(label=say.count("button-inbox", waiting), words=(Verb.ADMIN, "inbox")),
    )
    hint = say.say("broadcast-what", command=f"{typed(ask, Verb.ADMIN)} broadcast")
    return _reply(
        say,
        f"Exchange Watch {_version('exchange-watch')}",
        sections,
        (pages, (button(say, "refresh", Verb.ADMIN),)),
        details=hint,
    )


def _feeds_at_a_glance(store: Store, say: Words, now: datetime) -> tuple[Point, ...]:
    feeds = store.health.feeds(now)
    counts = _counts(say, listed=feeds.listed, polled=feeds.polled, failing=feeds.failing, silent=feeds.silent)
    last = say.say("admin-last-poll", when=_moment(feeds.last_poll, say))
    return (Point(text=counts), Point(text=last)) if feeds.last_poll else (Point(text=counts),)


def _queue_at_a_glance(store: Store, say: Words) -> tuple[Point, ...]:
    queue = store.health.queue()
    counts = _counts(say, owed=queue.owed, claimed=queue.claimed, refused=queue.refused, unknown=queue.unknown)
    oldest = say.say("admin-oldest", when=_moment(queue.oldest, say))
    return (Point(text=counts), Point(text=oldest)) if queue.oldest else (Point(text=counts),)


def _feeds(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Which feeds are not well, and since when."""
    shown, number, pages = page_of(store.health.troubled(), page_asked(ask), FEEDS_ON_PAGE)
    points = tuple(_troubled(feed, say) for feed in shown)
    sections = (
        Section(title="", points=_feeds_at_a_glance(store, say, now), is_list=False),
        Section(title="", points=points or (Point(text=say.say("admin-feeds-well")),)),
    )
    rows = (turns((Verb.ADMIN, "feeds"), number, pages, say), (broadcast.overview(say),))
    return _reply(say, say.say("admin-feeds"), sections, rows, details="exchanges feeds why URL" if points else "")


def _troubled(feed: Feed, say: Words) -> Point:
    kind = feed.alarm or MilestoneKind.FAILED
    since = feed.failing_since or feed.changed_at
    known = f"admin-feed-{kind}"
    parts = (
        say.say(known if say.has(known) else "admin-feed-failed"),
        _moment(since, say) if since else "",
        clean(feed.error or "", WHY_MOST),
    )
    return Point(text=" · ".join(say.isolate(part) for part in (feed_name(feed), *parts) if part))


def _queue(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """What waits, and what could not be delivered."""
    dead = store.deliveries.listed((DeliveryState.REFUSED, DeliveryState.UNKNOWN), DEAD_SHOWN)
    points = tuple(
        Point(
            text=" · ".join(
                say.isolate(clean(part, WHY_MOST))
                for part in (str(one.id), one.channel.id, say.say(f"admin-state-{one.state}"), one.reason or "")
                if part
            )
        )
        for one in dead
    )
    sections = (
        Section(title="", points=_queue_at_a_glance(store, say), is_list=False),
        Section(title="", points=points or (Point(text=say.say("admin-queue-well")),)),
    )
    hint = "exchanges deliveries list" if points else ""
    return _reply(say, say.say("admin-queue"), sections, ((broadcast.overview(say),),), details=hint)


def _inbox(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """What people find wrong, the oldest first; a button each says that it has been looked at."""
    return _inbox_page(store, page_asked(ask), ask, say)


def _done(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    number = number_asked(ask)
    if number is not None:
        store.feedback.done(number)
    return _inbox_page(store, 1, ask, say)


def _inbox_page(store: Store, asked: int, ask: Ask, say: Words) -> Reply:
    shown, number, pages = page_of(store.feedback.open(), asked, FEEDBACK_ON_PAGE)
    points: list[Point] = []
    rows: list[tuple[Button, ...]] = []
    for one in shown:
        event = store.events.get(one.event_id)
        about = card(event, language=ask.language).headline if event else clean(one.event_id)
        points.append(_feedback(one, about, say))
        done = Button(label=say.say("button-done", n=str(one.id)), words=(Verb.ADMIN, "done", str(one.id)))
        look = Button(label=say.say("button-event"), words=(Verb.EVENT, event.short_id)) if event else None
        rows.append((done, look) if look else (done,))
    rows += [turns((Verb.ADMIN, "inbox"), number, pages, say), (broadcast.overview(say),)]
    sections = (Section(title="", points=tuple(points) or (Point(text=say.say("admin-inbox-empty")),)),)
    return _reply(say, say.count("button-inbox", store.feedback.count()), sections, tuple(rows))


def _feedback(one: Feedback, about: str, say: Words) -> Point:
    parts = (
        str(one.id),
        shorten(about, HEADLINE_MOST),
        say.say(f"wrong-{one.reason}"),
        clean(one.text, WORDS_MOST),
        _moment(one.at, say),
        clean(one.channel),
    )
    return Point(text=" · ".join(say.isolate(part) for part in parts if part))


def _reply(
    say: Words,
    headline: str,
    sections: tuple[Section, ...],
    rows: tuple[tuple[Button, ...], ...],
    *,
    details: str = "",
) -> Reply:
    """A page, which takes the place of the one whose button was pressed."""
    shown = Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=headline,
        sections=sections,
        details=details,
    )
    return Reply(cards=(shown,), buttons=tuple(row for row in rows if row), in_place=True)


def _counts(say: Words, **counts: int) -> str:
    return " · ".join(say.say(f"admin-{name}", n=say.number(count)) for name, count in counts.items())


def _moment(moment: datetime | None, say: Words) -> str:
    """A moment in UTC, which operators of one bot share."""
    return f"{say.say('digest-moment', day=say.short_day(moment), time=say.time(moment))} UTC" if moment else ""


def _versions() -> str:
    programs = (("Python", platform.python_version()), ("SQLite", sqlite3.sqlite_version))
    return " · ".join(f"{name} {number}" for name, number in (*programs, *((one, _version(one)) for one in LIBRARIES)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


_PAGES: Mapping[str, Callable[[Store, Ask, Words, datetime], Reply]] = {
    "feeds": _feeds,
    "queue": _queue,
    "inbox": _inbox,
    "done": _done,
    "broadcast": broadcast.draft,
    "send": broadcast.send,
}
