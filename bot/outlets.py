"""How many independent voices tell of an event: a text passed on, edited or translated, speaks for one. Pure.

One voice are reports with nearly the same title, reports that credit the same agency, and reports of one site, whatever
their languages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import prod
from urllib.parse import urlsplit

from bot.figures import speaks_for
from bot.types import Event, ReportRef
from detectors import Article
from detectors.types import LIKELY

# Titles that share this many of their words are one text passed on.
SYNDICATED = 0.8
# News agencies whose texts others print, as credits spell them.
AGENCIES = {
    "Agence France-Presse": ("AFP", "France-Presse", "АФП", "فرانس برس", "אי-אף-פי", "法新社"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "Анадолу", "الأناضول"),
    "ANSA": ("ANSA",),
    "Associated Press": ("Associated Press", "AP", "أسوشيتد برس", "美联社"),
    "BelTA": ("BelTA", "БЕЛТА", "БелТА"),
    "DPA": ("dpa", "DPA", "dpa-AFX"),
    "EFE": ("EFE",),
    "Interfax": ("Interfax", "Интерфакс", "Інтерфакс"),
    "Interfax-Ukraine": ("Interfax-Ukraine", "Интерфакс-Украина", "Інтерфакс-Україна"),
    "Kyodo": ("Kyodo", "共同"),
    "Lusa": ("Lusa",),
    "PAP": ("PAP",),
    "Press Trust of India": ("PTI",),
    "Reuters": ("Reuters", "Рейтер", "Рейтерс", "رويترز", "רויטרס", "路透社", "ロイター"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости", "РІА Новості"),
    "TASS": ("TASS", "ТАСС", "塔斯社"),
    "Ukrinform": ("Ukrinform", "Укрінформ", "Укринформ"),
    "Xinhua": ("Xinhua", "新华社", "新華社"),
}
# Where a credit stands: so many characters from the beginning and from the end of the text.
HEAD, TAIL = 160, 120
# Second-level names under which sites register, as in bbc.co.uk and pravda.com.ua.
_REGISTRIES = frozenset({"ac", "co", "com", "edu", "gob", "gov", "gouv", "go", "ne", "net", "or", "org"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Independent outlets that tell of an event, and the sides and mediators that speak for its figures."""

    outlets: int
    sides: tuple[str, ...]
    mediators: tuple[str, ...]


def agency_of(article: Article) -> str | None:
    """The agency that an article credits in its dateline or at its end: "(Reuters)", "KYIV, AFP -", "/dpa/".

    An agency that is only quoted ("told Reuters") is no credit.
    """
    text = article.text or article.summary
    places = (text[:HEAD], text[-TAIL:] if len(text) > HEAD else "", article.title[-TAIL:])
    found = chain.from_iterable(_credits().finditer(place) for place in places)
    return next((_spellings()[spelled] for match in found for spelled in match.groups() if spelled), None)


@cache
def _spellings() -> dict[str, str]:
    return {spelled: agency for agency, spellings in AGENCIES.items() for spelled in spellings}


@cache
def _credits() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _spellings()), key=len, reverse=True))
    bracketed = rf"[(\[/|]\s*({names})\s*[)\]/|]"
    dateline = rf"(?:^|[,.(/\s])({names})\)?\s*[-–—]{{1,2}}\s"
    source = rf"(?:[Ss]ource|[Qq]uelle|[Ff]uente|[Ff]onte|Źródło|Источник|Джерело|Kaynak)\s*:\s*({names})\b"
    return re.compile("|".join((bracketed, dateline, source)))


def site_of(url: str | None) -> str | None:
    """The site of a link, the same for all its languages: "bbc.co.uk" of "https://feeds.bbc.co.uk/ukrainian/1"."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return None
    labels = host.split(".")
    if len(labels) < 2:
        return None
    return ".".join(labels[-3:] if len(labels[-1]) == 2 and labels[-2] in _REGISTRIES else labels[-2:])


def outlets_of(reports: Sequence[ReportRef]) -> dict[str, str]:
    """For each article the voice that it speaks for, named by the first outlet that has it."""
    out: dict[str, str] = {}
    titles: list[tuple[frozenset[str], str]] = []
    marks: dict[str, str] = {}
    for ref in reports:
        words = frozenset(ref.title.casefold().split())
        own = [mark for mark in (ref.agency, ref.source, site_of(ref.url)) if mark]
        copied = next((name for known, name in titles if _alike(words, known)), None)
        name = next((marks[mark] for mark in own if mark in marks), copied or ref.source or ref.article_id)
        titles.append((words, name))
        for mark in own:
            marks.setdefault(mark, name)
        out[ref.article_id] = name
    return out


def voices(reports: Sequence[ReportRef]) -> int:
    """How many independent outlets tell of it."""
    return len(set(outlets_of(reports).values()))


def is_shown(event: Event) -> bool:
    """Whether it is more than a rumour: a sure report tells of it, or doubtful ones that together are one."""
    if event.reports or not event.doubtful:
        return True
    voice, doubts = outlets_of(event.doubtful), dict[str, float]()
    for ref in event.doubtful:
        doubt = 1.0 - (ref.report.confidence if ref.report else 0.0)
        doubts[voice[ref.article_id]] = min(doubt, doubts.get(voice[ref.article_id], 1.0))
    return 1.0 - prod(doubts.values()) >= LIKELY


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one) > 3 and len(one & other) >= SYNDICATED * len(one | other)


def corroboration(event: Event) -> Corroboration:
    """Who stands behind what the event says."""
    speakers = {name for claim in event.claims for name in (*claim.transfer.claimed_by, *claim.transfer.confirmed_by)}
    return Corroboration(
        outlets=voices(event.reports),
        sides=tuple(party for party in event.parties if any(speaks_for(name, party) for name in speakers)),
        mediators=tuple(party for party in event.mediators if any(speaks_for(name, party) for name in speakers)),
    )
