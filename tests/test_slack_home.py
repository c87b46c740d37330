"""The bot's home page on Slack, the shortcut, and answers in windows."""

from dataclasses import replace

import pytest

from bot.chat.slack_windows import Subscription, home
from bot.render import card, languages, words
from bot.types import Button, Channel, Platform, Reply
from tests import block_kit, slack_hands
from tests.person import CHOICES, CHOSEN
from tests.sample_events import EACH, THE_FALLEN
from tests.slack_desk import running
from tests.slack_server import view_faults

MORE, OFF = Button(label="Sources", words=("sources", "e1")), Button(label="Mute", words=("mute", "e1"))
CARD = replace(card(EACH), buttons=(MORE, OFF))
HERS = Channel(platform=Platform.SLACK, address="C0HERS", subscribed=True)
HIS = Channel(platform=Platform.SLACK, address="C0HIS", subscribed=True)
ELSEWHERE = Channel(platform=Platform.TELEGRAM, address="-100")
ALONE = Channel(platform=Platform.SLACK, address="D0ALONE", subscribed=True)


class Answers:
    """A service in which U7 may change one of two channels."""

    def __init__(self):
        self.asks = []

    async def __call__(self, ask):
        self.asks.append(ask)
        if ask.words[0] == "settings":
            may = ask.may_change or (ask.person, ask.address) == ("U7", HERS.address)
            return Reply(text="Now:", settings=CHOSEN, choices=CHOICES) if may else Reply(text="Only an administrator")
        replies = {"latest": Reply(cards=(CARD,)), "admin": Reply(text="All 114 feeds are read")}
        return replies.get(ask.words[0], Reply(text=f"about {ask.words[0]}", buttons=((MORE,),)))


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
async def bot(workspace, answers):
    async with running(workspace, answers, operators=["U9"], channels=lambda: [HERS, ALONE, HIS, ELSEWHERE]) as adapter:
        yield adapter


async def opened(workspace, person, count=1):
    await workspace.send(slack_hands.event("app_home_opened", user=person, channel="D1", tab="home"))
    view = await workspace.view(count, "views.publish")
    assert workspace.sent("views.publish")[-1]["user_id"] == person
    return view


async def test_the_home_page_shows_what_happened_and_where_alerts_go(bot, workspace):
    view = await opened(workspace, "U7")
    shown = block_kit.visible(view["blocks"])
    assert "Latest exchanges\nRussia ⇄ Ukraine: 95 prisoners of war" in shown
    assert shown.endswith("Alerts in this workspace\n#C0HERS gets alerts\n[Settings]\n#C0HIS gets alerts")
    assert "[Refresh] [Help]" in shown
    assert "[Sources]" in shown
    assert "[Mute]" not in shown  # a home page is no channel in which it could be


async def test_who_runs_the_workspace_may_change_every_channel_and_operators_see_how_the_bot_is(bot, workspace):
    workspace.people = {"U8": {"is_admin": True}}
    assert block_kit.visible((await opened(workspace, "U8"))["blocks"]).count("[Settings]") == 2
    seen = block_kit.visible((await opened(workspace, "U9", 2))["blocks"])
    assert seen.endswith("This bot\nAll 114 feeds are read")
    assert "[Settings]" not in seen


async def test_the_messages_tab_draws_no_home_page(bot, workspace):
    await workspace.send(slack_hands.event("app_home_opened", user="U7", channel="D1", tab="messages"))
    await opened(workspace, "U8")
    assert len(workspace.sent("views.publish")) == 1


async def test_refresh_draws_it_anew(bot, workspace):
    view = await opened(workspace, "U7")
    await workspace.press("Refresh", view)
    await workspace.view(2, "views.publish")
    assert workspace.sent("views.open") == []


async def test_settings_of_a_channel_open_from_the_home_page_as_that_channel_s_form(bot, workspace, answers):
    view = await opened(workspace, "U7")
    await workspace.press("Settings", view)
    form = await workspace.view()
    assert block_kit.visible(form["blocks"]).startswith("Що отримує #C0HERS")
    await workspace.send(slack_hands.send_form(form, {}))
    await workspace.until(lambda: bool(workspace.sent("views.update")))
    assert answers.asks[-1].address == "C0HERS"


async def test_answers_on_the_home_page_come_as_a_window_that_goes_on_from_there(bot, workspace, answers):
    view = await opened(workspace, "U7")
    await workspace.press("Sources", view)
    window = await workspace.view()
    assert block_kit.visible(window["blocks"]) == "about sources\n[Sources]"
    assert answers.asks[-1].address == "U7"
    assert not answers.asks[-1].may_change
    await workspace.press("Sources", window)
    await workspace.until(lambda: bool(workspace.sent("views.update")))
    assert workspace.sent("views.update")[0]["view_id"] == window["id"]


async def test_the_shortcut_shows_the_latest_in_a_window(bot, workspace, answers):
    await workspace.send(slack_hands.shortcut("latest"))
    window = await workspace.view()
    shown = block_kit.visible(window["blocks"])
    assert shown.startswith("Russia ⇄ Ukraine: 95 prisoners of war")
    assert "[Mute]" not in shown
    assert [ask.words for ask in answers.asks] == [("latest",)]


@pytest.mark.parametrize("language", languages())
def test_a_home_page_of_many_channels_is_taken_by_slack_in_every_language(language):
    cards = tuple(replace(card(event, language=language), buttons=(MORE, OFF)) for event in (EACH, THE_FALLEN) * 2)
    many = [Subscription(channel=replace(HERS, address=f"C{number}"), may_change=True) for number in range(20)]
    health = Reply(text="x" * 100 + "\n" * 50, buttons=((MORE,), (MORE,)))
    view = home(Reply(cards=cards), many, 1050, health, words(language))
    assert block_kit.view_faults(view) + view_faults(view) == []
    assert words(language).number(1050) in block_kit.visible(view["blocks"])
    empty = home(Reply(text="-"), [], 0, None, words(language))
    assert block_kit.view_faults(empty) + view_faults(empty) == []
