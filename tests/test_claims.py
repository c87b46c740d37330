"""What is told in the end: which of the movements that an article's figures speak for stand beside one another."""

from datetime import date

import pytest

from detectors import weigh
from detectors.camps import Camp
from detectors.chosen import choose
from detectors.claims import read_claims
from detectors.claims import signals as claim_signals
from detectors.figures import read_figures
from detectors.network import Network
from detectors.options import Option, Way
from detectors.transfers import Read
from detectors.types import Category
from tests.readings import legs, read, report_of

SIDES = {side: Camp(side, side, {}, {}) for side in ("Mali", "MNLA")}


def told(text: str, ways: dict[int, Option], published: date | None = None) -> list[Read]:
    """The figures of a text, each as good as sure to be meant in the way that is given for its number."""
    found = read_figures(read("", "en", text, published))
    return [Read(each, {Option(Way.NONE): 0.1, ways[each.group.count]: 0.9}) for each in found]


def test_a_total_over_both_sides_is_nobodys_leg() -> None:
    text = "Mali's army and rebels freed 47 prisoners: the army 31 fighters and the rebels 16 soldiers."
    forth, back = Option(Way.ONE, "Mali", "MNLA"), Option(Way.ONE, "MNLA", "Mali")
    with weigh.weighed_by({"claim": Network.plain({"chance": 1.0})}):
        both = choose(told(text, {47: back, 31: forth, 16: back}), SIDES, Category.PRISONERS)
        alike = choose(told(text, {47: back, 31: back, 16: back}), SIDES, Category.PRISONERS)
    assert {transfer.count for transfer in both} == {31, 16}
    assert {transfer.count for transfer in alike} == {47, 31, 16}


def test_a_vague_total_over_both_sides_is_nobodys_leg() -> None:
    title = "Army and rebels let 200 captives go"
    text = (
        "More than 200 captives were freed by Mali and the rebels. The army let 82 rebels go, the rebels 140 soldiers."
    )
    forth, back = Option(Way.ONE, "Mali", "MNLA"), Option(Way.ONE, "MNLA", "Mali")
    found = [
        Read(each, {Option(Way.NONE): 0.1, {82: forth}.get(each.group.count, back): 0.9})
        for each in read_figures(read(title, "en", text))
        if each.group.count > 1
    ]
    with weigh.weighed_by({"claim": Network.plain({"chance": 1.0})}):
        assert {transfer.count for transfer in choose(found, SIDES, Category.PRISONERS)} == {82, 140}


@pytest.mark.parametrize(
    ("code", "title", "text", "expected"),
    [
        (
            "en",
            "India and Pakistan return 185 fishermen to each other",
            "The Indian Coast Guard handed over 90 Pakistani fishermen and received 95 Indian ones on Monday.",
            {("India", "Pakistan", 90), ("Pakistan", "India", 95)},
        ),
        (
            "fr",
            "Arménie et Azerbaïdjan échangent 34 prisonniers",
            "L'Azerbaïdjan a remis lundi 32 soldats arméniens, l'Arménie a rendu deux militaires azerbaïdjanais.",
            {("Azerbaijan", "Armenia", 32), ("Armenia", "Azerbaijan", 2)},
        ),
        (
            "zh",
            "也门政府与胡塞武装交换322名战俘",
            "也门政府10日释放250名胡塞武装人员，胡塞武装释放72名政府军士兵。",
            {("Yemen", "Houthis", 250), ("Houthis", "Yemen", 72)},
        ),
        (
            "ru",
            "Россия и Украина обменяли более 200 пленных",
            "Минобороны РФ сообщило, что из украинского плена вернулись 82 российских военнослужащих. "
            "В Киеве сообщили о возвращении 140 украинских военных.",
            {("Ukraine", "Russia", 82), ("Russia", "Ukraine", 140)},
        ),
    ],
    ids=["en", "fr", "zh", "vague"],
)
def test_what_each_side_gave_is_told_and_not_the_headlines_sum(
    code: str, title: str, text: str, expected: set[tuple[str, str, int]]
) -> None:
    assert legs(report_of(title, code, text, date(2025, 3, 10))) == expected


def test_a_claim_hears_when_its_verb_plays() -> None:
    text = "Mali freed 31 fighters on Monday. In October Mali had freed 16 fighters."
    found = told(text, dict.fromkeys((31, 16), Option(Way.ONE, "Mali", "MNLA")), date(2025, 3, 10))
    claims = read_claims(found)
    scopes = {
        (claim.count, name)
        for claim in claims
        for name in claim_signals(claim, claims, found)
        if name.startswith("told.scope")
    }
    assert scopes == {(31, "told.scope.fresh"), (16, "told.scope.past"), (16, "told.scope.past.dated")}


def test_who_is_told_in_one_breath_with_others_is_not_told_twice() -> None:
    text = "Mali freed 42 men and three women on Monday."
    way = Option(Way.ONE, "Mali", "MNLA")
    with weigh.weighed_by({"claim": Network.plain({"chance": 1.0})}):
        transfers = choose(told(text, {42: way, 3: way, 45: way}), SIDES, Category.PRISONERS)
        apart = choose(told(text, {42: way, 3: way, 45: Option(Way.ONE, "MNLA", "Mali")}), SIDES, Category.PRISONERS)
    assert {transfer.count for transfer in transfers} == {45}
    assert {transfer.count for transfer in apart} == {42, 3, 45}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Boko Haram on Monday handed over 21 children to Nigeria."),
        ("fr", "Boko Haram a remis lundi 21 enfants au Nigeria."),
        ("es", "Boko Haram entregó el lunes a 21 niños a Nigeria."),
    ],
)
def test_children_in_the_hands_of_who_takes_hostages_are_hostages(code: str, text: str) -> None:
    report = report_of("", code, text, date(2025, 3, 10), sure=False)
    assert {t.category for t in report.transfers if t.released_by == ("Boko Haram",)} == {Category.HOSTAGES}


@pytest.mark.parametrize(
    ("code", "text", "dated"),
    [
        ("en", "In October Mali had freed 16 fighters.", True),
        ("de", "Am 7. Februar hatte Mali 16 Kämpfer freigelassen.", True),
        ("ru", "В январе Мали освободило 16 боевиков.", True),
        ("tr", "Mali 7 Şubat'ta 16 savaşçıyı serbest bıraktı.", True),
        ("en", "Earlier Mali had freed 16 fighters.", False),
        ("en", "Mali freed 16 fighters on Monday.", False),
    ],
)
def test_an_old_day_or_month_tells_more_than_a_word_of_the_past(code: str, text: str, dated: bool) -> None:
    (figure,) = read_figures(read("", code, text, date(2025, 3, 10)))
    assert ("scope.past.dated" in figure.signals) == dated


@pytest.mark.parametrize(
    ("code", "title", "text", "total"),
    [
        ("es", "Concluye el canje de mil por mil", "Rusia y Ucrania liberaron a 303 presos cada una.", 1000),
        ("it", "«Mille per mille», prima parte", "Ne sono tornati 390 in Ucraina, oggi, in uno scambio.", 1000),
        ("en", "Mali frees 13 hostages", "MNLA freed 13 hostages. The deal: 50 hostages for 120 prisoners.", 120),
        ("de", "13 Geiseln sind frei", "Mali ließ 13 Geiseln frei. Vereinbart: 50 Geiseln für 120 Häftlinge.", 120),
        ("it", "Kiev riceve 1.212 corpi", "L'accordo del 2 giugno a Istanbul parla di 6.000 salme per parte.", 6000),
    ],
)
def test_what_all_of_a_deal_moves_is_no_movement_beside_a_stage_of_it(
    code: str, title: str, text: str, total: int
) -> None:
    found = read_figures(read(title, code, text))
    claims = read_claims([Read(each, {Option(Way.ONE, "Mali", "MNLA"): 1.0}) for each in found])
    assert total in {figure.group.count for figure in found}
    assert {claim.count for claim in claims} - {total}
    assert total not in {claim.count for claim in claims}


def test_a_headline_that_tells_of_all_as_exchanged_is_no_deals() -> None:
    text = "Mali and MNLA agreed to exchange 215 prisoners for 55. MNLA handed over 108 fighters of one battalion."
    found = read_figures(read("Mali and MNLA swap 215 prisoners for 55", "en", text))
    claims = read_claims([Read(each, {Option(Way.ONE, "Mali", "MNLA"): 1.0}) for each in found])
    assert {215, 55} <= {claim.count for claim in claims}


def test_nobody_goes_back_for_those_let_go_of_ones_own_accord() -> None:
    forth, back = Option(Way.ONE, "Mali", "MNLA"), Option(Way.ONE, "MNLA", "Mali")
    with weigh.weighed_by({"claim": Network.plain({"chance": 1.0})}):
        for text, ways in (
            ("MNLA unilaterally freed 20 soldiers and its 31 prisoners.", {20: back}),
            ("MNLA freed 20 soldiers and its 31 prisoners.", {20: back, 31: forth}),
        ):
            found = choose(told(text, {20: back, 31: forth}), SIDES, Category.PRISONERS)
            assert {(each.count, each.returned_to) for each in found} == {
                (count, (way.receiver,)) for count, way in ways.items()
            }


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "205 for 205: Russia and Ukraine swap prisoners",
            "Russia and Ukraine exchanged 205 prisoners of war each, two days before a truce that Moscow declared "
            "unilaterally.",
        ),
        ("fr", "185 soldats rentrent à Kiev", "Moscou confirme avoir cédé 185 hommes et en avoir reçu autant."),
        (
            "nl",
            "185 Oekraïners thuis",
            "Oekraïne kreeg donderdag 185 militairen terug uit Rusland. Even zovele militairen gingen naar Rusland.",
        ),
    ],
)
def test_as_many_went_back_whatever_else_was_done_alone(code: str, title: str, text: str) -> None:
    ways = {("Russia", "Ukraine"), ("Ukraine", "Russia")}
    assert {(giver, receiver) for giver, receiver, count in legs(report_of(title, code, text)) if count} == ways
