import re
import shlex
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import BaseModel

from bot import config
from bot.__main__ import build_parser
from bot.config import Config
from tests.command_line import commands
from tests.configs import load_config, parse_config

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


def anchors(page: Path) -> set[str]:
    """What links can lead to in a page: its headings, as GitHub names them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_part_of_a_page_leads_there(page: Path):
    for file, anchor in re.findall(r"\]\((?!https?://)([^)#]*)#([^)]+)\)", page.read_text(encoding="utf-8")):
        assert anchor in anchors(page.parent / file if file else page), (file, anchor)


def test_the_readme_shows_the_slack_manifest_as_it_ships():
    shown = re.search(r"<!-- slack manifest -->\n   ```yaml\n(.*?)   ```\n", README, re.DOTALL)
    assert shown
    lines = [line.removeprefix("   ") for line in shown[1].splitlines()]
    assert "\n".join(lines) + "\n" == (ROOT / "seeds/slack-manifest.yaml").read_text(encoding="utf-8")


def config_keys(section: type[BaseModel], prefix: str = "") -> list[str]:
    """Every key of the config: "polling.every", "telegram.channels.chat" …"""
    keys = []
    for name, field in section.model_fields.items():
        inner = re.findall(r"bot\.config\.(\w+)", str(field.annotation))
        below = getattr(config, inner[0]) if inner else None
        keys += config_keys(below, f"{prefix}{name}.") if below else [prefix + name]
    return keys


def test_every_config_key_is_in_the_guide_and_no_other():
    listed = re.findall(r"^\| `([a-z_.]+)` \|", GUIDE, re.MULTILINE)
    assert sorted(listed) == sorted(config_keys(Config))


@pytest.mark.parametrize("key", config_keys(Config))
def test_every_config_key_is_in_the_example(key: str):
    section, _, name = key.rpartition(".")
    example = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    header = rf"^#? ?\[\[?{re.escape(section)}(?:\.\w+)?\]\]?" if section else r"\A"
    after = re.split(header, example, flags=re.MULTILINE)
    assert any(re.search(rf"^#? ?{name} = ", part, re.MULTILINE) for part in after[1:]), key


def test_the_example_is_a_good_config():
    assert load_config(ROOT / "config.example.toml", {}).feeds


@pytest.mark.parametrize("page", ["README.md", "docs/guide.md"])
def test_every_config_that_a_page_shows_is_good(page: str):
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    tokens = dict.fromkeys(config.SECRETS, "a token, for the blocks that show only channels")
    for block in blocks:
        parse_config(dedent(block), path=ROOT / page, environ=tokens if "token" not in block else {})


@pytest.mark.parametrize("package", ["bot", "detectors"])
def test_the_page_on_design_says_where_every_module_is_and_no_other(package: str):
    layout = (ROOT / "docs/design.md").read_text(encoding="utf-8").split("## Layout")[1].split("```")[1]
    block = re.search(rf"^{package}/.*?(?=^\w)", layout, re.DOTALL | re.MULTILINE)
    assert block
    modules = {path.name for path in (ROOT / package).glob("*.py")} - {"__init__.py"}
    assert set(re.findall(r"(?<![/\w])\w+\.py\b", block[0])) - {"__init__.py"} == modules
    packages = {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}
    assert packages <= set(re.findall(r"(\w+)/", block[0]))


ROWS = [*range(34, 60), *range(66, 70)]  # of the list of faults in docs/delivery.md
ELSEWHERE = {35: "power_cut", 68: "soak", 40: "backup"}  # a script of `make torture`; a command that is still to come


def test_every_fault_that_the_page_on_delivery_lists_has_a_test_that_names_its_row():
    page = (ROOT / "docs/delivery.md").read_text(encoding="utf-8")
    listed = {int(number) for number in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert listed == set(ROWS)
    named: set[int] = set()
    for path in (ROOT / "tests").glob("test_*.py"):
        for text in re.findall(r"\b[Rr]ows? (\d+(?:(?:, | and )\d+)*)", path.read_text(encoding="utf-8")):
            named |= {int(number) for number in re.findall(r"\d+", text)}
    assert set(ROWS) - named == set(ELSEWHERE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    target = makefile.split("\ntorture:")[1].split("\n\n")[0]
    assert all(ELSEWHERE[row] in target for row in (35, 68))
