"""Telegram: whatever feeds and people write, every request is one that the platform takes."""

import json
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.chat.telegram_forms import articles, card_form, payload_of, reply_form
from bot.render import card, telegram_caption
from bot.types import Button, Picture, Reply, Verb
from detectors import Category
from tests import platforms, specs
from tests.sample_events import event, report, transfer

FUZZ = settings(max_examples=25, deadline=None)  # 600 of each were tried
PIECES = [
    *("<b>", "</a>", '<a href="tg://user?id=1">', "&lt;", "&amp;amp;", "&#0;", '"', "<!--", "<tg-spoiler>", "]]>"),
    *("@everyone", "@durov", "#tag", "$USD", "/subscribe", "t.me/x", "https://evil.example", "tg://resolve?domain=x"),
    *("🇺🇦" * 30, "👨‍👩‍👧‍👦", "𝕏", "é" * 40, "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2067"),
    *("الأسرى", "שבויים", "полонені", "捕虜", "k̵̢͓", "\x00", "\x1b[31m", "\ud800", "\r\n", "\u2028"),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=8).map("".join)
LONG = st.builds(lambda text, times: (text * times)[:10_000], TEXT, st.sampled_from([1, 1, 1_000]))
EVENTS = st.builds(
    lambda one, other, said, **more: event(
        transfer(one, other, Category.PRISONERS_OF_WAR, 95, claimed_by=(said,)), parties=(one, other), **more
    ),
    LONG,
    LONG,
    LONG,
    place=LONG,
    agreement=LONG,
    reports=st.lists(st.builds(report, LONG, LONG.map("https://x.example/".__add__)), max_size=5).map(tuple),
)
CARDS = st.builds(
    lambda shown, language, labels: replace(
        card(shown, language=language),
        buttons=tuple(Button(label=label or "x", words=("timeline", "e1")) for label in labels),
    ),
    EVENTS,
    st.sampled_from(["en", "uk", "ar"]),
    st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=30), max_size=4),
)
ADDRESSES = st.sampled_from(["7", "-1001234567890", "-100555/42", "@exchangewatch"])
WORST = Reply(text="&" * 10_000, cards=tuple(card(event(place="<" * 10_000)) for _ in range(5)))


def faults(method, form):
    """What Telegram would refuse of a request as the library sends it."""
    sent = {"chat_id": "1"} | {
        name: value if isinstance(value, str) else value.to_json() for name, value in form.items()
    }
    return platforms.telegram_faults(method, sent) + specs.telegram_faults(method, sent)


def sound(text):
    """As people's words come, in UTF-8, and feeds' words once they are cleaned."""
    return text.encode(errors="ignore").decode()


def shows_no_markup(html):
    """That all that could make a link or a ping by itself stands in links of ours."""
    return platforms.AUTOLINK.findall(platforms.telegram_text(platforms.without_links(html))) == []


@FUZZ
@given(CARDS, ADDRESSES)
def test_a_card_with_its_buttons(shown, address):
    for plain in (False, True):
        assert faults("sendMessage", card_form(shown, address, "a_bot", plain=plain)) == []
    assert shows_no_markup(card_form(shown, address, "a_bot")["text"])


@FUZZ
@given(st.builds(Reply, text=LONG, cards=st.lists(CARDS, max_size=3).map(tuple)), ADDRESSES)
@example(WORST, "7")
def test_a_reply(reply, address):
    reply = replace(reply, text=f"x {sound(reply.text)}")
    for plain in (False, True):
        form = reply_form(reply, address, "a_bot", about="-100997852516352", plain=plain)
        assert faults("sendMessage", form) == []


@FUZZ
@given(st.lists(CARDS, max_size=3))
def test_what_is_offered_to_share(shown):
    found = [json.loads(each.to_json()) for each in articles(Reply(cards=tuple(shown)), Verb.SEARCH, "a_bot")]
    form = {"inline_query_id": "1", "results": json.dumps(found)}
    assert platforms.telegram_faults("answerInlineQuery", form) + specs.telegram_faults("answerInlineQuery", form) == []
    assert all(shows_no_markup(each["input_message_content"]["message_text"]) for each in found)


@FUZZ
@given(LONG)
def test_a_caption(text):
    form = {"chat_id": "1", "photo": "chart.png", "parse_mode": "HTML"}
    form["caption"] = telegram_caption(Picture(png=b"", alt=f"x\n{sound(text)}"))
    assert platforms.telegram_faults("sendPhoto", form) == []


@FUZZ
@given(st.lists(TEXT | st.sampled_from(["sub", "ua", "e1"]), min_size=1, max_size=4))
def test_a_link_s_words(words):
    payload = payload_of([sound(word) or "x" for word in words])
    assert payload is None or platforms.link_faults(f"https://t.me/a_bot?start={payload}") == []


BROKEN = {
    "data too long": [[{"text": "x", "callback_data": "ї" * 33}]],
    "no data": [[{"text": "x", "callback_data": ""}]],
    "no label": [[{"text": "", "callback_data": "x"}]],
    "both": [[{"text": "x", "callback_data": "x", "url": "https://t.me/a_bot?start=x"}]],
    "a page of others": [[{"text": "x", "url": "https://evil.example/?start=x"}]],
    "an empty row": [[]],
    "nothing": [],
    "too many in a row": [[{"text": "x", "callback_data": "x"}] * 9],
}


@pytest.mark.parametrize("rows", BROKEN.values(), ids=BROKEN)
def test_the_tests_own_check_refuses_a_broken_keyboard(rows):
    form = {"chat_id": "1", "text": "x", "reply_markup": json.dumps({"inline_keyboard": rows})}
    assert platforms.telegram_faults("sendMessage", form) != []
