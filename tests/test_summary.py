"""Several events in one message: none is left out, however long their names are."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backlog import FOLDED_MOST
from bot.render import plain_short, slack_blocks, summary, telegram_html
from tests import platforms
from tests.sample_events import EACH, THE_FALLEN


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Russia", "Україна" * 9, "囚" * 60, "<b>&x</b>", "𝕏" * 50]), min_size=1, max_size=20))
def test_every_line_of_a_summary_is_shown_on_every_platform(names: list[str]):
    events = [replace(THE_FALLEN, id=str(n), parties=(name, f"Side {n}")) for n, name in enumerate(names)]
    told = summary(events)
    (lines,) = (section.points for section in told.sections)
    assert len(lines) == len(names) <= FOLDED_MOST
    html = telegram_html(told)
    shown = platforms.telegram_text(html)
    assert len(shown.encode("utf-16-le")) // 2 <= 4096
    assert shown.count("• ") == len(names)
    text, blocks = slack_blocks(told)
    assert platforms.visible(blocks).count("• ") == len(names)
    assert platforms.slack_text_faults(text) == platforms.block_faults(blocks) == []
    assert len(plain_short(told)) <= 1_500


def test_a_summary_says_what_it_is_and_names_each_exchange_with_its_day():
    told = summary([EACH, THE_FALLEN])
    assert told.headline == "2 exchanges in brief"
    first = told.sections[0].points[0]
    assert first.text.startswith("Russia ⇄ Ukraine: 95 prisoners of war returned to each side")
    assert first.url
