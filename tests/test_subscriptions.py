"""Who may choose for a chat, what becomes of its choices, and how all of it is told and forgotten."""

import sqlite3
from datetime import timedelta

import pytest

from bot.commands import Commands
from bot.intake import owe_digests
from bot.render.text import unmarked
from bot.types import (
    Channel,
    Platform,
    Refused,
    Sent,
    Settings,
    Wishes,
)
from tests.facts import report, transfer
from tests.person import CHAT, FORM, ID, RU_UA, Person, chosen, offered_settings, standing
from tests.sample_events import NOW
from tests.stores import bring, tell


@pytest.fixture
def store(store):
    tell(store, 95, NOW)
    return store


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
    assert (await person.says("start settings")).settings == Settings()
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
    assert chosen(store) == Settings()


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
    assert not store.channels.has(standing(store).channel.id)


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
