"""What people type on Slack and the answers that they see; the real libraries over a socket."""

import asyncio
import json
import time

import pytest

from bot.types import Ask, Platform, Reply
from tests import block_kit, slack_hands
from tests.slack_desk import ALT, PNG, running
from tests.slack_hands import CHANNEL, PERSON, mention
from tests.slack_server import Failure


async def test_a_person_asks_and_only_that_person_sees_the_answer(slack, workspace, desk):
    await workspace.type("latest 2")
    [reply] = await workspace.replies()
    assert desk.asks == [
        Ask(platform=Platform.SLACK, address=CHANNEL, words=("latest", "2"), person=PERSON, language="en-GB")
    ]
    assert reply["response_type"] == "ephemeral"
    assert reply["text"].startswith("latest &lt;&amp;&gt;\n")
    assert block_kit.visible(reply["blocks"]).startswith("latest <&>\nRussia ⇄ Ukraine: 95 prisoners of war")


async def test_a_command_is_acknowledged_before_the_work_is_done(slack, workspace):
    envelope = await workspace.type("latest slow")
    await workspace.replies()
    replied = time.monotonic()
    acked, ack = workspace.acks[envelope]
    assert ack == {"envelope_id": envelope}
    assert replied - acked > 0.3


async def test_a_repeated_envelope_is_acknowledged_again_and_answered_once(slack, workspace, desk):
    await workspace.type("subscribe", times=3)
    await workspace.type("help")
    await workspace.replies(2)
    assert [ask.words for ask in desk.asks] == [("subscribe",), ("help",)]


async def test_only_so_many_asks_are_remembered(slack, workspace, desk, monkeypatch):
    monkeypatch.setattr("bot.chat.REMEMBERED", 2)
    for number in range(3):
        await workspace.type("latest", trigger_id=f"t{number}")
        await workspace.replies(number + 1)
    await workspace.type("latest", trigger_id="t2")
    await workspace.type("latest", trigger_id="t0")
    await workspace.replies(4)
    assert len(desk.asks) == 4


async def test_the_command_alone_asks_for_help(slack, workspace, desk):
    await workspace.type("")
    await workspace.replies()
    assert (desk.asks[0].words, desk.asks[0].verb) == ((), "help")


async def test_a_broken_answer_is_regretted_and_the_next_one_works(slack, workspace, caplog):
    await workspace.type("latest broken")
    await workspace.type("latest")
    replies = await workspace.replies(2)
    assert "That did not work just now. Please try again in a minute." in [reply["text"] for reply in replies]
    assert "answer_failed platform=slack verb=latest" in caplog.text


LOST = {
    "refused": (Failure(status=404, body="expired_url"), "slack_answer_refused status=404"),
    "cut": (Failure(drop=True), "slack_answer_lost error=ServerDisconnectedError"),
}


@pytest.mark.parametrize(("failure", "line"), LOST.values(), ids=LOST)
async def test_an_answer_that_cannot_be_sent_is_told_in_the_log_and_sent_once(slack, workspace, caplog, failure, line):
    workspace.fail("response_url", failure)
    await workspace.type("latest")
    await workspace.replies()
    await workspace.type("help")
    await workspace.replies(2)
    await asyncio.sleep(0.05)
    assert line in caplog.text
    assert len(workspace.sent("response_url")) == 2


@pytest.mark.parametrize(("asked", "sent"), [("1", 2), ("3600", 1)])
async def test_an_answer_waits_as_slack_asks_if_that_is_not_for_long(slack, workspace, caplog, asked, sent):
    workspace.fail("response_url", Failure(status=429, headers={"Retry-After": asked}))
    await workspace.type("latest")
    await workspace.replies(sent)
    await asyncio.sleep(0.1)
    assert len(workspace.sent("response_url")) == sent
    assert ("slack_answer_refused status=429" in caplog.text) is (sent == 1)


async def test_a_chart_is_put_into_the_channel_with_the_text_that_stands_for_it(slack, workspace):
    await workspace.type("chart Ukraine")
    await workspace.until(lambda: bool(workspace.sent("files.completeUploadExternal")))
    [asked] = workspace.sent("files.getUploadURLExternal")
    [done] = workspace.sent("files.completeUploadExternal")
    assert (asked["alt_txt"], asked["length"]) == (ALT, str(len(PNG)))
    assert done["channel_id"] == CHANNEL
    assert json.loads(done["files"])[0]["title"] == "Ukraine and Russia"
    assert workspace.files == [PNG]


async def test_where_the_bot_may_not_upload_the_text_of_a_chart_is_there(slack, workspace, caplog):
    workspace.fail("files.getUploadURLExternal", Failure(error="missing_scope"))
    await workspace.type("chart")
    [reply] = await workspace.replies()
    assert reply["text"].startswith("Ukraine and Russia")
    told = (await workspace.replies(2))[1]
    assert told["text"].endswith("For that, this bot must be in the channel: /invite @Exchange Watch")
    assert (told["response_type"], told["replace_original"]) == ("ephemeral", False)
    assert "slack_call_failed method=files_upload_v2 error=missing_scope" in caplog.text


# ── who asks ──


async def test_any_member_may_subscribe_and_those_who_run_the_workspace_may_change_more(workspace, desk):
    workspace.people = {"U8": {"is_admin": True, "locale": "uk-UA"}, "U9": {"is_owner": True, "locale": "de-DE"}}
    async with running(workspace, desk, operators=["U9"]):
        for count, (words, person) in enumerate(
            [("subscribe", "U7"), ("unsubscribe", "U7"), ("unsubscribe", "U8"), ("settings", "U9")], start=1
        ):
            await workspace.type(words, by=person)
            await workspace.replies(count)
    seen = [(ask.words[0], ask.person, ask.language, ask.may_change, ask.is_operator) for ask in desk.asks]
    assert seen == [
        ("subscribe", "U7", "en-GB", True, False),
        ("unsubscribe", "U7", "en-GB", False, False),
        ("unsubscribe", "U8", "uk-UA", True, False),
        ("settings", "U9", "de-DE", True, True),
    ]


async def test_alone_with_the_bot_everybody_may_change_what_they_get(slack, workspace, desk):
    await workspace.type("unsubscribe", channel="D01")
    await workspace.replies()
    assert (desk.asks[0].is_private, desk.asks[0].may_change) == (True, True)


async def test_a_person_is_looked_up_once_in_a_while(slack, workspace, monkeypatch):
    for count in range(1, 4):
        await workspace.type("latest")
        await workspace.replies(count)
    assert [asked["user"] for asked in workspace.sent("users.info")] == [PERSON]
    monkeypatch.setattr("bot.chat.slack_people.REMEMBERED_FOR", 0.0)
    for count in range(4, 6):
        await workspace.type("latest", by="U8")
        await workspace.replies(count)
    assert [asked["user"] for asked in workspace.sent("users.info")] == [PERSON, "U8", "U8"]


async def test_who_cannot_be_looked_up_gets_the_answer_in_english_and_changes_nothing(slack, workspace, desk, caplog):
    workspace.scopes.remove("users:read")
    await workspace.type("unsubscribe")
    await workspace.replies()
    assert (desk.asks[0].language, desk.asks[0].may_change) == ("en", False)
    assert "slack_call_failed method=users_info error=missing_scope" in caplog.text


async def test_slack_s_wait_is_kept_and_the_answer_comes_without_it(slack, workspace, desk):
    """A look-up that must wait for longer than a person does is given up, and not tried again before its time."""
    workspace.fail("users.info", Failure("ratelimited", status=429, headers={"Retry-After": "30"}))
    began = time.monotonic()
    await workspace.type("latest")
    await workspace.replies()
    await workspace.type("help")
    await workspace.replies(2)
    assert time.monotonic() - began < 0.9
    assert len(workspace.sent("users.info")) == 1


# ── sharing ──


async def test_an_answer_of_cards_can_be_shown_to_all_with_who_showed_it(slack, workspace, desk):
    await workspace.type("latest 2")
    [reply] = await workspace.replies()
    await workspace.press("Share to channel", reply)
    shared = (await workspace.replies(2))[1]
    assert shared["response_type"] == "in_channel"
    assert shared["replace_original"] is False
    assert desk.asks[1].words == ("latest", "2")
    shown = block_kit.visible(shared["blocks"])
    assert "Russia ⇄ Ukraine: 95 prisoners of war" in shown
    assert shown.endswith(f"Shared by @{PERSON}")
    assert "[More]" not in shown


SHARED = [("stats", True), ("stats Nobody", False), ("help", False), ("latest", True), ("admin", False)]


@pytest.mark.parametrize(("words", "can"), SHARED)
async def test_only_cards_and_statistics_can_be_shared_and_only_in_channels(slack, workspace, desk, words, can):
    stats = Reply(text="205 each way", is_brief=words.endswith("Nobody"))
    desk.replies = {"stats": stats, "help": Reply(text="You can ask:")}
    await workspace.type(words)
    await workspace.type(words, channel="D01")
    here, alone = await workspace.replies(2)
    assert ("Share to channel" in block_kit.visible(here["blocks"])) is can
    assert "Share to channel" not in block_kit.visible(alone["blocks"])


async def test_an_ask_longer_than_a_button_can_carry_is_not_shared(slack, workspace, monkeypatch):
    monkeypatch.setattr("bot.chat.WORDS_HEARD", 250)
    await workspace.type(f"search {'Zaporizhzhia ' * 249}")
    await workspace.type(f"search {'Kyiv ' * 249}")
    long, short = await workspace.replies(2)
    assert "Share to channel" not in block_kit.visible(long["blocks"])
    assert "Share to channel" in block_kit.visible(short["blocks"])


# ── buttons ──


async def test_a_button_asks_in_its_own_words_and_only_who_pressed_sees_the_answer(slack, workspace, desk):
    await workspace.type("help")
    [reply] = await workspace.replies()
    await workspace.press("More", reply, by="U8")
    answer = (await workspace.replies(2))[1]
    assert (desk.asks[1].words, desk.asks[1].person, desk.asks[1].address) == (("latest", "5"), "U8", CHANNEL)
    assert (answer["response_type"], answer["replace_original"]) == ("ephemeral", False)


async def test_an_answer_in_place_takes_the_place_of_the_message(slack, workspace, desk):
    desk.replies = {"unsubscribe": Reply(text="No more alerts", in_place=True)}
    await workspace.type("latest")
    [reply] = await workspace.replies()
    await workspace.press("Off", reply)
    assert (await workspace.replies(2))[1]["replace_original"] is True


async def test_what_everybody_sees_is_not_replaced_by_one_person_s_press_nor_what_was_typed(slack, workspace, desk):
    desk.replies = {"unsubscribe": Reply(text="No more alerts", in_place=True)}
    await workspace.type("latest")
    [reply] = await workspace.replies()
    off = slack_hands.buttons(reply)["Off"]
    await workspace.send(slack_hands.press(off, workspace.home, is_ephemeral=False))
    await workspace.type("unsubscribe")
    answers = (await workspace.replies(3))[1:]
    assert [(one["response_type"], one["replace_original"]) for one in answers] == [("ephemeral", False)] * 2


async def test_a_press_that_comes_twice_counts_once(slack, workspace, desk):
    await workspace.type("latest")
    [reply] = await workspace.replies()
    await workspace.send(slack_hands.press(slack_hands.buttons(reply)["Off"], workspace.home), times=3)
    await workspace.type("help")
    await workspace.replies(3)
    assert [ask.words[0] for ask in desk.asks].count("unsubscribe") == 1


# ── mentions ──


async def test_who_mentions_the_bot_is_answered_in_the_thread(slack, workspace, desk):
    await workspace.send(mention("latest 2 &amp; more"))
    await workspace.until(lambda: bool(workspace.sent()))
    await workspace.send(mention("help", ts="8.5", thread_ts="6.5"))
    await workspace.until(lambda: len(workspace.sent()) == 2)
    first, second = workspace.sent()
    assert desk.asks[0].words == ("latest", "2", "&", "more")
    assert (first["channel"], first["thread_ts"]) == (CHANNEL, "7.5")
    assert second["thread_ts"] == "6.5"
    assert (first["unfurl_links"], first["unfurl_media"]) == (False, False)


async def test_an_answer_in_a_thread_waits_as_slack_asks(slack, workspace):
    workspace.fail("chat.postMessage", Failure("ratelimited", status=429, headers={"Retry-After": "1"}))
    began = time.monotonic()
    await workspace.send(mention("latest"))
    await workspace.until(lambda: bool(workspace.messages))
    assert time.monotonic() - began > 0.9
    assert len(workspace.sent()) == 2


async def test_a_chart_that_a_mention_asks_for_comes_in_the_thread(slack, workspace):
    await workspace.send(mention("chart"))
    await workspace.until(lambda: bool(workspace.sent("files.completeUploadExternal")))
    [done] = workspace.sent("files.completeUploadExternal")
    assert (done["channel_id"], done["thread_ts"]) == (CHANNEL, "7.5")


async def test_a_mention_without_words_asks_for_help(slack, workspace, desk):
    await workspace.send(mention(""))
    await workspace.until(lambda: bool(workspace.sent()))
    assert desk.asks[0].verb == "help"
