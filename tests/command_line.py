"""What the tests of the command line and of the docs share."""

import argparse


def commands(parser: argparse.ArgumentParser, prefix: str = "") -> dict[str, argparse.ArgumentParser]:
    """Every command that does something, by its words: {"detect": …, "feeds list": …}."""
    groups = parser._subparsers._group_actions if parser._subparsers else []
    if not groups:
        return {prefix.strip(): parser}
    found = {}
    for action in groups:
        for name, command in action.choices.items():
            found.update(commands(command, f"{prefix}{name} "))
    return found
