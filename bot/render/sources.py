"""Who tells of an event and what each says, and which feeds are read: cards that come in pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TypeVar

from babel import Locale, UnknownLocaleError

from bot.outlets import outlets_of, voices
from bot.render.cards import outlet_of, said_by
from bot.render.headline import headline
from bot.render.phrases import sentence
from bot.render.text import clean, host, safe_link, shorten
from bot.render.words import Words, words
from bot.types import Card, Event, Feed, FeedName, Point, ReportRef, Section

# So many lines, and so many bytes of them with their links, fit whole into one message of every platform.
PAGE_LINES, PAGE_BYTES = 10, 6_500
LINE_MARKUP = 40  # bytes of a line besides
SAID_MOST = 200  # characters of what a line says behind its link
FEEDS_ON_PAGE = 30
FEED_NAME_MOST = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A card that holds a part of what there is; numbers from 1."""

    card: Card
    number: int
    pages: int


def page_of(lines: Sequence[T], number: int, on_page: int) -> tuple[list[T], int, int]:
    """The lines of a page, its number and how many there are; the last page where that one would lie behind it."""
    pages = max(1, -(-len(lines) // on_page))
    number = min(number, pages)
    return list(lines[(number - 1) * on_page : number * on_page]), number, pages


def points_of(points: Iterable[Point], number: int) -> tuple[tuple[Point, ...], int, int]:
    """As `page_of`, with as many points to a page as fit whole into one message."""
    pages: list[list[Point]] = [[]]
    room = PAGE_BYTES
    for point in points:
        cost = len(escape(f"{point.text}{point.more}{point.url or ''}").encode()) + LINE_MARKUP
        if pages[-1] and (cost > room or len(pages[-1]) == PAGE_LINES):
            pages.append([])
            room = PAGE_BYTES
        pages[-1].append(point)
        room -= cost
    number = min(number, len(pages))
    return tuple(pages[number - 1]), number, len(pages)


def sources(event: Event, number: int, *, language: str = "en") -> Page:
    """Every outlet of an event with a link, the day and what it says."""
    say = words(language)
    reports = by_arrival(event)
    spoken_for = voices_of(reports)
    outlets: dict[str, list[ReportRef]] = {}
    for ref in reports:
        if name := outlet_of(ref):
            outlets.setdefault(name, []).append(ref)
    points = (_outlet(event, name, refs, spoken_for, say) for name, refs in outlets.items())
    shown, number, pages = points_of(points, number)
    independent = voices(event.reports)
    dependent = say.say("sources-independent", n=say.number(independent)) if independent < len(outlets) else ""
    card = Card(
        event_id=event.id,
        language=say.language,
        is_rtl=say.is_rtl,
        headline=headline(event, say),
        notes=(dependent,) if dependent else (),
        sections=(Section(title=say.count("sources-count", len(outlets)), points=shown),),
    )
    return Page(card, number, pages)


def by_arrival(event: Event) -> list[ReportRef]:
    """The event's reports, the first first, so that who had a text first is its own source."""
    return sorted(event.reports, key=lambda ref: arrival(ref, event))


def arrival(ref: ReportRef, event: Event) -> datetime:
    """When a report came, as far as that is known."""
    return ref.arrived or ref.published or event.first_seen


def _outlet(event: Event, name: str, refs: Sequence[ReportRef], spoken_for: dict[str, str], say: Words) -> Point:
    """An outlet by its last report that gives a figure, or by its last."""
    counted = [ref for ref in refs if ref.report and any(t.count is not None for t in ref.report.transfers)]
    ref = (counted or refs)[-1]
    moment = ref.published or ref.arrived
    parts = (say.day(moment.date()) if moment else "", passed_on(ref, spoken_for, say), said_by(event, ref, say))
    return Point(text=say.isolate(name), url=_link(ref, refs), more=joined(parts, say))


def joined(parts: Sequence[str], say: Words) -> str:
    """What stands behind a link: " · 20 June 2025 · → Ukraine 95 prisoners of war"."""
    told = " · ".join(say.isolate(part) for part in parts if part)
    return f" · {shorten(told, SAID_MOST)}" if told else ""


def _link(ref: ReportRef, refs: Sequence[ReportRef]) -> str | None:
    return next((url for one in (ref, *reversed(refs)) if (url := safe_link(one.url))), None)


def voices_of(reports: Sequence[ReportRef]) -> dict[str, str]:
    """For each article the outlet that it speaks for, by the name that readers know."""
    unnamed = {ref.article_id: outlet_of(ref) for ref in reports if not ref.source}
    return {article_id: unnamed.get(voice, voice) for article_id, voice in outlets_of(reports).items()}


def passed_on(ref: ReportRef, spoken_for: dict[str, str], say: Words) -> str:
    """Whose text it is, where it is not the outlet's own: an agency that it credits, or who had it first."""
    whose = clean(ref.agency or spoken_for.get(ref.article_id, ""))
    return say.say("source-copy", who=whose) if whose not in {outlet_of(ref), ""} else ""


def feeds_read(feeds: Sequence[FeedName], number: int, *, language: str = "en") -> Page:
    """The feeds that are polled, by language and name.

    Not their addresses: those may hold what is secret.
    """
    say = words(language)
    spoken_by = {tag: _language(tag, say) for tag in {feed.language for feed in feeds}}
    named = [(spoken_by[feed.language], feed_name(feed)) for feed in feeds]
    named.sort(key=lambda one: (not one[0], one))  # those that state no language come last
    languages: dict[str, list[str]] = {}
    shown, number, pages = page_of(named, number, FEEDS_ON_PAGE)
    for spoken, name in shown:
        languages.setdefault(spoken or say.say("feeds-no-language"), []).append(name)
    lines = [
        say.say("feeds-of", language=spoken, names=" · ".join(map(say.isolate, names)))
        for spoken, names in languages.items()
    ]
    card = Card(
        event_id="",
        language=say.language,
        is_rtl=say.is_rtl,
        headline=say.say("feeds-read", n=say.number(len(feeds))),
        sections=(Section(title="", points=tuple(Point(text=line) for line in lines)),),
    )
    return Page(card, number, pages)


def _language(tag: str | None, say: Words) -> str:
    """A language as the reader's own calls it; empty where the feed states none."""
    try:
        name = Locale.parse(tag, sep="-" if "-" in tag else "_").get_display_name(say.locale) if tag else ""
    except (UnknownLocaleError, ValueError):
        name = None
    return sentence(clean(name or tag or "", FEED_NAME_MOST))


def feed_name(feed: Feed | FeedName) -> str:
    """A feed by its name, else by its site; never by its address."""
    if name := clean(feed.name or "", FEED_NAME_MOST):
        return name
    url = safe_link(feed.url)
    return shorten(host(url), FEED_NAME_MOST) if url else "…"
