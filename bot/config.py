"""What the config can say: its tables and keys, their types and defaults."""

import difflib
import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from bot.digests import quiet_hours
from bot.types import FullText, Habits, People, Rhythm, Wishes
from detectors import possible_sides

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_DURATION = re.compile(r"(\d+(?:\.\d+)?) *([smhd])")


def parse_duration(value: object) -> float:
    """Seconds in "30s", "5m", "1h" or "2d"; at least one."""
    match = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError('expected a duration such as "30s", "5m" or "24h"')
    seconds = float(match.group(1)) * _UNITS[match.group(2)]
    if seconds < 1:
        raise ValueError('expected at least "1s"')
    return seconds


def duration_text(seconds: float) -> str:
    """A duration in the config's words, in the largest unit that divides it."""
    unit = next((unit for unit in "dhm" if seconds % _UNITS[unit] == 0), "s")
    return f"{seconds / _UNITS[unit]:.12g}{unit}"


def _web_address(value: object) -> object:
    if isinstance(value, str):
        parts = urlsplit(value)  # ValueError where an address in brackets or a port is none
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
            raise ValueError("expected an address that begins with http:// or https://")
        if re.search(r"\s", value):
            raise ValueError("expected an address without blanks in it")
    return value


def _clock(value: object) -> time:
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        raise ValueError('expected a time of day such as "08:00"') from None


def _time_zone(value: object) -> str:
    if value not in available_timezones():
        raise ValueError('expected a time zone by its IANA name, such as "Europe/Kyiv"')
    return str(value)


def _quiet_hours(value: object) -> tuple[time, time]:
    try:
        return quiet_hours(str(value))
    except ValueError:
        raise ValueError('expected two different times of day such as "22:00-07:00"') from None


def _conflict(value: object) -> tuple[str, ...]:
    """The parties of "Russia + Ukraine", by the names that the detector gives them."""
    known = {name.casefold(): name for name in possible_sides()}
    parties = [part.strip() for part in str(value).split("+")]
    for party in parties:
        if party.casefold() not in known:
            near = difflib.get_close_matches(party.casefold(), known, n=1)
            mend = f"did you mean '{known[near[0]]}'?" if near else 'expected some such as "Russia + Ukraine"'
            raise ValueError(f"nobody is known as '{party}'; {mend}")
    return tuple(known[party.casefold()] for party in parties)


Clock = Annotated[time, BeforeValidator(_clock)]
TimeZone = Annotated[str, BeforeValidator(_time_zone)]
Conflict = Annotated[tuple[str, ...], BeforeValidator(_conflict)]
QuietHours = Annotated[tuple[time, time], BeforeValidator(_quiet_hours)]


def _chat(value: object) -> object:
    """A public name in small letters: Telegram knows it in any, and one chat must not be told twice."""
    if isinstance(value, str) and not _CHAT.fullmatch(value):
        raise ValueError('expected "@name", a numeric id, or either with "/" and the number of a topic')
    return value.lower() if isinstance(value, str) else value


def _proxy(value: object) -> object:
    return value if value == "environment" else _web_address(value)


_CHAT = re.compile(r"(?:@[A-Za-z0-9_]+|-?[0-9]+)(?:/[0-9]+)?")
LONGEST = 1800.0  # seconds between polls of a feed that publishes seldom, where the config states no interval
Duration = Annotated[float, BeforeValidator(parse_duration)]
Owner = Annotated[str, Field(pattern=r"^(telegram|slack):\S+$")]
Url = Annotated[str, BeforeValidator(_web_address)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class StoreConfig(_Section):
    """Where everything is kept; a relative path starts at the config file."""

    path: Path = Field(default=Path("exchanges.db"), strict=False)


class PollingConfig(_Section):
    """How feeds are polled; durations in seconds."""

    every: Duration = 300.0
    fastest: Duration = 60.0
    slowest: Duration | None = None
    allow_private_networks: bool = False
    concurrency: int = Field(default=20, ge=1, le=200)
    look_back: Duration = 86400.0
    full_text: FullText = "auto"
    contact: str | None = Field(default=None, max_length=200, pattern=r"^[\x20-\x7e]*$")
    proxy: Annotated[str, BeforeValidator(_proxy)] | None = None

    @property
    def longest(self) -> float:
        """The longest interval of a feed that states none: `every` as stated means what it says."""
        return self.slowest or (self.every if "every" in self.model_fields_set else LONGEST)


class GroupConfig(_Section):
    """What the feeds of a group share, as far as they do not say otherwise."""

    language: str | None = None
    every: Duration | None = None
    full_text: FullText | None = None
    enabled: bool | None = None


class FeedConfig(GroupConfig):
    """One feed; only `url` is needed."""

    url: Url
    name: str | None = None
    group: str | None = None


class FeedsFile(_Section):
    """A file that the config includes."""

    feeds: tuple[FeedConfig, ...] = Field(default=(), strict=False)
    groups: dict[str, GroupConfig] = {}


class ChannelSection(_Section):
    """What every channel can want; times as "08:00", by the clocks of `time_zone` (an IANA name).

    `conflicts` are groups of parties as "Russia + Ukraine", of which an event must have all of one.
    """

    language: str = "en"
    conflicts: tuple[Conflict, ...] = Field(default=(), strict=False)
    people: tuple[Literal["prisoners", "civilians", "children", "bodies"], ...] = Field(default=(), strict=False)
    least_count: int = Field(default=0, ge=0)
    least_outlets: int = Field(default=1, ge=1)
    alerts: bool = True
    updates: bool = True
    digest: Literal["daily", "weekly", "off"] = "off"
    at: Clock = time(8)
    time_zone: TimeZone = "UTC"
    digest_when_empty: bool = False
    quiet: QuietHours | None = None
    quiet_mode: Literal["wait", "silent"] = "wait"

    @property
    def wishes(self) -> Wishes:
        """Which exchanges it is told of."""
        return Wishes(
            conflicts=self.conflicts,
            people=frozenset(map(People, self.people)),
            least_count=self.least_count,
            least_outlets=self.least_outlets,
            alerts=self.alerts,
            updates=self.updates,
        )

    @property
    def habits(self) -> Habits | None:
        """What it wants beside alerts, if anything."""
        if self.digest == "off" and self.quiet is None:
            return None
        rhythm = None if self.digest == "off" else Rhythm(self.digest)
        return Habits(
            digest=rhythm,
            at=self.at,
            time_zone=self.time_zone,
            say_nothing=self.digest_when_empty,
            quiet=self.quiet,
            silent=self.quiet_mode == "silent",
        )


class TelegramChannel(ChannelSection):
    """A chat to post to: "@name" or a numeric id."""

    chat: Annotated[str | int, BeforeValidator(_chat)]


class TelegramConfig(_Section):
    """The Telegram bot; `base_url` may name a local Bot API server, the token is appended.

    `operators` are the user ids of those who may ask about the bot itself.
    """

    token: SecretStr
    operators: tuple[int, ...] = Field(default=(), strict=False)
    base_url: Url = "https://api.telegram.org/bot"
    posts_per_second: int = Field(default=30, ge=1, le=1000)
    channels: tuple[TelegramChannel, ...] = Field(default=(), strict=False)


class SlackChannel(ChannelSection):
    """A channel to post to, by its id ("C0123456789"); an app cannot post without a sound there."""

    channel: str
    quiet_mode: Literal["wait"] = "wait"


class SlackConfig(_Section):
    """The Slack app: `app_token` for Socket Mode, else `signing_secret` for HTTP on `port`.

    `operators` are the ids of people ("U0123456789") who may ask about the bot itself.
    """

    bot_token: SecretStr
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    base_url: Url = "https://slack.com/api/"
    operators: tuple[str, ...] = Field(default=(), strict=False)
    port: int = Field(default=3000, ge=0, le=65535)
    channels: tuple[SlackChannel, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.app_token is None and self.signing_secret is None:
            raise ValueError("needs app_token (Socket Mode) or signing_secret (HTTP)")
        return self


class ConsoleConfig(ChannelSection):
    """Whether alerts are printed on the terminal as well, and how."""

    enabled: bool = False


class DeliveryConfig(_Section):
    """How alerts are delivered; durations in seconds. `owner` is a channel as "telegram:123" or "slack:C0123"."""

    when_unsure: Literal["repeat", "hold"] = "repeat"
    stale_after: Duration = 7200.0
    fold_above: int = Field(default=5, ge=1, le=100)
    owner: Owner | None = None


class Config(_Section):
    """The whole config; every key but a feed's url, and a chat's tokens, has a default."""

    store: StoreConfig = StoreConfig()
    polling: PollingConfig = PollingConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    include: tuple[str, ...] = Field(default=(), strict=False)
    feeds: tuple[FeedConfig, ...] = Field(default=(), strict=False)
    groups: dict[str, GroupConfig] = {}
    telegram: TelegramConfig | None = None
    slack: SlackConfig | None = None
    console: ConsoleConfig = ConsoleConfig()


# What the environment may hold instead of the file; the environment wins.
SECRETS = {
    "EXCHANGES_TELEGRAM_TOKEN": ("telegram", "token"),
    "EXCHANGES_SLACK_BOT_TOKEN": ("slack", "bot_token"),
    "EXCHANGES_SLACK_APP_TOKEN": ("slack", "app_token"),
    "EXCHANGES_SLACK_SIGNING_SECRET": ("slack", "signing_secret"),
}
