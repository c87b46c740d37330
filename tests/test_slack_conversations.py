"""Conversations as people have them on Slack: the real libraries, the real answers, a real database."""

from datetime import date

import pytest

from bot.commands import Commands
from bot.render import words
from bot.types import People
from tests.facts import NOW, report, ru, ua
from tests.slack_desk import running
from tests.slack_hands import CHANNEL
from tests.slack_talk import Talk
from tests.stores import bring

READER, OTHER, ADMIN, OPERATOR = "U7", "U5", "U8", "U9"
BOTH = report(
    ua(205, claimed_by=("Ukraine",)), ru(205, claimed_by=("Russia's defence ministry",)), day=date(2026, 11, 24)
)


@pytest.fixture
def store(store):
    bring(store, "Herald", BOTH)
    bring(store, "Observer", BOTH)
    return store


@pytest.fixture
async def talk(workspace, store):
    commands = Commands(store, lambda: NOW)
    workspace.people = {ADMIN: {"is_admin": True}}
    async with running(workspace, commands.answer, channels=store.channels.active, operators=[OPERATOR]):
        yield Talk(workspace)


def in_language(workspace, locale):
    for person in (READER, OTHER, ADMIN, OPERATOR):
        workspace.people.setdefault(person, {})["locale"] = locale


async def test_in_english(talk, store):
    assert await talk.type("subscribe") == (
        "Alerts will be posted here. To stop them: /exchanges unsubscribe\n"
        "In a private channel, invite this bot first: /invite @Exchange Watch\n"
        "[Settings] [Latest exchanges]"
    )
    shown = await talk.type("latest 1")
    assert (
        shown
        == """\
Russia ⇄ Ukraine: 205 prisoners of war returned to each side
→ Ukraine  205 prisoners of war · says Ukraine
→ Russia  205 prisoners of war · says Russia's defence ministry

2 sources: Herald · Observer
24 November 2026
[Sources (2)] [Timeline] [Mute] [Wrong?]
[Share to channel]"""
    )
    assert (await talk.press("Share")).endswith("[Sources (2)] [Timeline] [Mute] [Wrong?]\nShared by @U7")
    await talk.type("latest 1")
    assert "2 sources:\n• Herald · 24 November 2026 · → Ukraine 205 prisoners of war" in await talk.press("Sources")
    assert "How what is known grew\n• 24 November, 12:00 · Herald" in await talk.press("Timeline")
    await talk.type("latest 1")
    assert (await talk.press("Mute", by=OTHER)).startswith("Only the person who subscribed this channel, or an admin")
    await talk.type("latest 1")
    assert await talk.press("Mute") == "Nothing more about this exchange will be posted here.\n[Undo]"
    await talk.type("latest 1")
    assert (await talk.press("Wrong?")).startswith("What is wrong here?")
    assert (await talk.type("stats Narnia")).endswith("is known here. /exchanges stats alone tells of all.")
    assert (await talk.type("latset")).startswith("That is not something I know. Did you mean /exchanges latest?")
    assert "#C0123456789 gets alerts\n[Settings]" in await talk.open_home(READER)
    assert "Exchange Watch 0." in await talk.open_home(OPERATOR)
    assert "Every feed is well." in await talk.press("Feeds", by=OPERATOR)  # in a window, which goes on from there
    assert "Exchange Watch 0." in await talk.press("Back", by=OPERATOR)
    draft = await talk.type("admin broadcast The bot will be away tonight", by=OPERATOR)
    assert "The bot will be away tonight" in draft
    assert "Share to channel" not in draft
    assert (await talk.press("Send", by=OPERATOR)).startswith("It is on its way. Chats: 1")
    assert (await talk.type("unsubscribe", by=OTHER)).startswith("Only the person who subscribed this channel")
    assert (await talk.type("unsubscribe", by=ADMIN)).startswith("No more alerts will be posted here.")
    assert store.channels.active() == ()


async def test_the_settings_of_a_channel_are_kept_as_filled_in(talk, store):
    await talk.type("subscribe")
    assert (await talk.type("settings")).startswith(f"What #{CHANNEL} gets\nLanguage:\nConflicts:")
    conflict = next(option for label, option in talk.options("conflicts").items() if "Ukraine" in label)
    said = await talk.fill(
        {
            "language": {"selected_option": talk.options("language")["Deutsch"]},
            "conflicts": {"selected_options": [conflict]},
            "people": {"selected_options": [talk.options("people")[words("en").say("people-choice-bodies")]]},
            "least_count": {"value": "10"},
            "alerts": {"selected_option": talk.options("alerts")["Each exchange once; its message is kept true"]},
            "quiet_from": {"selected_time": "22:00"},
            "quiet_to": {"selected_time": "07:00"},
        }
    )
    assert said.startswith("Gespeichert.\n\n")
    assert "22:00–07:00" in said
    [channel] = store.channels.active()
    wishes = store.channels.wishes(channel.id)
    assert (channel.language, wishes.people, wishes.least_count, wishes.updates) == (
        "de",
        frozenset({People.BODIES}),
        10,
        False,
    )
    assert wishes.conflicts == (("Russia", "Ukraine"),)
    assert (await talk.type("settings")).startswith(f"Was #{CHANNEL} bekommt\nSprache:")
    seen = await talk.type("settings", by=OTHER)
    assert seen.startswith("Austausche werden hier veröffentlicht.")  # what it is, and no form
    assert "22:00–07:00" in seen


async def test_in_ukrainian(talk, workspace):
    in_language(workspace, "uk-UA")
    assert (await talk.type("subscribe")).startswith("Сповіщення публікуватимуться тут. Щоб припинити: /exchanges")
    assert (await talk.type("latest 1")).endswith(
        "24 листопада 2026\u202fр.\n[Джерела (2)] [Хід подій] [Не сповіщати] [Помилка?]\n[Показати каналу]"
    )
    assert (await talk.press("Показати")).endswith("Показує @U7")
    assert (await talk.type("settings")).startswith("Що отримує #C0123456789\nМова:\nКонфлікти:\nХто:")
    assert (await talk.fill({"least_count": {"value": "10"}})).startswith("Збережено.\n\nОбміни публікуються тут.")
    assert (await talk.mention("stats Україна")).startswith("Обміни, відомі тут")
    assert "Сповіщення в цьому просторі\n#C0123456789 отримує сповіщення" in await talk.open_home(OTHER)


async def test_in_arabic(talk, workspace):
    in_language(workspace, "ar-EG")
    assert (await talk.type("subscribe")).startswith("ستُنشر التنبيهات هنا. لإيقافها: \u2068/exchanges")
    shown = await talk.type("latest 1")
    assert shown.startswith("\u200fروسيا ⇄ أوكرانيا: تمت إعادة \u2068٢٠٥\u2069 من أسرى الحرب")
    assert "\u200f\u2068٢٤ نوفمبر ٢٠٢٦\u2069\n[المصادر (\u2068٢\u2069)]" in shown
    assert (await talk.press("مشاركة")).endswith("شاركها @U7")
    assert (await talk.type("settings")).startswith("ما يصل إلى #C0123456789\nاللغة:\nالنزاعات:")
    assert (await talk.fill({})).startswith("تم الحفظ.")
