"""The config read with the lists it includes: all faults at once, whatever the file (row 61 of the torture list)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.app import sole_instance
from bot.config_files import config_files, load
from bot.errors import ConfigError
from tests.configs import load_config

CHANNEL = "[console]\nenabled = true\n"
FEED = '[[feeds]]\nurl = "https://a.example/"\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def faults(config: Path, text: str | bytes) -> list[str]:
    """What is said of a wrong config, without the folder."""
    config.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        load(config, {})
    return [fault.replace(f"{config.parent}/", "") for fault in caught.value.faults]


def test_a_group_is_described_once(config: Path):
    config.with_name("more.toml").write_text("[groups.a]\n", encoding="utf-8")
    text = 'include = ["more.toml"]\n[groups.a]\nlanguage = "uk"\n'
    assert faults(config, text) == ["more.toml:1: groups.a: the same group is described above; join them"]


def test_lists_are_included_in_order_and_groups_share_settings(config: Path):
    config.write_text(
        f'include = ["more.toml", "lists/other.opml"]\n[groups.slow]\nlanguage = "uk"\nevery = "1h"\n'
        f'[groups."War/Agencies"]\nlanguage = "he"\n{FEED}group = "slow"\nevery = "2m"\n',
        encoding="utf-8",
    )
    config.with_name("lists").mkdir()
    config.with_name("more.toml").write_text(
        '[groups.off]\nenabled = false\n[[feeds]]\nurl = "https://b.example/"\ngroup = "slow"\n'
        '[[feeds]]\nurl = "https://c.example/"\ngroup = "off"\n'
        '[[feeds]]\nurl = "https://d.example/"\ngroup = "off"\nenabled = true\n',
        encoding="utf-8",
    )
    config.with_name("lists").joinpath("other.opml").write_text(
        '<opml xmlns:watch="urn:exchange-watch"><body><outline text="War"><outline text="Agencies">'
        '<outline text="E" xmlUrl="https://e.example/" watch:every="30s"/></outline></outline>'
        '<outline text="folder"><outline xmlUrl="https://f.example/" watch:enabled="false"/></outline></body></opml>',
        encoding="utf-8",
    )
    loaded = load(config, {})
    assert [(feed.url[8], feed.language, feed.every) for feed in loaded.config.feeds] == [
        ("a", "uk", 120),
        ("b", "uk", 3600),
        ("d", None, None),
        ("e", "he", 30),
    ]
    assert [feed.url[8] for feed in loaded.off] == ["c", "f"]
    assert config_files(config) == (config, config.with_name("more.toml"), config.parent / "lists/other.opml")


def test_every_fault_of_every_file_is_told_at_once_with_its_line(config: Path):
    """Row 61: unknown key, wrong type, duplicate feed, bad URL, in three files."""
    config.with_name("more.toml").write_text(
        'token = "hush"\n[[feeds]]\nurl = "https://a.example/#top"\n[[feeds]]\nurl = "https://b example/"\n'
        '[groups.slow]\nevery = 5\n[[feeds]]\nurl = "https://c.example/"\ngroup = "slwo"\n',
        encoding="utf-8",
    )
    config.with_name("other.opml").write_text(
        '<opml><body>\n<outline xmlUrl="HTTP://A.example/"/>\n<outline xmlUrl="ftp://x.example/"/></body></opml>',
        encoding="utf-8",
    )
    config.with_name("bad.toml").write_text("[[feeds]\n", encoding="utf-8")
    text = (
        'include = ["more.toml", "other.opml", "bad.toml", "gone.toml", "more.toml", "list.txt"]\n'
        f'[pollng]\nevery = "5m"\n[polling]\nevery = "5m"\nconcurrency = "many"\n{FEED}enabled = "yes"\n'
    )
    assert faults(config, text) == [
        "config.toml:6: polling.concurrency: expected a whole number",
        "config.toml:9: feeds[0].enabled: expected true or false",
        "config.toml:2: pollng: unknown key; did you mean 'polling'?",
        "more.toml:5: feeds[1].url: expected an address without blanks in it",
        'more.toml:7: groups.slow.every: expected a duration such as "30s", "5m" or "24h"',
        "more.toml:1: token: unknown key; known here: feeds, groups",
        "more.toml:3: feeds[0].url: the same feed is listed above (config.toml:8); remove one of them",
        "other.opml:2: the same feed is listed above (config.toml:8); remove one of them",
        "other.opml:3: url: expected an address that begins with http:// or https://",
        "bad.toml:1: not valid TOML: Expected ']]' at the end of an array declaration (at line 1, column 8)",
        "gone.toml: there is no such file; config.toml:1: include[3] names it",
        "config.toml:1: include[4]: more.toml is included already; name it once",
        "config.toml:1: include[5]: list.txt is neither .toml nor .opml; name it after what it holds",
        "more.toml:10: feeds[2].group: there is no [groups.slwo]; did you mean 'slow'?",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("include = 'more.toml'\n", "config.toml:1: include: expected a list"),
        ("feeds = 5\n", "config.toml:1: feeds: expected a list"),
        ("feeds = ['https://a.example/']\n", "config.toml:1: feeds[0]: expected a table"),
        ("[console]\ninclude = []\n", "config.toml:2: console.include: belongs to no table; put include at the top"),
        ("groups = 5\n", "config.toml:1: groups: expected a table"),
        ("telegram = 5\n", "config.toml:1: telegram: expected a table"),
        ("polling.every = 5\n", "config.toml:1: polling.every: expected a duration"),
        ('[[feeds]]\nurl = "https://a.example:99999/"\n', "config.toml:2: feeds[0].url: Port out of range 0-65535"),
        ('[[feeds]]\nurl = "https://[a/"\n', "config.toml:2: feeds[0].url: Invalid IPv6 URL"),
        ('[groups.x]\nurl = "https://a.example/"\n', "config.toml:2: groups.x.url: unknown key; known here: language"),
        (
            "[telegram]\n[[telegram.channels]]\nchat = '@a'\n[[telegram.channels]]\nchatt = 1\n",
            "config.toml:4: telegram.ch",
        ),
        (b"name = '\xff'\n", "config.toml: cannot be read as UTF-8 text"),
        ("a = " + "[" * 5000 + "]" * 5000, "config.toml: is nested too deeply"),
    ],
)
def test_a_wrong_type_is_told_in_the_words_of_the_file(config: Path, text: str | bytes, fault: str):
    """Row 61."""
    found = faults(config, text)
    assert any(each.startswith(fault) for each in found), found


def test_a_byte_order_mark_does_no_harm(config: Path):
    config.write_bytes(b"\xef\xbb\xbf" + FEED.encode())
    assert load_config(config, {}).feeds


def test_ten_thousand_feeds_are_read_and_ten_thousand_faults_told(config: Path):
    """Row 61: a long list is no reason to wait; every fault has its own line."""
    config.write_text("".join(f'[[feeds]]\nurl = "https://n{n}.example/"\n' for n in range(10_000)), encoding="utf-8")
    start = time.monotonic()
    assert len(load(config, {}).config.feeds) == 10_000
    found = faults(config, "".join(f'[[feeds]]\nurl = "ftp://n{n}.example/"\n' for n in range(10_000)))
    assert len(found) == 10_000
    assert found[-1].startswith("config.toml:20000: feeds[9999].url: ")
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_the_service_does_not_start_on_an_empty_file(config: Path, text: str, capsys: pytest.CaptureFixture[str]):
    """Row 61: an empty file."""
    config.write_text(text, encoding="utf-8")
    assert main(["run", "--config", str(config)]) == 2
    err = capsys.readouterr().err
    assert "no feeds to poll; add one with: exchanges feeds add URL" in err
    assert "nowhere to tell anybody" in err


def test_tokens_that_others_can_read_are_warned_of(config: Path, capsys: pytest.CaptureFixture[str]):
    """Row 61: a world-readable file with secrets; one without them may be read by all."""
    config.write_text(f'{FEED}[telegram]\ntoken = "123456:hush-hush"\n', encoding="utf-8")
    config.chmod(0o644)
    (warning,) = load(config, {}).warnings
    assert warning == f"{config}: holds tokens and every user of this machine can read it; chmod 600 {config}"
    assert main(["doctor", "--offline", "--config", str(config)]) == 1
    assert "chmod 600" in capsys.readouterr().out
    with sole_instance(config.with_name("exchanges.db")):  # so that the service stops right after its warnings
        call = [sys.executable, "-m", "bot", "run", "--config", str(config)]
        started = subprocess.run(call, capture_output=True, text=True, check=False)
    assert started.returncode == 1
    assert warning in started.stderr
    assert "hush" not in started.stderr
    config.chmod(0o600)
    assert load(config, {}).warnings == ()
    config.write_text(FEED, encoding="utf-8")
    config.chmod(0o644)
    assert load(config, {"EXCHANGES_TELEGRAM_TOKEN": "123456:hush-hush"}).warnings == ()
