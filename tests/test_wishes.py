"""What channels wish for: from the config into the store, and what of it they are told."""

from datetime import time
from pathlib import Path

import pytest

from bot.app import habits_of, wishes_of
from bot.config_files import load
from bot.errors import ConfigError
from bot.store import Store
from bot.types import Channel, Habits, People, Platform, Wishes
from tests.facts import NOW

HERE = Channel(platform=Platform.TELEGRAM, address="1")
CHAT = '[telegram]\ntoken = "1:a"\n[[telegram.channels]]\nchat = 1\n'
WISHES = Wishes(
    conflicts=(("Russia", "Ukraine"), ("Israel",)),
    people=frozenset({People.PRISONERS, People.BODIES}),
    least_count=10,
    least_outlets=2,
    updates=False,
)
LINES = """
conflicts = ["Russia + ukraine", "Israel"]
people = ["prisoners", "bodies"]
least_count = 10
least_outlets = 2
updates = false
quiet = "22:00-07:00"
quiet_mode = "silent"
"""


def parse(tmp_path: Path, lines: str):
    path = tmp_path / "config.toml"
    path.write_text(CHAT + lines, encoding="utf-8")
    return load(path, {}).config


# ── The config ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_config_says_what_its_channels_wish(tmp_path: Path) -> None:
    config = parse(tmp_path, LINES)
    assert wishes_of(config) == {HERE.id: WISHES}
    assert habits_of(config) == {HERE.id: Habits(quiet=(time(22), time(7)), silent=True)}
    assert wishes_of(parse(tmp_path, "")) == {HERE.id: Wishes()}


def test_on_slack_no_channel_can_be_posted_to_without_a_sound(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    slack = '[slack]\nbot_token = "x"\napp_token = "y"\n[[slack.channels]]\nchannel = "C01"\nquiet = "22:00-07:00"\n'
    path.write_text(f'{slack}quiet_mode = "silent"\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path, {})
    assert "slack.channels[0].quiet_mode: Input should be 'wait'" in str(caught.value)


FAULTS = {
    'conflicts = ["Russia + Ukrain"]': "conflicts[0]: nobody is known as 'Ukrain'; did you mean 'Ukraine'?",
    'conflicts = ["Israel", "Xyzzy"]': "conflicts[1]: nobody is known as 'Xyzzy'; expected some such as",
    'conflicts = ["ICRC"]': "conflicts[0]: nobody is known as 'ICRC'",  # it only helps
    "conflicts = [7]": "conflicts[0]: nobody is known as '7'",
    'people = ["soldiers"]': "people[0]:",
    "least_count = -1": "least_count:",
    "least_outlets = 0": "least_outlets:",
    'quiet_mode = "loud"': "quiet_mode:",
}


@pytest.mark.parametrize(("line", "fault"), FAULTS.items())
def test_a_mistaken_wish_is_named_with_its_mend(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse(tmp_path, line)
    (found,) = error.value.faults
    assert f"config.toml:5: telegram.channels[0].{fault}" in found


# ── The store ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_wishes_are_kept_and_those_of_the_config_hold_for_its_channels(store: Store) -> None:
    store.channels.sync([HERE], NOW, {HERE.id: WISHES})
    there = Channel(platform=Platform.SLACK, address="C1", subscribed=True)
    store.channels.subscribe(there, NOW)
    with store.writing():
        store.channels.keep_wishes(there.id, Wishes(least_count=5))
    assert store.channels.wishes(HERE.id) == WISHES
    store.channels.sync([HERE], NOW)
    assert store.channels.wishes(HERE.id) == Wishes()
    assert store.channels.wishes(there.id) == Wishes(least_count=5)
    assert store.channels.wishes("telegram:nobody") == Wishes()


def test_habits_can_be_silent(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    assert store.habits.of(HERE.id) == Habits()
    habits = Habits(quiet=(time(22), time(7)), silent=True)
    store.habits.sync({HERE.id: habits}, NOW)
    assert store.habits.of(HERE.id) == habits


def test_a_chat_mutes_events_and_lets_them_speak_again(store: Store) -> None:
    store.mutes.mute(HERE.id, "2026-11-24-a")
    store.mutes.mute(HERE.id, "2026-11-24-a")
    store.mutes.mute(HERE.id, "2026-11-25-b")
    assert store.mutes.muted(HERE.id) == ("2026-11-25-b", "2026-11-24-a")
    assert store.mutes.muted("slack:C1") == ()
    assert store.mutes.unmute(HERE.id, "2026-11-25-b")
    assert not store.mutes.unmute(HERE.id, "2026-11-25-b")
    assert store.mutes.muted(HERE.id) == ("2026-11-24-a",)
