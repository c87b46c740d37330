"""An event as a card: what a person is told of it, in the reader's language."""

from collections.abc import Sequence

from bot.render.headline import HAPPENING, headline
from bot.render.phrases import amount, category, names, sentence
from bot.render.text import clean, host, safe_link
from bot.render.words import Words, words
from bot.types import AlertKind, Card, Event, Figure, ReportRef, Source
from detectors import Category, Transfer

FIGURES_SHOWN = 8
SOURCES_SHOWN = 3


def card(event: Event, kind: AlertKind = AlertKind.NEW, *, reason: str = "", language: str = "en") -> Card:
    """What to tell of an event; `kind` and `reason` are the alert's, and say what an update changed."""
    say = words(language)
    unsaid = _uncounted_both_ways(event.transfers)
    figures = list(dict.fromkeys(_figure(event, one, say) for one in event.transfers if one.category not in unsaid))
    sources = _sources(event.reports)
    left = len(sources) - SOURCES_SHOWN
    return Card(
        event_id=event.id,
        headline=headline(event, say),
        change=_change(event, kind, reason, say),
        figures=tuple(figures[:FIGURES_SHOWN]),
        notes=_notes(event, unsaid, len(figures), say),
        details=_details(event, say),
        sources_label=say.count("sources.count", len(sources)) if sources else "",
        sources=sources[:SOURCES_SHOWN],
        more_sources=say.count("sources.more", left) if left > 0 else "",
    )


def _change(event: Event, kind: AlertKind, reason: str, say: Words) -> str:
    if kind is AlertKind.NEW:
        return ""
    if event.status not in HAPPENING:
        return say.say(f"change.{event.status}")
    known = (f"change.{reason}.{event.status}", f"change.because.{reason}", f"change.{kind}")
    return say.say(next(key for key in known if say.has(key)))


def _figure(event: Event, transfer: Transfer, say: Words) -> Figure:
    what = amount(say, transfer)
    if transfer.planned and event.status in HAPPENING[:2]:
        what = say.say("amount.planned", what=what)
    return Figure(direction=_direction(transfer, say), amount=what, attribution=_attribution(transfer, say))


def _direction(transfer: Transfer, say: Words) -> str:
    if transfer.returned_to and set(transfer.returned_to) == set(transfer.released_by):
        return say.say("direction.both")
    if transfer.returned_to:
        return say.say("direction.to", side=names(say, transfer.returned_to, within=False))
    if transfer.released_by:
        return say.say("direction.from", side=names(say, transfer.released_by, within=False))
    return say.say("direction.unknown")


def _attribution(transfer: Transfer, say: Words) -> str:
    said, confirmed = transfer.claimed_by, transfer.confirmed_by
    parts = [say.count("claim.says", len(said), who=names(say, said))] if said else []
    parts += [say.say("claim.confirmed", who=names(say, confirmed))] if confirmed else []
    return ", ".join(parts)


def _uncounted_both_ways(transfers: Sequence[Transfer]) -> list[Category]:
    """The categories that went both ways with no figure at all: one sentence says that, two empty lines would not."""
    kinds = dict.fromkeys(transfer.category for transfer in transfers)
    counted = {transfer.category for transfer in transfers if transfer.count is not None}
    ways = {kind: [t.returned_to for t in transfers if t.category is kind] for kind in kinds}
    return [kind for kind in kinds if kind not in counted and len(ways[kind]) > 1]


def _notes(event: Event, unsaid: Sequence[Category], figures: int, say: Words) -> tuple[str, ...]:
    notes = []
    if figures > FIGURES_SHOWN:
        notes.append(say.count("note.more_figures", figures - FIGURES_SHOWN))
    if unsaid and figures:
        status = f"_{event.status}" if event.status in HAPPENING else ""
        notes.append(say.say(f"note.uncounted_too{status}", what=sentence(category(say, unsaid))))
    elif not figures and event.status in HAPPENING:
        notes.append(say.say("note.uncounted"))
    if event.mediators:
        notes.append(say.count("note.mediators", len(event.mediators), who=names(say, event.mediators, within=False)))
    return tuple(notes)


def _details(event: Event, say: Words) -> str:
    agreement = clean(event.agreement or "")
    parts = [
        say.day(event.event_date) if event.event_date else "",
        clean(event.place or ""),
        say.say("detail.agreement", agreement=agreement) if agreement else "",
        say.ordinal("detail.ordinal", event.ordinal) if event.ordinal else "",
    ]
    return " · ".join(part for part in parts if part)


def _sources(reports: Sequence[ReportRef]) -> tuple[Source, ...]:
    """Each outlet once, by name, with its first safe link."""
    links: dict[str, str | None] = {}
    for report in reports:
        url = safe_link(report.url)
        name = clean(report.source or "") or (host(url) if url else "")
        if name:
            links[name] = links.get(name) or url
    return tuple(Source(name=name, url=url) for name, url in links.items())
