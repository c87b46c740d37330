"""The command line: `exchanges` or `python -m bot`.

Exit status: 0 done, 1 the work failed, 2 the words of the call or the config are wrong.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import NoReturn

from bot.cli import backfill, deliveries, detect, doctor, events, feedback, feeds, gallery, history, service
from bot.errors import CallError, ConfigError, ExchangesError

FAMILIES = (service, detect, history, events, feeds, deliveries, feedback, gallery, doctor, backfill)

DESCRIPTION = "Alerts people to new reports of prisoner exchanges: who, how many, who says so, with links."
EPILOG = "Start with: exchanges demo. Guide: docs/guide.md"


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the fault and where to look, then exit with status 2."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def build_parser() -> Parser:
    """The whole command line, for main() and for the test that every command is documented."""
    parser = Parser(prog="exchanges", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"exchange-watch {version('exchange-watch')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for family in FAMILIES:
        family.add_to(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and answer with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = build_parser().parse_args(argv)
    try:
        status = int(args.run(args))
        sys.stdout.flush()
    except (CallError, ConfigError) as error:
        print(error, file=sys.stderr)
        return 2
    except ExchangesError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone (`… | head`): that is its right
        _give_up_output()
        return 0
    except OSError as error:
        _give_up_output()
        print(f"exchanges: {error}", file=sys.stderr)
        return 1
    return status


def _give_up_output() -> None:
    """Let Python find nothing to complain about when it writes out what is left at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
