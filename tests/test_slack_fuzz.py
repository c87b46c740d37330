"""Whatever feeds, people and operators write: Slack parses nothing of it, and takes every message, window and page."""

import html
import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from bot.chat.slack_form import settings_form
from bot.chat.slack_hearing import _words
from bot.chat.slack_windows import Subscription, home, window
from bot.commands import Commands
from bot.render import languages, slack_blocks, slack_naming, slack_reply, slack_share, words
from bot.render.slack import GAP
from bot.types import Ask, Button, Channel, Choices, Platform, Reply, Settings
from tests import block_kit
from tests.hostile_text import CARDS, NASTY, TEXT, WORST
from tests.sample_events import NOW
from tests.slack_server import block_faults, view_faults
from tests.stores import new_store

FUZZ = limits(max_examples=30, deadline=None)


def one_word(text):
    """A word as a button carries it: without blanks, 48 bytes at most."""
    return "".join(text.split()).encode(errors="replace")[:48].decode(errors="ignore")


WORD = (NASTY | st.text(max_size=20)).map(one_word).filter(bool)
LABEL = TEXT.map(lambda text: text.strip() or "x")
BUTTON = st.builds(Button, label=LABEL, words=st.tuples(WORD))
BUTTONS = st.lists(BUTTON, max_size=3) | st.lists(BUTTON, min_size=1, max_size=1).map(lambda one: one * 8)
PRESSED = st.builds(lambda shown, pressed: replace(shown, buttons=tuple(pressed)), CARDS, BUTTONS)
TALK = st.builds(
    lambda lines, times: "\n".join(lines * times).strip() or "x", st.lists(TEXT, max_size=5), st.integers(1, 99)
)
REPLIES = st.builds(
    Reply,
    text=TALK,
    cards=st.lists(PRESSED, max_size=2).map(tuple),
    buttons=st.lists(BUTTONS.map(tuple), max_size=3).map(lambda rows: tuple(row for row in rows if row)),
)
FULL = Reply(
    text="<!channel> " * 900,
    cards=(replace(WORST, buttons=(Button(label="&" * 200, words=("sources", "x" * 40)),) * 4),) * 5,
    buttons=((Button(label="<" * 80, words=("settings", "y" * 38)),) * 8,) * 6,
)
CHANNEL = Channel(platform=Platform.SLACK, address="C0123456789")


def faults(blocks):
    return block_kit.block_faults(blocks) + block_faults(blocks)


@FUZZ
@given(PRESSED)
def test_an_alert_with_buttons(shown):
    text, blocks = slack_blocks(shown)
    assert block_kit.text_faults(text) + faults(blocks) == []
    assert sum(len(block["elements"]) for block in blocks if block["type"] == "actions") == len(shown.buttons)


@limits(FUZZ, max_examples=15)
@given(REPLIES, st.lists(WORD, min_size=1, max_size=10))
@example(FULL, ["w" * 100] * 10)
def test_an_answer_that_can_be_shared_and_one_that_was(reply, asked):
    share = slack_share("Share", asked)
    text, blocks = slack_reply(reply, share)
    assert block_kit.text_faults(text) + faults(blocks) == []
    assert share in blocks
    named = slack_naming(words("ar").say("slack-shared-by", person=GAP), "U7")
    assert faults(slack_reply(replace(reply, buttons=()), named)[1]) == []


@limits(FUZZ, max_examples=12)
@given(REPLIES, st.sampled_from(languages()))
@example(FULL, "ar")
def test_a_window_and_the_home_page(reply, language):
    say = words(language)
    many = [Subscription(channel=CHANNEL, may_change=True)] * 20
    for view in (window(reply, say, channel=CHANNEL.address), home(reply, many, 5, reply, say)):
        assert block_kit.view_faults(view) + view_faults(view) == []


@limits(FUZZ, max_examples=12)
@given(st.lists(st.tuples(WORD, LABEL), min_size=1, max_size=120, unique_by=lambda pair: pair[0]))
def test_a_form_whose_choices_have_any_names(pairs):
    conflicts = tuple(((value,), label) for value, label in pairs)
    choices = Choices(languages=(("en", "English"),), conflicts=conflicts, time_zones=(("UTC", "UTC"),))
    view = settings_form(Settings(), choices, words("en"), channel=CHANNEL.address)
    assert block_kit.view_faults(view) + view_faults(view) == []


@pytest.fixture(scope="module")
def commands(tmp_path_factory):
    store = new_store(tmp_path_factory.mktemp("store"))
    yield Commands(store, lambda: NOW)
    store.close()


@FUZZ
@given(st.sampled_from(["search", "stats", "chart", "event", "latest", ""]), TEXT)
@example("search", "<!channel> <https://evil.example|click> :tada: *b* `c` &lt;!here&gt;")
async def test_what_a_person_types_comes_back_as_text_alone(commands, verb, typed):
    """Slack escapes three signs in what it hands on; what was typed is asked for, and shown unparsed."""
    said = html.escape(typed, quote=False)
    asked = _words(f"{verb} {said}")
    whole = typed.encode(errors="replace").decode()
    assert " ".join(asked).startswith(" ".join(f"{verb} {whole}".split())[:20])
    reply = await commands.answer(Ask(platform=Platform.SLACK, address=CHANNEL.address, words=asked))
    text, blocks = slack_reply(reply)
    assert block_kit.text_faults(text) + faults(blocks) == []
    assert "mrkdwn" not in json.dumps(blocks)
