"""Messages in Arabic run from the right, with what runs from the left set apart in them."""

import re

import pytest

from bot.render import card
from bot.render.layout import lines
from bot.render.text import FSI, PDI, RLM, isolated, shorten
from tests.sample_events import EACH, MANY_SIDES, THE_FALLEN, event, report


def balanced(text):
    depth = 0
    for sign in text:
        depth += (sign == FSI) - (sign == PDI)
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("shown", [THE_FALLEN, EACH, MANY_SIDES], ids=["fallen", "each", "many"])
def test_arabic_lines_run_from_the_right_with_names_and_numbers_set_apart(shown):
    for line in lines(card(shown, language="ar")):
        assert line.text.startswith(RLM)
        assert balanced(line.text)
        outside = line.text
        while (bare := re.sub(f"{FSI}[^{FSI}{PDI}]*{PDI}", "", outside)) != outside:
            outside = bare
        assert not re.search(r"[A-Za-z0-9]", outside)


def test_arabic_arrows_point_the_way_that_the_line_runs():
    assert card(EACH, language="ar").figures[0].direction == "← أوكرانيا"
    assert card(EACH, language="en").figures[0].direction == "→ Ukraine"


def test_digits_are_those_of_the_readers_country():
    assert "1,200" in card(THE_FALLEN, language="ar").headline
    egypt = card(THE_FALLEN, language="ar-EG")
    assert "١٬٢٠٠" in egypt.headline
    assert "٢٠٢٤" in card(EACH, language="ar-EG").details


def test_a_name_from_the_right_is_set_apart_in_a_line_from_the_left():
    (source,) = card(event(reports=(report("الجزيرة"),))).sources
    assert source.name == f"{FSI}الجزيرة{PDI}"


def test_what_is_set_apart_is_not_set_apart_again():
    once = isolated("Reuters", in_rtl=True)
    assert isolated(once, in_rtl=True) == once
    assert isolated(f"بحسب {once}", in_rtl=True) == f"بحسب {once}"


def test_a_cut_leaves_no_direction_open():
    text = "من " + f"{FSI}Reuters and others{PDI}" * 10
    for limit in range(3, len(text) + 2):
        assert balanced(shorten(text, limit))
        assert len(shorten(text, limit)) <= limit
