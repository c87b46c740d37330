"""Figures that others seem to deny: who went back for the dead, one who was given for several, totals of two legs."""

import pytest

from detectors.types import Category
from tests.readings import figures, signals

_DEAD = "Hezbollah gives back the bodies of two Israelis"
_TAIL = "The coffins came on Monday. It rained. "


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("In return Israel freed five Lebanese prisoners.", False),
        ("Israel for its part freed five Lebanese prisoners.", False),
        ("For the bodies Israel is to free five Lebanese prisoners.", False),
        ("Israel freed five Lebanese prisoners.", True),
        ("In an earlier exchange Israel freed five Lebanese prisoners in return.", True),
    ],
    ids=["in return", "for its part", "for the bodies", "others", "earlier"],
)
def test_who_goes_back_for_the_dead_is_of_this_news(text: str, others: bool) -> None:
    assert ("unled.living" in signals(5, _DEAD, text=_TAIL + text)) is others


def test_who_was_given_for_several_is_no_one_of_them() -> None:
    assert "single.counted" not in signals(1, "Two Americans freed for an Afghan citizen")
    assert "single.counted" in signals(1, "Two Americans freed", text="An American pilot came home on Friday.")


def test_parts_of_a_leg_are_no_two_legs() -> None:
    text = "Hamas let ten Israelis go. 30 Palestinians, 16 minors and 14 women, will leave prison for the ten."
    assert "total.legs" not in signals(30, "", text=text)
    legs = "Ukraine received 90 soldiers and handed over 95 Russians. In all 185 people changed sides."
    assert "total.legs" in signals(185, "", text=legs)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The rebels let eight women go and gave back the bodies of eight soldiers.", [False, True]),
        ("Eight soldiers came home in eight coffins.", [True, True]),
    ],
)
def test_a_few_beside_as_many_bodies_live_unless_they_are_soldiers(text: str, dead: list[bool]) -> None:
    eight = [figure.group for figure in figures("", "en", text) if figure.group.count == 8]
    assert [group.category is Category.BODIES for group in eight] == dead
