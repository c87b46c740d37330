"""Whether an article tells of a bargain at all, and what a claim of the way back hears of it."""

from datetime import date

import pytest

from detectors.claims import read_claims
from detectors.claims import signals as claim_signals
from detectors.figures import read_figures
from detectors.options import Option, Way
from detectors.terms import are_bargained_for
from detectors.transfers import Read
from tests.readings import read

FORTH, BACK = Option(Way.ONE, "Mali", "MNLA"), Option(Way.ONE, "MNLA", "Mali")


@pytest.mark.parametrize(
    ("code", "text", "bargained"),
    [
        ("en", "Mali freed 31 rebels in exchange for 16 soldiers.", True),
        ("en", "Mali and the rebels swapped prisoners on Monday. 31 rebels went home.", True),
        ("en", "The rebels released 20 soldiers on Monday. Mali still holds 31 of them.", False),
        ("en", "The rebels released 20 soldiers on Monday. In 2013 the two sides had swapped prisoners.", False),
        ("de", "Mali ließ 31 Rebellen frei, im Gegenzug kamen 16 Soldaten heim.", True),
        ("de", "Die Rebellen ließen am Montag 20 Soldaten frei. Mali hält noch 31 von ihnen fest.", False),
        ("es", "Malí liberó a 31 rebeldes a cambio de 16 soldados.", True),
        ("es", "Los rebeldes liberaron el lunes a 20 soldados. En Malí hay 31 presos.", False),
        ("fr", "Le Mali a libéré 31 rebelles contre 16 soldats.", True),
        ("it", "Pakistan e India: 20 pescatori rimpatriati lunedì. In India ci sono 355 pachistani.", False),
        ("ru", "Мали обменяло 31 повстанца на 16 солдат.", True),
        ("ru", "Повстанцы освободили 20 солдат. Ещё 31 человек находится в плену.", False),
        ("ar", "أفرجت مالي عن 31 متمردا مقابل 16 جنديا.", True),
        ("zh", "马里释放31名叛军，换回16名士兵。", True),
        ("tr", "Mali 16 askere karşılık 31 isyancıyı serbest bıraktı.", True),
    ],
)
def test_an_article_tells_of_a_bargain_or_of_one_side_alone(code: str, text: str, bargained: bool) -> None:
    assert are_bargained_for(read("", code, text, date(2025, 3, 10))) == bargained


def heard(text: str, ways: dict[int, tuple[Option, float]]) -> dict[int, dict[str, float]]:
    """What the claims of a text hear, by their number."""
    found = [
        Read(figure, {Option(Way.NONE): 1 - ways[figure.group.count][1], way: chance})
        for figure in read_figures(read("", "en", text))
        for way, chance in (ways[figure.group.count],)
    ]
    claims = read_claims(found)
    return {claim.count: claim_signals(claim, claims, found) for claim in claims}


def test_the_way_back_is_doubted_where_nothing_tells_of_a_bargain() -> None:
    ways = {20: (BACK, 0.9), 31: (FORTH, 0.5)}
    alone = heard("The rebels released 20 soldiers. Mali refuses to release 31 rebels.", ways)
    swapped = heard("The rebels swapped 20 soldiers for 31 rebels.", ways)
    assert alone[31]["opposite.one_sided"] == pytest.approx(0.9)
    assert "opposite.one_sided" not in alone[20]  # the likelier one
    assert alone[20]["told.one_sided"] == 1.0
    assert not any(name.endswith("one_sided") for each in swapped.values() for name in each)


def test_two_who_are_traded_may_be_one_of_either_side() -> None:
    traded = heard("Mali and the rebels swapped two prisoners.", {2: (FORTH, 0.9)})
    freed = heard("Mali released two prisoners.", {2: (FORTH, 0.9)})
    assert traded[2]["two.traded"] == 1.0
    assert "two.traded" not in freed[2]
