"""An event as a card: what a person is told of it, in the reader's language."""

from collections.abc import Sequence

from bot.render.headline import HAPPENING, headline
from bot.render.phrases import amount, attribution, direction, key, kinds, listed, sentence
from bot.render.speakers import names
from bot.render.text import clean, host, safe_link
from bot.render.words import Words, words
from bot.types import AlertKind, Button, Card, Event, EventStatus, Figure, ReportRef, Source
from detectors import Category, Kind, Transfer

FIGURES_SHOWN = 8
SOURCES_SHOWN = 3


def card(event: Event, kind: AlertKind = AlertKind.NEW, *, reason: str = "", language: str = "en") -> Card:
    """What to tell of an event; `kind` and `reason` are the alert's, and say what an update changed."""
    say = words(language)
    unsaid = _uncounted_both_ways(event.transfers)
    told = [transfer for transfer in event.transfers if transfer.category not in unsaid]
    figures = _figures(event, told, say)
    sources = sources_of(event.reports, say)
    left = len(sources) - SOURCES_SHOWN
    return Card(
        event_id=event.id,
        language=say.language,
        is_rtl=say.is_rtl,
        headline=headline(event, say),
        change=change_of(event, kind, reason, say),
        figures=tuple(figures[:FIGURES_SHOWN]),
        notes=_notes(event, unsaid, len(figures), say),
        details=_details(event, say),
        sources_label=say.count("sources-count", len(sources)) if sources else "",
        sources=sources[:SOURCES_SHOWN],
        more_sources=say.count("sources-more", left) if left > 0 else "",
        buttons=_buttons(event, len(sources), say),
        is_silent=event.kind is Kind.BODIES,
    )


def _buttons(event: Event, sources: int, say: Words) -> tuple[Button, ...]:
    """What can be asked of an event; of one that turned out to be another, nothing."""
    if event.merged_into:
        return ()
    labels = {"sources": say.count("button-sources", sources)} if sources else {}
    labels |= {verb: say.say(f"button-{verb}") for verb in ("timeline", "mute", "wrong")}
    return tuple(Button(label=label, words=(verb, event.short_id)) for verb, label in labels.items())


def change_of(event: Event, kind: AlertKind, reason: str, say: Words) -> str:
    """What an update or a withdrawal changed, for `reason`; nothing where the event is new."""
    if kind is AlertKind.NEW:
        return ""
    if event.status not in HAPPENING:
        return say.say(f"change-{event.status}")
    known = (f"change-{key(reason)}-{event.status}", f"change-{key(reason)}", f"change-{kind}")
    return say.say(next((name for name in known if say.has(name)), "change-update"))


def said_by(event: Event, ref: ReportRef, say: Words, *, only: Sequence[Transfer] | None = None) -> str:
    """The figures that a report gives, in one line, or `only` some of them; that it gives none, where it gives none."""
    told = only if only is not None else ref.report.transfers if ref.report else ()
    figures = _figures(event, [transfer for transfer in told if transfer.count is not None], say)
    lines = [
        f"{figure.direction} {figure.amount}" + (f" ({figure.attribution})" if figure.attribution else "")
        for figure in figures
    ]
    return listed(say, lines) if lines else say.say("note-uncounted")


def _figures(event: Event, transfers: Sequence[Transfer], say: Words) -> list[Figure]:
    return list(dict.fromkeys(_figure(event, same_way, say) for same_way in _by_way(transfers)))


def _by_way(transfers: Sequence[Transfer]) -> list[list[Transfer]]:
    """The transfers of one kind of people that went one way, together: where they differ, their figures do."""
    ways: dict[object, list[Transfer]] = {}
    for one in dict.fromkeys(transfers):
        where = (frozenset(one.released_by), frozenset(one.returned_to))
        ways.setdefault((where, one.category, one.planned, one.count is None), []).append(one)
    return list(ways.values())


def _figure(event: Event, same_way: Sequence[Transfer], say: Words) -> Figure:
    what = amount(say, same_way)
    undone = event.status in (EventStatus.POSTPONED, EventStatus.CANCELLED)
    if undone or (same_way[0].planned and event.status in HAPPENING[:2]):
        what = say.say("amount-planned", what=what)
    return Figure(direction=direction(say, same_way[0]), amount=what, attribution=attribution(say, same_way))


def _uncounted_both_ways(transfers: Sequence[Transfer]) -> list[Category]:
    """The categories that went both ways with no figure at all: one sentence says that, two empty lines would not."""
    found = dict.fromkeys(transfer.category for transfer in transfers)
    counted = {transfer.category for transfer in transfers if transfer.count is not None}
    ways = {kind: [t.returned_to for t in transfers if t.category is kind] for kind in found}
    return [kind for kind in found if kind not in counted and len(ways[kind]) > 1]


def _notes(event: Event, unsaid: Sequence[Category], figures: int, say: Words) -> tuple[str, ...]:
    notes = []
    if figures > FIGURES_SHOWN:
        notes.append(say.count("note-more-figures", figures - FIGURES_SHOWN))
    if unsaid and figures:
        status = f"-{event.status}" if event.status in HAPPENING else ""
        named = {"what": kinds(say, "kind", unsaid), "swap": kinds(say, "swap", unsaid)}
        notes.append(sentence(say.say(f"note-uncounted-too{status}", **named)))
    elif not figures and event.status in HAPPENING:
        notes.append(say.say("note-uncounted"))
    if event.mediators:
        who = names(say, event.mediators, within=False)
        notes.append(say.say("note-mediators", count=len(event.mediators), who=who))
    return tuple(notes)


def _details(event: Event, say: Words) -> str:
    agreement, place = clean(event.agreement or ""), clean(event.place or "")
    parts = [
        say.day(event.event_date) if event.event_date else "",
        clean(say.names.place(place)) if place else "",
        _under(agreement, say) if agreement else "",
        say.ordinal("detail-ordinal", event.ordinal) if event.ordinal else "",
    ]
    return " · ".join(say.isolate(part) for part in parts if part)


def _under(agreement: str, say: Words) -> str:
    return say.names.deals.get(agreement) or say.say("detail-agreement", agreement=agreement)


def sources_of(reports: Sequence[ReportRef], say: Words) -> tuple[Source, ...]:
    """Each outlet once, by name, with its first safe link."""
    links: dict[str, str | None] = {}
    for report in reports:
        if name := outlet_of(report):
            links[name] = links.get(name) or safe_link(report.url)
    return tuple(Source(name=say.isolate(name), url=url) for name, url in links.items())


def brief(whole: Card) -> Card:
    """A card as a reply to the one that shows the event: what changed leads, then what is now, and the figures."""
    return Card(
        event_id=whole.event_id,
        language=whole.language,
        is_rtl=whole.is_rtl,
        headline=whole.change or whole.headline,
        change=whole.headline if whole.change else "",
        figures=whole.figures,
        is_silent=whole.is_silent,
    )


def withdrawn(gone: Event, into: Event, *, language: str = "en") -> Card:
    """What is left to say of an event that turned out to be another one: that, and which."""
    say = words(language)
    arrow = "←" if say.is_rtl else "→"
    return Card(
        event_id=gone.id,
        language=say.language,
        is_rtl=say.is_rtl,
        headline=headline(gone, say),
        change=say.say("change-cancel"),
        notes=() if into.id == gone.id else (f"{arrow} {headline(into, say)}",),
    )


def outlet_of(report: ReportRef) -> str:
    """The outlet by its name, else by its site; empty where neither is known."""
    url = safe_link(report.url)
    return clean(report.source or "") or (host(url) if url else "")
