"""The buttons under cards and answers: which there are, and where each of them leads."""

import re
from collections import deque
from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest

from bot.config import FeedConfig
from bot.render import card, languages, plain_reply, words
from bot.render.words import messages
from bot.types import Verb
from tests.asks import CHAT, ask, faults
from tests.facts import NOW, report
from tests.sample_events import BODIES, EACH, POW, THE_FALLEN, event, transfer
from tests.stores import BOTH_95, arrive, bring, five_outlets
from tests.tone import FORBIDDEN, PICTURES


async def test_one_card_has_buttons_and_several_have_none(store, commands):
    event_id = five_outlets(store)
    bring(store, "other", report(transfer("Israel", "Hamas", POW, 2)), NOW - timedelta(days=30))
    alone = [await ask(commands, "event", event_id), await ask(commands, "latest", "1")]
    for reply in alone:
        (shown,) = reply.cards
        assert [(button.label, button.words) for button in shown.buttons] == [
            ("Sources (5)", ("sources", event_id)),
            ("Timeline", ("timeline", event_id)),
            ("Mute", ("mute", event_id)),
            ("Wrong?", ("wrong", event_id)),
        ]
    together = await ask(commands, "latest", "2")
    assert [shown.buttons for shown in together.cards] == [(), ()]


def test_the_dead_are_told_without_a_sound():
    assert card(THE_FALLEN).is_silent is False  # the living were exchanged too
    assert card(event(transfer("Russia", "Ukraine", BODIES, 1200))).is_silent is True
    assert card(EACH).is_silent is False


def test_without_a_source_no_button_asks_for_them():
    assert [button.words[0] for button in card(event(transfer("Russia", "Ukraine", POW, 2))).buttons] == [
        "timeline",
        "mute",
        "wrong",
    ]


async def test_the_longest_names_still_fit_into_a_button(store, commands):
    longest = ("Bosnia & Herzegovina", "United Arab Emirates")
    bring(store, "long", report(transfer(*longest, POW, 3)))
    (found,) = store.events.standing()
    assert len(found.id.encode()) > 48
    (shown,) = (await ask(commands, "event", found.id)).cards
    assert shown.buttons[0].words == ("sources", f"2026-11-24-{found.id[-6:]}")
    for button in shown.buttons:
        assert len(" ".join(button.words).encode()) <= 48
    assert "1 source:" in plain_reply(await ask(commands, *shown.buttons[0].words))
    assert store.events.get("2026-11-24-000000") is None


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("is_operator", [False, True])
async def test_every_button_leads_to_a_sensible_reply(store, commands, language, is_operator):
    """From every reply, by every button, as far as it goes; a chart's picture has a test of its own."""
    event_id = five_outlets(store)
    for n in range(9):
        arrive(store, f"Paper {n}", BOTH_95, 70 + n)
    store.feeds.sync([FeedConfig(url=f"https://f{n}.example/") for n in range(70)], 300.0, NOW)
    store.channels.sync([replace(CHAT, language=language)], NOW)
    todo = deque([("wrong", event_id, "too", "many"), ("event", event_id), ("sources",)])
    todo += [("admin",), ("admin", "broadcast", "Hello")] if is_operator else []
    unknown = (await ask(commands, "weather", language=language)).text.split("\n")[0]
    missing = (await ask(commands, "event", "nothing", language=language)).text
    seen: set[tuple[str, ...]] = set()
    while todo:
        words = todo.popleft()
        if words in seen or words[0] == Verb.CHART or words[0] not in set(Verb):
            continue
        seen.add(words)
        reply = await ask(commands, *words, language=language, is_operator=is_operator, may_change=True)
        assert reply.text.split("\n")[0] not in {unknown, missing}, words
        assert plain_reply(reply)
        assert faults(reply) == []
        assert len(reply.text) <= 180 or not reply.is_brief
        for button in chain(*reply.buttons, *(shown.buttons for shown in reply.cards)):
            assert len(" ".join(button.words).encode()) <= 48
            assert all(word and not any(map(str.isspace, word)) for word in button.words)
            assert 0 < len(button.label) <= 40
            assert button.words[0] in {*Verb, "mute"}
            todo.append(button.words)
    assert {words[0] for words in seen} >= {"event", "sources", "timeline", "wrong"}
    assert ("sources", event_id, "2") in seen
    assert (("admin", "done", "1") in seen) is is_operator


async def test_the_chart_button_leads_to_a_picture(store, commands):
    reply = await ask(commands, "timeline", five_outlets(store))
    pictured = await ask(commands, *reply.buttons[-1][0].words)
    assert pictured.picture is not None


@pytest.mark.parametrize("language", languages())
def test_labels_and_answers_are_solemn(language):
    say = words(language)
    for key in messages(language):
        if key.startswith(("button-", "wrong-", "admin-", "broadcast-", "timeline-", "feeds-", "source")):
            values = dict.fromkeys(("n", "who", "what", "zone", "when", "command", "wrong", "event", "most"), "1")
            text = say.say(key, count=1, language="1", names="1", **values)
            assert not PICTURES.search(text), key
            assert not re.search(FORBIDDEN[language], text, re.IGNORECASE), key
