import re
import shlex
from pathlib import Path

import pytest

from bot.__main__ import build_parser
from tests.command_line import commands

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("seeds/**/*.md")])
GUIDE = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shell_lines(page: Path) -> list[str]:
    """Every line of a page's shell blocks, without its remark."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("name", commands(build_parser()))
def test_every_command_is_in_the_guide(name: str):
    assert f"| `exchanges {name}` |" in GUIDE


def test_every_command_that_the_guide_lists_exists():
    listed = re.findall(r"^\| `exchanges ([a-z ]+)` \|", GUIDE, re.MULTILINE)
    assert set(listed) == set(commands(build_parser()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_shows_can_be_typed(page: Path):
    for line in shell_lines(page):
        for call in line.split("&&"):
            words = shlex.split(call.split(" > ")[0])
            if words and words[0].endswith("exchanges"):
                build_parser().parse_args(words[1:])  # SystemExit where the words are wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_a_page_names_exists(page: Path):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`[^`]*`", page.read_text(encoding="utf-8")))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path):
    for link in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_the_readme_shows_the_slack_manifest_as_it_ships():
    shown = re.search(r"<!-- slack manifest -->\n   ```yaml\n(.*?)   ```\n", README, re.DOTALL)
    assert shown
    lines = [line.removeprefix("   ") for line in shown[1].splitlines()]
    assert "\n".join(lines) + "\n" == (ROOT / "seeds/slack-manifest.yaml").read_text(encoding="utf-8")
