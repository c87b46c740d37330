"""What a channel wants to be told, and when."""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

COUNT_MOST, OUTLETS_MOST = 100_000, 20  # that a channel can wish for at least; nobody means more


class People(StrEnum):
    """Whom an exchange brings home, as people choose among them."""

    PRISONERS = "prisoners"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Which exchanges a channel is told of; without any wish, all of them.

    `conflicts`: groups of canonical party names, of which the event must have all of one ("Russia" with "Ukraine", or
    "Israel" alone); `people`: one of these must be among those who came home; `least_count`: so many people in all,
    `least_outlets`: so many independent outlets. `alerts`: false where digests are enough; `updates`: false where only
    new events are told, and their messages kept true in place.
    """

    conflicts: tuple[tuple[str, ...], ...] = ()
    people: frozenset[People] = frozenset()
    least_count: int = 0
    least_outlets: int = 1
    alerts: bool = True
    updates: bool = True


class Rhythm(StrEnum):
    """How often a channel gets a digest."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a channel wants beside its alerts; times are by the clocks of `time_zone`.

    `digest` comes at `at`, weekly ones on Mondays; `say_nothing`: it comes even where there is nothing to say. Between
    the two `quiet` times nothing is posted, or only without a sound where `silent` is set.
    """

    digest: Rhythm | None = None
    at: time = time(8)
    time_zone: str = "UTC"
    say_nothing: bool = False
    quiet: tuple[time, time] | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a chat can choose."""

    language: str = "en"
    wishes: Wishes = field(default_factory=Wishes)
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a form offers where the list is not fixed, each with the words that people read; the likeliest first.

    Languages by tag, conflicts as `Wishes` has them, time zones by IANA name; what is chosen now is among them.
    """

    languages: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[tuple[tuple[str, ...], str], ...] = ()
    time_zones: tuple[tuple[str, str], ...] = ()
