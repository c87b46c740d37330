"""A config as the service reads it, from a file or from its text alone."""

from collections.abc import Mapping
from pathlib import Path

from bot.config import Config
from bot.config_files import load


def load_config(path: Path, environ: Mapping[str, str]) -> Config:
    """Read the config and the files that it includes; raises ConfigError with all their faults."""
    return load(path, environ).config


def parse_config(text: str, *, path: Path, environ: Mapping[str, str]) -> Config:
    """Check a config's text as if it stood in the file; raises ConfigError with all its faults."""
    return load(path, environ, edited={path: text.encode()}).config
