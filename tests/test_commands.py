"""What people ask in words, and what they are answered."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.commands import Commands
from bot.types import Channel, Platform
from tests import asks
from tests.asks import CHAT
from tests.chat import Chat, channel, outbox, running
from tests.sample_events import NOW
from tests.stores import tell
from tests.virtual_time import virtually

ask = partial(asks.ask, may_change=True)


@pytest.fixture
def commands(store):
    return Commands(store, lambda: NOW)


async def test_start_says_what_the_bot_is_and_asks_what_to_post(commands):
    reply = await ask(commands, "start")
    assert (
        reply.text
        == """\
Exchange Watch tells of exchanges of prisoners and returns of the fallen: who, how many, in which direction, \
who says so, with links to the sources. One message for each exchange, corrected in place as more is known.

What shall be posted here?"""
    )
    assert [[(each.label, each.words) for each in row] for row in reply.buttons] == [
        [("Post everything here", ("subscribe",))],
        [("Choose what to post", ("settings",))],
        [("Not now, I only ask", ("help",))],
    ]


async def test_start_says_that_it_posts_there_already_and_where(commands):
    await ask(commands, "subscribe")
    assert (await ask(commands, "start")).text.endswith("as more is known.\n\nExchanges are posted here.")
    away = await ask(commands, "start", title="News & more")
    assert away.text.endswith("as more is known.\n\nNews & more: Exchanges are posted here.")


async def test_help_lists_what_can_be_asked(commands):
    assert (
        (await ask(commands, "help")).text
        == """\
You can ask:
/latest [n] – the latest exchanges, 3 unless you say how many (5 at most)
/search words – exchanges by party, place, day or source
/stats [party] – how many came home, of one party or of all
/event ID – one exchange by its id
/chart [party | ID] [dark] – a chart of one party, one exchange or all
/sources [ID] – who tells of one exchange and what each says; without an ID, the feeds that are read
/timeline ID – how what is known of one exchange grew
/wrong ID [words] – tell this bot's operator what is wrong with one exchange
/subscribe – post alerts here
/unsubscribe – stop posting alerts here
/settings – choose what is posted here, when and in which language
/status – what this chat gets
/mute [ID] – nothing more about one exchange; without an id, what is muted
/privacy – what is kept of this chat
/stop – delete all that is kept of this chat
/help – this list"""
    )


async def test_help_names_the_commands_as_they_are_typed_there(commands):
    reply = await ask(commands, "HELP", platform=Platform.SLACK)
    assert "/exchanges latest [n] – " in reply.text
    assert "/exchanges subscribe – " in reply.text


async def test_no_word_at_all_is_help(commands):
    assert await ask(commands) == await ask(commands, "help")


async def test_latest_shows_the_last_exchanges_first(commands, store):
    for day in range(7):
        tell(store, 100 + day, NOW - timedelta(days=20 * (7 - day)))
    heads = [card.headline for card in (await ask(commands, "latest")).cards]
    assert heads == [f"Russia ⇄ Ukraine: {n} prisoners of war returned to Ukraine" for n in (106, 105, 104)]
    assert len((await ask(commands, "latest", "1")).cards) == 1
    assert len((await ask(commands, "latest", "5")).cards) == 5


async def test_latest_of_nothing(commands):
    assert (await ask(commands, "latest")).text == "No exchange has been reported yet."


@pytest.mark.parametrize("word", ["0", "6", "-1", "many", "²", "9" * 90, "1; DROP TABLE events"])
async def test_latest_takes_only_a_small_number(commands, word):
    assert (await ask(commands, "latest", word)).text == "Say how many as a number from 1 to 5."


async def test_a_chat_subscribes_and_unsubscribes(commands, store):
    assert (await ask(commands, "subscribe", language="uk")).text.startswith("Сповіщення публікуватимуться тут.")
    assert store.channels.active() == (replace(CHAT, language="uk", subscribed=True),)
    assert (await ask(commands, "subscribe")).text == "Сповіщення вже публікуються тут. Щоб припинити: /unsubscribe"
    assert (await ask(commands, "unsubscribe")).text == (
        "Сповіщень тут більше не буде. Щоб отримувати їх знову: /subscribe"
    )
    assert store.channels.active() == ()
    assert (await ask(commands, "unsubscribe")).text == (
        "Сповіщення тут не публікуються. Щоб отримувати їх: /subscribe"
    )


async def test_slack_is_told_that_private_channels_need_an_invitation(commands):
    reply = await ask(commands, "subscribe", platform=Platform.SLACK)
    assert (
        reply.text
        == """\
Alerts will be posted here. To stop them: /exchanges unsubscribe
In a private channel, invite this bot first: /invite @Exchange Watch"""
    )


@pytest.mark.parametrize("verb", ["subscribe", "unsubscribe"])
async def test_who_may_not_change_a_chat_changes_nothing(commands, store, verb):
    await ask(commands, "subscribe")
    reply = await ask(commands, verb, may_change=False)
    assert reply.text == "Only an administrator of this chat can change what is posted here."
    assert len(store.channels.active()) == 1


@pytest.mark.parametrize("verb", ["subscribe", "unsubscribe"])
@pytest.mark.parametrize(("named", "alias"), [(CHAT.address, None), ("@news", "@news")])
async def test_what_the_config_posts_to_only_the_operator_changes(commands, store, verb, named, alias):
    configured = Channel(platform=Platform.TELEGRAM, address=named)
    store.channels.sync([configured], NOW)
    reply = await ask(commands, verb, alias=alias)
    assert reply.text == (
        "Alerts are posted here because this bot's operator chose so; only the operator can change it."
    )
    assert store.channels.active() == (configured,)


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("lastest", "That is not something I know. Did you mean /latest?"),
        ("Subscribe!", "That is not something I know. Did you mean /subscribe?"),
        ("weather", "That is not something I know."),
        ("<!channel>", "That is not something I know."),
    ],
)
async def test_an_unknown_word_gets_the_nearest_command_and_help(commands, word, first):
    text = (await ask(commands, word)).text
    assert text.split("\n\n") == [first, (await ask(commands, "help")).text]


@virtually
async def test_what_an_ask_leaves_to_post_goes_at_once(store, clock):
    """The outbox looks by itself only every half a minute."""
    chat = Chat()
    store.channels.sync([channel("1")], NOW)
    box = outbox(store, chat, clock)
    commands = Commands(store, clock, box.wake)
    async with running(box):
        await asyncio.sleep(5)
        draft = await asks.operate(commands, "broadcast", "Good", "morning")
        await asks.operate(commands, *draft.buttons[0][0].words[1:])
        await asyncio.sleep(1)
    assert [post.address for post in chat.posts.values()] == ["1"]
