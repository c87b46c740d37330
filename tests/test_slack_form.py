"""The settings of a channel as a form: what it shows, what is read back, what is done where it does not open."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from bot.chat.slack_form import filled, remembered, settings_form
from bot.render import languages, words
from bot.types import COUNT_MOST, OUTLETS_MOST, Habits, People, Reply, Rhythm, Settings, Wishes
from tests import block_kit, slack_hands
from tests.person import CHOICES, CHOSEN, CONFLICTS
from tests.slack_hands import CHANNEL
from tests.slack_server import Failure, view_faults


@st.composite
def chosen(draw):
    clock = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))
    alerts = draw(st.booleans())
    digest = draw(st.sampled_from(Rhythm)) if not alerts else draw(st.one_of(st.none(), st.sampled_from(Rhythm)))
    quiet = draw(st.one_of(st.none(), st.tuples(clock, clock).filter(lambda pair: pair[0] != pair[1])))
    return Settings(
        language=draw(st.sampled_from(languages())),
        wishes=Wishes(
            conflicts=tuple(draw(st.lists(st.sampled_from(CONFLICTS), unique=True))),
            people=draw(st.frozensets(st.sampled_from(People))),
            least_count=draw(st.integers(0, COUNT_MOST)),
            least_outlets=draw(st.integers(1, OUTLETS_MOST)),
            alerts=alerts,
            updates=draw(st.booleans()) if alerts else True,
        ),
        habits=Habits(
            digest=digest,
            at=draw(clock),
            time_zone=draw(st.sampled_from([zone for zone, _ in CHOICES.time_zones])),
            say_nothing=draw(st.booleans()),
            quiet=quiet,
        ),
    )


@limits(max_examples=60, deadline=None)
@given(chosen(), st.sampled_from(languages()))
def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(now, language):
    view = settings_form(now, CHOICES, words(language), channel=CHANNEL)
    assert block_kit.view_faults(view) + view_faults(view) == []
    sent = slack_hands.send_form(view | {"id": "V1"}, {})
    assert filled(sent["view"]["state"]["values"]) == now
    assert remembered(view["private_metadata"]) == (CHANNEL, words(language).language)


def state(**values):
    view = settings_form(CHOSEN, CHOICES, words("en"), channel=CHANNEL)
    return slack_hands.send_form(view | {"id": "V1"}, values)["view"]["state"]["values"]


WRONG = {
    "only a beginning": ({"quiet_to": {"selected_time": None}}, {"quiet_to": "slack-error-quiet-both"}),
    "only an end": ({"quiet_from": {"selected_time": None}}, {"quiet_from": "slack-error-quiet-both"}),
    "neither alerts nor digests": (
        {"alerts": {"selected_option": {"value": "none"}}, "digest": {"selected_option": {"value": "none"}}},
        {"digest": "slack-error-nothing"},
    ),
    "no time between": ({"quiet_to": {"selected_time": "22:00"}}, {"quiet_to": "slack-error-quiet-same"}),
}


@pytest.mark.parametrize(("values", "faults"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_told_beside_its_field(values, faults):
    assert filled(state(**values)) == faults


def test_what_was_left_empty_has_its_default():
    empty = {"least_count": {"value": None}, "least_outlets": {"value": None}, "at": {"selected_time": None}}
    read = filled(state(**empty))
    assert (read.wishes.least_count, read.wishes.least_outlets, read.habits.at) == (0, 1, time(8))


def test_what_is_chosen_now_is_on_offer_though_slack_shows_a_hundred_at_most():
    far = Settings(habits=Habits(time_zone=CHOICES.time_zones[-1][0]))
    view = settings_form(far, CHOICES, words("en"), channel=CHANNEL)
    [zone] = [block["element"] for block in view["blocks"] if block.get("block_id") == "zone"]
    assert zone["initial_option"]["value"] == far.habits.time_zone
    assert len(zone["options"]) == 100


@pytest.fixture
def asked(desk):
    desk.replies = {"settings": Reply(text="What this chat gets", settings=CHOSEN, choices=CHOICES)}
    return desk


async def test_settings_open_a_form_and_what_is_filled_in_is_asked_for_at_once(slack, workspace, asked):
    await workspace.type("settings")
    view = await workspace.view()
    assert block_kit.visible(view["blocks"]).startswith(f"Що отримує #{CHANNEL}\nМова:\nКонфлікти:")
    assert workspace.sent("response_url") == []
    asked.replies = {"settings": Reply(text="Of ten people or more", settings=CHOSEN)}
    envelope = await workspace.send(slack_hands.send_form(view, {"least_count": {"value": "25"}}))
    await workspace.until(lambda: len(workspace.sent("views.update")) == 1)
    ask = asked.asks[-1]
    assert (ask.words, ask.address, ask.person) == (("settings",), CHANNEL, "U7")
    assert (ask.settings.wishes.least_count, ask.settings.language) == (25, "uk")
    waiting = workspace.acks[envelope][1]["payload"]
    assert waiting["response_action"] == "update"
    assert block_kit.visible(waiting["view"]["blocks"]) == "Зберігаю…"
    [told] = workspace.sent("views.update")
    assert told["view_id"] == view["id"]
    assert block_kit.visible(told["view"]["blocks"]) == "Збережено.\n\nOf ten people or more"


async def test_a_form_that_was_filled_in_wrongly_stays_open_and_says_where(slack, workspace, asked):
    await workspace.type("settings")
    view = await workspace.view()
    sent = slack_hands.send_form(view, {"quiet_to": {"selected_time": None}})
    envelope = await workspace.send(sent)
    await workspace.until(lambda: envelope in workspace.acks)
    assert workspace.acks[envelope][1]["payload"] == {
        "response_action": "errors",
        "errors": {"quiet_to": "Вкажіть обидва часи або жодного"},
    }
    assert len(asked.asks) == 1


async def test_a_form_that_comes_twice_is_kept_once(slack, workspace, asked):
    await workspace.type("settings")
    view = await workspace.view()
    await workspace.send(slack_hands.send_form(view, {}), times=3)
    await workspace.until(lambda: len(workspace.sent("views.update")) == 1)
    await workspace.type("help")
    await workspace.replies()
    assert [ask.settings is not None for ask in asked.asks].count(True) == 1


async def test_where_no_window_opens_the_words_to_type_are_told(slack, workspace, asked):
    workspace.fail("views.open", Failure("expired_trigger_id"))
    await workspace.type("settings")
    [reply] = await workspace.replies()
    shown = block_kit.visible(reply["blocks"])
    assert shown.startswith("Форму не вдалося відкрити. Налаштування можна й набрати, наприклад: /exchanges settings")
    assert shown.endswith("What this chat gets")


async def test_in_a_thread_where_no_window_can_open_none_is_missed(slack, workspace, asked):
    await workspace.send(slack_hands.mention("settings"))
    await workspace.until(lambda: bool(workspace.sent()))
    [told] = workspace.sent()
    assert block_kit.visible(told["blocks"]) == "What this chat gets"
    assert workspace.views == []


async def test_settings_that_are_typed_open_no_form(slack, workspace, asked):
    await workspace.type("settings language de")
    [reply] = await workspace.replies()
    assert block_kit.visible(reply["blocks"]) == "What this chat gets"
    assert workspace.views == []


async def test_who_may_not_change_a_channel_gets_no_form(slack, workspace, desk):
    desk.replies = {"settings": Reply(text="Only an administrator …")}
    await workspace.type("settings")
    [reply] = await workspace.replies()
    assert block_kit.visible(reply["blocks"]) == "Only an administrator …"
