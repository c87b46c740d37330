"""Telegram: the bot is added to chats, let post, shown the door; chats move; who is asked what to post there."""

import pytest

from bot.types import Button, Reply
from tests.telegram_desk import a_desk, a_server, an_adapter
from tests.telegram_people import READER, someone
from tests.telegram_server import Failure

server = pytest.fixture(a_server)
desk = pytest.fixture(a_desk)
telegram = pytest.fixture(an_adapter)

CHANNEL, SUPERGROUP = -100555, -100777
QUESTION = Reply(
    text="What shall I tell there?", buttons=((Button(label="Russia – Ukraine", words=("subscribe", "ru-ua")),),)
)


@pytest.fixture(autouse=True)
def chats(server, desk):
    server.chats[CHANNEL] = {"type": "channel", "title": "News of the day", "username": "newsday"}
    server.chats[SUPERGROUP] = {"type": "supergroup", "title": "Neighbours"}
    server.members[CHANNEL, 7] = server.members[SUPERGROUP, 7] = "administrator"
    desk.script[("start",)] = QUESTION


@pytest.mark.parametrize(("chat", "after"), [(CHANNEL, "poster"), (SUPERGROUP, "member"), (SUPERGROUP, "poster")])
async def test_who_adds_it_is_asked_in_private_what_to_post_there(telegram, server, desk, chat, after):
    await server.place(chat, "left", after, person=someone(7, "uk"))
    [form] = await server.replies()
    assert (form["chat_id"], form["text"]) == ("7", "What shall I tell there?")
    assert server.buttons(form) == {"Russia – Ukraine": f"{-chat}:subscribe ru-ua"}
    [ask] = desk.asks
    assert (ask.address, ask.title) == (str(chat), server.chats[chat]["title"])
    assert (ask.language, ask.person, ask.may_change) == ("uk", "7", True)
    press = await server.press(f"{-chat}:subscribe ru-ua", message=next(number for _, number in server.messages))
    await server.answer_to(press)
    assert (desk.asks[1].address, desk.asks[1].may_change) == (str(chat), True)


async def test_where_it_may_not_write_first_one_post_in_the_chat_leads_to_it(telegram, server, desk):
    server.strangers.add(7)
    await server.place(CHANNEL, "left", "poster")
    _, form = await server.replies(2)
    link = "https://t.me/exchange_watch_bot?start=to_100555"
    assert (form["chat_id"], server.buttons(form)) == (str(CHANNEL), {"Choose": link})
    assert form["text"].startswith("I can tell of prisoner exchanges here.")
    server.strangers.clear()
    await server.say("/start to_100555")
    answer = (await server.replies(3))[-1]
    assert server.buttons(answer) == {"Russia – Ukraine": "100555:subscribe ru-ua"}
    assert desk.asks[-1].words == ("start",)
    assert (desk.asks[-1].address, desk.asks[-1].title) == (str(CHANNEL), "News of the day")


async def test_a_member_who_may_not_decide_is_not_asked(telegram, server, desk):
    await server.place(SUPERGROUP, "left", "member", person=someone(8))
    [form] = await server.replies()
    assert form["chat_id"] == str(SUPERGROUP)
    assert desk.asks == []


async def test_a_link_to_a_chat_of_others_tells_nothing_of_it(telegram, server, desk):
    await server.say("/start to_100555", chat=8, **{"from": someone(8)})
    [form] = await server.replies()
    assert form["text"] == "Only an administrator of this chat can change what is posted here."
    assert desk.asks == []


async def test_a_chat_that_takes_no_post_either_is_told_in_the_log(telegram, server, caplog):
    server.strangers.add(7)
    await server.place(CHANNEL, "left", "poster")
    server.fail("sendMessage", Failure.named("never met"), Failure.named("write forbidden"))
    await server.replies(2)
    await server.say("/help", chat=9, **{"from": someone(9)})
    await server.replies(3)
    assert "telegram_invite_lost chat=-100555 reason=Chat_write_forbidden" in caplog.text


@pytest.mark.parametrize(("chat", "status"), [(CHANNEL, "mute administrator"), (SUPERGROUP, "silenced")])
async def test_added_without_the_right_to_post_it_says_so_in_private(telegram, server, desk, chat, status):
    await server.place(chat, "left", status)
    [form] = await server.replies()
    title = server.chats[chat]["title"]
    assert (form["chat_id"], desk.asks) == ("7", [])
    assert form["text"].startswith(f"I was added to “{title}” and may not post there.")
    await server.place(chat, status, "poster")
    await server.replies(2)
    assert [ask.address for ask in desk.asks] == [str(chat)]


ENDS = {
    "taken out of a channel": (CHANNEL, "poster", "kicked", ["-100555", "@newsday"]),
    "left a channel": (CHANNEL, "poster", "left", ["-100555", "@newsday"]),
    "taken out of a group": (SUPERGROUP, "member", "kicked", ["-100777"]),
    "blocked by a person": (7, "member", "kicked", ["7"]),
}


@pytest.mark.parametrize(("chat", "before", "after", "names"), ENDS.values(), ids=ENDS)
async def test_a_chat_that_it_is_taken_out_of_is_lost_by_each_of_its_names(
    telegram, server, desk, chat, before, after, names
):
    await server.place(chat, before, after)
    await server.say("/help", chat=9, **{"from": someone(9)})
    await server.replies()
    assert [(what, name) for what, name, _ in desk.told] == [("gone", name) for name in names]
    assert len(server.sent()) == 1


@pytest.mark.parametrize(
    ("chat", "before", "after", "names"),
    [
        (CHANNEL, "left", "poster", ["-100555", "@newsday"]),
        (CHANNEL, "mute administrator", "poster", ["-100555", "@newsday"]),
        (SUPERGROUP, "silenced", "member", ["-100777"]),
        (7, "kicked", "member", ["7"]),
    ],
)
async def test_where_it_may_post_again_it_comes_back(telegram, server, desk, chat, before, after, names):
    await server.place(chat, before, after)
    await server.say("/help", chat=9, **{"from": someone(9)})
    await server.replies(1 if chat == 7 else 2)
    assert desk.told == [("back", name) for name in names]


@pytest.mark.parametrize(
    ("before", "after"), [("poster", "mute administrator"), ("member", "silenced"), ("member", "poster")]
)
async def test_rights_that_change_within_a_chat_lose_nothing_and_ask_nobody(telegram, server, desk, before, after):
    await server.place(SUPERGROUP, before, after)
    await server.say("/help", chat=9, **{"from": someone(9)})
    await server.replies()
    assert desk.told == []
    assert [ask.words for ask in desk.asks] == [("help",)]


async def test_a_group_that_becomes_a_supergroup_is_followed(telegram, server, desk):
    told = {"message_id": 5, "date": 1_750_000_000, "from": READER}
    old, new = (
        {"id": number, "type": kind, "title": "N"} for number, kind in ((-55, "group"), (-100778, "supergroup"))
    )
    await server.push({"message": told | {"chat": old, "migrate_to_chat_id": -100778}})
    await server.push({"message": told | {"chat": new, "migrate_from_chat_id": -55}})
    await server.say("/help")
    await server.replies()
    assert desk.told == [("moved", "-55", "-100778")]


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Choose"), ("uk", "Обрати"), ("ar", "اختيار"), ("xx", "Choose")]
)
async def test_what_it_says_in_a_chat_is_in_the_language_of_who_added_it(telegram, server, language, label):
    server.strangers.add(7)
    await server.place(CHANNEL, "left", "poster", person=someone(7, language))
    _, form = await server.replies(2)
    assert list(server.buttons(form)) == [label]
