import subprocess
import sys
from importlib.metadata import version

import pytest

from bot.__main__ import build_parser, main
from tests.command_line import commands


def test_the_version_is_the_distributions(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"exchange-watch {version('exchange-watch')}\n"


@pytest.mark.parametrize("argv", [[], ["fly"], ["detect", "--fast"], ["detect", "--format", "xml"]])
def test_wrong_words_are_one_line_that_says_where_to_look(argv: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        main(argv)
    err = capsys.readouterr().err
    assert (stop.value.code, err.count("\n")) == (2, 1)
    assert err.startswith("exchanges")
    assert err.endswith("--help\n")


def test_help_starts_quickly_because_it_loads_nothing_heavy():
    code = (
        "import sys, bot.__main__\n"
        "heavy = {'py3langid', 'telegram', 'slack_bolt', 'aiohttp', 'trafilatura', 'feedparser', 'sqlite_utils', "
        "'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_command_has_help_that_names_its_purpose():
    for name, command in commands(build_parser()).items():
        assert command.description, name
        for action in command._actions:
            assert action.help, f"{name}: {action.dest}"
