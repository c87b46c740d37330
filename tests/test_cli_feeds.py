import asyncio
import tomllib
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.feed_server import NOW, Page, rss, serving

CONFIG = """# mine
[polling]
allow_private_networks = true   # my own server

[[feeds]]
url = "http://127.0.0.1:9/a"    # first
"""

SWAP = {
    "title": "Russia and Ukraine exchange 205 prisoners of war each",
    "link": "https://wire.example/1",
    "published": NOW,
}
RAIN = {"title": "Rain tomorrow", "link": "https://wire.example/2", "published": NOW}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.toml"
    path.write_text(CONFIG, encoding="utf-8")
    path.chmod(0o600)
    return path


def listed(config: Path) -> list[str]:
    return [feed["url"] for feed in tomllib.loads(config.read_text(encoding="utf-8")).get("feeds", [])]


def test_adding_and_removing_a_feed_leaves_the_rest_of_the_file(config: Path):
    assert main(["feeds", "add", "https://b.example/rss", "--name", "B", "--language", "uk", "--every", "2m"]) == 0
    assert config.read_text(encoding="utf-8") == (
        CONFIG + '\n[[feeds]]\nurl = "https://b.example/rss"\nname = "B"\nlanguage = "uk"\nevery = "2m"\n'
    )
    assert config.stat().st_mode & 0o777 == 0o600
    assert main(["feeds", "remove", "https://b.example/rss"]) == 0
    assert config.read_text(encoding="utf-8") == CONFIG
    assert [path.name for path in config.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["add", "http://127.0.0.1:9/a"], "the same feed is listed above"),
        (["add", "ftp://b.example/rss"], "http://"),
        (["add", "https://b.example/rss", "--every", "soon"], "duration"),
        (["remove", "https://none.example/rss"], "no feed has the address https://none.example/rss"),
        (["import", "none.opml"], "none.opml: No such file"),
        (["import", "config.toml"], "config.toml: not readable as OPML"),
        (["list", "--config", "none.toml"], "none.toml: there is no such file"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    call: list[str], words: str, config: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["feeds", *call]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1
    assert config.read_text(encoding="utf-8") == CONFIG


def test_a_list_goes_out_and_comes_in(config: Path, capsys: pytest.CaptureFixture[str]):
    main(["feeds", "add", "https://b.example/rss?a=1&b=2", "--name", "B & C"])
    capsys.readouterr()
    assert main(["feeds", "export"]) == 0
    opml = config.with_name("feeds.opml")
    opml.write_text(capsys.readouterr().out, encoding="utf-8")
    config.write_text(CONFIG, encoding="utf-8")
    assert main(["feeds", "import", "feeds.opml"]) == 0
    assert "added 1 feeds; 1 of 2 were there already" in capsys.readouterr().out
    assert listed(config) == ["http://127.0.0.1:9/a", "https://b.example/rss?a=1&b=2"]


def test_the_starter_list_can_be_imported(config: Path):
    starter = Path(__file__).parents[1] / "seeds/starter.opml"
    assert main(["feeds", "import", str(starter)]) == 0
    assert len(listed(config)) == 16


async def test_a_check_shows_what_feeds_yield_and_a_bad_one_stops_no_other(
    config: Path, capsys: pytest.CaptureFixture[str]
):
    async with serving() as server:
        server.pages["/good"] = Page(rss(SWAP, RAIN, title="Test Wire"))
        server.pages["/page"] = Page(b"<html><body>no feed</body></html>")
        urls = [server.url("/page"), server.url("/gone"), server.url("/good")]
        assert await asyncio.to_thread(main, ["feeds", "check", *urls]) == 1
        out, err = capsys.readouterr()
        assert out.splitlines() == [
            server.url("/good"),
            "  Test Wire · 2 entries · newest 2026-11-24 12:00 UTC",
            f"  {SWAP['title']}",
            "  Rain tomorrow",
            f"  tells of an exchange: {SWAP['title']}",
        ]
        assert [line.split(": ")[0] for line in err.splitlines()] == urls[:2]
        assert await asyncio.to_thread(main, ["feeds", "check", server.url("/good")]) == 0


async def test_the_list_shows_the_health_that_the_service_noted(config: Path, capsys: pytest.CaptureFixture[str]):
    async with serving() as server:
        server.pages["/good"] = Page(rss(RAIN))
        server.pages["/bad"] = Page(status=500)
        for name in ("good", "bad"):
            main(["feeds", "add", server.url(f"/{name}"), "--name", name])
        main(["feeds", "remove", "http://127.0.0.1:9/a"])
        main(["feeds", "list"])
        assert capsys.readouterr().out.count("never polled") == 2
        assert await asyncio.to_thread(main, ["poll"]) == 0
        capsys.readouterr()
        main(["feeds", "list"])
        good, bad = capsys.readouterr().out.splitlines()[1::2]
        assert good.startswith("  good · every 300 s · last read 20")
        assert bad == "  bad · every 300 s · never read, failed 1 times since: answers 500; it is tried again later"
