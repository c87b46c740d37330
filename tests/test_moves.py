"""A chat that gets another address keeps what it chose, muted and was told, whatever is known of the new one."""

from datetime import time
from pathlib import Path

import pytest

from bot.presence import Presence
from bot.store import Store
from bot.types import Channel, Feedback, Habits, People, Platform, Reason, Refused, Settings, Wishes
from tests.facts import NOW, report, ua
from tests.stores import bring, new_store, only

OLD, NEW = (Channel(platform=Platform.TELEGRAM, address=address) for address in ("-5", "-1005"))
CHOSEN = Settings(
    language="uk", wishes=Wishes(people=frozenset({People.BODIES})), habits=Habits(quiet=(time(22), time(7)))
)
OTHER = Settings(language="pl", wishes=Wishes(least_count=50), habits=Habits(quiet=(time(23), time(8)), silent=True))
EVENTS = ("2026-11-24-a", "2026-11-24-b")


@pytest.fixture
def store(store: Store) -> Store:
    store.settings.subscribe(OLD, CHOSEN, NOW, "7")
    store.mutes.mute(OLD.id, EVENTS[0])
    said = Feedback(id=0, at=NOW, channel=OLD.id, event_id=EVENTS[0], reason=Reason.NUMBER)
    store.feedback.add(said, "telegram:7", NOW, about="an exchange")
    return store


def moved(store: Store):
    """What is kept of the chat under its new address, after it moved there."""
    Presence(store, Platform.TELEGRAM, lambda: NOW, lambda: None).moved(OLD.address, NEW.address)
    assert store.channels.active() == (store.settings.standing(NEW.platform, [NEW.address], "en").channel,)
    assert not any(store.settings.forget(OLD.id).values())
    return store.settings.standing(NEW.platform, [NEW.address], "en")


def test_where_nothing_is_known_of_the_new_address_all_goes_along(store: Store) -> None:
    now = moved(store)
    assert (now.settings, now.is_told, now.since, now.subscribed_by) == (CHOSEN, True, NOW, "7")
    assert store.mutes.muted(NEW.id) == (EVENTS[0],)
    assert store.feedback.open()[0].channel == NEW.id


def test_where_somebody_only_chose_something_there_what_is_told_stays_as_it_is(store: Store) -> None:
    store.settings.keep(NEW, OTHER, NOW)
    store.mutes.mute(NEW.id, EVENTS[1])
    now = moved(store)
    assert (now.settings, now.is_told, now.subscribed_by) == (CHOSEN, True, "7")
    assert store.mutes.muted(NEW.id) == EVENTS[::-1]


def test_where_the_new_address_is_told_by_itself_its_own_choices_hold(store: Store) -> None:
    store.settings.subscribe(NEW, OTHER, NOW, "8")
    for event in EVENTS:
        store.mutes.mute(NEW.id, event)
    now = moved(store)
    assert (now.settings, now.is_told, now.subscribed_by) == (OTHER, True, "8")
    assert store.mutes.muted(NEW.id) == EVENTS[::-1]
    assert store.feedback.open()[0].channel == NEW.id


def test_where_the_old_address_is_not_known_the_new_one_stays_as_it_is(store: Store) -> None:
    store.settings.subscribe(NEW, OTHER, NOW, "8")
    store.settings.forget(OLD.id)
    assert moved(store).settings == OTHER


@pytest.mark.parametrize(
    ("configured", "told"), [((), []), ((OLD,), ["telegram:-5 has moved to -1005; name that in the config"])]
)
def test_the_owner_is_told_of_it_only_where_the_config_names_the_chat(tmp_path: Path, configured, told) -> None:
    store = new_store(tmp_path)
    store.channels.sync(configured, NOW)
    if not configured:
        store.channels.subscribe(OLD, NOW)
    bring(store, "first", report(ua(103)))
    store.deliveries.settle([only(store)], Refused(reason="migrated", moved_to=NEW.address), NOW)
    assert [notice.text for notice in store.notices.untold()] == told
    store.close()
