"""A reply says in short what changed; a merged event's message says which exchange it is."""

from dataclasses import replace

import pytest

from bot.render import brief, card, languages, plain, slack_blocks, telegram_html, withdrawn, words
from bot.types import AlertKind
from tests import platforms
from tests.sample_events import EACH, THE_FALLEN


def test_a_reply_leads_with_what_changed_and_leaves_out_all_but_the_figures():
    whole = card(THE_FALLEN, AlertKind.UPDATE, reason="figure_revised")
    assert plain(brief(whole)).split("\n") == [
        "Updated: a figure was revised",
        "Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine",
        "",
        "→ Ukraine  1,200 bodies · says Russia's defence ministry, confirmed by Ukraine",
        "→ Russia  0 bodies · says Russian state media",
    ]
    assert brief(replace(whole, is_silent=True)).is_silent


def test_a_merged_events_message_names_the_other():
    told = withdrawn(THE_FALLEN, EACH)
    assert plain(told).split("\n") == [
        "Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine",
        "Withdrawn: no longer told as an exchange of its own",
        "",
        "→ Russia ⇄ Ukraine: 95 prisoners of war returned to each side",
    ]
    assert withdrawn(EACH, EACH).notes == ()


@pytest.mark.parametrize("language", languages())
def test_both_are_said_in_every_language_and_fit_every_platform(language: str):
    whole = card(THE_FALLEN, AlertKind.UPDATE, reason="figure_revised", language=language)
    said = words(language)
    for told in (brief(whole), withdrawn(THE_FALLEN, EACH, language=language)):
        assert (told.language, told.is_rtl) == (said.language, said.is_rtl)
        html = telegram_html(told)
        assert platforms.telegram_faults("sendMessage", {"chat_id": "1", "text": html, "parse_mode": "HTML"}) == []
        text, blocks = slack_blocks(told)
        assert platforms.slack_text_faults(text) + platforms.block_faults(blocks) == []
    assert brief(whole).headline == whole.change
    assert withdrawn(THE_FALLEN, EACH, language=language).notes[0].startswith("←" if said.is_rtl else "→")
