"""The log: on standard error, without secrets, and never in the way."""

import logging
import re
import sys
from typing import TextIO

from pydantic import SecretStr

from bot.chat import takes_more
from bot.config import Config

LINE_BYTES = 4_000  # of a log line; a pipe that takes more takes 4,096 bytes at once

_SECRETS = re.compile(
    r"bot\d{3,}:[\w-]{5,}|\b\d{6,}:[\w-]{20,}|xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=://)[^/\s@]+@|(?<=[?&])(?:key|token|secret)=[^&\s]+"
)


class Redacting(logging.Formatter):
    """Takes tokens and passwords out of every line, tracebacks included."""

    def __init__(self, secrets: tuple[str, ...] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._known = [secret for secret in secrets if len(secret) >= 6]

    def format(self, record: logging.LogRecord) -> str:
        """The line as usual, then cleaned."""
        text = super().format(record)
        for secret in self._known:
            text = text.replace(secret, "[secret]")
        return _SECRETS.sub("[secret]", text)


class Unblocked(logging.StreamHandler[TextIO]):
    """Leaves a line out rather than wait: the bot goes on where nobody reads its log, or the log's disk is full."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line, cut to what a pipe with room surely takes."""
        if takes_more(self.stream):
            super().emit(record)

    def format(self, record: logging.LogRecord) -> str:
        """The line's first kilobytes."""
        return super().format(record).encode()[:LINE_BYTES].decode(errors="ignore")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the library's name)
        """There is nowhere to say it."""


def set_up_logging(config: Config, level: int = logging.INFO) -> None:
    """Log to standard error; libraries that write tokens or bodies only from WARNING up."""
    handler = Unblocked(sys.stderr)
    handler.setFormatter(Redacting(secrets_of(config)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram", "slack_bolt", "slack_sdk", "apscheduler", "aiohttp"):
        logging.getLogger(name).setLevel(logging.WARNING)


def secrets_of(config: Config) -> tuple[str, ...]:
    """Every secret of the config, in the clear, for the redactor alone."""
    slack, telegram = config.slack, config.telegram
    held: list[SecretStr | None] = [telegram.token] if telegram else []
    held += [slack.bot_token, slack.app_token, slack.signing_secret] if slack else []
    return tuple(secret.get_secret_value() for secret in held if secret is not None)
