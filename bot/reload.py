"""Edits of the config taken up by the running service: only once they are whole and right, else the old one stays."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.config import Config
from bot.config_files import Loaded, config_files, lacking, load
from bot.errors import ConfigError

LOOK = 1.0  # seconds between two looks; an edit is taken up after two that find the files the same
RETRY = 30.0  # seconds until an edit that could not be stored is tried again

# What a running service takes up; every other key waits for the next start.
LIVE = {"include", "feeds", "groups", "polling.every", "telegram.channels", "slack.channels"}

Stamp = tuple[int, int, int, int] | None  # of a file; None where there is none

log = logging.getLogger(__name__)


class Watch:
    """Looks at the config and the files it includes by their inode, size and times: nothing is read unless they change.

    An editor may write a file in pieces, so an edit counts when two looks running find the same files and reading
    them changes nothing.
    """

    def __init__(self, path: Path, environ: Mapping[str, str]) -> None:
        self._path, self._environ = path, environ
        self._files = config_files(path)
        self._seen = self._stamps()
        self._settled: tuple[Stamp, ...] | None = self._seen

    def look(self) -> Loaded | ConfigError | None:
        """What an edit came to, once; None where nothing changed or somebody may still be writing."""
        stamps = self._stamps()
        still, self._seen = stamps == self._seen, stamps
        if stamps == self._settled or not still:
            return None
        files = config_files(self._path)
        if files != self._files:  # the files that are included now must come to rest as well
            self._files = files
            self._seen = self._stamps()
            return None
        self._settled = stamps  # also where reading fails in a way that nobody thought of: once is enough
        outcome = self._load()
        if self._stamps() != stamps:
            self._settled = None
            return None
        return outcome

    def _load(self) -> Loaded | ConfigError:
        try:
            loaded = load(self._path, self._environ)
        except ConfigError as error:
            return error
        missing = lacking(loaded.config, self._path)
        return ConfigError(missing) if missing else loaded

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple(map(_stamp, self._files))


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


async def follow(
    watch: Watch, config: Config, *, take_up: Callable[[Config], None], refuse: Callable[[tuple[str, ...]], None]
) -> None:
    """Hand every good edit to `take_up` and the faults of every wrong one to `refuse`, for ever."""
    wrong = False  # so that a mended config is told even where it says what it said before
    while True:
        await asyncio.sleep(LOOK)
        try:
            outcome = await asyncio.to_thread(watch.look)
        except Exception:
            log.exception("config_not_read the last good one stays in force")
            continue
        if isinstance(outcome, ConfigError):
            refuse(outcome.faults)
            wrong = True
        elif outcome and (wrong or outcome.config != config):
            await _take_up(outcome.config, take_up)
            waiting = waiting_for_restart(config, outcome.config)
            log.info("config_taken_up feeds=%s at_next_start=%s", len(outcome.config.feeds), ",".join(waiting) or "-")
            config, wrong = outcome.config, False


async def _take_up(config: Config, take_up: Callable[[Config], None]) -> None:
    """Try until it is stored: a full disk is mended some time, and the edit must not be lost by then."""
    while True:
        try:
            return take_up(config)
        except Exception:
            log.exception("config_not_stored retry_in=%ss", int(RETRY))
            await asyncio.sleep(RETRY)


def waiting_for_restart(old: Config, new: Config) -> tuple[str, ...]:
    """The keys whose new value takes effect at the next start."""
    out: list[str] = []
    for section in (name for name in Config.model_fields if name not in LIVE):
        was, now = getattr(old, section), getattr(new, section)
        if was is None or now is None:
            out += [section] if was is not now else []
            continue
        keys = (f"{section}.{key}" for key in type(now).model_fields if getattr(was, key) != getattr(now, key))
        out += [key for key in keys if key not in LIVE]
    return tuple(out)
