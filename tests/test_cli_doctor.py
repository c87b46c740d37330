import asyncio
import pyexpat
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.feed_server import Page, rss, serving
from tests.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.telegram_server import TOKEN, TelegramServer

RAIN = {"title": "Rain tomorrow", "link": "https://wire.example/2"}


def config_text(telegram: TelegramServer, slack: SlackServer, feed: str, token: str = TOKEN) -> str:
    return (
        f"[polling]\nallow_private_networks = true\n"
        f'[telegram]\ntoken = "{token}"\nbase_url = "{telegram.base_url}"\n'
        f'[slack]\nbot_token = "{BOT_TOKEN}"\napp_token = "{APP_TOKEN}"\nbase_url = "{slack.base_url}"\n'
        f'[[feeds]]\nurl = "{feed}"\n'
    )


async def examine(config: Path, *words: str) -> int:
    return await asyncio.to_thread(run_doctor, config, *words)


def run_doctor(config: Path, *words: str) -> int:
    config.chmod(0o600)
    return main(["doctor", "--config", str(config), *words])


async def test_all_is_well_when_tokens_and_feeds_are_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    async with serving() as server, TelegramServer() as telegram, SlackServer() as slack:
        server.pages["/good"] = Page(rss(RAIN))
        config.write_text(config_text(telegram, slack, server.url("/good")), encoding="utf-8")
        assert await examine(config) == 0
    out = capsys.readouterr().out
    assert out.endswith("All is well.\n")
    assert "telegram" in out
    assert "slack" in out
    assert f"{server.url('/good')}: 1 entries" in out
    assert not (tmp_path / "exchanges.db").exists()


async def test_each_fault_is_named_with_its_mend_and_no_secret(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    async with serving() as server, TelegramServer() as telegram, SlackServer() as slack:
        wrong = "123456:AAF-wrong_secret_of_the_bot"
        config.write_text(config_text(telegram, slack, server.url("/gone"), wrong), encoding="utf-8")
        (tmp_path / "exchanges.db").write_bytes(b"no database" * 100)
        assert await examine(config) == 1
    out, err = capsys.readouterr()
    to_mend = [line.split()[1] for line in out.splitlines() if line.startswith(" mend ")]
    assert to_mend == ["database", "telegram", "feed"]
    assert out.endswith("3 to mend\n")
    assert "404" in out
    assert all(secret not in out + err for secret in (wrong, BOT_TOKEN, APP_TOKEN))
    assert (tmp_path / "exchanges.db").read_bytes() == b"no database" * 100


@pytest.mark.parametrize(("version", "told"), [((2, 5, 0), True), ((2, 6, 0), False), ((3, 0, 1), False)])
async def test_an_old_xml_library_is_a_word_and_no_fault(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, int, int],
    told: bool,
):
    monkeypatch.setattr(pyexpat, "version_info", version)
    config = tmp_path / "config.toml"
    config.write_text('[console]\nenabled = true\n[[feeds]]\nurl = "https://wire.example/rss"\n', encoding="utf-8")
    assert await examine(config, "--offline") == 0
    assert ("is older than 2.6" in capsys.readouterr().out) is told


async def test_what_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    config.write_text("", encoding="utf-8")
    assert await examine(config, "--offline") == 1
    out = capsys.readouterr().out
    assert "nowhere to tell anybody" in out
    assert "exchanges feeds add URL" in out


async def test_a_wrong_config_is_told_as_the_service_would_tell_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    config.write_text("[polling]\nevrey = 1\n", encoding="utf-8")
    assert await examine(config) == 2
    assert "did you mean 'every'?" in capsys.readouterr().err


async def test_a_language_that_is_not_among_ours_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    config = tmp_path / "config.toml"
    chats = "".join(
        f'[[telegram.channels]]\nchat = {n}\nlanguage = "{tag}"\n' for n, tag in enumerate(("ar-EG", "pt-BR"))
    )
    config.write_text(f'[telegram]\ntoken = "{TOKEN}"\n{chats}', encoding="utf-8")
    await examine(config, "--offline")
    out = " ".join(capsys.readouterr().out.split())
    assert "ar-EG: every message is there" in out
    assert "mend language pt-BR is not among ar, de, en, es, fr, pl, ru, tr, uk; its chats read English" in out


async def test_what_a_language_lacks_is_counted_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    files = import_module("bot.render.words")  # the package has a function of that name
    of_its_own = files.messages

    def lacking(language: str) -> Mapping[str, object]:
        return {key: told for key, told in of_its_own(language).items() if language == "en" or key != "to-each"}

    monkeypatch.setattr(files, "messages", lacking)
    config = tmp_path / "config.toml"
    chat = '[[telegram.channels]]\nchat = 1\nlanguage = "uk"\n'
    config.write_text(f'[telegram]\ntoken = "{TOKEN}"\n{chat}', encoding="utf-8")
    await examine(config, "--offline")
    assert "uk lacks 1: to-each; they read English" in " ".join(capsys.readouterr().out.split())
