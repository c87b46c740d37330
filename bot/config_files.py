"""The config read: TOML, included lists and the environment in; a checked Config out, or every fault at once."""

import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from bot.config import SECRETS, Config, FeedConfig, FeedsFile, GroupConfig, StoreConfig
from bot.errors import ConfigError
from bot.faults import Places, Where, faults_of, suggestion, told
from bot.opml import read_opml

OPML = {".opml", ".xml"}

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A config as its files have it: the feeds that are on in `config`, those that are off beside it."""

    config: Config
    off: tuple[FeedConfig, ...] = ()
    warnings: tuple[str, ...] = ()


def load(path: Path, environ: Mapping[str, str], *, edited: Mapping[Path, bytes] | None = None) -> Loaded:
    """Read the config and its files, some of them as edited but not yet written; ConfigError with all faults."""
    reading = _Reading(path, edited or {})
    data, places = reading.toml(path, "copy config.example.toml there and edit it, or name another file with --config")
    if data is None:
        raise ConfigError(tuple(reading.faults))
    secrets_inside = any(
        isinstance(data.get(section), dict) and key in data[section] for section, key in SECRETS.values()
    )
    for name, (section, key) in SECRETS.items():
        if environ.get(name) and isinstance(data.setdefault(section, {}), dict):
            data[section][key] = environ[name]
    config = reading.checked(Config, data, path, places)
    reading.take(config, data, path, places)
    for number, file in enumerate(included(data, path)):
        reading.include(file, told(path, places, ("include", number), ""))
    feeds = reading.settled_feeds()
    if reading.faults or config is None:
        raise ConfigError(tuple(reading.faults))
    store = StoreConfig(path=path.parent / config.store.path)
    on = tuple(feed for feed in feeds if feed.enabled is not False)
    return Loaded(
        config=config.model_copy(update={"store": store, "feeds": on, "groups": reading.groups}),
        off=tuple(feed for feed in feeds if feed.enabled is False),
        warnings=tuple(_exposed(path) if secrets_inside else ()),
    )


def included(data: Mapping[str, Any], path: Path) -> tuple[Path, ...]:
    """The files that a config's data includes, as far as it says so in order."""
    names = data.get("include")
    return tuple(path.parent / name for name in (names if isinstance(names, list) else ()) if isinstance(name, str))


def config_files(path: Path) -> tuple[Path, ...]:
    """The config and the files that it includes; the config alone where it cannot be read."""
    data, _ = _Reading(path, {}).toml(path, "")
    return (path, *(included(data, path) if data else ()))


def listed_in(file: Path) -> tuple[str, ...]:
    """The addresses that a file of a right config lists, as they stand there."""
    if file.suffix in OPML:
        return tuple(feed.url for feed in read_opml(file.read_bytes()))
    data, _ = _Reading(file, {}).toml(file, "")
    return tuple(feed["url"] for feed in (data or {}).get("feeds", ()))


def lacking(config: Config, path: Path) -> tuple[str, ...]:
    """What a service with this config could not do without."""
    out = []
    if not config.feeds:
        out.append(f"{path}: no feeds to poll; add one with: exchanges feeds add URL")
    if not (config.telegram or config.slack or config.console.enabled):
        mend = "fill in [telegram] or [slack], or write enabled = true under [console]"
        out.append(f"{path}: nowhere to tell anybody; {mend}")
    return tuple(out)


def _exposed(path: Path) -> Iterator[str]:
    """A warning where others than its owner can read a file with tokens."""
    if path.exists() and path.stat().st_mode & stat.S_IROTH:
        yield f"{path}: holds tokens and every user of this machine can read it; chmod 600 {path}"


class _Reading:
    """The files of one config while they are read: their feeds and groups, and every fault so far."""

    def __init__(self, path: Path, edited: Mapping[Path, bytes]) -> None:
        self.faults: list[str] = []
        self.groups: dict[str, GroupConfig] = {}
        self._edited = edited
        self._read = {path}
        self._feeds: list[tuple[FeedConfig, str | None]] = []  # with the place of its group
        self._places: dict[str, str] = {}  # of each address

    def toml(self, file: Path, mend: str) -> tuple[dict[str, Any] | None, Places]:
        """A TOML file's data and where its keys stand."""
        try:
            text = self._bytes(file).decode("utf-8-sig")
            return tomllib.loads(text), Places(text)
        except FileNotFoundError:
            self.faults.append(f"{file}: there is no such file; {mend}")
        except (OSError, UnicodeDecodeError) as error:
            self.faults.append(f"{file}: cannot be read as UTF-8 text: {error}")
        except RecursionError:
            self.faults.append(f"{file}: is nested too deeply")
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            self.faults.append(f"{file}{f':{line[1]}' if line else ''}: not valid TOML: {error}")
        return None, Places()

    def _bytes(self, file: Path) -> bytes:
        return self._edited[file] if file in self._edited else file.read_bytes()

    def include(self, file: Path, place: str) -> None:
        """Take the feeds and groups of an included file."""
        if file in self._read:
            self.faults.append(f"{place}: {file.name} is included already; name it once")
            return
        self._read.add(file)
        if file.suffix == ".toml":
            data, places = self.toml(file, f"{place} names it")
            if data is not None:
                self.take(self.checked(FeedsFile, data, file, places), data, file, places)
        elif file.suffix in OPML:
            self._include_opml(file, place)
        else:
            self.faults.append(f"{place}: {file.name} is neither .toml nor .opml; name it after what it holds")

    def _include_opml(self, file: Path, place: str) -> None:
        try:
            listed = read_opml(self._bytes(file))
        except FileNotFoundError:
            self.faults.append(f"{file}: there is no such file; {place} names it")
            return
        except (OSError, ValueError) as error:
            self.faults.append(f"{file}: {error}")
            return
        for feed in listed:
            given = {key: getattr(feed, key) for key in ("url", "name", "language", "every", "group")}
            data = {key: value for key, value in given.items() if value} | ({} if feed.enabled else {"enabled": False})
            where = f"{file}:{feed.line}"
            self._add(self.checked(FeedConfig, data, where, Places()), feed.url, where)

    def checked(self, model: type[_Model], data: object, file: object, places: Places) -> _Model | None:
        """The data as this model, or its faults noted."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            variables: dict[Where, str] = {secret: name for name, secret in SECRETS.items()}
            self.faults += faults_of(error, model, file, places, variables)
            return None

    def take(self, right: Config | FeedsFile | None, data: Mapping[str, Any], file: Path, places: Places) -> None:
        """Note a TOML file's feeds and groups, as far as they are right if the file is not; its faults are told."""
        groups = data.get("groups")
        for name, settings in groups.items() if isinstance(groups, dict) else ():
            if name in self.groups:
                self.faults.append(told(file, places, ("groups", name), "the same group is described above; join them"))
            self.groups[name] = (right.groups[name] if right else _valid(GroupConfig, settings)) or GroupConfig()
        feeds = data.get("feeds")
        for number, feed in enumerate(feeds if isinstance(feeds, list) else ()):
            url = feed.get("url") if isinstance(feed, dict) else None
            where, group = (told(file, places, ("feeds", number, key), "") for key in ("url", "group"))
            self._add(right.feeds[number] if right else _valid(FeedConfig, feed), url, where, group)

    def _add(self, feed: FeedConfig | None, url: object, place: str, group_place: str | None = None) -> None:
        """Note a feed, unless its address is listed already; a folder of OPML is a group that needs no description."""
        address = same_address(url) if isinstance(url, str) else None
        if address in self._places:
            self.faults.append(f"{place}: the same feed is listed above ({self._places[address]}); remove one of them")
        elif address:
            self._places[address] = place.partition(": ")[0]
            if feed:
                self._feeds.append((feed, group_place))

    def settled_feeds(self) -> list[FeedConfig]:
        """The feeds with what their groups say of them."""
        out = []
        for feed, place in self._feeds:
            if feed.group and feed.group not in self.groups and place:
                self.faults.append(f"{place}: there is no [groups.{feed.group}]; {suggestion(feed.group, self.groups)}")
            group = self.groups.get(feed.group or "", GroupConfig())
            settings = {key: getattr(group, key) for key in group.model_fields_set - feed.model_fields_set}
            out.append(feed.model_copy(update=settings))
        return out


def _valid(model: type[_Model], data: object) -> _Model | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def same_address(url: str) -> str:
    """An address without what does not matter: http or https, the case of the host, a fragment, blanks around it."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    scheme = parts.scheme.lower().removesuffix("s")
    return parts._replace(scheme=scheme, netloc=parts.netloc.lower(), fragment="").geturl()
