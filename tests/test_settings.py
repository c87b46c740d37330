"""What a chat chooses: every button, every word that can be typed, every form, and what the store keeps of it."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.choices import sound
from bot.commands.topics import TOPICS
from bot.render import languages, words
from bot.render.telegram import TEXT_UNITS, units
from bot.render.text import unmarked
from bot.types import (
    Habits,
    People,
    Platform,
    Rhythm,
    Settings,
    Wishes,
)
from tests.person import CHAT, FORM, ID, RU_UA, Person, chosen, offered_settings, standing
from tests.stores import new_store

PLAIN = Settings()


pytestmark = pytest.mark.usefixtures("one_exchange")


# ── the buttons ──────────────────────────────────────────────────────────────────────────────────────────────────────

DOORS = (
    "start",
    "latest",
    "help",
    "settings",
    "status",
    "mute",
    "unmute",
    "subscribe",
    "unsubscribe",
    "privacy",
    "stop",
)


def buttons_of(reply):
    """All that can be pressed, on its cards too."""
    return [*(each for row in reply.buttons for each in row), *(each for card in reply.cards for each in card.buttons)]


def check(reply, say):
    """What holds of every reply, wherever it is shown."""
    assert reply.text or reply.cards
    assert units(reply.text) <= TEXT_UNITS
    assert not reply.is_brief or len(reply.text) <= 180
    assert not reply.text.startswith((say.say("reply-unknown"), say.say("reply-trouble")))
    for each in buttons_of(reply):
        assert 0 < len(each.label) <= 40
        assert each.label == " ".join(each.label.split())
        asked = " ".join(each.words)
        assert len(asked.encode()) <= 48
        assert tuple(asked.split()) == each.words
    assert all(len(row) <= 8 for row in reply.buttons)
    pressed = [each.words for row in reply.buttons for each in row]
    assert len(set(pressed)) == len(pressed)


@pytest.mark.parametrize("language", languages())
async def test_every_button_leads_to_a_reply_that_makes_sense(store, language):
    store.mutes.mute(ID, store.events.latest(1)[0].id)
    person = Person(store, language)
    to_press, pressed = [(each,) for each in DOORS], set()
    while to_press:
        asked = to_press.pop(0)
        if asked in pressed:
            continue
        pressed.add(asked)
        await person.asks(("settings", "language", language))  # as others were pressed before
        reply = await person.asks(asked)
        say_now = words(chosen(store).language)
        check(reply, say_now)
        assert say_now.say("settings-bad", words=" ".join(asked[2:])) not in reply.text
        offered = buttons_of(reply)
        if asked[0] == "settings":
            assert reply.in_place
            assert reply.settings == chosen(store)
            assert len(asked) == 1 or ("settings",) in [each.words for each in offered]
        if asked[0] == "settings" and len(asked) > 2 and asked[1] not in ("conflict", "people"):
            now = [each.words for each in offered if each.label.startswith("✓")]
            assert asked in now
        main = await person.says("settings")  # where more is offered once there is a digest
        check(main, say_now)
        offered += buttons_of(main)
        to_press += [each.words for each in offered if each.words not in pressed]
    assert len(pressed) > 70
    assert {("settings", name) for name in TOPICS} <= pressed


@pytest.mark.parametrize("language", languages())
async def test_the_example_on_every_page_can_be_typed(store, language):
    person = Person(store, language)
    for name in TOPICS:
        example = unmarked((await person.says(f"settings {name}")).text.splitlines()[-1]).partition("/settings")[2]
        assert example, name
        await person.says(f"settings {example}")
        assert chosen(store) != Settings(language=language) or name == "language", example
        await person.says("stop yes")


@settings(max_examples=25, deadline=None)
@given(presses=st.lists(st.integers(0, 10_000), max_size=12), language=st.sampled_from(languages()))
async def test_whatever_is_pressed_the_page_says_what_is_kept(presses, language, tmp_path_factory):
    store = new_store(tmp_path_factory.mktemp("presses"))
    try:
        person = Person(store, language)
        reply = await person.says(f"settings language {language}")
        for number in presses:
            ways = offered_settings(reply)
            reply = await person.asks(ways[number % len(ways)])
            assert reply.settings == chosen(store) == sound(chosen(store))
            now, offered = reply.settings, reply.choices
            assert now.language in dict(offered.languages)
            assert now.habits.time_zone in dict(offered.time_zones)
            assert set(now.wishes.conflicts) <= {group for group, _ in offered.conflicts}
            for name, topic in TOPICS.items():
                say = words(chosen(store).language)
                page = await person.says(f"settings {name}")
                told = topic.told(say, reply.settings)
                line = say.say("settings-line", topic=say.say(f"topic-{name}"), chosen=told)
                assert page.text.splitlines()[0] == line
                marked = [each.label[2:] for row in page.buttons for each in row if each.label.startswith("✓")]
                assert marked, name
        assert store.channels.active() == ()
    finally:
        store.close()


async def test_a_button_that_is_pressed_twice_does_the_same(store):
    person = Person(store)
    for _ in range(2):
        await person.asks(("settings", "conflict", "+ru_ua"))
        await person.asks(("settings", "people", "+bodies"))
    assert chosen(store).wishes == Wishes(conflicts=(("Russia", "Ukraine"),), people=frozenset({People.BODIES}))
    for _ in range(2):
        await person.asks(("settings", "conflict", "-ru_ua"))
        await person.asks(("settings", "people", "-bodies"))
    assert chosen(store).wishes == Wishes()


# ── what can be typed ────────────────────────────────────────────────────────────────────────────────────────────────

TYPED = {
    "language uk": Settings(language="uk"),
    "language Deutsch": Settings(language="de"),
    "language de_at": Settings(language="de-AT"),
    "party Ukraine": Settings(wishes=Wishes(conflicts=(("Ukraine",),))),
    "party Україною": Settings(wishes=Wishes(conflicts=(("Ukraine",),))),
    "PARTY United States": Settings(wishes=Wishes(conflicts=(("United States",),))),
    "conflicts Росія, Україна": Settings(wishes=Wishes(conflicts=(RU_UA,))),
    "conflict ua_ru": Settings(wishes=Wishes(conflicts=(RU_UA,))),
    "people bodies": Settings(wishes=Wishes(people=frozenset({People.BODIES}))),
    "count 250": Settings(wishes=Wishes(least_count=250)),
    "outlets 4": Settings(wishes=Wishes(least_outlets=4)),
    "updates off": Settings(wishes=Wishes(updates=False)),
    "posts daily": Settings(wishes=Wishes(alerts=False), habits=Habits(digest=Rhythm.DAILY)),
    "posts Instant+Weekly": Settings(habits=Habits(digest=Rhythm.WEEKLY)),
    "at 7.30": Settings(habits=Habits(at=time(7, 30))),
    "quiet 22:00-07:00": Settings(habits=Habits(quiet=(time(22), time(7)))),
    "quiet 22–7": Settings(habits=Habits(quiet=(time(22), time(7)))),
    "quiet 21:30 - 6:00": Settings(habits=Habits(quiet=(time(21, 30), time(6)))),
    "quiet silent": Settings(habits=Habits(silent=True)),
    "zone europe/kyiv": Settings(habits=Habits(time_zone="Europe/Kyiv")),
    "zone Europe/Kiev": Settings(habits=Habits(time_zone="Europe/Kyiv")),
    "zone Київ": Settings(habits=Habits(time_zone="Europe/Kyiv")),
    "zone New York": Settings(habits=Habits(time_zone="America/New_York")),
    "zone القاهرة": Settings(habits=Habits(time_zone="Africa/Cairo")),
}


@pytest.mark.parametrize("typed", TYPED)
async def test_words_are_understood(store, typed):
    reply = await Person(store).says(f"settings {typed}")
    assert chosen(store) == reply.settings == TYPED[typed]


WRONG = (
    "language klingon",
    "party Atlantis",
    "party Russia, Atlantis",
    "conflict zz_ua",
    "people everybody",
    "count many",
    "count -1",
    "count 999999999999",
    "outlets 0",
    "outlets x",
    "updates maybe",
    "posts hourly",
    "at 25:00",
    "at noon",
    "quiet 22:00",
    "quiet 22:00-22:00",
    "quiet 24-7",
    "zone Atlantis",
    "zone ../../etc/passwd",
)


@pytest.mark.parametrize("typed", WRONG)
async def test_what_cannot_be_is_told_with_an_example_and_changes_nothing(store, typed):
    asked = typed.partition(" ")[2]
    reply = await Person(store).says(f"settings {typed}")
    lines = reply.text.splitlines()
    assert lines[0] == f"“{asked}” cannot be chosen here."
    assert lines[-1].startswith("It can be typed as well, for example: /settings ")
    assert not store.channels.has(standing(store).channel.id)
    assert offered_settings(reply)


async def test_an_unknown_topic_shows_all_topics(store):
    reply = await Person(store).says("settings colour <b>red</b>")
    assert reply.text.startswith("“colour <b>red</b>” cannot be chosen here.\n")
    assert ("settings", "quiet") in offered_settings(reply)


async def test_on_slack_nothing_without_a_sound_is_offered_or_taken(store):
    person = Person(store, platform=Platform.SLACK)
    page = await person.says("settings quiet 22:00-07:00")
    assert "Posts then wait." in page.text
    assert ("settings", "quiet", "wait") in offered_settings(page)
    assert ("settings", "quiet", "silent") not in offered_settings(page)
    assert (await person.says("settings quiet Silent")).text.startswith("“Silent” cannot be chosen here.")
    kept = standing(store, platform=Platform.SLACK).settings.habits
    assert kept == Habits(quiet=(time(22), time(7)))


async def test_no_chat_can_choose_more_than_fits_into_a_message(store):
    person = Person(store)
    for party in ("am", "az", "ru", "ua", "il", "ye", "ir", "iq", "us", "de", "pl", "fr"):
        await person.says(f"settings party {party}")
    reply = await person.says("settings party tr")
    assert reply.text.startswith("“tr” cannot be chosen here.")
    assert len(chosen(store).wishes.conflicts) == 12
    check(await person.says("settings conflict"), words("en"))
    check(await person.says("settings"), words("en"))


# ── a form that is filled in ─────────────────────────────────────────────────────────────────────────────────────────


async def test_a_form_is_kept_as_a_whole(store):
    reply = await Person(store, platform=Platform.SLACK).says("settings", settings=FORM)
    assert reply.settings == FORM
    assert store.settings.standing(Platform.SLACK, [CHAT], "en").settings == FORM
    assert reply.text.splitlines()[-1] == "Часовий пояс: Київ (Europe/Kyiv)"


async def test_a_form_that_no_page_could_show_is_made_sound(store):
    odd = Settings(
        language="xx",
        wishes=Wishes(
            conflicts=(("Ukraine", "Russia"), ("Russia", "Ukraine"), ()),
            people=frozenset(People),
            least_count=-5,
            least_outlets=0,
            alerts=False,
        ),
        habits=Habits(time_zone="Mars/Base", quiet=(time(7), time(7))),
    )
    reply = await Person(store).says("settings", settings=odd)
    assert reply.settings == chosen(store) == Settings(wishes=Wishes(conflicts=(RU_UA,)))


async def test_a_reply_brings_what_a_form_can_offer(store):
    person = Person(store, "uk")
    await person.says("settings party Iraq")
    offered = (await person.says("settings")).choices
    assert ("uk", "Українська") in offered.languages
    assert len(offered.languages) == 9
    assert offered.conflicts[0] == (RU_UA, "Росія – Україна")
    assert (("Iraq",), "Ірак") in offered.conflicts
    assert offered.time_zones[0] == ("Europe/Kyiv", "Київ")
    assert ("UTC", "UTC") in offered.time_zones


async def test_a_language_that_has_no_words_is_shown_as_the_one_that_is_spoken(store):
    reply = await Person(store, "pt-br").says("settings")
    assert "Language: English" in reply.text
    assert ("pt-br", "English") in reply.choices.languages
    assert (await Person(store, "de-AT").says("settings")).choices.languages[1] == ("de-AT", "Deutsch")


async def test_conflicts_of_the_same_sides_are_offered_once(store):
    person = Person(store)
    await person.says("settings conflict Israel, Palestinians")
    groups = [group for group, _ in (await person.says("settings")).choices.conflicts]
    assert ("Israel", "Palestinians") in groups
    assert ("Hamas", "Israel") not in groups
