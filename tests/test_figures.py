"""Whom the numbers of an article count, and what is seen of each: how its words and the other figures speak of it."""

from datetime import date

import pytest

from detectors.figures import Figure, read_figures
from detectors.types import Category
from tests.readings import counts_of, legs, read, report_of


def figures(title: str, code: str = "en", text: str = "") -> list[Figure]:
    """The figures of an article, in reading order."""
    return read_figures(read(title, code, text))


def counts(title: str, code: str = "en", text: str = "") -> list[int]:
    """How many people each figure of an article counts."""
    return [figure.group.count for figure in figures(title, code, text)]


def signals(count: int, title: str, code: str = "en", text: str = "") -> dict[str, float]:
    """What speaks for and against the last figure of that size."""
    return [figure for figure in figures(title, code, text) if figure.group.count == count][-1].signals


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "تبادل الطرفان 44 أسيراً و57 مدنياً", [44, 57]),
        ("ar", "عاد إلى بيروت 44 أسيراً وبـ57 جثة", [44, 57]),
        ("he", "שוחררו 44 אסירים ו57 נשים", [44, 57]),
        ("bg", "Киев освободи 44-ма войници", [44]),
    ],
)
def test_a_number_written_as_one_with_other_words_counts(code: str, text: str, expected: list[int]) -> None:
    assert counts(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Moscow freed eleven prisoners: eight were flown to Germany, three to the United States"),
        ("de", "Moskau ließ elf Gefangene frei: acht flogen nach Deutschland, drei in die Vereinigten Staaten"),
        ("es", "Moscú liberó a once presos: ocho volaron a Alemania, tres a Estados Unidos"),
        ("pl", "Moskwa uwolniła jedenastu więźniów: ośmiu trafiło do Niemiec, trzech do Stanów Zjednoczonych"),
    ],
)
def test_the_states_that_people_go_to_are_not_what_is_counted(code: str, text: str) -> None:
    assert counts(text, code) == [11, 8, 3]
    assert "sent.apart" in signals(8, text, code)
    assert "sent.apart" in signals(3, text, code)


def test_states_in_the_plural_are_a_name() -> None:
    assert counts("Ad Ankara liberati otto detenuti, tre dagli Stati Uniti", "it") == [8, 3]


def test_states_that_are_counted_are_no_people() -> None:
    assert counts("Three states handed over eleven prisoners") == [11]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Four went home: two women and two men"),
        ("fr", "Quatre sont rentrés en France, deux femmes et deux hommes"),
    ],
)
def test_who_all_go_to_one_place_are_not_sent_apart(code: str, text: str) -> None:
    assert "sent.apart" not in signals(2, text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [("pl", "65 za 65. Jeńcy w domach"), ("en", "65 for 65. Prisoners are home"), ("uk", "65 на 65. Полонені вдома")],
)
def test_a_bare_pair_counts_people(code: str, text: str) -> None:
    assert counts(text, code) == [65, 65]


@pytest.mark.parametrize(
    ("code", "text", "total"),
    [
        ("en", "The junta released Aye Thant and eleven other prisoners", 12),
        ("fr", "L'Iran a libéré Paul Morel et deux autres Français", 3),
        ("es", "La guerrilla libera a Juan Ortega y a otros dos rehenes", 3),
        ("de", "Minsk lässt Anna Lukina und sechs andere Gefangene frei", 7),
        ("ru", "Киеву переданы Анна Лукина и шестеро других заложников", 7),
    ],
)
def test_a_person_and_others_are_so_many_together(code: str, text: str, total: int) -> None:
    assert total in counts(text, code)


def test_who_is_given_for_a_person_is_not_told_with_him() -> None:
    assert 4 not in counts("Iran freed Paul Morel in exchange for three engineers")


def test_the_title_tells_a_figure_also_by_twice_as_many_or_vaguely() -> None:
    body = "Each side let 44 soldiers go, Moscow said. Three weeks ago, 57 prisoners were swapped."
    assert "untitled" not in signals(44, "Kyiv and Moscow swap 88 prisoners", text=body)
    assert "untitled" not in signals(44, "Kyiv and Moscow swap more than 80 prisoners", text=body)
    assert "untitled" in signals(57, "Kyiv and Moscow swap 88 prisoners", text=body)


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("en", "Minsk freed 44 civilian sailors and 57 soldiers", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("es", "Minsk liberó a 44 marineros civiles y a 57 soldados", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("de", "Minsk ließ 44 zivile Gefangene und 57 Soldaten frei", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("en", "Minsk freed 44 soldiers and civilians", [Category.MIXED]),
        ("ru", "Освобождены 44 военных и гражданских лиц", [Category.MIXED]),
        ("ja", "捕虜44人交換　民間人も57人ずつ", [Category.PRISONERS_OF_WAR, Category.CIVILIANS]),
        ("zh", "双方各释放44名平民和57名军人", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
    ],
)
def test_civilian_captives_are_civilians_and_soldiers_beside_them_are_not(
    code: str, text: str, kinds: list[Category]
) -> None:
    assert [figure.group.category for figure in figures(text, code)] == kinds


@pytest.mark.parametrize(
    ("code", "text"),
    [("es", "Kiev entregó 44 cuerpos y Moscú mil"), ("fa", "کی‌یف ۴۴ پیکر و مسکو هزار پیکر تحویل داد")],
)
def test_the_word_for_people_behind_one_number_is_not_taken_by_the_next(code: str, text: str) -> None:
    one, other = [figure.group for figure in figures(text, code)]
    assert (one.category, other.category) == (Category.BODIES, Category.BODIES)
    assert one.end <= other.start


def test_figures_need_no_title() -> None:
    report = report_of(text="Ukraine brought home 95 soldiers from Russian captivity on Friday.")
    (transfer,) = (t for t in report.transfers if t.count is not None)
    assert (transfer.released_by, transfer.returned_to, transfer.count) == (("Russia",), ("Ukraine",), 95)
    assert transfer.evidence[0].text == "95 soldiers"


@pytest.mark.parametrize(
    ("title", "lang", "told"),
    [
        ("Hamas entrega à Cruz Vermelha o soldado Edan Alexander", "pt", ("Hamas", "Israel", 1)),
        ("Franzose Olivier Grondeau aus iranischer Haft entlassen und wieder in Paris", "de", ("Iran", "France", 1)),
    ],
)
def test_people_called_by_name_are_counted_in_a_title_of_many_names(
    title: str, lang: str, told: tuple[str, str, int]
) -> None:
    assert told in legs(report_of(title, lang, published=date(2025, 5, 12)))


def test_a_sentence_of_two_legs_is_no_list_of_parts() -> None:
    text = (
        "The Nusra Front freed 16 Lebanese soldiers on Tuesday under a deal brokered by Qatar. In return Lebanon "
        "released 13 prisoners to the Nusra Front and 3 children."
    )
    report = report_of("Nusra Front and Lebanon exchange prisoners", "en", text, date(2015, 12, 1))
    assert ("Lebanon", 13) in [(t.released_by[0], t.count) for t in report.transfers]


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "One more group of Russian soldiers returned from Ukrainian captivity"),
        ("ru", "Ещё одна группа российских военных возвращена из украинского плена"),
        ("uk", "Ще одна група українських військових повернулася з російського полону"),
        ("de", "Eine weitere Gruppe ukrainischer Soldaten aus russischer Gefangenschaft zurückgekehrt"),
        ("pl", "Jedna grupa ukraińskich żołnierzy wróciła z rosyjskiej niewoli"),
    ],
)
def test_one_group_of_people_is_not_one_of_them(lang: str, title: str) -> None:
    assert counts_of(report_of(title, lang, published=date(2026, 1, 11))) <= {None}


def test_the_names_of_places_and_outlets_are_no_persons() -> None:
    text = (
        "Do Ukrainy wrócili żołnierze z Azowstalu, przekazał portal Ukraińska Prawda. Rosja i Ukraina wymieniły jeńców."
    )
    assert counts_of(report_of("Wymiana jeńców", "pl", text, date(2022, 12, 31))) <= {None}


@pytest.mark.parametrize(
    ("lang", "text", "counts"),
    [
        (
            "de",
            "Die Hamas hat am Dienstag die sterblichen Überreste des 2014 im Krieg gefallenen Offiziers übergeben.",
            {1},
        ),
        ("en", "Russia and Ukraine on Tuesday exchanged prisoners; 2000 Ukrainian soldiers came home.", {2000}),
        ("ar", "أطلقت حركة إم 23 الأربعاء سراح 57 جنديا كونغوليا.", {57}),
        ("en", "The American freed by Russia in a 2022 prisoner swap for Viktor Bout played again.", {1}),
    ],
    ids=["year of a death", "as large as a year", "number in a name", "year of a swap"],
)
def test_years_and_numbers_in_names_count_nobody(lang: str, text: str, counts: set[int]) -> None:
    assert counts_of(report_of("", lang, text, date(2025, 6, 5), sure=False)) == counts


@pytest.mark.parametrize(
    ("lang", "text", "way"),
    [
        ("en", "French couple freed by Iran. They had been in jail for three years.", ("Iran", "France", 2)),
        ("de", "Taliban ließen britisches Ehepaar am Freitag aus der Haft frei.", ("Taliban", "United Kingdom", 2)),
        ("uk", "Таліби звільнили британське подружжя. Воно було в ув'язненні.", ("Taliban", "United Kingdom", 2)),
        ("zh", "塔利班释放英国夫妇。夫妇二人被关押近八个月。", ("Taliban", "United Kingdom", 2)),
    ],
    ids=["en", "de", "uk", "zh"],
)
def test_a_word_that_is_both_number_and_people_takes_the_nation_before_it(
    lang: str, text: str, way: tuple[str, str, int]
) -> None:
    report = report_of("", lang, text, date(2025, 11, 5), sure=False)
    assert [(*t.released_by, *t.returned_to, t.count) for t in report.transfers] == [way]


def test_whom_somebody_killed_is_not_handed_over() -> None:
    text = "Georgia on Wednesday handed over four men serving life for a bomb that killed three policemen to Abkhazia."
    assert counts_of(report_of("Two sides exchange prisoners", "en", text)) == {4}


def test_a_body_is_no_second_person() -> None:
    text = "Hamas on Sunday handed over the body of the officer who fell in 2014 to the Red Cross, Israel's army said."
    report = report_of(text[:71], "en", text)
    assert [(transfer.category, transfer.count) for transfer in report.transfers] == [("bodies", 1)]


def halves(title: str, text: str, code: str = "en") -> set[int]:
    """The counts that are the two legs of what the title tells as one number."""
    return {each.group.count for each in figures(title, code, text) if each.signals.get("titled.half")}


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


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The Houthis freed 30 soldiers and a civilian.", [30, 1]),
        ("en", "The Houthis freed 30 soldiers. Also a civilian came home.", [30, 1]),
        ("tr", "Azerbaycan 30 askeri bıraktı. Ayrıca bir sivil döndü.", [30, 1]),
        ("en", "The Houthis freed 30 soldiers and a prisoner swap was agreed.", [30]),
        ("en", "Shells killed 30 soldiers and a civilian.", []),
    ],
)
def test_one_more_by_an_article_goes_along(code: str, text: str, told: list[int]) -> None:
    assert counts("", code, text) == told


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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Under the deal Israel gives back 15 bodies for each Israeli returned."),
        ("es", "Israel entrega 15 cuerpos por cada israelí devuelto."),
    ],
)
def test_whom_a_tariff_is_paid_for_is_nobody(code: str, text: str) -> None:
    assert 1 not in counts("", code, text)


def test_who_is_exchanged_for_others_is_no_part_of_them() -> None:
    text = "Moscow freed 31 wounded Ukrainians in exchange for 15 wounded Russians."
    assert not any(figure.group.part for figure in figures("", "en", text))


@pytest.mark.parametrize(
    ("code", "text", "dead"),
    [
        ("en", "Hamas handed over the body of Omer Neutra to Israel on Friday.", [1]),
        ("en", "The remains of Chris Parry and Andrew Bagshaw were handed over to Ukraine.", [2]),
        ("fr", "Le Hamas a remis vendredi à Israël le corps d'Omer Neutra.", [1]),
        ("es", "Hamás entregó el viernes a Israel los restos de Omer Neutra.", [1]),
        ("pl", "Hamas przekazał w piątek Izraelowi ciało Omera Neutry.", [1]),
        ("ru", "ХАМАС передал в пятницу Израилю тело Омера Нейтры.", [1]),
    ],
)
def test_who_is_called_by_name_behind_a_body_is_dead(code: str, text: str, dead: list[int]) -> None:
    told = [figure.group for figure in figures("", code, text)]
    assert [group.count for group in told] == dead
    assert all(group.dead for group in told)


def test_one_of_another_nation_beside_many_is_no_part_of_them() -> None:
    title = "64 Ukrainian soldiers and a US citizen freed from Russian captivity"
    assert "single.counted" not in signals(1, title)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "75 Ukrainians return from captivity", "Four civilians are among them."),
        ("pl", "Z niewoli wróciło 75 Ukraińców", "Wśród nich są cztery osoby cywilne."),
        ("fa", "بازگشت ۷۵ اوکراینی از اسارت", "چهار غیرنظامی در میان آنان هستند."),
    ],
)
def test_people_of_no_named_kind_with_civilians_among_them_are_mixed(code: str, title: str, text: str) -> None:
    (movement,) = report_of(title, code, text, sure=False).transfers
    assert (movement.category, movement.count) == (Category.MIXED, 75)
    assert [(part.category, part.count) for part in movement.breakdown] == [(Category.CIVILIANS, 4)]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("tr", "75 Ukraynalı esaretten döndü"),  # not "Ukrainian captivity"
        ("ar", "عودة 75 أوكرانيا من الأسر"),  # the accusative of a people's name is the country's name
    ],
)
def test_a_number_right_before_a_nation_counts_its_people(code: str, title: str) -> None:
    assert legs(report_of(title, code, sure=False)) == {("Russia", "Ukraine", 75)}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Kyiv got back 42 men and three women on Monday", [42, 3, 45]),
        ("es", "Venezuela liberó a diecisiete hombres y una mujer", [17, 1, 18]),
        ("de", "Kiew bekam 21 Offiziere und 82 Soldaten zurück", [21, 82, 103]),
        ("ru", "Из плена вернулись 42 мужчины и три женщины", [42, 3, 45]),
        ("ar", "أفرجت الجماعة عن 40 رجلا وخمس نساء", [40, 5, 45]),
        ("tr", "Kiev 42 erkek ve üç kadını geri aldı", [42, 3, 45]),
        ("zh", "乌克兰迎回42名男性和3名女性战俘", [42, 3, 45]),
        ("it", "Le RSF hanno rilasciato 12 ufficiali, 30 soldati e tre donne", [12, 30, 3, 45]),
        ("en", "Belarus freed a hundred people: 80 men and 20 women", [100, 80, 20, 100]),
        ("en", "Belarus freed 100 people, 80 men and 20 women", [100, 80, 20]),
        ("en", "The Houthis freed 15 Saudis and four Sudanese", [15, 4]),
        ("en", "Moscow freed 64 soldiers and a US citizen", [64, 1]),
        ("en", "Kyiv freed 64 soldiers and six hostages", [64, 6]),
        ("en", "Kyiv exchanged 64 soldiers for 22 men", [64, 22]),
    ],
)
def test_people_told_in_one_breath_are_counted_together(code: str, text: str, expected: list[int]) -> None:
    assert counts(text, code) == expected


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
    ("code", "text"),
    [
        ("it", "Liberati 15 minatori"),
        ("he", "שוחררו 15 נזירים"),
        ("hu", "Szabadon engedtek 15 mérnököt"),
        ("el", "Απελευθερώθηκαν 15 γιατροί"),
        ("lt", "Paleista 15 vairuotojų"),
        ("fa", "15 پرستار آزاد شدند"),
        ("hi", "15 इंजीनियर रिहा हुए"),
    ],
)
def test_people_are_known_by_their_trades(code: str, text: str) -> None:
    (figure,) = figures(text, code)
    assert (figure.group.count, figure.group.named) == (15, True)


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
    ("code", "text", "counts"),
    [
        ("cs", "Příslušníky jeho 107. brigády předaly místní jednotky rodinám", []),
        ("pl", "Żołnierzy 107. brygady przekazano rodzinom", []),
        ("hu", "A 107. dandár katonáit átadták a családoknak", []),
        ("cs", "Rusko předalo 1000 těl a Ukrajina 35.", [1000, 35]),
    ],
)
def test_a_number_that_tells_which_one_counts_nobody(code: str, text: str, counts: list[int]) -> None:
    assert [group.count for reading in read(text, code) for group in reading.groups] == counts


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
    ("text", "expected"),
    [
        ("Russland gab 1000 Leichen heraus und bekam 38. Die Ukraine will alle erkennen.", [1000, 38]),
        ("Beide Seiten tauschten Gefangene aus, jeweils 103. Am Abend kamen sie heim.", [103]),
        ("Beim 66. Austausch am 24. August kamen 84 Soldaten frei.", [84]),
    ],
)
def test_a_full_stop_behind_a_number_ends_the_sentence_or_makes_an_ordinal(text: str, expected: list[int]) -> None:
    assert counts("", "de", text) == expected
