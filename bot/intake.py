"""What an article says is taken in: its reports placed among the events, and alerts decided, kept and owed."""

import gc
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Self

from bot.addresses import shown
from bot.alerts import decide, told_of
from bot.entries import canonical_link
from bot.events import heed, place, revise
from bot.facts import day_of, parties_of
from bot.store import Store
from bot.types import Alert, Entry, Event
from detectors import Article, Detection, Report, Status, detect

DETECT_FAILED = "detect failed"
DENIED = "denied or failed"  # the detector's reason where an article's news is that an exchange did not happen

log = logging.getLogger(__name__)


@dataclass(slots=True)
class PollCounts:
    """What a round of polling came to."""

    feeds: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    new_entries: int = 0
    reports: int = 0
    events: int = 0
    alerts: int = 0

    def add(self, other: Self) -> None:
        """Count another round in."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what the detector says of it, None where it failed; `edited`: it said something else before."""

    article: Article
    detection: Detection | None
    edited: bool = False


def article_of(entry: Entry, source: str | None, language: str | None) -> Article:
    """An entry as an article; known by the page that it leads to, so that several feeds bring it once.

    Articles are exported and logged: the id of one without a page holds nothing that is secret in its feed's URL.
    """
    return Article(
        id=canonical_link(entry.link) if entry.link else f"{shown(entry.feed_url)}#{entry.id}",
        title=entry.title,
        summary=entry.summary,
        lang=entry.language or language,
        published=entry.published,
        url=entry.link,
        source=source,
    )


def read_articles(articles: Sequence[Article]) -> list[Read]:
    """Ask the detector; an article that breaks it is kept as such and stops nothing."""
    return [Read(article, _detect(article)) for article in articles]


def warm_up(languages: Iterable[str]) -> None:
    """Have the detector load what it needs for these languages: seconds that the first report would wait for else.

    What it loaded stays for good: the garbage collector need not look through it again and again.
    """
    for language in sorted({"en", *languages}):
        _detect(Article(id="warm-up", title="Chile and Ghana exchange 205 prisoners of war each", lang=language))
    gc.collect()
    gc.freeze()


def _detect(article: Article) -> Detection | None:
    try:
        return detect(article)
    except Exception:
        log.exception("detect_failed article=%s", article.id)
        return None


def take_in(store: Store, read: Read, now: datetime, *, owe: bool) -> PollCounts:
    """Place what one article reports and decide on alerts; inside a transaction of the store's."""
    article, detection = read.article, read.detection
    if detection is None:
        store.events.add_article(article, DETECT_FAILED, now)
        return PollCounts()
    if store.events.has_article(article.id) and not read.edited:
        return PollCounts()
    # Live, an article without a date is today's; in an archive it may be of any day.
    article = replace(article, lang=detection.lang, published=article.published or (now if owe else None))
    counts = PollCounts()
    if detection.reports:
        store.events.add_article(article, detection.reason, now)
    elif detection.doubtful and not read.edited:
        store.events.add_article(article, detection.reason, now)
        counts.add(_take_in_report(store, detection.doubtful[0], article, 0, now, owe=owe))
    for number, report in enumerate(detection.reports):
        counts.add(_take_in_report(store, report, article, number, now, owe=owe))
    is_denial = not detection.reports and detection.reason == DENIED
    for mention in detection.mentions:
        counts.add(_take_in_mention(store, mention, article, now, owe=owe, is_denial=is_denial))
    return counts


def _take_in_report(
    store: Store, report: Report, article: Article, number: int, now: datetime, *, owe: bool
) -> PollCounts:
    known = store.events.take_out_report(article.id, number)
    if known is not None:
        placement = revise(report, article, known, now, number=number)
    else:
        days = {report.event_date, day_of(article)} - {None} or {None}  # a day far back may be misread
        planned = report.status is Status.ANNOUNCED
        found = (e for day in days for e in store.events.candidates(parties_of(report), day, planned=planned))
        candidates = {event.id: event for event in found}
        placement = place(report, article, tuple(candidates.values()), now, number=number)
    store.events.save_placement(placement, report)
    changed = (placement.event, *(change.event for change in placement.others))
    alerts = tell(store, decide(placement, now), changed, now, owe=owe)
    opened = placement.is_new and not placement.event.is_rumour
    return PollCounts(reports=int(not report.is_doubtful), events=int(opened), alerts=alerts)


def _take_in_mention(
    store: Store, mention: Report, article: Article, now: datetime, *, owe: bool, is_denial: bool
) -> PollCounts:
    """A mention may change a known event; it never opens one."""
    candidates = store.events.candidates(parties_of(mention), day_of(article))
    change = heed(mention, article, candidates, now, is_denial=is_denial)
    if change is None:
        return PollCounts()
    if not store.events.has_article(article.id):
        store.events.add_article(article, change.reason, now)
    store.events.save(change.event)
    return PollCounts(alerts=tell(store, told_of(change, article.id, now), (change.event,), now, owe=owe))


def tell(store: Store, alerts: Sequence[Alert], changed: Sequence[Event], now: datetime, *, owe: bool) -> int:
    """Keep what was decided to be told of the events that changed, and owe it; inside a transaction of the store's.

    What changed and is no alert is owed too: to whom an event now fits, and to the messages that show it.
    """
    for event in changed if owe else ():
        store.owing.owe_late(event, now)
    for alert in alerts:
        alert_id = store.events.add_alert(alert)
        if owe:
            store.owing.owe(alert_id, alert)
    alerted = {alert.event_id for alert in alerts}
    for event in changed if owe else ():
        if event.id not in alerted:
            store.owing.refresh(event, now)
    return len(alerts)


def owe_digests(store: Store, now: datetime) -> int:
    """Owe every digest that is due and has something to say, or says so where it has not; how many."""
    owed = 0
    for due in store.habits.due(now):
        speaks = due.habits.say_nothing or not store.habits.contents(due).is_empty
        with store.writing():
            store.habits.told(due)
            if speaks:
                store.habits.owe(due, now)
                owed += 1
    return owed
