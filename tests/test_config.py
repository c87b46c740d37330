"""The config: what people write, what they write wrong, and what the environment adds."""

import re
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.app import channels_of, habits_of
from bot.config import Config, duration_text, parse_duration
from bot.errors import ConfigError
from bot.types import Habits, Rhythm
from tests.configs import load_config, parse_config

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"


def faults(text: str, **environ: str) -> tuple[str, ...]:
    """What is said of a wrong config."""
    with pytest.raises(ConfigError) as caught:
        parse_config(text, path=Path("config.toml"), environ=environ)
    return caught.value.faults


def test_an_empty_config_is_all_defaults() -> None:
    config = parse_config("", path=Path("/etc/watch/config.toml"), environ={})
    assert config.polling.every == 300
    assert config.polling.look_back == 86400
    assert config.store.path == Path("/etc/watch/exchanges.db")
    assert config.feeds == ()
    assert config.telegram is None


def test_every_fault_is_named_at_once_with_its_line_and_mend() -> None:
    text = (
        '[polling]\nevry = "5m"\nconcurrency = "many"\n\n[[feeds]]\nurl = "https://a.example/"\n[[feeds]]\nname = "B"\n'
    )
    assert sorted(faults(text)) == [
        "config.toml:2: polling.evry: unknown key; did you mean 'every'?",
        "config.toml:3: polling.concurrency: expected a whole number",
        "config.toml:7: feeds[1].url: is missing; write it there",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("feeds = = 1", r"config\.toml:1: not valid TOML: .*line 1"),
        ("[poling]\n", r"config\.toml:1: poling: unknown key; did you mean 'polling'\?"),
        ('[polling]\nevery = "soon"\n', r'config\.toml:2: polling\.every: expected a duration such as "30s"'),
        ('[polling]\nevery = "0.5s"\n', r'polling\.every: expected at least "1s"'),
        ("[polling]\nevery = 300\n", r'polling\.every: expected a duration such as "30s"'),
        (
            '[[feeds]]\nurl = "ftp://a.example/"\n',
            r"config\.toml:2: feeds\[0\]\.url: expected an address that begins with",
        ),
        ("[telegram]\n", r"telegram\.token: is missing; write it there or set EXCHANGES_TELEGRAM_TOKEN"),
        ('[slack]\nbot_token = "x"\n', r"slack: needs app_token \(Socket Mode\) or signing_secret \(HTTP\)"),
        (
            '[[feeds]]\nurl = "https://a.example/"\n[[feeds]]\nurl = "https://a.example/"\n',
            r"config\.toml:4: feeds\[1\]\.url: the same feed is listed above",
        ),
    ],
)
def test_a_mistake_is_named(text: str, fault: str) -> None:
    assert any(re.match(f".*{fault}", line) for line in faults(text)), faults(text)


def test_a_channels_habits_are_read() -> None:
    text = '[telegram]\ntoken = "1:a"\n[[telegram.channels]]\nchat = 1\n'
    plain = parse_config(text, path=Path("c.toml"), environ={})
    text += 'digest = "weekly"\nat = "18:30"\ntime_zone = "Europe/Kyiv"\nquiet = "22:00-07:00"\n'
    config = parse_config(text, path=Path("c.toml"), environ={})
    assert config.telegram is not None
    assert plain.telegram is not None
    assert plain.telegram.channels[0].habits is None
    assert config.telegram.channels[0].habits == Habits(
        digest=Rhythm.WEEKLY, at=time(18, 30), time_zone="Europe/Kyiv", quiet=(time(22), time(7))
    )
    assert set(habits_of(config)) == {"telegram:1"}


@pytest.mark.parametrize(
    ("chat", "address"),
    [('"@ExchangeWatch"', "@exchangewatch"), ('"@news/45"', "@news/45"), ("-100123", "-100123"), ('"-1/45"', "-1/45")],
)
def test_a_chat_has_one_address_however_its_name_is_written(chat: str, address: str) -> None:
    """Telegram knows names in small letters and capitals alike."""
    config = parse_config(f"{CHATS}chat = {chat}\n", path=Path("c.toml"), environ={})
    assert [channel.address for channel in channels_of(config)] == [address]


@pytest.mark.parametrize("chat", ['"my_channel"', '"https://t.me/my_channel"', '"@"', '"@a b"', '"-100/"', '""'])
def test_what_is_no_chat_is_named(chat: str) -> None:
    (found,) = faults(f"{CHATS}chat = {chat}\n")
    assert found.startswith('config.toml:4: telegram.channels[0].chat: expected "@name", a numeric id, or either with')


def test_the_console_has_a_language_and_habits_like_a_chat() -> None:
    text = '[console]\nenabled = true\nlanguage = "uk"\ndigest = "daily"\n'
    config = parse_config(text, path=Path("c.toml"), environ={})
    (channel,) = channels_of(config)
    assert channel.language == "uk"
    assert habits_of(config) == {channel.id: Habits(digest=Rhythm.DAILY, at=time(8), time_zone="UTC")}


CHATS = '[telegram]\ntoken = "1:a"\n[[telegram.channels]]\n'
HABITS = {
    'at = "25:00"': "config.toml:5: telegram.channels[0].at: expected a time of day",
    'time_zone = "Kiev"': "config.toml:5: telegram.channels[0].time_zone: expected a time zone by its IANA name",
    'quiet = "night"': "config.toml:5: telegram.channels[0].quiet: expected two different times of day",
    'digest = "hourly"': "config.toml:5: telegram.channels[0].digest:",
    'digset = "daily"': "config.toml:5: telegram.channels[0].digset: unknown key; did you mean 'digest'?",
}


@pytest.mark.parametrize(("line", "fault"), HABITS.items())
def test_a_mistaken_habit_is_named(line: str, fault: str) -> None:
    (found,) = faults(f'[telegram]\ntoken = "1:a"\n[[telegram.channels]]\nchat = 1\n{line}\n')
    assert found.startswith(fault)


def test_secrets_come_from_the_environment_and_are_never_shown() -> None:
    config = parse_config("", path=Path("c.toml"), environ={"EXCHANGES_TELEGRAM_TOKEN": "123:hush"})
    assert config.telegram is not None
    assert config.telegram.token.get_secret_value() == "123:hush"
    assert "hush" not in repr(config)
    wrong = faults("[telegram]\nchannels = 5\n", EXCHANGES_TELEGRAM_TOKEN="123:hush")
    assert "hush" not in "".join(wrong)


def test_a_missing_file_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such file; copy config\.example\.toml"):
        load_config(tmp_path / "config.toml", {})


@pytest.mark.parametrize(("text", "seconds"), [("30s", 30), ("5m", 300), ("1h", 3600), ("2d", 172800), ("1.5m", 90)])
def test_durations(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@given(st.integers(1, 10**7).map(float) | st.floats(1, 10**6).map(lambda each: round(each, 3)))
def test_a_duration_in_words_means_the_same(seconds: float) -> None:
    assert parse_duration(duration_text(seconds)) == pytest.approx(seconds)


def test_the_example_loads_and_names_every_key() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert len(load_config(EXAMPLE, {}).feeds) >= 10
    switched_on = re.sub(r"^# (?=\[|(?!include)\w+ = )", "", text, flags=re.MULTILINE)
    config = parse_config(switched_on, path=EXAMPLE, environ={})
    assert config.telegram is not None
    assert config.slack is not None
    assert "\n# include = [" in text  # of files that are not there
    for key in keys(Config) - {"include"}:
        assert re.search(rf"^{key} = ", switched_on, flags=re.MULTILINE), key


def keys(model: type[BaseModel]) -> set[str]:
    """Every key of the config that holds a value."""
    out: set[str] = set()
    for name, field in model.model_fields.items():
        inner = [kind for kind in _models(field.annotation) if kind is not model]
        out |= set().union(*(keys(kind) for kind in inner)) if inner else {name}
    return out


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [kind for each in getattr(annotation, "__args__", ()) for kind in _models(each)]
