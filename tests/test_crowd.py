"""What the figures of an article say of one another: legs and their sum, wholes and parts, the living and the dead."""

from datetime import date

import pytest

from detectors.figures import read_figures
from detectors.types import Category
from tests.readings import figures, read, report_of, signals


def halves(title: str, text: str, code: str = "en") -> set[int]:
    """The counts that are the two legs of what the title tells as one number."""
    return {each.group.count for each in figures(title, code, text) if each.signals.get("titled.half")}


def test_the_title_tells_a_figure_also_by_twice_as_many_or_vaguely() -> None:
    body = "Each side let 44 soldiers go, Moscow said. Three weeks ago, 57 prisoners were swapped."
    assert "untitled" not in signals(44, "Kyiv and Moscow swap 88 prisoners", text=body)
    assert "untitled" not in signals(44, "Kyiv and Moscow swap more than 80 prisoners", text=body)
    assert "untitled" in signals(57, "Kyiv and Moscow swap 88 prisoners", text=body)


def test_figures_need_no_title() -> None:
    report = report_of(text="Ukraine brought home 95 soldiers from Russian captivity on Friday.")
    (transfer,) = (t for t in report.transfers if t.count is not None)
    assert (transfer.released_by, transfer.returned_to, transfer.count) == (("Russia",), ("Ukraine",), 95)
    assert transfer.evidence[0].text == "95 soldiers"


def test_a_sentence_of_two_legs_is_no_list_of_parts() -> None:
    text = (
        "The Nusra Front freed 16 Lebanese soldiers on Tuesday under a deal brokered by Qatar. In return Lebanon "
        "released 13 prisoners to the Nusra Front and 3 children."
    )
    report = report_of("Nusra Front and Lebanon exchange prisoners", "en", text, date(2015, 12, 1))
    assert ("Lebanon", 13) in [(t.released_by[0], t.count) for t in report.transfers]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Army and rebels swap 250 prisoners", "The army let 100 men go. It got back 150 of its soldiers."),
        ("en", "Army and rebels swap over 240 prisoners", "The army let 100 men go. It got back 150 of its soldiers."),
        (
            "es",
            "Damasco y las FDS canjean 250 presos",
            "Las FDS entregaron a 100 presos. Recibieron a 150 de los suyos.",
        ),
        ("tr", "Rusya ile Ukrayna 250 esir takas etti", "Rusya 100 askeri bıraktı. Ukrayna 150 askeri teslim etti."),
    ],
)
def test_two_legs_make_up_what_the_title_tells_as_exchanged(code: str, title: str, text: str) -> None:
    assert halves(title, text, code) == {100, 150}
    assert not any(each.signals.get("untitled") for each in figures(title, code, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US freed ten Russians on Friday. Russia freed four Americans.", {10, 4}),
        ("The US freed ten Russians on Friday. Last year Russia freed four Americans.", set()),
        ("The US freed ten Russian spies and four Russian soldiers.", set()),
    ],
)
def test_people_of_different_sides_make_up_a_number_of_those_who_went(text: str, expected: set[int]) -> None:
    assert halves("Fourteen prisoners go home", text) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Army frees 250 prisoners", "The army let 100 men go on Monday. It freed 150 prisoners on Friday."),
        ("Army and rebels swap 250 prisoners", "The army let 100 men go. It got back 120 of its soldiers."),
        ("Army and rebels swap 250 prisoners", "The army freed the bodies of 100 men. It got back 150 soldiers."),
        ("Army and rebels swap over 240 prisoners", "The army let 238 men go. Two soldiers were freed in May."),
    ],
    ids=["one way", "no sum", "the dead", "one of them is as much"],
)
def test_parts_of_one_way_are_no_two_legs(title: str, text: str) -> None:
    assert not halves(title, text)


def test_the_living_are_unled_only_where_title_and_lead_do_not_count_them() -> None:
    """They are no others where they stand there themselves, nor where they go along with the dead."""
    told, text = (
        "The remains of two soldiers are back",
        "On Monday Hamas released an Israeli soldier and the bodies of two.",
    )
    rules = "The rules were kept."
    (single,) = [each for each in figures(told, text=text) if each.group.single]
    *_, six = figures(told, text=f"{text} {rules} Officials freed six men.")
    *_, more = figures(told, text=f"{text} {rules} Officials also freed six men.")
    assert [each.signals.get("unled.living", 0.0) for each in (single, six, more)] == [0.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("15 Palestinians freed", "The militants handed over the bodies of two Israelis too.", "untitled.kind"),
        ("15 Palestinians freed", "The militants let two Israelis go, too.", "untitled.nation"),
        ("Israel frees 15 inmates", "Israel got back 12 soldiers, too.", "untitled.way"),
        ("15 Palestinians freed", "Another 12 Palestinians came home.", "untitled"),
        ("15 Palestinians freed", "Also, 12 Palestinians came home.", "untitled.further"),
        ("15 Palestinians freed", "In an earlier exchange Israel got the bodies of two Israelis.", "untitled"),
    ],
    ids=["the dead", "another nation", "the other way", "the same people", "more of them", "a look back"],
)
def test_the_title_denies_only_people_like_those_it_counts(title: str, text: str, name: str) -> None:
    told = figures(title, "en", text)[-1].signals
    assert [each for each in told if each.startswith("untitled")] == [name]


def test_the_other_leg_may_be_somewhat_larger_and_a_running_total_much() -> None:
    text = "Ukraine and Russia exchanged 94 soldiers on Friday. It was cold. It rained. "
    text += "The men were tired. A bus came. They got soup. They slept. "
    assert "beyond.near" in signals(95, "", text=text + "Moscow handed over 95 soldiers.")
    assert "beyond" in signals(3200, "", text=text + "Moscow handed over 3200 soldiers.")


def test_what_ranks_make_up_is_the_whole_and_no_sum_of_legs() -> None:
    text = "Each side gave 103 soldiers on Friday, Moscow said. 21 officers and 82 soldiers came home to Ukraine."
    told = signals(103, "", text=text)
    assert "whole.ranks" in told
    assert "sum.apart" not in told


@pytest.mark.parametrize(
    ("text", "counts_on"),
    [
        ("Baku frees 32 Armenians for two soldiers held since April.", False),
        ("Hamas handed over two of the last four hostages still in the strip.", False),
        ("Baku has freed two soldiers since April.", True),
    ],
)
def test_since_when_people_were_held_makes_no_running_total(text: str, counts_on: bool) -> None:
    assert ("since.clause" in signals(2, "", text=text)) is counts_on


def test_who_is_exchanged_for_others_is_no_part_of_them() -> None:
    text = "Moscow freed 31 wounded Ukrainians in exchange for 15 wounded Russians."
    assert not any(figure.group.part for figure in figures("", "en", text))


def test_one_of_another_nation_beside_many_is_no_part_of_them() -> None:
    title = "64 Ukrainian soldiers and a US citizen freed from Russian captivity"
    assert "single.counted" not in signals(1, title)


def test_who_is_told_in_one_breath_with_others_knows_it() -> None:
    assert "in.sum" in signals(42, "Kyiv got back 42 men and three women")
    assert "summed" in signals(45, "Kyiv got back 42 men and three women")
    assert "in.sum" not in signals(42, "Kyiv got back 42 men and Moscow three women")


@pytest.mark.parametrize(
    ("code", "text", "both"),
    [
        ("en", "He put the figure at 470 for both sides together", True),
        ("fr", "470 prisonniers des deux camps ont été échangés", True),
        ("pl", "Wymieniono 470 jeńców z obu stron", True),
        ("zh", "双方共交换470名战俘", True),
        ("en", "In total 470 prisoners came home", False),
    ],
)
def test_a_total_of_both_sides_is_told_from_any_other(code: str, text: str, both: bool) -> None:
    (reading,) = read(text, code)
    assert [(group.total, group.both) for group in reading.groups] == [(True, both)]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Last hand-over: 15 Palestinians returned to Gaza",
            "Lorries brought the bodies of 15 Palestinians home.",
        ),
        ("uk", "Україна повернула 1212 захисників", "Репатрійовано тіла 1212 загиблих, повідомив Коордштаб."),
        ("fr", "Kiev récupère 1 212 soldats", "Les corps de 1 212 soldats tombés au combat ont été rendus mercredi."),
    ],
)
def test_people_are_dead_where_bodies_of_their_number_are_told(code: str, title: str, text: str) -> None:
    groups = [group for reading in read(title, code, text) for group in reading.groups]
    assert {group.category for group in groups} == {Category.BODIES}


def test_captives_are_alive_whatever_bodies_are_told() -> None:
    groups = [g for r in read("Sides swap 50 prisoners", "en", "They also returned 50 bodies.") for g in r.groups]
    assert [group.dead for group in groups] == [False, True]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two soldiers and the bodies of five comrades were handed over to Pakistan"),
        ("ru", "Пакистан передал Индии двух солдат и тела пяти их товарищей"),
        ("uk", "Пакистан передав Індії двох солдатів і тіла п'яти загиблих"),
        ("pl", "Pakistan przekazał Indiom dwóch żołnierzy i ciała pięciu ich kolegów"),
        ("fr", "Le Pakistan a remis à l'Inde deux soldats et les dépouilles de cinq autres"),
        ("ar", "سلمت باكستان الهند جنديين وجثث خمسة من رفاقهم"),
    ],
)
def test_the_living_told_beside_bodies_are_alive(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert [(group.count, group.dead) for group in reading.groups] == [(2, False), (5, True)]


def test_who_is_only_called_its_own_is_of_the_kind_told_before() -> None:
    (_, reading) = read("Bodies of 300 fallen brought to Ukraine", "en", "Russia received 41 of its own.")
    assert [(group.count, group.dead) for group in reading.groups] == [(41, True)]
    (reading,) = read("Russia received 41 of its own soldiers")
    assert [group.category for group in reading.groups] == [Category.PRISONERS_OF_WAR]


@pytest.mark.parametrize(
    ("title", "text", "signal"),
    [
        ("Kyiv and Moscow swap wounded soldiers", "On Wednesday Ukraine received 1,212 bodies.", "unled.dead"),
        ("Bodies of fallen soldiers returned to Ukraine", "On Monday 205 prisoners came home.", "unled.living"),
        ("Kyiv and Moscow swap prisoners and bodies", "Ukraine received 1,212 bodies.", ""),
    ],
)
def test_it_is_heard_that_title_and_lead_tell_of_others(title: str, text: str, signal: str) -> None:
    text = f"So much is known. Nothing else is. Nobody said more. {text}"
    figures = [figure.signals for figure in read_figures(read(title, "en", text)) if figure.group.count > 1]
    assert {name for signals in figures for name in signals if name.startswith("unled")} == {signal} - {""}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Houthis and Yemen start 900-for-900 exchange", "Each side freed 270 prisoners on Friday."),
        ("en", "Yemen and the Houthis free 250 prisoners each", "More are to be released under the deal for 900 each."),
        ("de", "Die Huthi ließen 270 Gefangene frei", "Der Austausch nach der Formel 900 gegen 900 geht weiter."),
        ("pl", "Huti uwolnili 270 jeńców", "Wymiana w formule 900 za 900 potrwa do niedzieli."),
        ("ru", "Силы Хафтара освободили 270 пленных", "Обмен «900 на 900» продолжится завтра."),
    ],
)
def test_what_a_deal_goes_by_is_not_what_its_stage_moved(code: str, title: str, text: str) -> None:
    assert "formula" in {name for name, value in signals(900, title, code, text).items() if value}


def test_a_formula_in_one_form_is_a_deals_as_well() -> None:
    assert signals(1000, "Canje de mil por mil", "es", "Rusia y Ucrania liberaron a 390 presos cada una.")["formula"]
    assert signals(1000, "Bine bin takasta 390 esir serbest bırakıldı", "tr")["formula"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ukraine and Russia exchange 84 for 84", "Ukraine got 84 soldiers back; 20 of them are wounded."),
        ("Kyiv and Moscow swap prisoners 84 for 84", ""),
    ],
)
def test_as_many_for_as_many_is_the_exchange_where_nothing_less_is_told(title: str, text: str) -> None:
    assert not signals(84, title, text=text).get("formula")


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Two Ukrainian priests and eight other civilians are free", 10),
        ("en", "Two journalists and 20 others were freed", 22),
        ("it", "Liberi due sacerdoti ucraini e altri otto civili", 10),
        ("uk", "Звільнено двох священників і ще вісьмох цивільних", 10),
        ("ru", "Освобождены два священника и ещё восемь гражданских", 10),
        ("de", "Zwei ukrainische Priester und acht weitere Zivilisten sind frei", 10),
        ("fr", "Deux prêtres ukrainiens et huit autres civils sont libres", 10),
        ("es", "Liberados dos sacerdotes ucranianos y otros ocho civiles", 10),
        ("pl", "Uwolniono dwóch księży i ośmiu innych cywilów", 10),
    ],
)
def test_others_beside_some_are_summed_with_them(code: str, text: str, count: int) -> None:
    assert [group.count for reading in read(text, code) for group in reading.groups if group.summed] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Two hostages were freed, eight others are still held",
        "Three Israelis and five other Thais were freed",
        "Two of them and eight other bodies were returned",
        "Two priests and eight civilians were freed",
    ],
)
def test_others_of_another_kind_or_nation_are_summed_with_nobody(text: str) -> None:
    assert not any(group.summed for reading in read(text) for group in reading.groups)


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("zh", "6名男孩和1名女孩回到乌克兰", 7),
        ("zh", "俄罗斯把29名儿童送回乌克兰", 29),
        ("ja", "ロシアは子ども29人をウクライナに返した", 29),
        ("ru", "Вернулись шесть мальчиков и две девочки", 8),
    ],
)
def test_children_are_told_and_summed_as_such(code: str, text: str, count: int) -> None:
    told = {figure.group.count: figure.group.category for figure in figures(text, code)}
    assert told[count] is Category.CHILDREN


def test_a_word_for_many_counts_no_hundred() -> None:
    assert not [group for reading in read("政府は数百人の捕虜を解放した", "ja") for group in reading.groups]
