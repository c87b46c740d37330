"""What a chat chooses: every button, every word that can be typed, and what becomes of it in the store."""

import sqlite3
from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Commands
from bot.commands.choices import sound
from bot.commands.topics import TOPICS
from bot.intake import owe_digests
from bot.render import languages, words
from bot.render.telegram import TEXT_UNITS, units
from bot.render.text import unmarked
from bot.store import Store
from bot.types import (
    Ask,
    Channel,
    Habits,
    People,
    Platform,
    Refused,
    Rhythm,
    Sent,
    Settings,
    Wishes,
)
from tests.facts import report, transfer
from tests.test_commands import NOW, tell
from tests.test_store import bring

CHAT = "555"
ID = f"telegram:{CHAT}"
PLAIN = Settings()


@pytest.fixture
def store(tmp_path):
    store = opened(tmp_path)
    tell(store, 95, NOW)
    yield store
    store.close()


def opened(folder):
    """A store that does not wait for the disk: no power is cut here."""
    store = Store.open(folder / "exchanges.db")
    store._db.execute("PRAGMA synchronous = OFF")
    return store


class Person:
    """Somebody in a chat with the bot: types words, presses what is offered, and reads."""

    def __init__(self, store, language="en", **more):
        self.commands = Commands(store, lambda: NOW)
        self.ask = Ask(
            **{"platform": Platform.TELEGRAM, "address": CHAT, "language": language, "person": CHAT, "may_change": True}
            | more
        )
        self.seen = None

    async def says(self, typed, **more):
        return await self.asks(tuple(typed.split()), **more)

    async def presses(self, label):
        found = [each for row in self.seen.buttons for each in row if unmarked(each.label) == label]
        assert found, f"{label} is not among {[each.label for row in self.seen.buttons for each in row]}"
        return await self.asks(found[0].words)

    async def asks(self, asked, **more):
        reply = await self.commands.answer(replace(self.ask, words=asked, **more))
        self.seen = reply if reply.buttons else self.seen
        return reply


def standing(store, address=CHAT, platform=Platform.TELEGRAM):
    return store.settings.standing(platform, [address], "en")


def chosen(store):
    return standing(store).settings


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


def offered_settings(reply):
    return [each.words for row in reply.buttons for each in row if each.words[0] == "settings"]


@settings(max_examples=25, deadline=None)
@given(presses=st.lists(st.integers(0, 10_000), max_size=12), language=st.sampled_from(languages()))
async def test_whatever_is_pressed_the_page_says_what_is_kept(presses, language, tmp_path_factory):
    store = opened(tmp_path_factory.mktemp("presses"))
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

RU_UA = ("Russia", "Ukraine")
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
    assert not standing(store).is_known
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

FORM = Settings(
    language="uk",
    wishes=Wishes(conflicts=(RU_UA,), people=frozenset({People.CHILDREN}), least_count=10, updates=False),
    habits=Habits(digest=Rhythm.DAILY, at=time(9), time_zone="Europe/Kyiv", quiet=(time(22), time(7)), silent=True),
)


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


# ── who may ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_may_not_change_sees_what_is_chosen_and_why_not(store):
    await Person(store).says("settings count 10")
    other = Person(store, may_change=False)
    reply = await other.says("settings")
    assert "Only an administrator of this chat can change what is posted here." in reply.text
    assert "Least number: 10 people or more" in reply.text
    assert offered_settings(reply) == []
    assert reply.choices is None
    for typed in ("settings count 50", "settings conflict +ru_ua", "stop yes", "mute e1", "start sub_ua"):
        refused = await other.says(typed)
        assert refused.text == "Only an administrator of this chat can change what is posted here."
        assert refused.is_brief
    assert (await other.says("settings", settings=FORM)).is_brief
    assert chosen(store) == Settings(wishes=Wishes(least_count=10))


async def test_on_slack_who_subscribed_may_change_and_others_may_not(store):
    channel = {"platform": Platform.SLACK, "address": "C1"}
    await Person(store, person="U1", **channel).says("subscribe")
    assert standing(store, "C1", Platform.SLACK).subscribed_by == "U1"
    mine, other = (Person(store, person=each, may_change=False, **channel) for each in ("U1", "U2"))
    nobody = Person(store, person="", may_change=False, **channel)
    told = (
        "Only the person who subscribed this channel, or an administrator of the workspace, "
        "can change what is posted here."
    )
    for person in (other, nobody):
        assert (await person.says("settings count 10")).text == told
        assert (await person.says("unsubscribe")).text == told
    await mine.says("settings count 10")
    assert standing(store, "C1", Platform.SLACK).settings.wishes.least_count == 10
    # any member may subscribe, which makes nobody else's channel theirs
    await Person(store, person="U2", **channel).says("subscribe")
    assert standing(store, "C1", Platform.SLACK).subscribed_by == "U1"
    await mine.says("unsubscribe")
    assert (await mine.says("settings count 50")).text == told


async def test_on_telegram_who_subscribed_must_still_be_an_administrator(store):
    await Person(store, person="7").says("subscribe")
    assert (await Person(store, person="7", may_change=False).says("settings count 10")).is_brief


@pytest.mark.parametrize(("named", "alias"), [(CHAT, None), ("@news", "@news")])
async def test_what_the_config_says_of_a_chat_only_the_operator_changes(store, named, alias):
    configured = Channel(platform=Platform.TELEGRAM, address=named, language="en")
    wishes = Wishes(least_count=100)
    store.channels.sync([configured], NOW, {configured.id: wishes})
    person = Person(store, alias=alias)
    for typed in ("settings", "settings count 10", "settings language uk", "stop yes", "unsubscribe", "start sub_ua"):
        reply = await person.says(typed)
        assert reply.text.startswith("Alerts are posted here because this bot's operator chose so")
        assert offered_settings(reply) in ([], [("settings",)])
    reply = await person.says("settings", settings=FORM)
    assert "Least number: 100 people or more" in reply.text
    assert reply.settings == Settings(wishes=wishes)
    assert store.settings.standing(Platform.TELEGRAM, [named], "en").settings == Settings(wishes=wishes)


# ── before, while and after it is subscribed ─────────────────────────────────────────────────────────────────────────


async def test_what_is_chosen_before_is_kept_and_subscribes_nobody(store):
    person = Person(store)
    await person.says("settings posts instant+daily")
    await person.says("settings language uk")
    await person.says("settings party Ukraine")
    assert store.channels.active() == ()
    assert store.habits.due(NOW + timedelta(days=30)) == ()
    later = NOW + timedelta(days=30)
    person.commands = Commands(store, lambda: later)
    reply = await person.says("subscribe")
    assert "Конфлікти: Україна" in reply.text
    now = standing(store)
    assert (now.channel.language, now.since, now.is_told) == ("uk", later, True)
    assert now.settings.wishes.conflicts == (("Ukraine",),)
    assert now.next_digest > later  # and not one for the month in which nobody asked
    assert store.habits.due(later) == ()


async def test_choices_outlive_an_unsubscription(store):
    person = Person(store)
    for typed in ("subscribe", "settings count 10", "unsubscribe"):
        await person.says(typed)
    assert not standing(store).is_told
    assert "Least number: 10 people or more" in (await person.says("subscribe")).text


async def test_links_ask_in_words(store):
    person = Person(store)
    event = store.events.latest(1)[0]
    assert (await person.says(f"start event_{event.id}")).cards[0].event_id == event.id
    assert len((await person.says("start latest")).cards) == 1
    assert (await person.says("start settings")).settings == PLAIN
    assert (await person.says("start what_is_this")).text == (await person.says("start")).text
    assert (await person.says("start sub_zz")).text == "“zz” cannot be chosen here."
    assert not standing(store).is_told
    await person.says("start SUB_RU_UA")
    assert standing(store).is_told
    assert chosen(store).wishes.conflicts == (RU_UA,)
    # one more is offered, and chosen only when it is pressed
    reply = await person.says("start sub_haftar-forces")
    assert reply.text.startswith("Alerts are posted here already.")
    assert chosen(store).wishes.conflicts == (RU_UA,)
    await person.presses("+ Haftar forces")
    assert chosen(store).wishes.conflicts == (RU_UA, ("Haftar forces",))
    await person.says("stop yes")
    await person.says("start sub")
    assert standing(store).is_told
    assert chosen(store) == PLAIN


async def test_a_chat_is_answered_in_its_language_and_a_person_in_theirs(store):
    await Person(store).says("settings language de")
    assert (await Person(store, "uk").says("status")).text.startswith("Hier wird noch nichts veröffentlicht.")
    channel = Person(store, "uk", address="-100777", title="Новини", person="9")
    assert (await channel.says("settings language en")).text.splitlines()[0] == "Новини"
    assert (await channel.says("settings")).text.splitlines()[4] == "Мова: English"
    await Person(store, "uk", address="9", person="9").says("settings language pl")
    assert (await channel.says("settings")).text.splitlines()[4] == "Język: English"


async def test_of_another_chat_no_word_is_to_be_typed(store):
    person = Person(store, address="-100777", title="The <b>News</b>", person="9")
    start = await person.says("start")
    assert start.text.endswith("What shall be posted in “The <b>News</b>”?")
    for typed in ("settings", "settings quiet", "subscribe", "privacy", "status", "unsubscribe", "stop"):
        reply = await person.says(typed)
        assert "/" not in reply.text.replace("</b>", ""), typed
    assert (await person.says("subscribe")).text.startswith("The <b>News</b>\n\nAlerts will be posted here.")


# ── status, mutes ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_status_tells_what_comes_and_what_does_not(store):
    person = Person(store)
    await person.says("subscribe")
    for typed in ("posts instant+daily", "zone Kyiv", "quiet 22-7"):
        await person.says(f"settings {typed}")
    event = store.events.latest(1)[0]
    await person.says(f"mute {event.id}")
    with store.writing():
        store.channels.pause(ID, "not enough rights to send text messages to the chat")
    reply = await person.says("status")
    assert (
        reply.text
        == """\
Exchanges are posted here since 20 June 2025.
Paused, because the bot may not post here at present: not enough rights to send text messages to the chat

Language: English
Conflicts: all exchanges
Who: everyone
Least number: any number
Least sources: 1 outlet is enough
Updates: new exchanges and changes
When to post: at once, and daily digest
Digest time: 08:00
Quiet hours: 22:00–07:00 · posts wait until the end
Time zone: Kyiv (Europe/Kyiv)
Next digest: 21 June 2025, 08:00
Muted exchanges: 1"""
    )
    assert (await person.presses("Muted exchanges")).text == (
        "Muted here:\n1. Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine"
    )


async def test_an_exchange_is_muted_and_heard_of_again(store):
    person = Person(store)
    event = store.events.latest(1)[0]
    reply = await person.says(f"mute {event.id}")
    assert (reply.text, reply.is_brief) == ("Nothing more about this exchange will be posted here.", True)
    assert store.mutes.muted(ID) == (event.id,)
    reply = await person.presses("Undo")
    assert (reply.text, reply.is_brief) == ("Changes of this exchange will be posted here again.", True)
    assert store.mutes.muted(ID) == ()
    assert (await person.says(f"unmute {event.id}")).text == "This exchange is not muted here."
    assert (await person.says("mute")).text.startswith("No exchange is muted here.")
    assert (await person.says("mute e404")).text.startswith("No such exchange is known here.")


# ── all of it forgotten ──────────────────────────────────────────────────────────────────────────────────────────────


def rows_with(path, text):
    """Every row of the database that has a text in it, as SQL."""
    with sqlite3.connect(path) as db:
        return [line for line in db.iterdump() if text in line]


def claimed(store):
    """What the chat is owed, about to be posted."""
    owed = store.deliveries.backlog(ID, 9)
    assert owed
    store.deliveries.claim(owed, "attempt", NOW)
    return owed


async def test_stop_deletes_every_trace_of_the_chat_once_it_is_confirmed(store, tmp_path):
    path = tmp_path / "exchanges.db"
    person, other = Person(store), Person(store, address="556")
    event = store.events.latest(1)[0]
    for typed in ("subscribe", "settings posts instant+daily", f"mute {event.id}"):
        await person.says(typed)
        await other.says(typed.replace("mute", "unmute"))
    store.mutes.unmute(ID, event.id)
    bring(store, "a1", report(transfer("North", "South", 7)), NOW)
    store.deliveries.settle(claimed(store), Sent(message_id="m1"), NOW)
    assert owe_digests(store, NOW + timedelta(days=1)) == 2
    for _ in range(2):  # as it was, and then as bare text
        store.deliveries.settle(claimed(store), Refused(reason="too long"), NOW)
    store.mutes.mute(ID, event.id)
    before = rows_with(path, "telegram:556")
    assert len(rows_with(path, ID)) >= 6  # a channel, habits, two deliveries, a mute, a notice

    asked = await person.says("stop")
    assert asked.text == "Delete all that is kept of this chat? Nothing will be posted here any more."
    assert asked.in_place
    assert len(rows_with(path, ID)) >= 6
    reply = await person.presses("Delete everything")
    assert (
        reply.text
        == """\
Deleted: the id of this chat and all that was chosen here. Nothing will be posted here any more.
Deleted records of posted messages: 2
Deleted muted exchanges: 1
Messages that were posted here stay until somebody deletes them here."""
    )
    assert rows_with(path, ID) == []
    assert rows_with(path, "telegram:556") == before
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM alerts WHERE kind = 'digest'").fetchone() == (1,)  # the other chat's
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert (await person.says("stop yes")).text == "Nothing is kept of this chat."


async def test_a_post_that_is_under_way_while_its_chat_is_forgotten_settles(store):
    person = Person(store)
    await person.says("subscribe")
    bring(store, "a1", report(transfer("North", "South", 7)), NOW)
    owed = claimed(store)
    await person.says("stop yes")
    store.deliveries.settle(owed, Sent(message_id="m1"), NOW)
    assert store.channels.active() == ()
    assert not standing(store).is_known


async def test_privacy_says_what_is_kept_for_how_long_who_sees_it_and_how_to_delete_it(store):
    text = (await Person(store).says("privacy")).text
    assert [part.partition(":")[0] for part in text.split("\n\n")] == [
        "Kept of this chat",
        "For how long",
        "Who can see it",
        "How to delete it",
    ]
    assert text.endswith("/stop")


# ── as people would have it, word by word ────────────────────────────────────────────────────────────────────────────


async def test_transcript_in_english(store):
    person = Person(store)
    await person.says("start")
    assert (await person.presses("Choose what to post")).text.startswith("Nothing is posted here yet.")
    await person.presses("Conflicts")
    reply = await person.presses("Russia – Ukraine")
    assert (
        reply.text
        == """\
Conflicts: Russia – Ukraine
Which exchanges? You can choose several; pressing again takes one off.
It can be typed as well, for example: /settings party Ukraine"""
    )
    await person.presses("Back")
    await person.presses("Quiet hours")
    await person.presses("22:00–07:00")
    await person.presses("posts come without a sound")
    await person.presses("Back")
    reply = await person.presses("Post here")
    assert (
        reply.text
        == """\
Alerts will be posted here. To stop them: /unsubscribe
Conflicts: Russia – Ukraine
Quiet hours: 22:00–07:00 · posts come without a sound"""
    )
    reply = await person.presses("Settings")
    assert (
        reply.text
        == """\
Exchanges are posted here.

Language: English
Conflicts: Russia – Ukraine
Who: everyone
Least number: any number
Least sources: 1 outlet is enough
Updates: new exchanges and changes
When to post: at once
Quiet hours: 22:00–07:00 · posts come without a sound
Time zone: UTC"""
    )


async def test_transcript_in_ukrainian(store):
    person = Person(store, "uk")
    reply = await person.says("start")
    assert reply.text.endswith("\n\nЩо публікувати тут?")
    reply = await person.presses("Публікувати тут усе")
    assert reply.text == "Сповіщення публікуватимуться тут. Щоб припинити: /unsubscribe"
    await person.presses("Налаштування")
    await person.presses("Коли публікувати")
    await person.presses("одразу і щоденний дайджест")
    await person.presses("Назад")
    await person.presses("Часовий пояс")
    await person.presses("Київ")
    await person.presses("Назад")
    reply = await person.presses("Огляд")
    assert (
        reply.text
        == """\
Обміни публікуються тут з 20 червня 2025\u202fр.

Мова: Українська
Конфлікти: усі обміни
Хто: усі люди
Найменша кількість: будь-яка кількість
Найменше джерел: досить 1 видання
Оновлення: нові обміни та зміни
Коли публікувати: одразу і щоденний дайджест
Час дайджесту: 08:00
Тихі години: немає
Часовий пояс: Київ (Europe/Kyiv)
Наступний дайджест: 21 червня 2025\u202fр., 08:00"""
    )
    reply = await person.says("settings quiet опівночі")
    assert reply.text.startswith("«опівночі» тут вибрати не можна.\n\nТихі години: немає\n")
    assert reply.text.endswith("Можна також написати, наприклад: /settings quiet 21:30-06:00")
    await person.says("stop")
    assert (await person.presses("Видалити все")).text == (
        "Видалено: номер цього чату і все, що тут вибрали. Тут більше нічого не публікуватиметься.\n"
        "Уже опубліковані повідомлення залишаються, доки хтось не видалить їх тут."
    )


async def test_transcript_in_arabic(store):
    person = Person(store, "ar")
    await person.says("start")
    await person.presses("اختيار ما يُنشر")
    await person.presses("مَن")
    await person.presses("أطفال")
    reply = await person.presses("مدنيون")
    assert unmarked(reply.text).splitlines()[0] == "مَن: مدنيون · أطفال"
    await person.presses("رجوع")
    await person.presses("أقل عدد")
    await person.presses("10 أشخاص فأكثر")
    await person.presses("رجوع")
    reply = await person.presses("النشر هنا")
    assert (
        unmarked(reply.text)
        == """\
ستُنشر التنبيهات هنا. لإيقافها: /unsubscribe
مَن: مدنيون · أطفال
أقل عدد: 10 أشخاص فأكثر"""
    )
    await person.presses("الإعدادات")
    await person.presses("اللغة")
    reply = await person.presses("Français")
    assert reply.text.splitlines()[0] == "Langue : Français"
