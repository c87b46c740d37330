"""Who may choose for a chat, what becomes of its choices, and how all of it is told."""

from datetime import timedelta

import pytest

from bot.commands import Commands
from bot.types import Channel, Platform, Settings, Wishes
from tests.person import CHAT, FORM, ID, RU_UA, Person, chosen, offered_settings, standing
from tests.sample_events import NOW

pytestmark = pytest.mark.usefixtures("one_exchange")


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
