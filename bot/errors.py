"""Every error that the service raises on purpose.

ExchangesError
├── CallError        the words of a command's call are wrong (a file that is not there, a day that is none)
├── ConfigError      the config file is wrong; `faults` holds one line for each, all at once
├── StoreError       the database cannot be used (corrupt, newer than this version, not writable)
├── LockedError      another instance holds the database
├── FetchError       one URL could not be fetched; `url`, `retry_after`
├── ParseError       one body is no feed or could not be read in time; `url`
│   └── EmptiedError   a feed that held entries holds none
└── ChatError        a chat platform does not take us as we are (a wrong token); `platform`
    └── UnreachableError   it could not be reached; it may be later

Each message is one line that names the file, key or URL and the mend. No message holds a secret.
"""


class ExchangesError(Exception):
    """The base of all of them: catch it at a command's edge, print it, exit 1."""


class CallError(ExchangesError):
    """The words of the call are wrong; exit status 2."""


class ConfigError(ExchangesError):
    """The config is wrong; exit status 2."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class StoreError(ExchangesError):
    """The database cannot be opened or written."""


class LockedError(StoreError):
    """Another running instance holds the database."""


class FetchError(ExchangesError):
    """A URL gave no usable body; `retry_after` is the server's own wait in seconds, if it named one."""

    def __init__(self, url: str, why: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why
        self.status = status
        self.retry_after = retry_after


class ParseError(ExchangesError):
    """A body could not be read as a feed."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url = url
        self.why = why


class EmptiedError(ParseError):
    """A feed that held entries holds none: something is broken there, and no news."""


class ChatError(ExchangesError):
    """A chat platform refuses to work with us until somebody mends something; the text names the mend, no token."""

    def __init__(self, platform: str, why: str) -> None:
        super().__init__(f"{platform}: {why}")
        self.platform = platform
        self.why = why


class UnreachableError(ChatError):
    """A chat platform could not be reached."""
