"""What a chat can choose, a topic each: what is chosen in words, what is offered, what typed and pressed words mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from bot.commands import choices
from bot.render import Words, languages, spoken
from bot.store import Store, terms
from bot.types import COUNT_MOST, OUTLETS_MOST, Habits, People, Platform, Rhythm, Settings, Wishes

ALL, ANY, OFF, ON = "all", "any", "off", "on"
WAIT, SILENT = "wait", "silent"
COUNTS, OUTLETS = (0, 10, 50, 100, 500), (1, 2, 3)
HOURS = tuple(map(time, (7, 8, 9, 12, 18, 21)))
QUIET = ((time(22), time(7)), (time(23), time(8)))
POSTS: dict[str, tuple[bool, Rhythm | None]] = {
    "instant": (True, None),
    "daily": (False, Rhythm.DAILY),
    "weekly": (False, Rhythm.WEEKLY),
    "instant+daily": (True, Rhythm.DAILY),
    "instant+weekly": (True, Rhythm.WEEKLY),
}


@dataclass(frozen=True, slots=True)
class Option:
    """Something to press: `value` is what one would type behind the topic."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to choose.

    `told`: what is chosen, in words; `offered`: what can be pressed; `taken`: the settings with what was typed, or None
    where that cannot be; `example`: what could be typed behind `settings`, with the names of a party and a city to be
    filled in.
    """

    name: str
    example: str
    told: Callable[[Words, Settings], str]
    offered: Callable[[Store, Words, Settings], Sequence[Option]]
    taken: Callable[[Words, Settings, str], Settings | None]


# languages


def _language_told(say: Words, settings: Settings) -> str:
    return choices.own_name(spoken(settings.language))


def _language_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = spoken(settings.language)
    return [Option(tag, choices.own_name(tag), tag == now) for tag in languages()]


def _language_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    tag = choices.language_called(text, say)
    return replace(settings, language=tag) if tag else None


# which exchanges


def _conflicts_told(say: Words, settings: Settings) -> str:
    groups = settings.wishes.conflicts
    return " · ".join(choices.conflict_label(say, group) for group in groups) or say.say("conflict-all")


def _conflicts_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    chosen = settings.wishes.conflicts
    options = [Option(ALL, say.say("conflict-all"), not chosen)]
    for group in choices.conflicts(store, settings):
        sign = "-" if group in chosen else "+"
        label = choices.conflict_label(say, group)
        options.append(Option(f"{sign}{choices.conflict_code(group)}", label, group in chosen))
    return options


def _conflicts_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    chosen = settings.wishes.conflicts
    if text.lower() == ALL:
        return _wishing(settings, conflicts=())
    group = choices.conflict_called(text.lstrip("+-").strip())
    if group is None or len(group) > choices.PARTIES_MOST:
        return None
    if text.startswith("-"):
        return _wishing(settings, conflicts=tuple(each for each in chosen if each != group))
    grown = tuple(dict.fromkeys((*chosen, group)))
    return _wishing(settings, conflicts=grown) if len(grown) <= choices.CONFLICTS_MOST else None


def _people_told(say: Words, settings: Settings) -> str:
    chosen = [each for each in People if each in settings.wishes.people]
    return " · ".join(_people(say, each) for each in chosen) or say.say("people-all")


def _people(say: Words, people: People) -> str:
    return say.say(f"people-choice-{people}")


def _people_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    chosen = settings.wishes.people
    each = [Option(f"{'-' if one in chosen else '+'}{one}", _people(say, one), one in chosen) for one in People]
    return [Option(ALL, say.say("people-all"), not chosen), *each]


def _people_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    if text.lower() == ALL:
        return _wishing(settings, people=frozenset())
    wanted = terms.folded(text.lstrip("+-").strip())
    one = next((each for each in People if wanted in {each.value, terms.folded(say.say(f"kind-{each}"))}), None)
    if one is None:
        return None
    chosen = settings.wishes.people
    return choices.sound(_wishing(settings, people=chosen - {one} if text.startswith("-") else chosen | {one}))


def _count_told(say: Words, settings: Settings) -> str:
    return _at_least(say, settings.wishes.least_count)


def _at_least(say: Words, count: int) -> str:
    return say.count("count-least", count) if count else say.say("count-any")


def _count_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = settings.wishes.least_count
    return [Option(str(each) if each else ANY, _at_least(say, each), each == now) for each in sorted({*COUNTS, now})]


def _count_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    count = 0 if text.lower() == ANY else _number(text, COUNT_MOST)
    return None if count is None else _wishing(settings, least_count=count)


def _outlets_told(say: Words, settings: Settings) -> str:
    return say.count("outlets-least", settings.wishes.least_outlets)


def _outlets_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = settings.wishes.least_outlets
    return [Option(str(each), say.count("outlets-least", each), each == now) for each in sorted({*OUTLETS, now})]


def _outlets_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    outlets = _number(text, OUTLETS_MOST)
    return _wishing(settings, least_outlets=outlets) if outlets else None


def _number(text: str, most: int) -> int | None:
    digits = "".join(text.split())
    return int(digits) if digits.isdecimal() and len(digits) < 10 and int(digits) <= most else None


# when and how


def _updates_told(say: Words, settings: Settings) -> str:
    return say.say(f"updates-{ON if settings.wishes.updates else OFF}")


def _updates_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = ON if settings.wishes.updates else OFF
    return [Option(each, say.say(f"updates-{each}"), each == now) for each in (ON, OFF)]


def _updates_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    return _wishing(settings, updates=text.lower() == ON) if text.lower() in (ON, OFF) else None


def posts_of(settings: Settings) -> str:
    """When a chat is posted to, by the word for it."""
    rhythm = settings.habits.digest
    at_once = settings.wishes.alerts or rhythm is None
    return next(name for name, way in POSTS.items() if way == (at_once, rhythm))


def _posts_told(say: Words, settings: Settings) -> str:
    return _posts(say, posts_of(settings))


def _posts(say: Words, name: str) -> str:
    return say.say(f"posts-{name.replace('+', '-')}")


def _posts_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    return [Option(each, _posts(say, each), each == posts_of(settings)) for each in POSTS]


def _posts_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    way = POSTS.get(text.lower())
    return _used_to(_wishing(settings, alerts=way[0]), digest=way[1]) if way else None


def _at_told(say: Words, settings: Settings) -> str:
    return say.time(settings.habits.at)


def _at_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = settings.habits.at
    return [Option(f"{each:%H:%M}", say.time(each), each == now) for each in sorted({*HOURS, now})]


def _at_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    hour = choices.hour_called(text)
    return None if hour is None else _used_to(settings, at=hour)


def _quiet_told(say: Words, settings: Settings) -> str:
    habits = settings.habits
    if habits.quiet is None:
        return say.say("quiet-off")
    return f"{_hours(say, habits.quiet)} · {say.say(f'quiet-{SILENT if habits.silent else WAIT}')}"


def _hours(say: Words, quiet: tuple[time, time]) -> str:
    return say.isolate("–".join(map(say.time, quiet)))


def _quiet_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    habits = settings.habits
    spans = [*QUIET, *([habits.quiet] if habits.quiet and habits.quiet not in QUIET else [])]
    hours = [
        Option("-".join(f"{hour:%H:%M}" for hour in span), _hours(say, span), span == habits.quiet) for span in spans
    ]
    ways = [(WAIT, not habits.silent), (SILENT, habits.silent)] if habits.quiet else []
    off = Option(OFF, say.say("quiet-off"), habits.quiet is None)
    return [off, *hours, *(Option(way, say.say(f"quiet-{way}"), is_now) for way, is_now in ways)]


def _quiet_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    if text.lower() in (WAIT, SILENT):
        return _used_to(settings, silent=text.lower() == SILENT)
    quiet = choices.quiet_called(text)
    return _used_to(settings, quiet=quiet) if quiet or text.lower() == OFF else None


def _zone_told(say: Words, settings: Settings) -> str:
    zone = settings.habits.time_zone
    label = choices.zone_label(say, zone)
    return zone if label == zone else f"{label} ({say.isolate(zone)})"


def _zone_offered(store: Store, say: Words, settings: Settings) -> Sequence[Option]:
    now = settings.habits.time_zone
    return [Option(each, choices.zone_label(say, each), each == now) for each in choices.zones(say, settings)]


def _zone_taken(say: Words, settings: Settings, text: str) -> Settings | None:
    zone = choices.zone_called(text)
    return _used_to(settings, time_zone=zone) if zone else None


def _wishing(settings: Settings, **wishes: object) -> Settings:
    changed: Wishes = replace(settings.wishes, **wishes)  # type: ignore[arg-type]
    return replace(settings, wishes=changed)


def _used_to(settings: Settings, **habits: object) -> Settings:
    changed: Habits = replace(settings.habits, **habits)  # type: ignore[arg-type]
    return replace(settings, habits=changed)


TOPICS = {
    topic.name: topic
    for topic in (
        Topic("language", "language uk", _language_told, _language_offered, _language_taken),
        Topic("conflict", "party {party}", _conflicts_told, _conflicts_offered, _conflicts_taken),
        Topic("people", "people +bodies", _people_told, _people_offered, _people_taken),
        Topic("count", "count 250", _count_told, _count_offered, _count_taken),
        Topic("outlets", "outlets 5", _outlets_told, _outlets_offered, _outlets_taken),
        Topic("updates", "updates off", _updates_told, _updates_offered, _updates_taken),
        Topic("posts", "posts instant+daily", _posts_told, _posts_offered, _posts_taken),
        Topic("at", "at 07:30", _at_told, _at_offered, _at_taken),
        Topic("quiet", "quiet 21:30-06:00", _quiet_told, _quiet_offered, _quiet_taken),
        Topic("zone", "zone {city}", _zone_told, _zone_offered, _zone_taken),
    )
}
IMPOSSIBLE = {(Platform.SLACK, "quiet", SILENT)}  # there each person chooses what makes a sound
ALSO = {"party": "conflict", "parties": "conflict", "conflicts": "conflict", "timezone": "zone", "digest": "posts"}


def is_possible(platform: Platform, topic: Topic, value: str) -> bool:
    """Whether a platform can do what is chosen."""
    return (platform, topic.name, value.lower()) not in IMPOSSIBLE
