"""A figure that others prove misread gives an event no headline; what nobody gainsays does."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.figures import reconcile
from bot.misread import credible
from bot.types import Claim
from detectors import Category, Qualifier, Transfer
from tests.facts import NOW, ru, transfer, ua

LEAST, ABOUT = Qualifier.AT_LEAST, Qualifier.ABOUT
BODIES, HOSTAGES = Category.BODIES, Category.HOSTAGES
Telling = Sequence[Transfer]


def claims_of(*outlets: Telling) -> tuple[list[Claim], dict[str, str]]:
    """Each outlet's transfers as claims, in order of time, and whom each article speaks for."""
    names = {f"outlet {number}": f"outlet {number}" for number in range(len(outlets))}
    out = [
        Claim(article_id=name, source=name, published=NOW.replace(minute=minute), transfer=moved)
        for minute, (name, telling) in enumerate(zip(names, outlets, strict=True))
        for moved in telling
    ]
    return out, names


def headlines(*outlets: Telling) -> set[str]:
    """Every line that the event shows, as "Russia>Ukraine 25"."""
    claims, names = claims_of(*outlets)
    return {
        f"{'+'.join(line.released_by)}>{'+'.join(line.returned_to)} {line.count}"
        for line in reconcile(credible(claims, names), names)
    }


def held(giver: str, getter: str, count: int | None, **more) -> Transfer:
    return transfer(giver, getter, count, HOSTAGES, **more)


@pytest.mark.parametrize(
    ("outlets", "shown"),
    [
        # both ways' figures told as one side's
        ([[ua(25)], [ua(25), ru(25)], [ru(50)]], {"Russia>Ukraine 25", "Ukraine>Russia 25"}),
        # the parts of one outlet beside the figure of the others
        ([[ua(45)], [ua(35), ua(10)]], {"Russia>Ukraine 45"}),
        ([[ua(104)], [ua(104)], [ua(96), ru(8)]], {"Russia>Ukraine 104"}),
        # one way's figure told for both ways, where nobody else tells of a way back
        ([[ua(130)], [ua(130)], [ua(130), ru(130)]], {"Russia>Ukraine 130"}),
        # an article's figure told more vaguely for the way back
        (
            [[held("Hamas", "Israel", 4), held("Israel", "Hamas", 602), held("Hamas", "Israel", 602, qualifier=ABOUT)]],
            {"Hamas>Israel 4", "Israel>Hamas 602"},
        ),
        # who carries them, or whose citizen was among them, for a side
        (
            [[held("Hamas", "Israel", 3)], [held("Hamas", "Israel", 3), held("Hamas", "Russia", 1)]],
            {"Hamas>Israel 3"},
        ),
        (
            [
                [held("Belarus", "Lithuania", 14)],
                [held("Belarus", "Lithuania", 14)],
                [held("Belarus", "United States", 14)],
            ],
            {"Belarus>Lithuania 14"},
        ),
        # the bodies of the day before in a report of the living
        ([[ua(None), transfer("Russia", "Ukraine", 1212, BODIES)], [ua(None)], [ua(None)]], {"Russia>Ukraine None"}),
        # "one more group"
        ([[ua(1)], [ua(None)], [ua(None)]], {"Russia>Ukraine None"}),
        # the first plane; a few of about two hundred
        ([[ua(120)], [ua(200, qualifier=LEAST)]], {"Russia>Ukraine 200"}),
        ([[ua(200, qualifier=ABOUT)], [ua(4)]], {"Russia>Ukraine 200"}),
        # what went to two told as one's, by however many
        (
            [[held("Hamas", "Israel", 3), held("Hamas", "Thailand", 5)], [held("Hamas", "Israel", 8)]] * 2,
            {"Hamas>Israel 3", "Hamas>Thailand 5"},
        ),
        # a part of the total of one outlet, of which another tells the rest
        (
            [
                [transfer("Pakistan", "India", 203), transfer("India", "Pakistan", 3)],
                [transfer("Pakistan", "India", 200)],
            ],
            {"Pakistan>India 200"},
        ),
        # another giver than others tell of; three receivers of one number, of whom one was told first
        (
            [
                [transfer("Venezuela", "United States", 10), transfer("El Salvador", "Venezuela", 252)],
                [transfer("Venezuela", "United States", 10), transfer("El Salvador", "Venezuela", 252)],
                [transfer("El Salvador", "United States", 10), transfer("El Salvador", "Venezuela", 252)],
            ],
            {"Venezuela>United States 10", "El Salvador>Venezuela 252"},
        ),
        (
            [
                [transfer("Belarus", "Lithuania", 52)],
                [transfer("Belarus", "Poland", 52)],
                [transfer("Belarus", "Qatar", 52)],
            ],
            {"Belarus>Lithuania 52"},
        ),
        ([[transfer("Belarus", "Qatar", 52)], [transfer("Belarus", "Lithuania", 52)]], {"Belarus>Lithuania 52"}),
        # where they landed
        (
            [[transfer("Iran", "Austria", 2)], [transfer("Iran", "Austria", 2), transfer("Iran", "Oman", 3)]],
            {"Iran>Austria 2"},
        ),
        # nearly the others' figure told for both ways; a figure for both ways where others have another
        ([[ua(113)], [ua(113)], [ua(112), ru(112)]], {"Russia>Ukraine 113"}),
        ([[ua(45)], [ua(45), ru(3)], [ua(3), ru(3)]], {"Russia>Ukraine 45", "Ukraine>Russia 3"}),
        ([[ua(215)], [ua(215)], [ua(10), ru(10)]], {"Russia>Ukraine 215"}),
        # last month's figure beside today's
        ([[ua(121)], [ua(121), ua(100)], [ua(121)]], {"Russia>Ukraine 121"}),
        # both ways' figures together, one of them told vaguely, or as plans
        (
            [[ua(200, qualifier=LEAST), ru(16)], [ru(357)], [ua(200, qualifier=LEAST)]],
            {"Russia>Ukraine 200", "Ukraine>Russia 16"},
        ),
        (
            [[ua(1200, planned=True), ru(1700, planned=True)], [ua(3000, qualifier=ABOUT)]],
            {"Russia>Ukraine 1200", "Ukraine>Russia 1700"},
        ),
        # two states' people told as those of where they landed
        (
            [[transfer("Iran", "Austria", 2), transfer("Iran", "Denmark", 1)], [transfer("Iran", "Belgium", 3)]],
            {"Iran>Austria 2", "Iran>Denmark 1"},
        ),
        # an armed group's captives turned into the state's, exactly, nearly or vaguely
        (
            [
                [transfer("Houthis", "Yemen", 113)],
                [transfer("Houthis", "Yemen", 112)],
                [transfer("Yemen", "Houthis", 113)],
            ],
            {"Houthis>Yemen 112"},
        ),
        (
            [
                [transfer("RSF", "Sudan", 153)],
                [transfer("RSF", "Sudan", 153)],
                [transfer("Sudan", "RSF", 150, qualifier=LEAST)],
            ],
            {"RSF>Sudan 153"},
        ),
        # "four bodies on Thursday, six living on Saturday"
        (
            [
                [transfer("Hamas", "Israel", 4, BODIES, planned=True), held("Hamas", "Israel", 6, planned=True)],
                [transfer("Hamas", "Israel", 4, BODIES)],
            ],
            {"Hamas>Israel 4"},
        ),
        # soldiers and civilians are the prisoners of another
        (
            [
                [ru(270), ru(120, category=Category.CIVILIANS)],
                [ru(390, category=Category.PRISONERS)],
                [ru(270), ru(390, category=Category.PRISONERS)],
            ],
            {"Ukraine>Russia 390"},
        ),
        # the whole deal's one for one beside that of its last stage
        (
            [[ua(303), ru(303)], [ua(303)], [ua(303), ru(303)], [ua(1000), ru(1000)], [ua(1000), ru(1000)]],
            {"Russia>Ukraine 303", "Ukraine>Russia 303"},
        ),
        # a few of whom nobody else knows, and nobody is quoted
        ([[ua(106)], [ua(106)], [ua(106), ru(3, category=BODIES)]], {"Russia>Ukraine 106"}),
        # bodies that went nobody knows where
        (
            [
                [transfer("Hamas", "Israel", 4, BODIES), held("Israel", "Hamas", 602)],
                [
                    transfer("Hamas", "Israel", 4, BODIES),
                    held("Israel", "Hamas", 602),
                    transfer("Israel", "Hamas", 580, BODIES),
                ],
                [transfer("Hamas", "Israel", 4, BODIES)],
            ],
            {"Hamas>Israel 4", "Israel>Hamas 602"},
        ),
        # what a side says of five officers, of all since the war began, of both days: beside the number of all others
        ([[ua(215)], [ua(215)], [ua(215), ua(5, claimed_by=("Andriy Yermak",))]], {"Russia>Ukraine 215"}),
        ([[ru(95)], [ru(95)], [ru(95), ru(1348, claimed_by=("Vladimir Putin",))]], {"Ukraine>Russia 95"}),
        ([[ua(189)], [ua(189)], [ua(189), ua(300, claimed_by=("Volodymyr Zelensky",))]], {"Russia>Ukraine 189"}),
        # the same without that number, where many have it
        ([[ua(303)], [ua(303)], [ua(303)], [ua(1000, claimed_by=("Volodymyr Zelensky",))]], {"Russia>Ukraine 303"}),
        # weeks before, one outlet told of a way back
        (
            [
                [
                    transfer("Polisario Front", "Morocco", 100, planned=True),
                    transfer("Morocco", "Polisario Front", 150, planned=True),
                ],
                [transfer("Polisario Front", "Morocco", 100)],
                [transfer("Polisario Front", "Morocco", 100)],
            ],
            {"Polisario Front>Morocco 100"},
        ),
    ],
)
def test_what_others_prove_misread_is_no_headline(outlets: Sequence[Telling], shown: set[str]) -> None:
    assert headlines(*outlets) == shown


@pytest.mark.parametrize(
    ("outlets", "shown"),
    [
        # each side tells of its own people
        ([[ua(90)], [ua(90)], [ru(90)]], {"Russia>Ukraine 90", "Ukraine>Russia 90"}),
        # a figure of the way back that is another's, from one outlet alone
        ([[ua(254)], [ua(254)], [ua(254), ru(42)]], {"Russia>Ukraine 254", "Ukraine>Russia 42"}),
        # a few of whom somebody is quoted, and one for one in which each side tells of its own
        (
            [[ua(106)], [ua(106)], [ua(106), ru(3, claimed_by=("Andriy Yermak",))]],
            {"Russia>Ukraine 106", "Ukraine>Russia 3"},
        ),
        (
            [
                [ua(185), ru(185), *(way(20, category=Category.CIVILIANS) for way in (ua, ru))],
                [ua(185), ru(185)],
                [ua(205, category=Category.MIXED)],
            ],
            {"Russia>Ukraine 205", "Ukraine>Russia 185", "Ukraine>Russia 20"},
        ),
        # a captor's own plan backs one outlet against two
        (
            [
                [transfer("Houthis", "Yemen", 100, qualifier=LEAST, planned=True)],
                [transfer("Houthis", "Yemen", 113)],
                [transfer("Yemen", "Houthis", 112)],
                [transfer("Yemen", "Houthis", 112)],
            ],
            {"Houthis>Yemen 113", "Yemen>Houthis 112"},
        ),
        # the receiving side itself speaks
        (
            [[ua(130)], [ua(130)], [ua(130), ru(130, claimed_by=("Russia's defence ministry",))]],
            {"Russia>Ukraine 130", "Ukraine>Russia 130"},
        ),
        # third states' people, of whom several outlets tell, and outside a war one that knows the two sides
        (
            [[held("Hamas", "Israel", 3), held("Hamas", "Thailand", 5)]] * 2,
            {"Hamas>Israel 3", "Hamas>Thailand 5"},
        ),
        (
            [[held("Iran", "Austria", 2)], [held("Iran", "Austria", 2), held("Iran", "Denmark", 1)]],
            {"Iran>Austria 2", "Iran>Denmark 1"},
        ),
        # what a side says against two outlets
        (
            [[ua(1245)], [ua(1245)], [ua(1248, claimed_by=("Russia's defence ministry",))]],
            {"Russia>Ukraine 1245", "Russia>Ukraine 1248"},
        ),
        # as many soldiers each way, of whom one outlet alone tells, beside the civilians of all
        (
            [[ua(185), ru(20, category=Category.CIVILIANS)]] * 2
            + [[ua(185), ru(185), ru(20, category=Category.CIVILIANS)]],
            {"Russia>Ukraine 185", "Ukraine>Russia 185", "Ukraine>Russia 20"},
        ),
        # as many to two states, told by one outlet
        ([[held("Hamas", "Israel", 5), held("Hamas", "Thailand", 5)]], {"Hamas>Israel 5", "Hamas>Thailand 5"}),
        # also where it is far off, but few have the other, or they count other people
        (
            [[ua(20)], [ua(20)], [ua(50, claimed_by=("Volodymyr Zelensky",))]],
            {"Russia>Ukraine 50"},
        ),
        (
            [[ua(45)], [ua(45)], [ua(45), ua(2, category=Category.CIVILIANS, claimed_by=("Andriy Yermak",))]],
            {"Russia>Ukraine 45", "Russia>Ukraine 2"},
        ),
        # the others of whom one outlet of several tells are still to go
        (
            [[held("Hamas", "Israel", 1)]] * 2
            + [[held("Hamas", "Israel", 1), held("Israel", "Hamas", 15, planned=True)]],
            {"Hamas>Israel 1", "Israel>Hamas 15"},
        ),
        # a lone report is all that is known
        ([[held("Hamas", "Russia", 1)]], {"Hamas>Russia 1"}),
    ],
)
def test_what_nobody_gainsays_is_shown(outlets: Sequence[Telling], shown: set[str]) -> None:
    assert headlines(*outlets) == shown


WAYS = st.sampled_from((("Russia", "Ukraine"), ("Ukraine", "Russia"), ("Russia", "Hungary"), ("Qatar", "Ukraine")))
MOVED = st.builds(
    lambda way, count, category, qualifier, planned: transfer(
        *way, count, category, qualifier=qualifier, planned=planned
    ),
    WAYS,
    st.sampled_from((1, 25, 50, 75, 120, 1000)),
    st.sampled_from((Category.PRISONERS_OF_WAR, BODIES)),
    st.sampled_from((Qualifier.EXACT, LEAST, ABOUT)),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(MOVED, min_size=1, max_size=3), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_what_is_credible_does_not_depend_on_the_order(outlets: list[Telling], order: random.Random) -> None:
    claims, names = claims_of(*outlets)
    shuffled = order.sample(claims, len(claims))
    assert {id(each) for each in credible(shuffled, names)} == {id(each) for each in credible(claims, names)}


def test_a_plan_for_as_many_to_another_state_misdirects_nobody() -> None:
    planned = transfer("Russia", "Hungary", 9, planned=True)
    assert headlines([planned], [ua(9)]) == {"Russia>Hungary 9", "Russia>Ukraine 9"}


def test_a_lone_outlet_keeps_all_that_it_says() -> None:
    claims, names = claims_of([ua(60), ru(60), ua(3, category=BODIES)])
    assert credible(claims, names) == claims
    copies = [*claims, *(replace(each, article_id="a copy") for each in claims)]
    assert credible(copies, {**names, "a copy": "outlet 0"}) == copies
