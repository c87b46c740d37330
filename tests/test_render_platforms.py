"""A card as each platform shows it, whatever feeds may hold."""

import unicodedata
from io import StringIO

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text
from slack_sdk.models.blocks import Block

from bot.render import card, console_lines, plain, slack_blocks, slack_reply, telegram_html, telegram_reply
from bot.types import Card, Reply
from tests import platforms, specs
from tests.hostile_text import CARDS, WORST
from tests.sample_events import POW, THE_FALLEN, event, transfer


def test_telegram_html_of_a_card():
    assert (
        telegram_html(card(THE_FALLEN))
        == """\
<b>Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine</b>

→ Ukraine  <b>1,200 bodies</b> · says Russia's defence ministry, confirmed by Ukraine
→ Russia  <b>0 bodies</b> · says Russian state media
Prisoners of war were exchanged too; no figure given

Belarus · under the Istanbul agreements
2 sources: <a href="https://news.example/1">Fiji Global News</a> · \
<a href="https://seaside.example/?a=1&amp;b=%3C2%3E">Seaside Herald</a>"""
    )


def test_lines_that_do_not_fit_are_left_out_whole_and_the_facts_last():
    full = card(THE_FALLEN)
    short = telegram_html(full, budget=250)
    assert short.endswith("\n…")
    assert "→ Ukraine" in short
    assert "→ Russia" in short
    assert "Istanbul" not in short
    assert platforms.telegram_text(short)


def test_a_reply_with_several_cards_shares_the_room():
    long = card(event(*(transfer("Russia", "Ukraine", POW, n, claimed_by=("A" * 70,) * 3) for n in range(1, 9))))
    html = telegram_reply(Reply(text="Latest", cards=(long,) * 5))
    assert html.count("<b>Russia ⇄ Ukraine") == 5
    assert platforms.telegram_faults("sendMessage", {"chat_id": "1", "text": html, "parse_mode": "HTML"}) == []


def block_faults(blocks):
    for block in Block.parse_all(blocks):
        block.validate_json()
    return platforms.block_faults(blocks) + specs.block_faults(blocks)


def test_slack_blocks_of_a_card():
    text, blocks = slack_blocks(card(THE_FALLEN))
    assert [block["type"] for block in blocks] == ["header", "rich_text", "context", "actions"]
    assert (
        platforms.visible(blocks)
        == """\
Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine
→ Ukraine  1,200 bodies · says Russia's defence ministry, confirmed by Ukraine
→ Russia  0 bodies · says Russian state media
Prisoners of war were exchanged too; no figure given

2 sources: Fiji Global News · Seaside Herald
Belarus · under the Istanbul agreements
[Sources (2)] [Timeline] [Mute] [Wrong?]"""
    )
    assert text == plain(card(THE_FALLEN)).replace("&", "&amp;")
    assert block_faults(blocks) == []


def test_a_headline_too_long_for_slack_is_cut_in_the_header_and_whole_below():
    long = Card(event_id="e", headline="word " * 50 + "end")
    _, blocks = slack_blocks(long)
    assert blocks[0]["text"]["text"].endswith("…")
    assert platforms.visible(blocks[1:]).endswith("end")


def test_a_slack_reply_without_cards_is_one_block():
    text, blocks = slack_reply(Reply(text="Try <this> & that"))
    assert text == "Try &lt;this&gt; &amp; that"
    assert platforms.visible(blocks) == "Try <this> & that"


def test_the_console_shows_what_plain_text_shows():
    console = Console(width=200, file=StringIO(), force_terminal=True)
    for line in console_lines(card(THE_FALLEN)):
        console.print(line)
    shown = console.file.getvalue()
    assert "\x1b]8;" in shown  # the sources are links
    assert Text.from_ansi(shown).plain.strip() == plain(card(THE_FALLEN))


FUZZ = settings(max_examples=60, deadline=None)


@FUZZ
@given(CARDS)
@example(WORST)
def test_telegram_shows_exactly_the_text_whatever_feeds_hold_and_no_more(shown):
    """Row 53."""
    html = telegram_html(shown)
    form = {"chat_id": "1", "text": html, "parse_mode": "HTML"}
    assert platforms.telegram_faults("sendMessage", form) + specs.telegram_faults("sendMessage", form) == []
    assert platforms.AUTOLINK.findall(platforms.telegram_text(platforms.without_links(html))) == []
    if not html.endswith("\n…"):
        assert platforms.telegram_text(html).replace("\u2060", "") == plain(shown)


@FUZZ
@given(CARDS)
@example(WORST)
def test_slack_parses_nothing_of_what_feeds_hold(shown):
    """Row 53."""
    text, blocks = slack_blocks(shown)
    assert platforms.slack_text_faults(text) + block_faults(blocks) == []
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    seen = "".join(plain(shown).split("\n"))
    assert not [
        sign for sign in seen if unicodedata.category(sign) in hidden and sign not in "\u200c\u200d\u2068\u2069\u200f"
    ]
    assert seen.count("\u2068") == seen.count("\u2069")


@settings(FUZZ, max_examples=15)
@given(st.lists(CARDS, min_size=1, max_size=5))
@example([WORST] * 5)
def test_a_reply_of_any_cards_fits_both_platforms(shown):
    reply = Reply(text="Latest", cards=tuple(shown))
    form = {"chat_id": "1", "text": telegram_reply(reply), "parse_mode": "HTML"}
    text, blocks = slack_reply(reply)
    assert platforms.telegram_faults("sendMessage", form) == []
    assert platforms.slack_text_faults(text) + block_faults(blocks) == []
