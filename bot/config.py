"""The config: TOML and environment in, a checked Config out, or every fault at once with its place and the mend."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_core import ErrorDetails

from bot.digests import quiet_hours
from bot.errors import ConfigError
from bot.types import FullText, Habits, Rhythm

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


def _web_address(value: object) -> object:
    if isinstance(value, str):
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("expected an address that begins with http:// or https://")
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


Clock = Annotated[time, BeforeValidator(_clock)]
TimeZone = Annotated[str, BeforeValidator(_time_zone)]
QuietHours = Annotated[tuple[time, time], BeforeValidator(_quiet_hours)]


def _proxy(value: object) -> object:
    return value if value == "environment" else _web_address(value)


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


class FeedConfig(_Section):
    """One feed; only `url` is needed."""

    url: Url
    name: str | None = None
    language: str | None = None
    every: Duration | None = None
    full_text: FullText | None = None


class _ChannelSection(_Section):
    """What every channel can want; times as "08:00", by the clocks of `time_zone` (an IANA name)."""

    language: str = "en"
    digest: Literal["daily", "weekly", "off"] = "off"
    at: Clock = time(8)
    time_zone: TimeZone = "UTC"
    digest_when_empty: bool = False
    quiet: QuietHours | None = None

    @property
    def habits(self) -> Habits | None:
        """What it wants beside alerts, if anything."""
        if self.digest == "off" and self.quiet is None:
            return None
        rhythm = None if self.digest == "off" else Rhythm(self.digest)
        nothing = self.digest_when_empty
        return Habits(digest=rhythm, at=self.at, time_zone=self.time_zone, say_nothing=nothing, quiet=self.quiet)


class TelegramChannel(_ChannelSection):
    """A chat to post to: "@name" or a numeric id."""

    chat: str | int


class TelegramConfig(_Section):
    """The Telegram bot; `base_url` may name a local Bot API server, the token is appended."""

    token: SecretStr
    base_url: Url = "https://api.telegram.org/bot"
    posts_per_second: int = Field(default=30, ge=1, le=1000)
    channels: tuple[TelegramChannel, ...] = Field(default=(), strict=False)


class SlackChannel(_ChannelSection):
    """A channel to post to, by its id ("C0123456789")."""

    channel: str


class SlackConfig(_Section):
    """The Slack app: `app_token` for Socket Mode, else `signing_secret` for HTTP on `port`."""

    bot_token: SecretStr
    app_token: SecretStr | None = None
    signing_secret: SecretStr | None = None
    base_url: Url = "https://slack.com/api/"
    port: int = Field(default=3000, ge=0, le=65535)
    channels: tuple[SlackChannel, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.app_token is None and self.signing_secret is None:
            raise ValueError("needs app_token (Socket Mode) or signing_secret (HTTP)")
        return self


class ConsoleConfig(_Section):
    """Whether alerts are printed on the terminal as well."""

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
    feeds: tuple[FeedConfig, ...] = Field(default=(), strict=False)
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


def load_config(path: Path, environ: Mapping[str, str]) -> Config:
    """Read the config file; raises ConfigError with all its faults."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        mend = "copy config.example.toml there and edit it, or name another file with --config"
        raise ConfigError((f"{path}: there is no such file; {mend}",)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError((f"{path}: cannot be read as UTF-8 text: {error}",)) from None
    return parse_config(text, path=path, environ=environ)


def parse_config(text: str, *, path: Path, environ: Mapping[str, str]) -> Config:
    """Check a config's text; raises ConfigError with all its faults."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError((f"{path}: not valid TOML: {error}",)) from None
    for name, (section, key) in SECRETS.items():
        if environ.get(name) and isinstance(data.setdefault(section, {}), dict):
            data[section][key] = environ[name]
    faults: list[str] = []
    config = None
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        faults += [_fault(detail, text, path) for detail in error.errors(include_url=False, include_input=False)]
    faults += _doubled(data, text, path)
    if faults or config is None:
        raise ConfigError(tuple(faults))
    store = StoreConfig(path=(path.parent / config.store.path))
    return config.model_copy(update={"store": store})


def _fault(detail: ErrorDetails, text: str, path: Path) -> str:
    """One fault as "file:line: key: what is wrong; the mend"; never with the value, which may be a secret."""
    where = tuple(part for part in detail["loc"] if not str(part).startswith("function-"))
    key = ".".join(f"[{part}]" if isinstance(part, int) else str(part) for part in where).replace(".[", "[")
    line = _line_of(where, text)
    place = f"{path}:{line}" if line else f"{path}"
    if detail["type"] == "extra_forbidden":
        return f"{place}: {key}: unknown key; {_suggestion(where)}"
    if detail["type"] == "missing":
        return f"{place}: {key}: is missing; {_mend_missing(where)}"
    return f"{place}: {key}: {detail['msg'].removeprefix('Value error, ')}"


def _mend_missing(where: tuple[Any, ...]) -> str:
    env = next((name for name, secret in SECRETS.items() if secret == where), None)
    return f"write it there or set {env}" if env else "write it there"


def _suggestion(where: tuple[Any, ...]) -> str:
    known = list(_fields(where[:-1]))
    near = difflib.get_close_matches(str(where[-1]), known, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(known)}"


def _fields(where: tuple[Any, ...]) -> Iterator[str]:
    """The keys that the section at this place takes."""
    sections: dict[str, type[BaseModel]] = {
        "store": StoreConfig,
        "polling": PollingConfig,
        "delivery": DeliveryConfig,
        "feeds": FeedConfig,
        "telegram": TelegramConfig,
        "telegram.channels": TelegramChannel,
        "slack": SlackConfig,
        "slack.channels": SlackChannel,
        "console": ConsoleConfig,
    }
    name = ".".join(str(part) for part in where if not isinstance(part, int))
    yield from (sections[name] if name else Config).model_fields


def _line_of(where: tuple[Any, ...], text: str) -> int | None:
    """The line on which a key stands, or the header of the table that lacks it."""
    tables = [str(part) for part in where if not isinstance(part, int)]
    index = next((part for part in where if isinstance(part, int)), 0)
    for depth in (len(tables) - 1, len(tables)):
        header = re.compile(r"\s*\[\[?\s*" + r"\s*\.\s*".join(map(re.escape, tables[:depth])) + r"\s*\]\]?")
        starts = [n for n, line in enumerate(text.split("\n"), 1) if depth and header.match(line)]
        if depth == len(tables) and starts:
            return starts[min(index, len(starts) - 1)]
        if line := _key_below(tables[-1], text, starts[min(index, len(starts) - 1)] if starts else 0):
            return line
        if starts:
            return starts[min(index, len(starts) - 1)]
    return None


def _key_below(key: str, text: str, start: int) -> int | None:
    """The line of `key = …` behind line `start`, before the next table begins."""
    for number, line in enumerate(text.split("\n")[start:], start + 1):
        if line.lstrip().startswith("["):
            return None
        if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return None


def _doubled(data: Mapping[str, Any], text: str, path: Path) -> list[str]:
    """Feeds that are listed twice."""
    out, seen = [], set()
    feeds = data.get("feeds")
    for index, feed in enumerate(feeds if isinstance(feeds, list) else []):
        url = feed.get("url") if isinstance(feed, dict) else None
        if isinstance(url, str):
            if url in seen:
                line = _line_of(("feeds", index, "url"), text)
                out.append(f"{path}:{line}: feeds[{index}].url: the same feed is listed above; remove one of them")
            seen.add(url)
    return out
