"""What can be chosen, and what people mean by what they type: languages, conflicts, time zones, times of day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.digests import quiet_hours
from bot.facts import sides_of
from bot.render import Words, languages, spoken
from bot.render.names import party_code
from bot.render.text import shorten
from bot.store import Store, terms
from bot.types import COUNT_MOST, OUTLETS_MOST, Choices, People, Settings
from detectors import possible_sides

# The conflicts whose exchanges the news of the last years told of most; those that the store knows come before them.
BIG = (
    ("Russia", "Ukraine"),
    ("Hamas", "Israel"),
    ("Armenia", "Azerbaijan"),
    ("Houthis", "Yemen"),
    ("Russia", "United States"),
    ("Cambodia", "Thailand"),
)
CONFLICTS_SHOWN = 8
CONFLICTS_MOST, PARTIES_MOST = 12, 4  # so that all of it fits into one message
LABEL = 40  # characters of a button, as far as a phone shows them beside another
UTC = "UTC"
# Where most readers of a language live, the most first.
ZONES: Mapping[str, tuple[str, ...]] = {
    "en": ("Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles", "Australia/Sydney"),
    "uk": ("Europe/Kyiv", "Europe/Warsaw", "Europe/Berlin", "Europe/London", "America/New_York"),
    "ru": ("Europe/Moscow", "Europe/Kyiv", "Europe/Minsk", "Asia/Almaty", "Asia/Yekaterinburg", "Asia/Novosibirsk"),
    "de": ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich"),
    "fr": ("Europe/Paris", "Europe/Brussels", "Africa/Algiers", "Africa/Dakar", "America/Toronto"),
    "es": ("Europe/Madrid", "America/Mexico_City", "America/Bogota", "America/Lima", "America/Argentina/Buenos_Aires"),
    "pl": ("Europe/Warsaw", "Europe/London"),
    "tr": ("Europe/Istanbul", "Europe/Berlin"),
    "ar": ("Africa/Cairo", "Asia/Riyadh", "Asia/Dubai", "Asia/Baghdad", "Asia/Gaza", "Africa/Casablanca"),
}
_MORE_NAMES = {"ps": "Palestinians", "uk": "United Kingdom"}  # codes that people use for another than ISO 3166 does
_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")


def choices(store: Store, say: Words, settings: Settings) -> Choices:
    """What a form offers where the list is not fixed."""
    now = spoken(settings.language)
    return Choices(
        languages=tuple((settings.language if tag == now else tag, own_name(tag)) for tag in languages()),
        conflicts=tuple((group, conflict_label(say, group)) for group in conflicts(store, settings)),
        time_zones=tuple((zone, zone_label(say, zone)) for zone in zones(say, settings)),
    )


def sound(settings: Settings) -> Settings:
    """Settings as a form gives them, in the shape in which they are kept: nothing twice, too long, or unheard of."""
    wishes, habits = settings.wishes, settings.habits
    groups = (tuple(sorted(set(group)))[:PARTIES_MOST] for group in wishes.conflicts)
    spoken_there = spoken(settings.language)
    known = settings.language.lower().startswith(spoken_there)
    quiet = habits.quiet if habits.quiet and habits.quiet[0] != habits.quiet[1] else None
    return replace(
        settings,
        language=settings.language if known else spoken_there,
        wishes=replace(
            wishes,
            conflicts=tuple(dict.fromkeys(group for group in groups if group))[:CONFLICTS_MOST],
            people=frozenset() if wishes.people == frozenset(People) else wishes.people,
            least_count=min(max(wishes.least_count, 0), COUNT_MOST),
            least_outlets=min(max(wishes.least_outlets, 1), OUTLETS_MOST),
            alerts=wishes.alerts or habits.digest is None,
        ),
        habits=replace(habits, quiet=quiet, time_zone=zone_called(habits.time_zone) or UTC),
    )


# languages


def own_name(tag: str) -> str:
    """A language of the messages as it calls itself, with a capital letter as the name of a choice."""
    name = Locale.parse(tag).display_name or tag
    return name[:1].upper() + name[1:]


def language_called(asked: str, say: Words) -> str | None:
    """The tag of a language by its tag ("uk", "de-AT"), its own name or its name in the person's language."""
    wanted = terms.folded(asked)
    for tag in languages():
        if wanted in {tag, terms.folded(own_name(tag)), terms.folded(say.locale.languages.get(tag, tag))}:
            return tag
        if re.fullmatch(rf"{tag}[-_][A-Za-z]{{2}}", asked):
            return f"{tag}-{asked[-2:].upper()}"
    return None


# conflicts


def conflicts(store: Store, settings: Settings) -> tuple[tuple[str, ...], ...]:
    """Those that the store knows most events of, a few big ones, and those that are chosen; each between sides once."""
    chosen = {_between(group): group for group in settings.wishes.conflicts}
    shown: dict[frozenset[str], tuple[str, ...]] = {}
    for group in (*store.search.pairs(CONFLICTS_SHOWN // 2), *BIG):
        if len(shown) < CONFLICTS_SHOWN:
            shown.setdefault(_between(group), group)
    others = [group for group in settings.wishes.conflicts if _between(group) not in shown]
    return (*(chosen.get(between, group) for between, group in shown.items()), *others)


def _between(group: Iterable[str]) -> frozenset[str]:
    return frozenset(sides_of(group).values())


def conflict_label(say: Words, group: Iterable[str]) -> str:
    """The parties by name: "Russia – Ukraine"."""
    return " – ".join(say.isolate(say.names.form(party, "name") or party) for party in group)


def conflict_code(group: Iterable[str]) -> str:
    """How a link or a button carries a conflict: "ru_ua"."""
    return "_".join(map(party_code, group))


def conflict_called(asked: str) -> tuple[str, ...] | None:
    """The parties of "ru_ua", "Ukraine" or "Russia, Ukraine", by their canonical names in order; None: one is unknown.

    Names in any language that names are kept in, and in any case of it.
    """
    codes = asked.lower().split("_")
    if all(code in _by_code() for code in codes):
        return tuple(sorted({_by_code()[code] for code in codes}))
    named = [_party_called(part) for part in re.split(r"\s*[,+–⇄]\s*|\s+-\s+", asked.strip())]
    return tuple(sorted({party for party in named if party})) if all(named) else None


@cache
def _by_code() -> Mapping[str, str]:
    return {party_code(party): party for party in sorted(possible_sides())} | _MORE_NAMES


@cache
def _party_called(asked: str) -> str | None:
    return terms.party_called(asked, sorted(possible_sides())) if asked else None


# time zones and times of day


def zones(say: Words, settings: Settings) -> tuple[str, ...]:
    """Where most readers of the language are, the chosen one, and UTC."""
    return tuple(dict.fromkeys((*ZONES.get(say.language, ()), settings.habits.time_zone, UTC)))


def zone_label(say: Words, zone: str) -> str:
    """A time zone by its city in the person's language."""
    return _city(zone, say.locale) or zone.rpartition("/")[2].replace("_", " ")


def zone_called(asked: str) -> str | None:
    """The time zone of an IANA name in any case, or of a city that only one of them has; None: no such one."""
    wanted = asked.strip().replace(" ", "_").lower()
    exact = next((zone for zone in _zones() if zone.lower() == wanted), None)
    found = {_canonical(exact)} if exact else _zones_of_cities().get(_bare(asked), set())
    return next(iter(found)) if len(found) == 1 else None


@cache
def _zones_of_cities() -> Mapping[str, set[str]]:
    known: dict[str, set[str]] = {}
    locales = [Locale.parse(tag) for tag in languages()]
    for zone in _zones():
        area, _, city = zone.rpartition("/")
        if area and not area.startswith(("Etc", "SystemV", "posix", "right")):
            for name in (city, *(_city(zone, locale) for locale in locales)):
                if name:
                    known.setdefault(_bare(name), set()).add(_canonical(zone))
    return known


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())  # which looks through a folder of files each time


def _bare(city: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", terms.folded(city)))


def _canonical(zone: str) -> str:
    """Zones have been renamed; the last name counts, where this machine knows it. UTC keeps the name people use."""
    renamed = get_global("zone_aliases").get(zone, zone)
    return UTC if renamed == "Etc/UTC" else renamed if renamed in _zones() else zone


def _city(zone: str, locale: Locale) -> str | None:
    named = locale.time_zones
    known = next((each for each in (zone, *_older_names().get(zone, ())) if "city" in named.get(each, {})), None)
    return str(named[known]["city"]) if known else None


@cache
def _older_names() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        names.setdefault(new, []).append(old)
    return {zone: tuple(sorted(olds)) for zone, olds in names.items()}


def hour_called(asked: str) -> time | None:
    """A time of day: "8", "08:00", "8.30"; None where it is none."""
    match = _HOUR.fullmatch(asked.strip())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def quiet_called(asked: str) -> tuple[time, time] | None:
    """From when to when: "22:00-07:00", "22–7", "22:00 07:00"; None where it is neither."""
    parts = re.split(r"\s*[-–—]\s*|\s+", asked.strip())
    hours = [hour_called(part) for part in parts]
    if len(hours) != 2 or None in hours:
        return None
    try:
        return quiet_hours("-".join(f"{hour:%H:%M}" for hour in hours if hour))
    except ValueError:
        return None


def short(text: str) -> str:
    """A label of at most `LABEL` characters."""
    return shorten(text, LABEL)
