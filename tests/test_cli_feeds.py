import asyncio
import tomllib
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.opml import read_opml
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


def test_the_starter_list_is_taken_over_with_one_command(config: Path, capsys: pytest.CaptureFixture[str]):
    starter = read_opml((Path(__file__).parents[1] / "seeds/starter.opml").read_bytes())
    main(["feeds", "add", starter[3].url])
    assert main(["feeds", "import", "--starter"]) == 0
    assert f"added {len(starter) - 1} feeds; 1 of {len(starter)} were there already" in capsys.readouterr().out
    assert set(listed(config)) == {"http://127.0.0.1:9/a", *(feed.url for feed in starter)}
    data = tomllib.loads(config.read_text(encoding="utf-8"))
    assert set(data["groups"]) == {feed.group for feed in starter}
    assert main(["feeds", "import", "--starter"]) == 0  # once more changes nothing
    assert tomllib.loads(config.read_text(encoding="utf-8")) == data
    assert main(["feeds", "import"]) == 2


@pytest.fixture
def lists(config: Path) -> Path:
    """A config that includes a TOML list and an OPML list."""
    config.write_text('include = ["lists/more.toml", "lists/other.opml"]   # mine\n\n' + CONFIG, encoding="utf-8")
    config.with_name("lists").mkdir()
    more = config.with_name("lists") / "more.toml"
    more.write_text(
        '# agencies\n[groups.quiet]\nenabled = false\n[[feeds]]\nurl = "https://m.example/"   # fast\n'
        '[[feeds]]\nurl = "https://q.example/"\ngroup = "quiet"\n',
        encoding="utf-8",
    )
    config.with_name("lists").joinpath("other.opml").write_text(
        '<opml version="2.0"><body><!-- war --><outline text="War"><outline text="O" xmlUrl="https://o.example/"/>'
        "</outline></body></opml>\n",
        encoding="utf-8",
    )
    return config.with_name("lists")


def test_each_edit_goes_to_the_file_that_lists_the_feed(config: Path, lists: Path, capsys: pytest.CaptureFixture[str]):
    more, other = lists / "more.toml", lists / "other.opml"
    before = {file: file.read_text(encoding="utf-8") for file in (config, more, other)}
    assert main(["feeds", "disable", "https://m.example/", "https://o.example/", "HTTP://127.0.0.1:9/a"]) == 0
    out = capsys.readouterr().out
    assert [line.partition(": ")[0] for line in out.splitlines()] == [
        "lists/more.toml",
        "lists/other.opml",
        "config.toml",
    ]
    assert more.read_text(encoding="utf-8") == before[more].replace("# fast\n", "# fast\nenabled = false\n")
    assert 'enabled="false"' in other.read_text(encoding="utf-8")
    main(["feeds", "list"])
    out = capsys.readouterr().out
    assert out.count("· off;") == 4
    assert "every" not in out
    assert main(["feeds", "enable", "https://m.example/", "https://o.example/", "http://127.0.0.1:9/a"]) == 0
    assert (more.read_text(encoding="utf-8"), config.read_text(encoding="utf-8")) == (before[more], before[config])
    assert main(["feeds", "remove", "https://o.example/", "https://m.example/"]) == 0
    assert "https://o.example/" not in other.read_text(encoding="utf-8")
    assert "<!-- war -->" in other.read_text(encoding="utf-8")
    assert more.read_text(encoding="utf-8").startswith("# agencies\n[groups.quiet]\nenabled = false\n[[feeds]]\n")
    assert main(["feeds", "add", "https://n.example/", "--group", "quiet"]) == 0
    assert listed(config) == ["http://127.0.0.1:9/a", "https://n.example/"]
    assert sorted(path.name for path in lists.iterdir()) == ["more.toml", "other.opml"]


def test_a_config_of_included_lists_only_gets_new_feeds_there(config: Path, lists: Path):
    main(["feeds", "remove", "http://127.0.0.1:9/a"])
    assert main(["feeds", "add", "https://n.example/"]) == 0
    assert listed(lists / "more.toml") == ["https://m.example/", "https://q.example/", "https://n.example/"]


def test_a_feed_whose_group_is_off_says_where_to_switch_it_on(
    config: Path, lists: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["feeds", "enable", "https://q.example/"]) == 2
    assert "its group is off" in capsys.readouterr().err


def test_an_edit_that_would_be_wrong_somewhere_else_changes_nothing(
    config: Path, lists: Path, capsys: pytest.CaptureFixture[str]
):
    before = config.read_text(encoding="utf-8")
    assert main(["feeds", "add", "https://o.example/"]) == 2
    err = capsys.readouterr().err
    assert "the same feed is listed above" in err
    assert "the file stays as it was" in err
    assert config.read_text(encoding="utf-8") == before


def test_what_is_exported_is_imported_just_so(config: Path, lists: Path, capsys: pytest.CaptureFixture[str]):
    main(
        ["feeds", "add", "https://n.example/", "--name", "N", "--language", "uk", "--every", "90s", "--group", "War/x"]
    )
    capsys.readouterr()
    main(["feeds", "export"])
    exported = capsys.readouterr().out
    config.write_text("", encoding="utf-8")
    config.with_name("list.opml").write_text(exported, encoding="utf-8")
    assert main(["feeds", "import", "list.opml"]) == 0
    capsys.readouterr()
    main(["feeds", "export"])
    assert sorted(map(str, read_opml(capsys.readouterr().out.encode()))) == sorted(
        map(str, read_opml(exported.encode()))
    )
    assert exported.count("xmlUrl") == 5
    assert exported.count("enabled") == 1


def test_a_bad_address_in_a_foreign_list_is_told_and_stops_no_other(config: Path, capsys: pytest.CaptureFixture[str]):
    config.with_name("other.opml").write_text(
        '<opml><body><outline xmlUrl="feed://x.example/"/><outline xmlUrl="https://y.example/"/></body></opml>',
        encoding="utf-8",
    )
    assert main(["feeds", "import", "other.opml"]) == 0
    out, err = capsys.readouterr()
    assert "added 1 feeds; 0 of 2 were there already" in out
    assert err.startswith("left out feed://x.example/: expected an address")


async def test_a_check_of_all_says_how_to_prune(config: Path, capsys: pytest.CaptureFixture[str]):
    async with serving() as server:
        server.pages["/good"] = Page(rss(RAIN))
        for name in ("good", "gone", "off"):
            main(["feeds", "add", server.url(f"/{name}")])
        main(["feeds", "remove", "http://127.0.0.1:9/a"])
        main(["feeds", "disable", server.url("/off")])
        capsys.readouterr()
        assert await asyncio.to_thread(main, ["feeds", "check", "--all"]) == 1
        out, err = capsys.readouterr()
        assert err.startswith(f"{server.url('/gone')}: ")
        assert out.endswith("1 of 2 feeds can be read; switch off what is gone: exchanges feeds disable URL\n")
        main(["feeds", "disable", server.url("/gone")])
        capsys.readouterr()
        assert await asyncio.to_thread(main, ["feeds", "check", "--all"]) == 0
        assert capsys.readouterr().out.endswith("1 of 1 feeds can be read\n")
        assert server.asked["/off"] == 0


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


async def test_a_feed_is_read_anew_when_asked(config: Path, capsys: pytest.CaptureFixture[str]):
    async with serving() as server:
        server.pages["/good"] = Page(rss(RAIN), headers={"ETag": '"1"'})
        main(["feeds", "add", server.url("/good")])
        assert main(["feeds", "reread", server.url("/good")]) == 2
        assert "has never polled it" in capsys.readouterr().err
        for call, counted in (
            ("poll", '"changed": 1'),
            ("poll", '"feeds": 0'),
            ("reread", ""),
            ("poll", '"changed": 1'),
        ):
            words = ["feeds", "reread", server.url("/good")] if call == "reread" else ["poll", "--format", "json"]
            main(["feeds", "remove", "http://127.0.0.1:9/a"])
            assert await asyncio.to_thread(main, words) == 0
            assert counted in capsys.readouterr().out
