"""One number told twice: it went the same way again, or the other way as the second leg."""

import pytest

from detectors.options import NONE, Option, Way
from detectors.transfers import Read, agreed
from tests.readings import figures

ONE_WAY, BACK = Option(Way.ONE, "Russia", "Ukraine"), Option(Way.ONE, "Ukraine", "Russia")


def second(code: str, title: str, text: str = "") -> tuple[float, float]:
    """How likely the second mention is to have gone each way, the first being sure and the second undecided."""
    first, other = figures(title, code, text)[:2]
    assert first.group.count == other.group.count
    sure, undecided = {NONE: 0.02, ONE_WAY: 0.95, BACK: 0.03}, {NONE: 0.1, ONE_WAY: 0.45, BACK: 0.45}
    _, read = agreed([Read(first, sure), Read(other, undecided)])
    return read.chances[ONE_WAY], read.chances[BACK]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Kyiv gets 84 soldiers back", "The 84 servicemen came home on Friday after a swap with Russia."),
        ("ru", "Украина вернула 84 военных", "84 человека вернулись из плена в пятницу."),
    ],
)
def test_a_number_that_is_told_again_went_the_same_way(code: str, title: str, text: str) -> None:
    same, other = second(code, title, text)
    assert same > 2 * other


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "84 Ukrainian soldiers came home, 84 Russian soldiers are on their way to Moscow."),
        ("hi", "84 यूक्रेनी सैनिक घर लौटे और 84 रूसी सैनिक भी वतन लौटे।"),
        ("en", "Ukraine received 84 servicemen and handed over 84 prisoners."),
        ("tr", "Rusya 84 askerine kavuştuğunu, bunun için Ukrayna'ya 84 esir verdiğini duyurdu."),
    ],
)
def test_people_of_the_other_side_or_by_the_other_verb_are_the_way_back(code: str, text: str) -> None:
    same, other = second(code, text)
    assert other > 2 * same


def test_people_of_another_nation_further_down_say_nothing_of_the_first() -> None:
    same, other = second("en", "84 Ukrainian soldiers are home", "84 Russian soldiers are on their way.")
    assert same == pytest.approx(other)
