"""People and the bot, as it is wired: the real libraries, the real answers, a real database."""

import pytest

from bot.chat.slack import Slack
from bot.chat.telegram import Telegram
from bot.commands import Commands
from bot.types import Channel, Platform
from tests import platforms, slack_server, telegram_server
from tests.sample_events import NOW
from tests.telegram_people import READER, someone

pytestmark = pytest.mark.usefixtures("one_exchange")


@pytest.fixture
def commands(store):
    return Commands(store, lambda: NOW)


async def test_on_telegram(commands, store):
    group = {"chat": -100555, "kind": "supergroup"}
    said = []
    async with telegram_server.TelegramServer() as server:
        bot = Telegram(telegram_server.TOKEN, commands.answer, base_url=server.base_url)
        await bot.start()
        for count, words in enumerate(["/subscribe", "/latest 1", "/latset", "/unsubscribe"], start=1):
            server.members[-100555, 7] = "administrator"
            speaker = {"from": someone(8)} if words == "/unsubscribe" else {}
            await server.say(words if words != "/latset" else "/latset@exchange_watch_bot", **group, **speaker)
            said.append(platforms.telegram_text((await server.replies(count))[-1]["text"]))
        await bot.stop()
    assert said[0] == "Alerts will be posted here. To stop them: /unsubscribe"
    assert (
        said[1]
        == """\
Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine

→ Ukraine  95 prisoners of war

1 source: Herald"""
    )
    assert said[2].startswith("That is not something I know. Did you mean /latest?")
    assert said[3] == "Only an administrator of this chat can change what is posted here."
    assert store.channels.active() == (Channel(platform=Platform.TELEGRAM, address="-100555", subscribed=True),)


async def test_on_slack(commands, store):
    said = []
    tokens = {"app_token": slack_server.APP_TOKEN}
    async with slack_server.SlackServer() as server:
        bot = Slack(slack_server.BOT_TOKEN, commands.answer, base_url=server.base_url, **tokens)
        await bot.start()
        for count, words in enumerate(["subscribe", "latest", "", "unsubscribe"], start=1):
            server.people["U8"] = {"is_admin": True}
            await server.type(words, by="U8" if words == "unsubscribe" else "U7")
            said.append(platforms.visible((await server.replies(count))[-1]["blocks"]))
        await bot.stop()
    assert said[0].startswith("Alerts will be posted here. To stop them: /exchanges unsubscribe")
    assert (
        said[1]
        == """\
Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine
→ Ukraine  95 prisoners of war

1 source: Herald
[Sources (1)] [Timeline] [Mute] [Wrong?]
[Share to channel]"""
    )
    assert said[2].startswith("You can ask:\n/exchanges latest [n] – ")
    assert said[3].startswith(
        "No more alerts will be posted here. To get them again: /exchanges subscribe\n[Post here]"
    )
    assert store.channels.active() == ()


async def test_a_command_that_comes_again_after_a_crash_subscribes_once(commands, store):
    """Row 58: the process died after it had answered and before it told Telegram so; the same update comes again."""
    said = []
    async with telegram_server.TelegramServer() as server:
        subscribe = {"message": server._message(7, "private", "/subscribe") | {"from": READER}, "update_id": 5_000}
        for count in (1, 2, 3):
            bot = Telegram(telegram_server.TOKEN, commands.answer, base_url=server.base_url)
            await bot.start()
            await server.push(subscribe)
            said.append((await server.replies(count))[-1]["text"].splitlines()[0])
            await bot.stop()
    assert said[0] == "Alerts will be posted here. To stop them: /unsubscribe"
    assert said[1:] == ["Alerts are posted here already. To stop them: /unsubscribe"] * 2
    assert [channel.address for channel in store.channels.active()] == ["7"]
